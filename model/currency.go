package model

import (
	"cmp"
	"slices"
	"strings"
)

// DefaultCurrency is taken where none is named.
const DefaultCurrency = "CNY"

// Decimals is how many digits the minor unit of a currency takes: 2 but for
// the yen (0), the Kuwaiti dinar (3) and their like.
func Decimals(currency string) int {
	switch currency {
	case "BIF", "CLP", "DJF", "GNF", "ISK", "JPY", "KMF", "KRW", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF", "XPF":
		return 0
	case "BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND":
		return 3
	}
	return 2
}

// currencyWord is how a currency is written beside an amount. The code "元"
// or "$" is any yuan, any dollar.
type currencyWord struct{ word, code string }

// Longer words first: HK$ before $.
var currencyWords = []currencyWord{
	{"澳门元", "MOP"}, {"澳门币", "MOP"}, {"新加坡元", "SGD"}, {"新币", "SGD"}, {"澳大利亚元", "AUD"}, {"加拿大元", "CAD"}, {"新西兰元", "NZD"}, {"纽元", "NZD"},
	{"瑞士法郎", "CHF"}, {"瑞郎", "CHF"}, {"泰铢", "THB"}, {"越南盾", "VND"}, {"印度卢比", "INR"}, {"林吉特", "MYR"}, {"日圆", "JPY"}, {"日币", "JPY"},
	{"韩圆", "KRW"}, {"韩币", "KRW"}, {"欧币", "EUR"}, {"EUROS", "EUR"}, {"EURO", "EUR"}, {"USDOLLARS", "USD"}, {"USDOLLAR", "USD"},
	{"YUAN", "CNY"}, {"YEN", "JPY"},
	{"人民币", "CNY"}, {"RMB", "CNY"}, {"CN¥", "CNY"}, {"¥", "¥"},
	{"HK$", "HKD"}, {"港币", "HKD"}, {"港元", "HKD"}, {"NT$", "TWD"}, {"新台币", "TWD"}, {"台币", "TWD"},
	{"US$", "USD"}, {"美元", "USD"}, {"美金", "USD"}, {"A$", "AUD"}, {"C$", "CAD"}, {"S$", "SGD"},
	{"澳元", "AUD"}, {"加元", "CAD"}, {"新元", "SGD"}, {"欧元", "EUR"}, {"€", "EUR"}, {"英镑", "GBP"}, {"£", "GBP"},
	{"JP¥", "JPY"}, {"日元", "JPY"}, {"韩元", "KRW"}, {"₩", "KRW"}, {"₽", "RUB"}, {"卢布", "RUB"}, {"₹", "INR"},
	{"$", "$"}, {"元", "元"}, {"圆", "元"}, {"块钱", "元"}, {"块", "元"},
}

var currencyCodes = strings.Fields(`AED ARS AUD BHD BRL CAD CHF CLP CNY COP CZK DKK EGP EUR GBP HKD HUF IDR ILS
	INR IQD ISK JOD JPY KRW KWD KZT LYD MAD MOP MXN MYR NGN NOK NZD OMR PEN PHP PKR PLN QAR RON RUB SAR SEK SGD
	THB TND TRY TWD UAH USD VND ZAR`)

// Currencies whose own people write 元, $ or ¥ for them.
var currenciesOfSign = map[string][]string{
	"元": {"CNY", "HKD", "TWD", "MOP"},
	"$": {"USD", "HKD", "TWD", "SGD", "AUD", "CAD", "NZD"},
	"¥": {"CNY", "JPY"},
}

// namedCurrency is the currency that a sign or code means where fallback is
// usual.
func namedCurrency(named, fallback string) string {
	usual, isSign := currenciesOfSign[named]
	switch {
	case named == "" || isSign && slices.Contains(usual, fallback):
		return fallback
	case isSign:
		return usual[0]
	}
	return named
}

// CurrencyIn is what an amount says of its currency: a code or, of several
// currencies, their sign.
func CurrencyIn(text string) (code, sign string) {
	_, _, named, _ := cutMoneySigns(tidyAmount(text))
	if _, isSign := currenciesOfSign[named]; isSign {
		return "", named
	}
	return named, ""
}

// joinSigns joins two signs: ¥ and 元 are yuan, $ and ¥ nothing.
func joinSigns(a, b string) (string, bool) {
	if a == "" || a == b || b == "" {
		return cmp.Or(a, b), true
	}
	both := slices.DeleteFunc(slices.Clone(currenciesOfSign[a]), func(c string) bool { return !slices.Contains(currenciesOfSign[b], c) })
	if len(both) != 1 {
		return "", false
	}
	return both[0], true
}

// cutMoneySigns takes signs and currencies off both ends of a tidied amount;
// false when they contradict each other.
func cutMoneySigns(s string) (rest string, negative bool, named string, ok bool) {
	if inner, open := strings.CutPrefix(s, "("); open {
		if s, negative = strings.CutSuffix(inner, ")"); !negative {
			return "", false, "", false
		}
	}
	signed := negative
	for {
		before := s
		for _, end := range []string{"整", "正"} {
			s = strings.TrimSuffix(s, end)
		}
		if len(s) > 0 && (s[0] == '-' || s[0] == '+') {
			if signed {
				return "", false, "", false
			}
			signed, negative, s = true, s[0] == '-', s[1:]
		}
		var code string
		if s, code = cutCurrency(s); code != "" {
			if named, ok = sameCurrency(named, code); !ok {
				return "", false, "", false
			}
		}
		if s == before {
			return s, negative, named, true
		}
	}
}

// cutCurrency takes one currency off either end; code is "" when none is
// there.
func cutCurrency(s string) (rest, code string) {
	for _, w := range currencyWords {
		if rest, ok := strings.CutPrefix(s, w.word); ok {
			return rest, w.code
		}
		if rest, ok := strings.CutSuffix(s, w.word); ok {
			return rest, w.code
		}
	}
	const length = 3
	if len(s) > length {
		if slices.Contains(currencyCodes, s[:length]) {
			return s[length:], s[:length]
		}
		if end := s[len(s)-length:]; slices.Contains(currencyCodes, end) {
			return s[:len(s)-length], end
		}
	}
	return s, ""
}

// sameCurrency joins two mentions of a currency: USD 100 元 is USD, €100 USD
// contradicts itself.
func sameCurrency(a, b string) (string, bool) {
	_, signA := currenciesOfSign[a]
	_, signB := currenciesOfSign[b]
	switch {
	case a == "" || a == b || signA:
		return b, true
	case signB:
		return a, true
	}
	return "", false
}
