package store

import (
	"context"
	"os"
	"testing"

	"genjin/model"
)

// BenchmarkScale measures what the screen waits for in a file as large as the
// goals of speed speak of, which a run is told of, for it takes minutes to make:
//
//	genjin demo --customers 100000 --entries 1000000 --receivables 300000 --orders 30000 --projects 500 --as-of 2026-11-29 --db big.db
//	GENJIN_BENCH=$PWD/big.db go test ./store -run '^$' -bench Scale
func BenchmarkScale(b *testing.B) {
	path := os.Getenv("GENJIN_BENCH")
	if path == "" {
		b.Skip("GENJIN_BENCH names no file")
	}
	ctx := context.Background()
	s, err := Open(ctx, path, AsOf("2026-11-29"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	search := func(text string) func() error {
		return func() error { _, err := s.JournalList().IDs(ctx, model.Query{Search: text}); return err }
	}
	for _, bench := range []struct {
		name string
		do   func() error
	}{
		{"Today", func() error { _, err := s.Day(ctx, 0); return err }},
		{"SearchOneCharacter", search("签")},
		{"SearchTwo", search("合同")},
		{"SearchThree", search("签合同")},
		{"SearchFive", search("付款条件谈")},
		{"SearchNowhere", search("找不到")},
		{"SearchCustomers", func() error { _, err := s.CustomerIDs(ctx, model.Query{Search: "wf"}); return err }},
		{"Customers", func() error { _, err := s.CustomerIDs(ctx, model.Query{}); return err }},
		{"CustomersExpected", func() error { _, err := s.CustomerList().Sums(ctx, model.Query{}); return err }},
		{"Journal", func() error { _, err := s.JournalList().IDs(ctx, model.Query{}); return err }},
		{"JournalOutcomes", func() error {
			_, err := s.JournalList().SumsBy(ctx, model.Query{}, []string{"outcome"}, nil)
			return err
		}},
		{"Receivables", func() error { _, err := s.ReceivableList().IDs(ctx, model.Query{}); return err }},
		{"ReceivablesSums", func() error { _, err := receivableSums(s, model.Query{}); return err }},
		{"Orders", func() error { _, err := s.OrderList().IDs(ctx, model.Query{}); return err }},
		{"OrdersSums", func() error { _, err := orderSums(s, model.Query{}); return err }},
		{"Aging", func() error { _, err := s.Aging(ctx, model.AgingByBucket); return err }},
		{"Log", func() error {
			_, _, err := s.Log(ctx, model.Entry{CustomerID: 77, At: "2026-11-27 10:00", Method: model.Phone, Situation: "电话里约好看样板"}, model.Plan{})
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
