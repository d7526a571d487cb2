package kit

import "strings"

// Box is a place on the screen in cells.
type Box struct{ X, Y, W, H int }

// Size is how much of a box a part gets: see [Fixed] and [Fill].
type Size struct{ fixed, weight int }

// Fixed is n cells, as long as there are so many.
func Fixed(n int) Size { return Size{fixed: max(n, 0)} }

// Fill shares what the fixed parts leave, by weight.
func Fill(weight int) Size { return Size{weight: max(weight, 1)} }

// Columns splits the box into parts side by side.
func (b Box) Columns(sizes ...Size) []Box {
	boxes := make([]Box, len(sizes))
	x := b.X
	for i, w := range share(b.W, sizes) {
		boxes[i] = Box{X: x, Y: b.Y, W: w, H: b.H}
		x += w
	}
	return boxes
}

// Rows splits the box into parts one below the other.
func (b Box) Rows(sizes ...Size) []Box {
	boxes := make([]Box, len(sizes))
	y := b.Y
	for i, h := range share(b.H, sizes) {
		boxes[i] = Box{X: b.X, Y: y, W: b.W, H: h}
		y += h
	}
	return boxes
}

// Contains reports whether the cell lies in the box.
func (b Box) Contains(x, y int) bool {
	return x >= b.X && x < b.X+b.W && y >= b.Y && y < b.Y+b.H
}

// share divides total among the sizes; fixed ones first, in order.
func share(total int, sizes []Size) []int {
	out := make([]int, len(sizes))
	left, weights := max(total, 0), 0
	for i, s := range sizes {
		weights += s.weight
		if s.weight == 0 {
			out[i] = min(s.fixed, left)
			left -= out[i]
		}
	}
	for i, s := range sizes {
		if s.weight > 0 {
			out[i] = left * s.weight / weights
			left -= out[i]
			weights -= s.weight
		}
	}
	return out
}

// Part is a block of text and the width it is drawn at.
type Part struct {
	Text string
	W    int
}

// JoinH sets blocks side by side, h lines high, with sep on every line
// between them.
func JoinH(h int, sep string, parts ...Part) string {
	columns := make([][]string, len(parts))
	for i, p := range parts {
		columns[i] = fitLines(strings.Split(p.Text, "\n"), p.W, h)
	}
	lines := make([]string, h)
	for y := range lines {
		row := make([]string, len(columns))
		for i := range columns {
			row[i] = columns[i][y]
		}
		lines[y] = strings.Join(row, sep)
	}
	return strings.Join(lines, "\n")
}

// JoinV sets blocks one below the other.
func JoinV(blocks ...string) string { return strings.Join(blocks, "\n") }

// Rule is a horizontal line of w cells.
func Rule(env *Env, w int) string {
	glyph := "─"
	if env.ASCII {
		glyph = "-"
	}
	return env.Styles.Border.Render(strings.Repeat(glyph, max(w, 0)))
}

// Separator is the vertical line between two parts, with air around it: three
// cells.
func Separator(env *Env) string {
	glyph := " │ "
	if env.ASCII {
		glyph = " | "
	}
	return env.Styles.Border.Render(glyph)
}
