package card

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
)

// mostOrders is how many orders a card shows.
const mostOrders = 12

// orders is what a card shows of what a customer ordered: the open ones first,
// by the promised day, then the newest of the others.
type orders struct {
	list []model.OrderOf
	more int // beside them
}

func (c *Card) readOrders(ctx context.Context, customer int64) (o orders, err error) {
	ids, err := c.store.OrderList().IDs(ctx, model.QueryOf(customer, "open"))
	if err != nil {
		return o, err
	}
	all, err := c.store.OrderList().IDs(ctx, model.QueryOf(customer, ""))
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
	o, st, w := &c.shown().orders, c.env.Styles, c.words.Ordering
	if len(o.list) == 0 {
		return nil
	}
	var lines []string
	for i := range o.list {
		lines = append(lines, c.clerk.Line(&o.list[i], c.w))
	}
	if o.more > 0 {
		lines = append(lines, st.Dim.Render(fmt.Sprintf(w.More, o.more)))
	}
	return []kit.Section{{Title: w.Section, Lines: lines}}
}

// orderActions are what can be done with what the customer orders when no row
// asks for it.
func (c *Card) orderActions() []kit.Action {
	w := c.words.Ordering
	actions := []kit.Action{{ID: "order.new", Keys: []string{"O"}, Name: w.New, Menu: true, Do: func() tea.Cmd {
		return c.clerk.New(c.shown().customer.ID)
	}}}
	if len(c.shown().orders.list) > 0 {
		actions = append(actions, kit.Action{ID: "orders", Name: w.Section, Menu: true, Do: c.orderMenu})
	}
	return actions
}

// orderMenu offers the customer's orders.
func (c *Card) orderMenu() tea.Cmd {
	return c.clerk.Pick(c.words.Ordering.Section, c.shown().orders.list)
}
