package receivables

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// weeksAhead is how many weeks the expected cash-in shows.
const weeksAhead = 10

// charts is the dialog with the aging and the expected cash-in.
type charts struct {
	env    *kit.Env
	words  *words.Words
	store  model.Store
	detail *kit.Detail
	aging  model.Aging
	set    model.Settings
	cash   []model.CashIn
	read   bool // the cash-in is there: it takes a moment
	w, h   int
}

func (s *Screen) openCharts() tea.Cmd {
	return kit.Open(&charts{env: s.env, words: s.words, store: s.store, detail: kit.NewDetail(s.env), aging: s.head.aging, set: s.head.set})
}

type cashRead struct {
	dialog *charts
	cash   []model.CashIn
	err    error
}

// Init reads the expected cash-in while the aging is shown already.
func (c *charts) Init() tea.Cmd {
	return func() tea.Msg {
		cash, err := c.store.CashIn(context.Background(), weeksAhead)
		return cashRead{c, cash, err}
	}
}

// Editing: there is no field.
func (c *charts) Editing() bool { return false }

// Actions are the dialog's keys.
func (c *charts) Actions() []kit.Action {
	w := c.env.Words
	return []kit.Action{
		{ID: "charts.scroll", Keys: []string{"up", "down"}, Name: w.Scroll, Hint: true},
		{ID: "charts.close", Keys: []string{"esc", "enter", "q", "t"}, Name: w.Close, Hint: true,
			Do: func() tea.Cmd { return kit.Close(c, nil) }},
	}
}

// Update takes the cash-in; the keys scroll.
func (c *charts) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case cashRead:
		if msg.dialog != c {
			return nil
		}
		if msg.err != nil {
			return kit.Fail(c.words.Owed.Charts, msg.err)
		}
		c.cash, c.read = msg.cash, true
		c.draw()
		return nil
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(c.Actions(), msg); done {
			return cmd
		}
	}
	c.detail.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY))
	return nil
}

const chartWidth = 100

// View draws the box.
func (c *charts) View(w, h int) (string, *tea.Cursor) {
	inner, rows := max(min(w, chartWidth)-kit.FrameW, 1), max(h-kit.FrameH, 1)
	if inner != c.w || rows != c.h {
		c.w, c.h = inner, rows
		c.detail.SetSize(inner, rows)
		c.draw()
	}
	return kit.Frame(c.env, c.words.Owed.ChartsTitle, c.detail.View(), inner+kit.FrameW), nil
}

func (c *charts) draw() {
	w := c.words.Owed
	var sections []kit.Section
	for _, t := range c.aging.Totals {
		sections = append(sections, kit.Section{Title: w.AgingChart + "  " + t.Currency + " " + label.Grouped(t.Total, t.Currency),
			Lines: c.agingLines(t)})
	}
	switch {
	case !c.read:
		sections = append(sections, kit.Section{Title: w.CashChart, Lines: []string{c.env.Styles.Dim.Render(w.Counting)}})
	case len(c.cash) == 0:
		sections = append(sections,
			kit.Section{Title: w.CashChart, Lines: []string{c.env.Styles.Dim.Render(w.NothingOpen[:strings.IndexByte(w.NothingOpen, '\n')])}})
	}
	for _, in := range c.cash {
		lines := append([]string{c.env.Styles.Dim.Render(kit.Cut(w.CashHow, c.w))}, c.cashLines(in)...)
		sections = append(sections, kit.Section{Title: w.CashChart + "  " + in.Currency, Lines: lines})
	}
	c.detail.SetContent(nil, sections)
}

// bar is a row of a chart.
type bar struct {
	name  string
	value int64
	count int
	late  bool
}

func (c *charts) bars(rows []bar, currency string) []string {
	st := c.env.Styles
	var largest int64
	name, sum := 0, 0
	for _, r := range rows {
		largest = max(largest, r.value)
		name, sum = max(name, kit.Width(r.name)), max(sum, kit.Width(label.Grouped(r.value, currency)))
	}
	room := max(c.w-name-sum-10, 8)
	var lines []string
	for _, r := range rows {
		style, value := &st.Accent, "-"
		if r.late {
			style = &st.Late
		}
		if r.value > 0 {
			value = label.Grouped(r.value, currency)
		}
		count := ""
		if r.count > 0 {
			count = fmt.Sprint(r.count)
		}
		lines = append(lines, st.Label.Render(kit.Fit(r.name, name))+" "+style.Render(kit.Bar(c.env, r.value, largest, room))+" "+
			st.Row.Render(kit.FitRight(value, sum))+st.Dim.Render(kit.FitRight(count, 6)))
	}
	return lines
}

func (c *charts) agingLines(t model.AgingLine) []string {
	b := c.set.Buckets()
	var rows []bar
	for n, open := range t.Buckets {
		rows = append(rows, bar{name: label.Bucket(b, n, c.words.Lang), value: open, late: b.IsPastDue(n)})
	}
	return c.bars(rows, t.Currency)
}

// cashLines are what is expected and late, then the weeks, then what lies
// beyond or has no day.
func (c *charts) cashLines(in model.CashIn) []string {
	w := c.words.Owed
	rows := []bar{{name: w.LateCash, value: in.Late.Amount, count: in.Late.Count, late: true}}
	for _, week := range in.Weeks {
		rows = append(rows, bar{name: fmt.Sprintf(w.WeekOf, string(week.From)), value: week.Amount, count: week.Count})
	}
	rows = append(rows, bar{name: w.Beyond, value: in.Beyond.Amount, count: in.Beyond.Count})
	if in.Undated.Count > 0 {
		rows = append(rows, bar{name: w.Undated, value: in.Undated.Amount, count: in.Undated.Count})
	}
	return c.bars(rows, in.Currency)
}
