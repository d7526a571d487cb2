package model

import "slices"

// Node is a step that every order goes through 关键节点 (rule 1.4).
type Node string

const (
	NodeConfirm   Node = "confirm"      // 订单确认
	NodeReview    Node = "price_review" // 审价
	NodePrepare   Node = "prepare"      // 备料
	NodeProduce   Node = "produce"      // 生产
	NodeShip      Node = "ship"         // 发货
	NodeReceive   Node = "receive"      // 客户签收
	NodeReconcile Node = "reconcile"    // 对账
	NodeInvoice   Node = "invoice"      // 开票
)

// Nodes are the nodes in their order.
var Nodes = []Node{NodeConfirm, NodeReview, NodePrepare, NodeProduce, NodeShip, NodeReceive, NodeReconcile, NodeInvoice}

// OrderNode is one node of an order: when it is planned, when it was done.
type OrderNode struct {
	Meta
	OrderID    int64
	CustomerID int64
	Node       Node
	PlannedOn  Date
	DoneOn     Date
	Note       string
}

// OrderNodeFields is the node's field table.
var OrderNodeFields = Fields[OrderNode]{
	ofOrder(func(n *OrderNode) *int64 { return &n.OrderID }),
	ofCustomer(func(n *OrderNode) *int64 { return &n.CustomerID }),
	choice("node", Nodes, func(n *OrderNode) *Node { return &n.Node }).required(),
	date("planned_on", func(n *OrderNode) *Date { return &n.PlannedOn }).ahead(),
	date("done_on", func(n *OrderNode) *Date { return &n.DoneOn }).near(),
	note("note", func(n *OrderNode) *string { return &n.Note }),
}

// ofOrder is the field that says which order a record belongs to; it has none
// before the order is kept.
func ofOrder[T any](at func(*T) *int64) Field[T] {
	return ref("order_id", RowOfOrder, at).part().kept()
}

// NodeStep is what a person says when a node is done: the day, and what goes
// with it. What is empty stays as it is on the order.
type NodeStep struct {
	Node Node
	On   Date // "" = today
	Note string

	// confirm: why the credit limit may be passed; price_review: why the prices may;
	// ship: why goods that should have been paid for go out.
	Reason string
	By     string // price_review: who lets prices pass that the rules stop

	Carrier, Waybill, Vehicle string // ship
	ETA                       Date   // ship
	ReceivedBy                string // receive
	InvoiceNo                 string // invoice

	// Told: a file says so, which needn't know what came before.
	Told bool
}

// NodeStepFields is the field table of NodeStep: what is asked for when a node is
// done bears the names of the order's fields and of the node's.
var NodeStepFields = Fields[NodeStep]{
	note("ship_reason", func(st *NodeStep) *string { return &st.Reason }).named(RowOfOrder).line().when(WhileHeld),
	text("carrier", func(st *NodeStep) *string { return &st.Carrier }).named(RowOfOrder).when(string(NodeShip)).flag("carrier"),
	text("waybill", func(st *NodeStep) *string { return &st.Waybill }).named(RowOfOrder).when(string(NodeShip)).flag("waybill"),
	text("vehicle", func(st *NodeStep) *string { return &st.Vehicle }).named(RowOfOrder).when(string(NodeShip)).flag("vehicle"),
	date("eta", func(st *NodeStep) *Date { return &st.ETA }).named(RowOfOrder).when(string(NodeShip)).near().flag("eta"),
	text("received_by", func(st *NodeStep) *string { return &st.ReceivedBy }).named(RowOfOrder).when(string(NodeReceive)).flag("received-by"),
	text("invoice_no", func(st *NodeStep) *string { return &st.InvoiceNo }).named(RowOfOrder).when(string(NodeInvoice)).flag("invoice"),
	date("done_on", func(st *NodeStep) *Date { return &st.On }).near().named(RowOfNode).flag("on"),
	note("note", func(st *NodeStep) *string { return &st.Note }).named(RowOfNode).line().flag("note"),
	text("approved_by", func(st *NodeStep) *string { return &st.By }).named(RowOfOrder).when(onRefusal).flag("approved-by"),
	note("limit_reason", func(st *NodeStep) *string { return &st.Reason }).named(RowOfOrder).when(onRefusal).flag("reason"),
}

// WhileHeld: a form asks for it while something speaks against shipping.
const WhileHeld = "held"

// ownAct: no form asks for it, an act of its own sets it.
const ownAct = "own act"

// onRefusal: a form asks for it when the act was refused for the want of it.
const onRefusal = "on refusal"

// NewStep is how the step of a node begins on a day: what goes with it is as the
// order has it, the goods are expected when they were promised.
func (o *Order) NewStep(n OrderNode, today Date) NodeStep {
	st := NodeStep{Node: n.Node, On: today, Note: n.Note, Carrier: o.Carrier, Waybill: o.Waybill, Vehicle: o.Vehicle, ETA: o.ETA,
		ReceivedBy: o.ReceivedBy, InvoiceNo: o.InvoiceNo}
	if n.Node == NodeShip && st.ETA == "" && o.PromisedOn >= today {
		st.ETA = o.PromisedOn
	}
	return st
}

// AsksMore reports whether more goes with the node than its day.
func (n Node) AsksMore() bool {
	return len(NodeStepFields.Form(string(n))) > len(NodeStepFields.Form())
}

// carried is what goes with a step, by the order's field: what the step says,
// and where the order keeps it.
func (st NodeStep) carried(o *Order) []carriedText {
	return []carriedText{
		{NodeShip, "carrier", st.Carrier, &o.Carrier}, {NodeShip, "waybill", st.Waybill, &o.Waybill},
		{NodeShip, "vehicle", st.Vehicle, &o.Vehicle},
		{NodeReceive, "received_by", st.ReceivedBy, &o.ReceivedBy}, {NodeInvoice, "invoice_no", st.InvoiceNo, &o.InvoiceNo},
	}
}

// carriedText is a text that goes with a node.
type carriedText struct {
	node Node
	code string
	said string
	kept *string
}

// written refuses what a step would write over: a second waybill, another
// invoice number of a node that is done.
func (st NodeStep) written(o *Order) error {
	for _, t := range st.carried(o) {
		if st.Node == t.node && o.doneOn(t.node) != "" && t.said != "" && *t.kept != "" && t.said != *t.kept {
			return At(t.code, Refuse(RefusedWritten, t.code, *t.kept, string(st.Node)))
		}
	}
	return nil
}

// Apply puts what goes with the step onto the order.
func (st NodeStep) Apply(o *Order) {
	for _, t := range st.carried(o) {
		setUnlessEmpty(t.kept, t.said)
	}
	setUnlessEmpty(&o.ETA, st.ETA)
}

// OrderNodes are the eight nodes of one order, in their order.
type OrderNodes []OrderNode

// NodesOf are all eight nodes of an order; those that have no record yet are
// empty.
func NodesOf(o *Order, kept []OrderNode) OrderNodes {
	all := make(OrderNodes, len(Nodes))
	for i, node := range Nodes {
		all[i] = OrderNode{OrderID: o.ID, CustomerID: o.CustomerID, Node: node}
		if k := slices.IndexFunc(kept, func(n OrderNode) bool { return n.Node == node }); k >= 0 {
			all[i] = kept[k]
		}
	}
	return all
}

// Of is one of the nodes; nil for a code that is none.
func (ns OrderNodes) Of(node Node) *OrderNode {
	for i := range ns {
		if ns[i].Node == node {
			return &ns[i]
		}
	}
	return nil
}

func (ns OrderNodes) done(node Node) Date {
	if n := ns.Of(node); n != nil {
		return n.DoneOn
	}
	return ""
}

// next is the node that is to be done next; a zero one when there is none. A
// node before one that is done has been skipped, except that prices which have
// to be reviewed stop everything before the goods go out, that nothing follows
// from an order that isn't confirmed, and that the receipt, the account and the
// invoice are always needed.
func (ns OrderNodes) next(o *Order) OrderNode {
	if o.Status == OrderCancelled || o.Status == OrderClosed || len(ns) < len(Nodes) {
		return OrderNode{}
	}
	if o.Review == ReviewNeeded && o.ShippedOn == "" {
		return *ns.Of(NodeReview)
	}
	if o.ConfirmedOn == "" {
		return *ns.Of(NodeConfirm)
	}
	last := slices.Index(Nodes, NodeReceive)
	from := 0
	for i := range ns[:last+1] {
		if ns[i].DoneOn != "" {
			from = i + 1
		}
	}
	for _, n := range ns[from:] {
		if n.DoneOn == "" {
			return n
		}
	}
	return OrderNode{}
}

// NodeState is how a node stands, for the bar of nodes.
type NodeState string

// The states.
const (
	NodeDone    NodeState = "done"
	NodeLate    NodeState = "late"    // planned for a day that has passed
	NodeNext    NodeState = "next"    // the one to be done next
	NodeAhead   NodeState = "ahead"   // later
	NodeSkipped NodeState = "skipped" // a later one is done
	NodeNone    NodeState = "none"    // the order is closed or cancelled
)

// State is how a node of an order stands on a day.
func (ns OrderNodes) State(o *Order, node Node, today Date) NodeState {
	n := ns.Of(node)
	at := slices.Index(Nodes, node)
	switch {
	case n == nil:
		return NodeNone
	case n.DoneOn != "":
		return NodeDone
	case o.Status == OrderCancelled || o.Status == OrderClosed:
		return NodeNone
	case node == o.NextNode && (node == NodeReview || node == NodeConfirm): // it may have been reopened, or is still needed
	case at < slices.Index(Nodes, NodeReceive) && slices.ContainsFunc(ns[at:slices.Index(Nodes, NodeReceive)+1],
		func(l OrderNode) bool { return l.DoneOn != "" }):
		return NodeSkipped
	}
	switch {
	case n.PlannedOn != "" && n.PlannedOn < today:
		return NodeLate
	case o.NextNode == node:
		return NodeNext
	}
	return NodeAhead
}

// PlannedNodes are the days on which the nodes of an order should be done:
// backwards from the promised day by the lead days of the settings, the account
// and the invoice forwards from the receipt. Before it, the receipt is expected
// on the promised day or, once the goods are on their way, on their ETA. A day
// of rest gives way to the working day before it, and what comes earlier moves
// with it. None of them lies before the order. Without a promised day nothing
// before the receipt is planned.
func (s Settings) PlannedNodes(o *Order) map[Node]Date {
	plan := map[Node]Date{}
	if o.PromisedOn != "" {
		leads := s.leads()
		next, lead := o.PromisedOn, int64(0)
		for i := slices.Index(Nodes, NodeReceive) - 1; i >= 0; i-- {
			node := Nodes[i]
			counted, behind := o.PromisedOn.AddDays(-int(leads[node])), next.AddDays(int(lead-leads[node]))
			next, lead = s.workdayBefore(min(counted, behind)), leads[node]
			plan[node] = max(next, o.OrderedOn)
		}
	}
	from := o.PromisedOn
	if o.ShippedOn != "" && o.ETA != "" {
		from = o.ETA
	}
	if from != "" {
		plan[NodeReceive] = from
	}
	if o.ReceivedOn != "" {
		from = o.ReceivedOn
	}
	if from != "" {
		plan[NodeReconcile] = s.workday(from.AddDays(int(s.LagReconcile)))
		plan[NodeInvoice] = s.workday(from.AddDays(int(s.LagInvoice)))
	}
	return plan
}

// leads are the days before the promised one on which the nodes before the
// receipt should be done.
func (s Settings) leads() map[Node]int64 {
	return map[Node]int64{NodeConfirm: s.LeadConfirm, NodeReview: s.LeadReview, NodePrepare: s.LeadPrepare,
		NodeProduce: s.LeadProduce, NodeShip: s.LeadShip}
}

// Replan moves the planned days that the rule had set from one state of the
// order to another; those that a person chose stay. The order keeps for when
// shipping is planned.
func (ns OrderNodes) Replan(before, after *Order, s Settings) {
	was, is := s.PlannedNodes(before), s.PlannedNodes(after)
	for i := range ns {
		if n := &ns[i]; n.PlannedOn == "" || n.PlannedOn == was[n.Node] {
			n.PlannedOn = is[n.Node]
		}
	}
	if ship := ns.Of(NodeShip); ship != nil {
		after.ShipBy = ship.PlannedOn
	}
}
