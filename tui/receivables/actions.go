package receivables

import (
	"context"
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/ask"
)

// chosen is what the row under the cursor is about; ok is false while there is
// none.
func (s *Screen) chosen() (a about, ok bool) {
	switch s.At() {
	case due, all:
		r, ok := s.shownDebts().Selected()
		return about{debt: r.ID, customer: r.CustomerID}, ok
	case payments:
		p, ok := s.payments.Selected()
		return about{payment: p.ID, customer: p.CustomerID}, ok
	case promises:
		p, ok := s.promises.Selected()
		return about{debt: p.ReceivableID, customer: p.CustomerID}, ok
	case customers:
		l, ok := s.lines.Selected()
		return about{customer: l.CustomerID}, ok
	}
	return about{}, s.buckets.Count() > 0
}

// shownDebts is the shown list of receivables.
func (s *Screen) shownDebts() *kit.Listing[model.ReceivableOf] {
	if s.At() == all {
		return s.all
	}
	return s.due
}

// tabActions are what can be done without a row.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.Owed
	return []kit.Action{
		{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: w.New, Hint: true, Do: s.newDebt},
		{ID: "charts", Keys: []string{"t", "f6"}, Name: w.Charts, Hint: true, Do: s.openCharts},
		{ID: "export", Keys: []string{"x"}, Name: w.Export, Do: s.export},
		{ID: "bills", Keys: []string{"b", "f7"}, Name: s.words.Money.Bills, Do: s.till.Bills},
		{ID: "group.next", Keys: []string{"]"}, Name: w.NextGroup, Do: func() tea.Cmd { return s.jump(1) }},
		{ID: "group.prev", Keys: []string{"["}, Name: w.PrevGroup, Do: func() tea.Cmd { return s.jump(-1) }},
	}
}

// rowActions are what the chosen row asks for, then what else can be done with
// it and its customer.
func (s *Screen) rowActions() []kit.Action {
	if _, ok := s.chosen(); !ok {
		return nil
	}
	var own []kit.Action
	switch s.At() {
	case due, all:
		r, _ := s.shownDebts().Selected()
		own = s.debtActions(r)
	case payments:
		p, _ := s.payments.Selected()
		own = append(s.till.PaymentActions(p), s.payAction(p.CustomerID, p.Customer, p.Currency, 0))
	case promises:
		p, _ := s.promises.Selected()
		own = s.promiseActions(p)
	case customers:
		l, _ := s.lines.Selected()
		show := kit.Action{ID: "show", Name: s.words.Owed.ShowOf, Menu: true, Do: func() tea.Cmd { return s.showOf(l.CustomerID, l.Customer) }}
		own = append([]kit.Action{show}, s.talkActions(l)...)
	case buckets:
		return []kit.Action{{ID: "show", Name: s.words.Owed.ShowBucket, Menu: true, Do: s.showBucket}}
	}
	return append(own, s.customerActions()...)
}

// talkActions chase a customer for all that is to be chased in a currency.
func (s *Screen) talkActions(l model.AgingLine) []kit.Action {
	w := s.words.Money
	return []kit.Action{
		{ID: "chase", Keys: []string{"l", "ctrl+l"}, Name: w.Chase, Hint: true, Menu: true, Do: func() tea.Cmd {
			return s.till.ChaseAll(l.CustomerID, l.Customer, l.Currency)
		}},
		{ID: "chase.copy", Keys: []string{"y"}, Name: w.Copy, Hint: true, Menu: true, Do: func() tea.Cmd {
			return s.till.CopyAll(l.CustomerID, l.Customer, l.Currency, s.words.Lang)
		}},
		s.payAction(l.CustomerID, l.Customer, l.Currency, l.Total),
		{ID: "chase.copy.other", Keys: []string{"Y"}, Name: w.CopyOther, Menu: true, Do: func() tea.Cmd {
			return s.till.CopyAll(l.CustomerID, l.Customer, l.Currency, s.words.Lang.Other())
		}},
	}
}

func (s *Screen) payAction(customer int64, name, currency string, amount int64) kit.Action {
	return kit.Action{ID: "pay", Keys: []string{"p"}, Name: s.words.Money.Pay, Hint: true, Menu: true,
		Do: func() tea.Cmd { return s.till.Pay(customer, name, currency, amount) }}
}

// debtActions are a receivable's: chasing it while it is open, then the rest.
func (s *Screen) debtActions(r model.ReceivableOf) []kit.Action {
	var actions []kit.Action
	if r.Now.Balance > 0 {
		actions = s.till.ChaseActions(act.TalkOf(&r, s.head.set))
	} else {
		actions = []kit.Action{s.payAction(r.CustomerID, r.Customer, r.Currency, 0)}
	}
	actions = append(actions, s.till.DebtActions(r)...)
	if d := s.pane.Data(); d != nil && d.about.debt == r.ID {
		w := s.words.Owed
		if len(d.credits) > 0 {
			actions = append(actions, kit.Action{ID: "credit.remove", Name: w.RemoveCredit, Menu: true, Do: s.removeCredit})
		}
		if len(d.steps) > 0 {
			actions = append(actions, kit.Action{ID: "step.remove", Name: w.RemoveStep, Menu: true, Do: s.removeStep})
		}
	}
	return actions
}

// promiseActions are what a promise asks for while what was promised is open.
func (s *Screen) promiseActions(p model.Promise) []kit.Action {
	d := act.Talk{Debts: []model.Receivable{{Meta: model.Meta{ID: p.ReceivableID}}}, CustomerID: p.CustomerID,
		Customer: p.Customer, Currency: p.Currency,
		Open: max(p.PromiseAmount-p.Paid, 0)}
	if shown := s.pane.Data(); shown != nil && shown.debt.ID == p.ReceivableID {
		read := &shown.debt
		if read.Now.Balance <= 0 {
			return []kit.Action{s.payAction(p.CustomerID, p.Customer, p.Currency, 0)}
		}
		d = act.TalkOf(read, s.head.set)
	}
	return s.till.ChaseActions(d)
}

// customerActions are those of the chosen row's customer.
func (s *Screen) customerActions() []kit.Action {
	a, ok := s.chosen()
	if !ok || a.customer == 0 {
		return nil
	}
	w := s.words.Money
	return []kit.Action{
		{ID: "statement", Keys: []string{"r"}, Name: w.Statement, Hint: true, Menu: true, Do: func() tea.Cmd {
			return s.till.Statement(a.customer, s.customerName())
		}},
		{ID: "receivable.new", Name: w.New, Menu: true, Do: func() tea.Cmd { return s.newFor(a.customer) }},
		{ID: "order.new", Keys: []string{"O"}, Name: s.words.Ordering.New, Menu: true, Do: func() tea.Cmd { return s.clerk.New(a.customer) }},
	}
}

func (s *Screen) customerName() string {
	switch s.At() {
	case due, all:
		r, _ := s.shownDebts().Selected()
		return r.Customer
	case payments:
		p, _ := s.payments.Selected()
		return p.Customer
	case promises:
		p, _ := s.promises.Selected()
		return p.Customer
	}
	l, _ := s.lines.Selected()
	return l.Customer
}

// removeCredit offers the credit notes of the receivable, to take one back.
func (s *Screen) removeCredit() tea.Cmd {
	var menu []kit.Action
	for _, c := range s.pane.Data().credits {
		name := joined([]string{string(c.CreditedOn), label.Amount(c.Amount, s.pane.Data().debt.Currency), s.words.Note(c.Reason)})
		menu = append(menu, kit.Action{ID: "credit", Name: kit.Cut(name, 50), Do: func() tea.Cmd { return s.till.RemoveCredit(c) }})
	}
	return kit.Open(kit.NewMenu(s.env, s.words.Owed.RemoveCredit, menu))
}

// removeStep offers the chasing steps of the receivable, to take one out.
func (s *Screen) removeStep() tea.Cmd {
	var menu []kit.Action
	for _, d := range s.pane.Data().steps {
		name := joined([]string{string(d.ChasedOn), label.StepName(int(d.Level), s.words.Lang), s.words.Note(d.Note)})
		menu = append(menu, kit.Action{ID: "step", Name: kit.Cut(name, 50), Do: func() tea.Cmd { return s.till.RemoveStep(d) }})
	}
	return kit.Open(kit.NewMenu(s.env, s.words.Owed.RemoveStep, menu))
}

// newDebt asks whose the new receivable is and opens the form for it.
func (s *Screen) newDebt() tea.Cmd {
	return kit.Open(ask.NewCustomer(s.env, s.words, s.store, s.words.Owed.NewFor, func(c model.Customer) tea.Cmd {
		return s.till.New(c, s.head.set)
	}))
}

// newFor opens the form for the customer of the row.
func (s *Screen) newFor(customer int64) tea.Cmd {
	set, op := s.head.set, s.words.Money.New
	return func() tea.Msg {
		c, err := s.store.Customer(context.Background(), customer)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		return s.till.New(c, set)()
	}
}

// jump moves to the next group: of receivables the next bucket, of promises
// the next result, of payments the next month, else the next currency.
func (s *Screen) jump(by int) tea.Cmd {
	b := s.head.set.Buckets()
	switch s.At() {
	case due, all:
		return s.shownDebts().Jump(by, func(r model.ReceivableOf) string {
			if r.Now.Balance <= 0 {
				return ""
			}
			return b.Code(b.Of(r.DueOn, r.Now.AsOf))
		})
	case payments:
		return s.payments.Jump(by, func(p model.PaymentOf) string { return string(p.ReceivedOn[:min(7, len(p.ReceivedOn))]) })
	case promises:
		return s.promises.Jump(by, func(p model.Promise) string { return string(p.State) })
	case customers:
		return s.lines.Jump(by, func(l model.AgingLine) string { return l.Currency })
	}
	return s.buckets.Jump(by, func(r bucketRow) string { return r.currency })
}

func (s *Screen) menuTitle() string {
	parts := []string{s.customerName()}
	switch s.At() {
	case due, all:
		r, _ := s.shownDebts().Selected()
		parts = append(parts, r.Name(), label.Amount(r.Now.Balance, r.Currency))
	case payments:
		p, _ := s.payments.Selected()
		parts = append(parts, label.Amount(p.Amount, p.Currency))
	case promises:
		p, _ := s.promises.Selected()
		parts = append(parts, p.Name)
	}
	return strings.Join(parts, "  ")
}

// showOf lists a customer's receivables.
func (s *Screen) showOf(id int64, name string) tea.Cmd {
	s.debts.Only(model.Customer{Meta: model.Meta{ID: id}, Name: name})
	return s.showDebts(all)
}

// showBucket lists what is open in a bucket of one currency.
func (s *Screen) showBucket() tea.Cmd {
	row, _ := s.buckets.Selected()
	s.debts.Reset()
	s.debts.Filters = []model.Filter{{Field: "bucket", Op: model.OpIs, Value: row.name},
		{Field: "currency", Op: model.OpIs, Value: row.currency}}
	return s.showDebts(due)
}

// showDebts turns to a list of receivables that is narrowed down.
func (s *Screen) showDebts(at int) tea.Cmd {
	s.due.Renew(true)
	s.all.Renew(true)
	return s.TurnTo(at)
}

// many is what can be done with the selected rows.
func (s *Screen) many(ids []int64) []kit.Action {
	return []kit.Action{{ID: "bulk.export", Name: s.words.Lists.ExportAll, Do: func() tea.Cmd { return s.exportRows(ids) }}}
}

// export asks where the list as it is shown goes.
func (s *Screen) export() tea.Cmd {
	switch s.At() {
	case payments:
		return s.exportRows(slices.Clone(s.payments.IDs))
	case all:
		return s.exportRows(slices.Clone(s.all.IDs))
	}
	return s.exportRows(slices.Clone(s.due.IDs))
}

func (s *Screen) exportRows(ids []int64) tea.Cmd {
	w := s.words.Owed
	if s.At() == payments {
		return s.pays.Export(model.ExportPayments, ids, w.ExportPaymentsTitle, fmt.Sprintf(w.PaymentsName, s.today), w.Exported)
	}
	return s.debts.Export(model.ExportReceivables, ids, w.ExportTitle, fmt.Sprintf(w.ExportName, s.today), w.Exported)
}
