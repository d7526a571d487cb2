package ask

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// askFilter offers the conditions that there are, to change or take away, and
// another one.
func (l *Lens) askFilter() tea.Cmd {
	if len(l.Filters) == 0 {
		return l.chooseField()
	}
	w := l.words.Lists
	var menu []kit.Action
	for i, text := range l.conditions() {
		f := l.Filters[i]
		menu = append(menu, kit.Action{ID: "filter.one", Name: text, Do: func() tea.Cmd { return l.oneFilter(f, text) }})
	}
	menu = append(menu,
		kit.Action{ID: "filter.add", Keys: []string{"f", "ctrl+n"}, Name: w.AddFilter, Do: l.chooseField},
		kit.Action{ID: "filter.clear", Keys: []string{"delete"}, Name: w.ClearFilters, Do: l.clear},
		kit.Action{ID: "filter.save", Keys: []string{"ctrl+s"}, Name: w.SaveSegment, Do: l.askSave},
	)
	return kit.Open(kit.NewMenu(l.env, w.FilterTitle, menu))
}

// oneFilter takes a condition away, or changes it.
func (l *Lens) oneFilter(f model.Filter, text string) tea.Cmd {
	w := l.words.Lists
	spec, _ := l.spec(f.Field)
	return kit.Open(kit.NewMenu(l.env, text, []kit.Action{
		{ID: "filter.drop", Keys: []string{"d", "delete"}, Name: w.DropFilter, Do: func() tea.Cmd {
			rest := slices.DeleteFunc(slices.Clone(l.Filters), func(g model.Filter) bool { return g == f })
			return l.setFilters(rest)
		}},
		{ID: "filter.edit", Keys: []string{"e", "f2"}, Name: w.EditFilter, Do: func() tea.Cmd { return l.askCondition(spec) }},
	}))
}

// chooseField finds a column to filter by, by its name in either language.
func (l *Lens) chooseField() tea.Cmd {
	codes := slices.Clone(l.Often)
	for _, f := range l.Specs() {
		if f.Kind != model.KindQuantity && !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	other := label.EN
	if l.words.Lang == label.EN {
		other = label.ZH
	}
	var entries []kit.Entry
	for _, code := range codes {
		spec, ok := l.spec(code)
		if !ok || !l.Asked(code) {
			continue
		}
		ask := kit.Action{ID: "filter." + code, Name: l.head(code), Do: func() tea.Cmd { return l.askCondition(spec) }}
		entries = append(entries, kit.Entry{Action: ask, Aliases: []string{l.Head(code, other), code}})
	}
	return kit.Open(kit.NewChooser(l.env, l.words.Lists.ChooseField, entries))
}

// askCondition asks what a field has to be: one of its values where they are
// few, from and to of dates and figures, else a text.
func (l *Lens) askCondition(spec model.Spec) tea.Cmd {
	switch spec.Kind {
	case model.KindDate, model.KindMoment, model.KindNumber, model.KindAmount, model.KindPerMille:
		return l.askBounds(spec)
	case model.KindTags:
		if len(spec.Options) > 0 {
			return l.tickValues(spec, spec.Options)
		}
		return l.readValues(spec)
	case model.KindChoice:
		if spec.Open {
			return l.readValues(spec)
		}
		return l.tickValues(spec, spec.Options)
	case model.KindFlag:
		return l.tickValues(spec, []string{"1"})
	case model.KindRef:
		if spec.Of == model.RowOfCustomer && l.Record != model.RowOfCustomer {
			return l.askCustomer(spec)
		}
		if spec.Of == model.RowOfCampaign {
			return l.readCampaigns(spec)
		}
	}
	if slices.Contains(l.Offered, spec.Code) {
		return l.readValues(spec)
	}
	return l.askText(spec)
}

// askCustomer asks of whom the rows are to be.
func (l *Lens) askCustomer(spec model.Spec) tea.Cmd {
	return kit.Open(NewCustomer(l.env, l.words, l.store, l.head(spec.Code), func(c model.Customer) tea.Cmd {
		l.called[c.ID] = c.Name
		return l.replaceFilter(spec.Code, model.Filter{Field: spec.Code, Op: model.OpIs, Value: model.NumberText(c.ID)})
	}))
}

// readValues reads the values that a field has on any record; the checklist
// follows.
func (l *Lens) readValues(spec model.Spec) tea.Cmd {
	l.asked = spec
	return l.values.Run(func(ctx context.Context) ([]string, error) { return l.store.FieldValues(ctx, l.Record, spec.Code) })
}

// readCampaigns reads what the campaigns are called; the checklist follows.
func (l *Lens) readCampaigns(spec model.Spec) tea.Cmd {
	l.asked = spec
	return l.values.Run(func(ctx context.Context) ([]string, error) {
		return l.store.FieldValues(ctx, model.RowOfCustomer, spec.Code)
	})
}

func (l *Lens) takeValues(read []string) tea.Cmd {
	var values []string
	if l.asked.Kind == model.KindChoice {
		values = slices.Clone(l.asked.Options)
	}
	for _, v := range read {
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return l.tickValues(l.asked, values)
}

// alwaysKnown are the choices that every row has one of.
var alwaysKnown = []string{model.AxisUrgency, model.AxisImportance, "status", "bucket"}

// except is the entry that turns a choice of values round.
const except = "\x00"

// tickValues is the checklist of a field's values, with no value as one.
func (l *Lens) tickValues(spec model.Spec, values []string) tea.Cmd {
	var items []kit.CheckItem
	now := l.filterOf(spec.Code)
	ticked := func(value string) bool {
		switch now.Op {
		case model.OpIs, model.OpNot:
			return slices.Contains(now.Values(), value)
		case model.OpEmpty, model.OpFilled:
			return value == ""
		}
		return false
	}
	if !slices.Contains(alwaysKnown, spec.Code) {
		values = append(slices.Clone(values), "")
	}
	for _, v := range values {
		items = append(items, kit.CheckItem{Code: v, Label: l.option(spec, v), On: ticked(v)})
	}
	not := now.Op == model.OpNot || now.Op == model.OpFilled
	items = append(items, kit.CheckItem{Code: except, Label: l.words.Lists.Except, On: not})
	c := kit.NewChecklist(l.env, l.head(spec.Code), items, false)
	c.Alone = now.Op == ""
	c.OnDone = func(codes []string) tea.Cmd { return l.replaceFilter(spec.Code, valuesFilter(spec.Code, codes)...) }
	return kit.Open(c)
}

// valuesFilter is the condition of ticked values.
func valuesFilter(field string, codes []string) []model.Filter {
	ops := [2]model.Op{model.OpIs, model.OpEmpty}
	if i := slices.Index(codes, except); i >= 0 {
		codes = slices.Delete(slices.Clone(codes), i, i+1)
		ops = [2]model.Op{model.OpNot, model.OpFilled}
	}
	switch {
	case len(codes) == 0:
		return nil
	case len(codes) == 1 && codes[0] == "":
		return []model.Filter{{Field: field, Op: ops[1]}}
	}
	f := model.Filter{Field: field, Op: ops[0]}
	for i, v := range codes {
		if i > 0 {
			f.Value += "\n"
		}
		f.Value += v
	}
	return []model.Filter{f}
}

// filterOf is the condition on a field; a zero one when there is none.
func (l *Lens) filterOf(field string, ops ...model.Op) model.Filter {
	for _, f := range l.Filters {
		if f.Field == field && (len(ops) == 0 || slices.Contains(ops, f.Op)) {
			return f
		}
	}
	return model.Filter{}
}

// askText asks what a text contains, is, or is not.
func (l *Lens) askText(spec model.Spec) tea.Cmd {
	w := l.words.Lists
	now := l.filterOf(spec.Code)
	ops := []kit.Option{
		{Code: string(model.OpContains), Label: w.Contains}, {Code: string(model.OpIs), Label: w.Is}, {Code: string(model.OpNot), Label: w.IsNot},
		{Code: string(model.OpEmpty), Label: w.Empty}, {Code: string(model.OpFilled), Label: w.Filled},
	}
	if spec.Kind == model.KindRef || spec.Kind == model.KindBirthday {
		ops = slices.Delete(ops, 1, 3) // a customer is named, a birthday is a day of any year
	}
	how := kit.Field{Code: "how", Label: w.How, Kind: kit.ChoiceField, Value: string(now.Op), Options: ops}
	if now.Op == "" {
		how.Value = string(model.OpContains)
	}
	var p *kit.Prompt
	list := []kit.Field{how, {Code: "value", Label: w.Value, Value: now.Value}}
	p = kit.NewPrompt(l.env, l.head(spec.Code), list, func(values map[string]string) tea.Cmd {
		text := model.FilterText{Op: model.Op(values["how"]), Value: model.Clean(values["value"])}
		if text.Value == "" && text.Op != model.OpEmpty && text.Op != model.OpFilled {
			return kit.Close(p, l.replaceFilter(spec.Code))
		}
		f, err := l.read(spec, text)
		if err != nil {
			_, problem, _ := label.Problem(l.Record, err, l.words.Lang)
			p.Form.SetError("value", problem)
			return nil
		}
		return kit.Close(p, l.replaceFilter(spec.Code, f))
	})
	p.Form.Focus("value")
	return kit.Open(p)
}

// replaceFilter puts other conditions in the place of a field'l.
func (l *Lens) replaceFilter(field string, by ...model.Filter) tea.Cmd {
	return l.setFilters(model.WithFilter(l.Filters, field, by...))
}

func (l *Lens) clear() tea.Cmd { return l.setFilters(nil) }

// setFilters shows the rows of other conditions.
func (l *Lens) setFilters(filters []model.Filter) tea.Cmd {
	l.Filters, l.saved = filters, ""
	return l.OnRows()
}
