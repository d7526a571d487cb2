package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// The records of orders whose fields an order list holds: one row a line, what
// is the order's repeated, merged, or in its first row only.
const (
	recordOrder   = model.RowOfOrder
	recordLine    = model.RowOfLine
	recordNode    = model.RowOfNode
	recordProduct = model.RowOfProduct
)

// Columns of an order list by which it is known.
var (
	orderNo      = heading{recordOrder, "order_no"}
	orderedOn    = heading{recordOrder, "ordered_on"}
	promisedOn   = heading{recordOrder, "promised_on"}
	orderTotal   = heading{recordOrder, "total"}
	orderStatus  = heading{recordOrder, "status"}
	orderProject = heading{recordOrder, "project_id"}
	lineQuantity = heading{recordLine, "quantity"}
	linePrice    = heading{recordLine, "unit_price"}
	lineAmount   = heading{recordLine, "amount"}
	lineName     = heading{recordLine, "name"}
	lineProduct  = heading{recordLine, "product"}
	customerName = heading{recordCustomer, "name"}
	customerCall = heading{recordCustomer, "phones"}
)

// orderHeading is what a header of an order list names.
func (r *reader) orderHeading(header string, taken map[heading]bool) heading {
	text := model.Clean(header)
	if text == "" || len(text) > mostHeader {
		return heading{}
	}
	if h, ok := r.mapping[folded(text)]; ok {
		r.met[folded(text)] = true
		return h
	}
	if text == orderProject.code {
		return heading{} // an id of the sender's; the name stands beside it
	}
	key := [2]string{recordOrder, text}
	h, met := r.known[key]
	if !met {
		h.record, h.code, _ = label.ReadOrderHeader(text)
		if code, _ := label.ReadHeader(recordOrder, text); code == orderChanges.code {
			h = orderChanges
		}
		r.known[key] = h
	}
	if h != (heading{}) {
		if taken[h] {
			return heading{}
		}
		return h
	}
	for _, h := range []heading{customerName, customerCall} {
		if code, ok := r.field(recordCustomer, text); ok && code == h.code && !taken[h] {
			return h
		}
	}
	return heading{}
}

// headed reads a row as headers.
func (r *reader) headed(s *Sheet, row int, document string, name func(string, map[heading]bool) heading) (t table, taken map[heading]bool) {
	t, taken = table{header: row, first: row + 1, document: document}, map[heading]bool{}
	for _, cell := range s.Rows[row] {
		h := name(cell, taken)
		taken[h] = true
		_, mapped := r.mapping[folded(cell)]
		t.columns = append(t.columns, column{heading: h, header: model.Clean(cell), serial: isSerial(cell) && h == heading{}, mapped: mapped})
	}
	return t, taken
}

// headerOf finds the header row of a document among the first rows.
func (r *reader) headerOf(s *Sheet, document string, name func(string, map[heading]bool) heading,
	isIt func(map[heading]bool) bool) (table, bool) {
	for i, seen := 0, 0; i < len(s.Rows) && seen < headerRows; i++ {
		if isBlank(s.Rows[i]) {
			continue
		}
		seen++
		if t, taken := r.headed(s, i, document, name); isIt(taken) {
			return t, true
		}
	}
	return table{}, false
}

// orderHeader finds the header row of an order list: it names the customer, the
// order, and a quantity or a price.
func (r *reader) orderHeader(s *Sheet) (table, bool) {
	return r.headerOf(s, model.DocumentOrders, r.orderHeading, func(has map[heading]bool) bool {
		order := has[orderNo] || has[orderedOn] || has[promisedOn]
		return has[customerName] && order && (has[lineQuantity] || has[linePrice])
	})
}

// trackerHeader finds the header row of a list that has a row an order.
func (r *reader) trackerHeader(s *Sheet) (table, bool) {
	return r.headerOf(s, model.DocumentOrders, r.orderHeading, isTracker)
}

// isTracker tells the columns of a list that has a row an order, as trackers of
// 关键节点 and exports of shops do: the order number, the customer, what it comes
// to or how it stands, and a node or a delivery date, or when it was ordered and
// how it stands.
func isTracker(has map[heading]bool) bool {
	steps := has[promisedOn] || has[orderedOn] && has[orderStatus]
	for _, n := range model.Nodes {
		steps = steps || has[heading{recordNode, string(n)}] || has[heading{recordOrder, model.DayField(n)}]
	}
	return has[customerName] && has[orderNo] && steps && (has[orderTotal] || has[lineAmount] || has[orderStatus])
}

// tracksOrders tells such a list from a tracking sheet, as which it would do for
// an amount and a status: it says nothing of an invoice or of a due day, and of
// money that came in only what an order collected.
func (r *reader) tracksOrders(s *Sheet, row int, money map[heading]bool) bool {
	_, has := r.headed(s, row, model.DocumentOrders, r.orderHeading)
	for h := range money {
		switch {
		case h == moneySigns[0], h == statusColumn, h.code == "order_no", h.code == "currency", h.code == "remark", h.code == "terms",
			h.record == recordCustomer, h == (heading{}):
		case h == heading{recordPayment, "amount"} && has[heading{recordOrder, "collected"}]:
		default:
			return false
		}
	}
	return r.opt.As == "" && has[orderStatus] && isTracker(has)
}

// isOfOrder tells headers of what follows from an order, and of what ties its
// records together.
func isOfOrder(header string) bool {
	for _, record := range []string{recordOrder, recordLine} {
		if _, ok := label.ReadHeader(record, header); ok {
			return true
		}
	}
	return false
}

// orderDraft is what the rows of an order say, by field.
type orderDraft struct {
	values map[heading]string
	rows   []orderRow
	own    bool // of a list that genjin wrote
}

type orderRow struct {
	number int
	values map[heading]string // of the line
	cells  []string
	err    error // it contradicts the rows above
}

// orders reads an order list: a proposal a customer, with their orders.
func (r *reader) orders(s *Sheet, t table) error {
	r.note(s, &t, isOfOrder)
	own := t.has(recordOrder, "review") && t.has(recordOrder, "limit_reason") && t.has(recordOrder, "reserved_until")
	var drafts []*orderDraft
	byNo := map[string]*orderDraft{}
	var last *orderDraft
	r.rows.above(t)
	why := t.reasons(s)
	for row := t.first; row < len(s.Rows); row++ {
		if err := r.step(row, len(s.Rows)); err != nil {
			return err
		}
		cells := r.cells(s, t, row)
		values := t.orderValues(s, row, cells)
		if why[row] == "" {
			why[row] = isSubtotal(values)
		}
		if why[row] != "" {
			r.rows.skip(row, why[row])
			continue
		}
		d := byNo[folded(values[orderNo])]
		if values[orderNo] == "" && last.goesOn(r, values) {
			d = last
		}
		if d == nil {
			if no := values[orderNo]; no != "" && values[customerName] == "" && values[customerCall] == "" && last != nil && !own {
				values[customerName], values[customerCall] = last.values[customerName], last.values[customerCall]
				cells = named(t, cells, values[customerName])
				r.rows.goOn(row)
			}
			if len(drafts) >= mostCustomers {
				return model.ErrFileTooLarge
			}
			d = &orderDraft{values: map[heading]string{}, own: own}
			drafts = append(drafts, d)
			if no := folded(values[orderNo]); no != "" {
				byNo[no] = d
			}
		}
		d.take(r, orderRow{number: s.Number(row), cells: cells, values: map[heading]string{}}, values)
		r.rows.take(row, d.rows[0].number)
		last = d
	}
	r.proposeOrders(s, drafts)
	if len(drafts) > 0 {
		r.file.Headers[s.Name] = t.headers()
		if r.file.Document == "" {
			r.file.Document = model.DocumentOrders
		}
	}
	return nil
}

// proposeOrders makes the proposals of a sheet, one a customer.
func (r *reader) proposeOrders(s *Sheet, drafts []*orderDraft) {
	of := map[string]int{}
	for _, d := range drafts {
		at, known := whose(of, d.values[customerName], d.values[customerCall])
		if !known {
			first := d.rows[0]
			who := draft{sheet: s.Name, row: first.number, cells: first.cells, known: true,
				values: map[string]string{"name": d.values[customerName], "phones": d.values[customerCall]}}
			r.file.Proposals = append(r.file.Proposals, r.propose(who))
			at = len(r.file.Proposals) - 1
			isOf(of, d.values[customerName], d.values[customerCall], at)
		}
		r.file.Proposals[at].Orders = append(r.file.Proposals[at].Orders, r.order(d))
	}
}

// orderValues are a row's texts by field. What is merged down counts in each
// row where it is the order's, and once where it is a line's; an amount merged
// over several lines is that of the order.
func (t table) orderValues(s *Sheet, row int, cells []string) map[heading]string {
	of := slices.Clone(cells)
	total := ""
	for i, c := range t.columns {
		if c.record != recordLine {
			continue
		}
		if m, under := s.covered(row, i); under && m.Row < row {
			of[i] = ""
		}
		if c.heading == lineAmount && s.span(row, i).LastRow > row && t.column(orderTotal) < 0 {
			total, of[i] = of[i], ""
		}
	}
	values := t.moneyValues(of)
	if total = strings.TrimSpace(total); total != "" {
		values[orderTotal] = total
	}
	return values
}

// goesOn reports whether a row without an order number belongs to the order
// above: it says nothing else of the order.
func (d *orderDraft) goesOn(r *reader, values map[heading]string) bool {
	if d == nil {
		return false
	}
	for h, text := range values {
		if h.record != recordLine && h != orderNo && !r.sameValue(h, text, d.values[h]) && !joinsRows(h) {
			return false
		}
	}
	return true
}

// joinsRows tells the fields of an order that its rows may say differently.
func joinsRows(h heading) bool {
	kind := model.FieldOf(h.record, h.code).Kind
	switch h {
	case orderChanges, customerCall, orderProject:
		return true
	}
	return kind == model.KindDate && h != orderedOn || kind == model.KindNote ||
		slices.Contains([]string{"carrier", "waybill", "vehicle", "invoice_no", "received_by"}, h.code)
}

// isSubtotal tells rows that are no lines: sums by their name, sums that stand
// alone, and rows of which no column is known.
func isSubtotal(values map[heading]string) model.SkipReason {
	if len(values) == 0 {
		return model.SkipUnread
	}
	if totals.MatchString(model.Clean(values[lineName])) || totals.MatchString(model.Clean(values[lineProduct])) {
		return model.SkipTotal
	}
	for h := range values {
		if h != lineAmount && h != orderTotal {
			return ""
		}
	}
	return model.SkipTotal
}

// take adds a row. Of several delivery dates the last counts, of several
// waybills all; what else differs is refused.
func (d *orderDraft) take(r *reader, row orderRow, values map[heading]string) {
	for h, text := range values {
		if h.record == recordLine {
			row.values[h] = text
			continue
		}
		kept := d.values[h]
		switch {
		case kept == "":
			d.values[h] = text
		case r.sameValue(h, kept, text):
		case model.FieldOf(h.record, h.code).Kind == model.KindDate && joinsRows(h):
			d.values[h] = r.later(kept, text)
		case joinsRows(h):
			if !slices.Contains(strings.Split(kept, "、"), text) {
				d.values[h] = kept + "、" + text
			}
		default:
			code := h.code
			if h == customerName {
				code = "customer_id"
			}
			row.err = model.At(code, model.Refuse(model.RefusedDiffers, model.Clean(text), model.Clean(kept)))
		}
	}
	d.rows = append(d.rows, row)
}

// sameValue reports whether two cells say the same of an order: what they mean
// counts, however it is written.
func (r *reader) sameValue(h heading, a, b string) bool {
	if folded(a) == folded(b) {
		return true
	}
	switch spec := model.FieldOf(h.record, h.code); {
	case h == customerName:
		return model.BareName(a) == model.BareName(b)
	case h == orderStatus:
		x, okX := label.ReadOption(recordOrder, "status", a)
		y, okY := label.ReadOption(recordOrder, "status", b)
		return okX && okY && x == y
	case h.code == "currency":
		x, errX := currencyOf(a)
		y, errY := currencyOf(b)
		return errX == nil && errY == nil && x == y
	case spec.Kind == model.KindDate:
		bias := model.Nearest
		if h == orderedOn {
			bias = model.Past
		}
		x, errX := model.ParseDate(a, r.opt.Today, bias)
		y, errY := model.ParseDate(b, r.opt.Today, bias)
		return errX == nil && errY == nil && x == y
	case spec.Kind == model.KindAmount:
		x, errX := model.ParseAmount(a, "")
		y, errY := model.ParseAmount(b, "")
		return errX == nil && errY == nil && x == y
	}
	return false
}

// later is the later one of two dates; one that can't be read is refused when
// the order is.
func (r *reader) later(a, b string) string {
	x, errX := model.ParseDate(a, r.opt.Today, model.Nearest)
	y, errY := model.ParseDate(b, r.opt.Today, model.Nearest)
	if errX != nil || errY == nil && x > y {
		return a
	}
	return b
}
