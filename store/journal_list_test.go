package store

import (
	"context"
	"slices"
	"testing"

	"genjin/model"
)

func TestJournalListFiltersAndCounts(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-23")
	add := func(c model.Customer, entries ...model.Entry) {
		kept, err := s.AddCustomer(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range entries {
			e.CustomerID = kept.ID
			if _, _, err := s.Log(ctx, e, model.Plan{}); err != nil {
				t.Fatal(err)
			}
		}
	}
	add(model.Customer{Name: "董先生", Phones: "15935946108"},
		model.Entry{At: "2026-11-20 10:30", Method: model.Reception, Situation: "看X7,评估21000"}, // 1
		model.Entry{At: "2026-11-23 09:00", Method: model.Phone, Outcome: model.NotReached, Situation: "没人接"})
	add(model.Customer{Name: "周敏"},
		model.Entry{At: "2026-11-20 15:00", Method: model.Phone, Kind: model.Complaint, Situation: "脚垫缺货", Solution: "总部调货 Express"}, // 3
		model.Entry{At: "2026-10-08", Method: model.Chat, Kind: model.Inquiry, Situation: "问价", Problem: "嫌贵"})
	add(model.Customer{Name: "归档的"}, model.Entry{At: "2026-11-01", Method: model.Visit, Kind: model.Feedback, Situation: "样板掉漆"}) // 5
	if err := s.CloseCase(ctx, 4, "", ""); err != nil {
		t.Fatal(err)
	}
	if err := s.Archive(ctx, []int64{3}, true); err != nil {
		t.Fatal(err)
	}
	for _, tc := range []struct {
		name string
		q    model.JournalQuery
		want []int64
	}{
		{"all, the newest first", model.JournalQuery{}, []int64{2, 3, 1, 5, 4}},
		{"the oldest first", model.JournalQuery{Oldest: true}, []int64{4, 5, 1, 3, 2}},
		{"kind", model.JournalQuery{Kind: model.Complaint}, []int64{3}},
		{"method", model.JournalQuery{Method: model.Phone}, []int64{2, 3}},
		{"outcome", model.JournalQuery{Outcome: model.NotReached}, []int64{2}},
		{"a span with both ends", model.JournalQuery{Within: model.Span{First: "2026-11-01", Last: "2026-11-20"}}, []int64{3, 1, 5}},
		{"from a day on", model.JournalQuery{Within: model.Span{First: "2026-11-20"}}, []int64{2, 3, 1}},
		{"up to a day", model.JournalQuery{Within: model.Span{Last: "2026-11-01"}}, []int64{5, 4}},
		{"customer by name", model.JournalQuery{Customer: "周敏"}, []int64{3, 4}},
		{"customer by initials", model.JournalQuery{Customer: "DXS"}, []int64{2, 1}},
		{"customer by digits", model.JournalQuery{Customer: "5946"}, []int64{2, 1}},
		{"nobody", model.JournalQuery{Customer: "没有这个人"}, nil},
		{"text in the situation", model.JournalQuery{Text: "x7"}, []int64{1}},
		{"text in the problem", model.JournalQuery{Text: "嫌贵"}, []int64{4}},
		{"text in the solution, whatever its case", model.JournalQuery{Text: "eXPRESS"}, []int64{3}},
		{"what SQL would take for a pattern", model.JournalQuery{Text: "%"}, nil},
		{"open cases, without those of archived customers", model.JournalQuery{Open: true}, []int64{3}},
		{"together", model.JournalQuery{Method: model.Phone, Customer: "zm", Text: "调货", Within: model.Span{First: "2026-11-20"}}, []int64{3}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			ids, err := s.JournalIDs(ctx, tc.q)
			if err != nil || !slices.Equal(ids, tc.want) {
				t.Errorf("%v, %v; want %v", ids, err, tc.want)
			}
			count, err := s.CountJournal(ctx, tc.q)
			failed := 0
			if slices.Contains(tc.want, 2) {
				failed = 1
			}
			if want := (model.JournalCount{Reached: len(tc.want) - failed, NotReached: failed}); err != nil || count != want {
				t.Errorf("count %+v, %v; want %+v", count, err, want)
			}
		})
	}
	rows, err := s.JournalRows(ctx, []int64{3, 99, 1})
	if err != nil || len(rows) != 2 || rows[0].Entry.ID != 3 || rows[0].Customer.Name != "周敏" || rows[1].Customer.Name != "董先生" {
		t.Errorf("rows %+v, %v", rows, err)
	}
}

func TestJournalAsOfAnEarlierDay(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-23")
	c, err := s.AddCustomer(ctx, model.Customer{Name: "周敏"})
	if err != nil {
		t.Fatal(err)
	}
	for _, at := range []model.Moment{"2026-11-20 15:00", "2026-11-23"} {
		if _, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: at, Kind: model.Complaint, Situation: "缺货"}, model.Plan{}); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.CloseCase(ctx, 1, "", ""); err != nil {
		t.Fatal(err)
	}
	s.today = func() model.Date { return "2026-11-20" }
	for _, q := range []model.JournalQuery{{}, {Open: true}} {
		if ids, err := s.JournalIDs(ctx, q); err != nil || !slices.Equal(ids, []int64{1}) {
			t.Errorf("%+v finds %v, %v; want the case of the 20th, closed only since", q, ids, err)
		}
	}
}

// benchmarkLists measures the list of 400,000 entries.
func benchmarkLists(b *testing.B, s *Store) {
	ctx := context.Background()
	for name, q := range map[string]model.JournalQuery{
		"All": {}, "Month": {Within: model.MonthOf(benchToday)}, "Method": {Method: model.Phone}, "Customer": {Customer: "wf"},
		"OneLetter": {Customer: "w"}, "Text": {Text: "竞品"}, "TextNowhere": {Text: "找不到"}, "Cases": {Open: true, Oldest: true},
	} {
		b.Run("List"+name, func(b *testing.B) {
			for b.Loop() {
				ids, err := s.JournalIDs(ctx, q)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(ids)), "ids")
			}
		})
		b.Run("Count"+name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.CountJournal(ctx, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	ids, err := s.JournalIDs(ctx, model.JournalQuery{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("ListWindow", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.JournalRows(ctx, ids[5000:5100]); err != nil {
				b.Fatal(err)
			}
		}
	})
}
