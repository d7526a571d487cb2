package exchange

import (
	"errors"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// The money records whose fields a tracking sheet 回款跟踪表 holds. Its 付款状态 is
// no field: it is compared with the one that the rules give.
const (
	recordReceivable = "receivable"
	recordPayment    = "payment"
)

var statusColumn = heading{recordReceivable, "status"}

// moneySigns are the columns by which a tracking sheet is known.
var moneySigns = []heading{
	{recordReceivable, "amount"}, {recordReceivable, "due_on"}, {recordReceivable, "invoice_no"}, {recordReceivable, "balance"}, statusColumn,
	{recordPayment, "amount"}, {recordPayment, "received_on"},
}

// moneyHeading is what a header of a tracking sheet names; own is the record of
// a list that genjin wrote.
func (r *reader) moneyHeading(header, own string) heading {
	text := model.Clean(header)
	if text == "" || len(text) > mostHeader {
		return heading{}
	}
	if h, ok := r.mapping[folded(text)]; ok {
		r.met[folded(text)] = true
		return h
	}
	if own != "" {
		return ownHeading(own, text)
	}
	if code, ok := r.field(recordCustomer, text); ok && (code == "name" || code == "phones") {
		return heading{recordCustomer, code}
	}
	for _, record := range []string{recordPayment, recordReceivable} {
		code, ok := label.ReadHeader(record, text)
		h := heading{record, code}
		spec := model.FieldOf(h.record, h.code)
		switch {
		case !ok, record == recordPayment && (code == "remark" || code == "currency"), spec.Kept:
		case spec.Code != "" || h == statusColumn || h == settlesColumn || h == (heading{recordReceivable, "balance"}):
			return h
		}
	}
	return heading{}
}

// moneyHeader finds the header row of a tracking sheet: it names the customer
// and an amount, and one more of its columns.
func (r *reader) moneyHeader(s *Sheet) (table, bool) {
	for i, seen := 0, 0; i < len(s.Rows) && seen < headerRows; i++ {
		if isBlank(s.Rows[i]) {
			continue
		}
		seen++
		t := table{header: i, first: i + 1, own: ownMoney(s.Rows[i])}
		taken := map[heading]bool{}
		for _, cell := range s.Rows[i] {
			h := r.moneyHeading(cell, t.own)
			if taken[h] && h != (heading{recordReceivable, "remark"}) {
				h = heading{}
			}
			taken[h] = true
			_, mapped := r.mapping[folded(cell)]
			t.columns = append(t.columns, column{heading: h, header: model.Clean(cell), serial: isSerial(cell), mapped: mapped})
		}
		signs := 0
		for _, h := range moneySigns {
			if taken[h] {
				signs++
			}
		}
		t.document = r.moneyDocument(t)
		if taken[heading{recordCustomer, "name"}] && signs > 1 && (taken[moneySigns[0]] || taken[heading{recordPayment, "amount"}]) {
			return t, true
		}
	}
	return table{}, false
}

// moneyDocument tells a list of payments, which says nothing of what is owed
// but its name, from a tracking sheet.
func (r *reader) moneyDocument(t table) string {
	switch {
	case t.own == recordPayment:
		return model.DocumentPayments
	case t.own == recordReceivable:
		return model.DocumentReceivables
	case r.opt.As != "":
		return r.opt.As
	}
	for _, code := range []string{"amount", "balance", "status", "due_on"} {
		if t.column(heading{recordReceivable, code}) >= 0 {
			return model.DocumentReceivables
		}
	}
	return model.DocumentPayments
}

// tracking reads a tracking sheet: one proposal a customer, a debt a row.
func (r *reader) tracking(s *Sheet, t table) error {
	headers := make([]string, len(t.columns))
	for i, c := range t.columns {
		if headers[i] = c.header; t.own == "" && c.code == "" && !c.mapped && !c.serial && !isReason(c.header) {
			r.unknown(c.header)
		}
	}
	r.note(s, t)
	of := map[string]int{}
	last := map[heading]string{}
	for row := t.first; row < len(s.Rows); row++ {
		if err := r.step(row, len(s.Rows)); err != nil {
			return err
		}
		if t.skips(s.Rows[row]) {
			continue
		}
		cells := r.cells(s, t, row)
		values := t.moneyValues(cells)
		name := heading{recordCustomer, "name"}
		if m, ok := s.covered(row, t.column(name)); ok && m.Row >= t.first && values[name] == "" {
			values[name] = last[name]
		}
		last = values
		key := folded(values[name])
		at, known := of[key]
		if !known || key == "" {
			if len(r.file.Proposals) >= mostCustomers {
				return model.ErrFileTooLarge
			}
			d := draft{sheet: s.Name, row: s.Number(row), cells: cells, known: true, values: map[string]string{"name": values[name], "phones": values[heading{recordCustomer, "phones"}]}}
			r.file.Proposals = append(r.file.Proposals, r.propose(d))
			at = len(r.file.Proposals) - 1
			of[key] = at
		}
		debt := r.debt(s, t, values)
		debt.Row, debt.Cells = s.Number(row), cells
		r.file.PaidApart = r.file.PaidApart || t.own == recordReceivable && (debt.Stated == model.OwePaid || debt.Stated == model.OwePartial)
		r.file.Proposals[at].Debts = append(r.file.Proposals[at].Debts, debt)
	}
	if len(of) > 0 {
		r.file.Headers[s.Name] = headers
		if r.file.Document == "" {
			r.file.Document = t.document
		}
	}
	return nil
}

// column is where a field stands; -1 where it doesn't.
func (t table) column(h heading) int {
	return slices.IndexFunc(t.columns, func(c column) bool { return c.heading == h })
}

// moneyValues are a row's texts by field.
func (t table) moneyValues(cells []string) map[heading]string {
	values := map[heading]string{}
	for i, c := range t.columns {
		text := strings.TrimSpace(cells[i])
		if c.code == "" || text == "" {
			continue
		}
		if model.FieldOf(c.record, c.code).Kind == model.KindAmount && strings.Contains(c.header, "万") && strings.Trim(text, "0123456789., ") == "" {
			text += "万"
		}
		if values[c.heading] != "" {
			text = values[c.heading] + "\n" + text
		}
		values[c.heading] = text
	}
	return values
}

// debt understands a row of a tracking sheet.
func (r *reader) debt(s *Sheet, t table, values map[heading]string) model.ProposedDebt {
	d := model.ProposedDebt{Listed: t.document == model.DocumentPayments}
	ref := r.moneyDates(values)
	errs := r.moneyFields(&d, s, t, values, ref)
	named := d.Receivable.Currency != ""
	if d.Payment.Currency == "" || values[heading{recordReceivable, "currency"}] != "" {
		d.Payment.Currency = d.Receivable.Currency
	}
	if d.Receivable.Currency == "" {
		d.Receivable.Currency = d.Payment.Currency
	}
	if text := values[statusColumn]; text != "" {
		if code, ok := label.ReadOption(recordReceivable, "status", text); ok {
			d.Stated = model.OweStatus(code)
		} else if text = model.Clean(text); !isNothing(model.Spec{Kind: model.KindChoice}, text) {
			d.StatedText = text
		}
	}
	if balance := values[heading{recordReceivable, "balance"}]; d.Receivable.Amount == 0 && t.column(moneySigns[0]) < 0 && balance != "" {
		if m, err := model.ParseAmount(balance, d.Receivable.Currency); err == nil && m.Amount >= 0 {
			d.Receivable.Amount = m.Amount + d.Payment.Amount
		}
	}
	if d.Err = errors.Join(errs...); d.Err == nil {
		d.Err = r.settle(&d, s, t)
	}
	d.Given = statedFields(&d, named, values)
	return d
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
func (r *reader) moneyFields(d *model.ProposedDebt, s *Sheet, t table, values map[heading]string, ref model.Date) (errs []error) {
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
			errs = append(errs, model.InColumn(r.file.Columns, s.Name, h.record, r.setMoney(d, h, text, ref)))
		}
		if d.Payment.Currency == "" {
			d.Payment.Currency = d.Receivable.Currency
		}
	}
	return errs
}

// settle brings a row in line with the document that it is of.
func (r *reader) settle(d *model.ProposedDebt, s *Sheet, t table) error {
	if t.own != "" {
		finishOwn(d, t.own)
	}
	record, err := recordReceivable, error(nil)
	hasOwed, hasPaid := t.column(moneySigns[0]) >= 0, t.column(heading{recordPayment, "amount"}) >= 0
	switch {
	case t.document == model.DocumentPayments:
		record, err = recordPayment, d.SettlePayment()
	case t.own != "" && d.Receivable.Amount == 0:
		err = model.At("amount", model.Refuse(model.RefusedRequired))
	case t.own == "":
		err = d.Settle(hasPaid, r.opt.Today)
		var fe *model.FieldError
		if hasPaid && !hasOwed && errors.As(err, &fe) && fe.Code == model.RefusedRequired && fe.Field == "amount" {
			record = recordPayment
		}
	}
	return model.InColumn(r.file.Columns, s.Name, record, err)
}

// setMoney reads one cell into the row's receivable or payment.
func (r *reader) setMoney(d *model.ProposedDebt, h heading, text string, near model.Date) error {
	ref, bias := near, model.Nearest
	if near == "" {
		ref, bias = r.opt.Today, model.Past
		if h.code == "due_on" || h.code == "matures_on" {
			bias = model.Nearest
		}
	}
	if h.record == recordPayment {
		return label.Set(h.record, model.PaymentFields, h.code, &d.Payment, text, ref, bias)
	}
	return label.Set(h.record, model.ReceivableFields, h.code, &d.Receivable, text, ref, bias)
}

// moneyDates are the row's dates that are written with their year: the due
// date before the others.
func (r *reader) moneyDates(values map[heading]string) model.Date {
	for _, h := range []heading{{recordReceivable, "due_on"}, {recordPayment, "received_on"}, {recordReceivable, "sale_on"}, {recordReceivable, "invoiced_on"}, {recordPayment, "matures_on"}} {
		if d := wholeDate(values[h], r.opt.Today); d != "" {
			return d
		}
	}
	return ""
}
