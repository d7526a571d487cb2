package receivables_test

import (
	"context"
	"fmt"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
	"genjin/tui"
	"genjin/tui/kit/kittest"

	"genjin/tui/test"
)

// debts are what the customers of a small factory owe, as of Monday 23 November
// 2026.
var debts = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	who := map[string]int64{}
	for _, c := range []model.Customer{
		{Name: "佛山恒基板材有限公司", Kind: model.Company, Phones: "075783330001", Grade: model.GradeA, CreditLimit: 10_000_000,
			PaymentScore: 5, Terms: "月结30天"},
		{Name: "杭州机械有限公司", Kind: model.Company, Phones: "13800138000", Grade: model.GradeB},
		{Name: "Blue Harbour Trading Ltd.", Kind: model.Company, Currency: "USD"},
		{Name: "周敏", Gender: model.Female, Phones: "15935946108"},
	} {
		c.FilledOn, c.NextOn = "2026-01-05", "2026-12-20"
		kept, err := st.AddCustomer(ctx, c)
		must(err)
		who[kept.Name] = kept.ID
	}
	foshan, hangzhou, harbour, zhou := who["佛山恒基板材有限公司"], who["杭州机械有限公司"], who["Blue Harbour Trading Ltd."], who["周敏"]
	owe := func(r model.Receivable) int64 {
		kept, err := st.AddReceivable(ctx, r)
		must(err)
		return kept.ID
	}
	pay := func(customer, amount int64, on model.Date, shares ...model.Share) {
		_, err := st.Pay(ctx, model.Payment{CustomerID: customer, Amount: amount, ReceivedOn: on, Method: "transfer",
			ReceiptNo: fmt.Sprint("S", on[5:7], on[8:])}, shares)
		must(err)
	}
	old := owe(model.Receivable{CustomerID: foshan, InvoiceNo: "FP0012", SaleOn: "2026-05-10", DueOn: "2026-06-30", Amount: 3_000_000})
	pay(foshan, 3_000_000, "2026-07-08", model.Share{ReceivableID: old, Amount: 3_000_000})
	r := owe(model.Receivable{CustomerID: foshan, InvoiceNo: "FP0031", OrderNo: "D20", SaleOn: "2026-10-10",
		InvoicedOn: "2026-10-12", DueOn: "2026-11-14", Amount: 4_200_000, Terms: "月结30天"})
	pay(foshan, 1_200_000, "2026-11-10", model.Share{ReceivableID: r, Amount: 1_200_000})
	_, err := st.LogDunning(ctx, model.Dunning{ReceivableID: r, ChasedOn: "2026-11-16", Level: 1, Method: "phone",
		PromiseOn: "2026-11-20", PromiseAmount: 3_000_000, Note: "王经理答应周五付清"})
	must(err)
	owe(model.Receivable{CustomerID: foshan, OrderNo: "D31", Kind: model.DueDeposit, SaleOn: "2026-11-20", DueOn: "2026-11-28",
		Amount: 900_000, Instalment: 1, Instalments: 3})
	owe(model.Receivable{CustomerID: foshan, OrderNo: "D31", Kind: model.DueProgress, SaleOn: "2026-11-20",
		DueOn: "2026-12-20", Amount: 1_800_000, Instalment: 2, Instalments: 3})
	owe(model.Receivable{CustomerID: foshan, OrderNo: "D31", Kind: model.DueBalance, SaleOn: "2026-11-20", Amount: 300_000,
		Instalment: 3, Instalments: 3})
	owe(model.Receivable{CustomerID: hangzhou, InvoiceNo: "FP0027", SaleOn: "2026-07-01", DueOn: "2026-08-15", Amount: 1_500_000})
	bad := owe(model.Receivable{CustomerID: hangzhou, InvoiceNo: "FP0029", SaleOn: "2026-08-01", DueOn: "2026-09-30", Amount: 800_000})
	_, err = st.Dispute(ctx, bad, "两箱受潮,要求折价")
	must(err)
	owe(model.Receivable{CustomerID: harbour, InvoiceNo: "INV-7", SaleOn: "2026-10-05", DueOn: "2026-11-04",
		Amount: 1_234_500, Currency: "USD"})
	owe(model.Receivable{CustomerID: zhou, SaleOn: "2026-11-19", Amount: 88_000})
	pay(zhou, 500_000, "2026-11-21")
	_, err = st.Pay(ctx, model.Payment{CustomerID: hangzhou, Amount: 200_000, ReceivedOn: "2026-11-18", Method: model.PayDraft,
		MaturesOn: "2027-02-18", Payer: "杭州母公司"}, []model.Share{})
	must(err)
})

func open(t testing.TB, l label.Lang, w, h int, keys ...string) *test.Desk {
	t.Helper()
	return debts.Open(t, l, w, h, append([]string{"5"}, keys...)...)
}

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{
		"due": nil, "menu": {"enter"}, "detail": {"down", "enter", "esc"}, "filter": {"f"}, "buckets": {"tab"}, "customers": {"tab", "tab"},
		"promises": {"tab", "tab", "tab"}, "payments": {"shift+tab", "shift+tab"}, "all": {"shift+tab"}, "charts": {"t"}, "statement": {"r"},
		"pay": {"p"}, "chase": {"l"}, "whom": {"n"}, "new": {"n", "enter"}, "order": {"o"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk { return open(t, l, w, h, keys...) })
	}
	for name, keys := range map[string][]string{
		"empty": {"5"}, "empty-buckets": {"5", "tab"}, "empty-promises": {"5", "tab", "tab", "tab"},
		"empty-payments": {"5", "shift+tab", "shift+tab"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			return test.Blank.Open(t, l, w, h, keys...)
		})
	}
}

func TestEverySizeIsFilledToTheCell(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		d := open(t, l, 60, 15)
		for _, w := range test.Widths() {
			for _, h := range []int{15, 18, 30} {
				d.Start(w, h, tui.Options{Lang: l, NoColor: true})
				d.Press("5")
				for range 6 {
					kittest.Sized(t, d.App.View().Content, w, h)
					d.Press("tab")
				}
				for _, keys := range [][]string{{"t"}, {"r"}, {"p"}, {"l"}, {"n"}, {"enter"}} {
					d.Press(keys...)
					kittest.Sized(t, d.App.View().Content, w, h)
					d.Press("esc", "esc")
				}
			}
		}
	}
}
