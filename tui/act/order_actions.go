package act

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// Actions are what can be done with an order: the next node, the rest in the
// order of use, and behind it what only some orders have, so that a digit is the
// same act on every one.
func (c *Clerk) Actions(o *model.OrderOf) []kit.Action {
	w, id := c.words.Ordering, o.ID
	actions := []kit.Action{c.stepAction(o),
		{ID: "order.nodes", Keys: []string{"t"}, Name: w.Nodes, Menu: true, Do: func() tea.Cmd { return c.Nodes(id) }},
		{ID: "order.pay", Keys: []string{"p"}, Name: c.words.Money.Pay, Hint: o.Outstanding > 0, Menu: true,
			Do: func() tea.Cmd { return c.till.Pay(o.CustomerID, o.Customer, o.Currency, o.Outstanding) }},
		{ID: "order.edit", Keys: []string{"e", "f2"}, Name: w.Edit, Hint: true, Menu: true, Do: func() tea.Cmd { return c.Edit(id) }},
		{ID: "order.change", Keys: []string{"E", "f7"}, Name: w.Change, Hint: true, Menu: true,
			Do: func() tea.Cmd { return c.changes(o) }},
		{ID: "order.plan", Name: w.Plan, Menu: true, Do: func() tea.Cmd { return c.Plan(id) }},
	}
	actions = append(actions, c.printActions(o)...)
	remove := kit.Action{ID: "order.remove", Keys: []string{"d", "delete"}, Name: w.Remove, Menu: true,
		Do: func() tea.Cmd { return c.Remove(o) }}
	if o.ConfirmedOn != "" {
		remove.Why = w.CancelInstead
	}
	actions = append(append(actions, remove), c.partActions(o)...)
	if o.Review == model.ReviewNeeded {
		actions = append(actions, kit.Action{ID: "order.approve", Keys: []string{"a"}, Name: w.Approve, Hint: true,
			Menu: true, Do: func() tea.Cmd { return c.Approve(id) }})
	}
	if o.ReceivedOn != "" && o.AcceptedOn == "" {
		actions = append(actions, kit.Action{ID: "order.accept", Name: w.Accept, Menu: true, Do: func() tea.Cmd { return c.Accept(o) }})
	}
	return append(actions, c.reserveActions(o)...)
}

// stepAction marks the next node as done.
func (c *Clerk) stepAction(o *model.OrderOf) kit.Action {
	w, id := c.words.Ordering, o.ID
	a := kit.Action{ID: "order.step", Keys: []string{"space"}, Hint: true, Menu: true, Do: func() tea.Cmd { return c.Step(id, "") }}
	switch {
	case o.NextNode == "":
		a.Name, a.Why = w.Step, fmt.Sprintf(w.NothingNext, o.OrderNo)
	default:
		a.Name = fmt.Sprintf(w.StepOf, label.Node(o.NextNode, c.words.Lang))
	}
	return a
}

func (c *Clerk) reserveActions(o *model.OrderOf) []kit.Action {
	w, id := c.words.Ordering, o.ID
	reserve := kit.Action{ID: "order.reserve", Name: w.Reserve, Menu: true, Do: func() tea.Cmd { return c.Reserve(id) }}
	switch o.Status {
	case model.OrderQuote:
		return []kit.Action{reserve}
	case model.OrderReserved:
		reserve.Name = w.Prolong
		return []kit.Action{reserve, {ID: "order.release", Name: w.Release, Menu: true, Do: func() tea.Cmd { return c.Release(o) }}}
	}
	return nil
}

// changes offers the kinds of change; those that come too early or too late say
// so.
func (c *Clerk) changes(o *model.OrderOf) tea.Cmd {
	var menu []kit.Action
	for _, kind := range model.ChangeKinds {
		menu = append(menu, kit.Action{ID: "change." + string(kind), Name: c.kindName(kind), Why: c.mayNot(o, kind),
			Do: func() tea.Cmd { return c.Change(o.ID, kind) }})
	}
	return kit.Open(kit.NewMenu(c.env, fmt.Sprintf(c.words.Ordering.ChangesTitle, o.OrderNo), menu))
}

// mayNot is why an order can't take a change of a kind, by its status alone.
func (c *Clerk) mayNot(o *model.OrderOf, kind model.ChangeKind) string {
	err := o.MayChange(model.ChangeRequest{OrderID: o.ID, Kind: kind, On: c.store.Today(), Reason: "-", PromisedOn: "-", CustomerID: -1})
	if refusal(err) != model.RefusedStatus {
		return ""
	}
	_, problem, _ := label.Problem("customer_order", err, c.words.Lang)
	return problem
}

// RowActions are what a row of Today about an order asks for, in the order of
// use.
func (c *Clerk) RowActions(row model.Row) []kit.Action {
	w, id := c.words.Ordering, row.Record
	step := func(name string, node model.Node) kit.Action {
		return kit.Action{ID: "order.step", Keys: []string{"space"}, Name: name, Hint: true, Menu: true,
			Do: func() tea.Cmd { return c.Step(id, node) }}
	}
	nodeStep := func(node model.Node) kit.Action {
		return step(fmt.Sprintf(w.StepOf, label.Node(node, c.words.Lang)), node)
	}
	change := func(kind model.ChangeKind, name string) kit.Action {
		return kit.Action{ID: "order." + string(kind), Name: name, Menu: true, Do: func() tea.Cmd { return c.Change(id, kind) }}
	}
	more := kit.Action{ID: "order.open", Name: w.OfOrder, Menu: true, Do: func() tea.Cmd { return c.Menu(id) }}
	switch {
	case row.Kind == model.RowShipment:
		return []kit.Action{nodeStep(model.NodeReceive), more}
	case row.About == model.AboutInquiry:
		return []kit.Action{{ID: "order.quote", Keys: []string{"space"}, Name: w.Quote, Hint: true, Menu: true,
			Do: func() tea.Cmd { return c.New(row.CustomerID) }}}
	case row.About == model.AboutAnswer:
		return []kit.Action{step(w.SaidYes, model.NodeConfirm), change(model.ChangeCancel, w.SaidNo), more}
	case row.About == model.AboutReserved:
		prolong := kit.Action{ID: "order.reserve", Name: w.Prolong, Menu: true, Do: func() tea.Cmd { return c.Reserve(id) }}
		return []kit.Action{step(w.SaidYes, model.NodeConfirm), prolong, change(model.ChangeCancel, w.SaidNo), more}
	case row.About == model.AboutUndated:
		return []kit.Action{{ID: "order.reschedule", Keys: []string{"space"}, Name: w.SetDay, Hint: true, Menu: true,
			Do: func() tea.Cmd { return c.Change(id, model.ChangeReschedule) }}, step(w.Step, ""), more}
	case row.About == model.AboutPromised:
		return []kit.Action{step(w.Step, ""), change(model.ChangeReschedule, c.kindName(model.ChangeReschedule)), more}
	}
	return []kit.Action{nodeStep(model.Node(row.About)), change(model.ChangeReschedule, c.kindName(model.ChangeReschedule)), more}
}

// Menu offers everything that can be done with an order.
func (c *Clerk) Menu(id int64) tea.Cmd {
	return c.on(id, c.words.Ordering.OfOrder, func(j job) tea.Msg {
		title := kit.Cut(joined([]string{j.OrderNo, j.Customer, label.OrderStatus(j.Status, c.words.Lang)}), 44)
		return kit.OpenDialog{Dialog: kit.NewMenu(c.env, title, c.Actions(&j.OrderOf))}
	})
}
