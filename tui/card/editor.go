package card

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

// drafts keep what is typed, so that a closed terminal loses nothing.
type drafts interface {
	Draft(ctx context.Context, form string) (map[string]string, error)
	KeepDraft(ctx context.Context, form string, fields map[string]string) error
}

// draftPause is how long after the last key the draft is kept.
const draftPause = 700 * time.Millisecond

// editor is a form in a dialog that saves a record: a refusal goes to its
// field, a grade against the suggestion asks for the reason, and until it is
// saved the draft keeps what was typed.
type editor struct {
	*kit.Prompt
	words  *i18n.Words
	store  Store
	env    *kit.Env
	record string // whose fields the form has
	draft  string // the draft's name; empty: a form too small to keep

	// save keeps the record; it runs in a command. reason is empty until it
	// was asked for.
	save func(ctx context.Context, values map[string]string, reason string) (done, error)

	opened map[string]string // what stood in the form at first
	kept   map[string]string // what the draft holds
	typed  int               // counts changes, so that only the last one's pause counts
	saving bool

	another bool // a new customer is kept though there seems to be such a one
}

// done is what a save has to tell: what the status line says, and the new
// customer if there is one.
type done struct {
	said  string
	added int64
}

func newEditor(c *Card, title, record, draft string, fields []kit.Field) *editor {
	e := &editor{words: c.words, store: c.store, env: c.env, record: record, draft: draft}
	e.Prompt = kit.NewPrompt(c.env, title, fields, func(values map[string]string) tea.Cmd { return e.submit(values, "") })
	e.Form.OnCancel = e.cancel
	return e
}

type (
	draftRead struct {
		editor *editor
		fields map[string]string
	}
	draftDue struct {
		editor *editor
		typed  int
	}
	saved struct {
		editor *editor
		done   done
		err    error
	}
)

// Init looks for a draft.
func (e *editor) Init() tea.Cmd {
	e.opened = e.Form.Values()
	e.kept = e.opened
	if e.draft == "" {
		return nil
	}
	return func() tea.Msg {
		fields, err := e.store.Draft(context.Background(), e.draft)
		if err != nil {
			return kit.Failed{Op: e.words.Card.ReadDraft, Err: err}
		}
		return draftRead{e, fields}
	}
}

// Update takes over the draft and the answer of a save; everything else is the
// form's.
func (e *editor) Update(msg tea.Msg) tea.Cmd {
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
		return e.keepDraft("")
	case saved:
		if msg.editor != e {
			return nil
		}
		return e.saved(msg)
	}
	return tea.Batch(e.Prompt.Update(msg), e.noteTyping(msg))
}

// noteTyping starts the pause after which the draft is kept.
func (e *editor) noteTyping(msg tea.Msg) tea.Cmd {
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
func (e *editor) Keep() tea.Cmd { return e.keepDraft("") }

// keepDraft keeps what is typed, and then says so.
func (e *editor) keepDraft(said string) tea.Cmd {
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
func (e *editor) cancel() tea.Cmd {
	if e.draft == "" || maps.Equal(e.opened, e.Form.Values()) {
		return kit.Close(e, nil)
	}
	return kit.Close(e, e.keepDraft(e.words.Card.DraftKept))
}

func (e *editor) submit(values map[string]string, reason string) tea.Cmd {
	if e.saving {
		return nil
	}
	e.saving = true
	return func() tea.Msg {
		d, err := e.save(context.Background(), values, reason)
		if err == nil && e.draft != "" {
			err = e.store.KeepDraft(context.Background(), e.draft, nil)
		}
		return saved{e, d, err}
	}
}

func (e *editor) saved(msg saved) tea.Cmd {
	e.saving = false
	if msg.err == nil {
		changed := kit.Cmd(kit.Changed{Kind: e.record, Said: msg.done.said})
		if msg.done.added != 0 {
			changed = tea.Sequence(kit.Cmd(Added{msg.done.added}), changed)
		}
		return kit.Close(e, changed)
	}
	code, problem, ok := label.Problem(e.record, msg.err, e.words.Lang)
	var fe *model.FieldError
	var known *knownError
	switch {
	case errors.As(msg.err, &known):
		return e.askKnown(known.customers)
	case ok && errors.As(msg.err, &fe) && fe.Code == model.RefusedReason:
		return kit.Open(askReason(e, problem))
	case ok:
		e.Form.SetError(code, problem)
		return nil
	}
	e.Form.SetError("", i18n.Explain(e.words, msg.err))
	return nil
}

// askReason asks why a grade goes against the suggestion, and saves again.
func askReason(e *editor, why string) kit.Dialog {
	var p *kit.Prompt
	field := kit.Field{Code: "reason", Label: e.words.Card.Reason, MaxLen: 200}
	p = kit.NewPrompt(e.env, why, []kit.Field{field}, func(values map[string]string) tea.Cmd {
		reason := model.Clean(values["reason"])
		if reason == "" {
			p.Form.SetError("reason", e.words.Card.ReasonNeeded)
			return nil
		}
		return kit.Close(p, e.submit(e.Form.Values(), reason))
	})
	return p
}
