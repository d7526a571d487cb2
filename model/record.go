package model

import "strings"

// Meta is what every record has: its id and when it was made and last
// changed (UTC instants, RFC 3339; everything else is civil dates).
type Meta struct {
	ID        int64
	CreatedAt string
	UpdatedAt string
}

func (m *Meta) identity() *Meta { return m }

// Identity is the id of a record and its instants.
func Identity(rec any) *Meta { return rec.(interface{ identity() *Meta }).identity() }

// List is several short texts in one value, one a line: phones, tags.
type List string

// ListOf joins texts, leaving out empty ones and repetitions.
func ListOf(items ...string) List {
	var kept []string
	seen := map[string]bool{}
	for _, it := range items {
		it = strings.TrimSpace(it)
		if it != "" && !seen[it] {
			seen[it] = true
			kept = append(kept, it)
		}
	}
	return List(strings.Join(kept, "\n"))
}

// Items lists the texts.
func (l List) Items() []string {
	if l == "" {
		return nil
	}
	return strings.Split(string(l), "\n")
}

// Has reports whether the text is one of the list.
func (l List) Has(item string) bool {
	for _, it := range l.Items() {
		if it == item {
			return true
		}
	}
	return false
}
