package files

import (
	"cmp"
	"errors"

	"genjin/model"
	"genjin/model/label"
)

// debt understands a row of a tracking sheet.
func (r *reader) debt(s *Sheet, t table, values map[heading]string, agreed model.Date) model.ProposedDebt {
	d := model.ProposedDebt{Listed: t.document == model.DocumentPayments}
	setStatus(&d, values[statusColumn])
	errs := r.moneyFields(&d, s, t, values, r.moneyDays(&d, values, agreed))
	d.ZeroOwed, d.ZeroPaid = isZero(values[moneySigns[0]]), isZero(values[heading{recordPayment, "amount"}])
	named := d.Receivable.Currency != ""
	if d.Payment.Currency == "" && named || values[heading{recordReceivable, "currency"}] != "" {
		d.Payment.Currency = d.Of(d.Receivable.Currency)
	}
	if d.Receivable.Currency == "" && d.Payment.Currency != "" {
		d.Receivable.Currency = d.Of(d.Payment.Currency)
	}
	r.setBalance(&d, t, values)
	nameLowered(errs, &d.Receivable)
	if d.Err = errors.Join(errs...); d.Err == nil {
		d.Err = r.settle(&d, s, t)
	}
	d.Given = statedFields(&d, named, values)
	return d
}

// nameLowered says with a negative amount which document it lowers.
func nameLowered(errs []error, r *model.Receivable) {
	for _, err := range errs {
		var fe *model.FieldError
		if errors.As(err, &fe) && fe.Code == model.RefusedPositive && cmp.Or(r.InvoiceNo, r.OrderNo) != "" {
			fe.Args = append(fe.Args, cmp.Or(r.InvoiceNo, r.OrderNo))
		}
	}
}

// setBalance takes what is open of a row: with what was paid it is what is owed;
// beside an amount owed and nothing said of a payment, the rest came in.
func (r *reader) setBalance(d *model.ProposedDebt, t table, values map[heading]string) {
	m, err := model.ParseAmount(values[balance], d.Receivable.Currency)
	hasPaid := t.has(recordPayment, "amount")
	switch {
	case isNothing(model.Spec{Kind: model.KindAmount}, values[balance]) || err != nil || m.Amount < 0 || t.own != "":
	case d.Receivable.Amount == 0 && t.column(moneySigns[0]) < 0:
		d.Receivable.Amount = m.Amount + d.Payment.Amount
	case d.Receivable.Amount > m.Amount && !hasPaid:
		d.Payment.Amount = d.Receivable.Amount - m.Amount
		d.WorkedOut = model.ListOf(append(d.WorkedOut.Items(), "amount")...)
	}
}

// statedFields are the fields of a receivable that a row states: not what it
// takes from others, nor an amount that is only what was paid.
func statedFields(d *model.ProposedDebt, currency bool, values map[heading]string) (codes []string) {
	for _, f := range model.ReceivableFields {
		stated := f.Get(&d.Receivable) != ""
		switch f.Code {
		case "amount":
			stated = stated && !d.Unstated
		case "currency":
			stated = currency
		case "kind":
			stated = values[heading{recordReceivable, f.Code}] != ""
		}
		if stated {
			codes = append(codes, f.Code)
		}
	}
	return codes
}

// moneyFields reads the cells of a row, the currency before the amounts.
func (r *reader) moneyFields(d *model.ProposedDebt, s *Sheet, t table, values map[heading]string, days moneyDays) (errs []error) {
	for _, currency := range []bool{true, false} {
		for _, c := range t.columns {
			h, text := c.heading, values[c.heading]
			if text == "" || (h.code == "currency") != currency {
				continue
			}
			if done, err := r.setLines(d, h, text); done {
				errs = append(errs, model.InColumn(r.file.Columns, s.Name, h.record, err))
				continue
			}
			spec := model.FieldOf(h.record, h.code)
			if spec.Code == "" || h.record == recordCustomer || isNothing(spec, text) {
				continue
			}
			errs = append(errs, model.InColumn(r.file.Columns, s.Name, h.record, r.setMoney(d, h, text, days)))
		}
		if d.Payment.Currency == "" && currency {
			d.Payment.Currency = d.Receivable.Currency
		}
		if currency {
			lend(d, values)
		}
	}
	return errs
}

// lend takes the currency that an amount of a row names for the amounts of it that
// name none: of the receivable's for the payment's too, and the other way round.
func lend(d *model.ProposedDebt, values map[heading]string) {
	var owed, paid lender
	at := func(h heading) string { return values[h] }
	owed.look(recordReceivable, model.ReceivableFields.Specs(), at)
	paid.look(recordPayment, model.PaymentFields.Specs(), at)
	signed := func(h heading) bool { _, sign := model.CurrencyIn(values[h]); return sign != "" }
	if d.Receivable.Currency == "" && values[moneySigns[0]] != "" && !signed(moneySigns[0]) {
		d.Receivable.Currency = cmp.Or(owed.currency, paid.currency)
		d.Lent = d.Receivable.Currency != "" && (owed.unnamed || paid.unnamed)
	}
	if d.Payment.Currency == "" && !signed(heading{recordPayment, "amount"}) {
		d.Payment.Currency = cmp.Or(paid.currency, owed.currency)
		d.Lent = d.Lent || d.Payment.Currency != "" && (owed.unnamed || paid.unnamed)
	}
}

// settle brings a row in line with the document that it is of.
func (r *reader) settle(d *model.ProposedDebt, s *Sheet, t table) error {
	if t.own != "" {
		finishOwn(d, t.own)
	}
	record, err := recordReceivable, error(nil)
	says := model.SheetSays{HasOwed: t.column(moneySigns[0]) >= 0, Unpaid: r.opt.Unpaid}
	switch {
	case t.document == model.DocumentPayments:
		record, err = recordPayment, d.SettlePayment()
	case t.own != "" && d.Receivable.Amount == 0:
		err = model.At("amount", model.Refuse(model.RefusedRequired))
	case t.own == "":
		err = d.Settle(says, r.opt.Today)
		var fe *model.FieldError
		if errors.As(err, &fe) && (fe.Code == model.RefusedUnpaid || fe.Code == model.RefusedPart ||
			t.has(recordPayment, "amount") && !says.HasOwed && fe.Code == model.RefusedRequired && fe.Field == "amount") {
			record = recordPayment
		}
	}
	return model.InColumn(r.file.Columns, s.Name, record, err)
}

// setMoney reads one cell into the row's receivable or payment.
func (r *reader) setMoney(d *model.ProposedDebt, h heading, text string, days moneyDays) error {
	if h.code == "currency" {
		code, err := currencyOf(text)
		if err == nil && h.record == recordPayment {
			d.Payment.Currency = code
		} else if err == nil {
			d.Receivable.Currency = code
		}
		return err
	}
	ref, bias := days.reference(h)
	var err error
	currency := &d.Receivable.Currency
	if h.record == recordPayment {
		currency = &d.Payment.Currency
	}
	unnamed, was := *currency == "", *currency
	if unnamed && model.FieldOf(h.record, h.code).Kind == model.KindAmount {
		named, err := d.Names(text)
		if err != nil {
			return err
		}
		unnamed = !named
	}
	if h.record == recordPayment {
		err = label.Set(h.record, model.PaymentFields, h.code, &d.Payment, text, ref, bias)
	} else {
		err = label.Set(h.record, model.ReceivableFields, h.code, &d.Receivable, text, ref, bias)
	}
	if err == nil && was != "" && *currency != was {
		return model.At("currency", model.Refuse(model.RefusedDiffers, *currency, was))
	}
	if unnamed {
		*currency = "" // it is the customer's, see model.ProposedDebt.In
	}
	if note := days.note(h, text); err == nil && note != nil {
		d.Years = append(d.Years, *note)
	}
	return err
}
