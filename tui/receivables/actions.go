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
	"genjin/tui/money"
	"genjin/tui/saveas"
	"genjin/tui/whom"
)

// chosen is what the row under the cursor is about; ok is false while there is
// none.
func (s *Screen) chosen() (a about, ok bool) {
	switch s.section {
	case due, all:
		r, ok := s.debts().table.Selected()
		return about{debt: r.ID, customer: r.CustomerID}, ok
	case payments:
		p, ok := s.payments.table.Selected()
		return about{payment: p.ID, customer: p.CustomerID}, ok
	case promises:
		p, ok := s.promises.table.Selected()
		return about{debt: p.ReceivableID, customer: p.CustomerID}, ok
	case customers:
		l, ok := s.lines.table.Selected()
		return about{customer: l.CustomerID}, ok
	}
	return about{}, s.buckets.Count() > 0
}

// debts is the shown list of receivables.
func (s *Screen) debts() *list[model.ReceivableOf] {
	if s.section == all {
		return s.all
	}
	return s.due
}

// Actions are the chosen row's, then the tab's.
func (s *Screen) Actions() []kit.Action {
	w := s.words.Owed
	if s.search.Typing() {
		return []kit.Action{
			{ID: "search.done", Keys: []string{"enter"}, Name: w.ToList, Hint: true},
			{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true},
		}
	}
	actions := s.back()
	if _, ok := s.chosen(); ok {
		actions = append(actions, kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Open, Hint: true, Do: s.enter})
		actions = append(actions, s.rowActions()...)
	}
	if s.open {
		return actions
	}
	return append(actions, s.tabActions()...)
}

// back is what esc gives back: the list, the whole of it.
func (s *Screen) back() []kit.Action {
	w := s.words.Owed
	switch {
	case s.open:
		return []kit.Action{{ID: "close", Keys: []string{"esc", "q", "ctrl+q"}, Name: s.words.Keys.Back, Hint: true, Do: s.closePane}}
	case s.filter.text != "" && s.searches(s.section) != "":
		return []kit.Action{{ID: "search.clear", Keys: []string{"esc"}, Name: w.ClearSearch, Hint: true, Do: s.search.Clear}}
	case s.narrowed():
		return []kit.Action{{ID: "filter.clear", Keys: []string{"esc"}, Name: w.ClearFilter, Hint: true, Do: s.clearFilter}}
	}
	return nil
}

// tabActions are what can be done without a row, and the ways between the
// sections.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.Owed
	return []kit.Action{
		{ID: "section", Keys: []string{"tab"}, Name: w.NextSection, Hint: true, Do: func() tea.Cmd { return s.turnTo(s.section + 1) }},
		{ID: "section.back", Keys: []string{"shift+tab"}, Name: w.PrevSection, Do: func() tea.Cmd { return s.turnTo(s.section - 1) }},
		{ID: "group.next", Keys: []string{"]"}, Name: w.NextGroup, Do: func() tea.Cmd { return s.jump(1) }},
		{ID: "group.prev", Keys: []string{"["}, Name: w.PrevGroup, Do: func() tea.Cmd { return s.jump(-1) }},
		{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: w.New, Hint: true, Do: s.newDebt},
		{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: w.Search, Hint: true, Do: s.startTyping},
		{ID: "filter", Keys: []string{"f", "f3"}, Name: w.Filter, Hint: true, Do: s.askFilter},
		{ID: "sort", Keys: []string{"o"}, Name: w.Sort, Do: s.askOrder},
		{ID: "charts", Keys: []string{"t", "f6"}, Name: w.Charts, Hint: true, Do: s.openCharts},
		{ID: "export", Keys: []string{"x"}, Name: w.Export, Do: s.export},
	}
}

// rowActions are what the chosen row asks for, then what else can be done with
// it and its customer.
func (s *Screen) rowActions() []kit.Action {
	var own []kit.Action
	switch s.section {
	case due, all:
		r, _ := s.debts().table.Selected()
		own = s.debtActions(r)
	case payments:
		p, _ := s.payments.table.Selected()
		own = append(s.till.PaymentActions(p), s.payAction(p.CustomerID, p.Customer, p.Currency, 0))
	case promises:
		p, _ := s.promises.table.Selected()
		own = s.promiseActions(p)
	case customers:
		l, _ := s.lines.table.Selected()
		show := kit.Action{ID: "show", Name: s.words.Owed.ShowOf, Menu: true, Do: func() tea.Cmd { return s.showOf(l.CustomerID, l.Customer) }}
		own = []kit.Action{show, s.payAction(l.CustomerID, l.Customer, l.Currency, l.Total)}
	case buckets:
		row, ok := s.buckets.Selected()
		if !ok {
			return nil
		}
		return []kit.Action{{ID: "show", Name: s.words.Owed.ShowBucket, Menu: true, Do: func() tea.Cmd { return s.showBucket(row) }}}
	}
	return append(own, s.customerActions()...)
}

func (s *Screen) payAction(customer int64, name, currency string, amount int64) kit.Action {
	return kit.Action{ID: "pay", Keys: []string{"p"}, Name: s.words.Money.Pay, Hint: true, Menu: true, Do: func() tea.Cmd { return s.till.Pay(customer, name, currency, amount) }}
}

// debtActions are a receivable's: chasing it while it is open, then the rest.
func (s *Screen) debtActions(r model.ReceivableOf) []kit.Action {
	var actions []kit.Action
	if r.Now.Balance > 0 {
		actions = s.till.ChaseActions(money.DebtOf(&r, s.set.Steps()))
	} else {
		actions = []kit.Action{s.payAction(r.CustomerID, r.Customer, r.Currency, 0)}
	}
	actions = append(actions, s.till.DebtActions(r)...)
	if s.pane.ready() && s.pane.shown.about.debt == r.ID {
		w, d := s.words.Owed, &s.pane.shown
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
	d := money.Debt{ID: p.ReceivableID, CustomerID: p.CustomerID, Customer: p.Customer, Currency: p.Currency, Open: max(p.PromiseAmount-p.Paid, 0)}
	if read := &s.pane.shown.debt; s.pane.ready() && read.ID == p.ReceivableID {
		if read.Now.Balance <= 0 {
			return []kit.Action{s.payAction(p.CustomerID, p.Customer, p.Currency, 0)}
		}
		d = money.DebtOf(read, s.set.Steps())
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
		{ID: "statement", Keys: []string{"r"}, Name: w.Statement, Hint: true, Menu: true, Do: func() tea.Cmd { return s.till.Statement(a.customer, s.customerName()) }},
		{ID: "receivable.new", Name: w.New, Menu: true, Do: func() tea.Cmd { return s.newFor(a.customer) }},
	}
}

func (s *Screen) customerName() string {
	switch s.section {
	case due, all:
		r, _ := s.debts().table.Selected()
		return r.Customer
	case payments:
		p, _ := s.payments.table.Selected()
		return p.Customer
	case promises:
		p, _ := s.promises.table.Selected()
		return p.Customer
	}
	l, _ := s.lines.table.Selected()
	return l.Customer
}

// removeCredit offers the credit notes of the receivable, to take one back.
func (s *Screen) removeCredit() tea.Cmd {
	var menu []kit.Action
	for _, c := range s.pane.shown.credits {
		name := joined([]string{string(c.CreditedOn), label.Amount(c.Amount, s.pane.shown.debt.Currency), s.words.Note(c.Reason)})
		menu = append(menu, kit.Action{ID: "credit", Name: kit.Cut(name, 50), Do: func() tea.Cmd { return s.till.RemoveCredit(c) }})
	}
	return kit.Open(kit.NewMenu(s.env, s.words.Owed.RemoveCredit, menu))
}

// removeStep offers the chasing steps of the receivable, to take one out.
func (s *Screen) removeStep() tea.Cmd {
	var menu []kit.Action
	for _, d := range s.pane.shown.steps {
		name := joined([]string{string(d.ChasedOn), label.StepName(int(d.Level), s.words.Lang), s.words.Note(d.Note)})
		menu = append(menu, kit.Action{ID: "step", Name: kit.Cut(name, 50), Do: func() tea.Cmd { return s.till.RemoveStep(d) }})
	}
	return kit.Open(kit.NewMenu(s.env, s.words.Owed.RemoveStep, menu))
}

// newDebt asks whose the new receivable is and opens the form for it.
func (s *Screen) newDebt() tea.Cmd {
	return kit.Open(whom.New(s.env, s.words, s.store, s.words.Owed.NewFor, func(c model.Customer) tea.Cmd { return s.till.New(c, s.set) }))
}

// newFor opens the form for the customer of the row.
func (s *Screen) newFor(customer int64) tea.Cmd {
	set, op := s.set, s.words.Money.New
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
	b := s.set.Buckets()
	switch s.section {
	case due, all:
		return s.debts().table.Jump(by, func(r model.ReceivableOf) string {
			if r.Now.Balance <= 0 {
				return ""
			}
			return b.Code(b.Of(r.DueOn, r.Now.AsOf))
		})
	case payments:
		return s.payments.table.Jump(by, func(p model.PaymentOf) string { return string(p.ReceivedOn[:min(7, len(p.ReceivedOn))]) })
	case promises:
		return s.promises.table.Jump(by, func(p model.Promise) string { return string(p.State) })
	case customers:
		return s.lines.table.Jump(by, func(l model.AgingLine) string { return l.Currency })
	}
	return s.buckets.Jump(by, func(r bucketRow) string { return r.currency })
}

// enter opens the row: its details, with what can be done as a menu whose
// first entry is what the row asks for.
func (s *Screen) enter() tea.Cmd {
	a, ok := s.chosen()
	if !ok {
		return nil
	}
	if s.section == buckets {
		row, _ := s.buckets.Selected()
		return s.showBucket(row)
	}
	s.open = !s.beside()
	return kit.Open(kit.NewMenu(s.env, kit.Cut(s.menuTitle(a), 44), kit.InMenu(s.rowActions())))
}

func (s *Screen) menuTitle(a about) string {
	parts := []string{s.customerName()}
	switch s.section {
	case due, all:
		r, _ := s.debts().table.Selected()
		parts = append(parts, r.Name(), label.Amount(r.Now.Balance, r.Currency))
	case payments:
		p, _ := s.payments.table.Selected()
		parts = append(parts, label.Amount(p.Amount, p.Currency))
	case promises:
		p, _ := s.promises.table.Selected()
		parts = append(parts, p.Name)
	}
	return strings.Join(parts, "  ")
}

func (s *Screen) closePane() tea.Cmd {
	s.open = false
	return nil
}

// export asks where the list as it is shown goes.
func (s *Screen) export() tea.Cmd {
	w := s.words.Owed
	e := model.Export{Kind: model.ExportReceivables, Lang: s.words.Lang.String()}
	title, name := w.ExportTitle, w.ExportName
	switch s.section {
	case payments:
		e.Kind, e.IDs = model.ExportPayments, slices.Clone(s.payments.ids)
		title, name = w.ExportPaymentsTitle, w.PaymentsName
	case all:
		e.IDs = slices.Clone(s.all.ids)
	default:
		e.IDs = slices.Clone(s.due.ids)
	}
	return kit.Open(saveas.New(s.env, s.words, fmt.Sprintf(title, len(e.IDs)), fmt.Sprintf(name, s.today), func(ctx context.Context, path string) (string, error) {
		n, err := s.store.Export(ctx, path, e)
		return fmt.Sprintf(w.Exported, n, path), err
	}))
}
