package model

import (
	"strconv"
	"strings"
)

// The figures and places of an amount in capitals.
var (
	capitalFigures = []string{"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"}
	capitalPlaces  = []string{"", "拾", "佰", "仟"}
)

// Capitals is an amount as contracts and invoices spell it so that no figure
// can be changed 大写: 12000.00 is 壹万贰仟元整, 1.05 is 壹元零伍分. A currency whose
// minor unit isn't a hundredth has none: "" then.
func Capitals(m Money) string {
	if Decimals(m.Currency) != 2 {
		return ""
	}
	n := m.magnitude()
	yuan, jiao, fen := n/100, n/10%10, n%10
	var b strings.Builder
	if m.Amount < 0 {
		b.WriteString("负")
	}
	if yuan > 0 || n == 0 {
		b.WriteString(capitalWhole(yuan) + "元")
	}
	if jiao > 0 {
		b.WriteString(capitalFigures[jiao] + "角")
	}
	switch {
	case fen > 0 && jiao == 0 && yuan > 0:
		b.WriteString("零" + capitalFigures[fen] + "分")
	case fen > 0:
		b.WriteString(capitalFigures[fen] + "分")
	default:
		b.WriteString("整")
	}
	return b.String()
}

// capitalWhole spells a whole number in groups of four figures: 万, 亿, 万亿.
// Zeros between figures are said once.
func capitalWhole(n uint64) string {
	if n == 0 {
		return capitalFigures[0]
	}
	figures := strconv.FormatUint(n, 10)
	var b strings.Builder
	zero, group := false, false // a zero is to be said; the group has a figure
	for i, c := range figures {
		place := len(figures) - 1 - i
		if c != '0' {
			if zero {
				b.WriteString(capitalFigures[0])
			}
			b.WriteString(capitalFigures[c-'0'] + capitalPlaces[place%4])
			zero, group = false, true
		} else if b.Len() > 0 {
			zero = true
		}
		if place%4 > 0 {
			continue
		}
		switch {
		case place == 12 && strings.Trim(figures[i+1:i+5], "0") == "":
			b.WriteString("万亿")
		case place == 12, place == 4 && group:
			b.WriteString("万")
		case place == 8 && group:
			b.WriteString("亿")
		}
		group = false
	}
	return b.String()
}
