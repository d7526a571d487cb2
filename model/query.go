package model

import "fmt"

// Query says which customers a list shows, and in what order.
type Query struct {
	Search   string            // characters, digits, pinyin, initials
	Filter   map[string]string // field code = value; "" = the field is empty
	Sort     string            // a field code; empty = by name's pinyin, or by fit when searching
	Desc     bool
	Archived bool // the archived ones instead
}

// AmbiguousError names the customers that a text could mean. It is an
// ErrAmbiguous.
type AmbiguousError struct {
	Text      string
	Customers []Customer // some of them
}

func (e *AmbiguousError) Error() string { return fmt.Sprintf("%q: %v", e.Text, ErrAmbiguous) }

func (e *AmbiguousError) Unwrap() error { return ErrAmbiguous }
