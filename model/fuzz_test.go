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
	for _, s := range []string{"款到发货", "月结30天", "net 30", "次月10号", "30%定金+60%发货前+10%验收后30天", "33.33%+", "%%", "+", "票到99999999999天"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		terms, err := ParseTerms(text)
		if err != nil {
			return
		}
		var whole int64
		for _, i := range terms.Instalments {
			whole += i.Share
		}
		again, err := ParseTerms(terms.Text)
		if err != nil || whole != wholeShare || !reflect.DeepEqual(again, terms) {
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
