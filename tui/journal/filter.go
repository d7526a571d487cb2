package journal

import (
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/fields"
	"genjin/tui/kit"
)

// period is a run of days that follows the as-of date.
type period string

const (
	periodAll   period = ""
	periodToday period = "today"
	periodWeek  period = "week"
	periodMonth period = "month"
	periodDays  period = "days"  // the last thirty
	periodRange period = "range" // from a day to a day
)

// lastDays is how many days the period of the last days has, today included.
const lastDays = 30

// span is the days of a period, the week from Monday on; none for all.
func (p period) span(today model.Date) model.Span {
	switch p {
	case periodToday:
		return model.Span{First: today, Last: today}
	case periodWeek:
		const week = 7
		monday := today.AddDays(-int(today.Weekday()+week-time.Monday) % week)
		return model.Span{First: monday, Last: monday.AddDays(week - 1)}
	case periodMonth:
		return model.MonthOf(today)
	case periodDays:
		return model.Span{First: today.AddDays(1 - lastDays), Last: today}
	}
	return model.Span{}
}

// filter is what the list of entries is narrowed down to.
type filter struct {
	query  model.JournalQuery // without the days of a period
	period period
	text   string // searched for
}

// set reports whether the form narrows the list down.
func (f filter) set() bool { return f.query != model.JournalQuery{} || f.period != periodAll }

// query is what a list asks for.
func (s *Screen) query(l *kit.Listing[model.Case]) model.JournalQuery {
	if l == s.cases {
		return model.JournalQuery{Open: true, Oldest: true}
	}
	q := s.filter.query
	q.Text = s.filter.text
	if s.filter.period != periodRange {
		q.Within = s.filter.period.span(s.store.Today())
	}
	return q
}

// filterWords says what the list is narrowed down to.
func (s *Screen) filterWords() string {
	l, q, w := s.words.Lang, s.filter.query, s.words.Journal
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(label.Option("journal", "kind", string(q.Kind), l))
	add(label.Option("journal", "method", string(q.Method), l))
	add(label.Option("journal", "outcome", string(q.Outcome), l))
	if q.Open {
		add(label.Option("journal", "case_status", string(model.CaseOpen), l))
	}
	from, to := label.Short(string(q.Within.First), s.today), label.Short(string(q.Within.Last), s.today)
	switch {
	case s.filter.period == periodAll:
	case s.filter.period != periodRange:
		add(w.Periods[string(s.filter.period)])
	case to == "":
		add(w.From + " " + from)
	case from == "":
		add(w.To + " " + to)
	default:
		add(from + w.Until + to)
	}
	add(q.Customer)
	return strings.Join(parts, ", ")
}

// askFilter is the form with all filters; nothing chosen in it is everything.
func (s *Screen) askFilter() tea.Cmd {
	w, q := s.words.Journal, s.filter.query
	within := q.Within
	if s.filter.period != periodRange {
		within = s.filter.period.span(s.store.Today())
	}
	from, to := s.dayField("from", w.From, within.First), s.dayField("to", w.To, within.Last)
	from.Half = true
	status := ""
	if q.Open {
		status = string(model.CaseOpen)
	}
	p := kit.NewPrompt(s.env, w.FilterTitle, []kit.Field{
		s.choiceField("kind", string(q.Kind)),
		s.choiceField("method", string(q.Method)),
		s.choiceField("outcome", string(q.Outcome)),
		s.choiceField("case_status", status),
		s.periodField(),
		from, to,
		{Code: "customer", Label: label.Field("journal", "customer_id", s.words.Lang), Value: q.Customer, Placeholder: w.CustomerHint, MaxLen: 60},
	}, nil)
	p.Form.OnChange = func(code string) { s.followPeriod(p.Form, code) }
	p.Form.OnSubmit = func(values map[string]string) tea.Cmd { return s.takeFilter(p, values) }
	return kit.Open(p)
}

// choiceField is a filter on one of the entry's choices, with all of them.
func (s *Screen) choiceField(code, value string) kit.Field {
	f, _ := model.EntryFields.ByCode(code)
	field := fields.Of("journal", f.Spec, value, fields.Env{Lang: s.words.Lang, Today: s.store.Today()})
	if code == "case_status" {
		field.Options = field.Options[:1] // those that still wait
	}
	field.Options = append([]kit.Option{{Label: s.words.Journal.All}}, field.Options...)
	field.Optional = false
	return field
}

func (s *Screen) periodField() kit.Field {
	w := s.words.Journal
	field := kit.Field{Code: "period", Label: w.Period, Kind: kit.ChoiceField, Value: string(s.filter.period)}
	for _, p := range []period{periodAll, periodToday, periodWeek, periodMonth, periodDays, periodRange} {
		field.Options = append(field.Options, kit.Option{Code: string(p), Label: w.Periods[string(p)]})
	}
	return field
}

// daySpec is a day of the filter as it is typed.
func daySpec(code string) model.Spec { return model.Spec{Code: code, Kind: model.KindDate} }

func (s *Screen) dayField(code, name string, d model.Date) kit.Field {
	field := fields.Of("journal", daySpec(code), string(d), fields.Env{Lang: s.words.Lang, Today: s.store.Today()})
	field.Label = name
	return field
}

// followPeriod shows the days of a chosen period; typing other days makes it a
// range of its own.
func (s *Screen) followPeriod(form *kit.Form, code string) {
	switch code {
	case "period":
		if p := period(form.Value("period")); p != periodRange {
			days := p.span(s.store.Today())
			form.SetValue("from", string(days.First))
			form.SetValue("to", string(days.Last))
		}
	case "from", "to":
		form.SetValue("period", string(periodRange))
	}
}

// takeFilter reads the form and narrows the list down.
func (s *Screen) takeFilter(p *kit.Prompt, values map[string]string) tea.Cmd {
	f := filter{text: s.filter.text, period: period(values["period"]), query: model.JournalQuery{
		Kind: model.EntryKind(values["kind"]), Method: model.Method(values["method"]), Outcome: model.Outcome(values["outcome"]),
		Open: values["case_status"] != "", Customer: model.Clean(values["customer"]),
	}}
	if f.period == periodRange {
		env := fields.Env{Lang: s.words.Lang, Today: s.store.Today()}
		from, errFrom := fields.Read("journal", daySpec("from"), values["from"], env)
		to, errTo := fields.Read("journal", daySpec("to"), values["to"], env)
		if errFrom != nil || errTo != nil {
			return nil // the field says why
		}
		if to != "" && to < from {
			p.Form.SetError("to", s.words.Journal.Backwards)
			return nil
		}
		f.query.Within = model.Span{First: model.Date(from), Last: model.Date(to)}
		if f.query.Within == (model.Span{}) {
			f.period = periodAll
		}
	}
	s.filter = f
	return kit.Close(p, s.narrowed())
}

// narrowed shows the entries, narrowed down.
func (s *Screen) narrowed() tea.Cmd {
	s.section, s.open = entries, false
	s.arrange()
	return s.narrow()
}

func (s *Screen) clearFilter() tea.Cmd {
	s.filter = filter{text: s.filter.text}
	return s.narrowed()
}
