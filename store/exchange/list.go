package exchange

import (
	"regexp"
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
	header string
}

// table is a list that was found in a sheet.
type table struct {
	header  int // the row of the headers
	first   int // the first row of data
	columns []column
	journal bool // its rows are, or have, journal entries
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
		known, named := 0, false
		for _, c := range t.columns {
			if c.code != "" && (c.record == recordCustomer || t.journal) {
				known++
			}
			named = named || c.record == recordCustomer && c.code == "name"
		}
		if named && known > most || named && known == 1 && most == 1 && len(trim(s.Rows[i])) == 1 {
			best, most = t, known
		}
	}
	return best, best.columns != nil
}

// columns reads a row as headers. A second row of headers, under headers that
// are merged over it, divides their columns.
func (r *reader) columns(s *Sheet, row int) table {
	t := table{header: row, first: row + 1}
	names := append([]string(nil), s.Rows[row]...)
	if r.hasSubHeaders(s, row) {
		t.first++
		for len(names) < len(s.Rows[row+1]) {
			names = append(names, "")
		}
		for c, sub := range s.Rows[row+1] {
			if _, under := s.covered(row+1, c); !under && strings.TrimSpace(sub) != "" {
				names[c] = sub
			}
		}
	}
	for _, header := range names {
		if code, ok := r.field(recordJournal, header); ok && code == "situation" {
			t.journal = true
		}
	}
	taken := map[heading]bool{}
	for _, header := range names {
		h := r.columnHeading(header, t.journal, taken)
		taken[h] = true
		t.columns = append(t.columns, column{heading: h, header: header})
	}
	r.nameByContact(&t, taken)
	r.tickColumns(&t)
	return t
}

// hasSubHeaders tells that headers of a row are merged with cells of the next
// one, and that this holds headers too.
func (r *reader) hasSubHeaders(s *Sheet, row int) bool {
	for c := range s.Rows[row] {
		if at := s.span(row, c); at.LastRow == row+1 {
			for sub := range s.Width() {
				if _, under := s.covered(row+1, sub); !under && strings.TrimSpace(s.At(row+1, sub)) != "" {
					return true
				}
			}
		}
	}
	return false
}

// columnHeading is the field of a header: the customer's, or where that is
// taken, or there is none, the journal's. Several columns may hold phones,
// notes, or the parts of a time.
func (r *reader) columnHeading(header string, journal bool, taken map[heading]bool) heading {
	if code, ok := r.field(recordCustomer, header); ok {
		h := heading{recordCustomer, code}
		f, _ := model.CustomerFields.ByCode(code)
		_, other := r.field(recordJournal, header)
		if !taken[h] || !(journal && other) && (f.Kind == model.KindPhones || f.Kind == model.KindNote) {
			return h
		}
	}
	if code, ok := r.field(recordJournal, header); ok && journal {
		if h := (heading{recordJournal, code}); !taken[h] || code == "at" {
			return h
		}
	}
	return heading{}
}

// nameByContact takes 联系人 for the customer where nothing else names one.
func (r *reader) nameByContact(t *table, taken map[heading]bool) {
	if taken[heading{recordCustomer, "name"}] {
		return
	}
	for i, c := range t.columns {
		switch folded(c.header) {
		case "联系人", "联系人姓名", "contact", "contactname", "name":
			if c.heading == (heading{}) && !r.leftOut(c.header) {
				t.columns[i].heading = heading{recordCustomer, "name"}
				return
			}
		}
	}
}

// tickFields are the choices whose options may be columns of their own, ticked.
var tickFields = []string{"class", "gender", "kind", "grade", "source", "need", "stage"}

// tickColumns finds columns headed with the options of one field: 新客户,
// 意向客户, 准客户, with a tick below one of them.
func (r *reader) tickColumns(t *table) {
	for _, code := range tickFields {
		var at []int
		var options []string
		for i, c := range t.columns {
			if c.heading != (heading{}) || r.leftOut(c.header) || strings.TrimSpace(c.header) == "" {
				continue
			}
			if option, ok := label.ReadOption(recordCustomer, code, c.header); ok {
				at, options = append(at, i), append(options, option)
			}
		}
		if len(at) < 2 {
			continue
		}
		for n, i := range at {
			t.columns[i].heading, t.columns[i].option = heading{recordCustomer, code}, options[n]
		}
	}
}

// list reads the list of a sheet, one proposal a customer.
func (r *reader) list(s *Sheet) {
	t, ok := r.listHeader(s)
	if !ok {
		return
	}
	headers := make([]string, len(t.columns))
	for i, c := range t.columns {
		headers[i] = c.header
		computed := c.record == recordJournal && c.code == "seq"
		if c.code == "" && !computed && !r.leftOut(c.header) && !isSerial(c.header) && !isReason(c.header) {
			r.unknown(c.header)
		}
	}
	var drafts []draft
	for row := t.first; row < len(s.Rows); row++ {
		cells := r.cells(s, t, row)
		if t.skips(s.Rows[row], cells, headers) {
			continue
		}
		values, entry := t.values(cells)
		if n := len(drafts); n > 0 && t.continues(s, row, values, entry) {
			drafts[n-1].add(values)
			if len(entry) > 0 {
				drafts[n-1].entries = append(drafts[n-1].entries, entryDraft{s.Number(row), entry, cells})
			}
			continue
		}
		if len(r.file.Proposals)+len(drafts) >= mostCustomer {
			break
		}
		d := draft{sheet: s.Name, row: s.Number(row), values: values, cells: cells}
		if len(entry) > 0 {
			d.entries = []entryDraft{{row: s.Number(row), values: entry}}
		}
		drafts = append(drafts, d)
	}
	for _, d := range drafts {
		r.file.Proposals = append(r.file.Proposals, r.propose(d))
	}
	if len(drafts) > 0 {
		r.file.Headers[s.Name] = headers
	}
}

// cells are a row's texts, as many as there are headers; what is merged down
// from a row above counts in each row.
func (r *reader) cells(s *Sheet, t table, row int) []string {
	cells := make([]string, max(len(t.columns), len(s.Rows[row])))
	copy(cells, s.Rows[row])
	if len(s.Merges) == 0 || isBlank(s.Rows[row]) {
		return cells
	}
	for c := range cells {
		if m, ok := s.covered(row, c); ok && m.Row >= t.first && m.Row < row && m.Col == c {
			cells[c] = s.At(m.Row, m.Col)
		}
	}
	return cells
}

var (
	totals    = regexp.MustCompile(`^(合\s*计|总\s*计|小\s*计|共\s*计|总\s*数|本页合计|累\s*计|(?i:grand total|sub-?total|total))\s*([:：(（\d].*)?$`)
	footnotes = regexp.MustCompile(`^(注|备注|说明|制表|填表|审核|审批|负责人|打印|导出|统计|日期|签字|盖章|第\s*\d+\s*页|以上|以下空白)`)
)

// skips tells the rows that are no customers: blank ones, sums, headers
// repeated on each page, numbers without a customer, notes below the list.
func (t table) skips(row, cells, headers []string) bool {
	filled, first, serialOnly, same := 0, "", true, 0
	for i, cell := range row {
		text := model.Clean(cell)
		if text == "" {
			continue
		}
		if filled++; first == "" || i < len(t.columns) && t.columns[i].code == "name" && t.columns[i].record == recordCustomer {
			if first == "" || totals.MatchString(text) {
				first = text
			}
		}
		if i >= len(t.columns) || !isSerial(t.columns[i].header) {
			serialOnly = false
		}
		if i < len(headers) && folded(text) == folded(headers[i]) {
			same++
		}
	}
	switch {
	case filled == 0 || serialOnly || totals.MatchString(first):
		return true
	case same > 1 && same*2 >= filled:
		return true
	}
	const wide = 3
	return filled == 1 && len(headers) >= wide && (footnotes.MatchString(first) && strings.ContainsAny(first, ":： 0123456789") || strings.HasPrefix(first, "注"))
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

// values sorts a row's cells by field, of the customer and of the journal.
func (t table) values(cells []string) (customer, entry map[string]string) {
	customer, entry = map[string]string{}, map[string]string{}
	for i, c := range t.columns {
		text := strings.TrimSpace(cells[i])
		if c.code == "" || text == "" {
			continue
		}
		to := customer
		if c.record == recordJournal {
			to = entry
		}
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
		to[c.code] = joined(c.heading, to[c.code], text)
	}
	if !t.journal || entry["situation"]+entry["problem"]+entry["solution"] == "" {
		// A date alone is no entry: the column belongs to none.
		entry = nil
	}
	return customer, entry
}

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
	f, _ := model.CustomerFields.ByCode(h.code)
	if f.Kind == model.KindPhones || f.Kind == model.KindNote || f.Kind == model.KindTags {
		return first + "\n" + second
	}
	return first
}

// continues tells a row that belongs to the customer of the row before: their
// name is merged over both, or the row has journal texts only.
func (t table) continues(s *Sheet, row int, customer, entry map[string]string) bool {
	for i, c := range t.columns {
		if c.record == recordCustomer && c.code == "name" {
			if m, ok := s.covered(row, i); ok && m.Row >= t.first && m.Row < row {
				return true
			}
		}
	}
	return len(customer) == 0 && len(entry) > 0
}

// add takes the values of a further row of the same customer.
func (d *draft) add(values map[string]string) {
	for code, text := range values {
		d.values[code] = joined(heading{recordCustomer, code}, d.values[code], text)
	}
}
