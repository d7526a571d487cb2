package model

import (
	"slices"
	"strconv"
)

// PaymentView is the list of payments, as they stood on the day, of those that
// had come in.
var PaymentView = View[PaymentOf]{
	Record: RowOfPayment,
	Meta:   metaOfPayment,
	Columns: slices.Concat(paymentFields(), paymentUse(), broughtColumns(func(p *PaymentOf) *Brought { return &p.Buyer }),
		Instants(metaOfPayment)),
	Usual: []string{
		"received_on", "customer_id", "amount", "allocated", "refunded", "advance", "method", "payer", "receipt_no", "verified", "remark",
	},
	Sort: "-received_on",
	Presets: []Preset{
		{Code: "advance", Filters: []Filter{{Field: "advance", Op: OpFrom, Value: "1"}}},
		{Code: "immature", Filters: on("immature"), Sort: "matures_on"},
		{Code: "drafts", Filters: []Filter{{Field: "method", Op: OpIs, Value: string(PayDraft)}}, Sort: "matures_on"},
	},
	Sums:  []string{"received", "given_back", "advance"},
	SumBy: []string{"currency"},
}

func metaOfPayment(p *PaymentOf) *Meta { return &p.Meta }

func paymentFields() []Column[PaymentOf] {
	columns := Lift(PaymentFields, func(p *PaymentOf) *Payment { return &p.Payment })
	return named(columns, "customer_id", RowOfCustomer, func(p *PaymentOf) string { return p.Customer })
}

// paymentUse is what became of a payment.
func paymentUse() []Column[PaymentOf] {
	kept := func(of func(*PaymentOf) int64) func(*PaymentOf, AsOf) string {
		return func(p *PaymentOf, _ AsOf) string {
			if p.ReversedOn != "" {
				return "0"
			}
			return strconv.FormatInt(of(p), 10)
		}
	}
	none := func(*PaymentOf, AsOf) string { return "" }
	stands := func(sql string) func(AsOf) string {
		return func(AsOf) string { return "CASE WHEN r.reversed_on = '' THEN " + sql + " ELSE 0 END" }
	}
	return []Column[PaymentOf]{
		{Spec: Spec{Code: "allocations", Kind: KindNote, Kept: true}, Get: none, JSON: sharesJSON},
		{Spec: Spec{Code: "taken_off", Kind: KindNote, Kept: true}, Get: none, JSON: takenJSON},
		{Spec: Spec{Code: "refunds", Kind: KindNote, Kept: true}, Get: none, JSON: refundsJSON},
		{
			Spec: Spec{Code: "advance", Kind: KindAmount, Kept: true}, Zero: true,
			Get: kept((*PaymentOf).advance), SQL: stands("r.amount - r.allocated - r.refunded"),
		},
		{ // what went along with an order is counted with whom it went to
			Spec: Spec{Code: "received", Kind: KindAmount, Kept: true}, Zero: true, Plain: true,
			Get: kept(func(p *PaymentOf) int64 { return p.Amount - p.movedOut() }), SQL: stands("r.amount - r.moved_out"),
		},
		{
			Spec: Spec{Code: "given_back", Kind: KindAmount, Kept: true}, Zero: true, Plain: true,
			Get: kept(func(p *PaymentOf) int64 { return p.Refunded - p.movedOut() }), SQL: stands("r.refunded - r.moved_out"),
		},
		test("immature", func(p *PaymentOf, at AsOf) bool { return p.Immature(at.Today) }, func(at AsOf) string {
			return "r.matures_on > " + day(at.Today) + " AND r.reversed_on = ''"
		}),
	}
}

func (p *PaymentOf) advance() int64 { return p.Advance() }

// movedOut is what of it went to another customer with an order.
func (p *PaymentOf) movedOut() (sum int64) {
	for _, r := range p.Refunds {
		if r.Method == PayMoved {
			sum += r.Amount
		}
	}
	return sum
}
