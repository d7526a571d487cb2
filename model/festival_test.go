package model_test

import (
	"fmt"
	"testing"

	"genjin/model"
)

func TestTheGreetedFestivalsOfAYear(t *testing.T) {
	var got []string
	for _, f := range model.FestivalsBetween("2026-01-01", "2026-12-31") {
		got = append(got, string(f.Day)+" "+f.Code)
	}
	expect(t, "2026", got, "2026-01-01 new_year", "2026-02-17 spring_festival", "2026-03-03 lantern", "2026-06-19 dragon_boat",
		"2026-09-25 mid_autumn", "2026-10-01 national", "2026-12-25 christmas")
}

func TestAFestivalIsOnTodayFromItsLeadToItsDay(t *testing.T) {
	for _, tt := range []struct {
		day  model.Date
		want []string
	}{
		{"2026-09-21", nil},
		{"2026-09-22", []string{"mid_autumn +0"}},
		{"2026-09-25", []string{"mid_autumn +3"}},
		{"2026-09-26", nil},
		{"2026-09-28", []string{"national +0"}},
		{"2026-02-12", nil}, // New Year's Eve is the 16th
		{"2026-02-13", []string{"spring_festival +0"}},
		{"2026-02-17", []string{"spring_festival +4"}},
		{"2026-02-18", nil},
		{"2026-04-05", nil}, // 清明 is no day for wishes
	} {
		f := factsOf(tt.day)
		f.Greetable = model.Greetable{A: 1}
		var got []string
		for _, r := range model.Queue(f) {
			code, ok := r.Festival()
			if !ok || r.Record != 0 || r.Customer != "" {
				t.Errorf("%s: %+v", tt.day, r)
			}
			got = append(got, fmt.Sprintf("%s +%d", code, r.DaysLate))
		}
		expect(t, string(tt.day), got, tt.want...)
	}
	f := factsOf("2026-09-24")
	if rows := model.Queue(f); len(rows) != 0 {
		t.Errorf("nobody to greet: %+v", rows)
	}
}

func TestAFestivalIsTickedOnceAYear(t *testing.T) {
	f := factsOf("2026-09-24")
	f.Greetable = model.Greetable{B: 2, Important: 1}
	f.Handled = []model.Handled{{Kind: model.RowDate, About: "mid_autumn", DueOn: "2026-09-22", On: "2026-09-23"}}
	expect(t, "ticked", lines(model.Queue(f), f.Today))
	f.Today = "2027-09-14"
	expect(t, "the year after", lines(model.Queue(f), f.Today), "date  - 2027-09-12 +2 09-15,可问候3位:B2 重要1")
}

func TestImportantDatesAndContactsBirthdaysComeBackEveryYear(t *testing.T) {
	f := factsOf("2026-11-23", card(1, func(c *model.Customer) { c.Grade = model.GradeC }),
		card(2, func(c *model.Customer) { c.Grade = model.GradeE }),
		card(3, func(c *model.Customer) { c.Archived = true }))
	for id := int64(1); id <= 4; id++ { // the 4th's customer is not at hand
		k := model.Contact{CustomerID: id, Name: "王经理", Role: "finance", Birthday: "--11-25"}
		o := model.Occasion{CustomerID: id, Label: "结婚纪念", Day: "lunar:2008-10-15"}
		k.ID, o.ID = id, id
		f.Contacts, f.Occasions = append(f.Contacts, k), append(f.Occasions, o)
	}
	expect(t, "the day", lines(model.Queue(f), f.Today),
		"date c1 C 2026-11-20 +3 结婚纪念 11-23(农历),18周年", "date c1 C 2026-11-22 +1 王经理 (财务) 11-25生日")
	f.Handled = []model.Handled{{Kind: model.RowDate, Record: 1, About: model.AboutOccasion, CustomerID: 1,
		DueOn: "2026-11-20", On: "2026-11-23"}}
	expect(t, "one ticked", lines(model.Queue(f), f.Today), "date c1 C 2026-11-22 +1 王经理 (财务) 11-25生日")
	for day, shown := range map[model.Date]int{"2026-11-19": 0, "2026-11-20": 1, "2026-11-26": 2, "2026-11-27": 1, "2026-11-29": 0} {
		f.Today, f.Handled = day, nil
		if got := len(model.Queue(f)); got != shown {
			t.Errorf("%s: %d rows, want %d", day, got, shown)
		}
	}
}

// The queue's order over every kind that customers and the journal bring.
func TestTheQueueEndsWithDatesAndAlerts(t *testing.T) {
	const today = "2026-09-24"
	f := factsOf(today,
		card(1, func(c *model.Customer) { c.Grade, c.LastOn, c.NextOn = model.GradeA, "2026-09-20", "2026-12-01" }),
		card(2, func(c *model.Customer) { c.Grade, c.LastOn, c.NextOn = model.GradeB, "2026-09-01", "2026-12-01" }),
		card(3, func(c *model.Customer) { c.Birthday = "--09-26" }),
		card(4, func(c *model.Customer) { c.LastOn, c.NextOn = "2026-09-24", "2026-12-01" }),
		card(5, func(c *model.Customer) { c.Grade, c.Need, c.RegradeOn = model.GradeA, model.NeedNone, "2026-09-18" }),
		card(6, func(c *model.Customer) { c.Grade, c.NextOn = model.GradeD, today }),
		card(7, func(c *model.Customer) {
			c.Grade, c.NextOn, c.Attempts, c.RetryOn = model.GradeC, "2026-09-22", 1, today
		}),
	)
	k := model.Contact{CustomerID: 3, Name: "王经理", Birthday: "--09-26"}
	o := model.Occasion{CustomerID: 3, Label: "开业", Day: "--09-23"}
	k.ID, o.ID = 3, 3
	f.Contacts, f.Occasions = []model.Contact{k}, []model.Occasion{o}
	f.Greetable = model.Greetable{A: 2}
	f.Thin = map[int64]model.Date{1: "2026-09-24", 2: "2026-09-10"}
	f.Cases = []model.Case{openCase(9, 6, model.Inquiry, "2026-09-22"), openCase(8, 6, model.Complaint, "2026-09-23")}
	var got []string
	for _, r := range model.Queue(f) {
		got = append(got, fmt.Sprintf("%s %d %s +%d", r.Kind, r.Record, r.About, r.DaysLate))
	}
	expect(t, "order", got,
		"case 8  +0", "case 9  +1", "retry 7  +2", "follow_up 6  +0", "regrade 5  +6", "grade_me 4  +0",
		"date 3 occasion +4", "date 0 mid_autumn +2", "date 3  +1", "date 3 contact +1",
		"alert 2 thin +14", "alert 2 silence +8", "alert 1 silence +1", "alert 1 thin +0")
}
