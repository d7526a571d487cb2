package model

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
)

// Query says which rows of a list are shown, and in what order.
type Query struct {
	Preset   string   // one of the view's named lists; "" = all
	Search   string   // characters, digits, pinyin, initials
	Filters  []Filter // all of which hold
	Sort     string   // a column's code, or id; empty = the list's own order, or by fit when searching customers
	Desc     bool
	Archived bool // what was put away instead, unless a filter asks for it
}

// QueryOf is the rows of one customer: those of a preset, or all.
func QueryOf(customer int64, preset string) Query {
	return Query{Preset: preset, Filters: []Filter{{Field: "customer_id", Op: OpIs, Value: strconv.FormatInt(customer, 10)}}}
}

// ExpectedSums is what the deals of a list of customers may come to, a sum a
// currency, the largest first.
func ExpectedSums(sums []Sum) []Money {
	var expected []Money
	for _, s := range sums {
		if s.Of[0] != 0 {
			expected = append(expected, Money{Amount: s.Of[0], Currency: s.By[0]})
		}
	}
	slices.SortStableFunc(expected, func(a, b Money) int { return cmp.Compare(b.Amount, a.Amount) })
	return expected
}

// AmbiguousError names the customers that a text could mean. It is an
// ErrAmbiguous.
type AmbiguousError struct {
	Text      string
	Customers []Customer // some of them
}

func (e *AmbiguousError) Error() string { return fmt.Sprintf("%q: %v", e.Text, ErrAmbiguous) }

func (e *AmbiguousError) Unwrap() error { return ErrAmbiguous }
