package receivables

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/words"
)

// about is what the pane shows: a receivable or a payment, with its customer's
// account.
type about struct{ debt, payment, customer int64 }

// shown is what was read of it.
type shown struct {
	about
	debt        model.ReceivableOf
	payment     model.PaymentOf
	customer    model.Customer
	allocations []model.Allocation
	paidBy      map[int64]model.PaymentOf    // the payments of the allocations
	settles     map[int64]model.ReceivableOf // the receivables of the payment
	credits     []model.Credit
	steps       []model.Dunning
	promises    map[int64]model.Promise // by chasing step
	account     act.Account
	agreed      []model.Reconciliation
}

// pane is the details beside the list, or over it.
type pane struct {
	*kit.Pane[about, shown]
	env   *kit.Env
	words *words.Words
	store model.Store
	till  *act.Till
	shown *shown // what is being drawn
	w     int
}

func newPane(env *kit.Env, words *words.Words, store model.Store, till *act.Till) *pane {
	p := &pane{env: env, words: words, store: store, till: till}
	p.Pane = kit.NewPane(env, p.read)
	p.Draw = p.draw
	p.Gone = func(err error) bool { return errors.Is(err, model.ErrNotFound) } // undone or removed meanwhile
	p.OnFail = func(err error) tea.Cmd { return kit.Fail(words.Owed.ReadDetail, err) }
	return p
}

func (p *pane) read(ctx context.Context, a about) (s shown, err error) {
	s.about = a
	if s.customer, err = p.store.Customer(ctx, a.customer); err != nil {
		return s, err
	}
	if a.debt != 0 {
		if err := p.readDebt(ctx, a, &s); err != nil {
			return s, err
		}
	}
	if a.payment != 0 {
		if err := p.readPayment(ctx, a, &s); err != nil {
			return s, err
		}
	}
	if s.agreed, err = p.store.Reconciliations(ctx, a.customer); err != nil {
		return s, err
	}
	s.account, err = p.till.Account(ctx, s.customer)
	return s, err
}

func (p *pane) readDebt(ctx context.Context, a about, s *shown) error {
	list, err := p.store.ReceivablesByID(ctx, []int64{a.debt})
	if err == nil && len(list) == 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return err
	}
	s.debt = list[0]
	today := s.debt.Now.AsOf
	if s.allocations, err = p.store.Allocations(ctx, a.debt); err != nil {
		return err
	}
	s.allocations = slices.DeleteFunc(s.allocations, func(x model.Allocation) bool { return !x.On(today) })
	var ids []int64
	for _, x := range s.allocations {
		ids = append(ids, x.PaymentID)
	}
	paid, err := p.store.PaymentsByID(ctx, ids)
	if err != nil {
		return err
	}
	s.paidBy = map[int64]model.PaymentOf{}
	for _, x := range paid {
		s.paidBy[x.ID] = x
	}
	if s.credits, err = p.store.Credits(ctx, a.debt); err != nil {
		return err
	}
	s.credits = slices.DeleteFunc(s.credits, func(c model.Credit) bool { return c.CreditedOn > today })
	if s.steps, err = p.store.Dunnings(ctx, a.debt); err != nil {
		return err
	}
	s.steps = slices.DeleteFunc(s.steps, func(d model.Dunning) bool { return d.ChasedOn > today })
	promises, err := p.store.Promises(ctx, a.customer, 0)
	s.promises = map[int64]model.Promise{}
	for _, x := range promises {
		s.promises[x.ID] = x
	}
	return err
}

func (p *pane) readPayment(ctx context.Context, a about, s *shown) error {
	list, err := p.store.PaymentsByID(ctx, []int64{a.payment})
	if err == nil && len(list) == 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return err
	}
	s.payment = list[0]
	var ids []int64
	for _, x := range s.payment.Shares {
		ids = append(ids, x.ReceivableID)
	}
	debts, err := p.store.ReceivablesByID(ctx, ids)
	s.settles = map[int64]model.ReceivableOf{}
	for _, x := range debts {
		s.settles[x.ID] = x
	}
	return err
}
