package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"genjin/model"
)

// The tables of the parts in which goods go out and are billed.
var (
	shipments = newTable(model.RowOfShipment, model.ShipmentFields)
	invoices  = newTable(model.RowOfInvoice, model.InvoiceFields)
)

// parts are the shipments and the invoices of an order, the earliest first.
type parts struct {
	shipped []model.Shipment
	billed  []model.Invoice
}

func (p parts) billedSum() (sum int64) {
	for _, b := range p.billed {
		sum += b.Amount
	}
	return sum
}

func partsOf(ctx context.Context, q querier, order string) (p parts, err error) {
	if p.shipped, err = shipments.query(ctx, q, "WHERE order_no = ? ORDER BY shipped_on, id", order); err != nil {
		return p, err
	}
	p.billed, err = invoices.query(ctx, q, "WHERE order_no = ? ORDER BY invoiced_on, id", order)
	return p, err
}

// keepParts brings the shipments and invoices of an order in hand in line with it:
// when its goods are out, or all is billed, there is a record of what was left; the
// last one has the waybill and the number that the order has. An order in one
// shipment and with one invoice has one of each, and nobody need know.
func (w *write) keepParts(ctx context.Context, h *inHand) error {
	before, o := &h.before, &h.order
	if o.ID == 0 || !partsMoved(before, o) && !h.parted {
		return nil
	}
	p, err := partsOf(ctx, w.tx, before.OrderNo)
	if err != nil {
		return err
	}
	if !h.parted {
		if err := w.keepShipments(ctx, h, &p); err != nil {
			return err
		}
		if err := w.keepInvoices(ctx, h, &p); err != nil {
			return err
		}
	}
	h.parted = false
	for i := range p.shipped {
		ship := &p.shipped[i]
		was := *ship
		if ship.OrderNo, ship.CustomerID = o.OrderNo, o.CustomerID; *ship != was {
			if _, err := shipments.update(ctx, w, ship); err != nil {
				return err
			}
		}
	}
	for i := range p.billed {
		bill := &p.billed[i]
		was := *bill
		if bill.OrderNo, bill.CustomerID = o.OrderNo, o.CustomerID; *bill != was {
			if _, err := invoices.update(ctx, w, bill); err != nil {
				return err
			}
		}
	}
	o.Parted(p.shipped, p.billed)
	return nil
}

// partsMoved reports whether what the last shipment and invoice say was changed on
// the order.
func partsMoved(before, o *model.Order) bool {
	of := func(o *model.Order) [11]string {
		return [11]string{o.OrderNo, string(o.ShippedOn), string(o.ReceivedOn), string(o.InvoicedOn), o.Carrier, o.Waybill, o.Vehicle,
			string(o.ETA), o.ReceivedBy, o.InvoiceNo, model.NumberText(o.CustomerID)}
	}
	return of(before) != of(o) && (before.PartOn+o.ShippedOn+o.ReceivedOn+o.InvoicedOn != "")
}

// keepShipments lets the shipments follow the nodes ship and receive.
func (w *write) keepShipments(ctx context.Context, h *inHand, p *parts) error {
	before, o := &h.before, &h.order
	last := len(p.shipped) - 1
	switch {
	case before.ShippedOn == "" && o.ShippedOn != "":
		left, sum := model.ToShip(h.lines, p.shipped)
		if sum == 0 && last >= 0 {
			break
		}
		ship := model.Shipment{OrderNo: before.OrderNo, CustomerID: o.CustomerID, ShippedOn: o.ShippedOn, ShipWhy: o.ShipWhy, Quantity: sum}
		if last >= 0 {
			ship.Goods = model.GoodsText(h.lines, left)
		}
		p.shipped = append(p.shipped, ship)
		last++
	case before.ShippedOn != "" && o.ShippedOn == "" && last >= 0:
		id := p.shipped[last].ID
		p.shipped = p.shipped[:last]
		return shipments.remove(ctx, w, id)
	case before.ShippedOn != o.ShippedOn && last >= 0:
		p.shipped[last].ShippedOn = o.ShippedOn
	}
	for i := range p.shipped {
		ship := &p.shipped[i]
		was := *ship
		if i == last && o.ShippedOn != "" {
			ship.Carrier, ship.Waybill, ship.Vehicle, ship.ETA, ship.ReceivedBy = o.Carrier, o.Waybill, o.Vehicle, o.ETA, o.ReceivedBy
		}
		if before.ReceivedOn != o.ReceivedOn && (ship.ReceivedOn == "" || ship.ReceivedOn == before.ReceivedOn) {
			ship.ReceivedOn = o.ReceivedOn
		}
		if *ship == was && ship.ID != 0 {
			continue
		}
		if err := keep(ctx, w, shipments, ship); err != nil {
			return err
		}
	}
	return nil
}

// keepInvoices lets the invoices follow the node invoice.
func (w *write) keepInvoices(ctx context.Context, h *inHand, p *parts) error {
	before, o := &h.before, &h.order
	last := len(p.billed) - 1
	switch {
	case before.InvoicedOn == "" && o.InvoicedOn != "":
		rest := o.Total - p.billedSum()
		if rest <= 0 {
			return nil
		}
		p.billed = append(p.billed, model.Invoice{OrderNo: before.OrderNo, CustomerID: o.CustomerID, Currency: o.Currency, Amount: rest})
		last++
	case last < 0:
		return nil
	case before.InvoicedOn != "" && o.InvoicedOn == "":
		id := p.billed[last].ID
		p.billed = p.billed[:last]
		return invoices.remove(ctx, w, id)
	}
	bill := &p.billed[last]
	was := *bill
	if o.InvoicedOn != "" {
		bill.InvoiceNo, bill.InvoicedOn = o.InvoiceNo, o.InvoicedOn
	}
	if *bill == was {
		return nil
	}
	return keep(ctx, w, invoices, bill)
}

// orderCalled takes the order of a part in hand: one that was ordered for good.
func (w *write) orderCalled(ctx context.Context, number string) (*inHand, error) {
	found, err := orders.query(ctx, w.tx, "WHERE order_no = ?", number)
	switch {
	case err != nil:
		return nil, err
	case number == "":
		return nil, model.At("order_no", model.Refuse(model.RefusedRequired))
	case len(found) == 0:
		return nil, model.At("order_no", model.Refuse(model.RefusedNoOrder, number))
	case !found[0].Status.Binding():
		return nil, model.Refuse(model.RefusedStatus, string(found[0].Status))
	}
	return w.takeOrder(ctx, found[0].ID)
}

// inParts takes the order of a part in hand, and what it has of parts.
func (w *write) inParts(ctx context.Context, number string) (h *inHand, p parts, err error) {
	if h, err = w.orderCalled(ctx, number); err != nil {
		return nil, p, err
	}
	p, err = partsOf(ctx, w.tx, number)
	return h, p, err
}

// savePart keeps a shipment or an invoice that comes as an item.
func (w *write) savePart(ctx context.Context, t *keptTable, it *model.Item) (err error) {
	rec := t.kind.New()
	if it.ID != 0 {
		if rec, err = t.byID(ctx, w.tx, it.ID); err != nil {
			return err
		}
	}
	rec = t.kind.Over(rec, *it)
	switch part := rec.(type) {
	case *model.Shipment:
		err = w.saveShipment(ctx, part)
	case *model.Invoice:
		err = w.saveInvoice(ctx, part)
	}
	if err == nil {
		*it = t.kind.Item(rec)
	}
	return err
}

// saveShipment keeps a shipment of an order. With the last of the goods the node
// ship is done, and with the receipt of the last shipment the node receive.
func (w *write) saveShipment(ctx context.Context, ship *model.Shipment) error {
	h, p, err := w.inParts(ctx, ship.OrderNo)
	if err != nil {
		return err
	}
	o := &h.order
	if ship.ID == 0 && w.act == model.ActImport && len(p.shipped) == 1 && p.shipped[0].Goods == "" {
		ship.Meta = p.shipped[0].Meta // the order's sheet made it of the order's days
	}
	at := slices.IndexFunc(p.shipped, func(s model.Shipment) bool { return s.ID == ship.ID && ship.ID != 0 })
	if ship.ShippedOn == "" {
		ship.ShippedOn = w.today
	}
	ship.CustomerID = o.CustomerID
	if err := w.mayShip(ctx, h, ship, at); err != nil {
		return err
	}
	others := p.shipped
	if at >= 0 {
		others = slices.Delete(slices.Clone(p.shipped), at, at+1)
	}
	if err := fillShipment(ship, h.lines, others); err != nil {
		return err
	}
	if err := keep(ctx, w, shipments, ship); err != nil {
		return err
	}
	return w.putShipped(ctx, h, p.shipped, append(others, *ship))
}

// mayShip refuses a shipment that can't be: of goods whose prices have to be
// looked at, or that should have been paid for, without a reason.
func (w *write) mayShip(ctx context.Context, h *inHand, ship *model.Shipment, at int) error {
	for code, day := range map[string]model.Date{"shipped_on": ship.ShippedOn, "received_on": ship.ReceivedOn} {
		if err := past(code, day, w.today); err != nil {
			return err
		}
	}
	if ship.ShippedOn < h.order.OrderedOn {
		return model.At("shipped_on", model.Refuse(model.RefusedEarlier, string(ship.ShippedOn), string(h.order.OrderedOn)))
	}
	if at >= 0 || w.act == model.ActImport {
		return nil
	}
	st := model.NodeStep{Node: model.NodeShip, On: ship.ShippedOn, Told: true}
	if err := w.pricesNow(ctx, h, st); err != nil {
		return err
	}
	if err := h.order.MayStep(st, h.lines, w.settings); err != nil {
		return err
	}
	held, err := held(ctx, w.tx, &h.order)
	if err != nil {
		return err
	}
	why := h.order.ShipWhy
	err = h.order.MayGoOut(held, ship.ShipWhy)
	h.order.ShipWhy = why
	if fe := (*model.FieldError)(nil); errors.As(err, &fe) && fe.Field == "reason" {
		fe.Field = "ship_reason"
	}
	return err
}

// fillShipment says what goes out, of what the other shipments leave.
func fillShipment(ship *model.Shipment, lines []model.OrderLine, others []model.Shipment) error {
	left, sum := model.ToShip(lines, others)
	out, all := left, true
	if ship.Goods = model.CleanNote(ship.Goods); ship.Goods != "" {
		var err error
		if out, err = model.ReadGoods(ship.Goods, lines); err != nil {
			return err
		}
		for i := range out {
			if out[i] > left[i] {
				return model.At("goods", model.Refuse(model.RefusedMore, model.GoodsText(lines[i:i+1], out[i:i+1]), model.Quantity(left[i])))
			}
			all = all && out[i] == left[i]
		}
	}
	ship.Quantity = 0
	for _, n := range out {
		ship.Quantity += n
	}
	if sum == 0 || ship.Quantity == 0 {
		return model.At("goods", model.Refuse(model.RefusedNothing))
	}
	if ship.Goods = model.GoodsText(lines, out); all && len(others) == 0 {
		ship.Goods = ""
	}
	return ship.Check()
}

// putShipped brings the nodes of an order in line with its shipments, and keeps it.
//
// What goes out for an exchange comes after the order was delivered: its nodes stay.
func (w *write) putShipped(ctx context.Context, h *inHand, before, list []model.Shipment) error {
	o, ship, receive := &h.order, h.nodes.Of(model.NodeShip), h.nodes.Of(model.NodeReceive)
	_, lacked := model.ToShip(h.lines, before)
	_, left := model.ToShip(h.lines, list)
	one := len(list) == 1
	switch {
	case left == 0 && len(list) > 0 && (ship.DoneOn == "" || one || lacked == 0 && o.ReceivedOn == ""):
		last := slices.MaxFunc(list, func(a, b model.Shipment) int { return cmp.Compare(a.ShippedOn, b.ShippedOn) })
		ship.DoneOn, o.ShipWhy = last.ShippedOn, last.ShipWhy
		o.Carrier, o.Waybill, o.Vehicle, o.ETA, o.ReceivedBy = last.Carrier, last.Waybill, last.Vehicle, last.ETA, last.ReceivedBy
	case left > 0 && ship.DoneOn != "" && lacked == 0: // a part was taken back
		if err := o.MayUnstep(model.NodeShip); err != nil {
			return err
		}
		ship.DoneOn, o.ShipWhy = "", ""
	}
	var received model.Date
	whole := ship.DoneOn != "" && left == 0
	for _, s := range list {
		received, whole = max(received, s.ReceivedOn), whole && s.ReceivedOn != ""
	}
	switch {
	case whole && (receive.DoneOn == "" || one):
		receive.DoneOn = received
	case !whole && one && receive.DoneOn != "":
		if err := o.MayUnstep(model.NodeReceive); err != nil {
			return err
		}
		receive.DoneOn = ""
	}
	h.parted = true
	return w.putOrder(ctx, h)
}

// spell says of the shipments that took all of an order what that was, before its
// lines become others.
func (w *write) spell(ctx context.Context, h *inHand) error {
	p, err := partsOf(ctx, w.tx, h.before.OrderNo)
	for i := range p.shipped {
		if ship := &p.shipped[i]; ship.Goods == "" && err == nil {
			left, _ := model.ToShip(h.lines, nil)
			ship.Goods = model.GoodsText(h.lines, left)
			_, err = shipments.update(ctx, w, ship)
		}
	}
	return err
}

// dropShipment takes a shipment out: its goods are here still.
func (w *write) dropShipment(ctx context.Context, id int64) error {
	ship, err := shipments.byID(ctx, w.tx, id)
	if err != nil {
		return err
	}
	h, before, err := w.inParts(ctx, ship.OrderNo)
	if err != nil {
		return err
	}
	if err := shipments.remove(ctx, w, id); err != nil {
		return err
	}
	list := slices.DeleteFunc(slices.Clone(before.shipped), func(s model.Shipment) bool { return s.ID == id })
	return w.putShipped(ctx, h, before.shipped, list)
}
