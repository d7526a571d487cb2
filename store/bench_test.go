package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
)

const benchToday model.Date = "2026-11-24"

// generated is the i-th customer of a made-up file: names of two to four
// characters, one in eight a company, next dates spread over a year.
func generated(i int) model.Customer {
	surnames := strings.Fields("王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 单 曾 欧阳 解")
	given := []rune("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂建国富雄信佳嘉琪梓涵浩宇轩子墨雨欣怡梦晨曦")
	name := surnames[i%len(surnames)] + string(given[i/7%len(given)])
	if i%3 != 0 {
		name += string(given[i/301%len(given)])
	}
	c := model.Customer{
		Name: name, Phones: model.List(fmt.Sprintf("1%d", 3_000_000_000+int64(i)*69_997%6_999_999_999)),
		Address: "佛山市南海区里水镇大朗工业区" + fmt.Sprint(i) + "号",
		Grade:   []model.Grade{"A", "B", "B", "C", "C", "C", "D", "D", "D", "D", "E", "E"}[i%12], Need: model.NeedPotential,
		Source: model.Sources[i%len(model.Sources)], Interest: "800×800 抛光砖,样板间两套", FilledOn: benchToday.AddDays(-i % 900), Archived: i%40 == 0,
	}
	if i%8 == 0 {
		c.Kind, c.Name = model.Company, "佛山市"+name+"建材有限公司"
	}
	if i%5 == 0 {
		c.Birthday = model.Birthday("-" + string(benchToday.AddDays(i % 365))[4:])
	}
	c.LastOn = c.FilledOn
	c.NextOn = benchToday.AddDays(i*31%365 - 1)
	c.Complete(model.DefaultSettings(), benchToday)
	c.RegradeOn = "" // else every third would have to be regraded
	return c
}

// populate writes n customers, and an entry for each, past the log, as fast as can be.
func populate(tb testing.TB, s *Store, n int) {
	tb.Helper()
	ctx := context.Background()
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		tb.Fatal(err)
	}
	defer tx.Rollback()
	w := &write{store: s, tx: newTransaction(tx), now: "2026-11-24T00:00:00.000000000Z", today: benchToday.AddDays(-1),
		touched: map[int64]bool{}}
	exec := func(query string, args ...any) int64 {
		res, err := w.stmt(ctx, query, args...)
		if err != nil {
			tb.Fatal(err)
		}
		id, _ := res.LastInsertId()
		return id
	}
	for i := range n {
		c := generated(i)
		c.CreatedAt, c.UpdatedAt = w.now, w.now
		id := exec(customers.insertQ, customers.values(&c)...)
		e := model.Entry{CustomerID: id, Seq: 1, At: model.Moment(c.FilledOn), Outcome: model.Reached, Kind: model.FollowUp, Situation: "进店看样板"}
		if i%2000 == 0 {
			e.Kind, e.Status = model.Complaint, model.CaseOpen
		}
		e.CreatedAt, e.UpdatedAt = w.now, w.now
		e.ID = exec(journal.insertQ, journal.values(&e)...)
		exec(insertWords, e.ID, pairsOf(e.Situation, e.Problem, e.Solution))
		if i%5 == 0 {
			h := model.Handled{Kind: model.RowDate, Record: id, CustomerID: id, DueOn: c.FilledOn, On: c.FilledOn}
			h.CreatedAt, h.UpdatedAt = w.now, w.now
			exec(handled.insertQ, handled.values(&h)...)
		}
		w.touched[id] = true
		if len(w.touched) == 10_000 || i == n-1 {
			if _, err := w.refreshSearch(ctx); err != nil {
				tb.Fatal(err)
			}
			clear(w.touched)
		}
	}
	if err := tx.Commit(); err != nil {
		tb.Fatal(err)
	}
	if _, err := s.db.ExecContext(ctx, "PRAGMA optimize=0x10002"); err != nil {
		tb.Fatal(err)
	}
}

// BenchmarkStore measures what a key press waits for, with 100,000 customers:
//
//	go test ./store -run '^$' -bench Store
func BenchmarkStore(b *testing.B) {
	ctx := context.Background()
	path := filepath.Join(b.TempDir(), "genjin.db")
	s, err := Open(ctx, path, AsOf(benchToday))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	populate(b, s, 100_000)

	b.Run("Day", func(b *testing.B) {
		for b.Loop() {
			day, err := s.Day(ctx, 7)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(day.Facts.Customers)), "customers")
		}
	})
	b.Run("WarmSearch", func(b *testing.B) {
		for b.Loop() {
			s.search = index{}
			if err := s.WarmSearch(ctx); err != nil {
				b.Fatal(err)
			}
		}
	})
	for name, q := range map[string]model.Query{
		"List": {}, "ListDesc": {Sort: "name", Desc: true}, "ListByNextOn": {Sort: "next_on"},
		"ListFiltered":   {Filters: []model.Filter{{Field: "grade", Op: model.OpIs, Value: "A"}}},
		"SearchInitials": {Search: "wf"}, "SearchOneLetter": {Search: "w"}, "SearchHan": {Search: "佛山"}, "SearchDigits": {Search: "8000"},
		"SearchSorted":   {Search: "wf", Sort: "next_on"},
		"SearchFiltered": {Search: "wf", Filters: []model.Filter{{Field: "grade", Op: model.OpIs, Value: "A"}}},
	} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				s.search.fits.version = "" // as after another letter
				ids, err := s.CustomerIDs(ctx, q)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(ids)), "ids")
			}
		})
	}
	b.Run("ListCold", func(b *testing.B) {
		for b.Loop() {
			s.search = index{}
			if _, err := s.CustomerIDs(ctx, model.Query{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	ids, err := s.CustomerIDs(ctx, model.Query{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("CustomersByID", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.CustomersByID(ctx, ids[500:560]); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Log", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i++
			e := model.Entry{CustomerID: ids[i%len(ids)], At: model.Moment(benchToday), Situation: "来电"}
			if _, _, err := s.Log(ctx, e, model.Plan{}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("LogThenList", func(b *testing.B) {
		i := 0
		for b.Loop() {
			i++
			e := model.Entry{CustomerID: ids[i%len(ids)], At: model.Moment(benchToday), Situation: "来电"}
			if _, _, err := s.Log(ctx, e, model.Plan{}); err != nil {
				b.Fatal(err)
			}
			if _, err := s.CustomerIDs(ctx, model.Query{Search: "wf"}); err != nil {
				b.Fatal(err)
			}
		}
	})
}
