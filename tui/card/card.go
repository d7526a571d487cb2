// Package card is one customer on the screen: the card with its timeline, and
// what can be done from it, wherever it is shown. Today and the customers' list
// lay it beside their rows, or over them where there is little room.
package card

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/words"
)

// How much of its journal and log a card shows.
const (
	mostEntries = 200
	mostChanges = 200
	mostBrought = 50
)

// data is what a card shows.
type data struct {
	customer model.Customer
	festival *festivalData           // instead of a customer
	called   map[string]string       // what the customer refers to, by field
	brought  []model.Customer        // by this customer
	entries  []model.Entry           // the newest first
	projects []model.ProjectRow      // those that run first
	items    map[string][]model.Item // by record
	changes  []model.Change
	settings model.Settings
	owed     owing
	orders   orders
}

// whom a card is about: a customer, or those whom a festival concerns.
type whom struct {
	customer int64
	festival string
}

// Card is the pane that shows one customer.
type Card struct {
	*kit.Pane[whom, data]
	env   *kit.Env
	words *words.Words
	store model.Store
	till  *act.Till
	clerk *act.Clerk
	acts  *act.Acts
	w     int // of what is drawn
}

// New makes a card that shows nobody yet.
func New(env *kit.Env, words *words.Words, store model.Store) *Card {
	till := act.NewTill(env, words, store)
	c := &Card{
		env: env, words: words, store: store, till: till, clerk: act.NewClerk(env, words, store, till), acts: act.NewActs(env, words, store),
	}
	c.Pane = kit.NewPane(env, c.read)
	c.Draw = c.draw
	c.Gone = func(err error) bool { return errors.Is(err, model.ErrNotFound) } // undone or removed meanwhile
	c.OnFail = func(err error) tea.Cmd { return kit.Fail(c.words.Card.Open, err) }
	return c
}

// Show turns to a customer; 0 is nobody.
func (c *Card) Show(id int64) tea.Cmd { return c.Pane.Show(whom{customer: id}) }

// Customer is the customer on the screen; false while there is none.
func (c *Card) Customer() (model.Customer, bool) {
	return c.shown().customer, c.Data() != nil && c.Wanted().customer != 0
}

// shown is what was read last: another customer's card until the load is in.
func (c *Card) shown() *data {
	if d := c.Latest(); d != nil {
		return d
	}
	return &data{}
}

func (c *Card) read(ctx context.Context, of whom) (data, error) {
	if of.festival != "" {
		return c.readFestival(ctx, of.festival)
	}
	return c.readCustomer(ctx, of.customer)
}

func (c *Card) readCustomer(ctx context.Context, id int64) (d data, err error) {
	if d.customer, err = c.store.Customer(ctx, id); err != nil {
		return d, err
	}
	if d.entries, err = c.store.Entries(ctx, id, mostEntries); err != nil {
		return d, err
	}
	if d.changes, err = c.store.Changes(ctx, id, mostChanges); err != nil {
		return d, err
	}
	if d.items, err = c.readItems(ctx, id); err != nil {
		return d, err
	}
	if d.projects, err = c.readProjects(ctx, id); err != nil {
		return d, err
	}
	rows, err := c.store.CustomerList().Rows(ctx, []int64{id}, false)
	if err != nil {
		return d, err
	}
	for _, row := range rows {
		d.called = map[string]string{"referrer": row.ReferredBy, "campaign": row.CampaignName}
	}
	if d.brought, err = c.store.BroughtBy(ctx, id, mostBrought); err != nil {
		return d, err
	}
	if d.owed, err = c.readOwed(ctx, d.customer); err != nil {
		return d, err
	}
	if d.orders, err = c.readOrders(ctx, id); err != nil {
		return d, err
	}
	d.settings, err = c.store.Settings(ctx)
	return d, err
}

// Retranslate draws the card anew after the language or the theme changed.
func (c *Card) Retranslate() { c.Redraw() }
