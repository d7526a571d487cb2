// Package importer brings a file in: which file, then a preview of what would
// become of every row, with the columns and the policy to be changed, and only
// then the import.
package importer

import (
	"context"
	"errors"
	"io/fs"
	"net/url"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// Importer asks for the file and goes on to the preview.
type Importer struct {
	*kit.Prompt
	env   *kit.Env
	words *words.Words
	store model.File
	path  string
	opts  model.ImportOptions
	file  reading
	draft *ask.Draft
	empty map[string]string // what the form begins with

	found     []foundFile // that could be meant
	at        int         // of found, the one in the field; -1 for none
	lookedFor string
	looking   kit.Load[[]foundFile]
}

// New makes the dialog that asks for the file.
func New(env *kit.Env, words *words.Words, store model.File) *Importer {
	m := &Importer{env: env, words: words, store: store, draft: ask.NewDraft(words, store, "import"), at: -1}
	w := words.Import
	fields := []kit.Field{
		{Code: "file", Label: w.File, Placeholder: w.FileHint},
		{Code: "policy", Label: w.Policy, Kind: kit.ChoiceField, Value: string(model.DuplicateSkip), Options: []kit.Option{
			{Code: string(model.DuplicateSkip), Label: w.Skip}, {Code: string(model.DuplicateUpdate), Label: w.Update},
			{Code: string(model.DuplicateNew), Label: w.Another},
		}},
	}
	m.Prompt = kit.NewPrompt(env, w.Title, fields, m.read)
	m.Form.OnCancel = m.leave
	m.empty = m.Form.Values()
	return m
}

// Init looks for a draft, and for files.
func (m *Importer) Init() tea.Cmd { return tea.Batch(m.draft.Read(), m.look()) }

// Keep keeps what is typed, for when the program is left.
func (m *Importer) Keep() tea.Cmd { return m.keepDraft("") }

func (m *Importer) keepDraft(said string) tea.Cmd {
	typed, before := ask.TypedIn(m.Form, m.empty)
	return m.draft.Keep(typed, before, said)
}

func (m *Importer) restore() tea.Cmd { return m.draft.Over(m.Form, m.empty) }

// Actions are the form's; while a file is read there is only to stop it.
func (m *Importer) Actions() []kit.Action {
	if m.file.Busy() {
		return []kit.Action{{ID: "stop", Keys: []string{"esc"}, Name: m.words.Import.Stop, Hint: true, Do: m.leave}}
	}
	return append(append(m.draft.Action(m.restore), m.picks()...), m.Prompt.Actions()...)
}

// leave stops a read, or closes the dialog.
func (m *Importer) leave() tea.Cmd {
	if !m.file.Busy() {
		return kit.Close(m, m.keepDraft(m.words.Card.DraftKept))
	}
	m.file.Stop()
	return nil
}

// read reads the file in a command.
func (m *Importer) read(values map[string]string) tea.Cmd {
	m.path = typedPath(values["file"])
	if m.path == "" {
		m.Form.SetError("file", m.words.Import.FileHint)
		return nil
	}
	if m.file.Busy() {
		return nil
	}
	m.opts = model.ImportOptions{
		OnDuplicate: model.OnDuplicate(values["policy"]), Lang: m.words.Lang.String(), Passphrase: values["passphrase"],
	}
	m.Form.SetError("file", "")
	read := m.file.read(m.store, m.path, m.opts)
	m.Form.SetEcho("file", m.file.far(m.words))
	return read
}

// typedPath is the path as it was typed, pasted, or dropped on the terminal,
// which quotes it, escapes its spaces, or makes an address of it.
func typedPath(text string) string {
	text = strings.TrimSpace(text)
	for _, quote := range []string{`"`, "'"} {
		if len(text) > 1 && strings.HasPrefix(text, quote) && strings.HasSuffix(text, quote) {
			text = text[1 : len(text)-1]
		}
	}
	if u, err := url.Parse(text); err == nil && u.Scheme == "file" {
		text = u.Path
	}
	if filepath.Separator == '/' {
		text = strings.ReplaceAll(text, `\ `, " ")
	}
	return expandHome(text)
}

// Update takes the draft and the preview; the rest is the form's.
func (m *Importer) Update(msg tea.Msg) tea.Cmd {
	if found, _, ok := m.looking.Take(msg); ok {
		m.found, m.at = found, -1
		return nil
	}
	if p, err, ok := m.file.Take(msg); ok {
		return m.previewed(p, err)
	}
	switch {
	case m.draft.Take(msg):
		return nil
	case m.draft.Due(msg):
		return m.Keep()
	}
	switch msg := msg.(type) {
	case ticked:
		if msg.of != &m.file || !m.file.Busy() {
			return nil
		}
		m.Form.SetEcho("file", m.file.far(m.words))
		return m.file.tick()
	case tea.KeyPressMsg:
		if m.file.Busy() {
			cmd, _ := kit.Dispatch(m.Actions(), msg)
			return cmd
		}
		if cmd, done := kit.Dispatch(append(m.draft.Action(m.restore), m.picks()...), msg); done {
			return cmd
		}
	}
	return tea.Batch(m.Prompt.Update(msg), m.lookAnew(), m.draft.Typed(ask.TypedIn(m.Form, m.empty)))
}

// forget lets a draft go once it was used.
func forget(words *words.Words, draft *ask.Draft) tea.Cmd {
	return func() tea.Msg {
		if err := draft.Forget(context.Background()); err != nil {
			return kit.Failed{Op: words.Card.KeepDraft, Err: err}
		}
		return nil
	}
}

// View draws the form; the files that were found and an offered draft stand
// under it.
func (m *Importer) View(w, h int) (string, *tea.Cursor) {
	m.Foot = nil
	if len(m.draft.Offered()) > 0 || len(m.found) > 0 {
		m.Foot = func(w int) []string { return append(m.foundLines(w), m.draft.OfferFor(m.env, m.Form, w)...) }
	}
	return m.Prompt.View(w, h)
}

func (m *Importer) previewed(p model.Preview, err error) tea.Cmd {
	m.Form.SetEcho("file", "")
	if errors.Is(err, model.ErrSealed) || errors.Is(err, model.ErrPassphrase) {
		m.askPassphrase(err)
		return nil
	}
	if err != nil && !(errors.Is(err, model.ErrNoCustomers) && len(p.Columns) > 0) {
		m.Form.SetError("file", explain(m.words, err))
		return nil
	}
	v := newPreview(m.env, m.words, m.store, m.path, m.opts, p)
	then := kit.Open(v)
	if err != nil {
		then = tea.Sequence(then, v.mapColumns())
	}
	return kit.Close(m, tea.Sequence(forget(m.words, m.draft), then))
}

// askPassphrase asks for what opens a protected file; what was tried is typed
// anew.
func (m *Importer) askPassphrase(why error) {
	w := m.words
	m.Form.SetRest(2, []kit.Field{
		{Code: "passphrase", Label: words.Passphrase.In(w.Lang), Kind: kit.SecretField, Placeholder: words.ItsPassphrase.In(w.Lang)},
	})
	m.Form.SetError("passphrase", explain(w, why))
}

// explain says why a file can't be read.
func explain(w *words.Words, err error) string {
	switch {
	case errors.Is(err, context.Canceled):
		return w.Import.Stopped
	case errors.Is(err, fs.ErrNotExist):
		return w.Import.NoFile
	}
	return words.Explain(w, err)
}
