package store

import (
	"context"
	"path/filepath"
	"testing"

	"genjin/model"
	"genjin/model/sample"
)

// bought gives the customers of a made-up file n orders: most of them are
// closed, some are under way.
func bought(tb testing.TB, s *Store, n int) {
	tb.Helper()
	ctx := context.Background()
	err := s.change(ctx, model.ActDemo, "", func(w *write) error {
		dealer, done := sample.NewDealer(model.DemoSize{}, 7, benchToday), 0
		dealer.Past = n
		for i := 0; done < n; i++ {
			c := generated(i)
			c.ID, c.Kind, c.Stage, c.Grade, c.Currency = int64(i+1), model.Company, model.Won, model.GradeC, "CNY"
			if i%20 == 0 {
				c.Currency = "USD"
			}
			deals := dealer.Deals(&c, i)
			if err := w.insertDeals(ctx, c.ID, deals); err != nil {
				return err
			}
			done += len(deals)
		}
		return nil
	})
	if err != nil {
		tb.Fatal(err)
	}
	if _, err := s.db.ExecContext(ctx, "PRAGMA optimize=0x10002"); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkOrders measures what a key press waits for, with 100,000 customers
// and 100,000 orders:
//
//	go test ./store -run '^$' -bench Orders
func BenchmarkOrders(b *testing.B) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(b.TempDir(), "genjin.db"), AsOf(benchToday))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	populate(b, s, 100_000)
	bought(b, s, 100_000)
	o, err := s.AddOrder(ctx, model.Order{CustomerID: 500, PromisedOn: benchToday.AddDays(20)}, boards(),
		model.NodeStep{Node: model.NodeConfirm})
	if err != nil {
		b.Fatal(err)
	}
	important := model.Query{Filters: []model.Filter{{Field: model.AxisImportance, Op: model.OpIs, Value: model.Important}}}
	if _, err := s.ChangeSettings(ctx, map[string]string{"importance_threshold": "10000000"}); err != nil {
		b.Fatal(err)
	}
	step := false
	for _, bench := range []struct {
		name string
		do   func() error
	}{
		{"AllIDs", func() error { _, err := s.OrderList().IDs(ctx, model.Query{}); return err }},
		{"OpenIDs", func() error { _, err := s.OrderList().IDs(ctx, model.Query{Preset: "open"}); return err }},
		{"LateIDs", func() error { _, err := s.OrderList().IDs(ctx, model.Query{Preset: "late"}); return err }},
		{"TransitIDs", func() error { _, err := s.OrderList().IDs(ctx, model.Query{Preset: "transit"}); return err }},
		{"ByCustomer", func() error { _, err := s.OrderList().IDs(ctx, model.Query{Sort: "customer"}); return err }},
		{"ByTotal", func() error { _, err := s.OrderList().IDs(ctx, model.Query{Sort: "total"}); return err }},
		{"Search", func() error { _, err := s.OrderList().IDs(ctx, model.Query{Search: "B-018"}); return err }},
		{"SearchOne", func() error { _, err := s.OrderList().IDs(ctx, model.Query{Search: "20261020-77"}); return err }},
		{"Sums", func() error { _, err := orderSums(s, model.Query{}); return err }},
		{"Window", func() error {
			_, err := s.OrdersByID(ctx, []int64{1, 500, 9000, 70000, 70001, 70002, 90000, 99999})
			return err
		}},
		{"OnTime", func() error { _, _, err := s.OnTime(ctx, benchToday.AddMonths(-1), benchToday, 0); return err }},
		{"Day", func() error { _, err := s.Day(ctx, 7); return err }},
		{"DayOrders", func() error {
			set, _ := s.Settings(ctx)
			return s.readOrders(ctx, &model.Facts{Today: benchToday, Settings: set}, benchToday.AddDays(7))
		}},
		{"DayHabits", func() error {
			set, _ := s.Settings(ctx)
			return s.readHabits(ctx, &model.Facts{Today: benchToday, Settings: set}, benchToday.AddDays(7))
		}},
		{"Important", func() error { _, err := s.CustomerIDs(ctx, important); return err }},
		{"Exposure", func() error { _, err := s.Exposure(ctx, 500); return err }},
		{"NodeStep", func() error {
			step = !step
			if step {
				_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodePrepare})
				return err
			}
			_, err := s.UnstepNode(ctx, o.ID, model.NodePrepare)
			return err
		}},
		{"AddAndConfirm", func() error {
			_, err := s.AddOrder(ctx, model.Order{CustomerID: 7000, Terms: "30%定金+70%货到30天"}, boards(), model.NodeStep{Node: model.NodeConfirm})
			return err
		}},
	} {
		b.Run(bench.name, func(b *testing.B) {
			for b.Loop() {
				if err := bench.do(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
