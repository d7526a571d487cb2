package model

import (
	"math/big"
	"slices"
	"strconv"
)

// LatePart is a part of a customer's debts and how many days after its due
// date it was paid; negative when before.
type LatePart struct {
	Amount  int64
	Days    int
	Payment int64 // of which it is a part; 0 = of one of its own
}

// countPaid is of how many payments parts are, and of how many none was late.
func countPaid(parts []LatePart) (payments, inTime int) {
	late := map[int64]bool{}
	for _, p := range parts {
		switch {
		case p.Payment != 0:
			late[p.Payment] = late[p.Payment] || p.Days > 0
		case p.Days <= 0:
			payments, inTime = payments+1, inTime+1
		default:
			payments++
		}
	}
	for _, is := range late {
		payments++
		if !is {
			inTime++
		}
	}
	return payments, inTime
}

// PayRecord is what a payment score is made from (rule 2.6), of 24 months.
type PayRecord struct {
	Paid    []LatePart // what was paid, of receivables with a due date
	Overdue []LatePart // what is overdue, with its days so far
	Oldest  string     // the name of the one that is overdue the longest
	Broken  int        // promises broken
}

// PayScore is a suggested payment score 付款信誉度 1..5 with its reasons and what
// would change it; Value 0 = there is nothing to go by.
type PayScore struct {
	Value  int64
	Days   int // value-weighted average days late, rounded up
	Why    []Reason
	Change []Reason
}

// scoreBands are the average days late up to which a score is given.
var scoreBands = []struct {
	days  int
	score int64
}{{0, 5}, {7, 4}, {30, 3}, {60, 2}}

const (
	scoreMonths   = 24 // how far back payments count
	scoreLateCap  = 60 // days overdue beyond which the score is at most scoreCap
	scoreCap      = 3
	scorePromises = 2 // broken promises that take one off
)

// ScoreSince is the first day of the payments that count for a score.
func ScoreSince(today Date) Date { return today.AddMonths(-scoreMonths) }

// Score suggests a payment score, by what was paid and by what is overdue with
// its days so far: who pays the small invoices early and leaves the large one
// open pays late.
func (p PayRecord) Score() PayScore {
	average, ok := averageLate(slices.Concat(p.Paid, p.Overdue))
	if !ok {
		return PayScore{Why: []Reason{because("score_nothing")}}
	}
	band, old, oldest := bandOf(average), p.tooOld(), 0
	for _, o := range p.Overdue {
		oldest = max(oldest, o.Days)
	}
	s := PayScore{Days: average, Value: p.score(band, old > 0, p.Broken)}
	s.Why = append(s.Why, p.averageReason(average, band))
	if old > 0 {
		s.Why = append(s.Why, because("score_overdue", p.Oldest, strconv.Itoa(oldest), strconv.Itoa(scoreCap)))
	}
	if p.Broken >= scorePromises {
		s.Why = append(s.Why, because("score_broken", strconv.Itoa(p.Broken)))
	}
	s.Change = p.change(band, s.Value)
	return s
}

// score is the score of a band, with what caps it and what is taken off.
func (p PayRecord) score(band int64, capped bool, broken int) int64 {
	if capped {
		band = min(band, scoreCap)
	}
	if broken >= scorePromises {
		band--
	}
	return max(band, 1)
}

// change is what would make a score better, each by itself; where the cap stands
// in the way, that comes first.
func (p PayRecord) change(band, value int64) (list []Reason) {
	old := p.tooOld()
	if band < scoreBands[0].score {
		next := scoreBands[scoreBands[0].score-band-1]
		if better := p.score(next.score, old > 0, p.Broken); better > value {
			list = append(list, because("score_faster", strconv.Itoa(next.days), strconv.FormatInt(better, 10)))
		}
	}
	if old > 0 {
		if better := p.score(band, false, p.Broken); better > value {
			list = append(list, because("score_settle", p.Oldest, strconv.FormatInt(better, 10), strconv.Itoa(old)))
		} else {
			most := p.score(scoreBands[0].score, true, p.Broken)
			list = append(list, because("score_capped", p.Oldest, strconv.FormatInt(most, 10), strconv.Itoa(old)))
		}
	}
	if p.score(band, old > 0, 0) > value {
		list = append(list, because("score_promises"))
	}
	return list
}

// tooOld is how many are overdue so long that the score is capped.
func (p PayRecord) tooOld() (n int) {
	for _, o := range p.Overdue {
		if o.Days > scoreLateCap {
			n++
		}
	}
	return n
}

// averageReason says what the average was made of.
func (p PayRecord) averageReason(average int, band int64) Reason {
	payments, _ := countPaid(p.Paid)
	paid, overdue := strconv.Itoa(payments), strconv.Itoa(len(p.Overdue))
	days, score := strconv.Itoa(average), strconv.FormatInt(band, 10)
	switch {
	case payments == 0:
		return because("score_unpaid", days, overdue, score)
	case len(p.Overdue) == 0:
		return because("score_paid", days, paid, score)
	}
	return because("score_both", days, paid, score, overdue)
}

// bandOf is the score of an average.
func bandOf(average int) int64 {
	for _, band := range scoreBands {
		if average <= band.days {
			return band.score
		}
	}
	return 1
}

// averageLate is the value-weighted average of days late, rounded up, so that
// a band is only reached by who reaches it.
func averageLate(parts []LatePart) (int, bool) {
	days, value := new(big.Int), new(big.Int)
	for _, p := range parts {
		amount := big.NewInt(p.Amount)
		value.Add(value, amount)
		days.Add(days, amount.Mul(amount, big.NewInt(int64(p.Days))))
	}
	if value.Sign() <= 0 {
		return 0, false
	}
	quotient, rest := new(big.Int).QuoRem(days, value, new(big.Int))
	if rest.Sign() > 0 {
		quotient.Add(quotient, big.NewInt(1))
	}
	return int(quotient.Int64()), true
}

// Habit is how a customer pays.
type Habit struct {
	Payments int  // that were looked at
	Median   int  // days late
	Average  int  // value-weighted, rounded up
	InTime   int  // how many were not late
	LastOn   Date // the latest payment
	Known    bool // there is something to go by

	Promises map[PromiseState]int
	Score    PayScore
}

// MedianLate is the usual delay: the median of days late; false without any.
// Of an even number it is the later one of the middle.
func MedianLate(parts []LatePart) (int, bool) {
	if len(parts) == 0 {
		return 0, false
	}
	days := make([]int, len(parts))
	for i, p := range parts {
		days[i] = p.Days
	}
	slices.Sort(days)
	return days[len(days)/2], true
}

// HabitOf is how a customer pays, from their record.
func HabitOf(p PayRecord, lastOn Date, promises map[PromiseState]int) Habit {
	h := Habit{LastOn: lastOn, Promises: promises, Score: p.Score()}
	h.Median, h.Known = MedianLate(p.Paid)
	h.Average, _ = averageLate(p.Paid)
	h.Payments, h.InTime = countPaid(p.Paid)
	return h
}
