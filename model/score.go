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

// PayRecord is what a payment score is made from (SPEC 2.6), of 24 months.
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

// Score suggests a payment score. Who has paid nothing yet is judged by what
// is overdue.
func (p PayRecord) Score() PayScore {
	var s PayScore
	parts, code := p.Paid, "score_paid"
	if len(parts) == 0 {
		parts, code = p.Overdue, "score_unpaid"
	}
	average, ok := averageLate(parts)
	if !ok {
		s.Why = []Reason{because("score_nothing")}
		return s
	}
	s.Days, s.Value = average, 1
	for _, band := range scoreBands {
		if average <= band.days {
			s.Value = band.score
			break
		}
	}
	count, _ := countPaid(parts)
	s.Why = append(s.Why, because(code, strconv.Itoa(average), strconv.Itoa(count), strconv.FormatInt(s.Value, 10)))
	if s.Value < 5 {
		band := scoreBands[5-s.Value-1]
		s.Change = append(s.Change, because("score_faster", strconv.Itoa(band.days), strconv.FormatInt(band.score, 10)))
	}
	oldest := 0
	for _, o := range p.Overdue {
		oldest = max(oldest, o.Days)
	}
	if oldest > scoreLateCap {
		s.Why = append(s.Why, because("score_overdue", p.Oldest, strconv.Itoa(oldest), strconv.Itoa(scoreCap)))
		if s.Value > scoreCap {
			s.Change = append(s.Change, because("score_settle", p.Oldest, strconv.FormatInt(s.Value, 10)))
		}
		s.Value = min(s.Value, scoreCap)
	}
	if p.Broken >= scorePromises {
		s.Why = append(s.Why, because("score_broken", strconv.Itoa(p.Broken)))
		s.Value = max(s.Value-1, 1)
		s.Change = append(s.Change, because("score_promises"))
	}
	return s
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
