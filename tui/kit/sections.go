package kit

import "strings"

// Sections is the line of a tab's parts, between which Tab moves.
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

// View draws the line in w cells.
func (s Sections) View(env *Env, w int) string {
	var b strings.Builder
	b.WriteString(" ")
	for i := range s.Names {
		style := &env.Styles.Dim
		if i == s.Active {
			style = &env.Styles.Title
		}
		b.WriteString(style.Render(s.name(i)))
	}
	return Fit(b.String(), w)
}

// At is the section drawn at column x, -1 for none.
func (s Sections) At(x int) int {
	left := 1
	for i := range s.Names {
		width := Width(s.name(i))
		if x >= left && x < left+width {
			return i
		}
		left += width
	}
	return -1
}
