package model

import "strconv"

// ReceivableQuery is a Query of receivables as their screens still write it:
// it says which receivables a list shows, and in what order.
type ReceivableQuery struct {
	Customer int64        // of one customer only; 0 = of all
	Search   string       // a customer, an invoice, an order
	Open     bool         // only those with something open
	Promise  PromiseState // pending or broken: of the latest promise
	Filters  []Filter     // on columns of ReceivableView
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

// Query is the same of the list.
func (q ReceivableQuery) Query() Query {
	list := Query{Search: q.Search, Sort: q.Sort, Desc: q.Desc}
	if q.Sort == "" && q.Desc {
		list.Sort = ReceivableView.Sort
	}
	if q.Customer != 0 {
		list.Filters = append(list.Filters, OfCustomer(q.Customer))
	}
	if q.Open {
		list.Filters = append(list.Filters, on("open")...)
	}
	list.Preset = map[PromiseState]string{PromisePending: "promised"}[q.Promise]
	if q.Promise != "" && list.Preset == "" {
		list.Preset = string(q.Promise)
	}
	list.Filters = append(list.Filters, q.Filters...)
	return list
}

// Query is the same of the list.
func (q PaymentQuery) Query() Query {
	list := Query{Search: q.Search, Sort: q.Sort, Desc: q.Desc, Filters: q.Filters}
	if q.Customer != 0 {
		list.Filters = append([]Filter{OfCustomer(q.Customer)}, q.Filters...)
	}
	return list
}

// OfCustomer is the condition that a row is of a customer.
func OfCustomer(id int64) Filter {
	return Filter{Field: "customer_id", Op: OpIs, Value: strconv.FormatInt(id, 10)}
}
