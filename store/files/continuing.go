package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// continues tells a row that belongs to the customer of the row before: their
// name is merged over both, or the row has journal texts only.
func (t table) continues(s *Sheet, row int, v rowValues) bool {
	for i, c := range t.columns {
		if c.record == recordCustomer && c.code == "name" {
			if m, ok := s.covered(row, i); ok && m.Row >= t.first && m.Row < row {
				return true
			}
		}
	}
	return len(v.customer) == 0 && (len(v.entry) > 0 || len(v.contact) > 0)
}

// addsTo tells a row without a name that goes on with the customer above: it
// has no number of its own, and nothing that contradicts them. Further phones,
// addresses and accounts are no contradiction.
func (t table) addsTo(d *draft, cells []string, v rowValues) bool {
	if t.document != DocumentList || !t.has(recordCustomer, "name") || v.customer["name"] != "" || t.isNumbered(cells) {
		return false
	}
	for code, text := range v.customer {
		several := model.JoinsColumns(recordCustomer, code) || slices.Contains([]string{"email", "wechat", "address"}, code)
		if kept := d.values[code]; kept != "" && kept != text && !several {
			return false
		}
	}
	return len(v.customer)+len(v.contact)+len(v.company) > 0
}

// isNumbered reports whether a row has its own number, which one that goes on
// with another lacks.
func (t table) isNumbered(cells []string) bool {
	for i, c := range t.columns {
		if c.serial && c.header != "" && i < len(cells) && strings.TrimSpace(cells[i]) != "" {
			return true
		}
	}
	return false
}

// isUnnamed reports whether the cell of the customer's name is blank, and not
// merged with one above.
func (r *reader) isUnnamed(s *Sheet, t table, row int) bool {
	at := t.column(customerName)
	return strings.TrimSpace(r.cells(s, t, row)[at]) == ""
}

// named are the cells of a row that is of the customer above, with their name,
// as a list of refused rows has it.
func named(t table, cells []string, name string) []string {
	of := slices.Clone(cells)
	if at := t.column(customerName); at >= 0 && strings.TrimSpace(of[at]) == "" {
		of[at] = name
	}
	return of
}

// add takes the values of a further row of the same customer. What has no room
// on the card beside the first value is kept in the remark.
func (d *draft) add(values map[string]string) {
	for _, f := range model.CustomerFields {
		text, kept := values[f.Code], d.values[f.Code]
		switch {
		case text == "":
		case kept == "" || model.JoinsColumns(recordCustomer, f.Code):
			d.values[f.Code] = joined(heading{recordCustomer, f.Code}, kept, text)
		default:
			d.noteOther(f.Code, text)
		}
	}
}

// noteOther keeps a second value of a field in the remark.
func (d *draft) noteOther(code, text string) {
	if folded(text) != folded(d.values[code]) {
		d.note(label.Field(recordCustomer, code, label.ZH), text)
	}
}
