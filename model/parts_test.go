package model

import "testing"

// The documents of all shipments come to the order, discount and all.
func TestADocumentOfOneShipmentHasWhatWentOut(t *testing.T) {
	lines := []OrderLine{{Name: "多层板", Unit: "张", Quantity: 100_000, Currency: "CNY", UnitPrice: 99_99, Discount: 100_01},
		{Name: "封边条", Quantity: 2_500, Currency: "CNY", UnitPrice: 200_00}}
	d := OrderDetail{}
	d.LineList = lines
	for i := range d.LineList {
		if err := d.LineList[i].Settle(); err != nil {
			t.Fatal(err)
		}
		d.Total += d.LineList[i].Amount
	}
	d.Shipments = []Shipment{{ShippedOn: "2026-03-01", Goods: "多层板 × 33张", Waybill: "YD1"},
		{ShippedOn: "2026-03-05", Goods: "多层板 × 33张\n封边条 × 2.5"}, {ShippedOn: "2026-03-09", Goods: "多层板 × 34张"}}
	var sum int64
	for i, want := range []int{1, 2, 1} {
		part, err := d.Only(i + 1)
		if err != nil || len(part.LineList) != want || part.ShippedOn != d.Shipments[i].ShippedOn || part.Waybill != d.Shipments[i].Waybill {
			t.Errorf("%d: %d lines, %s %s, %v", i+1, len(part.LineList), part.ShippedOn, part.Waybill, err)
		}
		sum += part.Total
	}
	if sum != d.Total {
		t.Errorf("%d, want %d", sum, d.Total)
	}
	if _, err := d.Only(4); err == nil {
		t.Error("there is no fourth")
	}
}
