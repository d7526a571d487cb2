package label

import (
	"strconv"

	"genjin/model"
)

// unit is a word for so many.
type unit struct {
	size int64
	name string
	from int64 // the least that is said in it
}

var (
	chineseUnits = []unit{{100_000_000, "亿", 100_000_000}, {10_000, "万", 10_000}}
	englishUnits = []unit{{1_000_000_000, "G", 1_000_000_000}, {1_000_000, "M", 1_000_000}, {1_000, "k", 10_000}}
)

// Compact is an amount in few cells, for the legend of a chart: 12.3万 in
// Chinese, 123.4k in English; the digits after the first are cut, not rounded.
func Compact(n int64, currency string, l Lang) string {
	whole := n
	for range model.Decimals(currency) {
		whole /= 10
	}
	units := chineseUnits
	if l == EN {
		units = englishUnits
	}
	for _, u := range units {
		if max(whole, -whole) < u.from {
			continue
		}
		tenths := whole / (u.size / 10)
		text := strconv.FormatInt(tenths/10, 10)
		if rest := max(tenths%10, -(tenths % 10)); rest > 0 {
			text += "." + strconv.FormatInt(rest, 10)
		}
		return text + u.name
	}
	return strconv.FormatInt(whole, 10)
}
