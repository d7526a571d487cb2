package store

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"genjin/model"
)

// contacted makes an entry and returns it with the card that it left.
func contacted(t *testing.T, s *Store, e model.Entry, p model.Plan) (model.Entry, model.Customer) {
	t.Helper()
	if e.Situation == "" {
		e.Situation = "来电"
	}
	e, c, err := s.Log(context.Background(), e, p)
	if err != nil {
		t.Fatal(err)
	}
	return e, c
}

func dates(c model.Customer) string {
	return fmt.Sprintf("next %s last %s retry %s attempts %d", c.NextOn, c.LastOn, c.RetryOn, c.Attempts)
}

func TestEntriesAreNumberedPerCustomerAndListedNewestFirst(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a, b := add(t, s, model.Customer{Name: "董先生"}), add(t, s, model.Customer{Name: "刘女士"})
	for i, e := range []model.Entry{
		{CustomerID: a.ID, At: "2026-11-20"}, {CustomerID: b.ID, At: "2026-11-21"}, {CustomerID: a.ID, At: "2026-11-24 09:00"},
		{CustomerID: a.ID, At: "2026-11-01"},
	} {
		e, _ = contacted(t, s, e, model.Plan{})
		if want := []int64{1, 1, 2, 3}[i]; e.Seq != want {
			t.Errorf("entry %d has the number %d, want %d", i, e.Seq, want)
		}
		if e.Kind != model.FollowUp || e.Outcome != model.Reached || e.ID == 0 {
			t.Errorf("kept as %+v", e)
		}
	}
	entries, err := s.Entries(ctx, a.ID, 0)
	if err != nil || len(entries) != 3 || entries[0].Seq != 2 || entries[1].Seq != 1 || entries[2].Seq != 3 {
		t.Errorf("%+v, %v", entries, err)
	}
	if two, _ := s.Entries(ctx, a.ID, 2); len(two) != 2 {
		t.Errorf("%d of at most two", len(two))
	}
	whose, err := s.Journal(ctx, 10)
	if err != nil || len(whose) != 4 || whose[0].Customer.Name != "董先生" || whose[1].Customer.Name != "刘女士" {
		t.Errorf("of all: %+v, %v", whose, err)
	}
}

func TestAnEntryThatIsRefusedLeavesNothing(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "董先生", Need: model.NeedClear, ExpectedOn: "2026-12-01", Grade: model.GradeA})
	before := tableNames(t, s)
	for what, e := range map[string]model.Entry{
		"ahead of today":         {CustomerID: c.ID, At: "2026-11-25", Situation: "x"},
		"without a situation":    {CustomerID: c.ID, At: "2026-11-24"},
		"a grade without reason": {CustomerID: c.ID, At: "2026-11-24", Situation: "x", SetGrade: model.GradeD},
		"of nobody":              {CustomerID: 99, At: "2026-11-24", Situation: "x"},
	} {
		if _, _, err := s.Log(ctx, e, model.Plan{}); err == nil {
			t.Errorf("%s: taken", what)
		}
		sameTables(t, what, tableNames(t, s), before)
	}
	if undo, _, _ := s.Last(ctx); undo.Act != model.ActAdd {
		t.Errorf("in the log: %+v", undo)
	}
}

func TestAttemptsAddUpAndLeaveTheNextDate(t *testing.T) {
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "刘女士", Grade: model.GradeB, FilledOn: "2026-11-02"})
	contacted(t, s, model.Entry{CustomerID: c.ID, At: "2026-11-10"}, model.Plan{})
	for _, tt := range []struct {
		e    model.Entry
		p    model.Plan
		want string
	}{
		{model.Entry{At: "2026-11-20", Outcome: model.NotReached}, model.Plan{}, "next 2026-11-17 last 2026-11-10 retry 2026-11-23 attempts 1"},
		{model.Entry{At: "2026-11-23 17:00", Outcome: model.NotReached}, model.Plan{NextOn: "2026-11-26"},
			"next 2026-11-17 last 2026-11-10 retry 2026-11-26 attempts 2"},
		{model.Entry{At: "2026-11-05"}, model.Plan{}, "next 2026-11-17 last 2026-11-10 retry 2026-11-26 attempts 2"},
		{model.Entry{At: "2026-11-08", Outcome: model.NotReached}, model.Plan{}, "next 2026-11-17 last 2026-11-10 retry 2026-11-26 attempts 2"},
		{model.Entry{At: "2026-11-24", Outcome: model.Reached}, model.Plan{}, "next 2026-12-01 last 2026-11-24 retry  attempts 0"},
		{model.Entry{At: "2026-11-24", Outcome: model.NotReached}, model.Plan{}, "next 2026-12-01 last 2026-11-24 retry 2026-11-25 attempts 1"},
	} {
		tt.e.CustomerID = c.ID
		if _, got := contacted(t, s, tt.e, tt.p); dates(got) != tt.want {
			t.Errorf("%s %s: %s, want %s", tt.e.At, tt.e.Outcome, dates(got), tt.want)
		}
	}
}

func TestTheCardFollowsAnEntryThatIsEditedOrRemoved(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "刘女士", Grade: model.GradeB, FilledOn: "2026-11-02"})
	contacted(t, s, model.Entry{CustomerID: c.ID, At: "2026-11-10"}, model.Plan{})
	e, _ := contacted(t, s, model.Entry{CustomerID: c.ID, At: "2026-11-20"}, model.Plan{})
	check := func(what, want string) {
		t.Helper()
		if got, err := s.Customer(ctx, c.ID); err != nil || dates(got) != want {
			t.Errorf("%s: %s, want %s (%v)", what, dates(got), want, err)
		}
	}
	check("logged", "next 2026-11-27 last 2026-11-20 retry  attempts 0")
	e.At = "2026-11-18"
	var err error
	if e, err = s.SaveEntry(ctx, e); err != nil {
		t.Fatal(err)
	}
	check("its day corrected", "next 2026-11-25 last 2026-11-18 retry  attempts 0")
	e.Outcome = model.NotReached
	if e, err = s.SaveEntry(ctx, e); err != nil {
		t.Fatal(err)
	}
	check("no contact after all", "next 2026-11-17 last 2026-11-10 retry 2026-11-19 attempts 1")
	if err := s.RemoveEntry(ctx, e.ID); err != nil {
		t.Fatal(err)
	}
	check("removed", "next 2026-11-17 last 2026-11-10 retry  attempts 0")
	if _, err := s.SaveEntry(ctx, e); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("an entry that is gone: %v", err)
	}
	if err := s.RemoveEntry(ctx, e.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("removed twice: %v", err)
	}
}

func TestACaseIsClosedWithItsSolution(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "刘女士"})
	e, _ := contacted(t, s, model.Entry{CustomerID: c.ID, At: "2026-11-20", Kind: model.Complaint, Solution: "先看现场"}, model.Plan{})
	if e.Status != model.CaseOpen {
		t.Errorf("logged as %q", e.Status)
	}
	if err := s.CloseCase(ctx, e.ID, "", "third"); err != nil {
		t.Fatal(err)
	}
	if got, _ := s.Entry(ctx, e.ID); got.Status != model.CaseClosed || got.ClosedOn != "2026-11-24" || got.Solution != "先看现场" ||
		got.Fault != "third" {
		t.Errorf("closed: %+v", got)
	}
	plain, _ := contacted(t, s, model.Entry{CustomerID: c.ID, At: "2026-11-20"}, model.Plan{})
	if err := s.CloseCase(ctx, plain.ID, "", ""); err == nil {
		t.Error("a follow-up is closed as a case")
	}
}

func TestAnEntryKeepsWhatWasSetWithIt(t *testing.T) {
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "刘女士", Need: model.NeedUnknown})
	e, card := contacted(t, s, model.Entry{CustomerID: c.ID, At: "2026-11-24", SetGrade: model.GradeB, SetClass: model.ClassInterested,
		SetStage: model.Negotiating}, model.Plan{NextOn: "2026-11-30", NextAction: "送样板", NextMethod: model.Visit})
	if e.SetNext != "2026-11-30" {
		t.Errorf("the entry: %+v", e)
	}
	if card.Grade != model.GradeB || card.Class != model.ClassInterested || card.Stage != model.Negotiating || card.NextOn != "2026-11-30" ||
		card.NextAction != "送样板" || card.NextMethod != model.Visit {
		t.Errorf("the card: %+v", card)
	}
}
