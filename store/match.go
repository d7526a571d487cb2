package store

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"genjin/model"

	"genjin/store/files"
)

// MatchBank reads a bank's statement and says of every line of money that came in
// what it settles 认款: the payer is a customer by the bare name, or one for whom the
// payer has paid before; the amount is what is open of one receivable, or of several
// together. Nothing is written. A line that is in the books already is told as such.
func (s *Store) MatchBank(ctx context.Context, path string, progress func(done, total int)) (model.BankMatches, error) {
	set, err := s.Settings(ctx)
	if err != nil {
		return model.BankMatches{}, err
	}
	st, err := files.ReadBank(path, set.Currency, s.today(), stepOf(ctx, progress))
	if err != nil {
		return model.BankMatches{}, err
	}
	m := bankBook{store: s, used: map[int64]bool{}, names: map[int64]string{}}
	if err := m.load(ctx, st.Lines); err != nil {
		return model.BankMatches{}, err
	}
	out := model.BankMatches{File: st.File, Other: st.Other}
	for _, line := range st.Lines {
		match, err := m.match(ctx, line)
		if err != nil {
			return out, err
		}
		out.Matches = append(out.Matches, match)
	}
	return out, nil
}

// bankBook holds what a statement is held against. What one line settles is no more
// open for the next.
type bankBook struct {
	store *Store
	open  []model.Receivable
	paid  []model.Payment
	used  map[int64]bool // payments that a line is already
	learnt,
	payers map[string][]int64 // by bare name: for whom a payer paid before, and who pays
	names map[int64]string
}

func (m *bankBook) load(ctx context.Context, lines []model.BankLine) (err error) {
	s := m.store
	if m.open, err = receivables.query(ctx, s.db, "WHERE settled < amount AND since <= ? ORDER BY id", s.today()); err != nil {
		return err
	}
	var serials []string
	first, last := s.today(), model.Date("")
	for _, l := range lines {
		if serials = append(serials, l.Serial); l.On != "" {
			first, last = min(first, l.On), max(last, l.On)
		}
	}
	text, _ := json.Marshal(serials) // texts only
	if m.paid, err = payments.query(ctx, s.db, `WHERE received_on BETWEEN ?1 AND ?2
		OR receipt_no <> '' AND receipt_no IN (SELECT value FROM json_each(?3)) ORDER BY received_on, id`,
		first, last, string(text)); err != nil {
		return err
	}
	m.learnt, m.payers = map[string][]int64{}, map[string][]int64{}
	rows, err := s.db.QueryContext(ctx, "SELECT DISTINCT payer, customer_id FROM payment WHERE payer <> '' ORDER BY customer_id")
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var payer string
		var id int64
		if err := rows.Scan(&payer, &id); err != nil {
			return err
		}
		bare := model.BareName(payer)
		m.learnt[bare] = append(m.learnt[bare], id)
	}
	return rows.Err()
}

// who are the customers who pay by a name.
func (m *bankBook) who(ctx context.Context, payer string) ([]int64, error) {
	bare := model.BareName(payer)
	if payer == "" || bare == "" {
		return nil, nil
	}
	if ids, known := m.payers[bare]; known {
		return ids, nil
	}
	ids, err := m.store.ids(ctx, "SELECT customer_id FROM customer_key WHERE kind = ? AND key = ? ORDER BY customer_id", keyName, bare)
	if err != nil {
		return nil, err
	}
	ids = append(ids, m.learnt[bare]...)
	slices.Sort(ids)
	ids = slices.Compact(ids)
	m.payers[bare] = ids
	return ids, m.name(ctx, ids)
}

// name reads what customers are called.
func (m *bankBook) name(ctx context.Context, ids []int64) error {
	names, err := m.store.customerNames(ctx, ids)
	for id, name := range names {
		m.names[id] = name
	}
	return err
}

// openOf are the open receivables of customers.
func (m *bankBook) openOf(ids []int64) (list []model.Receivable) {
	for _, r := range m.open {
		if slices.Contains(ids, r.CustomerID) {
			list = append(list, r)
		}
	}
	return list
}

func (m *bankBook) match(ctx context.Context, line model.BankLine) (model.Match, error) {
	match := model.Match{Line: line, Kind: model.MatchBad}
	if line.Err != nil {
		return match, nil
	}
	who, err := m.who(ctx, line.Payer)
	if err != nil {
		return match, err
	}
	if match.Payments = m.booked(&line, who); len(match.Payments) > 0 {
		match.Kind = model.MatchKnown
		return match, nil
	}
	open, unknown := m.openOf(who), len(who) == 0
	if unknown { // the note may name what is paid
		for _, r := range m.open {
			if r.NamedIn(line.Note) {
				open = append(open, r)
			}
		}
	}
	if unknown && len(open) == 0 {
		match.Kind = model.MatchUnknown
		return match, m.hint(ctx, &match)
	}
	if err := m.name(ctx, owners(open)); err != nil {
		return match, err
	}
	match.Ways = model.MatchWays(line.Amount, line.Currency, line.Note, open, m.names)
	switch {
	case len(match.Ways) == 1 && !unknown:
		match.Choose(0)
		model.SettleWay(m.open, match.Ways[0])
	case len(match.Ways) > 0: // who pays under a name that isn't known is for a person to say
		match.Kind = model.MatchSeveral
	default:
		match.Kind = model.MatchUneven
		if unknown {
			who = owners(open)
		}
		for _, id := range who {
			c := model.Customer{Meta: model.Meta{ID: id}, Name: m.names[id]}
			match.Ways = append(match.Ways, []model.MatchPart{model.MatchOldest(line.Amount, line.Currency, c, m.openOf([]int64{id}))})
		}
	}
	return match, nil
}

func owners(list []model.Receivable) (ids []int64) {
	for _, r := range list {
		if !slices.Contains(ids, r.CustomerID) {
			ids = append(ids, r.CustomerID)
		}
	}
	return ids
}

// hint offers what is open with just the amount of a payer whom nobody knows.
func (m *bankBook) hint(ctx context.Context, match *model.Match) error {
	var same []model.Receivable
	for _, r := range m.open {
		if r.Open() == match.Line.Amount && r.Currency == match.Line.Currency && !r.Disputed {
			same = append(same, r)
		}
	}
	if len(same) > 5 { // that says nothing
		return nil
	}
	if err := m.name(ctx, owners(same)); err != nil {
		return err
	}
	for _, r := range same {
		match.Ways = append(match.Ways, model.MatchOf([]model.Receivable{r}, m.names))
	}
	return nil
}

// booked are the payments in the books that a line is: those that bear its number
// and come to it, or one of its day and amount that no other line is.
func (m *bankBook) booked(line *model.BankLine, who []int64) (found []int64) {
	var sum int64
	for i := range m.paid {
		p := &m.paid[i]
		if line.Serial != "" && p.ReceiptNo == line.Serial && p.Currency == line.Currency && p.ReversedOn == "" && !m.used[p.ID] {
			found, sum = append(found, p.ID), sum+p.Amount
		}
	}
	if sum != line.Amount {
		found = nil
		for i := range m.paid {
			if p := &m.paid[i]; !m.used[p.ID] && p.Amount == line.Amount && line.Is(p, who) {
				found = []int64{p.ID}
				break
			}
		}
	}
	for _, id := range found {
		m.used[id] = true
	}
	return found
}

// TakeMatches keeps the payments of the lines that fit, or for which a way was
// chosen, as one act that undo takes back whole, and marks those that were in the
// books as verified. It answers how many payments it kept and how many it marked.
func (s *Store) TakeMatches(ctx context.Context, list []model.Match) (kept, verified int, err error) {
	err = s.change(ctx, model.ActMatch, "", func(w *write) error {
		for i := range list {
			m := &list[i]
			for _, id := range m.Payments {
				changed, err := w.verify(ctx, id, &m.Line)
				if err != nil {
					return err
				}
				if changed {
					verified++
				}
			}
			for _, part := range m.Taken() {
				if err := past("received_on", m.Line.On, w.today); err != nil {
					return rowError(m.Line.Row, err)
				}
				if _, err := w.pay(ctx, m.Line.Payment(part), part.Shares); err != nil {
					return rowError(m.Line.Row, err)
				}
				kept++
			}
		}
		return nil
	})
	return kept, verified, err
}

func rowError(row int, err error) error { return fmt.Errorf("%d: %w", row, err) }

// verify notes that the bank has a payment.
func (w *write) verify(ctx context.Context, id int64, line *model.BankLine) (bool, error) {
	p, err := payments.byID(ctx, w.tx, id)
	if err != nil {
		return false, err
	}
	p.Implied = false // the bank states it
	if !line.Verify(&p) {
		return false, nil
	}
	_, err = payments.update(ctx, w, &p)
	return true, err
}
