package kit

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Menu is a dialog with what can be done: arrows, the number in front or the
// action's own key choose, enter does it. The first entry is chosen already.
type Menu struct {
	env     *Env
	title   string
	actions []Action
	list    list
	head    []string // what it is about, over the entries
}

// menuPage is how far PgUp and PgDn go in menus.
const menuPage = 8

// NewMenu makes a menu of the actions that can be run at all.
func NewMenu(env *Env, title string, actions []Action) *Menu {
	m := &Menu{env: env, title: title}
	for _, a := range actions {
		if a.Do != nil {
			m.actions = append(m.actions, a)
		}
	}
	m.list.setLen(len(m.actions))
	return m
}

// About puts lines over the entries that say what the menu is about.
func (m *Menu) About(lines []string) *Menu {
	m.head = lines
	return m
}

// Init does nothing.
func (m *Menu) Init() tea.Cmd { return nil }

// Editing: a menu has no field.
func (m *Menu) Editing() bool { return false }

// Actions are the menu's own keys.
func (m *Menu) Actions() []Action {
	w := m.env.Words
	return []Action{
		{ID: "menu.choose", Keys: []string{"enter"}, Name: w.Choose, Hint: true, Do: func() tea.Cmd { return m.choose(m.list.cursor) }},
		{ID: "menu.move", Keys: []string{"up", "down"}, Name: w.Move},
		{ID: "menu.close", Keys: []string{"esc"}, Name: w.Close, Hint: true, Do: func() tea.Cmd { return Close(m, nil) }},
	}
}

// Update moves and chooses.
func (m *Menu) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return m.key(msg)
	case tea.MouseWheelMsg:
		m.list.key(wheelKey(msg), 1)
	case tea.MouseClickMsg:
		if i := m.list.offset + msg.Y - FrameY - len(m.head); msg.Button == tea.MouseLeft && msg.Y >= FrameY+len(m.head) {
			return m.choose(i)
		}
	}
	return nil
}

func (m *Menu) key(msg tea.KeyPressMsg) tea.Cmd {
	key := KeyName(msg)
	switch key {
	case "esc", "q":
		return Close(m, nil)
	case "enter":
		return m.choose(m.list.cursor)
	case "j":
		key = "down"
	case "k":
		key = "up"
	}
	for i, a := range m.actions {
		if a.has(KeyName(msg)) {
			return m.choose(i)
		}
	}
	if d := digit(key); d > 0 {
		return m.choose(d - 1)
	}
	m.list.key(key, menuPage)
	return nil
}

// choose runs an entry after the menu is gone; one that can't be done says why
// and leaves the menu open.
func (m *Menu) choose(i int) tea.Cmd {
	if i < 0 || i >= len(m.actions) {
		return nil
	}
	m.list.cursor = i
	if a := m.actions[i]; a.Enabled() {
		return Close(m, a.Run())
	}
	return m.actions[i].Run()
}

// View draws the box, as wide as its longest entry.
func (m *Menu) View(w, h int) (string, *tea.Cursor) {
	inner := Width(m.title) + 2
	for _, a := range m.actions {
		inner = max(inner, 4+Width(entryName(a))+3+Width(KeyLabel(a.Keys)))
	}
	for _, line := range m.head {
		inner = max(inner, Width(line))
	}
	inner = min(inner, w-FrameW)
	from, to := m.list.window(max(h-FrameH-len(m.head), 1))
	lines := make([]string, 0, len(m.head)+to-from)
	for _, line := range m.head {
		lines = append(lines, m.env.Styles.Label.Render(Fit(line, inner)))
	}
	for i := from; i < to; i++ {
		number := "  "
		if i < 9 {
			number = strconv.Itoa(i+1) + " "
		}
		lines = append(lines, entryLine(m.env, m.actions[i], number, i == m.list.cursor, inner))
	}
	return Frame(m.env, m.title, strings.Join(lines, "\n"), inner+FrameW), nil
}

// entryName is the action's name and, if it can't be done, why.
func entryName(a Action) string {
	if a.Enabled() {
		return a.Name
	}
	return a.Name + " (" + a.Why + ")"
}

// entryLine draws an action in a menu or the palette, w cells wide: mark,
// name, and its key at the right.
func entryLine(env *Env, a Action, number string, selected bool, w int) string {
	s := env.Styles
	key := KeyLabel(a.Keys)
	mark := "  "
	if selected {
		mark = "> "
	}
	name := Fit(mark+number+entryName(a), max(w-Width(key)-1, 0)) + " "
	nameStyle, keyStyle := s.Row, s.HintKey
	if !a.Enabled() {
		nameStyle, keyStyle = s.Dim, s.Dim
	}
	if selected {
		nameStyle, keyStyle = nameStyle.Inherit(s.Selected), keyStyle.Inherit(s.Selected)
	}
	return nameStyle.Render(name) + keyStyle.Render(key)
}

// wheelKey is the key that does what the wheel does.
func wheelKey(msg tea.MouseWheelMsg) string {
	if msg.Button == tea.MouseWheelUp {
		return "up"
	}
	return "down"
}
