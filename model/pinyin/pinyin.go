// Package pinyin says how Chinese characters are read.
package pinyin

import (
	_ "embed"
	"sort"
	"strings"
	"sync"
	"unicode/utf8"
)

// table has a line a character, by code point: the character and its readings
// without tones, the likeliest first. It is what github.com/mozillazg/go-pinyin
// knows, whose map takes five milliseconds of every start; its test writes it
// anew with -update.
//
//go:embed table.txt
var table string

// lines are where the lines of the table begin, found at first use.
var lines = sync.OnceValue(func() []int {
	begins := make([]int, 0, strings.Count(table, "\n"))
	for at := 0; at < len(table); at += strings.IndexByte(table[at:], '\n') + 1 {
		begins = append(begins, at)
	}
	return begins
})

// Of is all readings of a character without tones, none twice; nil for what is
// no Chinese character.
func Of(r rune) []string {
	begins := lines()
	i := sort.Search(len(begins), func(i int) bool {
		at, _ := utf8.DecodeRuneInString(table[begins[i]:])
		return at >= r
	})
	if i == len(begins) {
		return nil
	}
	line, _, _ := strings.Cut(table[begins[i]:], "\n")
	if at, size := utf8.DecodeRuneInString(line); at == r {
		return strings.Fields(line[size:])
	}
	return nil
}
