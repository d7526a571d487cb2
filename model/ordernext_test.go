package model

import "testing"

// The next node of an order by what is done of it: nothing follows from one
// that isn't confirmed.
func TestTheNextNode(t *testing.T) {
	for _, c := range []struct {
		name   string
		done   []Node
		review Review
		want   Node
		state  NodeState // of the confirmation
	}{
		{"a quote", nil, ReviewFine, NodeConfirm, NodeNext},
		{"a quote under the floor", nil, ReviewNeeded, NodeReview, NodeAhead},
		{"a quote with approved prices", []Node{NodeReview}, ReviewApproved, NodeConfirm, NodeNext},
		{"prepared before it is confirmed", []Node{NodeReview, NodePrepare}, ReviewFine, NodeConfirm, NodeNext},
		{"confirmed", []Node{NodeConfirm}, ReviewFine, NodeReview, NodeDone},
		{"confirmed, prices changed", []Node{NodeConfirm, NodePrepare}, ReviewNeeded, NodeReview, NodeDone},
		{"shipped at once", []Node{NodeConfirm, NodeShip}, ReviewFine, NodeReceive, NodeDone},
		{"received", []Node{NodeConfirm, NodeShip, NodeReceive}, ReviewFine, NodeReconcile, NodeDone},
		{"invoiced before the account", []Node{NodeConfirm, NodeShip, NodeReceive, NodeInvoice}, ReviewFine, NodeReconcile, NodeDone},
	} {
		o := &Order{OrderedOn: "2026-11-01", Review: c.review}
		nodes := NodesOf(o, nil)
		for _, n := range c.done {
			nodes.Of(n).DoneOn = "2026-11-20"
		}
		o.Follow(nodes, "")
		if o.NextNode != c.want {
			t.Errorf("%s: next is %s, want %s", c.name, o.NextNode, c.want)
		}
		if got := nodes.State(o, NodeConfirm, "2026-11-24"); got != c.state {
			t.Errorf("%s: the confirmation is %s, want %s", c.name, got, c.state)
		}
	}
}
