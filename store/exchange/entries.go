package exchange

import (
	"encoding/json"
	"io"

	"genjin/model"
	"genjin/model/label"
)

// Entries are journal entries of several customers, to be written as a list
// that is read back as one.
type Entries struct {
	Cases []model.Case // with whose they are
	Lang  label.Lang
}

// Grid is the list with headers and values in words.
func (k Entries) Grid() Grid {
	g := Grid{Title: label.Document(model.DocumentJournal, k.Lang), Lang: k.Lang.String(), Headers: []string{label.Field(recordCustomer, "name", k.Lang)}}
	var fields []model.Field[model.Entry]
	for _, f := range model.EntryFields {
		if f.Code != "customer_id" && f.Code != "seq" {
			fields = append(fields, f)
			g.Headers = append(g.Headers, label.Field(recordJournal, f.Code, k.Lang))
		}
	}
	for i := range k.Cases {
		row := []string{k.Cases[i].Customer.Name}
		for _, f := range fields {
			row = append(row, label.Show(recordJournal, f.Spec, f.Get(&k.Cases[i].Entry), "", k.Lang))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// WriteJSON writes the entries as an array of records.
func (k Entries) WriteJSON(w io.Writer) error {
	return WriteArray(w, len(k.Cases), func(i int) json.RawMessage {
		c := &k.Cases[i]
		return model.JSON(model.EntryFields, &c.Entry, c.Entry.Meta, func(int64) string { return c.Customer.Name })
	})
}
