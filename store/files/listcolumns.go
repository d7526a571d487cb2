package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

// columns reads a row as headers. A journal whose rows name and phone the
// customers, and don't all tell what happened, is a list of customers.
func (r *reader) columns(s *Sheet, row int) table {
	t := table{header: row, first: row + 1}
	names := r.headerNames(s, row, &t)
	dated := r.hasJournal(names, &t)
	t.document = r.documentOf(names, t.journal)
	if r.opt.As == "" && t.document == DocumentContacts && t.isAddressBook(s, names) {
		t.document = DocumentList
	}
	t.columns = r.columnsOf(t, names, dated)
	settleMethod(s, &t)
	if r.opt.As == "" && t.document == DocumentJournal && t.has(recordCustomer, "name") && t.has(recordCustomer, "phones") &&
		!r.allTell(s, t) {
		t.document = DocumentList
		t.columns = r.columnsOf(t, names, dated)
		settleMethod(s, &t)
	}
	r.tickColumns(&t)
	settleChoices(s, &t)
	return t
}

// allTell reports whether every row has an entry of its own.
func (r *reader) allTell(s *Sheet, t table) bool {
	why := t.reasons(s)
	for row := t.first; row < len(s.Rows); row++ {
		if why[row] != "" {
			continue
		}
		if v := t.values(r.cells(s, t, row)); v.entry["at"] == "" || v.entry["situation"] == "" {
			return false
		}
	}
	return true
}

func (r *reader) columnsOf(t table, names []string, dated bool) []column {
	t.columns = nil
	taken := map[heading]bool{}
	for _, header := range names {
		h, mapped := r.mappedColumn(header)
		if !mapped {
			h = r.headingIn(t.document, header, t.journal, taken)
			code, _ := r.field(recordCustomer, header)
			switch about, _ := r.columnField(recordJournal, header); {
			case t.journal && !dated && code == "last_on":
				h = heading{recordJournal, "at"}
			case !t.journal && h == (heading{}) && about == "situation" && t.document == DocumentList:
				h = heading{recordCustomer, "remark"} // when it happened isn't said
			}
		}
		taken[h] = true
		t.columns = append(t.columns, column{heading: h, header: model.Clean(header), serial: isSerial(header), mapped: mapped})
	}
	t.nameCompanies(taken)
	t.joinNameParts(taken)
	r.nameByContact(&t, taken)
	r.foreignColumns(&t)
	t.settleDepartment()
	return t.columns
}

// headerNames are the texts of a header row. A second row of headers, under
// headers that are merged over it, divides their columns.
func (r *reader) headerNames(s *Sheet, row int, t *table) []string {
	names := append([]string(nil), s.Rows[row]...)
	if !r.hasSubHeaders(s, row) {
		return names
	}
	t.first++
	for len(names) < len(s.Rows[row+1]) {
		names = append(names, "")
	}
	for c, sub := range s.Rows[row+1] {
		if _, under := s.covered(row+1, c); !under && strings.TrimSpace(sub) != "" {
			names[c] = sub
		}
	}
	return names
}

// mappedColumn is what the person said of a column.
func (r *reader) mappedColumn(header string) (heading, bool) {
	h, ok := r.mapping[folded(header)]
	if !ok || strings.TrimSpace(header) == "" {
		return heading{}, false
	}
	r.met[folded(header)] = true
	return h, true
}

// documentOf tells what the rows of a list are. A list that says hardly more
// of a customer than the name holds their journal, or their contacts.
func (r *reader) documentOf(names []string, journal bool) string {
	switch r.opt.As {
	case DocumentJournal, DocumentContacts, DocumentList:
		return r.opt.As
	}
	ofJournal, ofContacts, customers, people, role, ownRole := journal, true, 0, 0, false, false
	for _, header := range names {
		ownRole = ownRole || folded(header) == "角色" || folded(header) == "role"
	}
	for _, header := range names {
		code, ok := r.columnField(recordCustomer, header)
		if h, mapped := r.mappedColumn(header); mapped {
			code, ok = h.code, h.record == recordCustomer
			role = role || h == heading{recordContact, "role"}
		} else if record, foreign, known := label.ReadForeign(header); known && record == recordContact {
			role = role || foreign == "role"
		}
		if !ok {
			continue
		}
		_, entry := r.columnField(recordJournal, header)
		of, person := contactField(header)
		if of == "gender" || of == "department" {
			person = ownRole // else they may be a customer's, and the salesperson's team
		}
		switch {
		case code == "name" && person:
			people++
		case code == "name":
			customers++
		case code != "phones":
			ofJournal = ofJournal && entry
			ofContacts = ofContacts && person
		}
	}
	switch {
	case ofJournal:
		return DocumentJournal
	case ofContacts && !journal && customers > 0 && (people > 0 || role && r.hasContact(names)):
		return DocumentContacts
	}
	return DocumentList
}

func (r *reader) hasContact(names []string) bool {
	for _, header := range names {
		if code, ok := contactField(header); ok && code == "name" {
			return true
		}
	}
	return false
}

// contactField is the field of a contact that a header names.
func contactField(header string) (string, bool) {
	if len(header) > mostHeader {
		return "", false
	}
	if code, ok := label.ReadHeader(recordContact, header); ok && isField(recordContact, code) {
		return code, true
	}
	record, code, ok := label.ReadForeign(header)
	return code, ok && record == recordContact
}

// headingIn is the field of a header in a document of the kind.
func (r *reader) headingIn(document, header string, journal bool, taken map[heading]bool) heading {
	name := heading{recordCustomer, "name"}
	code, ok := r.columnField(recordCustomer, header)
	switch document {
	case DocumentJournal:
		if ok && !taken[heading{recordCustomer, code}] && (code == "name" || code == "phones") {
			return heading{recordCustomer, code}
		}
		if next := (heading{recordJournal, "set_next"}); ok && code == "next_on" && !taken[next] {
			return next
		}
		if code, ok := r.columnField(recordJournal, header); ok && code != "customer_id" &&
			(!taken[heading{recordJournal, code}] || code == "at") {
			return heading{recordJournal, code}
		}
		return heading{}
	case DocumentContacts:
		if label.IsCustomerPhone(header) && !taken[customerCall] {
			return customerCall
		}
		own, person := contactField(header)
		if ok && code == "name" && !person && !taken[name] {
			return name
		}
		if h := (heading{recordContact, own}); person && (!taken[h] || own == "phones") {
			return h
		}
		return heading{}
	}
	return r.columnHeading(header, journal, taken)
}

// foreignColumns finds what other programs have beside the customer's own
// fields: a contact, the line of business, a QQ number.
func (r *reader) foreignColumns(t *table) {
	if t.document != DocumentList {
		return
	}
	for i, c := range t.columns {
		if c.heading != (heading{}) || c.mapped || len(c.header) > mostHeader {
			continue
		}
		header, numbered := withoutNumber(c.header)
		if code, ok := r.columnField(recordCustomer, header); ok && numbered && model.JoinsColumns(recordCustomer, code) {
			t.columns[i].heading = heading{recordCustomer, code}
			continue
		}
		record, code, ok := label.ReadForeign(header)
		h := heading{record, code}
		switch {
		case record == inRemark:
			t.columns[i].heading, t.columns[i].named = heading{recordCustomer, "remark"}, label.Said(code, label.ZH)
		case ok && h == heading{recordCustomer, "address"}:
			t.columns[i].heading, t.columns[i].part = h, partPlace
		case ok && (!t.has(record, code) || code == "phones"):
			t.columns[i].heading = h
		}
	}
}

// inRemark stands for a record where what a header names has no field.
const inRemark = "remark"

// numbered are headers of address books that have several of a kind: Phone 1 -
// Value, Address 1 - Formatted, Organization 1 - Name.
var numbered = pattern.Of(`^(.+?) \d+ - (?i:value|formatted|name)$`)

// withoutNumber is such a header without its number.
func withoutNumber(header string) (string, bool) {
	if m := numbered.FindStringSubmatch(header); m != nil {
		return m[1], true
	}
	return header, false
}

// hasJournal tells whether a list has journal entries: what happened, and when.
// Without a time of their own it is that of the last contact.
func (r *reader) hasJournal(names []string, t *table) (dated bool) {
	situation, last := false, false
	for _, header := range names {
		code, _ := r.columnField(recordJournal, header)
		situation = situation || code == "situation"
		dated = dated || code == "at"
		code, _ = r.field(recordCustomer, header)
		last = last || code == "last_on"
	}
	t.journal = situation && (dated || last)
	return dated
}

// hasSubHeaders tells that the next row divides headers of a row: some are
// merged with cells of it, and it holds others; or it says nothing but the
// options of choices, each under such a header or the blank beside it.
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
	return r.hasOptionsBelow(s, row)
}

// hasOptionsBelow tells a row of options under the headers of their choices.
func (r *reader) hasOptionsBelow(s *Sheet, row int) bool {
	above, options := "", 0
	for c := range s.Width() {
		if header := strings.TrimSpace(s.At(row, c)); header != "" {
			above, _ = r.columnField(recordCustomer, header)
		}
		option := strings.TrimSpace(s.At(row+1, c))
		if option == "" {
			continue
		}
		if _, ok := label.ReadOption(recordCustomer, above, option); !ok || !slices.Contains(tickFields, above) {
			return false
		}
		options++
	}
	return options > 1
}

// columnHeading is the field of a header: the customer's, or where that is
// taken, or there is none, the journal's. Several columns may hold phones,
// notes, or the parts of a time.
func (r *reader) columnHeading(header string, journal bool, taken map[heading]bool) heading {
	if code, ok := r.columnField(recordCustomer, header); ok {
		h := heading{recordCustomer, code}
		f, _ := model.CustomerFields.ByCode(code)
		_, other := r.field(recordJournal, header)
		if !taken[h] || !(journal && other) && (f.Kind == model.KindPhones || f.Kind == model.KindNote) {
			return h
		}
	}
	if code, ok := r.columnField(recordJournal, header); ok && journal {
		if h := (heading{recordJournal, code}); !taken[h] || code == "at" {
			return h
		}
	}
	return heading{}
}

// columnField is the field of a list's header; 电话2 and 姓名/公司 go by what
// they begin with.
func (r *reader) columnField(record, header string) (string, bool) {
	if code, ok := r.field(record, header); ok || r.leftOut(header) {
		return code, ok
	}
	if first, ok := withoutNumber(header); ok {
		return r.field(record, first)
	}
	if _, ok := r.mapping[folded(header)]; ok {
		return "", false
	}
	first, _, _ := strings.Cut(strings.ReplaceAll(model.HalfWidth(header), "或", "/"), "/")
	first = strings.TrimRight(strings.TrimSpace(first), "0123456789一二三")
	if first == header {
		return "", false
	}
	return r.field(record, first)
}

// nameByContact takes 联系人 for the customer where nothing else names one.
func (r *reader) nameByContact(t *table, taken map[heading]bool) {
	if taken[heading{recordCustomer, "name"}] || t.document != DocumentList {
		return
	}
	for i, c := range t.columns {
		switch folded(c.header) {
		case "联系人", "联系人姓名", "contact", "contactname", "name":
			if (c.heading == (heading{}) || c.record == recordContact) && !c.mapped {
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
			if c.heading != (heading{}) || c.mapped || strings.TrimSpace(c.header) == "" {
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
