package kit

import (
	"strconv"
	"strings"
)

// Tab is one of the program's tabs; a Count of 0 is not shown.
type Tab struct {
	Digit string
	Name  string
	Count int
}

// TabRow is the line of tabs: the program's name at the left, the tabs, the
// date at the right.
type TabRow struct {
	Left   string
	Tabs   []Tab
	Active int
	Right  string
}

// tabFit is how much of the row is drawn; each step is narrower.
type tabFit struct {
	gap    int
	counts bool // of the tabs that are not active
	names  bool
	sides  bool // Left and Right
}

var tabFits = []tabFit{
	{2, true, true, true},
	{1, true, true, true},
	{1, false, true, true},
	{0, false, true, true},
	{0, false, true, false},
	{0, false, false, false},
}

// View draws the row in w cells. When it is narrow the gaps go first, then the
// counts, the sides, and the names of the tabs that are not active.
func (r TabRow) View(env *Env, w int) string {
	fit := r.fit(w)
	s := env.Styles
	var b strings.Builder
	used := 0
	if fit.sides && r.Left != "" {
		b.WriteString(" " + s.Title.Render(r.Left) + "  ")
		used = Width(r.Left) + 3
	}
	for i := range r.Tabs {
		if i > 0 {
			b.WriteString(spaces(fit.gap))
			used += fit.gap
		}
		label := r.label(i, fit)
		used += Width(label)
		if i == r.Active {
			b.WriteString(s.TabActive.Render(label))
		} else {
			b.WriteString(s.TabIdle.Render(label))
		}
	}
	right := ""
	if fit.sides && r.Right != "" {
		right = r.Right + " "
	}
	return Fit(Fit(b.String(), max(w-Width(right), 0))+s.TabIdle.Render(right), w)
}

// At is the tab that is drawn at column x of w, -1 for none.
func (r TabRow) At(x, w int) int {
	fit := r.fit(w)
	at := 0
	if fit.sides && r.Left != "" {
		at = Width(r.Left) + 3
	}
	for i := range r.Tabs {
		width := Width(r.label(i, fit))
		if x >= at && x < at+width {
			return i
		}
		at += width + fit.gap
	}
	return -1
}

// fit is the fullest way to draw the row in w cells.
func (r TabRow) fit(w int) tabFit {
	for _, fit := range tabFits {
		if r.width(fit) <= w {
			return fit
		}
	}
	return tabFits[len(tabFits)-1]
}

func (r TabRow) width(fit tabFit) int {
	width := fit.gap * max(len(r.Tabs)-1, 0)
	if fit.sides {
		if r.Left != "" {
			width += Width(r.Left) + 3
		}
		if r.Right != "" {
			width += Width(r.Right) + 3
		}
	}
	for i := range r.Tabs {
		width += Width(r.label(i, fit))
	}
	return width
}

// label is a tab as text: "[1 今日 12]" the active one, " 2 客户 218 " another.
func (r TabRow) label(i int, fit tabFit) string {
	tab, active := r.Tabs[i], i == r.Active
	text := tab.Digit
	if tab.Name != "" && tab.Name != tab.Digit && (active || fit.names) {
		text += " " + tab.Name
	}
	if tab.Count > 0 && (active || fit.counts) {
		text += " " + strconv.Itoa(tab.Count)
	}
	if active {
		return "[" + text + "]"
	}
	return " " + text + " "
}
