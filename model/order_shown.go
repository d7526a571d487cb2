package model

// OrderOf is an order as of a day with what a list shows beside its fields.
type OrderOf struct {
	Order
	Customer string
	Buyer    Brought     // by what the customer came
	Project  string      // the name of the OEM project; "" = none
	Lines    int         // how many
	LineList []OrderLine // only where all of it is asked for
	// ChangeList is how it was changed, the oldest first, only where all of it is
	// asked for.
	ChangeList []OrderChange
	Nodes      OrderNodes
	Bar        []NodeState // of Nodes
	DaysLate   int         // the goods, after the promised day; 0 = in time
	NextLate   int         // the next node, after its planned day; 0 = in time
}

// Share is what of the order's receivables is collected, in tenths of a
// percent; false while it has none.
func (o *Order) Share() (int64, bool) { return PerMille(o.Collected, o.Billed) }

// DaysLate is how many days after the promised one the customer had the goods
// or, while the order stands, still hasn't on a day.
func (o *Order) DaysLate(today Date) int {
	switch {
	case o.PromisedOn == "" || !o.Status.Binding():
		return 0
	case o.ReceivedOn != "":
		return max(o.ReceivedOn.Sub(o.PromisedOn), 0)
	}
	return max(today.Sub(o.PromisedOn), 0)
}

// NextLate is how many days after its planned one the next node still isn't
// done on a day.
func (o *Order) NextLate(today Date) int {
	if o.NextOn == "" {
		return 0
	}
	return max(today.Sub(o.NextOn), 0)
}

// OrderDetail is an order with everything of it.
type OrderDetail struct {
	OrderOf
	Changes     []OrderChange // the newest first
	Receivables []ReceivableOf
	Troubled    []OrderLine // whose prices the rules stop
	Shipments   []Shipment  // the earliest first, and so are the invoices
	Invoices    []Invoice
	Part        int // the shipment that this is of the order; 0 = all of it
}

// InParts reports whether the order went out or was billed in parts, or is about
// to: what an order has of one each, the order itself says.
func (d *OrderDetail) InParts() bool {
	return len(d.Shipments) > 1 || len(d.Invoices) > 1 || len(d.Shipments) == 1 && d.ShippedOn == "" ||
		len(d.Invoices) == 1 && d.InvoicedOn == ""
}

// Rest is what is still to go out of an order, in words, and to be billed.
func (d *OrderDetail) Rest() (goods string, amount int64) {
	left, _ := ToShip(d.LineList, d.Shipments)
	return GoodsText(d.LineList, left), max(d.Total-d.Invoiced, 0)
}

// PaidBy is what of an order a customer has paid: an order that went from one to
// another may have been paid by both.
func (d *OrderDetail) PaidBy(customer int64) (sum int64) {
	for i := range d.Receivables {
		if r := &d.Receivables[i]; r.CustomerID == customer {
			sum += r.Now.Paid // never more than the order
		}
	}
	return sum
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

// OrderSums are the sums of OrderView.
func OrderSums(sums []Sum) []OrderSum {
	lines := make([]OrderSum, len(sums))
	for i, s := range sums {
		lines[i] = OrderSum{OrderStatus(s.By[0]), s.By[1], s.Count, s.Of[0], s.Of[1], s.Of[2], s.Of[3]}
	}
	return lines
}

// GivenUp is what of the receivables was written off: with what was collected
// and what is open it makes what was billed.
func (o OrderSum) GivenUp() int64 { return o.Billed - o.Collected - o.Outstanding }

// OrderTotal is what orders of all statuses come to in one currency. What was
// sold is what was collected, given up, not billed yet and open; what is only
// offered, and what was cancelled, is counted apart.
type OrderTotal struct {
	Currency    string
	Count       int
	Sold        int64
	Collected   int64
	GivenUp     int64
	Unbilled    int64
	Outstanding int64
	Offered     int64 // quotes and reserved ones
	Cancelled   int64
}

// OrderTotals adds the sums of the statuses up, a line a currency in the order
// in which they come; false when a sum can't be kept.
func OrderTotals(list []OrderSum) (totals []OrderTotal, ok bool) {
	at, ok := map[string]int{}, true
	add := func(to *int64, n int64) {
		sum, fits := AddMoney(*to, n)
		*to, ok = sum, ok && fits
	}
	for _, o := range list {
		i, known := at[o.Currency]
		if !known {
			i = len(totals)
			at[o.Currency] = i
			totals = append(totals, OrderTotal{Currency: o.Currency})
		}
		t := &totals[i]
		t.Count += o.Count
		switch {
		case o.Status == OrderCancelled:
			add(&t.Cancelled, o.Total)
		case !o.Status.Binding():
			add(&t.Offered, o.Total)
		default:
			add(&t.Sold, o.Total)
			add(&t.Collected, o.Collected)
			add(&t.GivenUp, o.GivenUp())
			add(&t.Unbilled, o.Total-o.Billed)
			add(&t.Outstanding, o.Outstanding)
		}
	}
	return totals, ok
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
