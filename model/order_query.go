package model

import "slices"

// OrderQuery says which orders a list shows, and in what order, as of the day.
type OrderQuery struct {
	Status    OrderStatus // one status; "" = all
	Open      bool        // only those that are neither closed nor cancelled
	Customer  int64       // of one customer only; 0 = of all
	Project   int64       // of one OEM project only; 0 = of all
	Search    string      // an order, a contract, a waybill, an invoice, a customer, a project, a product
	Late      bool        // promised for a day that has passed and not received, or the next node is late
	InTransit bool        // shipped and not received
	Pressing  bool        // late, or the next node is planned for the day
	Node      Node        // whose next node it is
	From, To  Date        // ordered in the period; "" = without a bound
	Filters   []Filter    // on OrderColumns
	Sort      string      // one of their codes, customer or id; empty = by promised day, then the newest
	Desc      bool
}

// OrderColumns is what a list of orders can show, be filtered and ordered by.
func OrderColumns() []Spec {
	list := make([]Spec, 0, len(OrderFields)+3)
	for _, f := range OrderFields {
		list = append(list, f.Spec)
	}
	return append(list, Spec{Code: "days_late", Kind: KindNumber, Min: -36500, Max: 36500, Kept: true},
		Spec{Code: "created_at", Kind: KindDate, Kept: true}, Spec{Code: "updated_at", Kind: KindDate, Kept: true})
}

// OrderColumn finds one of OrderColumns.
func OrderColumn(code string) (Spec, bool) {
	all := OrderColumns()
	i := slices.IndexFunc(all, func(s Spec) bool { return s.Code == code })
	if i < 0 {
		return Spec{}, false
	}
	return all[i], true
}

// OrderOf is an order as of a day with what a list shows beside its fields.
type OrderOf struct {
	Order
	Customer string
	Project  string // the name of the OEM project; "" = none
	Lines    int    // how many
	Nodes    OrderNodes
	Bar      []NodeState // of Nodes
	DaysLate int         // after the promised day, or that of the next node, whichever is worse; 0 = in time
}

// Share is what of the order's receivables is collected, in tenths of a
// percent; false while it has none.
func (o *Order) Share() (int64, bool) { return PerMille(o.Collected, o.Billed) }

// DaysLate is how many days an order is late on a day: the goods after the
// promised day or, worse, the next node after its planned one.
func (o *Order) DaysLate(today Date) int {
	late := 0
	if o.Status == OrderCancelled || o.Status == OrderClosed {
		return 0
	}
	if o.PromisedOn != "" && o.ReceivedOn == "" && o.Status == OrderConfirmed {
		late = max(late, today.Sub(o.PromisedOn))
	}
	if o.NextOn != "" {
		late = max(late, today.Sub(o.NextOn))
	}
	return late
}

// OrderDetail is an order with everything of it.
type OrderDetail struct {
	OrderOf
	LineList    []OrderLine
	Changes     []OrderChange // the newest first
	Receivables []ReceivableOf
	Troubled    []OrderLine // whose prices the rules stop
}

// OrderSum is what the orders of one status come to in one currency.
type OrderSum struct {
	Status      OrderStatus
	Currency    string
	Count       int
	Total       int64
	Billed      int64
	Collected   int64
	Outstanding int64
}

// OnTime is how the orders that customers received in a period kept to the
// promised days.
type OnTime struct {
	CustomerID int64 // 0 = all customers
	Customer   string
	Received   int // orders received, with a promised day
	InTime     int // of them, on or before it
	DaysLate   int // of the others, altogether
	Unpromised int // received without a promised day
}

// Rate is the on-time delivery rate 准时交付率 in tenths of a percent; false when
// nothing with a promised day was received.
func (t OnTime) Rate() (int64, bool) { return PerMille(int64(t.InTime), int64(t.Received)) }
