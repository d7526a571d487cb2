package store

import (
	"context"
	"io"
	"maps"
	"slices"

	"genjin/model"

	"genjin/store/files"
)

// Statement is a customer's statement of account 对账单 from one day to another,
// one a currency that has movements by then, or in the currency of the card.
func (s *Store) Statement(ctx context.Context, customer int64, from, to model.Date) ([]model.Statement, error) {
	c, err := s.Customer(ctx, customer)
	if err != nil {
		return nil, err
	}
	moves, err := s.moves(ctx, customer)
	if err != nil {
		return nil, err
	}
	maps.DeleteFunc(moves, func(_ string, list []model.Move) bool {
		return !slices.ContainsFunc(list, func(m model.Move) bool { return m.On <= to })
	})
	if len(moves) == 0 {
		moves[c.Currency] = nil
	}
	late, err := s.lateInterest(ctx, customer, to)
	if err != nil {
		return nil, err
	}
	var list []model.Statement
	for _, currency := range sortedCurrencies(moves) {
		st, ok := model.NewStatement(c, currency, from, to, moves[currency])
		if !ok {
			return nil, model.ErrSumTooLarge
		}
		st.Interest = late[currency]
		list = append(list, st)
	}
	return list, nil
}

// lateInterest is what late payment has cost a customer up to a day, by currency,
// at the rate of the settings; nil where there is none.
func (s *Store) lateInterest(ctx context.Context, customer int64, to model.Date) (map[string]int64, error) {
	owed, err := receivables.query(ctx, s.db, "WHERE customer_id = ? AND due_on <> '' AND due_on < ? ORDER BY id", customer, to)
	if err != nil {
		return nil, err
	}
	return s.lateInterestOf(ctx, owed, to)
}

// LateInterest is what late payment of some receivables of one currency has cost
// up to today, at the rate of the settings; 0 where there is none.
func (s *Store) LateInterest(ctx context.Context, ids []int64) (int64, error) {
	owed, err := receivables.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(ids))
	if err != nil || len(owed) == 0 {
		return 0, err
	}
	late, err := s.lateInterestOf(ctx, owed, s.today())
	return late[owed[0].Currency], err
}

func (s *Store) lateInterestOf(ctx context.Context, owed []model.Receivable, to model.Date) (map[string]int64, error) {
	set, err := s.Settings(ctx)
	if err != nil || set.LateRate == "" {
		return nil, err
	}
	rate, err := model.ParseRate(set.LateRate)
	if err != nil {
		return nil, err
	}
	ids := make([]int64, len(owed))
	for i := range owed {
		ids[i] = owed[i].ID
	}
	used, err := allocations.query(ctx, s.db, "WHERE receivable_id IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(ids))
	if err != nil {
		return nil, err
	}
	notes, err := credits.query(ctx, s.db, "WHERE receivable_id IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(ids))
	settled, lowered := map[int64][]model.Allocation{}, map[int64][]model.Credit{}
	for _, a := range used {
		settled[a.ReceivableID] = append(settled[a.ReceivableID], a)
	}
	for _, c := range notes {
		lowered[c.ReceivableID] = append(lowered[c.ReceivableID], c)
	}
	late := map[string]int64{}
	for i := range owed {
		r := &owed[i]
		late[r.Currency], _ = model.AddMoney(late[r.Currency], r.LateInterest(min(to, s.today()), settled[r.ID], lowered[r.ID], rate))
	}
	return late, err
}

// StatementsOf are the customers who have a statement to be sent of a period:
// something moved in it, or was open before.
func (s *Store) StatementsOf(ctx context.Context, from, to model.Date) ([]model.Customer, error) {
	return customers.query(ctx, s.db, `WHERE id IN (
		SELECT customer_id FROM receivable WHERE settled < amount OR sale_on BETWEEN ?1 AND ?2 OR invoiced_on BETWEEN ?1 AND ?2
		UNION SELECT customer_id FROM payment WHERE received_on >= ?1 OR reversed_on >= ?1 OR amount > allocated + refunded
		UNION SELECT customer_id FROM credit WHERE credited_on >= ?1
		UNION SELECT customer_id FROM allocation WHERE allocated_on >= ?1) ORDER BY name, id`, from, to)
}

func sortedCurrencies(moves map[string][]model.Move) []string {
	var codes []string
	for code := range moves {
		codes = append(codes, code)
	}
	slices.SortFunc(codes, model.CompareCurrencies)
	return codes
}

// moves are all movements of a customer's account up to the day, by currency.
func (s *Store) moves(ctx context.Context, customer int64) (map[string][]model.Move, error) {
	moves := map[string][]model.Move{}
	add := func(currency string, m model.Move) {
		if m.On <= s.today() {
			moves[currency] = append(moves[currency], m)
		}
	}
	ids, err := s.ids(ctx, "SELECT id FROM receivable WHERE customer_id = ? ORDER BY id", customer)
	if err != nil {
		return nil, err
	}
	owed, err := s.receivablesAsOf(ctx, ids)
	if err != nil {
		return nil, err
	}
	known := map[int64]*model.Receivable{}
	for i := range owed {
		r := &owed[i]
		known[r.ID] = r
		on := r.Since()
		if on == "" {
			on = model.DateOf(model.LocalTime(r.CreatedAt))
			if r.DueOn != "" {
				on = min(on, r.DueOn)
			}
		}
		add(r.Currency, model.Move{On: on, Kind: model.MoveOwed, Name: r.Name(), DueOn: r.DueOn, Amount: r.Amount,
			Of: r.Kind, Part: r.Instalment, Parts: r.Instalments})
		for _, m := range r.OffMoves() {
			add(r.Currency, model.Move{On: m.On, Kind: model.MoveOff, Name: r.Name(), Text: r.WrittenOffWhy, Amount: -m.Amount})
		}
	}
	notes, err := credits.query(ctx, s.db, "WHERE customer_id = ? ORDER BY id", customer)
	if err != nil {
		return nil, err
	}
	for _, n := range notes {
		if r := known[n.ReceivableID]; r != nil {
			add(r.Currency, model.Move{On: n.CreditedOn, Kind: model.MoveCredit, Name: r.Name(), Text: n.Reason, Amount: -n.Amount})
		}
	}
	paid, err := payments.query(ctx, s.db, "WHERE customer_id = ? ORDER BY id", customer)
	for _, p := range paid {
		kind := model.MovePaid
		if p.CameOn != "" {
			kind = model.MoveIn
		}
		add(p.Currency, model.Move{On: p.ReceivedOn, Kind: kind, Name: p.ReceiptNo, Text: p.Payer, Amount: -p.Amount, Method: p.Method,
			MaturesOn: p.MaturesOn})
		if p.ReversedOn != "" {
			add(p.Currency, model.Move{On: p.ReversedOn, Kind: model.MoveReversed, Name: p.ReceiptNo, Text: p.ReversedWhy, Amount: p.Amount})
		}
	}
	if err != nil {
		return nil, err
	}
	return moves, s.refundMoves(ctx, customer, paid, add)
}

// refundMoves adds what was given back of a customer's payments.
func (s *Store) refundMoves(ctx context.Context, customer int64, paid []model.Payment, add func(currency string, m model.Move)) error {
	back, err := s.Refunds(ctx, customer)
	for _, r := range back {
		kind := model.MoveRefund
		if r.Method == model.PayMoved {
			kind = model.MoveOut
		}
		for i := range paid {
			if p := &paid[i]; p.ID == r.PaymentID {
				add(p.Currency, model.Move{On: r.RefundedOn, Kind: kind, Name: p.ReceiptNo, Text: r.Reason, Amount: r.Amount})
			}
		}
	}
	return err
}

// ExportStatement writes a statement of account by the path's extension: xlsx,
// or html to print. The export is logged.
func (s *Store) ExportStatement(ctx context.Context, path string, list []model.Statement, lang string) error {
	set, err := s.Settings(ctx)
	if err != nil {
		return err
	}
	doc := files.Statements{List: list, Settings: set, Lang: spoken(lang)}
	return s.exportReport(ctx, path, len(list), []string{"xlsx", "html", "htm"}, func(format string) func(io.Writer) error {
		if format == "xlsx" {
			return doc.WriteWorkbook
		}
		return doc.WriteHTML
	})
}
