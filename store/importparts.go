package store

import (
	"context"
	"slices"

	"genjin/model"
)

// plannedParts are the shipments and invoices of an order with those that a file
// brings so far.
type plannedParts struct {
	parts
	order model.Order
	lines []model.OrderLine
}

// part plans a shipment or an invoice that a file brings, by the rules by which it
// will be written: what the order has no room for is refused in its row, and what is
// the one that its order has already is said to be so.
func (p *plan) part(ctx context.Context, k model.RecordKind, it model.Item, row *model.PreviewRow) error {
	o, err := p.partsFor(ctx, it.Values["order_no"])
	if err != nil || o == nil {
		return err
	}
	switch rec := k.FromItem(it).(type) {
	case *model.Shipment:
		return p.shipment(o, rec, row)
	case *model.Invoice:
		return p.invoice(o, rec, row)
	}
	return nil
}

func (p *plan) shipment(o *plannedParts, ship *model.Shipment, row *model.PreviewRow) error {
	others := o.shipped
	if o.isWholeShipment() {
		row.Result, others = model.ResultUpdated, nil
	}
	ship.CustomerID = o.order.CustomerID
	if err := daysOfShipment(ship, &o.order, p.today); err != nil {
		return err
	}
	if err := fillShipment(ship, o.lines, others); err != nil {
		return err
	}
	o.shipped = append(slices.Clone(others), *ship)
	return nil
}

func (p *plan) invoice(o *plannedParts, inv *model.Invoice, row *model.PreviewRow) error {
	if o.isWholeBill(&o.order) {
		row.Result = model.ResultUpdated
		return mayBeSame(inv, &o.billed[0])
	}
	if err := billable(inv, &o.order, o.order.Total-o.billedSum(), p.today); err != nil {
		return err
	}
	o.billed = append(o.billed, *inv)
	return nil
}

// partsFor are the parts of an order; nil for one that the file itself brings.
func (p *plan) partsFor(ctx context.Context, number string) (*plannedParts, error) {
	if o, known := p.parted[number]; known {
		return o, nil
	}
	if p.brings(number) {
		return nil, nil
	}
	found, err := orders.query(ctx, p.db, "WHERE order_no = ?", number)
	switch {
	case err != nil:
		return nil, err
	case len(found) == 0:
		return nil, model.At("order_no", model.Refuse(model.RefusedNoOrder, number))
	case !found[0].Status.Binding():
		return nil, model.Refuse(model.RefusedStatus, string(found[0].Status))
	}
	o := &plannedParts{order: found[0]}
	if o.lines, err = orderLines.query(ctx, p.db, "WHERE order_id = ? ORDER BY seq, id", found[0].ID); err != nil {
		return nil, err
	}
	if o.parts, err = partsOf(ctx, p.db, number); err != nil {
		return nil, err
	}
	if p.parted == nil {
		p.parted = map[string]*plannedParts{}
	}
	p.parted[number] = o
	return o, nil
}

// brings reports whether the file has an order itself: what of it goes out is looked
// at when it is there.
func (p *plan) brings(number string) bool {
	return slices.ContainsFunc(p.preview.Proposals, func(prop model.Proposal) bool {
		return slices.ContainsFunc(prop.Orders, func(o model.ProposedOrder) bool { return o.Order.OrderNo == number })
	})
}
