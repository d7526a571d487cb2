package importer

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/tui/i18n"
	"genjin/tui/kit"
)

// preview shows what would become of every row, and imports.
type preview struct {
	env   *kit.Env
	words *i18n.Words
	store Store
	p     model.Preview
	table *kit.Table[model.PreviewRow]
	busy  bool
	said  string
}

func newPreview(env *kit.Env, words *i18n.Words, store Store, p model.Preview) *preview {
	v := &preview{env: env, words: words, store: store, p: p}
	v.table = kit.NewTable(env, v.columns(), words.Import.NothingToTake)
	v.table.SetAll(p.Rows)
	v.table.RowStyle = v.style
	for i, r := range p.Rows {
		if r.Result == model.ResultRefused {
			v.table.MoveTo(i)
			break
		}
	}
	return v
}

func (v *preview) columns() []kit.Column[model.PreviewRow] {
	w := v.words.Import
	return []kit.Column[model.PreviewRow]{
		{Code: "sheet", Title: w.Sheet, Max: 12, Drop: 2, Cell: func(r model.PreviewRow) string { return r.Sheet }},
		{Code: "row", Title: w.Row, Min: 5, Max: 6, Right: true, Cell: func(r model.PreviewRow) string { return strconv.Itoa(r.Row) }},
		{Code: "name", Title: w.Name, Min: 12, Max: 26, Weight: 1, Cell: func(r model.PreviewRow) string { return r.Name }},
		{Code: "result", Title: w.Result, Min: 9, Max: 9, Cell: func(r model.PreviewRow) string { return v.result(r.Result) }, Style: v.style},
		{Code: "why", Title: w.Why, Min: 16, Weight: 4, Cell: func(r model.PreviewRow) string { return why(r, v.words) }},
	}
}

func (v *preview) result(r model.Result) string {
	w := v.words.Import
	switch r {
	case model.ResultNew:
		return w.New
	case model.ResultUpdated:
		return w.Updated
	case model.ResultRefused:
		return w.Refused
	}
	return w.Unchanged
}

func (v *preview) style(r model.PreviewRow) *lipgloss.Style {
	switch r.Result {
	case model.ResultRefused:
		return &v.env.Styles.Late
	case model.ResultUnchanged:
		return &v.env.Styles.Dim
	}
	return nil
}

// Init does nothing.
func (v *preview) Init() tea.Cmd { return nil }

// Editing: there is no field.
func (v *preview) Editing() bool { return false }

func (v *preview) refused() int { return v.p.Count(model.ResultRefused) }

// Actions import, save what is refused, or leave.
func (v *preview) Actions() []kit.Action {
	w := v.words.Import
	take := kit.Action{ID: "take", Keys: []string{"enter", "ctrl+s"}, Name: w.Take, Hint: true, Do: v.take}
	if v.refused() > 0 {
		take.Name = w.TakeGood
	}
	if len(v.p.Rows) == v.refused() {
		take.Why = w.NothingToTake
	}
	actions := []kit.Action{take}
	if v.refused() > 0 {
		actions = append(actions, kit.Action{ID: "refused", Keys: []string{"x", "f2"}, Name: w.SaveRefused, Hint: true, Do: v.saveRefused})
	}
	return append(actions, kit.Action{ID: "cancel", Keys: []string{"esc", "q", "ctrl+q"}, Name: w.Cancel, Hint: true, Do: func() tea.Cmd { return kit.Close(v, nil) }})
}

type (
	taken struct {
		preview *preview
		batch   model.Batch
		err     error
	}
	savedRefused struct {
		preview *preview
		path    string
		err     error
	}
)

func (v *preview) take() tea.Cmd {
	if v.busy {
		return nil
	}
	v.busy, v.said = true, v.words.Import.Writing
	return func() tea.Msg {
		b, err := v.store.Import(context.Background(), v.p, v.refused() > 0)
		return taken{v, b, err}
	}
}

// saveRefused writes the refused rows beside the file, under a name that isn't
// taken yet.
func (v *preview) saveRefused() tea.Cmd {
	return func() tea.Msg {
		ext := filepath.Ext(v.p.File)
		base := strings.TrimSuffix(v.p.File, ext)
		path := base + "-refused" + ext
		for n := 2; exists(path); n++ {
			path = fmt.Sprintf("%s-refused-%d%s", base, n, ext)
		}
		return savedRefused{v, path, v.store.WriteRefused(context.Background(), path, v.p)}
	}
}

func exists(path string) bool {
	_, err := os.Lstat(path)
	return err == nil
}

// Update moves in the rows and takes the answers.
func (v *preview) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case taken:
		return v.taken(msg)
	case savedRefused:
		if msg.preview != v {
			return nil
		}
		v.said = fmt.Sprintf(v.words.Import.SavedRefused, msg.path)
		if msg.err != nil {
			v.said = i18n.Failure(v.words, v.words.Import.SaveRefused, msg.err)
		}
		return nil
	case tea.KeyPressMsg:
		if cmd, ok := kit.Dispatch(v.Actions(), msg); ok {
			return cmd
		}
	}
	cmd, _ := v.table.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY-headRows))
	return cmd
}

func (v *preview) taken(msg taken) tea.Cmd {
	if msg.preview != v {
		return nil
	}
	v.busy = false
	if msg.err != nil {
		v.said = i18n.Failure(v.words, v.words.Import.Take, msg.err)
		return nil
	}
	said := fmt.Sprintf(v.words.Import.Done, msg.batch.New, msg.batch.Updated)
	return kit.Close(v, kit.Cmd(kit.Changed{Kind: "customer", Said: said}))
}

// headRows are the counts and some air above the rows.
const headRows = 2

// View draws the box as large as the screen allows.
func (v *preview) View(w, h int) (string, *tea.Cursor) {
	words := v.words.Import
	inner, rows := w-2-kit.FrameW, min(h-2, len(v.p.Rows)+headRows+4+kit.FrameH)-kit.FrameH
	v.table.SetSize(inner, max(rows-headRows-1, 2))
	counts := fmt.Sprintf(words.Counts, v.p.Count(model.ResultNew), v.p.Count(model.ResultUpdated), v.p.Count(model.ResultUnchanged), v.refused())
	head := v.env.Styles.Strong.Render(counts)
	if len(v.p.Unknown) > 0 {
		head += "   " + v.env.Styles.Dim.Render(fmt.Sprintf(words.Unknown, strings.Join(v.p.Unknown, ", ")))
	}
	foot := v.said
	if r, ok := v.table.Selected(); ok && foot == "" {
		foot = why(r, v.words)
	}
	body := kit.JoinV(head, "", v.table.View(), v.env.Styles.Echo.Render(kit.Fit(foot, inner)))
	return kit.Frame(v.env, fmt.Sprintf(words.Preview, filepath.Base(v.p.File), v.document()), body, w-2), nil
}

func (v *preview) document() string {
	if v.p.Document == "form" {
		return v.words.Import.Form
	}
	return v.words.Import.List
}
