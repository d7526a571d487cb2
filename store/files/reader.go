package files

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"unicode"

	"genjin/model"
	"genjin/model/label"
)

// The records whose fields a file can hold, by the names that label knows.
const (
	recordCustomer = "customer"
	recordJournal  = "journal"
)

// heading is what a header, or a label of a form, names; zero = nothing known.
type heading struct{ record, code string }

// reader reads the sheets of one file.
type reader struct {
	opt     Options
	mapping map[string]heading // by folded header; a zero heading leaves it out
	met     map[string]bool    // mapped headers that the file has
	known   map[[2]string]heading
	heads   map[string]head
	file    File
	rows    *rowAccount // of the sheet being read
	// headerOnly: a sheet has a header that is known and no row below it.
	headerOnly bool
}

func newReader(opt Options) (*reader, error) {
	r := &reader{
		opt: opt, mapping: map[string]heading{}, met: map[string]bool{}, known: map[[2]string]heading{}, heads: map[string]head{},
		file: File{Headers: map[string][]string{}},
	}
	for header, field := range opt.Map {
		h, ok := mapped(opt.As, field)
		if !ok {
			return nil, model.At(field, model.Refuse(model.RefusedOption, field))
		}
		r.mapping[folded(header)] = h
	}
	return r, nil
}

// mapped is the field that a mapping means: by code, with or without its
// record, or by a name, one of what the file was said to be first; "-" is none.
func mapped(document, field string) (heading, bool) {
	if field = strings.TrimSpace(field); field == "-" {
		return heading{}, true
	}
	if k, ok := model.ItemDocument(document); ok {
		if record, code, ok := label.ReadMapping(k.Record + "." + field); ok {
			return heading{record, code}, true
		}
	}
	record, code, ok := label.ReadMapping(field)
	return heading{record, code}, ok
}

func isField(record, code string) bool { return model.FieldOf(record, code).Code != "" }

// unusedMapping answers ErrNoHeader for a mapped header that no sheet has.
func (r *reader) unusedMapping() error {
	for _, header := range slices.Sorted(maps.Keys(r.opt.Map)) {
		if !r.met[folded(header)] {
			return fmt.Errorf("%w: %s", model.ErrNoHeader, header)
		}
	}
	return nil
}

// field is the field of the record that a header names. What the person mapped
// goes before what is known.
func (r *reader) field(record, text string) (code string, ok bool) {
	if text == "" || len(text) > mostHeader {
		return "", false
	}
	key := [2]string{record, text}
	h, ok := r.known[key]
	if !ok {
		h = r.lookUp(record, text)
		r.known[key] = h
	}
	return h.code, h.code != ""
}

// mostHeader is the most bytes that a header has: longer texts are none.
const mostHeader = 120

func (r *reader) lookUp(record, text string) heading {
	if h, ok := r.mapping[folded(text)]; ok {
		r.met[folded(text)] = true
		if h.record != record {
			return heading{}
		}
		return h
	}
	code, ok := label.ReadHeader(record, text)
	if !ok || !isField(record, code) {
		return heading{}
	}
	return heading{record, code}
}

// leftOut tells that the person said not to read a column.
func (r *reader) leftOut(text string) bool {
	h, ok := r.mapping[folded(text)]
	return ok && h == heading{}
}

// isHeader tells whether a cell looks like a header of either record.
func isHeader(cell string) bool {
	cell = model.Clean(cell)
	if cell == "" || len(cell) > mostHeader {
		return false
	}
	_, ok := label.ReadHeader(recordCustomer, cell)
	if !ok {
		_, ok = label.ReadHeader(recordJournal, cell)
	}
	return ok
}

// folded sets case, width, spaces and a closing colon aside.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) || r == ':' {
			return -1
		}
		return unicode.ToLower(r)
	}, model.HalfWidth(model.Clean(text)))
}

// unknown notes a header that no field was found for.
func (r *reader) unknown(header string) {
	header = strings.TrimRight(model.Clean(header), ":：")
	if header != "" && !slices.Contains(r.file.Unknown, header) {
		r.file.Unknown = append(r.file.Unknown, header)
	}
}

// sheet reads one sheet as what it is, and accounts for its rows.
func (r *reader) sheet(s *Sheet) error {
	r.rows = newRowAccount(s)
	err := r.readSheet(s)
	if len(s.Rows) > 0 {
		r.file.settle(r.rows)
	}
	return err
}

func (r *reader) readSheet(s *Sheet) error {
	before := len(r.file.Proposals)
	if (r.opt.As == "" || r.opt.As == model.DocumentProject) && r.progress(s) {
		return nil
	}
	for _, d := range ownTables {
		if !d.reads(r.opt.As) {
			continue
		}
		if t, ok := d.header(r, s); ok {
			r.headerOnly = r.headerOnly || t.isBlankBelow(s)
			return d.read(r, s, t)
		}
	}
	document := r.recognise(s)
	if r.opt.As == DocumentForm {
		document = DocumentForm
	} else if isOwnTable(r.opt.As) {
		document = ""
	} else if r.opt.As != "" {
		document = DocumentList
	}
	switch document {
	case DocumentForm:
		if _, err := r.forms(s); err != nil {
			return err
		}
	case DocumentList:
		if err := r.list(s); err != nil {
			return err
		}
		if document = r.file.Document; len(r.file.Proposals) == before && r.hasValueBeside(s) && r.opt.As == "" {
			r.rows = newRowAccount(s)
			if _, err := r.forms(s); err != nil {
				return err
			}
			document = DocumentForm
		}
	}
	if len(r.file.Proposals) == before {
		if len(s.Rows) > 0 {
			r.file.Skipped = append(r.file.Skipped, s.Name)
			r.rows = newRowAccount(s)
			r.guess(s)
		}
		return nil
	}
	if r.file.Document == "" {
		r.file.Document = document
	}
	return nil
}

// ownTable is a table that is known by its own headers; one without a document is
// of records that are kept as items.
type ownTable struct {
	document string
	header   func(*reader, *Sheet) (table, bool)
	read     func(*reader, *Sheet, table) error
}

// ownTables are all of them, the surest first.
var ownTables = []ownTable{
	{"", (*reader).wholeItems, (*reader).itemRows},
	{model.DocumentOrders, (*reader).orderHeader, (*reader).orders},
	{model.DocumentReceivables, (*reader).moneyHeader, (*reader).tracking},
	{model.DocumentPayments, (*reader).moneyHeader, (*reader).tracking},
	{model.DocumentOrders, (*reader).trackerHeader, (*reader).orders},
	{model.DocumentProducts, (*reader).productHeader, (*reader).products},
	{"", (*reader).likelyItems, (*reader).itemRows},
}

// reads reports whether a table may be what a file was said to be.
func (d ownTable) reads(document string) bool {
	return document == "" || document == d.document || d.document == "" && slices.Contains(model.ItemDocuments, document)
}

// isOwnTable tells the documents that no list or form can be read as.
func isOwnTable(document string) bool {
	return document == model.DocumentProject ||
		document != "" && slices.ContainsFunc(ownTables, func(d ownTable) bool { return d.reads(document) })
}

// guess notes the columns of a sheet that nothing was read from.
func (r *reader) guess(s *Sheet) {
	if t, ok := r.likelyHeader(s); ok {
		unknown := r.file.Unknown
		r.note(s, &t, never)
		r.file.Unknown = unknown // the sheet is named instead
	}
}

// step tells how far the reading is, now and then, and answers why it is to
// end.
func (r *reader) step(done, total int) error {
	if r.opt.Step == nil || done%someRows != 0 {
		return nil
	}
	return r.opt.Step(done, total)
}
