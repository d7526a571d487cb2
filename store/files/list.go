package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// headerRows is how many rows are looked through for a list's headers: above
// them stand titles and dates.
const headerRows = 20

// column is what a list's column holds.
type column struct {
	heading
	option string // a column of ticks: the option of the field that a tick means
	named  string // what stands before each value: the QQ of QQ 12345
	part   string // of a person's name
	header string
	unit   model.AmountUnit // of an amount
	// written is how its dates or amounts are.
	written model.ColumnReading
	serial  bool // it only numbers the rows
	mapped  bool // the person said what it is
}

// table is a list that was found in a sheet.
type table struct {
	header  int // the row of the headers
	first   int // the first row of data
	columns []column
	journal bool // its rows are, or have, journal entries
	// document is what the rows are: customers, or entries or contacts of
	// customers who are there.
	document string
	own      string // the record of a list of money records that genjin wrote
	today    model.Date
}

// has tells whether a field of a record has a column.
func (t table) has(record, code string) bool {
	for _, c := range t.columns {
		if c.record == record && c.code == code {
			return true
		}
	}
	return false
}

// listHeader finds the row with the most known headers, the customer's name
// among them.
func (r *reader) listHeader(s *Sheet) (table, bool) {
	var best table
	most := 1 // one known header makes no list
	for i, seen := 0, 0; i < len(s.Rows) && seen < headerRows; i++ {
		if isBlank(s.Rows[i]) {
			continue
		}
		seen++
		t := r.columns(s, i)
		known, mapped := 0, false
		for _, c := range t.columns {
			if c.code != "" {
				known++
			}
			mapped = mapped || c.mapped
		}
		named := t.has(recordCustomer, "name") || t.document == DocumentJournal && t.has(recordCustomer, "phones")
		if named && known > most || named && known == 1 && most == 1 && (mapped || len(trim(s.Rows[i])) == 1 || t.headsNames(s, i)) {
			best, most = t, known
		}
	}
	return best, best.columns != nil
}

// isBlankBelow tells a header row with nothing below it.
func (t table) isBlankBelow(s *Sheet) bool {
	return !slices.ContainsFunc(s.Rows[min(t.first, len(s.Rows)):], func(row []string) bool { return !isBlank(row) })
}

// headsNames tells a header row of which nothing is known but the customer's
// name: texts without figures, and names below.
func (t table) headsNames(s *Sheet, row int) bool {
	const most = 30 // characters of a header
	for _, cell := range s.Rows[row] {
		if text := model.Clean(cell); len([]rune(text)) > most || strings.ContainsAny(text, "0123456789") {
			return false
		}
	}
	return len(trim(s.Rows[row])) > 1 && strings.TrimSpace(s.At(t.first, t.column(customerName))) != ""
}

// list reads the list of a sheet, one proposal a customer, or a row that names
// one.
func (r *reader) list(s *Sheet) error {
	t, ok := r.listHeader(s)
	if !ok {
		return nil
	}
	r.headerOnly = r.headerOnly || t.isBlankBelow(s)
	r.note(s, &t, never)
	r.rows.above(t)
	var drafts []draft
	why := t.reasons(s)
	for row := t.first; row < len(s.Rows); row++ {
		if err := r.step(row, len(s.Rows)); err != nil {
			return err
		}
		if why[row] != "" {
			r.rows.skip(row, why[row])
			continue
		}
		if len(r.file.Proposals)+len(drafts) >= mostCustomers {
			return model.ErrFileTooLarge
		}
		before := len(drafts)
		drafts = t.take(s, row, r.cells(s, t, row), drafts)
		if len(drafts) == before && t.column(customerName) >= 0 && r.isUnnamed(s, t, row) {
			r.rows.goOn(row)
		}
		r.rows.take(row, drafts[len(drafts)-1].row)
		if len(drafts) == before && drafts[before-1].holds(s.Number(row)) {
			r.rows.take(row, s.Number(row))
		}
	}
	for _, d := range drafts {
		r.file.Proposals = append(r.file.Proposals, r.propose(d))
	}
	if len(drafts) > 0 {
		r.file.Headers[s.Name] = t.headers()
		r.file.Document = t.document
		r.file.Apart = r.file.Apart || t.document == DocumentList && isOwnList(t.headers())
	}
	return nil
}

// take reads a row: a customer of its own, or more of the one before.
func (t table) take(s *Sheet, row int, cells []string, drafts []draft) []draft {
	v := t.values(cells)
	n := len(drafts)
	goesOn := n > 0 && (t.continues(s, row, v) || t.addsTo(&drafts[n-1], cells, v))
	if t.document == DocumentList {
		if goesOn && v.customer["name"] == "" {
			t.phoneOfContact(drafts[n-1].values, &v, cells)
		} else {
			t.phoneOfContact(v.customer, &v, cells)
		}
	}
	known := t.document == DocumentJournal || t.document == DocumentContacts
	if goesOn {
		if !known {
			drafts[n-1].add(v.customer)
			if len(v.entry)+len(v.contact)+len(v.company) == 0 {
				drafts[n-1].more = append(drafts[n-1].more, cells)
			}
			if len(v.entry) > 0 {
				drafts[n-1].entries = append(drafts[n-1].entries, entryDraft{row: s.Number(row), values: v.entry, cells: cells})
			}
			drafts[n-1].addItems(v, s.Number(row), cells)
			return drafts
		}
		if len(v.customer) == 0 {
			v.customer = drafts[n-1].values
		}
	}
	d := draft{sheet: s.Name, row: s.Number(row), values: v.customer, cells: cells, known: known}
	if at := t.column(customerName); at >= 0 && strings.TrimSpace(cells[at]) != "" {
		header, _ := withoutNumber(t.columns[at].header)
		d.company = label.IsOfCompanies(header)
	}
	if len(v.entry) > 0 || t.document == DocumentJournal {
		d.entries = []entryDraft{{row: s.Number(row), values: v.entry}}
	}
	d.addItems(v, s.Number(row), nil)
	if t.document == DocumentContacts && len(d.items) == 0 {
		d.items = []itemDraft{{record: recordContact, row: d.row, values: map[string]string{}}}
	}
	return append(drafts, d)
}

// cells are a row's texts, as many as there are headers; what is merged down
// from a row above counts in each row. Amounts name the currency that their
// cell shows.
func (r *reader) cells(s *Sheet, t table, row int) []string {
	cells := make([]string, max(len(t.columns), len(s.Rows[row])))
	copy(cells, s.Rows[row])
	for c := range cells {
		from := row
		if m, ok := s.covered(row, c); ok && m.Row >= t.first && m.Row < row && m.Col == c && !isBlank(s.Rows[row]) {
			from, cells[c] = m.Row, s.At(m.Row, m.Col)
		}
		if c < len(t.columns) && cells[c] != "" {
			cells[c] = s.shown(t.columns[c], from, c)
		}
	}
	return cells
}

// isSerial tells the column that only numbers the rows.
func isSerial(header string) bool {
	switch folded(header) {
	case "序号", "编号", "no.", "no", "#", "行号", "id", "":
		return true
	}
	return false
}

// isReason tells the column that a file of refused rows adds.
func isReason(header string) bool {
	h := folded(header)
	return h == folded(reasonHeader[label.ZH]) || h == folded(reasonHeader[label.EN])
}

// rowValues are a row's texts by field, of each record that the row speaks of.
type rowValues struct {
	customer, entry, contact, company map[string]string
}

func (v rowValues) of(record string) map[string]string {
	switch record {
	case recordJournal:
		return v.entry
	case recordContact:
		return v.contact
	case recordCompany:
		return v.company
	}
	return v.customer
}

// values sorts a row's cells by record and field.
func (t table) values(cells []string) rowValues {
	v := rowValues{map[string]string{}, map[string]string{}, map[string]string{}, map[string]string{}}
	parts := map[string]string{}
	for i, c := range t.columns {
		text := strings.TrimSpace(cells[i])
		if c.part != "" && c.part != partShown {
			v.take(c, text, parts)
			continue
		}
		if c.code == "" || text == "" || c.code == "phones" && isNothing(phonesSpec, text) || c.named != "" && isNothing(phonesSpec, text) {
			continue
		}
		to := v.of(c.record)
		if c.option != "" {
			if _, isOption := label.ReadOption(recordCustomer, c.code, text); tickOf(text) != ticked && !isOption {
				continue
			}
			text = c.option
			if to[c.code] != "" && to[c.code] != text {
				text = to[c.code] + "、" + text // two ticks: refused with both
				to[c.code] = ""
			}
		}
		if c.named != "" {
			text = c.named + " " + text
		}
		to[c.code] = joined(c.heading, to[c.code], c.asRead(text, t.today))
	}
	v.join(parts)
	if t.document != DocumentJournal && (!t.journal || v.entry["situation"]+v.entry["problem"]+v.entry["solution"] == "") {
		// A date alone is no entry: the column belongs to none.
		v.entry = nil
	}
	return v
}

// phonesSpec tells words for no phone among several cells with phones.
var phonesSpec = model.Spec{Code: "phones", Kind: model.KindPhones}

// joined is the value of a field that several cells give.
func joined(h heading, first, second string) string {
	switch {
	case first == "":
		return second
	case first == second:
		return first
	case h.record == recordJournal && h.code == "at":
		return first + " " + second // the day and the time
	case h.record == recordJournal:
		return first + "\n" + second
	}
	if model.JoinsColumns(h.record, h.code) {
		return first + "\n" + second
	}
	return first
}
