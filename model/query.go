package model

import "fmt"

// Query says which rows of a list are shown, and in what order.
type Query struct {
	Preset   string   // one of the view's named lists; "" = all
	Search   string   // characters, digits, pinyin, initials
	Filters  []Filter // all of which hold
	Sort     string   // a column's code, or id; empty = the list's own order, or by fit when searching customers
	Desc     bool
	Archived bool // what was put away instead, unless a filter asks for it
}

// Totals is what stands below a list of customers.
type Totals struct {
	Expected []Money // the expected amounts, a sum a currency, the largest first
}

// AmbiguousError names the customers that a text could mean. It is an
// ErrAmbiguous.
type AmbiguousError struct {
	Text      string
	Customers []Customer // some of them
}

func (e *AmbiguousError) Error() string { return fmt.Sprintf("%q: %v", e.Text, ErrAmbiguous) }

func (e *AmbiguousError) Unwrap() error { return ErrAmbiguous }
