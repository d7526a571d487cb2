package pinyin_test

import (
	"flag"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"
	"unicode"

	library "github.com/mozillazg/go-pinyin"

	"genjin/model/pinyin"
)

var update = flag.Bool("update", false, "write the table")

func TestTheTableIsWhatTheLibraryKnows(t *testing.T) {
	args := library.NewArgs()
	args.Heteronym = true
	readings := map[string][]string{} // the characters of each, by rank
	for _, code := range slices.Sorted(maps.Keys(library.PinyinDict)) {
		if !unicode.Is(unicode.Han, rune(code)) {
			continue // of a font's own characters
		}
		for rank, reading := range library.SinglePinyin(rune(code), args) {
			for len(readings[reading]) <= rank {
				readings[reading] = append(readings[reading], "")
			}
			readings[reading][rank] += string(rune(code))
		}
	}
	var text strings.Builder
	for _, reading := range slices.Sorted(maps.Keys(readings)) {
		text.WriteString(reading + " " + strings.Join(readings[reading], "/") + "\n")
	}
	if *update {
		if err := os.WriteFile("table.txt", []byte(text.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return // the table in this program is still the old one
	}
	kept, err := os.ReadFile("table.txt")
	if err != nil {
		t.Fatal(err)
	}
	if string(kept) != text.String() {
		t.Error("table.txt is not what the library knows; go test -update writes it")
	}
	for code := range library.PinyinDict {
		got, want := pinyin.Of(rune(code)), library.SinglePinyin(rune(code), args)
		if unicode.Is(unicode.Han, rune(code)) && !slices.Equal(got, want) {
			t.Fatalf("%c is read %v, not %v", code, got, want)
		}
	}
}

func TestWhatIsNoCharacterHasNoReading(t *testing.T) {
	for _, r := range "a1 ，.あ가\x00\U0010ffff" {
		if got := pinyin.Of(r); got != nil {
			t.Errorf("%q is read %v", r, got)
		}
	}
	if got := pinyin.Of('重'); !slices.Contains(got, "zhong") || !slices.Contains(got, "chong") {
		t.Errorf("%v", got)
	}
}
