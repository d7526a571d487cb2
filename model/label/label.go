// Package label holds the words of records and documents: the name of every
// field and enumeration value once, in Chinese and English, with the other
// names under which files know them; and the sentences of reasons, refusals
// and acts.
package label

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"

	"genjin/model"
)

// Lang is a language of the program.
type Lang int

// The languages. Chinese is the first and the default.
const (
	ZH Lang = iota
	EN
)

// Other is the other language.
func (l Lang) Other() Lang {
	if l == EN {
		return ZH
	}
	return EN
}

// ParseLang reads a language as a locale or a setting names it.
func ParseLang(text string) (Lang, bool) {
	switch t := strings.ToLower(text); {
	case strings.HasPrefix(t, "zh"):
		return ZH, true
	case strings.HasPrefix(t, "en"):
		return EN, true
	}
	return ZH, false
}

// String is the language's code.
func (l Lang) String() string {
	if l == EN {
		return "en"
	}
	return "zh"
}

// word is one thing's name in both languages, and other names for it in files.
type word struct {
	zh, en string
	also   []string
}

func (w word) in(l Lang) string {
	if l == EN {
		return w.en
	}
	return w.zh
}

// of makes a word; also are further headers or spellings.
func of(zh, en string, also ...string) word { return word{zh, en, also} }

// Field is the name of a record's field.
func Field(record, code string, l Lang) string {
	if w, ok := fields[record+"."+code]; ok {
		return w.in(l)
	}
	if w, ok := fields[code]; ok {
		return w.in(l)
	}
	if code == "customer_id" {
		return Record(model.RowOfCustomer, l)
	}
	return code
}

// Section is the heading over a group of a record's fields.
func Section(code string, l Lang) string { return sections[code].in(l) }

// Option is the name of an enumeration's value; values that people added
// stand for themselves.
func Option(record, field, code string, l Lang) string {
	if w, ok := optionsOf(record, field)[code]; ok {
		return w.in(l)
	}
	return code
}

func optionsOf(record, field string) map[string]word {
	if o, ok := options[record+"."+field]; ok {
		return o
	}
	return options[field]
}

// ReadOption finds the code of a value as a person or a file writes it: the
// code itself, a label in either language, or another known spelling. own are
// values that people added, which stand for themselves.
func ReadOption(record, field, text string, own ...string) (code string, ok bool) {
	wanted := bare(text)
	for code, w := range optionsOf(record, field) {
		if w.named(code, wanted) {
			return code, true
		}
	}
	for _, value := range own {
		if wanted != "" && bare(value) == wanted {
			return value, true
		}
	}
	return "", false
}

// ReadHeader finds the field that a column or a cell of a form is headed with.
// The record's own names go before those that all records share.
func ReadHeader(record, text string) (code string, ok bool) { return HeaderOf(text).Read(record) }

// Header is a text that may head a column, as it is looked for among the names
// of the fields of many records.
type Header struct{ text, bare string }

// HeaderOf is the header of a text.
func HeaderOf(text string) Header { return Header{text, bare(text)} }

// Read finds the field of a record that it names, as ReadHeader does.
func (h Header) Read(record string) (code string, ok bool) {
	text, wanted := h.text, h.bare
	if code, ok = headers()[record][wanted]; ok {
		return code, true
	}
	if code, ok = headers()[""][wanted]; ok {
		return code, true
	}
	if i := strings.LastIndexAny(text, " /_-"); i > 0 {
		if _, isUnit := model.ReadAmountUnit(text[i+1:]); isUnit { // Amount USD, 应收金额/万元
			return ReadHeader(record, text[:i])
		}
	}
	if own, ok := strings.CutPrefix(wanted, bareName("客户")); ok && record == model.RowOfCustomer { // 客户电话
		code, ok = headers()[record][own]
		return code, ok
	}
	return "", false
}

// headers are the codes of the fields by record, "" for what all share, and by
// bare name.
var headers = sync.OnceValue(func() map[string]map[string]string {
	byRecord := map[string]map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(fields)) {
		record, code, owned := strings.Cut(name, ".")
		if !owned {
			record, code = "", name
		}
		if byRecord[record] == nil {
			byRecord[record] = map[string]string{}
		}
		w := fields[name]
		for _, named := range append([]string{code, w.zh, w.en}, w.also...) {
			if named = bare(named); named != "" {
				byRecord[record][named] = code
			}
		}
	}
	return byRecord
})

// named reports whether the bare text is the code or one of the names.
func (w word) named(code, wanted string) bool {
	return wanted == bareName(code) || wanted == bareName(w.zh) || wanted == bareName(w.en) ||
		slices.ContainsFunc(w.also, func(name string) bool { return wanted == bareName(name) })
}

// bareNames are names of the program's own, of which every header of a file is
// compared with hundreds, as bare says them.
var bareNames sync.Map

// bareName is bare of a code or name of the program's own.
func bareName(name string) string {
	if known, ok := bareNames.Load(name); ok {
		return known.(string)
	}
	found := bare(name)
	bareNames.Store(name, found)
	return found
}

// bare sets case, width, traditional characters, spaces, underscores, brackets'
// content, 的 and closing marks aside: headers are written in every way.
func bare(text string) string {
	text = inSimplified(strings.ToLower(model.HalfWidth(text)))
	if i := strings.IndexAny(text, "(["); i > 0 {
		text = text[:i]
	}
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || strings.ContainsRune("_-:*.。、的", r) {
			return -1
		}
		return r
	}, text)
}
