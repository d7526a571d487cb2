package model

import (
	"math/big"
	"strconv"
	"strings"
)

// DayRate is what late payment costs a day, as a fraction of the sum; a Num of 0
// is nothing.
type DayRate struct{ Num, Den int64 }

// rateUnits are the ways in which a share of the sum is written, the longest
// first: so much of how many.
var rateUnits = []struct {
	name string
	of   int64
}{{"万分之", 10000}, {"千分之", 1000}, {"百分之", 100}, {"‱", 10000}, {"‰", 1000}, {"%", 100}, {"％", 100}}

// ratePeriods are for how many days a rate is; without one it is a day's, as
// contracts have it.
var ratePeriods = []struct {
	name string
	days int64
}{
	{"p.a.", 365}, {"a year", 365}, {"/year", 365}, {"年", 365}, {"a month", 30}, {"/month", 30}, {"月", 30},
	{"a day", 1}, {"/day", 1}, {"天", 1}, {"日", 1},
}

// ParseRate reads the rate of interest for late payment as contracts have it:
// 日万分之五, 万分之5/天, 0.05%/日, 18%/年, 1.5% a month. Empty text is none.
func ParseRate(text string) (DayRate, error) {
	rest := strings.ToLower(strings.ReplaceAll(Clean(text), " ", ""))
	if rest == "" {
		return DayRate{Den: 1}, nil
	}
	wrong := At("late_rate", Refuse(RefusedShape, text))
	rate := DayRate{Den: 1}
	for _, p := range ratePeriods {
		if name := strings.ReplaceAll(p.name, " ", ""); strings.Contains(rest, name) {
			rest, rate.Den = strings.Replace(rest, name, "", 1), p.days
			break
		}
	}
	rest = strings.Trim(rest, "/每按利率息") // 日利率, 每天
	found := false
	for _, u := range rateUnits {
		if strings.Contains(rest, u.name) {
			rest, rate.Den, found = strings.Replace(rest, u.name, "", 1), rate.Den*u.of, true
			break
		}
	}
	number := strings.Map(func(r rune) rune {
		if n := strings.IndexRune("零一二三四五六七八九", r); n >= 0 {
			return rune('0' + n/len("零"))
		}
		return r
	}, rest)
	whole, part, _ := strings.Cut(number, ".")
	if len(part) > 4 || len(whole) > 3 || whole == "" || strings.Trim(whole+part, "0123456789") != "" || !found {
		return DayRate{}, wrong
	}
	n, err := strconv.ParseInt(whole+part, 10, 64)
	if err != nil {
		return DayRate{}, wrong
	}
	for range part {
		rate.Den *= 10
	}
	if rate.Num = n; rate.Num > rate.Den {
		return DayRate{}, wrong // more than the whole sum a day
	}
	return rate, nil
}

// of is what so much money costs that is late, counted in sums times days; rounded
// to the minor unit.
func (r DayRate) of(moneyDays *big.Int) int64 {
	if r.Num <= 0 || moneyDays.Sign() <= 0 {
		return 0
	}
	den := big.NewInt(r.Den)
	sum := new(big.Int).Mul(moneyDays, big.NewInt(2*r.Num))
	sum.Quo(sum.Add(sum, den), den.Mul(den, big.NewInt(2)))
	if !sum.IsInt64() || sum.Int64() > MaxAmount {
		return MaxAmount
	}
	return sum.Int64()
}

// LateInterest is what late payment of a receivable has cost up to a day: of
// every sum that was open past its due date, for the days on which it was
// (rule 2.6). It is never booked.
func (r *Receivable) LateInterest(to Date, allocations []Allocation, credits []Credit, rate DayRate) int64 {
	if r.DueOn == "" || r.DueOn >= to || r.Disputed {
		return 0
	}
	open := new(big.Int)
	during := func(amount int64, from, until Date) {
		days := max(min(until, to).Sub(max(from, r.DueOn)), 0)
		open.Add(open, new(big.Int).Mul(big.NewInt(amount), big.NewInt(int64(days))))
	}
	during(r.Amount, r.DueOn, to)
	for _, a := range allocations {
		until := to // what was taken off again was open once more
		if a.ReversedOn != "" {
			until = a.ReversedOn
		}
		during(-a.Amount, a.AllocatedOn, until)
	}
	for _, c := range credits {
		during(-c.Amount, c.CreditedOn, to)
	}
	for _, m := range r.OffMoves() {
		during(-m.Amount, m.On, to)
	}
	return rate.of(open)
}
