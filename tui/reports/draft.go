package reports

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/act"
	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// draft is the text of a report of a span, to be edited and kept, copied, printed
// (rule 1.15). What was kept for the span is opened again.
type draft struct {
	*ask.Editor
	env   *kit.Env
	words *words.Words
	store model.Store

	about model.KeptReport // without its text; with its identity once it is kept
	fresh string           // the text with the figures as they are now
	kept  bool
	there bool // the text has been read
}

// draftWidth is how wide the text's box is.
const draftWidth = 104

// newDraft makes the text of a report of a span.
func newDraft(env *kit.Env, words *words.Words, store model.Store, kind string, p model.Period, span model.Span) *draft {
	d := &draft{env: env, words: words, store: store, about: model.KeptReport{Kind: kind, Period: p.Name(span)}}
	text, _ := model.KeptReportFields.ByCode("text")
	given, _ := model.KeptReportFields.ByCode("given_to")
	fields := []kit.Field{
		{Code: "text", Label: label.Field("report", "text", words.Lang), Kind: kit.NoteField, MaxLen: text.Limit(), MinRows: 6, MaxRows: 16},
		{Code: "given_to", Label: label.Field("report", "given_to", words.Lang), MaxLen: given.Limit(), Placeholder: words.Reports.Nobody},
	}
	name := fmt.Sprintf("report/%s/%s", kind, d.about.Period)
	d.Editor = ask.NewEditor(env, words, store, label.KeptTitle(&d.about, words.Lang), "report", name, fields)
	d.Width, d.First, d.Answer, d.More, d.Foot = draftWidth, d.read(kind, p, span), d.take, d.more, d.foot
	d.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		kept, err := store.KeepReport(ctx, d.written(values))
		return ask.Done{Said: fmt.Sprintf(words.Reports.Kept, label.KeptTitle(&kept, words.Lang))}, err
	}
	keep := d.Form.OnSubmit
	d.Form.OnSubmit = func(values map[string]string) tea.Cmd {
		if !d.there { // what is typed would take the place of what was kept
			return nil
		}
		return keep(values)
	}
	return d
}

// drafted is the report as its figures tell it now, and as it was kept.
type drafted struct {
	fresh string
	kept  model.KeptReport
	found bool
}

func (d *draft) read(kind string, p model.Period, span model.Span) tea.Cmd {
	return func() tea.Msg {
		ctx := context.Background()
		page, err := d.store.Report(ctx, kind, p, span)
		m := drafted{fresh: label.Draft(&page, d.words.Lang)}
		if err == nil {
			m.kept, err = d.store.KeptReport(ctx, kind, p.Name(span))
			m.found = err == nil
		}
		if err != nil && !errors.Is(err, model.ErrNotFound) {
			return kit.Failed{Op: d.words.Reports.Read, Err: err}
		}
		return m
	}
}

func (d *draft) take(msg tea.Msg) bool {
	m, ok := msg.(drafted)
	if !ok {
		return false
	}
	d.fresh, d.kept = m.fresh, m.found
	text := m.fresh
	if m.found {
		d.about, text = m.kept, m.kept.Text
	}
	early := map[string]string{} // what was typed before the text was there: it stands behind it
	if typed := d.Form.Value("text"); typed != "" {
		early["text"] = text + typed
	}
	if typed := d.Form.Value("given_to"); typed != "" {
		early["given_to"] = typed
	}
	d.Form.SetValue("text", text)
	d.Form.SetValue("given_to", d.about.GivenTo)
	d.Opened()
	d.Form.Restore(early)
	d.there = true
	return true
}

// written is the report as it stands in the form.
func (d *draft) written(values map[string]string) model.KeptReport {
	r := d.about
	r.Text, r.GivenTo = model.CleanNote(values["text"]), model.Clean(values["given_to"])
	return r
}

// more is what can be done with the text beside keeping it.
func (d *draft) more() []kit.Action {
	w := d.words.Reports
	return []kit.Action{
		{ID: "draft.copy", Keys: []string{"f5"}, Name: w.CopyText, Hint: true, Do: d.copy},
		{ID: "draft.print", Keys: []string{"f6"}, Name: w.PrintText, Hint: true, Do: d.print},
		{ID: "draft.afresh", Keys: []string{"f7"}, Name: w.Afresh, Hint: d.kept, Do: d.afresh},
	}
}

func (d *draft) copy() tea.Cmd { return act.CopyText(d.env, d.words, d.Form.Value("text")) }

// afresh takes the figures of now in the place of what stands there.
func (d *draft) afresh() tea.Cmd {
	d.Form.Restore(map[string]string{"text": d.fresh})
	return kit.Notify(d.words.Reports.Freshened)
}

// print asks where the text goes.
func (d *draft) print() tea.Cmd {
	r := d.written(d.Form.Values())
	if r.KeptOn == "" {
		r.KeptOn = d.store.Today()
	}
	name := fileName(label.KeptTitle(&r, d.words.Lang)) + ".html"
	return kit.Open(ask.NewFile(d.env, d.words, d.words.Reports.PrintText, name, func(ctx context.Context, path string) (string, error) {
		return fmt.Sprintf(d.words.Reports.Exported, path), d.store.ExportKept(ctx, path, r, d.words.Lang.String())
	}))
}

// foot says whether the text was kept, and to whom it was given.
func (d *draft) foot(w int) []string {
	text := d.words.Reports.NotKept
	if d.kept {
		text = fmt.Sprintf(d.words.Reports.KeptOn, d.about.KeptOn)
	}
	var lines []string
	for _, line := range kit.Wrap(text, w) {
		lines = append(lines, d.env.Styles.Dim.Render(line))
	}
	return lines
}
