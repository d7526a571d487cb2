package kit

import (
	"slices"

	tea "charm.land/bubbletea/v2"
)

// Actions are the form's own keys, for the bottom line and the help.
func (f *Form) Actions() []Action {
	w := f.env.Words
	actions := []Action{
		{ID: "form.next", Keys: []string{"tab"}, Name: w.NextField, Hint: true, Do: f.doNext},
		{ID: "form.prev", Keys: []string{"shift+tab"}, Name: w.PrevField, Do: f.doPrevious},
		{ID: "form.save", Keys: []string{"ctrl+s"}, Name: w.Save, Hint: true, Do: f.Submit},
	}
	if f.Ready && !f.Dirty() {
		actions[2].Keys = []string{"enter", "ctrl+s"}
	}
	if len(f.fields) > 0 && f.fields[f.focus].Kind == NoteField {
		actions = append(actions, Action{ID: "form.newline", Keys: []string{"ctrl+j", "alt+enter"}, Name: w.NewLine, Hint: true})
	}
	if len(f.fields) > 0 && f.fields[f.focus].Kind == GridField && !f.fields[f.focus].Grid.Closed {
		actions = append(actions, Action{ID: "form.drop", Keys: []string{"ctrl+d"}, Name: w.DropLine, Hint: true})
	}
	if f.hasRare() {
		name := w.MoreFields
		if f.all {
			name = w.FewerFields
		}
		actions = append(actions, Action{ID: "form.more", Keys: []string{"f5"}, Name: name, Hint: true, Do: f.turnRare})
	}
	return append(actions, Action{ID: "form.cancel", Keys: []string{"esc"}, Name: w.Cancel, Hint: true, Do: f.Cancel})
}

func (f *Form) hasRare() bool {
	return slices.ContainsFunc(f.fields, func(ff *formField) bool { return ff.Rare })
}

// turnRare shows the rare fields, or hides those that nothing was typed into.
func (f *Form) turnRare() tea.Cmd {
	if f.all = !f.all; f.hidden(f.focus) {
		f.step(-1)
	}
	return nil
}

// hidden reports whether a field isn't shown.
func (f *Form) hidden(i int) bool {
	ff := f.fields[i]
	return ff.Rare && !f.all && !ff.touched && ff.problem == ""
}

// last is the last field that is shown.
func (f *Form) last() int {
	i := len(f.fields) - 1
	for i > 0 && f.hidden(i) {
		i--
	}
	return i
}

func (f *Form) doNext() tea.Cmd {
	f.step(1)
	return nil
}

func (f *Form) doPrevious() tea.Cmd {
	f.step(-1)
	return nil
}

// Update takes the keys: between the fields, to save and to leave; all others
// edit the field with the focus.
func (f *Form) Update(msg tea.Msg) tea.Cmd {
	if len(f.fields) == 0 {
		return nil
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if cmd, done := f.key(msg.String()); done {
			return cmd
		}
	case tea.MouseClickMsg:
		return f.click(msg.X, msg.Y)
	case tea.MouseMsg:
		return nil
	}
	return f.edit(msg)
}

// click gives the focus to the field at a place in the form, and chooses the
// option there.
func (f *Form) click(x, y int) tea.Cmd {
	y += f.offset
	for _, p := range f.places {
		if !p.cell.Contains(x, y) {
			continue
		}
		f.focusOn(p.field)
		ff := f.fields[p.field]
		if !p.text.Contains(x, y) {
			return nil
		}
		var cmd tea.Cmd
		before := ff.value()
		switch e := ff.editor.(type) {
		case *Choice:
			e.click(x-p.text.X, y-p.text.Y, ff.textWidth(p.text.W), p.compact)
		case *Grid:
			cmd = e.click(x-p.text.X, y-p.text.Y, p.text.W)
		}
		f.noteChange(ff, before)
		return cmd
	}
	return nil
}

func (f *Form) key(key string) (tea.Cmd, bool) {
	last := f.focus == f.last()
	if f.fields[f.focus].takes(key) {
		return nil, false
	}
	switch key {
	case "tab":
		f.step(1)
	case "shift+tab":
		f.step(-1)
	case "up":
		if f.focus > 0 {
			f.step(-1)
		}
	case "down":
		if !last {
			f.step(1)
		}
	case "enter":
		if last || f.Ready && !f.Dirty() {
			return f.Submit(), true
		}
		f.step(1)
	case "ctrl+s":
		return f.Submit(), true
	case "f5":
		if f.hasRare() {
			return f.turnRare(), true
		}
		return nil, false
	case "esc":
		return f.Cancel(), true
	default:
		return nil, false
	}
	return nil, true
}

// edit hands the message to the field with the focus and sees what it changed.
func (f *Form) edit(msg tea.Msg) tea.Cmd {
	ff := f.fields[f.focus]
	before := ff.value()
	if ff.Anew && ff.fresh && types(msg) {
		ff.SetValue("")
	}
	if _, pressed := msg.(tea.KeyPressMsg); pressed {
		ff.fresh = false
	}
	cmd := ff.Update(msg)
	f.noteChange(ff, before)
	if said := ff.Full(); types(msg) && said != "" {
		ff.problem = said
	}
	return cmd
}

// types reports whether a message brings text, as a person types or pastes it.
func types(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case tea.PasteMsg:
		return true
	case tea.KeyPressMsg:
		return msg.Key().Text != ""
	}
	return false
}

// noteChange sees whether the person changed a field.
func (f *Form) noteChange(ff *formField, before string) {
	if ff.value() == before {
		return
	}
	ff.touched = true
	ff.echo, ff.remark, f.problem = "", "", ""
	ff.check()
	if f.OnChange != nil {
		f.OnChange(ff.Code)
	}
}

// step moves the focus to the next field that is shown, or back, around the ends.
func (f *Form) step(n int) {
	i := f.focus
	for range f.fields {
		if i = (i + n + len(f.fields)) % len(f.fields); !f.hidden(i) {
			break
		}
	}
	f.focusOn(i)
}

func (f *Form) focusOn(i int) {
	f.fields[f.focus].Blur()
	f.focus = i
	f.fields[i].Focus()
	f.fields[i].fresh = !f.fields[i].touched
}
