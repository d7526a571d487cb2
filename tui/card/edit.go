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

// Added says that a new customer was kept, so that a list can turn to it.
type Added struct{ ID int64 }

// editor is the dialog for a form of the card's.
func (c *Card) editor(title, record, draft string, fields []kit.Field) *ask.Editor {
	return ask.NewEditor(c.env, c.words, c.store, title, record, draft, fields)
}

// Add opens the form for a new customer.
func (c *Card) Add() tea.Cmd {
	return c.customerForm(c.words.Card.AddTitle, "customer/new", model.Customer{}, nil)
}

// Edit opens the form for the customer on the card.
func (c *Card) Edit() tea.Cmd {
	k, ok := c.Customer()
	if !ok {
		return nil
	}
	title := fmt.Sprintf(c.words.Card.EditTitle, k.Name)
	return c.customerForm(title, "customer/"+strconv.FormatInt(k.ID, 10), k, c.shown().called)
}

// customerForm is the form of the customer's field table.
func (c *Card) customerForm(title, draft string, k model.Customer, called map[string]string) tea.Cmd {
	env := ask.FieldEnv{Lang: c.words.Lang, Planned: c.words.Planned, Today: c.store.Today(), Currency: k.Currency, Own: c.env.Own}
	var list []kit.Field
	section := ""
	for _, f := range model.CustomerFields {
		if f.Section != "" {
			section = label.Section(f.Section, c.words.Lang)
		}
		if f.Kept {
			continue
		}
		fl := ask.FieldOf("customer", f.Spec, f.Get(&k), env)
		if f.Kind == model.KindRef {
			fl.Value, fl.Placeholder = called[f.Code], c.words.Card.ReferrerHint
			if f.Of == model.RowOfCampaign {
				fl.Placeholder = c.words.Card.CampaignHint
			}
		}
		fl.Section, section = section, ""
		list = append(list, fl)
	}
	e := c.editor(title, "customer", draft, list)
	another := false // one is kept though there seems to be such a customer
	e.Save = func(ctx context.Context, values map[string]string, reason string) (ask.Done, error) {
		return c.keepCustomer(ctx, k, called, values, reason, another)
	}
	e.Refused = func(err error) tea.Cmd {
		var known *knownError
		if !errors.As(err, &known) {
			return nil
		}
		return c.askKnown(e, known.customers, func() tea.Cmd {
			another = true
			return e.Submit(e.Form.Values(), "")
		})
	}
	return kit.Open(e)
}

// keepCustomer reads the form into the card and keeps it. A new customer who
// seems to be there already is asked about, unless another card is wanted.
func (c *Card) keepCustomer(ctx context.Context, k model.Customer, called, values map[string]string,
	reason string, another bool) (ask.Done, error) {
	today := c.store.Today()
	usual := ""
	if c.words.Planned != nil {
		usual = c.words.Planned.Currency
	}
	currency, err := label.Currency(model.CustomerFields.Specs(), values, usual, func(code string) string {
		f, _ := model.CustomerFields.ByCode(code)
		return f.Get(&k)
	})
	if err != nil {
		return ask.Done{}, err
	}
	k.Currency = currency
	for _, f := range model.CustomerFields {
		if _, typed := values[f.Code]; typed && f.Kind == model.KindAmount {
			f.Set(&k, "") // read again, in the currency
		}
	}
	for _, f := range model.CustomerFields {
		text, ok := values[f.Code]
		switch {
		case !ok, f.Code == "currency":
		case f.Kind == model.KindRef:
			if text == called[f.Code] {
				continue
			}
			id, err := c.resolve(ctx, f.Spec, text)
			if err != nil {
				return ask.Done{}, model.At(f.Code, err)
			}
			f.Set(&k, id)
		default:
			if err := label.Set("customer", model.CustomerFields, f.Code, &k, text, today, f.Bias); err != nil {
				return ask.Done{}, err
			}
		}
	}
	if k.ID == 0 {
		if err := c.refuseKnown(ctx, k, another); err != nil {
			return ask.Done{}, err
		}
		kept, err := c.store.AddCustomer(ctx, k)
		said := fmt.Sprintf(c.words.Card.AddedCustomer, kept.Name)
		if same, _ := c.store.Namesakes(ctx, kept); err == nil && len(same) > 0 { // kept, whatever is known of others
			said += fmt.Sprintf(c.words.QuickAdd.SameName, same[0].ID)
		}
		return ask.Done{Said: said, First: Added{kept.ID}}, err
	}
	kept, err := c.store.SaveCustomer(ctx, k, reason)
	return ask.Done{Said: fmt.Sprintf(c.words.Card.SavedCustomer, kept.Name)}, err
}

// resolve finds the customer whose name, phone or number was typed, or the
// campaign whose name was.
func (c *Card) resolve(ctx context.Context, spec model.Spec, text string) (string, error) {
	if text = model.Clean(text); text == "" {
		return "", nil
	}
	if spec.Of == model.RowOfCampaign {
		all, err := c.store.Campaigns(ctx)
		return model.CampaignNamed(all, text), errors.Join(err, model.NoCampaign(all, text))
	}
	by, err := c.store.Resolve(ctx, text)
	if err != nil {
		return "", model.Refuse(model.RefusedReference, text)
	}
	return strconv.FormatInt(by.ID, 10), nil
}

// EditEntry opens the form for one entry of the journal.
func (c *Card) EditEntry(entry model.Entry) tea.Cmd {
	env := c.fieldEnv()
	var list []kit.Field
	for _, f := range model.EntryFields {
		if !f.Kept {
			list = append(list, ask.FieldOf("journal", f.Spec, f.Get(&entry), env))
		}
	}
	e := c.editor(c.words.Card.EntryTitle, "journal", "entry/"+strconv.FormatInt(entry.ID, 10), list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		for _, f := range model.EntryFields {
			text, ok := values[f.Code]
			if !ok {
				continue
			}
			if err := label.Set("journal", model.EntryFields, f.Code, &entry, text, env.Today, model.Past); err != nil {
				return ask.Done{}, err
			}
		}
		_, err := c.store.SaveEntry(ctx, entry)
		return ask.Done{Said: c.words.Card.SavedEntry}, err
	}
	return kit.Open(e)
}

// entries is a menu of the newest entries, to edit one or take it out.
func (c *Card) entries(title string, act func(model.Entry) tea.Cmd) tea.Cmd {
	var menu []kit.Action
	for _, e := range c.shown().entries {
		name := label.Short(string(e.At), c.store.Today()) + "  " + kit.Cut(firstLine(c.words.Note(e.Situation)), 40)
		menu = append(menu, kit.Action{ID: "entry", Name: name, Do: func() tea.Cmd { return act(e) }})
	}
	return kit.Open(kit.NewMenu(c.env, title, menu))
}

func firstLine(s string) string {
	for i, r := range s {
		if r == '\n' {
			return s[:i]
		}
	}
	return s
}
