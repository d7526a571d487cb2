package card

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/act"
	"genjin/tui/ask"
	"genjin/tui/kit"
)

// ratioCells is how wide a ratio's column is.
const ratioCells = 10

// ratios are a customer's ratios, a period a line under the guide values, and how
// they went.
func (c *Card) ratios() []string {
	list := model.AccountsOf(c.shown().items[model.RowOfAccounts])
	if len(list) == 0 {
		return nil
	}
	s, l := c.env.Styles, c.words.Lang
	room := max(c.w-ratioCells*len(model.Ratios), 4)
	line := func(first string, cells []string) string {
		text := kit.Fit(first, room)
		for _, cell := range cells {
			text += strings.Repeat(" ", max(ratioCells-kit.Width(cell), 0)) + kit.Cut(cell, ratioCells)
		}
		return kit.Fit(text, c.w)
	}
	var heads, guides, trend []string
	for _, r := range model.Ratios {
		heads = append(heads, label.RatioHead(r, l))
		guides = append(guides, label.Guide(r))
		trend = append(trend, kit.Sparkline(c.env, label.RatioValues(r, list)))
	}
	lines := []string{s.Label.Render(line("", heads)), s.Dim.Render(line(c.words.Card.Guide, guides))}
	for i := range list {
		lines = append(lines, s.Row.Render(line(list[i].Period, label.RatioRow(&list[i])[1:])))
	}
	if len(list) > 1 {
		lines = append(lines, s.Row.Render(line(c.words.Card.Trend, trend)))
	}
	return append(lines, "")
}

// analysis is the text about the customer's accounts: as it was kept with the
// latest, else as it is drafted from them. It is edited, kept, copied and printed.
func (c *Card) analysis() tea.Cmd {
	list := model.AccountsOf(c.shown().items[model.RowOfAccounts])
	if len(list) == 0 {
		return nil
	}
	k, last := c.shown().customer, list[len(list)-1]
	field, _ := model.AccountsFields.ByCode("analysis")
	drafted := label.Analysis(list, c.words.Lang)
	f := kit.Field{Code: field.Code, Label: label.Field(model.RowOfAccounts, field.Code, c.words.Lang), Kind: kit.NoteField,
		MaxLen: field.Limit(), MinRows: 6, MaxRows: 12, Value: last.Analysis}
	if f.Value == "" {
		f.Value = drafted
	}
	e := c.editor(label.AccountsTitle(k.Name, c.words.Lang), model.RowOfAccounts, fmt.Sprintf("analysis/%d", last.ID), []kit.Field{f})
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		it := model.Item{Record: model.RowOfAccounts, ID: last.ID, UpdatedAt: last.UpdatedAt, CustomerID: k.ID}
		it.Values = map[string]string{field.Code: model.CleanNote(values[field.Code])}
		_, err := c.store.SaveItem(ctx, it)
		return ask.Done{Said: fmt.Sprintf(c.words.Card.SavedItem, f.Label)}, err
	}
	text := func() string { return label.AnalysisText(k.Name, e.Form.Value(field.Code), list, c.words.Lang) }
	w := c.words.Reports
	e.More = func() []kit.Action {
		return []kit.Action{
			{ID: "analysis.copy", Keys: []string{"f5"}, Name: w.CopyText, Hint: true, Do: func() tea.Cmd {
				return act.CopyText(c.env, c.words, text())
			}},
			{ID: "analysis.print", Keys: []string{"f6"}, Name: w.PrintText, Hint: true, Do: func() tea.Cmd { return c.printText(f.Label, text()) }},
			{ID: "analysis.afresh", Keys: []string{"f7"}, Name: w.Afresh, Hint: true, Do: func() tea.Cmd {
				e.Form.Restore(map[string]string{field.Code: drafted})
				return kit.Notify(w.Freshened)
			}},
		}
	}
	return kit.Open(e)
}

// printText asks where a text about the customer goes.
func (c *Card) printText(title, text string) tea.Cmd {
	r := model.KeptReport{Text: text, KeptOn: c.store.Today()}
	return kit.Open(ask.NewFile(c.env, c.words, c.words.Reports.PrintText, title+"-"+c.shown().customer.Name+".html",
		func(ctx context.Context, path string) (string, error) {
			return fmt.Sprintf(c.words.Reports.Exported, path), c.store.ExportKept(ctx, path, r, c.words.Lang.String())
		}))
}
