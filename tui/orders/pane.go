package orders

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// about is what the pane shows: an order, or a product.
type about struct{ order, product int64 }

// shown is what was read of it.
type shown struct {
	about
	order    model.OrderDetail
	customer model.Customer
	product  model.Product
	set      model.Settings
}

// pane is the details beside the list, or over it.
type pane struct {
	*kit.Pane[about, shown]
	env   *kit.Env
	words *words.Words
	store model.Store
	shown *shown // what is being drawn
	w     int
}

func newPane(env *kit.Env, words *words.Words, store model.Store) *pane {
	p := &pane{env: env, words: words, store: store}
	p.Pane = kit.NewPane(env, p.read)
	p.Draw = p.draw
	p.Gone = func(err error) bool { return errors.Is(err, model.ErrNotFound) } // undone or removed meanwhile
	p.OnFail = func(err error) tea.Cmd { return kit.Fail(words.Orders.ReadDetail, err) }
	return p
}

func (p *pane) read(ctx context.Context, a about) (s shown, err error) {
	s.about = a
	if a.product != 0 {
		s.product, err = p.store.Product(ctx, a.product)
		return s, err
	}
	if s.order, err = p.store.OrderOf(ctx, a.order); err != nil {
		return s, err
	}
	if s.customer, err = p.store.Customer(ctx, s.order.CustomerID); err != nil {
		return s, err
	}
	s.set, err = p.store.Settings(ctx)
	return s, err
}
