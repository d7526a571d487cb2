package ask

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// Editor is the dialog.
type Editor struct {
	*kit.Prompt
	words  *words.Words
	env    *kit.Env
	record string // whose fields the form has
	draft  *Draft

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

	// More is what else can be done in the form, beside keeping it; nil = nothing.
	More func() []kit.Action

	// Known reads, by a field's code, what one should know of what stands there
	// before it is saved: a number used before. It is said beside the field.
	Known map[string]func(ctx context.Context, text string) (string, error)

	looked map[string]string // what Known was asked last
	opened map[string]string // what stood in the form at first
	saving bool
}

// Done is what a save has to tell: what the bottom line says, and a message
// that goes out before the lists are read again.
type Done struct {
	Said  string
	First tea.Msg
}

// New makes the dialog for fields of a record; draft is the name that its draft
// is kept under.
func NewEditor(env *kit.Env, words *words.Words, store model.Desk, title, record, draft string, fields []kit.Field) *Editor {
	e := &Editor{words: words, env: env, record: record, draft: NewDraft(words, store, draft)}
	e.Prompt = kit.NewPrompt(env, title, fields, func(values map[string]string) tea.Cmd { return e.Submit(values, "") })
	e.Form.OnCancel = e.cancel
	return e
}

type saved struct {
	editor *Editor
	done   Done
	err    error
}

// Init looks for a draft.
func (e *Editor) Init() tea.Cmd {
	e.Opened()
	return tea.Sequence(e.First, e.draft.Read())
}

// Opened takes what stands in the form as what it began with, for a form whose
// fields come after it was opened.
func (e *Editor) Opened() { e.opened = e.Form.Values() }

// Actions are to put an offered draft back, the form's, and what else there is.
func (e *Editor) Actions() []kit.Action {
	actions := append(e.draft.Action(e.restore), e.Prompt.Actions()...)
	if e.More != nil {
		actions = append(actions, e.More()...)
	}
	return actions
}

// own are the actions that aren't the form's.
func (e *Editor) own() []kit.Action {
	actions := e.draft.Action(e.restore)
	if e.More != nil {
		actions = append(actions, e.More()...)
	}
	return actions
}

// Update takes over the draft and the answer of a save; everything else is the
// form's.
func (e *Editor) Update(msg tea.Msg) tea.Cmd {
	switch {
	case e.draft.Take(msg):
		return nil
	case e.draft.Due(msg):
		return e.KeepDraft("")
	}
	switch msg := msg.(type) {
	case saved:
		if msg.editor != e {
			return nil
		}
		return e.saved(msg)
	case known:
		return e.know(msg)
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(e.own(), msg); done {
			return tea.Batch(cmd, e.look())
		}
	}
	if e.Answer != nil && e.Answer(msg) {
		return nil
	}
	cmd := e.Prompt.Update(msg)
	switch msg.(type) {
	case tea.KeyMsg, tea.PasteMsg, tea.MouseMsg:
		typed, before := e.typed()
		return tea.Batch(cmd, e.draft.Typed(typed, before), e.look())
	}
	return cmd
}

// known is what one should know of a field's text.
type known struct {
	editor *Editor
	code   string
	text   string
	remark string
	err    error
}

// look reads what one should know of what was typed since the last time.
func (e *Editor) look() tea.Cmd {
	var cmds []tea.Cmd
	for code, read := range e.Known {
		text := model.Clean(e.Form.Value(code))
		last, asked := e.looked[code]
		if !asked {
			last = e.opened[code]
		}
		if text == last {
			continue
		}
		if e.looked == nil {
			e.looked = map[string]string{}
		}
		e.looked[code] = text
		if text != "" {
			cmds = append(cmds, func() tea.Msg {
				remark, err := read(context.Background(), text)
				return known{e, code, text, remark, err}
			})
		}
	}
	return tea.Batch(cmds...)
}

// know says beside its field what was read, unless other text stands there now.
func (e *Editor) know(msg known) tea.Cmd {
	switch {
	case msg.editor != e || model.Clean(e.Form.Value(msg.code)) != msg.text:
		return nil
	case msg.err != nil:
		return kit.Cmd(kit.Failed{Op: label.Field(e.record, msg.code, e.words.Lang), Err: msg.err})
	}
	e.Form.SetRemark(msg.code, msg.remark)
	return nil
}

// typed is what was typed over what the form began with.
func (e *Editor) typed() (typed, before map[string]string) { return TypedIn(e.Form, e.opened) }

// restore lays the offered draft over what stands in the form.
func (e *Editor) restore() tea.Cmd { return e.draft.Over(e.Form, e.opened) }

// View draws the form; an offered draft stands under it.
func (e *Editor) View(w, h int) (string, *tea.Cursor) {
	own := e.Foot
	defer func() { e.Foot = own }()
	if len(e.draft.Offered()) > 0 {
		e.Foot = func(w int) []string {
			lines := e.draft.OfferFor(e.env, e.Form, w)
			if own != nil {
				lines = append(lines, own(w)...)
			}
			return lines
		}
	}
	return e.Prompt.View(w, h)
}

// Keep keeps what is typed, for when the program is left.
func (e *Editor) Keep() tea.Cmd { return e.KeepDraft("") }

// KeepDraft keeps what is typed, and then says so.
func (e *Editor) KeepDraft(said string) tea.Cmd {
	if e.saving {
		return nil
	}
	typed, before := e.typed()
	return e.draft.Keep(typed, before, said)
}

// cancel leaves the form; what was typed stays as a draft.
func (e *Editor) cancel() tea.Cmd { return kit.Close(e, e.KeepDraft(e.words.Card.DraftKept)) }

// Submit saves what the form holds.
func (e *Editor) Submit(values map[string]string, reason string) tea.Cmd {
	if e.saving {
		return nil
	}
	e.saving = true
	return func() tea.Msg {
		d, err := e.Save(context.Background(), values, reason)
		if err == nil {
			err = e.draft.Forget(context.Background())
		}
		return saved{e, d, err}
	}
}

func (e *Editor) saved(msg saved) tea.Cmd {
	e.saving = false
	if msg.err == nil {
		changed := kit.Cmd(kit.Changed{Said: msg.done.Said})
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
	case ok && errors.As(msg.err, &fe) && fe.AsksReason():
		return kit.Open(askReason(e, problem))
	case ok:
		e.Form.SetError(code, problem)
		return nil
	}
	e.Form.SetError("", words.Explain(e.words, msg.err))
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
