package files

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"genjin/model"
	"genjin/model/label"
)

// How genjin's file of all records says what it is.
const (
	recordsFormat  = "genjin-records"
	recordsVersion = 5 // 2: with the money; 3: with orders and products; 4: with market notes; 5: every kind by its code, flat
)

// object is a JSON object as it is read.
type object = map[string]json.RawMessage

// records is a file of all records as it is read: an object a customer, with
// the lists of all that belongs to it by kind, and such lists of what belongs
// to nobody.
type records struct {
	customers []object
	loose     object
}

// Records writes genjin's file of all records (rule 4). Next gives the
// customers with all that belongs to them one after the other, false after the
// last.
type Records struct {
	Next  func() (model.Records, bool, error)
	Names map[int64]string // of those who brought customers
	Loose model.Records
}

// WriteJSON writes the file, a customer a line.
func (k Records) WriteJSON(w io.Writer) error {
	if _, err := fmt.Fprintf(w, "{\"format\":%q,\"version\":%d,\n\"customers\":[", recordsFormat, recordsVersion); err != nil {
		return err
	}
	for sep := "\n"; ; sep = ",\n" {
		whole, ok, err := k.Next()
		if err != nil {
			return err
		}
		if !ok {
			break
		}
		if _, err := fmt.Fprintf(w, "%s%s", sep, k.customer(whole)); err != nil {
			return err
		}
	}
	names, lists := listsJSON(k.Loose)
	if _, err := io.WriteString(w, "\n]"); err != nil {
		return err
	}
	for _, name := range names {
		if _, err := fmt.Fprintf(w, ",\n%q:%s", name, lists[name]); err != nil {
			return err
		}
	}
	_, err := io.WriteString(w, "}\n")
	return err
}

// customer is a card with the lists of its own records as further members.
func (k Records) customer(whole model.Records) json.RawMessage {
	kind, _ := model.KindOf(recordCustomer)
	names, lists := listsJSON(whole)
	card := kind.JSON(whole[recordCustomer][0], "", func(id int64) string { return k.Names[id] })
	return model.WithMembers(card, names, lists)
}

// listsJSON are the records of each kind, the customers aside.
func listsJSON(all model.Records) (names []string, lists map[string]json.RawMessage) {
	currency, lists := all.Currencies(), map[string]json.RawMessage{}
	for _, kind := range model.Kinds {
		if kind.Record == recordCustomer || len(all[kind.Record]) == 0 {
			continue
		}
		out := []byte{'['}
		for i, rec := range all[kind.Record] {
			if i > 0 {
				out = append(out, ',')
			}
			out = append(out, kind.JSON(rec, currency(kind, rec), func(int64) string { return "" })...)
		}
		names, lists[kind.Record] = append(names, kind.Record), append(out, ']')
	}
	return names, lists
}

// openRecords takes a file of all records apart, of whatever version.
func openRecords(data []byte) (*records, error) {
	all := &records{}
	if err := json.Unmarshal(data, &all.loose); err != nil {
		return nil, noJSON(data, err)
	}
	var format string
	if json.Unmarshal(all.loose["format"], &format) != nil || format != recordsFormat {
		return nil, model.ErrFileFormat
	}
	var version int
	if raw := all.loose["version"]; len(raw) > 0 && json.Unmarshal(raw, &version) != nil {
		return nil, model.ErrFileUnreadable
	}
	if version > recordsVersion {
		return nil, model.ErrFileNewer
	}
	var errs []error
	all.customers = into(all.loose["customers"], &errs)
	if version < flatSince {
		errs = append(errs, all.flatten())
	}
	return all, errors.Join(errs...)
}

// records reads genjin's own file: every record as it was kept.
func (r *reader) records(all *records) error {
	r.file.Document = model.DocumentRecords
	if len(all.customers) > mostCustomers {
		return model.ErrFileTooLarge
	}
	var none []model.CustomerOf
	columns, err := label.Customers.Chosen(filed(label.Customers, none, model.AsOf{}, label.ZH))
	if err != nil {
		return err
	}
	for _, c := range columns {
		r.file.Headers[""] = append(r.file.Headers[""], label.Customers.FileHead(c.Code, label.ZH))
	}
	for i, obj := range all.customers {
		if err := r.step(i, len(all.customers)); err != nil {
			return err
		}
		p := wholeProposal(obj, i+1)
		row := model.CustomerOf{Customer: p.Customer, ReferredBy: p.Referrer, CampaignName: p.Campaign}
		p.Cells = listRow(label.Customers, columns, &row, model.AsOf{}, label.ZH)
		r.file.Proposals = append(r.file.Proposals, p)
	}
	r.file.Loose = model.Records{}
	for _, kind := range model.Kinds {
		if kind.Here || kind.Record == recordCustomer {
			continue
		}
		if err := readList(kind, all.loose, r.file.Loose); err != nil {
			return model.ErrFileUnreadable
		}
	}
	if r.file.Loose.SettleLoose() != nil {
		return model.ErrFileUnreadable
	}
	return nil
}

// wholeProposal is a customer of the file; ids are the file's, by which its
// records refer to each other.
func wholeProposal(obj object, row int) model.Proposal {
	p := model.Proposal{Whole: true, Row: row, Records: model.Records{}}
	c := &p.Customer
	errs := []error{model.ReadJSON(model.CustomerFields, c, obj)}
	c.Meta = model.MetaOf(obj)
	if c.Campaign == 0 { // it was a text before it was a record
		_ = json.Unmarshal(obj["campaign"], &p.Campaign)
		p.Campaign = model.Clean(p.Campaign)
	}
	if c.Referrer != 0 {
		// A name that isn't a text is none.
		_ = json.Unmarshal(obj["referrer"], &p.Referrer)
		p.Referrer = model.Clean(p.Referrer)
	}
	for _, f := range model.CustomerFields {
		if !f.Kept && f.Code != "referrer" && f.Get(c) != "" {
			p.Given = append(p.Given, f.Code)
		}
	}
	for _, kind := range model.Kinds {
		switch {
		case kind.Here || kind.Alone || kind.Record == recordCustomer:
		case kind.Record == recordJournal || kind.Card:
			for _, one := range into(obj[kind.Record], &errs) {
				propose(&p, kind, one)
			}
		default:
			p.Unsound = errors.Join(p.Unsound, readList(kind, obj, p.Records))
		}
	}
	if p.Unsound == nil {
		p.Unsound = p.Records.Settle(max(c.ID, 1))
	}
	p.Err = errors.Join(errs...)
	return p
}

// propose adds a journal entry or another record of the card, which are told
// from those that the customer has.
func propose(p *model.Proposal, kind model.RecordKind, obj object) {
	rec, err := kind.Read(obj)
	if e, ok := rec.(*model.Entry); ok {
		p.Entries = append(p.Entries, model.ProposedEntry{Row: p.Row, Entry: *e, Err: err})
		return
	}
	p.Items = append(p.Items, model.ProposedItem{Row: p.Row, Item: kind.Item(rec), Err: err})
}

// readList reads the records of a kind; it answers a LedgerError for those that
// can't be read.
func readList(kind model.RecordKind, obj object, to model.Records) error {
	var errs []error
	for _, one := range into(obj[kind.Record], &errs) {
		rec, err := kind.Read(one)
		errs = append(errs, err)
		to.Add(kind.Record, rec)
	}
	if err := errors.Join(errs...); err != nil {
		return &model.LedgerError{Record: kind.Record, Err: err}
	}
	return nil
}

// into reads a list of objects; what is no such list is an error, and so is a
// null in it.
func into(raw json.RawMessage, errs *[]error) []object {
	var list []object
	isNull := func(obj object) bool { return obj == nil }
	if len(raw) > 0 && json.Unmarshal(raw, &list) != nil || slices.ContainsFunc(list, isNull) {
		*errs = append(*errs, model.ErrFileUnreadable)
		return nil
	}
	return list
}
