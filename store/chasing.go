package store

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	"genjin/model"
	"genjin/model/label"
)

// LogDunning keeps a chasing step that was taken, with what was promised. By
// phone, chat or visit it is a contact too: the journal gets its entry, and one
// that reached the customer restarts the cadence. The row of Today is ticked
// off; after a call that reached nobody it is back on the next working day. What
// the card plans stays: chasing is no follow-up of its own.
func (s *Store) LogDunning(ctx context.Context, d model.Dunning) (model.Dunning, error) {
	steps, err := s.LogTalk(ctx, []int64{d.ReceivableID}, d)
	if err != nil {
		return d, err
	}
	return steps[0], nil
}

// LogTalk keeps a chasing step that was taken once for several receivables of a
// customer: a step of each, one promise spread over them, one journal entry.
func (s *Store) LogTalk(ctx context.Context, debts []int64, d model.Dunning) (steps []model.Dunning, err error) {
	err = s.change(ctx, model.ActChase, "", func(w *write) error {
		list, err := w.talkOf(ctx, debts)
		if err != nil {
			return err
		}
		if steps, err = d.Spread(list, w.settings, w.today); err != nil {
			return err
		}
		entry, err := w.logTalk(ctx, list, steps)
		if err != nil {
			return err
		}
		for i := range steps {
			steps[i].EntryID = entry
			if err := w.logDunning(ctx, &steps[i], &list[i]); err != nil {
				return err
			}
		}
		return nil
	})
	return steps, err
}

// talkOf are the receivables of a conversation, the oldest due first; all are one
// customer's.
func (w *write) talkOf(ctx context.Context, ids []int64) ([]model.Receivable, error) {
	list := make([]model.Receivable, len(ids))
	for i, id := range ids {
		r, err := receivables.byID(ctx, w.tx, id)
		if err != nil {
			return nil, err
		}
		if list[i] = r; r.CustomerID != list[0].CustomerID {
			return nil, model.At("receivable_id", model.Refuse(model.RefusedMissing, strconv.FormatInt(id, 10)))
		}
	}
	if len(list) == 0 {
		return nil, model.ErrNotFound
	}
	slices.SortStableFunc(list, func(a, b model.Receivable) int { return model.OldestFirst(&a, &b) })
	return list, nil
}

// logTalk keeps the journal entry of a conversation that was a contact; 0 = it
// was none.
func (w *write) logTalk(ctx context.Context, list []model.Receivable, steps []model.Dunning) (int64, error) {
	method, ok := steps[0].Method.Contact()
	if !ok {
		return 0, nil
	}
	lang, _ := label.ParseLang(w.settings.Language)
	e := model.Entry{
		CustomerID: list[0].CustomerID, At: model.Moment(steps[0].ChasedOn), Method: method, Outcome: steps[0].Outcome,
		Situation: label.Chased(list, steps, lang),
	}
	c, err := customers.byID(ctx, w.tx, e.CustomerID)
	if err != nil {
		return 0, err
	}
	_, err = w.logContact(ctx, &e, model.Plan{NextAction: c.NextAction, NextMethod: c.NextMethod})
	return e.ID, err
}

func (w *write) logDunning(ctx context.Context, d *model.Dunning, r *model.Receivable) error {
	until := model.Date("")
	if d.Outcome == model.NotReached {
		until = w.settings.NextWorkday(w.today)
	}
	if err := w.tickDebt(ctx, r, until); err != nil {
		return err
	}
	if err := dunnings.insert(ctx, w, d); err != nil {
		return err
	}
	return w.recountReceivable(ctx, r.ID)
}

// tickDebt notes that the row of Today about a receivable, if it has one, was
// answered, or puts it off until a day.
func (w *write) tickDebt(ctx context.Context, r *model.Receivable, until model.Date) error {
	row, ok := model.DebtRow(model.Debt{Receivable: *r}, w.settings, w.today)
	if !ok || w.act == model.ActImport {
		return nil
	}
	h := model.Handled{Kind: row.Kind, Record: row.Record, CustomerID: row.CustomerID, DueOn: row.DueOn, On: w.today, Until: until}
	return handled.insert(ctx, w, &h)
}

// answerDebt ticks off the row that a receivable has after money came for it,
// or had before: the day's queue shrinks. From tomorrow on the row is back as
// long as something is open.
func (w *write) answerDebt(ctx context.Context, before *model.Receivable) error {
	after, err := receivables.byID(ctx, w.tx, before.ID)
	if err != nil {
		return err
	}
	if _, still := model.DebtRow(model.Debt{Receivable: after}, w.settings, w.today); still {
		before = &after
	}
	return w.tickDebt(ctx, before, "")
}

// untickDebt takes back what a payment or a chasing step, noted in the same
// instant, ticked off or put off: it counts for nothing.
func (w *write) untickDebt(ctx context.Context, receivable int64, noted model.Meta) error {
	made, err := handled.query(ctx, w.tx, "WHERE record = ? AND created_at = ? ORDER BY id", receivable, noted.CreatedAt)
	if err != nil {
		return err
	}
	for _, h := range made {
		if (model.Row{Kind: h.Kind}).OfDebt() {
			if err := handled.remove(ctx, w, h.ID); err != nil {
				return err
			}
		}
	}
	return nil
}

// Dunnings are the chasing steps of a receivable, the newest first.
func (s *Store) Dunnings(ctx context.Context, receivable int64) ([]model.Dunning, error) {
	return dunnings.query(ctx, s.db, "WHERE receivable_id = ? ORDER BY chased_on DESC, id DESC", receivable)
}

// RemoveDunning takes a chasing step out; its journal entry stays.
func (s *Store) RemoveDunning(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActChase, "", func(w *write) error {
		d, err := dunnings.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if err := dunnings.remove(ctx, w, id); err != nil {
			return err
		}
		if err := w.untickDebt(ctx, d.ReceivableID, d.Meta); err != nil {
			return err
		}
		return w.recountReceivable(ctx, d.ReceivableID)
	})
}

// Promises is the ledger of promises as of the day, of one customer or of all
// (0), the latest day first, at most so many (0 = all).
func (s *Store) Promises(ctx context.Context, customer int64, limit int) ([]model.Promise, error) {
	if limit == 0 {
		limit = -1
	}
	today := s.today()
	whose := ""
	if customer != 0 {
		whose = " AND customer_id = ?1"
	}
	made, err := dunnings.query(ctx, s.db, `WHERE promise_on <> '' AND outcome = 'reached'`+whose+` AND chased_on <= ?2
		ORDER BY promise_on DESC, id DESC LIMIT ?3`, customer, today, limit)
	if err != nil {
		return nil, err
	}
	return s.ledgerOf(ctx, made)
}

// ledgerOf is chasing steps with whose they are, and what became of what was
// promised in them.
func (s *Store) ledgerOf(ctx context.Context, made []model.Dunning) ([]model.Promise, error) {
	var ids []int64
	for _, d := range made {
		ids = append(ids, d.ReceivableID)
	}
	of, err := s.ReceivablesByID(ctx, ids)
	if err != nil {
		return nil, err
	}
	became, err := s.becameOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	known := map[int64]model.ReceivableOf{}
	for _, r := range of {
		known[r.ID] = r
	}
	ledger := make([]model.Promise, len(made))
	for i, d := range made {
		p, promised := became[d.ID]
		if !promised {
			p = model.Promise{Dunning: d}
		}
		r := known[d.ReceivableID]
		p.Currency, p.Name, p.Customer = r.Currency, r.Name(), r.Customer
		ledger[i] = p
	}
	return ledger, nil
}

// becameOf is what became of all promises of some receivables, by their ids.
func (s *Store) becameOf(ctx context.Context, receivables []int64) (map[int64]model.Promise, error) {
	ids, today := jsonList(receivables), s.today()
	made, err := dunnings.query(ctx, s.db, `WHERE receivable_id IN (SELECT value FROM json_each(?))
		AND promise_on <> '' AND outcome = 'reached' AND chased_on <= ? ORDER BY id`, ids, today)
	if err != nil {
		return nil, err
	}
	paid, err := allocations.query(ctx, s.db, "WHERE receivable_id IN (SELECT value FROM json_each(?))", ids)
	if err != nil {
		return nil, err
	}
	promises, by := map[int64][]model.Dunning{}, map[int64][]model.Allocation{}
	for _, d := range made {
		promises[d.ReceivableID] = append(promises[d.ReceivableID], d)
	}
	for _, a := range paid {
		by[a.ReceivableID] = append(by[a.ReceivableID], a)
	}
	became := map[int64]model.Promise{}
	for id, list := range promises {
		for _, p := range model.Promised(list, by[id], today) {
			became[p.ID] = p
		}
	}
	return became, nil
}

// readDebts reads the receivables that a step of the ladder has reached, or
// whose promise has passed, by today or a later day. Names come with the
// customers.
func (s *Store) readDebts(ctx context.Context, f *model.Facts, until model.Date) error {
	later, err := s.isEarlier(ctx)
	if err != nil {
		return err
	}
	if later {
		return s.readEarlierDebts(ctx, f, until)
	}
	which := fmt.Sprintf(`SELECT id FROM receivable WHERE settled < amount AND disputed = 0 AND promise_on <> '' AND promise_on < '%s'
		AND chased_on <= promise_on AND paid - promised_paid < promised_sum`, until)
	for _, day := range []model.Date{f.Today, until} {
		which += untaken(f.Settings.Steps(), day)
	}
	list, err := receivables.query(ctx, s.db, "WHERE id IN ("+which+") ORDER BY id")
	f.Debts = debts(list, f.Today)
	return err
}

func debts(list []model.Receivable, today model.Date) []model.Debt {
	var out []model.Debt
	for _, r := range list {
		if r.Exists(today) {
			out = append(out, model.Debt{Receivable: r})
		}
	}
	return out
}

// untaken is the SQL, beginning with UNION ALL, for the receivables whose latest
// step of the ladder reached by a day has not been taken. Every step has its
// own range of due dates in the index of what is open.
func untaken(steps []model.Step, day model.Date) string {
	sql := ""
	for i, st := range steps {
		after := "due_on <> ''"
		if i+1 < len(steps) {
			after = fmt.Sprintf("due_on > '%s'", day.AddDays(-steps[i+1].Days))
		}
		taken := ""
		if st.Level > 0 {
			taken = fmt.Sprintf(" AND chased_level < %d", st.Level)
		}
		sql += fmt.Sprintf(` UNION ALL SELECT id FROM receivable WHERE settled < amount AND disputed = 0 AND %s AND due_on <= '%s'%s
			AND (chased_on = '' OR chased_on < date(due_on, '%+d days'))`, after, day.AddDays(-st.Days), taken, st.Days)
	}
	return sql
}

// readEarlierDebts reads them as of a day after which more has happened: as
// they stood on it.
func (s *Store) readEarlierDebts(ctx context.Context, f *model.Facts, until model.Date) error {
	first := 0
	for _, st := range f.Settings.Steps() {
		first = min(first, st.Days)
	}
	l, err := s.ledger(ctx, 0)
	if err != nil {
		return err
	}
	ids, err := s.ids(ctx,
		"SELECT r.id FROM "+l.from+" r WHERE settled < amount AND disputed = 0 AND due_on <> '' AND due_on <= ? ORDER BY id",
		until.AddDays(-first))
	if err != nil {
		return err
	}
	list, err := s.receivablesAsOf(ctx, ids)
	f.Debts = debts(list, f.Today)
	return err
}

// nameDebts gives the debts the names of the customers that were read with
// them, and leaves out those of archived ones.
func nameDebts(f *model.Facts) {
	cards := map[int64]*model.Customer{}
	for i := range f.Customers {
		cards[f.Customers[i].ID] = &f.Customers[i]
	}
	kept := f.Debts[:0]
	for _, d := range f.Debts {
		if c := cards[d.CustomerID]; c != nil && !c.Archived {
			d.Customer, d.Grade = c.Name, c.Grade
			kept = append(kept, d)
		}
	}
	f.Debts = kept
}
