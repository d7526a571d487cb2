package act

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// fill opens the form of the record that a step asks for; filled in, it ticks the
// step off.
func (a *Acts) fill(p *model.ProjectOf, it *model.ProjectItem) tea.Cmd {
	step, c := *it, model.Customer{Name: p.Customer}
	c.ID = p.CustomerID
	return a.doing(func(ctx context.Context) (tea.Cmd, error) {
		list, err := a.store.Items(ctx, step.Opens, c.ID)
		if err != nil {
			return nil, err
		}
		if step.Opens == paperRecord {
			return a.fillPapers(ctx, step, c, list)
		}
		keep := func(ctx context.Context, kept model.Item) (string, error) {
			_, ticked, err := a.store.FillStep(ctx, kept, step.ID)
			if ticked {
				return fmt.Sprintf(a.words.OEM.Ticked, a.title(&step)), err
			}
			return fmt.Sprintf(a.words.Card.SavedItem, label.Record(kept.Record, a.words.Lang)), err
		}
		if step.Opens == model.RowOfAccounts && step.Asks() == "analysis" && len(list) > 0 {
			return a.analysis(list, c, keep), nil
		}
		rec := step.Like(list)
		if rec.ID == 0 {
			if rec, err = a.begun(ctx, step, c.ID); err != nil {
				return nil, err
			}
		}
		form := ask.ItemForm(a.stand(), rec, c.Name, "", keep)
		form.Form.Focus(cmp.Or(step.Asks(), toFill(&rec)))
		return kit.Open(form), nil
	})
}

// toFill is the field of a form where filling in begins: the first question, else
// the first field that a record can't be without and hasn't.
func toFill(it *model.Item) string {
	for _, f := range model.RecordFields(it.Record) {
		if f.Asked && it.Values[f.Code] != "" {
			return ask.FirstQuestion
		}
		if f.Required && !f.IsRef() && it.Values[f.Code] == "" {
			return f.Code
		}
	}
	return ""
}

// begun is a new record as a step begins it, with the questions of its template.
func (a *Acts) begun(ctx context.Context, step model.ProjectItem, customer int64) (model.Item, error) {
	rec := a.fresh(step.Opens, customer)
	for code, value := range step.BeginsWith() {
		rec.Values[code] = value
	}
	if rec.Record != minutesRecord {
		return rec, nil
	}
	t, ok, err := a.called(ctx, model.ForMinutes, rec.Values["template"])
	if err == nil && ok {
		err = a.askBy(ctx, t.ID, &rec)
	}
	return rec, err
}

// called is the template of a purpose that a record names.
func (a *Acts) called(ctx context.Context, of model.Purpose, name string) (t model.Template, ok bool, err error) {
	all, err := a.store.Templates(ctx, of)
	if i := slices.IndexFunc(all, func(t model.Template) bool { return t.Called(name) }); i >= 0 {
		return all[i], true, err
	}
	return t, false, err
}

// fillPapers is the checklist of the list that a step asks for, which is put on
// the card first where it isn't there. The last paper that was wanted ticks the
// step off; where none is, the step is done.
func (a *Acts) fillPapers(ctx context.Context, step model.ProjectItem, c model.Customer, list []model.Item) (tea.Cmd, error) {
	name := step.BeginsWith()["list"]
	own := func() (some []model.Item) {
		for _, it := range list {
			if name == "" || it.Values["list"] == name {
				some = append(some, it)
			}
		}
		return some
	}
	if t, ok, err := a.called(ctx, model.ForDocuments, name); err != nil {
		return nil, err
	} else if ok && len(own()) == 0 {
		if _, err := a.store.ListDocuments(ctx, c.ID, t.ID, a.named); err != nil {
			return nil, err
		}
		if list, err = a.store.Items(ctx, paperRecord, c.ID); err != nil {
			return nil, err
		}
	}
	if step.CompletedBy(list) || len(own()) == 0 {
		return a.tickOnly(&step), nil
	}
	return a.tickPapers(c.Name, own()), nil
}

// tickOnly says that an item is done.
func (a *Acts) tickOnly(it *model.ProjectItem) tea.Cmd {
	id := it.ID
	return a.write(fmt.Sprintf(a.words.OEM.Ticked, a.title(it)), func(ctx context.Context) error {
		_, err := a.store.TickItem(ctx, id, "")
		return err
	})
}
