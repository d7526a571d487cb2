package files

import (
	"strings"

	"genjin/model"
	"genjin/model/pattern"
)

var (
	inBrackets = pattern.Of(`[(（\[【]([^)）\]】]*)[)）\]】]`)
	unitTitle  = pattern.Of(`(?i)(?:单位|币种|币别|货币|\bunit|\bcurrency)\s*[:：]?\s*([^)）\]】\s,，;；]+)`)
	unitApart  = pattern.Of(`[,，;；/、\s]+`)
)

// isAmount tells the columns that hold amounts.
func (c column) isAmount() bool {
	return model.FieldOf(c.record, c.code).Kind == model.KindAmount || c.heading == balance
}

// setUnits notes in what the amounts of each column are written: by its header,
// else by a title above the table (单位:万元).
func (t table) setUnits(s *Sheet) {
	var title model.AmountUnit
	for row := range min(t.header, len(s.Rows)) {
		for _, m := range unitTitle.FindAllStringSubmatch(strings.Join(s.Rows[row], " "), -1) {
			if u, ok := model.ReadAmountUnit(m[1]); ok {
				title = withUnit(u, title)
			}
		}
	}
	for i, c := range t.columns {
		if !c.isAmount() {
			continue
		}
		own, said := headerUnit(c.header)
		if t.columns[i].unit = withUnit(own, title); said {
			t.columns[i].unit.Times = own.Times // (元) under 单位:万元 is 元
		}
	}
}

// shown is a cell's text, that of an amount as the cell shows it: rounded, and
// with its currency.
func (s *Sheet) shown(c column, row, col int) string {
	text := s.At(row, col)
	if rounded := s.rounded[[2]int{row, col}]; rounded != "" && c.isAmount() {
		text = rounded
	}
	if code := s.currencies[[2]int{row, col}]; code != "" && c.isAmount() {
		return code + " " + text
	}
	return text
}

// rounding is the first number of a column of amounts that has more decimals
// than its cell shows, and what is read of it.
func (t table) rounding(s *Sheet, col int) (number, to string) {
	for row := t.first; row < len(s.Rows) && t.columns[col].isAmount() && len(s.rounded) > 0; row++ {
		if to := s.rounded[[2]int{row, col}]; to != "" {
			return s.At(row, col), to
		}
	}
	return "", ""
}

// withUnit is a unit with what only another one says.
func withUnit(u, other model.AmountUnit) model.AmountUnit {
	if u.Currency == "" {
		u.Currency = other.Currency
	}
	if u.Times == "" {
		u.Times = other.Times
	}
	return u
}

// headerUnit is the unit that a header names: 应收金额(美元), 金额(万元), Amount USD.
func headerUnit(header string) (u model.AmountUnit, said bool) {
	var parts []string
	for _, m := range inBrackets.FindAllStringSubmatch(header, -1) {
		text := m[1]
		if title := unitTitle.FindStringSubmatch(text); title != nil {
			text = title[1]
		}
		parts = append(parts, unitApart.Split(text, -1)...)
	}
	if apart := unitApart.Split(model.Clean(header), -1); len(apart) > 1 {
		parts = append(parts, apart[len(apart)-1])
	}
	for _, part := range parts {
		if read, ok := model.ReadAmountUnit(part); ok {
			u, said = withUnit(u, read), true
		}
	}
	return u, said
}

// currencyFormat is the currency that a spreadsheet's number format shows:
// [$€-407]#,##0.00, "US$"#,##0.00; "" for a format without one, and for those
// that each country's spreadsheet shows in its own.
func currencyFormat(format string) string {
	format = outerSection(format)
	if m := formatSign.FindStringSubmatch(format); m != nil {
		return signCurrency(strings.TrimSpace(m[1]), strings.ToUpper(m[2]))
	}
	words := formatNumber.ReplaceAllString(formatGap.ReplaceAllString(format, ""), "")
	return signCurrency(strings.TrimSpace(strings.NewReplacer(`"`, "", `\`, "").Replace(words)), "")
}

var (
	formatSign   = pattern.Of(`\[\$([^\]-]+)(?:-([^\]]*))?\]`)
	formatGap    = pattern.Of(`[_*].|\[[^\]]*\]`)
	formatNumber = pattern.Of(`[#0?.,()\s%-]`)
)

// outerSection is the first part of a format, that of positive numbers.
func outerSection(format string) string {
	quoted := false
	for i, r := range format {
		switch {
		case r == '"':
			quoted = !quoted
		case r == ';' && !quoted:
			return format[:i]
		}
	}
	return format
}

// dollars and yen by the country of a format.
var signOfCountry = map[string]string{
	"$1009": "CAD", "$C0C": "CAD", "$C09": "AUD", "$1409": "NZD", "$1004": "SGD", "$4809": "SGD", "$C04": "HKD", "$404": "TWD", "$1404": "MOP",
	"¥411": "JPY", "￥411": "JPY", "¥JA-JP": "JPY", "￥JA-JP": "JPY", "$ZH-HK": "HKD", "$ZH-TW": "TWD", "$EN-CA": "CAD",
	"$EN-AU": "AUD", "$EN-SG": "SGD",
}

func signCurrency(sign, country string) string {
	if code := signOfCountry[sign+country]; code != "" {
		return code
	}
	u, ok := model.ReadAmountUnit(sign)
	if !ok || u.Times != "" {
		return ""
	}
	return u.Currency
}
