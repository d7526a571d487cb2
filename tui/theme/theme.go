// Package theme turns a palette into the one set of styles that every screen
// draws with. Colour only repeats what the words and marks already say: in
// sixteen colours, or in none, nothing is lost.
package theme

import (
	"image/color"

	"charm.land/lipgloss/v2"
)

// Styles is everything the screens may look like. Screens take a pointer to a
// field (&styles.Late) and never make styles of their own.
type Styles struct {
	Title     lipgloss.Style // the program's name, the head of a card
	TabActive lipgloss.Style // the tab one is on
	TabIdle   lipgloss.Style // the others
	Header    lipgloss.Style // column heads
	Section   lipgloss.Style // headings inside a card or a form

	Row      lipgloss.Style // a plain row
	Selected lipgloss.Style // the row under the cursor, the chosen option with the focus
	Dim      lipgloss.Style // done, or can wait
	Strong   lipgloss.Style // the one thing to look at
	Late     lipgloss.Style // overdue, missed, broken
	Warn     lipgloss.Style // due soon, needs care
	Good     lipgloss.Style // done well, paid
	Accent   lipgloss.Style // names, marks, bars
	Badge    lipgloss.Style // a grade, a count

	Border   lipgloss.Style // frames and separators
	Backdrop lipgloss.Style // the screen behind a dialog

	Label       lipgloss.Style // the name of a field or of a value
	LabelFocus  lipgloss.Style // the name of the field with the focus
	Field       lipgloss.Style // what stands in a field
	FieldFocus  lipgloss.Style // the same, with the focus
	Placeholder lipgloss.Style // what could stand in an empty field
	Echo        lipgloss.Style // what was understood
	Error       lipgloss.Style // what was not, and failures

	HintKey  lipgloss.Style // a key in the bottom line, the help, a menu
	HintText lipgloss.Style // what it does
	Notice   lipgloss.Style // what just happened

	CodeLight, CodeDark lipgloss.Style // the modules of a QR code
}

// palette is the handful of colours all styles are mixed from.
type palette struct {
	muted    color.Color // text that can wait
	line     color.Color // frames
	accent   color.Color // the one accent
	late     color.Color // the other
	warn     color.Color
	good     color.Color
	selected color.Color // behind the selected row
	field    color.Color // behind the field with the focus
}

// colours are chosen so that they stay apart when a terminal of sixteen takes
// the nearest: there the selected row keeps the background and is bold.
func colours(dark bool) palette {
	pick := lipgloss.LightDark(dark)
	c := func(light, dark string) color.Color { return pick(lipgloss.Color(light), lipgloss.Color(dark)) }
	return palette{
		muted:    c("#6C6C6C", "#7E7E7E"),
		line:     c("#9E9E9E", "#585858"),
		accent:   c("#00787F", "#6FC3C3"),
		late:     c("#B42318", "#F07178"),
		warn:     c("#808000", "#DDC35F"),
		good:     c("#2E7D32", "#8FBF7F"),
		selected: c("#E4E4E4", "#303030"),
		field:    c("#EEEEEE", "#262626"),
	}
}

// New mixes the styles for a dark or a light background. Without colour,
// selection is reversed text and the rest is bold, faint and underline.
func New(dark, noColor bool) *Styles {
	if noColor {
		return monochrome()
	}
	p := colours(dark)
	plain := lipgloss.NewStyle()
	fg := func(c color.Color) lipgloss.Style { return plain.Foreground(c) }
	return &Styles{
		Title:     fg(p.accent).Bold(true),
		TabActive: fg(p.accent).Bold(true),
		TabIdle:   fg(p.muted),
		Header:    fg(p.muted),
		Section:   fg(p.accent).Bold(true),

		Row:      plain,
		Selected: plain.Background(p.selected).Bold(true),
		Dim:      fg(p.muted),
		Strong:   plain.Bold(true),
		Late:     fg(p.late),
		Warn:     fg(p.warn),
		Good:     fg(p.good),
		Accent:   fg(p.accent),
		Badge:    fg(p.accent).Bold(true),

		Border:   fg(p.line),
		Backdrop: fg(p.muted).Faint(true),

		Label:       fg(p.muted),
		LabelFocus:  fg(p.accent).Bold(true),
		Field:       plain,
		FieldFocus:  plain.Background(p.field),
		Placeholder: fg(p.muted).Background(p.field).Faint(true),
		Echo:        fg(p.muted),
		Error:       fg(p.late),

		HintKey:  fg(p.accent),
		HintText: fg(p.muted),
		Notice:   fg(p.good),

		CodeLight: plain.Foreground(lipgloss.Color("#000000")).Background(lipgloss.Color("#ffffff")),
		CodeDark:  plain.Foreground(lipgloss.Color("#ffffff")).Background(lipgloss.Color("#000000")),
	}
}

func monochrome() *Styles {
	plain := lipgloss.NewStyle()
	bold, faint := plain.Bold(true), plain.Faint(true)
	return &Styles{
		Title: bold, TabActive: bold, TabIdle: plain, Header: faint, Section: bold,
		Row: plain, Selected: plain.Reverse(true), Dim: faint, Strong: bold,
		Late: bold, Warn: plain, Good: plain, Accent: plain, Badge: bold,
		Border: plain, Backdrop: faint,
		Label: plain, LabelFocus: bold, Field: plain, FieldFocus: plain.Underline(true),
		Placeholder: faint, Echo: faint, Error: bold,
		HintKey: bold, HintText: plain, Notice: plain,
		CodeLight: plain.Reverse(true), CodeDark: plain,
	}
}
