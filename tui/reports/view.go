package reports

import (
	"strings"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
)

// The room of a line: its mark, the air between columns, and the least bar worth
// drawing.
const (
	markCells = 2
	air       = 3
	leastBar  = 8
	leastName = 12
	curveRows = 5
	mostBar   = 40
	mostName  = 32
	mostPart  = 72
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
		var said strings.Builder
		for _, l := range kit.Wrap(text, max(p.w-2*markCells, 1)) {
			said.WriteString("\n  " + p.env.Styles.Dim.Render(l))
		}
		return kit.FitBlock(said.String(), p.w, p.h)
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
	for first > 0 && all[first-1].at < 0 { // the head of its table, and the picture under it
		first--
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
	if p.lines[0].block > 0 { // no figure has anything to say
		all = p.drawLacks()
	}
	for at, l := range p.lines {
		if l.block != block {
			if block == 0 {
				all = append(all, p.drawLacks()...)
			}
			if len(all) > 0 {
				all = append(all, drawn{"", -1})
			}
			block = l.block
			for _, text := range append([]string{p.head(&p.blockOfLines[block])}, p.picture(block)...) {
				all = append(all, drawn{text, -1})
			}
		}
		all = append(all, drawn{p.row(at), at})
	}
	if block == 0 {
		all = append(all, p.drawLacks()...)
	}
	return all
}

// drawLacks says what would fill the figures that are left out.
func (p *sheet) drawLacks() (lines []drawn) {
	for _, sentence := range p.lacks {
		for _, l := range kit.Wrap(sentence, max(p.w-2*markCells, 1)) {
			lines = append(lines, drawn{strings.Repeat(" ", markCells) + p.env.Styles.Dim.Render(l), -1})
		}
	}
	return lines
}

// picture is what is drawn of a whole table, above its lines.
func (p *sheet) picture(block int) []string {
	b, st := &p.blockOfLines[block], p.env.Styles
	indent, room := strings.Repeat(" ", markCells), p.w-2*markCells
	switch b.chart {
	case parts:
		return []string{indent + st.Accent.Render(kit.Stacked(p.env, b.parts, min(room, mostPart)))}
	case curve:
		return p.curve(block, indent, room)
	}
	return nil
}

// curve is a column of a table over time; the largest and the least value stand
// beside it, the first and the last name under it.
func (p *sheet) curve(block int, indent string, room int) []string {
	b, st := &p.blockOfLines[block], p.env.Styles
	at := 0
	if p.lines[p.at].block == block {
		at = min(p.column, len(p.lines[p.at].cells)-1)
	}
	var values []int64
	var top, bottom *model.Measure
	for i := range p.lines {
		if p.lines[i].block != block {
			continue
		}
		m := p.lines[i].cells[at]
		if values = append(values, m.Size()); top == nil || m.Size() > top.Size() {
			top = m
		}
		if bottom == nil || m.Size() < bottom.Size() {
			bottom = m
		}
	}
	most, least := label.MeasureShort(top, p.words.Lang), "0"
	if bottom.Size() < 0 {
		least = label.MeasureShort(bottom, p.words.Lang)
	}
	side := max(kit.Width(most), kit.Width(least)) + 1
	w := min(max(room-side, leastBar), mostPart)
	var lines []string
	for i, l := range kit.Line(p.env, values, w, curveRows) {
		mark := map[int]string{0: most, curveRows - 1: least}[i]
		lines = append(lines, indent+st.Dim.Render(kit.FitRight(mark, side-1))+" "+st.Accent.Render(l))
	}
	under := b.over[0] + kit.FitRight(b.over[1], max(w-kit.Width(b.over[0]), 0))
	return append(lines, indent+strings.Repeat(" ", side)+st.Dim.Render(kit.Cut(under, w)))
}

func (p *sheet) head(b *block) string {
	st := p.env.Styles
	text := strings.Repeat(" ", markCells) + st.Section.Render(kit.Fit(b.title, p.name(b)))
	if kit.Width(b.title) > b.name {
		text = strings.Repeat(" ", markCells) + st.Section.Render(kit.Cut(b.title, mostName))
		text = kit.Fit(text, max(markCells+p.name(b), kit.Width(text)))
	}
	for i, h := range b.heads {
		used := markCells + p.name(b)
		for n := range i + 1 {
			used += p.air(b) + b.widths[n]
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
	text := mark + kit.Fit(l.name, p.name(b))
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
		text += strings.Repeat(" ", p.air(b)) + value
	}
	room := min(p.w-kit.Width(text)-air, mostBar)
	switch {
	case b.largest <= 0 || room < leastBar || b.chart == parts || b.chart == curve:
		return text
	case b.chart == funnel:
		return text + strings.Repeat(" ", air) + st.Accent.Render(kit.Funnel(l.bar, b.largest, room))
	}
	return text + strings.Repeat(" ", air) + st.Accent.Render(kit.Bar(p.env, l.bar, b.largest, room))
}

// name is the room for the names of a table's lines: less where its measures find
// none beside them.
func (p *sheet) name(b *block) int {
	room := p.w - markCells
	for _, w := range b.widths {
		room -= w + 1
	}
	return min(b.name, mostName, max(room, leastName))
}

// air is the room between a table's columns: less where they would find none.
func (p *sheet) air(b *block) int {
	used := markCells + p.name(b)
	for _, w := range b.widths {
		used += w + air
	}
	if used > p.w {
		return 1
	}
	return air
}
