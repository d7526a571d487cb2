package reports

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// sheet is a report as the rows of a section: lines with cells, of which one is
// under the cursor.
type sheet struct {
	env    *kit.Env
	words  *words.Words
	kind   string
	of     model.Period
	back   int // how many periods before today's
	read   func(context.Context) (model.Page, error)
	page   model.Page
	ready  bool
	stale  bool
	load   kit.Load[model.Page]
	events kit.Events
	empty  string

	lines        []line
	lacks        []string // what would fill figures that are left out, each a sentence
	at, column   int      // the cell under the cursor
	offset       int
	w, h, x, y   int
	blockOfLines []block
}

// line is a row of the page.
type line struct {
	block int
	name  string
	cells []*model.Measure
	bar   int64 // what its bar says
}

// block is what lines have in common: those of a table.
type block struct {
	title   string
	heads   []string
	name    int   // how wide the names are
	widths  []int // of the cells
	largest int64 // of the bars
	chart   chart
	parts   []int64  // of a bar of parts
	over    []string // of a line over time: the first and the last of its names
}

// chart is how the lines of a table are drawn.
type chart int

const (
	bars   chart = iota
	funnel       // bars in the middle, each as wide as what is left
	parts        // one bar of all lines, each in a shade of its own
	curve        // one line over time of the column under the cursor
)

// chartOf is how a table is drawn.
func chartOf(t *model.ReportTable) chart {
	switch {
	case t.Ages != nil:
		return parts
	case t.Code == "by_month" && len(t.Lines) > 2 && !t.Has(""): // what has no month is on no line over time
		return curve
	case t.Code == "by_stage", t.Code == "by_class":
		return funnel
	}
	return bars
}

func newSheet(env *kit.Env, words *words.Words, kind string, of model.Period) *sheet {
	return &sheet{env: env, words: words, kind: kind, of: of, stale: true}
}

// span is the period that is shown.
func (p *sheet) span(today model.Date) model.Span {
	span := p.of.Of(today)
	for range p.back {
		span = p.of.Before(span)
	}
	return span
}

// chosen is the figure under the cursor; nil: there is none.
func (p *sheet) chosen() *model.Measure {
	if p.at >= len(p.lines) {
		return nil
	}
	cells := p.lines[p.at].cells
	return cells[min(p.column, len(cells)-1)]
}

// about is what the figure under the cursor is called.
func (p *sheet) about() string {
	l := p.lines[p.at]
	name := label.Measured(p.chosen().Code, p.words.Lang)
	if l.block == 0 {
		return name
	}
	return l.name + " " + name
}

// whole is all of a share, in tenths of a percent.
const whole = 1000

// build puts the page into lines.
func (p *sheet) build() {
	p.lines, p.blockOfLines, p.lacks = nil, nil, nil
	if !p.ready || p.page.IsNothing() {
		return
	}
	lang := p.words.Lang
	p.addBlock("", []string{label.Measured("now", lang), label.Measured("before", lang)})
	told, lacks := p.page.Told()
	for _, what := range lacks {
		p.lacks = append(p.lacks, words.ReportLacks[what].In(lang))
	}
	for _, f := range told {
		cells := []*model.Measure{&f.Measure}
		if f.Before != nil {
			before := *f.Before
			before.List = ""
			cells = append(cells, &before)
		}
		p.addLine(label.Measured(f.Code, lang), cells, 0)
	}
	for i := range p.page.Tables {
		t := &p.page.Tables[i]
		if len(t.Lines) == 0 {
			continue
		}
		var heads []string
		for _, code := range t.Heads {
			heads = append(heads, label.Measured(code, lang))
		}
		p.addBlock(label.Measured(t.Code, lang), heads)
		b := &p.blockOfLines[len(p.blockOfLines)-1]
		if b.chart = chartOf(t); t.Code == "targets" {
			b.largest = whole
		}
		for _, n := range t.Told() {
			var cells []*model.Measure
			for c := range t.Lines[n].Cells {
				cells = append(cells, &t.Lines[n].Cells[c])
			}
			bar := t.Lines[n].Cells[0].Size()
			switch {
			case t.By == "currency": // two of them are not to be compared
				bar = 0
			case t.Code == "targets": // how far each is reached
				bar = min(t.Lines[n].Cells[2].N, whole)
			}
			name := label.LineOf(t, n, lang)
			if b.chart == parts {
				b.parts = append(b.parts, bar)
				name = kit.Shade(p.env, n) + " " + name
			}
			p.addLine(name, cells, bar)
		}
		b.over = []string{label.LineOf(t, 0, lang), label.LineOf(t, len(t.Lines)-1, lang)}
	}
	p.moveTo(p.at)
}

func (p *sheet) addBlock(title string, heads []string) {
	b := block{title: title, heads: heads}
	for _, h := range heads {
		b.widths = append(b.widths, kit.Width(h))
	}
	p.blockOfLines = append(p.blockOfLines, b)
}

func (p *sheet) addLine(name string, cells []*model.Measure, bar int64) {
	b := &p.blockOfLines[len(p.blockOfLines)-1]
	b.name, b.largest = max(b.name, kit.Width(name)), max(b.largest, bar)
	for i, m := range cells {
		b.widths[i] = max(b.widths[i], kit.Width(label.MeasureShort(m, p.words.Lang)))
	}
	p.lines = append(p.lines, line{block: len(p.blockOfLines) - 1, name: name, cells: cells, bar: bar})
}

// Bind says what follows what happens in the page.
func (p *sheet) Bind(e kit.Events) { p.events = e }

// SetSize says how many cells the page has.
func (p *sheet) SetSize(w, h int) { p.w, p.h = w, h }

// SetOrigin says where on the screen it lies.
func (p *sheet) SetOrigin(x, y int) { p.x, p.y = x, y }

// SetEmpty is what is said where there is nothing.
func (p *sheet) SetEmpty(text string) { p.empty = text }

// Renew marks the page as out of date.
func (p *sheet) Renew(top bool) {
	p.stale = true
	if top {
		p.at, p.column, p.offset = 0, 0, 0
	}
}

// Look reads the page if it is out of date.
func (p *sheet) Look() tea.Cmd {
	if !p.stale {
		return nil
	}
	p.stale = false
	return p.load.Run(p.read)
}

// Answer takes the page.
func (p *sheet) Answer(msg tea.Msg) (tea.Cmd, bool) {
	page, err, ok := p.load.Take(msg)
	switch {
	case !ok:
		return nil, false
	case err != nil:
		return p.events.Failed(err), true
	}
	p.page, p.ready = page, true
	p.build()
	return p.events.Read(false), true
}

// Update moves the cursor.
func (p *sheet) Update(msg tea.Msg) (tea.Cmd, bool) {
	const wheel = 3
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return nil, p.key(kit.KeyName(msg))
	case tea.MouseWheelMsg:
		p.moveTo(p.at + map[bool]int{true: -wheel, false: wheel}[msg.Button == tea.MouseWheelUp])
		return nil, true
	case tea.MouseClickMsg:
		at := p.lineAt(msg.Y - p.y)
		switch {
		case at < 0:
		case at == p.at:
			return p.events.Opened(), true
		default:
			p.moveTo(at)
		}
		return nil, true
	}
	return nil, false
}

func (p *sheet) key(key string) bool {
	switch key {
	case "down", "j":
		p.moveTo(p.at + 1)
	case "up", "k":
		p.moveTo(p.at - 1)
	case "pgdown":
		p.moveTo(p.at + p.h)
	case "pgup":
		p.moveTo(p.at - p.h)
	case "home", "g":
		p.moveTo(0)
	case "end", "G":
		p.moveTo(len(p.lines) - 1)
	case "right":
		p.column = min(p.column+1, p.columns()-1)
	case "left":
		p.column = max(min(p.column, p.columns()-1)-1, 0)
	default:
		return false
	}
	return true
}

func (p *sheet) columns() int {
	if p.at >= len(p.lines) {
		return 1
	}
	return len(p.lines[p.at].cells)
}

func (p *sheet) moveTo(at int) { p.at = max(min(at, len(p.lines)-1), 0) }

// Count is how many lines there are.
func (p *sheet) Count() int { return len(p.lines) }

// MarkRow, MarkAll, Marks, SetMarks and Selection: figures aren't selected.
func (p *sheet) MarkRow()           {}
func (p *sheet) MarkAll()           {}
func (p *sheet) Marks() int         { return 0 }
func (p *sheet) SetMarks([]int64)   {}
func (p *sheet) Selection() []int64 { return nil }

// period is the line above the page: the span, and those beside it.
func (p *sheet) period(w int) string {
	if !p.ready {
		return ""
	}
	st, lang := p.env.Styles, p.words.Lang
	text := " [ " + label.SpanOf(p.page.Before, lang) + "   " + st.Strong.Render(label.SpanOf(p.page.Span, lang))
	if p.back > 0 {
		text += "   " + label.SpanOf(p.of.After(p.page.Span), lang) + " ]"
	}
	return kit.Fit(text, w)
}

// fileName is a text as the name of a file.
func fileName(text string) string {
	return strings.NewReplacer("  ", "-", " – ", "_", " ", "", "/", "-").Replace(text)
}
