package model_test

import (
	"fmt"
	"maps"
	"testing"

	"genjin/model"

	"pgregory.net/rapid"
)

func alertsOf(f model.Facts) []string {
	var out []string
	for _, r := range model.Queue(f) {
		if r.Kind == model.RowAlert {
			out = append(out, fmt.Sprintf("%s %s %s +%d", r.About, r.Customer, r.DueOn, r.DaysLate))
		}
	}
	return out
}

func TestSilenceBeginsAfterTwiceTheCadence(t *testing.T) {
	for _, tt := range []struct {
		grade model.Grade
		want  model.Date
	}{
		{model.GradeA, "2026-10-04"}, {model.GradeB, "2026-10-16"}, {model.Ungraded, "2026-10-16"},
		{model.GradeC, "2026-11-01"}, {model.GradeD, "2026-12-01"}, {model.GradeE, ""},
	} {
		c := model.Customer{Grade: tt.grade, LastOn: "2026-10-01"}
		if got := c.Silence(model.DefaultSettings()); got != tt.want {
			t.Errorf("grade %q: %q, want %q", tt.grade, got, tt.want)
		}
	}
	if got := (&model.Customer{Grade: model.GradeA}).Silence(model.DefaultSettings()); got != "" {
		t.Errorf("never reached: %q", got)
	}
	s := model.DefaultSettings()
	s.CadenceB = 10
	if got := (&model.Customer{Grade: model.GradeB, LastOn: "2026-10-01"}).Silence(s); got != "2026-10-22" {
		t.Errorf("every 10 days: %q", got)
	}
}

func TestSilenceIsARowOnlyWhileNoContactIsDue(t *testing.T) {
	const row = "silence c1 2026-10-16 +4"
	for _, tt := range []struct {
		name   string
		change func(*model.Customer)
		want   []string
	}{
		{"a date far away", func(c *model.Customer) { c.NextOn = "2027-01-04" }, []string{row}},
		{"nothing planned", func(c *model.Customer) { c.NextOn = "" }, []string{row}},
		{"due tomorrow", func(c *model.Customer) { c.NextOn = "2026-10-21" }, []string{row}},
		{"due today", func(c *model.Customer) { c.NextOn = "2026-10-20" }, nil},
		{"to be tried again today", func(c *model.Customer) { c.NextOn, c.Attempts, c.RetryOn = "2027-01-04", 1, "2026-10-20" }, nil},
		{"due, and to be tried again tomorrow", func(c *model.Customer) { c.NextOn, c.Attempts, c.RetryOn = "2026-10-08", 1, "2026-10-21" }, nil},
		{"not for so long", func(c *model.Customer) { c.LastOn, c.NextOn = "2026-10-06", "2027-01-04" }, nil},
		{"archived", func(c *model.Customer) { c.NextOn, c.Archived = "2027-01-04", true }, nil},
		{"dead", func(c *model.Customer) { c.NextOn, c.Grade = "2027-01-04", model.GradeE }, nil},
	} {
		f := factsOf("2026-10-20", card(1, func(c *model.Customer) {
			c.Grade, c.LastOn = model.GradeB, "2026-10-01"
			tt.change(c)
		}))
		expect(t, tt.name, alertsOf(f), tt.want...)
	}
}

func TestSilenceStaysTickedUntilTheNextContact(t *testing.T) {
	f := factsOf("2026-10-20", card(1, func(c *model.Customer) { c.Grade, c.LastOn, c.NextOn = model.GradeB, "2026-10-01", "2027-01-04" }))
	f.Handled = []model.Handled{{Kind: model.RowAlert, Record: 1, About: model.AboutSilence, CustomerID: 1,
		DueOn: "2026-10-16", On: "2026-10-20"}}
	for _, day := range []model.Date{"2026-10-20", "2026-12-31"} {
		f.Today = day
		expect(t, string(day), alertsOf(f))
	}
	f.Customers[0].LastOn = "2026-11-02"
	expect(t, "silent again", alertsOf(f), "silence c1 2026-11-17 +44")
	// A tick of another alert of the same customer and day hides nothing.
	f.Handled[0].About, f.Handled[0].DueOn = model.AboutThin, "2026-11-17"
	expect(t, "another alert's tick", alertsOf(f), "silence c1 2026-11-17 +44")
}

// A snoozed silence is not promised for a day on which the follow-up has taken
// its place.
func TestSilenceAheadGivesWayToTheFollowUp(t *testing.T) {
	f := factsOf("2026-10-14", card(1, func(c *model.Customer) { c.Grade, c.LastOn, c.NextOn = model.GradeB, "2026-10-01", "2026-10-20" }))
	of := func(days int) (out []string) {
		for _, r := range model.Ahead(f, days) {
			out = append(out, fmt.Sprintf("%s %s %s", r.On, r.Kind, r.About))
		}
		return out
	}
	expect(t, "to come", of(7), "2026-10-16 alert silence", "2026-10-20 follow_up ")
	f.Handled = []model.Handled{{Kind: model.RowAlert, Record: 1, About: model.AboutSilence, CustomerID: 1,
		DueOn: "2026-10-16", On: "2026-10-14", Until: "2026-10-21"}}
	expect(t, "put off", of(7), "2026-10-20 follow_up ")
}

func TestACardIsThinOnlyForGradesAAndB(t *testing.T) {
	for grade, want := range map[model.Grade][]string{
		model.GradeA: {"thin c1 2026-10-18 +2"}, model.GradeB: {"thin c1 2026-10-18 +2"}, model.GradeC: nil, model.Ungraded: nil,
		model.GradeE: nil,
	} {
		f := factsOf("2026-10-20", card(1, func(c *model.Customer) { c.Grade = grade }))
		f.Thin = map[int64]model.Date{1: "2026-10-18"}
		expect(t, "grade "+string(grade), alertsOf(f), want...)
	}
	f := factsOf("2026-10-20", card(1, func(c *model.Customer) { c.Grade = model.GradeA }))
	expect(t, "not asked about yet", alertsOf(f))
	f.Thin = map[int64]model.Date{1: "2026-10-21"}
	expect(t, "asked about tomorrow", alertsOf(f))
	r := model.Ahead(f, 3)
	if len(r) != 1 || r[0].On != "2026-10-21" {
		t.Errorf("ahead: %+v", r)
	}
}

// Ahead promises what the days to come bring, with alerts and days that come
// back, and rows of them that are put off.
func TestAheadKeepsItsPromiseForAlertsAndDates(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		const today model.Date = "2026-09-22"
		day := func(name string, lo, hi int) model.Date { return today.AddDays(rapid.IntRange(lo, hi).Draw(t, name)) }
		f := factsOf(today, card(1, func(c *model.Customer) {
			c.Grade = rapid.SampledFrom([]model.Grade{"A", "B"}).Draw(t, "grade")
			c.LastOn = day("last", -20, -1)
			if rapid.Bool().Draw(t, "planned") {
				c.NextOn = day("next", -3, 20)
			}
			c.Birthday = model.Birthday("-" + string(day("birthday", -10, 20))[4:])
		}))
		f.Settings.DateLead = int64(rapid.IntRange(0, 4).Draw(t, "lead"))
		f.Greetable = model.Greetable{A: 1}
		f.Thin = map[int64]model.Date{1: day("thin", -3, 3)}
		f.Occasions = []model.Occasion{{CustomerID: 1, Label: "开业", Day: model.Birthday("-" + string(day("occasion", -10, 20))[4:])}}
		for _, r := range model.Ahead(f, 14) {
			if rapid.Bool().Draw(t, "put off") {
				f.Handled = append(f.Handled, model.Handled{Kind: r.Kind, About: r.About, Record: r.Record, DueOn: r.DueOn,
					On: today, Until: day("until", 1, 20)})
			}
		}
		type id struct {
			kind  model.RowKind
			about string
			due   model.Date
		}
		want := map[id]model.Date{}
		const days = 10
		for i := range days + 1 {
			later := f
			later.Today = today.AddDays(i)
			for _, r := range model.Queue(later) {
				if k := (id{r.Kind, r.About, r.DueOn}); want[k] == "" {
					want[k] = later.Today
				}
			}
		}
		for k, on := range want {
			if on == today {
				delete(want, k)
			}
		}
		got := map[id]model.Date{}
		for _, r := range model.Ahead(f, days) {
			got[id{r.Kind, r.About, r.DueOn}] = r.On
		}
		if !maps.Equal(got, want) {
			t.Fatalf("ahead promises %v; it comes %v", got, want)
		}
	})
}
