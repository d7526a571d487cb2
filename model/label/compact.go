package label

import (
	"strconv"

	"genjin/model"
)

// Compact is an amount in few cells, for the legend of a chart: 12.3万 in
// Chinese, 123.4k in English; the digits after the first are cut, not rounded.
func Compact(n int64, currency string, l Lang) string {
	whole := n
	for range model.Decimals(currency) {
		whole /= 10
	}
	steps := []struct {
		from int64
		name string
	}{{1_000_000_000, "G"}, {1_000_000, "M"}, {10_000, "k"}}
	size := map[string]int64{"G": 1_000_000_000, "M": 1_000_000, "k": 1000, "亿": 100_000_000, "万": 10_000}
	if l == ZH {
		steps[0].from, steps[0].name = 100_000_000, "亿"
		steps[1].from, steps[1].name = 10_000, "万"
		steps = steps[:2]
	}
	for _, step := range steps {
		if whole >= step.from || whole <= -step.from {
			tenths := whole / (size[step.name] / 10)
			text := strconv.FormatInt(tenths/10, 10)
			if rest := max(tenths%10, -(tenths % 10)); rest > 0 {
				text += "." + strconv.FormatInt(rest, 10)
			}
			return text + step.name
		}
	}
	return strconv.FormatInt(whole, 10)
}
