package model

import (
	"slices"
	"strings"
)

// AmountUnit is in what the amounts of a column are written: 万元, USD, 千美元.
type AmountUnit struct {
	Currency string // "" where it isn't said: 元 alone is any yuan
	Times    string // 万, 千 and their like; "" = as they stand
}

// ReadAmountUnit reads the unit of amounts as headers and titles have it: 元,
// 万元, 美元, USD, 人民币万元, US$.
func ReadAmountUnit(text string) (u AmountUnit, ok bool) {
	s := tidyAmount(text)
	if s == "" || strings.ContainsAny(s, "0123456789+-()") {
		return u, false
	}
	// An amount has its currency on either side of the number.
	behind, _, last, ok := cutMoneySigns("1" + s)
	if !ok {
		return u, false
	}
	before, _, first, ok := cutMoneySigns(strings.TrimPrefix(behind, "1") + "1")
	if !ok {
		return u, false
	}
	named, ok := sameCurrency(first, last)
	if !ok {
		return u, false
	}
	u.Times = strings.TrimSuffix(before, "1")
	isTimes := slices.ContainsFunc(amountUnits, func(a amountUnit) bool { return a.word == u.Times })
	if u.Times != "" && !isTimes || named+u.Times == "" {
		return AmountUnit{}, false
	}
	if named != "元" && named != "" {
		u.Currency = namedCurrency(named, DefaultCurrency)
	}
	return u, true
}

// In is the text of an amount of the column in its unit: 1200 under 万美元 is
// USD 1200万. What the text says itself goes before.
func (u AmountUnit) In(text string) string {
	const unnamed = "XTS" // no file has amounts in it
	plain := strings.TrimSpace(text)
	code := ""
	if len(plain) > 4 && plain[3] == ' ' && slices.Contains(currencyCodes, plain[:3]) { // as a cell's format says it
		code, plain = plain[:4], plain[4:]
	}
	if u.Times != "" && plain != "" && strings.Trim(plain, "0123456789., ") == "" {
		plain += u.Times
	}
	text = code + plain
	if u.Currency == "" {
		return text
	}
	if m, err := ParseAmount(text, unnamed); err != nil || m.Currency != unnamed {
		return text
	}
	return u.Currency + " " + text
}
