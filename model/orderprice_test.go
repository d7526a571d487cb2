package model

import "testing"

func TestWhatIsStoppedNamesWhatStopsIt(t *testing.T) {
	set := DefaultSettings()
	line := OrderLine{Seq: 1, Name: "板", Quantity: 10_000, UnitPrice: 100_00, Amount: 770_00, Discount: 230_00,
		FloorPrice: 80_00, Currency: "CNY"}
	over := line
	over.FloorPrice = 0
	for want, l := range map[string]OrderLine{"板 77.00 (-23.0%)": line, "板 -23.0%": over} {
		err := stopped([]OrderLine{l}, set)
		if fe, ok := err.(*FieldError); !ok || len(fe.Args) != 1 || fe.Args[0] != want {
			t.Errorf("%v, want %s", err, want)
		}
	}
	before := line
	before.Amount, before.Discount = 1000_00, 0
	o := Order{ShippedOn: "2026-03-01"}
	if err := o.MayLower([]OrderLine{before}, []OrderLine{line}, "", set); err == nil {
		t.Error("after shipping a discount under the floor passes")
	}
	if err := o.MayLower([]OrderLine{before}, []OrderLine{line}, "王总", set); err != nil {
		t.Error("what somebody lets pass:", err)
	}
	if err := o.MayLower([]OrderLine{line}, []OrderLine{line}, "", set); err != nil {
		t.Error("what was so before:", err)
	}
	if err := (&Order{}).MayLower([]OrderLine{before}, []OrderLine{line}, "", set); err != nil {
		t.Error("before shipping the review does it:", err)
	}
}
