package kit

import (
	"slices"
	"strings"
)

// Wrap breaks a plain text into lines of at most w cells. Chinese breaks
// between any two characters, Latin words stay whole when they can, and no
// line begins with a closing punctuation mark.
func Wrap(s string, w int) []string {
	if w <= 0 {
		return nil
	}
	var out []string
	for paragraph := range strings.SplitSeq(strings.ReplaceAll(s, "\r\n", "\n"), "\n") {
		out = append(out, wrapParagraph(strings.ReplaceAll(paragraph, "\t", " "), w)...)
	}
	return out
}

// Flow joins texts into lines of at most w cells; none of them is broken.
func Flow(texts []string, gap string, w int) []string {
	var lines []string
	for _, text := range texts {
		last := len(lines) - 1
		if last >= 0 && Width(lines[last])+Width(gap)+Width(text) <= w {
			lines[last] += gap + text
			continue
		}
		lines = append(lines, text)
	}
	return lines
}

func wrapParagraph(s string, w int) []string {
	var lines []string
	var line []cluster
	width := 0
	for _, c := range clusters(s) {
		for width+c.width > w && len(line) > 0 {
			at := breakAt(line, c)
			lines = append(lines, strings.TrimRight(joined(line[:at]), " "))
			line = dropSpaces(slices.Clone(line[at:]))
			width = cellsOf(line)
		}
		if c.text == " " && len(line) == 0 && len(lines) > 0 {
			continue // the break stands for it
		}
		line = append(line, c)
		width += c.width
	}
	return append(lines, joined(line))
}

// breakAt is where a full line is broken before the character next: the last
// place where that is allowed, else right at the end.
func breakAt(line []cluster, next cluster) int {
	for at := len(line); at > 0; at-- {
		after := next
		if at < len(line) {
			after = line[at]
		}
		if mayBreak(line[at-1], after) {
			return at
		}
	}
	return len(line)
}

func mayBreak(before, after cluster) bool {
	if strings.Contains("，。、；：？！）》」』】”’…％,.;:?!)]}%", after.text) {
		return false
	}
	if strings.Contains("（《「『【“‘([{¥$", before.text) {
		return false
	}
	return before.text == " " || after.text == " " || before.width > 1 || after.width > 1 || before.text == "-"
}

func dropSpaces(line []cluster) []cluster {
	for len(line) > 0 && line[0].text == " " {
		line = line[1:]
	}
	return line
}

func joined(line []cluster) string {
	var b strings.Builder
	for _, c := range line {
		b.WriteString(c.text)
	}
	return b.String()
}

func cellsOf(line []cluster) int {
	width := 0
	for _, c := range line {
		width += c.width
	}
	return width
}
