package kit

import (
	"fmt"
	"strings"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// What a field takes at most where nobody says less: more than a person types,
// and little enough that every key is answered at once, whatever was pasted.
const (
	mostLine = 2000
	mostNote = 10_000

	// mostLines are the lines of a note that are typed or pasted: what isn't seen
	// is drawn too.
	mostLines = 1000
)

// limit bounds the text of a field and remembers whether something was too
// much for it.
type limit struct {
	most  int
	full  bool
	lines bool // of lines it had too many
}

func newLimit(maxLen, most int) limit {
	if maxLen <= 0 || maxLen > most {
		maxLen = most
	}
	return limit{most: maxLen}
}

// cut leaves of a key's or a paste's text what the field has room for.
func (l *limit) cut(msg tea.Msg, value string) tea.Msg {
	switch m := msg.(type) {
	case tea.KeyPressMsg:
		l.full = false
		m.Text = l.fit(m.Text, value)
		if l.full && m.Text == "" {
			return nil
		}
		return m
	case tea.PasteMsg:
		l.full = false
		m.Content = l.fit(m.Content, value)
		return m
	}
	return msg
}

// fit is the beginning of a text that still has room behind the value.
func (l *limit) fit(text, value string) string {
	room, lines := l.most-utf8.RuneCountInString(value), mostLines-strings.Count(value, "\n")
	for i, r := range text {
		if r == '\n' {
			lines--
		}
		if room <= 0 || lines < 0 {
			l.full, l.lines = true, room > 0
			return text[:i]
		}
		room--
	}
	return text
}

// said is that the last message brought more text than the field takes; "" where
// it did not.
func (l *limit) said(env *Env) string {
	switch {
	case !l.full:
		return ""
	case l.lines:
		return fmt.Sprintf(env.Words.FullLines, mostLines)
	}
	return fmt.Sprintf(env.Words.Full, l.most)
}
