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
	store  model.Imports
	path   string
	opts   model.ImportOptions
	p      model.Preview
	table  *kit.Table[model.PreviewRow]
	filter model.Result // empty = all
	job    *job         // a read or the import under way
	taking bool         // it is the import
	keep   bool         // the mapping of the read under way is to be remembered
	said   string

	noteRows int // of the notes as last drawn
}

func newPreview(env *kit.Env, words *words.Words, store model.Imports, path string, opts model.ImportOptions, p model.Preview) *preview {
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
	if v.job != nil {
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
	if v.job == nil {
		return kit.Close(v, nil)
	}
	v.job.stop()
	return nil
}

type (
	taken struct {
		job   *job
		batch model.Batch
		saved string // the file of refused rows
		err   error
	}
	savedRefused struct {
		preview *preview
		path    string
		err     error
	}
)

// take imports: the good rows, where some are refused; esc takes none (rule 4).
// The refused ones are written to a file of their own first: where they can't
// be kept nothing is imported.
func (v *preview) take() tea.Cmd {
	j := newJob()
	v.job, v.taking, v.said = j, true, v.words.Import.Writing
	p, path, keepGood := v.p, v.path, v.refused() > 0
	return func() tea.Msg {
		done := taken{job: j}
		if keepGood {
			if done.saved, done.err = v.store.SaveRefused(j.ctx, path, p); done.err != nil {
				return done
			}
		}
		done.batch, done.err = v.store.Import(j.ctx, p, keepGood)
		return done
	}
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
	switch msg := msg.(type) {
	case taken:
		return v.taken(msg)
	case previewed:
		return v.previewed(msg)
	case ticked:
		if v.job == nil || msg.job != v.job {
			return nil
		}
		if !v.taking {
			v.said = reading(v.words, v.path, v.job)
		}
		return v.job.tick()
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
		if v.job == nil {
			v.said = ""
		}
	}
	cmd, _ := v.table.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY-v.headRows()))
	return cmd
}

func (v *preview) taken(msg taken) tea.Cmd {
	if v.job == nil || msg.job != v.job {
		return nil
	}
	w := v.words.Import
	v.job, v.taking = nil, false
	switch {
	case errors.Is(msg.err, context.Canceled) || msg.err != nil && msg.job.ctx.Err() != nil:
		v.said = w.StoppedWriting
		return nil
	case msg.err != nil && msg.saved == "" && v.refused() > 0:
		v.said = w.NothingTaken + words.Failure(v.words, w.SaveRefused, msg.err)
		return nil
	case msg.err != nil:
		v.said = words.Failure(v.words, w.Take, msg.err)
		return nil
	case msg.batch.ID == 0 && v.refused() > 0:
		v.said = w.NothingNewRefused + v.savedAs(msg.saved)
		return nil
	case msg.batch.ID == 0 && v.p.Differing() > 0:
		v.said = fmt.Sprintf(w.NothingButDiffers, v.p.Differing())
		return nil
	case msg.batch.ID == 0:
		return kit.Close(v, kit.Notify(w.NothingNew))
	}
	said := fmt.Sprintf(w.Done, msg.batch.New, msg.batch.Updated)
	if msg.saved != "" {
		said += v.savedAs(msg.saved)
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
	if v.job != nil {
		return nil
	}
	v.opts, v.job = opts, newJob()
	v.said = reading(v.words, v.path, v.job)
	return v.job.read(v.store, v.path, opts)
}

func (v *preview) previewed(msg previewed) tea.Cmd {
	if v.job == nil || msg.job != v.job {
		return nil
	}
	v.job, v.said = nil, ""
	keep := v.keep
	v.keep = false
	if msg.err != nil {
		v.said = explain(v.words, msg.err)
		return nil
	}
	v.show(msg.preview)
	if !keep {
		return nil
	}
	p := msg.preview
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
