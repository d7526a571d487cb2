package model

import (
	"strings"
	"testing"
)

// Papers enter the queue thirty days ahead, are never red before their day, and
// are late after it.
func TestPapersThatExpireStandOnToday(t *testing.T) {
	f := Facts{Today: "2026-11-23", Settings: DefaultSettings(), Customers: []Customer{{Meta: Meta{ID: 1}, Name: "恒基"}}}
	for _, tt := range []struct {
		on   Date
		late int
		due  bool
	}{{"2026-12-24", 0, false}, {"2026-12-23", -30, true}, {"2026-11-25", -2, true}, {"2026-11-23", 0, true}, {"2026-11-20", 3, true}} {
		f.Papers = []Paper{{Record: "document", ID: 7, CustomerID: 1, Name: "营业执照", ExpiresOn: tt.on}}
		var got []Row
		for _, r := range Queue(f) {
			if r.Kind == RowPaper {
				got = append(got, r)
			}
		}
		if (len(got) == 1) != tt.due || tt.due && (got[0].DaysLate != tt.late || got[0].DueOn != tt.on || got[0].Record != 7) {
			t.Errorf("%s: %+v", tt.on, got)
		}
	}
	f.Handled = []Handled{{Kind: RowPaper, About: "document", Record: 7, CustomerID: 1, DueOn: "2026-11-20", On: "2026-11-21"}}
	for _, r := range Queue(f) {
		if r.Kind == RowPaper {
			t.Errorf("ticked off: %+v", r)
		}
	}
}

func TestAnswersStandBehindTheirQuestions(t *testing.T) {
	text := AnswersOf([]Asked{{"主营业务", "板材\n两条线"}, {"还款来源", ""}})
	if got := text.List(); len(got) != 2 || got[0].Text != "板材\n两条线" || got[1] != (Asked{"还款来源", ""}) {
		t.Errorf("%+v", got)
	}
	given, err := text.With([]Asked{{"还款", "销售回款"}})
	if in, of := given.Answered(); err != nil || in != 2 || of != 2 {
		t.Errorf("%s, %v", given, err)
	}
	if _, err := text.With([]Asked{{"担保", "无"}}); err == nil || !strings.Contains(err.Error(), "担保") {
		t.Errorf("%v", err)
	}
}

func TestAStepIsFilledByTheRecordThatItAsksFor(t *testing.T) {
	intake := StepPlan{Opens: "minutes", OpensWith: "template=intake"}
	papers := StepPlan{Opens: "document", OpensWith: "list=guarantee"}
	owner := StepPlan{Opens: "company", OpensWith: "shareholders"}
	item := func(record string, pairs ...string) *Item {
		it := &Item{Record: record, Values: map[string]string{}}
		for i := 0; i < len(pairs); i += 2 {
			it.Values[pairs[i]] = pairs[i+1]
		}
		return it
	}
	for _, tt := range []struct {
		step *StepPlan
		it   *Item
		is   bool
	}{
		{&intake, item("minutes", "template", "intake", "answers", "【主营】板材"), true},
		{&intake, item("minutes", "template", "intake", "answers", "【主营】"), false},
		{&intake, item("minutes", "template", "interview", "answers", "【主营】板材"), false},
		{&owner, item("company", "shareholders", "张三"), true},
		{&owner, item("company", "licence_no", "1"), false},
	} {
		if tt.step.FilledBy(tt.it) != tt.is {
			t.Errorf("%+v by %+v", tt.step, tt.it)
		}
	}
	list := []Item{
		*item("document", "list", "guarantee", "required", "1", "received_on", "2026-11-20"), *item("document", "list", "guarantee"),
		*item("document", "list", "bookkeeping", "required", "1"),
	}
	if !papers.CompletedBy(list) {
		t.Error("what may be missing, and another list, keep the step open")
	}
	list[0].Values["received_on"] = ""
	if papers.CompletedBy(list) {
		t.Error("a paper that is wanted is missing")
	}
}
