package model

import (
	"reflect"
	"testing"
)

func TestAPeriodIsASpanOfTheCalendar(t *testing.T) {
	for _, tc := range []struct {
		p            Period
		on           Date
		span, before Span
		name         string
	}{
		{PeriodDay, "2026-11-01", Span{"2026-11-01", "2026-11-01"}, Span{"2026-10-31", "2026-10-31"}, "2026-11-01"},
		{PeriodWeek, "2026-11-01", Span{"2026-10-26", "2026-11-01"}, Span{"2026-10-19", "2026-10-25"}, "2026-10-26/2026-11-01"},
		{PeriodHalfMonth, "2026-02-15", Span{"2026-02-01", "2026-02-15"}, Span{"2026-01-16", "2026-01-31"}, "2026-02-01/2026-02-15"},
		{PeriodHalfMonth, "2026-02-16", Span{"2026-02-16", "2026-02-28"}, Span{"2026-02-01", "2026-02-15"}, "2026-02-16/2026-02-28"},
		{PeriodMonth, "2028-03-31", Span{"2028-03-01", "2028-03-31"}, Span{"2028-02-01", "2028-02-29"}, "2028-03"},
		{PeriodQuarter, "2026-01-01", Span{"2026-01-01", "2026-03-31"}, Span{"2025-10-01", "2025-12-31"}, "2026-Q1"},
		{PeriodYear, "2026-12-31", Span{"2026-01-01", "2026-12-31"}, Span{"2025-01-01", "2025-12-31"}, "2026"},
	} {
		span := tc.p.Of(tc.on)
		if span != tc.span || tc.p.Before(span) != tc.before || tc.p.After(tc.before) != span || tc.p.Name(span) != tc.name {
			t.Errorf("%s of %s: %v, before %v, after that %v, %s", tc.p, tc.on, span, tc.p.Before(span), tc.p.After(tc.before), tc.p.Name(span))
		}
		if got := PeriodBetween(span); got != tc.p {
			t.Errorf("%v is a %s, want %s", span, got, tc.p)
		}
	}
	two := Span{"2026-11-03", "2026-11-07"}
	if PeriodBetween(two) != PeriodDays || PeriodDays.Before(two) != (Span{"2026-10-29", "2026-11-02"}) {
		t.Errorf("any two dates: %s, before %v", PeriodBetween(two), PeriodDays.Before(two))
	}
}

func TestAMonthAndAQuarterAreReadAsPeopleNameThem(t *testing.T) {
	const today = "2026-11-30"
	for text, want := range map[string]string{
		"2026-11": "2026-11", "2026年3月": "2026-03", "11月": "2026-11", "3月": "2027-03", "上月": "2026-10", "下个月": "2026-12", "last month": "2026-10",
		"2026Q4": "2026-Q4", "2026-q1": "2026-Q1", "2025年第四季度": "2025-Q4", "四季度": "2026-Q4", "上季度": "2026-Q3", "１２月": "2026-12",
		"2025": "2025", "2025年": "2025", "2026-11-23": "2026-11-23", "昨天": "2026-11-29", "2026-11-23 至 2026-11-29": "2026-11-23/2026-11-29",
		"2026-11-03/2026-11-07": "2026-11-03/2026-11-07", "2026-11-01/2026-11-30": "2026-11",
	} {
		p, span, err := ParsePeriod(text, today)
		if err != nil || p.Name(span) != want {
			t.Errorf("%q is %s (%v), want %s", text, p.Name(span), err, want)
		}
	}
	for _, text := range []string{"", "13月", "2026-00", "Q5", "五季度", "0000-01", "去年的月", "2026-11-31x", "2026-11-07/2026-11-03",
		"2026-11-31/2026-12-01"} {
		if p, span, err := ParsePeriod(text, today); err == nil {
			t.Errorf("%q was read as %s %v", text, p, span)
		}
	}
}

func TestAFunnelSaysWhereCustomersStandAndStick(t *testing.T) {
	order, others := []string{"prospect", "negotiating", "won"}, []string{"lost"}
	turn := func(on Date, value string) Turn { return Turn{on, value} }
	paths := []Path{
		NewPath(1, "2026-08-01", "prospect", "won", []Turn{turn("2026-09-20", "won"), turn("2026-08-11", "negotiating")}),
		NewPath(2, "2026-08-05", "prospect", "negotiating", []Turn{turn("2026-08-25", "negotiating")}),
		NewPath(3, "2026-09-01", "prospect", "lost", []Turn{turn("2026-09-10", "negotiating"), turn("2026-10-02", "lost")}),
		NewPath(4, "2026-10-05", "prospect", "prospect", nil),
		NewPath(5, "2026-11-20", "prospect", "prospect", nil), // after the span
		NewPath(6, "2026-07-01", "prospect", "prospect", nil),
	}
	got := Funnel(paths, order, others, Span{"2026-10-01", "2026-10-31"})
	want := []FunnelRow{
		{Value: "prospect", Now: []int64{4, 6}, Before: []int64{6}, Entered: []int64{4}, Ever: 5, Next: 3, Days: 10, Stuck: []int64{4, 6}},
		{Value: "negotiating", Now: []int64{2}, Before: []int64{2, 3}, Ever: 3, Next: 1, Days: 40},
		{Value: "won", Now: []int64{1}, Before: []int64{1}, Ever: 1, Days: -1},
		{Value: "lost", Now: []int64{3}, Entered: []int64{3}, Days: -1},
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got\n%+v, want\n%+v", got, want)
	}
	if n, ok := got[0].Conversion(); !ok || n != 600 {
		t.Errorf("of five prospects three went on: %d %v", n, ok)
	}
}

func TestAnExpectedDayMovedBackTwiceIsPushed(t *testing.T) {
	for _, tc := range []struct {
		from, to []Date
		want     bool
	}{
		{[]Date{"", "2026-10-01", "2026-11-01"}, []Date{"2026-10-01", "2026-11-01", "2026-12-01"}, true},
		{[]Date{"", "2026-10-01"}, []Date{"2026-10-01", "2026-11-01"}, false},
		{[]Date{"2026-10-01", "2026-11-01"}, []Date{"2026-11-01", "2026-10-15"}, false},
	} {
		if got := Pushed(tc.from, tc.to); got != tc.want {
			t.Errorf("%v to %v: %v", tc.from, tc.to, got)
		}
	}
}

func TestAForecastGoesByWhatWasWonOfTheirLike(t *testing.T) {
	var closed []Closed
	add := func(n int, won bool, factors ...string) {
		for range n {
			closed = append(closed, Closed{Won: won, Factors: factors})
		}
	}
	add(6, true, "A", "referral", "clear")
	add(2, false, "A", "web", "clear")
	add(3, true, "B", "web", "clear")
	add(8, false, "B", "web", "potential")
	if _, ok := NewOdds(closed); ok {
		t.Error("19 closed customers say something")
	}
	add(1, false, "B", "web", "potential")
	odds, ok := NewOdds(closed)
	if !ok || odds.All != 20 || odds.Won != 9 {
		t.Fatalf("%+v %v", odds, ok)
	}
	// grade A 6/8 = 750, source web 3/14 = 214, need clear 9/11 = 818
	if got := odds.Of([]string{"A", "web", "clear"}); got != (750+214+818)/3 {
		t.Errorf("A, web, clear: %d", got)
	}
	// a source that nobody had: 9/20 = 450
	if got := odds.Of([]string{"A", "exhibition", "clear"}); got != (750+450+818)/3 {
		t.Errorf("an unknown source: %d", got)
	}
	if got := Weighed(10_000_00, 594); got != 5_940_00 {
		t.Errorf("weighed %d", got)
	}
}

func TestWhatIsOwedOfWhatWasSold(t *testing.T) {
	month := Turnover{Opening: 100_000, Sales: 60_000, Closing: 90_000, NotDue: 50_000, Collected: 70_000, Due: 80_000}
	if days, ok := month.DSO(30); !ok || days != 45 {
		t.Errorf("90,000 of 60,000 in 30 days: %d %v", days, ok)
	}
	if cei, ok := month.CEI(); !ok || cei != 636 { // 70,000 of 110,000
		t.Errorf("CEI %d %v", cei, ok)
	}
	if rate, ok := month.Rate(); !ok || rate != 875 {
		t.Errorf("rate %d %v", rate, ok)
	}
	var nothing Turnover
	if _, ok := nothing.DSO(30); ok {
		t.Error("days of no sales")
	}
	if _, ok := nothing.CEI(); ok {
		t.Error("effectiveness of nothing")
	}
}

func TestATargetSaysWhatEachDayLeftMustBring(t *testing.T) {
	october := Span{"2026-10-01", "2026-10-31"}
	cal := DefaultCalendar() // off 1 to 7 October, worked 10 October
	p := PaceOf(500_000, 314_000, october, "2026-10-23", cal)
	share, _ := p.Share()
	gone, _ := p.Time()
	day, _ := p.PerDay()
	lands, _ := p.Lands()
	if p.Days != 18 || p.Gone != 12 || p.Left() != 6 || share != 628 || gone != 666 || day != 31_000 || lands != 942 {
		t.Errorf("%+v: share %d, time %d, a day %d, lands at %d", p, share, gone, day, lands)
	}
	first := PaceOf(500_000, 0, october, "2026-10-01", cal)
	if _, ok := first.Lands(); ok || first.Gone != 0 {
		t.Errorf("on the first day: %+v", first)
	}
	after := PaceOf(500_000, 600_000, october, "2026-11-05", cal)
	if _, ok := after.PerDay(); ok || after.Left() != 0 {
		t.Errorf("after the month: %+v", after)
	}
	if over, _ := PaceOf(10, 12, october, "2026-10-23", cal).PerDay(); over != 0 {
		t.Errorf("reached already, each day %d", over)
	}
}

func TestATargetHasTheGoalOfItsMetric(t *testing.T) {
	for _, tc := range []struct {
		target Target
		field  string
	}{
		{Target{Period: "2026-11", Metric: "signed", Amount: 50_000_00}, ""},
		{Target{Period: "2026-Q4", Metric: "visits", Goal: 20}, ""},
		{Target{Period: "2026-11", Metric: "signed", Goal: 20}, "amount"},
		{Target{Period: "2026-11", Metric: "signed", Goal: 20, Amount: 5}, "goal"},
		{Target{Period: "2026-11", Metric: "contacts"}, "goal"},
		{Target{Period: "2026-11", Goal: 3}, "metric"},
		{Target{Metric: "contacts", Goal: 3}, "period"},
		{Target{Period: "2026-13", Metric: "contacts", Goal: 3}, "period"},
		{Target{Period: "2026-11", Metric: "contacts", Goal: 3, Amount: 5}, "amount"},
	} {
		err := tc.target.Check()
		field := ""
		if fe, ok := err.(*FieldError); ok {
			field = fe.Field
		}
		if field != tc.field {
			t.Errorf("%+v: %v, want one at %q", tc.target, err, tc.field)
		}
	}
	for text, good := range map[string]bool{"2026-11": true, "2026-Q4": true, "11": false, "2026-13": false, "2026Q4": false, "2026": false,
		"2026-11-30": false, "2026-11-02/2026-11-08": false} {
		target := Target{Period: text, Metric: "visits", Goal: 1}
		if err := target.Check(); (err == nil) != good {
			t.Errorf("period %q: %v", text, err)
		}
	}
}
