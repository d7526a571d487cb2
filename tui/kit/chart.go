package kit

import "strings"

// Progress is a bar of w cells: "####....".
func Progress(done, total, w int) string {
	filled := 0
	if total > 0 {
		filled = min(max(done, 0), total) * w / total
		if done > 0 && filled == 0 && w > 0 {
			filled = 1 // something is done
		}
	}
	return strings.Repeat("#", filled) + strings.Repeat(".", max(w-filled, 0))
}

// eighths are the left parts of a cell, from one eighth to seven.
var eighths = []string{"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"}

// Bar is a value against the largest as a bar of w cells, to the eighth of a
// cell; in ASCII to the cell.
func Bar(env *Env, value, largest int64, w int) string {
	if largest <= 0 || value <= 0 || w <= 0 {
		return spaces(w)
	}
	value = min(value, largest)
	if env.ASCII {
		n := max(int(value*int64(w)/largest), 1)
		return strings.Repeat("=", n) + spaces(w-n)
	}
	parts := max(int(float64(value)/float64(largest)*float64(w*8)+0.5), 1)
	full, rest := parts/8, eighths[parts%8]
	width := full
	if rest != "" {
		width++
	}
	return strings.Repeat("█", full) + rest + spaces(w-width)
}

var (
	sparks      = []rune("▁▂▃▄▅▆▇█")
	asciiSparks = []rune("_.-=+*%#")
)

// Sparkline is a row of values, one cell each, between the least (or nothing)
// and the largest.
func Sparkline(env *Env, values []int64) string {
	marks := sparks
	if env.ASCII {
		marks = asciiSparks
	}
	var low, high int64
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	var b strings.Builder
	for _, v := range values {
		level := 0
		if high > low {
			level = int(float64(v-low) / float64(high-low) * float64(len(marks)-1))
		}
		b.WriteRune(marks[level])
	}
	return b.String()
}

// The shades, from what has no day and what can wait to what presses.
var (
	shades      = []string{"~", "·", "░", "▒", "▓", "█"}
	asciiShades = []string{"~", ".", ":", "-", "=", "#"}
)

// Shade is the mark of a part of Stacked, for its legend.
func Shade(env *Env, part int) string {
	if env.ASCII {
		return asciiShades[part%len(asciiShades)]
	}
	return shades[part%len(shades)]
}

// Stacked is one bar of w cells in parts, each in its own shade.
func Stacked(env *Env, parts []int64, w int) string {
	marks := shades
	if env.ASCII {
		marks = asciiShades
	}
	var b strings.Builder
	used := 0
	for i, n := range Shares(parts, w) {
		b.WriteString(strings.Repeat(marks[i%len(marks)], n))
		used += n
	}
	return b.String() + spaces(w-used)
}

// Shares divides w cells among the parts; a part that is anything gets at
// least a cell as long as there are enough.
func Shares(parts []int64, w int) []int {
	out := make([]int, len(parts))
	var total float64
	for _, p := range parts {
		total += float64(max(p, 0))
	}
	if total == 0 {
		return out
	}
	used, largest := 0, 0
	for i, p := range parts {
		if p <= 0 {
			continue
		}
		out[i] = max(int(float64(p)/total*float64(w)), 1)
		used += out[i]
		if p > parts[largest] {
			largest = i
		}
	}
	for ; used > w; used-- { // the small ones were rounded up
		widest := 0
		for i := range out {
			if out[i] > out[widest] {
				widest = i
			}
		}
		out[widest]--
	}
	out[largest] += max(w-used, 0)
	return out
}

// Funnel is a value against the largest as a bar in the middle of w cells.
func Funnel(value, largest int64, w int) string {
	if largest <= 0 || value <= 0 || w <= 0 {
		return spaces(w)
	}
	n := min(max(int(min(value, largest)*int64(w)/largest), 1), w)
	n -= (w - n) % 2 // the same air on both sides
	n = max(n, 1)
	left := (w - n) / 2
	return spaces(left) + strings.Repeat("#", n) + spaces(w-left-n)
}

// strokes draw a line: along, up and down, and its four bends.
type strokes struct{ along, upright, fromUp, fromDown, toUp, toDown rune }

var (
	boxStrokes   = strokes{'─', '│', '╰', '╭', '╯', '╮'}
	asciiStrokes = strokes{'-', '|', '+', '+', '+', '+'}
)

// Line is values over time as a line in w times h cells, the top row first, from
// nothing (or the least) to the largest.
func Line(env *Env, values []int64, w, h int) []string {
	rows := make([][]rune, h)
	for i := range rows {
		rows[i] = []rune(spaces(w))
	}
	pen := boxStrokes
	if env.ASCII {
		pen = asciiStrokes
	}
	var low, high int64
	for _, v := range values {
		low, high = min(low, v), max(high, v)
	}
	row := func(v int64) int {
		if high == low {
			return h - 1
		}
		return h - 1 - int(float64(v-low)/float64(high-low)*float64(h-1)+0.5)
	}
	for i, v := range values {
		from, to := i*w/len(values), (i+1)*w/len(values)
		y := row(v)
		for x := from; x < to; x++ {
			rows[y][x] = pen.along
		}
		if i == 0 || from >= to {
			continue
		}
		switch last := row(values[i-1]); {
		case last > y: // it goes up
			rows[last][from], rows[y][from] = pen.toUp, pen.fromDown
			for k := y + 1; k < last; k++ {
				rows[k][from] = pen.upright
			}
		case last < y:
			rows[last][from], rows[y][from] = pen.toDown, pen.fromUp
			for k := last + 1; k < y; k++ {
				rows[k][from] = pen.upright
			}
		}
	}
	lines := make([]string, h)
	for i := range rows {
		lines[i] = string(rows[i])
	}
	return lines
}
