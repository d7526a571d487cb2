package cli

import (
	"context"
	"slices"
	"strings"

	"genjin/model"
	"genjin/tui/words"
)

// shownOrders is how many orders a card shows.
const shownOrders = 20

// customerOrdered are the orders of a customer, the newest first.
type customerOrdered struct {
	ids  []int64
	list []model.OrderOf
}

func (r *run) ordersOf(ctx context.Context, st model.Orders, customer int64) (o customerOrdered, err error) {
	if o.ids, err = st.OrderList().IDs(ctx, model.QueryOf(customer, "")); err != nil {
		return o, err
	}
	o.list, err = st.OrderList().Rows(ctx, o.ids, true)
	return o, err
}

// ordered prints the orders under the card; nothing where there is none.
func (r *run) ordered(c *model.Customer, o customerOrdered, today model.Date) error {
	if len(o.list) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(accent.Render(r.say(words.CustomerOrders, len(o.list))) + "\n")
	shown := slices.DeleteFunc(slices.Clone(orders.Usual), func(code string) bool { return code == "customer_id" })
	t := orders.tableOf(r, shown...)
	t.indent = "  "
	for i := range o.list[:min(shownOrders, len(o.list))] {
		t.add(orders.cells(r, &o.list[i], model.AsOf{Today: today}, shown...)...)
	}
	_ = t.write(&b) // a strings.Builder takes everything
	if more := len(o.list) - shownOrders; more > 0 {
		b.WriteString("  " + faint.Render(r.say(words.MoreOrders, more, model.Clean(c.Name))) + "\n")
	}
	return writeString(r.out, b.String())
}
