package files

import (
	"slices"
	"strconv"

	"genjin/model"
	"genjin/model/label"
)

// Orders are orders to be written as a list, a row a line, as they stood on
// the day.
type Orders struct {
	All    []model.OrderOf // with their lines
	Lang   label.Lang
	Phones Apart
}

// The columns of the list: before the lines, of a line, behind them.
var (
	orderLead    = []heading{orderNo, customerName, orderedOn, promisedOn, orderStatus}
	orderColumns = headings(recordLine, "product", "name", "spec", "colour", "unit", "quantity", "returned",
		"unit_price", "discount", "amount")
	orderTail = slices.Concat(headings(recordOrder, "total", "currency", "collected", "terms", "salesperson",
		"project_id", "quoted_on", "contract_no", "signed_on", "reserved_on", "reserved_until",
		"review", "approved_by", "approved_on", "approved_reason", "limit_reason", "confirmed_on"),
		headings(recordNode, string(model.NodeReview), string(model.NodePrepare), string(model.NodeProduce)),
		headings(recordOrder, "carrier", "waybill", "vehicle", "eta", "ship_reason", "shipped_on", "shipped", "received_on", "received_by",
			"accepted_on", "reconciled_on", "invoiced_on", "invoice_no", "invoiced",
			"closed_on", "cancelled_on", "cancelled_reason", "changes"), headings(recordOrder, orderRest...),
		headings(recordOrder, "remark"))
	// What a person fills in and stands nowhere else.
	orderRest = model.OrderFields.Rest("order_no", "ordered_on", "quoted_on", "promised_on", "currency", "terms", "salesperson",
		"contract_no", "signed_on", "carrier", "waybill", "vehicle", "eta", "received_by", "accepted_on", "invoice_no", "remark")
)

func headings(record string, codes ...string) []heading {
	list := make([]heading, len(codes))
	for i, code := range codes {
		list[i] = heading{record, code}
	}
	return list
}

// Grid is the list with headers and values in words; the order's own values are
// repeated on each of its lines.
func (k Orders) Grid() Grid {
	g := Grid{Title: label.Document(model.DocumentOrders, k.Lang), Lang: k.Lang.String(), Amounts: map[int]bool{}}
	columns := slices.Concat(orderLead, orderColumns, orderTail)
	for n, h := range columns {
		g.Headers = append(g.Headers, label.Field(h.record, h.code, k.Lang))
		g.Amounts[n] = model.FieldOf(h.record, h.code).Kind == model.KindAmount
	}
	var whose []int64
	for i := range k.All {
		o := &k.All[i]
		lines := o.LineList
		if len(lines) == 0 {
			lines = []model.OrderLine{{}}
		}
		for n := range lines {
			row := make([]string, len(columns))
			for c, h := range columns {
				row[c] = k.cell(o, &lines[n], h)
			}
			g.Rows, whose = append(g.Rows, row), append(whose, o.CustomerID)
		}
	}
	k.Phones.addTo(&g, callOf(false, k.Lang), k.Lang, func(row int) int64 { return whose[row] })
	return g
}

// cell is a value of an order or one of its lines.
func (k Orders) cell(o *model.OrderOf, l *model.OrderLine, h heading) string {
	switch h.record {
	case recordCustomer:
		return o.Customer
	case recordNode:
		return string(o.Nodes.Of(model.Node(h.code)).DoneOn)
	case recordLine:
		f, _ := model.OrderLineFields.ByCode(h.code)
		if (h.code == "unit_price" || h.code == "amount") && l.ID != 0 {
			return model.Money{Amount: *f.Ptr(l).(*int64), Currency: o.Currency}.String() // a gift costs 0
		}
		return moneyText(h.record, f.Spec, f.Get(l), o.Currency, k.Lang)
	}
	switch h {
	case orderProject:
		return o.Project
	case orderChanges:
		return label.ChangeLines(o, model.AsOf{}, k.Lang)
	}
	f, _ := model.OrderFields.ByCode(h.code)
	return moneyText(h.record, f.Spec, f.Get(&o.Order), o.Currency, k.Lang)
}

// moneyText is a value in words; an amount is a plain number.
func moneyText(record string, spec model.Spec, value, currency string, l label.Lang) string {
	if spec.Kind == model.KindAmount && value != "" {
		n, _ := strconv.ParseInt(value, 10, 64)
		return model.Money{Amount: n, Currency: currency}.String()
	}
	return label.Show(record, spec, value, currency, l)
}
