package store

import (
	"context"
	"path/filepath"
	"testing"

	"genjin/model"
)

// BenchmarkLists measures what a filter, an order and the sums take with
// 100,000 customers:
//
//	go test ./store -run '^$' -bench Lists
func BenchmarkLists(b *testing.B) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(b.TempDir(), "genjin.db"), AsOf(benchToday))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	populate(b, s, 100_000)
	if _, err := s.db.ExecContext(ctx, "UPDATE customer SET expected_amount = id * 1000, tags = CASE id % 7 WHEN 0 THEN 'VIP' ELSE '' "+
		"END, owner = 'u' || id % 9, important = (id % 11 = 0), "+
		"expected_on = CASE id % 4 WHEN 0 THEN '' ELSE date(?, '+' || (id % 200) || ' days') END",
		string(benchToday)); err != nil {
		b.Fatal(err)
	}
	for name, conditions := range map[string]string{
		"All": "", "Grades": "grade==A,B", "DueBy": "next_on<=7d", "Urgent": "urgency==urgent,soon", "Important": "importance==important",
		"Tag": "tags==VIP", "Phone": "phones~8000", "Text": "address~南海",
		"Four": "grade!=E\nneed==potential\nurgency==slow\nexpected_amount>=100000",
	} {
		g := model.Segment{Conditions: conditions}
		q := model.Query{Filters: g.Filters()}
		b.Run("Filter"+name, func(b *testing.B) {
			for b.Loop() {
				s.search.list.query = "" // as after a change
				ids, err := s.CustomerIDs(ctx, q)
				if err != nil {
					b.Fatal(err)
				}
				if len(ids) == 0 {
					b.Fatal("nobody is found: the data doesn't have what is asked for")
				}
				b.ReportMetric(float64(len(ids)), "ids")
			}
		})
		b.Run("Totals"+name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.CustomerList().Sums(ctx, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	for _, code := range []string{"expected_amount", "urgency", "class", "owner", "updated_at"} {
		b.Run("Sort/"+code, func(b *testing.B) {
			for b.Loop() {
				s.search.list.query = ""
				if _, err := s.CustomerIDs(ctx, model.Query{Sort: code}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	b.Run("TotalsOfASearch", func(b *testing.B) {
		q := model.Query{Search: "w"}
		for b.Loop() {
			if _, err := s.CustomerList().Sums(ctx, q); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("FieldValues", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.FieldValues(ctx, "customer", "tags"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Duplicates", func(b *testing.B) {
		for b.Loop() {
			groups, err := s.Duplicates(ctx)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(groups)), "groups")
		}
	})
	b.Run("SameAs", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.SameAs(ctx, model.Customer{Name: "王伟", Phones: "13800138000"}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Tag1000", func(b *testing.B) {
		ids, err := s.CustomerIDs(ctx, model.Query{})
		if err != nil {
			b.Fatal(err)
		}
		tag := []string{"a"}
		for b.Loop() {
			if err := s.TagCustomers(ctx, ids[:1000], tag, []string{"a", "b"}); err != nil {
				b.Fatal(err)
			}
			tag[0] = map[string]string{"a": "b", "b": "a"}[tag[0]]
		}
	})
}
