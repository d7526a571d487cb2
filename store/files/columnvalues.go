package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// A column is what its header says, unless its values say otherwise.

// texts are the first values of a column.
func (t table) texts(s *Sheet, col int) (texts []string) {
	const rows = 500
	for row := t.first; row < min(len(s.Rows), t.first+rows); row++ {
		if text := model.Clean(s.At(row, col)); text != "" {
			texts = append(texts, text)
		}
	}
	return texts
}

// areOptions tells that texts are values of a choice, and that there are any.
func areOptions(record, code string, texts []string) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		_, ok := label.ReadOption(record, code, text)
		return !ok && !isNothing(model.FieldOf(record, code), text)
	})
}

// settleChoices takes columns for what their values are: 客户类型 with 企业客户 and
// 个人客户 for the kind of customer, 需求 in free words for what is wanted, and the
// choices of other programs for the customer's where all are known, else for
// remarks under their header.
func settleChoices(s *Sheet, t *table) {
	if t.document != DocumentList {
		return
	}
	class, kind := heading{recordCustomer, "class"}, heading{recordCustomer, "kind"}
	need, interest := heading{recordCustomer, "need"}, heading{recordCustomer, "interest"}
	for i, c := range t.columns {
		foreign := c.heading == (heading{}) && len(c.header) <= mostHeader
		if c.mapped || c.option != "" || c.heading != class && c.heading != need && !foreign {
			continue
		}
		texts := t.texts(s, i)
		switch {
		case c.heading == class && !t.has(kind.record, kind.code) && areOptions(kind.record, kind.code, texts):
			t.columns[i].heading = kind
		case c.heading == need && !t.has(interest.record, interest.code) && areWords(need, texts):
			t.columns[i].heading = interest
		case foreign:
			t.settleForeign(i, texts)
		}
	}
}

// areWords tells that none of the texts is a value of a choice, or ticked.
func areWords(of heading, texts []string) bool {
	return len(texts) > 0 && !slices.ContainsFunc(texts, func(text string) bool {
		_, ok := label.ReadOption(of.record, of.code, text)
		return ok || tickOf(text) != noBox || boxes.MatchString(text)
	})
}

// settleForeign takes a column of another program for the first of the choices
// that it may be whose values it has.
func (t *table) settleForeign(col int, texts []string) {
	codes := label.ForeignChoices(t.columns[col].header)
	for _, code := range codes {
		if !t.has(recordCustomer, code) && areOptions(recordCustomer, code, texts) {
			t.columns[col].heading = heading{recordCustomer, code}
			return
		}
	}
	if len(codes) > 0 && len(texts) > 0 {
		t.columns[col].heading, t.columns[col].named = heading{recordCustomer, "remark"}, t.columns[col].header
	}
}

// settleMethod takes 联系方式 beside journal entries for the way of contact where
// its values are that: 电话, 上门, 微信.
func settleMethod(s *Sheet, t *table) {
	method := heading{recordJournal, "method"}
	if !t.journal && t.document != DocumentJournal || t.has(method.record, method.code) {
		return
	}
	for i, c := range t.columns {
		if c.heading == customerCall && !c.mapped && areOptions(recordJournal, "method", t.texts(s, i)) {
			t.columns[i].heading = method
			return
		}
	}
}

// joinNameParts takes the columns of a first and a last name for a person's
// name: of the contact where the list names companies, else of the customer.
func (t *table) joinNameParts(taken map[heading]bool) {
	name := customerName
	if taken[customerName] {
		name = heading{recordContact, "name"}
	}
	if t.document != DocumentList {
		return
	}
	parts := map[string]int{}
	for i, c := range t.columns {
		if part := label.ReadNamePart(c.header); part != "" && c.heading == (heading{}) && !c.mapped {
			parts[part] = i
		}
	}
	_, given := parts["given"]
	_, family := parts["family"]
	whole := taken[name] || taken[heading{recordContact, "name"}] || slices.ContainsFunc(t.columns, isOfPerson)
	if !given || !family {
		return
	}
	for part, i := range parts {
		if t.columns[i].part = part; whole {
			t.columns[i].part = partShown
		} else {
			t.columns[i].heading = name
		}
	}
	taken[name] = true
}

// nameCompanies takes a column of companies beside one of people for the
// customers, and the people for their contacts; whoever has no company is a
// customer.
func (t *table) nameCompanies(taken map[heading]bool) {
	person, contact := t.column(customerName), heading{recordContact, "name"}
	if t.document != DocumentList || person < 0 || t.columns[person].mapped || !label.IsOfPeople(t.columns[person].header) || taken[contact] {
		return
	}
	for i, c := range t.columns {
		if header, _ := withoutNumber(c.header); c.heading == (heading{}) && !c.mapped && label.IsOfCompanies(header) {
			t.columns[i].heading = customerName
			t.columns[person].heading, t.columns[person].part = contact, partWhole
			taken[contact] = true
			return
		}
	}
}

// isAddressBook tells a list of people, some at a company and some not, from one of
// the contacts of companies, where a blank company is the one above: it names the
// people first.
func (t table) isAddressBook(s *Sheet, names []string) bool {
	header := func(name string) string { name, _ = withoutNumber(name); return name }
	person := slices.IndexFunc(names, label.IsOfPeople)
	company := slices.IndexFunc(names, func(name string) bool { return label.IsOfCompanies(header(name)) })
	if person < 0 || company < person {
		return false
	}
	for row := t.first; row < len(s.Rows); row++ {
		_, merged := s.covered(row, company)
		if !merged && strings.TrimSpace(s.At(row, company)) == "" && strings.TrimSpace(s.At(row, person)) != "" {
			return true
		}
	}
	return false
}

// personName is a name that stands whole or in parts: 张三, John Smith.
func personName(parts map[string]string) string {
	family, given := parts["family"], parts["given"]
	if parts[partWhole] != "" {
		return parts[partWhole]
	}
	if hasHan(family+given) && parts["middle"] == "" {
		return family + given
	}
	return strings.Join(strings.Fields(given+" "+parts["middle"]+" "+family), " ")
}

// A part of a value that stands in a column of its own: of a person's name, or of
// an address the large place before the small one.
// The parts of a name that stands whole beside them are passed over.
const partPlace, partWhole, partShown = "place", "whole", "shown"

// isOfPerson tells the column of a person's whole name.
func isOfPerson(c column) bool {
	return label.IsOfPeople(c.header) && (c.heading == customerName || c.heading == heading{recordContact, "name"})
}

// take notes a part of a value.
func (v rowValues) take(c column, text string, parts map[string]string) {
	if c.part == partPlace {
		parts[c.part] = wholeAddress(parts[c.part], text)
		return
	}
	parts[c.part] = text
	if name := personName(parts); name != "" {
		v.of(c.record)[c.code] = name
	}
}

// join gives the row what stands in parts, and a row that names no company the
// person's name.
func (v rowValues) join(parts map[string]string) {
	if name := personName(parts); name != "" && v.customer["name"] == "" {
		v.customer["name"] = name
	}
	if place := parts[partPlace]; place != "" {
		v.customer["address"] = wholeAddress(place, v.customer["address"])
	}
}

// wholeAddress is an address of which parts stand in columns of their own: 省, 市
// and the rest.
func wholeAddress(first, second string) string {
	switch {
	case strings.Contains(second, first):
		return second
	case strings.Contains(first, second):
		return first
	case hasHan(first + second):
		return first + second
	}
	return first + ", " + second
}
