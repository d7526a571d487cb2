package store

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"testing"

	"genjin/model"
)

// basisCards are two customers of grade B whose next dates are the same day: the
// rule's and one that was agreed.
func basisCards(t *testing.T, s *Store) (ruled, agreed model.Customer) {
	t.Helper()
	ctx := context.Background()
	for _, c := range []*model.Customer{&ruled, &agreed} {
		kept, err := s.AddCustomer(ctx, model.Customer{Name: "刘女士", Grade: model.GradeB, FilledOn: "2026-11-02"})
		if err != nil {
			t.Fatal(err)
		}
		var plan model.Plan
		if c == &agreed {
			plan.NextOn = "2026-12-01"
		}
		if _, *c, err = s.Log(ctx, model.Entry{CustomerID: kept.ID, At: "2026-11-24", Situation: "电话"}, plan); err != nil {
			t.Fatal(err)
		}
	}
	if ruled.NextOn != agreed.NextOn || ruled.NextBasis != model.Computed || agreed.NextBasis != model.Agreed {
		t.Fatalf("ruled %s %s, agreed %s %s", ruled.NextOn, ruled.NextBasis, agreed.NextOn, agreed.NextBasis)
	}
	return ruled, agreed
}

func TestChangedCadenceAndDaysOffMoveComputedDatesOnly(t *testing.T) {
	ctx := context.Background()
	for name, tt := range map[string]struct {
		values map[string]string
		want   model.Date
	}{
		"cadence":      {map[string]string{"cadence_b": "3"}, "2026-11-27"},
		"rest days":    {map[string]string{"rest_days": "tue"}, "2026-12-02"},
		"a day off":    {map[string]string{"holidays": "2026-12-01"}, "2026-12-02"},
		"another mark": {map[string]string{"company_name": "恒达"}, "2026-12-01"},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-11-24")
			ruled, agreed := basisCards(t, s)
			if _, err := s.ChangeSettings(ctx, tt.values); err != nil {
				t.Fatal(err)
			}
			next := func(c model.Customer) model.Date {
				got, err := s.Customer(ctx, c.ID)
				if err != nil {
					t.Fatal(err)
				}
				return got.NextOn
			}
			if next(ruled) != tt.want || next(agreed) != "2026-12-01" {
				t.Errorf("computed %s, want %s; agreed %s", next(ruled), tt.want, next(agreed))
			}
			if _, err := s.Undo(ctx); err != nil || next(ruled) != "2026-12-01" {
				t.Errorf("undone: %s, %v", next(ruled), err)
			}
			set, _ := s.Settings(ctx)
			set.Apply(tt.values)
			if err := s.SaveSettings(ctx, set); err != nil || next(ruled) != tt.want || next(agreed) != "2026-12-01" {
				t.Errorf("from the form: computed %s, agreed %s, %v", next(ruled), next(agreed), err)
			}
		})
	}
}

// A file of the version before keeps its dates, and each is decided on once.
func TestCardsOfAnOlderFileAreToldWhoSetTheirDates(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	db, err := sql.Open("sqlite", "file:"+path+"?_pragma=foreign_keys(1)")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	upTo(t, db, 10)
	card := func(id, grade, last, next string) {
		blank(t, db, "customer", map[string]string{"id": id, "name": "'周敏'", "filled_on": "'2026-11-02'", "grade": grade,
			"last_on": last, "next_on": next})
	}
	card("1", "'B'", "'2026-11-18'", "'2026-11-25'")
	card("2", "'B'", "'2026-11-18'", "'2026-12-24'")
	card("3", "'B'", "''", "'2026-11-02'")
	card("4", "'E'", "'2026-11-18'", "''")
	card("5", "'B'", "'2026-11-18'", "''")
	card("6", "'A'", "'2027-02-04'", "'2027-02-09'") // as the law alone had it
	card("7", "'A'", "'2027-05-20'", "'2027-05-21'")
	blank(t, db, "journal", map[string]string{"customer_id": "7", "seq": "1", "at": "'2026-11-20'", "outcome": "'reached'",
		"kind": "'follow_up'", "situation": "'电话'"})
	blank(t, db, "journal", map[string]string{"customer_id": "7", "seq": "2", "at": "'2027-05-20 10:00'", "outcome": "'reached'",
		"kind": "'follow_up'", "situation": "'电话'"})
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for id, want := range map[int64]struct {
		next  model.Date
		basis model.Basis
	}{1: {"2026-11-25", model.Computed}, 2: {"2026-12-24", model.Agreed}, 3: {"2026-11-02", model.Computed},
		4: {"", model.Computed}, 5: {"", ""},
		6: {"2027-02-14", model.Computed}, 7: {"2026-11-23", model.Computed}} {
		if c, err := s.Customer(ctx, id); err != nil || c.NextOn != want.next || c.NextBasis != want.basis {
			t.Errorf("#%d: next %q %q, %v; want %q %q", id, c.NextOn, c.NextBasis, err, want.next, want.basis)
		}
	}
}

// upTo gives an empty database the first migrations, and settings.
func upTo(t *testing.T, db *sql.DB, version int) {
	t.Helper()
	db.SetMaxOpenConns(1)
	files, err := migrations.ReadDir("migrations")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files[:version] {
		script, err := migrations.ReadFile("migrations/" + f.Name())
		if err != nil {
			t.Fatal(err)
		}
		runSQL(t, db, string(script))
	}
	runSQL(t, db, fmt.Sprintf("PRAGMA user_version = %d", version))
	set := model.DefaultSettings()
	given := map[string]string{"id": "1"}
	for _, f := range model.SettingsFields {
		given[f.Code] = fmt.Sprintf("%#v", plain(f.Ptr(&set)))
		if text, ok := plain(f.Ptr(&set)).(string); ok {
			given[f.Code] = "'" + text + "'"
		}
	}
	blank(t, db, "settings", given)
}

// An entry dated after today takes nobody off the queue before its day; then it
// counts, without an act that undo would take back.
func TestAnEntryDatedAheadCountsFromItsDayOn(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	on := func(day model.Date) *Store {
		s, err := Open(ctx, path, AsOf(day))
		if err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { s.Close() })
		return s
	}
	s := on("2027-05-20")
	c, err := s.AddCustomer(ctx, model.Customer{Name: "刘女士", Grade: model.GradeA, FilledOn: "2026-11-02"})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2027-05-20", Situation: "日期写错"}, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	_, c, err = on("2026-11-23").Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-23", Situation: "电话"}, model.Plan{})
	if err != nil || c.LastOn != "2026-11-23" || c.NextOn != "2026-11-24" || c.AheadOn != "2027-05-20" {
		t.Fatalf("last %s next %s ahead %s, %v", c.LastOn, c.NextOn, c.AheadOn, err)
	}
	if c, err = on("2026-11-24").Customer(ctx, c.ID); err != nil || c.NextOn != "2026-11-24" {
		t.Errorf("the day after: next %s, %v", c.NextOn, err)
	}
	then := on("2027-05-20")
	if c, err = then.Customer(ctx, c.ID); err != nil || c.LastOn != "2027-05-20" || c.NextOn != "2027-05-21" || c.AheadOn != "" {
		t.Errorf("on its day: last %s next %s ahead %s, %v", c.LastOn, c.NextOn, c.AheadOn, err)
	}
	if undo, _, err := then.Last(ctx); err != nil || undo.Act != model.ActLog {
		t.Errorf("undo offers %q, %v", undo.Act, err)
	}
}
