package model

import (
	"fmt"
	"slices"
	"testing"
)

func TestWhatAProjectAsksForOnToday(t *testing.T) {
	item := func(state ItemState, change func(*ProjectItem)) ProjectItem {
		it := of(state)
		if change != nil {
			change(&it)
		}
		return it
	}
	for _, tt := range []struct {
		name   string
		stages [][]ProjectItem
		today  Date
		state  ProjectState
		want   []string
	}{
		{"the next step, from the day on which it is", [][]ProjectItem{{done("2026-10-03"), of(ItemTodo), of(ItemTodo)}},
			"2026-10-05", "", []string{"step step_next 2026-10-03 0"}},
		{"the next step of a stage that stands too long", [][]ProjectItem{{of(ItemTodo)}}, "2026-10-13", "",
			[]string{"step step_next 2026-10-01 2", "stage stage_late 2026-10-12 1"}},
		{"the next step of the next stage", [][]ProjectItem{{done("2026-10-04")}, {of(ItemTodo)}}, "2026-10-05",
			"", []string{"step step_next 2026-10-04 0"}},
		{"one that goes on waits for its date", [][]ProjectItem{{of(ItemDoing)}}, "2026-10-05", "", nil},
		{"planned and not come yet", [][]ProjectItem{{item(ItemTodo, func(i *ProjectItem) { i.PlannedOn = "2026-10-09" })}},
			"2026-10-05", "", nil},
		{"planned and late", [][]ProjectItem{{item(ItemDoing, func(i *ProjectItem) { i.PlannedOn, i.Progress = "2026-10-02", 80 })}},
			"2026-10-05", "", []string{"step step_planned 2026-10-02 3"}},
		{"planned in a later stage", [][]ProjectItem{{of(ItemDoing)}, {item(ItemTodo, func(i *ProjectItem) { i.PlannedOn = "2026-10-05" })}},
			"2026-10-05", "", []string{"step step_planned 2026-10-05 0"}},
		{"blocked", [][]ProjectItem{{item(ItemBlocked, func(i *ProjectItem) { i.BlockedOn, i.BlockedWhy = "2026-10-04", "等料" })}},
			"2026-10-05", "", []string{"blocked step_blocked 2026-10-04 1"}},
		{"the customer is waited for", [][]ProjectItem{{of(ItemDoing), item(ItemTodo, func(i *ProjectItem) { i.Waits = true })}},
			"2026-10-05", "", []string{"waiting step_waits 2026-10-01 0"}},
		{"until a day", [][]ProjectItem{{of(ItemDoing), item(ItemTodo, func(i *ProjectItem) { i.Waits, i.PlannedOn = true, "2026-10-05" })}},
			"2026-10-05", "", []string{"waiting step_waits_until 2026-10-05 0"}},
		{"not before its stage", [][]ProjectItem{{of(ItemDoing)}, {item(ItemTodo, func(i *ProjectItem) { i.Waits = true })}},
			"2026-10-05", "", nil},
		{"a decision", [][]ProjectItem{{item(ItemTodo, func(i *ProjectItem) { i.Kind = StepDecision })}}, "2026-10-05",
			"", []string{"step step_decide 2026-10-01 0"}},
		{"the lead time, once its stage is reached", [][]ProjectItem{{of(ItemDoing), item(ItemTodo, func(i *ProjectItem) { i.Told = true })}},
			"2026-10-05", "", []string{"lead_time lead_time 2026-10-01 4"}},
		{"the lead time, when an order came before", [][]ProjectItem{{of(ItemDoing)}, {item(ItemTodo, func(i *ProjectItem) { i.Told = true })},
			{item(ItemDone, func(i *ProjectItem) { i.Fact, i.DoneOn = FactOrdered, "2026-10-03" })}}, "2026-10-05",
			"", []string{"lead_time lead_time 2026-10-03 2"}},
		{"a stage that stands too long", [][]ProjectItem{{of(ItemDoing)}}, "2026-10-13", "", []string{"stage stage_late 2026-10-12 1"}},
		{"filled from an order", [][]ProjectItem{{item(ItemTodo, func(i *ProjectItem) { i.Filled = true })}}, "2026-10-05", "", nil},
		{"on hold", [][]ProjectItem{{of(ItemTodo)}}, "2026-10-05", ProjectOnHold, nil},
		{"all done", [][]ProjectItem{{done("2026-10-04")}}, "2026-10-05", "", nil},
		{"not begun yet", [][]ProjectItem{{of(ItemTodo)}}, "2026-09-28", "", nil},
	} {
		p := tree("2026-10-01", tt.stages...)
		p.ID = 7
		if tt.state != "" {
			p.State = tt.state
		}
		var got []string
		for _, row := range Queue(Facts{Today: tt.today, Settings: DefaultSettings(), Projects: []ProjectTree{*p}}) {
			for _, r := range row.Parts() { // of a project one row
				got = append(got, fmt.Sprintf("%s %s %s %d", r.About, r.Reason.Code, r.DueOn, r.DaysLate))
				if r.Kind != RowStep || r.ProjectID != 7 || r.Project != "试" {
					t.Errorf("%s: %+v", tt.name, r)
				}
			}
		}
		if !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestStepsStandBetweenReminderAndRegrade(t *testing.T) {
	if !(rank[RowReminder] < rank[RowStep] && rank[RowStep] < rank[RowRegrade]) {
		t.Error(rank)
	}
}

func TestARowOfAProjectCanBePutOff(t *testing.T) {
	p := tree("2026-10-01", []ProjectItem{of(ItemTodo)})
	f := Facts{Today: "2026-10-05", Settings: DefaultSettings(), Projects: []ProjectTree{*p}}
	r := Queue(f)[0]
	f.Handled = []Handled{{Kind: r.Kind, Record: r.Record, About: r.About, DueOn: r.DueOn, On: "2026-10-05", Until: "2026-10-08"}}
	if rows := Queue(f); len(rows) != 0 {
		t.Errorf("%+v", rows)
	}
	if rows := Ahead(f, 5); len(rows) != 1 || rows[0].On != "2026-10-08" {
		t.Errorf("%+v", rows)
	}
}
