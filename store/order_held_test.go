package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"slices"
	"testing"

	"genjin/model"
)

// dueDays are the due dates of an order's receivables, the first instalment first.
func dueDays(t *testing.T, s *Store, order int64) []model.Date {
	t.Helper()
	list, err := s.debtsOf(context.Background(), order)
	if err != nil {
		t.Fatal(err)
	}
	days := make([]model.Date, len(list))
	for i, r := range list {
		days[i] = r.DueOn
	}
	return days
}

// heldOrder is a confirmed order, of which nothing is paid.
func heldOrder(t *testing.T, s *Store) (model.Customer, model.Order) {
	t.Helper()
	c := add(t, s, model.Customer{Name: "恒基板材"})
	return c, mustOrder(t, s, model.Order{
		CustomerID: c.ID, OrderedOn: "2026-11-02", PromisedOn: "2026-12-24", Terms: "30%定金+60%发货前+10%验收后30天",
	}, boards(), model.NodeStep{Node: model.NodeConfirm, On: "2026-11-02"})
}

// What is due before shipping is due when it is planned, and with the shipping at
// the latest (rule 2.5); earlier days know the plan of their time.
func TestWhatIsDueBeforeShippingIsDueWhenItIsPlanned(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	_, o := heldOrder(t, s)
	planned := o.ShipBy
	if planned == "" || planned >= "2026-12-24" {
		t.Fatalf("shipping is planned for %q", planned)
	}
	want := func(what string, second model.Date) {
		t.Helper()
		if got := dueDays(t, s, o.ID); !slices.Equal(got, []model.Date{"2026-11-02", second, ""}) {
			t.Errorf("%s: due %v, want the second %s", what, got, second)
		}
	}
	want("confirmed", planned)
	o, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeReschedule, PromisedOn: "2027-01-20", Reason: "模具晚到"})
	if err != nil || o.ShipBy <= planned {
		t.Fatalf("planned for %s, %v", o.ShipBy, err)
	}
	want("promised for later", o.ShipBy)
	if _, err := s.PlanNode(ctx, o.ID, model.NodeShip, "2026-12-07", ""); err != nil {
		t.Fatal(err)
	}
	want("planned by hand", "2026-12-07")
	later := s.on("2026-12-10")
	later.readOnly = false
	if _, err := later.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeShip, On: "2026-12-10", Reason: "老客户"}); err != nil {
		t.Fatal(err)
	}
	want("shipped after the day", "2026-12-07")
	if _, err := later.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeShip, On: "2026-12-03"}); err != nil {
		t.Fatal(err)
	}
	s = s.on("2026-12-10")
	want("shipped before the day", "2026-12-03")
	s = s.on("2026-11-30")
	want("before it was shipped", "2026-12-07")
}

// An earlier day knows when shipping was planned then.
func TestAnEarlierDayKnowsThePlanOfItsTime(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	_, o := heldOrder(t, s)
	planned := o.ShipBy
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeReschedule, PromisedOn: "2027-01-20",
		Reason: "模具晚到"}); err != nil {
		t.Fatal(err)
	}
	if got := dueDays(t, s.on("2026-11-20"), o.ID)[1]; got != planned {
		t.Errorf("as of before it was put off: due %s, want %s", got, planned)
	}
}

// Goods that should have been paid for, or of a customer at a stop, go out with a
// reason only; the order keeps it.
func TestGoodsThatAreNotPaidForGoOutWithAReasonOnly(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c, o := heldOrder(t, s)
	ship := func(why string) (model.Order, error) {
		return s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeShip, Reason: why})
	}
	held := func(what, unpaid, stopped string) {
		t.Helper()
		_, err := ship("")
		var fe *model.FieldError
		if !errors.As(err, &fe) || fe.Code != model.RefusedShipping || fe.Field != "reason" || !slices.Equal(fe.Args, []string{unpaid, stopped}) {
			t.Errorf("%s: %v, want %q and %q", what, err, unpaid, stopped)
		}
	}
	held("nothing is paid", "337.95 CNY", "")
	kept, err := ship("老板同意先发")
	if err != nil || kept.ShipWhy != "老板同意先发" {
		t.Fatalf("with a reason: %q, %v", kept.ShipWhy, err)
	}
	if kept, err = s.UnstepNode(ctx, o.ID, model.NodeShip); err != nil || kept.ShipWhy != "" {
		t.Errorf("taken back: %q, %v", kept.ShipWhy, err)
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if kept, _ = s.Order(ctx, o.ID); kept.ShipWhy != "" || kept.ShippedOn != "" {
		t.Errorf("undone: shipped on %q because %q", kept.ShippedOn, kept.ShipWhy)
	}
	for _, part := range []struct {
		amount int64
		unpaid string
	}{{112_65, "225.30 CNY"}, {225_30, ""}} {
		if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: part.amount}, nil); err != nil {
			t.Fatal(err)
		}
		if h, err := s.HeldBack(ctx, o.ID); err != nil || (part.unpaid == "") != h.IsNothing() {
			t.Errorf("%d paid: %+v, %v", part.amount, h, err)
		}
		if part.unpaid != "" {
			held("the deposit is paid", part.unpaid, "")
		}
	}
	other, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, Amount: 800_00, InvoiceNo: "FP9",
		InvoicedOn: "2026-09-01", DueOn: "2026-09-10"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.LogDunning(ctx, model.Dunning{ReceivableID: other.ID, Level: model.StopLevel, Method: "phone"}); err != nil {
		t.Fatal(err)
	}
	held("a stop", "", "800.00 CNY")
	for _, disputed := range []string{"少货", ""} {
		if _, err := s.Dispute(ctx, other.ID, disputed); err != nil {
			t.Fatal(err)
		}
		if h, err := s.HeldBack(ctx, o.ID); err != nil || h.IsNothing() != (disputed != "") {
			t.Errorf("disputed %q: %+v, %v", disputed, h, err)
		}
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 800_00},
		[]model.Share{{ReceivableID: other.ID, Amount: 800_00}}); err != nil {
		t.Fatal(err)
	}
	if _, err := ship(""); err != nil {
		t.Errorf("all is paid: %v", err)
	}
}

// An order of an older file is shipped when it was planned (migration 0023).
func TestAnOrderOfAnOlderFileKeepsItsPlannedShipping(t *testing.T) {
	path := filepath.Join(t.TempDir(), "genjin.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	db.SetMaxOpenConns(1)
	upTo(t, db, 22)
	blank(t, db, "customer", map[string]string{"id": "1", "name": "'恒基板材'", "filled_on": "'2026-11-02'"})
	blank(t, db, "customer_order", map[string]string{"id": "7", "customer_id": "1", "order_no": "'D1'", "ordered_on": "'2026-11-02'"})
	blank(t, db, "order_node", map[string]string{"order_id": "7", "customer_id": "1", "node": "'ship'", "planned_on": "'2026-12-22'"})
	blank(t, db, "order_node", map[string]string{"order_id": "7", "customer_id": "1", "node": "'receive'", "planned_on": "'2026-12-24'"})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s := openFile(t, path)
	defer s.Close()
	if o, err := s.Order(context.Background(), 7); err != nil || o.ShipBy != "2026-12-22" {
		t.Errorf("ships by %q, %v", o.ShipBy, err)
	}
}
