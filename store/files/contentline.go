package files

import (
	"bufio"
	"io"
	"strings"
)

// lineWriter writes the content lines that vCards and calendars are made of
// (RFC 6350, RFC 5545): escaped, folded after 75 bytes, ended by CR LF.
type lineWriter struct {
	w   *bufio.Writer
	err error
}

func newLineWriter(w io.Writer) *lineWriter { return &lineWriter{w: bufio.NewWriter(w)} }

// line writes one property; the value is escaped already.
func (l *lineWriter) line(name, value string) {
	const most = 75
	text := name + ":" + value
	for first := true; ; first = false {
		room := most
		if !first {
			room--
		}
		if len(text) <= room {
			l.write(text, first)
			return
		}
		cut := room
		for cut > 0 && text[cut]&0xC0 == 0x80 { // not within a character
			cut--
		}
		l.write(text[:cut], first)
		text = text[cut:]
	}
}

func (l *lineWriter) write(part string, first bool) {
	if l.err != nil {
		return
	}
	if !first {
		part = " " + part
	}
	_, l.err = l.w.WriteString(part + "\r\n")
}

// text writes a property that holds a text; an empty one is left out.
func (l *lineWriter) text(name, text string) {
	if text != "" {
		l.line(name, escaped(text))
	}
}

func (l *lineWriter) flush() error {
	if l.err != nil {
		return l.err
	}
	return l.w.Flush()
}

var escaper = strings.NewReplacer("\\", "\\\\", "\n", "\\n", ",", "\\,", ";", "\\;")

// escaped is a text as a value.
func escaped(text string) string { return escaper.Replace(text) }

// unescaped is the text of a value.
func unescaped(value string) string {
	if !strings.Contains(value, `\`) {
		return value
	}
	var b strings.Builder
	for i := 0; i < len(value); i++ {
		if value[i] != '\\' || i+1 == len(value) {
			b.WriteByte(value[i])
			continue
		}
		i++
		switch value[i] {
		case 'n', 'N':
			b.WriteByte('\n')
		case '\\', ',', ';', ':':
			b.WriteByte(value[i])
		default:
			b.WriteByte('\\')
			b.WriteByte(value[i])
		}
	}
	return b.String()
}

// parts divides a value at signs that aren't escaped, and takes the escapes
// off the parts.
func parts(value string, sign byte) []string {
	var out []string
	start := 0
	for i := 0; i < len(value); i++ {
		switch value[i] {
		case '\\':
			i++
		case sign:
			out = append(out, unescaped(value[start:i]))
			start = i + 1
		}
	}
	return append(out, unescaped(value[start:]))
}
