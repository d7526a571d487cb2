package customers

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// member is one customer of a group of the same.
type member struct {
	model.Customer
	group int  // counted from 1
	first bool // of its group
}

// place is where a customer stands in the list of groups.
type place struct {
	id    int64
	group int // its number, from 0
	first bool
}

// duplicates is the dialog with the groups: enter merges.
type duplicates struct {
	screen *Screen
	env    *kit.Env
	words  *words.Words
	groups [][]int64
	places []place
	table  *kit.Table[member]
	read   bool
	seq    int
}

func (s *Screen) findDuplicates() tea.Cmd {
	d := &duplicates{screen: s, env: s.env, words: s.words}
	d.table = kit.NewTable(s.env, d.columns(), s.words.Merge.NoDuplicates)
	d.table.OnOpen = d.merge
	return kit.Open(d)
}

type (
	groupsRead struct {
		dialog *duplicates
		groups [][]int64
		err    error
	}
	membersRead struct {
		dialog *duplicates
		seq    int
		offset int
		rows   []model.Customer
		ids    []int64
		err    error
	}
)

func (d *duplicates) columns() []kit.Column[member] {
	show := func(code string) func(member) string {
		f, _ := model.CustomerFields.ByCode(code)
		return func(m member) string { return d.words.Show("customer", f.Spec, f.Get(&m.Customer), m.Currency) }
	}
	title := func(code string) string { return label.Customers.Head(code, d.words.Lang) }
	number := func(m member) string {
		if m.first {
			return strconv.Itoa(m.group + 1)
		}
		return ""
	}
	return []kit.Column[member]{
		{Code: "group", Title: "", Min: 4, Max: 4, Right: true, Cell: number},
		{Code: "name", Title: title("name"), Min: 14, Weight: 3, Cell: func(m member) string { return m.Name }},
		{Code: "phones", Title: title("phones"), Min: 13, Max: 28, Weight: 2, Cell: show("phones")},
		{Code: "grade", Title: d.words.Today.Grade, Min: kit.Width(d.words.Today.Grade), Max: kit.Width(d.words.Today.Grade),
			Cell: func(m member) string { return grade(m.Customer) }},
		{Code: "last_on", Title: title("last_on"), Min: 12, Max: 12, Cell: show("last_on")},
	}
}

// Init looks for the groups.
func (d *duplicates) Init() tea.Cmd { return d.load() }

func (d *duplicates) load() tea.Cmd {
	return func() tea.Msg {
		groups, err := d.screen.store.Duplicates(context.Background())
		return groupsRead{d, groups, err}
	}
}

// Editing: there is no field.
func (d *duplicates) Editing() bool { return false }

// Actions are the dialog's keys.
func (d *duplicates) Actions() []kit.Action {
	w := d.words.Merge
	actions := []kit.Action{}
	if _, ok := d.table.Selected(); ok {
		actions = append(actions,
			kit.Action{ID: "duplicates.merge", Keys: []string{"enter"}, Name: w.Go, Hint: true, Do: d.merge},
			kit.Action{ID: "duplicates.next", Keys: []string{"]", "tab"}, Name: w.NextDuplicates, Hint: true,
				Do: func() tea.Cmd { return d.jump(1) }},
			kit.Action{ID: "duplicates.prev", Keys: []string{"[", "shift+tab"}, Name: w.NextDuplicates, Do: func() tea.Cmd { return d.jump(-1) }})
	}
	return append(actions, kit.Action{ID: "duplicates.close", Keys: []string{"esc", "q"}, Name: d.env.Words.Close,
		Hint: true, Do: func() tea.Cmd { return kit.Close(d, nil) }})
}

// Update takes what was read, and the keys.
func (d *duplicates) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case groupsRead:
		if msg.dialog == d {
			return d.take(msg)
		}
	case membersRead:
		if msg.dialog == d && msg.seq == d.seq {
			return d.takeRows(msg)
		}
	case merged:
		return d.load()
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(d.Actions(), msg); done {
			return cmd
		}
		cmd, _ := d.table.Update(msg)
		return tea.Batch(cmd, d.window())
	case tea.MouseMsg:
		cmd, _ := d.table.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY))
		return tea.Batch(cmd, d.window())
	}
	return nil
}

func (d *duplicates) take(msg groupsRead) tea.Cmd {
	if msg.err != nil {
		return kit.Close(d, kit.Fail(d.words.Merge.ReadDuplicates, msg.err))
	}
	d.groups, d.read, d.places = msg.groups, true, nil
	for i, ids := range msg.groups {
		for k, id := range ids {
			d.places = append(d.places, place{id, i, k == 0})
		}
	}
	d.table.SetCount(len(d.places))
	d.table.Refresh()
	return d.window()
}

// window reads the customers in sight.
func (d *duplicates) window() tea.Cmd {
	offset, limit, ok := d.table.Need()
	if !ok || !d.read {
		return nil
	}
	d.seq++
	seq := d.seq
	var ids []int64
	for _, p := range d.places[min(offset, len(d.places)):min(offset+limit, len(d.places))] {
		ids = append(ids, p.id)
	}
	return func() tea.Msg {
		rows, err := d.screen.store.CustomersByID(context.Background(), ids)
		return membersRead{d, seq, offset, rows, ids, err}
	}
}

func (d *duplicates) takeRows(msg membersRead) tea.Cmd {
	if msg.err != nil {
		return kit.Fail(d.words.Merge.ReadDuplicates, msg.err)
	}
	known := map[int64]model.Customer{}
	for _, c := range msg.rows {
		known[c.ID] = c
	}
	rows := make([]member, len(msg.ids))
	for i, id := range msg.ids {
		p := d.places[msg.offset+i]
		rows[i] = member{known[id], p.group, p.first}
	}
	d.table.SetRows(msg.offset, rows)
	return nil
}

// jump goes to the next or the previous group.
func (d *duplicates) jump(by int) tea.Cmd {
	at := d.table.Cursor()
	if at >= len(d.places) {
		return nil
	}
	group := d.places[at].group + by
	for i, p := range d.places {
		if p.group == group {
			d.table.MoveTo(i)
			break
		}
	}
	return d.window()
}

// merge makes one card of the customer under the cursor and the first of the
// group; of the first itself and the second.
func (d *duplicates) merge() tea.Cmd {
	at := d.table.Cursor()
	if at >= len(d.places) {
		return nil
	}
	ids := d.groups[d.places[at].group]
	other := d.places[at].id
	if other == ids[0] {
		other = ids[1]
	}
	return d.screen.readMerging(ids[0], other)
}

// View draws the groups.
func (d *duplicates) View(w, h int) (string, *tea.Cursor) {
	inner := max(min(w, 110)-kit.FrameW, 1)
	rows := max(min(len(d.places)+1, h-kit.FrameH), min(6, h-kit.FrameH))
	d.table.SetSize(inner, rows)
	title, body := d.words.Merge.Duplicates, d.table.View()
	switch {
	case !d.read:
		body = kit.Center(d.words.Merge.Looking, inner, rows)
	case len(d.groups) > 0:
		title = fmt.Sprintf(d.words.Merge.DuplicatesTitle, len(d.groups))
	}
	return kit.Frame(d.env, title, strings.TrimRight(body, "\n"), inner+kit.FrameW), nil
}
