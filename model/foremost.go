package model

import (
	"cmp"
	"slices"
)

// LastWords is what was said last with a customer, and how to reach them: what
// one looks up before a call.
type LastWords struct {
	Phones List
	At     Moment // "" = never in touch
	Method Method
	Failed bool   // nobody was reached
	Said   string // the first line of what was written down; "" = nothing
}

// mostForemost is how many acts stand above the queue.
const mostForemost = 3

// worthGroups are what the foremost acts are chosen from, in the order in which
// they stand: money to come in, customers who wait, sales, goods.
var worthGroups = [][]RowKind{
	{RowBroken, RowChase, RowBill}, {RowCase}, {RowFollowUp, RowRetry, RowQuote}, {RowShipment, RowOrderStep},
}

// Foremost are the acts worth most of a day's queue, at most three (rule 2.10):
// of each group the one with most money, then what is worth most of the rest.
// A customer is named once.
func Foremost(queue []Row) []Row {
	groups := make([][]Row, len(worthGroups))
	for _, r := range queue {
		for i, kinds := range worthGroups {
			if slices.Contains(kinds, r.Kind) {
				groups[i] = append(groups[i], r)
			}
		}
	}
	for i, g := range groups {
		if worthGroups[i][0] != RowCase { // those who wait stand in the order of the queue
			slices.SortStableFunc(g, func(a, b Row) int { return cmp.Compare(b.Amount, a.Amount) })
		}
	}
	return pickForemost(groups)
}

// pickForemost takes one of each group in turn until there are enough.
func pickForemost(groups [][]Row) []Row {
	chosen := make([][]Row, len(groups))
	named, n := map[int64]bool{}, 0
	for more := true; more; {
		more = false
		for i := range groups {
			for len(groups[i]) > 0 && n < mostForemost {
				r := groups[i][0]
				groups[i] = groups[i][1:]
				if named[r.CustomerID] {
					continue
				}
				named[r.CustomerID], more = true, true
				chosen[i] = append(chosen[i], r)
				n++
				break
			}
		}
	}
	return slices.Concat(chosen...)
}
