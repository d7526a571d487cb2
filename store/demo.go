package store

import (
	"context"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/sample"
)

// FillDemo fills an empty file with a made-up sample of a size, in one
// transaction; the same seed and as-of day make the same records, instants
// included. It answers model.ErrHasCustomers when the file isn't empty.
// progress, which may be nil, is told how many customers are written.
//
// A sample has no history: its records aren't logged one by one, the log only
// notes that it was made, and undo doesn't take it back.
func (s *Store) FillDemo(ctx context.Context, size model.DemoSize, seed uint64, progress func(done int)) error {
	err := s.change(ctx, model.ActDemo, "", func(w *write) error {
		var used bool
		if err := w.tx.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM customer)").Scan(&used); err != nil {
			return err
		}
		if used {
			return model.ErrHasCustomers
		}
		w.sample = true
		if err := w.demoSettings(ctx); err != nil {
			return err
		}
		if err := w.insertProducts(ctx); err != nil {
			return err
		}
		linker, err := w.insertCampaigns(ctx)
		if err != nil {
			return err
		}
		done, money, dealer := 0, sample.NewMoney(size, seed, w.today), sample.NewDealer(size, seed, w.today)
		err = sample.Generate(size, seed, w.today, func(c model.Customer, entries []model.Entry) error {
			ledger, deals := money.Of(&c), dealer.Deals(&c, done)
			for i := range deals {
				money.Owed(len(deals[i].Debts))
			}
			linker.Link(&c, c.Stage == model.Won || len(deals) > 0)
			id, err := w.insertSample(ctx, c, entries)
			if err != nil {
				return err
			}
			linker.Linked(id, &c)
			if err := w.insertSampleMoney(ctx, id, &ledger); err != nil {
				return err
			}
			if err := w.insertDeals(ctx, id, deals); err != nil {
				return err
			}
			if done++; progress != nil {
				progress(done)
			}
			return ctx.Err()
		})
		if err != nil {
			return err
		}
		if err := w.demoProjects(ctx, size.Projects); err != nil {
			return err
		}
		if err := w.demoDossiers(ctx); err != nil {
			return err
		}
		if err := w.demoAccounts(ctx); err != nil {
			return err
		}
		for _, n := range sample.MarketNotes(w.today) {
			n.CreatedAt = demoInstant(n.NotedOn)
			if err := marketNotes.insertAs(ctx, w, &n, 0); err != nil {
				return err
			}
		}
		for _, t := range sample.Targets(w.today) {
			t.CreatedAt = demoInstant(w.today)
			if err := targets.insertAs(ctx, w, &t, 0); err != nil {
				return err
			}
		}
		for _, r := range sample.Reports(w.today) {
			r.CreatedAt = demoInstant(r.KeptOn)
			if err := keptReports.insertAs(ctx, w, &r, 0); err != nil {
				return err
			}
		}
		_, err = w.stmt(ctx, "INSERT INTO change_set (at, act, reason, state) VALUES (?, ?, '', 'note')", demoInstant(w.today), model.ActDemo)
		return err
	})
	s.search.mu.Lock()
	defer s.search.mu.Unlock()
	s.search.version = "" // the next search reads the texts anew
	return err
}

// demoSettings names whose customers they are. The day of the file is the
// as-of day, so that two samples are the same.
func (w *write) demoSettings(ctx context.Context) error {
	at := demoInstant(w.today)
	_, err := w.stmt(ctx, "UPDATE settings SET created_at = ?, updated_at = ?, salesperson = ?, default_team = ?, company_name = ?",
		at, at, sample.Salesperson, sample.Team, sample.Company)
	return err
}

// insertCampaigns writes the campaigns by which some customers came.
func (w *write) insertCampaigns(ctx context.Context) (*sample.Linker, error) {
	list := sample.Campaigns(w.today)
	for i := range list {
		list[i].CreatedAt = demoInstant(min(list[i].FromOn, w.today))
		if err := campaigns.insertAs(ctx, w, &list[i], 0); err != nil {
			return nil, err
		}
	}
	return sample.NewLinker(list), nil
}

// demoAccounts writes the figures of the first companies.
func (w *write) demoAccounts(ctx context.Context) error {
	const most = 3
	found, err := customers.query(ctx, w.tx, "WHERE kind = ? ORDER BY id LIMIT ?", model.Company, most)
	if err != nil {
		return err
	}
	for i := range found {
		for _, a := range sample.Accounts(found[i].ID, w.today) {
			a.CreatedAt = demoInstant(w.today)
			if err := accounts.insertAs(ctx, w, &a, 0); err != nil {
				return err
			}
		}
	}
	return nil
}

// insertSample writes one customer with the journal, and returns the id.
func (w *write) insertSample(ctx context.Context, c model.Customer, entries []model.Entry) (int64, error) {
	c.CreatedAt = demoInstant(c.FilledOn)
	c.UpdatedAt = demoInstant(max(c.FilledOn, c.LastOn))
	res, err := w.stmt(ctx, customers.insertQ, customers.values(&c)...)
	if err != nil {
		return 0, err
	}
	if c.ID, err = res.LastInsertId(); err != nil {
		return 0, err
	}
	for i := range entries {
		e := &entries[i]
		e.CustomerID = c.ID
		e.CreatedAt = demoInstant(e.At.Date())
		e.UpdatedAt = e.CreatedAt
		if e.ID, err = insertRow(ctx, w, journal, e); err != nil {
			return 0, err
		}
		if err := w.insertWords(ctx, e); err != nil {
			return 0, err
		}
	}
	if n, due := lossNote(&model.Customer{}, &c, max(c.FilledOn, c.LastOn), label.ZH); due {
		n.CreatedAt = demoInstant(n.NotedOn)
		if err := marketNotes.insertAs(ctx, w, &n, 0); err != nil {
			return 0, err
		}
	}
	_, err = w.insertSearch(ctx, c)
	return c.ID, err
}

// insertSampleMoney writes what a customer owes and has paid.
func (w *write) insertSampleMoney(ctx context.Context, customer int64, l *model.Ledger) error {
	if l.IsEmpty() {
		return nil
	}
	dateSample(l)
	if err := l.Recount(); err != nil {
		return err
	}
	r := restoring{w: w, customer: customer, ids: fileIDs{}}
	return r.restore(ctx, l.Records())
}

// dateSample says of each record that it was made on its day. Customers aren't
// known yet, and required.
func dateSample(l *model.Ledger) {
	date := func(m *model.Meta, customer *int64, on model.Date) { *customer, m.CreatedAt = 1, demoInstant(on) }
	for i := range l.Receivables {
		date(&l.Receivables[i].Meta, &l.Receivables[i].CustomerID, l.Receivables[i].Since())
	}
	for i := range l.Payments {
		date(&l.Payments[i].Meta, &l.Payments[i].CustomerID, l.Payments[i].ReceivedOn)
	}
	for i := range l.Allocations {
		date(&l.Allocations[i].Meta, &l.Allocations[i].CustomerID, l.Allocations[i].AllocatedOn)
	}
	for i := range l.Credits {
		date(&l.Credits[i].Meta, &l.Credits[i].CustomerID, l.Credits[i].CreditedOn)
	}
	for i := range l.Refunds {
		date(&l.Refunds[i].Meta, &l.Refunds[i].CustomerID, l.Refunds[i].RefundedOn)
	}
	for i := range l.Dunnings {
		date(&l.Dunnings[i].Meta, &l.Dunnings[i].CustomerID, l.Dunnings[i].ChasedOn)
	}
	for i := range l.Reconciliations {
		date(&l.Reconciliations[i].Meta, &l.Reconciliations[i].CustomerID, l.Reconciliations[i].ToOn)
	}
}

// demoInstant is ten in the morning of a day in China.
func demoInstant(d model.Date) string { return string(d) + "T02:00:00.000000000Z" }
