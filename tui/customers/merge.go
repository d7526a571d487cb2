package customers

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// askMerge asks which other customer is the same as the one on the card: those
// who seem to be are offered.
func (s *Screen) askMerge() tea.Cmd {
	c, ok := s.list.Selected()
	if !ok {
		return nil
	}
	return func() tea.Msg {
		same, err := s.store.SameAs(context.Background(), c.Customer)
		return sameRead{s, c.Customer, same, err}
	}
}

// sameRead is the customers who seem to be one that is there.
type sameRead struct {
	screen *Screen
	of     model.Customer
	same   []model.Customer
	err    error
}

func (s *Screen) takeSame(msg sameRead) tea.Cmd {
	if msg.screen != s {
		return nil
	}
	w := s.words.Merge
	switch {
	case msg.err != nil:
		return kit.Fail(w.Merge, msg.err)
	case len(msg.same) == 0:
		return s.askOther(msg.of)
	}
	var menu []kit.Action
	for _, c := range msg.same {
		menu = append(menu, kit.Action{ID: "merge.with", Name: s.known(c), Do: func() tea.Cmd { return s.readMerging(msg.of.ID, c.ID) }})
	}
	menu = append(menu, kit.Action{ID: "merge.other", Name: w.AnotherOne, Do: func() tea.Cmd { return s.askOther(msg.of) }})
	return kit.Open(kit.NewMenu(s.env, fmt.Sprintf(w.With, msg.of.Name), menu))
}

// known tells a customer from others of the name.
func (s *Screen) known(c model.Customer) string {
	f, _ := model.CustomerFields.ByCode("phones")
	text := strings.TrimSpace(fmt.Sprintf("#%d %s  %s", c.ID, c.Name, s.words.Show("customer", f.Spec, string(c.Phones), "")))
	if c.Archived {
		text += "  " + s.words.Merge.ArchivedMark
	}
	return text
}

// otherPrompt asks for the other customer by name, phone or number.
type otherPrompt struct {
	*kit.Prompt
	screen *Screen
	of     model.Customer
}

// otherFound is whom the text meant.
type otherFound struct {
	prompt *otherPrompt
	text   string
	other  model.Customer
	err    error
}

func (s *Screen) askOther(of model.Customer) tea.Cmd {
	p := &otherPrompt{screen: s, of: of}
	field := kit.Field{Code: "other", Label: s.words.Merge.Other, Placeholder: s.words.Merge.WithHint, MaxLen: 200}
	p.Prompt = kit.NewPrompt(s.env, fmt.Sprintf(s.words.Merge.With, of.Name), []kit.Field{field}, func(values map[string]string) tea.Cmd {
		text := model.Clean(values["other"])
		return func() tea.Msg {
			other, err := s.store.Resolve(context.Background(), text)
			return otherFound{p, text, other, err}
		}
	})
	p.Form.OnCancel = func() tea.Cmd { return kit.Close(p, nil) }
	return kit.Open(p)
}

// Update takes the answer: one customer, several to choose from, or none.
func (p *otherPrompt) Update(msg tea.Msg) tea.Cmd {
	f, ok := msg.(otherFound)
	if !ok {
		return p.Prompt.Update(msg)
	}
	if f.prompt != p {
		return nil
	}
	var several *model.AmbiguousError
	s := p.screen
	switch {
	case errors.As(f.err, &several):
		return kit.Close(p,
			kit.Cmd(sameRead{screen: s, of: p.of, same: slices.DeleteFunc(several.Customers, func(c model.Customer) bool {
				return c.ID == p.of.ID
			})}))
	case errors.Is(f.err, model.ErrNotFound):
		p.Form.SetError("other", fmt.Sprintf(s.words.Merge.NotFound, f.text))
		return nil
	case f.err != nil:
		p.Form.SetError("other", words.Explain(s.words, f.err))
		return nil
	case f.other.ID == p.of.ID:
		p.Form.SetError("other", words.Explain(s.words, model.ErrSameCustomer))
		return nil
	}
	return kit.Close(p, s.readMerging(p.of.ID, f.other.ID))
}

// mergingRead is two cards that are to become one.
type mergingRead struct {
	screen  *Screen
	merging model.Merging
	err     error
}

func (s *Screen) readMerging(kept, other int64) tea.Cmd {
	return func() tea.Msg {
		m, err := s.store.Merging(context.Background(), kept, other)
		return mergingRead{s, m, err}
	}
}

func (s *Screen) takeMerging(msg mergingRead) tea.Cmd {
	if msg.screen != s {
		return nil
	}
	if msg.err != nil {
		return kit.Fail(s.words.Merge.Reading, msg.err)
	}
	return kit.Open(newMergeDialog(s, msg.merging))
}

// merged says that two cards became one.
type merged struct{ kept model.Customer }

// takeMerged turns the list to the kept card.
func (s *Screen) takeMerged(m merged) tea.Cmd {
	s.list.StandOn(m.kept.ID)
	return nil
}

// mergeDialog shows the fields in which two cards differ, side by side, and
// makes one of them.
type mergeDialog struct {
	screen  *Screen
	env     *kit.Env
	words   *words.Words
	m       model.Merging
	list    []model.Difference
	take    map[string]model.Side // what the person chose
	cursor  int
	top     int
	problem string
	busy    bool
}

func newMergeDialog(s *Screen, m model.Merging) *mergeDialog {
	return &mergeDialog{screen: s, env: s.env, words: s.words, m: m, list: m.Differences(), take: map[string]model.Side{}}
}

// Init does nothing.
func (d *mergeDialog) Init() tea.Cmd { return nil }

// Editing: there is no field.
func (d *mergeDialog) Editing() bool { return false }

// Actions are the dialog's keys.
func (d *mergeDialog) Actions() []kit.Action {
	w := d.words.Merge
	var actions []kit.Action
	if len(d.list) > 0 {
		actions = append(actions,
			kit.Action{ID: "merge.choose", Keys: []string{"space", "right"}, Name: w.Choose, Hint: true, Do: func() tea.Cmd { return d.turn(1) }},
			kit.Action{ID: "merge.back", Keys: []string{"left"}, Name: w.Choose, Do: func() tea.Cmd { return d.turn(-1) }})
	}
	return append(actions,
		kit.Action{ID: "merge.go", Keys: []string{"ctrl+s"}, Name: w.Go, Hint: true, Do: d.save},
		kit.Action{ID: "merge.swap", Keys: []string{"t", "ctrl+t"}, Name: w.Swap, Hint: true, Do: d.swap},
		kit.Action{ID: "merge.close", Keys: []string{"esc", "q"}, Name: d.env.Words.Cancel, Hint: true,
			Do: func() tea.Cmd { return kit.Close(d, nil) }})
}

// turn chooses the next side of the difference under the cursor.
func (d *mergeDialog) turn(by int) tea.Cmd {
	diff := d.list[d.cursor]
	sides := diff.Sides()
	now := slices.Index(sides, d.sides()[diff.Code()])
	d.take[diff.Code()] = sides[(now+by+len(sides))%len(sides)]
	if diff.Leader != "" {
		d.take[diff.Leader] = d.take[diff.Code()]
		delete(d.take, diff.Code())
	}
	d.problem = ""
	return nil
}

// sides are what is taken of every difference.
func (d *mergeDialog) sides() map[string]model.Side {
	sides, err := d.m.Choices(d.take)
	if err != nil {
		sides, _ = d.m.Choices(nil)
	}
	return sides
}

// swap keeps the other card instead.
func (d *mergeDialog) swap() tea.Cmd {
	if d.busy {
		return nil
	}
	kept, other := d.m.Other.ID, d.m.Kept.ID
	return kit.Close(d, d.screen.readMerging(kept, other))
}

// saved is the answer of a merge.
type saved struct {
	dialog *mergeDialog
	card   model.Customer
	err    error
}

func (d *mergeDialog) save() tea.Cmd {
	if d.busy {
		return nil
	}
	d.busy = true
	return func() tea.Msg {
		c, err := d.screen.store.Merge(context.Background(), d.m, d.take)
		return saved{d, c, err}
	}
}

// Update takes the answer, and the keys.
func (d *mergeDialog) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case saved:
		if msg.dialog == d {
			return d.saved(msg)
		}
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(d.Actions(), msg); done {
			return cmd
		}
		return d.key(kit.KeyName(msg))
	case tea.MouseClickMsg:
		if i := d.top + msg.Y - kit.FrameY - mergeHead; i >= d.top && i < len(d.list) {
			d.cursor = i
			return d.turn(1)
		}
	}
	return nil
}

// key moves; enter on the last difference, or without any, merges.
func (d *mergeDialog) key(key string) tea.Cmd {
	last := len(d.list) - 1
	switch key {
	case "enter":
		if d.cursor >= last {
			return d.save()
		}
		d.cursor++
	case "down", "j", "tab":
		d.cursor = min(d.cursor+1, max(last, 0))
	case "up", "k", "shift+tab":
		d.cursor = max(d.cursor-1, 0)
	case "home", "g":
		d.cursor = 0
	case "end", "G":
		d.cursor = max(last, 0)
	}
	return nil
}

func (d *mergeDialog) saved(msg saved) tea.Cmd {
	d.busy = false
	if msg.err != nil {
		d.problem = words.Explain(d.words, msg.err)
		return nil
	}
	said := fmt.Sprintf(d.words.Merge.Merged, d.m.Other.Name, msg.card.Name)
	return kit.Close(d, tea.Sequence(kit.Cmd(merged{msg.card}), kit.Cmd(kit.Changed{Said: said})))
}

// The box: its width, and the lines above and below the differences.
const (
	mergeWidth = 96
	mergeHead  = 2
	mergeFoot  = 3
)

// View draws the differences, what is taken in brackets, and what moves.
func (d *mergeDialog) View(w, h int) (string, *tea.Cursor) {
	st, words := d.env.Styles, d.words.Merge
	inner := max(min(mergeWidth, w)-kit.FrameW, 1)
	box := kit.Box{W: inner}
	parts := box.Columns(kit.Fixed(d.nameWidth()+3), kit.Fill(1), kit.Fill(1))
	room := max(h-kit.FrameH-mergeHead-mergeFoot, 1)
	rows := min(max(len(d.list), 1), room)
	d.top = max(min(d.top, d.cursor), d.cursor-rows+1)
	head := kit.Fit("", parts[0].W) + kit.Fit(fmt.Sprintf("%s  #%d %s", words.Kept, d.m.Kept.ID, d.m.Kept.Name), parts[1].W) +
		kit.Fit(fmt.Sprintf("%s  #%d %s", words.Other, d.m.Other.ID, d.m.Other.Name), parts[2].W)
	lines := []string{st.Header.Render(head), kit.Rule(d.env, inner)}
	if len(d.list) == 0 {
		lines = append(lines, st.Dim.Render(kit.Fit(words.NoDifferences, inner)))
	}
	sides := d.sides()
	for i := d.top; i < min(d.top+rows, len(d.list)); i++ {
		lines = append(lines, d.line(i, sides[d.list[i].Code()], parts))
	}
	lines = append(lines, kit.Rule(d.env, inner), st.Dim.Render(kit.Fit(words.United, inner)))
	foot := fmt.Sprintf(words.Moves, d.m.Entries, d.m.Items, d.m.Referred)
	if d.problem != "" {
		lines = append(lines, st.Error.Render(kit.Fit(d.problem, inner)))
	} else {
		lines = append(lines, st.Dim.Render(kit.Fit(foot, inner)))
	}
	return kit.Frame(d.env, words.Title, kit.JoinV(lines...), inner+kit.FrameW), nil
}

// nameWidth is as wide as the longest name of a field.
func (d *mergeDialog) nameWidth() int {
	widest := 8
	for _, diff := range d.list {
		widest = max(widest, kit.Width(label.Field(diff.Record, diff.Spec.Code, d.words.Lang)))
	}
	return min(widest, 24)
}

func (d *mergeDialog) line(i int, side model.Side, parts []kit.Box) string {
	st, diff := d.env.Styles, d.list[i]
	mark := "  "
	if i == d.cursor {
		mark = "> "
	}
	style := st.Row
	if i == d.cursor {
		style = style.Inherit(st.Selected)
	}
	value := func(text, currency string, taken bool, w int) string {
		shown := strings.ReplaceAll(d.words.Show(diff.Record, diff.Spec, text, currency), "\n", " ")
		if shown == "" {
			shown = "-"
		}
		shown = kit.Cut(shown, max(w-3, 1))
		if taken {
			return st.Strong.Inherit(style).Render(kit.Fit("("+shown+")", w))
		}
		return st.Dim.Inherit(style).Render(kit.Fit(" "+shown+" ", w))
	}
	name := style.Render(kit.Fit(mark+label.Field(diff.Record, diff.Spec.Code, d.words.Lang), parts[0].W))
	return name + value(diff.Kept, d.m.Kept.Currency, side != model.TakeOther, parts[1].W) +
		value(diff.Other, d.m.Other.Currency, side != model.TakeKept, parts[2].W)
}
