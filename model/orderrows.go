package model

// The rows of the queue that orders bring (rule 2.10). A step's row is about
// its node.
const (
	AboutPastETA  = "past_eta" // the goods should have arrived
	AboutReceipt  = "receipt"  // two days later the receipt is not confirmed
	AboutPromised = "promised" // the promised day can't be kept, or wasn't
	AboutUndated  = "undated"  // no day was promised
	AboutReserved = "reserved" // reserved goods will be free again
	AboutAnswer   = "answer"   // a quote without an answer
	AboutInquiry  = "inquiry"  // an inquiry about a price, without a quote
)

// receiptAfter is how many days after the expected arrival the receipt is asked
// about.
const receiptAfter = 2

// undatedAfter is how many days after the order was confirmed its promised day is
// asked for, and silentGoods how many after the shipping the receipt is, where
// nobody knows when the goods arrive: no order disappears from Today (rule 2.9).
const (
	undatedAfter = 1
	silentGoods  = 3
)

// Ordered is an order with whose it is, as the queue looks at it.
type Ordered struct {
	Order
	Customer string
	Grade    Grade
}

func (o *Ordered) row(kind RowKind, about string, due Date, why Reason) Row {
	return Row{Kind: kind, Record: o.ID, About: about, CustomerID: o.CustomerID, Customer: o.Customer, Grade: o.Grade,
		Reason: why, DueOn: due, Amount: o.Total, Currency: o.Currency}
}

// rows are what an order asks for, whatever the day; each enters the queue on
// its DueOn.
func (o *Ordered) rows(s Settings) []Row {
	var rows []Row
	switch o.Status {
	case OrderQuote:
		if o.QuotedOn != "" {
			rows = append(rows, o.row(RowQuote, AboutAnswer, o.QuotedOn.AddDays(int(s.QuoteDays)),
				because("quote_answer", o.OrderNo, string(o.QuotedOn))))
		}
	case OrderReserved:
		rows = append(rows, o.row(RowQuote, AboutReserved, o.ReservedUntil.AddDays(-int(s.ReserveDays)),
			because("reserved", o.OrderNo, string(o.ReservedUntil))))
	case OrderConfirmed, OrderDelivered:
		rows = append(rows, o.steps(s)...)
	default:
		return nil
	}
	rows = append(rows, o.transit()...)
	if o.Review == ReviewNeeded && o.ShippedOn == "" && o.NextNode == NodeReview && o.NextOn != "" {
		rows = append(rows, o.row(RowOrderStep, string(NodeReview), o.NextOn, because("review", o.OrderNo, string(o.NextOn))))
	}
	return rows
}

// steps are the next node, the promised day at risk, and the invoice that is
// not out though the customer has the goods.
func (o *Ordered) steps(s Settings) []Row {
	var rows []Row
	arriving := o.NextNode == NodeReceive && len(o.transit()) > 0 // said by the shipment's row
	if o.NextOn != "" && o.Review != ReviewNeeded && !arriving {
		rows = append(rows, o.row(RowOrderStep, string(o.NextNode), o.NextOn.AddDays(-int(s.NodeLead)),
			because("order_node", o.OrderNo, string(o.NextNode), string(o.NextOn))))
	}
	if o.PromisedOn != "" && o.ShippedOn == "" && o.ReceivedOn == "" {
		rows = append(rows, o.row(RowOrderStep, AboutPromised, o.PromisedOn.AddDays(1-int(s.LeadShip)),
			because("promised", o.OrderNo, string(o.PromisedOn))))
	}
	if o.PromisedOn == "" && o.ShippedOn == "" && o.ReceivedOn == "" && o.ConfirmedOn != "" {
		rows = append(rows, o.row(RowOrderStep, AboutUndated, o.ConfirmedOn.AddDays(undatedAfter),
			because("undated", o.OrderNo, string(o.ConfirmedOn))))
	}
	if o.ReceivedOn != "" && o.InvoicedOn == "" && o.NextNode != NodeInvoice {
		rows = append(rows, o.row(RowOrderStep, string(NodeInvoice), o.ReceivedOn.AddDays(int(s.LagInvoice)),
			because("uninvoiced", o.OrderNo, string(o.ReceivedOn))))
	}
	return rows
}

// transit says that goods are late on their way: from the day after they were
// expected, and two days later that the receipt is not confirmed. Where nobody
// said when they arrive the receipt is asked for some days after the shipping. Of
// several shipments on their way the one that should be there first is asked for.
func (o *Ordered) transit() []Row {
	if !o.InTransit() {
		return nil
	}
	eta, part := o.Arrival(), ""
	if o.PartOnWay() {
		part = string(o.WayOn)
	}
	if eta == "" {
		return []Row{o.row(RowShipment, AboutReceipt, o.WayOn.AddDays(silentGoods),
			because("silent_goods", o.OrderNo, string(o.WayOn), o.WayCarrier, o.WayWaybill, part))}
	}
	why := func(code string) Reason {
		return because(code, o.OrderNo, string(eta), o.WayCarrier, o.WayWaybill, part)
	}
	late := o.row(RowShipment, AboutPastETA, eta.AddDays(1), why("past_eta"))
	late.gone = eta.AddDays(receiptAfter)
	return []Row{late, o.row(RowShipment, AboutReceipt, eta.AddDays(receiptAfter), why("unconfirmed"))}
}

// inquiryRow is an inquiry about a price that no quote has answered within a
// day.
func inquiryRow(k *Case, by Date) (Row, bool) {
	r, due := caseRow(k, by)
	r.Kind, r.About = RowQuote, AboutInquiry
	r.Reason = because("inquiry", string(k.Entry.At.Date()), firstLine(k.Entry.Situation))
	return r, due
}

// OfOrder reports whether a ticked row of the queue was about an order.
func (h Handled) OfOrder() bool {
	switch h.Kind {
	case RowShipment, RowOrderStep, RowQuote:
		return h.About != AboutInquiry
	}
	return false
}

// Answered are the ticks for the rows that an order had on the day before a
// change and doesn't have after it.
func Answered(before, after *Order, s Settings, today Date) []Handled {
	stays := map[handledKey]bool{}
	for _, r := range (&Ordered{Order: *after}).rows(s) {
		stays[r.key()] = true
	}
	var ticks []Handled
	for _, r := range (&Ordered{Order: *before}).rows(s) {
		if r.DueOn <= today && (r.gone == "" || r.gone > today) && !stays[r.key()] {
			ticks = append(ticks, Handled{Kind: r.Kind, Record: r.Record, About: r.About, CustomerID: after.CustomerID, DueOn: r.DueOn, On: today})
		}
	}
	return ticks
}

// orderRows are the rows of the queue that orders, and the habits of those who
// order, bring.
func orderRows(f Facts) []Row {
	var rows []Row
	for i := range f.Orders {
		rows = append(rows, f.Orders[i].rows(f.Settings)...)
	}
	for i := range f.Habits {
		rows = append(rows, f.Habits[i].rows(f.Settings)...)
	}
	return rows
}
