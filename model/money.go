package model

import (
	"math"
	"strconv"
	"strings"
)

// Money is an amount in minor units (分, cents) of a currency by its ISO 4217
// code. Sums are only made of amounts of one currency. rule 1.
type Money struct {
	Amount   int64
	Currency string
}

// String is the plain amount in major units without its currency or
// grouping: 3000.00. ParseAmount reads it back.
func (m Money) String() string {
	sign, amount := "", strconv.FormatUint(m.magnitude(), 10)
	if m.Amount < 0 {
		sign = "-"
	}
	places := Decimals(m.Currency)
	if places == 0 {
		return sign + amount
	}
	if missing := places + 1 - len(amount); missing > 0 {
		amount = strings.Repeat("0", missing) + amount
	}
	point := len(amount) - places
	return sign + amount[:point] + "." + amount[point:]
}

// magnitude is the amount without its sign, exact even for the lowest int64.
func (m Money) magnitude() uint64 {
	if m.Amount < 0 {
		return -uint64(m.Amount)
	}
	return uint64(m.Amount)
}

// AddMoney adds two amounts of one currency; false when the sum can't be
// kept.
func AddMoney(a, b int64) (int64, bool) {
	sum := a + b
	if (sum > a) != (b > 0) && b != 0 {
		return 0, false
	}
	return sum, true
}

// ParseAmount reads an amount as people and spreadsheets write it: 3000,
// ¥3,000.00, 1.2万, 300万元, RMB 3000, $128.5, (1,000.00), 1.5E+5. Amounts are
// exact. A sign or code in the text wins over currency, which is the default
// one when empty; 元 and $ leave another yuan or dollar as it is.
//
// Refused: RefusedAmount; RefusedAmountParts for more decimals than the minor
// unit has; RefusedAmountRange beyond MaxAmount.
func ParseAmount(text, currency string) (Money, error) {
	if currency == "" {
		currency = DefaultCurrency
	}
	s, negative, named, ok := cutMoneySigns(tidyAmount(text))
	if !ok {
		return Money{}, Refuse(RefusedAmount, quoted(text))
	}
	currency = namedCurrency(named, currency)
	s, tens := cutAmountUnit(s)
	d, ok := readDecimal(s)
	if !ok {
		return Money{}, Refuse(RefusedAmount, quoted(text))
	}
	d.exponent += tens
	places := Decimals(currency)
	amount, fit := d.scaled(places, MaxAmount)
	switch fit {
	case fitTooFine:
		return Money{}, Refuse(RefusedAmountParts, quoted(text), strconv.Itoa(places))
	case fitTooLarge:
		return Money{}, Refuse(RefusedAmountRange, quoted(text))
	}
	if negative {
		amount = -amount
	}
	return Money{Amount: amount, Currency: currency}, nil
}

var countWords = []string{"人", "个", "位", "天", "日", "次", "件", "PEOPLE", "PERSONS", "PERSON", "DAYS", "DAY"}

// ParseInt reads a whole number of lo..hi as people and spreadsheets write
// it: 3, ３, 3人, 45天, 1,200, 3.0, 三个.
//
// Refused: RefusedNumber, RefusedNumberRange.
func ParseInt(text string, lo, hi int64) (int64, error) {
	s := tidyAmount(text)
	for i := 0; i < len(countWords); i++ {
		if rest, ok := strings.CutSuffix(s, countWords[i]); ok {
			s, i = strings.TrimSpace(rest), -1 // 3个人 has two
		}
	}
	s, negative := strings.CutPrefix(s, "-")
	d, ok := readDecimal(s)
	if n, han := hanNumber(s, 4); !ok && han && !negative {
		d, ok = decimalNumber{figures: strconv.Itoa(n)}, true
	}
	if !ok {
		return 0, Refuse(RefusedNumber, quoted(text))
	}
	n, fit := d.scaled(0, math.MaxInt64)
	if negative {
		n = -n
	}
	if fit == fitTooFine {
		return 0, Refuse(RefusedNumber, quoted(text))
	}
	if fit == fitTooLarge || n < lo || n > hi {
		return 0, Refuse(RefusedNumberRange, quoted(text), strconv.FormatInt(lo, 10), strconv.FormatInt(hi, 10))
	}
	return n, nil
}

// decimalNumber is figures × 10^exponent; the figures have no leading zeros,
// "" is zero.
type decimalNumber struct {
	figures  string
	exponent int
}

// decimalFit is how a number goes into whole minor units.
type decimalFit int

const (
	fitExact decimalFit = iota
	fitTooFine
	fitTooLarge
)

// readDecimal reads 1234, 1,234.5, .5, 1.5E+5 without a sign.
func readDecimal(s string) (d decimalNumber, ok bool) {
	const mostExponent = 4 // digits
	number, exponent, scientific := strings.Cut(s, "E")
	if scientific {
		value, negative := strings.CutPrefix(exponent, "-")
		if !negative {
			value = strings.TrimPrefix(value, "+")
		}
		if d.exponent, ok = asciiNumber(value, mostExponent); !ok {
			return d, false
		}
		if negative {
			d.exponent = -d.exponent
		}
	}
	whole, fraction, _ := strings.Cut(number, ".")
	whole, ok = ungroup(whole)
	figures := whole + fraction
	if !ok || figures == "" || strings.Trim(figures, "0123456789") != "" {
		return d, false
	}
	d.figures = strings.TrimLeft(figures, "0")
	d.exponent -= len(fraction)
	return d, true
}

// ungroup takes out the commas of 1,234,567 or 123,4567 (万); false where they
// group nothing, so that a decimal comma isn't read as thousands.
func ungroup(whole string) (string, bool) {
	groups := strings.Split(whole, ",")
	if len(groups) == 1 {
		return whole, true
	}
	size := len(groups[len(groups)-1])
	if size != 3 && size != 4 || groups[0] == "" || len(groups[0]) > size {
		return "", false
	}
	for _, g := range groups[1:] {
		if len(g) != size {
			return "", false
		}
	}
	return strings.Join(groups, ""), true
}

// scaled is the number in units of 10^-places, at most most of them. What a
// spreadsheet's arithmetic leaves behind 15 significant figures
// (128.49999999999999) is rounded away, as it is on the spreadsheet's screen.
func (d decimalNumber) scaled(places int, most int64) (int64, decimalFit) {
	const longest = 19 // figures of an int64
	zeros := d.exponent + places
	figures := d.figures
	if zeros < 0 {
		keep := len(figures) + zeros
		if strings.Trim(figures[max(keep, 0):], "0") != "" {
			if rounded, ok := d.rounded(places); ok {
				return rounded.scaled(places, most)
			}
			return 0, fitTooFine
		}
		figures, zeros = figures[:max(keep, 0)], 0
	}
	if figures == "" {
		return 0, fitExact
	}
	if len(figures) > longest || zeros > longest {
		return 0, fitTooLarge
	}
	n, err := strconv.ParseInt(figures+strings.Repeat("0", zeros), 10, 64)
	if err != nil || n > most {
		return 0, fitTooLarge
	}
	return n, fitExact
}

// rounded is the number to 15 significant figures; false when it has no more,
// or when the last of them would say something about the minor unit itself.
func (d decimalNumber) rounded(places int) (decimalNumber, bool) {
	const kept, apart = 15, 2
	cut := len(d.figures) - kept
	if cut <= 0 || d.exponent+cut > -places-apart {
		return d, false
	}
	n, _ := strconv.ParseInt(d.figures[:kept], 10, 64)
	if d.figures[kept] >= '5' {
		n++
	}
	return decimalNumber{figures: strconv.FormatInt(n, 10), exponent: d.exponent + cut}, true
}

var amountSigns = strings.NewReplacer("￥", "¥", "￡", "£", "−", "-", "–", "-", "。", ".", "﹩", "$")

// tidyAmount is the text in upper-case half-width letters; spaces within a
// number group its digits and become commas, others go.
func tidyAmount(text string) string {
	fields := strings.Fields(strings.ToUpper(amountSigns.Replace(HalfWidth(Clean(text)))))
	var b strings.Builder
	for i, f := range fields {
		if i > 0 && isDigit(f[0]) && isDigit(fields[i-1][len(fields[i-1])-1]) {
			b.WriteByte(',')
		}
		b.WriteString(f)
	}
	return b.String()
}

func isDigit(b byte) bool { return b >= '0' && b <= '9' }

// amountUnit is a word behind a number that multiplies it by 10^tens.
type amountUnit struct {
	word string
	tens int
}

// Longer words first.
var amountUnits = []amountUnit{
	{"万亿", 12}, {"千万", 7}, {"百万", 6}, {"十万", 5}, {"千亿", 11}, {"百亿", 10}, {"十亿", 9},
	{"亿", 8}, {"万", 4}, {"萬", 4}, {"W", 4}, {"千", 3}, {"K", 3}, {"百", 2},
}

// cutAmountUnit takes 万, 亿 and their like off a number.
func cutAmountUnit(s string) (rest string, tens int) {
	for _, u := range amountUnits {
		if rest, ok := strings.CutSuffix(s, u.word); ok {
			return rest, u.tens
		}
	}
	return s, 0
}
