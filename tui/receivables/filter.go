package receivables

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/i18n"
	"genjin/tui/kit"
)

// filter is what the lists are narrowed down to, and their order.
type filter struct {
	text string // searched for

	customer model.Customer // of one customer only
	debt     []model.Filter // on model.ReceivableColumns
	debtSort string
	debtDesc bool

	payment     []model.Filter // on model.PaymentFields
	paymentSort string
	paymentDesc bool
}

// debts is what a list of receivables asks for.
func (f *filter) debts(open bool) model.ReceivableQuery {
	return model.ReceivableQuery{Customer: f.customer.ID, Search: f.text, Open: open, Filters: f.debt, Sort: f.debtSort, Desc: f.debtDesc}
}

// payments is what the list of payments asks for.
func (f *filter) payments() model.PaymentQuery {
	return model.PaymentQuery{Customer: f.customer.ID, Search: f.text, Filters: f.payment, Sort: f.paymentSort, Desc: f.paymentDesc}
}

// ofPayments reports whether the shown section lists payments.
func (s *Screen) ofPayments() bool { return s.section == payments }

// narrowed reports whether the shown section is.
func (s *Screen) narrowed() bool {
	f := &s.filter
	switch s.section {
	case due, all:
		return f.customer.ID != 0 || len(f.debt) > 0
	case payments:
		return f.customer.ID != 0 || len(f.payment) > 0
	}
	return false
}

// filterWords says what the shown section is narrowed down to.
func (s *Screen) filterWords() string {
	var parts []string
	if s.filter.customer.ID != 0 {
		parts = append(parts, s.filter.customer.Name)
	}
	list, record := s.filter.debt, "receivable"
	if s.ofPayments() {
		list, record = s.filter.payment, "payment"
	}
	for _, f := range list {
		parts = append(parts, s.conditionWords(record, f))
	}
	return strings.Join(parts, ", ")
}

func (s *Screen) conditionWords(record string, f model.Filter) string {
	l, w := s.words.Lang, s.words.Owed
	switch f.Field {
	case "bucket":
		n, _ := s.set.Buckets().ByCode(f.Value)
		return label.Bucket(s.set.Buckets(), n, l)
	case "currency":
		return f.Value
	case "disputed", "verified":
		if f.Op == model.OpEmpty {
			return label.Field(record, f.Field, l) + " " + w.No
		}
		return label.Field(record, f.Field, l)
	}
	return label.Option(record, f.Field, f.Value, l)
}

// find reads the list of what is searched for now.
func (s *Screen) find(text string) tea.Cmd {
	s.filter.text = text
	return s.narrow()
}

// searches says which of the sections share a search: the lists of receivables
// one, the payments another.
func (s *Screen) searches(at section) string {
	switch at {
	case due, all:
		return "debts"
	case payments:
		return "payments"
	}
	return ""
}

func (s *Screen) searchHint() string {
	if s.ofPayments() {
		return s.words.Owed.SearchPayments
	}
	return s.words.Owed.SearchHint
}

// dropSearch gives the whole lists back when another section is looked at.
func (s *Screen) dropSearch() {
	if s.filter.text == "" {
		return
	}
	s.filter.text = ""
	s.due.renew()
	s.all.renew()
	s.payments.renew()
}

// narrow reads the lists anew after the search, the filter or the order
// changed.
func (s *Screen) narrow() tea.Cmd {
	s.due.renew()
	s.all.renew()
	s.payments.renew()
	s.setEmpty()
	s.arrange()
	return s.refresh()
}

func (s *Screen) startTyping() tea.Cmd {
	cmd := tea.Cmd(nil)
	if s.searches(s.section) == "" {
		cmd = s.turnTo(due)
	}
	s.open = false
	s.search.Start()
	return cmd
}

func (s *Screen) clearFilter() tea.Cmd {
	s.filter = filter{text: s.filter.text, debtSort: s.filter.debtSort, debtDesc: s.filter.debtDesc, paymentSort: s.filter.paymentSort, paymentDesc: s.filter.paymentDesc}
	return s.narrow()
}

// showOf lists a customer's receivables.
func (s *Screen) showOf(id int64, name string) tea.Cmd {
	s.filter.customer, s.filter.debt = model.Customer{Meta: model.Meta{ID: id}, Name: name}, nil
	s.due.renew()
	s.all.renew()
	s.payments.renew()
	return s.turnTo(all)
}

// showBucket lists what is open in a bucket of one currency.
func (s *Screen) showBucket(r bucketRow) tea.Cmd {
	s.filter.customer = model.Customer{}
	s.filter.debt = []model.Filter{{Field: "bucket", Op: model.OpIs, Value: r.name}, {Field: "currency", Op: model.OpIs, Value: r.currency}}
	s.due.renew()
	s.all.renew()
	return s.turnTo(due)
}

// askFilter is the form with the filters of the shown section; nothing chosen
// in it is everything.
func (s *Screen) askFilter() tea.Cmd {
	cmd := tea.Cmd(nil)
	if s.searches(s.section) == "" {
		cmd = s.turnTo(due)
	}
	w := s.words.Owed
	title, list := w.FilterTitle, s.debtFilters()
	if s.ofPayments() {
		title, list = w.FilterPayments, s.paymentFilters()
	}
	list = append(list, kit.Field{Code: "customer", Label: w.Customer, Value: s.filter.customer.Name, Placeholder: s.words.Journal.CustomerHint, MaxLen: 60})
	var p *kit.Prompt
	p = kit.NewPrompt(s.env, title, list, func(values map[string]string) tea.Cmd { return s.findCustomer(p, values) })
	return tea.Batch(cmd, kit.Open(p))
}

// now is the value that a condition on a field has.
func now(list []model.Filter, field string) string {
	for _, f := range list {
		switch {
		case f.Field != field:
		case f.Op == model.OpFilled:
			return "yes"
		case f.Op == model.OpEmpty:
			return "no"
		default:
			return f.Value
		}
	}
	return ""
}

func (s *Screen) anyOf(field kit.Field) kit.Field {
	field.Kind, field.Optional, field.Check = kit.ChoiceField, false, nil
	field.Options = append([]kit.Option{{Label: s.words.Owed.AnyValue}}, field.Options...)
	return field
}

func (s *Screen) yesNo(record, code, value string) kit.Field {
	w := s.words.Owed
	return s.anyOf(kit.Field{Code: code, Label: label.Field(record, code, s.words.Lang), Value: value, Options: []kit.Option{{Code: "yes", Label: w.Yes}, {Code: "no", Label: w.No}}})
}

func (s *Screen) options(record, code string, codes []string, value string, name func(string) string) kit.Field {
	f := kit.Field{Code: code, Label: label.Field(record, code, s.words.Lang), Value: value}
	for _, c := range codes {
		f.Options = append(f.Options, kit.Option{Code: c, Label: name(c)})
	}
	return s.anyOf(f)
}

func (s *Screen) debtFilters() []kit.Field {
	l, b := s.words.Lang, s.set.Buckets()
	status, _ := model.ReceivableView.Spec("status", model.AsOf{})
	kind, _ := model.ReceivableFields.ByCode("kind")
	option := func(code string) func(string) string {
		return func(c string) string { return label.Option("receivable", code, c, l) }
	}
	return []kit.Field{
		s.options("receivable", "status", status.Options, now(s.filter.debt, "status"), option("status")),
		s.options("receivable", "bucket", b.Codes(), now(s.filter.debt, "bucket"), func(c string) string {
			n, _ := b.ByCode(c)
			return label.Bucket(b, n, l)
		}),
		s.options("receivable", "kind", kind.Options, now(s.filter.debt, "kind"), option("kind")),
		s.yesNo("receivable", "disputed", now(s.filter.debt, "disputed")),
		s.currencies("receivable", now(s.filter.debt, "currency")),
	}
}

func (s *Screen) paymentFilters() []kit.Field {
	method, _ := model.PaymentFields.ByCode("method")
	return []kit.Field{
		s.options("payment", "method", method.Options, now(s.filter.payment, "method"), func(c string) string { return label.Option("payment", "method", c, s.words.Lang) }),
		s.yesNo("payment", "verified", now(s.filter.payment, "verified")),
		s.currencies("payment", now(s.filter.payment, "currency")),
	}
}

// currencies offers those that something is open in, and the one chosen.
func (s *Screen) currencies(record, value string) kit.Field {
	var codes []string
	for _, t := range s.aging.Totals {
		codes = append(codes, t.Currency)
	}
	f := s.options(record, "currency", codes, value, func(c string) string { return c })
	if value != "" && !strings.Contains(strings.Join(codes, " "), value) {
		f.Options = append(f.Options, kit.Option{Code: value, Label: value})
	}
	return f
}

// customerFound is the customer of the filter form, as typed.
type customerFound struct {
	screen   *Screen
	prompt   *kit.Prompt
	values   map[string]string
	customer model.Customer
	err      error
}

// findCustomer looks for the customer that the form names, if it names one.
func (s *Screen) findCustomer(p *kit.Prompt, values map[string]string) tea.Cmd {
	m := customerFound{screen: s, prompt: p, values: values}
	text := model.Clean(values["customer"])
	switch text {
	case "":
		return kit.Cmd(m)
	case s.filter.customer.Name:
		m.customer = s.filter.customer
		return kit.Cmd(m)
	}
	return func() tea.Msg {
		m.customer, m.err = s.store.Resolve(context.Background(), text)
		return m
	}
}

// takeCustomer narrows the list down, or says that there is no such customer.
func (s *Screen) takeCustomer(m customerFound) tea.Cmd {
	if m.screen != s {
		return nil
	}
	if m.err != nil {
		m.prompt.Form.SetError("customer", i18n.Explain(s.words, m.err))
		return nil
	}
	var list []model.Filter
	for _, code := range []string{"status", "bucket", "kind", "method", "currency", "disputed", "verified"} {
		switch value := m.values[code]; {
		case value == "":
		case value == "yes":
			list = append(list, model.Filter{Field: code, Op: model.OpFilled})
		case value == "no":
			list = append(list, model.Filter{Field: code, Op: model.OpEmpty})
		default:
			list = append(list, model.Filter{Field: code, Op: model.OpIs, Value: value})
		}
	}
	s.filter.customer = m.customer
	cmds := []tea.Cmd{}
	if s.ofPayments() {
		s.filter.payment = list
	} else {
		s.filter.debt = list
		if now(list, "status") == string(model.OwePaid) && s.section == due {
			s.section = all // what is open is never paid
		}
	}
	s.open = false
	cmds = append(cmds, s.narrow())
	return kit.Close(m.prompt, tea.Batch(cmds...))
}

// Orders of the lists, by the codes of their columns.
var (
	debtOrders    = []string{"due_on", "days_late", "balance", "amount", "customer", "status", "invoiced_on", "chased_on"}
	paymentOrders = []string{"received_on", "amount", "allocated", "method", "receipt_no"}
)

// askOrder asks what the list is ordered by; the same again turns it round.
func (s *Screen) askOrder() tea.Cmd {
	cmd := tea.Cmd(nil)
	if s.searches(s.section) == "" {
		cmd = s.turnTo(due)
	}
	w, f := s.words.Owed, &s.filter
	record, codes, by, desc := "receivable", debtOrders, &f.debtSort, &f.debtDesc
	if s.ofPayments() {
		record, codes, by, desc = "payment", paymentOrders, &f.paymentSort, &f.paymentDesc
	}
	var menu []kit.Action
	for _, code := range codes {
		name := label.Field(record, code, s.words.Lang)
		if code == "customer" {
			name = w.Customer
		}
		if code == *by {
			name += " " + map[bool]string{false: w.Ascending, true: w.Descending}[*desc]
		}
		menu = append(menu, kit.Action{ID: "sort." + code, Name: name, Do: func() tea.Cmd {
			*desc = code == *by && !*desc
			*by = code
			return s.narrow()
		}})
	}
	return tea.Batch(cmd, kit.Open(kit.NewMenu(s.env, w.Sort, menu)))
}

// setEmpty says what would fill the empty lists.
func (s *Screen) setEmpty() {
	w := s.words.Owed
	debts, paid := w.NothingOpen, w.NoPayments
	if !s.some {
		debts = w.None
	}
	s.all.table.SetEmpty(w.None)
	switch {
	case s.filter.text != "":
		debts = fmt.Sprintf(w.NotFound, s.filter.text)
		paid = debts
		s.all.table.SetEmpty(debts)
	case s.narrowed():
		debts = fmt.Sprintf(w.NothingLeft, s.filterWords())
		paid = debts
		s.all.table.SetEmpty(debts)
	}
	s.due.table.SetEmpty(debts)
	s.payments.table.SetEmpty(paid)
	s.lines.table.SetEmpty(w.NothingOpen)
	s.buckets.SetEmpty(w.NothingOpen)
	s.promises.table.SetEmpty(w.NoPromises)
}
