package act

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// The records of a customer's dossier.
const (
	paperRecord   = "document"
	minutesRecord = "minutes"
)

// named is the name in the person's language, of a Chinese and an English one.
func (a *Acts) named(zh, en string) string { return label.Either(zh, en, a.words.Lang) }

// fresh is a new record of a customer, as the rules begin it.
func (a *Acts) fresh(record string, customer int64) model.Item {
	k, _ := model.KindOf(record)
	at := model.AsOf{Today: a.store.Today(), Settings: model.DefaultSettings()}
	if a.words.Planned != nil {
		at.Settings = *a.words.Planned
	}
	it := k.Item(k.Begun(at))
	it.CustomerID = customer
	return it
}

// EditRecord opens the form of a customer's record.
func (a *Acts) EditRecord(it model.Item, c model.Customer) tea.Cmd {
	return kit.Open(ask.ItemForm(a.stand(), it, c.Name, c.Currency, func(ctx context.Context, kept model.Item) (string, error) {
		_, err := a.store.SaveItem(ctx, kept)
		return fmt.Sprintf(a.words.Card.SavedItem, label.Record(it.Record, a.words.Lang)), err
	}))
}

// OpenRecord opens the form of a customer's record that a row is about.
func (a *Acts) OpenRecord(record string, id int64, c model.Customer) tea.Cmd {
	return a.doing(func(ctx context.Context) (tea.Cmd, error) {
		it, err := a.store.Item(ctx, record, id)
		return a.EditRecord(it, c), err
	})
}

// NewRecord asks for a new record of a customer; what is asked by a template asks
// for that first.
func (a *Acts) NewRecord(record string, c model.Customer) tea.Cmd {
	it := a.fresh(record, c.ID)
	if record != minutesRecord {
		return a.EditRecord(it, c)
	}
	return a.byTemplate(model.ForMinutes, fmt.Sprintf(a.words.Dossier.ByTemplate, c.Name), func(t model.Template) tea.Cmd {
		return a.doing(func(ctx context.Context) (tea.Cmd, error) {
			err := a.askBy(ctx, t.ID, &it)
			return a.EditRecord(it, c), err
		})
	})
}

// askBy lays the questions of a template into minutes.
func (a *Acts) askBy(ctx context.Context, template int64, it *model.Item) error {
	t, err := a.store.Template(ctx, template)
	it.Values["template"], it.Values["answers"] = t.Ref(), string(t.Questions(a.named))
	return err
}

// byTemplate is the menu of the templates of a purpose.
func (a *Acts) byTemplate(of model.Purpose, title string, do func(model.Template) tea.Cmd) tea.Cmd {
	return a.doing(func(ctx context.Context) (tea.Cmd, error) {
		list, err := a.store.Templates(ctx, of)
		var menu []kit.Action
		for _, t := range list {
			menu = append(menu, kit.Action{ID: "template", Name: a.named(t.Name, t.NameEN), Do: func() tea.Cmd { return do(t) }})
		}
		return kit.Open(kit.NewMenu(a.env, title, menu)), err
	})
}

// doing reads something and then goes on.
func (a *Acts) doing(read func(context.Context) (tea.Cmd, error)) tea.Cmd {
	return func() tea.Msg {
		next, err := read(context.Background())
		if err != nil {
			return a.failed(a.words.OEM.OpenProject, err)
		}
		if next == nil {
			return nil
		}
		return next()
	}
}

// DossierActions are what can be done with a customer's records of a kind, beside
// editing one.
func (a *Acts) DossierActions(record string, c model.Customer, list []model.Item) []kit.Action {
	w := a.words.Dossier
	print := func(id, name, kind string) kit.Action {
		return kit.Action{ID: id, Name: name, Do: func() tea.Cmd { return a.printOf(kind, name, c) }}
	}
	switch {
	case record == paperRecord && len(list) == 0:
		return []kit.Action{{ID: "papers.list", Name: w.ApplyList, Do: func() tea.Cmd { return a.applyList(c) }}}
	case record == paperRecord:
		return []kit.Action{
			{ID: "papers.tick", Keys: []string{"space"}, Name: w.TickPapers, Do: func() tea.Cmd { return a.tickPapers(c.Name, list) }},
			{ID: "papers.list", Name: w.ApplyList, Do: func() tea.Cmd { return a.applyList(c) }},
			{ID: "papers.hand", Name: w.HandOver, Do: func() tea.Cmd { return a.handOver(c, list) }},
			print("papers.print", w.PrintList, model.ExportPapers), print("papers.handover", w.PrintHandover, model.ExportHandedOver),
		}
	case record == minutesRecord && len(list) > 0:
		return []kit.Action{print("minutes.print", w.PrintMinutes, model.ExportMinutes)}
	}
	return nil
}

// applyList puts the papers of a list on the customer's card.
func (a *Acts) applyList(c model.Customer) tea.Cmd {
	return a.byTemplate(model.ForDocuments, a.words.Dossier.ApplyList+"  "+c.Name, func(t model.Template) tea.Cmd {
		return func() tea.Msg {
			n, err := a.store.ListDocuments(context.Background(), c.ID, t.ID, a.named)
			switch {
			case err != nil:
				return a.failed(a.words.Dossier.ApplyList, err)
			case n == 0:
				return kit.Changed{Said: a.words.Dossier.NothingNew}
			}
			return kit.Changed{Said: fmt.Sprintf(a.words.Dossier.Listed, n)}
		}
	})
}

// paperLine is a paper in a list to be ticked.
func (a *Acts) paperLine(it *model.Item) string {
	line := it.Values["name"]
	if form := it.Values["form"]; form != "" {
		line += "  " + label.Option(paperRecord, "form", form, a.words.Lang)
	}
	if on := it.Values["received_on"]; on != "" {
		return line + "  " + label.Short(on, a.store.Today())
	}
	if it.Values["required"] != "" {
		line += "  *"
	}
	return line
}

// tickPapers is the checklist of what came: ticked, a paper came today.
func (a *Acts) tickPapers(of string, list []model.Item) tea.Cmd {
	var items []kit.CheckItem
	for _, it := range list {
		on := it.Values["received_on"] != ""
		items = append(items, kit.CheckItem{Code: strconv.FormatInt(it.ID, 10), Label: a.paperLine(&it), On: on})
	}
	in, all := model.PapersIn(list)
	check := kit.NewChecklist(a.env, fmt.Sprintf(a.words.Dossier.Papers, of, in, all), items, false)
	check.OnDone = func(codes []string) tea.Cmd {
		var changed []model.Item
		for _, it := range list {
			on := slices.Contains(codes, strconv.FormatInt(it.ID, 10))
			if on == (it.Values["received_on"] != "") {
				continue
			}
			day := ""
			if on {
				day = string(a.store.Today())
			}
			it.Values = map[string]string{"received_on": day}
			changed = append(changed, it)
		}
		if len(changed) == 0 {
			return nil
		}
		return a.write(fmt.Sprintf(a.words.Dossier.Received, len(changed)), func(ctx context.Context) error {
			return a.store.SaveItems(ctx, changed)
		})
	}
	return kit.Open(check)
}

// handOver notes who gave papers that are here to whom.
func (a *Acts) handOver(c model.Customer, list []model.Item) tea.Cmd {
	var items []kit.CheckItem
	for _, it := range list {
		if model.StateOfPaper(&it) == model.PaperReceived {
			items = append(items, kit.CheckItem{Code: strconv.FormatInt(it.ID, 10), Label: a.paperLine(&it), On: it.Values["handed_to"] == ""})
		}
	}
	if len(items) == 0 {
		return kit.Notify(a.words.Dossier.NoPapers)
	}
	title := a.words.Dossier.HandOver + "  " + c.Name
	check := kit.NewChecklist(a.env, title, items, false)
	check.OnDone = func(codes []string) tea.Cmd {
		if len(codes) == 0 {
			return nil
		}
		begun := &model.Document{}
		if a.words.Planned != nil {
			begun.HandedBy = a.words.Planned.Salesperson
		}
		fields := ask.FieldsOf(paperRecord, model.DocumentFields, begun, a.fieldEnv(""), "handed_by", "handed_to")
		return kit.Open(a.ask(title, paperRecord, fields, func(ctx context.Context, values map[string]string) (string, error) {
			if model.Clean(values["handed_to"]) == "" {
				return "", model.At("handed_to", model.Refuse(model.RefusedRequired))
			}
			var changed []model.Item
			for _, it := range list {
				if slices.Contains(codes, strconv.FormatInt(it.ID, 10)) {
					it.Values = map[string]string{"handed_by": model.Clean(values["handed_by"]), "handed_to": model.Clean(values["handed_to"])}
					changed = append(changed, it)
				}
			}
			return fmt.Sprintf(a.words.Dossier.HandedOver, len(changed)), a.store.SaveItems(ctx, changed)
		}))
	}
	return kit.Open(check)
}

// printOf asks where a paper of the dossier goes.
func (a *Acts) printOf(kind, name string, c model.Customer) tea.Cmd {
	w, title := a.words.Dossier, label.DossierDoc(kind, a.words.Lang).Title
	e := model.Export{Kind: kind, IDs: []int64{c.ID}, Lang: a.words.Lang.String()}
	return kit.Open(ask.NewFile(a.env, a.words, fmt.Sprintf(w.Print, title, c.Name), title+"-"+c.Name+".html",
		func(ctx context.Context, path string) (string, error) {
			_, err := a.store.Export(ctx, path, e)
			return fmt.Sprintf(w.Wrote, title, path), err
		}))
}
