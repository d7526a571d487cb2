package store

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"genjin/model"
)

// paidUpTo is an order of 1,000.00 in three instalments, of which so much is
// paid.
func paidUpTo(t *testing.T, s *Store, paid int64) (model.Customer, model.Order) {
	t.Helper()
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, Terms: "30%定金+60%发货前+10%验收后30天"},
		[]model.OrderLine{{Name: "柜门板", Quantity: 8000, UnitPrice: 10000}, {Name: "背板", Quantity: 4000, UnitPrice: 5000}},
		model.NodeStep{Node: model.NodeConfirm})
	if paid > 0 {
		if _, err := s.Pay(context.Background(), model.Payment{CustomerID: c.ID, Amount: paid}, nil); err != nil {
			t.Fatal(err)
		}
	}
	return c, o
}

// openOf is what is open of an order's receivables, and the customer's advance.
func openOf(t *testing.T, s *Store, order int64) string {
	t.Helper()
	list, err := s.debtsOf(context.Background(), order)
	if err != nil {
		t.Fatal(err)
	}
	var parts []string
	for _, r := range list {
		parts = append(parts, fmt.Sprintf("%d of %d", r.Open(), r.Amount))
	}
	return strings.Join(parts, ", ") + "; advance " + column(t, s, "SELECT coalesce(sum(amount - allocated - refunded), 0) FROM payment")[0]
}

func TestChangesOfAnOrderMoveItsMoney(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name  string
		paid  int64
		q     model.ChangeRequest
		total int64
		want  string
	}{
		{"a discount comes off the last instalment", 0, model.ChangeRequest{Kind: model.ChangeDiscount, Amount: 4000},
			96000, "30000 of 30000, 60000 of 60000, 6000 of 10000; advance 0"},
		{"and then off the one before", 0, model.ChangeRequest{Kind: model.ChangeDiscount, Amount: 14000}, 86000,
			"30000 of 30000, 56000 of 60000, 0 of 10000; advance 0"},
		{"what was paid becomes an advance", 100000, model.ChangeRequest{Kind: model.ChangeDiscount, Amount: 14000},
			86000, "0 of 30000, 0 of 60000, 0 of 10000; advance 14000"},
		{"goods come back", 30000, model.ChangeRequest{Kind: model.ChangeReturn, Returned: []model.Returned{{LineID: 1, Quantity: 2000}}},
			80000, "0 of 30000, 50000 of 60000, 0 of 10000; advance 0"},
		{"all goods come back", 40000, model.ChangeRequest{Kind: model.ChangeReturn}, 0, "0 of 30000, 0 of 60000, 0 of 10000; advance 40000"},
		{"it is cancelled", 40000, model.ChangeRequest{Kind: model.ChangeCancel, Deposit: model.DepositAdvance}, 100000,
			"0 of 30000, 0 of 60000, 0 of 10000; advance 40000"},
		{"and the deposit is given back", 40000, model.ChangeRequest{Kind: model.ChangeCancel, Deposit: model.DepositBack}, 100000,
			"0 of 30000, 0 of 60000, 0 of 10000; advance 0"},
		{"or kept", 40000, model.ChangeRequest{Kind: model.ChangeCancel, Deposit: model.DepositKept}, 100000,
			"0 of 30000, 0 of 60000, 0 of 10000; advance 0"},
		{"other goods that cost more", 0, model.ChangeRequest{Kind: model.ChangeExchange,
			Lines: []model.OrderLine{{Name: "多层板", Quantity: 11000, UnitPrice: 10000}}}, 110000,
			"30000 of 30000, 60000 of 60000, 20000 of 20000; advance 0"},
		{"and everything was paid", 100000, model.ChangeRequest{Kind: model.ChangeExchange,
			Lines: []model.OrderLine{{Name: "多层板", Quantity: 11000, UnitPrice: 10000}}}, 110000,
			"0 of 30000, 0 of 60000, 0 of 10000, 10000 of 10000; advance 0"},
		{"other goods that cost less", 0, model.ChangeRequest{Kind: model.ChangeExchange,
			Lines: []model.OrderLine{{Name: "多层板", Quantity: 9000, UnitPrice: 10000}}}, 90000,
			"30000 of 30000, 60000 of 60000, 0 of 10000; advance 0"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t, orderToday)
			_, o := paidUpTo(t, s, tt.paid)
			before := tableNames(t, s)
			tt.q.OrderID, tt.q.Reason = o.ID, "客户要求"
			o, err := s.ChangeOrder(ctx, tt.q)
			if err != nil || o.Total != tt.total || openOf(t, s, o.ID) != tt.want {
				t.Fatalf("%d, %s, %v", o.Total, openOf(t, s, o.ID), err)
			}
			history, err := s.OrderChanges(ctx, o.ID)
			if err != nil || len(history) != 1 || history[0].Reason != "客户要求" || history[0].TotalBefore != 100000 ||
				history[0].TotalAfter != tt.total || history[0].Before == history[0].After {
				t.Errorf("the history says %+v, %v", history, err)
			}
			if r, err := s.Undo(ctx); err != nil || r.Kept != 0 {
				t.Fatal(r, err)
			}
			sameTables(t, "after undo", tableNames(t, s), before)
		})
	}
}

func TestChangesThatCantBeAreRefused(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c, o := paidUpTo(t, s, 0)
	quote := mustOrder(t, s, model.Order{CustomerID: c.ID}, boards())
	change := func(order int64, q model.ChangeRequest) error {
		q.OrderID = order
		if q.Reason == "" {
			q.Reason = "客户要求"
		}
		_, err := s.ChangeOrder(ctx, q)
		return err
	}
	_, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeCancel, Deposit: model.DepositAdvance, Reason: "  "})
	refused(t, "without a reason", err, "reason", model.RefusedRequired)
	refused(t, "a quote", change(quote.ID, model.ChangeRequest{Kind: model.ChangeDiscount, Amount: 1}), "", model.RefusedStatus)
	refused(t, "too much", change(o.ID, model.ChangeRequest{Kind: model.ChangeDiscount, Amount: 100001}), "amount", model.RefusedMore)
	refused(t, "the same day", change(o.ID, model.ChangeRequest{Kind: model.ChangeReschedule}), "promised_on", model.RefusedNothing)
	refused(t, "to the same customer", change(o.ID, model.ChangeRequest{Kind: model.ChangeTransfer, CustomerID: c.ID}),
		"customer_id", model.RefusedNothing)
	refused(t, "tomorrow", change(o.ID, model.ChangeRequest{Kind: model.ChangeCancel, Deposit: model.DepositAdvance, On: "2026-11-25"}),
		"changed_on", model.RefusedFuture)
	refused(t, "before it was placed", change(o.ID, model.ChangeRequest{Kind: model.ChangeCancel, On: "2026-11-23"}),
		"changed_on", model.RefusedEarlier)
	refused(t, "an unknown kind", change(o.ID, model.ChangeRequest{Kind: "burn"}), "kind", model.RefusedOption)
	lines, _ := s.OrderLines(ctx, o.ID)
	refused(t, "more came back",
		change(o.ID, model.ChangeRequest{Kind: model.ChangeReturn, Returned: []model.Returned{{LineID: lines[0].ID, Quantity: 8001}}}),
		"quantity", model.RefusedMore)
	refused(t, "the same lines", change(o.ID, model.ChangeRequest{Kind: model.ChangeExchange, Lines: lines}), "", model.RefusedNothing)
	_, err = s.SaveLines(ctx, o.ID, lines)
	refused(t, "lines of a confirmed order", err, "", model.RefusedConfirmed)
	o.PromisedOn = "2026-12-30"
	_, err = s.SaveOrder(ctx, o)
	refused(t, "the promise of a confirmed order", err, "promised_on", model.RefusedConfirmed)
	refused(t, "removing it", s.RemoveOrder(ctx, o.ID), "", model.RefusedStatus)
	if err := s.RemoveOrder(ctx, quote.ID); err != nil {
		t.Error(err)
	}
	if err := change(o.ID, model.ChangeRequest{Kind: model.ChangeCancel, Deposit: model.DepositAdvance}); err != nil {
		t.Fatal(err)
	}
	_, err = s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeShip})
	refused(t, "a step of a cancelled order", err, "", model.RefusedStatus)
}

func TestAReceivableOfAnOrderFollowsIt(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	_, o := paidUpTo(t, s, 0)
	d, err := s.OrderOf(ctx, o.ID)
	if err != nil {
		t.Fatal(err)
	}
	r := d.Receivables[1].Receivable
	r.Amount = 1
	_, err = s.SaveReceivable(ctx, r)
	refused(t, "another amount", err, "amount", model.RefusedOfOrder)
	refused(t, "removing it", s.RemoveReceivable(ctx, r.ID), "", model.RefusedOfOrder)
	r = d.Receivables[1].Receivable
	r.DueOn, r.Remark = "2026-12-31", "说好年底付"
	if r, err = s.SaveReceivable(ctx, r); err != nil {
		t.Fatal(err)
	}
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeShip, Reason: "老客户"}); err != nil {
		t.Fatal(err)
	}
	if r, err = s.Receivable(ctx, r.ID); err != nil || r.DueOn != "2026-12-31" {
		t.Errorf("the day that a person chose is %s, %v", r.DueOn, err)
	}
	note, err := s.CreditNote(ctx, model.Credit{ReceivableID: r.ID, Amount: 5000, Reason: "尺寸差"})
	if err != nil {
		t.Fatal(err)
	}
	refused(t, "taking the credit back", s.RemoveCredit(ctx, note.ID), "", model.RefusedOfOrder)
	if d, err = s.OrderOf(ctx, o.ID); err != nil || d.Total != 95000 || d.Changes[0].Kind != model.ChangeDiscount ||
		d.Receivables[1].Open() != 55000 {
		t.Errorf("a credit note is no discount: %+v, %v", d.Order, err)
	}
}

func TestPricesThatTheRulesStopHaveToBeApproved(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	if _, err := s.AddProduct(ctx, model.Product{Code: "B-018", Name: "柜门板", ListPrice: 12850, FloorPrice: 11200}); err != nil {
		t.Fatal(err)
	}
	o := mustOrder(t, s, model.Order{CustomerID: c.ID}, []model.OrderLine{{Product: "B-018", Quantity: 10000, UnitPrice: 11000}})
	if o.Review != model.ReviewNeeded || o.NextNode != model.NodeReview {
		t.Fatalf("%+v", o)
	}
	expectQueue(t, s, "the review is on Today", "follow_up 恒基板材  2026-11-24 +0 11-24建档,还没有联系",
		"order_step 恒基板材  2026-11-24 +0 20261124-01 价格待审,11-24起")
	step := func(node model.Node) error {
		_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: node})
		return err
	}
	refused(t, "confirming", step(model.NodeConfirm), "approved_by", model.RefusedReview)
	refused(t, "reviewing without a name", step(model.NodeReview), "approved_by", model.RefusedReview)
	_, err := s.ApprovePrice(ctx, o.ID, "王总", " ")
	refused(t, "without a reason", err, "approved_reason", model.RefusedRequired)
	if o, err = s.ApprovePrice(ctx, o.ID, "王总", "年框客户"); err != nil || o.Review != model.ReviewApproved || o.ApprovedOn != orderToday {
		t.Fatalf("%+v, %v", o, err)
	}
	if err := step(model.NodeConfirm); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeDiscount, Amount: 100, Reason: "抹零"}); err != nil {
		t.Fatal(err)
	}
	refused(t, "shipping after another price", step(model.NodeShip), "approved_by", model.RefusedReview)
	if _, err = s.ApprovePrice(ctx, o.ID, "王总", "抹零"); err != nil {
		t.Fatal(err)
	}
	if err := step(model.NodeShip); err != nil {
		t.Error(err)
	}
	// Another price that no rule stops is looked at again all the same.
	fine := mustOrder(t, s, model.Order{CustomerID: c.ID}, []model.OrderLine{{Product: "B-018", Quantity: 10000}},
		model.NodeStep{Node: model.NodeConfirm})
	lines, _ := s.OrderLines(ctx, fine.ID)
	if lines[0].UnitPrice != 12850 || fine.Review != model.ReviewFine {
		t.Fatalf("%+v", lines)
	}
	lines[0].UnitPrice = 12800
	if fine, err = s.ChangeOrder(ctx, model.ChangeRequest{OrderID: fine.ID, Kind: model.ChangeExchange, Lines: lines,
		Reason: "改价"}); err != nil || fine.Review != model.ReviewNeeded {
		t.Fatalf("%+v, %v", fine, err)
	}
	_, err = s.StepNode(ctx, fine.ID, model.NodeStep{Node: model.NodeShip})
	refused(t, "shipping unreviewed", err, "approved_by", model.RefusedReview)
	for _, node := range []model.Node{model.NodeReview, model.NodeShip} {
		if fine, err = s.StepNode(ctx, fine.ID, model.NodeStep{Node: node}); err != nil {
			t.Fatal(node, err)
		}
	}
}

func TestAnOrderOverTheCreditLimitAsksForAReason(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材", CreditLimit: 60000})
	mustOrder(t, s, model.Order{CustomerID: c.ID}, boards(), model.NodeStep{Node: model.NodeConfirm})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID}, boards())
	_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm})
	refused(t, "over the limit", err, "reason", model.RefusedLimit)
	if o, err = s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm, Reason: "年底冲量,老板同意"}); err != nil || o.LimitWhy != "年底冲量,老板同意" {
		t.Errorf("%+v, %v", o, err)
	}
	if set, _, err := s.Last(ctx); err != nil || set.Reason != "年底冲量,老板同意" {
		t.Errorf("the log says %+v, %v", set, err)
	}
	if e, err := s.Exposure(ctx, c.ID); err != nil || e.Open != 75100 || e.Orders != 0 || e.Over(0) != 15100 {
		t.Errorf("exposure %+v, %v", e, err)
	}
	usd := mustOrder(t, s, model.Order{CustomerID: c.ID, Currency: "USD"}, boards(), model.NodeStep{Node: model.NodeConfirm})
	if usd.Status != model.OrderConfirmed {
		t.Error("a limit in another currency is compared")
	}
}

func TestAConfirmationIsTakenBackUntilSomethingFollowed(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c, o := paidUpTo(t, s, 0)
	back, err := s.UnstepNode(ctx, o.ID, model.NodeConfirm)
	if err != nil || back.Status != model.OrderQuote || back.Billed != 0 {
		t.Fatalf("%+v, %v", back, err)
	}
	if k, _ := s.Customer(ctx, c.ID); k.Stage != model.Negotiating {
		t.Errorf("the customer is %s", k.Stage)
	}
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 100}, nil); err != nil {
		t.Fatal(err)
	}
	_, err = s.UnstepNode(ctx, o.ID, model.NodeConfirm)
	refused(t, "after a payment", err, "", model.RefusedStarted)
	for _, tt := range []struct {
		st          model.NodeStep
		field, code string
	}{
		{model.NodeStep{Node: "pack"}, "node", model.RefusedNode},
		{model.NodeStep{Node: model.NodeShip, On: "2026-11-25"}, "done_on", model.RefusedFuture},
		{model.NodeStep{Node: model.NodeShip, On: "2026-11-20"}, "done_on", model.RefusedEarlier},
	} {
		_, err := s.StepNode(ctx, o.ID, tt.st)
		refused(t, string(tt.st.Node), err, tt.field, tt.code)
	}
	quote := mustOrder(t, s, model.Order{CustomerID: c.ID}, nil)
	_, err = s.StepNode(ctx, quote.ID, model.NodeStep{Node: model.NodeConfirm})
	refused(t, "an order of nothing", err, "lines", model.RefusedRequired)
	_, err = s.StepNode(ctx, quote.ID, model.NodeStep{Node: model.NodeShip})
	refused(t, "shipping a quote", err, "", model.RefusedStatus)
}

func TestOrdersAndProductsHaveNumbersOfTheirOwn(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	for i, number := range []string{"", "20261124-07", "HT-9", ""} {
		o := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderNo: number}, boards())
		if want := []string{"20261124-01", "20261124-07", "HT-9", "20261124-08"}[i]; o.OrderNo != want {
			t.Errorf("%q became %s, want %s", number, o.OrderNo, want)
		}
	}
	_, err := s.AddOrder(ctx, model.Order{CustomerID: c.ID, OrderNo: "HT-9"}, boards())
	refused(t, "a taken number", err, "order_no", model.RefusedTaken)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-25"}, boards())
	refused(t, "an order of tomorrow", err, "ordered_on", model.RefusedFuture)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: c.ID, PromisedOn: "2026-11-01"}, boards())
	refused(t, "promised before it was placed", err, "promised_on", model.RefusedEarlier)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: c.ID, Terms: "看心情"}, boards())
	refused(t, "terms", err, "terms", model.RefusedTerms)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: c.ID, Currency: "XXQ"}, boards())
	refused(t, "currency", err, "currency", model.RefusedCurrency)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: c.ID}, []model.OrderLine{{Quantity: 1000}})
	refused(t, "a line of nothing", err, "name", model.RefusedRequired)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: c.ID}, []model.OrderLine{{Name: "板", Quantity: 1e12, UnitPrice: model.MaxAmount}})
	refused(t, "too much", err, "quantity", model.RefusedAmountRange)
	p, err := s.AddProduct(ctx, model.Product{Code: "B-018", Name: "柜门板", ListPrice: 12850, Unit: "张"})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.AddProduct(ctx, model.Product{Code: "B-018"})
	refused(t, "a taken code", err, "code", model.RefusedTaken)
	if _, err := s.SaveItem(ctx, model.Item{Record: "customer_price", CustomerID: c.ID,
		Values: map[string]string{"product": "B-018", "price": "11900", "colour": "灰橡"}}); err != nil {
		t.Fatal(err)
	}
	if l, err := s.SuggestLine(ctx, c.ID, "B-018", "CNY"); err != nil || l.UnitPrice != 11900 || l.Colour != "灰橡" || l.Unit != "张" ||
		l.ListPrice != 12850 {
		t.Errorf("suggested %+v, %v", l, err)
	}
	if l, err := s.SuggestLine(ctx, c.ID, "B-018", "USD"); err != nil || l.UnitPrice != 0 || l.Name != "柜门板" {
		t.Errorf("suggested in dollars %+v, %v", l, err)
	}
	o := mustOrder(t, s, model.Order{CustomerID: c.ID}, []model.OrderLine{{Product: "B-018", Quantity: 1000}})
	p.ListPrice = 20000
	if _, err := s.SaveProduct(ctx, p); err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveProduct(ctx, p.ID); err != nil {
		t.Fatal(err)
	}
	if lines, err := s.OrderLines(ctx, o.ID); err != nil || lines[0].UnitPrice != 11900 || lines[0].Name != "柜门板" {
		t.Errorf("the line says %+v, %v", lines, err)
	}
}

// What was paid on an order that is cancelled is asked for (rule 1.4): the customer
// is left with it as an advance, has it back, or has paid it for nothing.
func TestTheDepositOfACancelledOrderGoesWhereItIsSaid(t *testing.T) {
	ctx := context.Background()
	for deposit, want := range map[model.Deposit]string{
		model.DepositAdvance: "-40000, 0 given back, 0 collected", model.DepositBack: "0, 40000 given back, 0 collected",
		model.DepositKept: "0, 0 given back, 40000 collected", "": "",
	} {
		s := open(t, orderToday)
		c, o := paidUpTo(t, s, 40000)
		q := model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeCancel, Reason: "不做了", Deposit: deposit}
		o, err := s.ChangeOrder(ctx, q)
		if deposit == "" {
			refused(t, "nothing said", err, "deposit", model.RefusedRequired)
			continue
		}
		if err != nil || o.Status != model.OrderCancelled || o.Outstanding != 0 {
			t.Fatalf("%s: %+v, %v", deposit, o, err)
		}
		back, err := s.Refunds(ctx, c.ID)
		if err != nil {
			t.Fatal(err)
		}
		var sum int64
		for _, r := range back {
			sum += r.Amount
		}
		all, err := s.Statement(ctx, c.ID, "2026-01-01", orderToday)
		if err != nil || len(all) != 1 {
			t.Fatal(all, err)
		}
		if got := fmt.Sprintf("%d, %d given back, %d collected", all[0].Closing, sum, o.Collected); got != want {
			t.Errorf("%s: the customer owes %s, want %s", deposit, got, want)
		}
	}
}
