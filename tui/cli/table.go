package cli

import (
	"io"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/x/ansi"

	"genjin/model"
	"genjin/model/label"
)

// The few ways in which a word may stand out. They repeat what the words say;
// a pipe, or NO_COLOR, loses nothing.
var (
	faint  = lipgloss.NewStyle().Faint(true)
	strong = lipgloss.NewStyle().Bold(true)
	late   = lipgloss.NewStyle().Foreground(lipgloss.Red)
	warn   = lipgloss.NewStyle().Foreground(lipgloss.Yellow)
	good   = lipgloss.NewStyle().Foreground(lipgloss.Green)
	accent = lipgloss.NewStyle().Foreground(lipgloss.Cyan)
)

// cellStyle is how a cell looks.
type cellStyle = lipgloss.Style

// cell is one text of a table.
type cell struct {
	text  string
	style *cellStyle
}

func plain(text string) cell { return cell{text: text} }

func styled(text string, s *cellStyle) cell { return cell{text, s} }

// table prints rows of cells in columns aligned by display width, two spaces
// apart.
type table struct {
	indent string
	least  int // cells of the first column at least
	head   []string
	right  map[int]bool // columns whose text stands at the right
	rows   [][]cell
}

func (t *table) add(cells ...cell) { t.rows = append(t.rows, cells) }

// widest is as wide as a column gets that isn't the last; longer texts are cut.
const widest = 48

func (t *table) write(w io.Writer) error {
	head := make([]cell, len(t.head))
	for i, h := range t.head {
		head[i] = styled(h, &faint)
	}
	rows := t.rows
	if len(head) > 0 {
		rows = append([][]cell{head}, rows...)
	}
	widths := map[int]int{0: t.least}
	for _, row := range rows {
		for i := range row {
			row[i].text = model.Clean(row[i].text)
			if i < len(row)-1 {
				row[i].text = ansi.Truncate(row[i].text, widest, "~")
			}
			widths[i] = max(widths[i], ansi.StringWidth(row[i].text))
		}
	}
	var b strings.Builder
	for _, row := range rows {
		b.WriteString(t.indent + t.line(row, widths))
		b.WriteByte('\n')
	}
	return writeString(w, b.String())
}

// line is one row. Columns that are empty throughout are left out.
func (t *table) line(row []cell, widths map[int]int) string {
	last := len(row) - 1
	for last > 0 && row[last].text == "" {
		last--
	}
	var b strings.Builder
	for i := 0; i <= last; i++ {
		if widths[i] == 0 {
			continue
		}
		if b.Len() > 0 {
			b.WriteString("  ")
		}
		c := row[i]
		space := strings.Repeat(" ", widths[i]-ansi.StringWidth(c.text))
		if c.style != nil && c.text != "" {
			c.text = c.style.Render(c.text)
		}
		switch {
		case t.right[i]:
			b.WriteString(space + c.text)
		case i == last:
			b.WriteString(c.text)
		default:
			b.WriteString(c.text + space)
		}
	}
	return b.String()
}

// gradeCell shows a grade; the most pressing ones stand out.
func (r *run) gradeCell(g model.Grade) cell {
	switch g {
	case model.GradeA:
		return styled(string(g), &strong)
	case model.Ungraded:
		return styled(label.Ungraded(r.lang), &faint)
	}
	return plain(string(g))
}

// nextCell shows a date to come; one that has come stands out.
func nextCell(d, today model.Date) cell {
	switch {
	case d == "":
		return plain("")
	case d < today:
		return styled(string(d), &late)
	case d == today:
		return styled(string(d), &warn)
	}
	return plain(string(d))
}

// wholeDay is a date with its weekday: 2026-11-24 周二. In a year whose holidays
// are not known yet that stands with it.
func (r *run) wholeDay(d model.Date) string { return label.Day(d, r.set, r.lang) }
