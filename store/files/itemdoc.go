package files

import (
	"errors"
	"slices"

	"genjin/model"
	"genjin/model/label"
)

// itemTable is what the header row of a sheet says of its being a list of
// records of a kind that is kept as items.
type itemTable struct {
	table
	kind    model.RecordKind
	taken   map[heading]bool
	own     int // headers of the kind's fields
	signs   int // those of them that no list of customers has
	other   int // headers of customers and their journal
	unknown int
}

// itemHeading finds what a header of a list of records of the kind names.
func (r *reader) itemHeading(k model.RecordKind) func(string, map[heading]bool) heading {
	return func(header string, taken map[heading]bool) heading {
		text := model.Clean(header)
		if text == "" || len(text) > mostHeader {
			return heading{}
		}
		if h, ok := r.mapping[folded(text)]; ok {
			r.met[folded(text)] = true
			return h
		}
		if h := r.ofKind(k, text); h != (heading{}) && !taken[h] {
			return h
		}
		code, _ := r.field(recordCustomer, text)
		if label.IsCustomerPhone(text) {
			code = customerCall.code
		}
		if h := (heading{recordCustomer, code}); k.OfCustomer() && (h == customerName || h == customerCall) && !taken[h] {
			return h
		}
		return heading{}
	}
}

// ofKind is the kind's field that a header names: one that a person fills in.
func (r *reader) ofKind(k model.RecordKind, text string) heading {
	key := [2]string{k.Record, text}
	h, met := r.known[key]
	if !met {
		head := r.head(text)
		code, ok := head.Read(k.Record)
		if !ok && head.plainDay {
			code = dayOf(k)
		}
		if spec := model.FieldOf(k.Record, code); spec.Code != "" && !spec.Kept {
			h = heading{k.Record, code}
		}
		r.known[key] = h
	}
	return h
}

// head is a text that may be a header: every kind is asked for it.
type head struct {
	label.Header
	plainDay bool
}

func (r *reader) head(text string) head {
	h, met := r.heads[text]
	if !met {
		h = head{label.HeaderOf(text), isPlainDay(text)}
		r.heads[text] = h
	}
	return h
}

// isPlainDay tells a header that says no more than that it is a day.
func isPlainDay(header string) bool {
	return slices.Contains([]string{"日期", "时间", "date", "day", "when"}, folded(header))
}

// dayOf is the day of a record of the kind: the one that it can't be without,
// else its only one.
func dayOf(k model.RecordKind) string {
	var codes []string
	for _, s := range k.Specs {
		switch {
		case s.Kept || !isDay(s):
		case s.Required:
			return s.Code
		default:
			codes = append(codes, s.Code)
		}
	}
	if len(codes) != 1 {
		return ""
	}
	return codes[0]
}

// asItems is a row taken for the headers of records of the kind.
func (r *reader) asItems(s *Sheet, row int, k model.RecordKind) itemTable {
	it := itemTable{kind: k}
	it.table, it.taken = r.headed(s, row, k.ListName(), r.itemHeading(k))
	for _, c := range it.columns {
		if c.record == k.Record {
			it.own++
		}
	}
	if it.own == 0 { // a row of values, as most are: what its other cells say is dear to ask
		return it
	}
	for _, c := range it.columns {
		_, ofCustomer := r.field(recordCustomer, c.header)
		_, ofJournal := r.field(recordJournal, c.header)
		_, _, foreign := label.ReadForeign(c.header)
		known := ofCustomer || ofJournal || foreign
		switch {
		case c.record == k.Record:
			if !known {
				it.signs++
			}
		case c.header == "" || c.code != "" || c.mapped || c.serial || isReason(c.header) || label.IsOfList(k.Record, c.header):
		case known:
			it.other++
		default:
			it.unknown++
		}
	}
	return it
}

// isWhole tells a list that genjin wrote: it has every field of the kind, and
// nothing else.
func (it itemTable) isWhole() bool {
	for _, spec := range it.kind.Specs {
		if !spec.Kept && !it.taken[heading{it.kind.Record, spec.Code}] {
			return false
		}
	}
	return it.own > 1 && it.unknown+it.other == 0 && it.isTold()
}

// isTold reports whether the list says whose its records are, if they have to be
// somebody's.
func (it itemTable) isTold() bool {
	return !it.kind.OfSomebody() || it.taken[customerName] || it.taken[customerCall]
}

// isLikely tells a list of the kind by its signs: it has what a record can't be
// without, something that no list of customers has, and hardly anything that is
// another's. The fields of company cards stand in lists of customers, too.
func (it itemTable) isLikely(today model.Date) bool {
	if it.kind.Record == recordCompany || !it.isTold() {
		return false
	}
	begun := it.kind.Begun(model.AsOf{Today: today, Settings: model.DefaultSettings()})
	for _, f := range it.kind.Fields {
		if f.Required && !f.Kept && f.Get(&begun) == "" && !it.taken[heading{it.kind.Record, f.Code}] {
			return false
		}
	}
	return it.own > 1 && it.signs > 0 && it.own > 2*it.other && it.own >= it.unknown
}

// mayHead reports whether one of the texts of a row names a field of the kind. Of
// most rows none does: whatever else they say need not be asked then.
func (r *reader) mayHead(k model.RecordKind, texts []string) bool {
	return slices.ContainsFunc(texts, func(text string) bool {
		return text != "" && len(text) <= mostHeader && r.ofKind(k, text) != heading{}
	})
}

// itemHeader finds the header row of a list of records that are kept as items,
// the kind that has most of its headers; it is told by what fits says.
func (r *reader) itemHeader(s *Sheet, fits func(itemTable) bool) (table, bool) {
	var best itemTable
	for i, seen := 0, 0; i < len(s.Rows) && seen < headerRows; i++ {
		if isBlank(s.Rows[i]) {
			continue
		}
		seen++
		texts := make([]string, len(s.Rows[i]))
		for n, cell := range s.Rows[i] {
			texts[n] = model.Clean(cell)
		}
		for _, document := range model.ItemDocuments {
			if r.opt.As != "" && r.opt.As != document {
				continue
			}
			k, _ := model.ItemDocument(document)
			if len(r.mapping) == 0 && !r.mayHead(k, texts) {
				continue
			}
			if it := r.asItems(s, i, k); fits(it) && it.own > best.own {
				best = it
			}
		}
	}
	return best.table, best.own > 0
}

func (r *reader) wholeItems(s *Sheet) (table, bool) { return r.itemHeader(s, itemTable.isWhole) }

func (r *reader) likelyItems(s *Sheet) (table, bool) {
	return r.itemHeader(s, func(it itemTable) bool { return r.opt.As != "" || it.isLikely(r.opt.Today) })
}

// itemRows reads a list of records that are kept as items.
func (r *reader) itemRows(s *Sheet, t table) error {
	k, _ := model.ItemDocument(t.document)
	isOf := func(header string) bool { return label.IsOfList(k.Record, header) }
	return r.plainRows(s, t, isOf, func(p model.Proposal, values map[heading]string) model.Proposal {
		if name, call := values[customerName], values[customerCall]; name+call != "" || k.OfSomebody() {
			p = r.propose(draft{sheet: p.Sheet, row: p.Row, cells: p.Cells, known: true, values: map[string]string{"name": name, "phones": call}})
		}
		p.Record = r.itemOf(k, s.Name, values)
		return p
	})
}

// itemOf understands a row of a list of records of the kind.
func (r *reader) itemOf(k model.RecordKind, sheet string, values map[heading]string) *model.ProposedRecord {
	p := &model.ProposedRecord{Item: model.Item{Record: k.Record, Values: map[string]string{}}, Refs: map[string]string{}}
	var errs []error
	rec, currency := k.New(), ""
	said := func(code string) string { return values[heading{k.Record, code}] }
	if text := said("currency"); text != "" {
		var err error
		currency, err = currencyOf(text)
		errs = append(errs, err)
	} else if _, has := k.Fields.ByCode("currency"); has {
		var sums lender
		sums.look(k.Record, k.Specs, func(h heading) string { return values[h] })
		currency = sums.lends(&p.Naming)
	}
	for _, f := range k.Fields {
		text := said(f.Code)
		if f.Kept || f.Code == "currency" || isNothing(f.Spec, text) {
			continue
		}
		if f.IsRef() {
			p.Refs[f.Code] = model.Clean(text)
			continue
		}
		if err := r.itemField(k, f, &rec, text, values, &currency, &p.Naming); err != nil {
			errs = append(errs, model.InColumn(r.file.Columns, sheet, k.Record, err))
		} else if value := f.Get(&rec); value != "" {
			p.Item.Values[f.Code] = value
		}
	}
	if currency != "" {
		p.Item.Values["currency"] = currency
	}
	p.Err = errors.Join(errs...)
	return p
}

// itemField reads one value into a record. A date without a year lies near the
// row's other dates, else near today.
func (r *reader) itemField(k model.RecordKind, f model.Field[any], rec *any, text string, values map[heading]string, currency *string,
	of *model.Naming) error {
	switch {
	case f.Kind == model.KindAmount && slices.ContainsFunc(k.Specs, func(s model.Spec) bool { return s.Code == "currency" }):
		n, err := sum(f.Spec, text, currency, of)
		*f.Ptr(rec).(*int64) = n
		return err
	case f.Kind == model.KindChoice:
		text = chosen(k.Record, f.Spec, text)
	}
	if isAnswer(f.Spec) {
		text = answered(text)
	}
	near := r.opt.Today
	for _, other := range k.Specs {
		if other.Kind == model.KindDate && other.Code != f.Code {
			if day := wholeDate(values[heading{k.Record, other.Code}], r.opt.Today); day != "" {
				near = day
				break
			}
		}
	}
	return label.Set(k.Record, k.Fields, f.Code, rec, text, near, model.Nearest)
}
