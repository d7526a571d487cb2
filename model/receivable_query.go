package model

import "slices"

// ReceivableQuery says which receivables a list shows, and in what order.
type ReceivableQuery struct {
	Customer int64        // of one customer only; 0 = of all
	Search   string       // a customer, an invoice, an order
	Open     bool         // only those with something open
	Promise  PromiseState // pending or broken: of the latest promise
	Filters  []Filter     // on ReceivableColumns
	Sort     string       // one of their codes, customer or id; empty = by due date
	Desc     bool
}

// PaymentQuery says which payments a list shows, and in what order.
type PaymentQuery struct {
	Customer int64
	Search   string // a customer, a receipt, a payer
	Filters  []Filter
	Sort     string // a field's code or id; empty = the latest first
	Desc     bool
}

// ReceivableColumns is what a list of receivables can show, be filtered and
// ordered by: its fields, and what follows from them as of the day.
func ReceivableColumns(b Buckets) []Spec {
	var list []Spec
	for _, f := range ReceivableFields {
		list = append(list, f.Spec)
	}
	return append(list,
		axis("status", OweStatuses...), axis("bucket", b.Codes()...),
		Spec{Code: "balance", Kind: KindAmount, Kept: true},
		Spec{Code: "days_late", Kind: KindNumber, Min: -36500, Max: 36500, Kept: true},
		Spec{Code: "created_at", Kind: KindDate, Kept: true}, Spec{Code: "updated_at", Kind: KindDate, Kept: true})
}

// ReceivableColumn finds one of ReceivableColumns.
func ReceivableColumn(code string, b Buckets) (Spec, bool) {
	all := ReceivableColumns(b)
	i := slices.IndexFunc(all, func(s Spec) bool { return s.Code == code })
	if i < 0 {
		return Spec{}, false
	}
	return all[i], true
}
