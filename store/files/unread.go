package files

import (
	"slices"
	"strings"

	"genjin/model"
)

// unread is what a form or a card says under names that no field was found for.
// The file of refused rows has it all the same.
type unread []struct{ name, text string }

// leave notes a value under a name that isn't known.
func (d *draft) leave(name, text string) { d.unread.add(name, text) }

func (u *unread) add(name, text string) {
	if text = strings.TrimSpace(text); text != "" {
		*u = append(*u, struct{ name, text string }{strings.TrimRight(model.Clean(name), ":："), text})
	}
}

// cells are the values under names, those of one name together.
func (u unread) cells(names []string) []string {
	cells := make([]string, len(names))
	for _, v := range u {
		if at := slices.Index(names, v.name); at >= 0 {
			cells[at] = strings.TrimSpace(cells[at] + "\n" + v.text)
		}
	}
	return cells
}

// unreadNames are the names of what drafts and their entries leave unread.
func unreadNames(drafts []draft) (names []string) {
	add := func(u unread) {
		for _, v := range u {
			if !slices.Contains(names, v.name) {
				names = append(names, v.name)
			}
		}
	}
	for _, d := range drafts {
		add(d.unread)
		for _, e := range d.entries {
			add(e.unread)
		}
	}
	return names
}
