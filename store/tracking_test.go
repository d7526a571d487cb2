package store

import (
	"context"
	"path/filepath"
	"testing"

	"genjin/model"
)

// track adds a customer with the days on which they were reached, and a failed
// attempt on every day of missed.
func track(t *testing.T, s *Store, c model.Customer, reached, missed []model.Moment) model.Customer {
	t.Helper()
	ctx := context.Background()
	kept, err := s.AddCustomer(ctx, c)
	if err != nil {
		t.Fatal(err)
	}
	log := func(at model.Moment, o model.Outcome) {
		if _, _, err := s.Log(ctx, model.Entry{CustomerID: kept.ID, At: at, Outcome: o, Situation: "回访"}, model.Plan{}); err != nil {
			t.Fatal(err)
		}
	}
	for _, at := range reached {
		log(at, model.Reached)
	}
	for _, at := range missed {
		log(at, model.NotReached)
	}
	return kept
}

func TestTrackedReadsTheContactsOfTheSpanAndTheLastBeforeIt(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-23")
	wang := track(t, s, model.Customer{Name: "王经理", Grade: model.GradeA, FilledOn: "2026-10-09"},
		[]model.Moment{"2026-10-12 09:00", "2026-10-30", "2026-11-02 10:00", "2026-11-02 16:00", "2026-11-04"},
		[]model.Moment{"2026-11-03 09:00"})
	an := track(t, s, model.Customer{Name: "安女士", Grade: model.GradeA, FilledOn: "2026-11-20"}, nil, nil)
	track(t, s, model.Customer{Name: "后来的", Grade: model.GradeB, FilledOn: "2026-11-20"}, nil, nil)
	backdated := track(t, s, model.Customer{Name: "补录的", Grade: model.GradeA, FilledOn: "2026-11-20"}, []model.Moment{"2026-10-20"}, nil)
	gone := track(t, s, model.Customer{Name: "归档的", Grade: model.GradeA, FilledOn: "2026-10-09"}, nil, nil)
	if err := s.Archive(ctx, []int64{gone.ID}, true); err != nil {
		t.Fatal(err)
	}

	november := model.MonthOf("2026-11-23")
	ids, err := s.TrackedIDs(ctx, model.GradeA, november)
	if err != nil || len(ids) != 3 || ids[0] != an.ID || ids[1] != backdated.ID || ids[2] != wang.ID {
		t.Fatalf("November has %v, %v; want 安 %d, 补 %d, 王 %d", ids, err, an.ID, backdated.ID, wang.ID)
	}
	if ids, err := s.TrackedIDs(ctx, model.GradeA, november.Months(-1)); err != nil || len(ids) != 2 {
		t.Errorf("October has %v, %v; want 王 and 补, whose contact was then", ids, err)
	}
	rows, err := s.Tracked(ctx, []int64{wang.ID, 99, an.ID}, november)
	if err != nil || len(rows) != 2 || rows[0].Name != "王经理" || rows[1].Name != "安女士" {
		t.Fatalf("%+v, %v", rows, err)
	}
	k := rows[0]
	if k.Before.On != "2026-10-30" || len(k.Reached) != 3 || k.Reached[0].On != "2026-11-02" || k.Reached[2].On != "2026-11-04" {
		t.Errorf("王经理 is read as %+v", k)
	}
	row := model.NewTracking(model.GradeA, november, s.Today(), model.DefaultSettings()).Row(&k)
	if row.Kept != 1 || row.Due != 3 {
		t.Errorf("王经理 kept %d of %d, want 1 of 3: the 2nd; the 3rd and the 5th were missed", row.Kept, row.Due)
	}

	covered, err := s.Coverage(ctx, november)
	if err != nil || covered[model.GradeA] != (model.Coverage{Kept: 0, Customers: 3}) ||
		covered[model.GradeB] != (model.Coverage{Kept: 0, Customers: 1}) {
		t.Errorf("coverage %+v, %v", covered, err)
	}
}

func TestTrackingAsOfAnEarlierDayKnowsNothingOfLaterContacts(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	s, err := Open(ctx, path, AsOf("2026-11-23"))
	if err != nil {
		t.Fatal(err)
	}
	c := track(t, s, model.Customer{Name: "王经理", Grade: model.GradeA, FilledOn: "2026-11-02"},
		[]model.Moment{"2026-11-02", "2026-11-03", "2026-11-04"}, nil)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(ctx, path, AsOf("2026-11-03")); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for _, month := range []model.Span{model.MonthOf("2026-11-03"), model.MonthOf("2026-12-01")} {
		rows, err := s.Tracked(ctx, []int64{c.ID}, month)
		if err != nil {
			t.Fatal(err)
		}
		last := rows[0].Before.On
		for _, r := range rows[0].Reached {
			last = r.On
		}
		if last != "2026-11-03" {
			t.Errorf("%s: the last contact is %s, want 2026-11-03", month.First, last)
		}
	}
	if covered, err := s.Coverage(ctx, model.MonthOf("2026-11-03")); err != nil ||
		covered[model.GradeA] != (model.Coverage{Kept: 1, Customers: 1}) {
		t.Errorf("coverage %+v, %v", covered, err)
	}
}

// BenchmarkTracking measures the Journal tab with 100,000 customers and
// 400,000 entries:
//
//	go test ./store -run '^$' -bench Tracking
func BenchmarkTracking(b *testing.B) {
	ctx := context.Background()
	s, err := Open(ctx, filepath.Join(b.TempDir(), "genjin.db"), AsOf(benchToday))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	populate(b, s, 100_000)
	moreEntries(b, s)
	month := model.MonthOf(benchToday)

	b.Run("IDs", func(b *testing.B) {
		for b.Loop() {
			ids, err := s.TrackedIDs(ctx, model.GradeD, month)
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(len(ids)), "customers")
		}
	})
	ids, err := s.TrackedIDs(ctx, model.GradeD, month)
	if err != nil {
		b.Fatal(err)
	}
	b.Run("Window", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Tracked(ctx, ids[1000:1100], month); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("Coverage", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.Coverage(ctx, month); err != nil {
				b.Fatal(err)
			}
		}
	})
	benchmarkLists(b, s)
}

// moreEntries gives every customer three contacts more, spread over the last
// two years, one in ten a failed attempt.
func moreEntries(b *testing.B, s *Store) {
	for _, days := range []int{60, 400, 730} {
		if _, err := s.db.Exec(`INSERT INTO journal (created_at, updated_at, customer_id, seq, at, method, outcome,
		kind, situation, problem, solution,
			case_status, closed_on, fault, remark, set_grade, set_class, set_stage, set_next)
			SELECT created_at, updated_at, id, seq + ?1, date(?2, '-' || (id * 7919 % ?1) || ' days') || ' 10:00', 'phone',
			CASE WHEN id % 10 = 3 THEN 'not_reached' ELSE 'reached' END, 'follow_up', '电话回访,比较竞品后仍想要样板 X7', '嫌首付高', '报30%首付36期方案',
			'', '', '', '', '', '', '', '' FROM (SELECT customer.id, seq, journal.created_at, journal.updated_at FROM journal
		JOIN customer ON customer.id = customer_id WHERE seq = 1)`, days, benchToday); err != nil {
			b.Fatal(err)
		}
	}
	if _, err := s.db.Exec("PRAGMA optimize=0x10002"); err != nil {
		b.Fatal(err)
	}
}
