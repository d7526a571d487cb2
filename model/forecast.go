package model

import (
	"cmp"
	"slices"
)

// leastClosed is from how many closed customers on a forecast is worth saying
// (rule 2.11).
const leastClosed = 20

// ClosedNeeded is how many more there have to be.
func ClosedNeeded(closed int) int64 { return int64(max(leastClosed-closed, 0)) }

// Closed is a customer whose deal was won or lost, as a forecast looks at it:
// the values of its factors before that.
type Closed struct {
	CustomerID int64
	Won        bool
	Factors    []string // in the order of ForecastFactors
}

// NewClosed is a customer whose deal was won or lost. That a lost one is of grade
// E and has no need says only that it was lost: it isn't known what it was before.
func NewClosed(customer int64, won bool, grade, source, need string) Closed {
	if !won && grade == string(GradeE) {
		grade = ""
	}
	if !won && need == string(NeedNone) {
		need = ""
	}
	return Closed{customer, won, []string{grade, source, need}}
}

// WhoClosed are the customers among some who are closed, or who were won, with a
// factor's value; of no factor all of them.
func WhoClosed(closed []Closed, factor, value string, wonOnly bool) (ids []int64) {
	at := slices.Index(ForecastFactors, factor)
	for _, c := range closed {
		if (at < 0 || c.Factors[at] == value) && (c.Won || !wonOnly) {
			ids = append(ids, c.CustomerID)
		}
	}
	return ids
}

// ForecastFactors are what customers are likened by.
var ForecastFactors = []string{"grade", "source", "need"}

// WonShare is how many of some closed customers were won.
type WonShare struct{ Won, All int }

// PerMille is the share in tenths of a percent; of none 0.
func (s WonShare) PerMille() int64 { n, _ := PerMille(int64(s.Won), int64(s.All)); return n }

// FactorShare is the share won among those closed who had a factor's value.
type FactorShare struct {
	Factor, Value string
	WonShare
}

// Odds are what one's own closed customers say of how likely a deal is.
type Odds struct {
	WonShare
	Factors []FactorShare
}

// NewOdds is what closed customers say; false when they are too few to say
// anything.
func NewOdds(closed []Closed) (Odds, bool) {
	var o Odds
	for _, c := range closed {
		o.WonShare.add(c.Won)
		for i, value := range c.Factors {
			if value == "" {
				continue
			}
			f := o.factor(ForecastFactors[i], value)
			if f == nil {
				o.Factors = append(o.Factors, FactorShare{Factor: ForecastFactors[i], Value: value})
				f = &o.Factors[len(o.Factors)-1]
			}
			f.add(c.Won)
		}
	}
	slices.SortStableFunc(o.Factors, func(a, b FactorShare) int {
		return cmp.Or(cmp.Compare(slices.Index(ForecastFactors, a.Factor), slices.Index(ForecastFactors, b.Factor)),
			cmp.Compare(a.Value, b.Value))
	})
	return o, o.All >= leastClosed
}

func (s *WonShare) add(won bool) {
	s.All++
	if won {
		s.Won++
	}
}

func (o *Odds) factor(factor, value string) *FactorShare {
	i := slices.IndexFunc(o.Factors, func(f FactorShare) bool { return f.Factor == factor && f.Value == value })
	if i < 0 {
		return nil
	}
	return &o.Factors[i]
}

// Of is how likely a customer with some factors is won, in tenths of a percent:
// the mean of the shares won among those who had each factor's value; of one
// that nobody had, the share among all.
func (o Odds) Of(factors []string) int64 {
	var sum int64
	for i, value := range factors {
		share := o.WonShare
		if f := o.factor(ForecastFactors[i], value); f != nil {
			share = f.WonShare
		}
		sum += share.PerMille()
	}
	if len(factors) == 0 {
		return o.PerMille()
	}
	return sum / int64(len(factors))
}

// Weighed is an amount times how likely it comes, rounded half up.
func Weighed(amount, perMille int64) int64 {
	whole, rest := amount/1000, amount%1000
	return whole*perMille + (rest*perMille+500)/1000
}
