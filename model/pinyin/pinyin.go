// Package pinyin says how Chinese characters are read.
package pinyin

import (
	_ "embed"
	"strings"
	"sync"
)

// table has a line a reading without tones: the characters of which it is the
// likeliest reading, behind a / those of which it is the second, and so on. It
// is what github.com/mozillazg/go-pinyin knows, whose map takes five milliseconds
// of every start; go generate writes it anew.
//
//go:generate go test -run TheTable -update
//go:embed table.txt
var table string

// known is the table, read at first use.
type known struct {
	readings []string   // of the lines, from 1
	of       [][]uint16 // the line of each character, by how likely that reading is
}

const planes = 0x32400 // code points that characters have

var read = sync.OnceValue(func() known {
	k := known{readings: []string{""}}
	for line := range strings.Lines(table) {
		reading, characters, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		k.readings = append(k.readings, reading)
		rank := 0
		for _, r := range characters {
			if r == '/' {
				rank++
				continue
			}
			for len(k.of) <= rank {
				k.of = append(k.of, make([]uint16, planes))
			}
			k.of[rank][r] = uint16(len(k.readings) - 1)
		}
	}
	return k
})

// Of is all readings of a character without tones, the likeliest first, none
// twice; nil for what is no Chinese character.
func Of(r rune) (readings []string) {
	if r < 0x3000 || r >= planes {
		return nil
	}
	k := read()
	for _, line := range k.of {
		if line[r] == 0 {
			break
		}
		readings = append(readings, k.readings[line[r]])
	}
	return readings
}
