package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"genjin/model"
)

// accountOn is how a customer's account stands as of a day: the balance, what is
// open, what of it is overdue, the advance, and the orders.
func accountOn(t *testing.T, s *Store, customer int64, day model.Date) string {
	t.Helper()
	ctx, today := context.Background(), s.today
	s.today = func() model.Date { return day }
	defer func() { s.today = today }()
	list, err := s.Statement(ctx, customer, "2026-01-01", day)
	if err != nil {
		t.Fatal(err)
	}
	open, err := receivableSums(s, model.QueryOf(customer, "open"))
	if err != nil {
		t.Fatal(err)
	}
	paid, err := paymentSums(s, model.QueryOf(customer, ""))
	if err != nil {
		t.Fatal(err)
	}
	ids, err := s.OrderList().IDs(ctx, model.QueryOf(customer, ""))
	if err != nil {
		t.Fatal(err)
	}
	h, err := s.CustomerPaymentHabit(ctx, customer)
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprintf("balance %d, score %d", list[0].Closing, h.Score.Value)
	for _, o := range open {
		text += fmt.Sprintf(", open %d, overdue %d", o.Balance, o.Overdue)
	}
	for _, p := range paid {
		text += fmt.Sprintf(", advance %d", p.Advance)
	}
	rows, err := s.OrdersByID(ctx, ids)
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range rows {
		text += fmt.Sprintf(", order of %s over %d, paid %d, open %d", o.Customer, o.Total, o.Collected, o.Outstanding)
	}
	return text
}

// moved is an order of 1,000.00 of 恒基板材 with 400.00 paid, of which 300.00 is
// the deposit, that goes to 周敏 on the first of July.
func moved(t *testing.T, paid model.PaidPart) (s *Store, from, to model.Customer, o model.Order) {
	t.Helper()
	ctx := context.Background()
	s = open(t, "2026-06-20")
	from, to = add(t, s, model.Customer{Name: "恒基板材"}), add(t, s, model.Customer{Name: "周敏"})
	o = mustOrder(t, s, model.Order{CustomerID: from.ID, OrderedOn: "2026-05-01", Terms: "30%定金+70%账期25天"},
		[]model.OrderLine{{Name: "柜门板", Quantity: 8000, UnitPrice: 12500}}, model.NodeStep{Node: model.NodeConfirm, On: "2026-05-01"},
		model.NodeStep{Node: model.NodeInvoice, On: "2026-05-01", InvoiceNo: "FP-7"})
	for _, p := range []model.Payment{{ReceivedOn: "2026-05-01", Amount: 30000}, {ReceivedOn: "2026-06-10", Amount: 10000}} {
		p.CustomerID, p.Method = from.ID, "cash"
		if _, err := s.Pay(ctx, p, nil); err != nil {
			t.Fatal(err)
		}
	}
	s.today = func() model.Date { return "2026-07-01" }
	_, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeTransfer, CustomerID: to.ID, Reason: "换公司开票"})
	refused(t, "without saying what becomes of what was paid", err, "paid", model.RefusedRequired)
	before := [2]string{accountOn(t, s, from.ID, "2026-06-30"), accountOn(t, s, to.ID, "2026-06-30")}
	all := tableNames(t, s)
	if o, err = s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeTransfer, CustomerID: to.ID,
		Reason: "换公司开票", Paid: paid}); err != nil {
		t.Fatal(err)
	}
	after := tableNames(t, s)
	if got := [2]string{accountOn(t, s, from.ID, "2026-06-30"), accountOn(t, s, to.ID, "2026-06-30")}; got != before {
		t.Errorf("as of the day before\n%q became\n%q", before, got)
	}
	if r, err := s.Undo(ctx); err != nil || r.Kept > 0 {
		t.Fatal(r, err)
	}
	sameTables(t, "after undo", tableNames(t, s), all)
	if r, err := s.Redo(ctx); err != nil || r.Kept > 0 {
		t.Fatal(r, err)
	}
	sameTables(t, "after redo", tableNames(t, s), after)
	return s, from, to, o
}

func expectAccount(t *testing.T, s *Store, customer int64, day model.Date, want string) {
	t.Helper()
	if got := accountOn(t, s, customer, day); got != want {
		t.Errorf("as of %s\n%s\nwant\n%s", day, got, want)
	}
}

func TestATransferClosesWhatIsOpenAndOpensItWithTheOther(t *testing.T) {
	s, from, to, o := moved(t, model.PaidStays)
	expectAccount(t, s, from.ID, "2026-06-30",
		"balance 60000, score 3, open 60000, overdue 60000, advance 0, order of 恒基板材 over 100000, paid 40000, open 60000")
	expectAccount(t, s, from.ID, "2026-07-01", "balance 0, score 4, advance 0")
	expectAccount(t, s, to.ID, "2026-06-30", "balance 0, score 0")
	expectAccount(t, s, to.ID, "2026-07-01",
		"balance 60000, score 2, open 60000, overdue 60000, order of 周敏 over 100000, paid 40000, open 60000")
	if k, err := s.Customer(context.Background(), to.ID); err != nil || k.Stage != model.Won {
		t.Errorf("the new customer is %s, %v", k.Stage, err)
	}
	// Goods that come back lower what the new one owes first.
	lines, _ := s.OrderLines(context.Background(), o.ID)
	_, err := s.ChangeOrder(context.Background(), model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeReturn,
		Reason: "退货", Returned: []model.Returned{{LineID: lines[0].ID, Quantity: 6000}}})
	if err != nil {
		t.Fatal(err)
	}
	expectAccount(t, s, to.ID, "2026-07-01", "balance 0, score 0, order of 周敏 over 25000, paid 25000, open 0")
	expectAccount(t, s, from.ID, "2026-07-01", "balance -15000, score 5, advance 15000")
}

func TestWhatWasPaidGoesAlongWithAnOrder(t *testing.T) {
	ctx := context.Background()
	s, from, to, o := moved(t, model.PaidAlong)
	expectAccount(t, s, from.ID, "2026-06-30",
		"balance 60000, score 3, open 60000, overdue 60000, advance 0, order of 恒基板材 over 100000, paid 40000, open 60000")
	expectAccount(t, s, from.ID, "2026-07-01", "balance 0, score 0, advance 0")
	expectAccount(t, s, to.ID, "2026-07-01",
		"balance 60000, score 2, open 60000, overdue 60000, advance 0, order of 周敏 over 100000, paid 40000, open 60000")
	list, err := s.Statement(ctx, to.ID, "2026-07-01", "2026-07-01")
	if err != nil {
		t.Fatal(err)
	}
	var kinds string
	for _, m := range list[0].Moves {
		kinds += fmt.Sprintf("%s %d %s;", m.Kind, m.Amount, m.Text)
	}
	if kinds != "receivable 30000 ;receivable 70000 ;moved_in -30000 恒基板材;moved_in -10000 恒基板材;" {
		t.Error(kinds)
	}
	in, err := s.Collection(ctx, "2026-01-01", "2026-12-31")
	if err != nil || len(in) != 1 || in[0].Received != 40000 {
		t.Errorf("what came along counts as received twice: %+v, %v", in, err)
	}
	if in[0].Sales != 100000 || in[0].Due != 100000 {
		t.Errorf("what was moved counts as sold twice: %+v", in)
	}
	sums, err := paymentSums(s, model.Query{})
	if err != nil || sums[0].Amount != 40000 || sums[0].Count != 4 {
		t.Errorf("payments make %+v, %v", sums, err)
	}
	mine, theirs := ids(t, s, fmt.Sprintf("SELECT id FROM payment WHERE customer_id = %d", from.ID)),
		ids(t, s, fmt.Sprintf("SELECT id FROM payment WHERE customer_id = %d", to.ID))
	for _, id := range append(mine, theirs...) {
		refused(t, "taking a side of it out", s.RemovePayment(ctx, id), "", model.RefusedMoved)
	}
	refused(t, "taking back that it went", s.RemoveRefund(ctx, ids(t, s, "SELECT id FROM refund")[0]), "", model.RefusedMoved)
	_, err = s.Refund(ctx, model.Refund{PaymentID: mine[0], Amount: 1, Method: model.PayMoved, Reason: "转"})
	refused(t, "moving money by hand", err, "method", model.RefusedOption)
	// A cancelled order leaves the money with the one who has it now.
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeCancel,
		Deposit: model.DepositAdvance, Reason: "不要了"}); err != nil {
		t.Fatal(err)
	}
	expectAccount(t, s, to.ID, "2026-07-01", "balance -40000, score 0, advance 40000, order of 周敏 over 100000, paid 0, open 0")
}

func TestATransferredOrderComesBack(t *testing.T) {
	ctx := context.Background()
	s, from, to, o := moved(t, model.PaidAlong)
	_, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeTransfer, CustomerID: from.ID,
		Reason: "弄错了", On: "2026-06-25", Paid: model.PaidAlong})
	refused(t, "before the transfer", err, "changed_on", model.RefusedEarlier)
	s.today = func() model.Date { return "2026-07-05" }
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeTransfer, CustomerID: from.ID,
		Reason: "弄错了", Paid: model.PaidAlong}); err != nil {
		t.Fatal(err)
	}
	expectAccount(t, s, from.ID, "2026-06-30",
		"balance 60000, score 3, open 60000, overdue 60000, advance 0, order of 恒基板材 over 100000, paid 40000, open 60000")
	expectAccount(t, s, to.ID, "2026-07-04",
		"balance 60000, score 2, open 60000, overdue 60000, advance 0, order of 周敏 over 100000, paid 40000, open 60000")
	expectAccount(t, s, to.ID, "2026-07-05", "balance 0, score 0, advance 0")
	expectAccount(t, s, from.ID, "2026-07-05",
		"balance 60000, score 2, open 60000, overdue 60000, advance 0, order of 恒基板材 over 100000, paid 40000, open 60000")
}

func TestATransferIsCarriedByAFileOfAll(t *testing.T) {
	ctx := context.Background()
	for _, paid := range model.PaidParts {
		s, from, to, _ := moved(t, paid)
		path := filepath.Join(t.TempDir(), "all.json")
		if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll, Lang: "zh"}); err != nil {
			t.Fatal(err)
		}
		for _, used := range []bool{false, true} {
			k := open(t, "2026-07-01")
			if used { // ids of its own
				add(t, k, model.Customer{Name: "别人"})
				mustOrder(t, k, model.Order{CustomerID: 1, OrderNo: "Z-9"}, boards())
			}
			p, err := k.PreviewImport(ctx, path, ImportOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if _, err := k.Import(ctx, p, false); err != nil {
				t.Fatal(err)
			}
			for _, c := range []model.Customer{from, to} {
				there := ids(t, k, fmt.Sprintf("SELECT id FROM customer WHERE name = '%s'", c.Name))[0]
				for _, day := range []model.Date{"2026-06-30", "2026-07-01"} {
					expectAccount(t, k, there, day, accountOn(t, s, c.ID, day))
				}
			}
		}
	}
}
