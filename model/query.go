package model

import "fmt"

// Query says which customers a list shows, and in what order.
type Query struct {
	Search   string   // characters, digits, pinyin, initials
	Filters  []Filter // all of which hold
	Sort     string   // a code of ListFields, or id; empty = by name's pinyin, or by fit when searching
	Desc     bool
	Archived bool // the archived ones instead, unless a filter asks for them
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
