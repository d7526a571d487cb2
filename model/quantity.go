package model

import (
	"math/bits"
	"strconv"
	"strings"
	"unicode"
)

// Quantities are kept in thousandths: 2.5 ㎡ are 2500.
const (
	oneUnit        = 1000
	quantityPlaces = 3
	mostQuantity   = 1_000_000_000_000 // a thousand million units
)

// Quantity is a quantity in thousandths as people write it, without needless
// zeros: 2.5, 12.
func Quantity(thousandths int64) string {
	whole, part := thousandths/oneUnit, thousandths%oneUnit
	text := strconv.FormatInt(whole, 10)
	if part == 0 {
		return text
	}
	fraction := strconv.FormatInt(part+oneUnit, 10)[1:]
	return text + "." + strings.TrimRight(fraction, "0")
}

// ParseQuantity reads a quantity as people and spreadsheets write it, in
// thousandths: 12, 2.5, 1,200, 2.5㎡, 3 件, 1.2万.
//
// Refused: RefusedQuantity; RefusedQuantityParts for more than three decimals;
// RefusedQuantityRange for more than can be kept.
func ParseQuantity(text string) (int64, error) {
	s := tidyAmount(text)
	end := strings.LastIndexAny(s, "0123456789.") + 1
	number, unit := s[:end], strings.TrimSpace(s[end:])
	if cut := strings.IndexFunc(number, func(r rune) bool { return !strings.ContainsRune("0123456789.,E+-", r) }); cut > 0 {
		number, unit = number[:cut], number[cut:] // 2.5M2
	}
	d, ok := readDecimal(strings.TrimSpace(number))
	if !ok {
		return 0, Refuse(RefusedQuantity, quoted(text))
	}
	for _, many := range []amountUnit{{"万", 4}, {"萬", 4}, {"亿", 8}} {
		if strings.HasPrefix(unit, many.word) {
			d.exponent += many.tens
		}
	}
	n, fit := d.scaled(quantityPlaces, mostQuantity)
	switch fit {
	case fitTooFine:
		return 0, Refuse(RefusedQuantityParts, quoted(text))
	case fitTooLarge:
		return 0, Refuse(RefusedQuantityRange, quoted(text))
	}
	return n, nil
}

// UnitOf is the unit that stands behind the figures of a quantity: ㎡ of 10㎡.
func UnitOf(text string) string {
	text = Clean(text)
	rest := strings.TrimLeftFunc(text, func(c rune) bool {
		return unicode.IsDigit(c) || unicode.IsSpace(c) || strings.ContainsRune(".,，。", c)
	})
	return strings.TrimSpace(strings.TrimLeft(rest, "万萬亿"))
}

// share is n × part / whole, rounded half up, without leaving int64; false when
// the result can't be kept. None of them is negative.
func share(n, part, whole int64) (int64, bool) {
	if whole <= 0 || n < 0 || part < 0 {
		return 0, false
	}
	high, low := bits.Mul64(uint64(n), uint64(part))
	low, carry := bits.Add64(low, uint64(whole)/2, 0)
	high += carry
	if high >= uint64(whole) {
		return 0, false
	}
	q, _ := bits.Div64(high, low, uint64(whole))
	return int64(q), q <= MaxAmount
}

// PriceOf is what a quantity costs at a unit price, in minor units rounded half
// up; false when it can't be kept.
func PriceOf(quantity, unitPrice int64) (int64, bool) { return share(unitPrice, quantity, oneUnit) }
