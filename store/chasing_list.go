package store

import (
	"context"
	"encoding/json"

	"genjin/model"
)

// chasingSource is where the list of chasing steps is read from, promiseSource
// that of those in which something was promised.
var (
	chasingSource = source[model.Promise]{
		view: &model.ChasingView, from: promised, exists: chasedBy, search: ofWhomOr("r.note", debtNames), rows: promiseRows,
	}
	promiseSource = source[model.Promise]{
		view: &model.PromiseView, from: promised, search: ofWhomOr("r.note", debtNames), rows: promiseRows,
		exists: func(at model.AsOf) string { return chasedBy(at) + " AND r.promise_on <> '' AND r.outcome = 'reached'" },
	}
)

func chasedBy(at model.AsOf) string { return "r.chased_on <= " + quote(string(at.Today)) }

// promised is the chasing steps with what became of what was promised in them,
// which is worked out where it is asked for.
func promised(ctx context.Context, s *Store, n need) (string, error) {
	if !n.uses("state", "paid_on", "paid") {
		return "dunning", nil
	}
	whose := ""
	if n.customer != 0 {
		whose = " AND customer_id = ?1"
	}
	ids, err := s.ids(ctx, "SELECT DISTINCT receivable_id FROM dunning WHERE promise_on <> ''"+whose, n.customer)
	if err != nil {
		return "", err
	}
	became, err := s.becameOf(ctx, ids)
	if err != nil {
		return "", err
	}
	var rows [][]any
	for id, p := range became {
		rows = append(rows, []any{id, p.State, p.PaidOn, p.Paid})
	}
	text, err := json.Marshal(rows)
	return `(WITH b AS MATERIALIZED (SELECT value ->> 0 AS id, value ->> 1 AS state, value ->> 2 AS paid_on, value ->> 3 AS paid
		FROM json_each(` + quote(string(text)) + `)) SELECT d.*, coalesce(b.state, '') AS state, coalesce(b.paid_on, '') AS paid_on,
		coalesce(b.paid, 0) AS paid FROM dunning d LEFT JOIN b ON b.id = d.id)`, err
}

func promiseRows(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.Promise, error) {
	made, err := dunnings.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	return s.ledgerOf(ctx, made)
}

// ChasingList is the list of chasing steps.
func (s *Store) ChasingList() model.Lister[model.Promise] {
	return listing[model.Promise]{&chasingSource, s}
}

// PromiseList is the ledger of promises to pay.
func (s *Store) PromiseList() model.Lister[model.Promise] {
	return listing[model.Promise]{&promiseSource, s}
}
