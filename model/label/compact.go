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
// Chinese, 123.4k in English, rounded to the last digit that is shown.
func Compact(n int64, currency string, l Lang) string {
	minor := int64(1)
	for range model.Decimals(currency) {
		minor *= 10
	}
	whole := nearest(n, minor)
	units := chineseUnits
	if l == EN {
		units = englishUnits
	}
	for i, u := range units {
		least := whole
		if i+1 < len(units) { // 9,999.96万 is 1亿
			step := units[i+1].size / 10
			least = nearest(whole, step) * step
		}
		if max(least, -least) < u.from {
			continue
		}
		tenths := nearest(whole, u.size/10)
		text := strconv.FormatInt(tenths/10, 10)
		if rest := max(tenths%10, -(tenths % 10)); rest > 0 {
			text += "." + strconv.FormatInt(rest, 10)
		}
		return text + u.name
	}
	return strconv.FormatInt(whole, 10)
}

// nearest is how many times a size goes into a number, rounded half away from
// nothing.
func nearest(n, size int64) int64 {
	half := size / 2
	if n < 0 {
		half = -half
	}
	return (n + half) / size
}
