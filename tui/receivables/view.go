package receivables

import (
	"fmt"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// roomy is from how many lines on the bars of further currencies are shown.
const roomy = 26

// headLines are the aging over everything: the main currency's bar with its
// amounts under it, and a line for every other currency.
func (s *Screen) headLines(w int) []string {
	if len(s.head.aging.Totals) == 0 {
		return nil
	}
	lines := s.agingBar(s.head.aging.Totals[0], w)
	most := 1
	if _, h := s.Size(); h >= roomy {
		most = 3
	}
	others := s.head.aging.Totals[1:]
	for i, t := range others {
		if i == most {
			lines = append(lines, s.env.Styles.Dim.Render(kit.Fit(" "+fmt.Sprintf(s.words.Owed.More, len(others)-i), w)))
			break
		}
		lines = append(lines, s.otherBar(t, w))
	}
	return append(lines, "")
}

// agingBar is one bar in as many shades as there are buckets, with what each
// stands for under it.
func (s *Screen) agingBar(t model.AgingLine, w int) []string {
	st := s.env.Styles
	total := t.Currency + " " + label.Grouped(t.Total, t.Currency)
	room := max(w-kit.Width(total)-4, 8)
	bar := " " + st.Accent.Render(kit.Stacked(s.env, t.Buckets, room)) + "  " + st.Strong.Render(total)
	return []string{kit.Fit(bar, w), kit.Fit(" "+s.legend(t, w-1), w)}
}

// legend names the shades: whole amounts where there is room, else short ones,
// then short names too.
func (s *Screen) legend(t model.AgingLine, w int) string {
	b, l := s.head.set.Buckets(), s.words.Lang
	long := func(n int) string { return label.Bucket(b, n, l) }
	short := func(n int) string { return label.BucketShort(b, n, l) }
	whole := func(n int64) string { return label.Grouped(n, t.Currency) }
	compact := func(n int64) string { return label.Compact(n, t.Currency, l) }
	ways := []struct {
		name func(int) string
		sum  func(int64) string
	}{{long, whole}, {long, compact}, {short, compact}}
	for i, way := range ways {
		parts, width := s.legendParts(t, way.name, way.sum)
		gap := (w - width) / len(parts)
		if gap >= 2 || i == len(ways)-1 {
			return strings.Join(parts, strings.Repeat(" ", max(min(gap, 4), 1)))
		}
	}
	return ""
}

func (s *Screen) legendParts(t model.AgingLine, name func(int) string, sum func(int64) string) (parts []string, width int) {
	st := s.env.Styles
	for n, open := range t.Buckets {
		style, text := &st.Row, sum(open)
		switch {
		case open == 0:
			style, text = &st.Dim, "-"
		case s.head.set.Buckets().IsPastDue(n):
			style = &st.Late
		}
		width += kit.Width(kit.Shade(s.env, n) + " " + name(n) + " " + text)
		parts = append(parts, st.Accent.Render(kit.Shade(s.env, n))+" "+st.Label.Render(name(n))+" "+style.Render(text))
	}
	return parts, width
}

// otherBar is a further currency in one line.
func (s *Screen) otherBar(t model.AgingLine, w int) string {
	st, words := s.env.Styles, s.words.Money
	text := t.Currency + " " + label.Grouped(t.Total, t.Currency)
	if over := t.Overdue(); over > 0 {
		text += "  " + words.Overdue + " " + label.Grouped(over, t.Currency)
	}
	room := max(min(w/3, w-kit.Width(text)-4), 6)
	return kit.Fit(" "+st.Accent.Render(kit.Stacked(s.env, t.Buckets, room))+"  "+st.Row.Render(text), w)
}

// mostSums is how many currencies stand under a list.
const mostSums = 3

// footLines are how many rows there are and what they add up to.
func (s *Screen) footLines(w int) []string {
	var said [][]string // a currency each
	sum := func(currency string, n int, parts []string) {
		said = append(said, append([]string{fmt.Sprintf(s.words.Owed.Sum, currency, n)}, parts...))
	}
	switch paid := s.At() == payments; {
	case paid != s.sums.paid: // they are being read
	case paid:
		for _, p := range model.PaySums(s.sums.of) {
			sum(p.Currency, p.Count, label.Sums(label.Grouped).Paid(&p, s.words.Lang))
		}
	default:
		for _, o := range model.OweSums(s.sums.of) {
			sum(o.Currency, o.Count, label.Sums(label.Grouped).Owed(&o, s.words.Lang))
		}
	}
	var lines []string
	for i, parts := range said {
		if i == mostSums-1 && len(said) > mostSums {
			lines = append(lines, fmt.Sprintf(s.words.Owed.More, len(said)-i))
			break
		}
		lines = append(lines, kit.Flow(parts, "  ", w-2)...)
	}
	if len(lines) == 0 {
		return []string{""}
	}
	return lines
}

func (s *Screen) customersFoot(int) []string {
	if s.lines.Busy() { // a moment, with very many
		return []string{s.words.Owed.Counting}
	}
	return []string{fmt.Sprintf(s.words.Owed.CustomerSum, len(s.lines.All))}
}

func (s *Screen) promisesFoot(int) []string {
	n := map[model.PromiseState]int{}
	for _, p := range s.promises.All {
		n[p.State]++
	}
	return []string{fmt.Sprintf(s.words.Owed.PromiseSum, n[model.PromiseBroken], n[model.PromisePending], n[model.PromiseLate],
		n[model.PromiseKept])}
}
