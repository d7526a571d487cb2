package customers

import (
	"context"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/fields"
	"genjin/tui/kit"
)

// often are the fields that people filter by most: the four axes (rule 2.3),
// then what a day is planned by. The others follow in the order of the card.
var often = []string{
	"stage", model.AxisImportance, model.AxisUrgency, "need", "grade", "class", "next_on", "last_on", "tags", "source", "owner", "expected_on", "expected_amount",
}

// offered are the fields of free text whose values are few, and offered.
var offered = []string{"owner", "team", "campaign", "currency"}

// askFilter offers the conditions that there are, to change or take away, and
// another one.
func (s *Screen) askFilter() tea.Cmd {
	if len(s.query.Filters) == 0 {
		return s.chooseField()
	}
	w := s.words.Lists
	var menu []kit.Action
	for i, text := range s.conditions() {
		f := s.query.Filters[i]
		menu = append(menu, kit.Action{ID: "filter.one", Name: text, Do: func() tea.Cmd { return s.oneFilter(f, text) }})
	}
	menu = append(menu,
		kit.Action{ID: "filter.add", Keys: []string{"f", "ctrl+n"}, Name: w.AddFilter, Do: s.chooseField},
		kit.Action{ID: "filter.clear", Keys: []string{"delete"}, Name: w.ClearFilters, Do: s.clearFilters},
		kit.Action{ID: "filter.save", Keys: []string{"ctrl+s"}, Name: w.SaveSegment, Do: s.askSave},
	)
	return kit.Open(kit.NewMenu(s.env, w.FilterTitle, menu))
}

// oneFilter takes a condition away, or changes it.
func (s *Screen) oneFilter(f model.Filter, text string) tea.Cmd {
	w := s.words.Lists
	spec, _ := model.ListField(f.Field)
	return kit.Open(kit.NewMenu(s.env, text, []kit.Action{
		{ID: "filter.drop", Keys: []string{"d", "delete"}, Name: w.DropFilter, Do: func() tea.Cmd {
			rest := slices.DeleteFunc(slices.Clone(s.query.Filters), func(g model.Filter) bool { return g == f })
			return s.setFilters(rest)
		}},
		{ID: "filter.edit", Keys: []string{"e", "f2"}, Name: w.EditFilter, Do: func() tea.Cmd { return s.askCondition(spec) }},
	}))
}

// chooseField finds a field to filter by, by its name in either language.
func (s *Screen) chooseField() tea.Cmd {
	codes := slices.Clone(often)
	for _, f := range model.ListFields {
		if !slices.Contains(codes, f.Code) {
			codes = append(codes, f.Code)
		}
	}
	var entries []kit.Entry
	for _, code := range codes {
		spec, _ := model.ListField(code)
		own, other := label.Column(code, s.words.Lang), label.Column(code, label.EN)
		if s.words.Lang == label.EN {
			other = label.Column(code, label.ZH)
		}
		entries = append(entries, kit.Entry{Action: kit.Action{ID: "filter." + code, Name: own, Do: func() tea.Cmd { return s.askCondition(spec) }}, Aliases: []string{other, code}})
	}
	return kit.Open(kit.NewChooser(s.env, s.words.Lists.ChooseField, entries))
}

// askCondition asks what a field has to be: one of its values where they are
// few, from and to of dates and figures, else a text.
func (s *Screen) askCondition(spec model.Spec) tea.Cmd {
	switch spec.Kind {
	case model.KindDate, model.KindMoment, model.KindNumber, model.KindAmount:
		return s.askBounds(spec)
	case model.KindTags:
		return s.readValues(spec)
	case model.KindChoice:
		if spec.Open {
			return s.readValues(spec)
		}
		return s.tickValues(spec, spec.Options)
	case model.KindFlag:
		return s.tickValues(spec, []string{"1"})
	}
	if slices.Contains(offered, spec.Code) {
		return s.readValues(spec)
	}
	return s.askText(spec)
}

// valuesRead is the values that a field has on any card.
type valuesRead struct {
	screen *Screen
	spec   model.Spec
	values []string
	err    error
}

func (s *Screen) readValues(spec model.Spec) tea.Cmd {
	return func() tea.Msg {
		values, err := s.store.FieldValues(context.Background(), spec.Code)
		return valuesRead{s, spec, values, err}
	}
}

func (s *Screen) takeValues(msg valuesRead) tea.Cmd {
	if msg.screen != s {
		return nil
	}
	if msg.err != nil {
		return kit.Fail(s.words.Lists.ReadValues, msg.err)
	}
	values := slices.Clone(msg.spec.Options)
	if msg.spec.Kind != model.KindChoice {
		values = nil
	}
	for _, v := range msg.values {
		if !slices.Contains(values, v) {
			values = append(values, v)
		}
	}
	return s.tickValues(msg.spec, values)
}

// except is the entry that turns a choice of values round.
const except = "\x00"

// tickValues is the checklist of a field's values, with no value as one.
func (s *Screen) tickValues(spec model.Spec, values []string) tea.Cmd {
	var items []kit.CheckItem
	now := s.filterOf(spec.Code)
	ticked := func(value string) bool {
		switch now.Op {
		case model.OpIs, model.OpNot:
			return slices.Contains(now.Values(), value)
		case model.OpEmpty, model.OpFilled:
			return value == ""
		}
		return false
	}
	if !slices.Contains([]string{model.AxisUrgency, model.AxisImportance}, spec.Code) {
		values = append(slices.Clone(values), "")
	}
	for _, v := range values {
		items = append(items, kit.CheckItem{Code: v, Label: label.ColumnOption(spec, v, s.words.Lang), On: ticked(v)})
	}
	not := now.Op == model.OpNot || now.Op == model.OpFilled
	items = append(items, kit.CheckItem{Code: except, Label: s.words.Lists.Except, On: not})
	c := kit.NewChecklist(s.env, label.Column(spec.Code, s.words.Lang), items, false)
	c.Alone = now.Op == ""
	c.OnDone = func(codes []string) tea.Cmd { return s.replaceFilter(spec.Code, valuesFilter(spec.Code, codes)...) }
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
func (s *Screen) filterOf(field string, ops ...model.Op) model.Filter {
	for _, f := range s.query.Filters {
		if f.Field == field && (len(ops) == 0 || slices.Contains(ops, f.Op)) {
			return f
		}
	}
	return model.Filter{}
}

// askBounds asks from and to of a date or a figure, or whether it is known.
func (s *Screen) askBounds(spec model.Spec) tea.Cmd {
	w := s.words.Lists
	env := fields.Env{Lang: s.words.Lang, Today: s.store.Today()}
	shown := func(ops ...model.Op) string {
		f := s.filterOf(spec.Code, ops...)
		if spec.Kind == model.KindAmount && f.Value != "" {
			return label.Show("customer", spec, f.Value, "", s.words.Lang)
		}
		return f.Value
	}
	bound := func(code, name string, op model.Op) kit.Field {
		return kit.Field{Code: code, Label: name, Value: shown(op, model.OpIs), Check: func(text string) (string, string) { return s.checkBound(spec, op, text, env) }}
	}
	known := kit.Field{Code: "known", Label: w.Known, Kind: kit.ChoiceField, Optional: true, Options: []kit.Option{{Code: "empty", Label: w.Empty}, {Code: "filled", Label: w.Filled}}}
	known.Value = string(s.filterOf(spec.Code, model.OpEmpty, model.OpFilled).Op)
	var p *kit.Prompt
	p = kit.NewPrompt(s.env, label.Column(spec.Code, s.words.Lang), []kit.Field{bound("from", w.From, model.OpFrom), bound("to", w.To, model.OpTo), known}, func(values map[string]string) tea.Cmd {
		var filters []model.Filter
		for _, end := range []struct {
			code string
			op   model.Op
		}{{"from", model.OpFrom}, {"to", model.OpTo}} {
			if values[end.code] == "" {
				continue
			}
			f, err := label.FilterOf(spec, model.FilterText{Op: end.op, Value: values[end.code]}, env.Today)
			if err != nil {
				_, problem, _ := label.Problem("customer", err, s.words.Lang)
				p.Form.SetError(end.code, problem)
				return nil
			}
			filters = append(filters, f)
		}
		if op := values["known"]; op != "" && len(filters) == 0 {
			filters = []model.Filter{{Field: spec.Code, Op: model.Op(op)}}
		}
		return kit.Close(p, s.replaceFilter(spec.Code, filters...))
	})
	return kit.Open(p)
}

// checkBound says what is understood of a bound while one types.
func (s *Screen) checkBound(spec model.Spec, op model.Op, text string, env fields.Env) (echo, problem string) {
	if text == "" {
		return "", ""
	}
	f, err := label.FilterOf(spec, model.FilterText{Op: op, Value: text}, env.Today)
	if err != nil {
		_, problem, _ = label.Problem("customer", err, env.Lang)
		return "", problem
	}
	if spec.Kind == model.KindDate || spec.Kind == model.KindMoment {
		d := f.Day(env.Today)
		return string(d) + " " + label.Weekday(d, env.Lang), ""
	}
	return label.Show("customer", spec, f.Value, "", env.Lang), ""
}

// askText asks what a text contains, is, or is not.
func (s *Screen) askText(spec model.Spec) tea.Cmd {
	w := s.words.Lists
	now := s.filterOf(spec.Code)
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
	p = kit.NewPrompt(s.env, label.Column(spec.Code, s.words.Lang), []kit.Field{how, {Code: "value", Label: w.Value, Value: now.Value}}, func(values map[string]string) tea.Cmd {
		text := model.FilterText{Op: model.Op(values["how"]), Value: model.Clean(values["value"])}
		if text.Value == "" && text.Op != model.OpEmpty && text.Op != model.OpFilled {
			return kit.Close(p, s.replaceFilter(spec.Code))
		}
		f, err := label.FilterOf(spec, text, s.store.Today())
		if err != nil {
			_, problem, _ := label.Problem("customer", err, s.words.Lang)
			p.Form.SetError("value", problem)
			return nil
		}
		return kit.Close(p, s.replaceFilter(spec.Code, f))
	})
	p.Form.Focus("value")
	return kit.Open(p)
}

// replaceFilter puts other conditions in the place of a field's.
func (s *Screen) replaceFilter(field string, by ...model.Filter) tea.Cmd {
	return s.setFilters(model.WithFilter(s.query.Filters, field, by...))
}

func (s *Screen) clearFilters() tea.Cmd { return s.setFilters(nil) }

// setFilters shows the customers of other conditions.
func (s *Screen) setFilters(filters []model.Filter) tea.Cmd {
	s.query.Filters, s.segment = filters, ""
	s.open = false
	s.list.FromTop()
	return s.list.Load()
}
