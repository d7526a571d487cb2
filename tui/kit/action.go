package kit

import (
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

// Action is one thing that can be done, described once: the keys, the bottom
// line, the menu, the help and the palette are all made from a screen's list
// of actions.
type Action struct {
	ID    string
	Keys  []string // as tea.KeyPressMsg.String() says them; the first is shown
	Name  string
	Do    func() tea.Cmd // nil: only described here, a part handles the key itself
	Why   string         // why it can't be done now; empty: it can
	Hint  bool           // stands in the bottom line
	Menu  bool           // stands in the row's menu
	Group string         // heading in the help
}

// Enabled reports whether the action can be done now.
func (a Action) Enabled() bool { return a.Why == "" }

// Run does the action, or says why it can't be done.
func (a Action) Run() tea.Cmd {
	switch {
	case !a.Enabled():
		return Notify(a.Why)
	case a.Do == nil:
		return nil
	default:
		return a.Do()
	}
}

// Dispatch runs the action that the key belongs to and reports whether there
// is one. Among several with the same key one that can be done goes first.
func Dispatch(actions []Action, msg tea.KeyPressMsg) (tea.Cmd, bool) {
	key := KeyName(msg)
	refused := -1
	for i, a := range actions {
		if a.Do == nil || !a.has(key) {
			continue
		}
		if a.Enabled() {
			return a.Run(), true
		}
		if refused < 0 {
			refused = i
		}
	}
	if refused >= 0 {
		return actions[refused].Run(), true
	}
	return nil, false
}

func (a Action) has(key string) bool {
	for _, k := range a.Keys {
		if k == key {
			return true
		}
	}
	return false
}

// InMenu picks the actions that stand in the row's menu.
func InMenu(actions []Action) []Action {
	var menu []Action
	for _, a := range actions {
		if a.Menu {
			menu = append(menu, a)
		}
	}
	return menu
}

// chinesePunctuation is what an input method makes of some ASCII keys, beside
// the full-width forms.
var chinesePunctuation = map[rune]string{'、': "/", '【': "[", '】': "]", '。': "."}

// KeyName is the key's name with full-width characters read as the keys they
// come from: ？ is ?, ： is :, ３ is 3, the wide space is space.
func KeyName(msg tea.KeyPressMsg) string {
	name := msg.String()
	r, size := utf8.DecodeRuneInString(name)
	if size < 3 || size != len(name) {
		return name
	}
	if key, ok := chinesePunctuation[r]; ok {
		return key
	}
	switch {
	case r >= 0xFF01 && r <= 0xFF5E:
		return string(r - 0xFEE0)
	case r == 0x3000:
		return "space"
	}
	return name
}

// loneKeys are the characters of an input method that may act alone: they stand
// for a key that opens something or moves. All others are text.
const loneKeys = "？：／、【】　０１２３４５６７８９"

// IsStrayText reports whether a key is text that an input method committed,
// which no key binding can mean. Where no field is open the root says so.
func IsStrayText(msg tea.KeyPressMsg) bool {
	text := msg.Key().Text
	r, size := utf8.DecodeRuneInString(text)
	switch {
	case text == "":
		return false
	case size < len(text):
		return true
	}
	return r > unicode.MaxLatin1 && !strings.ContainsRune(loneKeys, r)
}

// keyLabels are the keys whose names read better another way.
var keyLabels = map[string]string{
	"pgup": "PgUp", "pgdown": "PgDn", "home": "Home", "end": "End",
	"delete": "Del", "shift+tab": "shift+tab",
	"ctrl+pgup": "ctrl+PgUp", "ctrl+pgdown": "ctrl+PgDn",
}

// KeyLabel is how the first of the keys is written on the screen.
func KeyLabel(keys []string) string {
	if len(keys) == 0 {
		return ""
	}
	key := keys[0]
	if label, ok := keyLabels[key]; ok {
		return label
	}
	if len(key) > 1 && key[0] == 'f' && strings.Trim(key[1:], "0123456789") == "" {
		return strings.ToUpper(key)
	}
	return key
}

// KeyLabels is all of the keys, as the help shows them.
func KeyLabels(keys []string) string {
	labels := make([]string, len(keys))
	for i := range keys {
		labels[i] = KeyLabel(keys[i : i+1])
	}
	return strings.Join(labels, "  ")
}

// digit is the number a digit key stands for, 0 if it is none.
func digit(key string) int {
	if len(key) == 1 && key[0] >= '1' && key[0] <= '9' {
		return int(key[0] - '0')
	}
	return 0
}
