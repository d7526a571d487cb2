// Package settings is the settings' screen (rule 1.10): every setting under its
// heading with its default, and what the one with the focus does.
package settings

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// Saved says that settings were changed and kept, and what they are now: the
// root applies them at once.
type Saved struct{ Set model.Settings }

// Dialog is the screen: a form over what explains the field with the focus.
type Dialog struct {
	env    *kit.Env
	words  *words.Words
	store  model.Desk
	set    model.Settings    // as they were when the dialog was opened
	opened map[string]string // what stood in the form then
	form   *kit.Form
	draft  *ask.Draft
	saving bool
	helped struct{ w, rows int } // how high the longest explanation is at a width
}

// New makes the screen, filled in with the settings.
func New(env *kit.Env, words *words.Words, store model.Desk, set model.Settings) *Dialog {
	d := &Dialog{env: env, words: words, store: store, set: set, draft: ask.NewDraft(words, store, "settings")}
	d.form = kit.NewForm(env, d.fields())
	d.form.OnSubmit, d.form.OnCancel = d.submit, d.cancel
	d.opened = d.form.Values()
	return d
}

// Init looks for a draft; the settings are known.
func (d *Dialog) Init() tea.Cmd { return d.draft.Read() }

// Editing: the screen is all fields.
func (d *Dialog) Editing() bool { return true }

// Actions are the form's, the way back to a default, and to put an offered
// draft back.
func (d *Dialog) Actions() []kit.Action { return append(d.form.Actions(), d.own()...) }

func (d *Dialog) own() []kit.Action {
	reset := kit.Action{ID: "settings.reset", Keys: []string{"f5"}, Name: d.words.Settings.Reset, Hint: true, Do: d.reset}
	return append(d.draft.Action(d.restore), reset)
}

// reset gives the field with the focus its default.
func (d *Dialog) reset() tea.Cmd {
	f, ok := model.SettingsFields.ByCode(d.form.Focused())
	if !ok {
		return nil
	}
	defaults := model.DefaultSettings()
	d.form.Restore(map[string]string{f.Code: d.text(f.Spec, f.Get(&defaults))})
	return nil
}

// restore lays the offered draft over the settings as they are.
func (d *Dialog) restore() tea.Cmd { return d.draft.Over(d.form, d.opened) }

// Keep keeps what is typed, for when the program is left.
func (d *Dialog) Keep() tea.Cmd {
	if d.saving {
		return nil
	}
	typed, before := ask.TypedIn(d.form, d.opened)
	return d.draft.Keep(typed, before, "")
}

type saved struct {
	dialog *Dialog
	set    model.Settings
	err    error
}

// Update takes the draft and the answer of a save; the rest is the form's.
func (d *Dialog) Update(msg tea.Msg) tea.Cmd {
	switch {
	case d.draft.Take(msg):
		return nil
	case d.draft.Due(msg):
		return d.Keep()
	}
	switch msg := msg.(type) {
	case saved:
		if msg.dialog == d {
			return d.saved(msg)
		}
		return nil
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(d.own(), msg); done {
			return tea.Batch(cmd, d.typed())
		}
	}
	return tea.Batch(d.form.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY)), d.typed())
}

// typed has what is typed kept in a moment, where it is not yet.
func (d *Dialog) typed() tea.Cmd {
	if d.saving {
		return nil
	}
	return d.draft.Typed(ask.TypedIn(d.form, d.opened))
}

// submit keeps what was changed; settings that stayed are not written, so that
// what another window changed meanwhile stays too.
func (d *Dialog) submit(values map[string]string) tea.Cmd {
	if d.saving {
		return nil
	}
	changed, now := map[string]string{}, d.set
	for _, f := range model.SettingsFields {
		if values[f.Code] == d.opened[f.Code] {
			continue
		}
		value, err := d.read(f.Spec, values[f.Code], now)
		if err != nil {
			d.refuse(err)
			return nil
		}
		if value != f.Get(&d.set) {
			changed[f.Code] = value
		}
		now.Apply(map[string]string{f.Code: value})
	}
	if len(changed) == 0 {
		return kit.Close(d, nil)
	}
	d.saving = true
	return func() tea.Msg {
		set, err := d.store.ChangeSettings(context.Background(), changed)
		if err == nil {
			err = d.draft.Forget(context.Background())
		}
		return saved{d, set, err}
	}
}

func (d *Dialog) saved(msg saved) tea.Cmd {
	d.saving = false
	if msg.err != nil {
		d.refuse(msg.err)
		return nil
	}
	return kit.Close(d, kit.Cmd(Saved{msg.set}))
}

// refuse says why at the field, or of the whole.
func (d *Dialog) refuse(err error) {
	if code, problem, ok := label.Problem("settings", err, d.words.Lang); ok {
		d.form.SetError(code, problem)
		return
	}
	d.form.SetError("", words.Explain(d.words, err))
}

// forget lets the draft go of what is not to be saved.
func (d *Dialog) forget() tea.Msg {
	if err := d.draft.Forget(context.Background()); err != nil {
		return kit.Failed{Op: d.words.Card.KeepDraft, Err: err}
	}
	return nil
}

// cancel leaves; what was changed and not saved is asked about, for no undo
// would bring it back.
func (d *Dialog) cancel() tea.Cmd {
	leave := func() tea.Cmd { return kit.Close(d, d.forget) }
	if !d.form.Dirty() {
		return kit.Close(d, d.Keep())
	}
	w := d.words.Settings
	return kit.Open(kit.NewConfirm(d.env, w.Title, w.Unsaved, []kit.Action{
		{ID: "settings.save", Name: w.SaveNow, Do: d.form.Submit},
		{ID: "settings.leave", Name: w.Leave, Do: leave},
		{ID: "settings.on", Name: w.GoOn},
	}))
}

// widest is how wide the box is where there is room.
const widest = 92

// View draws the form, a rule, and what the setting with the focus does.
func (d *Dialog) View(w, h int) (string, *tea.Cursor) {
	inner := max(min(widest, w)-kit.FrameW, 1)
	foot := d.foot(inner)
	room := max(h-kit.FrameH-len(foot), 1)
	body, cursor := d.form.ViewUpTo(inner, room)
	if cursor != nil {
		cursor.X += kit.FrameX
		cursor.Y += kit.FrameY
	}
	return kit.Frame(d.env, d.words.Settings.Title, kit.JoinV(append([]string{body}, foot...)...), inner+kit.FrameW), cursor
}

// foot is as high as the longest explanation needs, so that nothing moves from
// field to field.
func (d *Dialog) foot(w int) []string {
	if d.helped.w != w {
		d.helped.w, d.helped.rows = w, 0
		for _, f := range model.SettingsFields {
			d.helped.rows = max(d.helped.rows, len(kit.Wrap(label.SettingHelp(f.Code, d.words.Lang), w)))
		}
	}
	lines := append([]string{kit.Rule(d.env, w)}, kit.Wrap(label.SettingHelp(d.form.Focused(), d.words.Lang), w)...)
	for len(lines) < d.helped.rows+1 {
		lines = append(lines, "")
	}
	return append(d.draft.OfferFor(d.env, d.form, w), lines...)
}
