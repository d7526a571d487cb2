package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"genjin/model"
)

// saveShipment keeps a shipment of an order. With the last of the goods the node
// ship is done, and with the receipt of the last shipment the node receive.
func (w *write) saveShipment(ctx context.Context, ship *model.Shipment) error {
	h, p, err := w.inParts(ctx, ship.OrderNo)
	if err != nil {
		return err
	}
	o := &h.order
	if ship.ID == 0 && w.act == model.ActImport && p.isWholeShipment() {
		ship.Meta = p.shipped[0].Meta // the order's sheet made it of the order's days
	}
	at := slices.IndexFunc(p.shipped, func(s model.Shipment) bool { return s.ID == ship.ID && ship.ID != 0 })
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
	if err := daysOfShipment(ship, &h.order, w.today); err != nil {
		return err
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

// daysOfShipment has a shipment go out today where nobody says when, and refuses one
// before its order, or of a day to come.
func daysOfShipment(ship *model.Shipment, o *model.Order, today model.Date) error {
	if ship.ShippedOn == "" {
		ship.ShippedOn = today
	}
	for _, d := range []struct {
		code string
		day  model.Date
	}{{"shipped_on", ship.ShippedOn}, {"received_on", ship.ReceivedOn}} {
		if err := past(d.code, d.day, today); err != nil {
			return err
		}
	}
	if ship.ShippedOn < o.OrderedOn {
		return model.At("shipped_on", model.Refuse(model.RefusedEarlier, string(ship.ShippedOn), string(o.OrderedOn)))
	}
	return nil
}

// isWholeShipment: the one shipment of an order is of all of it, as its sheet made
// it.
func (p parts) isWholeShipment() bool { return len(p.shipped) == 1 && p.shipped[0].Goods == "" }

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
	if err := w.setShipped(h, before, list); err != nil {
		return err
	}
	return w.putOrder(ctx, h)
}

func (w *write) setShipped(h *inHand, before, list []model.Shipment) error {
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
	return nil
}

// receiveParts notes the receipt of the shipment on its way that was expected first:
// the node is done with the last one of all goods.
func (w *write) receiveParts(ctx context.Context, h *inHand, st model.NodeStep) error {
	p, err := partsOf(ctx, w.tx, h.order.OrderNo)
	if err != nil {
		return err
	}
	ship, ok := model.OnTheWay(p.shipped)
	if !ok {
		return model.Refuse(model.RefusedNeeds, string(model.NodeShip))
	}
	if ship.ReceivedOn = st.On; ship.ReceivedOn == "" {
		ship.ReceivedOn = w.today
	}
	if st.ReceivedBy != "" {
		ship.ReceivedBy = st.ReceivedBy
	}
	if st.Note != "" {
		ship.Remark = model.CleanNote(st.Note)
	}
	if err := past("done_on", ship.ReceivedOn, w.today); err != nil {
		return err
	}
	if err := ship.Check(); err != nil {
		return model.At("done_on", err)
	}
	if _, err := shipments.update(ctx, w, &ship); err != nil {
		return err
	}
	before := slices.Clone(p.shipped)
	p.shipped[slices.IndexFunc(p.shipped, func(s model.Shipment) bool { return s.ID == ship.ID })] = ship
	return w.setShipped(h, before, p.shipped)
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
