package model

import (
	"strings"
	"unicode"
)

const (
	escape  = '\x1b'
	joiner  = '\u200d' // binds emoji: family, profession, flag
	stringT = '\u009c' // ends an operating-system command
)

// Clean is text as a one-line value may hold it: without control characters,
// terminal sequences, writing-direction controls and invisible characters;
// tabs and line ends become one space, the ends are trimmed, invalid UTF-8
// shows as U+FFFD. Chinese and emoji stay. Cleaning twice changes nothing.
func Clean(text string) string {
	return strings.TrimSpace(scrub(text, false))
}

// Harmless is text that may go to a terminal: lines and spaces stay as they are,
// whatever else would steer it goes.
func Harmless(text string) string { return scrub(text, true) }

// CleanNote is Clean for texts of several lines: line ends stay, as \n;
// spaces at the end of lines and blank lines at either end go.
func CleanNote(text string) string {
	lines := strings.Split(scrub(text, true), "\n")
	for i, line := range lines {
		lines[i] = strings.TrimRightFunc(line, unicode.IsSpace)
	}
	for len(lines) > 0 && lines[0] == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && lines[len(lines)-1] == "" {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n")
}

// HalfWidth turns the full-width letters, digits, signs and spaces of a
// Chinese input method into their ASCII forms: １２：３０ is 12:30.
func HalfWidth(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\u3000':
			return ' '
		case r >= '！' && r <= '～':
			return r - '！' + '!'
		}
		return r
	}, text)
}

// scrub does the work of Clean without trimming.
func scrub(text string, keepLines bool) string {
	if plain(text) {
		return text
	}
	runes := []rune(strings.ReplaceAll(strings.ToValidUTF8(text, "\uFFFD"), "\r\n", "\n"))
	out := scrubber{keepLines: keepLines, text: make([]rune, 0, len(runes))}
	for i := 0; i < len(runes); i++ {
		if n := sequence(runes[i:]); n > 0 {
			i += n - 1
			continue
		}
		out.take(runes[i])
	}
	return string(out.text)
}

// plain tells that text is printable ASCII only, as most values are.
func plain(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' || text[i] > '~' {
			return false
		}
	}
	return true
}

// scrubber gathers what stays of a text, rune by rune.
type scrubber struct {
	keepLines  bool
	text       []rune
	afterBreak bool // the last rune was a tab or line end made into a space
	emoji      bool // the last rune kept belongs to an emoji
	join       bool // a joiner stood after it; it stays if an emoji follows
}

func (s *scrubber) take(r rune) {
	switch {
	case r == joiner:
		s.join = s.emoji
	case isLineEnd(r) && s.keepLines:
		s.keep('\n')
	case isLineEnd(r) || r == '\t':
		if !s.afterSpace() {
			s.keep(' ')
		}
		s.afterBreak = true
	case r == ' ' && s.afterBreak:
	case unicode.IsControl(r) || isInvisible(r):
	case isVariation(r):
		if !s.afterSpace() && !isVariation(s.text[len(s.text)-1]) {
			s.text = append(s.text, r) // part of the character before it
		}
	default:
		s.keep(r)
	}
}

func (s *scrubber) keep(r rune) {
	emoji := isEmoji(r)
	if s.join && emoji {
		s.text = append(s.text, joiner)
	}
	s.text = append(s.text, r)
	s.emoji, s.join, s.afterBreak = emoji, false, false
}

func (s *scrubber) afterSpace() bool {
	return len(s.text) == 0 || unicode.IsSpace(s.text[len(s.text)-1])
}

// sequence is the length of the terminal sequence (ECMA-48) that runes start
// with, 0 when they start with none. One that is never finished counts only
// its introducer, so that it can't swallow the rest of a text.
func sequence(runes []rune) int {
	kind, start := runes[0], 1
	if kind == escape {
		if len(runes) == 1 {
			return 1
		}
		kind, start = runes[1]+0x40, 2 // ESC [ is the 7-bit form of U+009B
	}
	switch kind {
	case '\u009b': // CSI: parameters, then one final character
		return start + body(runes[start:], 0x20, 0x3f, 0x40, 0x7e)
	case '\u0090', '\u0098', '\u009d', '\u009e', '\u009f': // DCS, SOS, OSC, PM, APC
		return start + command(runes[start:])
	}
	if runes[0] != escape {
		return 0
	}
	return 1 + body(runes[1:], 0x20, 0x2f, 0x30, 0x7e)
}

// body is the length of a run within low..high and the final character that
// must follow it, 0 when it doesn't.
func body(runes []rune, low, high, first, last rune) int {
	for i, r := range runes {
		if r >= low && r <= high {
			continue
		}
		if r >= first && r <= last {
			return i + 1
		}
		break
	}
	return 0
}

// command is the length of a control string with its end (BEL, ST), 0 when
// it has none.
func command(runes []rune) int {
	for i, r := range runes {
		switch {
		case r == '\a', r == stringT:
			return i + 1
		case r == escape:
			if i+1 < len(runes) && runes[i+1] == '\\' {
				return i + 2
			}
			return 0
		}
	}
	return 0
}

func isLineEnd(r rune) bool {
	switch r {
	case '\n', '\r', '\v', '\f', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// isInvisible: format characters (direction controls, zero-width spaces,
// byte-order marks, tags, soft hyphens) and the blank Hangul fillers.
func isInvisible(r rune) bool {
	switch r {
	case '\u034f', '\u115f', '\u1160', '\u17b4', '\u17b5', '\u3164', '\uffa0':
		return true
	}
	return unicode.Is(unicode.Cf, r)
}

// isVariation: selectors of a character's form, of emoji or of rare
// characters in names.
func isVariation(r rune) bool { return unicode.Is(unicode.Variation_Selector, r) }

// isEmoji: what a joiner may stand between.
func isEmoji(r rune) bool {
	return r >= 0x1F000 && r <= 0x1FAFF || r >= 0x2600 && r <= 0x27BF ||
		r >= 0x2190 && r <= 0x21FF || r >= 0x2300 && r <= 0x23FF || r >= 0x2B00 && r <= 0x2BFF
}
