// Package quickadd takes a new customer in one line, as the command line's
// genjin add does (rule 4), and says while one types what was understood.
package quickadd

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/card"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// OpenCustomer asks for a customer that is there already to be shown.
type OpenCustomer = card.OpenCustomer

// Dialog is the line, what was understood of it, and what is wrong with it.
type Dialog struct {
	env   *kit.Env
	words *words.Words
	store model.Customers
	input *kit.Input

	quick   label.Quick      // what was understood
	problem string           // why the line can't be kept as it is
	left    string           // what of a paste was not taken
	known   []model.Customer // who has one of the line's phones already
	draft   *ask.Draft
	saving  bool
}

// The draft's name and its one field.
const (
	draft     = "quick"
	draftLine = "line"
)

// mostLine is how many characters the line has at most: a card's worth.
const mostLine = 500

// New makes an empty line.
func New(env *kit.Env, words *words.Words, store model.Customers) *Dialog {
	d := &Dialog{env: env, words: words, store: store, input: kit.NewInput(env, words.QuickAdd.Hint, mostLine),
		draft: ask.NewDraft(words, store, draft)}
	d.input.Focus()
	return d
}

type (
	lookedUp struct {
		dialog *Dialog
		phones model.List
		known  []model.Customer
	}
	saved struct {
		dialog   *Dialog
		customer model.Customer
		known    []model.Customer // not kept: they have the phone already
		same     []model.Customer // kept, and of the same name as these
		err      error
	}
)

// Init looks for a line that was left.
func (d *Dialog) Init() tea.Cmd { return d.draft.Read() }

// Editing: letters are the line.
func (d *Dialog) Editing() bool { return true }

// Actions are the dialog's keys.
func (d *Dialog) Actions() []kit.Action {
	w := d.env.Words
	return append(d.draft.Action(d.restore), []kit.Action{
		{ID: "quick.save", Keys: []string{"enter", "ctrl+s"}, Name: w.Save, Hint: true, Do: func() tea.Cmd { return d.save(false) }},
		{ID: "quick.cancel", Keys: []string{"esc"}, Name: w.Cancel, Hint: true, Do: d.cancel},
	}...)
}

// Update takes the answers; keys edit the line.
func (d *Dialog) Update(msg tea.Msg) tea.Cmd {
	switch {
	case d.draft.Take(msg):
		return nil
	case d.draft.Due(msg):
		return d.keepDraft("")
	}
	switch msg := msg.(type) {
	case lookedUp:
		if msg.dialog == d && msg.phones == d.quick.Customer.Phones {
			d.known = msg.known
		}
	case saved:
		if msg.dialog == d {
			return d.saved(msg)
		}
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(d.Actions(), msg); done {
			return cmd
		}
		return d.edit(msg)
	case tea.PasteMsg:
		return d.paste(msg.Content)
	}
	return nil
}

// paste takes the first line of what was pasted, for a line is one customer,
// and says how many others there were.
func (d *Dialog) paste(text string) tea.Cmd {
	first, others := "", 0
	for line := range strings.Lines(text) {
		switch line = strings.TrimSpace(line); {
		case line == "":
		case first == "":
			first = line
		default:
			others++
		}
	}
	cmd := d.edit(tea.PasteMsg{Content: first})
	if others > 0 {
		d.left = fmt.Sprintf(d.words.QuickAdd.OneLine, others)
	}
	return cmd
}

// edit changes the line and reads it anew.
func (d *Dialog) edit(msg tea.Msg) tea.Cmd {
	before := d.input.Value()
	cmd := d.input.Update(msg)
	d.left = d.input.Full()
	if d.input.Value() == before {
		return cmd
	}
	return tea.Batch(cmd, d.read(), d.draft.Typed(d.typed(), nil))
}

// typed is the line, as the draft keeps it; an empty line is no draft.
func (d *Dialog) typed() map[string]string {
	if line := d.input.Value(); line != "" {
		return map[string]string{draftLine: line}
	}
	return nil
}

// restore puts the line back that was left.
func (d *Dialog) restore() tea.Cmd {
	typed, _ := d.draft.Back()
	d.input.SetValue(typed[draftLine])
	return tea.Batch(d.read(), kit.Notify(d.words.Card.DraftBack))
}

// save keeps the customer. One whose phone is known is asked about first,
// unless another card is wanted.
func (d *Dialog) save(another bool) tea.Cmd {
	cmd := d.read()
	if d.saving || d.problem != "" || d.quick.Customer.Name == "" {
		return cmd
	}
	d.saving = true
	c := d.quick.Customer
	return func() tea.Msg {
		ctx := context.Background()
		if !another {
			known, err := d.store.CustomersByPhone(ctx, c.Phones)
			if err != nil || len(known) > 0 {
				return saved{dialog: d, known: known, err: err}
			}
		}
		kept, err := d.store.AddCustomer(ctx, c)
		if err == nil {
			err = d.draft.Forget(ctx)
		}
		same, _ := d.store.Namesakes(ctx, kept) // the customer is kept, whatever is known of others
		return saved{dialog: d, customer: kept, same: same, err: err}
	}
}

func (d *Dialog) saved(msg saved) tea.Cmd {
	d.saving = false
	switch {
	case msg.err != nil:
		d.problem = words.Explain(d.words, msg.err)
		return nil
	case len(msg.known) > 0:
		d.known = msg.known
		return d.ask()
	}
	said := fmt.Sprintf(d.words.Card.AddedCustomer, msg.customer.Name)
	if len(msg.same) > 0 {
		said += fmt.Sprintf(d.words.QuickAdd.SameName, msg.same[0].ID)
	}
	return kit.Close(d, tea.Sequence(kit.Cmd(card.Added{ID: msg.customer.ID}), kit.Cmd(kit.Changed{Said: said})))
}

// mostKnown is how many customers with the phone are offered.
const mostKnown = 5

// ask offers the customers that have the phone, another card, and the way
// back.
func (d *Dialog) ask() tea.Cmd {
	w := d.words.QuickAdd
	var menu []kit.Action
	for _, c := range d.known[:min(len(d.known), mostKnown)] {
		menu = append(menu, kit.Action{ID: "quick.open", Name: fmt.Sprintf(w.OpenThat, d.name(c)), Do: func() tea.Cmd {
			return kit.Close(d, tea.Sequence(d.keepDraft(d.words.Card.DraftKept), kit.Cmd(OpenCustomer{Customer: c})))
		}})
	}
	menu = append(menu,
		kit.Action{ID: "quick.another", Name: w.Another, Do: func() tea.Cmd { return d.save(true) }},
		kit.Action{ID: "quick.back", Name: w.Back, Do: func() tea.Cmd { return nil }})
	return kit.Open(kit.NewMenu(d.env, w.KnownTitle, menu))
}

// cancel leaves; the line stays as a draft.
func (d *Dialog) cancel() tea.Cmd { return kit.Close(d, d.keepDraft(d.words.Card.DraftKept)) }

// Keep keeps the line, for when the program is left.
func (d *Dialog) Keep() tea.Cmd { return d.keepDraft("") }

// keepDraft keeps the line as it stands, and then says so.
func (d *Dialog) keepDraft(said string) tea.Cmd {
	if d.saving {
		return nil
	}
	return d.draft.Keep(d.typed(), nil, said)
}
