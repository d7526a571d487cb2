package store

import (
	"context"
	"fmt"
	"strconv"
	"strings"
	"testing"

	"genjin/model"
)

// orderRows is the day's rows of orders in short.
func orderRows(t *testing.T, s *Store) string {
	t.Helper()
	day, err := s.Day(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	var rows []string
	for _, r := range model.Queue(day.Facts) {
		switch r.Kind {
		case model.RowShipment, model.RowOrderStep, model.RowQuote, model.RowAlert:
			rows = append(rows, fmt.Sprint(r.About, " +", r.DaysLate))
		}
	}
	return strings.Join(rows, ", ")
}

func TestRowsOfAnOrderAreClosedByTheActThatTheyAskFor(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-02")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	if _, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-02", Kind: model.Inquiry, Situation: "问柜门板的价格"},
		model.Plan{}); err != nil {
		t.Fatal(err)
	}
	expect := func(day model.Date, want string) {
		t.Helper()
		at(s, day)
		if got := orderRows(t, s); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
	expect("2026-11-02", "")
	expect("2026-11-04", "inquiry +1")
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, PromisedOn: "2026-12-04"}, boards())
	expect("2026-11-04", "")
	if e, err := s.Entries(ctx, c.ID, 0); err != nil || e[0].Status != model.CaseClosed || e[0].Solution != o.OrderNo {
		t.Errorf("the inquiry is %+v, %v", e, err)
	}
	expect("2026-11-12", "answer +1")
	if _, err := s.ReserveOrder(ctx, o.ID, "2026-11-16"); err != nil {
		t.Fatal(err)
	}
	expect("2026-11-12", "")
	expect("2026-11-15", "reserved +1")
	step := func(st model.NodeStep) {
		t.Helper()
		if _, err := s.StepNode(ctx, o.ID, st); err != nil {
			t.Fatal(st.Node, err)
		}
	}
	step(model.NodeStep{Node: model.NodeConfirm})
	expect("2026-11-15", "")
	expect("2026-11-24", "prepare +1")
	day, err := s.Day(ctx, 0)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range model.Queue(day.Facts) {
		if r.Kind == model.RowOrderStep {
			if err := s.Handle(ctx, r, "2026-11-26", "等板材"); err != nil {
				t.Fatal(err)
			}
		}
	}
	expect("2026-11-25", "")
	expect("2026-11-26", "prepare +3")
	step(model.NodeStep{Node: model.NodePrepare})
	if d, err := s.Day(ctx, 0); err != nil || len(d.Ticks) != 1 || d.Ticks[0].About != "prepare" {
		t.Errorf("the day's ticks are %+v, %v", d.Ticks, err)
	}
	step(model.NodeStep{Node: model.NodeProduce})
	expect("2026-12-03", "ship +2, promised +0")
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeReschedule, PromisedOn: "2026-12-11",
		Reason: "机器检修"}); err != nil {
		t.Fatal(err)
	}
	expect("2026-12-03", "")
	expect("2026-12-09", "ship +1")
	step(model.NodeStep{Node: model.NodeShip, Carrier: "顺丰速运", Waybill: "SF1", ETA: "2026-12-10"})
	expect("2026-12-10", "")
	expect("2026-12-11", "past_eta +0")
	expect("2026-12-14", "receipt +2")
	step(model.NodeStep{Node: model.NodeReceive, On: "2026-12-12", ReceivedBy: "王师傅"})
	expect("2026-12-14", "")
	expect("2026-12-19", "reconcile +3, invoice +0")
	step(model.NodeStep{Node: model.NodeInvoice, InvoiceNo: "FP1"})
	expect("2026-12-19", "reconcile +3")
	step(model.NodeStep{Node: model.NodeReconcile})
	expect("2026-12-30", "")
	sum, list, err := s.OnTime(ctx, "2026-12-01", "2026-12-31", 0)
	if rate, ok := sum.Rate(); err != nil || !ok || rate != 0 || sum.DaysLate != 1 || len(list) != 1 || list[0].Customer != "恒基板材" {
		t.Errorf("on time: %+v, %v", sum, err)
	}
	at(s, "2026-12-11")
	if got := orderRows(t, s); got != "past_eta +0" {
		t.Errorf("as of an earlier day: %q", got)
	}
}

func TestACustomerWhoOrdersLaterThanUsualIsAnAlert(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "恒基板材", Kind: model.Company})
	confirm := func(day model.Date) model.Order {
		t.Helper()
		return mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: day}, boards(), model.NodeStep{Node: model.NodeConfirm, On: day},
			model.NodeStep{Node: model.NodeShip, On: day},
			model.NodeStep{Node: model.NodeReceive, On: day}, model.NodeStep{Node: model.NodeReconcile, On: day},
			model.NodeStep{Node: model.NodeInvoice, On: day})
	}
	for _, day := range []model.Date{"2026-08-10", "2026-09-09", "2026-10-09"} {
		confirm(day)
	}
	if got := orderRows(t, s); got != "interval +0" {
		t.Errorf("%q", got)
	}
	confirm("2026-11-24")
	if got := orderRows(t, s); got != "" {
		t.Errorf("after an order: %q", got)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := orderRows(t, s); got != "interval +0" {
		t.Errorf("after undo: %q", got)
	}
	if _, err := s.ChangeSettings(ctx, map[string]string{"interval_alert": ""}); err != nil {
		t.Fatal(err)
	}
	if got := orderRows(t, s); got != "" {
		t.Errorf("switched off: %q", got)
	}
	at(s, "2027-01-04")
	if got := orderRows(t, s); got != "" {
		t.Errorf("half of the quarter before is no drop: %q", got)
	}
	at(s, "2027-04-04")
	if got := orderRows(t, s); got != "drop +3" {
		t.Errorf("a quarter later: %q", got)
	}
}

func TestOrdersMakeACustomerImportant(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	if _, err := s.ChangeSettings(ctx, map[string]string{"importance_threshold": "70000"}); err != nil {
		t.Fatal(err)
	}
	important := func() int {
		ids, err := s.CustomerIDs(ctx,
			model.Query{Filters: []model.Filter{{Field: model.AxisImportance, Op: model.OpIs, Value: model.Important}}})
		k, err2 := s.Customer(ctx, c.ID)
		set, _ := s.Settings(ctx)
		if err != nil || err2 != nil || k.IsImportant(set) != (len(ids) > 0) {
			t.Fatal(ids, err, err2)
		}
		return len(ids)
	}
	mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2025-11-20"}, boards(), model.NodeStep{Node: model.NodeConfirm})
	mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2025-11-25"}, boards(), model.NodeStep{Node: model.NodeConfirm})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID}, boards())
	if important() != 0 {
		t.Error("a quote, and what was ordered over a year ago, count")
	}
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm}); err != nil {
		t.Fatal(err)
	}
	if important() != 1 {
		t.Error("two orders of the year don't count")
	}
}

func TestThePipelineAndTheListsOfOrders(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a := add(t, s, model.Customer{Name: "恒基板材"})
	b := add(t, s, model.Customer{Name: "Blue Harbour", Currency: "USD"})
	mustOrder(t, s, model.Order{CustomerID: a.ID, OrderNo: "A1", OrderedOn: "2026-11-01", PromisedOn: "2026-11-20"},
		boards(), model.NodeStep{Node: model.NodeConfirm, On: "2026-11-02"}, model.NodeStep{Node: model.NodeShip,
			On: "2026-11-18", Waybill: "SF77"})
	mustOrder(t, s, model.Order{CustomerID: a.ID, OrderNo: "A2", OrderedOn: "2026-11-10", PromisedOn: "2027-01-20"},
		boards(), model.NodeStep{Node: model.NodeConfirm, On: "2026-11-12"})
	mustOrder(t, s, model.Order{CustomerID: b.ID, OrderNo: "B1", OrderedOn: "2026-11-20"}, boards())
	for _, tt := range []struct {
		name string
		q    model.Query
		want string
	}{
		{"the newest first", model.Query{}, "B1 A2 A1"},
		{"by promised day", model.Query{Preset: "open"}, "A1 A2 B1"},
		{"by status", model.Query{Filters: is("status", "confirmed"), Sort: "promised_on"}, "A1 A2"},
		{"late", model.Query{Preset: "late"}, "A1"},
		{"in transit", model.Query{Preset: "transit"}, "A1"},
		{"by node", model.Query{Filters: is("next_node", string(model.NodePrepare))}, "A2"},
		{"of a period", model.Query{Filters: []model.Filter{
			{Field: "ordered_on", Op: model.OpFrom, Value: "2026-11-05"}, {Field: "ordered_on", Op: model.OpTo, Value: "2026-11-15"},
		}}, "A2"},
		{"by waybill", model.Query{Search: "sf77"}, "A1"},
		{"by customer", model.Query{Search: "hengji"}, "A2 A1"},
		{"by goods", model.Query{Search: "柜门", Filters: is("customer_id", strconv.FormatInt(b.ID, 10))}, "B1"},
		{"filtered", model.Query{Filters: is("currency", "USD")}, "B1"},
		{"sorted", model.Query{Sort: "order_no", Desc: true}, "B1 A2 A1"},
		{"by how late", model.Query{Sort: "days_late", Desc: true}, "A1 B1 A2"},
		{"by customer's name", model.Query{Sort: "customer"}, "B1 A1 A2"},
	} {
		ids, err := s.OrderList().IDs(ctx, tt.q)
		if err != nil {
			t.Fatal(tt.name, err)
		}
		rows, err := s.OrdersByID(ctx, ids)
		var got []string
		for _, o := range rows {
			got = append(got, o.OrderNo)
		}
		if err != nil || strings.Join(got, " ") != tt.want {
			t.Errorf("%s: %v, want %s, %v", tt.name, got, tt.want, err)
		}
	}
	pipeline := func() (text string) {
		sums, err := orderSums(s, model.Query{})
		if err != nil {
			t.Fatal(err)
		}
		for _, o := range sums {
			text += fmt.Sprintf("%s %d %s %d/%d; ", o.Status, o.Count, o.Currency, o.Total, o.Billed)
		}
		return text
	}
	if got := pipeline(); got != "quote 1 USD 37550/0; confirmed 2 CNY 75100/75100; " {
		t.Error(got)
	}
	at(s, "2026-11-11")
	if got := pipeline(); got != "quote 1 CNY 37550/0; confirmed 1 CNY 37550/37550; " {
		t.Errorf("earlier: %s", got)
	}
	_, err := s.OrderList().IDs(ctx, model.Query{Sort: "nothing"})
	refused(t, "an unknown order", err, "nothing", model.RefusedOption)
}

func TestOrdersOfTwoCardsThatBecomeOneMove(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a, b := add(t, s, model.Customer{Name: "恒基板材"}), add(t, s, model.Customer{Name: "佛山恒基板材有限公司"})
	mustOrder(t, s, model.Order{CustomerID: a.ID}, boards())
	mustOrder(t, s, model.Order{CustomerID: b.ID}, boards(), model.NodeStep{Node: model.NodeConfirm}, model.NodeStep{Node: model.NodeShip},
		model.NodeStep{Node: model.NodeReceive})
	before := tableNames(t, s)
	if _, err := merge(t, s, b.ID, a.ID, nil); err != nil {
		t.Fatal(err)
	}
	if ids, err := s.OrderList().IDs(ctx, model.QueryOf(b.ID, "")); err != nil || len(ids) != 2 {
		t.Errorf("%v, %v", ids, err)
	}
	if k, err := s.Customer(ctx, b.ID); err != nil || k.CareFrom != "" {
		t.Errorf("care from %q though an order is open, %v", k.CareFrom, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	sameTables(t, "after undo", tableNames(t, s), before)
}
