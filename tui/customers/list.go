package customers

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// orders are the fields that the list is often ordered by, whether it shows
// them or not; newestFirst begin with the latest or the largest.
var (
	orders      = []string{"name", "grade", "next_on", "last_on", "expected_on", "expected_amount", "filled_on", "updated_at"}
	newestFirst = []string{"last_on", "expected_amount", "filled_on", "created_at", "updated_at", "credit_limit", "potential_score", "payment_score", "party_size", "attempts"}
)

func (s *Screen) orderName(code string) string {
	name := label.Column(code, s.words.Lang)
	if s.query.Sort != code && !(s.query.Sort == "" && code == "name") {
		return name
	}
	if s.query.Desc {
		return name + "  " + s.words.Customers.Descending
	}
	return name + "  " + s.words.Customers.Ascending
}

// askOrder is the menu of orders: the columns in sight and the common ones. The
// one in use again turns it round.
func (s *Screen) askOrder() tea.Cmd {
	codes := slices.Clone(s.chosen())
	if len(s.custom) == 0 {
		codes = nil // the common ones have them all, in the order of use
	}
	for _, code := range append(slices.Clone(orders), usual...) {
		if !slices.Contains(codes, code) {
			codes = append(codes, code)
		}
	}
	var menu []kit.Action
	for _, code := range codes {
		menu = append(menu, kit.Action{ID: "order." + code, Name: s.orderName(code), Do: func() tea.Cmd { return s.orderBy(code) }})
	}
	return kit.Open(kit.NewMenu(s.env, s.words.Customers.Sort, menu))
}

func (s *Screen) orderBy(code string) tea.Cmd {
	if s.query.Sort == code {
		s.query.Desc = !s.query.Desc
	} else {
		s.query.Sort, s.query.Desc = code, slices.Contains(newestFirst, code)
	}
	return s.list.Load()
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
	case len(s.query.Filters) > 0:
		text = fmt.Sprintf(s.words.Lists.Nobody, strings.Join(s.conditions(), "\n"))
	case s.query.Archived:
		text = w.NoArchived
	}
	s.list.SetEmpty(text)
}

// head is the search field, or what it offers.
func (s *Screen) head(w int) (string, *tea.Cursor) {
	words := s.words.Customers
	name := words.Title
	if s.query.Archived {
		name = words.TitleArchived
	}
	return s.search.View(" "+s.env.Styles.Title.Render(name)+"  ", w, 0)
}

// chips is the line with the conditions of the filter, empty without any.
func (s *Screen) chips(w int) string {
	if len(s.query.Filters) == 0 {
		return ""
	}
	name := s.words.Lists.Filter
	if s.segment != "" {
		name = s.segment
	}
	st := s.env.Styles
	return kit.Fit(" "+st.HintKey.Render(name)+"  "+st.Strong.Render(strings.Join(s.conditions(), "  |  ")), w)
}

// conditions are the filter's in words.
func (s *Screen) conditions() []string {
	texts := make([]string, len(s.query.Filters))
	for i, f := range s.query.Filters {
		texts[i] = s.words.Note(label.Filter(f, s.words.Lang))
	}
	return texts
}

// foot is the count of what the list shows, how many are selected, and the
// sums.
func (s *Screen) foot(w int) string {
	parts := []string{fmt.Sprintf(s.words.Customers.Count, len(s.list.IDs))}
	if n := s.list.Marks(); n > 0 {
		parts = append([]string{fmt.Sprintf(s.words.Lists.Selected, n)}, parts...)
	}
	if len(s.totals.Expected) > 0 {
		sums := make([]string, len(s.totals.Expected))
		for i, m := range s.totals.Expected {
			sums[i] = label.Amount(m.Amount, m.Currency)
		}
		parts = append(parts, fmt.Sprintf(s.words.Lists.Sum, strings.Join(sums, " + ")))
	}
	return s.env.Styles.Dim.Render(kit.Fit("  "+strings.Join(parts, "  "), w))
}

// View draws the screen.
func (s *Screen) View() (string, *tea.Cursor) {
	rows, _ := s.layout()
	head, cursor := s.head(rows.W)
	list := kit.JoinV(head, s.chips(rows.W), s.list.View(), s.foot(rows.W))
	if s.open {
		cursor = nil
	}
	return s.spread().View(s.env, list, s.card.View(), s.open), cursor
}
