package files

import (
	"strings"

	"genjin/model"
)

// A spreadsheet runs a CSV field that begins with one of these as a formula.
const formulaSigns = "=+-@＝＋－＠"

// guard puts ' before a text that a spreadsheet would run as a formula. Numbers
// and phones (+86 …, -5) are none.
func guard(text string) string {
	if !isFormula(strings.TrimLeft(text, "'")) || isNumeric(text) {
		return text
	}
	return "'" + text
}

func isFormula(text string) bool {
	return text != "" && strings.ContainsAny(string([]rune(text)[:1]), formulaSigns)
}

// unguard takes off the ' that guard, or a person who knows spreadsheets, put
// there.
func unguard(text string) string {
	if strings.HasPrefix(text, "'") && isFormula(strings.TrimLeft(text, "'")) {
		return text[1:]
	}
	return text
}

// isNumeric tells numbers, amounts and phones: nothing that a formula could
// call.
func isNumeric(text string) bool {
	if text[0] == '=' || text[0] == '@' || strings.Trim(text, "+-0123456789 .,()/#*\n") != "" {
		return false
	}
	if _, err := model.ParseAmount(text, ""); err == nil {
		return true
	}
	phones, err := model.ParsePhones(text)
	return err == nil && len(phones) > 0
}

// guarded is a row of which no cell runs as a formula.
func guarded(row []string) []string {
	for i, text := range row {
		row[i] = guard(text)
	}
	return row
}
