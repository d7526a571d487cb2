package act

import (
	"cmp"
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// Step marks a node of an order as done today; "" is the next one. What goes
// with the node is asked; prices that have to be approved are, first.
func (c *Clerk) Step(id int64, node model.Node) tea.Cmd {
	return c.on(id, c.words.Ordering.Step, func(j job) tea.Msg {
		node := node
		if node == "" {
			node = j.NextNode
		}
		switch {
		case node == "":
			return kit.Notice{Text: fmt.Sprintf(c.words.Ordering.NothingNext, j.OrderNo)}
		case node == model.NodeReview && j.Review == model.ReviewNeeded && len(j.Troubled) > 0:
			return kit.OpenDialog{Dialog: c.approval(j)}
		case node.AsksMore():
			held, err := c.heldBack(j, node)
			if err != nil {
				return kit.Failed{Op: c.words.Ordering.Step, Err: err}
			}
			return kit.OpenDialog{Dialog: c.stepForm(j, node, held)}
		}
		return c.step(j, model.NodeStep{Node: node})
	})
}

// step takes the step, or asks what it is refused for the want of.
func (c *Clerk) step(j job, st model.NodeStep) tea.Msg {
	_, err := c.store.StepNode(context.Background(), j.ID, st)
	switch refusal(err) {
	case model.RefusedReview:
		return kit.OpenDialog{Dialog: c.approval(j)}
	case model.RefusedLimit:
		return kit.OpenDialog{Dialog: c.limitReason(j, st, err)}
	}
	return c.done(c.words.Ordering.Step, c.stepped(&j.OrderOf, st.Node), err)
}

func (c *Clerk) stepped(o *model.OrderOf, node model.Node) string {
	return fmt.Sprintf(c.words.Ordering.Stepped, o.OrderNo, label.Node(node, c.words.Lang))
}

// heldBack is what speaks against shipping; of other nodes nothing does.
func (c *Clerk) heldBack(j job, node model.Node) (model.Held, error) {
	if node != model.NodeShip || j.ShippedOn != "" {
		return model.Held{}, nil
	}
	return c.store.HeldBack(context.Background(), j.ID)
}

// stepForm asks for what goes with a node. All of it may stay as it is, but for
// the reason where something speaks against shipping.
func (c *Clerk) stepForm(j job, node model.Node, held model.Held) kit.Dialog {
	asked := []string{string(node)}
	if !held.IsNothing() {
		asked = append(asked, model.WhileHeld)
	}
	e := ask.Form(c.stand(), ask.Act[model.NodeStep]{
		Title: fmt.Sprintf(c.words.Ordering.StepTitle, label.Node(node, c.words.Lang), j.OrderNo, j.Customer),
		Draft: fmt.Sprintf("order/%d/step/%s", j.ID, node), Record: model.RowOfOrder,
		Table: model.NodeStepFields, Codes: model.NodeStepFields.Form(asked...),
		Start: j.Order.NewStep(*j.Nodes.Of(node), c.store.Today()), Currency: j.Currency,
		Save: func(ctx context.Context, st model.NodeStep, reason string) (string, error) {
			st.Reason = cmp.Or(reason, st.Reason)
			_, err := c.store.StepNode(ctx, j.ID, st)
			return c.stepped(&j.OrderOf, node), err
		},
	})
	e.Form.Ready = held.IsNothing()
	if !held.IsNothing() {
		texts := label.Held(held, c.store.Today(), c.words.Lang)
		e.Foot = func(w int) []string { return c.notes(w, texts...) }
	}
	if node == model.NodeInvoice {
		e.Known = c.knownInvoice(j.ID)
	}
	e.Refused = c.orApprove(e, j)
	return e
}

// orApprove asks for the approval where a step is refused for the want of it.
func (c *Clerk) orApprove(e *ask.Editor, j job) func(error) tea.Cmd {
	return func(err error) tea.Cmd {
		if refusal(err) != model.RefusedReview {
			return nil
		}
		return kit.Close(e, kit.Open(c.approval(j)))
	}
}

// limitReason asks why a customer may pass the credit limit, and takes the step.
func (c *Clerk) limitReason(j job, st model.NodeStep, why error) kit.Dialog {
	_, problem, _ := label.Problem("customer_order", why, c.words.Lang)
	e := c.orderForm(j, fmt.Sprintf(c.words.Ordering.LimitTitle, j.OrderNo, j.Customer), "limit", []string{"limit_reason"},
		func(ctx context.Context, o model.Order) (string, error) {
			if st.Reason = o.LimitWhy; st.Reason == "" {
				return "", model.At("limit_reason", model.Refuse(model.RefusedRequired))
			}
			_, err := c.store.StepNode(ctx, j.ID, st)
			return c.stepped(&j.OrderOf, st.Node), err
		})
	e.Foot = func(w int) []string { return c.notes(w, problem) }
	return e
}

// orderForm is a form for some fields of an order; what is the part of its
// draft's name that says what it does.
func (c *Clerk) orderForm(j job, title, what string, codes []string, save func(context.Context, model.Order) (string, error)) *ask.Editor {
	return ask.Form(c.stand(), ask.Act[model.Order]{
		Title: title, Draft: fmt.Sprintf("order/%d/%s", j.ID, what), Record: model.RowOfOrder,
		Table: model.OrderFields, Codes: codes, Start: j.Order, Currency: j.Currency,
		Save: func(ctx context.Context, o model.Order, _ string) (string, error) { return save(ctx, o) },
	})
}

// notes are sentences under a form.
func (c *Clerk) notes(w int, texts ...string) []string {
	lines := []string{kit.Rule(c.env, w)}
	for _, text := range texts {
		for _, l := range kit.Wrap(text, max(w-1, 1)) {
			lines = append(lines, " "+c.env.Styles.Warn.Render(l))
		}
	}
	return lines
}

// Approve asks who lets the prices of an order pass, and why.
func (c *Clerk) Approve(id int64) tea.Cmd {
	return c.on(id, c.words.Ordering.Approve, func(j job) tea.Msg { return kit.OpenDialog{Dialog: c.approval(j)} })
}

func (c *Clerk) approval(j job) kit.Dialog {
	e := c.orderForm(j, fmt.Sprintf(c.words.Ordering.ApproveTitle, j.OrderNo, j.Customer), "approve",
		[]string{"approved_by", "approved_reason"}, func(ctx context.Context, o model.Order) (string, error) {
			_, err := c.store.ApprovePrice(ctx, j.ID, o.ApprovedBy, o.ApprovedWhy)
			return fmt.Sprintf(c.words.Ordering.Approved, j.OrderNo), err
		})
	var texts []string
	for i := range j.Troubled {
		texts = append(texts, c.trouble(&j.Troubled[i], j.set))
	}
	if len(texts) == 0 {
		texts = append(texts, c.words.Ordering.LookAgain)
	}
	e.Foot = func(w int) []string { return c.notes(w, texts...) }
	return e
}

// trouble is why the rules stop the price of a line. While private data is
// masked the floor is nobody's business.
func (c *Clerk) trouble(l *model.OrderLine, set model.Settings) string {
	w := c.words.Ordering
	switch {
	case !l.UnderFloor():
		return fmt.Sprintf(w.OverLimit, l.Label(), l.Discounted()/10, set.DiscountLimit)
	case c.words.Private:
		return fmt.Sprintf(w.UnderFloor, l.Label())
	}
	return fmt.Sprintf(w.UnderFloor, l.Label()) + " " + label.Amount(l.FloorPrice, l.Currency)
}

// Nodes offers all nodes of an order: one that isn't done to do it, one that is
// to take it back.
func (c *Clerk) Nodes(id int64) tea.Cmd {
	return c.on(id, c.words.Ordering.Nodes, func(j job) tea.Msg {
		var menu []kit.Action
		for _, n := range j.Nodes {
			do := func() tea.Cmd { return c.Step(id, n.Node) }
			if n.DoneOn != "" {
				do = func() tea.Cmd { return c.Back(id, j.OrderNo, n.Node) }
			}
			menu = append(menu, kit.Action{ID: "node." + string(n.Node), Name: c.nodeName(n), Do: do})
		}
		return kit.OpenDialog{Dialog: kit.NewMenu(c.env, fmt.Sprintf(c.words.Ordering.NodesTitle, j.OrderNo), menu)}
	})
}

func (c *Clerk) nodeName(n model.OrderNode) string {
	w, today := c.words.Ordering, c.store.Today()
	name := kit.Fit(label.Node(n.Node, c.words.Lang), 13) + " "
	switch {
	case n.DoneOn != "":
		return name + fmt.Sprintf(w.TakeBack, label.Short(string(n.DoneOn), today))
	case n.PlannedOn != "":
		return name + fmt.Sprintf(w.DoIt, label.Short(string(n.PlannedOn), today))
	}
	return name + w.DoItNow
}

// Back takes a node of an order back.
func (c *Clerk) Back(id int64, number string, node model.Node) tea.Cmd {
	said := fmt.Sprintf(c.words.Ordering.TakenBack, number, label.Node(node, c.words.Lang))
	return kit.Write(said, func(ctx context.Context) error {
		_, err := c.store.UnstepNode(ctx, id, node)
		return err
	})
}

// Plan offers the nodes, to plan one for another day.
func (c *Clerk) Plan(id int64) tea.Cmd {
	return c.on(id, c.words.Ordering.Plan, func(j job) tea.Msg {
		var menu []kit.Action
		for _, n := range j.Nodes {
			name := kit.Fit(label.Node(n.Node, c.words.Lang), 13) + " " + string(n.PlannedOn)
			menu = append(menu, kit.Action{ID: "plan." + string(n.Node), Name: name, Do: func() tea.Cmd { return kit.Open(c.planForm(j, n)) }})
		}
		return kit.OpenDialog{Dialog: kit.NewMenu(c.env, fmt.Sprintf(c.words.Ordering.PlanTitle, j.OrderNo), menu)}
	})
}

func (c *Clerk) planForm(j job, n model.OrderNode) kit.Dialog {
	name := label.Node(n.Node, c.words.Lang)
	return ask.Form(c.stand(), ask.Act[model.OrderNode]{
		Title: fmt.Sprintf(c.words.Ordering.PlanNodeTitle, name, j.OrderNo), Draft: fmt.Sprintf("order/%d/plan/%s", j.ID, n.Node),
		Record: model.RowOfNode, Table: model.OrderNodeFields, Codes: []string{"planned_on", "note"}, Start: n, Currency: j.Currency,
		Save: func(ctx context.Context, n model.OrderNode, _ string) (string, error) {
			_, err := c.store.PlanNode(ctx, j.ID, n.Node, n.PlannedOn, n.Note)
			return fmt.Sprintf(c.words.Ordering.Planned, j.OrderNo, name), err
		},
	})
}

// usualReserve is for how many days goods are reserved unless one says.
const usualReserve = 7

// Reserve asks until when the goods of a quote are reserved.
func (c *Clerk) Reserve(id int64) tea.Cmd {
	return c.on(id, c.words.Ordering.Reserve, func(j job) tea.Msg {
		if today := c.store.Today(); j.ReservedUntil < today {
			j.ReservedUntil = today.AddDays(usualReserve)
		}
		return kit.OpenDialog{Dialog: c.orderForm(j, fmt.Sprintf(c.words.Ordering.ReserveTitle, j.OrderNo, j.Customer), "reserve",
			[]string{"reserved_until"}, func(ctx context.Context, o model.Order) (string, error) {
				if o.ReservedUntil == "" {
					return "", model.At("reserved_until", model.Refuse(model.RefusedRequired))
				}
				_, err := c.store.ReserveOrder(ctx, j.ID, o.ReservedUntil)
				return fmt.Sprintf(c.words.Ordering.Reserved, j.OrderNo, label.Short(string(o.ReservedUntil), c.store.Today())), err
			})}
	})
}

// Release gives reserved goods free again.
func (c *Clerk) Release(o *model.OrderOf) tea.Cmd {
	id := o.ID
	return kit.Write(fmt.Sprintf(c.words.Ordering.Released, o.OrderNo), func(ctx context.Context) error {
		_, err := c.store.ReserveOrder(ctx, id, "")
		return err
	})
}
