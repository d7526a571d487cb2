package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// CheckItem is one entry of a checklist.
type CheckItem struct {
	Code, Label string
	On          bool
}

// Checklist is a dialog in which any of many things are ticked: arrows move,
// space or the number in front ticks, typed text finds, enter takes what is
// ticked. Ordered, the ticked ones stand first and can be moved.
type Checklist struct {
	env     *Env
	title   string
	items   []CheckItem
	keys    []searchKey
	ordered bool
	list    list

	// Alone: enter with nothing ticked takes the entry under the cursor.
	Alone bool
	// OnDone gets the codes of the ticked entries, in their order.
	OnDone func(codes []string) tea.Cmd
}

// NewChecklist makes the dialog; ordered, the entries can be moved.
func NewChecklist(env *Env, title string, items []CheckItem, ordered bool) *Checklist {
	c := &Checklist{env: env, title: title, items: slices.Clone(items), ordered: ordered}
	if ordered {
		slices.SortStableFunc(c.items, func(a, b CheckItem) int { return rankOn(a) - rankOn(b) })
	}
	for _, it := range c.items {
		c.keys = append(c.keys, newSearchKey(it.Label))
	}
	c.list.setLen(len(c.items))
	for i, it := range c.items {
		if it.On {
			c.list.cursor = i
			break
		}
	}
	return c
}

func rankOn(it CheckItem) int {
	if it.On {
		return 0
	}
	return 1
}

// Init does nothing.
func (c *Checklist) Init() tea.Cmd { return nil }

// Editing: letters find an entry.
func (c *Checklist) Editing() bool { return true }

// Actions are the dialog's keys.
func (c *Checklist) Actions() []Action {
	w := c.env.Words
	actions := []Action{
		{ID: "check.tick", Keys: []string{"space"}, Name: w.Tick, Hint: true, Do: func() tea.Cmd { return c.tick(c.list.cursor) }},
		{ID: "check.done", Keys: []string{"enter", "ctrl+s"}, Name: w.Take, Hint: true, Do: c.done},
	}
	if c.ordered {
		actions = append(actions,
			Action{ID: "check.up", Keys: []string{"shift+up", "ctrl+up"}, Name: w.MoveUp, Hint: true, Do: func() tea.Cmd { return c.move(-1) }},
			Action{ID: "check.down", Keys: []string{"shift+down", "ctrl+down"}, Name: w.MoveDown, Hint: true,
				Do: func() tea.Cmd { return c.move(1) }})
	}
	return append(actions, Action{ID: "check.close", Keys: []string{"esc"}, Name: w.Close, Hint: true,
		Do: func() tea.Cmd { return Close(c, nil) }})
}

// Update moves, ticks and finds.
func (c *Checklist) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if cmd, done := Dispatch(c.Actions(), msg); done {
			return cmd
		}
		return c.key(msg)
	case tea.MouseWheelMsg:
		c.list.key(wheelKey(msg), 1)
	case tea.MouseClickMsg:
		if i := c.list.offset + msg.Y - FrameY; msg.Button == tea.MouseLeft && msg.Y >= FrameY && i < len(c.items) {
			c.list.cursor = i
			return c.tick(i)
		}
	}
	return nil
}

func (c *Checklist) key(msg tea.KeyPressMsg) tea.Cmd {
	name := KeyName(msg)
	if d := digit(name); d > 0 {
		if d <= len(c.items) {
			c.list.cursor = d - 1
		}
		return c.tick(d - 1)
	}
	if c.list.key(name, menuPage) {
		return nil
	}
	if text := msg.Key().Text; text != "" {
		c.seek(text)
	}
	return nil
}

// seek goes to the next entry that has the text, written or spelt.
func (c *Checklist) seek(text string) {
	query := newQuery(text)
	for _, fits := range []func(searchKey) bool{
		func(k searchKey) bool { return k.begins(query) },
		func(k searchKey) bool { return k.rank(query) >= 0 },
	} {
		for step := 1; step <= len(c.items); step++ {
			if i := (c.list.cursor + step) % len(c.items); fits(c.keys[i]) {
				c.list.cursor = i
				return
			}
		}
	}
}

func (c *Checklist) tick(i int) tea.Cmd {
	if i >= 0 && i < len(c.items) {
		c.items[i].On = !c.items[i].On
	}
	return nil
}

// move takes the entry under the cursor a place up or down.
func (c *Checklist) move(by int) tea.Cmd {
	from, to := c.list.cursor, c.list.cursor+by
	if to < 0 || to >= len(c.items) {
		return nil
	}
	c.items[from], c.items[to] = c.items[to], c.items[from]
	c.keys[from], c.keys[to] = c.keys[to], c.keys[from]
	c.list.cursor = to
	return nil
}

func (c *Checklist) done() tea.Cmd {
	codes := []string{}
	for _, it := range c.items {
		if it.On {
			codes = append(codes, it.Code)
		}
	}
	if len(codes) == 0 && c.Alone && len(c.items) > 0 {
		codes = append(codes, c.items[c.list.cursor].Code)
	}
	if c.OnDone == nil {
		return Close(c, nil)
	}
	return Close(c, c.OnDone(codes))
}

// View draws the box, as wide as its longest entry.
func (c *Checklist) View(w, h int) (string, *tea.Cursor) {
	const mark = len("> 1 [x] ")
	inner := Width(c.title) + 2
	for _, it := range c.items {
		inner = max(inner, mark+Width(it.Label)+1)
	}
	inner = max(min(inner, w-FrameW), 1)
	from, to := c.list.window(max(h-FrameH, 1))
	lines := make([]string, 0, to-from)
	for i := from; i < to; i++ {
		lines = append(lines, c.line(i, inner))
	}
	return Frame(c.env, c.title, strings.Join(lines, "\n"), inner+FrameW), nil
}

func (c *Checklist) line(i, w int) string {
	cursor, number, box := "  ", "  ", "[ ] "
	style := c.env.Styles.Row
	if i < 9 {
		number = string(rune('1'+i)) + " "
	}
	if c.items[i].On {
		box = "[x] "
	}
	if i == c.list.cursor {
		cursor, style = "> ", style.Inherit(c.env.Styles.Selected)
	}
	return style.Render(Fit(cursor+number+box+c.items[i].Label, w))
}
