package customers

import (
	"fmt"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// orders are the fields that the list can be ordered by; newestFirst begin
// with the latest.
var (
	orders      = []string{"name", "grade", "next_on", "last_on", "expected_on", "expected_amount", "filled_on", "updated_at"}
	newestFirst = []string{"last_on", "expected_amount", "filled_on", "updated_at"}
)

func (s *Screen) orderName(code string) string {
	name := label.Field("customer", code, s.words.Lang)
	if s.query.Sort != code && !(s.query.Sort == "" && code == "name") {
		return name
	}
	if s.query.Desc {
		return name + "  " + s.words.Customers.Descending
	}
	return name + "  " + s.words.Customers.Ascending
}

func (s *Screen) columns() []kit.Column[model.Customer] {
	l, st := s.words.Lang, s.env.Styles
	show := func(code string) func(model.Customer) string {
		f, _ := model.CustomerFields.ByCode(code)
		return func(c model.Customer) string { return label.Show("customer", f.Spec, f.Get(&c), c.Currency, l) }
	}
	title := func(code string) string { return label.Field("customer", code, l) }
	day := func(d func(model.Customer) model.Date) func(model.Customer) string {
		return func(c model.Customer) string { return label.Short(string(d(c)), s.today) }
	}
	return []kit.Column[model.Customer]{
		{Code: "name", Title: title("name"), Min: 14, Max: 30, Weight: 3, Cell: func(c model.Customer) string { return c.Name }},
		{Code: "grade", Title: s.words.Today.Grade, Min: kit.Width(s.words.Today.Grade), Max: kit.Width(s.words.Today.Grade), Cell: grade, Style: func(model.Customer) *lipgloss.Style { return &st.Badge }},
		{Code: "class", Title: title("class"), Min: 12, Max: 12, Drop: 2, Cell: show("class")},
		{Code: "phones", Title: title("phones"), Min: 13, Max: 18, Weight: 1, Drop: 1, Cell: show("phones")},
		{Code: "next_on", Title: s.words.Card.NextOn, Min: 10, Max: 10, Cell: day(func(c model.Customer) model.Date { return c.NextOn }), Style: s.nextStyle},
		{Code: "last_on", Title: title("last_on"), Min: 12, Max: 12, Drop: 3, Cell: day(func(c model.Customer) model.Date { return c.LastOn })},
	}
}

func grade(c model.Customer) string {
	if c.Grade == model.Ungraded {
		return "-"
	}
	return string(c.Grade)
}

func (s *Screen) nextStyle(c model.Customer) *lipgloss.Style {
	if c.NextOn != "" && c.NextOn < s.today {
		return &s.env.Styles.Late
	}
	return nil
}

func (s *Screen) rowStyle(c model.Customer) *lipgloss.Style {
	if c.Archived || c.Grade == model.GradeE {
		return &s.env.Styles.Dim
	}
	return nil
}

func (s *Screen) setEmpty() {
	w := s.words.Customers
	text := w.None
	switch {
	case s.query.Search != "":
		text = fmt.Sprintf(w.NotFound, s.query.Search)
	case s.query.Archived:
		text = w.NoArchived
	}
	s.table.SetEmpty(text)
}

// head is the search field, or what it offers.
func (s *Screen) head(w int) (string, *tea.Cursor) {
	st, words := s.env.Styles, s.words.Customers
	name := words.Title
	if s.query.Archived {
		name = words.TitleArchived
	}
	left := " " + st.Title.Render(name) + "  "
	at := kit.Width(name) + 3
	if !s.typing && s.query.Search == "" {
		return kit.Fit(left+st.Dim.Render("/ "+words.SearchHint), w), nil
	}
	left += st.HintKey.Render("/ ")
	at += 2
	field, x := s.search.View(max(w-at-1, 4))
	line := kit.Fit(left+field, w)
	if !s.typing {
		return line, nil
	}
	cursor := tea.NewCursor(at+x, 0)
	cursor.Shape = tea.CursorBar
	return line, cursor
}

// foot is the count of what the list shows.
func (s *Screen) foot(w int) string {
	text := fmt.Sprintf(s.words.Customers.Count, len(s.ids))
	return s.env.Styles.Dim.Render(kit.Fit("  "+text, w))
}

// View draws the screen.
func (s *Screen) View() (string, *tea.Cursor) {
	list, pane := s.layout()
	head, cursor := s.head(list.W)
	left := kit.JoinV(head, "", s.table.View(), s.foot(list.W))
	if s.w < wide {
		if s.open {
			return kit.JoinH(s.h, "", kit.Part{W: 1}, kit.Part{Text: s.card.View(), W: pane.W}, kit.Part{W: 1}), nil
		}
		return kit.FitBlock(left, s.w, s.h), cursor
	}
	return kit.JoinH(s.h, kit.Separator(s.env), kit.Part{Text: left, W: list.W}, kit.Part{Text: s.card.View(), W: pane.W}), cursor
}
