// Package editor is a form in a dialog that saves a record, wherever one is
// edited: a refusal goes to its field, a refusal that wants a reason asks for
// it, and until it is saved a draft keeps what was typed.
package editor

import (
	"context"
	"errors"
	"maps"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/i18n"
	"genjin/tui/kit"
)

// Store keeps drafts, so that a closed terminal loses nothing.
type Store interface {
	Draft(ctx context.Context, form string) (map[string]string, error)
	KeepDraft(ctx context.Context, form string, fields map[string]string) error
}

// draftPause is how long after the last key the draft is kept.
const draftPause = 700 * time.Millisecond

// Editor is the dialog.
type Editor struct {
	*kit.Prompt
	words  *i18n.Words
	store  Store
	env    *kit.Env
	record string // whose fields the form has
	draft  string // the draft's name; empty: a form too small to keep

	// Save keeps the record; it runs in a command. reason is empty until it
	// was asked for.
	Save func(ctx context.Context, values map[string]string, reason string) (Done, error)
	// Refused answers a refusal in a way of its own; nil, or a nil command, for
	// the usual one.
	Refused func(err error) tea.Cmd
	// First reads what the form needs before its draft is looked for; Answer
	// takes over what it read, and reports whether a message was that.
	First  tea.Cmd
	Answer func(msg tea.Msg) bool

	opened map[string]string // what stood in the form at first
	kept   map[string]string // what the draft holds
	typed  int               // counts changes, so that only the last one's pause counts
	saving bool
}

// Done is what a save has to tell: what the bottom line says, and a message
// that goes out before the lists are read again.
type Done struct {
	Said  string
	First tea.Msg
}

// New makes the dialog for fields of a record.
func New(env *kit.Env, words *i18n.Words, store Store, title, record, draft string, fields []kit.Field) *Editor {
	e := &Editor{words: words, store: store, env: env, record: record, draft: draft}
	e.Prompt = kit.NewPrompt(env, title, fields, func(values map[string]string) tea.Cmd { return e.Submit(values, "") })
	e.Form.OnCancel = e.cancel
	return e
}

type (
	draftRead struct {
		editor *Editor
		fields map[string]string
	}
	draftDue struct {
		editor *Editor
		typed  int
	}
	saved struct {
		editor *Editor
		done   Done
		err    error
	}
)

// Init looks for a draft.
func (e *Editor) Init() tea.Cmd {
	e.Opened()
	if e.draft == "" {
		return e.First
	}
	return tea.Sequence(e.First, e.readDraft())
}

func (e *Editor) readDraft() tea.Cmd {
	return func() tea.Msg {
		fields, err := e.store.Draft(context.Background(), e.draft)
		if err != nil {
			return kit.Failed{Op: e.words.Card.ReadDraft, Err: err}
		}
		return draftRead{e, fields}
	}
}

// Opened takes what stands in the form as what it began with, for a form whose
// fields come after it was opened.
func (e *Editor) Opened() {
	e.opened = e.Form.Values()
	e.kept = e.opened
}

// Update takes over the draft and the answer of a save; everything else is the
// form's.
func (e *Editor) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case draftRead:
		if msg.editor != e || len(msg.fields) == 0 || e.typed > 0 {
			return nil
		}
		e.Form.Restore(msg.fields)
		e.kept = e.Form.Values()
		return kit.Notify(e.words.Card.DraftBack)
	case draftDue:
		if msg.editor != e || msg.typed != e.typed {
			return nil
		}
		return e.KeepDraft("")
	case saved:
		if msg.editor != e {
			return nil
		}
		return e.saved(msg)
	}
	if e.Answer != nil && e.Answer(msg) {
		return nil
	}
	return tea.Batch(e.Prompt.Update(msg), e.noteTyping(msg))
}

// noteTyping starts the pause after which the draft is kept.
func (e *Editor) noteTyping(msg tea.Msg) tea.Cmd {
	switch msg.(type) {
	case tea.KeyMsg, tea.PasteMsg, tea.MouseMsg:
	default:
		return nil
	}
	if e.draft == "" || maps.Equal(e.kept, e.Form.Values()) {
		return nil
	}
	e.typed++
	due := draftDue{e, e.typed}
	return tea.Tick(draftPause, func(time.Time) tea.Msg { return due })
}

// Keep keeps what is typed, for when the program is left.
func (e *Editor) Keep() tea.Cmd { return e.KeepDraft("") }

// KeepDraft keeps what is typed, and then says so.
func (e *Editor) KeepDraft(said string) tea.Cmd {
	values := e.Form.Values()
	if e.draft == "" || e.saving || maps.Equal(e.kept, values) {
		return nil
	}
	e.kept = values
	return func() tea.Msg {
		if err := e.store.KeepDraft(context.Background(), e.draft, values); err != nil {
			return kit.Failed{Op: e.words.Card.KeepDraft, Err: err}
		}
		if said == "" {
			return nil
		}
		return kit.Notice{Text: said}
	}
}

// cancel leaves the form; what was typed stays as a draft.
func (e *Editor) cancel() tea.Cmd {
	if e.draft == "" || maps.Equal(e.opened, e.Form.Values()) {
		return kit.Close(e, nil)
	}
	return kit.Close(e, e.KeepDraft(e.words.Card.DraftKept))
}

// Submit saves what the form holds.
func (e *Editor) Submit(values map[string]string, reason string) tea.Cmd {
	if e.saving {
		return nil
	}
	e.saving = true
	return func() tea.Msg {
		d, err := e.Save(context.Background(), values, reason)
		if err == nil && e.draft != "" {
			err = e.store.KeepDraft(context.Background(), e.draft, nil)
		}
		return saved{e, d, err}
	}
}

func (e *Editor) saved(msg saved) tea.Cmd {
	e.saving = false
	if msg.err == nil {
		changed := kit.Cmd(kit.Changed{Kind: e.record, Said: msg.done.Said})
		if msg.done.First != nil {
			changed = tea.Sequence(kit.Cmd(msg.done.First), changed)
		}
		return kit.Close(e, changed)
	}
	if e.Refused != nil {
		if cmd := e.Refused(msg.err); cmd != nil {
			return cmd
		}
	}
	code, problem, ok := label.Problem(e.record, msg.err, e.words.Lang)
	var fe *model.FieldError
	switch {
	case ok && errors.As(msg.err, &fe) && (fe.Code == model.RefusedReason || fe.Code == model.RefusedLimit):
		return kit.Open(askReason(e, problem))
	case ok:
		e.Form.SetError(code, problem)
		return nil
	}
	e.Form.SetError("", i18n.Explain(e.words, msg.err))
	return nil
}

// askReason asks why a refused record is to be kept all the same, and saves
// again.
func askReason(e *Editor, why string) kit.Dialog {
	var p *kit.Prompt
	field := kit.Field{Code: "reason", Label: e.words.Card.Reason, MaxLen: 200}
	p = kit.NewPrompt(e.env, why, []kit.Field{field}, func(values map[string]string) tea.Cmd {
		reason := model.Clean(values["reason"])
		if reason == "" {
			p.Form.SetError("reason", e.words.Card.ReasonNeeded)
			return nil
		}
		return kit.Close(p, e.Submit(e.Form.Values(), reason))
	})
	return p
}
