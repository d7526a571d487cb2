package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// queueOf is the queue of another day on the same file, in short.
func queueOf(t *testing.T, s *Store, today model.Date, kinds ...model.RowKind) []model.Row {
	t.Helper()
	asOf(s, today)
	day, err := s.Day(context.Background(), 0)
	if err != nil {
		t.Fatal(err)
	}
	return slices.DeleteFunc(model.Queue(day.Facts), func(r model.Row) bool { return !slices.Contains(kinds, r.Kind) })
}

// asOf makes another day today.
func asOf(s *Store, today model.Date) { AsOf(today)(s) }

func shortly(rows []model.Row, today model.Date) string {
	var out []string
	for _, r := range rows {
		out = append(out, fmt.Sprintf("%s %s +%d %s", label.Kind(r, label.ZH), label.Who(r, label.ZH), r.DaysLate,
			label.Reason(r.Reason, today, label.ZH)))
	}
	return strings.Join(out, "\n")
}

func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

func TestDaysThatComeBackAreOnTodayAndATickIsOfOneOfThem(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-09-01")
	add, item := must[model.Customer](t), must[model.Item](t)
	c := add(s.AddCustomer(ctx, model.Customer{Name: "佛山恒基板材有限公司", Kind: model.Company, NextOn: "2027-06-01", Birthday: "2010-09-24"}))
	e := add(s.AddCustomer(ctx, model.Customer{Name: "曾国富", Grade: model.GradeE}))
	gone := add(s.AddCustomer(ctx, model.Customer{Name: "旧客户", NextOn: "2027-06-01"}))
	for _, of := range []int64{c.ID, e.ID, gone.ID} {
		item(s.SaveItem(ctx, model.Item{Record: "contact", CustomerID: of, Values: map[string]string{"name": "王经理",
			"role": "decision_maker", "birthday": "1986-09-24"}}))
		item(s.SaveItem(ctx, model.Item{Record: "occasion", CustomerID: of, Values: map[string]string{"label": "开业", "day": "lunar:2016-08-14"}}))
	}
	item(s.SaveItem(ctx, model.Item{Record: "contact", CustomerID: c.ID, Values: map[string]string{"name": "李会计", "birthday": ""}}))
	if err := s.Archive(ctx, []int64{gone.ID}, true); err != nil {
		t.Fatal(err)
	}
	want := strings.Join([]string{
		"生日 佛山恒基板材有限公司 +2 09-24生日,满16岁",
		"生日 佛山恒基板材有限公司 +2 王经理 (决策人) 09-24生日,满40岁",
		"重要日子 佛山恒基板材有限公司 +2 开业 09-24(农历),10周年",
	}, "\n")
	rows := queueOf(t, s, "2026-09-23", model.RowDate)
	if got := shortly(rows, "2026-09-23"); got != want {
		t.Fatalf("got\n%s\nwant\n%s", got, want)
	}
	for _, day := range []model.Date{"2026-09-20", "2026-09-28"} {
		if rows := queueOf(t, s, day, model.RowDate); len(rows) > 0 {
			t.Errorf("%s: %s", day, shortly(rows, day))
		}
	}
	// They have the same ids and days; a tick closes one.
	asOf(s, "2026-09-23")
	if err := s.Handle(ctx, rows[1], "", ""); err != nil {
		t.Fatal(err)
	}
	left := queueOf(t, s, "2026-09-24", model.RowDate)
	if len(left) != 2 || left[0].About != "" || left[1].About != model.AboutOccasion {
		t.Errorf("after a tick: %s", shortly(left, "2026-09-24"))
	}
}

func TestAFestivalIsOneRowOfNobodysThatTicksAndSnoozesClose(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-09-22")
	if rows := queueOf(t, s, "2026-09-23", model.RowDate); len(rows) != 0 {
		t.Errorf("nobody to greet: %s", shortly(rows, "2026-09-23"))
	}
	for i, c := range []model.Customer{
		{Grade: model.GradeA}, {Grade: model.GradeB}, {Grade: model.GradeB, Important: true}, {Grade: model.GradeC}, {Grade: model.GradeD},
		{Grade: model.GradeD, Important: true}, {Important: true}, {Grade: model.GradeE, Important: true}, {Grade: model.GradeA, Archived: true},
	} {
		c.Name, c.NextOn = fmt.Sprintf("c%d", i), "2027-06-01"
		if _, err := s.AddCustomer(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	rows := queueOf(t, s, "2026-09-23", model.RowDate)
	if got := shortly(rows, "2026-09-23"); got != "节日 中秋节 +1 09-25,可问候6位:A1 B2 C1 重要2" {
		t.Fatalf("got %s", got)
	}
	who, err := s.Greetable(ctx, 5)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range who {
		names = append(names, c.Name)
	}
	if got := strings.Join(names, " "); got != "c0 c1 c2 c3 c5" && got != "c0 c2 c1 c3 c5" {
		t.Errorf("greetable: %s", got)
	}
	if err := s.Handle(ctx, rows[0], "2026-09-25", ""); err != nil {
		t.Fatal(err)
	}
	if rows := queueOf(t, s, "2026-09-24", model.RowDate); len(rows) != 0 {
		t.Errorf("put off: %s", shortly(rows, "2026-09-24"))
	}
	if rows = queueOf(t, s, "2026-09-25", model.RowDate); len(rows) != 1 || rows[0].DaysLate != 3 {
		t.Fatalf("on the day: %s", shortly(rows, "2026-09-25"))
	}
	if err := s.Handle(ctx, rows[0], "", ""); err != nil {
		t.Fatal(err)
	}
	if rows := queueOf(t, s, "2026-09-25", model.RowDate); len(rows) != 0 {
		t.Errorf("ticked: %s", shortly(rows, "2026-09-25"))
	}
	day, err := s.Day(ctx, 0)
	if err != nil || len(day.Ticks) != 1 || day.Ticks[0].CustomerID != 0 || day.Ticks[0].About != "mid_autumn" {
		t.Errorf("the day's work: %+v, %v", day.Ticks, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if rows := queueOf(t, s, "2026-09-25", model.RowDate); len(rows) != 1 {
		t.Error("undo doesn't bring the row back")
	}
}

// A tick's customer is a real one, or none.
func TestATicksCustomerExists(t *testing.T) {
	s := open(t, "2026-09-22")
	if err := s.Handle(context.Background(), model.Row{Kind: model.RowDate, Record: 9, CustomerID: 9, DueOn: "2026-09-22"},
		"", ""); err == nil {
		t.Error("a row of a customer that isn't there was ticked")
	}
}

func TestSilenceIsAnAlertWhileNothingIsDue(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-02")
	c := must[model.Customer](t)(s.AddCustomer(ctx, model.Customer{Name: "单雄信", Grade: model.GradeB, FilledOn: "2026-11-02"}))
	log := func(p model.Plan) {
		if _, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: model.Moment(s.Today()), Situation: "说年后再联系"}, p); err != nil {
			t.Fatal(err)
		}
	}
	log(model.Plan{NextOn: "2026-12-01"})
	for day, want := range map[model.Date]string{
		"2026-11-16": "",
		"2026-11-17": "久未联系 单雄信 +0 B级每7天,上次11-02,下次要到12-01",
		"2026-11-30": "久未联系 单雄信 +13 B级每7天,上次11-02,下次要到12-01",
		"2026-12-01": "", // the follow-up is due
	} {
		if got := shortly(silences(queueOf(t, s, day, model.RowAlert)), day); got != want {
			t.Errorf("%s: %q, want %q", day, got, want)
		}
	}
	rows := silences(queueOf(t, s, "2026-11-20", model.RowAlert))
	if err := s.Handle(ctx, rows[0], "", ""); err != nil {
		t.Fatal(err)
	}
	for _, day := range []model.Date{"2026-11-20", "2026-11-29"} {
		if rows := silences(queueOf(t, s, day, model.RowAlert)); len(rows) != 0 {
			t.Errorf("ticked, %s: %s", day, shortly(rows, day))
		}
	}
	asOf(s, "2026-11-21")
	log(model.Plan{NextOn: "2027-03-01"})
	if rows := silences(queueOf(t, s, "2026-12-06", model.RowAlert)); len(rows) != 1 || rows[0].DueOn != "2026-12-06" {
		t.Errorf("after another contact: %s", shortly(rows, "2026-12-06"))
	}
}

func silences(rows []model.Row) []model.Row {
	return slices.DeleteFunc(rows, func(r model.Row) bool { return r.About != model.AboutSilence })
}

func TestAThinCardIsAnAlertFromTheNextDayUntilItIsFilledIn(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-02")
	save := must[model.Customer](t)
	c := save(s.AddCustomer(ctx, model.Customer{Name: "单雄信", Grade: model.GradeB, Phones: "13700000001", NextOn: "2027-01-04"}))
	if rows := queueOf(t, s, "2026-11-02", model.RowAlert); len(rows) != 0 {
		t.Errorf("on the first day: %s", shortly(rows, "2026-11-02"))
	}
	const want = "资料不全 单雄信 +7 B级资料只有33%,缺 性别、详细地址等8项"
	if got := shortly(queueOf(t, s, "2026-11-10", model.RowAlert), "2026-11-10"); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	// An edit that leaves it thin leaves the day as it is.
	c.Gender = model.Male
	c = save(s.SaveCustomer(ctx, c, ""))
	rows := queueOf(t, s, "2026-11-10", model.RowAlert)
	if len(rows) != 1 || rows[0].DueOn != "2026-11-03" {
		t.Fatalf("after an edit: %+v", rows)
	}
	if err := s.Handle(ctx, rows[0], "2026-11-20", "名片在路上"); err != nil {
		t.Fatal(err)
	}
	if rows := queueOf(t, s, "2026-11-19", model.RowAlert); len(rows) != 0 {
		t.Errorf("put off: %s", shortly(rows, "2026-11-19"))
	}
	if rows := queueOf(t, s, "2026-11-20", model.RowAlert); len(rows) != 1 {
		t.Errorf("when it is back: %s", shortly(rows, "2026-11-20"))
	}
	c.Address, c.Interest, c.Source = "佛山", "抛光砖", "referral"
	c = save(s.SaveCustomer(ctx, c, ""))
	if rows := queueOf(t, s, "2026-11-20", model.RowAlert); len(rows) != 0 {
		t.Errorf("filled in: %s", shortly(rows, "2026-11-20"))
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if rows := queueOf(t, s, "2026-11-21", model.RowAlert); len(rows) != 1 {
		t.Error("after undo it is not thin any more")
	}
}

func TestAlertsAreLimitedAndTheNextOnesFollow(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-02")
	err := s.change(ctx, model.ActImport, "", func(w *write) error {
		for i := range mostAlerts + 5 {
			c := model.Customer{Name: fmt.Sprintf("c%d", i), Grade: []model.Grade{model.GradeB, model.GradeA}[i%2], NextOn: "2027-01-04"}
			if err := w.addCustomer(ctx, &c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	rows := queueOf(t, s, "2026-11-03", model.RowAlert)
	if len(rows) != mostAlerts {
		t.Fatalf("%d rows", len(rows))
	}
	for _, r := range rows[:10] {
		if err := s.Handle(ctx, r, "", ""); err != nil {
			t.Fatal(err)
		}
	}
	if rows := queueOf(t, s, "2026-11-03", model.RowAlert); len(rows) != mostAlerts+5-10 {
		t.Errorf("%d rows after ten ticks", len(rows))
	}
}

func TestAGradeSetFromTodayIsDoneAndDoesNotNag(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-02")
	c := must[model.Customer](t)(s.AddCustomer(ctx, model.Customer{Name: "董先生", Need: model.NeedClear, ExpectedOn: "2026-11-20",
		NextOn: "2027-01-04"}))
	if _, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-02", Situation: "进店"},
		model.Plan{NextOn: "2027-01-04"}); err != nil {
		t.Fatal(err)
	}
	asks := func(day model.Date) []model.Row { return queueOf(t, s, day, model.RowGradeMe, model.RowRegrade) }
	if rows := asks("2026-11-02"); len(rows) != 1 || rows[0].Suggested != model.GradeA {
		t.Fatalf("not asked: %+v", rows)
	}
	if err := s.SetGrade(ctx, c.ID, model.GradeC, ""); err == nil {
		t.Error("a grade against the suggestion took no reason")
	}
	if err := s.SetGrade(ctx, c.ID, model.GradeC, "资金没到位"); err != nil {
		t.Fatal(err)
	}
	for _, day := range []model.Date{"2026-11-02", "2026-11-03", "2026-12-30"} {
		if rows := asks(day); len(rows) != 0 {
			t.Errorf("%s: %s", day, shortly(rows, day))
		}
	}
	asOf(s, "2026-11-02")
	if day, err := s.Day(ctx, 0); err != nil || len(day.Ticks) != 1 {
		t.Errorf("the day's work: %+v, %v", day.Ticks, err)
	}
}

// Each condition of the queue is found by its index: no table is read through.
func TestTodayIsFoundWithoutReadingAllCustomers(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-09-23")
	for _, q := range []string{
		"SELECT id FROM customer WHERE archived = 0 AND grade = 'A' AND last_on > '' AND last_on <= '2026-09-01' AND (next_on = '' OR " +
			"next_on > '2026-09-23')" +
			unlessHandled(model.AboutSilence, "customer.id", "date(last_on, '+3 days')") + " ORDER BY last_on LIMIT 100",
		"SELECT customer_id, since FROM customer_thin WHERE grade IN ('A', 'B') AND since <= '2026-09-23'" +
			unlessHandled(model.AboutThin, "customer_thin.customer_id", "customer_thin.since") + " ORDER BY grade, since, customer_id LIMIT 100",
		"SELECT count(*) FROM customer WHERE archived = 0 AND grade = 'C'",
		"SELECT count(*) FROM customer WHERE archived = 0 AND important = 1 AND grade NOT IN ('A', 'B', 'C', 'E')",
		"SELECT id FROM customer WHERE archived = 0 AND grade = 'A' ORDER BY last_on DESC, next_on DESC, id LIMIT 30",
		"SELECT id FROM contact WHERE birthday <> '' AND birthday_key IN ('09-23', 'L08-13')",
		"SELECT id FROM occasion WHERE day_key IN ('09-23', 'L08-13')",
		"SELECT id FROM handled WHERE customer_id IN (SELECT value FROM json_each('[0,1]'))",
	} {
		rows, err := s.db.QueryContext(ctx,
			"EXPLAIN QUERY PLAN "+strings.NewReplacer(":today", "'2026-09-23'", ":until", "'2026-09-30'").Replace(q))
		if err != nil {
			t.Fatal(err)
		}
		for rows.Next() {
			var id, parent, unused int
			var detail string
			if err := rows.Scan(&id, &parent, &unused, &detail); err != nil {
				t.Fatal(err)
			}
			if (strings.HasPrefix(detail, "SCAN") && !strings.Contains(detail, "json_each") && !strings.Contains(detail, "customer_important")) ||
				strings.Contains(detail, "TEMP B-TREE FOR ORDER BY") {
				t.Errorf("%s\n  %s", q, detail)
			}
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
	}
}
