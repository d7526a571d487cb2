package today

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// item is one line of the list: a row of the queue, or what was done.
type item struct {
	model.Row
	who    string // the customer, or the festival
	what   string // 跟进, 改级 B
	why    string
	late   string
	status status
}

type status int

const (
	due status = iota
	ahead
	done
)

// due is the row that actions are about; a done one asks for nothing.
func (it item) due() *model.Row {
	if it.status == done {
		return nil
	}
	return &it.Row
}

func (it item) kind() string { return fmt.Sprint(it.status, it.Kind, it.Grade) }

// key tells rows apart through reloads.
func (it item) key() string {
	return fmt.Sprint(it.status == done, it.Kind, it.About, it.Record, it.DueOn)
}

// columns are always in the same places: who, grade, what, why, how late.
func (s *Screen) columns() []kit.Column[item] {
	w := s.words.Today
	return []kit.Column[item]{
		{Code: "done", Title: "", Min: 1, Max: 1, Cell: func(it item) string {
			if it.status == done {
				return "v"
			}
			return ""
		}},
		{Code: "customer", Title: w.Customer, Min: 12, Max: 22, Weight: 1, Cell: func(it item) string { return it.who }},
		{Code: "grade", Title: w.Grade, Min: kit.Width(w.Grade), Max: kit.Width(w.Grade), Cell: gradeCell,
			Style: func(it item) *lipgloss.Style { return s.unlessDone(it, &s.env.Styles.Badge) }},
		{Code: "what", Title: w.What, Min: w.WhatWidth, Max: w.WhatWidth, Cell: func(it item) string { return it.what },
			Style: func(it item) *lipgloss.Style { return s.unlessDone(it, &s.env.Styles.Accent) }},
		{Code: "why", Title: w.Why, Min: 14, Weight: 4, Cell: func(it item) string { return it.why }},
		{Code: "late", Title: w.Late, Min: w.LateWidth, Max: w.LateWidth, Right: true, Cell: func(it item) string { return it.late },
			Style: s.lateStyle},
	}
}

func gradeCell(it item) string {
	if _, ok := it.Festival(); ok {
		return ""
	}
	if it.Grade == model.Ungraded {
		return "-"
	}
	return string(it.Grade)
}

func (s *Screen) unlessDone(it item, style *lipgloss.Style) *lipgloss.Style {
	if it.status == done {
		return nil
	}
	return style
}

func (s *Screen) lateStyle(it item) *lipgloss.Style {
	if it.status == due && it.DaysLate > 0 {
		return &s.env.Styles.Late
	}
	return nil
}

func (s *Screen) rowStyle(it item) *lipgloss.Style {
	if it.status == done {
		return &s.env.Styles.Dim
	}
	return nil
}

// refill fills the list with the days chosen.
func (s *Screen) refill() {
	var items []item
	switch s.span {
	case spanToday:
		for _, r := range s.day.rows {
			items = append(items, s.item(r, due))
		}
		items = append(items, s.doneItems()...)
	default:
		tomorrow := s.asOf.AddDays(1)
		for _, r := range s.day.ahead {
			if s.span == spanWeek || r.On <= tomorrow {
				items = append(items, s.item(r, ahead))
			}
		}
	}
	s.table.SetEmpty(s.emptyText())
	s.table.SetAll(items)
}

func (s *Screen) item(r model.Row, st status) item {
	l := s.words.Lang
	it := item{Row: r, status: st, who: label.Who(r, l), what: label.Kind(r, l), why: s.words.Note(label.Reason(r.Reason, s.asOf, l))}
	if st == ahead {
		it.late = label.Short(string(r.On), s.asOf)
		return it
	}
	it.late = label.Late(r.DaysLate, l)
	return it
}

// doneItems are the day's work, the latest first: contacts, closed cases and
// ticks; a snooze says until when.
func (s *Screen) doneItems() []item {
	l, w := s.words.Lang, s.words.Today
	var items []item
	for _, k := range s.day.entries {
		e, c := k.Entry, k.Customer
		it := item{status: done, who: c.Name, Row: model.Row{Kind: model.RowFollowUp, Record: e.ID, CustomerID: c.ID,
			Customer: c.Name, Grade: c.Grade}}
		it.what = label.Option("journal", "kind", string(e.Kind), l)
		switch {
		case e.Status == model.CaseClosed && e.ClosedOn == s.asOf:
			it.why = label.Option("journal", "case_status", string(e.Status), l)
		case e.Outcome == model.NotReached:
			it.why = label.Option("journal", "outcome", string(e.Outcome), l) + then(w.ThenRetry, c.RetryOn, s.asOf)
		default:
			it.why = label.Option("journal", "outcome", string(e.Outcome), l) + then(w.ThenNext, c.NextOn, s.asOf)
		}
		items = append(items, it)
	}
	for _, h := range s.day.ticks {
		c := s.day.names[h.CustomerID]
		it := item{status: done, Row: model.Row{Kind: h.Kind, Record: h.Record, About: h.About, CustomerID: h.CustomerID,
			Customer: c.Name, Grade: c.Grade, DueOn: h.DueOn}}
		it.who, it.what = label.Who(it.Row, l), label.Kind(it.Row, l)
		it.why = w.Ticked
		if h.Until != "" {
			it.why = fmt.Sprintf(w.Snoozed, label.Short(string(h.Until), s.asOf))
		}
		items = append(items, it)
	}
	return items
}

func then(format string, on, today model.Date) string {
	if on == "" {
		return ""
	}
	return fmt.Sprintf(format, label.Short(string(on), today))
}

// progress is how many things of the day are done, and how many there were;
// what was put off is neither.
func (s *Screen) progress() (finished, all int) {
	finished = len(s.day.entries)
	for _, h := range s.day.ticks {
		if h.Until == "" {
			finished++
		}
	}
	return finished, finished + len(s.day.rows)
}

// head is the line above the list: which days, how far the day is.
func (s *Screen) head(w int) string {
	st, words := s.env.Styles, s.words.Today
	var b strings.Builder
	for i, name := range []string{words.Today, words.Tomorrow, words.Week} {
		style := &st.Dim
		if span(i) == s.span {
			style = &st.Title
		}
		b.WriteString(" " + style.Render(name) + " ")
	}
	finished, all := s.progress()
	if all > 0 {
		b.WriteString(" " + st.Strong.Render(fmt.Sprintf("%d/%d", finished, all)) + " " + words.DoneOf + "  ")
		b.WriteString(st.Accent.Render(kit.Progress(finished, all, 20)))
	}
	return kit.Fit(b.String(), w)
}

// warning says that the days ahead lie in a year whose holidays are not known.
func (s *Screen) warning(w int) string {
	until := s.asOf.AddDays(week)
	if !s.day.calendar.Misses(until) {
		return ""
	}
	return s.env.Styles.Dim.Render(kit.Fit(" "+fmt.Sprintf(s.words.App.CalendarUnknown, until.Year()), w))
}

// emptyText says what would fill an empty list and with which key, or that the
// day is done and what tomorrow brings.
func (s *Screen) emptyText() string {
	w := s.words.Today
	switch {
	case s.day.empty:
		return w.NoCustomers
	case s.span != spanToday && !s.day.looked:
		return "" // being read
	case s.span != spanToday:
		return w.NothingAhead
	}
	tomorrow := 0
	for _, r := range s.day.ahead {
		if r.On <= s.asOf.AddDays(1) {
			tomorrow++
		}
	}
	return fmt.Sprintf(w.NothingDue, tomorrow, len(s.day.ahead))
}
