package store

import (
	"context"
	"database/sql"
	"errors"
	"path/filepath"
	"testing"

	"genjin/model"
)

func TestSettingsChangeOneByOneAndAreTakenBack(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	first, err := s.Settings(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if want := model.DefaultSettings(); !equalSettings(first, want) {
		t.Fatalf("a new file has %+v", first)
	}
	if _, err := s.ChangeSettings(ctx, map[string]string{"cadence_b": "10", "sources": "抖音\n老乡会"}); err != nil {
		t.Fatal(err)
	}
	set, err := s.ChangeSettings(ctx, map[string]string{"privacy_mask": "1"})
	if err != nil || set.CadenceB != 10 || !set.PrivacyMask || set.Sources != "抖音\n老乡会" {
		t.Fatalf("after two changes %+v, %v", set, err)
	}
	if again, err := s.Settings(ctx); err != nil || again != set {
		t.Fatalf("read back %+v, %v", again, err)
	}
	changes, err := s.Changes(ctx, 0, 10)
	if err != nil || len(changes) != 3 {
		t.Fatalf("the log has %+v, %v", changes, err)
	}
	if c := changes[0]; c.Act != model.ActSettings || c.Record != "settings" || c.Field != "privacy_mask" || c.After != "1" {
		t.Errorf("the log says %+v", c)
	}
	for range 2 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if back, err := s.Settings(ctx); err != nil || back != first {
		t.Errorf("after undo %+v, %v", back, err)
	}
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	if back, _ := s.Settings(ctx); back.CadenceB != 10 || back.PrivacyMask {
		t.Errorf("after redo %+v", back)
	}
}

func equalSettings(a, b model.Settings) bool {
	a.Meta, b.Meta = model.Meta{}, model.Meta{}
	return a == b
}

func TestASettingThatIsAsItWasIsNoChange(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	if _, err := s.ChangeSettings(ctx, map[string]string{"cadence_b": "7"}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Undo(ctx); !errors.Is(err, model.ErrNothingToUndo) {
		t.Errorf("undo finds %v", err)
	}
}

func TestBadSettingsAreNotKept(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	for _, values := range []map[string]string{{"cadence_b": ""}, {"theme": "pink"}, {"rest_days": "someday"}, {"unheard": "of"}} {
		var fe *model.FieldError
		if _, err := s.ChangeSettings(ctx, values); !errors.As(err, &fe) {
			t.Errorf("%v: %v", values, err)
		}
	}
	if set, err := s.Settings(ctx); err != nil || !equalSettings(set, model.DefaultSettings()) {
		t.Errorf("kept %+v, %v", set, err)
	}
}

// A file of the version before has its settings, and the new ones by default.
func TestSettingsOfAnOlderFileStay(t *testing.T) {
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "genjin.db")
	db, err := sql.Open("sqlite", "file:"+path)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"migrations/0001_customers_and_journal.sql", "migrations/0002_attached.sql"} {
		script, err := migrations.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.ExecContext(ctx, string(script)); err != nil {
			t.Fatal(err)
		}
	}
	_, err = db.ExecContext(ctx, `INSERT INTO settings VALUES (1, '2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 'en', 'dark', 'ascii',
		'恒基', '陈萌', '二组', 'USD', 2, 8, 16, 31, 9, 0, 'mon', 0, '2026-12-31', '', 5); PRAGMA user_version = 2`)
	if err := errors.Join(err, db.Close()); err != nil {
		t.Fatal(err)
	}
	s, err := Open(ctx, path, AsOf("2026-11-24"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	set, err := s.Settings(ctx)
	want := model.DefaultSettings() // of what the file did not know yet
	want.Language, want.Theme, want.Borders, want.CompanyName = "en", "dark", "ascii", "恒基"
	want.Salesperson, want.Team, want.Currency = "陈萌", "二组", "USD"
	want.CadenceA, want.CadenceB, want.CadenceC, want.CadenceD, want.CadenceUngraded = 2, 8, 16, 31, 9
	want.WorkdaysOnly, want.RestDays, want.Statutory, want.Holidays, want.DateLead = false, "mon", false, "2026-12-31", 5
	if err != nil || !equalSettings(set, want) {
		t.Errorf("got %+v, %v", set, err)
	}
}

func TestCustomersAreKnownByAnyOfTheirPhones(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	liu, err := s.AddCustomer(ctx, model.Customer{Name: "刘女士", Phones: "138 0013 8000\n0354-2028888"})
	if err != nil {
		t.Fatal(err)
	}
	wang, err := s.AddCustomer(ctx, model.Customer{Name: "王经理", Phones: "0354 2028888"})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Archive(ctx, []int64{wang.ID}, true); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		phones model.List
		want   []int64
	}{
		{"+8613800138000", []int64{liu.ID}}, {"03542028888", []int64{liu.ID, wang.ID}}, {"13900139000", nil}, {"", nil},
		{"13900139000\n138-0013-8000\n0354-2028888", []int64{liu.ID, wang.ID}},
	} {
		found, err := s.CustomersByPhone(ctx, c.phones)
		if err != nil || len(found) != len(c.want) {
			t.Errorf("%q: %v, %v", c.phones, found, err)
			continue
		}
		for i, id := range c.want {
			if found[i].ID != id {
				t.Errorf("%q: %v, want %v", c.phones, found, c.want)
			}
		}
	}
}
