package files

import (
	"io"

	"genjin/model"
	"genjin/model/label"
)

// Contacts are contacts of several customers, to be written as cards.
type Contacts struct {
	All  []model.ContactOf
	Lang label.Lang
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
