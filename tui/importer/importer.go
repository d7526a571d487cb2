// Package importer brings a file in: which file, then a preview of what would
// become of every row, and only then the import.
package importer

import (
	"context"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/i18n"
	"genjin/tui/kit"
)

// Store reads files and takes their rows.
type Store interface {
	PreviewImport(ctx context.Context, path string, opts model.ImportOptions) (model.Preview, error)
	Import(ctx context.Context, p model.Preview, keepGood bool) (model.Batch, error)
	WriteRefused(ctx context.Context, path string, p model.Preview) error
}

// Importer asks for the file and goes on to the preview.
type Importer struct {
	*kit.Prompt
	env   *kit.Env
	words *i18n.Words
	store Store
	busy  bool
}

// New makes the dialog that asks for the file.
func New(env *kit.Env, words *i18n.Words, store Store) *Importer {
	m := &Importer{env: env, words: words, store: store}
	w := words.Import
	fields := []kit.Field{
		{Code: "file", Label: w.File, Placeholder: w.FileHint},
		{Code: "policy", Label: w.Policy, Kind: kit.ChoiceField, Value: string(model.DuplicateSkip), Options: []kit.Option{
			{Code: string(model.DuplicateSkip), Label: w.Skip}, {Code: string(model.DuplicateUpdate), Label: w.Update}, {Code: string(model.DuplicateNew), Label: w.Another},
		}},
	}
	m.Prompt = kit.NewPrompt(env, w.Title, fields, m.read)
	m.Form.OnCancel = func() tea.Cmd { return kit.Close(m, nil) }
	return m
}

type previewed struct {
	importer *Importer
	preview  model.Preview
	err      error
}

// read reads the file in a command.
func (m *Importer) read(values map[string]string) tea.Cmd {
	path := typedPath(values["file"])
	if path == "" {
		m.Form.SetError("file", m.words.Import.FileHint)
		return nil
	}
	if m.busy {
		return nil
	}
	m.busy = true
	m.Form.SetError("", fmt.Sprintf(m.words.Import.Reading, filepath.Base(path)))
	opts := model.ImportOptions{OnDuplicate: model.OnDuplicate(values["policy"]), Lang: m.words.Lang.String()}
	return func() tea.Msg {
		p, err := m.store.PreviewImport(context.Background(), path, opts)
		return previewed{m, p, err}
	}
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

// Update takes the preview; the rest is the form's.
func (m *Importer) Update(msg tea.Msg) tea.Cmd {
	p, ok := msg.(previewed)
	if !ok {
		return m.Prompt.Update(msg)
	}
	if p.importer != m {
		return nil
	}
	m.busy = false
	m.Form.SetError("", "")
	if p.err != nil {
		m.Form.SetError("file", i18n.Explain(m.words, p.err))
		return nil
	}
	return kit.Close(m, kit.Open(newPreview(m.env, m.words, m.store, p.preview)))
}

// why is what the preview says of a row: the refusal, what would be written
// over, what was worked out.
func why(r model.PreviewRow, words *i18n.Words) string {
	if r.Err != nil {
		return strings.ReplaceAll(i18n.Explain(words, r.Err), "\n", "; ")
	}
	var parts []string
	for _, c := range r.Changes {
		before, after := words.Value(r.Record, c.Field, c.Before), words.Value(r.Record, c.Field, c.After)
		if before == "" {
			before = "-"
		}
		parts = append(parts, label.Field(r.Record, c.Field, words.Lang)+" "+before+" -> "+after)
	}
	if inferred := label.Value("customer", "inferred", string(r.Inferred), words.Lang); inferred != "" {
		parts = append(parts, words.Card.Inferred+inferred)
	}
	return strings.Join(parts, "; ")
}
