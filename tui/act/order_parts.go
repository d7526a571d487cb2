package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// partActions ship or bill a part of an order. One that goes out at once needs none
// of them: the steps ship and invoice do it. One that isn't ordered says so.
func (c *Clerk) partActions(o *model.OrderOf) []kit.Action {
	w, why := c.words.Ordering, ""
	if !o.Status.Binding() {
		_, why, _ = label.Problem(model.RowOfOrder, model.Refuse(model.RefusedStatus, string(o.Status)), c.words.Lang)
	}
	act := func(id, name, record string) kit.Action {
		return kit.Action{ID: id, Name: name, Why: why, Menu: true, Do: func() tea.Cmd { return c.part(o.ID, record, name) }}
	}
	return []kit.Action{act("order.ship_part", w.ShipPart, model.RowOfShipment), act("order.bill_part", w.BillPart, model.RowOfInvoice)}
}

// part asks for a shipment or an invoice of an order, beginning with all that is
// left.
func (c *Clerk) part(id int64, record, what string) tea.Cmd {
	return func() tea.Msg {
		d, err := c.store.OrderOf(context.Background(), id)
		if err != nil {
			return kit.Failed{Op: what, Err: err}
		}
		goods, amount := d.Rest()
		today := string(c.store.Today())
		it := model.Item{Record: record, CustomerID: d.CustomerID, Values: map[string]string{"order_no": d.OrderNo}}
		switch {
		case record == model.RowOfShipment && goods == "", record == model.RowOfInvoice && amount == 0:
			return kit.Notice{Text: fmt.Sprintf(c.words.Ordering.NothingNext, d.OrderNo)}
		case record == model.RowOfShipment:
			it.Values["shipped_on"], it.Values["goods"], it.Values["carrier"] = today, goods, d.Carrier
		default:
			it.Values["invoiced_on"], it.Values["currency"], it.Values["amount"] = today, d.Currency, model.NumberText(amount)
		}
		e := ask.ItemForm(c.stand(), it, d.OrderNo+"  "+d.Customer, d.Currency, func(ctx context.Context, kept model.Item) (string, error) {
			_, err := c.store.SaveItem(ctx, kept)
			return fmt.Sprintf(c.words.Ordering.PartKept, d.OrderNo, label.Record(record, c.words.Lang)), err
		})
		return kit.OpenDialog{Dialog: e}
	}
}
