package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

func TestAnOrderAndItsLinesAreEditedAsOneAct(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID}, boards())
	o.PromisedOn = "2026-12-24"
	lines, err := s.OrderLines(ctx, o.ID)
	if err != nil {
		t.Fatal(err)
	}
	lines[0].Quantity = 1000
	lines = append(lines, model.OrderLine{Name: "安装费", Quantity: 1000, UnitPrice: 5000})
	if o, err = s.SaveOrderLines(ctx, o, lines); err != nil || o.Total != 12850-1000+5000 || o.PromisedOn != "2026-12-24" {
		t.Fatalf("%+v, %v", o, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if d, err := s.OrderOf(ctx, o.ID); err != nil || d.Total != 37550 || d.PromisedOn != "" || len(d.LineList) != 1 {
		t.Errorf("after undo %+v, %v", d, err)
	}
	if o, err = s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm}); err != nil {
		t.Fatal(err)
	}
	_, err = s.SaveOrderLines(ctx, o, lines[:1])
	refused(t, "the lines of a confirmed order", err, "", model.RefusedConfirmed)
}

func TestPressingOrdersAreLateOrHaveAStepToday(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	later := mustOrder(t, s, model.Order{CustomerID: c.ID, PromisedOn: "2027-03-01"}, boards())
	today := mustOrder(t, s, model.Order{CustomerID: c.ID, PromisedOn: "2026-11-26"}, boards())
	late := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-01", PromisedOn: "2026-11-20"}, boards())
	gone := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-01", PromisedOn: "2026-11-20"}, boards())
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: gone.ID, Kind: model.ChangeCancel,
		Deposit: model.DepositAdvance, Reason: "不做了"}); err != nil {
		t.Fatal(err)
	}
	ids, err := s.OrderList().IDs(ctx, model.Query{Preset: "pressing"})
	if err != nil || len(ids) != 2 || ids[0] != late.ID || ids[1] != today.ID {
		t.Errorf("%v, %v: want %d and %d, not %d", ids, err, late.ID, today.ID, later.ID)
	}
}

// quoted is how an order and its row of the list stand on a day.
func quoted(t *testing.T, s *Store, id int64, day model.Date) string {
	t.Helper()
	asOf(s, day)
	d, err := s.OrderOf(context.Background(), id)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := s.OrdersByID(context.Background(), []int64{id})
	if err != nil {
		t.Fatal(err)
	}
	text := fmt.Sprint(d.Total, d.Currency, " ", rows[0].Total, rows[0].Currency, " ", d.PromisedOn, " ", len(d.Changes))
	for _, l := range d.LineList {
		text += " " + l.Text() + l.Currency
	}
	return text
}

func TestAQuoteIsOnEarlierDaysWhatItWasBeforeItWasEdited(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-10")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-08"}, boards())
	edit := func(day model.Date, quantity int64, promised model.Date, currency string) string {
		t.Helper()
		asOf(s, day)
		o, err := s.Order(ctx, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		lines, err := s.OrderLines(ctx, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		o.PromisedOn, o.Currency, lines[0].Quantity = promised, currency, quantity
		if _, err := s.SaveOrderLines(ctx, o, append(lines[:1], model.OrderLine{Name: "安装费", Quantity: 1000, UnitPrice: quantity})); err != nil {
			t.Fatal(err)
		}
		return quoted(t, s, o.ID, day)
	}
	slip := edit("2026-11-10", 2000, "2026-12-01", "CNY")
	first := edit("2026-11-12", 4000, "2026-12-01", "CNY")
	edit("2026-11-15", 5000, "2026-12-20", "CNY")
	second := edit("2026-11-15", 6000, "2026-12-20", "CNY")
	now := edit("2026-11-20", 6000, "2026-12-24", "USD")
	want := map[model.Date]string{"2026-11-08": slip, "2026-11-10": slip, "2026-11-11": slip, "2026-11-12": first, "2026-11-14": first,
		"2026-11-15": second, "2026-11-19": second, "2026-11-20": now}
	check := func(when string, s *Store, id int64) {
		t.Helper()
		for day, want := range want {
			if got := quoted(t, s, id, day); got != want {
				t.Errorf("%s, as of %s:\n%s\nwant\n%s", when, day, got, want)
			}
		}
	}
	check("edited", s, o.ID)
	asOf(s, "2026-11-20")
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm}); err != nil {
		t.Fatal(err)
	}
	check("confirmed", s, o.ID)
	asOf(s, "2026-11-20")
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if got := quoted(t, s, o.ID, "2026-11-20"); got != second {
		t.Errorf("undone: %s", got)
	}
	asOf(s, "2026-11-20")
	whole := openFile(t, filepath.Join(t.TempDir(), "whole.db"), AsOf("2026-11-20"))
	defer whole.Close()
	restoreAll(t, s, whole)
	delete(want, "2026-11-20")
	check("restored", whole, o.ID)
	for _, ext := range []string{".csv", ".json"} {
		to := openFile(t, filepath.Join(t.TempDir(), "to.db"), AsOf("2026-11-20"))
		carry(t, s, to, ext, label.ZH, model.ExportCustomers, model.ExportProducts, model.ExportOrders)
		check(ext, to, o.ID)
		_ = to.Close()
	}
}
