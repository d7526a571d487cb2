package orders

import (
	"context"
	"errors"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/i18n"
	"genjin/tui/kit"
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
	env    *kit.Env
	words  *i18n.Words
	store  model.Store
	detail *kit.Detail

	want  about
	shown shown
	seq   int
	w, h  int
}

func newPane(env *kit.Env, words *i18n.Words, store model.Store) *pane {
	return &pane{env: env, words: words, store: store, detail: kit.NewDetail(env)}
}

func (p *pane) setBox(b kit.Box) {
	p.detail.SetSize(b.W, b.H)
	p.detail.SetOrigin(b.X, b.Y)
	if p.w != b.W || p.h != b.H {
		p.w, p.h = b.W, b.H
		p.draw()
	}
}

// show turns to another record.
func (p *pane) show(a about) tea.Cmd {
	if a == p.want {
		return nil
	}
	p.want = a
	return p.reload()
}

type detailRead struct {
	pane  *pane
	seq   int
	shown shown
	err   error
}

func (p *pane) reload() tea.Cmd {
	p.seq++
	if p.want == (about{}) {
		p.shown = shown{}
		p.draw()
		return nil
	}
	seq, want := p.seq, p.want
	return func() tea.Msg {
		read, err := p.read(context.Background(), want)
		return detailRead{p, seq, read, err}
	}
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

func (p *pane) answer(msg tea.Msg) (tea.Cmd, bool) {
	m, ok := msg.(detailRead)
	if !ok || m.pane != p {
		return nil, false
	}
	switch {
	case m.seq != p.seq:
		return nil, true
	case errors.Is(m.err, model.ErrNotFound):
		p.shown = shown{} // undone or removed meanwhile: the list will turn elsewhere
	case m.err != nil:
		return kit.Fail(p.words.Orders.ReadDetail, m.err), true
	default:
		if m.shown.about != p.shown.about {
			p.detail.Top()
		}
		p.shown = m.shown
	}
	p.draw()
	return nil, true
}
