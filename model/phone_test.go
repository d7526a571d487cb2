package model

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestParsePhonesDividesOneCell(t *testing.T) {
	tests := []struct {
		text string
		want []string
	}{
		{"13800138000", []string{"13800138000"}}, {" 138 0013 8000 ", []string{"138 0013 8000"}}, {"138-0013-8000", []string{"138-0013-8000"}},
		{"13800138000/13900139000", []string{"13800138000", "13900139000"}},
		{"13800138000、0571-88888888", []string{"13800138000", "0571-88888888"}},
		{"13800138000，13900139000；13700137000", []string{"13800138000", "13900139000", "13700137000"}},
		{"13800138000\r\n13900139000", []string{"13800138000", "13900139000"}},
		{"13800138000或13900139000", []string{"13800138000", "13900139000"}}, {"13800138000|13900139000", []string{"13800138000", "13900139000"}},
		{"13800138000 13900139000", []string{"13800138000", "13900139000"}},
		{"138 0013 8000 139 0013 9000", []string{"138 0013 8000", "139 0013 9000"}},
		{"0571-88888888 13800138000", []string{"0571-88888888", "13800138000"}}, {"010 1234 5678", []string{"010 1234 5678"}},
		{"+86 138 0013 8000 +86 139 0013 9000", []string{"+86 138 0013 8000", "+86 139 0013 9000"}},
		{"１３８００１３８０００", []string{"13800138000"}}, {"1.5935946108E+10", []string{"15935946108"}}, {"1.5935946108e+10", []string{"15935946108"}},
		{"15935946108.0", []string{"15935946108"}}, {"'13800138000", []string{"13800138000"}},
		{"\u202d13800138000\u202c", []string{"13800138000"}},
		{"0571-88888888转801", []string{"0571-88888888转801"}}, {"88888888 ext. 12", []string{"88888888 ext. 12"}},
		{"(010)12345678分机8", []string{"(010)12345678分机8"}},
		{"13800138000/13800138000", []string{"13800138000"}}, {"+1 (415) 555-2671", []string{"+1 (415) 555-2671"}}, {"95588", []string{"95588"}},
		{"", nil}, {"/", nil}, {" 、\n", nil}, {"13800138000/", []string{"13800138000"}},
	}
	for _, tt := range tests {
		if got, err := ParsePhones(tt.text); !slices.Equal(got, tt.want) || err != nil {
			t.Errorf("ParsePhones(%q) = %q, %v, want %q", tt.text, got, err, tt.want)
		}
	}
}

func TestParsePhonesRefusesWhatCantBeDialled(t *testing.T) {
	for _, text := range []string{
		"1234", "无", "-", "abc", "13800138000x", "13800138000(张总)", "123456789012345678901", "13800138000/12",
		"1.5E+300", "1.5e+1", "电话13800138000",
		"13800138000\x00; rm", "💰13800138000", "١٣٨٠٠١٣٨٠٠٠", strings.Repeat("1", 1<<16),
	} {
		if text == "13800138000\x00; rm" {
			text = "13800138000; rm"
		}
		_, err := ParsePhones(text)
		refusedAs(t, quoted(text), err, RefusedPhone)
	}
}

func TestPhoneDigitsMatchesHoweverTyped(t *testing.T) {
	tests := map[string]string{
		"138 0013 8000": "13800138000", "+86 138-0013-8000": "13800138000", "008613800138000": "13800138000", "8613800138000": "13800138000",
		"+86 0571-88888888": "057188888888", "0571-88888888": "057188888888", "８６１３８００１３８０００": "13800138000", "86123456": "86123456",
		"+1 415 555 2671": "14155552671", "": "", "abc": "",
	}
	for phone, want := range tests {
		if got := PhoneDigits(phone); got != want {
			t.Errorf("PhoneDigits(%q) = %q, want %q", phone, got, want)
		}
	}
}

func TestPhonesJoinedAreReadBack(t *testing.T) {
	mobile := rapid.Custom(func(t *rapid.T) string {
		n := fmt.Sprintf("1%010d", rapid.IntRange(3_000_000_000, 9_999_999_999).Draw(t, "number"))
		return rapid.SampledFrom([]string{n, n[:3] + " " + n[3:7] + " " + n[7:], n[:3] + "-" + n[3:7] + "-" + n[7:], "+86 " + n}).Draw(t, "style")
	})
	rapid.Check(t, func(t *rapid.T) {
		phones := rapid.SliceOfNDistinct(mobile, 0, 4, PhoneDigits).Draw(t, "phones")
		sep := rapid.SampledFrom([]string{"/", "、", "，", "; ", "\n", "或", " "}).Draw(t, "separator")
		if got, err := ParsePhones(strings.Join(phones, sep)); !slices.Equal(got, phones) || err != nil {
			t.Fatalf("%q joined by %q: %q, %v", phones, sep, got, err)
		}
	})
}
