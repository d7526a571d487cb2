package card

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
	"genjin/tui/ordering"
)

// ordered lists what a customer ordered.
type ordered interface {
	OrderIDs(ctx context.Context, q model.OrderQuery) ([]int64, error)
	OrdersByID(ctx context.Context, ids []int64) ([]model.OrderOf, error)
}

// mostOrders is how many orders a card shows.
const mostOrders = 12

// orders is what a card shows of what a customer ordered: the open ones first,
// by the promised day, then the newest of the others.
type orders struct {
	list []model.OrderOf
	more int // beside them
}

func (c *Card) readOrders(ctx context.Context, customer int64) (o orders, err error) {
	ids, err := c.store.OrderIDs(ctx, model.OrderQuery{Customer: customer, Open: true})
	if err != nil {
		return o, err
	}
	all, err := c.store.OrderIDs(ctx, model.OrderQuery{Customer: customer})
	if err != nil || len(all) == 0 {
		return o, err
	}
	open := map[int64]bool{}
	for _, id := range ids {
		open[id] = true
	}
	for _, id := range all {
		if !open[id] {
			ids = append(ids, id)
		}
	}
	n := min(len(ids), mostOrders)
	o.more = len(ids) - n
	o.list, err = c.store.OrdersByID(ctx, ids[:n])
	return o, err
}

// orderSection is what the customer ordered; none for those who never did.
func (c *Card) orderSection() []kit.Section {
	o, st, w := &c.shown.orders, c.env.Styles, c.words.Ordering
	if len(o.list) == 0 {
		return nil
	}
	var lines []string
	for i := range o.list {
		lines = append(lines, c.orderLine(&o.list[i]))
	}
	if o.more > 0 {
		lines = append(lines, st.Dim.Render(fmt.Sprintf(w.More, o.more)))
	}
	return []kit.Section{{Title: w.Section, Lines: lines}}
}

// orderLine is an order in one line: which, its nodes, how far, how much, how
// late.
func (c *Card) orderLine(o *model.OrderOf) string {
	st, l := c.env.Styles, c.words.Lang
	style := &st.Row
	if o.Status == model.OrderClosed || o.Status == model.OrderCancelled {
		style = &st.Dim
	}
	text := style.Render(kit.Fit(o.OrderNo, 11)) + " " + ordering.BarLine(st, o.Bar) + " " +
		style.Render(label.OrderStatus(o.Status, l)+" "+label.Amount(o.Total, o.Currency))
	if o.Status.Open() && o.PromisedOn != "" {
		text += " " + st.Dim.Render(label.Short(string(o.PromisedOn), c.store.Today()))
	}
	if o.DaysLate > 0 {
		text += " " + st.Late.Render(label.Late(o.DaysLate, l))
	}
	return kit.Cut(text, c.w)
}

// orderActions are what can be done with what the customer orders when no row
// asks for it.
func (c *Card) orderActions() []kit.Action {
	w := c.words.Ordering
	actions := []kit.Action{{ID: "order.new", Name: w.New, Menu: true, Do: func() tea.Cmd { return c.clerk.New(c.shown.customer.ID) }}}
	if len(c.shown.orders.list) > 0 {
		actions = append(actions, kit.Action{ID: "orders", Name: w.Section, Menu: true, Do: c.orderMenu})
	}
	return actions
}

// orderMenu offers the customer's orders; one offers what can be done with it.
func (c *Card) orderMenu() tea.Cmd {
	var menu []kit.Action
	for i := range c.shown.orders.list {
		o := &c.shown.orders.list[i]
		name := o.OrderNo + "  " + label.OrderStatus(o.Status, c.words.Lang) + "  " + label.Amount(o.Total, o.Currency)
		menu = append(menu, kit.Action{ID: "order", Name: kit.Cut(name, 50), Do: func() tea.Cmd { return c.clerk.Menu(o.ID) }})
	}
	return kit.Open(kit.NewMenu(c.env, c.words.Ordering.Section, menu))
}
