package ask

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// Dialog is the question with the path in it.
type FileDialog struct {
	*kit.Prompt
	words *words.Words
	write func(ctx context.Context, path string, values map[string]string) (said string, err error)
	busy  bool
}

// New asks under a title; name is the file's suggested name, in the person's
// home. write runs in a command.
func NewFile(env *kit.Env, words *words.Words, title, name string, write func(ctx context.Context,
	path string) (said string, err error)) *FileDialog {
	return NewFileWith(env, words, title, name, nil, func(ctx context.Context, path string, _ map[string]string) (string, error) {
		return write(ctx, path)
	})
}

// NewFileWith asks for more than the file.
func NewFileWith(env *kit.Env, words *words.Words, title, name string, more []kit.Field, write func(ctx context.Context,
	path string, values map[string]string) (said string, err error)) *FileDialog {
	d := &FileDialog{words: words, write: write}
	field := kit.Field{Code: "path", Label: words.SaveAs.To, Value: suggested(name), Placeholder: words.SaveAs.Hint}
	d.Prompt = kit.NewPrompt(env, title, append(more, field), d.submit)
	d.Form.OnCancel = func() tea.Cmd { return kit.Close(d, nil) }
	return d
}

// suggested is a name without what file systems refuse, in the home folder.
func suggested(name string) string {
	name = strings.Map(func(r rune) rune {
		if strings.ContainsRune(`/\:*?"<>|`, r) {
			return '_'
		}
		return r
	}, model.Clean(name))
	home, err := os.UserHomeDir()
	if err != nil {
		return name
	}
	return filepath.Join(home, name)
}

type written struct {
	dialog *FileDialog
	said   string
	err    error
}

// errExists: there is such a file already.
var errExists = errors.New("file exists")

func (d *FileDialog) submit(values map[string]string) tea.Cmd {
	path := strings.TrimSpace(values["path"])
	if path == "" || d.busy {
		return nil
	}
	if values[again] != values[passphrase] {
		d.Form.SetError(again, words.PassphrasesDiffer.In(d.words.Lang))
		return nil
	}
	if values[passphrase] != "" {
		path = model.ProtectedName(path)
	}
	d.busy = true
	return func() tea.Msg {
		if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
			return written{dialog: d, err: errExists}
		}
		said, err := d.write(context.Background(), path, values)
		return written{d, said, err}
	}
}

// Update takes the answer; the rest is the form's.
func (d *FileDialog) Update(msg tea.Msg) tea.Cmd {
	w, ok := msg.(written)
	if !ok {
		return d.Prompt.Update(msg)
	}
	if w.dialog != d {
		return nil
	}
	d.busy = false
	switch {
	case errors.Is(w.err, errExists):
		d.Form.SetError("path", d.words.SaveAs.Exists)
		return nil
	case w.err != nil:
		field := "path"
		if code, _, ok := label.Problem("", w.err, d.words.Lang); ok && slices.Contains(d.Form.Texts(), code) {
			field = code
		} else if errors.Is(w.err, model.ErrSealed) {
			field = passphrase
		}
		d.Form.SetError(field, words.Explain(d.words, w.err))
		return nil
	}
	return kit.Close(d, kit.Notify(w.said))
}
