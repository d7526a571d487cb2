package model

import (
	"strings"
	"unicode/utf8"
)

// hanDigits are the digits of numbers in Chinese.
var hanDigits = map[rune]int{
	'〇': 0, '零': 0, '○': 0, '一': 1, '二': 2, '两': 2, '三': 3, '四': 4,
	'五': 5, '六': 6, '七': 7, '八': 8, '九': 9,
}

// hanNumber reads a number of at most most digits, in ASCII digits or in
// Chinese: 12, 十二, 廿三, 二〇二六.
func hanNumber(s string, most int) (int, bool) {
	if n, ok := asciiNumber(s, most); ok {
		return n, true
	}
	s = strings.Replace(strings.Replace(s, "廿", "二十", 1), "卅", "三十", 1)
	tens, ones, found := strings.Cut(s, "十")
	if !found {
		return hanPlaces(s, most)
	}
	n, unit, ok, okUnit := 1, 0, true, true
	if tens != "" {
		n, ok = hanPlaces(tens, 1)
	}
	if ones != "" {
		unit, okUnit = hanPlaces(ones, 1)
	}
	return n*10 + unit, ok && okUnit && most > 1
}

// hanPlaces reads Chinese digits place by place.
func hanPlaces(s string, most int) (int, bool) {
	if s == "" || utf8.RuneCountInString(s) > most {
		return 0, false
	}
	n := 0
	for _, r := range s {
		digit, ok := hanDigits[r]
		if !ok {
			return 0, false
		}
		n = n*10 + digit
	}
	return n, true
}

// hanCount reads a number below a thousand in Chinese: 一百二十.
func hanCount(s string) (int, bool) {
	hundreds, rest, found := strings.Cut(s, "百")
	if !found {
		return hanNumber(s, 2)
	}
	n, ok := hanPlaces(hundreds, 1)
	rest = strings.TrimPrefix(rest, "零")
	if rest == "" || !ok {
		return n * 100, ok
	}
	more, ok := hanNumber(rest, 2)
	return n*100 + more, ok
}
