package model

import (
	"slices"
	"strconv"
)

// QueueView is what the rows of Today can be narrowed down to: the queue is
// worked out, and not read by the database.
var QueueView = View[Row]{
	Record: "handled",
	Meta:   func(*Row) *Meta { return &Meta{} },
	Columns: []Column[Row]{
		{
			Spec: axis("kind", RowBroken, RowCase, RowChase, RowBill, RowFollowUp, RowRetry, RowShipment, RowOrderStep, RowQuote, RowReminder,
				RowStep, RowRegrade, RowGradeMe, RowPaper, RowDate, RowAlert),
			Get: func(r *Row, _ AsOf) string { return string(r.Kind) },
		},
		{Spec: axis("grade", Grades...), Get: func(r *Row, _ AsOf) string { return string(r.Grade) }},
		{
			Spec: Spec{Code: "customer_id", Kind: KindRef, Of: RowOfCustomer, Kept: true}, Name: func(r *Row) string { return r.Customer },
			Get: func(r *Row, _ AsOf) string { return NumberText(r.CustomerID) },
		},
		{Spec: Spec{Code: "days_late", Kind: KindNumber, Kept: true}, Get: func(r *Row, _ AsOf) string { return strconv.Itoa(r.DaysLate) }},
	},
}

// Fits reports whether a row meets conditions on the columns of QueueView.
func (r *Row) Fits(filters []Filter) bool {
	for _, f := range filters {
		if c, ok := QueueView.Column(f.Field); !ok || !f.fits(c.Get(r, AsOf{})) {
			return false
		}
	}
	return true
}

// fits reports whether a choice, a reference or a number meets the condition.
func (f Filter) fits(value string) bool {
	switch f.Op {
	case OpEmpty:
		return value == ""
	case OpFilled:
		return value != ""
	case OpIs:
		return slices.Contains(f.Values(), value)
	case OpNot:
		return !slices.Contains(f.Values(), value)
	case OpFrom, OpTo:
		n, err := strconv.Atoi(value)
		bound, wrong := strconv.Atoi(f.Value)
		return err == nil && wrong == nil && (n == bound || (n > bound) == (f.Op == OpFrom))
	}
	return false
}
