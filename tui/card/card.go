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

// Card is the pane that shows one customer.
type Card struct {
	env    *kit.Env
	words  *words.Words
	store  model.Store
	till   *act.Till
	clerk  *act.Clerk
	acts   *act.Acts
	detail *kit.Detail

	id    int64  // whose card is wanted
	fest  string // the festival that is wanted instead of a customer
	shown data   // what is on the screen; its id lags behind until the load is in
	seq   int
	next  func() tea.Cmd // to be done when the load is in
	dark  bool           // out of sight: it is read when it is needed
	stale bool           // it was not read so far
	w, h  int
}

// New makes a card that shows nobody yet.
func New(env *kit.Env, words *words.Words, store model.Store) *Card {
	till := act.NewTill(env, words, store)
	return &Card{
		env: env, words: words, store: store, till: till, clerk: act.NewClerk(env, words, store, till), acts: act.NewActs(env, words, store),
		detail: kit.NewDetail(env),
	}
}

// SetBox says where on the screen the card lies.
func (c *Card) SetBox(b kit.Box) {
	c.w, c.h = b.W, b.H
	c.detail.SetSize(b.W, b.H)
	c.detail.SetOrigin(b.X, b.Y)
	c.draw()
}

// Show turns to a customer; 0 is nobody.
func (c *Card) Show(id int64) tea.Cmd {
	if id == c.id && c.fest == "" {
		return nil
	}
	c.id, c.fest, c.next = id, "", nil
	return c.Reload()
}

// Reload reads the customer again.
func (c *Card) Reload() tea.Cmd {
	c.seq++
	if c.stale = c.dark && c.next == nil && (c.id != 0 || c.fest != ""); c.stale {
		return nil
	}
	if c.fest != "" {
		return c.loadFestival(c.fest, c.seq)
	}
	if c.id == 0 {
		c.shown = data{}
		c.draw()
		return nil
	}
	return c.load(c.id, c.seq)
}

// Light says whether the card is in sight. In the dark it is read when something
// is to be done with its customer.
func (c *Card) Light(on bool) tea.Cmd {
	c.dark = !on
	if on && c.stale {
		return c.Reload()
	}
	return nil
}

// Ready does something with the customer as soon as they are on the screen: a
// key may be faster than the load.
func (c *Card) Ready(do func() tea.Cmd) tea.Cmd {
	if c.isReady() {
		return do()
	}
	c.next = do
	if c.stale {
		return c.Reload()
	}
	return nil
}

func (c *Card) isReady() bool {
	_, ok := c.Customer()
	return ok || c.showsFestival()
}

// Customer is the customer on the screen; false while there is none.
func (c *Card) Customer() (model.Customer, bool) {
	return c.shown.customer, c.id != 0 && c.shown.customer.ID == c.id && !c.stale
}

// loaded is the answer to one card's load; another tab has a card of its own.
type loaded struct {
	card *Card
	seq  int
	data data
	err  error
}

func (c *Card) load(id int64, seq int) tea.Cmd {
	return func() tea.Msg {
		d, err := c.read(context.Background(), id)
		return loaded{c, seq, d, err}
	}
}

func (c *Card) read(ctx context.Context, id int64) (d data, err error) {
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

// Update takes over what was read, and scrolls; it reports whether the message
// was the card's.
func (c *Card) Update(msg tea.Msg) (tea.Cmd, bool) {
	l, ok := msg.(loaded)
	if !ok {
		return nil, c.detail.Update(msg)
	}
	switch {
	case l.card != c || l.seq != c.seq:
		return nil, false // another card's, or too late
	case l.err != nil:
		c.shown = data{}
		c.draw()
		if errors.Is(l.err, model.ErrNotFound) {
			return nil, true // undone or removed meanwhile: the list will turn elsewhere
		}
		return kit.Fail(c.words.Card.Open, l.err), true
	}
	if l.data.customer.ID != c.shown.customer.ID {
		c.detail.Top()
	}
	c.shown = l.data
	c.draw()
	if do := c.next; do != nil {
		c.next = nil
		return do(), true
	}
	return nil, true
}

// View draws the card.
func (c *Card) View() string { return c.detail.View() }

// Retranslate draws the card anew after the language or the theme changed.
func (c *Card) Retranslate() { c.draw() }
