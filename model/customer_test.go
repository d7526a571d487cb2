package model

import (
	"errors"
	"strings"
	"testing"
)

func TestANewCardIsCompletedFromTheSettingsAndTheDay(t *testing.T) {
	s := DefaultSettings()
	s.Salesperson, s.Team = "王芳", "二组"
	c := Customer{Name: "欧阳静", Grade: GradeC}
	c.Complete(s, "2026-11-20")
	want := Customer{
		Name: "欧阳静", Grade: GradeC, Kind: Person, Owner: "王芳", Team: "二组", Currency: "CNY",
		FilledOn: "2026-11-20", Need: NeedUnknown, Stage: Prospect, Class: ClassNew, NextOn: "2026-11-20", NextBasis: Computed,
	}
	if c != want {
		t.Errorf("%+v\nwant %+v", c, want)
	}
}

func TestCompletingKeepsWhatTheCardSays(t *testing.T) {
	s := DefaultSettings()
	s.Salesperson = "王芳"
	given := Customer{
		Name: "Blue Harbour", Kind: Company, Owner: "李明", Team: "一组", Currency: "USD", FilledOn: "2026-11-02", Need: NeedClear,
		Stage: Negotiating, Class: ClassReady, Grade: GradeD, ExpectedOn: "2027-12-01", NextOn: "2027-01-15",
	}
	c := given
	c.Complete(s, "2026-11-20")
	given.NextBasis = Agreed
	given.RegradeOn = "2027-06-01" // six months before the date it is C
	if c != given {
		t.Errorf("%+v\nwant %+v", c, given)
	}
}

func TestANewCardIsDueByItsLastContactAndGradeENever(t *testing.T) {
	c := Customer{Name: "董先生", FilledOn: "2026-11-20", LastOn: "2026-11-20"}
	c.Complete(DefaultSettings(), "2026-11-23")
	if c.NextOn != "2026-11-27" {
		t.Errorf("next %s", c.NextOn)
	}
	e := Customer{Name: "曾国富", Grade: GradeE}
	e.Complete(DefaultSettings(), "2026-11-23")
	if e.NextOn != "" {
		t.Errorf("grade E is due on %s", e.NextOn)
	}
}

func TestACardThatCannotBeKeptIsRefusedAtItsField(t *testing.T) {
	ok := Customer{Name: "刘女士", FilledOn: "2026-11-20"}
	ok.ID = 7
	if err := ok.Check(); err != nil {
		t.Fatalf("a plain card: %v", err)
	}
	for _, tt := range []struct {
		field, code string
		change      func(*Customer)
	}{
		{"name", RefusedRequired, func(c *Customer) { c.Name = "" }},
		{"name", RefusedTooLong, func(c *Customer) { c.Name = strings.Repeat("名", 201) }},
		{"kind", RefusedOption, func(c *Customer) { c.Kind = "club" }},
		{"gender", RefusedOption, func(c *Customer) { c.Gender = "x" }},
		{"grade", RefusedOption, func(c *Customer) { c.Grade = "F" }},
		{"need", RefusedOption, func(c *Customer) { c.Need = "maybe" }},
		{"birthday", RefusedFuture, func(c *Customer) { c.Birthday = "2027-01-01" }},
		{"birthday", RefusedDateMissing, func(c *Customer) { c.Birthday = "--02-30" }},
		{"party_size", RefusedNumberRange, func(c *Customer) { c.PartySize = 100 }},
		{"potential_score", RefusedNumberRange, func(c *Customer) { c.PotentialScore = 6 }},
		{"expected_on", RefusedDateMissing, func(c *Customer) { c.ExpectedOn = "2026-02-30" }},
		{"next_on", RefusedDateFormat, func(c *Customer) { c.NextOn = "soon" }},
		{"expected_amount", RefusedAmountRange, func(c *Customer) { c.ExpectedAmount = -1 }},
		{"credit_limit", RefusedAmountRange, func(c *Customer) { c.CreditLimit = MaxAmount + 1 }},
		{"currency", RefusedTooLong, func(c *Customer) { c.Currency = "YUAN" }},
		{"referrer", RefusedReference, func(c *Customer) { c.Referrer = 7 }},
	} {
		c := ok
		tt.change(&c)
		var refused *FieldError
		if err := c.Check(); !errors.As(err, &refused) || refused.Field != tt.field || refused.Code != tt.code {
			t.Errorf("%s: %v, want %s", tt.field, err, tt.code)
		}
	}
	own := ok
	own.Source, own.LostReason, own.Name = "直播", "搬家", strings.Repeat("名", 200)
	if err := own.Check(); err != nil {
		t.Errorf("a source and a reason of the person's own: %v", err)
	}
}

func TestAnEntryIsCompletedByItsKind(t *testing.T) {
	for _, tt := range []struct {
		name        string
		given, want Entry
	}{
		{"a plain contact", Entry{At: "2026-11-20"}, Entry{At: "2026-11-20", Kind: FollowUp, Outcome: Reached}},
		{"a failed attempt", Entry{Outcome: NotReached}, Entry{Kind: FollowUp, Outcome: NotReached}},
		{"a case opens", Entry{Kind: Complaint}, Entry{Kind: Complaint, Outcome: Reached, Status: CaseOpen}},
		{"an open case has no closing day", Entry{Kind: Complaint, Status: CaseOpen, ClosedOn: "2026-11-20", Fault: "us"},
			Entry{Kind: Complaint, Outcome: Reached, Status: CaseOpen, Fault: "us"}},
		{"a closed one has its day", Entry{At: "2026-11-20 09:00", Kind: Inquiry, Status: CaseClosed},
			Entry{At: "2026-11-20 09:00", Kind: Inquiry, Outcome: Reached, Status: CaseClosed, ClosedOn: "2026-11-20"}},
		{"or the one given", Entry{At: "2026-11-20", Kind: Inquiry, Status: CaseClosed, ClosedOn: "2026-11-22"},
			Entry{At: "2026-11-20", Kind: Inquiry, Outcome: Reached, Status: CaseClosed, ClosedOn: "2026-11-22"}},
		{"a follow-up is no case", Entry{Kind: FollowUp, Status: CaseOpen, ClosedOn: "2026-11-20", Fault: "us"},
			Entry{Kind: FollowUp, Outcome: Reached}},
	} {
		e := tt.given
		e.Complete()
		if e != tt.want {
			t.Errorf("%s: %+v, want %+v", tt.name, e, tt.want)
		}
	}
}

func TestAnEntryAheadOfTodayIsRefused(t *testing.T) {
	const today = "2026-11-23"
	ok := Entry{CustomerID: 1, Seq: 1, At: "2026-11-23 23:59", Outcome: Reached, Kind: Complaint, Situation: "来电",
		Status: CaseClosed, ClosedOn: today}
	if err := ok.Check(today); err != nil {
		t.Fatalf("today: %v", err)
	}
	for _, tt := range []struct {
		field, code string
		change      func(*Entry)
	}{
		{"at", RefusedFuture, func(e *Entry) { e.At = "2026-11-24" }},
		{"at", RefusedRequired, func(e *Entry) { e.At = "" }},
		{"at", RefusedDateMissing, func(e *Entry) { e.At = "2026-11-31 10:00" }},
		{"closed_on", RefusedFuture, func(e *Entry) { e.ClosedOn = "2026-11-24" }},
		{"situation", RefusedRequired, func(e *Entry) { e.Situation = "" }},
		{"customer_id", RefusedRequired, func(e *Entry) { e.CustomerID = 0 }},
		{"kind", RefusedOption, func(e *Entry) { e.Kind = "chat" }},
		{"outcome", RefusedOption, func(e *Entry) { e.Outcome = "maybe" }},
	} {
		e := ok
		tt.change(&e)
		var refused *FieldError
		if err := e.Check(today); !errors.As(err, &refused) || refused.Field != tt.field || refused.Code != tt.code {
			t.Errorf("%s: %v, want %s", tt.field, err, tt.code)
		}
	}
}
