package kit

import (
	"strings"
	"unicode"

	"genjin/model/pinyin"
)

// searchKey is a name prepared for matching: as written, and how each of its
// characters may be spelt.
type searchKey struct {
	text     string     // lower case
	readings [][]string // of each character; others stand for themselves
}

func newSearchKey(name string) searchKey {
	key := searchKey{text: strings.ToLower(name)}
	for _, r := range key.text {
		switch {
		case unicode.Is(unicode.Han, r):
			key.readings = append(key.readings, pinyin.Of(r))
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			key.readings = append(key.readings, []string{string(r)})
		}
	}
	return key
}

// newQuery is what a person typed, as the keys are matched against it.
func newQuery(typed string) string {
	return strings.ToLower(strings.TrimSpace(typed))
}

// begins reports whether the name begins with the query, written, spelt or by
// initials.
func (k searchKey) begins(query string) bool {
	return query != "" && (strings.HasPrefix(k.text, query) || spells(query, k.readings))
}

// rank says how well the name fits the query: 0 best, -1 not at all.
func (k searchKey) rank(query string) int {
	letters := strings.ReplaceAll(query, " ", "")
	switch {
	case query == "" || strings.HasPrefix(k.text, query):
		return 0
	case strings.Contains(k.text, query):
		return 1
	case spells(letters, k.readings):
		return 2
	}
	for i := 1; i < len(k.readings); i++ {
		if spells(letters, k.readings[i:]) {
			return 3
		}
	}
	return -1
}

// spells reports whether letters spell the beginning of the characters, each
// by its whole reading or its first letter; the last may be unfinished.
func spells(letters string, readings [][]string) bool {
	if letters == "" {
		return true
	}
	if len(readings) == 0 {
		return false
	}
	for _, reading := range readings[0] {
		if strings.HasPrefix(reading, letters) {
			return true
		}
		if strings.HasPrefix(letters, reading) && spells(letters[len(reading):], readings[1:]) {
			return true
		}
		if reading != "" && letters[0] == reading[0] && spells(letters[1:], readings[1:]) {
			return true
		}
	}
	return false
}
