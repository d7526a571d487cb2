package store

import (
	"context"
	"slices"
	"testing"

	"genjin/model"
)

func TestJournalListFilters(t *testing.T) {
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
	between := func(first, last string) (filters []model.Filter) {
		if first != "" {
			filters = append(filters, model.Filter{Field: "at", Op: model.OpFrom, Value: first})
		}
		if last != "" {
			filters = append(filters, model.Filter{Field: "at", Op: model.OpTo, Value: last})
		}
		return filters
	}
	for _, tc := range []struct {
		name string
		q    model.Query
		want []int64
	}{
		{"all, the newest first, without those of archived customers", model.Query{}, []int64{2, 3, 1, 4}},
		{"those of archived customers", model.Query{Archived: true}, []int64{5}},
		{"the oldest first", model.Query{Sort: "at"}, []int64{4, 1, 3, 2}},
		{"kind", model.Query{Filters: is("kind", "complaint")}, []int64{3}},
		{"method", model.Query{Filters: is("method", "phone")}, []int64{2, 3}},
		{"outcome", model.Query{Preset: "not_reached"}, []int64{2}},
		{"a span with both ends", model.Query{Filters: between("2026-11-01", "2026-11-20")}, []int64{3, 1}},
		{"from a day on", model.Query{Filters: between("2026-11-20", "")}, []int64{2, 3, 1}},
		{"up to a day", model.Query{Filters: between("", "2026-11-19")}, []int64{4}},
		{"customer by name", model.Query{Search: "周敏"}, []int64{3, 4}},
		{"customer by initials", model.Query{Search: "DXS"}, []int64{2, 1}},
		{"customer by digits", model.Query{Search: "5946"}, []int64{2, 1}},
		{"nobody", model.Query{Search: "没有这个人"}, nil},
		{"text in the situation", model.Query{Search: "x7"}, []int64{1}},
		{"text in the problem", model.Query{Search: "嫌贵"}, []int64{4}},
		{"text in the solution, whatever its case", model.Query{Search: "eXPRESS"}, []int64{3}},
		{"what SQL would take for a pattern", model.Query{Search: "%"}, nil},
		{"open cases", model.Query{Preset: "open"}, []int64{3}},
		{"together", model.Query{Search: "zm", Filters: append(is("method", "phone"), between("2026-11-20", "")...)}, []int64{3}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			ids, err := s.JournalList().IDs(ctx, tc.q)
			if err != nil || !slices.Equal(ids, tc.want) {
				t.Errorf("%v, %v; want %v", ids, err, tc.want)
			}
		})
	}
	rows, err := s.JournalList().Rows(ctx, []int64{3, 99, 1}, false)
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
	for _, q := range []model.Query{{}, {Preset: "open"}} {
		if ids, err := s.JournalList().IDs(ctx, q); err != nil || !slices.Equal(ids, []int64{1}) {
			t.Errorf("%+v finds %v, %v; want the case of the 20th, closed only since", q, ids, err)
		}
	}
}

// benchmarkLists measures the list of 400,000 entries.
func benchmarkLists(b *testing.B, s *Store) {
	ctx := context.Background()
	month := model.MonthOf(benchToday)
	for name, q := range map[string]model.Query{
		"All": {}, "Method": {Filters: is("method", "phone")}, "Customer": {Search: "wf"},
		"Month": {Filters: append([]model.Filter{{Field: "at", Op: model.OpFrom, Value: string(month.First)}},
			model.Filter{Field: "at", Op: model.OpTo, Value: string(month.Last)})},
		"OneLetter": {Search: "w"}, "Text": {Search: "竞品"}, "TextNowhere": {Search: "找不到"}, "Cases": {Preset: "open", Sort: "at"},
	} {
		b.Run("List"+name, func(b *testing.B) {
			for b.Loop() {
				ids, err := s.JournalList().IDs(ctx, q)
				if err != nil {
					b.Fatal(err)
				}
				b.ReportMetric(float64(len(ids)), "ids")
			}
		})
		b.Run("Count"+name, func(b *testing.B) {
			for b.Loop() {
				if _, err := s.JournalList().Sums(ctx, q); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
	ids, err := s.JournalList().IDs(ctx, model.Query{})
	if err != nil {
		b.Fatal(err)
	}
	b.Run("ListWindow", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.JournalList().Rows(ctx, ids[5000:5100], false); err != nil {
				b.Fatal(err)
			}
		}
	})
}
