package files

import (
	"errors"

	"genjin/model"
	"genjin/model/label"
)

// The records beside the customer and the journal that a list can hold.
const (
	recordContact = "contact"
	recordCompany = "company"
)

// addItems takes the contact and the company card that a row speaks of. cells
// are given where the row isn't the customer's own. A contact of the
// customer's own name is the customer; one without a name gives the customer
// the phones.
func (d *draft) addItems(v rowValues, row int, cells []string) {
	if len(v.company) > 0 {
		d.items = append(d.items, itemDraft{recordCompany, row, v.company, cells})
	}
	if len(v.contact) == 0 {
		return
	}
	name := v.contact["name"]
	if !d.known && (name == "" || sameName(name, d.values["name"]) || isNothing(model.Spec{Code: "referrer"}, name)) {
		for _, code := range []string{"gender", "phones", "wechat", "email", "birthday"} {
			if text := v.contact[code]; text != "" {
				d.values[code] = joined(heading{recordCustomer, code}, d.values[code], text)
			}
		}
		if d.isCompany() { // they are of the person whom the row doesn't name
			for _, code := range []string{"gender", "birthday"} {
				d.note(label.Field(recordContact, code, label.ZH), d.values[code])
				delete(d.values, code)
			}
		}
		d.note(label.Field(recordContact, "department", label.ZH), v.contact["department"])
		d.note(label.Said("title", label.ZH), v.contact["role"])
		d.note("", v.contact["remark"])
		return
	}
	if !d.known {
		d.ofContact(v.contact)
	}
	d.items = append(d.items, itemDraft{recordContact, row, v.contact, cells})
}

// ofContact gives a company's contact what only a person has.
func (d *draft) ofContact(contact map[string]string) {
	if !d.isCompany() {
		return
	}
	for _, code := range []string{"birthday", "gender"} {
		if text := d.values[code]; text != "" && contact[code] == "" {
			contact[code] = text
			delete(d.values, code)
		}
	}
}

// isCompany reports whether the row calls its customer a company, or gives it a
// company's name.
func (d *draft) isCompany() bool {
	kind, _ := label.ReadOption(recordCustomer, "kind", d.values["kind"])
	return kind == string(model.Company) || d.company && kind == "" || companyName.MatchString(d.values["name"])
}

// settleDepartment takes a column 部门 in a list with contacts, or with what they
// are by their job alone, for the contact's, unless it stands beside the
// salesperson, whose team it is then.
func (t table) settleDepartment() {
	person := t.has(recordContact, "name") || t.has(recordContact, "role")
	if t.document != DocumentList || !person || t.has(recordContact, "department") {
		return
	}
	for i, c := range t.columns {
		code, _ := label.ReadHeader(recordContact, c.header)
		besideOwner := i > 0 && t.columns[i-1].heading == heading{recordCustomer, "owner"}
		if c.heading == (heading{recordCustomer, "team"}) && !c.mapped && code == "department" && !besideOwner {
			t.columns[i].heading = heading{recordContact, "department"}
			return
		}
	}
}

// items understands the other records of a draft.
func (r *reader) items(d draft) []model.ProposedItem {
	var out []model.ProposedItem
	for _, it := range d.items {
		kind, _ := model.AttachedOf(it.record)
		p := model.ProposedItem{Row: it.row, Cells: it.cells, Item: model.Item{Record: it.record, Values: map[string]string{}}}
		var errs []error
		for _, s := range kind.Fields {
			text := it.values[s.Code]
			if s.Required && model.Clean(text) == "" {
				errs = append(errs, model.At(s.Code, model.Refuse(model.RefusedRequired)))
			}
			if isNothing(s, text) {
				continue
			}
			value, err := r.itemValue(it.record, s, text, p.Item.Values)
			if err != nil {
				errs = append(errs, err)
				continue
			}
			p.Item.Values[s.Code] = value
		}
		p.Err = errors.Join(errs...)
		out = append(out, p)
	}
	return out
}

// itemValue reads a value of a contact or a company card. A title that is none
// of the roles is kept in the remark.
func (r *reader) itemValue(record string, s model.Spec, text string, values map[string]string) (string, error) {
	if record == recordContact && s.Code == "role" {
		if code, ok := label.ReadOption(record, s.Code, text); ok {
			return code, nil
		}
		values["remark"] = label.Said("title", label.ZH) + ":" + model.Clean(text)
		return "other", nil
	}
	if record == recordContact && s.Code == "remark" && values["remark"] != "" {
		text = values["remark"] + "\n" + text
	}
	if s.Kind == model.KindPhones {
		return phonesIn(text, values)
	}
	return label.Read(record, s, text, r.opt.Today, model.Past)
}

// phonesIn reads a contact's phones; words beside a number go to the remark
// with it, as a customer's do.
func phonesIn(text string, values map[string]string) (string, error) {
	var c model.Customer
	if err := setPhones(&c, text); err != nil {
		return "", err
	}
	if c.Remark != "" {
		values["remark"] = joined(heading{recordContact, "remark"}, values["remark"], c.Remark)
	}
	if c.WeChat != "" && values["wechat"] == "" {
		values["wechat"] = c.WeChat
	}
	return string(c.Phones), nil
}
