package files

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"

	"genjin/model"
	"genjin/model/label"
)

// How genjin's file of all records says what it is.
const (
	recordsFormat  = "genjin-records"
	recordsVersion = 4 // 2: with the money; 3: with orders and products; 4: with market notes
)

// records is a file of all records, as it is read: an object a customer, with
// all that belongs to it, and what belongs to none.
type records struct {
	Format    string
	Version   int
	Customers []map[string]json.RawMessage
	Segments  []map[string]json.RawMessage
	Products  []map[string]json.RawMessage
	Handled   []map[string]json.RawMessage
	Templates []map[string]json.RawMessage
	Loose     []map[string]json.RawMessage // each with its record
}

// Whole is a customer with all that belongs to it.
type Whole struct {
	Customer model.Customer
	Entries  []model.Entry
	Items    []model.Item
	Projects []model.ProjectOf
	Handled  []model.Handled
	Ledger   model.Ledger
	Book     model.OrderBook
}

// Records writes genjin's file of all records (rule 4). Next gives the
// customers one after the other, false after the last.
type Records struct {
	Next  func() (Whole, bool, error)
	Names map[int64]string // of those who brought customers
	Loose model.LooseRecords
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
		if _, err := fmt.Fprintf(w, "%s%s", sep, k.customer(&whole)); err != nil {
			return err
		}
	}
	var segments []json.RawMessage
	for i := range k.Loose.Segments {
		g := &k.Loose.Segments[i]
		segments = append(segments, model.JSON(model.SegmentFields, g, g.Meta, nobody))
	}
	_, err := fmt.Fprintf(w, "\n],\n\"templates\":%s,\n\"segments\":%s,\n\"handled\":%s,\n\"products\":%s,\n\"loose\":%s}\n",
		array(templatesJSON(k.Loose.Templates)), array(segments), array(handledJSON(k.Loose.Handled)), array(productsJSON(k.Loose.Products)),
		array(looseJSON(k.Loose.Items)))
	return err
}

// looseJSON is the records that could belong to a customer and don't.
func looseJSON(items []model.Item) []json.RawMessage {
	var out []json.RawMessage
	for _, it := range items {
		kind, _ := model.AttachedOf(it.Record)
		record, _ := json.Marshal(it.Record) // a text always is JSON
		out = append(out, model.WithMembers(model.ItemJSON(kind, it), []string{"record"}, map[string]json.RawMessage{"record": record}))
	}
	return out
}

// readLoose reads what looseJSON wrote.
func readLoose(list []map[string]json.RawMessage) (items []model.Item, err error) {
	for _, obj := range list {
		var record string
		_ = json.Unmarshal(obj["record"], &record) // no text is no record
		kind, ok := model.AttachedOf(record)
		if !ok {
			return nil, model.ErrFileUnreadable
		}
		it, wrong := model.ReadItemJSON(kind, obj)
		items, err = append(items, it), errors.Join(err, wrong)
	}
	return items, err
}

func nobody(int64) string { return "" }

// customer is a card with its own records as further members.
func (k Records) customer(c *Whole) json.RawMessage {
	names := []string{"journal", "handled"}
	values := map[string]json.RawMessage{}
	var entries []json.RawMessage
	for i := range c.Entries {
		e := &c.Entries[i]
		entries = append(entries, model.JSON(model.EntryFields, e, e.Meta, func(int64) string { return c.Customer.Name }))
	}
	values["journal"] = array(entries)
	if len(c.Handled) > 0 {
		values["handled"] = array(handledJSON(c.Handled))
	}
	for _, kind := range model.AttachedRecords {
		var items []json.RawMessage
		for _, it := range c.Items {
			if it.Record == kind.Record {
				items = append(items, model.ItemJSON(kind, it))
			}
		}
		if names = append(names, kind.Record); items != nil {
			values[kind.Record] = array(items)
		}
	}
	kinds, money := ledgerJSON(&c.Ledger)
	names = append(names, kinds...)
	maps.Copy(values, money)
	if len(c.Projects) > 0 {
		names = append(names, "projects")
		values["projects"] = array(projectsJSON(c.Projects))
	}
	kinds, ordered := bookJSON(&c.Book)
	names = append(names, kinds...)
	maps.Copy(values, ordered)
	card := model.JSON(model.CustomerFields, &c.Customer, c.Customer.Meta, func(id int64) string { return k.Names[id] })
	return model.WithMembers(card, names, values)
}

func handledJSON(all []model.Handled) []json.RawMessage {
	var out []json.RawMessage
	for i := range all {
		out = append(out, model.JSON(model.HandledFields, &all[i], all[i].Meta, nobody))
	}
	return out
}

func array(items []json.RawMessage) json.RawMessage {
	out := []byte{'['}
	for i, it := range items {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, it...)
	}
	return append(out, ']')
}

// records reads genjin's own file: every record as it was kept.
func (r *reader) records(all *records) error {
	r.file.Document = model.DocumentRecords
	if len(all.Customers) > mostCustomers {
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
	for i, obj := range all.Customers {
		if err := r.step(i, len(all.Customers)); err != nil {
			return err
		}
		p := wholeProposal(obj, i+1)
		p.Cells = listRow(label.Customers, columns, &model.CustomerOf{Customer: p.Customer, ReferredBy: p.Referrer}, model.AsOf{}, label.ZH)
		r.file.Proposals = append(r.file.Proposals, p)
	}
	var errs []error
	for _, obj := range all.Segments {
		var g model.Segment
		errs = append(errs, model.ReadJSON(model.SegmentFields, &g, obj), model.SegmentFields.Check(&g))
		r.file.Loose.Segments = append(r.file.Loose.Segments, g)
	}
	for _, obj := range all.Templates {
		t, err := readTemplate(obj)
		errs = append(errs, err)
		r.file.Loose.Templates = append(r.file.Loose.Templates, t)
	}
	loose, err := readHandled(all.Handled)
	r.file.Loose.Handled = loose
	goods, wrong := readProducts(all.Products)
	r.file.Loose.Products = goods
	items, lost := readLoose(all.Loose)
	r.file.Loose.Items = items
	if errors.Join(append(errs, err, wrong, lost)...) != nil {
		return model.ErrFileUnreadable
	}
	return nil
}

// wholeProposal is a customer of the file; ids are the file's, by which its
// records refer to each other.
func wholeProposal(obj map[string]json.RawMessage, row int) model.Proposal {
	p := model.Proposal{Whole: true, Row: row}
	c := &p.Customer
	errs := []error{model.ReadJSON(model.CustomerFields, c, obj)}
	c.ID = model.IDOf(obj)
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
	var list []map[string]json.RawMessage
	for _, e := range into(obj["journal"], &list, &errs) {
		pe := model.ProposedEntry{Row: row}
		pe.Err = model.ReadJSON(model.EntryFields, &pe.Entry, e)
		pe.Entry.ID = model.IDOf(e)
		p.Entries = append(p.Entries, pe)
	}
	for _, kind := range model.AttachedRecords {
		for _, one := range into(obj[kind.Record], &list, &errs) {
			it, err := model.ReadItemJSON(kind, one)
			p.Items = append(p.Items, model.ProposedItem{Row: row, Item: it, Err: err})
		}
	}
	for _, one := range into(obj["projects"], &list, &errs) {
		project, err := readProject(one)
		errs = append(errs, err)
		p.Projects = append(p.Projects, project)
	}
	handled, err := readHandled(into(obj["handled"], &list, &errs))
	p.Handled = handled
	if p.Unsound = readLedger(obj, max(c.ID, 1), &p.Ledger); p.Unsound == nil {
		p.Unsound = readOrders(obj, max(c.ID, 1), &p.Book, &p.Ledger)
	}
	p.Err = errors.Join(append(errs, err)...)
	return p
}

// into reads a list of objects; what is no such list is refused with the
// customer.
func into(raw json.RawMessage, list *[]map[string]json.RawMessage, errs *[]error) []map[string]json.RawMessage {
	*list = nil
	if len(raw) > 0 && json.Unmarshal(raw, list) != nil {
		*errs = append(*errs, model.ErrFileUnreadable)
		return nil
	}
	return *list
}

func readHandled(list []map[string]json.RawMessage) ([]model.Handled, error) {
	var out []model.Handled
	var errs []error
	for _, obj := range list {
		var h model.Handled
		errs = append(errs, model.ReadJSON(model.HandledFields, &h, obj))
		if h.Kind == "" {
			errs = append(errs, model.At("kind", model.Refuse(model.RefusedRequired)))
		}
		out = append(out, h)
	}
	return out, errors.Join(errs...)
}
