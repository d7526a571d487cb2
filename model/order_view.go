package model

import (
	"slices"
	"strconv"
)

// OrderView is the list of orders, as they stood on the day, of those made by
// then. Without another order those to be delivered come by the promised day;
// lists that hold others have the newest first.
var OrderView = View[OrderOf]{
	Record: RowOfOrder,
	Meta:   metaOfOrder,
	Columns: slices.Concat(orderFields(), orderStanding(), orderRow(), broughtColumns(func(o *OrderOf) *Brought { return &o.Buyer }),
		Instants(metaOfOrder)),
	Usual: []string{"order_no", "customer_id", "status", "ordered_on", "promised_on", "currency", "total",
		"share", "next_node", "next_on", "days_late"},
	Sort: "-ordered_on",
	Then: "promised_on",
	Presets: []Preset{
		{Code: "open", Filters: on("open"), Sort: "promised_on"},
		{Code: "late", Filters: on("late"), Sort: "promised_on"},
		{Code: "transit", Filters: on("transit"), Sort: "promised_on"},
		{Code: "pressing", Filters: on("pressing"), Sort: "promised_on"},
	},
	Sums:  []string{"total", "billed", "collected", "outstanding"},
	SumBy: []string{"status", "currency"},
}

func metaOfOrder(o *OrderOf) *Meta { return &o.Meta }

func orderFields() []Column[OrderOf] {
	columns := Lift(OrderFields, func(o *OrderOf) *Order { return &o.Order })
	columns = named(columns, "customer_id", RowOfCustomer, func(o *OrderOf) string { return o.Customer })
	columns = named(columns, "project_id", RowOfProject, func(o *OrderOf) string { return o.Project })
	return with(columns, "next_on", func(c *Column[OrderOf]) {
		c.Tone = func(o *OrderOf, at AsOf) Tone { return dayTone(o.NextOn, at.Today) }
	})
}

// dayTone is how a day on which something is to be done is to be taken.
func dayTone(d, today Date) Tone {
	switch {
	case d == "":
		return TonePlain
	case d < today:
		return ToneLate
	case d == today:
		return ToneWarn
	}
	return TonePlain
}

// orderStanding is how an order stands, as of the day.
func orderStanding() []Column[OrderOf] {
	days := func(code string, get func(*OrderOf) int, sql func(AsOf) string) Column[OrderOf] {
		return Column[OrderOf]{
			Spec: Spec{Code: code, Kind: KindNumber, Max: 36500, Kept: true}, Zero: true, SQL: sql,
			Get: func(o *OrderOf, _ AsOf) string { return strconv.Itoa(get(o)) },
			Tone: func(o *OrderOf, _ AsOf) Tone {
				if get(o) > 0 {
					return ToneLate
				}
				return TonePlain
			},
		}
	}
	return []Column[OrderOf]{
		sum("written_off", func(o *OrderOf) int64 { return o.Billed - o.Collected - o.Outstanding }, "(r.billed - r.collected - r.outstanding)"),
		sum("unbilled", func(o *OrderOf) int64 { return o.Unbilled() },
			"CASE WHEN r.status IN ('confirmed', 'delivered', 'closed') THEN max(r.total - r.billed, 0) ELSE 0 END"),
		days("days_late", func(o *OrderOf) int { return o.DaysLate }, orderLateSQL),
		days("next_late", func(o *OrderOf) int { return o.NextLate }, func(at AsOf) string {
			return "CASE WHEN r.next_on <> '' THEN max(0, CAST(julianday(" + day(at.Today) + ") - julianday(r.next_on) AS INTEGER)) ELSE 0 END"
		}),
		{
			Spec: Spec{Code: "nodes", Kind: KindNote, Kept: true}, Inner: true,
			Get: func(*OrderOf, AsOf) string { return "" }, JSON: func(o *OrderOf, _ AsOf) any { return nodesJSON(o) },
		},
		{
			Spec: Spec{Code: "lines", Kind: KindNote, Kept: true}, Inner: true,
			Get: func(*OrderOf, AsOf) string { return "" }, JSON: func(o *OrderOf, _ AsOf) any { return linesJSON(o.LineList, o.Customer) },
		},
		{
			Spec: Spec{Code: "changes", Kind: KindNote, Kept: true}, Inner: true,
			Get: func(*OrderOf, AsOf) string { return "" }, JSON: func(o *OrderOf, _ AsOf) any { return changesJSON(o) },
		},
	}
}

func orderLateSQL(at AsOf) string {
	return `CASE WHEN r.promised_on <> '' AND r.status IN ('confirmed', 'delivered', 'closed') THEN max(0, CAST(julianday(
		iif(r.received_on <> '', r.received_on, ` + day(at.Today) + `)) - julianday(r.promised_on) AS INTEGER)) ELSE 0 END`
}

// orderRow is what only a list shows of an order, and asks of it.
func orderRow() []Column[OrderOf] {
	return []Column[OrderOf]{
		{ // of what is billed, collected: in tenths of a percent
			Spec: Spec{Code: "share", Kind: KindNumber, Max: 1000, Kept: true}, Plain: true, Zero: true,
			Get: func(o *OrderOf, _ AsOf) string {
				if n, ok := o.Share(); ok {
					return strconv.FormatInt(n, 10)
				}
				return ""
			},
		},
		test("open", func(o *OrderOf, _ AsOf) bool { return o.Status != OrderClosed && o.Status != OrderCancelled },
			func(AsOf) string { return "r.status NOT IN ('closed', 'cancelled')" }),
		test("late", func(o *OrderOf, at AsOf) bool { return o.pressing(at.Today, o.NextOn < at.Today) },
			func(at AsOf) string { return PressingSQL("r", at.Today, "<") }),
		test("pressing", func(o *OrderOf, at AsOf) bool { return o.pressing(at.Today, o.NextOn <= at.Today) },
			func(at AsOf) string { return PressingSQL("r", at.Today, "<=") }),
		test("transit", func(o *OrderOf, _ AsOf) bool { return o.InTransit() },
			func(AsOf) string { return "r.way_on <> '' AND r.status IN ('confirmed', 'delivered')" }),
		test("in_time", func(o *OrderOf, _ AsOf) bool {
			return o.ReceivedOn != "" && o.PromisedOn != "" && o.ReceivedOn <= o.PromisedOn
		},
			func(AsOf) string {
				return "r.received_on <> '' AND r.promised_on <> '' AND r.received_on <= r.promised_on"
			}),
	}
}

// pressing: the goods are past the promised day, or the next node is.
func (o *OrderOf) pressing(today Date, next bool) bool {
	if o.Status == OrderClosed || o.Status == OrderCancelled {
		return false
	}
	goods := o.PromisedOn != "" && o.PromisedOn < today && o.Status == OrderConfirmed && o.ReceivedOn == ""
	return goods || o.NextOn != "" && next
}

// PressingSQL is the condition that an order's goods are past the promised day,
// or its next node planned before a day or, with <=, by it.
func PressingSQL(o string, today Date, node string) string {
	return o + ".status IN ('quote', 'reserved', 'confirmed', 'delivered') AND (" + o + ".promised_on <> '' AND " + o + ".promised_on < " +
		day(today) +
		" AND " + o + ".status = 'confirmed' AND " + o + ".received_on = '' OR " + o + ".next_on <> '' AND " + o + ".next_on " + node + " " +
		day(today) + ")"
}
