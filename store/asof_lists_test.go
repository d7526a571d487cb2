package store

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"path/filepath"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
)

// allLists is what the lists of orders, receivables and payments show as of the day,
// row by row, with every sort, with filters on what moves, and their sums.
func allLists(t tester, s *Store) string {
	ctx, text, day := context.Background(), "", s.today()
	say := func(what string, value any, err error) {
		if err != nil {
			t.Fatal(what, err)
		}
		text += fmt.Sprintf("%s: %+v\n", what, value)
	}
	orderLists(ctx, s, say)
	debtLists(ctx, s, say)
	importance(ctx, s, say)
	ids, err := s.PaymentList().IDs(ctx, model.Query{})
	say("payments", ids, err)
	list, err := s.PaymentsByID(ctx, ids)
	for i := range list {
		say("", members("payment", list[i].ID, model.PaymentJSON(&list[i])), err)
	}
	sums, err := paymentSums(s, model.Query{})
	say("payments come to", sums, err)
	in, err := s.CashIn(ctx, 8)
	say("expected", in, err)
	in, err = s.CashIn(ctx, 1)
	say("expected of the week", in, err)
	past, err := s.pastDebts(ctx, day)
	say("", "", err)
	again, err := past.cashIn(ctx, s)
	if err != nil || fmt.Sprint(in) != fmt.Sprint(again) {
		t.Fatal("the weeks of a report:", again, err, "and not", in)
	}
	made, err := s.Promises(ctx, 0, 0)
	for _, p := range made {
		p.UpdatedAt = ""
		say("promised", p, err)
	}
	came, err := s.Collection(ctx, day.AddDays(-60), day.AddDays(30))
	say("collected", came, err)
	sum, of, err := s.OnTime(ctx, day.AddDays(-90), day, 0)
	say("on time", fmt.Sprint(sum, of), err)
	return text
}

// members is an object, a member a line, without when its records were last
// written.
func members(of string, id int64, object json.RawMessage) string {
	var text bytes.Buffer
	if err := json.Indent(&text, object, fmt.Sprint(of, " ", id, " "), " "); err != nil {
		return err.Error()
	}
	return regexp.MustCompile(`\n.*"updated_at".*`).ReplaceAllString(text.String(), "")
}

func orderLists(ctx context.Context, s *Store, say func(string, any, error)) {
	ids, err := s.OrderList().IDs(ctx, model.Query{})
	say("orders", ids, err)
	for _, id := range ids {
		d, err := s.OrderOf(ctx, id)
		say("", members("order", id, model.OrderDetailJSON(&d, model.Settings{})), err)
		say(fmt.Sprint("order ", id, " lines"), d.Lines, nil)
	}
	sums, err := orderSums(s, model.Query{})
	say("pipeline", sums, err)
	queries := map[string]model.Query{
		"open": {Preset: "open"}, "late": {Preset: "late"}, "pressing": {Preset: "pressing"}, "in transit": {Preset: "transit"},
		"search": {Search: "FP"}, "lines": {Search: "板1"},
	}
	for _, f := range model.OrderView.Columns {
		if f.SQL != nil && f.Code != "updated_at" {
			queries["by "+f.Code] = model.Query{Sort: f.Code}
		}
	}
	for _, n := range model.Nodes {
		queries["next "+string(n)] = model.Query{Filters: []model.Filter{{Field: "next_node", Op: model.OpIs, Value: string(n)}}}
	}
	for _, code := range []string{"next_on", "moved_on", "promised_on", "closed_on", "shipped_on", "invoice_no", "review"} {
		queries["with "+code] = model.Query{Filters: []model.Filter{{Field: code, Op: model.OpFilled}}}
	}
	for _, name := range slices.Sorted(maps.Keys(queries)) {
		ids, err := s.OrderList().IDs(ctx, queries[name])
		say("orders "+name, ids, err)
	}
}

// importance is which customers are important by what they ordered.
func importance(ctx context.Context, s *Store, say func(string, any, error)) {
	set, err := s.Settings(ctx)
	say("settings", "", err)
	ids, err := s.CustomerIDs(ctx, model.Query{Sort: model.AxisImportance})
	say("customers by importance", ids, err)
	cards, err := s.CustomersByID(ctx, ids)
	for i := range cards {
		say(fmt.Sprint("customer ", cards[i].ID), []any{cards[i].IsImportant(set), cards[i].OrdersLastYear}, err)
	}
	q := model.Query{Filters: []model.Filter{{Field: model.AxisImportance, Op: model.OpIs, Value: model.Important}}}
	found, err := s.CustomerIDs(ctx, q)
	say("important", found, err)
	sums, err := s.CustomerList().Sums(ctx, q)
	say("important ones come to", sums, err)
}

func debtLists(ctx context.Context, s *Store, say func(string, any, error)) {
	ids, err := s.ReceivableList().IDs(ctx, model.Query{})
	say("receivables", ids, err)
	list, err := s.ReceivablesByID(ctx, ids)
	for i := range list {
		r := &list[i]
		said := members("receivable", r.ID, model.ReceivableJSON(r, model.Settings{}))
		say(fmt.Sprint("receivable ", r.ID, " ", r.PaidOf, "/", r.Of), said, err)
	}
	sums, err := receivableSums(s, model.Query{})
	say("receivables come to", sums, err)
	queries := map[string]model.Query{
		"open": {Preset: "open"}, "promised": {Preset: "promised"}, "broken": {Preset: "broken"}, "search": {Search: "FP"},
	}
	for _, f := range model.ReceivableView.Columns {
		if f.SQL != nil && f.Code != "updated_at" {
			queries["by "+f.Code] = model.Query{Sort: f.Code}
		}
	}
	chased := []string{"chased_on", "chased_level", "promised_on", "promise_on", "promised_sum", "promised_paid"}
	for _, code := range append(chased, "disputed", "dispute_reason", "invoice_no", "due_on", "paid", "written_off") {
		queries["with "+code] = model.Query{Filters: []model.Filter{{Field: code, Op: model.OpFilled}}}
	}
	for _, name := range slices.Sorted(maps.Keys(queries)) {
		ids, err := s.ReceivableList().IDs(ctx, queries[name])
		say("receivables "+name, ids, err)
	}
}

func TestLaterActsNeverChangeWhatListsShowOfADay(t *testing.T) {
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		day := moneyToday.AddDays(-60)
		s := openFile(t, filepath.Join(dir, fmt.Sprint(n, ".db")), AsOf(day))
		defer s.Close()
		b := newRandomBook(t, s, day)
		set, err := s.Settings(context.Background())
		if err != nil {
			t.Fatal(err)
		}
		set.ImportanceThreshold = 20000
		if err := s.SaveSettings(context.Background(), set); err != nil {
			t.Fatal(err)
		}
		b.fill(rapid.IntRange(3, 25).Draw(t, "acts"))
		before := allLists(t, s)
		b.between(day.AddDays(1), moneyToday)
		b.fill(rapid.IntRange(1, 15).Draw(t, "later acts"))
		b.between(b.from, day)
		sameTables(t, "what was shown of "+string(day), allLists(t, s), before)
	})
}

// actsAfter are acts of a later day on an order that is only confirmed, one whose
// goods are on their way, and what is owed for them.
var actsAfter = map[string]func(context.Context, *Store, actedOn) error{
	"discount": changeAfter(model.ChangeRequest{Kind: model.ChangeDiscount, Amount: 4000}),
	"return":   changeAfter(model.ChangeRequest{Kind: model.ChangeReturn, Returned: []model.Returned{{LineID: 1, Quantity: 2000}}}),
	"exchange": changeAfter(model.ChangeRequest{Kind: model.ChangeExchange,
		Lines: []model.OrderLine{{Name: "多层板", Quantity: 11000, UnitPrice: 10000}}}),
	"cancel":     changeAfter(model.ChangeRequest{Kind: model.ChangeCancel, Deposit: model.DepositAdvance}),
	"reschedule": changeAfter(model.ChangeRequest{Kind: model.ChangeReschedule, PromisedOn: "2027-01-20"}),
	"ship": stepAfter(func(o actedOn) int64 { return o.confirmed }, model.NodeStep{Node: model.NodeShip, Reason: "老客户",
		Carrier: "德邦", Waybill: "DB1", Vehicle: "浙A1", ETA: "2026-12-12"}),
	"receive":   stepAfter(func(o actedOn) int64 { return o.shipped }, model.NodeStep{Node: model.NodeReceive, ReceivedBy: "王师傅"}),
	"reconcile": stepAfter(func(o actedOn) int64 { return o.shipped }, model.NodeStep{Node: model.NodeReconcile}),
	"invoice":   stepAfter(func(o actedOn) int64 { return o.shipped }, model.NodeStep{Node: model.NodeInvoice, InvoiceNo: "FP-9"}),
	"accept": func(ctx context.Context, s *Store, on actedOn) error {
		o, err := s.StepNode(ctx, on.shipped, model.NodeStep{Node: model.NodeReceive})
		if err == nil {
			o.AcceptedOn = s.today()
			_, err = s.SaveOrder(ctx, o)
		}
		return err
	},
	"pay": func(ctx context.Context, s *Store, on actedOn) error {
		_, err := s.Pay(ctx, model.Payment{CustomerID: on.customer, Amount: 60000}, nil)
		return err
	},
	"bounce": func(ctx context.Context, s *Store, on actedOn) error {
		_, err := s.ReversePayment(ctx, 1, "", "退票")
		return err
	},
	"chase": func(ctx context.Context, s *Store, on actedOn) error {
		_, err := s.LogDunning(ctx, model.Dunning{ReceivableID: on.chased, Method: "sms", Level: 3, PromiseOn: "2026-12-20"})
		return err
	},
	"dispute": func(ctx context.Context, s *Store, on actedOn) error {
		_, err := s.Dispute(ctx, on.chased, "少了两件")
		return err
	},
	"write off": func(ctx context.Context, s *Store, on actedOn) error {
		_, err := s.WriteOff(ctx, on.chased, model.WriteOff{Why: "倒闭"})
		return err
	},
	"another customer": func(ctx context.Context, s *Store, on actedOn) error {
		return changeAfter(model.ChangeRequest{Kind: model.ChangeTransfer, CustomerID: on.other, Paid: model.PaidAlong})(ctx,
			s, actedOn{confirmed: on.shipped})
	},
}

// actedOn are the records that acts are on.
type actedOn struct{ customer, other, confirmed, shipped, chased int64 }

func changeAfter(q model.ChangeRequest) func(context.Context, *Store, actedOn) error {
	return func(ctx context.Context, s *Store, on actedOn) error {
		q.OrderID, q.Reason = on.confirmed, "客户要求"
		_, err := s.ChangeOrder(ctx, q)
		return err
	}
}

func stepAfter(which func(actedOn) int64, st model.NodeStep) func(context.Context, *Store, actedOn) error {
	return func(ctx context.Context, s *Store, on actedOn) error {
		_, err := s.StepNode(ctx, which(on), st)
		return err
	}
}

func TestEveryLaterActLeavesADayAsItWas(t *testing.T) {
	ctx := context.Background()
	for i, name := range slices.Sorted(maps.Keys(actsAfter)) {
		if testing.Short() && i%5 != 0 {
			continue
		}
		t.Run(name, func(t *testing.T) {
			s := open(t, orderToday)
			c, o := paidUpTo(t, s, 20000)
			on := actedOn{customer: c.ID, confirmed: o.ID, other: add(t, s, model.Customer{Name: "周敏"}).ID}
			on.shipped = mustOrder(t, s, model.Order{CustomerID: c.ID, Terms: "50%定金+50%票到10天", PromisedOn: "2026-12-01"},
				[]model.OrderLine{{Name: "背板", Quantity: 4000, UnitPrice: 5000}}, model.NodeStep{Node: model.NodeConfirm},
				model.NodeStep{Node: model.NodeShip, Waybill: "SF1", Reason: "老客户"}).ID
			r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 9000, SaleOn: "2026-10-01",
				DueOn: "2026-11-01", InvoiceNo: "FP-1"})
			if err != nil {
				t.Fatal(err)
			}
			on.chased = r.ID
			if _, err := s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, Method: "sms", PromiseOn: "2026-12-02"}); err != nil {
				t.Fatal(err)
			}
			before := allLists(t, s)
			asOf(s, "2026-12-10")
			if err := actsAfter[name](ctx, s, on); err != nil {
				t.Fatal(err)
			}
			if later := allLists(t, s); later == before {
				t.Error("nothing has changed")
			}
			asOf(s, orderToday)
			sameTables(t, "what was shown of "+string(orderToday), allLists(t, s), before)
		})
	}
}
