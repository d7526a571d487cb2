package model

import "testing"

func TestARowOfAnOrderIsBroughtInLine(t *testing.T) {
	for _, tt := range []struct {
		line     ProposedLine
		want     string // quantity, price, discount
		inferred List
		refused  string
	}{
		{ProposedLine{Line: OrderLine{Quantity: 3000, UnitPrice: 100}}, "3 1.00 0.00", "", ""},
		{ProposedLine{Line: OrderLine{UnitPrice: 100}}, "1 1.00 0.00", "quantity", ""},
		{ProposedLine{Line: OrderLine{UnitPrice: 100}, Counted: true}, "", "", RefusedRequired},
		{ProposedLine{}, "", "", RefusedRequired},
		{ProposedLine{Stated: true, Amount: 20000}, "1 200.00 0.00", "quantity\nunit_price", ""},
		{ProposedLine{Line: OrderLine{Quantity: 3000}, Stated: true, Amount: 10000}, "3 33.34 0.02", "unit_price\ndiscount", ""},
		{ProposedLine{Line: OrderLine{Quantity: 3000, UnitPrice: 3333}, Stated: true, Amount: 10000}, "3 33.34 0.02", "unit_price\ndiscount", ""},
		{ProposedLine{Line: OrderLine{Quantity: 3000, UnitPrice: 100}, Stated: true, Amount: 250}, "3 1.00 0.50", "discount", ""},
		{ProposedLine{Line: OrderLine{Quantity: 3000, UnitPrice: 100, Discount: 50}, Stated: true, Amount: 250}, "3 1.00 0.50", "", ""},
		{ProposedLine{Line: OrderLine{Quantity: 3000, UnitPrice: 100, Discount: 50}, Stated: true, Amount: 200}, "", "", RefusedSums},
		{ProposedLine{Line: OrderLine{Quantity: 3000, UnitPrice: 100}, Stated: true, Amount: 400}, "", "", RefusedSums},
		{ProposedLine{Line: OrderLine{Quantity: 3000, UnitPrice: 100}, Stated: true}, "3 1.00 3.00", "discount", ""},
		{ProposedLine{Line: OrderLine{Quantity: 1}, Stated: true, Amount: MaxAmount}, "", "", RefusedAmountRange},
	} {
		l := tt.line
		l.Line.Currency = "CNY"
		err := l.Settle()
		if tt.refused != "" {
			if fe, ok := err.(*FieldError); !ok || fe.Code != tt.refused {
				t.Errorf("%+v: %v, want %s", tt.line, err, tt.refused)
			}
			continue
		}
		got := Quantity(l.Line.Quantity) + " " + l.Line.money(l.Line.UnitPrice) + " " + l.Line.money(l.Line.Discount)
		if err != nil || got != tt.want || l.Inferred != tt.inferred {
			t.Errorf("%+v: %s %q %v, want %s %q", tt.line, got, l.Inferred, err, tt.want, tt.inferred)
		}
	}
}

func TestWhatAnOrderOfAFileLeavesOpen(t *testing.T) {
	const today Date = "2026-11-24"
	for _, tt := range []struct {
		what     string
		order    ProposedOrder
		done     map[Node]Date
		inferred List
	}{
		{"a quote", ProposedOrder{Order: Order{OrderedOn: "2026-11-01"}, Stated: OrderQuote}, map[Node]Date{}, ""},
		{"confirmed, on no day", ProposedOrder{Order: Order{OrderedOn: "2026-11-01"}, Stated: OrderConfirmed},
			map[Node]Date{NodeConfirm: "2026-11-01"}, "confirmed_on"},
		{"shipped", ProposedOrder{Order: Order{OrderedOn: "2026-11-01"}, Done: map[Node]Date{NodeShip: "2026-11-05"}},
			map[Node]Date{NodeConfirm: "2026-11-01", NodeShip: "2026-11-05"}, "confirmed_on"},
		{"delivered as promised", ProposedOrder{Order: Order{OrderedOn: "2026-11-01", PromisedOn: "2026-11-20"}, Stated: OrderDelivered},
			map[Node]Date{NodeConfirm: "2026-11-01", NodeReceive: "2026-11-20"}, "confirmed_on\nreceived_on"},
		{"delivered before it was promised", ProposedOrder{Order: Order{OrderedOn: "2026-11-01", PromisedOn: "2026-12-20"},
			Stated: OrderDelivered}, map[Node]Date{NodeConfirm: "2026-11-01", NodeReceive: today}, "confirmed_on\nreceived_on"},
		{"closed", ProposedOrder{Order: Order{OrderedOn: "2026-11-01"}, Done: map[Node]Date{NodeInvoice: "2026-11-09"}, Stated: OrderClosed},
			map[Node]Date{NodeConfirm: "2026-11-01", NodeReceive: "2026-11-01", NodeReconcile: "2026-11-01", NodeInvoice: "2026-11-09"},
			"confirmed_on\nreceived_on\nreconciled_on\ncollected"},
		{"ticked, and no date at all", ProposedOrder{Done: map[Node]Date{NodeConfirm: "", NodePrepare: "2026-11-03"}},
			map[Node]Date{NodeConfirm: "2026-11-03", NodePrepare: "2026-11-03"}, "ordered_on\nconfirmed_on"},
	} {
		p := tt.order
		p.Settle(today)
		if len(p.Done) != len(tt.done) || p.Inferred != tt.inferred {
			t.Errorf("%s: %v %q, want %v %q", tt.what, p.Done, p.Inferred, tt.done, tt.inferred)
		}
		for n, day := range tt.done {
			if p.Done[n] != day {
				t.Errorf("%s: %s on %q, want %q", tt.what, n, p.Done[n], day)
			}
		}
	}
}

func TestUnitsBehindQuantities(t *testing.T) {
	for text, want := range map[string]string{"10㎡": "㎡", "2.5 M2": "M2", "1,200": "", "1.2万张": "张", "３件": "件", "": ""} {
		if got := UnitOf(text); got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
