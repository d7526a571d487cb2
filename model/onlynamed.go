package model

import "slices"

// byItself are the fields of a card that the program fills in when a record only
// names the customer.
var byItself = []string{"kind", "class", "next_on", "next_basis"}

// OnlyNamed reports whether a card says nothing of the customer but the name: an
// order, an invoice or a payment of a file named them, and nobody wrote anything
// since.
func (c *Customer) OnlyNamed(s Settings) bool {
	blank := Customer{Name: c.Name, FilledOn: c.FilledOn}
	blank.Complete(s, c.FilledOn)
	for _, code := range CustomerFields.Diff(&blank, c) {
		f, _ := CustomerFields.ByCode(code)
		bought := code == "stage" && c.Stage == Won
		if !f.Kept && !bought && !slices.Contains(byItself, code) {
			return false
		}
	}
	return c.NextBasis == Computed
}
