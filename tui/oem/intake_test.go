package oem_test

import (
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/test"
)

// The papers of an application go from the first talk to the conclusion on the
// screen: space on a step opens the form that belongs to it, the form ticks the
// step, the cursor goes on, and what comes next stands on Today.
func TestAnApplicationGoesFromTheTalkToTheConclusion(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		w, h := 120, 40
		if l == label.EN {
			w, h = 80, 24
		}
		d := open(t, l, w, h, "ctrl+n")
		d.Write("xinghe")
		d.Press("enter", "2")
		d.Write("星河授信")
		d.Press("ctrl+s")
		next := func(title string) {
			t.Helper()
			if line := cursorLine(d); !strings.HasPrefix(line, "> [ ] "+first(title, 10)) {
				t.Fatalf("%s: the cursor is on %q:\n%s", title, line, d.Screen())
			}
		}
		fill := func(title, record string, texts ...string) {
			t.Helper()
			next(title)
			d.Press("space")
			d.Sees("─ " + label.Record(record, l))
			for _, text := range texts { // what can't be missing is asked for by the form
				d.Write(text)
				d.Press("ctrl+s")
			}
			d.Lacks("─ " + label.Record(record, l))
		}
		step := stepsOf(t, d, l)
		fill(step[0], "minutes", "老客户介绍,电话约访")
		next(step[1])
		d.Press("space")
		d.Sees("0/19")
		for range 28 {
			d.Press("space", "down")
		}
		d.Press("enter")
		for _, title := range step[2:6] {
			fill(title, "lookup", "企查查", "存续")
		}
		next(step[6])
		d.Press("space", "1", "ctrl+s")
		next(step[7])
		d.Press("space")
		d.Write("周敏")
		d.Press("ctrl+s")
		fill(step[8], "company", "91440600123456789X")
		fill(step[9], "company", "张三70%,李四30%")
		fill(step[10], "company", "厂房抵押")
		fill(step[11], "company", "法人连带责任")
		fill(step[12], "accounts", "300万")
		next(step[13])
		d.Press("space")
		d.Sees("─ "+label.Field("accounts", "analysis", l), "2025")
		d.Press("ctrl+s")
		fill(step[14], "minutes", "做板材二十年")
		fill(step[15], "minutes", "原件一致")
		fill(step[16], "minutes", "对账单与账面一致")
		next(step[17])
		d.Press("esc", "1")
		d.Sees("星河授信", map[label.Lang]string{label.ZH: "结论:是否受理", label.EN: "Conclusion"}[l])
		d.Press("6")
		d.Lacks("╭─")
		for !strings.Contains(cursorRow(d), "星河授信") {
			d.Press("down")
		}
		d.Press("enter", "space", "1", "ctrl+s")
		d.Sees("█ █ █ █ █", "18/18")
		p, err := d.Store.ResolveProject(t.Context(), "星河授信")
		if err != nil || p.State != model.ProjectDone {
			t.Errorf("the project is %s, %v", p.State, err)
		}
	}
}

// first are so many letters of a text that may be cut.
func first(text string, most int) string {
	r := []rune(text)
	return string(r[:min(len(r), most)])
}

// cursorRow is the row of a list under the cursor.
func cursorRow(d *test.Desk) string {
	for _, line := range strings.Split(d.Screen(), "\n") {
		if strings.HasPrefix(line, "> ") {
			return line
		}
	}
	return ""
}

// cursorLine is the line of a checklist under the cursor.
func cursorLine(d *test.Desk) string {
	for _, line := range strings.Split(d.Screen(), "\n") {
		if strings.HasPrefix(line, "> [") {
			return line
		}
	}
	return ""
}

// stepsOf are the steps of the newest project.
func stepsOf(t *testing.T, d *test.Desk, l label.Lang) (titles []string) {
	t.Helper()
	p, err := d.Store.ResolveProject(t.Context(), "星河授信")
	if err != nil {
		t.Fatal(err)
	}
	of, err := d.Store.ProjectOf(t.Context(), p.ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, st := range of.Now.Stages {
		for _, it := range st.Items {
			titles = append(titles, label.Either(it.Title, it.TitleEN, l))
		}
	}
	return titles
}
