package model

import (
	"cmp"
	"slices"
)

// Likeness is customers who share a phone, by its digits, or a name, by what
// is left of it without company words, places, brackets and spaces (rule 3).
type Likeness struct {
	Phone bool   // else the name
	Text  string // the digits, or the bare name
	IDs   []int64
}

// SameByName reports whether two customers of one bare name may be the same:
// not when they are known by surname only, and each has a phone of its own.
func SameByName(bare string, phoned, otherPhoned bool) bool {
	_, vague := SurnameOnly(bare)
	return !vague || !phoned || !otherPhoned
}

// Duplicates groups the customers who seem to be there twice, the oldest card
// of a group first, the groups in that order. phoned says who has a phone: of
// several people of one surname, one without is not taken for any of them.
func Duplicates(likenesses []Likeness, phoned map[int64]bool) [][]int64 {
	groups := union{}
	for _, l := range likenesses {
		if _, vague := SurnameOnly(l.Text); l.Phone || !vague {
			groups.join(l.IDs...)
			continue
		}
		with, without := parted(l.IDs, phoned)
		if len(with) == 1 {
			without = append(without, with...)
		}
		groups.join(without...)
	}
	return groups.list()
}

// parted divides ids by whether they are in a set.
func parted(ids []int64, set map[int64]bool) (in, out []int64) {
	for _, id := range ids {
		if set[id] {
			in = append(in, id)
		} else {
			out = append(out, id)
		}
	}
	return in, out
}

// union is sets of ids that grow together: each id leads to another of its
// set, the smallest to itself.
type union map[int64]int64

func (u union) root(id int64) int64 {
	next, known := u[id]
	if !known {
		u[id] = id
		return id
	}
	if next != id {
		u[id] = u.root(next)
	}
	return u[id]
}

func (u union) join(ids ...int64) {
	for _, id := range ids[min(1, len(ids)):] {
		a, b := u.root(ids[0]), u.root(id)
		u[max(a, b)] = min(a, b)
	}
}

// list is the sets of two and more.
func (u union) list() [][]int64 {
	sets := map[int64][]int64{}
	for id := range u {
		root := u.root(id)
		sets[root] = append(sets[root], id)
	}
	var groups [][]int64
	for _, ids := range sets {
		if len(ids) > 1 {
			slices.Sort(ids)
			groups = append(groups, ids)
		}
	}
	slices.SortFunc(groups, func(a, b []int64) int { return cmp.Compare(a[0], b[0]) })
	return groups
}
