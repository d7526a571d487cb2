package model

import (
	"strings"
	"unicode/utf8"

	"genjin/model/pattern"
)

// companyWords is what a company's name wears: its form, branches and places
// (rule 3: duplicates).
var companyWords = pattern.Of(`股份有限公司|有限责任公司|有限公司|分公司|总公司|公司|集团|\b(co|ltd|inc|llc|limited|company|gmbh|corp)\b\.?|[\pP\pS\s]`)

var (
	placePrefix = pattern.Of(`^([^市省区县]{2,3}[省市]|\p{Han}{2,5}自治区|(香港|澳门)特别行政区)`)
	// notPlaces begin with what only looks like the end of a city's name.
	notPlaces = pattern.Of(`^[政场]`)
)

// BareName is a name without company words, brackets, spaces and case: two
// names with the same one mean the same customer (rule 3: duplicates).
func BareName(name string) string {
	plain := strings.ToLower(HalfWidth(name))
	bare := companyWords.ReplaceAllString(plain, "")
	for range 2 {
		cut := bare[len(placePrefix.FindString(bare)):]
		if utf8.RuneCountInString(cut) < 2 || notPlaces.MatchString(cut) {
			break
		}
		bare = cut
	}
	if bare == "" {
		return strings.TrimSpace(plain)
	}
	return bare
}
