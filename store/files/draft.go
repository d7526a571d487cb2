package files

import (
	"errors"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

// draft is one customer as the cells say it, before anything is understood.
type draft struct {
	sheet      string
	row        int
	values     map[string]string // customer field = the cell's text
	cells      []string
	more       [][]string // rows that go on with it and hold no record of their own
	entries    []entryDraft
	items      []itemDraft
	unread     unread // what no field was found for
	known      bool   // the customer is only named
	nick       string // of a vCard's person
	short      string // 110, *86: no phone
	guessed    bool   // the name is a nickname, an address or a number
	company    bool   // the name stands under a header of companies
	role       string // of a vCard's person, as the department
	department string
	err        error // why it can't be taken whatever it says
}

// itemDraft is another record of the customer as the cells say it.
type itemDraft struct {
	record string
	row    int
	values map[string]string
	cells  []string
}

// entryDraft is one journal row as the cells say it.
type entryDraft struct {
	row    int
	values map[string]string
	cells  []string
	unread unread
}

// holds reports whether a row further down gave the customer a record.
func (d *draft) holds(row int) bool {
	return slices.ContainsFunc(d.entries, func(e entryDraft) bool { return e.row == row }) ||
		slices.ContainsFunc(d.items, func(it itemDraft) bool { return it.row == row })
}

// workedOut are fields that the program works out from the journal and the
// other fields: a file may show them, they aren't read.
var workedOut = []string{"last_on", "attempts", "regrade_on"}

// propose understands a draft. What can't be taken is in the proposal's errors.
func (r *reader) propose(d draft) model.Proposal {
	p := model.Proposal{Sheet: d.sheet, Row: d.row, Cells: d.cells, More: d.more, Known: d.known}
	c := &p.Customer
	dates := r.datesOf(d.values)
	errs := []error{d.err}
	take := func(code string) {
		f, ok := model.CustomerFields.ByCode(code)
		text := d.values[code]
		if !ok || slices.Contains(workedOut, code) || isNothing(f.Spec, text) {
			return
		}
		if err := r.take(&p, f.Spec, text, dates); err != nil {
			errs = append(errs, err)
		} else if f.Get(c) != "" {
			p.Given = append(p.Given, code)
		}
	}
	take("currency") // amounts are read in it
	if c.Currency == "" {
		var sums lender
		sums.look(recordCustomer, model.CustomerFields.Specs(), func(h heading) string { return d.values[h.code] })
		if c.Currency = sums.lends(&p.Naming); c.Currency != "" {
			p.Given = append(p.Given, "currency")
		}
	}
	for _, f := range model.CustomerFields {
		if f.Code != "currency" {
			take(f.Code)
		}
	}
	if strings.TrimSpace(d.values["name"]) == "" && !(d.known && c.Phones != "") && d.err == nil {
		errs = append(errs, model.At("name", model.Refuse(model.RefusedRequired)))
	}
	filled := c.FilledOn
	if c.FilledOn == "" {
		c.FilledOn = r.opt.Today
	}
	if d.company && model.Clean(d.values["kind"]) == "" {
		c.Kind = model.Company
		c.Inferred = model.ListOf(append(c.Inferred.Items(), "kind")...)
	}
	infer(c, d.values)
	p.Given = settleLost(c, p.Given, d.values)
	if d.guessed {
		c.Inferred = model.ListOf(append(c.Inferred.Items(), "name")...)
	}
	p.Err = errors.Join(errs...)
	p.Items = r.items(d)
	last := filled
	for _, e := range d.entries {
		pe := r.entry(e, filled, last)
		if pe.Entry.At != "" && filled == "" {
			last = pe.Entry.At.Date()
		}
		p.Entries = append(p.Entries, pe)
	}
	return p
}

// take reads one field's text into the proposal.
func (r *reader) take(p *model.Proposal, spec model.Spec, text string, dates rowDates) error {
	c := &p.Customer
	switch {
	case spec.Code == "referrer":
		p.Referrer = model.Clean(text)
		return nil
	case spec.Code == "campaign":
		p.Campaign = model.Clean(text)
		return nil
	case spec.Code == "currency":
		return setCurrency(c, text)
	case spec.Code == "inferred":
		c.Inferred = readCodes(text)
		return nil
	case spec.Code == "phones":
		return setPhones(c, text)
	case spec.Kind == model.KindChoice:
		text = chosen(recordCustomer, spec, text)
		if spec.Code == "gender" && bracketless.MatchString(text) {
			text = bracketless.FindStringSubmatch(text)[1]
		}
	}
	if isAnswer(spec) {
		text = answered(text)
	}
	if spec.Kind == model.KindAmount {
		n, err := sum(spec, text, &c.Currency, &p.Naming)
		if f, _ := model.CustomerFields.ByCode(spec.Code); err == nil {
			*f.Ptr(c).(*int64) = n
		}
		return err
	}
	if spec.Kind == model.KindDate && model.IsVagueDay(text) {
		addRemark(c, label.Field(recordCustomer, spec.Code, label.ZH)+":"+model.Clean(text))
		return nil
	}
	ref, bias := dates.reference(spec.Code)
	return label.Set(recordCustomer, model.CustomerFields, spec.Code, c, text, ref, bias)
}

// bracketless is 男 of 男(先生).
var bracketless = pattern.Of(`^\s*(男|女)性?\s*(?:[(（].*)?$`)

// Words for a value that isn't there.
var (
	nothing        = []string{"/", "\\", "-", "--", "---", "—", "——", "n/a", "na", "#n/a", "null", "none", "nil", "暂无", "不详", "?", "？", "…"}
	unknownWords   = []string{"未知", "不详", "unknown", "未注明", "保密"}
	nothingInValue = []string{"无", "没有", "未知", "未填", "未留"}
)

// isNothing tells that a cell holds no value: it is empty, or says so.
func isNothing(spec model.Spec, text string) bool {
	text = strings.ToLower(model.Clean(text))
	if text == "" {
		return true
	}
	if spec.Kind == model.KindChoice {
		if _, ok := label.ReadOption(recordCustomer, spec.Code, text); ok {
			return false // 无 is a need
		}
		return slices.Contains(unknownWords, text) || slices.Contains(nothing, text)
	}
	if slices.Contains(nothing, text) && spec.Kind != model.KindNote {
		return true
	}
	switch spec.Kind {
	case model.KindPhones, model.KindDate, model.KindBirthday, model.KindNumber, model.KindAmount, model.KindMoment:
		return slices.Contains(nothingInValue, text)
	}
	return slices.Contains([]string{"wechat", "email", "referrer", "campaign"}, spec.Code) && slices.Contains(nothingInValue, text)
}

// setCurrency reads a currency by code, sign or name.
func setCurrency(c *model.Customer, text string) error {
	m, err := model.ParseAmount("1 "+model.Clean(text), "")
	if err != nil {
		return model.At("currency", model.Refuse(model.RefusedCurrency, model.Clean(text)))
	}
	c.Currency = m.Currency
	return nil
}

// readCodes reads a list of fields' names.
func readCodes(text string) model.List {
	var codes []string
	for _, name := range strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",，、\n", r) }) {
		if code, ok := label.ReadHeader(recordCustomer, name); ok {
			codes = append(codes, code)
		}
	}
	return model.ListOf(codes...)
}

var (
	phoneNote = pattern.Of(`[(（][^0-9()（）]*[)）]`)
	phoneName = pattern.Of(`(?i)(手机号码|手机号|手机|电话|座机|固话|宅电|办公|公司|家里|家|微信同号|微信|mobile|phone|tel|cell)\s*[:：]?`)
)

// phoneAlone is a number among words, with its extension.
var phoneAlone = pattern.Of(`(?i)\+?\d[\d -]{5,}\d(?:\s*(?:转|分机|ext\.?|-)\s*\d+)?`)

// amongWords are the numbers of a text that has words before or behind them, and
// no other figures: 张三13900001145.
func amongWords(text string) string {
	text = model.HalfWidth(text)
	if strings.ContainsAny(phoneAlone.ReplaceAllString(text, ""), "0123456789@") {
		return ""
	}
	return strings.Join(phoneAlone.FindAllString(text, -1), "\n")
}

// isPhones sets phones and answers whether the text is nothing else.
func isPhones(c *model.Customer, text string) bool {
	return label.Set(recordCustomer, model.CustomerFields, "phones", c, text, "", model.Past) == nil && c.Phones != ""
}

// setPhones reads phones. Words beside a number (张经理, 微信同号) aren't part of
// it; the cell is then kept whole in the remark, so that they aren't lost.
func setPhones(c *model.Customer, text string) error {
	err := label.Set(recordCustomer, model.CustomerFields, "phones", c, text, "", model.Past)
	if err == nil {
		return nil
	}
	bare := phoneName.ReplaceAllString(phoneNote.ReplaceAllString(text, " "), " ")
	if !isPhones(c, bare) && !isPhones(c, amongWords(bare)) {
		return err
	}
	if strings.Contains(text, "微信同号") && c.WeChat == "" && len(c.Phones.Items()) == 1 {
		c.WeChat = string(c.Phones)
	}
	addRemark(c, label.Field(recordCustomer, "phones", label.ZH)+":"+model.Clean(text))
	return nil
}

func addRemark(c *model.Customer, line string) {
	if c.Remark != "" {
		line = c.Remark + "\n" + line
	}
	c.Remark = line
}

// rowDates are the days from which a row's dates without a year are reckoned.
type rowDates struct {
	today, filled, other model.Date
}

// datesOf finds the dates of a card that are written with their year.
func (r *reader) datesOf(values map[string]string) rowDates {
	d := rowDates{today: r.opt.Today}
	for _, f := range model.CustomerFields {
		if f.Kind != model.KindDate || f.Kept {
			continue
		}
		whole := wholeDate(values[f.Code], r.opt.Today)
		switch {
		case whole == "":
		case f.Code == "filled_on":
			d.filled = whole
		case d.other == "":
			d.other = whole
		}
	}
	return d
}

// wholeDate is a date written with its year; "" for others.
func wholeDate(text string, today model.Date) model.Date {
	if _, err := model.ParseDate(text, "", model.Nearest); err != nil || strings.TrimSpace(text) == "" {
		return ""
	}
	d, _ := model.ParseDate(text, today, model.Nearest)
	return d
}

// reference is how the year of a field's date is found (rule 4): nearest to
// the row's other dates; without any, what is planned lies around today and
// what has happened before it.
func (d rowDates) reference(code string) (model.Date, model.Bias) {
	switch {
	case code == "birthday":
		return d.today, model.Past
	case code != "filled_on" && d.filled != "":
		return d.filled, model.Nearest
	case d.other != "":
		return d.other, model.Nearest
	case code == "next_on" || code == "expected_on" || code == "retry_on":
		return d.today, model.Nearest
	}
	return d.today, model.Past
}

// entry understands a journal row. filled is the form's 填表日期; last, without
// one, the day of the row before.
func (r *reader) entry(d entryDraft, filled, last model.Date) model.ProposedEntry {
	p := model.ProposedEntry{Row: d.row, Cells: d.cells}
	e := &p.Entry
	var errs []error
	for _, f := range model.EntryFields {
		text := d.values[f.Code]
		if f.Code == "seq" || f.Code == "customer_id" || isNothing(f.Spec, text) {
			continue
		}
		if f.Kind == model.KindChoice {
			text = chosen(recordJournal, f.Spec, text)
		}
		if f.Kind == model.KindDate && model.IsVagueDay(text) {
			e.Remark = joined(heading{recordJournal, "remark"}, e.Remark, label.Field(recordJournal, f.Code, label.ZH)+":"+model.Clean(text))
			continue
		}
		ref, bias := r.entryReference(f.Code, d.values, filled, last)
		err := label.Set(recordJournal, model.EntryFields, f.Code, e, text, ref, bias)
		if err == nil && f.Code == "at" && e.At.Date() > r.opt.Today && wholeDate(text, r.opt.Today) == "" {
			// A journal tells what happened: the nearest such day hasn't come.
			err = label.Set(recordJournal, model.EntryFields, "at", e, text, r.opt.Today, model.Past)
		}
		if err != nil {
			errs = append(errs, err)
		}
	}
	for _, code := range []string{"at", "situation"} {
		if strings.TrimSpace(d.values[code]) == "" {
			errs = append(errs, model.At(code, model.Refuse(model.RefusedRequired)))
		}
	}
	inferEntry(e, d.values)
	p.Err = errors.Join(errs...)
	return p
}

// entryReference is how the year of a date in a journal row is found.
func (r *reader) entryReference(code string, values map[string]string, filled, last model.Date) (model.Date, model.Bias) {
	for _, other := range []string{"at", "closed_on", "set_next"} {
		if other == code {
			continue
		}
		if d := wholeDate(values[other], r.opt.Today); d != "" {
			return d, model.Nearest
		}
	}
	switch {
	case filled != "":
		return filled, model.Nearest
	case last != "":
		return last, model.Nearest
	}
	return r.opt.Today, model.Past
}
