package store

import (
	"context"
	"errors"
	"slices"
	"strings"

	"genjin/model"
)

// isFresh reports whether the records of a file can keep their ids: nothing was
// ever kept here, so that the log speaks of no other record by them, and the
// ids are sound.
func isFresh(ctx context.Context, db querier, p model.Preview) (bool, error) {
	var used bool
	if err := db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM customer) OR EXISTS (SELECT 1 FROM change WHERE "+
		"record <> 'settings')").Scan(&used); err != nil || used {
		return false, err
	}
	const most = 1 << 40
	seen, sound := map[string]map[int64]bool{}, true
	meet := func(record string, id int64) {
		sound = sound && id > 0 && id < most && !seen[record][id]
		seen[record][id] = true
	}
	for _, k := range model.Kinds {
		seen[k.Record] = map[int64]bool{}
		if err := each(ctx, db, k, "", func(rec any) { meet(k.Record, model.Identity(rec).ID) }); err != nil {
			return false, err
		}
	}
	all := []model.Records{p.Loose}
	for i := range p.Proposals {
		prop := &p.Proposals[i]
		meet(customers.name, prop.Customer.ID)
		for n := range prop.Entries {
			meet(journal.name, prop.Entries[n].Entry.ID)
		}
		for n := range prop.Items {
			meet(prop.Items[n].Item.Record, prop.Items[n].Item.ID)
		}
		all = append(all, prop.Records)
	}
	for _, rs := range all {
		for record, list := range rs {
			for _, rec := range list {
				if !isBuiltIn(rec) {
					meet(record, model.Identity(rec).ID)
				}
			}
		}
	}
	return sound, nil
}

// each tells the records of a kind.
func each(ctx context.Context, q querier, k model.RecordKind, where string, take func(rec any), args ...any) error {
	list, err := tables[k.Record].query(ctx, q, where, args...)
	for _, rec := range list {
		take(rec)
	}
	return err
}

// isBuiltIn reports whether a record came with the program: a file only names
// it.
func isBuiltIn(rec any) bool {
	t, ok := rec.(*model.Template)
	return ok && t.BuiltIn
}

// asWhole makes a target of a record that genjin wrote: it is kept as it is,
// under an id of this file.
func (p *plan) asWhole(t *target, prop *model.Proposal) {
	t.whole, t.keepID = true, p.keepIDs
	p.byID[prop.Customer.ID] = t
	t.card.Referrer = 0 // it follows when everybody is there
	if t.card.NextBasis == "" {
		t.card.DecideBasis(p.settings) // written before it was kept
	}
	if t.card.LastOn > p.today {
		t.card.AheadOn = p.today // counted anew when the file is opened next
	}
}

// records decides on the records of a whole customer beside the journal and the
// items. Of one who is there already, what adds up with each other is left where
// there is some, and of the rest what is there.
func (p *plan) records(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	if t == nil || len(prop.Records) == 0 && prop.Unsound == nil {
		return nil // refused with its customer, or none
	}
	row := model.PreviewRow{
		Sheet: prop.Sheet, Row: prop.Row, CustomerID: customer.CustomerID, Name: customer.Name, Known: customer.Known,
		Result: model.ResultNew, Proposal: i, Entry: -1,
	}
	if t.records == nil {
		t.records, t.ids = model.Records{}, fileIDs{}
	}
	taken, wrong := model.Records{}, prop.Unsound
	var err error
	if wrong == nil {
		if taken, err = p.takenOf(ctx, t, prop.Records); err == nil {
			wrong, err = p.clash(ctx, taken)
		}
	}
	if err != nil {
		return err
	}
	if wrong != nil {
		row.Result, row.Err, row.Record = model.ResultRefused, wrong, recordOfUnsound(wrong)
		p.rows = append(p.rows, row)
		return nil
	}
	for _, k := range model.Kinds {
		isTaken := map[any]bool{}
		for _, rec := range taken[k.Record] {
			isTaken[rec] = true
			t.records.Add(k.Record, rec)
		}
		for _, rec := range prop.Records[k.Record] {
			one := row
			if !isTaken[rec] {
				one.Result = model.ResultUnchanged
			}
			if one.Record = k.Record; tell(&one, rec) {
				p.rows = append(p.rows, one)
			}
		}
	}
	return nil
}

// tell says in a row of a preview what a record is; false where it has no row of
// its own.
func tell(row *model.PreviewRow, rec any) bool {
	switch r := rec.(type) {
	case *model.Project:
		row.Title = r.Name
	case *model.Order:
		row.Money = &model.MoneyNote{Name: r.OrderNo, Amount: r.Total, Currency: r.Currency, DueOn: r.PromisedOn, Balance: r.Outstanding}
	case *model.Receivable:
		row.Money = &model.MoneyNote{Name: r.Name(), Amount: r.Amount, Currency: r.Currency, DueOn: r.DueOn, Balance: r.Open()}
	case *model.Payment:
		row.Money = &model.MoneyNote{Name: r.ReceiptNo, Amount: r.Amount, Currency: r.Currency, PaidOn: r.ReceivedOn, Advance: r.Advance()}
	default:
		return false
	}
	return true
}

// takenOf are the records of a customer that are to be added.
func (p *plan) takenOf(ctx context.Context, t *target, all model.Records) (model.Records, error) {
	if t.whole {
		return all, nil
	}
	has := len(t.records) > 0
	if !has {
		err := p.db.QueryRowContext(ctx, `SELECT EXISTS (SELECT 1 FROM receivable WHERE customer_id = ?1) OR EXISTS (SELECT 1
			FROM payment WHERE customer_id = ?1)
			OR EXISTS (SELECT 1 FROM reconciliation WHERE customer_id = ?1) OR EXISTS (SELECT 1 FROM customer_order WHERE customer_id = ?1)`,
			t.id).Scan(&has)
		if err != nil {
			return nil, err
		}
	}
	taken, err := p.newOf(ctx, all, t.id, t.ids)
	delete(taken, handled.name)
	for record := range taken {
		if has && model.Accounted(record) {
			delete(taken, record)
		}
	}
	return taken, err
}

// newOf chooses of the records of a customer, or of nobody's, those that aren't
// here yet, with what belongs to them, and notes the others in ids. What adds up
// with each other is chosen whole.
func (p *plan) newOf(ctx context.Context, all model.Records, customer int64, ids fileIDs) (model.Records, error) {
	taken, isTaken := model.Records{}, map[string]map[int64]bool{}
	for _, k := range model.Kinds {
		list := all[k.Record]
		if isTaken[k.Record] = map[int64]bool{}; len(list) == 0 {
			continue
		}
		there, where := map[string]int64{}, ""
		if k.OfCustomer() {
			where = "WHERE customer_id = ?1"
		}
		note := func(rec any) { there[nameOf(k, rec, customer)] = model.Identity(rec).ID }
		if err := each(ctx, p.db, k, where, note, customer); err != nil {
			return nil, err
		}
		for _, rec := range list {
			id := model.Identity(rec).ID
			now, known := there[nameOf(k, rec, customer)]
			switch belongs, of, to := belongsTo(k, rec); {
			case model.Accounted(k.Record):
			case belongs && !isTaken[of][to], isBuiltIn(rec) && !known:
				continue
			case !belongs && known:
				ids.note(k.Record, id, now)
				continue
			}
			isTaken[k.Record][id] = true
			taken.Add(k.Record, rec)
		}
	}
	return taken, nil
}

// belongsTo is the record to which another belongs.
func belongsTo(k model.RecordKind, rec any) (belongs bool, of string, id int64) {
	for _, f := range k.Fields {
		if f.Part {
			of, id = f.Of, *f.Ptr(&rec).(*int64)
			return true, of, id
		}
	}
	return false, "", 0
}

// nameOf is what two records that are the same have alike; names of what a
// customer has may be written in several ways.
func nameOf(k model.RecordKind, rec any, customer int64) string {
	var b strings.Builder
	for _, f := range k.Fields {
		if f.Code == "customer_id" || len(k.Key) > 0 && !slices.Contains(k.Key, f.Code) {
			continue
		}
		text := f.Get(&rec)
		if customer != 0 && f.Kind == model.KindText {
			text = bareName(text)
		}
		b.WriteString(text + "\x00")
	}
	return b.String()
}

// clash is the refusal for orders of a whole record whose numbers other orders
// have; nil for none. An order and its receivables are taken together.
func (p *plan) clash(ctx context.Context, taken model.Records) (refused, err error) {
	for _, rec := range taken[orders.name] {
		number := rec.(*model.Order).OrderNo
		there, err := orders.query(ctx, p.db, "WHERE order_no = ?", number)
		if err != nil {
			return nil, err
		}
		if len(there) > 0 || p.orderNos[number] {
			return &model.LedgerError{Record: model.RowOfOrder, Err: model.At("order_no", model.Refuse(model.RefusedTaken, number))}, nil
		}
		p.orderNos[number] = true
	}
	return nil, nil
}

// recordOfUnsound is the kind of record for which a customer's are refused.
func recordOfUnsound(err error) string {
	var wrong *model.LedgerError
	if errors.As(err, &wrong) {
		return wrong.Record
	}
	return model.RowOfReceivable
}

// addWhole adds a customer with all that belongs to it.
func (w *write) addWhole(ctx context.Context, t *target, p *plan) error {
	c, own := t.card, int64(0)
	old := c.ID
	if t.keepID {
		own = old
	}
	if err := customers.insertAs(ctx, w, &c, own); err != nil {
		return err
	}
	t.id = c.ID
	t.ids.note(customers.name, old, c.ID)
	w.touched[c.ID] = true
	return w.restoreTo(ctx, t, p)
}

// restoreTo adds the records of a file to a customer.
func (w *write) restoreTo(ctx context.Context, t *target, p *plan) error {
	if len(t.records) == 0 {
		return nil
	}
	r := restoring{w: w, customer: t.id, keepIDs: t.keepID, ids: t.ids, loose: p.looseIDs}
	return r.restore(ctx, t.records)
}
