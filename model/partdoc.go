package model

import "strconv"

// Only is an order as far as one of its shipments goes, the first being 1: its
// lines with what goes out of them, what that comes to, and how it travels. The
// discount of a line is spread, so that all shipments together come to it. Refused:
// RefusedOption for a shipment that the order doesn't have.
func (d OrderDetail) Only(shipment int) (OrderDetail, error) {
	if shipment < 1 || shipment > len(d.Shipments) {
		return d, At("shipment", Refuse(RefusedOption, strconv.Itoa(shipment)))
	}
	ship, before := d.Shipments[shipment-1], Shipped(d.LineList, d.Shipments[:shipment-1])
	after, lines := Shipped(d.LineList, d.Shipments[:shipment]), []OrderLine(nil)
	d.Total = 0
	for i, l := range d.LineList {
		whole, off := l.Stays(), l.Discount
		if after[i] -= before[i]; after[i] <= 0 || whole <= 0 {
			continue
		}
		from, _ := share(off, min(before[i], whole), whole)
		to, _ := share(off, min(before[i]+after[i], whole), whole)
		l.Quantity, l.Returned, l.Discount = after[i], 0, to-from
		if err := l.Settle(); err != nil {
			return d, err
		}
		d.Total += l.Amount
		lines = append(lines, l)
	}
	d.LineList, d.Part = lines, shipment
	d.ShippedOn, d.ETA, d.ReceivedOn, d.ReceivedBy = ship.ShippedOn, ship.ETA, ship.ReceivedOn, ship.ReceivedBy
	d.Carrier, d.Waybill, d.Vehicle, d.Remark = ship.Carrier, ship.Waybill, ship.Vehicle, ship.Remark
	return d, nil
}
