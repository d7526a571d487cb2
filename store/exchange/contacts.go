package exchange

import (
	"encoding/json"
	"io"

	"genjin/model"
	"genjin/model/label"
)

// Contacts are contacts of several customers, to be written as a list that is
// read back as one.
type Contacts struct {
	All  []model.ContactOf
	Lang label.Lang
}

// Grid is the list with headers and values in words.
func (k Contacts) Grid() Grid {
	g := Grid{Title: label.Document(model.DocumentContacts, k.Lang), Lang: k.Lang.String(), Headers: []string{label.Field(recordCustomer, "name", k.Lang)}}
	var fields []model.Field[model.Contact]
	for _, f := range model.ContactFields {
		if f.Code != "customer_id" {
			fields = append(fields, f)
			g.Headers = append(g.Headers, label.Field(recordContact, f.Code, k.Lang))
		}
	}
	for i := range k.All {
		row := []string{k.All[i].Customer}
		for _, f := range fields {
			row = append(row, label.Show(recordContact, f.Spec, f.Get(&k.All[i].Contact), "", k.Lang))
		}
		g.Rows = append(g.Rows, row)
	}
	return g
}

// WriteJSON writes the contacts as an array of records.
func (k Contacts) WriteJSON(w io.Writer) error {
	return WriteArray(w, len(k.All), func(i int) json.RawMessage {
		c := &k.All[i]
		return model.JSON(model.ContactFields, &c.Contact, c.Contact.Meta, func(int64) string { return c.Customer })
	})
}

// WriteVCards writes the contacts as cards for a phone: who they are, at which
// customer.
func (k Contacts) WriteVCards(w io.Writer) error {
	l := newLineWriter(w)
	for _, c := range k.All {
		p := c.Contact
		beginCard(l, uid(recordContact, p.Meta), p.Name)
		org := escaped(c.Customer)
		if p.Department != "" {
			org += ";" + escaped(p.Department)
		}
		l.line("ORG", org)
		genderLine(l, p.Gender)
		l.text("X-GENJIN-CUSTOMER", c.Customer)
		if p.Role != "" {
			l.text("ROLE", label.Option(recordContact, "role", string(p.Role), k.Lang))
		}
		reachLines(l, p.Phones, p.WeChat, p.Email)
		birthdayLines(l, p.Birthday)
		l.text("NOTE", p.Remark)
		l.line("END", "VCARD")
	}
	return l.flush()
}
