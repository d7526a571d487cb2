package orders

import (
	"fmt"
	"strings"

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
	if _, h := s.Size(); h >= tall {
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

// mostSums is how many currencies stand under a list.
const mostSums = 3

// footLines are how many rows there are and what they add up to, and what the
// marks of the nodes mean.
func (s *Screen) footLines(w int) []string {
	words := s.words.Orders
	if s.At() == products {
		return []string{fmt.Sprintf(words.ProductSum, len(s.products.IDs))}
	}
	var lines []string
	for i := range s.sums[:min(len(s.sums), mostSums)] {
		o := &s.sums[i]
		parts := append([]string{fmt.Sprintf(words.Sum, o.Currency, o.Count)}, label.Sums(label.Grouped).Orders(o, s.words.Lang)...)
		lines = append(lines, kit.Flow(parts, "  ", w-2)...)
	}
	if len(lines) == 0 {
		lines = append(lines, "")
	}
	if _, h := s.Size(); s.At() != transit && h >= tall && s.head.some {
		lines = append(lines, words.Legend)
	}
	return lines
}
