package orders

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/fields"
	"genjin/tui/i18n"
	"genjin/tui/kit"
)

// filter is what the lists of orders are narrowed down to, and their order.
type filter struct {
	text     string // searched for
	status   model.OrderStatus
	node     model.Node
	late     bool
	from, to model.Date
	customer model.Customer // of one customer only
	sort     string
	desc     bool
}

// query is what the list of a section asks for.
func (s *Screen) query(at section) model.OrderQuery {
	f := &s.filter
	q := model.OrderQuery{
		Search: f.text, Status: f.status, Node: f.node, Late: f.late, From: f.from, To: f.to, Customer: f.customer.ID, Sort: f.sort, Desc: f.desc,
	}
	if s.section == products {
		q.Search = ""
	}
	switch at {
	case open:
		q.Open = true
	case transit:
		q.InTransit = true
		if q.Sort == "" {
			q.Sort = "eta"
		}
	case byStatus:
		if q.Sort == "" {
			q.Sort = "status"
		}
	case all:
		if q.Sort == "" {
			q.Sort, q.Desc = "ordered_on", true
		}
	}
	return q
}

// narrowed reports whether the shown section is.
func (s *Screen) narrowed() bool {
	f := &s.filter
	return s.section != products && (f.status != "" || f.node != "" || f.late || f.from != "" || f.to != "" || f.customer.ID != 0)
}

// filterWords says what the lists are narrowed down to.
func (s *Screen) filterWords() string {
	f, l, w := &s.filter, s.words.Lang, s.words.Orders
	var parts []string
	add := func(text string) {
		if text != "" {
			parts = append(parts, text)
		}
	}
	add(f.customer.Name)
	if f.status != "" {
		add(label.OrderStatus(f.status, l))
	}
	if f.node != "" {
		add(label.Node(f.node, l))
	}
	if f.late {
		add(w.LateOnly)
	}
	if f.from != "" || f.to != "" {
		add(strings.TrimSpace(brief(orOpen(f.from), s.today) + " - " + brief(orOpen(f.to), s.today)))
	}
	return strings.Join(parts, ", ")
}

func orOpen(d model.Date) model.Date {
	if d == "" {
		return "  "
	}
	return d
}

// find reads the list of what is searched for now.
func (s *Screen) find(text string) tea.Cmd {
	s.filter.text = text
	return s.narrow()
}

func (s *Screen) searchHint() string {
	if s.section == products {
		return s.words.Orders.SearchProducts
	}
	return s.words.Orders.SearchHint
}

// narrow reads the lists anew after the search, the filter or the order
// changed.
func (s *Screen) narrow() tea.Cmd {
	s.markNew()
	s.setEmpty()
	s.arrange()
	return s.refresh()
}

func (s *Screen) startTyping() tea.Cmd {
	s.opened = false
	s.search.Start()
	return nil
}

func (s *Screen) clearFilter() tea.Cmd {
	s.filter = filter{text: s.filter.text, sort: s.filter.sort, desc: s.filter.desc}
	return s.narrow()
}

// askFilter is the form with the filters; nothing chosen in it is everything.
func (s *Screen) askFilter() tea.Cmd {
	cmd := tea.Cmd(nil)
	if s.section == products {
		cmd = s.turnTo(open)
	}
	w, l, f := s.words.Orders, s.words.Lang, &s.filter
	status := []kit.Option{{Label: w.AnyValue}}
	for _, o := range model.OrderStatuses {
		status = append(status, kit.Option{Code: string(o), Label: label.OrderStatus(o, l)})
	}
	node := []kit.Option{{Label: w.AnyValue}}
	for _, n := range model.Nodes {
		node = append(node, kit.Option{Code: string(n), Label: label.Node(n, l)})
	}
	late := ""
	if f.late {
		late = "1"
	}
	from, to := s.dayField("from", w.FromDay, f.from), s.dayField("to", w.ToDay, f.to)
	from.Half = true
	var p *kit.Prompt
	p = kit.NewPrompt(s.env, w.FilterTitle, []kit.Field{
		{Code: "status", Label: label.Field("customer_order", "status", l), Kind: kit.ChoiceField, Options: status, Value: string(f.status)},
		{Code: "node", Label: label.Field("customer_order", "next_node", l), Kind: kit.ChoiceField, Options: node, Value: string(f.node)},
		{Code: "late", Label: w.LateOnly, Kind: kit.ChoiceField, Options: []kit.Option{{Label: w.AnyValue}, {Code: "1", Label: w.Yes}}, Value: late},
		from, to,
		{Code: "customer", Label: w.Customer, Value: f.customer.Name, Placeholder: s.words.Journal.CustomerHint, MaxLen: 60},
	}, func(values map[string]string) tea.Cmd { return s.findCustomer(p, values) })
	return tea.Batch(cmd, kit.Open(p))
}

func daySpec(code string) model.Spec { return model.Spec{Code: code, Kind: model.KindDate} }

func (s *Screen) dayField(code, name string, d model.Date) kit.Field {
	field := fields.Of("customer_order", daySpec(code), string(d), s.fieldEnv())
	field.Label = name
	return field
}

func (s *Screen) fieldEnv() fields.Env { return fields.Env{Lang: s.words.Lang, Today: s.store.Today()} }

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

// takeCustomer narrows the lists down, or says what can't be.
func (s *Screen) takeCustomer(m customerFound) tea.Cmd {
	if m.screen != s {
		return nil
	}
	if m.err != nil {
		m.prompt.Form.SetError("customer", i18n.Explain(s.words, m.err))
		return nil
	}
	from, errFrom := fields.Read("customer_order", daySpec("from"), m.values["from"], s.fieldEnv())
	to, errTo := fields.Read("customer_order", daySpec("to"), m.values["to"], s.fieldEnv())
	switch {
	case errFrom != nil || errTo != nil:
		return nil // the field says why
	case to != "" && to < from:
		m.prompt.Form.SetError("to", s.words.Journal.Backwards)
		return nil
	}
	f := &s.filter
	f.status, f.node, f.late = model.OrderStatus(m.values["status"]), model.Node(m.values["node"]), m.values["late"] != ""
	f.from, f.to, f.customer = model.Date(from), model.Date(to), m.customer
	if s.section == open && (f.status == model.OrderClosed || f.status == model.OrderCancelled) {
		s.section = all // what is open never is
	}
	s.opened = false
	return kit.Close(m.prompt, s.narrow())
}

// sorts are the orders of the lists, by the codes of their columns.
var sorts = []string{"promised_on", "days_late", "next_on", "ordered_on", "customer", "status", "total", "outstanding", "eta", "order_no"}

// askOrder asks what the lists are ordered by; the same again turns it round.
func (s *Screen) askOrder() tea.Cmd {
	cmd := tea.Cmd(nil)
	if s.section == products {
		cmd = s.turnTo(open)
	}
	w, f := s.words.Orders, &s.filter
	var menu []kit.Action
	for _, code := range sorts {
		name := label.Field("customer_order", code, s.words.Lang)
		if code == "customer" {
			name = w.Customer
		}
		if code == f.sort {
			name += " " + map[bool]string{false: w.Ascending, true: w.Descending}[f.desc]
		}
		menu = append(menu, kit.Action{ID: "sort." + code, Name: name, Do: func() tea.Cmd {
			f.desc = code == f.sort && !f.desc || code != f.sort && (code == "days_late" || code == "total" || code == "outstanding")
			f.sort = code
			return s.narrow()
		}})
	}
	return tea.Batch(cmd, kit.Open(kit.NewMenu(s.env, w.Sort, menu)))
}

// setEmpty says what would fill the empty lists.
func (s *Screen) setEmpty() {
	w := s.words.Orders
	texts := [products]string{open: w.NothingOpen, byStatus: w.None, transit: w.NothingOnTheWay, all: w.None}
	if !s.head.some {
		texts[open] = w.None
	}
	goods := w.NoProducts
	for at := range texts {
		switch {
		case s.filter.text != "":
			texts[at] = fmt.Sprintf(w.NotFound, s.filter.text)
		case s.narrowed():
			texts[at] = fmt.Sprintf(w.NothingLeft, s.filterWords())
		}
		s.lists[at].SetEmpty(texts[at])
	}
	if s.filter.text != "" {
		goods = fmt.Sprintf(w.NotFound, s.filter.text)
	}
	s.products.SetEmpty(goods)
}
