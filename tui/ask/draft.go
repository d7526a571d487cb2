package ask

import (
	"context"
	"fmt"
	"maps"
	"strings"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// draftEvery is how much typing a draft lacks at most, however fast one types.
const draftEvery = time.Second

// Draft is what was typed into a form and not saved: only the fields that were
// typed in, and beside each what stood there before, so that it is laid over
// the record as it is by then and hides nothing that changed meanwhile. One that
// is found is offered; it is not put back unasked.
type Draft struct {
	words *words.Words
	store model.Desk
	name  string // empty: nothing is kept

	offered map[string]string // found, and not taken back so far
	read    bool              // the file was looked into
	due     bool              // it will be kept in a moment
	mu      sync.Mutex
	kept    map[string]string // what the file holds
	gone    bool              // the form was saved
}

// NewDraft makes the draft of a form by its name; without a name it keeps
// nothing.
func NewDraft(words *words.Words, store model.Desk, name string) *Draft {
	return &Draft{words: words, store: store, name: name}
}

type (
	draftRead struct {
		draft  *Draft
		fields map[string]string
	}
	draftDue struct{ draft *Draft }
)

// was marks, in a kept draft, what stood in a field before it was typed in.
const was = "was:"

// Read looks for what was left.
func (d *Draft) Read() tea.Cmd {
	if d.name == "" {
		return nil
	}
	return func() tea.Msg {
		fields, err := d.store.Draft(context.Background(), d.name)
		if err != nil {
			return kit.Failed{Op: d.words.Card.ReadDraft, Err: err}
		}
		return draftRead{d, fields}
	}
}

// Take takes what was read, and reports whether a message was that.
func (d *Draft) Take(msg tea.Msg) bool {
	m, ok := msg.(draftRead)
	if !ok || m.draft != d {
		return false
	}
	d.read = true
	d.kept, d.offered = m.fields, m.fields
	return true
}

// Due reports whether a message says that it is time to keep what was typed.
func (d *Draft) Due(msg tea.Msg) bool {
	m, ok := msg.(draftDue)
	if ok && m.draft == d {
		d.due = false
		return true
	}
	return false
}

// Offered is what was found and may be put back; empty for nothing.
func (d *Draft) Offered() map[string]string { return d.offered }

// Back takes up the offer: what was typed, and what stood there before.
func (d *Draft) Back() (typed, before map[string]string) {
	typed, before = map[string]string{}, map[string]string{}
	for code, value := range d.offered {
		if bare, ok := strings.CutPrefix(code, was); ok {
			before[bare] = value
		} else {
			typed[code] = value
		}
	}
	d.offered = nil
	return typed, before
}

// Typed notes what is typed in the form now; it is kept in a moment. before is
// what stood in these fields.
func (d *Draft) Typed(typed, before map[string]string) tea.Cmd {
	if d.name == "" || d.due || d.same(d.whole(typed, before)) {
		return nil
	}
	d.due = true
	return tea.Tick(draftEvery, func(time.Time) tea.Msg { return draftDue{d} })
}

// whole is the draft as it is kept. What is still offered stays beneath.
func (d *Draft) whole(typed, before map[string]string) map[string]string {
	fields := maps.Clone(d.offered)
	if fields == nil {
		fields = map[string]string{}
	}
	for code, value := range typed {
		fields[code] = value
		fields[was+code] = before[code]
	}
	return fields
}

func (d *Draft) same(fields map[string]string) bool {
	d.mu.Lock()
	defer d.mu.Unlock()
	return maps.Equal(d.kept, fields)
}

// TypedIn is what was typed in a form over what it began with, but for secrets.
func TypedIn(form *kit.Form, opened map[string]string) (typed, before map[string]string) {
	typed, before = map[string]string{}, map[string]string{}
	for code, value := range form.Values() {
		if form.Touched(code) && value != opened[code] && !form.IsSecret(code) {
			typed[code], before[code] = value, opened[code]
		}
	}
	return typed, before
}

// Over lays the offered draft over what stands in a form, which began with what
// is kept now. Where that was changed since the draft, both are shown.
func (d *Draft) Over(form *kit.Form, opened map[string]string) tea.Cmd {
	typed, before := d.Back()
	both := 0
	for _, code := range form.Restore(typed) {
		now := opened[code]
		if now == before[code] || now == typed[code] {
			continue
		}
		form.SetRemark(code, fmt.Sprintf(d.words.Card.DraftBoth, form.Show(code, now)))
		if both++; both == 1 {
			form.Focus(code)
		}
	}
	if both > 0 {
		return kit.Notify(fmt.Sprintf(d.words.Card.DraftBackBoth, both))
	}
	return kit.Notify(d.words.Card.DraftBack)
}

// OfferFor is Offer for a form.
func (d *Draft) OfferFor(env *kit.Env, form *kit.Form, w int) []string {
	for _, code := range form.Texts() {
		if text := d.offered[code]; text != "" {
			return d.Offer(env, text, w)
		}
	}
	return d.Offer(env, "", w)
}

// Keep keeps what is typed, and then says so.
func (d *Draft) Keep(typed, before map[string]string, said string) tea.Cmd {
	fields := d.whole(typed, before)
	if len(typed) == 0 {
		said = ""
	}
	switch {
	case d.name == "" || !d.read:
		return nil
	case d.same(fields) && said == "":
		return nil
	}
	return func() tea.Msg {
		if err := d.write(fields); err != nil {
			return kit.Failed{Op: d.words.Card.KeepDraft, Err: err}
		}
		if said == "" {
			return nil
		}
		return kit.Notice{Text: said}
	}
}

// write keeps the fields, unless the form was saved meanwhile.
func (d *Draft) write(fields map[string]string) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.gone {
		return nil
	}
	err := d.store.KeepDraft(context.Background(), d.name, fields)
	if err == nil {
		d.kept = fields
	}
	return err
}

// Forget ends the draft: its form was saved.
func (d *Draft) Forget(ctx context.Context) error {
	if d.name == "" {
		return nil
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	d.gone = true
	return d.store.KeepDraft(ctx, d.name, nil)
}

// Offer is the line that offers what was found, showing the beginning of a
// text of it; nil for nothing. w is how wide it may be.
func (d *Draft) Offer(env *kit.Env, text string, w int) []string {
	if len(d.offered) == 0 {
		return nil
	}
	line := d.words.Card.DraftOffer
	if text = strings.Join(strings.Fields(d.words.Note(text)), " "); text != "" {
		line += "  " + text
	}
	return []string{env.Styles.Warn.Render(kit.Cut(line, w))}
}

// Action puts an offered draft back by its key.
func (d *Draft) Action(do func() tea.Cmd) []kit.Action {
	if len(d.offered) == 0 {
		return nil
	}
	return []kit.Action{{ID: "draft.back", Keys: []string{"ctrl+r"}, Name: d.words.Card.RestoreDraft, Hint: true, Do: do}}
}
