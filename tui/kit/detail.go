package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// Section is a part of a card: a heading and ready lines under it.
type Section struct {
	Title string
	Lines []string
}

// Detail is a card that scrolls: a head that stays in place and sections below
// it, between which tab moves.
type Detail struct {
	env      *Env
	head     []string
	sections []Section
	lines    []string
	anchors  []int // first line of each section
	offset   int
	w, h     int
	x, y     int
}

// NewDetail makes an empty card.
func NewDetail(env *Env) *Detail { return &Detail{env: env} }

// SetSize says how many cells the card has.
func (d *Detail) SetSize(w, h int) {
	d.w, d.h = w, h
	d.build()
}

// SetOrigin says where on the screen the card lies, for the wheel.
func (d *Detail) SetOrigin(x, y int) { d.x, d.y = x, y }

// SetContent replaces what the card shows and keeps its place in it; call Top
// when it is about something else now.
func (d *Detail) SetContent(head []string, sections []Section) {
	d.head, d.sections = head, sections
	d.build()
}

// Top scrolls to the beginning.
func (d *Detail) Top() { d.offset = 0 }

func (d *Detail) build() {
	d.lines, d.anchors = nil, nil
	for i, s := range d.sections {
		if i > 0 {
			d.lines = append(d.lines, "")
		}
		d.anchors = append(d.anchors, len(d.lines))
		if s.Title != "" {
			d.lines = append(d.lines, SectionTitle(d.env, s.Title, d.w))
		}
		d.lines = append(d.lines, s.Lines...)
	}
	d.offset = max(min(d.offset, len(d.lines)-d.page()), 0)
}

func (d *Detail) page() int { return max(d.h-len(d.head), 1) }

// Section is the number of the section at the top.
func (d *Detail) Section() int {
	at := 0
	for i, line := range d.anchors {
		if line <= d.offset {
			at = i
		}
	}
	return at
}

// ShowSection scrolls to a section, around the ends.
func (d *Detail) ShowSection(i int) {
	if n := len(d.anchors); n > 0 {
		d.offset = max(min(d.anchors[(i+n)%n], len(d.lines)-d.page()), 0)
	}
}

// Update scrolls by keys and by the wheel over the card, and reports whether
// the message was the card's.
func (d *Detail) Update(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch key := KeyName(msg); key {
		case "tab":
			d.nextSection()
		case "shift+tab":
			d.ShowSection(d.Section() - 1)
		case "down", "up", "j", "k", "pgdown", "pgup", "home", "end", "g", "G":
			d.offset = scrolled(d.offset, key, d.page(), len(d.lines))
		default:
			return false
		}
	case tea.MouseWheelMsg:
		if !(Box{X: d.x, Y: d.y, W: d.w, H: d.h}).Contains(msg.X, msg.Y) {
			return false
		}
		for range wheelRows {
			d.offset = scrolled(d.offset, wheelKey(msg), d.page(), len(d.lines))
		}
	default:
		return false
	}
	return true
}

// nextSection goes on, and from the end back to the beginning.
func (d *Detail) nextSection() {
	if d.offset+d.page() >= len(d.lines) {
		d.offset = 0
		return
	}
	d.ShowSection(d.Section() + 1)
}

// View draws the card in exactly the cells it has; "^" and "v" at its right
// edge say that there is more.
func (d *Detail) View() string {
	if d.w <= 0 || d.h <= 0 {
		return ""
	}
	end := min(d.offset+d.page(), len(d.lines))
	body := fitLines(d.lines[d.offset:end], d.w, d.page())
	if d.offset > 0 {
		body[0] = d.withMark(body[0], "^")
	}
	if end < len(d.lines) {
		body[len(body)-1] = d.withMark(body[len(body)-1], "v")
	}
	return FitBlock(strings.Join(append(fitLines(d.head, d.w, len(d.head)), body...), "\n"), d.w, d.h)
}

func (d *Detail) withMark(line, mark string) string {
	return Fit(ansi.Cut(line, 0, d.w-1), d.w-1) + d.env.Styles.Dim.Render(mark)
}

// SectionTitle draws a heading with a rule to the right edge.
func SectionTitle(env *Env, title string, w int) string {
	title = Cut(title, w)
	rest := w - Width(title) - 1
	if rest <= 0 {
		return env.Styles.Section.Render(Fit(title, w))
	}
	return env.Styles.Section.Render(title) + " " + Rule(env, rest)
}

// Pair is a label and its value.
type Pair struct{ Label, Value string }

// Pairs draws labels and values as two columns; long values go on under
// themselves. Pairs without a value are left out.
func Pairs(env *Env, w int, pairs []Pair) []string {
	label := 0
	for _, p := range pairs {
		if p.Value != "" {
			label = max(label, Width(p.Label))
		}
	}
	label = min(label, max(w/3, 4))
	var lines []string
	for _, p := range pairs {
		if p.Value == "" {
			continue
		}
		for i, text := range Wrap(p.Value, max(w-label-formGap, 1)) {
			name := ""
			if i == 0 {
				name = p.Label
			}
			lines = append(lines, Fit(env.Styles.Label.Render(Fit(name, label))+spaces(formGap)+env.Styles.Row.Render(text), w))
		}
	}
	return lines
}
