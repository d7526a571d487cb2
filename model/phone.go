package model

import (
	"strconv"
	"strings"
	"unicode"
)

// A phone has this many digits, an extension included.
const leastPhone, mostPhone = 5, 20

// Digits of a mobile number, and of one with an area code.
const (
	mobileDigits    = 11
	leastAreaDigits = 10
	mostAreaDigits  = 12
)

var phoneSeparators = strings.NewReplacer(
	"/", "\n", "、", "\n", ",", "\n", ";", "\n", "|", "\n", "或", "\n", "\\", "\n", ":::", "\n",
)

// ParsePhones reads the phones of one cell, divided by / \ 、 ， ； | ::: 或 and line
// ends, and by spaces between complete numbers. Each is kept as typed, but in
// half-width characters: 138 0013 8000. Numbers that a spreadsheet made of
// them (1.5935946108E+10) are restored; a number given twice is kept once.
// Empty text, and the / that fills an empty field on paper, has none.
//
// Refused: RefusedPhone for fewer than 5 or more than 20 digits, and for
// letters other than an extension's (转, 分机, ext). rule 1.1.
func ParsePhones(text string) ([]string, error) {
	var phones []string
	seen := make(map[string]bool)
	for cell := range strings.SplitSeq(phoneSeparators.Replace(HalfWidth(CleanNote(text))), "\n") {
		for _, phone := range cutAtSpaces(strings.TrimLeft(strings.TrimSpace(cell), "'")) {
			phone = restorePhone(phone)
			if !isPhone(phone) {
				return nil, Refuse(RefusedPhone, quoted(phone))
			}
			if key := PhoneDigits(phone); !seen[key] {
				seen[key] = true
				phones = append(phones, phone)
			}
		}
	}
	return phones, nil
}

// PhoneDigits is what phones are matched and searched by: their digits,
// without China's country code before a mobile number or an area code.
func PhoneDigits(phone string) string {
	var b strings.Builder
	for _, r := range HalfWidth(phone) {
		if r >= '0' && r <= '9' {
			b.WriteRune(r)
		}
	}
	all := b.String()
	for _, code := range []string{"0086", "86"} {
		if rest, ok := strings.CutPrefix(all, code); ok && isComplete(rest) {
			return rest
		}
	}
	return all
}

// isComplete tells whether digits are a whole mobile number or a whole number
// with an area code.
func isComplete(digits string) bool {
	if strings.HasPrefix(digits, "0") {
		return len(digits) >= leastAreaDigits && len(digits) <= mostAreaDigits && !strings.HasPrefix(digits, "00")
	}
	return len(digits) == mobileDigits && strings.HasPrefix(digits, "1")
}

// cutAtSpaces divides a cell at the spaces that have complete numbers on both
// sides: 13800138000 13900139000, but not 138 0013 8000.
func cutAtSpaces(cell string) []string {
	words := strings.Fields(cell)
	var phones []string
	start := 0
	for i := 1; i < len(words); i++ {
		if isComplete(PhoneDigits(strings.Join(words[start:i], ""))) && startsComplete(words[i:]) {
			phones = append(phones, strings.Join(words[start:i], " "))
			start = i
		}
	}
	if start < len(words) {
		phones = append(phones, strings.Join(words[start:], " "))
	}
	return phones
}

// startsComplete tells whether the first of words make a complete number.
func startsComplete(words []string) bool {
	const most = 6 // 0086 138 0013 8000 has four
	for n := 1; n <= min(len(words), most); n++ {
		if isComplete(PhoneDigits(strings.Join(words[:n], ""))) {
			return true
		}
	}
	return false
}

// restorePhone undoes what a spreadsheet does to a phone: 1.5935946108E+10
// and 15935946108.0 are 15935946108.
func restorePhone(phone string) string {
	s := strings.ToUpper(phone)
	whole, isFloat := strings.CutSuffix(s, ".0")
	if !strings.Contains(s, "E+") && (!isFloat || strings.Trim(whole, "0123456789") != "") {
		return phone
	}
	d, ok := readDecimal(s)
	if !ok {
		return phone
	}
	const largest = 99_999_999_999_999_999
	n, fit := d.scaled(0, largest)
	if fit != fitExact {
		return phone
	}
	return strconv.FormatInt(n, 10)
}

var extensionWords = strings.NewReplacer("分机", "", "转", "", "ext", "")

// isPhone tells whether a text can be dialled.
func isPhone(phone string) bool {
	n := 0
	for _, r := range extensionWords.Replace(strings.ToLower(phone)) {
		switch {
		case r >= '0' && r <= '9':
			n++
		case !strings.ContainsRune(" +-().#*:", r) && !unicode.Is(unicode.Pd, r):
			return false
		}
	}
	return n >= leastPhone && n <= mostPhone
}
