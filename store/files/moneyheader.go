package files

import (
	"strings"

	"genjin/model"
	"genjin/model/label"
)

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
		if record == recordPayment && (code == "allocated" || isPlainAmount(text)) {
			code, ok = "amount", true // 已核销: what came in for it
		}
		h := heading{record, code}
		spec := model.FieldOf(h.record, h.code)
		switch {
		case !ok, record == recordPayment && (code == "remark" || code == "currency"), spec.Kept:
		case spec.Code != "" || h == statusColumn || h == settlesColumn || h == balance:
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
			if taken[h] && h != (heading{recordReceivable, "remark"}) && !t.amountIsOwed(h, taken) {
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
		t.settleAmount(taken)
		t.document = r.moneyDocument(t)
		if r.tracksOrders(s, i, taken) {
			continue
		}
		if taken[heading{recordCustomer, "name"}] && signs > 1 && (taken[moneySigns[0]] || taken[heading{recordPayment, "amount"}]) {
			return t, true
		}
	}
	return table{}, false
}

// isPlainAmount tells the header 金额 or Amount, which may be of either.
func isPlainAmount(header string) bool {
	header = model.Clean(header)
	if i := strings.LastIndexAny(header, " /_-"); i > 0 {
		if _, isUnit := model.ReadAmountUnit(header[i+1:]); isUnit {
			header = header[:i]
		}
	}
	name, _, _ := strings.Cut(folded(header), "(")
	return name == "amount" || name == "金额"
}

// amountIsOwed takes the column Amount for what is owed, where another one says
// what was paid.
func (t table) amountIsOwed(h heading, taken map[heading]bool) bool {
	at := t.column(heading{recordPayment, "amount"})
	if h != (heading{recordPayment, "amount"}) || at < 0 || taken[moneySigns[0]] || t.columns[at].mapped ||
		!isPlainAmount(t.columns[at].header) {
		return false
	}
	t.columns[at].heading, taken[moneySigns[0]] = moneySigns[0], true
	return true
}

// settleAmount takes it so too where the sheet says when it is due, and not when
// anything was paid.
func (t table) settleAmount(taken map[heading]bool) {
	at := t.column(heading{recordPayment, "amount"})
	if t.own == "" && at >= 0 && !taken[moneySigns[0]] && !taken[receivedOn] && taken[dueOn] && !t.columns[at].mapped &&
		isPlainAmount(t.columns[at].header) {
		t.columns[at].heading, taken[moneySigns[0]] = moneySigns[0], true
	}
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
