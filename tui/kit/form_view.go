package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// A field is drawn as one cell of gutter (">" the focus, "!" a problem), its
// label, air and what stands in it.
const (
	formGutter  = 1
	labelGap    = 2 // between a label and its text
	formGap     = 2 // between fields that share a row
	minTextRoom = 8 // narrower than this a shared row is broken up
)

// formRow is a row of the form: which fields share it, and where its labels
// and texts begin.
type formRow struct {
	fields []int
	cells  []Box // of each field; only X and W mean something
	labels []int // width of each label
}

// place is where a field's text was drawn, in lines of the whole form.
type place struct {
	field   int
	cell    Box // label and text
	text    Box
	compact bool
}

// drawnForm is the whole form before it is cut to the window.
type drawnForm struct {
	lines       []string
	places      []place
	focusTop    int // lines of the field with the focus
	focusBottom int
	cursor      *tea.Cursor
}

// View draws the form in exactly w×h cells. Below it is the footer: what is wrong
// with the field that has the focus, in as many lines as that takes, or what was
// understood if that found no room beside it. It remembers only where things were drawn, for the
// scrolling and the mouse.
func (f *Form) View(w, h int) (string, *tea.Cursor) {
	if w <= 0 || h <= 0 {
		return "", nil
	}
	return f.show(f.drawAll(w), w, h)
}

// ViewUpTo draws the form in as many lines as it needs, most at the most.
func (f *Form) ViewUpTo(w, most int) (string, *tea.Cursor) {
	if w <= 0 || most <= 0 {
		return "", nil
	}
	drawn := f.drawAll(w)
	return f.show(drawn, w, min(len(drawn.lines)+len(f.footer(w, false)), most))
}

func (f *Form) show(drawn drawnForm, w, h int) (string, *tea.Cursor) {
	foot := len(f.footer(w, false))
	if h <= foot {
		foot = 1
	}
	room := max(h-foot, 1)
	f.scrollTo(drawn, room)
	f.places = drawn.places
	end := min(f.offset+room, len(drawn.lines))
	lines := fitLines(drawn.lines[f.offset:end], w, room)
	if h > 1 {
		said := f.footer(w, end < len(drawn.lines))
		for len(said) < foot { // scrolled to its top it needs fewer
			said = append(said, spaces(w))
		}
		lines = append(lines, said[:foot]...)
	}
	cursor := drawn.cursor
	if cursor != nil {
		cursor.Y -= f.offset
		if cursor.X >= w || cursor.Y < 0 || cursor.Y >= room {
			cursor = nil
		}
	}
	return strings.Join(lines, "\n"), cursor
}

// scrollTo brings the field with the focus into sight, moving no more than it
// must.
func (f *Form) scrollTo(drawn drawnForm, room int) {
	if f.offset+room < drawn.focusBottom {
		f.offset = drawn.focusBottom - room
	}
	f.offset = min(f.offset, drawn.focusTop)
	if drawn.cursor != nil && drawn.cursor.Y >= f.offset+room {
		f.offset = drawn.cursor.Y - room + 1
	}
	f.offset = max(min(f.offset, len(drawn.lines)-room), 0)
}

// mostFooter is in how many lines a form says at most what is wrong.
const mostFooter = 4

func (f *Form) footer(w int, more bool) []string {
	s := f.env.Styles
	marks := ""
	if f.offset > 0 {
		marks = " ^"
	}
	if more {
		marks += " v"
	}
	room := max(w-Width(marks)-formGutter, 0)
	text, style, wrong := f.problem, s.Error, true
	if len(f.fields) > 0 {
		ff := f.fields[f.focus]
		if ff.problem != "" {
			text = ff.problem
		} else if text == "" && ff.remark != "" {
			text, style, wrong = ff.remark, s.Warn, false
		} else if text == "" {
			text, style, wrong = ff.echo, s.Echo, false
		}
	}
	parts := []string{text}
	if wrong && Width(text) > room {
		parts = Wrap(text, room)
	}
	lines := make([]string, min(len(parts), mostFooter))
	for i := range lines {
		lines[i] = Fit(" "+style.Render(Fit(parts[i], room))+s.Dim.Render(marks), w)
		marks = ""
	}
	return lines
}

// drawAll draws every row of the form.
func (f *Form) drawAll(w int) drawnForm {
	var out drawnForm
	for _, row := range f.rows(w) {
		if heading := f.fields[row.fields[0]].Section; heading != "" {
			if len(out.lines) > 0 {
				out.lines = append(out.lines, "")
			}
			out.lines = append(out.lines, SectionTitle(f.env, heading, w))
		}
		f.drawRow(&out, row)
	}
	return out
}

func (f *Form) drawRow(out *drawnForm, row formRow) {
	top, height := len(out.lines), 1
	blocks := make([][]string, len(row.fields))
	for k, i := range row.fields {
		cell, label := row.cells[k], row.labels[k]
		if f.fields[i].Kind == GridField {
			label = 0 // the whole width is the table's
		}
		compact := len(row.fields) > 1
		lines, cursor := f.drawField(i, label, cell.W, compact)
		blocks[k] = lines
		indent := f.fields[i].indent(label)
		out.places = append(out.places, place{
			field:   i,
			cell:    Box{cell.X, top, cell.W, len(lines)},
			text:    Box{cell.X + indent, top, max(cell.W-indent, 1), len(lines)},
			compact: compact,
		})
		height = max(height, len(lines))
		if i == f.focus {
			out.focusTop, out.focusBottom = top, top+len(lines)
			if cursor != nil {
				cursor.X += cell.X
				cursor.Y += top
				out.cursor = cursor
			}
		}
	}
	for y := range height {
		var line strings.Builder
		x := 0
		for k, cell := range row.cells {
			line.WriteString(spaces(cell.X - x))
			text := ""
			if y < len(blocks[k]) {
				text = blocks[k][y]
			}
			line.WriteString(Fit(text, cell.W))
			x = cell.X + cell.W
		}
		out.lines = append(out.lines, line.String())
	}
}

// drawField draws one field w cells wide; the cursor is relative to it.
func (f *Form) drawField(i, label, w int, compact bool) ([]string, *tea.Cursor) {
	ff, s := f.fields[i], f.env.Styles
	indent := ff.indent(label)
	room := max(w-indent, 1)
	beside, besideStyle := ff.echo, &s.Echo
	if ff.remark != "" {
		beside, besideStyle = ff.remark, &s.Warn
	}
	if ff.problem != "" {
		beside, besideStyle = ff.problem, &s.Error
	}
	text := ff.textWidth(room)
	lines, x, y := ff.draw(text, compact)
	if rest := room - text - formGap; beside != "" && rest > 1 && len(lines) > 0 {
		lines[0] += spaces(formGap) + besideStyle.Render(Cut(beside, rest))
	}
	for j := range lines {
		if j == 0 {
			lines[j] = f.gutter(i) + f.label(i, label) + spaces(indent-formGutter-label) + lines[j]
		} else {
			lines[j] = spaces(indent) + lines[j]
		}
	}
	if x < 0 || i != f.focus {
		return lines, nil
	}
	return lines, cursorAt(indent+x, y)
}

// indent is where a field's text begins. The bracket of a choice hangs, so
// that the words stand in line.
func (ff *formField) indent(label int) int {
	switch ff.Kind {
	case ChoiceField:
		return formGutter + label + labelGap - 1
	case GridField:
		return formGutter
	}
	return formGutter + label + labelGap
}

// textWidth is how much of the room the text gets; the rest is for what was
// understood of it.
func (ff *formField) textWidth(room int) int {
	switch {
	case ff.Width > 0:
		return min(ff.Width, room)
	case ff.Kind == LineField && ff.Check != nil && room >= 4*minTextRoom:
		return room / 2
	default:
		return room
	}
}

func (f *Form) gutter(i int) string {
	s := f.env.Styles
	switch {
	case i == f.focus:
		return s.LabelFocus.Render(">")
	case f.fields[i].problem != "" || f.fields[i].remark != "":
		return s.Error.Render("!")
	default:
		return " "
	}
}

func (f *Form) label(i, w int) string {
	s := f.env.Styles
	if i == f.focus {
		return s.LabelFocus.Render(Fit(f.fields[i].Label, w))
	}
	return s.Label.Render(Fit(f.fields[i].Label, w))
}

// rows places the fields: those that share a row side by side if there is
// room, their labels aligned down the form.
func (f *Form) rows(w int) []formRow {
	var rows []formRow
	first := 0 // width of the labels at the left edge
	for i := 0; i < len(f.fields); {
		row := formRow{}
		for ; i < len(f.fields); i++ {
			if f.hidden(i) {
				continue
			}
			row.fields = append(row.fields, i)
			row.labels = append(row.labels, Width(f.fields[i].Label))
			if !f.fields[i].Half {
				i++
				break
			}
		}
		if len(row.fields) == 0 {
			break // the last ones are hidden
		}
		if f.place(&row, w) {
			first = max(first, row.labels[0])
			rows = append(rows, row)
			continue
		}
		for k, j := range row.fields {
			first = max(first, row.labels[k])
			rows = append(rows, formRow{fields: []int{j}, labels: []int{row.labels[k]}, cells: []Box{{W: w}}})
		}
	}
	alignLabels(rows, min(first, max(w/3, 4)))
	return rows
}

// place puts the fields of a row side by side and reports whether each has
// room for its text.
func (f *Form) place(row *formRow, w int) bool {
	sizes := make([]Size, 0, 2*len(row.fields))
	for k, i := range row.fields {
		if k > 0 {
			sizes = append(sizes, Fixed(formGap))
		}
		size := Fill(1)
		if ff := f.fields[i]; ff.Width > 0 && ff.Check == nil && k < len(row.fields)-1 {
			size = Fixed(formGutter + row.labels[k] + labelGap + ff.Width)
		}
		sizes = append(sizes, size)
	}
	for k, box := range (Box{W: w}).Columns(sizes...) {
		if k%2 == 0 {
			row.cells = append(row.cells, box)
		}
	}
	for k, cell := range row.cells {
		if len(row.cells) > 1 && cell.W < formGutter+row.labels[k]+labelGap+minTextRoom {
			return false
		}
	}
	return true
}

// alignLabels gives the labels at the left edge one width, and those at each
// further place of rows with equally many fields another.
func alignLabels(rows []formRow, first int) {
	type position struct{ n, k int }
	widest := map[position]int{}
	for _, row := range rows {
		for k, w := range row.labels {
			at := position{len(row.labels), k}
			widest[at] = max(widest[at], w)
		}
	}
	for _, row := range rows {
		row.labels[0] = first
		for k := 1; k < len(row.labels); k++ {
			row.labels[k] = widest[position{len(row.labels), k}]
		}
	}
}
