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
		"nothing is there":                {[]Payment{paid("2026-01-05", 400)}, 1000, nil, "[400]"},
		"it is there":                     {[]Payment{paid("2026-01-05", 400)}, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[0]"},
		"more came in since":              {[]Payment{paid("2026-01-09", 1000)}, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[600]"},
		"less than there is":              {[]Payment{paid("2026-01-09", 300)}, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[0]"},
		"it came back":                    {[]Payment{paid("2026-01-05", 400)}, 1000, []Receipt{in("2026-01-05", 400, 0)}, "[0]"},
		"it came back, and another came":  {[]Payment{paid("2026-01-09", 400)}, 1000, []Receipt{in("2026-01-05", 400, 0)}, "[400]"},
		"one payment for several":         {[]Payment{paid("2026-01-05", 400)}, 1000, []Receipt{in("2026-01-05", 900, 400)}, "[0]"},
		"a row for each":                  {[]Payment{paid("2026-01-05", 400), paid("2026-01-09", 600)}, 1000, nil, "[400 600]"},
		"a row for each, one of them new": {[]Payment{paid("2026-01-04", 100), paid("2026-01-05", 400)}, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[100 0]"},
		"what had come in by then":        {[]Payment{paid("2026-01-05", 400), paid("2026-01-09", 1000)}, 1000, nil, "[400 600]"},
		"a row twice":                     {[]Payment{paid("2026-01-05", 1000), paid("2026-01-05", 1000)}, 1000, nil, "[1000 0]"},
		"more than is owed":               {[]Payment{paid("2026-01-05", 900), paid("2026-01-09", 600)}, 1000, nil, "[900 600]"},
		"of the largest amounts":          {[]Payment{paid("2026-01-05", MaxAmount), paid("2026-01-09", MaxAmount)}, MaxAmount, nil, "[9000000000000000 0]"},
		"no rows":                         {nil, 1000, []Receipt{in("2026-01-05", 400, 400)}, "[]"},
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
	kept := Receivable{InvoiceNo: "FP1", OrderNo: "S1", Amount: 1000, DueOn: "2026-01-10", Currency: "CNY", Kind: DueGoods, Instalment: 1, Instalments: 3}
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
		"without a name, another amount":   {Receivable{Amount: 7, DueOn: "2026-01-10", Currency: "CNY"}, nil, bare, false},
		"a name that isn't known":          {Receivable{Amount: 1000, DueOn: "2026-01-10", Currency: "CNY"}, nil, kept, false},
	} {
		d := ProposedDebt{Receivable: tt.row, Given: tt.given}
		if got := d.Likeness(&tt.row, &tt.kept) > 0; got != tt.same {
			t.Errorf("%s: %v", name, got)
		}
	}
}
