package store

import (
	"context"
	"strings"

	"genjin/model"
)

// paymentSource is where the list of payments is read from.
var paymentSource = source[model.PaymentOf]{
	view: &model.PaymentView,
	from: func(ctx context.Context, s *Store, n need) (string, error) {
		from, err := s.paymentsAsOf(ctx)
		if err != nil || !n.uses("received", "given_back") {
			return from, err
		}
		gone, err := s.movedOut(ctx)
		return "(SELECT p.*, " + gone + " AS moved_out FROM " + from + " p)", err
	},
	exists: func(at model.AsOf) string { return "r.received_on <= " + quote(string(at.Today)) },
	beside: besideBuyer, search: ofWhomOr("r.receipt_no", "r.payer"),
	rows: func(ctx context.Context, s *Store, ids []int64, whole bool) ([]model.PaymentOf, error) {
		list, err := s.PaymentsByID(ctx, ids)
		if err == nil && whole {
			err = s.tellApart(ctx, list)
		}
		return list, err
	},
}

// PaymentList is the list of payments.
func (s *Store) PaymentList() model.Lister[model.PaymentOf] {
	return listing[model.PaymentOf]{&paymentSource, s}
}

// movedOut is the SQL for what of a payment p went to another customer with an
// order: it is the other one's payment now, and came but once.
func (s *Store) movedOut(ctx context.Context) (string, error) {
	var any bool
	if err := s.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM refund WHERE method = 'moved')").Scan(&any); err != nil || !any {
		return "0", err
	}
	return "(SELECT coalesce(sum(b.amount), 0) FROM refund b WHERE b.payment_id = p.id AND b.method = 'moved' AND b.refunded_on <= " +
		quote(string(s.today())) + ")", nil
}

// paymentsAsOf is where the payments as they stood on the day are read from: a
// table, or a query in brackets where something of them came later.
func (s *Store) paymentsAsOf(ctx context.Context) (from string, err error) {
	day := quote(string(s.today()))
	var later bool
	err = s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM allocation WHERE allocated_on > `+day+`) OR EXISTS (SELECT 1
		FROM allocation WHERE reversed_on <> '' AND reversed_on > `+day+`)
		OR EXISTS (SELECT 1 FROM refund WHERE refunded_on > `+day+`) OR EXISTS (SELECT 1 FROM payment WHERE reversed_on <> ''
		AND reversed_on > `+day+`)`).Scan(&later)
	if err != nil || !later {
		return "payment", err
	}
	columns := strings.Split(payments.columns, ", ")
	for i, c := range columns {
		switch c {
		case "allocated":
			columns[i] = "(SELECT coalesce(sum(amount), 0) FROM allocation WHERE payment_id = payment.id AND allocated_on <= " + day +
				" AND (reversed_on = '' OR reversed_on > " + day + ")) AS allocated"
		case "refunded":
			columns[i] = "(SELECT coalesce(sum(amount), 0) FROM refund WHERE payment_id = payment.id AND refunded_on <= " + day + ") AS refunded"
		case "reversed_on", "reversed_reason":
			columns[i] = "CASE WHEN reversed_on > " + day + " THEN '' ELSE " + c + " END AS " + c
		}
	}
	return "(SELECT " + strings.Join(columns, ", ") + " FROM payment)", nil
}

// PaymentsByID reads payments in the order of the ids, as they stood on the
// as-of day, with what they settle.
func (s *Store) PaymentsByID(ctx context.Context, ids []int64) ([]model.PaymentOf, error) {
	today, theirs := s.today(), "WHERE payment_id IN (SELECT value FROM json_each(?)) ORDER BY id"
	list, err := payments.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	shares, err := allocations.query(ctx, s.db, theirs, jsonList(ids))
	if err != nil {
		return nil, err
	}
	back, err := refunds.query(ctx, s.db, theirs, jsonList(ids))
	if err != nil {
		return nil, err
	}
	var who, owed []int64
	of := map[int64]*model.PaymentOf{}
	for _, p := range list {
		of[p.ID] = &model.PaymentOf{Payment: p}
		who = append(who, p.CustomerID)
	}
	for _, a := range shares {
		of[a.PaymentID].Shares = append(of[a.PaymentID].Shares, a)
		owed = append(owed, a.ReceivableID)
	}
	for _, r := range back {
		of[r.PaymentID].Refunds = append(of[r.PaymentID].Refunds, r)
	}
	names, err := s.customerNames(ctx, who)
	if err != nil {
		return nil, err
	}
	brought, err := s.broughtBy(ctx, who)
	if err != nil {
		return nil, err
	}
	debts, err := s.receivablesAsOf(ctx, owed)
	if err != nil {
		return nil, err
	}
	called, ordered := refs(debts), make([]model.PaymentOf, 0, len(ids))
	for _, id := range ids {
		if p := of[id]; p != nil {
			p.Customer, p.Buyer, p.Names = names[p.CustomerID], brought[p.CustomerID], called
			p.StandOn(today)
			ordered = append(ordered, *p)
		}
	}
	return ordered, nil
}

// refs are what receivables are called, by id.
func refs(list []model.Receivable) map[int64]string {
	names := make(map[int64]string, len(list))
	for i := range list {
		names[list[i].ID] = list[i].Ref()
	}
	return names
}
