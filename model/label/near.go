package label

import (
	"maps"
	"slices"
	"strings"

	"genjin/model"
)

// nearRecords are the records whose fields a header that isn't known may mean,
// those first that files hold most.
var nearRecords = []string{model.RowOfCustomer, "contact", model.RowOfJournal, model.RowOfReceivable, model.RowOfPayment,
	model.RowOfOrder, model.RowOfLine}

// NearHeader is the name of the field that a header which isn't known is most
// like: 跟进日期 is like 下次跟进日期. "" where none is.
func NearHeader(text string, l Lang) string {
	wanted := []rune(bare(text))
	best, name := 0, ""
	for _, record := range nearRecords {
		known := headers()[record]
		for _, header := range slices.Sorted(maps.Keys(known)) {
			spec := model.FieldOf(record, known[header])
			if spec.Code == "" || spec.Kept {
				continue
			}
			if n := likeness(wanted, []rune(header)); n > best {
				best, name = n, Field(record, spec.Code, l)
			}
		}
	}
	return name
}

// likeness is how much of two names is the same, in hundredths; 0 where it is too
// little to go by.
func likeness(a, b []rune) int {
	if len(a) > len(b) {
		a, b = b, a
	}
	least := 2 // of Chinese, a word; of letters hardly a syllable
	if len(a) > 0 && a[0] < 128 {
		least = 3
	}
	if len(a) < least || len(a)*2 < len(b) {
		return 0
	}
	if strings.Contains(string(b), string(a)) {
		return 100 * len(a) / len(b)
	}
	if len(a) > least && slips(a, b) <= 1 {
		return 100 * (len(b) - 1) / len(b)
	}
	return 0
}

// slips is how many characters have to be changed, put in or left out to make
// one name of the other; 2 for two and more.
func slips(a, b []rune) int {
	i := 0
	for i < len(a) && a[i] == b[i] {
		i++
	}
	rest := func(n, m int) bool { return slices.Equal(a[min(i+n, len(a)):], b[min(i+m, len(b)):]) }
	switch {
	case slices.Equal(a, b):
		return 0
	case len(a) == len(b) && rest(1, 1), len(a) < len(b) && rest(0, 1):
		return 1
	}
	return 2
}

// NotKnown are headers that aren't known, each with the field that it is like.
func NotKnown(names []string, l Lang) []string {
	told := make([]string, len(names))
	for i, name := range names {
		told[i] = name
		if near := NearHeader(name, l); near != "" {
			told[i] += pick(l, "(像「"+near+"」)", " (like “"+near+"”)")
		}
	}
	return told
}
