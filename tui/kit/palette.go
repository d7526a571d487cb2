package kit

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Entry is an action in the palette; Aliases are further names under which it
// is found, such as the one in the other language.
type Entry struct {
	Action  Action
	Aliases []string
}

// Palette is a dialog that finds every action by name: in Chinese, in English,
// by pinyin and by initials.
type Palette struct {
	env     *Env
	title   string
	input   *Input
	entries []paletteEntry
	found   []int // of the entries, best first
	list    list
}

type paletteEntry struct {
	Action
	keys []searchKey
}

const (
	paletteWidth = 60 // of the box if the screen has room
	paletteHead  = 2  // lines above the list
)

// NewPalette makes the dialog and indexes the names.
func NewPalette(env *Env, entries []Entry) *Palette {
	return NewChooser(env, env.Words.PaletteTitle, entries)
}

// NewChooser is such a dialog for other things than actions, under a title of
// its own.
func NewChooser(env *Env, title string, entries []Entry) *Palette {
	p := &Palette{env: env, title: title, input: NewInput(env, env.Words.PaletteHint, 0)}
	for _, e := range entries {
		if e.Action.Do == nil {
			continue
		}
		pe := paletteEntry{Action: e.Action, keys: []searchKey{newSearchKey(e.Action.Name)}}
		for _, alias := range e.Aliases {
			pe.keys = append(pe.keys, newSearchKey(alias))
		}
		p.entries = append(p.entries, pe)
	}
	p.input.Focus()
	p.filter()
	return p
}

// Init does nothing.
func (p *Palette) Init() tea.Cmd { return nil }

// Editing: letters are the search.
func (p *Palette) Editing() bool { return true }

// Actions are the palette's own keys.
func (p *Palette) Actions() []Action {
	w := p.env.Words
	return []Action{
		{ID: "palette.choose", Keys: []string{"enter"}, Name: w.Choose, Hint: true, Do: p.choose},
		{ID: "palette.move", Keys: []string{"up", "down"}, Name: w.Move, Hint: true},
		{ID: "palette.close", Keys: []string{"esc"}, Name: w.Close, Hint: true, Do: func() tea.Cmd { return Close(p, nil) }},
	}
}

// Update searches, moves and chooses.
func (p *Palette) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		switch key := msg.String(); key {
		case "esc":
			return Close(p, nil)
		case "enter":
			return p.choose()
		case "home", "end": // belong to the text
		default:
			if p.list.key(key, menuPage) {
				return nil
			}
		}
	case tea.MouseWheelMsg:
		p.list.key(wheelKey(msg), 1)
	case tea.MouseClickMsg:
		if i := p.list.offset + msg.Y - FrameY - paletteHead; msg.Y >= FrameY+paletteHead && i < len(p.found) {
			p.list.cursor = i
			return p.choose()
		}
	}
	before := p.input.Value()
	cmd := tea.Batch(p.input.Update(msg), p.input.Tell())
	if p.input.Value() != before {
		p.filter()
	}
	return cmd
}

// filter finds the entries for what was typed, best first and otherwise in
// their own order.
func (p *Palette) filter() {
	query := newQuery(p.input.Value())
	ranks := make([]int, len(p.entries))
	p.found = p.found[:0]
	for i, e := range p.entries {
		ranks[i] = e.rank(query)
		if ranks[i] >= 0 {
			p.found = append(p.found, i)
		}
	}
	slices.SortStableFunc(p.found, func(a, b int) int { return ranks[a] - ranks[b] })
	p.list = list{}
	p.list.setLen(len(p.found))
}

// rank is the best rank of any of the entry's names, -1 for no match.
func (e paletteEntry) rank(query string) int {
	best := -1
	for _, k := range e.keys {
		if r := k.rank(query); r >= 0 && (best < 0 || r < best) {
			best = r
		}
	}
	return best
}

func (p *Palette) choose() tea.Cmd {
	if len(p.found) == 0 {
		return nil
	}
	a := p.entries[p.found[p.list.cursor]].Action
	if !a.Enabled() {
		return a.Run()
	}
	return Close(p, a.Run())
}

// View draws the field over the list. The box keeps its height while the list
// shrinks, so that nothing jumps while one types.
func (p *Palette) View(w, h int) (string, *tea.Cursor) {
	inner := max(min(paletteWidth, w)-FrameW, 1)
	room := max(min(len(p.entries), h-FrameH-paletteHead), 1)
	field, x := p.input.View(inner)
	lines := []string{field, ""}
	from, to := p.list.window(room)
	for i := from; i < to; i++ {
		lines = append(lines, entryLine(p.env, p.entries[p.found[i]].Action, "", i == p.list.cursor, inner))
	}
	if len(p.found) == 0 {
		lines = append(lines, p.env.Styles.Dim.Render(Fit(p.env.Words.NoMatch, inner)))
	}
	body := strings.Join(fitLines(lines, inner, room+paletteHead), "\n")
	return Frame(p.env, p.title, body, inner+FrameW), cursorAt(FrameX+x, FrameY)
}
