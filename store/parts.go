package store

import (
	"context"

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
