package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// Analysis is the text about a customer's accounts: as it was kept with the
// latest, else as it is drafted from them. It is edited, kept, copied and printed.
func (a *Acts) Analysis(items []model.Item, c model.Customer) tea.Cmd {
	return a.analysis(items, c, func(ctx context.Context, kept model.Item) (string, error) {
		_, err := a.store.SaveItem(ctx, kept)
		return fmt.Sprintf(a.words.Card.SavedItem, label.Field(model.RowOfAccounts, "analysis", a.words.Lang)), err
	})
}

// analysis is the same, kept by keep, which says so.
func (a *Acts) analysis(items []model.Item, c model.Customer, keep func(context.Context, model.Item) (string, error)) tea.Cmd {
	list := model.AccountsOf(items)
	if len(list) == 0 {
		return nil
	}
	l, last := a.words.Lang, list[len(list)-1]
	field, _ := model.AccountsFields.ByCode("analysis")
	drafted := label.Analysis(list, l)
	f := kit.Field{Code: field.Code, Label: label.Field(model.RowOfAccounts, field.Code, l), Kind: kit.NoteField,
		MaxLen: field.Limit(), MinRows: 6, MaxRows: 12, Value: last.Analysis}
	if f.Value == "" {
		f.Value = drafted
	}
	e := ask.NewEditor(a.env, a.words, a.store, label.AccountsTitle(c.Name, l), model.RowOfAccounts, fmt.Sprintf("analysis/%d", last.ID),
		[]kit.Field{f})
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		it := model.Item{Record: model.RowOfAccounts, ID: last.ID, UpdatedAt: last.UpdatedAt, CustomerID: c.ID}
		it.Values = map[string]string{field.Code: model.CleanNote(values[field.Code])}
		said, err := keep(ctx, it)
		return ask.Done{Said: said}, err
	}
	text := func() string { return label.AnalysisText(c.Name, e.Form.Value(field.Code), list, l) }
	w := a.words.Reports
	e.More = func() []kit.Action {
		return []kit.Action{
			{ID: "analysis.copy", Keys: []string{"f5"}, Name: w.CopyText, Hint: true, Do: func() tea.Cmd {
				return CopyText(a.env, a.words, text())
			}},
			{ID: "analysis.print", Keys: []string{"f6"}, Name: w.PrintText, Hint: true, Do: func() tea.Cmd {
				return a.printText(f.Label+"-"+c.Name, text())
			}},
			{ID: "analysis.afresh", Keys: []string{"f7"}, Name: w.Afresh, Hint: true, Do: func() tea.Cmd {
				e.Form.Restore(map[string]string{field.Code: drafted})
				return kit.Notify(w.Freshened)
			}},
		}
	}
	return kit.Open(e)
}

// printText asks where a text goes.
func (a *Acts) printText(name, text string) tea.Cmd {
	r := model.KeptReport{Text: text, KeptOn: a.store.Today()}
	return kit.Open(ask.NewFile(a.env, a.words, a.words.Reports.PrintText, name+".html",
		func(ctx context.Context, path string) (string, error) {
			return fmt.Sprintf(a.words.Reports.Exported, path), a.store.ExportKept(ctx, path, r, a.words.Lang.String())
		}))
}
