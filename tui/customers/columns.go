package customers

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// usual are the columns unless the person chose others, and which of them
// leaves first when there is little room.
var (
	usual     = []string{"name", "grade", "class", "phones", "next_on", "last_on"}
	usualDrop = map[string]int{"class": 2, "phones": 1, "last_on": 3}
)

func (s *Screen) columns() []kit.Column[model.Customer] {
	var columns []kit.Column[model.Customer]
	for i, code := range s.lens.Shown() {
		c, ok := s.column(code)
		if !ok {
			continue
		}
		c.Drop = usualDrop[code]
		if len(s.lens.Columns) > 0 {
			c.Drop = max(i-1, 0) // of those that were chosen the last leave first
		}
		columns = append(columns, c)
	}
	return columns
}

// column is how one of model.ListFields is shown.
func (s *Screen) column(code string) (kit.Column[model.Customer], bool) {
	spec, ok := model.ListField(code)
	c := kit.Column[model.Customer]{Code: code, Title: label.Column(code, s.words.Lang), Cell: s.cell(spec)}
	title := kit.Width(c.Title)
	fixed := func(w int) { c.Min, c.Max = max(w, title), max(w, title) }
	switch {
	case code == "name":
		c.Min, c.Max, c.Weight = 14, 30, 3
	case code == "grade":
		c.Title = s.words.Today.Grade
		c.Min, c.Max = kit.Width(c.Title), kit.Width(c.Title)
		c.Style = func(model.Customer) *lipgloss.Style { return &s.env.Styles.Badge }
	case code == "next_on":
		c.Title, c.Min, c.Max, c.Style = s.words.Card.NextOn, 10, 10, s.nextStyle
	case code == "last_on":
		c.Min, c.Max = 12, 12
	case code == "phones":
		c.Min, c.Max, c.Weight = 13, 18, 1
	case code == "class":
		c.Min, c.Max = 12, 12
	case spec.Kind == model.KindDate:
		fixed(10)
	case spec.Kind == model.KindNumber:
		fixed(4)
		c.Right = true
	case spec.Kind == model.KindAmount:
		c.Min, c.Max, c.Weight, c.Right = max(12, title), 20, 1, true
	case spec.Kind == model.KindChoice, spec.Kind == model.KindFlag:
		widest := 4
		for _, option := range spec.Options {
			widest = max(widest, kit.Width(label.ColumnOption(spec, option, s.words.Lang)))
		}
		fixed(min(widest, 14))
	default:
		c.Min, c.Max, c.Weight = max(8, title), 40, 2
	}
	return c, ok
}

// cell shows a customer's value.
func (s *Screen) cell(spec model.Spec) func(model.Customer) string {
	switch {
	case spec.Code == "name":
		return func(c model.Customer) string { return c.Name }
	case spec.Code == "grade":
		return grade
	case spec.Kind == model.KindDate:
		return func(c model.Customer) string {
			return label.Short(model.ListValue(&c, spec.Code, s.settings, s.today), s.today)
		}
	case spec.Kind == model.KindRef:
		return func(c model.Customer) string { return s.names[c.Referrer] }
	case spec.Code == model.AxisUrgency, spec.Code == model.AxisImportance:
		return func(c model.Customer) string {
			return label.ColumnValue(spec, model.ListValue(&c, spec.Code, s.settings, s.today), "", s.words.Lang)
		}
	}
	f, _ := model.CustomerFields.ByCode(spec.Code)
	return func(c model.Customer) string {
		return strings.ReplaceAll(s.words.Show("customer", spec, f.Get(&c), c.Currency), "\n", " ")
	}
}

// showColumns shows the columns that the person chose.
func (s *Screen) showColumns() tea.Cmd {
	s.list.SetColumns(s.columns())
	s.list.Refresh()
	return s.list.Window()
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
