package model

import (
	"strconv"
	"strings"
)

// The parts in which the goods of an order go out, and in which it is billed.
const (
	RowOfShipment = "shipment"
	RowOfInvoice  = "invoice"
)

// Shipment is one delivery of an order: all of it, or a part 分批 (rule 1.4). It
// names its order by the number.
type Shipment struct {
	Meta
	OrderNo    string
	CustomerID int64
	ShippedOn  Date
	Goods      string // a line of the order each with how many went out; "" = all of it
	Carrier    string
	Waybill    string
	Vehicle    string
	ETA        Date
	ReceivedOn Date
	ReceivedBy string
	ShipWhy    string // why it went out although not all that is due before was paid
	Remark     string
	Quantity   int64 // kept: what of all lines went out, in thousandths
}

// ShipmentFields is the shipment's field table.
var ShipmentFields = Fields[Shipment]{
	text("order_no", func(s *Shipment) *string { return &s.OrderNo }).required().max(60).form(1),
	ofCustomer(func(s *Shipment) *int64 { return &s.CustomerID }),
	date("shipped_on", func(s *Shipment) *Date { return &s.ShippedOn }).near().form(2),
	note("goods", func(s *Shipment) *string { return &s.Goods }).form(3),
	text("carrier", func(s *Shipment) *string { return &s.Carrier }).form(4).half(),
	text("waybill", func(s *Shipment) *string { return &s.Waybill }).form(5).half(),
	text("vehicle", func(s *Shipment) *string { return &s.Vehicle }).form(6),
	date("eta", func(s *Shipment) *Date { return &s.ETA }).near().form(7),
	date("received_on", func(s *Shipment) *Date { return &s.ReceivedOn }).near().form(8),
	text("received_by", func(s *Shipment) *string { return &s.ReceivedBy }).form(9),
	note("ship_reason", func(s *Shipment) *string { return &s.ShipWhy }).form(10).line(),
	note("remark", func(s *Shipment) *string { return &s.Remark }).form(11).line(),
	quantity("quantity", func(s *Shipment) *int64 { return &s.Quantity }).kept(),
}

// Check refuses a shipment that can't be kept, such as one that arrived before it
// went out.
func (s *Shipment) Check() error {
	if err := ShipmentFields.Check(s); err != nil {
		return err
	}
	for _, later := range []struct {
		code string
		day  Date
	}{{"eta", s.ETA}, {"received_on", s.ReceivedOn}} {
		if later.day != "" && later.day < s.ShippedOn {
			return At(later.code, Refuse(RefusedEarlier, string(later.day), string(s.ShippedOn)))
		}
	}
	return nil
}

// Invoice is one invoice of an order: over all of it, or a part (rule 1.4).
// Amount is minor units of Currency, the order's.
type Invoice struct {
	Meta
	OrderNo    string
	CustomerID int64
	InvoiceNo  string
	InvoicedOn Date
	Currency   string
	Amount     int64
	Remark     string
}

// InvoiceFields is the invoice's field table.
var InvoiceFields = Fields[Invoice]{
	text("order_no", func(i *Invoice) *string { return &i.OrderNo }).required().max(60).form(1),
	ofCustomer(func(i *Invoice) *int64 { return &i.CustomerID }),
	text("invoice_no", func(i *Invoice) *string { return &i.InvoiceNo }).form(2).half(),
	date("invoiced_on", func(i *Invoice) *Date { return &i.InvoicedOn }).near().form(3).half(),
	text("currency", func(i *Invoice) *string { return &i.Currency }).max(3).form(5),
	amount("amount", func(i *Invoice) *int64 { return &i.Amount }).form(4),
	note("remark", func(i *Invoice) *string { return &i.Remark }).form(6).line(),
}

// Check refuses an invoice that can't be kept.
func (i *Invoice) Check() error {
	switch err := InvoiceFields.Check(i); {
	case err != nil:
		return err
	case !IsCurrency(i.Currency):
		return At("currency", Refuse(RefusedCurrency, i.Currency))
	case i.Amount <= 0:
		return At("amount", Refuse(RefusedNone))
	}
	return nil
}

// goodsSign stands between what goes out and how much of it.
const goodsSign = "×"

// GoodsText is how much of each line goes out, a line each.
func GoodsText(lines []OrderLine, out []int64) string {
	var texts []string
	for i, n := range out {
		if n > 0 {
			texts = append(texts, lines[i].called()+" "+goodsSign+" "+Quantity(n)+lines[i].Unit)
		}
	}
	return strings.Join(texts, "\n")
}

// ReadGoods reads how much of each line goes out: 板 × 60张, a line each. What goes
// out is called as on the order, by its product or by the number of its line. It
// refuses what isn't on the order.
func ReadGoods(text string, lines []OrderLine) ([]int64, error) {
	out := make([]int64, len(lines))
	for row := range strings.SplitSeq(text, "\n") {
		if row = Clean(row); row == "" {
			continue
		}
		row = strings.NewReplacer("*", goodsSign, "＊", goodsSign).Replace(row)
		at := strings.LastIndex(row, goodsSign)
		if at < 0 {
			return nil, At("goods", Refuse(RefusedGoods, row))
		}
		i := lineCalled(Clean(row[:at]), lines)
		n, err := ParseQuantity(row[at+len(goodsSign):])
		if i < 0 || err != nil || n <= 0 {
			return nil, At("goods", Refuse(RefusedGoods, row))
		}
		out[i] += n
	}
	return out, nil
}

func lineCalled(name string, lines []OrderLine) int {
	for _, of := range []func(l *OrderLine) string{
		(*OrderLine).called, (*OrderLine).Label, func(l *OrderLine) string { return l.Product },
		func(l *OrderLine) string { return l.Name }, func(l *OrderLine) string { return strconv.FormatInt(l.Seq, 10) },
	} {
		for i := range lines {
			if of(&lines[i]) == name {
				return i
			}
		}
	}
	return -1
}

// Shipped is how much of each line has gone out. What went out and isn't on the
// order any more, after an exchange, counts no more.
func Shipped(lines []OrderLine, parts []Shipment) []int64 {
	out := make([]int64, len(lines))
	for _, p := range parts {
		if p.Goods == "" {
			for i := range lines {
				out[i] = max(out[i], lines[i].Stays())
			}
		}
		for row := range strings.SplitSeq(p.Goods, "\n") {
			if some, err := ReadGoods(row, lines); err == nil {
				for i := range some {
					out[i] += some[i]
				}
			}
		}
	}
	return out
}

// ToShip is how much of each line is still to go out, and all of it together: a
// return while a part is here lowers what is here.
func ToShip(lines []OrderLine, parts []Shipment) (left []int64, sum int64) {
	left = Shipped(lines, parts)
	for i := range left {
		left[i] = max(lines[i].Stays()-left[i], 0)
		sum += left[i]
	}
	return left, sum
}

// Pieces is how much there is of all lines.
func Pieces(lines []OrderLine) (sum int64) {
	for i := range lines {
		sum += lines[i].Stays()
	}
	return sum
}

// Parted notes on an order what has gone out of it and what has been billed.
func (o *Order) Parted(parts []Shipment, bills []Invoice) {
	o.Shipped, o.Invoiced, o.PartOn = 0, 0, ""
	for _, p := range parts {
		o.Shipped += p.Quantity
		o.PartOn = max(o.PartOn, p.ShippedOn, p.ReceivedOn)
	}
	for _, b := range bills {
		o.Invoiced += b.Amount
		o.PartOn = max(o.PartOn, b.InvoicedOn)
	}
	o.MovedOn = max(o.MovedOn, o.PartOn)
	way, _ := OnTheWay(parts)
	o.WayOn, o.WayETA, o.WayCarrier, o.WayWaybill = way.ShippedOn, way.ETA, way.Carrier, way.Waybill
}

// OnTheWay is of the shipments that nobody has received the one that should be
// there first; false when none is on its way.
func OnTheWay(parts []Shipment) (first Shipment, ok bool) {
	for _, p := range parts {
		if p.ReceivedOn == "" && (!ok || p.expected() < first.expected()) {
			first, ok = p, true
		}
	}
	return first, ok
}

// expected is when a shipment should be there, or is asked for where nobody knows.
func (s *Shipment) expected() Date {
	if s.ETA != "" {
		return s.ETA
	}
	return s.ShippedOn.AddDays(silentGoods)
}

// Bill lets an invoice over a part of an order cover so much of a receivable of it:
// covered is what the invoice is of, rest what it leaves, a record of its own
// where there is one. What was settled stays where it is.
func (r Receivable) Bill(amount int64, inv Invoice) (covered, rest Receivable) {
	covered, rest = r, r
	switch {
	case amount >= r.Amount:
		rest = Receivable{}
	case r.Settled <= amount:
		covered.Amount = amount
		rest.fresh(r.Amount - amount)
	default: // what is paid of it stays with the rest
		covered.fresh(min(amount, r.Open()))
		rest.Amount -= covered.Amount
	}
	covered.InvoiceNo, covered.InvoicedOn = inv.InvoiceNo, inv.InvoicedOn
	return covered, rest
}

// fresh makes a receivable a new one of so much, of which nothing was settled yet.
func (r *Receivable) fresh(amount int64) {
	r.Meta, r.Amount = Meta{}, amount
	r.WrittenOff, r.WrittenOffOn, r.WrittenOffWhy, r.WriteOffs = 0, "", "", ""
	r.Paid, r.Settled = 0, 0
	r.Chase(nil, nil)
}

// ownEvents are the events of an order for one of its receivables: one that was
// billed by an invoice of its own counts from that.
func (r *Receivable) ownEvents(e Events, order Date) Events {
	if r.InvoicedOn == "" || r.InvoicedOn == order {
		return e
	}
	own := Events{}
	for event, on := range e {
		own[event] = on
	}
	own[EventInvoice] = r.InvoicedOn
	return own
}

// FillParts gives the orders of a file that was written before they had shipments
// and invoices the one of each that they had, and notes on the others what their
// parts come to.
func (rs Records) FillParts() {
	shipped, billed := map[string][]Shipment{}, map[string][]Invoice{}
	for _, s := range listOf[Shipment](rs, RowOfShipment) {
		shipped[s.OrderNo] = append(shipped[s.OrderNo], s)
	}
	for _, b := range listOf[Invoice](rs, RowOfInvoice) {
		billed[b.OrderNo] = append(billed[b.OrderNo], b)
	}
	lines := map[int64][]OrderLine{}
	for _, l := range listOf[OrderLine](rs, RowOfLine) {
		lines[l.OrderID] = append(lines[l.OrderID], l)
	}
	for _, rec := range rs[RowOfOrder] {
		o := rec.(*Order)
		if len(shipped[o.OrderNo])+len(billed[o.OrderNo]) > 0 {
			o.Parted(shipped[o.OrderNo], billed[o.OrderNo])
			continue
		}
		out, bills := o.InOne(lines[o.ID])
		for i := range out {
			rs[RowOfShipment] = append(rs[RowOfShipment], &out[i])
		}
		for i := range bills {
			rs[RowOfInvoice] = append(rs[RowOfInvoice], &bills[i])
		}
		o.Parted(out, bills)
	}
}

// InOne are the shipment and the invoice of an order that has gone out, and was
// billed, at once.
func (o *Order) InOne(lines []OrderLine) (out []Shipment, bills []Invoice) {
	if o.ShippedOn != "" {
		out = []Shipment{{OrderNo: o.OrderNo, CustomerID: o.CustomerID, ShippedOn: o.ShippedOn, Carrier: o.Carrier, Waybill: o.Waybill,
			Vehicle: o.Vehicle, ETA: o.ETA, ReceivedOn: o.ReceivedOn, ReceivedBy: o.ReceivedBy, ShipWhy: o.ShipWhy, Quantity: Pieces(lines)}}
	}
	if o.InvoicedOn != "" && o.Total > 0 {
		bills = []Invoice{{OrderNo: o.OrderNo, CustomerID: o.CustomerID, InvoiceNo: o.InvoiceNo, InvoicedOn: o.InvoicedOn,
			Currency: o.Currency, Amount: o.Total}}
	}
	return out, bills
}
