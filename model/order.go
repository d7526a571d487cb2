package model

import "slices"

// The enumerations of an order (rule 1.4).
type (
	OrderStatus string // how far it has come; it follows from the nodes and the money
	Review      string // whether its prices stand
)

const (
	OrderQuote     OrderStatus = "quote"     // 报价
	OrderReserved  OrderStatus = "reserved"  // 预留
	OrderConfirmed OrderStatus = "confirmed" // 已确认
	OrderDelivered OrderStatus = "delivered" // 已交付
	OrderClosed    OrderStatus = "closed"    // 已结
	OrderCancelled OrderStatus = "cancelled" // 已取消

	// ReviewFine: no price is under its floor, no discount over the limit, or
	// all was looked at again after the last change.
	ReviewFine     Review = ""
	ReviewNeeded   Review = "needed"
	ReviewApproved Review = "approved" // somebody approved prices that the rules stop
)

// OrderStatuses are the statuses in the order of the pipeline.
var OrderStatuses = []OrderStatus{OrderQuote, OrderReserved, OrderConfirmed, OrderDelivered, OrderClosed, OrderCancelled}

// Open reports whether something is still to be done for an order in the
// status before the customer has the goods.
func (s OrderStatus) Open() bool {
	return s == OrderQuote || s == OrderReserved || s == OrderConfirmed
}

// Binding reports whether the customer has ordered: the sum counts as sold.
func (s OrderStatus) Binding() bool {
	return s == OrderConfirmed || s == OrderDelivered || s == OrderClosed
}

// Order is what a customer asks for, from the quote to the payment (rule 1.4).
// Amounts are minor units of Currency.
type Order struct {
	Meta
	OrderNo    string // unique
	CustomerID int64
	ProjectID  int64 // the OEM project that it belongs to; 0 = none
	OrderedOn  Date
	QuotedOn   Date // when the customer got the quote; "" = not yet
	PromisedOn Date // when the customer is to have the goods
	Currency   string
	Terms      string // as people write them, rule 2.5; empty = the customer's
	Seller     string // 业务员
	Status     OrderStatus

	ReservedOn    Date
	ReservedUntil Date
	ContractNo    string
	SignedOn      Date

	Review      Review
	ApprovedBy  string
	ApprovedOn  Date
	ApprovedWhy string
	LimitWhy    string // why it was taken over the credit limit
	ShipWhy     string // why it was shipped although not all that is due before was paid, or to a customer at a stop

	Carrier    string
	Waybill    string
	Vehicle    string
	ETA        Date
	ShippedOn  Date
	ReceivedOn Date
	ReceivedBy string
	AcceptedOn Date // 验收/安装完毕
	InvoiceNo  string
	Remark     string

	ConfirmedOn  Date
	ReconciledOn Date
	InvoicedOn   Date
	ClosedOn     Date
	CancelledOn  Date
	CancelledWhy string

	// Kept from the lines, the nodes and the receivables, whatever their day.
	Total       int64 // the sum of the lines
	Billed      int64 // the receivables made of it, less what was credited
	Collected   int64 // paid on them
	Outstanding int64 // open of them
	NextNode    Node
	NextOn      Date  // for when NextNode is planned
	ShipBy      Date  // for when shipping is planned
	Shipped     int64 // what has gone out of all lines, in thousandths
	Invoiced    int64 // what has been billed
	PartOn      Date  // the latest day of a shipment or an invoice
	WayOn       Date  // of the shipments on their way, when the one went out that is expected first
	WayETA      Date  // when that one is expected
	WayCarrier  string
	WayWaybill  string
	MovedOn     Date // the latest day on which something happened to it
}

// When a form of an order asks for a field.
const (
	untilConfirmed = "until confirmed" // what a confirmed order rests on isn't edited any more
	whileQuoted    = "while quoted"    // a quote that is there; a new order says how it begins
	onceConfirmed  = "once confirmed"
)

// Asked are the fields that the order's form asks for, in its order.
func (o *Order) Asked() []string {
	switch {
	case o.ConfirmedOn != "" || o.Status == OrderCancelled:
		return OrderFields.Form(onceConfirmed)
	case o.ID == 0:
		return OrderFields.Form(untilConfirmed)
	}
	return OrderFields.Form(untilConfirmed, whileQuoted)
}

// OrderFields is the order's field table.
var OrderFields = Fields[Order]{
	text("order_no", func(o *Order) *string { return &o.OrderNo }).required().max(60).begins("order").form(1).half().flag("no"),
	ofCustomer(func(o *Order) *int64 { return &o.CustomerID }),
	ref("project_id", RowOfProject, func(o *Order) *int64 { return &o.ProjectID }).kept(),
	date("ordered_on", func(o *Order) *Date { return &o.OrderedOn }).required().near().form(2).when(untilConfirmed).flag("on"),
	date("quoted_on", func(o *Order) *Date { return &o.QuotedOn }).form(3).when(whileQuoted),
	date("promised_on", func(o *Order) *Date { return &o.PromisedOn }).near().form(9).when(untilConfirmed).flag("promised"),
	text("currency", func(o *Order) *string { return &o.Currency }).required().max(3).form(4).half().when(untilConfirmed).flag("currency"),
	text("terms", func(o *Order) *string { return &o.Terms }).form(8).when(untilConfirmed).flag("terms"),
	text("salesperson", func(o *Order) *string { return &o.Seller }).form(5),
	text("contract_no", func(o *Order) *string { return &o.ContractNo }).form(6).half().flag("contract"),
	date("signed_on", func(o *Order) *Date { return &o.SignedOn }).form(7),
	choice("status", OrderStatuses, func(o *Order) *OrderStatus { return &o.Status }).kept(),
	date("reserved_on", func(o *Order) *Date { return &o.ReservedOn }).kept(),
	date("reserved_until", func(o *Order) *Date { return &o.ReservedUntil }).kept().ahead(),
	choice("review", []Review{ReviewNeeded, ReviewApproved}, func(o *Order) *Review { return &o.Review }).kept(),
	text("approved_by", func(o *Order) *string { return &o.ApprovedBy }).kept(),
	date("approved_on", func(o *Order) *Date { return &o.ApprovedOn }).kept(),
	note("approved_reason", func(o *Order) *string { return &o.ApprovedWhy }).kept(),
	note("limit_reason", func(o *Order) *string { return &o.LimitWhy }).kept(),
	note("ship_reason", func(o *Order) *string { return &o.ShipWhy }).kept(),
	text("carrier", func(o *Order) *string { return &o.Carrier }).begins("shipment").form(10).half().when(onceConfirmed),
	text("waybill", func(o *Order) *string { return &o.Waybill }).form(11).when(onceConfirmed),
	text("vehicle", func(o *Order) *string { return &o.Vehicle }).form(12).half().when(onceConfirmed),
	date("eta", func(o *Order) *Date { return &o.ETA }).near().form(13).when(onceConfirmed),
	date("shipped_on", func(o *Order) *Date { return &o.ShippedOn }).kept(),
	date("received_on", func(o *Order) *Date { return &o.ReceivedOn }).kept(),
	text("received_by", func(o *Order) *string { return &o.ReceivedBy }).form(14).half().when(onceConfirmed),
	date("accepted_on", func(o *Order) *Date { return &o.AcceptedOn }).form(15).when(onceConfirmed),
	text("invoice_no", func(o *Order) *string { return &o.InvoiceNo }).form(16).half().when(onceConfirmed),
	note("remark", func(o *Order) *string { return &o.Remark }).form(17).line().flag("remark"),
	date("confirmed_on", func(o *Order) *Date { return &o.ConfirmedOn }).kept(),
	date("reconciled_on", func(o *Order) *Date { return &o.ReconciledOn }).kept(),
	date("invoiced_on", func(o *Order) *Date { return &o.InvoicedOn }).kept(),
	date("closed_on", func(o *Order) *Date { return &o.ClosedOn }).kept(),
	date("cancelled_on", func(o *Order) *Date { return &o.CancelledOn }).kept(),
	note("cancelled_reason", func(o *Order) *string { return &o.CancelledWhy }).kept(),
	amount("total", func(o *Order) *int64 { return &o.Total }).kept(),
	amount("billed", func(o *Order) *int64 { return &o.Billed }).kept(),
	amount("collected", func(o *Order) *int64 { return &o.Collected }).kept(),
	amount("outstanding", func(o *Order) *int64 { return &o.Outstanding }).kept(),
	choice("next_node", Nodes, func(o *Order) *Node { return &o.NextNode }).kept(),
	date("next_on", func(o *Order) *Date { return &o.NextOn }).kept(),
	date("ship_by", func(o *Order) *Date { return &o.ShipBy }).kept(),
	quantity("shipped", func(o *Order) *int64 { return &o.Shipped }).kept(),
	amount("invoiced", func(o *Order) *int64 { return &o.Invoiced }).kept(),
	date("part_on", func(o *Order) *Date { return &o.PartOn }).kept(),
	date("way_on", func(o *Order) *Date { return &o.WayOn }).kept(),
	date("way_eta", func(o *Order) *Date { return &o.WayETA }).near().kept(),
	text("way_carrier", func(o *Order) *string { return &o.WayCarrier }).kept(),
	text("way_waybill", func(o *Order) *string { return &o.WayWaybill }).kept(),
	date("moved_on", func(o *Order) *Date { return &o.MovedOn }).kept(),
}

// Complete fills in what a new order takes from the customer, the settings and
// the day; terms may be a plan's name.
func (o *Order) Complete(c *Customer, s Settings, today Date) {
	setIfEmpty(&o.OrderedOn, today)
	setIfEmpty(&o.Currency, c.Currency)
	setIfEmpty(&o.Currency, s.Currency)
	setIfEmpty(&o.Seller, c.Owner)
	setIfEmpty(&o.Seller, s.Salesperson)
	o.Terms = s.PlanOf(o.Terms)
}

// Check refuses an order that can't be kept.
func (o *Order) Check() error {
	if err := OrderFields.Check(o); err != nil {
		return err
	}
	if !IsCurrency(o.Currency) {
		return At("currency", Refuse(RefusedCurrency, o.Currency))
	}
	for _, later := range []struct {
		code string
		day  Date
	}{{"promised_on", o.PromisedOn}, {"accepted_on", o.AcceptedOn}} {
		if later.day != "" && later.day < o.OrderedOn {
			return At(later.code, Refuse(RefusedEarlier, string(later.day), string(o.OrderedOn)))
		}
	}
	if o.ETA != "" && o.ShippedOn != "" && o.ETA < o.ShippedOn {
		return At("eta", Refuse(RefusedEarlier, string(o.ETA), string(o.ShippedOn)))
	}
	if o.Terms != "" {
		if _, err := ParseTerms(o.Terms); err != nil {
			return err
		}
	}
	return nil
}

// statusOn is the status that the days of the order give it on a day.
func (o *Order) statusOn(day Date) OrderStatus {
	on := func(d Date) bool { return d != "" && d <= day }
	switch {
	case on(o.CancelledOn):
		return OrderCancelled
	case on(o.ClosedOn):
		return OrderClosed
	case on(o.ConfirmedOn) && on(o.ReceivedOn):
		return OrderDelivered
	case on(o.ConfirmedOn):
		return OrderConfirmed
	case on(o.ReservedOn):
		return OrderReserved
	}
	return OrderQuote
}

// Follow brings what an order keeps in line with its nodes and its money:
// paidUp is the day since which nothing of its receivables is open, "" while
// something is. It is closed when the customer has the goods, the account is
// agreed on, the invoice is out and all is paid.
func (o *Order) Follow(nodes OrderNodes, paidUp Date) {
	o.ConfirmedOn, o.ShippedOn, o.ReceivedOn = nodes.done(NodeConfirm), nodes.done(NodeShip), nodes.done(NodeReceive)
	o.ReconciledOn, o.InvoicedOn = nodes.done(NodeReconcile), nodes.done(NodeInvoice)
	o.ClosedOn = ""
	if paidUp != "" && o.ConfirmedOn != "" && o.ReceivedOn != "" && o.ReconciledOn != "" && o.InvoicedOn != "" {
		o.ClosedOn = max(paidUp, o.ReceivedOn, o.ReconciledOn, o.InvoicedOn)
	}
	o.Status = o.statusOn(lastDate)
	next := nodes.next(o)
	o.NextNode, o.NextOn = next.Node, next.PlannedOn
	o.MovedOn = max(o.OrderedOn, o.QuotedOn, o.ReservedOn, o.AcceptedOn, o.ApprovedOn, o.ClosedOn, o.CancelledOn, o.PartOn)
	for _, n := range nodes {
		o.MovedOn = max(o.MovedOn, n.DoneOn)
	}
}

// Events are the days of the order from which the due dates of its
// receivables count (rule 2.5).
func (o *Order) Events() Events {
	return Events{EventSign: o.ConfirmedOn, EventShipBy: o.ShipBy, EventShip: o.ShippedOn, EventReceive: o.ReceivedOn,
		EventInvoice: o.InvoicedOn, EventAccept: o.AcceptedOn, EventReconcile: o.ReconciledOn}
}

// Unbilled is what of a binding order has not become a receivable yet.
func (o *Order) Unbilled() int64 {
	if !o.Status.Binding() {
		return 0
	}
	return max(o.Total-o.Billed, 0)
}

// InTransit reports whether goods of the order are on their way, all of them or a
// part.
func (o *Order) InTransit() bool {
	return (o.Status == OrderConfirmed || o.Status == OrderDelivered) && o.WayOn != ""
}

// PartOnWay reports whether what is on its way is a part of the goods, or goes out
// after the order was delivered: its receipt is the shipment's alone.
func (o *Order) PartOnWay() bool {
	return o.InTransit() && (o.ShippedOn == "" || o.ReceivedOn != "")
}

// Arrival is when what is on its way should be there; "" = nobody knows. Parts
// are due by themselves, all of the goods on the promised day at the latest.
func (o *Order) Arrival() Date {
	if o.WayETA == "" && !o.PartOnWay() {
		return o.PromisedOn
	}
	return o.WayETA
}

// ForgetKept empties what the rules keep, of an order that is to be added.
func (o *Order) ForgetKept() {
	project, customer := o.ProjectID, o.CustomerID
	for _, f := range OrderFields {
		if f.Kept {
			f.Set(o, "")
		}
	}
	o.ProjectID, o.CustomerID = project, customer
}

// MayEdit refuses what an edited order may not change any more: once it is
// confirmed, what its receivables and the promise to the customer rest on.
func (o *Order) MayEdit(kept *Order) error {
	if kept.ConfirmedOn == "" {
		return nil
	}
	for _, code := range OrderFields.Diff(kept, o) {
		switch code {
		case "ordered_on", "currency", "terms", "promised_on":
			return At(code, Refuse(RefusedConfirmed))
		}
	}
	return nil
}

// MayStep refuses a step that an order can't take.
func (o *Order) MayStep(st NodeStep, lines []OrderLine, s Settings) error {
	after := o.OrderedOn
	switch {
	case !slices.Contains(Nodes, st.Node):
		return At("node", Refuse(RefusedNode, string(st.Node)))
	case o.Status == OrderCancelled:
		return Refuse(RefusedStatus, string(o.Status))
	case st.Node == NodeReview && st.By == "" && o.Review != ReviewApproved && len(Troubled(lines, s)) > 0:
		return stopped(lines, s)
	case (st.Node == NodeConfirm || st.Node == NodeShip) && o.Review == ReviewNeeded:
		return stopped(lines, s)
	case st.Node == NodeConfirm && len(lines) == 0:
		return At("lines", Refuse(RefusedRequired))
	case slices.Index(Nodes, st.Node) >= slices.Index(Nodes, NodeShip):
		if o.ConfirmedOn == "" {
			return Refuse(RefusedStatus, string(o.Status))
		}
	}
	if err := st.written(o); err != nil {
		return err
	}
	switch later := o.doneOn(NodeReceive); {
	case st.Node == NodeReceive && o.ShippedOn == "" && !st.Told:
		return Refuse(RefusedNeeds, string(NodeShip))
	case st.Node == NodeReceive:
		after = max(after, o.ShippedOn)
		if o.AcceptedOn != "" && st.On > o.AcceptedOn {
			return At("done_on", Refuse(RefusedAfter, string(st.On), "accepted_on", string(o.AcceptedOn)))
		}
	case st.Node == NodeShip && later != "" && st.On > later && !st.Told:
		return At("done_on", Refuse(RefusedAfter, string(st.On), string(NodeReceive), string(later)))
	}
	if st.On < after {
		return At("done_on", Refuse(RefusedEarlier, string(st.On), string(after)))
	}
	return nil
}

// MayUnstep refuses to take a node back while one is done that needs it: the
// goods were received, so they were shipped; they were accepted, so they were
// received.
func (o *Order) MayUnstep(node Node) error {
	switch {
	case o.Status == OrderCancelled:
		return Refuse(RefusedStatus, string(o.Status))
	case o.doneOn(node) == "":
		return nil
	case node == NodeShip && o.ReceivedOn != "":
		return Refuse(RefusedFollowed, string(NodeReceive))
	case node == NodeReceive && o.AcceptedOn != "":
		return Refuse(RefusedFollowed, "accepted_on")
	}
	return nil
}

// MayAccept refuses an acceptance without a receipt, or that lies before it.
func (o *Order) MayAccept() error {
	if o.AcceptedOn != "" && o.ReceivedOn == "" {
		return At("accepted_on", Refuse(RefusedNeeds, string(NodeReceive)))
	}
	return o.inOrder()
}

// inOrder refuses a receipt that lies before the goods went out, and an
// acceptance that lies before the receipt.
func (o *Order) inOrder() error {
	switch {
	case o.ReceivedOn != "" && o.ReceivedOn < o.ShippedOn:
		return At("received_on", Refuse(RefusedEarlier, string(o.ReceivedOn), string(o.ShippedOn)))
	case o.AcceptedOn != "" && o.AcceptedOn < o.ReceivedOn:
		return At("accepted_on", Refuse(RefusedEarlier, string(o.AcceptedOn), string(o.ReceivedOn)))
	}
	return nil
}

// doneOn is the day on which one of the nodes that the order keeps the days of
// was done; "" for the others.
func (o *Order) doneOn(node Node) Date {
	return map[Node]Date{NodeConfirm: o.ConfirmedOn, NodeShip: o.ShippedOn, NodeReceive: o.ReceivedOn,
		NodeReconcile: o.ReconciledOn, NodeInvoice: o.InvoicedOn}[node]
}
