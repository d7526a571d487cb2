package files

import (
	"math/big"
	"strings"

	"github.com/xuri/excelize/v2"
)

// mostDecimals are those of an amount.
const mostDecimals = 2

// computed is from how many decimals on a number was worked out: its cell shows
// as many as fit, and means an amount.
const computed = 5

// noteFraction notes a cell whose number isn't whole and, where it has more
// decimals than an amount, what it means: as many as its cell shows.
func (w *workbook) noteFraction(s *Sheet, m mark, text string) {
	_, decimals, ok := strings.Cut(text, ".")
	if !ok {
		return
	}
	at := [2]int{len(s.Rows), m.col}
	s.fractions[at] = true
	places := w.decimals(m.style)
	if places < 0 && len(decimals) >= computed {
		places = mostDecimals
	}
	if n, ok := new(big.Rat).SetString(text); ok && len(decimals) > mostDecimals && places >= 0 && places <= mostDecimals {
		s.rounded[at] = n.FloatString(places)
	}
}

// decimals are how many cells of a style show, -1 where the style doesn't say.
func (w *workbook) decimals(style int) int {
	places, ok := w.places[style]
	if !ok {
		places = -1
		if s, err := w.file.GetStyle(style); err == nil && s != nil {
			places = formatDecimals(s)
		}
		w.places[style] = places
	}
	return places
}

// builtInDecimals are those of the number formats that spreadsheets have by
// number.
var builtInDecimals = map[int]int{
	1: 0, 2: 2, 3: 0, 4: 2, 5: 0, 6: 0, 7: 2, 8: 2, 23: 0, 24: 0, 25: 2, 26: 2, 37: 0, 38: 0, 39: 2, 40: 2, 41: 0, 42: 0, 43: 2, 44: 2,
}

// formatDecimals are the decimals that a number format shows; -1 for one of
// another kind.
func formatDecimals(s *excelize.Style) int {
	if s.CustomNumFmt == nil {
		if places, ok := builtInDecimals[s.NumFmt]; ok {
			return places
		}
		return -1
	}
	format := plainFormat(*s.CustomNumFmt)
	whole, part, _ := strings.Cut(format, ".")
	if !strings.ContainsAny(whole, "0#") || strings.ContainsAny(format, "%eE/") || strings.HasSuffix(strings.TrimRight(format, " "), ",") {
		return -1
	}
	places := 0
	for places < len(part) && strings.IndexByte("0#?", part[places]) >= 0 {
		places++
	}
	return places
}

// plainFormat is a number format without quoted words, brackets and padding.
func plainFormat(format string) string {
	var b strings.Builder
	quoted := false
	for _, r := range formatGap.ReplaceAllString(strings.ReplaceAll(outerSection(format), "\\", ""), "") {
		switch {
		case r == '"':
			quoted = !quoted
		case !quoted:
			b.WriteRune(r)
		}
	}
	return strings.TrimSpace(b.String())
}
