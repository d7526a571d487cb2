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
