package today

import (
	"fmt"
	"slices"

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
	phone  string
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
	switch {
	case it.status == done:
	case it.OfDebt():
		return fmt.Sprint("debts", it.CustomerID, it.Currency)
	case it.Kind == model.RowStep:
		return fmt.Sprint("project", it.ProjectID)
	}
	return fmt.Sprint(it.status == done, it.Kind, it.About, it.Record, it.DueOn)
}

// columns are always in the same places: who, grade, what, why, how late.
func (s *Screen) columns() []kit.Column[item] {
	w := s.words.Today
	columns := []kit.Column[item]{
		{Code: "done", Title: "", Min: 1, Max: 1, Cell: func(it item) string {
			if it.status == done {
				return "v"
			}
			return ""
		}},
		{Code: "customer", Title: w.Customer, Min: 16, Max: 22, Weight: 1, Cell: func(it item) string { return it.who }},
		{Code: "grade", Title: w.Grade, Min: kit.Width(w.Grade), Max: kit.Width(w.Grade), Cell: gradeCell,
			Style: s.gradeStyle},
		{Code: "what", Title: w.What, Min: w.WhatWidth, Max: w.WhatWidth, Cell: func(it item) string { return it.what },
			Style: s.kindStyle},
		{Code: "why", Title: w.Why, Min: 24, Weight: 4, Cell: func(it item) string { return it.why }},
		{Code: "phone", Title: w.Phone, Min: 13, Max: 14, Drop: 1, Cell: func(it item) string { return it.phone }},
		{Code: "late", Title: w.Late, Min: w.LateWidth, Max: w.LateWidth, Right: true, Cell: func(it item) string { return it.late },
			Style: s.lateStyle},
	}
	if !s.queue.day.reachable() {
		columns = slices.DeleteFunc(columns, func(c kit.Column[item]) bool { return c.Code == "phone" })
	}
	return columns
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

// gradeStyle lets the best customers stand out.
func (s *Screen) gradeStyle(it item) *lipgloss.Style {
	if it.status == done || it.Grade != model.GradeA {
		return nil
	}
	return &s.env.Styles.Badge
}

// kindStyle is a kind's colour: money, somebody who waits, goods and projects; a
// follow-up, as most rows are, is plain.
func (s *Screen) kindStyle(it item) *lipgloss.Style {
	st := s.env.Styles
	switch {
	case it.status == done:
		return nil
	case it.OfDebt(), it.Kind == model.RowBill:
		return &st.Warn
	case it.Kind == model.RowCase:
		return &st.Late
	case it.Kind == model.RowShipment, it.Kind == model.RowOrderStep, it.Kind == model.RowQuote, it.Kind == model.RowStep:
		return &st.Accent
	}
	return nil
}

func (s *Screen) lateStyle(it item) *lipgloss.Style {
	if it.status == due && it.IsPressing() {
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

// items are the rows of the shown days.
func (s *Screen) items() []item {
	var items []item
	if s.At() == spanToday {
		for _, r := range s.queue.day.rows {
			items = append(items, s.item(r, due))
		}
		return append(items, s.doneItems()...)
	}
	tomorrow := s.queue.day.today.AddDays(1)
	for _, r := range s.queue.day.ahead {
		if s.At() == spanWeek || r.On <= tomorrow {
			items = append(items, s.item(r, ahead))
		}
	}
	return items
}

func (s *Screen) item(r model.Row, st status) item {
	l := s.words.Lang
	it := item{Row: r, status: st, who: label.Who(r, l), what: label.Kind(r, l),
		why: s.words.Note(label.Call(r, s.queue.day.said[r.CustomerID], s.queue.day.today, l))}
	if phones := s.queue.day.said[r.CustomerID].Phones.Items(); len(phones) > 0 {
		it.phone = s.words.Note(phones[0])
	}
	if st == ahead {
		it.late = label.Short(string(r.On), s.queue.day.today)
		return it
	}
	if it.late = label.Late(r.DaysLate, l); r.DaysLate < 0 { // the column has room for a day
		it.late = label.Short(string(r.DueOn), s.queue.day.today)
	}
	return it
}

// doneItems are the day's work, the latest first: contacts, closed cases and
// ticks; a snooze says until when.
func (s *Screen) doneItems() []item {
	l, w := s.words.Lang, s.words.Today
	var items []item
	for _, k := range s.queue.day.entries {
		e, c := k.Entry, k.Customer
		it := item{status: done, who: c.Name, Row: model.Row{Kind: model.RowFollowUp, Record: e.ID, CustomerID: c.ID,
			Customer: c.Name, Grade: c.Grade}}
		it.what = label.Option("journal", "kind", string(e.Kind), l)
		switch {
		case e.Status == model.CaseClosed && e.ClosedOn == s.queue.day.today:
			it.why = label.Option("journal", "case_status", string(e.Status), l)
		case e.Outcome == model.NotReached:
			it.why = label.Option("journal", "outcome", string(e.Outcome), l) + then(w.ThenRetry, c.RetryOn, s.queue.day.today)
		default:
			it.why = label.Option("journal", "outcome", string(e.Outcome), l) + then(w.ThenNext, c.NextOn, s.queue.day.today)
		}
		items = append(items, it)
	}
	for _, h := range s.queue.day.acts {
		c := s.queue.day.names[h.CustomerID]
		it := item{status: done, Row: model.Row{Kind: h.Kind, Record: h.Record, About: h.About, CustomerID: h.CustomerID,
			Customer: c.Name, Grade: c.Grade, DueOn: h.DueOn}}
		it.who, it.what = label.Who(it.Row, l), label.Kind(it.Row, l)
		it.why = w.Ticked
		if h.Until != "" {
			it.why = fmt.Sprintf(w.Snoozed, label.Short(string(h.Until), s.queue.day.today))
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
	finished = len(s.queue.day.entries)
	for _, h := range s.queue.day.acts {
		if h.Until == "" {
			finished++
		}
	}
	return finished, finished + len(s.queue.day.rows)
}

// progressLine is how far the day is; its bar makes room for a filter.
func (s *Screen) progressLine(int) string {
	st := s.env.Styles
	finished, all := s.progress()
	if all == 0 {
		return ""
	}
	text := st.Strong.Render(fmt.Sprintf("%d/%d", finished, all)) + " " + s.words.Today.DoneOf + "  "
	if s.lens.Text() != "" {
		return text
	}
	return text + st.Accent.Render(kit.Progress(finished, all, 20)) + "  "
}

// fewRows is how many rows one sees at a glance.
const fewRows = 4

// foremost is the line over the queue with the acts worth most; where they don't
// fit, without how late they are, and then the first of them.
func (s *Screen) foremost(w int) []string {
	if s.At() != spanToday || len(s.queue.day.rows) < fewRows || s.search.Text() != "" || s.lens.Text() != "" {
		return nil
	}
	acts := model.Foremost(s.queue.day.rows)
	line := s.foremostLine(acts, true)
	if kit.Width(line) > w {
		line = s.foremostLine(acts, false)
	}
	return []string{kit.Fit(line, w)}
}

func (s *Screen) foremostLine(acts []model.Row, whole bool) string {
	st := s.env.Styles
	line := " " + st.HintKey.Render(s.words.Today.First)
	for _, r := range acts {
		worth := label.Worth(r, s.queue.day.today, whole, s.words.Lang)
		line += "  " + st.Strong.Render(label.SpokenName(label.Who(r, s.words.Lang))) + " " + s.words.Note(worth)
	}
	return line
}

// warning says that the days ahead lie in a year whose holidays are not known.
func (s *Screen) warning(int) []string {
	until := s.queue.day.today.AddDays(week)
	if !s.queue.day.calendar.Misses(until) {
		return nil
	}
	return []string{fmt.Sprintf(s.words.App.CalendarUnknown, until.Year())}
}

// emptyText says what would fill an empty list and with which key, or that the
// day is done and what tomorrow brings.
func (s *Screen) emptyText() string {
	w := s.words.Today
	switch {
	case s.queue.day.empty:
		return w.NoCustomers
	case s.At() != spanToday && !s.queue.day.looked:
		return "" // being read
	case s.At() != spanToday:
		return w.NothingAhead
	}
	tomorrow := 0
	for _, r := range s.queue.day.ahead {
		if r.On <= s.queue.day.today.AddDays(1) {
			tomorrow++
		}
	}
	return fmt.Sprintf(w.NothingDue, tomorrow, len(s.queue.day.ahead))
}
