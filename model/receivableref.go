package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Refs are how files speak of the receivables of one customer, by their places:
// where several are called alike, by their due dates too, and of one due date by
// their turn (E03 2026-03-01 #2).
func Refs(list []Receivable) []string {
	names := make([]string, len(list))
	for i := range list {
		names[i] = list[i].Ref()
	}
	for _, at := range alike(list, names) {
		for _, i := range at {
			if due := string(list[i].DueOn); due != "" && names[i] != due {
				names[i] += " " + due
			}
		}
	}
	for _, at := range alike(list, names) {
		slices.SortStableFunc(at, func(a, b int) int {
			return cmp.Or(cmp.Compare(list[a].Since(), list[b].Since()), cmp.Compare(list[a].Amount, list[b].Amount), cmp.Compare(a, b))
		})
		for n, i := range at {
			names[i] += " #" + strconv.Itoa(n+1)
		}
	}
	return names
}

// alike are the places of those that are called alike in one currency.
func alike(list []Receivable, names []string) map[string][]int {
	groups := map[string][]int{}
	for i, name := range names {
		key := list[i].Currency + " " + strings.ToLower(name)
		groups[key] = append(groups[key], i)
	}
	for key, at := range groups {
		if len(at) < 2 {
			delete(groups, key)
		}
	}
	return groups
}

// CutRef is a name without the due date or the turn by which it was told from
// others; false where it has none.
func CutRef(name string) (string, bool) {
	i := strings.LastIndexByte(name, ' ')
	if i < 0 {
		return name, false
	}
	last := name[i+1:]
	_, err := ParseDate(last, "", Nearest)
	isTurn := len(last) > 1 && last[0] == '#'
	return name[:i], isTurn || err == nil && len(last) == len("2006-01-02")
}
