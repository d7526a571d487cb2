package journal

import (
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/kit"
)

func (s *Screen) setColumns() {
	s.entries.SetColumns(ask.Columns(s.lens, label.Journal, s.asOf, s.entryColumns()))
	s.cases.SetColumns(s.caseColumns())
}

// showColumns shows the columns that the person chose.
func (s *Screen) showColumns() tea.Cmd {
	s.setColumns()
	return s.Look()
}

// entryColumns are when, who, how pressing, how, whether it reached them, what
// it was about.
func (s *Screen) entryColumns() []kit.Column[model.Case] {
	st := s.env.Styles
	return []kit.Column[model.Case]{
		{Code: "at", Title: s.words.Journal.When, Min: 11, Max: 11, Cell: func(k model.Case) string { return when(k.Entry.At, s.today) }},
		s.nameColumn(),
		s.gradeColumn(),
		{Code: "method", Title: s.title("method"), Min: s.optionWidth("method", 9), Max: s.optionWidth("method", 9),
			Drop: 2, Cell: s.option("method")},
		{Code: "outcome", Title: s.title("outcome"), Min: s.optionWidth("outcome", 9), Max: s.optionWidth("outcome", 9),
			Drop: 1, Cell: s.option("outcome"), Style: func(k model.Case) *lipgloss.Style {
				if k.Entry.Outcome == model.NotReached {
					return &st.Warn
				}
				return nil
			}},
		{Code: "kind", Title: s.title("kind"), Min: s.optionWidth("kind", 11), Max: s.optionWidth("kind", 11), Drop: 3, Cell: s.option("kind")},
		{Code: "situation", Title: s.title("situation"), Min: 16, Weight: 1, Cell: s.situation},
	}
}

// caseColumns are since when, how many days, what, who, who is to answer for
// it, and what it is about.
func (s *Screen) caseColumns() []kit.Column[model.Case] {
	w, st := s.words.Journal, s.env.Styles
	return []kit.Column[model.Case]{
		{Code: "at", Title: w.When, Min: 11, Max: 11, Cell: func(k model.Case) string { return when(k.Entry.At, s.today) }},
		{Code: "age", Title: w.Age, Min: max(kit.Width(w.Age), 4), Right: true, Cell: func(k model.Case) string {
			return strconv.Itoa(s.age(k))
		}, Style: func(k model.Case) *lipgloss.Style {
			if s.age(k) > 0 {
				return &st.Late
			}
			return nil
		}},
		{Code: "kind", Title: s.title("kind"), Min: s.optionWidth("kind", 11), Max: s.optionWidth("kind", 11),
			Cell: s.option("kind"), Style: func(model.Case) *lipgloss.Style { return &st.Accent }},
		s.nameColumn(),
		{Code: "fault", Title: s.title("fault"), Min: s.optionWidth("fault", 9), Max: s.optionWidth("fault", 9),
			Drop: 1, Cell: s.option("fault")},
		{Code: "situation", Title: s.title("situation"), Min: 12, Weight: 1, Cell: s.situation},
	}
}

func (s *Screen) nameColumn() kit.Column[model.Case] {
	return kit.Column[model.Case]{Code: "customer_id", Title: s.words.Today.Customer, Min: 12, Max: 20, Weight: 1,
		Cell: func(k model.Case) string { return k.Customer.Name }}
}

func (s *Screen) gradeColumn() kit.Column[model.Case] {
	title := s.words.Today.Grade
	return kit.Column[model.Case]{
		Code: "grade", Title: title, Min: kit.Width(title), Max: kit.Width(title),
		Cell: func(k model.Case) string {
			if k.Customer.Grade == model.Ungraded {
				return "-"
			}
			return string(k.Customer.Grade)
		},
		Style: func(model.Case) *lipgloss.Style { return &s.env.Styles.Badge },
	}
}

// situation is what an entry is about, without what is private while that is
// masked.
func (s *Screen) situation(k model.Case) string { return s.words.Note(k.Entry.Situation) }

// title is the name of an entry's field.
func (s *Screen) title(code string) string { return label.Field("journal", code, s.words.Lang) }

// option is an entry's choice in words.
func (s *Screen) option(code string) func(model.Case) string {
	f, _ := model.EntryFields.ByCode(code)
	return func(k model.Case) string { return label.Show("journal", f.Spec, f.Get(&k.Entry), "", s.words.Lang) }
}

// optionWidth is the room for a choice's longest word, at most so much.
func (s *Screen) optionWidth(code string, most int) int {
	f, _ := model.EntryFields.ByCode(code)
	width := kit.Width(s.title(code))
	for _, o := range f.Options {
		width = max(width, kit.Width(label.Option("journal", code, o, s.words.Lang)))
	}
	return min(width, most)
}

// when is a day of this year with its time, or another year's day.
func when(at model.Moment, today model.Date) string {
	if at.Date().Year() == today.Year() {
		return label.Short(string(at), today)
	}
	return string(at.Date())
}

// age is for how many days a case has waited.
func (s *Screen) age(k model.Case) int { return max(s.today.Sub(k.Entry.At.Date()), 0) }

func (s *Screen) rowStyle(k model.Case) *lipgloss.Style {
	if k.Customer.Archived {
		return &s.env.Styles.Dim
	}
	return nil
}
