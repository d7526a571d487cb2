package cli

import (
	"context"
	"encoding/json"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// shownOrders is how many orders a card shows.
const shownOrders = 20

// customerOrdered are the orders of a customer, the newest first.
type customerOrdered struct {
	ids  []int64
	list []model.OrderOf
}

func (r *run) ordersOf(ctx context.Context, st model.Orders, customer int64) (o customerOrdered, err error) {
	if o.ids, err = st.OrderIDs(ctx, model.OrderQuery{Customer: customer, Sort: "ordered_on", Desc: true}); err != nil {
		return o, err
	}
	o.list, err = st.OrdersByID(ctx, o.ids)
	return o, err
}

// ordersOfJSON are orders as scripts read them, with their lines.
func ordersOfJSON(list []model.OrderOf, lines []model.OrderLine) []json.RawMessage {
	of := map[int64][]model.OrderLine{}
	for _, l := range lines {
		of[l.OrderID] = append(of[l.OrderID], l)
	}
	all := make([]json.RawMessage, len(list))
	for i := range list {
		all[i] = model.OrderJSON(&list[i], of[list[i].ID])
	}
	return all
}

// ordered prints the orders under the card; nothing where there is none.
func (r *run) ordered(c *model.Customer, o customerOrdered, today model.Date) error {
	if len(o.list) == 0 {
		return nil
	}
	var b strings.Builder
	b.WriteString(accent.Render(r.say(customerOrders, len(o.list))) + "\n")
	field := func(code string) string { return label.Field(model.RowOfOrder, code, r.lang) }
	t := table{indent: "  ", right: map[int]bool{5: true, 6: true, 9: true}, head: []string{
		field("order_no"), field("status"), field("ordered_on"), field("promised_on"), field("currency"), field("total"), r.say(columnShare), r.say(columnNext), "", field("days_late"),
	}}
	for i := range o.list[:min(shownOrders, len(o.list))] {
		cells := r.orderCells(&o.list[i], today)
		t.add(append(cells[:1:1], cells[2:]...)...) // the customer is known
	}
	_ = t.write(&b) // a strings.Builder takes everything
	if more := len(o.list) - shownOrders; more > 0 {
		b.WriteString("  " + faint.Render(r.say(moreOrders, more, model.Clean(c.Name))) + "\n")
	}
	return writeString(r.out, b.String())
}
