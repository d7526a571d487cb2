package importer

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// preview shows what would become of every row, and imports.
type preview struct {
	env    *kit.Env
	words  *words.Words
	store  model.File
	path   string
	opts   model.ImportOptions
	p      model.Preview
	table  *kit.Table[model.PreviewRow]
	filter model.Result // empty = all
	file   reading
	taking kit.Load[taken]
	keep   bool // the mapping of the read under way is to be remembered
	said   string

	noteRows int // of the notes as last drawn
}

func newPreview(env *kit.Env, words *words.Words, store model.File, path string, opts model.ImportOptions, p model.Preview) *preview {
	v := &preview{env: env, words: words, store: store, path: path, opts: opts}
	v.table = kit.NewTable[model.PreviewRow](env, nil, "")
	v.table.RowStyle = v.style
	v.table.OnOpen = v.open
	v.show(p)
	return v
}

// show takes over a preview; the cursor stands on the first refused row.
func (v *preview) show(p model.Preview) {
	v.p = p
	v.table.SetColumns(v.columns())
	v.filterBy("")
	for i, r := range p.Rows {
		if r.Result == model.ResultRefused {
			v.table.MoveTo(i)
			break
		}
	}
}

func (v *preview) columns() []kit.Column[model.PreviewRow] {
	w := v.words.Import
	columns := []kit.Column[model.PreviewRow]{
		{Code: "sheet", Title: w.Sheet, Max: 12, Drop: 2, Cell: func(r model.PreviewRow) string { return r.Sheet }},
		{Code: "row", Title: w.Row, Min: 5, Max: 6, Right: true, Cell: func(r model.PreviewRow) string { return strconv.Itoa(r.Row) }},
		{Code: "name", Title: w.Name, Min: 12, Max: 26, Weight: 1, Cell: func(r model.PreviewRow) string { return r.Name }},
		{Code: "result", Title: w.Result, Min: 9, Max: 9, Cell: func(r model.PreviewRow) string { return v.result(r.Result) }, Style: v.style},
		{Code: "why", Title: w.Why, Min: 16, Weight: 4, Cell: func(r model.PreviewRow) string { return why(r, v.words) }},
	}
	if !slices.ContainsFunc(v.p.Rows, func(r model.PreviewRow) bool { return r.Sheet != "" }) {
		return columns[1:] // a file without sheets
	}
	return columns
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
	case model.ResultUnchanged:
		return w.Unchanged
	case model.ResultSkipped:
		return w.Skipped
	}
	return w.All
}

func (v *preview) style(r model.PreviewRow) *lipgloss.Style {
	switch r.Result {
	case model.ResultRefused:
		return &v.env.Styles.Late
	case model.ResultUnchanged, model.ResultSkipped:
		return &v.env.Styles.Dim
	}
	return nil
}

// Init does nothing.
func (v *preview) Init() tea.Cmd { return nil }

// Editing: there is no field.
func (v *preview) Editing() bool { return false }

func (v *preview) refused() int { return v.p.Count(model.ResultRefused) }

// Actions import, show and change what the preview says, or leave.
func (v *preview) Actions() []kit.Action {
	w := v.words.Import
	if v.busy() {
		return []kit.Action{{ID: "stop", Keys: []string{"esc"}, Name: w.Stop, Hint: true, Do: v.leave}}
	}
	take := kit.Action{ID: "take", Keys: []string{"ctrl+s"}, Name: w.Take, Hint: true, Menu: true, Do: v.take}
	if v.refused() > 0 {
		take.Name = w.TakeGood
	}
	if len(v.p.Rows) == v.refused() {
		take.Why = w.NothingToTake
	}
	actions := []kit.Action{
		take,
		{ID: "next", Keys: []string{"tab"}, Name: w.Next, Hint: true, Do: func() tea.Cmd { return v.turn(1) }},
		{ID: "previous", Keys: []string{"shift+tab"}, Name: w.Previous, Do: func() tea.Cmd { return v.turn(-1) }},
		{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Menu: true, Do: v.open},
		{ID: "map", Keys: []string{"f3"}, Name: w.Map, Hint: true, Menu: true, Do: v.mapColumns},
		{ID: "how", Keys: []string{"f5"}, Name: w.How, Hint: true, Menu: true, Do: v.askHow},
	}
	if v.refused() > 0 {
		actions = append(actions, kit.Action{ID: "refused", Keys: []string{"x", "f2"}, Name: w.SaveRefused, Hint: true,
			Menu: true, Do: v.saveRefused})
	}
	return append(actions,
		kit.Action{ID: "menu", Keys: []string{":", "ctrl+p"}, Name: w.Menu, Do: v.menu},
		kit.Action{ID: "cancel", Keys: []string{"esc", "q"}, Name: w.Cancel, Hint: true, Do: v.leave})
}

func (v *preview) menu() tea.Cmd {
	return kit.Open(kit.NewMenu(v.env, v.p.File, kit.InMenu(v.Actions())))
}

// leave stops what is under way, or closes the preview.
func (v *preview) leave() tea.Cmd {
	if !v.busy() {
		return kit.Close(v, nil)
	}
	v.file.Stop()
	v.taking.Stop()
	return nil
}

// busy: the file is read anew, or taken.
func (v *preview) busy() bool { return v.file.Busy() || v.taking.Busy() }

// taken is what was imported.
type taken struct {
	batch model.Batch
	saved string // the file of refused rows
}

type savedRefused struct {
	preview *preview
	path    string
	err     error
}

// take imports: the good rows, where some are refused; esc takes none (rule 4).
// The refused ones are written to a file of their own first: where they can't
// be kept nothing is imported.
func (v *preview) take() tea.Cmd {
	v.said = v.words.Import.Writing
	p, path, keepGood := v.p, v.path, v.refused() > 0
	return v.taking.Run(func(ctx context.Context) (done taken, err error) {
		if keepGood {
			if done.saved, err = v.store.SaveRefused(ctx, path, p); err != nil {
				return done, err
			}
		}
		done.batch, err = v.store.Import(ctx, p, keepGood)
		return done, err
	})
}

// saveRefused writes the refused rows, and imports nothing.
func (v *preview) saveRefused() tea.Cmd {
	p, path := v.p, v.path
	return func() tea.Msg {
		saved, err := v.store.SaveRefused(context.Background(), path, p)
		return savedRefused{v, saved, err}
	}
}

// savedAs is where the refused rows are: by its name alone beside the file that
// was read.
func (v *preview) savedAs(path string) string {
	if filepath.Dir(path) == filepath.Dir(v.path) {
		path = filepath.Base(path)
	}
	return fmt.Sprintf(v.words.Import.RefusedSaved, v.refused(), path)
}

// Update moves in the rows and takes the answers.
func (v *preview) Update(msg tea.Msg) tea.Cmd {
	if done, err, ok := v.taking.Take(msg); ok {
		return v.taken(done, err)
	}
	if p, err, ok := v.file.Take(msg); ok {
		return v.previewed(p, err)
	}
	switch msg := msg.(type) {
	case ticked:
		if msg.of != &v.file || !v.file.Busy() {
			return nil
		}
		v.said = v.file.far(v.words)
		return v.file.tick()
	case savedRefused:
		if msg.preview != v {
			return nil
		}
		v.said = fmt.Sprintf(v.words.Import.SavedRefused, msg.path)
		if msg.err != nil {
			v.said = words.Failure(v.words, v.words.Import.SaveRefused, msg.err)
		}
		return nil
	case tea.KeyPressMsg:
		if cmd, ok := kit.Dispatch(v.Actions(), msg); ok {
			return cmd
		}
		if !v.busy() {
			v.said = ""
		}
	}
	cmd, _ := v.table.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY-v.headRows()))
	return cmd
}

func (v *preview) taken(done taken, err error) tea.Cmd {
	w := v.words.Import
	switch {
	case errors.Is(err, context.Canceled):
		v.said = w.StoppedWriting
		return nil
	case err != nil && done.saved == "" && v.refused() > 0:
		v.said = w.NothingTaken + words.Failure(v.words, w.SaveRefused, err)
		return nil
	case err != nil:
		v.said = words.Failure(v.words, w.Take, err)
		return nil
	case done.batch.ID == 0 && v.refused() > 0:
		v.said = w.NothingNewRefused + v.savedAs(done.saved)
		return nil
	case done.batch.ID == 0 && v.p.Differing() > 0:
		v.said = fmt.Sprintf(w.NothingButDiffers, v.p.Differing())
		return nil
	case done.batch.ID == 0:
		return kit.Close(v, kit.Notify(w.NothingNew))
	}
	said := fmt.Sprintf(w.Done, done.batch.New, done.batch.Updated)
	if done.saved != "" {
		said += v.savedAs(done.saved)
	}
	if n := v.p.CountEntries(model.ResultNew); n > 0 {
		said += fmt.Sprintf(w.DoneEntries, n)
	}
	if n := v.p.CountContacts(model.ResultNew); n > 0 {
		said += fmt.Sprintf(w.DoneContacts, n)
	}
	said += v.doneMoney()
	return kit.Close(v, kit.Cmd(kit.Changed{Said: said}))
}

// again reads the file anew, after something was said of it.
func (v *preview) again(opts model.ImportOptions) tea.Cmd {
	if v.busy() {
		return nil
	}
	v.opts = opts
	read := v.file.read(v.store, v.path, opts)
	v.said = v.file.far(v.words)
	return read
}

func (v *preview) previewed(p model.Preview, err error) tea.Cmd {
	keep := v.keep
	v.said, v.keep = "", false
	if err != nil {
		v.said = explain(v.words, err)
		return nil
	}
	v.show(p)
	if !keep {
		return nil
	}
	return func() tea.Msg {
		if err := v.store.KeepMapping(context.Background(), p); err != nil {
			return kit.Failed{Op: v.words.Import.Map, Err: err}
		}
		return forget(v.words, v.mappingDraft())()
	}
}

// why is what the preview says of a row: the refusal, what would be written
// over, what was worked out.
func why(r model.PreviewRow, words *words.Words) string {
	if r.Err != nil {
		return strings.ReplaceAll(label.Reasons(r.Record, r.Err, words.Lang), "\n", "; ")
	}
	var parts []string
	if r.Record != model.RowOfCustomer && r.Record != "" {
		parts = append(parts, label.Record(r.Record, words.Lang))
	}
	if r.Title != "" {
		parts = append(parts, r.Title)
	}
	for _, c := range changesOf(r, words) {
		before := c.before
		if before == "" {
			before = "-"
		}
		parts = append(parts, c.field+" "+before+" -> "+c.after)
	}
	if unlike := inWords(r.Record, r.Differs, words); len(unlike) > 0 {
		var fields []string
		for _, c := range unlike {
			fields = append(fields, c.field+" "+orDash(c.before)+" -> "+c.after)
		}
		parts = append(parts, words.Import.Unlike+": "+strings.Join(fields, ", "))
	}
	if r.Money != nil {
		parts = append(parts, label.MoneyNote(r.Money, words.Lang))
	}
	parts = append(parts, label.RowNotes(r, words.Lang)...)
	if inferred := label.Inferred(r.Record, r.Inferred, words.Lang); inferred != "" {
		parts = append(parts, words.Card.Inferred+inferred)
	}
	if r.Order != nil {
		parts = append(parts, label.OrderDiffers(*r.Order, words.Lang))
	}
	if r.Status != nil {
		parts = append(parts, label.Differs(r.Status, words.Lang))
	}
	return strings.Join(parts, "; ")
}
