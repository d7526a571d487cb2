package model

import (
	"cmp"
	"slices"
)

// Turn is a value that a customer's class, grade or stage took on a day.
type Turn struct {
	On    Date
	Value string
}

// Path is how a customer went along an axis: the value of the card when it was
// filled in, and each one that it took since, in the order of their days.
type Path struct {
	CustomerID int64
	Turns      []Turn
}

// NewPath is the path of a customer by the turns that are known of it, in any
// order. What the card said before the first one is that turn's before, or, if
// nobody knows, the axis' first value; without any turn it is what it says now.
func NewPath(customer int64, filled Date, before, now string, turns []Turn) Path {
	turns = slices.Clone(turns)
	slices.SortStableFunc(turns, func(a, b Turn) int { return cmp.Compare(a.On, b.On) })
	if len(turns) == 0 {
		before = now
	} else {
		filled = min(filled, turns[0].On)
	}
	p := Path{CustomerID: customer, Turns: []Turn{{filled, before}}}
	for _, t := range turns {
		last := &p.Turns[len(p.Turns)-1]
		switch {
		case t.Value == last.Value:
		case t.On == last.On && len(p.Turns) > 1:
			last.Value = t.Value // of several on a day the last one counts
		default:
			p.Turns = append(p.Turns, t)
		}
	}
	return p
}

// At is the value on a day; false before the card was filled in.
func (p Path) At(d Date) (string, bool) {
	value, known := "", false
	for _, t := range p.Turns {
		if t.On <= d {
			value, known = t.Value, true
		}
	}
	return value, known
}

// FunnelRow is a value of the axis as a funnel says it (rule 2.11).
type FunnelRow struct {
	Value   string
	Now     []int64 // who has it at the end of the span
	Before  []int64 // who had it before the span
	Entered []int64 // who took it in the span
	Ever    int     // who ever had it, or a later one
	Next    int     // of those, who ever had a later one
	Days    int     // the median of days until it was left for a later one; -1 = nobody has
	Stuck   []int64 // who has it for longer than twice that
}

// Conversion is the share of those who came so far that went further, in tenths
// of a percent; false when nobody came so far.
func (r FunnelRow) Conversion() (int64, bool) { return PerMille(int64(r.Next), int64(r.Ever)) }

// Funnel is how customers stand on an axis, and went along it up to the end of a
// span; where nobody went anywhere yet no share can be told. order are the values that lead on, the first one first; others, such as
// lost, stand beside them and lead nowhere.
func Funnel(paths []Path, order, others []string, span Span) []FunnelRow {
	rows := make([]FunnelRow, 0, len(order)+len(others))
	for _, value := range slices.Concat(order, others) {
		rows = append(rows, FunnelRow{Value: value, Days: -1})
	}
	spent := make([][]int, len(rows))
	since := make([]map[int64]int, len(rows)) // days that it has been so, by customer
	for i := range since {
		since[i] = map[int64]int{}
	}
	rank := func(value string) int {
		return slices.IndexFunc(rows, func(r FunnelRow) bool { return r.Value == value })
	}
	moved := false
	for _, p := range paths {
		p.Turns = slices.DeleteFunc(slices.Clone(p.Turns), func(t Turn) bool { return t.On > span.Last })
		if len(p.Turns) == 0 {
			continue
		}
		moved = moved || len(p.Turns) > 1
		if value, known := p.At(span.First.AddDays(-1)); known && rank(value) >= 0 {
			rows[rank(value)].Before = append(rows[rank(value)].Before, p.CustomerID)
		}
		furthest := -1
		for i, t := range p.Turns {
			at := rank(t.Value)
			if at < 0 {
				continue
			}
			if span.Has(t.On) && !slices.Contains(rows[at].Entered, p.CustomerID) {
				rows[at].Entered = append(rows[at].Entered, p.CustomerID)
			}
			if at < len(order) {
				furthest = max(furthest, at)
			}
			if i+1 < len(p.Turns) {
				if next := rank(p.Turns[i+1].Value); next > at && next < len(order) {
					spent[at] = append(spent[at], p.Turns[i+1].On.Sub(t.On))
				}
				continue
			}
			rows[at].Now = append(rows[at].Now, p.CustomerID)
			since[at][p.CustomerID] = span.Last.Sub(t.On)
		}
		for at := 0; at <= furthest; at++ {
			rows[at].Ever++
			if at < furthest {
				rows[at].Next++
			}
		}
	}
	for at := range rows {
		if !moved { // where they were put says nothing of who goes further
			rows[at].Ever, rows[at].Next = 0, 0
		}
		rows[at].settle(spent[at], since[at], at+1 < len(order))
	}
	return rows
}

// settle works out the median and who is stuck: only where something comes
// after.
func (r *FunnelRow) settle(spent []int, since map[int64]int, leads bool) {
	if len(spent) == 0 || !leads {
		return
	}
	r.Days, _ = Median(spent)
	for _, id := range r.Now {
		if since[id] > 2*max(r.Days, 1) {
			r.Stuck = append(r.Stuck, id)
		}
	}
}

// Median is how many days half of some took at most; false of none.
func Median(days []int) (int, bool) {
	if len(days) == 0 {
		return 0, false
	}
	days = slices.Sorted(slices.Values(days))
	return days[(len(days)-1)/2], true
}

// Pushed reports whether an expected day was moved back twice or more: from is
// what it was before each change, to what after, in order.
func Pushed(from, to []Date) bool {
	back := 0
	for i := range from {
		if from[i] != "" && to[i] > from[i] {
			back++
		}
	}
	return back >= 2
}
