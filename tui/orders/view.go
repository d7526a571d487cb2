package orders

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// tall is from how many lines on the pipelines of further currencies are shown.
const tall = 26

// mostPipelines is how many currencies stand over the lists at most.
const mostPipelines = 3

// headLines are the pipeline, from the quote to the closed order: how many and
// how much, a line a currency.
func (s *Screen) headLines(w int) []string {
	if !s.head.some {
		return nil
	}
	most := 1
	if s.h >= tall {
		most = mostPipelines
	}
	var lines []string
	for i, currency := range s.currencies() {
		if i == most {
			break
		}
		line := s.pipeline(currency, w)
		if i == 0 {
			line = s.withRate(line, w)
		}
		lines = append(lines, kit.Fit(" "+line, w))
	}
	return append(lines, "")
}

// currencies are those of the pipeline, the person's own first.
func (s *Screen) currencies() []string {
	var list []string
	totals, _ := model.OrderTotals(s.head.pipeline) // only their currencies are looked at
	for _, o := range totals {
		if o.Currency == model.DefaultCurrency {
			list = append([]string{o.Currency}, list...)
		} else {
			list = append(list, o.Currency)
		}
	}
	return list
}

// pipeline is one currency's orders by status. Where it doesn't fit it stands
// closer, then leaves its sums out, from the end.
func (s *Screen) pipeline(currency string, w int) string {
	of := map[model.OrderStatus]model.OrderSum{}
	for _, o := range s.head.pipeline {
		if o.Currency == currency {
			of[o.Status] = o
		}
	}
	text := s.stages(currency, of, "  >  ", len(pipeline))
	for sums := len(pipeline); kit.Width(text) > w-2 && sums >= 0; sums-- {
		text = s.stages(currency, of, " > ", sums)
	}
	return text
}

// pipeline is the statuses on the way: cancelled orders have left it.
var pipeline = model.OrderStatuses[:len(model.OrderStatuses)-1]

// stages are the statuses with how many orders, the first of them with their
// sums.
func (s *Screen) stages(currency string, of map[model.OrderStatus]model.OrderSum, between string, sums int) string {
	st, l := s.env.Styles, s.words.Lang
	var parts []string
	for i, status := range pipeline {
		o, name := of[status], st.Label.Render(label.OrderStatus(status, l))
		switch {
		case o.Count == 0:
			name += " " + st.Dim.Render("-")
		case i < sums:
			name += " " + st.Strong.Render(fmt.Sprint(o.Count)) + " " + st.Row.Render(label.Compact(o.Total, currency, l))
		default:
			name += " " + st.Strong.Render(fmt.Sprint(o.Count))
		}
		parts = append(parts, name)
	}
	text := strings.Join(parts, st.Dim.Render(between))
	if currency != model.DefaultCurrency {
		text = st.Label.Render(currency) + "  " + text
	}
	return text
}

// withRate adds the on-time rate at the right edge, if there is room.
func (s *Screen) withRate(line string, w int) string {
	mille, some := s.head.onTime.Rate()
	if !some {
		return line
	}
	rate := fmt.Sprintf(s.words.Orders.InTime, mille/10, s.head.onTime.InTime, s.head.onTime.Received)
	free := w - 2 - kit.Width(line) - kit.Width(rate)
	if free < 4 {
		return line
	}
	return line + strings.Repeat(" ", free) + s.env.Styles.Dim.Render(rate)
}

// sectionLine is the line of the tab's parts.
func (s *Screen) sectionLine() kit.Sections {
	w := s.words.Orders
	return kit.Sections{Active: int(s.section), Names: []string{open: w.Open, byStatus: w.ByStatus, transit: w.Transit, all: w.All, products: w.Products}}
}

// searchLine is the filter and the search.
func (s *Screen) searchLine(w, y int) (string, *tea.Cursor) {
	left := " "
	if s.narrowed() {
		left += s.env.Styles.Accent.Render(kit.Cut(s.filterWords(), max(w/2, 8))) + "  "
	}
	return s.search.View(left, w, y)
}

// mostSums is how many currencies stand under a list.
const mostSums = 3

// footLines are how many rows there are and what they add up to, and what the
// marks of the nodes mean.
func (s *Screen) footLines(w int) []string {
	words := s.words.Orders
	var lines []string
	if s.section == products {
		lines = append(lines, fmt.Sprintf(words.ProductSum, len(s.products.IDs)))
	} else {
		for i := range s.sums.of[:min(len(s.sums.of), mostSums)] {
			o := &s.sums.of[i]
			parts := append([]string{fmt.Sprintf(words.Sum, o.Currency, o.Count)}, label.Sums(label.Grouped).Orders(o, s.words.Lang)...)
			lines = append(lines, kit.Flow(parts, "  ", w-2)...)
		}
	}
	if len(lines) == 0 {
		lines = append(lines, "")
	}
	if s.section != products && s.section != transit && s.h >= tall && s.head.some {
		lines = append(lines, words.Legend)
	}
	for i, text := range lines {
		lines[i] = s.env.Styles.Dim.Render(kit.Fit("  "+text, w))
	}
	return lines
}

// View draws the tab.
func (s *Screen) View() (string, *tea.Cursor) {
	if s.opened && !s.spread().Beside() {
		whole := kit.Spread{W: s.w, H: s.h}
		return whole.View(s.env, "", s.pane.detail.View(), true), nil
	}
	head := s.headLines(s.w)
	rows, _ := s.layout()
	search, cursor := s.searchLine(rows.W, len(head)+1)
	blocks := append([]string{s.sectionLine().View(s.env, rows.W), search, s.table().View()}, s.footLines(rows.W)...)
	body := s.spread().View(s.env, kit.JoinV(blocks...), s.pane.detail.View(), false)
	return kit.FitBlock(kit.JoinV(append(head, body)...), s.w, s.h), cursor
}
