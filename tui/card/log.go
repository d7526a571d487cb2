package card

import (
	"context"
	"fmt"
	"strconv"
	"time"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// logForm is the form for one contact. Everything that can be known is filled
// in; a routine call is: type what was said, ctrl+s.
type logForm struct {
	*ask.Editor
	card     *Card
	customer model.Customer // as it was when the form was opened
	settings model.Settings
	today    model.Date
}

// LogWith turns the card to a customer, read anew, and opens the form for a
// contact with them.
func (c *Card) LogWith(customer int64) tea.Cmd {
	return tea.Batch(c.Show(0), c.Show(customer), c.Ready(c.Log))
}

// Log opens the form for a contact with the customer on the card.
func (c *Card) Log() tea.Cmd {
	k, ok := c.Customer()
	if !ok {
		return nil
	}
	f := &logForm{card: c, customer: k, settings: c.shown.settings, today: c.store.Today()}
	env := c.fieldEnv()
	title := fmt.Sprintf(c.words.Card.LogTitle, k.Name, c.gradeWord(k.Grade))
	f.Editor = c.editor(title, "journal", "log/"+strconv.FormatInt(k.ID, 10), f.fields(env, c.lastMethod(), c.store.Now()))
	f.Save = f.keep
	f.Form.OnChange = func(code string) { f.suggest(code) }
	f.suggest("")
	f.Form.Focus("situation")
	return kit.Open(f.Editor)
}

func (c *Card) fieldEnv() ask.FieldEnv {
	return ask.FieldEnv{Lang: c.words.Lang, Planned: c.words.Planned, Today: c.store.Today(), Currency: c.shown.customer.Currency,
		Own: c.env.Own}
}

func (c *Card) gradeWord(g model.Grade) string {
	if g == model.Ungraded {
		return label.Ungraded(c.words.Lang)
	}
	return fmt.Sprintf(c.words.Card.GradeOf, g)
}

func (c *Card) lastMethod() model.Method {
	if m := c.shown.customer.NextMethod; m != "" {
		return m
	}
	for _, e := range c.shown.entries {
		if e.Method != "" {
			return e.Method
		}
	}
	return model.Phone
}

// fields are the entry's own and what it may change on the card, in the order
// in which they are filled in.
func (f *logForm) fields(env ask.FieldEnv, method model.Method, now time.Time) []kit.Field {
	at := string(f.today)
	if model.DateOf(now) == f.today {
		at += now.Format(" 15:04")
	}
	entry := func(code, value string) kit.Field {
		spec, _ := model.EntryFields.ByCode(code)
		return ask.FieldOf("journal", spec.Spec, value, env)
	}
	own := func(code string) kit.Field {
		spec, _ := model.CustomerFields.ByCode(code)
		return ask.FieldOf("customer", spec.Spec, spec.Get(&f.customer), env)
	}
	agreed := label.Option("customer", "next_basis", string(model.Agreed), env.Lang)
	planned := func(fl kit.Field) kit.Field {
		check := fl.Check
		fl.Check = func(text string) (echo, problem string) {
			if echo, problem = check(text); echo != "" {
				echo += " " + agreed
			}
			return echo, problem
		}
		return fl
	}
	half := func(fl kit.Field) kit.Field { fl.Half = true; return fl }
	return []kit.Field{
		entry("method", string(method)),
		half(entry("outcome", string(model.Reached))), entry("kind", string(model.FollowUp)),
		entry("situation", ""), entry("problem", ""), entry("solution", ""),
		own("grade"), own("class"),
		planned(own("next_on")), own("next_action"), own("next_method"), entry("at", at),
	}
}

// suggest fills in the next date by the rule, and says the rule beside it,
// until the person types another.
func (f *logForm) suggest(code string) {
	switch code {
	case "", "outcome", "grade", "at":
	default:
		return
	}
	k := f.customer
	k.Grade = model.Grade(f.Form.Value("grade"))
	at, err := model.ParseMoment(f.Form.Value("at"), f.today, model.Past)
	if err != nil {
		return
	}
	failed := f.Form.Value("outcome") == string(model.NotReached)
	next := k.NextAfter(at.Date(), failed, f.settings)
	f.Form.SetLabel("next_on", f.card.words.Card.NextOn)
	rule := label.CadenceOf(&k, f.settings, f.card.words.Lang)
	if failed {
		f.Form.SetLabel("next_on", f.card.words.Card.Retry)
		rule = f.card.words.Card.RetryRule
	}
	if f.Form.Suggest("next_on", string(next)) && next != "" {
		f.Form.SetEcho("next_on", label.Weekday(next, f.card.words.Lang)+f.card.words.Guessed(next)+" "+rule)
	}
}

// keep reads the form and logs the contact.
func (f *logForm) keep(ctx context.Context, values map[string]string, reason string) (ask.Done, error) {
	e := model.Entry{CustomerID: f.customer.ID}
	env := ask.FieldEnv{Lang: f.card.words.Lang, Today: f.today}
	for _, spec := range model.EntryFields {
		text, ok := values[spec.Code]
		if !ok {
			continue
		}
		value, err := ask.Read("journal", spec.Spec, text, env)
		if err != nil {
			return ask.Done{}, err
		}
		spec.Set(&e, value)
	}
	plan := model.Plan{Reason: reason}
	for _, code := range []string{"next_on", "next_action", "next_method"} {
		spec, _ := model.CustomerFields.ByCode(code)
		value, err := ask.Read("customer", spec.Spec, values[code], env)
		if err != nil {
			return ask.Done{}, err
		}
		switch code {
		case "next_on":
			if f.Form.Touched(code) {
				plan.NextOn = model.Date(value)
			}
		case "next_action":
			plan.NextAction = value
		case "next_method":
			plan.NextMethod = model.Method(value)
		}
	}
	if g := model.Grade(values["grade"]); g != f.customer.Grade {
		e.SetGrade = g
	}
	if cl := model.Class(values["class"]); cl != f.customer.Class {
		e.SetClass = cl
	}
	_, c, err := f.card.store.Log(ctx, e, plan)
	if err != nil {
		return ask.Done{}, err
	}
	next := c.NextOn
	if e.Outcome == model.NotReached {
		next = c.RetryOn
	}
	if next == "" {
		return ask.Done{Said: fmt.Sprintf(f.card.words.Card.LoggedNoNext, c.Name)}, nil
	}
	return ask.Done{Said: fmt.Sprintf(f.card.words.Card.Logged, c.Name, label.Short(string(next), f.today))}, nil
}
