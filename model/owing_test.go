package model

import "testing"

func TestAReceivableBecomesOneAnInstalment(t *testing.T) {
	set := DefaultSettings()
	whole := func(change func(*Receivable)) Receivable {
		r := Receivable{Amount: 100_000, Currency: "CNY", SaleOn: "2026-11-02", Kind: DueGoods}
		change(&r)
		return r
	}
	for _, tt := range []struct {
		name   string
		r      Receivable
		parts  int
		due    Date // of the first
		issued Date
		field  string // refused there
	}{
		{"no terms", whole(func(*Receivable) {}), 1, "", "", ""},
		{"an invoice is of the sale's day", whole(func(r *Receivable) { r.InvoiceNo, r.Terms = "FP1", "票到30天" }),
			1, "2026-12-02", "2026-11-02", ""},
		{"a typed day stands", whole(func(r *Receivable) { r.Terms, r.DueOn = "票到30天", "2026-12-20" }), 1, "2026-12-20", "", ""},
		{"three parts", whole(func(r *Receivable) { r.Terms = "30%定金+60%发货前+10%验收后30天" }), 3, "2026-11-02", "", ""},
		{"and a typed day", whole(func(r *Receivable) { r.Terms, r.DueOn = "30%定金+70%发货前", "2026-12-20" }), 0, "", "", "due_on"},
		{"terms that can't be read", whole(func(r *Receivable) { r.Terms = "随便" }), 0, "", "", "terms"},
		{"nothing owed", whole(func(r *Receivable) { r.Amount = 0 }), 0, "", "", "amount"},
	} {
		list, err := tt.r.InParts(set)
		if fe, refused := err.(*FieldError); tt.field != "" {
			if !refused || fe.Field != tt.field {
				t.Errorf("%s: %v", tt.name, err)
			}
			continue
		}
		if err != nil || len(list) != tt.parts || list[0].DueOn != tt.due || list[0].InvoicedOn != tt.issued {
			t.Errorf("%s: %+v, %v", tt.name, list, err)
		}
	}
}
