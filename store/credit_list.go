package store

import (
	"context"

	"genjin/model"
)

// creditSource is where the list of credit notes is read from.
var creditSource = source[model.CreditOf]{
	view: &model.CreditView, from: fromTable("credit"),
	exists: func(at model.AsOf) string { return "r.credited_on <= " + quote(string(at.Today)) },
	search: ofWhomOr("r.reason", debtNames),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.CreditOf, error) {
		found, err := credits.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		if err != nil {
			return nil, err
		}
		var of []int64
		for _, c := range found {
			of = append(of, c.ReceivableID)
		}
		debts, err := s.ReceivablesByID(ctx, of)
		known := map[int64]*model.ReceivableOf{}
		for i := range debts {
			known[debts[i].ID] = &debts[i]
		}
		list := make([]model.CreditOf, len(found))
		for i, c := range found {
			if list[i].Credit = c; known[c.ReceivableID] != nil {
				r := known[c.ReceivableID]
				list[i].Customer, list[i].Debt, list[i].Currency = r.Customer, r.Name(), r.Currency
			}
		}
		return list, err
	},
}

// debtNames is what the receivable of a row is called by.
const debtNames = "(SELECT o.invoice_no || char(10) || o.order_no FROM receivable o WHERE o.id = r.receivable_id)"

// CreditList is the list of credit notes.
func (s *Store) CreditList() model.Lister[model.CreditOf] {
	return listing[model.CreditOf]{&creditSource, s}
}
