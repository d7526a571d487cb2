package store

import (
	"context"
	"fmt"
	"testing"

	"genjin/model"
)

// givenUpOn is what of the receivables is given up, open and off the account as
// of days.
func givenUpOn(t *testing.T, s *Store, customer int64, days ...model.Date) string {
	t.Helper()
	ctx, today, text := context.Background(), s.today, ""
	defer func() { s.today = today }()
	for _, day := range days {
		s.today = func() model.Date { return day }
		sums, err := receivableSums(s, model.QueryOf(customer, ""))
		if err != nil {
			t.Fatal(err)
		}
		list, err := s.Statement(ctx, customer, "2026-01-01", day)
		if err != nil {
			t.Fatal(err)
		}
		text += fmt.Sprintf("%s %d %d %d;", day[5:], sums[0].GivenUp, sums[0].Balance, list[0].Closing)
	}
	return text
}

func TestEveryWriteOffKeepsItsDay(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-07-10")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-05-01", Terms: "账期10天"},
		[]model.OrderLine{{Name: "柜门板", Quantity: 10000, UnitPrice: 10000}},
		model.NodeStep{Node: model.NodeConfirm, On: "2026-05-01"})
	debt := ids(t, s, "SELECT id FROM receivable")[0]
	for _, off := range []model.OffMove{{On: "2026-05-20", Amount: 60000}, {On: "2026-06-10", Amount: 30000}} {
		if _, err := s.WriteOff(ctx, debt, model.WriteOff{Amount: off.Amount, On: off.On, Why: "失联"}); err != nil {
			t.Fatal(err)
		}
	}
	days := []model.Date{"2026-05-19", "2026-05-20", "2026-06-09", "2026-06-10"}
	want := "05-19 0 100000 100000;05-20 60000 40000 40000;06-09 60000 40000 40000;06-10 90000 10000 10000;"
	if got := givenUpOn(t, s, c.ID, days...); got != want {
		t.Errorf("written off twice\n%s\nwant\n%s", got, want)
	}
	lines, _ := s.OrderLines(ctx, o.ID)
	before := tableNames(t, s)
	_, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeReturn, On: "2026-07-01",
		Reason: "退货", Returned: []model.Returned{{LineID: lines[0].ID, Quantity: 5000}}})
	if err != nil {
		t.Fatal(err)
	}
	want += "07-01 50000 0 0;"
	if got := givenUpOn(t, s, c.ID, append(days, "2026-07-01")...); got != want {
		t.Errorf("goods came back\n%s\nwant\n%s", got, want)
	}
	if _, err := s.WriteBack(ctx, debt); err != nil {
		t.Fatal(err)
	}
	want += "07-09 50000 0 0;07-10 0 50000 50000;"
	if got := givenUpOn(t, s, c.ID, append(days, "2026-07-01", "2026-07-09", "2026-07-10")...); got != want {
		t.Errorf("taken back\n%s\nwant\n%s", got, want)
	}
	for range 2 {
		if r, err := s.Undo(ctx); err != nil || r.Kept > 0 {
			t.Fatal(r, err)
		}
	}
	sameTables(t, "after undo", tableNames(t, s), before)
}
