package reports

import (
	"strings"

	"genjin/model/label"

	"genjin/tui/kit"
)

// The room of a line: its mark, the air between columns, and the least bar worth
// drawing.
const (
	markCells = 2
	air       = 3
	leastBar  = 8
	mostBar   = 40
	mostName  = 32
)

// drawn is a line of the screen; at is the line of the page, -1 = none.
type drawn struct {
	text string
	at   int
}

// View draws what finds room, the cursor among it.
func (p *sheet) View() string {
	if len(p.lines) == 0 {
		text := p.empty
		if p.load.Busy() || !p.ready {
			text = p.words.Reports.Counting
		}
		return kit.FitBlock("\n  "+p.env.Styles.Dim.Render(text), p.w, p.h)
	}
	all := p.draw()
	lines := all[p.window(all):]
	var b strings.Builder
	for i, l := range lines[:min(len(lines), p.h)] {
		if i > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l.text)
	}
	return kit.FitBlock(b.String(), p.w, p.h)
}

// window is the first line in sight, moved no more than it must; the head of the
// first line's table stays in sight with it.
func (p *sheet) window(all []drawn) int {
	first, last := -1, 0
	for i, l := range all {
		if l.at == p.at {
			last = i
			if first < 0 {
				first = i
			}
		}
	}
	if p.at == 0 || p.lines[p.at].block != p.lines[max(p.at-1, 0)].block {
		first = max(first-2, 0)
	}
	if last >= p.offset+p.h {
		p.offset = last - p.h + 1
	}
	p.offset = max(min(p.offset, first, len(all)-1), 0)
	return p.offset
}

// lineAt is the line of the page at a row of the screen; -1 = none.
func (p *sheet) lineAt(y int) int {
	all := p.draw()
	if i := y + p.window(all); y >= 0 && y < p.h && i < len(all) {
		return all[i].at
	}
	return -1
}

// draw is the whole page.
func (p *sheet) draw() []drawn {
	var all []drawn
	block := -1
	for at, l := range p.lines {
		if l.block != block {
			if block >= 0 {
				all = append(all, drawn{"", -1})
			}
			block = l.block
			all = append(all, drawn{p.head(&p.blockOfLines[block]), -1})
		}
		all = append(all, drawn{p.row(at), at})
	}
	return all
}

func (p *sheet) head(b *block) string {
	st := p.env.Styles
	text := strings.Repeat(" ", markCells) + st.Section.Render(kit.Fit(b.title, min(b.name, mostName)))
	if kit.Width(b.title) > b.name {
		text = strings.Repeat(" ", markCells) + st.Section.Render(kit.Cut(b.title, mostName))
		text = kit.Fit(text, max(markCells+min(b.name, mostName), kit.Width(text)))
	}
	for i, h := range b.heads {
		used := markCells + min(b.name, mostName)
		for n := range i + 1 {
			used += air + b.widths[n]
		}
		text = kit.Fit(text, max(used-kit.Width(h), kit.Width(text)+1)) + st.Header.Render(h)
	}
	return text
}

func (p *sheet) row(at int) string {
	l, st := p.lines[at], p.env.Styles
	b := &p.blockOfLines[l.block]
	mark := "  "
	if at == p.at {
		mark = st.Accent.Render("> ")
	}
	text := mark + kit.Fit(l.name, min(b.name, mostName))
	for i, m := range l.cells {
		value := kit.FitRight(label.MeasureShort(m, p.words.Lang), b.widths[i])
		switch {
		case at == p.at && i == min(p.column, len(l.cells)-1):
			value = st.Selected.Render(value)
		case i == 0 && l.block == 0:
			value = st.Strong.Render(value)
		case l.block == 0 || m.IsNothing():
			value = st.Dim.Render(value)
		}
		text += strings.Repeat(" ", air) + value
	}
	room := min(p.w-kit.Width(text)-air, mostBar)
	if b.largest > 0 && room >= leastBar {
		text += strings.Repeat(" ", air) + st.Accent.Render(kit.Bar(p.env, l.bar, b.largest, room))
	}
	return text
}
