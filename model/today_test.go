package model_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"

	"pgregory.net/rapid"
)

// samples are the customers of the paper form and of the list.
func samples() []model.Customer {
	cards := []model.Customer{
		{Name: "董先生", Class: model.ClassNew, FilledOn: "2026-11-20", LastOn: "2026-11-20"},
		{Name: "刘女士", Class: model.ClassReady, FilledOn: "2026-11-18", LastOn: "2026-11-18"},
		{Name: "佛山恒基板材有限公司", Class: model.ClassReady, Grade: model.GradeA, FilledOn: "2026-11-20", NextOn: "2026-11-24"},
		{Name: "单雄信", Class: model.ClassInterested, Grade: model.GradeB, FilledOn: "2026-11-20", NextOn: "2026-11-30"},
		{Name: "欧阳静", Class: model.ClassWarm, Grade: model.GradeC, FilledOn: "2026-11-20"},
		{Name: "Blue Harbour Trading Ltd.", Class: model.ClassCold, Grade: model.GradeD, FilledOn: "2026-11-20", NextOn: "2027-01-15"},
		{Name: "曾国富", Grade: model.GradeE, FilledOn: "2026-11-20"},
	}
	for i := range cards {
		cards[i].ID = int64(i + 1)
		cards[i].InferFromClass()
		cards[i].Complete(model.DefaultSettings(), "2026-11-20")
	}
	return cards
}

func factsOf(today model.Date, cards ...model.Customer) model.Facts {
	return model.Facts{Today: today, Settings: model.DefaultSettings(), Customers: cards}
}

// lines are rows in short: kind, customer, grade, due, days late, why.
func lines(rows []model.Row, today model.Date) []string {
	var out []string
	for _, r := range rows {
		grade := string(r.Grade)
		if grade == "" {
			grade = "-"
		}
		out = append(out, fmt.Sprintf("%s %s %s %s +%d %s", r.Kind, r.Customer, grade, r.DueOn, r.DaysLate,
			label.Reason(r.Reason, today, label.ZH)))
	}
	return out
}

func expect(t *testing.T, what string, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("%s:\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

func TestTheSamplesAreDueWhenTheirCardsSay(t *testing.T) {
	due := map[string]model.Date{
		"董先生": "2026-11-27", "刘女士": "2026-11-19", "佛山恒基板材有限公司": "2026-11-24", "单雄信": "2026-11-30",
		"欧阳静": "2026-11-20", "Blue Harbour Trading Ltd.": "2027-01-15", "曾国富": "",
	}
	grades := map[string]model.Grade{"董先生": "", "刘女士": "A"}
	for _, c := range samples() {
		if c.NextOn != due[c.Name] {
			t.Errorf("%s is due on %q, want %q", c.Name, c.NextOn, due[c.Name])
		}
		if g, ok := grades[c.Name]; ok && c.Grade != g {
			t.Errorf("%s has the grade %q, want %q", c.Name, c.Grade, g)
		}
	}
	if c := samples()[0]; c.Need != model.NeedUnknown {
		t.Errorf("董先生's need is %q", c.Need)
	}
	if c := samples()[1]; c.Need != model.NeedClear || c.ExpectedOn != "2026-12-18" || !c.Inferred.Has("grade") {
		t.Errorf("刘女士: need %q, expected %s, inferred %q", c.Need, c.ExpectedOn, c.Inferred)
	}
}

func TestTheQueueOfTheSamplesDayByDay(t *testing.T) {
	for _, tt := range []struct {
		today model.Date
		want  []string
	}{
		{"2026-11-19", []string{
			"follow_up 刘女士 A 2026-11-19 +0 A级每日,上次11-18",
		}},
		{"2026-11-23", []string{
			"follow_up 刘女士 A 2026-11-19 +4 A级每日,上次11-18",
			"follow_up 欧阳静 C 2026-11-20 +3 11-20建档,还没有联系",
			"grade_me 董先生 - 2026-11-20 +3 11-20已联系,还没有等级",
		}},
		{"2026-11-24", []string{
			"follow_up 刘女士 A 2026-11-19 +5 A级每日,上次11-18",
			"follow_up 佛山恒基板材有限公司 A 2026-11-24 +0 约定11-24",
			"follow_up 欧阳静 C 2026-11-20 +4 11-20建档,还没有联系",
			"grade_me 董先生 - 2026-11-20 +4 11-20已联系,还没有等级",
		}},
		{"2026-11-30", []string{
			"follow_up 刘女士 A 2026-11-19 +11 A级每日,上次11-18",
			"follow_up 佛山恒基板材有限公司 A 2026-11-24 +6 约定11-24",
			"follow_up 单雄信 B 2026-11-30 +0 约定11-30",
			"follow_up 董先生 - 2026-11-27 +3 未评级每7天,上次11-20",
			"follow_up 欧阳静 C 2026-11-20 +10 11-20建档,还没有联系",
			"grade_me 董先生 - 2026-11-20 +10 11-20已联系,还没有等级",
		}},
		{"2027-01-15", []string{
			"follow_up 刘女士 A 2026-11-19 +57 A级每日,上次2026-11-18",
			"follow_up 佛山恒基板材有限公司 A 2026-11-24 +52 约定2026-11-24",
			"follow_up 单雄信 B 2026-11-30 +46 约定2026-11-30",
			"follow_up 董先生 - 2026-11-27 +49 未评级每7天,上次2026-11-20",
			"follow_up 欧阳静 C 2026-11-20 +56 2026-11-20建档,还没有联系",
			"follow_up Blue Harbour Trading Ltd. D 2027-01-15 +0 约定01-15",
			"grade_me 董先生 - 2026-11-20 +56 2026-11-20已联系,还没有等级",
		}},
	} {
		expect(t, string(tt.today), lines(model.Queue(factsOf(tt.today, samples()...)), tt.today), tt.want...)
	}
}

func TestTheSamplesComeAheadInTheOrderOfTheirDays(t *testing.T) {
	f := factsOf("2026-11-23", samples()...)
	var got []string
	for _, r := range model.Ahead(f, 7) {
		got = append(got, string(r.On)+" "+r.Customer)
	}
	expect(t, "the week after 23 November", got, "2026-11-24 佛山恒基板材有限公司", "2026-11-27 董先生", "2026-11-30 单雄信")
}

// card is a customer with nothing due, to be changed by a test.
func card(id int64, change func(*model.Customer)) model.Customer {
	c := model.Customer{Name: fmt.Sprintf("c%d", id), Need: model.NeedUnknown, Stage: model.Prospect, FilledOn: "2026-10-01"}
	c.ID = id
	change(&c)
	return c
}

func openCase(id, customer int64, kind model.EntryKind, at model.Moment) model.Case {
	k := model.Case{Entry: model.Entry{CustomerID: customer, At: at, Kind: kind, Status: model.CaseOpen, Situation: string(kind) + "\nmore"},
		Customer: card(customer, func(*model.Customer) {})}
	k.Entry.ID = id
	return k
}

func TestTheQueueHasATotalOrderOverAllKinds(t *testing.T) {
	const today = "2026-11-23"
	due := func(id int64, g model.Grade, next model.Date, amount int64) model.Customer {
		return card(id, func(c *model.Customer) { c.Grade, c.NextOn, c.ExpectedAmount = g, next, amount })
	}
	f := factsOf(today,
		due(1, model.GradeD, "2026-10-01", 0),
		due(2, model.GradeC, "2026-11-20", 0),
		due(3, model.Ungraded, "2026-11-20", 0),
		due(4, model.GradeB, "2026-11-20", 0),
		due(5, model.GradeA, "2026-11-23", 0),
		due(6, model.GradeA, "2026-11-20", 100),
		due(7, model.GradeA, "2026-11-20", 900),
		due(8, model.GradeA, "2026-11-20", 900),
		card(9, func(c *model.Customer) {
			c.Grade, c.NextOn, c.Attempts, c.RetryOn = model.GradeA, "2026-11-21", 1, "2026-11-23"
		}),
		card(10, func(c *model.Customer) { c.LastOn = "2026-11-19" }),
		card(11, func(c *model.Customer) { c.Grade, c.Need, c.RegradeOn = model.GradeA, model.NeedNone, "2026-11-18" }),
		card(12, func(c *model.Customer) { c.Birthday = "1988-11-24" }),
		due(13, model.GradeE, "2026-11-01", 900),
	)
	f.Cases = []model.Case{
		openCase(1, 1, model.Inquiry, "2026-11-01"), openCase(2, 1, model.Complaint, "2026-11-20 10:00"),
		openCase(3, 2, model.Complaint, "2026-11-18"), openCase(4, 2, model.Feedback, "2026-11-23 08:00"),
	}
	var got []string
	for _, r := range model.Queue(f) {
		got = append(got, fmt.Sprintf("%s %d", r.Kind, r.Record))
	}
	expect(t, "order", got, "case 3", "case 2", "case 1",
		"follow_up 7", "follow_up 8", "follow_up 6", "retry 9", "follow_up 5", "follow_up 4", "follow_up 3", "follow_up 2", "follow_up 1",
		"regrade 11", "grade_me 10", "date 12")
	for range 20 {
		shuffled := f
		shuffled.Customers, shuffled.Cases = shuffle(f.Customers), shuffle(f.Cases)
		var again []string
		for _, r := range model.Queue(shuffled) {
			again = append(again, fmt.Sprintf("%s %d", r.Kind, r.Record))
		}
		expect(t, "order of the same facts in another order", again, got...)
	}
}

// shuffle is the items in another order, by a fixed rule.
func shuffle[T any](items []T) []T {
	var out []T
	for i, it := range items {
		out = slices.Insert(out, (i*7+3)%(len(out)+1), it)
	}
	return out
}

func TestACaseIsDueTheDayAfterItWasRaised(t *testing.T) {
	f := factsOf("2026-11-24")
	f.Cases = []model.Case{openCase(7, 1, model.Complaint, "2026-11-22 16:00"), openCase(8, 1, model.Inquiry, "2026-11-24 09:00")}
	closed := openCase(9, 1, model.Complaint, "2026-11-01")
	closed.Entry.Status = model.CaseClosed
	f.Cases = append(f.Cases, closed)
	expect(t, "cases", lines(model.Queue(f), f.Today), "case c1 - 2026-11-23 +1 11-22投诉未办结:complaint")
}

func TestAFailedAttemptComesBackOnTheNextWorkingDayAsLateAsItWas(t *testing.T) {
	c := samples()[1]
	if err := c.Apply(model.Entry{At: "2026-11-23 10:00", Outcome: model.NotReached}, model.Plan{},
		model.Tally{Last: c.LastOn, Attempts: 1, LastAttempt: "2026-11-23"}, model.DefaultSettings(), "2026-11-23"); err != nil {
		t.Fatal(err)
	}
	expect(t, "on the day", lines(model.Queue(factsOf("2026-11-23", c)), "2026-11-23"))
	expect(t, "on the next", lines(model.Queue(factsOf("2026-11-24", c)), "2026-11-24"), "retry 刘女士 A 2026-11-19 +5 第1次未接通,原定11-19")
	ahead := model.Ahead(factsOf("2026-11-23", c), 7)
	if len(ahead) != 1 || ahead[0].On != "2026-11-24" || ahead[0].DueOn != "2026-11-19" {
		t.Errorf("ahead: %+v", ahead)
	}
}

func TestASnoozeHidesARowUntilItsDayAndTheLatenessStaysHonest(t *testing.T) {
	c := samples()[1]
	snoozed := func(today model.Date) model.Facts {
		f := factsOf(today, c)
		f.Handled = []model.Handled{{Kind: model.RowFollowUp, Record: c.ID, CustomerID: c.ID, DueOn: "2026-11-19",
			On: "2026-11-23", Until: "2026-11-26"}}
		return f
	}
	for _, day := range []model.Date{"2026-11-23", "2026-11-25"} {
		expect(t, string(day), lines(model.Queue(snoozed(day)), day))
	}
	expect(t, "on its day", lines(model.Queue(snoozed("2026-11-26")), "2026-11-26"), "follow_up 刘女士 A 2026-11-19 +7 A级每日,上次11-18")
	expect(t, "as of before it was put off", lines(model.Queue(snoozed("2026-11-22")), "2026-11-22"),
		"follow_up 刘女士 A 2026-11-19 +3 A级每日,上次11-18")
	if ahead := model.Ahead(snoozed("2026-11-23"), 7); len(ahead) != 1 || ahead[0].On != "2026-11-26" {
		t.Errorf("ahead: %+v", ahead)
	}
	if ahead := model.Ahead(snoozed("2026-11-23"), 2); len(ahead) != 0 {
		t.Errorf("ahead of its day: %+v", ahead)
	}
	moved := snoozed("2026-11-25")
	moved.Customers[0].NextOn = "2026-11-24"
	if rows := model.Queue(moved); len(rows) != 1 {
		t.Error("a snooze hides the row of another date")
	}
}

func TestATickHidesARowForGoodAndOnlyThatOne(t *testing.T) {
	c := card(1, func(c *model.Customer) { c.Birthday = "1988-11-24" })
	f := factsOf("2026-11-23", c)
	expect(t, "before", lines(model.Queue(f), f.Today), "date c1 - 2026-11-21 +2 11-24生日,满38岁")
	f.Handled = []model.Handled{{Kind: model.RowDate, Record: 1, CustomerID: 1, DueOn: "2026-11-21", On: "2026-11-23"}}
	for _, day := range []model.Date{"2026-11-23", "2026-11-24", "2026-11-27"} {
		f.Today = day
		expect(t, "ticked, "+string(day), lines(model.Queue(f), day))
	}
	f.Today = "2027-11-22"
	expect(t, "the year after", lines(model.Queue(f), f.Today), "date c1 - 2027-11-21 +1 11-24生日,满39岁")
}

func TestABirthdayIsOfferedFromItsLeadToItsGrace(t *testing.T) {
	f := factsOf("", card(1, func(c *model.Customer) { c.Birthday = "--11-24" }))
	for day, shown := range map[model.Date]bool{
		"2026-11-20": false, "2026-11-21": true, "2026-11-24": true, "2026-11-27": true, "2026-11-28": false,
	} {
		f.Today = day
		if got := len(model.Queue(f)) == 1; got != shown {
			t.Errorf("%s: shown %t", day, got)
		}
	}
	lunar := factsOf("2026-11-23", card(1, func(c *model.Customer) { c.Birthday = "lunar:1988-10-15" }))
	expect(t, "lunar", lines(model.Queue(lunar), lunar.Today), "date c1 - 2026-11-20 +3 11-23生日(农历),满38岁")
	never := factsOf("2026-11-23", card(1, func(c *model.Customer) { c.Birthday, c.Grade = "--11-24", model.GradeE }))
	if rows := model.Queue(never); len(rows) != 0 {
		t.Errorf("grade E: %+v", rows)
	}
}

func TestAGradeIsAskedForOnceTheCustomerWasReached(t *testing.T) {
	c := card(1, func(c *model.Customer) {})
	if rows := model.Queue(factsOf("2026-11-23", c)); len(rows) != 0 {
		t.Errorf("never reached: %+v", rows)
	}
	c.LastOn, c.Need, c.ExpectedOn = "2026-11-20", model.NeedClear, "2026-12-01"
	rows := model.Queue(factsOf("2026-11-23", c))
	if len(rows) != 1 || rows[0].Kind != model.RowGradeMe || rows[0].Suggested != model.GradeA {
		t.Errorf("reached: %+v", rows)
	}
}

func TestARegradeSaysWhyAndSinceWhen(t *testing.T) {
	c := card(1, func(c *model.Customer) {
		c.Grade, c.Need, c.ExpectedOn = model.GradeB, model.NeedClear, "2026-12-20"
		c.Complete(model.DefaultSettings(), "2026-11-10")
		c.NextOn = ""
	})
	for day, want := range map[model.Date][]string{
		"2026-11-19": nil,
		"2026-11-20": {"regrade c1 B 2026-11-20 +0 预计12-20成交,还有30天"},
		"2026-11-25": {"regrade c1 B 2026-11-20 +5 预计12-20成交,还有25天"},
		"2026-12-22": {"regrade c1 B 2026-11-20 +32 预计12-20成交,已过"},
	} {
		expect(t, string(day), lines(model.Queue(factsOf(day, c)), day), want...)
	}
	ahead := model.Ahead(factsOf("2026-11-18", c), 7)
	expect(t, "ahead", lines(ahead, "2026-11-18"), "regrade c1 B 2026-11-20 +0 预计12-20成交,还有32天")
	c.Grade, c.Stage, c.RegradeOn = model.GradeA, model.Lost, "2026-11-18"
	expect(t, "lost", lines(model.Queue(factsOf("2026-11-23", c)), "2026-11-23"), "regrade c1 A 2026-11-18 +5 成交状态为丢单")
	c.Stage, c.Need = model.Prospect, model.NeedPotential
	expect(t, "need", lines(model.Queue(factsOf("2026-11-23", c)), "2026-11-23"), "regrade c1 A 2026-11-18 +5 需求潜在")
}

func TestArchivedCustomersHaveNothingDue(t *testing.T) {
	c := samples()[1]
	c.Archived, c.Birthday = true, "--11-24"
	if rows := model.Queue(factsOf("2026-11-23", c)); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
}

// Ahead promises what the queues of the days to come will hold.
func TestAheadIsWhatTheDaysToComeBring(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		today := model.Date("2026-11-23")
		// Drawn from a list, days are as likely far away as near.
		pick := func(name string, lo, hi int) int {
			var all []int
			for n := lo; n <= hi; n++ {
				all = append(all, n)
			}
			return rapid.SampledFrom(all).Draw(t, name)
		}
		day := func(name string, lo, hi int) model.Date { return today.AddDays(pick(name, lo, hi)) }
		c := card(1, func(c *model.Customer) {
			c.Grade = rapid.SampledFrom([]model.Grade{"", "A", "B", "D", "E"}).Draw(t, "grade")
			if rapid.Bool().Draw(t, "planned") {
				c.NextOn = day("next", -10, 20)
			}
			if rapid.Bool().Draw(t, "missed") {
				c.Attempts, c.RetryOn = 1, day("retry", -3, 10)
			}
			if rapid.Bool().Draw(t, "born") {
				c.Birthday = model.Birthday("-" + string(day("birthday", -10, 30))[4:])
			}
		})
		f := factsOf(today, c)
		f.Settings.DateLead = int64(pick("lead", 0, 7))
		days := pick("days", 1, 14)
		if c.NextOn != "" && rapid.Bool().Draw(t, "snoozed") {
			f.Handled = []model.Handled{{Kind: model.RowFollowUp, Record: 1, CustomerID: 1, DueOn: c.NextOn, On: today, Until: day("until", 1, 20)}}
		}
		type id struct {
			kind model.RowKind
			due  model.Date
		}
		first := map[id]model.Date{}
		for i := range days + 1 {
			later := f
			later.Today = today.AddDays(i)
			for _, r := range model.Queue(later) {
				if k := (id{r.Kind, r.DueOn}); first[k] == "" {
					first[k] = later.Today
				}
			}
		}
		got := map[id]model.Date{}
		for _, r := range model.Ahead(f, days) {
			got[id{r.Kind, r.DueOn}] = r.On
		}
		for k, on := range first {
			if on == today {
				continue
			}
			if got[k] != on {
				t.Fatalf("%+v comes on %s; ahead says %q", k, on, got[k])
			}
			delete(got, k)
		}
		for k, on := range got {
			t.Fatalf("ahead promises %+v on %s, which doesn't come", k, on)
		}
	})
}
