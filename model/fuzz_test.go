package model

import (
	"reflect"
	"slices"
	"strings"
	"testing"
)

// Whatever is typed as terms of payment is refused or read, and reads the same
// again; the instalments make up the whole.
func FuzzParseTerms(f *testing.F) {
	for _, s := range []string{"款到发货", "月结30天", "net 30", "次月10号", "30%定金+60%发货前+10%验收后30天", "33.33%+", "%%", "+", "票到99999999999天",
		"预付20,000,余款发货前", "1/3定金+2/3见提单", "每月25号对账,次月15号付款", "2/10 net 30", "三成定金+百分之七十发货前", "半月结", "看情况30天"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		terms, err := ParseTerms(text)
		if err != nil {
			return
		}
		const total = 123_456_789
		var sum int64
		for _, part := range terms.Parts(total, DefaultCurrency) {
			if sum += part; part < 0 {
				t.Fatalf("%q: a part of %d", text, part)
			}
		}
		again, err := ParseTerms(terms.Text)
		if err != nil || sum != total || !reflect.DeepEqual(again, terms) {
			t.Fatalf("%q: %+v, again %+v, %v", text, terms, again, err)
		}
	})
}

func FuzzParsePhones(f *testing.F) {
	for _, s := range []string{"138-0000-0001、0757-83330001转802", "1.5935946108E+10", "+86 138 0013 8000", "/", "1\n2", "e", "'"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		phones, err := ParsePhones(text)
		if err != nil {
			return
		}
		if again, err := ParsePhones(strings.Join(phones, "\n")); err != nil || !slices.Equal(again, phones) {
			t.Fatalf("%q: %q, again %q, %v", text, phones, again, err)
		}
	})
}

// A condition that can be read is written so that it means the same.
func FuzzParseFilter(f *testing.F) {
	for _, s := range []string{"grade==A,B", "name~董", "next_on<=今天", "tags=", "tags!=", `name==a\,b,\0`, "a==", "==", "x≥≤", "ｎａｍｅ＝1"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, line string) {
		filter, ok := parseFilter(line)
		if !ok {
			return
		}
		if again, ok := parseFilter(filter.String()); !ok || again != filter {
			t.Fatalf("%q: %+v, again %+v %v", line, filter, again, ok)
		}
	})
}
