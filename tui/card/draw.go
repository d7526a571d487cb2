package card

import (
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// draw lays the customer out: the head answers who, the first section what was
// planned and said last, the rest follows.
func (c *Card) draw(d *data, width int) (head []string, sections []kit.Section) {
	c.w = width
	if d == nil {
		return nil, []kit.Section{{Lines: []string{c.env.Styles.Dim.Render(c.words.Card.Nobody)}}}
	}
	if d.festival != nil {
		return c.drawFestival()
	}
	w := c.words.Card
	sections = []kit.Section{
		{Title: w.Next, Lines: c.plan()},
		{Title: w.Timeline, Lines: c.timeline()},
	}
	sections = append(sections, c.orderSection()...)
	sections = append(sections, c.owedSection()...)
	if lines := c.projectLines(); len(lines) > 0 {
		sections = append(sections, kit.Section{Title: label.Section("project", c.words.Lang), Lines: lines})
	}
	if lines := c.brought(); len(lines) > 0 {
		sections = append(sections, kit.Section{Title: w.Brought, Lines: lines})
	}
	sections = append(sections, c.itemSections()...)
	sections = append(sections, c.fields()...)
	sections = append(sections, kit.Section{Title: w.Changes, Lines: c.changes()})
	return c.head(), sections
}

func (c *Card) show(code string) string {
	f, _ := model.CustomerFields.ByCode(code)
	return c.words.Show("customer", f.Spec, f.Get(&c.shown().customer), c.shown().customer.Currency)
}

// head is the name, how pressing the customer is, and how to reach them.
func (c *Card) head() []string {
	s, k := c.env.Styles, &c.shown().customer
	grade := string(k.Grade)
	if grade == "" {
		grade = label.Ungraded(c.words.Lang)
	}
	state := strings.Join(nonEmpty(grade, c.show("class"), c.show("stage")), " ")
	if k.Archived {
		state = c.words.Card.Archived
	}
	room := max(c.w-kit.Width(state)-2, 8)
	lines := []string{kit.Fit(s.Title.Render(kit.Fit(k.Name, room))+"  "+s.Badge.Render(state), c.w)}
	reach := nonEmpty(c.show("gender"), c.show("phones"), c.show("wechat"), c.show("email"))
	if len(reach) > 0 {
		lines = append(lines, s.Row.Render(kit.Fit(strings.Join(reach, "  "), c.w)))
	}
	return append(lines, kit.Rule(c.env, c.w))
}

// plan is what was decided to do next, and what an import guessed.
func (c *Card) plan() []string {
	k, w := &c.shown().customer, c.words.Card
	var when string
	switch {
	case k.Grade == model.GradeE:
		when = label.Cadence(k.Grade, 0, c.words.Lang)
	case k.NextOn != "":
		when = c.words.Day(k.NextOn)
		if k.NextBasis == model.Agreed {
			when += "  " + c.show("next_basis")
		}
	default:
		when = w.NothingPlanned
	}
	next := strings.Join(nonEmpty(when, c.show("next_method"), c.show("next_action")), "  ")
	pairs := append(c.owes(), kit.Pair{Label: w.NextOn, Value: next})
	if k.Attempts > 0 && k.RetryOn != "" {
		pairs = append(pairs, kit.Pair{Label: w.Retry, Value: c.words.Day(k.RetryOn)})
	}
	if k.AheadOn != "" {
		pairs = append(pairs, kit.Pair{Label: label.Field("customer", "ahead_on", c.words.Lang), Value: label.Ahead(k.AheadOn, c.words.Lang)})
	}
	axes := label.Urgency(k.Urgency(c.store.Today()), c.words.Lang) + "  " + label.Importance(k.IsImportant(c.shown().settings), c.words.Lang)
	pairs = append(pairs,
		kit.Pair{Label: w.Wants, Value: c.show("interest")},
		kit.Pair{Label: w.Axes, Value: axes},
		kit.Pair{Label: w.Known, Value: label.Completeness(k.Completeness(), c.words.Lang)},
	)
	lines := kit.Pairs(c.env, c.w, pairs)
	if k.Inferred != "" {
		for _, line := range kit.Wrap(w.Inferred+c.show("inferred"), c.w) {
			lines = append(lines, c.env.Styles.Warn.Render(line))
		}
	}
	return lines
}

// timeline is the journal, the newest first.
func (c *Card) timeline() []string {
	var lines []string
	for i := range c.shown().entries {
		lines = append(lines, c.entry(&c.shown().entries[i])...)
	}
	if len(lines) == 0 {
		return []string{c.env.Styles.Dim.Render(c.words.Card.NoEntries)}
	}
	if len(c.shown().entries) == mostEntries {
		lines = append(lines, c.env.Styles.Dim.Render(c.words.Card.MoreEntries))
	}
	return lines
}

// entry draws one contact: when and how at the left, what was said beside it,
// problem and solution under it.
func (c *Card) entry(e *model.Entry) []string {
	s, l := c.env.Styles, c.words.Lang
	when := label.Short(string(e.At.Date()), c.store.Today())
	how := label.Option("journal", "method", string(e.Method), l)
	left := kit.Fit(when, timeWidth(when)) + " " + kit.Fit(how, methodWidth(l)) + " "
	indent := kit.Width(left)
	text := c.words.Note(e.Situation)
	if e.Outcome == model.NotReached {
		text = label.Option("journal", "outcome", string(e.Outcome), l) + "  " + text
	}
	if e.Kind.IsCase() {
		state := label.Option("journal", "kind", string(e.Kind), l) + " " + label.Option("journal", "case_status", string(e.Status), l)
		text = state + "  " + text
	}
	var lines []string
	for i, line := range kit.Wrap(text, max(c.w-indent, 8)) {
		head := strings.Repeat(" ", indent)
		if i == 0 {
			head = s.Label.Render(left)
		}
		style := &s.Row
		if e.Status == model.CaseOpen {
			style = &s.Warn
		}
		lines = append(lines, head+style.Render(line))
	}
	for _, more := range []struct{ code, text string }{{"problem", e.Problem}, {"solution", e.Solution}} {
		if more.text == "" {
			continue
		}
		for _, line := range kit.Wrap(label.Field("journal", more.code, l)+": "+c.words.Note(more.text), max(c.w-indent, 8)) {
			lines = append(lines, strings.Repeat(" ", indent)+s.Dim.Render(line))
		}
	}
	return lines
}

func timeWidth(when string) int { return max(len(when), 5) }

// methodWidth is the room for the longest method's first word.
func methodWidth(l label.Lang) int {
	if l == label.EN {
		return 9
	}
	return 8
}

// brought is whom this customer brought, and what it led to.
func (c *Card) brought() []string {
	var pairs []kit.Pair
	for _, k := range c.shown().brought {
		led := []string{label.Option("customer", "stage", string(k.Stage), c.words.Lang)}
		if k.ExpectedAmount > 0 {
			led = append(led, label.Amount(k.ExpectedAmount, k.Currency))
		}
		pairs = append(pairs, kit.Pair{Label: k.Name, Value: strings.Join(led, "  ")})
	}
	return kit.Pairs(c.env, c.w, pairs)
}

// fields are the card's filled-in fields under the headings of the field
// table.
func (c *Card) fields() []kit.Section {
	var sections []kit.Section
	pairs := []kit.Pair{}
	title := label.Section("who", c.words.Lang)
	flush := func() {
		if lines := kit.Pairs(c.env, c.w, pairs); len(lines) > 0 {
			sections = append(sections, kit.Section{Title: title, Lines: lines})
		}
		pairs = nil
	}
	for _, f := range model.CustomerFields {
		if f.Section != "" {
			flush()
			title = label.Section(f.Section, c.words.Lang)
		}
		if f.Kept || f.Code == "name" || f.Code == "currency" {
			continue
		}
		value := c.show(f.Code)
		switch {
		case f.Kind == model.KindRef:
			value = c.shown().called[f.Code]
		case f.Code == "important":
			value = label.Important(&c.shown().customer, c.shown().settings, c.words.Lang)
		}
		pairs = append(pairs, kit.Pair{Label: label.Field("customer", f.Code, c.words.Lang), Value: value})
	}
	flush()
	return sections
}

// changes is the card's part of the change log, the newest first.
func (c *Card) changes() []string {
	s, l := c.env.Styles, c.words.Lang
	var lines []string
	last := int64(0)
	for _, ch := range c.shown().changes {
		if ch.Set != last {
			last = ch.Set
			when := model.LocalTime(ch.At).Format("01-02 15:04")
			head := when + "  " + label.Act(ch.Act, ch.Record, l)
			if ch.Reason != "" {
				head += "  " + ch.Reason
			}
			style := &s.Row
			if ch.State == "undone" || ch.State == "dropped" {
				head += "  " + c.words.Card.Undone
				style = &s.Dim
			}
			lines = append(lines, style.Render(kit.Cut(head, c.w)))
		}
		if ch.Op == "update" && ch.Field != "" {
			lines = append(lines, s.Dim.Render(kit.Cut("  "+c.changed(ch), c.w)))
		}
	}
	return lines
}

func (c *Card) changed(ch model.Change) string {
	show := func(value, name string) string {
		if name != "" {
			return c.words.Value(model.FieldOf(ch.Record, ch.Field).Of, "name", name)
		}
		return c.words.Value(ch.Record, ch.Field, value)
	}
	before, after := show(ch.Before, ch.BeforeName), show(ch.After, ch.AfterName)
	return label.Field(ch.Record, ch.Field, c.words.Lang) + "  " + orDash(before) + " -> " + orDash(after)
}

func orDash(s string) string {
	if s == "" {
		return "-"
	}
	return s
}

func nonEmpty(texts ...string) []string {
	var kept []string
	for _, t := range texts {
		if t != "" {
			kept = append(kept, t)
		}
	}
	return kept
}
