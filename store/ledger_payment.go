package store

import (
	"context"
	"database/sql"
	"strings"

	"genjin/model"
)

// PaymentIDs are the payments that a list shows as of the day, the latest
// first unless sorted.
func (s *Store) PaymentIDs(ctx context.Context, q model.PaymentQuery) ([]int64, error) {
	where, err := s.paymentWhere(ctx, q)
	if err != nil {
		return nil, err
	}
	order := "p.received_on DESC, p.id DESC"
	if q.Sort != "" {
		if _, ok := model.PaymentFields.ByCode(q.Sort); !ok && q.Sort != "id" {
			return nil, model.At(q.Sort, model.Refuse(model.RefusedOption, q.Sort))
		}
		desc := map[bool]string{true: " DESC"}[q.Desc]
		order = "p." + q.Sort + desc + ", p.id" + desc
	}
	from, err := s.paymentsAsOf(ctx)
	if err != nil {
		return nil, err
	}
	return s.ids(ctx, "SELECT p.id FROM "+from+" p WHERE "+where.sql+" ORDER BY "+order, where.args...)
}

func (s *Store) paymentWhere(ctx context.Context, q model.PaymentQuery) (clause, error) {
	v, err := s.viewpoint(ctx)
	all := clause{"p.received_on <= ?", []any{v.today}}
	if err != nil {
		return all, err
	}
	if q.Customer != 0 {
		all = clause{all.sql + " AND p.customer_id = ?", append(all.args, q.Customer)}
	}
	column := func(code string) (model.Spec, bool) {
		f, ok := model.PaymentFields.ByCode(code)
		return f.Spec, ok
	}
	err = all.filter(q.Filters, column, func(spec model.Spec, f model.Filter) (clause, error) { return v.conditionOn(spec, "p."+spec.Code, f) })
	if err != nil || q.Search == "" {
		return all, err
	}
	who, err := s.searched(ctx, q.Search)
	all.and("(p.customer_id IN (SELECT value FROM json_each(?)) OR instr(lower(p.receipt_no), lower(?)) > 0 OR instr(lower(p.payer), lower(?)) > 0)", jsonList(who), q.Search, q.Search)
	return all, err
}

// PaymentSums is what stands below a list of payments: what went along with an
// order is counted with whom it went to.
func (s *Store) PaymentSums(ctx context.Context, q model.PaymentQuery) ([]model.PaySum, error) {
	where, err := s.paymentWhere(ctx, q)
	if err != nil {
		return nil, err
	}
	from, err := s.paymentsAsOf(ctx)
	if err != nil {
		return nil, err
	}
	gone, err := s.movedOut(ctx)
	if err != nil {
		return nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT p.currency, count(*), sum(CASE WHEN p.reversed_on = '' THEN p.amount - `+gone+` ELSE 0 END),
		sum(CASE WHEN p.reversed_on = '' THEN p.refunded - `+gone+` ELSE 0 END), sum(CASE WHEN p.reversed_on = '' THEN p.amount - p.allocated - p.refunded ELSE 0 END)
		FROM `+from+` p WHERE `+where.sql+` GROUP BY p.currency ORDER BY p.currency <> 'CNY', p.currency`, where.args...)
	return summed(rows, err, func(rows *sql.Rows, p *model.PaySum) error {
		return rows.Scan(&p.Currency, &p.Count, &p.Amount, &p.Refunded, &p.Advance)
	})
}

// movedOut is the SQL for what of a payment p went to another customer with an
// order: it is the other one's payment now, and came but once.
func (s *Store) movedOut(ctx context.Context) (string, error) {
	var any bool
	if err := s.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM refund WHERE method = 'moved')").Scan(&any); err != nil || !any {
		return "0", err
	}
	return "(SELECT coalesce(sum(b.amount), 0) FROM refund b WHERE b.payment_id = p.id AND b.method = 'moved' AND b.refunded_on <= " + quote(string(s.today())) + ")", nil
}

// paymentsAsOf is where the payments as they stood on the day are read from: a
// table, or a query in brackets where something of them came later.
func (s *Store) paymentsAsOf(ctx context.Context) (from string, err error) {
	day := quote(string(s.today()))
	var later bool
	err = s.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM allocation WHERE allocated_on > `+day+`) OR EXISTS (SELECT 1 FROM allocation WHERE reversed_on <> '' AND reversed_on > `+day+`)
		OR EXISTS (SELECT 1 FROM refund WHERE refunded_on > `+day+`) OR EXISTS (SELECT 1 FROM payment WHERE reversed_on <> '' AND reversed_on > `+day+`)`).Scan(&later)
	if err != nil || !later {
		return "payment", err
	}
	columns := strings.Split(payments.columns, ", ")
	for i, c := range columns {
		switch c {
		case "allocated":
			columns[i] = "(SELECT coalesce(sum(amount), 0) FROM allocation WHERE payment_id = payment.id AND allocated_on <= " + day + " AND (reversed_on = '' OR reversed_on > " + day + ")) AS allocated"
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
	debts, err := s.receivablesAsOf(ctx, owed)
	if err != nil {
		return nil, err
	}
	called, ordered := refs(debts), make([]model.PaymentOf, 0, len(ids))
	for _, id := range ids {
		if p := of[id]; p != nil {
			p.Customer, p.Names = names[p.CustomerID], called
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

// conditionOn is one filter on a column.
func (v viewpoint) conditionOn(spec model.Spec, column string, f model.Filter) (clause, error) {
	empty := column + " = " + none(spec)
	switch f.Op {
	case model.OpEmpty:
		return clause{empty, nil}, nil
	case model.OpFilled:
		return clause{"NOT " + empty, nil}, nil
	case model.OpNot:
		is, err := v.oneOf(spec, column, f)
		return clause{"NOT (" + is.sql + ")", is.args}, err
	case model.OpIs:
		return v.oneOf(spec, column, f)
	case model.OpContains:
		return inside(spec, column, f.Value), nil
	case model.OpFrom, model.OpTo:
		return v.bound(spec, column, f)
	}
	return clause{}, model.At(f.Field, model.Refuse(model.RefusedFilter, string(f.Op)))
}
