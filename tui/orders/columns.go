package orders

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/kit"

	"genjin/tui/act"
)

func (s *Screen) setColumns() {
	for at, l := range s.lists {
		own := s.orderColumns()
		if at == transit && len(s.lens.Columns) == 0 {
			own = s.transitColumns()
		}
		l.SetColumns(ask.Columns(s.lens, label.Orders, s.asOf, own))
	}
	s.products.SetColumns(ask.Columns(s.goods, label.Products, s.asOf, s.productColumns()))
}

// showColumns shows the columns that the person chose.
func (s *Screen) showColumns() tea.Cmd {
	s.setColumns()
	return s.Look()
}

// brief is a day in few cells: 11-14, of another year 25-11-14.
func brief(d, today model.Date) string {
	if short := label.Short(string(d), today); len(short) < len("2006-01-02") {
		return short
	}
	return string(d[2:])
}

const (
	briefWidth  = 8
	numberWidth = 11
	sumWidth    = 13
)

func widest(least int, texts ...string) int {
	for _, t := range texts {
		least = max(least, kit.Width(t))
	}
	return least
}

// orderColumns are which, whose, how far, until when, how late, what is done
// and what comes next, how much, and what of it has come.
func (s *Screen) orderColumns() []kit.Column[model.OrderOf] {
	w, st, l := s.words.Orders, s.env.Styles, s.words.Lang
	status := 0
	for _, o := range model.OrderStatuses {
		status = widest(status, label.OrderStatus(o, l))
	}
	node := 0
	for _, n := range model.Nodes {
		node = widest(node, label.Node(n, l))
	}
	return []kit.Column[model.OrderOf]{
		{Code: "order_no", Title: w.No, Min: numberWidth, Max: 16, Weight: 1, Cell: func(o model.OrderOf) string { return o.OrderNo }},
		{Code: "customer_id", Title: w.Customer, Min: 7, Max: 26, Weight: 3, Cell: func(o model.OrderOf) string { return o.Customer }},
		{Code: "project_id", Title: label.Field("customer_order", "project_id", l), Min: 10, Max: 18, Weight: 1,
			Drop: 3, Cell: func(o model.OrderOf) string { return o.Project }},
		{Code: "status", Title: w.Status, Min: status, Max: status, Cell: func(o model.OrderOf) string { return label.OrderStatus(o.Status, l) },
			Style: s.statusStyle},
		{Code: "promised_on", Title: w.Promised, Min: briefWidth, Max: briefWidth, Cell: func(o model.OrderOf) string {
			return brief(o.PromisedOn, s.today)
		}},
		{Code: "days_late", Title: w.Late, Min: widest(4, w.OnDay), Max: 6, Right: true, Cell: s.lateCell, Style: s.lateStyle},
		{Code: "nodes", Title: w.Nodes, Min: len(model.Nodes), Max: len(model.Nodes), Spans: func(o model.OrderOf) []kit.Span {
			return act.OrderBar(st, o.Bar)
		}},
		{Code: "total", Title: label.Field("customer_order", "total", l), Min: sumWidth, Max: 16, Weight: 1, Right: true,
			Cell: func(o model.OrderOf) string { return label.Amount(o.Total, o.Currency) }},
		{Code: "share", Title: w.Share, Min: 4, Max: 4, Right: true, Drop: 1, Cell: shareCell},
		{Code: "next_node", Title: w.Next, Min: node + 6, Max: node + 9, Drop: 2, Cell: func(o model.OrderOf) string {
			if o.NextNode == "" {
				return ""
			}
			return strings.TrimSpace(label.Node(o.NextNode, l) + " " + brief(o.NextOn, s.today))
		}, Style: func(o model.OrderOf) *lipgloss.Style {
			if o.NextLate > 0 {
				return &st.Late
			}
			return &st.Dim
		}},
	}
}

func (s *Screen) statusStyle(o model.OrderOf) *lipgloss.Style {
	st := s.env.Styles
	switch {
	case o.Status == model.OrderCancelled || o.Status == model.OrderClosed:
		return nil
	case o.Review == model.ReviewNeeded && o.ShippedOn == "":
		return &st.Warn
	case o.Status == model.OrderDelivered:
		return &st.Good
	}
	return &st.Accent
}

// lateCell is how late the goods are, or that the next node is for today.
func (s *Screen) lateCell(o model.OrderOf) string {
	switch {
	case o.DaysLate > 0:
		return label.Late(o.DaysLate, s.words.Lang)
	case o.NextOn == s.today && o.NextNode != "":
		return s.words.Orders.OnDay
	}
	return ""
}

func (s *Screen) lateStyle(o model.OrderOf) *lipgloss.Style {
	switch {
	case o.ReceivedOn != "":
		return &s.env.Styles.Dim
	case o.DaysLate > 0:
		return &s.env.Styles.Late
	}
	return &s.env.Styles.Warn
}

func shareCell(o model.OrderOf) string {
	mille, some := o.Share()
	if !some {
		return ""
	}
	return fmt.Sprintf("%d%%", mille/10)
}

func (s *Screen) rowStyle(o model.OrderOf) *lipgloss.Style {
	if o.Status == model.OrderCancelled || o.Status == model.OrderClosed {
		return &s.env.Styles.Dim
	}
	return nil
}

// transitColumns are who carries what to whom, and when it should be there.
func (s *Screen) transitColumns() []kit.Column[model.OrderOf] {
	w, st, l := s.words.Orders, s.env.Styles, s.words.Lang
	field := func(code string) string { return label.Field("customer_order", code, l) }
	return []kit.Column[model.OrderOf]{
		{Code: "order_no", Title: w.No, Min: numberWidth, Max: 16, Weight: 1, Cell: func(o model.OrderOf) string { return o.OrderNo }},
		{Code: "customer_id", Title: w.Customer, Min: 8, Max: 26, Weight: 3, Cell: func(o model.OrderOf) string { return o.Customer }},
		{Code: "way_carrier", Title: field("carrier"), Min: 8, Max: 14, Weight: 1, Cell: func(o model.OrderOf) string { return o.WayCarrier }},
		{Code: "way_waybill", Title: field("waybill"), Min: 14, Max: 18, Weight: 1, Cell: func(o model.OrderOf) string { return o.WayWaybill }},
		{Code: "vehicle", Title: field("vehicle"), Min: 9, Max: 12, Drop: 2, Cell: func(o model.OrderOf) string { return o.Vehicle }},
		{Code: "way_on", Title: field("shipped_on"), Min: widest(briefWidth, field("shipped_on")), Max: 12,
			Drop: 1, Cell: func(o model.OrderOf) string { return brief(o.WayOn, s.today) }},
		{Code: "way_eta", Title: w.Arrives, Min: briefWidth, Max: briefWidth,
			Cell: func(o model.OrderOf) string { return brief(o.WayETA, s.today) }},
		{Code: "past", Title: w.Past, Min: 5, Max: 5, Right: true, Cell: func(o model.OrderOf) string {
			switch past := s.today.Sub(o.Arrival()); {
			case o.Arrival() == "" || past < 0:
				return ""
			case past == 0:
				return w.OnDay
			default:
				return label.Late(past, l)
			}
		}, Style: func(o model.OrderOf) *lipgloss.Style {
			if day := o.Arrival(); day != "" && day < s.today {
				return &st.Late
			}
			return &st.Warn
		}},
		{Code: "total", Title: field("total"), Min: sumWidth, Max: 16, Right: true, Drop: 3, Cell: func(o model.OrderOf) string {
			return label.Amount(o.Total, o.Currency)
		}},
	}
}

// productColumns are what it is and what it costs. The floor price is masked
// with the private data.
func (s *Screen) productColumns() []kit.Column[model.Product] {
	l := s.words.Lang
	field := func(code string) string { return label.Field("product", code, l) }
	return []kit.Column[model.Product]{
		{Code: "code", Title: field("code"), Min: 10, Max: 16, Weight: 1, Cell: func(p model.Product) string { return p.Code }},
		{Code: "name", Title: field("name"), Min: 12, Max: 28, Weight: 3, Cell: func(p model.Product) string { return p.Name }},
		{Code: "spec", Title: field("spec"), Min: 12, Max: 18, Weight: 1, Cell: func(p model.Product) string { return p.Spec }},
		{Code: "colour", Title: field("colour"), Min: 6, Max: 10, Drop: 2, Cell: func(p model.Product) string { return p.Colour }},
		{Code: "unit", Title: field("unit"), Min: 4, Max: 6, Drop: 3, Cell: func(p model.Product) string { return p.Unit }},
		{Code: "list_price", Title: field("list_price"), Min: sumWidth, Max: 16, Right: true, Cell: func(p model.Product) string {
			return price(p.ListPrice, p.Currency)
		}},
		{Code: "floor_price", Title: field("floor_price"), Min: sumWidth, Max: 16, Right: true, Cell: func(p model.Product) string {
			return s.floor(p)
		}, Style: func(model.Product) *lipgloss.Style { return &s.env.Styles.Dim }},
		{Code: "inactive", Title: "", Min: widest(4, s.words.Orders.Stopped), Drop: 1, Cell: func(p model.Product) string {
			if p.Inactive {
				return s.words.Orders.Stopped
			}
			return ""
		}},
	}
}

func price(n int64, currency string) string {
	if n == 0 {
		return ""
	}
	return label.Amount(n, currency)
}

// floor is a product's floor price, as it may be seen.
func (s *Screen) floor(p model.Product) string {
	if s.words.Private && p.FloorPrice > 0 {
		return s.words.Orders.Hidden
	}
	return price(p.FloorPrice, p.Currency)
}

func (s *Screen) productStyle(p model.Product) *lipgloss.Style {
	if p.Inactive {
		return &s.env.Styles.Dim
	}
	return nil
}
