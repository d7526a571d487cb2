package card

import (
	"context"
	"errors"
	"fmt"
	"strconv"

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
	lost     model.Plan // why the deal was lost, once that was asked
}

// LogWith turns the card to a customer, read anew, and opens the form for a
// contact with them.
func (c *Card) LogWith(customer int64) tea.Cmd {
	return tea.Batch(c.Show(0), c.Show(customer), c.Ready(c.Log))
}

// NoAnswerOf turns the card to a customer, read anew, and logs that nobody
// answered.
func (c *Card) NoAnswerOf(customer int64) tea.Cmd {
	return tea.Batch(c.Show(0), c.Show(customer), c.Ready(c.noAnswer))
}

// Log opens the form for a contact with the customer on the card.
func (c *Card) Log() tea.Cmd {
	k, ok := c.Customer()
	if !ok {
		return nil
	}
	f := &logForm{card: c, customer: k, settings: c.shown().settings, today: c.store.Today()}
	start := model.Logged{Entry: model.Entry{CustomerID: k.ID, Method: c.lastMethod(), Outcome: model.Reached, Kind: model.FollowUp,
		SetGrade: k.Grade, SetClass: k.Class, SetStage: k.Stage, At: c.now()}}
	start.Expected = k.Expected()
	start.Plan = model.Plan{NextOn: k.NextOn, NextAction: k.NextAction, NextMethod: k.NextMethod}
	f.Editor = ask.Form(c.stand(), ask.Act[model.Logged]{
		Title: fmt.Sprintf(c.words.Card.LogTitle, k.Name, c.gradeWord(k.Grade)), Draft: "log/" + strconv.FormatInt(k.ID, 10),
		Record: model.RowOfJournal, Table: model.LoggedFields, Start: start, Currency: k.Currency, Shown: f.agreed, Save: f.keep,
	})
	f.Refused, f.Head = f.askLost, c.lastWords
	f.Form.OnChange = func(code string) { f.suggest(code) }
	f.suggest("")
	f.Form.Focus("situation")
	return kit.Open(f.Editor)
}

// mostLastWords is how many lines of what was said last stand over the form.
const mostLastWords = 2

// lastWords is what was said last with the customer on the card.
func (c *Card) lastWords(w int) []string {
	today := c.store.Today()
	for i := range c.shown().entries {
		e := &c.shown().entries[i]
		if e.At.Date() > today {
			continue
		}
		lines := kit.Wrap(c.words.Note(label.LastTalk(e, today, c.words.Lang)), w-1)
		if len(lines) > mostLastWords {
			lines = append(lines[:mostLastWords-1], kit.Cut(lines[mostLastWords-1], w-2)+"~")
		}
		for n := range lines {
			lines[n] = " " + c.env.Styles.Dim.Render(lines[n])
		}
		return lines
	}
	return nil
}

// noAnswer logs that nobody answered, in one key: the customer is back on the
// list on the next working day.
func (c *Card) noAnswer() tea.Cmd {
	k, w := c.shown().customer, c.words.Card
	e := model.Entry{CustomerID: k.ID, Method: c.lastMethod(), Outcome: model.NotReached, Kind: model.FollowUp, Situation: w.NobodyAnswered,
		At: c.now()}
	return func() tea.Msg {
		_, k, err := c.store.Log(context.Background(), e, model.Plan{})
		if err != nil {
			return kit.Failed{Op: w.NoAnswer, Err: err}
		}
		return kit.Changed{Said: fmt.Sprintf(w.LoggedNoAnswer, k.Name, label.Short(string(k.RetryOn), c.store.Today()))}
	}
}

// now is the moment of a contact that is logged: without the time where another
// day counts as today.
func (c *Card) now() model.Moment {
	today, now := c.store.Today(), c.store.Now()
	if model.DateOf(now) != today {
		return model.Moment(today)
	}
	return model.Moment(today) + model.Moment(now.Format(" 15:04"))
}

func (c *Card) stand() ask.Stand { return ask.Stand{Env: c.env, Words: c.words, Store: c.store} }

func (c *Card) fieldEnv() ask.FieldEnv { return c.stand().FieldEnv(c.shown().customer.Currency) }

func (c *Card) gradeWord(g model.Grade) string {
	if g == model.Ungraded {
		return label.Ungraded(c.words.Lang)
	}
	return fmt.Sprintf(c.words.Card.GradeOf, g)
}

func (c *Card) lastMethod() model.Method {
	if m := c.shown().customer.NextMethod; m != "" {
		return m
	}
	for _, e := range c.shown().entries {
		if e.Method != "" {
			return e.Method
		}
	}
	return model.Phone
}

// agreed says of a next date that is typed that it is agreed on.
func (f *logForm) agreed(field *kit.Field) {
	if field.Code != "next_on" {
		return
	}
	check, agreed := field.Check, label.Option("customer", "next_basis", string(model.Agreed), f.card.words.Lang)
	field.Check = func(text string) (echo, problem string) {
		if echo, problem = check(text); echo != "" {
			echo += " " + agreed
		}
		return echo, problem
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

// askLost asks why the deal was lost, where the contact is refused for the want of
// it, and logs it with that.
func (f *logForm) askLost(err error) tea.Cmd {
	var fe *model.FieldError
	if !errors.As(err, &fe) || fe.Field != "lost_reason" {
		return nil
	}
	c, env := f.card, f.card.stand().FieldEnv(f.customer.Currency)
	fields := ask.FieldsOf(model.RowOfJournal, model.LoggedFields, &model.Logged{Plan: f.lost}, env, model.LostCodes()...)
	var p *kit.Prompt
	p = kit.NewPrompt(c.env, fmt.Sprintf(c.words.Card.LostTitle, f.customer.Name), fields, func(values map[string]string) tea.Cmd {
		var l model.Logged
		err := ask.Take(model.RowOfJournal, model.LoggedFields, values, &l, env)
		if err == nil && l.Plan.LostReason == "" {
			err = model.At("lost_reason", model.Refuse(model.RefusedRequired))
		}
		if code, problem, ok := label.Problem(model.RowOfCustomer, err, c.words.Lang); ok {
			p.Form.SetError(code, problem)
			return nil
		}
		f.lost = l.Plan
		return kit.Close(p, f.Submit(f.Form.Values(), ""))
	})
	return kit.Open(p)
}

// keep logs the contact. A next date that wasn't typed is the rule's.
func (f *logForm) keep(ctx context.Context, l model.Logged, reason string) (string, error) {
	if l.Plan.Reason = reason; !f.Form.Touched("next_on") {
		l.Plan.NextOn = ""
	}
	if l.Leave(&f.customer); l.Entry.SetStage == model.Lost {
		l.Plan.LostReason, l.Plan.LostTo, l.Plan.LostPrice = f.lost.LostReason, f.lost.LostTo, f.lost.LostPrice
	}
	if err := l.Check(f.today); err != nil {
		return "", err
	}
	e, c, err := f.card.store.Log(ctx, l.Entry, l.Plan)
	if err != nil {
		return "", err
	}
	said, next := f.card.words.Card.Logged, c.NextOn
	if e.Outcome == model.NotReached {
		said, next = f.card.words.Card.LoggedNoAnswer, c.RetryOn
	}
	if next == "" {
		return fmt.Sprintf(f.card.words.Card.LoggedNoNext, c.Name), nil
	}
	return fmt.Sprintf(said, c.Name, label.Short(string(next), f.today)), nil
}
