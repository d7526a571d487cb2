package files

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/quotedprintable"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"genjin/model"
)

// property is one line of a vCard: TEL;TYPE=CELL:139…
type property struct {
	name   string              // upper case, without its group
	group  string              // what binds an Apple label to its line
	types  map[string]bool     // lower case: cell, home, pref
	params map[string][]string // other parameters, upper case
	value  string              // decoded, its escapes still in it
	old    bool                // of a 2.1 card, which escapes ; only
}

// text is the value without its escapes.
func (p property) text() string { return unescaped(p.value) }

// vcard is one card of a file.
type vcard struct {
	number     int // of the card in the file, from 1
	properties []property
	cut        bool // its end is missing
}

// is tells the beginning of a vCard file.
func isVCard(data []byte) bool {
	const head = 256
	start := bytes.TrimLeft(data[:min(len(data), head)], "\xef\xbb\xbf \t\r\n")
	const begin, other = "BEGIN:VC", "BEGIN:VCALENDAR"
	is := func(sign string) bool {
		return len(start) >= len(sign) && strings.EqualFold(string(start[:len(sign)]), sign)
	}
	return is(begin) && !is(other)
}

// readVCards reads the cards of a file of version 2.1, 3.0 or 4.0. The
// encodings may differ from line to line, so it reads bytes. A card within a
// card (an agent) is passed over.
func readVCards(data []byte, step func(done int) error) ([]vcard, error) {
	var cards []vcard
	depth := 0
	for scan := (vcardScanner{data: data}); ; {
		line, ok := scan.next()
		if !ok {
			break
		}
		p, ok := parseProperty(line)
		if !ok {
			continue
		}
		switch word := strings.ToUpper(strings.TrimSpace(p.value)); {
		case p.name == "BEGIN" && word == "VCARD":
			if depth++; depth == 1 {
				if len(cards) >= mostCustomers {
					return nil, model.ErrFileTooLarge
				}
				if err := step(len(cards)); err != nil {
					return nil, err
				}
				cards = append(cards, vcard{number: len(cards) + 1, cut: true})
			}
		case p.name == "END" && word == "VCARD":
			if depth == 1 {
				cards[len(cards)-1].cut = false
			}
			depth = max(depth-1, 0)
		case depth == 1:
			cards[len(cards)-1].add(p)
		}
	}
	return cards, nil
}

func (c *vcard) add(p property) {
	const most = 1000 // lines of one card
	if p.name == "VERSION" && strings.TrimSpace(p.value) == "2.1" {
		c.properties = append(c.properties, property{name: "VERSION", value: "2.1"})
		return
	}
	if len(c.properties) < most {
		p.old = len(c.properties) > 0 && c.properties[0].name == "VERSION" && c.properties[0].value == "2.1"
		c.properties = append(c.properties, p)
	}
}

// vcardScanner gives the logical lines of a file.
type vcardScanner struct {
	data []byte
	at   int
}

// next is a line with what is folded behind it: lines that begin with a space,
// and in quoted-printable those that follow a = at the end.
func (s *vcardScanner) next() ([]byte, bool) {
	const most = 64 << 10 // bytes of a line that are kept: a photo is longer
	if s.at >= len(s.data) {
		return nil, false
	}
	line := s.physical()
	line = bytes.Clone(line[:min(len(line), most)])
	soft := isQuotedPrintable(line)
	add := func(more []byte) {
		if room := most - len(line); room > 0 {
			line = append(line, more[:min(len(more), room)]...)
		}
	}
	for s.at < len(s.data) {
		switch first := s.data[s.at]; {
		case soft && bytes.HasSuffix(line, []byte("=")):
			line = line[:len(line)-1]
			add(bytes.TrimLeft(s.physical(), " \t"))
		case first == ' ' || first == '\t':
			add(s.physical()[1:])
		default:
			return line, true
		}
	}
	return line, true
}

func (s *vcardScanner) physical() []byte {
	rest := s.data[s.at:]
	end := bytes.IndexByte(rest, '\n')
	if end < 0 {
		s.at = len(s.data)
		return bytes.TrimRight(rest, "\r")
	}
	s.at += end + 1
	return bytes.TrimRight(rest[:end], "\r")
}

func isQuotedPrintable(line []byte) bool {
	head, _, ok := bytes.Cut(line, []byte(":"))
	return ok && bytes.Contains(bytes.ToUpper(head), []byte("QUOTED-PRINTABLE"))
}

// parseProperty takes a line apart and decodes its value.
func parseProperty(line []byte) (property, bool) {
	p := property{types: map[string]bool{}, params: map[string][]string{}}
	colon := valueAt(line)
	if colon < 0 {
		return p, false
	}
	heads := strings.Split(string(line[:colon]), ";")
	p.name = strings.ToUpper(strings.TrimSpace(heads[0]))
	if group, name, ok := strings.Cut(p.name, "."); ok {
		p.group, p.name = group, name
	}
	for _, param := range heads[1:] {
		name, value, ok := strings.Cut(param, "=")
		if !ok { // 2.1 leaves the name out: TEL;CELL:
			name, value = "TYPE", param
			if isEncoding(param) {
				name = "ENCODING"
			}
		}
		for v := range strings.SplitSeq(strings.Trim(value, `"`), ",") {
			p.param(strings.ToUpper(strings.TrimSpace(name)), strings.TrimSpace(v))
		}
	}
	text, ok := p.decode(line[colon+1:])
	p.value = text
	return p, ok
}

func isEncoding(word string) bool {
	switch strings.ToUpper(word) {
	case "QUOTED-PRINTABLE", "BASE64", "8BIT", "7BIT":
		return true
	}
	return false
}

func (p *property) param(name, value string) {
	if name == "TYPE" {
		p.types[strings.ToLower(value)] = true
		return
	}
	p.params[name] = append(p.params[name], value)
}

// valueAt is the colon before the value: not one within a quoted parameter.
func valueAt(line []byte) int {
	quoted := false
	for i, b := range line {
		switch {
		case b == '"':
			quoted = !quoted
		case b == ':' && !quoted:
			return i
		}
	}
	return bytes.IndexByte(line, ':')
}

func (p *property) first(param string) string {
	if values := p.params[param]; len(values) > 0 {
		return values[0]
	}
	return ""
}

// decode brings a value into UTF-8. Without a charset, which phones often
// leave out, it is UTF-8 when it is valid as such, else as decodeBytes tells. False for
// values that are no text.
func (p *property) decode(raw []byte) (string, bool) {
	switch strings.ToUpper(p.first("ENCODING")) {
	case "QUOTED-PRINTABLE", "Q":
		// What follows damage is lost, what stands before it isn't.
		raw, _ = io.ReadAll(quotedprintable.NewReader(bytes.NewReader(raw)))
	case "BASE64", "B":
		switch p.name {
		case "PHOTO", "LOGO", "KEY", "SOUND":
			return "", false
		}
		decoded, err := base64.StdEncoding.DecodeString(string(raw))
		if err != nil {
			return "", false
		}
		raw = decoded
	}
	switch strings.ToUpper(strings.ReplaceAll(p.first("CHARSET"), "-", "")) {
	case "GB2312", "GBK", "GB18030", "CP936", "EUCCN":
		return gb18030(raw), true
	case "ISO88591", "ISO885915", "WINDOWS1252", "CP1252", "LATIN1":
		out, err := charmap.Windows1252.NewDecoder().Bytes(raw)
		return string(out), err == nil
	case "BIG5":
		return string(raw), utf8.Valid(raw)
	}
	if !utf8.Valid(raw) {
		text, _ := decodeBytes(raw)
		return text, true
	}
	return string(raw), true
}
