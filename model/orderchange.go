package model

import (
	"fmt"
	"slices"
	"strings"
)

// ChangeKind is what is changed of an order (rule 1.4).
type ChangeKind string

const (
	ChangeExchange   ChangeKind = "exchange"   // 换货: other lines
	ChangeReturn     ChangeKind = "return"     // 退货/退单
	ChangeTransfer   ChangeKind = "transfer"   // 更名: to another customer
	ChangeReschedule ChangeKind = "reschedule" // 改期: another promised day
	ChangeDiscount   ChangeKind = "discount"   // 优惠
	ChangeCancel     ChangeKind = "cancel"     // 取消

	// ChangePrices 审价: what the products of the lines cost now. A price review
	// makes it; nobody asks for it.
	ChangePrices ChangeKind = "prices"
	// ChangeEdit 修改: the lines of an order that isn't confirmed yet, or the
	// currency that they are in. Editing makes it; nobody asks for it.
	ChangeEdit ChangeKind = "edit"
)

// ChangeKinds are the kinds of change that can be asked for.
var ChangeKinds = []ChangeKind{ChangeExchange, ChangeReturn, ChangeTransfer, ChangeReschedule, ChangeDiscount, ChangeCancel}

// OrderChange is one change of an order, kept for good with its reason: what
// was and what is, as text. Totals are minor units of Currency. A transfer is in
// the history of the customer whom the order left.
type OrderChange struct {
	Meta
	OrderID     int64
	CustomerID  int64
	Kind        ChangeKind
	ChangedOn   Date
	Reason      string
	Before      string
	After       string
	Currency    string
	TotalBefore int64
	TotalAfter  int64
	Was         string // of lines: what they were, see Keep
}

// mostWas is how long what a change notes of an order's lines may be.
const mostWas = 4_000_000

// OrderChangeFields is the change's field table.
var OrderChangeFields = Fields[OrderChange]{
	ofOrder(func(c *OrderChange) *int64 { return &c.OrderID }),
	ofCustomer(func(c *OrderChange) *int64 { return &c.CustomerID }),
	choice("kind", append(slices.Clone(ChangeKinds), ChangePrices, ChangeEdit), func(c *OrderChange) *ChangeKind { return &c.Kind }).required(),
	date("changed_on", func(c *OrderChange) *Date { return &c.ChangedOn }).required(),
	note("reason", func(c *OrderChange) *string { return &c.Reason }).required(),
	note("before", func(c *OrderChange) *string { return &c.Before }).kept(),
	note("after", func(c *OrderChange) *string { return &c.After }).kept(),
	text("currency", func(c *OrderChange) *string { return &c.Currency }).max(3).kept(),
	amount("total_before", func(c *OrderChange) *int64 { return &c.TotalBefore }).kept(),
	amount("total_after", func(c *OrderChange) *int64 { return &c.TotalAfter }).kept(),
	note("was", func(c *OrderChange) *string { return &c.Was }).max(mostWas).kept(),
}

// ChangeRequest is a change that is asked for; each kind reads its own part.
type ChangeRequest struct {
	OrderID int64
	Kind    ChangeKind
	On      Date // "" = today
	Reason  string

	LimitWhy   string      // exchange, transfer: why the credit limit may be passed
	By         string      // exchange, discount: who lets prices pass that the rules stop, once the goods are out
	Lines      []OrderLine // exchange: all lines as they shall be; those with an id are kept ones
	Returned   []Returned  // return: what came back; nil = all of it
	CustomerID int64       // transfer: to whom
	Paid       PaidPart    // transfer: what becomes of what was paid
	Deposit    Deposit     // cancel: what becomes of what was paid
	PromisedOn Date        // reschedule
	Amount     int64       // discount: off the total
}

// PaidPart is what becomes of what a customer has paid on an order that goes to
// another one.
type PaidPart string

// What was paid stays with the one who paid, and the other one owes the rest;
// or it goes along.
const (
	PaidStays PaidPart = "stays"
	PaidAlong PaidPart = "along"
)

// PaidParts are the choices.
var PaidParts = []PaidPart{PaidStays, PaidAlong}

// Deposit is what becomes of what was paid on an order that is cancelled (rule
// 1.4).
type Deposit string

// What was paid is the customer's advance, is given back, or is kept by us 没收定金:
// then what is owed for the order ends with it.
const (
	DepositAdvance Deposit = "advance"
	DepositBack    Deposit = "back"
	DepositKept    Deposit = "kept"
)

// Deposits are the choices.
var Deposits = []Deposit{DepositAdvance, DepositBack, DepositKept}

// ChangeFields are those of ChangeRequestFields that a kind of change asks for.
func ChangeFields(kind ChangeKind) Fields[ChangeRequest] {
	return slices.DeleteFunc(slices.Clone(ChangeRequestFields), func(f Field[ChangeRequest]) bool {
		return f.When != "" && f.When != onRefusal && f.When != string(kind)
	})
}

// ChangeRequestFields is the field table of ChangeRequest: what is asked for by
// its kind, beside lines. Amounts are in the order's currency.
var ChangeRequestFields = Fields[ChangeRequest]{
	date("promised_on", func(q *ChangeRequest) *Date { return &q.PromisedOn }).named(RowOfOrder).when(string(ChangeReschedule)).near(),
	amount("amount", func(q *ChangeRequest) *int64 { return &q.Amount }).named(RowOfOrder).required().when(string(ChangeDiscount)),
	choice("paid", PaidParts, func(q *ChangeRequest) *PaidPart { return &q.Paid }).required().when(string(ChangeTransfer)).flag("paid"),
	choice("deposit", Deposits, func(q *ChangeRequest) *Deposit { return &q.Deposit }).required().when(string(ChangeCancel)).flag("deposit"),
	note("reason", func(q *ChangeRequest) *string { return &q.Reason }).required().line().flag("reason"),
	date("changed_on", func(q *ChangeRequest) *Date { return &q.On }).required().flag("on"),
	text("approved_by", func(q *ChangeRequest) *string { return &q.By }).named(RowOfOrder).when(onRefusal).flag("approved-by"),
	note("limit_reason", func(q *ChangeRequest) *string { return &q.LimitWhy }).named(RowOfOrder).when(onRefusal).flag("limit-reason"),
}

// Returned is how much of a line came back, in thousandths.
type Returned struct {
	LineID   int64
	Quantity int64
}

// Act is the change in the log.
func (k ChangeKind) Act() Act {
	return map[ChangeKind]Act{ChangeExchange: ActExchange, ChangeReturn: ActReturn, ChangeTransfer: ActTransfer,
		ChangeReschedule: ActReschedule, ChangeDiscount: ActDiscount, ChangeCancel: ActCancel}[k]
}

// LinesText is lines as the history keeps them, one a line.
func LinesText(lines []OrderLine) string {
	texts := make([]string, len(lines))
	for i := range lines {
		texts[i] = lines[i].Text()
	}
	return cutNote(strings.Join(texts, "\n"))
}

// cutNote keeps a text within what a note holds.
func cutNote(text string) string {
	limit := Spec{Kind: KindNote}.Limit()
	if runes := []rune(text); len(runes) > limit {
		return string(runes[:limit-1]) + "…"
	}
	return text
}

// Discount takes an amount off lines, from each by its share of the total; what
// rounding leaves goes to the lines that still have something.
func Discount(lines []OrderLine, off int64) error {
	total, ok := SumLines(lines)
	if !ok || off <= 0 || off > total {
		currency := ""
		if len(lines) > 0 {
			currency = lines[0].Currency
		}
		return At("amount", Refuse(RefusedMore, Money{off, currency}.String(), Money{total, currency}.String()))
	}
	left := off
	for i := range lines {
		part, _ := share(off, lines[i].Amount, total)
		part = min(part, left, lines[i].Amount)
		lines[i].Discount, lines[i].Amount, left = lines[i].Discount+part, lines[i].Amount-part, left-part
	}
	for i := range lines {
		part := min(left, lines[i].Amount)
		lines[i].Discount, lines[i].Amount, left = lines[i].Discount+part, lines[i].Amount-part, left-part
	}
	return nil
}

// MayChange refuses a change that an order can't take: most are for confirmed
// ones, whose lines can't be edited any more.
func (o *Order) MayChange(q ChangeRequest) error {
	wrong := Refuse(RefusedStatus, string(o.Status))
	switch {
	case q.Kind.Act() == "":
		return At("kind", Refuse(RefusedOption, string(q.Kind)))
	case q.Reason == "":
		return At("reason", Refuse(RefusedRequired))
	case q.On < o.OrderedOn:
		return At("changed_on", Refuse(RefusedEarlier, string(q.On), string(o.OrderedOn)))
	case o.Status == OrderCancelled:
		return wrong
	}
	switch q.Kind {
	case ChangeExchange, ChangeReturn, ChangeDiscount:
		if !o.Status.Binding() {
			return wrong
		}
	case ChangeReschedule:
		switch {
		case o.ReceivedOn != "":
			return wrong
		case q.PromisedOn == o.PromisedOn:
			return At("promised_on", Refuse(RefusedNothing))
		}
	case ChangeTransfer:
		if q.CustomerID == o.CustomerID {
			return At("customer_id", Refuse(RefusedNothing))
		}
	case ChangeCancel:
		if !o.Status.Open() {
			return wrong // the goods come back by a return
		}
		if o.Collected > 0 && q.Deposit == "" {
			return At("deposit", Refuse(RefusedRequired))
		}
	}
	return nil
}

// TakeBack notes on lines what came back; nil = all that the customer has.
func TakeBack(lines []OrderLine, returned []Returned) error {
	if returned == nil {
		for i := range lines {
			if lines[i].Stays() > 0 {
				returned = append(returned, Returned{lines[i].ID, lines[i].Stays()})
			}
		}
	}
	if len(returned) == 0 {
		return Refuse(RefusedNothing)
	}
	for _, r := range returned {
		i := slices.IndexFunc(lines, func(l OrderLine) bool { return l.ID == r.LineID })
		if i < 0 {
			return At("line", fmt.Errorf("order line %d: %w", r.LineID, ErrNotFound))
		}
		if err := lines[i].TakeBack(r.Quantity); err != nil {
			return OfLine(i, err)
		}
	}
	return nil
}
