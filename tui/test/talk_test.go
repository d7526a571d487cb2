package test

import (
	"context"
	"fmt"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"
)

// owing is a morning on which ten customers owe six overdue invoices each.
var owing = NewWorld(Monday, func(t testing.TB, s *store.Store) {
	ctx := context.Background()
	for n := range 10 {
		c, err := s.AddCustomer(ctx, model.Customer{Name: fmt.Sprintf("客户%02d", n), Grade: model.GradeE, Kind: model.Company})
		if err != nil {
			panic(err)
		}
		var owed []model.Receivable
		for i := range 6 {
			owed = append(owed, model.Receivable{CustomerID: c.ID, InvoiceNo: fmt.Sprintf("FP%02d%d", n, i), Amount: int64(100000 * (n + 1)),
				SaleOn: "2026-09-01", DueOn: model.Date("2026-11-20").AddDays(-3 * i)})
		}
		if _, err := s.AddReceivables(ctx, owed); err != nil {
			panic(err)
		}
	}
})

func TestTenCustomersWithSixInvoicesAreChasedInTenActs(t *testing.T) {
	d := owing.Open(t, label.ZH, 120, 40)
	d.Sees("[1 今日 10]", "客户09", "6 张 60,000,最久逾期18天", "0/10")
	// Enter lists the invoices; the text names all of them.
	d.Press("enter")
	d.Sees("FP095 10,000,逾期18天", "FP090 10,000,逾期3天", "> 1 记录催款")
	d.Press("esc", "y")
	d.Sees("发票FP095，10,000.00，2026-11-05到期，逾期18天", "以上6笔合计人民币 60,000.00")
	d.Press("esc", "l")
	d.Sees("记录催款  客户09  上门催款  60,000.00", "FP095", "不含")
	d.Press("esc")
	for n := range 10 {
		d.Press("l")
		d.Write("答应本周安排")
		d.Press("ctrl+s")
		d.Sees(fmt.Sprintf("%d/10", n+1))
	}
	ctx := context.Background()
	d.Sees("[1 今日]")
	rows, err := d.Store.JournalList().IDs(ctx, model.Query{})
	steps, err2 := d.Store.ChasingList().IDs(ctx, model.Query{})
	if err != nil || err2 != nil || len(rows) != 10 || len(steps) != 60 {
		t.Errorf("%d entries, %d steps, %v %v", len(rows), len(steps), err, err2)
	}
	d.Press("ctrl+z")
	d.Sees("[1 今日 1]", "9/10")
}

// One promise is spread over the invoices that were talked about, one payment
// settles across, and a customer is chased from the receivables by customer.
func TestACustomerIsChasedFromTheReceivables(t *testing.T) {
	d := owing.Open(t, label.ZH, 120, 40, "5", "tab", "tab", "home")
	d.Sees("客户09")
	d.Press("l")
	d.Sees("记录催款  客户09  上门催款  60,000.00")
	d.Write("先付一半")
	d.Press("tab")
	d.Write("后天")
	d.Press("tab")
	d.Write("3万")
	for range 4 { // over the day and the level, to the second invoice
		d.Press("tab")
	}
	d.Press("right", "ctrl+s")
	made, err := d.Store.Promises(context.Background(), 0, 0)
	if err != nil || len(made) != 3 {
		t.Fatalf("%d promises, %v", len(made), err)
	}
	for _, p := range made {
		if p.PromiseAmount != 1000000 || p.PromiseOn != "2026-11-25" || p.Name == "FP094" {
			t.Errorf("%s: %d for %s", p.Name, p.PromiseAmount, p.PromiseOn)
		}
	}
	d.Press("y")
	d.Sees("FP094")
	d.Press("esc", "p", "ctrl+s")
	sums, err := d.Store.ReceivableList().Sums(context.Background(), model.Query{Search: "客户09"})
	if owed := model.OweSums(sums); err != nil || owed[0].Balance != 0 {
		t.Errorf("%+v %v", owed, err)
	}
}
