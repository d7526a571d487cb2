package model

import (
	"cmp"
	"slices"
)

// The documents of orders and products, and the records of their rows.
const (
	DocumentOrders   = "orders"   // lines of orders, one a row
	DocumentProducts = "products" // products, one a row

	RowOfOrder   = "customer_order"
	RowOfLine    = "order_line"
	RowOfNode    = "order_node"
	RowOfProduct = "product"
)

// Refusal codes of rows of orders. Their sentences are in model/label.
const (
	RefusedDiffers   = "differs"     // Args: what this row says, what the order says already
	RefusedSums      = "sums_differ" // Args: what the lines come to, what the file states
	RefusedWithOrder = "with_order"  // another row of the same order is refused
)

// ProposedProduct is a row of a list of products.
type ProposedProduct struct {
	Product Product
	Given   []string // codes of the fields that the file gives
	Naming
}

// ProposedOrder is an order of a file: what its rows say of it together.
type ProposedOrder struct {
	Order Order    // with the days that the file gives for its nodes
	Given []string // codes of the fields that the file gives
	Naming
	Project  string // the name of its OEM project
	Stated   OrderStatus
	Done     map[Node]Date // nodes that are done; "" = on a day that the file doesn't say
	Sum      int64         // what the order comes to, as stated
	Summed   bool          // Sum is stated
	PaidUp   bool          // nothing of it is open, as its status says
	Reviewed bool          // how its prices were reviewed is stated: they aren't looked at again
	Lines    []ProposedLine
	Changes  []OrderChange // made of it, of a list that genjin wrote; a transfer names whom it left in Before
	Inferred List          // fields worked out from others
	Err      error
}

// ProposedLine is a row of an order.
type ProposedLine struct {
	Row      int
	Line     OrderLine
	Blank    bool // the row says something of the order only
	Counted  bool // the quantity is stated
	Amount   int64
	Stated   bool // Amount is stated
	Inferred List
	Err      error
	Cells    []string
}

// OrderLine is the order and the row of it that an entry of the proposal's
// preview rows means: the rows are counted through all of its orders.
func (p *Proposal) OrderLine(entry int) (*ProposedOrder, *ProposedLine) {
	for n := range p.Orders {
		po := &p.Orders[n]
		if entry >= 0 && entry < len(po.Lines) {
			return po, &po.Lines[entry]
		}
		entry -= len(po.Lines)
	}
	return nil, nil
}

// OrderNote says that the status a file states isn't the one that the rules
// give.
type OrderNote struct{ Stated, Now OrderStatus }

// Settle brings a row in line with what it lacks: a sum without a quantity is
// for one, an amount without a price gives the price, and a lower amount than
// quantity and price make is a discount.
//
// Refused: RefusedRequired for a quantity of nothing; RefusedSums for an amount
// that is more than quantity and price make.
func (l *ProposedLine) Settle() error {
	o := &l.Line
	if o.Quantity == 0 {
		if l.Counted || !l.Stated && o.UnitPrice == 0 {
			return At("quantity", Refuse(RefusedRequired))
		}
		o.Quantity = oneUnit
		l.infer("quantity")
	}
	if !l.Stated || o.Stays() <= 0 {
		return nil
	}
	gross, ok := PriceOf(o.Stays(), o.UnitPrice)
	if !ok {
		return nil // the line's own check says so
	}
	more := l.Amount - (gross - o.Discount)
	switch {
	case more == 0:
		return nil
	case more < 0 && o.Discount == 0 && o.UnitPrice > 0:
		o.Discount = -more
		l.infer("discount")
		return nil
	case o.UnitPrice > 0 && (more < 0 || more > o.Stays()/(2*oneUnit)+1):
		return At("amount", Refuse(RefusedSums, o.money(gross-o.Discount), o.money(l.Amount)))
	}
	return l.priceFrom(l.Amount + o.Discount)
}

// SettleLines settles the lines, whose currency is known.
func (p *ProposedOrder) SettleLines() {
	for i := range p.Lines {
		l := &p.Lines[i]
		l.Line.Currency = p.Order.Currency
		if l.Err == nil && !l.Blank {
			l.Err = l.Settle()
		}
	}
}

// priceFrom works the unit price out of what the line comes to before the
// discount; what doesn't divide is rounded up and taken off again.
func (l *ProposedLine) priceFrom(gross int64) error {
	o := &l.Line
	price, ok := share(gross, oneUnit, o.Stays())
	if !ok {
		return At("amount", Refuse(RefusedAmountRange, o.money(gross)))
	}
	o.UnitPrice = price
	l.infer("unit_price")
	made, ok := PriceOf(o.Stays(), price)
	if ok && made < gross {
		o.UnitPrice++
		made, ok = PriceOf(o.Stays(), o.UnitPrice)
	}
	if !ok {
		return At("amount", Refuse(RefusedAmountRange, o.money(gross)))
	}
	if off := made - gross; off > 0 {
		o.Discount += off
		l.infer("discount")
	}
	return nil
}

// Given keeps the stated amount of a line whose price came from its product:
// what is stated lower, a gift, is a discount.
func (l *ProposedLine) Given(o *OrderLine) {
	if gross, ok := PriceOf(o.Stays(), o.UnitPrice); ok && l.Stated && gross > l.Amount {
		o.Discount = gross - l.Amount
	}
}

func (l *ProposedLine) infer(code string) {
	l.Inferred = ListOf(append(l.Inferred.Items(), code)...)
}

// implied are the nodes that a status says are done.
var implied = map[OrderStatus][]Node{
	OrderConfirmed: {NodeConfirm},
	OrderDelivered: {NodeConfirm, NodeReceive},
	OrderClosed:    {NodeConfirm, NodeReceive, NodeReconcile, NodeInvoice},
}

// dayFields are the order's fields that hold the days of its nodes.
var dayFields = map[Node]string{NodeConfirm: "confirmed_on", NodeShip: "shipped_on", NodeReceive: "received_on",
	NodeReconcile: "reconciled_on", NodeInvoice: "invoiced_on"}

// DayField is the order's field that holds the day of a node; "" for a node
// that has none.
func DayField(n Node) string { return dayFields[n] }

// Settle works out what an order of a file leaves open: the day on which it was
// placed, the nodes that its status implies, the days of nodes that are only
// ticked, and what a closed one has paid.
func (p *ProposedOrder) Settle(today Date) {
	o := &p.Order
	if p.Done == nil {
		p.Done = map[Node]Date{}
	}
	for _, n := range implied[p.Stated] {
		if _, known := p.Done[n]; !known {
			p.Done[n] = ""
		}
	}
	for _, n := range Nodes[slices.Index(Nodes, NodeShip):] {
		if _, done := p.Done[n]; done {
			if _, known := p.Done[NodeConfirm]; !known {
				p.Done[NodeConfirm] = ""
			}
		}
	}
	if o.OrderedOn == "" {
		o.OrderedOn = p.firstDay(today)
		p.infer("ordered_on")
	}
	p.settleDays(today)
	last := p.lastDay()
	if p.Stated == OrderClosed && o.Collected == 0 {
		p.PaidUp = true
		p.infer("collected")
	}
	if (o.Collected > 0 || p.PaidUp) && o.ClosedOn == "" {
		o.ClosedOn = last
	}
	if p.Stated == OrderCancelled && o.CancelledOn == "" {
		o.CancelledOn = last
		p.infer("cancelled_on")
	}
	if p.Stated == OrderReserved && o.ReservedOn == "" {
		o.ReservedOn = o.OrderedOn
	}
}

// settleDays gives nodes without a day one: that of the node before; for the
// receipt the promised day, or today where that is to come.
func (p *ProposedOrder) settleDays(today Date) {
	last := p.Order.OrderedOn
	for _, n := range Nodes {
		day, done := p.Done[n]
		if !done {
			continue
		}
		if day == "" {
			day = min(last, today)
			if promised := p.Order.PromisedOn; n == NodeReceive && promised != "" {
				day = max(day, min(promised, today))
			}
			p.Done[n] = day
			p.infer(cmp.Or(dayFields[n], string(n)))
		}
		last = max(last, day)
	}
}

// firstDay is the earliest day that the file gives for something done, else
// today.
func (p *ProposedOrder) firstDay(today Date) Date {
	first := today
	for _, day := range p.Done {
		if day != "" {
			first = min(first, day)
		}
	}
	for _, day := range []Date{p.Order.QuotedOn, p.Order.ReservedOn} {
		if day != "" {
			first = min(first, day)
		}
	}
	return first
}

// lastDay is the latest day on which something of the order happened.
func (p *ProposedOrder) lastDay() Date {
	last := p.Order.OrderedOn
	for _, day := range p.Done {
		last = max(last, day)
	}
	return last
}

func (p *ProposedOrder) infer(code string) {
	p.Inferred = ListOf(append(p.Inferred.Items(), code)...)
}

// Steps are the nodes that are done, in their order; reason is why the credit
// limit may be passed.
func (p *ProposedOrder) Steps(reason string) []NodeStep {
	var steps []NodeStep
	for _, n := range Nodes {
		if day, done := p.Done[n]; done {
			st := NodeStep{Node: n, On: day, Told: true}
			switch n {
			case NodeConfirm:
				st.Reason = reason
			case NodeShip:
				st.Reason = p.Order.ShipWhy
			}
			steps = append(steps, st)
		}
	}
	return steps
}

// CheckSum refuses lines that don't come to what the file states.
func (p *ProposedOrder) CheckSum(lines []OrderLine) error {
	sum, ok := SumLines(lines)
	if !ok {
		return At("total", Refuse(RefusedAmountRange, p.Order.Currency))
	}
	if p.Summed && sum != p.Sum {
		return At("total", Refuse(RefusedSums, Money{sum, p.Order.Currency}.String(), Money{p.Sum, p.Order.Currency}.String()))
	}
	return nil
}

// IsSettledBy reports whether the order is closed once what a file says was
// collected is paid.
func (o *Order) IsSettledBy(p *ProposedOrder) bool {
	paid := p.PaidUp || p.Order.Collected >= o.Total
	return paid && o.ConfirmedOn != "" && o.ReceivedOn != "" && o.ReconciledOn != "" && o.InvoicedOn != ""
}

// Rehearse says what becomes of an order with its lines when nodes are done one
// after the other, or why one of them, or its acceptance, can't be. Nothing is kept. Prices that
// were reviewed by what a file says pass.
func Rehearse(o Order, nodes OrderNodes, lines []OrderLine, steps []NodeStep, reviewed bool, s Settings, today Date) (Order, error) {
	nodes = slices.Clone(nodes)
	accepted := o.AcceptedOn
	o.AcceptedOn = "" // that comes last
	if err := NumberLines(&o, lines); err != nil {
		return o, err
	}
	if reviewed {
		o.Review = ReviewApproved
	} else if o.ID == 0 && len(Troubled(lines, s)) > 0 {
		o.Review = ReviewNeeded
		if o.ApprovedBy != "" {
			if err := o.Approve(o.ApprovedBy, o.ApprovedWhy, o.ApprovedOn); err != nil {
				return o, err
			}
		}
	}
	o.Follow(nodes, "")
	for _, st := range steps {
		if st.On > today {
			return o, At(cmp.Or(dayFields[st.Node], "done_on"), Refuse(RefusedFuture, string(st.On)))
		}
		if err := o.MayStep(st, lines, s); err != nil {
			return o, err
		}
		nodes.Of(st.Node).DoneOn = st.On
		o.Follow(nodes, "")
	}
	o.AcceptedOn = accepted
	o.Follow(nodes, "")
	return o, o.inOrder()
}
