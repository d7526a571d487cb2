package files

import (
	"encoding/json"
	"errors"

	"genjin/model"
)

// ledgerJSON are the money records of a customer, by kind.
func ledgerJSON(l *model.Ledger) (names []string, values map[string]json.RawMessage) {
	values = map[string]json.RawMessage{}
	owed, paid := map[int64]string{}, map[int64]string{}
	for _, r := range l.Receivables {
		owed[r.ID] = r.Currency
	}
	for _, p := range l.Payments {
		paid[p.ID] = p.Currency
	}
	put := func(kind string, items []json.RawMessage) {
		if names = append(names, kind); items != nil {
			values[kind] = array(items)
		}
	}
	put(recordReceivable, recordsJSON(model.ReceivableFields, l.Receivables, func(r *model.Receivable) (model.Meta, string) {
		return r.Meta, r.Currency
	}))
	put(recordPayment, recordsJSON(model.PaymentFields, l.Payments, func(p *model.Payment) (model.Meta, string) { return p.Meta, p.Currency }))
	put("allocation", recordsJSON(model.AllocationFields, l.Allocations, func(a *model.Allocation) (model.Meta, string) {
		return a.Meta, paid[a.PaymentID]
	}))
	put("credit", recordsJSON(model.CreditFields, l.Credits, func(c *model.Credit) (model.Meta, string) {
		return c.Meta, owed[c.ReceivableID]
	}))
	put("refund", recordsJSON(model.RefundFields, l.Refunds, func(r *model.Refund) (model.Meta, string) { return r.Meta, paid[r.PaymentID] }))
	put("dunning", recordsJSON(model.DunningFields, l.Dunnings, func(d *model.Dunning) (model.Meta, string) {
		return d.Meta, owed[d.ReceivableID]
	}))
	put("reconciliation", recordsJSON(model.ReconciliationFields, l.Reconciliations, func(r *model.Reconciliation) (model.Meta, string) {
		return r.Meta, r.Currency
	}))
	return names, values
}

func recordsJSON[T any](fields model.Fields[T], list []T, of func(*T) (model.Meta, string)) []json.RawMessage {
	var out []json.RawMessage
	for i := range list {
		meta, currency := of(&list[i])
		out = append(out, model.JSONIn(currency, fields, &list[i], meta, nobody))
	}
	return out
}

// readLedger reads the money records of a customer. What they keep is worked
// out anew; a ledger that doesn't add up is refused with a LedgerError.
func readLedger(obj map[string]json.RawMessage, customer int64, l *model.Ledger) error {
	var errs []error
	readRecords(obj, recordReceivable, model.ReceivableFields, &l.Receivables, &errs, func(r *model.Receivable, m model.Meta) {
		r.Meta, r.CustomerID = m, customer
	})
	readRecords(obj, recordPayment, model.PaymentFields, &l.Payments, &errs, func(p *model.Payment, m model.Meta) {
		p.Meta, p.CustomerID = m, customer
	})
	readRecords(obj, "allocation", model.AllocationFields, &l.Allocations, &errs, func(a *model.Allocation, m model.Meta) {
		a.Meta, a.CustomerID = m, customer
	})
	readRecords(obj, "credit", model.CreditFields, &l.Credits, &errs, func(c *model.Credit, m model.Meta) {
		c.Meta, c.CustomerID = m, customer
	})
	readRecords(obj, "refund", model.RefundFields, &l.Refunds, &errs, func(r *model.Refund, m model.Meta) {
		r.Meta, r.CustomerID = m, customer
	})
	readRecords(obj, "dunning", model.DunningFields, &l.Dunnings, &errs, func(d *model.Dunning, m model.Meta) {
		d.Meta, d.CustomerID = m, customer
	})
	readRecords(obj, "reconciliation", model.ReconciliationFields, &l.Reconciliations, &errs, func(r *model.Reconciliation, m model.Meta) {
		r.Meta, r.CustomerID = m, customer
	})
	if err := errors.Join(errs...); err != nil {
		return err
	}
	return l.Recount()
}

func readRecords[T any](obj map[string]json.RawMessage, kind string, fields model.Fields[T], list *[]T, errs *[]error,
	finish func(*T, model.Meta)) {
	var raw []map[string]json.RawMessage
	var own []error
	for _, one := range into(obj[kind], &raw, &own) {
		var rec T
		if err := model.ReadJSON(fields, &rec, one); err != nil {
			own = append(own, err)
		}
		finish(&rec, model.MetaOf(one))
		*list = append(*list, rec)
	}
	if err := errors.Join(own...); err != nil {
		*errs = append(*errs, &model.LedgerError{Record: kind, Err: err})
	}
}
