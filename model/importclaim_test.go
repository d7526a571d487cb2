package model

import (
	"fmt"
	"testing"
)

func TestWhatIsStillComing(t *testing.T) {
	paid := func(on Date, amount int64) Payment { return Payment{ReceivedOn: on, Amount: amount} }
	in := func(on Date, whole, part int64) Receipt { return Receipt{on, whole, part} }
	for name, tt := range map[string]struct {
		rows   []Payment
		amount int64
		there  []Receipt
		want   string // of each row: what is new
	}{
		"nothing is there":               {[]Payment{paid("2026-01-05", 400)}, 1000, nil, "[400]"},
		"it is there":                    {[]Payment{paid("2026-01-05", 400)}, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[0]"},
		"more came in since":             {[]Payment{paid("2026-01-09", 1000)}, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[600]"},
		"less than there is":             {[]Payment{paid("2026-01-09", 300)}, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[0]"},
		"it came back":                   {[]Payment{paid("2026-01-05", 400)}, 1000, []Receipt{in("2026-01-05", 400, 0)}, "[0]"},
		"it came back, and another came": {[]Payment{paid("2026-01-09", 400)}, 1000, []Receipt{in("2026-01-05", 400, 0)}, "[400]"},
		"one payment for several":        {[]Payment{paid("2026-01-05", 400)}, 1000, []Receipt{in("2026-01-05", 900, 400)}, "[0]"},
		"a row for each":                 {[]Payment{paid("2026-01-05", 400), paid("2026-01-09", 600)}, 1000, nil, "[400 600]"},
		"a row for each, one of them new": {[]Payment{paid("2026-01-04", 100), paid("2026-01-05", 400)}, 1000,
			[]Receipt{in("2026-01-05", 400, 400)}, "[100 0]"},
		"what had come in by then":     {[]Payment{paid("2026-01-05", 400), paid("2026-01-09", 1000)}, 1000, nil, "[400 600]"},
		"an amount twice, on two days": {[]Payment{paid("2026-01-05", 400), paid("2026-01-09", 400)}, 500, nil, "[400 400]"},
		"a row twice":                  {[]Payment{paid("2026-01-05", 1000), paid("2026-01-05", 1000)}, 1000, nil, "[1000 0]"},
		"a row twice, paid once": {[]Payment{paid("2026-01-05", 400), paid("2026-01-05", 400)}, 1000,
			[]Receipt{in("2026-01-05", 400, 400)}, "[0 400]"},
		"one payment for several, another came since": {[]Payment{paid("2026-01-05", 600), paid("2026-01-09", 400)}, 1000,
			[]Receipt{in("2026-01-05", 900, 600)}, "[0 400]"},
		"by then, the rest a payment that went elsewhere too": {[]Payment{paid("2026-01-05", 400), paid("2026-01-09", 1000)}, 1000,
			[]Receipt{in("2026-01-09", 600, 500)}, "[400 0]"},
		"by then, all of it a payment that went elsewhere too": {[]Payment{paid("2026-01-05", 400), paid("2026-01-09", 1000)}, 1000,
			[]Receipt{in("2026-01-09", 1000, 500)}, "[400 0]"},
		"more than is owed": {[]Payment{paid("2026-01-05", 900), paid("2026-01-09", 600)}, 1000, nil, "[900 600]"},
		"of the largest amounts": {[]Payment{paid("2026-01-05", MaxAmount), paid("2026-01-09", MaxAmount)},
			MaxAmount, nil, "[9000000000000000 0]"},
		"no rows": {nil, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[]"},
	} {
		got := []int64{}
		for _, c := range StillComing(tt.rows, tt.amount, tt.there) {
			got = append(got, c.Amount)
		}
		if fmt.Sprint(got) != tt.want {
			t.Errorf("%s: %v, want %s", name, got, tt.want)
		}
	}
}

func TestWhichReceivableARowMeans(t *testing.T) {
	kept := Receivable{InvoiceNo: "FP1", OrderNo: "S1", Amount: 1000, DueOn: "2026-01-10", Currency: "CNY",
		Kind: DueGoods, Instalment: 1, Instalments: 3}
	bare := Receivable{Amount: 1000, DueOn: "2026-01-10", Currency: "CNY", Kind: DueGoods}
	for name, tt := range map[string]struct {
		row   Receivable
		given []string
		kept  Receivable
		same  bool
	}{
		"the invoice":                      {Receivable{InvoiceNo: "fp1", Amount: 7, Currency: "CNY"}, nil, kept, true},
		"another invoice":                  {Receivable{InvoiceNo: "FP2", OrderNo: "S1", Amount: 1000, DueOn: "2026-01-10"}, nil, kept, false},
		"the order, without an invoice":    {Receivable{OrderNo: "S1", Amount: 7}, nil, kept, true},
		"another order":                    {Receivable{OrderNo: "S2", Amount: 1000}, nil, kept, false},
		"another instalment":               {Receivable{OrderNo: "S1", Amount: 1000, Instalment: 2}, nil, kept, false},
		"of the order, for something else": {Receivable{OrderNo: "S1", Amount: 1000, Kind: DueDeposit}, []string{"kind"}, kept, false},
		"of another currency":              {Receivable{InvoiceNo: "FP1", Currency: "USD"}, []string{"currency"}, kept, false},
		"without a name":                   {Receivable{Amount: 1000, DueOn: "2026-01-10", Currency: "CNY"}, nil, bare, true},
		"without a name or a due date":     {Receivable{Amount: 1000, Currency: "CNY"}, nil, bare, true},
		"the order in other letters":       {Receivable{OrderNo: "s1", Amount: 7}, nil, kept, true},
		"without a name, another sale":     {Receivable{Amount: 1000, SaleOn: "2026-01-01", Currency: "CNY"}, nil, bare, false},
		"without a name, another due date": {Receivable{Amount: 1000, DueOn: "2026-02-10", Currency: "CNY"}, nil, bare, false},
		"without a name, another amount":   {Receivable{Amount: 7, DueOn: "2026-01-10", Currency: "CNY"}, nil, bare, false},
		"a name that isn't known":          {Receivable{Amount: 1000, DueOn: "2026-01-10", Currency: "CNY"}, nil, kept, false},
	} {
		d := ProposedDebt{Receivable: tt.row, Given: tt.given}
		if got := d.Likeness(&tt.row, &tt.kept) > 0; got != tt.same {
			t.Errorf("%s: %v", name, got)
		}
	}
}

// Two rows are of one receivable only where nothing tells them apart.
func TestRowsOfOneReceivable(t *testing.T) {
	base := ProposedDebt{Receivable: Receivable{InvoiceNo: "FP1", OrderNo: "S1", Amount: 1000, DueOn: "2026-01-10",
		SaleOn: "2026-01-01", Currency: "CNY", Kind: DueGoods, Instalment: 1}}
	byOrder := func(d *ProposedDebt) { d.Receivable.InvoiceNo, d.Payment.Amount = "", 400 }
	for name, tt := range map[string]struct {
		both, one func(*ProposedDebt) // what is changed of both rows, and of the second
		claims    int
	}{
		"nothing":            {nil, nil, 1},
		"as genjin wrote it": {nil, func(d *ProposedDebt) { d.Exactly = true }, 2},
		"another order":      {nil, func(d *ProposedDebt) { d.Receivable.OrderNo = "S2" }, 2},
		"no order":           {nil, func(d *ProposedDebt) { d.Receivable.OrderNo = "" }, 1},
		"another due date":   {nil, func(d *ProposedDebt) { d.Receivable.DueOn = "2026-02-10" }, 2},
		"another sale":       {nil, func(d *ProposedDebt) { d.Receivable.SaleOn = "2026-01-02" }, 2},
		"another currency":   {nil, func(d *ProposedDebt) { d.Receivable.Currency = "USD" }, 2},
		"another kind":       {nil, func(d *ProposedDebt) { d.Receivable.Kind = DueDeposit }, 2},
		"another instalment": {nil, func(d *ProposedDebt) { d.Receivable.Instalment = 2 }, 2},
		"another amount":     {nil, func(d *ProposedDebt) { d.Receivable.Amount = 999 }, 2},
		"amounts that are only what was paid": {func(d *ProposedDebt) { d.Unstated = true }, func(d *ProposedDebt) { d.Receivable.Amount = 999 },
			1},
		"one of them only what was paid":     {nil, func(d *ProposedDebt) { d.Unstated = true }, 2},
		"an order's payments":                {byOrder, nil, 1},
		"an order's payments, too many":      {byOrder, func(d *ProposedDebt) { d.Payment.Amount = 700 }, 2},
		"an order's rows, the second unpaid": {byOrder, func(d *ProposedDebt) { d.Payment.Amount = 0 }, 2},
		"an order's rows, the first unpaid": {func(d *ProposedDebt) { d.Receivable.InvoiceNo = "" },
			func(d *ProposedDebt) { d.Payment.Amount = 400 }, 2},
	} {
		rows := []*ProposedDebt{{}, {}}
		for i, d := range rows {
			*d = base
			if tt.both != nil {
				tt.both(d)
			}
			if i == 1 && tt.one != nil {
				tt.one(d)
			}
		}
		if got := Claims(rows); len(got) != tt.claims {
			t.Errorf("%s: %v, want %d", name, got, tt.claims)
		}
	}
}

func TestWhatTheRowsOfAReceivableSayTogether(t *testing.T) {
	row := func(amount int64, unstated bool, remark string) *ProposedDebt {
		d := &ProposedDebt{Receivable: Receivable{InvoiceNo: "FP1", Amount: amount, Remark: remark}, Unstated: unstated,
			Given: []string{"invoice_no"}}
		if remark != "" {
			d.Given = append(d.Given, "remark")
		}
		return d
	}
	if all := JoinClaim([]*ProposedDebt{row(400, true, ""), row(600, true, "x")}); all.Receivable.Amount != 1000 ||
		all.Receivable.Remark != "x" {
		t.Errorf("amounts that are what was paid: %+v", all.Receivable)
	}
	if all := JoinClaim([]*ProposedDebt{row(1000, false, "y"), row(1000, false, "x")}); all.Receivable.Amount != 1000 ||
		all.Receivable.Remark != "y" {
		t.Errorf("an amount that is stated: %+v", all.Receivable)
	}
}

// Of several receivables of a name the amount tells most, then the due date,
// the sale, the order.
func TestTheLikeliestReceivable(t *testing.T) {
	row := Receivable{InvoiceNo: "FP1", OrderNo: "S1", Amount: 1000, DueOn: "2026-01-10", SaleOn: "2026-01-01"}
	ranked := []Receivable{
		row,
		{InvoiceNo: "FP1", Amount: 1000},
		{InvoiceNo: "FP1", OrderNo: "S1", DueOn: "2026-01-10", SaleOn: "2026-01-01"},
		{InvoiceNo: "FP1", DueOn: "2026-01-10"},
		{InvoiceNo: "FP1", OrderNo: "S1", SaleOn: "2026-01-01"},
		{InvoiceNo: "FP1", SaleOn: "2026-01-01"},
		{InvoiceNo: "FP1", OrderNo: "S1"},
		{InvoiceNo: "FP1"},
	}
	d := ProposedDebt{Receivable: row}
	last := 0
	for i := len(ranked) - 1; i >= 0; i-- {
		likeness := d.Likeness(&row, &ranked[i])
		if likeness <= last {
			t.Errorf("%+v is as likely as the one below: %d", ranked[i], likeness)
		}
		last = likeness
	}
	byOrder := Receivable{OrderNo: "S1", Amount: 1000, DueOn: "2026-01-10", SaleOn: "2026-01-01"}
	if invoice, order := d.Likeness(&row, &Receivable{InvoiceNo: "FP1"}), d.Likeness(&row, &byOrder); invoice <= order {
		t.Errorf("the invoice alone is %d, the order with all else %d", invoice, order)
	}
}

// What a row leaves empty changes nothing, though its column is there.
func TestAnEmptyCellSaysNothing(t *testing.T) {
	d := ProposedDebt{Receivable: Receivable{Amount: 900}, Given: []string{"amount", "remark"}}
	edited, changes := d.Against(&Receivable{Amount: 1000, Remark: "x"})
	if edited.Amount != 900 || edited.Remark != "x" || len(changes) != 1 {
		t.Errorf("%+v, %+v", edited, changes)
	}
}

// What is left over of a payment that settles nothing else came in for the
// receivable too.
func TestWhatCameInForAReceivable(t *testing.T) {
	payments := map[int64]*Payment{
		1: {ReceivedOn: "2026-01-05", Amount: 900, Allocated: 400, Refunded: 100},
		2: {ReceivedOn: "2026-01-06", Amount: 900, Allocated: 700},
		3: {ReceivedOn: "2026-01-07", Amount: 300},
	}
	got := Receipts([]Allocation{{PaymentID: 1, Amount: 400}, {PaymentID: 2, Amount: 400},
		{PaymentID: 3, Amount: 300, ReversedOn: "2026-01-08"}, {PaymentID: 9, Amount: 5}},
		func(id int64) *Payment { return payments[id] })
	if want := "[{2026-01-05 900 800} {2026-01-06 900 400} {2026-01-07 300 0}]"; fmt.Sprint(got) != want {
		t.Errorf("%v, want %s", got, want)
	}
}
