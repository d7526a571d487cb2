package ask

import (
	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
)

// periods are runs of days that stay true: their ends count from the day on
// which the list is looked at.
var periods = []struct{ code, from, to string }{
	{"today", "今天", "今天"}, {"week", "本周一", "本周日"}, {"month", "本月初", "本月底"}, {"days", "-29d", "今天"},
}

// askBounds asks from and to of a date or a figure, or whether it is known; of
// a date, a period fills both in.
func (l *Lens) askBounds(spec model.Spec) tea.Cmd {
	w := l.words.Lists
	known := kit.Field{Code: "known", Label: w.Known, Kind: kit.ChoiceField, Optional: true}
	known.Options = []kit.Option{{Code: "empty", Label: w.Empty}, {Code: "filled", Label: w.Filled}}
	known.Value = string(l.filterOf(spec.Code, model.OpEmpty, model.OpFilled).Op)
	list := []kit.Field{l.bound(spec, "from", w.From, model.OpFrom), l.bound(spec, "to", w.To, model.OpTo), known}
	if spec.Kind == model.KindDate || spec.Kind == model.KindMoment {
		list = append(list, l.periodField())
	}
	var p *kit.Prompt
	p = kit.NewPrompt(l.env, l.head(spec.Code), list, func(values map[string]string) tea.Cmd {
		filters, ok := l.takeBounds(spec, p.Form, values)
		if !ok {
			return nil // the field says why
		}
		if op := values["known"]; op != "" && len(filters) == 0 {
			filters = []model.Filter{{Field: spec.Code, Op: model.Op(op)}}
		}
		return kit.Close(p, l.replaceFilter(spec.Code, filters...))
	})
	p.Form.OnChange = func(code string) {
		for _, t := range periods {
			if code == "period" && t.code == p.Form.Value("period") {
				p.Form.SetValue("from", t.from)
				p.Form.SetValue("to", t.to)
			}
		}
	}
	return kit.Open(p)
}

func (l *Lens) periodField() kit.Field {
	w := l.words.Journal
	field := kit.Field{Code: "period", Label: w.Period, Kind: kit.ChoiceField, Optional: true}
	for _, t := range periods {
		field.Options = append(field.Options, kit.Option{Code: t.code, Label: w.Periods[t.code]})
	}
	return field
}

// bound is an end as it stands now.
func (l *Lens) bound(spec model.Spec, code, name string, op model.Op) kit.Field {
	f := l.filterOf(spec.Code, op, model.OpIs)
	if (spec.Kind == model.KindAmount || spec.Kind == model.KindPerMille) && f.Value != "" {
		f.Value = label.Show(l.Record, spec, f.Value, "", l.words.Lang)
	}
	env := FieldEnv{Lang: l.words.Lang, Today: l.store.Today()}
	check := func(text string) (string, string) { return l.checkBound(spec, op, text, env) }
	return kit.Field{Code: code, Label: name, Value: f.Value, Check: check}
}

// takeBounds reads both ends; false when one can't be read, or they are the
// wrong way round, which their fields say then.
func (l *Lens) takeBounds(spec model.Spec, form *kit.Form, values map[string]string) (filters []model.Filter, ok bool) {
	for _, end := range []struct {
		code string
		op   model.Op
	}{{"from", model.OpFrom}, {"to", model.OpTo}} {
		if values[end.code] == "" {
			continue
		}
		f, err := l.read(spec, model.FilterText{Op: end.op, Value: values[end.code]})
		if err != nil {
			_, problem, _ := label.Problem(l.Record, err, l.words.Lang)
			form.SetError(end.code, problem)
			return nil, false
		}
		filters = append(filters, f)
	}
	if len(filters) == 2 && l.backwards(spec, filters[0], filters[1]) {
		form.SetError("to", l.words.Journal.Backwards)
		return nil, false
	}
	return filters, true
}

// backwards reports whether a range ends before it begins.
func (l *Lens) backwards(spec model.Spec, from, to model.Filter) bool {
	if spec.Kind == model.KindDate || spec.Kind == model.KindMoment {
		today := l.store.Today()
		return to.Day(today) < from.Day(today)
	}
	return numberOf(to.Value) < numberOf(from.Value)
}

// checkBound says what is understood of a bound while one types.
func (l *Lens) checkBound(spec model.Spec, op model.Op, text string, env FieldEnv) (echo, problem string) {
	if text == "" {
		return "", ""
	}
	f, err := l.read(spec, model.FilterText{Op: op, Value: text})
	if err != nil {
		_, problem, _ = label.Problem(l.Record, err, env.Lang)
		return "", problem
	}
	if spec.Kind == model.KindDate || spec.Kind == model.KindMoment {
		d := f.Day(env.Today)
		return string(d) + " " + label.Weekday(d, env.Lang), ""
	}
	return label.Show(l.Record, spec, f.Value, "", env.Lang), ""
}
