package model

import "slices"

// CreditOf is a credit note with whose it is, and of what.
type CreditOf struct {
	Credit
	Customer string // the name
	Debt     string // what the receivable is called
	Currency string // the receivable's
}

// CreditView is the list of credit notes up to the day, the latest first.
var CreditView = View[CreditOf]{
	Record:  "credit",
	Meta:    metaOfCredit,
	Columns: slices.Concat(creditColumns(), Instants(metaOfCredit)),
	Usual:   []string{"credited_on", "customer_id", "receivable_id", "amount", "reason"},
	Sort:    "-credited_on",
	Past:    true,
	Sums:    []string{"amount"},
	SumBy:   []string{"currency"},
}

func metaOfCredit(c *CreditOf) *Meta { return &c.Meta }

func creditColumns() []Column[CreditOf] {
	columns := Lift(CreditFields, func(c *CreditOf) *Credit { return &c.Credit })
	columns = named(columns, "customer_id", RowOfCustomer, func(c *CreditOf) string { return c.Customer })
	columns = named(columns, "receivable_id", RowOfReceivable, func(c *CreditOf) string { return c.Debt })
	return append(columns, debtCurrency(func(c *CreditOf) string { return c.Currency }))
}

// debtCurrency is the currency of what belongs to a receivable.
func debtCurrency[R any](of func(*R) string) Column[R] {
	return Column[R]{
		Spec: Spec{Code: "currency", Kind: KindText, Kept: true}, Get: func(r *R, _ AsOf) string { return of(r) },
		SQL: func(AsOf) string { return "(SELECT o.currency FROM receivable o WHERE o.id = r.receivable_id)" },
	}
}
