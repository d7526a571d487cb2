package ask

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// most is how many are offered.
const most = 8

// Dialog is the question.
type CustomerDialog struct {
	env   *kit.Env
	words *words.Words
	store model.Desk
	title string
	input *kit.Input
	take  func(model.Customer) tea.Cmd

	found  []model.Customer
	more   int // how many there are beside them
	cursor int
	seq    int
	read   bool
	wanted bool // enter was faster than the search
}

// New asks under a title; take gets the customer once the dialog is gone.
func NewCustomer(env *kit.Env, words *words.Words, store model.Desk, title string, take func(model.Customer) tea.Cmd) *CustomerDialog {
	d := &CustomerDialog{env: env, words: words, store: store, title: title, take: take,
		input: kit.NewInput(env, words.Customers.SearchHint, 60)}
	d.input.Focus()
	return d
}

type found struct {
	dialog *CustomerDialog
	seq    int
	list   []model.Customer
	more   int
	err    error
}

// Init offers the first customers of the list.
func (d *CustomerDialog) Init() tea.Cmd { return d.find() }

func (d *CustomerDialog) find() tea.Cmd {
	d.seq++
	seq, text := d.seq, d.input.Value()
	return func() tea.Msg {
		ctx := context.Background()
		ids, err := d.store.CustomerIDs(ctx, model.Query{Search: text})
		if err != nil {
			return found{d, seq, nil, 0, err}
		}
		n := min(len(ids), most)
		list, err := d.store.CustomersByID(ctx, ids[:n])
		return found{d, seq, list, len(ids) - n, err}
	}
}

// Editing: letters are the search.
func (d *CustomerDialog) Editing() bool { return true }

// Actions are the dialog's keys.
func (d *CustomerDialog) Actions() []kit.Action {
	w := d.env.Words
	return []kit.Action{
		{ID: "whom.choose", Keys: []string{"enter"}, Name: w.Choose, Hint: true, Do: d.choose},
		{ID: "whom.move", Keys: []string{"up", "down"}, Name: w.Move, Hint: true},
		{ID: "whom.close", Keys: []string{"esc"}, Name: w.Close, Hint: true, Do: func() tea.Cmd { return kit.Close(d, nil) }},
	}
}

// Update searches as one types, moves and chooses.
func (d *CustomerDialog) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case found:
		return d.takeFound(msg)
	case tea.MouseClickMsg:
		if i := msg.Y - kit.FrameY - headRows; i >= 0 && i < len(d.found) {
			d.cursor = i
			return d.choose()
		}
		return nil
	case tea.KeyPressMsg:
		switch kit.KeyName(msg) {
		case "up", "ctrl+p":
			d.cursor = max(d.cursor-1, 0)
			return nil
		case "down", "ctrl+n":
			d.cursor = max(min(d.cursor+1, len(d.found)-1), 0)
			return nil
		}
		if cmd, done := kit.Dispatch(d.Actions(), msg); done {
			return cmd
		}
	}
	before := d.input.Value()
	cmd := tea.Batch(d.input.Update(msg), d.input.Tell())
	if d.input.Value() == before {
		return cmd
	}
	d.read = false
	return tea.Batch(cmd, d.find())
}

func (d *CustomerDialog) takeFound(m found) tea.Cmd {
	switch {
	case m.dialog != d || m.seq != d.seq:
		return nil
	case m.err != nil:
		return kit.Fail(d.title, m.err)
	}
	d.found, d.more, d.cursor, d.read = m.list, m.more, 0, true
	if d.wanted {
		d.wanted = false
		return d.choose()
	}
	return nil
}

func (d *CustomerDialog) choose() tea.Cmd {
	if !d.read {
		d.wanted = true
		return nil
	}
	if d.cursor >= len(d.found) {
		return nil
	}
	return kit.Close(d, d.take(d.found[d.cursor]))
}

const (
	headRows = 2 // the field and some air
	width    = 60
)

// View draws the field over those found. The box keeps its height while the
// list changes.
func (d *CustomerDialog) View(w, h int) (string, *tea.Cursor) {
	inner := max(min(w, width)-kit.FrameW, 1)
	field, x := d.input.View(inner)
	lines := []string{field, ""}
	for i, c := range d.found {
		lines = append(lines, d.line(i, c, inner))
	}
	st := d.env.Styles
	switch {
	case d.read && len(d.found) == 0:
		lines = append(lines, st.Dim.Render(d.env.Words.NoMatch))
	case d.more > 0:
		lines = append(lines, st.Dim.Render("  ..."))
	}
	box := kit.FitBlock(strings.Join(lines, "\n"), inner, min(headRows+most+1, max(h-kit.FrameH, 1)))
	cursor := tea.NewCursor(kit.FrameX+x, kit.FrameY)
	cursor.Shape = tea.CursorBar
	return kit.Frame(d.env, d.title, box, inner+kit.FrameW), cursor
}

func (d *CustomerDialog) line(i int, c model.Customer, w int) string {
	f, _ := model.CustomerFields.ByCode("phones")
	phones := strings.ReplaceAll(d.words.Show("customer", f.Spec, string(c.Phones), ""), "\n", " ")
	mark, style := "  ", d.env.Styles.Row
	if i == d.cursor {
		mark, style = "> ", style.Inherit(d.env.Styles.Selected)
	}
	name := max(w*3/5, 10)
	return style.Render(kit.Fit(mark+kit.Fit(c.Name, name-2)+" "+phones, w))
}
