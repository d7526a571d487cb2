package store

import (
	"context"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
	"genjin/model/label"
)

// lists is everything that lists of money records carry, as text.
func lists(t interface{ Fatal(...any) }, s *Store) string {
	ctx := context.Background()
	names, err := s.customerNames(ctx, ids(t, s, "SELECT id FROM customer"))
	if err != nil {
		t.Fatal(err)
	}
	owed, err := receivables.query(ctx, s.db, "")
	if err != nil {
		t.Fatal(err)
	}
	called := map[int64]string{}
	var out []string
	for i := range owed {
		r := &owed[i]
		called[r.ID] = names[r.CustomerID] + " " + r.Ref()
		line := "owed " + called[r.ID]
		for _, f := range model.ReceivableFields {
			if f.Code != "customer_id" && f.Code != "promised_paid" {
				line += " " + f.Code + "=" + f.Get(r)
			}
		}
		out = append(out, line)
	}
	notes, _ := credits.query(ctx, s.db, "")
	for _, c := range notes {
		out = append(out, fmt.Sprint("credit ", called[c.ReceivableID], c.CreditedOn, c.Amount, c.Reason))
	}
	paid, _ := payments.query(ctx, s.db, "")
	of := map[int64]string{}
	for i := range paid {
		p := &paid[i]
		line := "paid " + names[p.CustomerID]
		for _, f := range model.PaymentFields {
			if f.Code != "customer_id" {
				line += " " + f.Code + "=" + f.Get(p)
			}
		}
		of[p.ID] = line
		out = append(out, line)
	}
	settled, _ := allocations.query(ctx, s.db, "WHERE reversed_on = ''")
	for _, a := range settled {
		out = append(out, fmt.Sprint("settled ", called[a.ReceivableID], a.AllocatedOn, a.Amount, of[a.PaymentID]))
	}
	back, _ := refunds.query(ctx, s.db, "")
	for _, r := range back {
		out = append(out, fmt.Sprint("back ", r.RefundedOn, r.Amount, r.Method, r.Reason, of[r.PaymentID]))
	}
	slices.Sort(out)
	return strings.Join(out, "\n")
}

func ids(t interface{ Fatal(...any) }, s *Store, query string) []int64 {
	list, err := s.ids(context.Background(), query)
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// owing gives a customer receivables that can be told apart, paid in part,
// credited, disputed, chased and given up.
func owing(t *rapid.T, s *Store, customer int64) {
	ctx := context.Background()
	day := func(name string) model.Date {
		return model.Date("2026-11-24").AddDays(-rapid.IntRange(0, 60).Draw(t, name))
	}
	must := func(err error) {
		if err != nil && !isRefusal(err) {
			t.Fatal(err)
		}
	}
	for i := range rapid.IntRange(1, 4).Draw(t, "owed") {
		var r model.Receivable
		fillIn(t, model.ReceivableFields, &r, "currency", "amount", "terms", "invoice_no", "order_no", "due_on")
		r.CustomerID, r.Amount, r.SaleOn = customer, rapid.Int64Range(1, 900000).Draw(t, "amount"), day("sold")
		r.Currency = rapid.SampledFrom([]string{"CNY", "USD", "JPY"}).Draw(t, "currency")
		r.DueOn = r.SaleOn.AddDays(31 + i*70)
		switch rapid.IntRange(0, 3).Draw(t, "called") {
		case 0:
			r.InvoiceNo = fmt.Sprint(someText.Draw(t, "invoice"), i)
		case 1:
			r.InvoiceNo = fmt.Sprint("FP ", i)
		case 2:
			r.OrderNo, r.Instalment, r.Instalments, r.Terms = "S2026-1", int64(i+1), 4, "30%定金+70%验收后10天"
		}
		r, err := s.AddReceivable(ctx, r)
		if must(err); err != nil {
			continue
		}
		if rapid.Bool().Draw(t, "credited") {
			_, err = s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: rapid.Int64Range(1, 1000).Draw(t, "credit"),
				CreditedOn: day("credited on"), Reason: "退货 2 件"})
			must(err)
		}
		if rapid.Bool().Draw(t, "disputed") {
			_, err = s.Dispute(ctx, r.ID, "数量不符\n要求补发")
			must(err)
		}
		if rapid.Bool().Draw(t, "chased") {
			_, err = s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, ChasedOn: day("chased on"), Method: "letter",
				PromiseOn: rapid.SampledFrom([]model.Date{"", "2026-12-01"}).Draw(t, "promise"), Level: 2})
			must(err)
		}
		if rapid.Bool().Draw(t, "given up") {
			_, err = s.WriteOff(ctx, r.ID, model.WriteOff{Amount: rapid.Int64Range(1, 500).Draw(t, "off"), Why: "倒闭"})
			must(err)
		}
	}
	for range rapid.IntRange(0, 4).Draw(t, "paid") {
		var p model.Payment
		fillIn(t, model.PaymentFields, &p, "currency", "amount", "received_on", "matures_on")
		p.CustomerID, p.Amount, p.ReceivedOn = customer, rapid.Int64Range(1, 900000).Draw(t, "received"), day("received on")
		p.Currency = rapid.SampledFrom([]string{"CNY", "USD", "JPY"}).Draw(t, "paid in")
		var shares []model.Share
		if rapid.Bool().Draw(t, "advance") {
			shares = []model.Share{}
		}
		of, err := s.Pay(ctx, p, shares)
		if must(err); err != nil {
			continue
		}
		if rapid.Bool().Draw(t, "given back") {
			_, err = s.Refund(ctx, model.Refund{PaymentID: of.ID, Amount: rapid.Int64Range(1, 1000).Draw(t, "back"),
				Method: rapid.SampledFrom([]model.PayMethod{"", "mobile"}).Draw(t, "by"), Reason: "多付 退回"})
			must(err)
		}
		if rapid.Bool().Draw(t, "later") {
			_, err = s.Allocate(ctx, of.ID, nil)
			must(err)
		}
		if rapid.IntRange(0, 4).Draw(t, "bounced") == 0 {
			_, err = s.ReversePayment(ctx, of.ID, "", "退票")
			must(err)
		}
	}
}

func TestListsOfMoneyExportedAndReadBackAreTheSame(t *testing.T) {
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		ctx := context.Background()
		ext := rapid.SampledFrom([]string{".csv", ".xlsx", ".json"}).Draw(rt, "file")
		lang := rapid.SampledFrom([]label.Lang{label.ZH, label.EN}).Draw(rt, "lang")
		open := func(name string) *Store {
			return openFile(rt, filepath.Join(dir, fmt.Sprintf("%s%d.db", name, n)), AsOf("2026-11-24"))
		}
		from, to := open("from"), open("to")
		defer from.Close()
		defer to.Close()
		for i := range rapid.IntRange(1, 2).Draw(rt, "customers") {
			c, err := from.AddCustomer(ctx, model.Customer{Name: fmt.Sprint("客户", i)})
			if err != nil {
				rt.Fatal(err)
			}
			owing(rt, from, c.ID)
		}
		empty := dump(rt, to)
		var batches []int64
		for _, kind := range []string{model.ExportReceivables, model.ExportPayments} {
			all := ids(rt, from, "SELECT id FROM "+strings.TrimSuffix(kind, "s")+" ORDER BY id")
			if len(all) == 0 {
				continue
			}
			path := filepath.Join(dir, fmt.Sprintf("%d%s%s", n, kind, ext))
			if _, err := from.Export(ctx, path, model.Export{Kind: kind, IDs: all, Lang: lang.String()}); err != nil {
				rt.Fatal(err)
			}
			p, err := to.PreviewImport(ctx, path, ImportOptions{})
			if err != nil {
				rt.Fatal(err)
			}
			for _, r := range p.Rows {
				if r.Err != nil {
					rt.Fatalf("%s: %s", r.Record, label.Reasons(r.Record, r.Err, label.EN))
				}
			}
			if len(p.Unknown) > 0 || p.Document != kind {
				rt.Fatalf("a %s with unknown %q", p.Document, p.Unknown)
			}
			b, err := to.Import(ctx, p, false)
			if err != nil {
				rt.Fatal(err)
			}
			batches = append(batches, b.ID)
			again, err := to.PreviewImport(ctx, path, ImportOptions{})
			if err != nil || !again.IsIdle() {
				rt.Fatalf("the same file again: %+v %v", again.Rows, err)
			}
		}
		if want, got := lists(rt, from), lists(rt, to); want != got {
			rt.Fatalf("%s", firstDifference(want, got))
		}
		slices.Reverse(batches)
		for _, b := range batches {
			if r, err := to.UndoBatch(ctx, b); err != nil || r.Kept > 0 {
				rt.Fatal(r, err)
			}
		}
		if after := dump(rt, to); after != empty {
			rt.Fatalf("undone: %s", firstDifference(empty, after))
		}
	})
}

// Parts are counted by their order, else by the invoice that all of them bear.
func TestPaidInstalmentsOfAnInvoiceWithoutAnOrder(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-10")
	c := add(t, s, model.Customer{Name: "甲"})
	whole := model.Receivable{CustomerID: c.ID, InvoiceNo: "F1", SaleOn: "2026-03-01", Amount: 1000}
	terms := must[model.Terms](t)(model.ParseTerms("30%定金+60%发货前+10%验收后30天"))
	list := must[[]model.Receivable](t)(s.AddReceivables(ctx, terms.Split(whole, whole.Events(terms), model.DefaultSettings())))
	alone := must[model.Receivable](t)(s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, InvoiceNo: "F1",
		SaleOn: "2026-03-01", Amount: 500}))
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 300}, nil); err != nil {
		t.Fatal(err)
	}
	for _, r := range must[[]model.ReceivableOf](t)(s.ReceivablesByID(ctx, []int64{list[0].ID, list[2].ID, alone.ID})) {
		want := [2]int{1, 3}
		if r.ID == alone.ID {
			want = [2]int{}
		}
		if got := [2]int{r.PaidOf, r.Of}; got != want {
			t.Errorf("%d: %v, want %v", r.ID, got, want)
		}
	}
}
