package customers

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/kit"
)

func (s *Screen) setColumns() {
	s.list.SetColumns(ask.Columns(s.lens, label.Customers, s.asOf, s.customerColumns()))
}

// showColumns shows the columns that the person chose.
func (s *Screen) showColumns() tea.Cmd {
	s.setColumns()
	s.list.Refresh()
	return s.list.Window()
}

// customerColumns are who, how pressing, what kind of customer, how they are
// reached, when they are to be and when they were last. What the card beside the
// list shows best leaves first.
func (s *Screen) customerColumns() []kit.Column[model.CustomerOf] {
	w := s.words
	title := func(code string) string { return label.Customers.Head(code, w.Lang) }
	grades := kit.Width(w.Today.Grade)
	return []kit.Column[model.CustomerOf]{
		{Code: "name", Title: title("name"), Min: 14, Max: 30, Weight: 3, Cell: func(c model.CustomerOf) string { return c.Name }},
		{Code: "grade", Title: w.Today.Grade, Min: grades, Max: grades, Cell: func(c model.CustomerOf) string { return grade(c.Customer) },
			Style: func(model.CustomerOf) *lipgloss.Style { return &s.env.Styles.Badge }},
		{Code: "class", Title: title("class"), Min: 12, Max: 12, Drop: 2, Cell: s.shown("class")},
		{Code: "phones", Title: title("phones"), Min: 13, Max: 18, Weight: 1, Drop: 1, Cell: s.shown("phones")},
		{Code: "next_on", Title: w.Card.NextOn, Min: 10, Max: 10, Cell: s.day(func(c model.CustomerOf) model.Date { return c.NextOn }),
			Style: s.nextStyle},
		{Code: "last_on", Title: title("last_on"), Min: 12, Max: 12, Drop: 3,
			Cell: s.day(func(c model.CustomerOf) model.Date { return c.LastOn })},
	}
}

// shown is a field of the card in words, what is private masked.
func (s *Screen) shown(code string) func(model.CustomerOf) string {
	f, _ := model.CustomerFields.ByCode(code)
	return func(c model.CustomerOf) string {
		return strings.ReplaceAll(s.words.Show(model.RowOfCustomer, f.Spec, f.Get(&c.Customer), c.Currency), "\n", " ")
	}
}

func (s *Screen) day(of func(model.CustomerOf) model.Date) func(model.CustomerOf) string {
	return func(c model.CustomerOf) string { return label.Short(string(of(c)), s.today) }
}

func grade(c model.Customer) string {
	if c.Grade == model.Ungraded {
		return "-"
	}
	return string(c.Grade)
}

func (s *Screen) nextStyle(c model.CustomerOf) *lipgloss.Style {
	if c.NextOn != "" && c.NextOn < s.today {
		return &s.env.Styles.Late
	}
	return nil
}
