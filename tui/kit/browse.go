package kit

import tea "charm.land/bubbletea/v2"

// Body is what stands in a section of a tab: a [Listing], a [Whole], or
// something of the tab's own.
type Body interface {
	SetSize(w, h int)
	SetOrigin(x, y int)
	SetEmpty(text string)
	Bind(Events)
	// Renew marks the rows as out of date; top: they begin at the top then.
	Renew(top bool)
	// Look reads what is out of date, or what in sight is missing.
	Look() tea.Cmd
	// Answer takes what was read; Update keys and the mouse.
	Answer(msg tea.Msg) (tea.Cmd, bool)
	Update(msg tea.Msg) (tea.Cmd, bool)
	View() string
	Count() int

	MarkRow()
	MarkAll()
	Marks() int
	SetMarks(ids []int64)
	Selection() []int64
}

// Events are what happens in rows.
type Events struct {
	Moved  func() tea.Cmd          // the cursor stands on another row, or its row was read
	Opened func() tea.Cmd          // the row was clicked again
	Read   func(gone bool) tea.Cmd // the list was read; gone: without the row that was chosen
	Failed func(error) tea.Cmd
}

// Side is what shows the row under the cursor: a [Pane], or a card.
type Side interface {
	SetBox(Box)
	// Light says whether it is in sight.
	Light(on bool) tea.Cmd
	Reload() tea.Cmd
	Update(msg tea.Msg) (tea.Cmd, bool)
	View() string
}

// Lens is how the rows of a section are looked at, beside the search.
type Lens struct {
	Name    func() string                 // what its conditions are called
	Text    func() string                 // what they are narrowed down to; "" = nothing
	Clear   func() tea.Cmd                // gives the whole list back
	Actions func() []Action               // filter, order, columns and what else there is
	Update  func(tea.Msg) (tea.Cmd, bool) // takes what the lens itself read
}

// Leaf is a section of a tab.
type Leaf struct {
	Name func() string
	Rows Body
	Find *Finder // its search, which sections may share; nil: there is none
	Lens *Lens   // nil: it is looked at in one way
	Wide bool    // it takes the whole width

	Line    func(w int) string         // what stands in the place of a search
	Empty   func() string              // what would fill it
	Missing func(text string) string   // nothing was found; nil: in the usual words
	Foot    func(w int) []string       // what stands below the rows
	Beside  func() tea.Cmd             // what is read with the rows; nil: nothing
	Row     func() []Action            // what can be done with the row under the cursor; nil: it isn't there
	Title   func() string              // of the row's menu
	About   func() []string            // what stands over the row's menu; nil: nothing
	Open    func() tea.Cmd             // instead of the menu; nil: the menu
	Many    func(ids []int64) []Action // what can be done with the selected rows; nil: none can be selected
}

// Browser is a tab of lists: the sections, each with its search and its lens,
// and beside the rows, or over them where there is little room, the details of
// the row under the cursor. What a row is, what can be done with it and how it
// is drawn is the tab's.
type Browser struct {
	Leaves []*Leaf
	Side   Side
	Head   func(w int) []string         // over every section; nil: nothing
	Own    func() []Action              // what can be done without a row, making a new one first
	Turned func() tea.Cmd               // turns the side to the row under the cursor
	Noted  func()                       // something was read; may be nil
	OnFail func(error) tea.Cmd          // what becomes of a read that failed
	Ready  func(func() tea.Cmd) tea.Cmd // goes on when the side shows its row; nil: at once

	env  *Env
	at   int  // the shown section
	open bool // the side lies over the rows
	w, h int
}

// NewBrowser makes a tab without sections; Add gives it some.
func NewBrowser(env *Env) *Browser { return &Browser{env: env} }

// Add adds sections.
func (b *Browser) Add(leaves ...*Leaf) {
	for _, l := range leaves {
		b.Leaves = append(b.Leaves, l)
		l.Rows.Bind(Events{Moved: func() tea.Cmd { return b.moved(l) }, Opened: b.Enter, Read: func(gone bool) tea.Cmd { return b.read(l, gone) },
			Failed: func(err error) tea.Cmd { return b.OnFail(err) }})
		if f := l.Find; f != nil {
			f.OnFind = func(string) tea.Cmd { return b.Narrow(func(l *Leaf) bool { return l.Find == f }) }
			f.OnRows = func(msg tea.Msg) tea.Cmd {
				cmd, _ := b.leaf().Rows.Update(msg)
				return cmd
			}
		}
	}
}

func (b *Browser) leaf() *Leaf { return b.Leaves[b.at] }

// At is the number of the shown section.
func (b *Browser) At() int { return b.at }

// Opened reports whether the side lies over the rows.
func (b *Browser) Opened() bool { return b.open }

// Size is how many cells the tab has.
func (b *Browser) Size() (w, h int) { return b.w, b.h }

// Editing: letters go to the search field while it has the focus.
func (b *Browser) Editing() bool { f := b.leaf().Find; return f != nil && f.Typing() }

// Look reads what the shown section lacks.
func (b *Browser) Look() tea.Cmd {
	l := b.leaf()
	var beside tea.Cmd
	if l.Beside != nil {
		beside = l.Beside()
	}
	return tea.Batch(l.Rows.Look(), beside)
}

// Renew reads what is shown again; the cursor stays on its row.
func (b *Browser) Renew() tea.Cmd {
	for _, l := range b.Leaves {
		l.Rows.Renew(false)
	}
	cmd := b.Look()
	if b.Side == nil {
		return cmd
	}
	return tea.Batch(cmd, b.Side.Reload())
}

// Narrow reads the sections that are about something else now, from the top.
func (b *Browser) Narrow(which func(*Leaf) bool) tea.Cmd {
	for _, l := range b.Leaves {
		if which(l) {
			l.Rows.Renew(true)
		}
	}
	shut := b.Shut()
	b.Arrange()
	return tea.Batch(shut, b.Look())
}

// NarrowBy is a Narrow of the sections that share a lens.
func (b *Browser) NarrowBy(lens *Lens) tea.Cmd {
	return b.Narrow(func(l *Leaf) bool { return l.Lens == lens })
}

// TurnTo shows another section, around the ends. A search ends where another
// one begins.
func (b *Browser) TurnTo(to int) tea.Cmd {
	was := b.leaf().Find
	b.at = (to + len(b.Leaves)) % len(b.Leaves)
	if was != nil && was != b.leaf().Find && was.Text() != "" {
		was.Reset()
		for _, l := range b.Leaves {
			if l.Find == was {
				l.Rows.Renew(true)
			}
		}
	}
	shut := b.Shut()
	b.Arrange()
	return tea.Batch(shut, b.Look())
}

// StandOn reads the shown section anew and stands on one of its records, whose
// details it opens.
func (b *Browser) StandOn(l interface{ StandOn(int64) }, id int64) tea.Cmd {
	b.leaf().Rows.Renew(true)
	l.StandOn(id)
	b.open = !b.spread().Beside()
	b.Arrange()
	return tea.Batch(b.light(), b.Look())
}

// Shut takes the side away from over the rows.
func (b *Browser) Shut() tea.Cmd {
	b.open = false
	return b.light()
}

// light says to the side whether it is in sight.
func (b *Browser) light() tea.Cmd {
	if b.Side == nil {
		return nil
	}
	return b.Side.Light(b.sees())
}

// Enter opens the row under the cursor: its details, with what can be done as a
// menu whose first entry is what the row asks for.
func (b *Browser) Enter() tea.Cmd {
	l := b.leaf()
	if l.Row() == nil {
		return nil
	}
	if l.Open != nil {
		return l.Open()
	}
	light := b.Unfold()
	menu := func() tea.Cmd {
		actions := InMenu(append(l.Row(), b.selecting()...))
		if len(actions) == 0 {
			return nil
		}
		m := NewMenu(b.env, Cut(l.Title(), menuTitle), actions)
		if l.About != nil {
			m.About(l.About())
		}
		return Open(m)
	}
	if b.Ready != nil {
		return tea.Batch(light, b.Ready(menu))
	}
	return tea.Batch(light, menu())
}

// Unfold shows the details of the row under the cursor, over the rows where there
// is little room.
func (b *Browser) Unfold() tea.Cmd {
	b.open = b.Side != nil && !b.spread().Beside()
	return b.light()
}

// menuTitle is how long the title of a row's menu is at most.
const menuTitle = 44

// moved turns the side to the row under the cursor.
func (b *Browser) moved(l *Leaf) tea.Cmd {
	if l.Rows != b.leaf().Rows || b.Turned == nil { // sections may share their rows
		return nil
	}
	if b.leaf().Row() == nil && l.Rows.Count() > 0 {
		return nil // still on its way
	}
	var shut tea.Cmd
	if l.Rows.Count() == 0 {
		shut = b.Shut()
	}
	return tea.Batch(shut, b.Turned())
}

// read notes that a section was read. When the chosen row is gone the list is
// shown again, on the next one.
func (b *Browser) read(l *Leaf, gone bool) tea.Cmd {
	if b.Noted != nil {
		b.Noted()
	}
	b.Arrange()
	if l.Rows == b.leaf().Rows && gone {
		return b.Shut()
	}
	return nil
}
