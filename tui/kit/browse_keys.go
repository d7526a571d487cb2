package kit

import (
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Update takes what was read, then the keys: the search field's, the open
// side's, the actions', the rows'. What is no input is the side's as well.
func (b *Browser) Update(msg tea.Msg) tea.Cmd {
	for _, l := range b.Leaves {
		if cmd, ok := l.Rows.Answer(msg); ok {
			return cmd
		}
		if l.Lens == nil {
			continue
		}
		if cmd, ok := l.Lens.Update(msg); ok {
			return cmd
		}
	}
	switch msg := msg.(type) {
	case tea.WindowSizeMsg:
		return b.light()
	case tea.KeyPressMsg:
		return b.key(msg)
	case tea.PasteMsg:
		if b.Editing() {
			return b.leaf().Find.Update(msg)
		}
		return nil
	case tea.MouseMsg:
		return b.mouse(msg)
	}
	return b.side(msg)
}

func (b *Browser) side(msg tea.Msg) tea.Cmd {
	if b.Side == nil {
		return nil
	}
	cmd, _ := b.Side.Update(msg)
	return cmd
}

func (b *Browser) key(msg tea.KeyPressMsg) tea.Cmd {
	if b.Editing() {
		return b.leaf().Find.Update(msg)
	}
	if b.open {
		if cmd, done := b.Side.Update(msg); done {
			return cmd
		}
	}
	if cmd, done := Dispatch(b.Actions(), msg); done || b.open {
		return cmd
	}
	cmd, _ := b.leaf().Rows.Update(msg)
	return cmd
}

// mouse moves among the rows and the sections, and scrolls the side.
func (b *Browser) mouse(msg tea.MouseMsg) tea.Cmd {
	at := msg.Mouse()
	rows, _ := b.layout()
	_, click := msg.(tea.MouseClickMsg)
	switch {
	case b.open:
		return b.side(msg)
	case click && at.Y == rows.Y-aboveRows && len(b.Leaves) > 1:
		if to := b.sections().At(at.X, b.w); to >= 0 {
			return b.TurnTo(to)
		}
	case rows.Contains(at.X, at.Y):
		cmd, _ := b.leaf().Rows.Update(msg)
		return cmd
	default:
		return b.side(msg)
	}
	return nil
}

// Actions are the chosen row's, then the tab's.
func (b *Browser) Actions() []Action {
	w := b.env.Words
	if b.Editing() {
		return []Action{
			{ID: "search.done", Keys: []string{"enter"}, Name: w.ToList, Hint: true},
			{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true},
		}
	}
	actions := b.back()
	if row := b.leaf().Row(); row != nil {
		if b.leaf().Rows.Marks() == 0 {
			actions = append(actions, Action{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: b.Enter})
		}
		actions = append(actions, b.selected(row)...)
	}
	if b.open {
		return actions
	}
	return append(actions, b.ways()...)
}

// selected are the actions of a selection, before those of the row: enter opens
// what can be done with all of it.
func (b *Browser) selected(row []Action) []Action {
	if b.leaf().Rows.Marks() == 0 {
		return row
	}
	actions := b.selecting()
	actions[0].Keys = append([]string{"enter"}, actions[0].Keys...)
	return append(actions, row...)
}

// back is what esc gives back: the list, what was selected, the whole of it.
func (b *Browser) back() []Action {
	l, w := b.leaf(), b.env.Words
	esc := func(id, name string, do func() tea.Cmd) []Action {
		return []Action{{ID: id, Keys: []string{"esc"}, Name: name, Hint: true, Do: do}}
	}
	switch {
	case b.open:
		return []Action{{ID: "close", Keys: []string{"esc", "q"}, Name: w.Back, Hint: true, Do: b.Shut}}
	case l.Rows.Marks() > 0:
		return esc("select.none", w.SelectNone, b.markNone)
	case l.Find != nil && l.Find.Text() != "":
		return esc("search.clear", w.ClearSearch, l.Find.Clear)
	case l.Lens != nil && l.Lens.Text() != "":
		return esc("filter.clear", w.ClearFilter, l.Lens.Clear)
	}
	return nil
}

// selecting are the actions of the selection; space selects where it ticks
// nothing.
func (b *Browser) selecting() []Action {
	l, w := b.leaf(), b.env.Words
	if l.Many == nil {
		return nil
	}
	n := l.Rows.Marks()
	var actions []Action
	if n > 0 {
		actions = append(actions, Action{ID: "bulk", Keys: []string{"b"}, Name: w.Many, Hint: true, Menu: true, Do: b.askMany})
	}
	all := w.SelectAll
	if n > 0 && n == l.Rows.Count() {
		all = w.SelectNone
	}
	keys := []string{"v", "insert"}
	if !slices.ContainsFunc(l.Row(), func(a Action) bool { return slices.Contains(a.Keys, "space") }) {
		keys = append(keys, "space")
	}
	return append(actions,
		Action{ID: "select", Keys: keys, Name: w.Select, Menu: true, Do: b.markRow},
		Action{ID: "select.all", Keys: []string{"V"}, Name: all, Menu: true, Do: b.markAll})
}

func (b *Browser) markRow() tea.Cmd {
	b.leaf().Rows.MarkRow()
	return tea.Batch(b.Shut(), b.leaf().Rows.Look())
}

func (b *Browser) markAll() tea.Cmd {
	b.leaf().Rows.MarkAll()
	return b.Shut()
}

func (b *Browser) markNone() tea.Cmd {
	b.leaf().Rows.SetMarks(nil)
	return nil
}

// askMany offers what can be done with the selected rows.
func (b *Browser) askMany() tea.Cmd {
	ids := b.leaf().Rows.Selection()
	menu := append(b.leaf().Many(ids), Action{ID: "bulk.none", Name: b.env.Words.SelectNone, Do: b.markNone})
	return Open(NewMenu(b.env, fmt.Sprintf(b.env.Words.ManyTitle, len(ids)), menu))
}

// ways are what can be done without a row: the sections, what the tab adds, the
// search and the lens. Where a section has neither, the first that has them is
// turned to.
func (b *Browser) ways() []Action {
	w := b.env.Words
	var actions []Action
	if len(b.Leaves) > 1 {
		actions = append(actions,
			Action{ID: "section", Keys: []string{"tab"}, Name: w.NextSection, Hint: true, Do: func() tea.Cmd { return b.TurnTo(b.at + 1) }},
			Action{ID: "section.back", Keys: []string{"shift+tab"}, Name: w.PrevSection, Do: func() tea.Cmd { return b.TurnTo(b.at - 1) }})
	}
	if b.leaf().Rows.Marks() == 0 {
		actions = append(actions, b.selecting()...)
	}
	own := b.Own()
	actions = append(actions, own[0])
	here := b.leaf().Find != nil
	actions = append(actions, Action{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: w.Search, Hint: here, Do: b.startTyping})
	return append(append(actions, b.lenses()...), own[1:]...)
}

func (b *Browser) startTyping() tea.Cmd {
	cmd := b.turnToFirst(func(l *Leaf) bool { return l.Find != nil })
	b.leaf().Find.Start()
	return tea.Batch(cmd, b.Shut())
}

// turnToFirst turns to the first section that is so, unless the shown one is.
func (b *Browser) turnToFirst(so func(*Leaf) bool) tea.Cmd {
	at := slices.IndexFunc(b.Leaves, so)
	if at < 0 || so(b.leaf()) {
		return nil
	}
	return b.TurnTo(at)
}

// lenses are the actions of the shown section's lens, or of the first that has
// one.
func (b *Browser) lenses() []Action {
	has := func(l *Leaf) bool { return l.Lens != nil }
	if has(b.leaf()) {
		return b.leaf().Lens.Actions()
	}
	for _, l := range b.Leaves {
		if !has(l) {
			continue
		}
		actions := l.Lens.Actions()
		for i, a := range actions {
			actions[i].Hint = false
			actions[i].Do = func() tea.Cmd { return tea.Batch(b.turnToFirst(has), a.Do()) }
		}
		return actions
	}
	return nil
}
