package files

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"genjin/model"
	"genjin/model/label"
)

// cards reads vCards: each is a person or a company who becomes a customer, or
// a contact of one where genjin wrote it so, or the person says that the file
// holds contacts.
func (r *reader) cards(all []vcard) error {
	r.file.Document = model.DocumentCards
	var drafts []draft
	for _, card := range all {
		d := r.cardDraft(card)
		of := card.value("X-GENJIN-CUSTOMER")
		if of == "" && r.opt.As == model.DocumentContacts {
			of = card.organisation()
		}
		switch {
		case card.cut:
			d.err = model.ErrCardCut
		case of != "":
			d = contactOf(d, of)
		default:
			if org := card.organisation(); !sameName(org, d.values["name"]) {
				d.note(label.Field("settings", "company_name", label.ZH), org)
			}
			d.note(label.Field(recordContact, "department", label.ZH), d.department)
			d.note(label.Said("title", label.ZH), d.role)
		}
		drafts = append(drafts, d)
		if err := r.step(len(drafts), len(all)); err != nil {
			return err
		}
	}
	r.finishCards(drafts)
	of := model.SheetRows{Rows: len(all)}
	for _, card := range all {
		of.Read = append(of.Read, card.number)
	}
	r.file.Sheets = append(r.file.Sheets, of)
	return nil
}

// finishCards turns the drafts of cards into proposals, with the rows that the
// file of refused rows would hold: a list of what the cards say.
func (r *reader) finishCards(drafts []draft) {
	var codes []string
	for _, f := range model.CustomerFields {
		if f.Code == "name" || slices.ContainsFunc(drafts, func(d draft) bool { return d.values[f.Code] != "" }) {
			codes = append(codes, f.Code)
		}
	}
	var headers []string
	for _, code := range codes {
		headers = append(headers, label.Field(recordCustomer, code, label.ZH))
	}
	names := unreadNames(drafts)
	headers = append(headers, names...)
	own := len(headers)
	var contact []string
	for _, f := range model.ContactFields {
		if f.Code != "customer_id" {
			contact = append(contact, f.Code)
		}
	}
	if slices.ContainsFunc(drafts, func(d draft) bool { return len(d.items) > 0 }) {
		for _, code := range contact {
			headers = append(headers, label.Field(recordContact, code, label.ZH))
		}
	}
	for _, d := range drafts {
		d.cells = slices.Concat(cellsOf(d.values, codes), d.unread.cells(names), make([]string, len(headers)-own))
		for _, it := range d.items {
			copy(d.cells[own:], cellsOf(it.values, contact))
		}
		r.file.Proposals = append(r.file.Proposals, r.propose(d))
	}
	r.file.Headers[""] = headers
}

// contactOf turns a card that was read as a customer's into a contact of one.
func contactOf(d draft, customer string) draft {
	item := map[string]string{}
	for _, code := range []string{"name", "gender", "phones", "wechat", "email", "birthday", "remark"} {
		item[code] = d.values[code]
	}
	item["role"], item["department"] = d.role, d.department
	return draft{
		sheet: d.sheet, row: d.row, known: true, values: map[string]string{"name": customer},
		items: []itemDraft{{record: recordContact, row: d.row, values: item}},
	}
}

// value is the first value of a property.
func (c *vcard) value(name string) string {
	for _, p := range c.properties {
		if p.name == name {
			return model.Clean(p.text())
		}
	}
	return ""
}

func (c *vcard) organisation() string {
	for _, p := range c.properties {
		if p.name == "ORG" {
			return model.Clean(parts(p.value, ';')[0])
		}
	}
	return ""
}

// department is the first part of the organisation that a card names.
func (c *vcard) department() string {
	for _, p := range c.properties {
		if units := parts(p.value, ';'); p.name == "ORG" && len(units) > 1 {
			return model.Clean(strings.Join(units[1:], " "))
		}
	}
	return ""
}

// cardDraft sorts what a card says by the fields of a customer.
func (r *reader) cardDraft(c vcard) draft {
	d := draft{row: c.number, values: map[string]string{}}
	for _, p := range c.properties {
		r.cardProperty(&d, &c, p)
	}
	name, org := c.fullName(), c.organisation()
	d.department = c.department()
	if name == "" {
		name = org
	}
	if name == "" {
		name, d.guessed = d.handle(), true
	} else if d.nick != "" && !sameName(d.nick, name) {
		d.note(label.Said("nick", label.ZH), d.nick)
	}
	if org != "" && sameName(org, name) || c.value("KIND") == "org" || c.value("X-ABSHOWAS") == "COMPANY" {
		d.values["kind"] = string(model.Company)
	}
	d.values["name"] = name
	return d
}

// textFields are the properties that hold one field as it is.
var textFields = map[string]string{
	"X-WECHAT": "wechat", "X-WEIXIN": "wechat", "X-GENJIN-BIRTHDAY": "birthday",
}

func (r *reader) cardProperty(d *draft, c *vcard, p property) {
	text := strings.TrimSpace(p.text())
	if code, ok := textFields[p.name]; ok {
		d.set(code, text)
		return
	}
	switch p.name {
	case "TEL":
		if p.types["fax"] && !p.types["voice"] {
			d.note(label.Said("fax", label.ZH), strings.TrimPrefix(text, "tel:"))
			return
		}
		if isShortNumber(strings.TrimPrefix(text, "tel:")) {
			d.short = cmp.Or(d.short, strings.TrimPrefix(text, "tel:"))
			d.note(label.Said("call", label.ZH), strings.TrimPrefix(text, "tel:"))
			return
		}
		d.join("phones", strings.ReplaceAll(strings.TrimPrefix(text, "tel:"), ";ext=", "转"))
	case "EMAIL":
		d.firstOr("email", text)
	case "ADR":
		d.firstOr("address", address(p))
	case "LABEL":
		if d.values["address"] == "" {
			d.values["address"] = strings.ReplaceAll(text, "\n", " ")
		}
	case "BDAY":
		if d.values["birthday"] == "" {
			d.values["birthday"] = cardBirthday(p, text)
		}
	case "NOTE":
		d.join("remark", text)
	case "GENDER", "X-GENDER":
		d.set("gender", strings.Trim(strings.Split(text, ";")[0], " "))
	case "CATEGORIES":
		d.join("tags", strings.Join(parts(p.value, ','), "\n"))
	case "ROLE", "TITLE":
		if d.role == "" || p.name == "ROLE" {
			d.role = text
		}
	case "URL":
		d.note(label.Said("web", label.ZH), text)
	case "NICKNAME":
		d.nick = model.Clean(text)
	case "ANNIVERSARY", "X-ANNIVERSARY", "X-EVOLUTION-ANNIVERSARY":
		d.note(label.Said("anniversary", label.ZH), text)
	case "X-SPOUSE", "X-EVOLUTION-SPOUSE":
		d.note(label.Said("spouse", label.ZH), text)
	case "RELATED", "X-ABRELATEDNAMES", "X-ABDATE":
		d.note(appleLabel(c.labelOf(p)), text)
	case "X-QQ":
		d.note("QQ", text)
	case "IMPP", "X-SOCIALPROFILE", "X-AIM", "X-ICQ":
		r.messenger(d, c, p, text)
	default:
		if !slices.Contains(ofCards, p.name) {
			r.unknown(p.name)
			d.leave(p.name, text)
		}
	}
}

// messenger reads an account of a chat program.
func (r *reader) messenger(d *draft, c *vcard, p property, text string) {
	scheme, account, ok := strings.Cut(text, ":")
	if !ok {
		scheme, account = "", text
	}
	what := strings.ToLower(scheme + " " + p.first("X-SERVICE-TYPE") + " " + c.labelOf(p))
	for t := range p.types {
		what += " " + strings.ToLower(t)
	}
	account = strings.TrimPrefix(account, "//")
	switch {
	case strings.Contains(what, "wechat"), strings.Contains(what, "weixin"), strings.Contains(what, "微信"):
		d.set("wechat", account)
	case strings.Contains(what, "qq"):
		d.note("QQ", account)
	case account != "":
		d.note(strings.TrimSpace(scheme), account)
	}
}

// labelOf is the name that Apple gives a property in a line of its own.
func (c *vcard) labelOf(p property) string {
	for _, other := range c.properties {
		if p.group != "" && other.group == p.group && other.name == "X-ABLABEL" {
			return other.text()
		}
	}
	return ""
}

// fullName is FN, or N put together.
func (c *vcard) fullName() string {
	if name := c.value("FN"); name != "" {
		return name
	}
	for _, p := range c.properties {
		if p.name != "N" {
			continue
		}
		n := append(parts(p.value, ';'), "", "", "", "", "")
		for i := range n {
			n[i] = model.Clean(n[i])
		}
		family, given, middle, before, behind := n[0], n[1], n[2], n[3], n[4]
		if hasHan(family + given) {
			return before + family + middle + given + behind
		}
		return model.Clean(strings.Join([]string{before, given, middle, family, behind}, " "))
	}
	return ""
}

func hasHan(text string) bool {
	return strings.ContainsFunc(text, func(r rune) bool { return unicode.Is(unicode.Han, r) })
}

func sameName(a, b string) bool { return folded(a) == folded(b) }

// address puts an address together: a Chinese one from the large to the small.
func address(p property) string {
	a := append(parts(p.value, ';'), "", "", "", "", "", "", "")
	for i := range a {
		a[i] = model.Clean(a[i])
	}
	box, flat, street, city, region, code, country := a[0], a[1], a[2], a[3], a[4], a[5], a[6]
	if hasHan(street + city + region) {
		if country == "中国" || strings.EqualFold(country, "China") {
			country = ""
		}
		if strings.HasPrefix(street, region) && region != "" {
			region = ""
		}
		if strings.HasPrefix(street, city) && city != "" {
			city = ""
		}
		return model.Clean(country + region + city + street + flat + box + " " + code)
	}
	var kept []string
	for _, part := range []string{box, flat, street, city, strings.TrimSpace(region + " " + code), country} {
		if part != "" {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ", ")
}

// What a draft takes of a card.

func (d *draft) set(code, text string) {
	if d.values[code] == "" {
		d.values[code] = text
	}
}

func (d *draft) join(code, text string) {
	if text = strings.TrimSpace(text); text != "" {
		d.values[code] = joined(heading{recordCustomer, code}, d.values[code], text)
	}
}

// firstOr keeps the first value of a field that takes one, and others in the
// remark.
func (d *draft) firstOr(code, text string) {
	switch {
	case text == "" || d.values[code] == text:
	case d.values[code] == "":
		d.values[code] = text
	default:
		d.note(label.Field(recordCustomer, code, label.ZH), text)
	}
}

// note keeps in the remark what has no field.
func (d *draft) note(name, text string) {
	if text = strings.TrimSpace(text); text == "" {
		return
	}
	if name == "QQ" {
		d.join("remark", name+" "+text)
		return
	}
	d.join("remark", strings.TrimPrefix(name+":"+text, ":"))
}
