package kit

import "strings"

// Sections is the line of a tab's parts, between which Tab moves. Where they
// don't all find room, those are in sight that lead up to the active one; < and >
// say that there are more.
type Sections struct {
	Names  []string
	Active int
}

// name is a section as it stands in the line, in brackets when it is shown.
func (s Sections) name(i int) string {
	if i == s.Active {
		return "[" + s.Names[i] + "]"
	}
	return " " + s.Names[i] + " "
}

// sight is the part of the line that is in sight in w cells, with the cells that
// it takes at the left.
func (s Sections) sight(w int) (first, last, left int) {
	all := 1
	for i := range s.Names {
		all += Width(s.name(i))
	}
	if all <= w {
		return 0, len(s.Names), 1
	}
	room := w - 2*Width(" < ")
	first, last = s.Active, s.Active+1
	used := Width(s.name(s.Active))
	for ; first > 0 && used+Width(s.name(first-1)) <= room; first-- {
		used += Width(s.name(first - 1))
	}
	for ; last < len(s.Names) && used+Width(s.name(last)) <= room; last++ {
		used += Width(s.name(last))
	}
	return first, last, Width(" < ")
}

// View draws the line in w cells.
func (s Sections) View(env *Env, w int) string {
	first, last, left := s.sight(w)
	var b strings.Builder
	if first > 0 {
		b.WriteString(env.Styles.Dim.Render(" < "))
	} else {
		b.WriteString(spaces(left))
	}
	for i := first; i < last; i++ {
		style := &env.Styles.Dim
		if i == s.Active {
			style = &env.Styles.Title
		}
		b.WriteString(style.Render(s.name(i)))
	}
	if last < len(s.Names) {
		b.WriteString(env.Styles.Dim.Render(" >"))
	}
	return Fit(b.String(), w)
}

// At is the section drawn at column x of w cells, -1 for none.
func (s Sections) At(x, w int) int {
	first, last, left := s.sight(w)
	for i := first; i < last; i++ {
		width := Width(s.name(i))
		if x >= left && x < left+width {
			return i
		}
		left += width
	}
	return -1
}
