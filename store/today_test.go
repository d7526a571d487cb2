package store

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// at moves the store's day.
func at(s *Store, day model.Date) { s.today = func() model.Date { return day } }

// queue is the day's rows in short: kind, customer, grade, due, days late,
// why. Alerts have tests of their own.
func queue(t *testing.T, s *Store) []string {
	t.Helper()
	day, err := s.Day(context.Background(), 7)
	if err != nil {
		t.Fatal(err)
	}
	var lines []string
	for _, r := range model.Queue(day.Facts) {
		if r.Kind != model.RowAlert {
			lines = append(lines, fmt.Sprintf("%s %s %s %s +%d %s", r.Kind, r.Customer, r.Grade, r.DueOn, r.DaysLate,
				label.Reason(r.Reason, day.Facts.Today, label.ZH)))
		}
	}
	return lines
}

func expectQueue(t *testing.T, s *Store, what string, want ...string) {
	t.Helper()
	if got := queue(t, s); !slices.Equal(got, want) {
		t.Errorf("%s:\n  %s\nwant\n  %s", what, strings.Join(got, "\n  "), strings.Join(want, "\n  "))
	}
}

// bring imports a file of the samples, its good rows.
func bring(t *testing.T, s *Store, name string) model.Batch {
	t.Helper()
	ctx := context.Background()
	p, err := s.PreviewImport(ctx, "files/testdata/"+name, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Import(ctx, p, true)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// row finds a customer's row of a kind on the queue.
func row(t *testing.T, s *Store, kind model.RowKind, name string) model.Row {
	t.Helper()
	day, err := s.Day(context.Background(), 7)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range model.Queue(day.Facts) {
		if r.Kind == kind && r.Customer == name {
			return r
		}
	}
	t.Fatalf("no %s of %s on the queue", kind, name)
	return model.Row{}
}

// The queue of 23 November after the paper form and the list were imported on
// the 20th.
var (
	liuDue   = "follow_up 刘女士 A 2026-11-19 +4 A级每日,上次11-18"
	jingDue  = "follow_up 欧阳静 C 2026-11-20 +3 11-20建档,还没有联系"
	gradeDue = "grade_me 董先生  2026-11-20 +3 11-20已联系,还没有等级"
)

func withSampleFiles(t *testing.T) *Store {
	t.Helper()
	s := open(t, "2026-11-20")
	bring(t, s, "paper-form.xlsx")
	bring(t, s, "customer-list-utf8-bom.csv")
	at(s, "2026-11-23")
	return s
}

func TestTheQueueOfTheSampleFilesThroughADaysWork(t *testing.T) {
	ctx := context.Background()
	s := withSampleFiles(t)
	expectQueue(t, s, "imported", liuDue, jingDue, gradeDue)
	liu := row(t, s, model.RowFollowUp, "刘女士")

	attempt := model.Entry{CustomerID: liu.CustomerID, At: "2026-11-23 09:00", Outcome: model.NotReached, Situation: "没接"}
	if _, _, err := s.Log(ctx, attempt, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "after an attempt that failed", jingDue, gradeDue)
	at(s, "2026-11-24")
	expectQueue(t, s, "on the next working day",
		"retry 刘女士 A 2026-11-19 +5 第1次未接通,原定11-19",
		"follow_up 佛山恒基板材有限公司 A 2026-11-24 +0 约定11-24",
		"follow_up 欧阳静 C 2026-11-20 +4 11-20建档,还没有联系",
		"grade_me 董先生  2026-11-20 +4 11-20已联系,还没有等级")
	at(s, "2026-11-23")

	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "after that was undone", liuDue, jingDue, gradeDue)

	e := model.Entry{CustomerID: liu.CustomerID, At: "2026-11-23 10:00", Situation: "来电"}
	if _, c, err := s.Log(ctx, e, model.Plan{}); err != nil || c.NextOn != "2026-11-24" {
		t.Fatalf("next %s, %v", c.NextOn, err)
	}
	expectQueue(t, s, "after a contact", jingDue, gradeDue)
	at(s, "2026-11-24")
	expectQueue(t, s, "on the day after it",
		"follow_up 刘女士 A 2026-11-24 +0 A级每日,上次11-23",
		"follow_up 佛山恒基板材有限公司 A 2026-11-24 +0 约定11-24",
		"follow_up 欧阳静 C 2026-11-20 +4 11-20建档,还没有联系",
		"grade_me 董先生  2026-11-20 +4 11-20已联系,还没有等级")
	at(s, "2026-11-23")

	if err := s.Handle(ctx, row(t, s, model.RowFollowUp, "欧阳静"), "2026-11-25", "出差"); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "after a snooze", gradeDue)
	if c, _ := s.Resolve(ctx, "欧阳静"); c.NextOn != "2026-11-20" {
		t.Errorf("a snooze moved the next date to %s", c.NextOn)
	}
	at(s, "2026-11-25")
	if got := row(t, s, model.RowFollowUp, "欧阳静"); got.DaysLate != 5 {
		t.Errorf("back after the snooze, %d days late", got.DaysLate)
	}
	at(s, "2026-11-23")
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "after the snooze was undone", jingDue, gradeDue)
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "and done again", gradeDue)

	before := tableNames(t, s)
	for _, name := range []string{"paper-form.xlsx", "customer-list-utf8-bom.csv"} {
		if b := bring(t, s, name); b.New != 0 || b.Updated != 0 {
			t.Errorf("%s a second time: %+v", name, b)
		}
	}
	sameTables(t, "a second import", tableNames(t, s), before)
	expectQueue(t, s, "after a second import", gradeDue)
}

func TestAnAcceptedGradeIsDoneAndTheNextSuggestionStillComes(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-09-01")
	c := add(t, s, model.Customer{Name: "刘女士", Grade: model.GradeC, Need: model.NeedClear, ExpectedOn: "2026-12-20", NextOn: "2027-06-01"})
	at(s, "2026-09-21")
	expectQueue(t, s, "three months before", "regrade 刘女士 C 2026-09-20 +1 预计12-20成交,还有90天")
	if err := s.SetGrade(ctx, c.ID, row(t, s, model.RowRegrade, "刘女士").Suggested, ""); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "accepted")
	day, err := s.Day(ctx, 7)
	if err != nil || len(day.Ticks) != 1 || day.Ticks[0].Kind != model.RowRegrade {
		t.Errorf("the day's work: %+v, %v", day.Ticks, err)
	}
	at(s, "2026-11-20")
	expectQueue(t, s, "a month before", "regrade 刘女士 B 2026-11-20 +0 预计12-20成交,还有30天")
	if err := s.SetGrade(ctx, c.ID, model.GradeD, ""); err == nil {
		t.Error("a grade against the suggestion is taken without a reason")
	}
	if err := s.SetGrade(ctx, c.ID, model.GradeD, "等贷款"); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "set against the suggestion")
	at(s, "2026-11-25")
	expectQueue(t, s, "and not asked again")
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "until that is undone", "regrade 刘女士 B 2026-11-20 +5 预计12-20成交,还有25天")
}

func TestAGradeGivenWhereOneWasAskedForIsTheDaysWork(t *testing.T) {
	ctx := context.Background()
	s := withSampleFiles(t)
	dong := row(t, s, model.RowGradeMe, "董先生")
	if err := s.SetGrade(ctx, dong.CustomerID, model.GradeB, ""); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "graded", liuDue, jingDue)
	day, err := s.Day(ctx, 7)
	if err != nil || len(day.Ticks) != 1 || day.Ticks[0].Kind != model.RowGradeMe {
		t.Errorf("the day's work: %+v, %v", day.Ticks, err)
	}
}

func TestACaseIsOnTheQueueUntilItIsClosed(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-23")
	c := add(t, s, model.Customer{Name: "刘女士", NextOn: "2027-06-01"})
	e, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-22 15:00", Kind: model.Complaint, Situation: "漏水"},
		model.Plan{NextOn: "2027-06-01"})
	if err != nil {
		t.Fatal(err)
	}
	const gradeMe = "grade_me 刘女士  2026-11-22 +1 11-22已联系,还没有等级"
	expectQueue(t, s, "open", "case 刘女士  2026-11-23 +0 11-22投诉未办结:漏水", gradeMe)
	if err := s.CloseCase(ctx, e.ID, "换密封圈", "us"); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "closed", gradeMe)
	day, err := s.Day(ctx, 7)
	if err != nil || len(day.Entries) != 1 || day.Entries[0].Entry.Solution != "换密封圈" || day.Entries[0].Entry.ClosedOn != "2026-11-23" {
		t.Errorf("the day's work: %+v, %v", day.Entries, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "open again", "case 刘女士  2026-11-23 +0 11-22投诉未办结:漏水", gradeMe)
	if err := s.Archive(ctx, []int64{c.ID}, true); err != nil {
		t.Fatal(err)
	}
	expectQueue(t, s, "archived")
}

func TestARowCannotBePutOffToADayThatHasCome(t *testing.T) {
	ctx := context.Background()
	s := withSampleFiles(t)
	r := row(t, s, model.RowFollowUp, "刘女士")
	for _, until := range []model.Date{"2026-11-23", "2026-11-01"} {
		var refused *model.FieldError
		if err := s.Handle(ctx, r, until, ""); !errors.As(err, &refused) || refused.Field != "until" || refused.Code != model.RefusedPast {
			t.Errorf("until %s: %v", until, err)
		}
	}
	expectQueue(t, s, "still there", liuDue, jingDue, gradeDue)
}

// Whatever the rules find among all customers, the indexes that Day reads by
// must find.
func TestADayReadsEveryCustomerThatIsDue(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-01")
	days := []model.Date{"", "2026-11-19", "2026-11-23", "2026-11-26", "2026-12-15"}
	births := []model.Birthday{"", "1990-11-22", "--11-28", "1988-02-29", "lunar:--10-16", "lunar:1987-06r-12", "lunar:--10-30", "--12-31"}
	var all []model.Customer
	for i := range 600 {
		c := model.Customer{
			Name: fmt.Sprint("c", i), Grade: append([]model.Grade{""}, model.Grades...)[i%6], NextOn: days[i/6%5], Birthday: births[i%8],
			Need: []model.Need{"unknown", "clear", "potential", "none"}[i%4], ExpectedOn: days[i/3%5], FilledOn: "2026-10-01", Archived: i%29 == 0,
		}
		if i%5 == 0 {
			c.LastOn = "2026-11-18"
		}
		if i%7 == 0 {
			c.Attempts, c.RetryOn = 1, days[i/7%4+1]
		}
		all = append(all, add(t, s, c))
	}
	for _, today := range []model.Date{"2026-11-20", "2026-11-23", "2026-11-30", "2027-02-27", "2027-07-14"} {
		at(s, today)
		day, err := s.Day(ctx, 7)
		if err != nil {
			t.Fatal(err)
		}
		keep := func(rows []model.Row) (lines []string) {
			for _, r := range rows {
				if r.Kind != model.RowAlert {
					lines = append(lines, fmt.Sprint(r.Kind, r.Record, r.DueOn, r.On, r.DaysLate))
				}
			}
			return lines
		}
		whole := day.Facts
		whole.Customers = all
		if got, want := keep(model.Queue(day.Facts)), keep(model.Queue(whole)); !slices.Equal(got, want) {
			t.Errorf("%s: %d rows of %d", today, len(got), len(want))
		}
		if got, want := keep(model.Ahead(day.Facts, 7)), keep(model.Ahead(whole, 7)); !slices.Equal(got, want) {
			t.Errorf("the week after %s: %d rows of %d", today, len(got), len(want))
		}
	}
}

func TestTheLastWordsAreThoseOfTheDay(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-20")
	c := add(t, s, model.Customer{Name: "刘女士", Phones: "138 0013 8000"})
	silent := add(t, s, model.Customer{Name: "周女士"})
	for _, e := range []model.Entry{
		{At: "2026-11-18 10:00", Outcome: model.Reached, Method: model.Phone, Situation: "同意36期\n月底订车"},
		{At: "2026-11-19 10:00", Outcome: model.NotReached, Method: model.Phone, Situation: "没人接"},
	} {
		e.CustomerID, e.Kind = c.ID, model.FollowUp
		if _, _, err := s.Log(ctx, e, model.Plan{}); err != nil {
			t.Fatal(err)
		}
	}
	for day, want := range map[model.Date]model.LastWords{
		"2026-11-20": {Phones: "138 0013 8000", At: "2026-11-19 10:00", Method: model.Phone, Failed: true, Said: "没人接"},
		"2026-11-18": {Phones: "138 0013 8000", At: "2026-11-18 10:00", Method: model.Phone, Said: "同意36期"},
		"2026-11-17": {Phones: "138 0013 8000"},
	} {
		at(s, day)
		said, err := s.LastWords(ctx, []int64{c.ID, silent.ID})
		if err != nil || said[c.ID] != want {
			t.Errorf("%s: %+v, %v, want %+v", day, said[c.ID], err, want)
		}
		if said[silent.ID] != (model.LastWords{}) {
			t.Errorf("%s: nobody talked to her: %+v", day, said[silent.ID])
		}
	}
}
