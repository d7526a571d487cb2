package store

import (
	"cmp"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// kindIDs are the queries for all records of a kind that a file holds.
var kindIDs = map[string]string{
	model.ExportCustomers: "SELECT id FROM customer ORDER BY id", model.ExportProducts: "SELECT id FROM product ORDER BY id",
	model.ExportOrders: "SELECT id FROM customer_order ORDER BY id", model.ExportReceivables: "SELECT id FROM receivable ORDER BY id",
	model.ExportPayments: "SELECT id FROM payment ORDER BY id",
}

// carry exports the kinds of one book and imports them into another one, in
// their order.
func carry(t tester, from, to *Store, ext string, lang label.Lang, kinds ...string) {
	t.Helper()
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "genjin")
	if err != nil {
		t.Fatal(err)
	}
	defer os.RemoveAll(dir)
	for _, kind := range kinds {
		all, err := from.ids(ctx, kindIDs[kind])
		if err != nil {
			t.Fatal(err)
		}
		if len(all) == 0 {
			continue
		}
		path := filepath.Join(dir, kind+ext)
		if _, err := from.Export(ctx, path, model.Export{Kind: kind, IDs: all, Lang: lang.String()}); err != nil {
			t.Fatal(kind, err)
		}
		p, err := to.PreviewImport(ctx, path, ImportOptions{Create: true})
		if err != nil {
			t.Fatal(kind, err)
		}
		if is := cmp.Or(map[string]string{model.DocumentList: model.ExportCustomers}[p.Document], p.Document); is != kind || len(p.Unknown) > 0 {
			t.Fatalf("a list of %s is read as %s, without %q", kind, is, p.Unknown)
		}
		if _, err := to.Import(ctx, p, false); err != nil {
			t.Fatalf("%s: %v %v", kind, err, refusals(p))
		}
	}
}

// account is the money of a book in words, a line each, whatever its ids are.
func account(t testing.TB, s *Store) string {
	t.Helper()
	var lines []string
	for _, query := range []string{
		"SELECT 'payment', c.name, p.received_on, p.amount || p.currency, p.method, p.receipt_no, p.allocated, p.refunded, p.reversed_on, " +
			"p.implied FROM payment p JOIN customer c ON c.id = p.customer_id",
		`SELECT 'receivable', c.name, r.order_no, r.instalment, r.invoice_no, r.sale_on, r.due_on, r.amount || r.currency,
		r.paid, r.settled, coalesce(o.order_no, ''), r.implied
			FROM receivable r JOIN customer c ON c.id = r.customer_id LEFT JOIN customer_order o ON o.id = r.order_id AND r.order_id <> 0`,
		"SELECT 'order', c.name, o.order_no, o.status, o.total, o.billed, o.collected, o.outstanding, o.closed_on FROM customer_order o " +
			"JOIN customer c ON c.id = o.customer_id",
		"SELECT 'credit', r.order_no, r.invoice_no, d.credited_on, d.amount, d.reason FROM credit d JOIN receivable r ON r.id = d.receivable_id",
		`SELECT 'allocation', p.received_on, p.amount, r.order_no, r.invoice_no, r.instalment, a.amount, a.allocated_on, a.reversed_on
			FROM allocation a JOIN payment p ON p.id = a.payment_id JOIN receivable r ON r.id = a.receivable_id`,
	} {
		rows, err := s.db.Query(query)
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		for rows.Next() {
			cells, ptrs := make([]any, len(columns)), make([]any, len(columns))
			for i := range cells {
				ptrs[i] = &cells[i]
			}
			if err := rows.Scan(ptrs...); err != nil {
				t.Fatal(err)
			}
			lines = append(lines, strings.TrimSpace(fmt.Sprintln(cells...)))
		}
		_ = rows.Close()
	}
	slices.Sort(lines)
	return strings.Join(lines, "\n")
}

// unlike is what two accounts don't have in common.
func unlike(was, is string) string {
	before, after := strings.Split(was, "\n"), strings.Split(is, "\n")
	var diff []string
	for _, l := range before {
		if !slices.Contains(after, l) {
			diff = append(diff, "- "+l)
		}
	}
	for _, l := range after {
		if !slices.Contains(before, l) {
			diff = append(diff, "+ "+l)
		}
	}
	return strings.Join(diff[:min(len(diff), 12)], "\n")
}

// orderings are the orders of the files about money that are accepted: a
// payment that names what it settles needs it to be there.
var orderings = [][]string{
	{model.ExportOrders, model.ExportReceivables, model.ExportPayments},
	{model.ExportReceivables, model.ExportOrders, model.ExportPayments},
	{model.ExportReceivables, model.ExportPayments, model.ExportOrders},
}

func TestOwnFilesAreTheSameBooksInEveryOrder(t *testing.T) {
	from := open(t, "2026-11-28")
	if err := from.FillDemo(context.Background(), model.DemoSize{Customers: 25}, 7, nil); err != nil {
		t.Fatal(err)
	}
	want, orders := account(t, from), orderings
	if testing.Short() {
		orders = orders[:1]
	}
	for _, ext := range []string{".csv", ".xlsx", ".json"} {
		for _, order := range orders {
			to := open(t, "2026-11-28")
			carry(t, from, to, ext, label.ZH, append([]string{model.ExportCustomers, model.ExportProducts}, order...)...)
			if got := account(t, to); got != want {
				t.Errorf("%s %v:\n%s", ext, order, unlike(want, got))
			}
		}
	}
}

// credited is a book with an order of which something was taken back after it
// was billed, and a promise for the rest.
func credited(t *testing.T) *Store {
	t.Helper()
	ctx := context.Background()
	s := open(t, "2026-06-15")
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	c, err := s.AddCustomer(ctx, model.Customer{Name: "恒基板材"})
	must(err)
	for range 3 { // ids of orders that another book doesn't have
		_, err = s.AddOrder(ctx, model.Order{CustomerID: c.ID, OrderedOn: "2026-04-01"},
			[]model.OrderLine{{Name: "报价", Quantity: 1000, UnitPrice: 100}})
		must(err)
	}
	o, err := s.AddOrder(ctx, model.Order{CustomerID: c.ID, OrderedOn: "2026-04-01", Terms: "月结30天"},
		[]model.OrderLine{{Name: "门板", Quantity: 30000, UnitPrice: 160000}},
		model.NodeStep{Node: model.NodeConfirm, On: "2026-04-02"})
	must(err)
	list, err := receivables.query(ctx, s.db, "WHERE order_id = ?", o.ID)
	must(err)
	_, err = s.CreditNote(ctx, model.Credit{ReceivableID: list[0].ID, Amount: 1600000, CreditedOn: "2026-05-12", Reason: "退货"})
	must(err)
	_, err = s.LogDunning(ctx, model.Dunning{ReceivableID: list[0].ID, Method: "phone", PromiseOn: "2026-06-20", PromiseAmount: 20000})
	must(err)
	_, err = s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 1000000, ReceivedOn: "2026-06-10"}, nil)
	must(err)
	return s
}

func TestAListOfReceivablesStandsOnItsOwn(t *testing.T) {
	ctx := context.Background()
	from := credited(t)
	for _, ext := range []string{".csv", ".xlsx", ".json"} {
		to := open(t, "2026-06-15")
		carry(t, from, to, ext, label.ZH, model.ExportReceivables)
		owed, err := receivables.query(ctx, to.db, "")
		if err != nil || len(owed) != 1 {
			t.Fatalf("%s: %+v %v", ext, owed, err)
		}
		if r := owed[0]; r.Amount != 4800000 || r.Paid != 1000000 || r.Settled != 2600000 || r.PromiseOn != "2026-06-20" || r.OrderID != 0 {
			t.Errorf("%s: %+v", ext, r)
		}
		carry(t, from, to, ext, label.ZH, model.ExportOrders, model.ExportPayments)
		if want, got := account(t, from), account(t, to); got != want {
			t.Errorf("%s:\n%s", ext, unlike(want, got))
		}
	}
}

func TestAPaymentThatASheetImpliesIsARowOfThePreview(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-06-15")
	dir := t.TempDir()
	write := func(name, text string) model.Preview {
		t.Helper()
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		return p
	}
	rows := func(p model.Preview) (list []string) {
		for _, r := range p.Rows {
			if r.Record == model.RowOfPayment {
				list = append(list, string(r.Result)+" "+label.MoneyNote(r.Money, label.ZH))
			}
		}
		return list
	}
	orders := write("orders.csv", "订单号,客户名称,下单时间,品名,数量,单价,已收款,确认日期\nD1,恒基板材,2026-05-01,门板,10,100,600,2026-05-02\n")
	if got := rows(orders); len(got) != 1 || !strings.HasPrefix(got[0], "new 2026-05-02 回款 600.00,核销 D1 600.00") {
		t.Errorf("orders: %q", got)
	}
	if _, err := s.Import(ctx, orders, false); err != nil {
		t.Fatal(err)
	}
	paid := write("payments.csv", "客户名称,付款日期,回款金额,核销发票号\n恒基板材,2026-05-20,600,D1\n")
	if got := rows(paid); len(got) != 1 || !strings.Contains(got[0], "代替由表推出的 600.00") {
		t.Errorf("payments: %q", got)
	}
	if _, err := s.Import(ctx, paid, false); err != nil {
		t.Fatal(err)
	}
	list, err := payments.query(ctx, s.db, "")
	if err != nil || len(list) != 1 || list[0].Amount != 60000 || list[0].ReceivedOn != "2026-05-20" || list[0].Implied {
		t.Errorf("payments %+v %v", list, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	list, err = payments.query(ctx, s.db, "")
	if err != nil || len(list) != 1 || !list[0].Implied {
		t.Errorf("after undo %+v %v", list, err)
	}
}

func TestAPaymentThatIsThereIsTheOneThatAnOrderCollected(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-06-15")
	dir := t.TempDir()
	if _, err := s.AddCustomer(ctx, model.Customer{Name: "恒基板材"}); err != nil {
		t.Fatal(err)
	}
	for _, f := range []struct{ name, text string }{
		{"payments.csv", "客户名称,付款日期,回款金额\n恒基板材,2026-05-20,600\n"},
		{"orders.csv", "订单号,客户名称,下单时间,品名,数量,单价,已收款,确认日期\nD1,恒基板材,2026-05-01,门板,10,100,600,2026-05-02\n"},
	} {
		path := filepath.Join(dir, f.name)
		if err := os.WriteFile(path, []byte(f.text), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := s.Import(ctx, p, false); err != nil {
			t.Fatalf("%+v %v", p.Rows, err)
		}
	}
	list, err := payments.query(ctx, s.db, "")
	if err != nil || len(list) != 1 || list[0].Allocated != 60000 {
		t.Errorf("payments %+v %v", list, err)
	}
}
