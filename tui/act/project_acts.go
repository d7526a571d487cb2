package act

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// Acts opens the dialogs.
type Acts struct {
	env   *kit.Env
	words *words.Words
	store model.Projects

	// AddOrder opens the form for an order of a project; nil where that isn't
	// offered.
	AddOrder func(model.Project) tea.Cmd
}

// New makes the acts of a screen.
func NewActs(env *kit.Env, words *words.Words, store model.Projects) *Acts {
	return &Acts{env: env, words: words, store: store}
}

// Open asks for a project's page; Item, if it isn't 0, is what it begins with.
type Open struct{ Project, Item int64 }

// Added says that a new project was kept.
type ProjectAdded struct{ ID int64 }

func (a *Acts) stand() ask.Stand { return ask.Stand{Env: a.env, Words: a.words, Store: a.store} }

// fieldEnv is what the fields of forms are read with.
func (a *Acts) fieldEnv(currency string) ask.FieldEnv { return a.stand().FieldEnv(currency) }

// title is an item in the person's language.
func (a *Acts) title(it *model.ProjectItem) string {
	return label.Either(it.Title, it.TitleEN, a.words.Lang)
}

// write runs a change and says what was done.
func (a *Acts) write(said string, change func(context.Context) error) tea.Cmd {
	return func() tea.Msg {
		if err := change(context.Background()); err != nil {
			return a.failed(said, err)
		}
		return kit.Changed{Said: said}
	}
}

// failed is why something was not done; a refusal says it all.
func (a *Acts) failed(op string, err error) tea.Msg {
	if _, why, ok := label.Problem("project_item", err, a.words.Lang); ok {
		return kit.Failed{Err: errors.New(why)}
	}
	return kit.Failed{Op: op, Err: err}
}

// asked is the answer to a question, on its way back to the question's form.
type askedOf struct {
	question *question
	said     string
	err      error
}

// question is a short form whose refusals go to its fields.
type question struct {
	*kit.Prompt
	acts   *Acts
	record string
	save   func(ctx context.Context, values map[string]string) (said string, err error)
	busy   bool
}

// ask opens a question; save runs in a command.
func (a *Acts) ask(title, record string, list []kit.Field, save func(context.Context, map[string]string) (string, error)) *question {
	q := &question{acts: a, record: record, save: save}
	q.Prompt = kit.NewPrompt(a.env, title, list, q.submit)
	q.Form.OnCancel = func() tea.Cmd { return kit.Close(q, nil) }
	return q
}

func (q *question) submit(values map[string]string) tea.Cmd {
	if q.busy {
		return nil
	}
	q.busy = true
	return func() tea.Msg {
		said, err := q.save(context.Background(), values)
		return askedOf{q, said, err}
	}
}

// Update takes the answer; the rest is the form's.
func (q *question) Update(msg tea.Msg) tea.Cmd {
	m, ok := msg.(askedOf)
	if !ok {
		return q.Prompt.Update(msg)
	}
	if m.question != q {
		return nil
	}
	q.busy = false
	if m.err == nil {
		return kit.Close(q, kit.Cmd(kit.Changed{Said: m.said}))
	}
	code, problem, known := label.Problem(q.record, m.err, q.acts.words.Lang)
	if !known {
		problem = words.Explain(q.acts.words, m.err)
	}
	if _, asked := q.Form.Values()[code]; !asked {
		code = "" // of something that the form doesn't have
	}
	q.Form.SetError(code, problem)
	return nil
}

// with reads a project and does something with one of its items, or with
// itself where there is none: what a list shows may be older than the file.
func (a *Acts) with(project, item int64, do func(*model.ProjectOf, *model.ProjectItem) tea.Cmd) tea.Cmd {
	return func() tea.Msg {
		p, err := a.store.ProjectOf(context.Background(), project)
		if err != nil {
			return kit.Failed{Op: a.words.OEM.OpenProject, Err: err}
		}
		_, it := p.Find(item)
		if item != 0 && it == nil {
			return kit.Failed{Op: a.words.OEM.OpenProject, Err: fmt.Errorf("item %d: %w", item, model.ErrNotFound)}
		}
		if cmd := do(&p, it); cmd != nil {
			return cmd()
		}
		return nil
	}
}
