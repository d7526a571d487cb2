package files

import (
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

var (
	statusColumn = heading{recordReceivable, "status"}
	balance      = heading{recordReceivable, "balance"}
)

// moneySigns are the columns by which a tracking sheet is known.
var moneySigns = []heading{
	{recordReceivable, "amount"}, {recordReceivable, "due_on"}, {recordReceivable, "invoice_no"}, balance, statusColumn,
	{recordPayment, "amount"}, {recordPayment, "received_on"},
}

// tracking reads a tracking sheet: one proposal a customer, a debt a row.
func (r *reader) tracking(s *Sheet, t table) error {
	r.note(s, &t, t.isOfMoney)
	r.rows.above(t)
	agreed := r.agreedDay(s, t)
	of := map[string]int{}
	last := map[heading]string{}
	why := t.reasons(s)
	for row := t.first; row < len(s.Rows); row++ {
		if err := r.step(row, len(s.Rows)); err != nil {
			return err
		}
		if why[row] != "" {
			r.rows.skip(row, why[row])
			continue
		}
		r.rows.take(row, s.Number(row))
		cells := r.cells(s, t, row)
		values := t.moneyValues(cells)
		name := heading{recordCustomer, "name"}
		if m, ok := s.covered(row, t.column(name)); ok && m.Row >= t.first && values[name] == "" {
			values[name] = last[name]
		}
		if t.owesOn(cells, values, last) {
			values[name], values[customerCall] = last[name], last[customerCall]
			cells = named(t, cells, last[name])
			r.rows.goOn(row)
		}
		last = values
		at, known := whose(of, values[name], values[customerCall])
		if !known {
			if len(r.file.Proposals) >= mostCustomers {
				return model.ErrFileTooLarge
			}
			d := draft{sheet: s.Name, row: s.Number(row), cells: cells, known: true,
				values: map[string]string{"name": values[name], "phones": values[heading{recordCustomer, "phones"}]}}
			r.file.Proposals = append(r.file.Proposals, r.propose(d))
			at = len(r.file.Proposals) - 1
			isOf(of, values[name], values[customerCall], at)
		}
		debt := r.debt(s, t, values, agreed)
		debt.Row, debt.Cells = s.Number(row), cells
		r.file.Proposals[at].Debts = append(r.file.Proposals[at].Debts, debt)
	}
	if len(of) > 0 {
		r.file.Headers[s.Name] = t.headers()
		if r.file.Document == "" {
			r.file.Document = t.document
		}
	}
	return nil
}

// owesOn tells a row without a name that is of the customer above: it has no
// number of its own, and a name or a day of its own, which a sum has not.
func (t table) owesOn(cells []string, values, last map[heading]string) bool {
	if values[customerName] != "" || values[customerCall] != "" || last[customerName] == "" || t.own != "" || t.isNumbered(cells) {
		return false
	}
	for h, text := range values {
		isDay := model.FieldOf(h.record, h.code).Kind == model.KindDate
		if text != "" && (isDay || h.code == "invoice_no" || h.code == "order_no") {
			return true
		}
	}
	return false
}

// isOfMoney tells the headers of a list that genjin wrote of what follows from
// other records.
func (t table) isOfMoney(header string) bool {
	_, ok := label.ReadHeader(t.own, header)
	return t.own != "" && (ok || model.Clean(header) == "next_step_on")
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
		text = c.asRead(text, t.today)
		if values[c.heading] != "" {
			text = values[c.heading] + "\n" + text
		}
		values[c.heading] = text
	}
	return values
}
