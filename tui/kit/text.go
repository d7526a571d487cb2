package kit

import (
	"strings"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
)

// cutMark ends a text that was cut. It is ASCII because the usual ellipsis is
// as wide as the terminal likes.
const cutMark = "~"

// Width is the number of cells a text takes.
func Width(s string) int {
	cells := 0
	for at := 0; at < len(s); {
		r, size := utf8.DecodeRuneInString(s[at:])
		switch {
		case ' ' <= r && r <= '~' || '─' <= r && r <= '╿':
			cells++
		case '一' <= r && r <= '\u9fff' || '、' <= r && r <= '】' || '！' <= r && r <= '～':
			cells += 2
		case r == '\x1b' && styled(s[at:]) > 0:
			size = styled(s[at:])
		default: // not one by one: it may join those before it, or be no text
			return ansi.StringWidth(s)
		}
		at += size
	}
	return cells
}

// styled is how long the colour or style is that a text begins with; 0 for none.
func styled(s string) int {
	if !strings.HasPrefix(s, "\x1b[") {
		return 0
	}
	rest := strings.TrimLeft(s[2:], "0123456789;:")
	if !strings.HasPrefix(rest, "m") {
		return 0
	}
	return len(s) - len(rest) + 1
}

var oneLine = strings.NewReplacer("\r\n", " ", "\n", " ", "\r", " ", "\t", " ")

// Cut shortens a line to at most w cells; a cut text ends in "~".
func Cut(s string, w int) string {
	s, _ = cut(s, w)
	return s
}

// cut also says how many of the w cells are left.
func cut(s string, w int) (string, int) {
	if w <= 0 {
		return "", 0
	}
	if strings.ContainsAny(s, "\n\r\t") {
		s = oneLine.Replace(s)
	}
	if free := w - Width(s); free >= 0 {
		return s, free
	}
	s = ansi.Truncate(s, w, cutMark)
	return s, w - Width(s)
}

// Fit makes a line exactly w cells wide, text at the left.
func Fit(s string, w int) string {
	s, free := cut(s, w)
	return s + spaces(free)
}

// FitRight makes a line exactly w cells wide, text at the right.
func FitRight(s string, w int) string {
	s, free := cut(s, w)
	return spaces(free) + s
}

// FitCenter makes a line exactly w cells wide, text in the middle.
func FitCenter(s string, w int) string {
	s, free := cut(s, w)
	return spaces(free/2) + s + spaces(free-free/2)
}

// FitBlock makes a block exactly w×h cells.
func FitBlock(s string, w, h int) string {
	return strings.Join(fitLines(strings.Split(s, "\n"), w, h), "\n")
}

// fitLines makes lines exactly w cells wide and exactly h of them.
func fitLines(lines []string, w, h int) []string {
	out := make([]string, max(h, 0))
	for i := range out {
		if i < len(lines) {
			out[i] = Fit(lines[i], w)
		} else {
			out[i] = spaces(w)
		}
	}
	return out
}

// Center puts a text of several lines in the middle of w×h cells.
func Center(text string, w, h int) string {
	lines := strings.Split(text, "\n")
	top := max((h-len(lines))/3, 0) // a third from the top rests the eye better than the middle
	out := make([]string, top, top+len(lines))
	for _, line := range lines {
		out = append(out, FitCenter(line, w))
	}
	return strings.Join(fitLines(out, w, h), "\n")
}

const blank = "                                                                                "

func spaces(n int) string {
	switch {
	case n <= 0:
		return ""
	case n <= len(blank):
		return blank[:n]
	default:
		return strings.Repeat(" ", n)
	}
}

// cluster is one character as a person sees it: what stands in one place.
type cluster struct {
	text  string
	width int
}

// clusters splits a plain text into what stands in one place each.
func clusters(s string) []cluster {
	var out []cluster
	for s != "" {
		text, width := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if text == "" {
			break
		}
		out = append(out, cluster{text, width})
		s = s[len(text):]
	}
	return out
}
