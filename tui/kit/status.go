package kit

import "strings"

// Message is what the right end of the bottom line says. The caller decides
// how long.
type Message struct {
	Text    string
	Failure bool
}

// hintGap is the air between two hints.
const hintGap = 2

// Status draws the bottom line: the keys that do something now, as many as fit
// whole, and the message at the right, which goes first.
func Status(env *Env, w int, actions []Action, m Message) string {
	style := &env.Styles.Notice
	if m.Failure {
		style = &env.Styles.Error
	}
	message := Cut(m.Text, max(w-2, 0))
	room := w - 1
	if message != "" {
		room -= Width(message) + 1 + hintGap
	}
	hints := " " + Hints(env, actions, room)
	if message == "" {
		return Fit(hints, w)
	}
	return Fit(hints, w-Width(message)-1) + style.Render(message) + spaces(min(1, w-Width(message)))
}

// Hints draws the keys of the actions that can be done, as many as fit whole
// into w cells.
func Hints(env *Env, actions []Action, w int) string {
	var b strings.Builder
	used := 0
	for _, a := range actions {
		if !a.Hint || !a.Enabled() || len(a.Keys) == 0 {
			continue
		}
		key := KeyLabel(a.Keys)
		need := Width(key) + 1 + Width(a.Name)
		if used > 0 {
			need += hintGap
		}
		if used+need > w {
			break
		}
		if used > 0 {
			b.WriteString(spaces(hintGap))
		}
		b.WriteString(env.Styles.HintKey.Render(key) + " " + env.Styles.HintText.Render(a.Name))
		used += need
	}
	return b.String()
}
