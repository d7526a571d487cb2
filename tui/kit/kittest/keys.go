package kittest

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
)

var named = map[string]rune{
	"up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft, "right": tea.KeyRight,
	"home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp, "pgdown": tea.KeyPgDown,
	"enter": tea.KeyEnter, "tab": tea.KeyTab, "esc": tea.KeyEscape, "space": tea.KeySpace,
	"backspace": tea.KeyBackspace, "delete": tea.KeyDelete, "insert": tea.KeyInsert,
}

// Key is a key press by its name: "a", "G", "enter", "ctrl+s", "shift+tab",
// "f1". It panics on a name that no key has.
func Key(name string) tea.KeyPressMsg {
	var key tea.Key
	rest := name
	for {
		mod, after, found := strings.Cut(rest, "+")
		if !found || after == "" {
			break
		}
		switch mod {
		case "ctrl":
			key.Mod |= tea.ModCtrl
		case "alt":
			key.Mod |= tea.ModAlt
		case "shift":
			key.Mod |= tea.ModShift
		default:
			panic("kittest: no modifier " + mod)
		}
		rest = after
	}
	if code, ok := named[rest]; ok {
		key.Code = code
		if rest == "space" && key.Mod == 0 {
			key.Text = " "
		}
		return tea.KeyPressMsg(key)
	}
	if n, err := strconv.Atoi(strings.TrimPrefix(rest, "f")); err == nil && rest[0] == 'f' {
		key.Code = tea.KeyF1 + rune(n) - 1
		return tea.KeyPressMsg(key)
	}
	r, size := utf8.DecodeRuneInString(rest)
	if size != len(rest) {
		panic("kittest: no key " + name)
	}
	return tea.KeyPressMsg(character(r, key))
}

func character(r rune, key tea.Key) tea.Key {
	key.Code = r
	if unicode.IsUpper(r) {
		key.Code, key.ShiftedCode = unicode.ToLower(r), r
		key.Mod |= tea.ModShift
	}
	if key.Mod&^tea.ModShift == 0 {
		key.Text = string(r)
	}
	return key
}

// Keys is several key presses, in order.
func Keys(names ...string) []tea.Msg {
	msgs := make([]tea.Msg, len(names))
	for i, name := range names {
		msgs[i] = Key(name)
	}
	return msgs
}

// Type is a text as an input method commits it: all of it in one message.
func Type(text string) tea.Msg {
	r, size := utf8.DecodeRuneInString(text)
	if size == len(text) {
		return tea.KeyPressMsg(character(r, tea.Key{}))
	}
	return tea.KeyPressMsg{Code: tea.KeyExtended, Text: text}
}

// TypeEach is a text typed character by character.
func TypeEach(text string) []tea.Msg {
	var msgs []tea.Msg
	for _, r := range text {
		msgs = append(msgs, Type(string(r)))
	}
	return msgs
}

// Paste is a text from the clipboard.
func Paste(text string) tea.Msg { return tea.PasteMsg{Content: text} }

// Click is the left button at a place on the screen.
func Click(x, y int) tea.Msg { return tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft} }

// Wheel is a notch of the wheel: down, or up if n is negative.
func Wheel(x, y, n int) tea.Msg {
	if n < 0 {
		return tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelUp}
	}
	return tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown}
}
