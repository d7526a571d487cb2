package model

import (
	"cmp"
	"slices"
)

// PayMethod is how money came in (rule 1.5).
type PayMethod string

// PayDraft is a bill that is money only from its maturity on 承兑.
const PayDraft PayMethod = "draft"

// PayMoved is not given back in money: it went to another customer, together
// with the order for which it was paid.
const PayMoved PayMethod = "moved"

// PayMethods are the ways of paying.
var PayMethods = []PayMethod{"transfer", "cash", PayDraft, "card", "mobile", "other"}

// Payment is money received from a customer 回款. What of it is not allocated to
// receivables, nor given back, is the customer's advance 预收款.
type Payment struct {
	Meta
	CustomerID int64
	ReceivedOn Date
	Currency   string
	Amount     int64
	Method     PayMethod
	MaturesOn  Date   // of a draft: until then it is 未到期承兑
	BillNo     string // of a draft: its number, who accepted it, and where it is
	Acceptor   string
	BillKind   BillKind
	BillState  BillState // "" = nobody keeps it
	BillOn     Date      // since when it is there
	Payer      string    // when another pays: a bank, a parent company
	ReceiptNo  string
	Verified   bool // 已审核
	Remark     string

	CameOn      Date // when the money came, of what went along with another customer's order; "" = ReceivedOn
	ReversedOn  Date // it came back: a dishonoured draft, a slip; "" = it stands
	ReversedWhy string
	Allocated   int64 // kept from the allocations that stand
	Refunded    int64 // kept from the refunds

	// Implied: nobody stated it, a sheet of orders or receivables said only how
	// much was collected. A payment that is stated takes its place.
	Implied bool
}

// PaymentFields is the payment's field table.
var PaymentFields = Fields[Payment]{
	ofCustomer(func(p *Payment) *int64 { return &p.CustomerID }),
	date("received_on", func(p *Payment) *Date { return &p.ReceivedOn }).required().form(2).flag("on"),
	text("currency", func(p *Payment) *string { return &p.Currency }).required().max(3).form(5).flag("currency"),
	amount("amount", func(p *Payment) *int64 { return &p.Amount }).required().form(1).half(),
	choice("method", PayMethods, func(p *Payment) *PayMethod { return &p.Method }).form(3).flag("method"),
	date("matures_on", func(p *Payment) *Date { return &p.MaturesOn }).ahead().form(4).half().flag("matures"),
	text("bill_no", func(p *Payment) *string { return &p.BillNo }).max(40).form(10).when(OfBill).flag("bill-no"),
	text("acceptor", func(p *Payment) *string { return &p.Acceptor }).max(200).form(11).when(OfBill).flag("acceptor"),
	choice("bill_kind", BillKinds, func(p *Payment) *BillKind { return &p.BillKind }).form(12).when(OfBill).flag("bill-kind"),
	choice("bill_state", BillStates, func(p *Payment) *BillState { return &p.BillState }).form(13).when(OfBill).flag("bill-state"),
	date("bill_on", func(p *Payment) *Date { return &p.BillOn }).kept(),
	text("payer", func(p *Payment) *string { return &p.Payer }).form(6).half().flag("payer"),
	text("receipt_no", func(p *Payment) *string { return &p.ReceiptNo }).form(7).flag("receipt"),
	flagField(Spec{Code: "verified"}, func(p *Payment) *bool { return &p.Verified }).form(8),
	note("remark", func(p *Payment) *string { return &p.Remark }).form(9).line().flag("remark"),
	date("came_on", func(p *Payment) *Date { return &p.CameOn }).kept(),
	date("reversed_on", func(p *Payment) *Date { return &p.ReversedOn }).kept(),
	note("reversed_reason", func(p *Payment) *string { return &p.ReversedWhy }).kept(),
	amount("allocated", func(p *Payment) *int64 { return &p.Allocated }).kept(),
	amount("refunded", func(p *Payment) *int64 { return &p.Refunded }).kept(),
	flagField(Spec{Code: "implied"}, func(p *Payment) *bool { return &p.Implied }).kept(),
}

// OfBill: what a form asks for of a draft only.
const OfBill = "bill"

// Complete fills in the currency and the day; a draft that is not mature is in
// hand until somebody says where it is.
func (p *Payment) Complete(c *Customer, s Settings, today Date) {
	setIfEmpty(&p.Currency, c.Currency)
	setIfEmpty(&p.Currency, s.Currency)
	setIfEmpty(&p.ReceivedOn, today)
	if p.MaturesOn != "" {
		setIfEmpty(&p.Method, PayDraft)
	}
	if p.BillNo != "" {
		setIfEmpty(&p.Method, PayDraft)
	}
	if p.IsBill() && p.Immature(today) && p.ReversedOn == "" {
		setIfEmpty(&p.BillState, BillInHand)
	}
}

// Check refuses a payment that can't be kept: of nothing, in no currency, or
// with less money than is allocated or given back.
func (p *Payment) Check() error {
	if err := PaymentFields.Check(p); err != nil {
		return err
	}
	if err := p.checkBill(); err != nil {
		return err
	}
	switch {
	case !IsCurrency(p.Currency):
		return At("currency", Refuse(RefusedCurrency, p.Currency))
	case p.MaturesOn != "" && p.MaturesOn < cmp.Or(p.CameOn, p.ReceivedOn):
		return At("matures_on", Refuse(RefusedPast, string(p.MaturesOn)))
	case p.Allocated > p.Amount-p.Refunded:
		return At("amount", Refuse(RefusedAllocated, p.money(p.Amount), p.money(p.Allocated+p.Refunded)))
	}
	return nil
}

func (p *Payment) money(n int64) string { return Money{n, p.Currency}.String() }

// Advance is what of the payment is the customer's still 预收款.
func (p *Payment) Advance() int64 {
	if p.ReversedOn != "" {
		return 0
	}
	return p.Amount - p.Allocated - p.Refunded
}

// MovedTo is so much of a payment, as that of another customer to whom it goes on
// a day together with an order.
func (p Payment) MovedTo(customer, amount int64, from string, on Date) Payment {
	p.CameOn = cmp.Or(p.CameOn, p.ReceivedOn)
	p.Payer = cmp.Or(p.Payer, from)
	p.Meta, p.CustomerID, p.Amount, p.ReceivedOn, p.Allocated, p.Refunded = Meta{}, customer, amount, on, 0, 0
	return p
}

// Immature reports whether it is a draft that is no money yet on a day.
func (p *Payment) Immature(today Date) bool { return p.MaturesOn > today && p.ReversedOn == "" }

// Allocation is a part of a payment that settles a receivable 核销. One that was
// taken off again keeps its day, so that earlier days stay as they were.
type Allocation struct {
	Meta
	PaymentID    int64
	ReceivableID int64
	CustomerID   int64
	Amount       int64
	AllocatedOn  Date
	ReversedOn   Date // "" = it stands
}

// AllocationFields is the field table of Allocation. Its currency is the
// payment's.
var AllocationFields = Fields[Allocation]{
	reference("payment_id", RowOfPayment, func(a *Allocation) *int64 { return &a.PaymentID }),
	reference("receivable_id", RowOfReceivable, func(a *Allocation) *int64 { return &a.ReceivableID }),
	ofCustomer(func(a *Allocation) *int64 { return &a.CustomerID }),
	amount("amount", func(a *Allocation) *int64 { return &a.Amount }).required(),
	date("allocated_on", func(a *Allocation) *Date { return &a.AllocatedOn }).required(),
	date("reversed_on", func(a *Allocation) *Date { return &a.ReversedOn }).kept(),
}

// On reports whether it counts as of a day.
func (a *Allocation) On(asOf Date) bool {
	return a.AllocatedOn <= asOf && (a.ReversedOn == "" || a.ReversedOn > asOf)
}

// Share is how much of a payment goes to a receivable.
type Share struct {
	ReceivableID int64
	Amount       int64
}

// SuggestShares divides an amount over open receivables of its currency, the
// oldest due first and those without a due date last; the disputed ones wait
// until nothing else is open. It returns the rest, which is an advance.
func SuggestShares(amount int64, currency string, open []Receivable) (shares []Share, rest int64) {
	open = slices.Clone(open)
	slices.SortStableFunc(open, func(a, b Receivable) int {
		return cmp.Or(cmp.Compare(flag(a.Disputed), flag(b.Disputed)), cmp.Compare(dueOrder(a), dueOrder(b)), cmp.Compare(a.Since(), b.Since()),
			cmp.Compare(a.ID, b.ID))
	})
	for _, r := range open {
		if r.Currency != currency || r.Open() <= 0 || amount <= 0 {
			continue
		}
		part := min(amount, r.Open())
		shares = append(shares, Share{r.ID, part})
		amount -= part
	}
	return shares, amount
}

// TakeShares divides what a payment has left over receivables: over those wanted,
// which it takes them off, or where nothing is named (nil) the oldest due first. The
// receivables are settled by it for whoever comes next.
func TakeShares(amount int64, currency string, open []Receivable, wanted *[]Share) (taken []Share) {
	if *wanted == nil {
		taken, _ = SuggestShares(amount, currency, open)
	}
	for i := range *wanted {
		want := &(*wanted)[i]
		if part := min(amount, want.Amount); part > 0 {
			taken = append(taken, Share{want.ReceivableID, part})
			amount, want.Amount = amount-part, want.Amount-part
		}
	}
	SettleWay(open, []MatchPart{{Shares: taken}})
	return taken
}

// SharesInOrder divides an amount over receivables of its currency that a
// person named, each name before the next; those of one name as SuggestShares
// does. It returns the rest, which is an advance.
func SharesInOrder(amount int64, currency string, named [][]Receivable) (shares []Share, rest int64) {
	met := map[int64]bool{}
	for _, list := range named {
		list = slices.DeleteFunc(slices.Clone(list), func(r Receivable) bool { return met[r.ID] })
		for i := range list {
			met[list[i].ID] = true
		}
		var some []Share
		some, amount = SuggestShares(amount, currency, list)
		shares = append(shares, some...)
	}
	return shares, amount
}

func flag(on bool) int {
	if on {
		return 1
	}
	return 0
}

func dueOrder(r Receivable) Date {
	if r.DueOn == "" {
		return lastDate
	}
	return r.DueOn
}

// StandOn leaves of a payment what had happened to it by a day.
func (p *PaymentOf) StandOn(day Date) {
	for _, a := range p.Shares {
		if a.ReversedOn != "" && a.ReversedOn <= day {
			p.Taken = append(p.Taken, a)
		}
	}
	p.Shares = slices.DeleteFunc(p.Shares, func(a Allocation) bool { return !a.On(day) })
	p.Refunds = slices.DeleteFunc(p.Refunds, func(r Refund) bool { return r.RefundedOn > day })
	for i := range p.Shares {
		p.Shares[i].ReversedOn = "" // that it will be isn't known yet
	}
	p.Allocated, p.Refunded = AllocatedOn(p.Shares, day), RefundedOn(p.Refunds, day)
	if p.ReversedOn > day {
		p.ReversedOn, p.ReversedWhy = "", ""
	}
	if p.BillOn > day {
		p.BillState, p.BillOn = BillInHand, ""
	}
}

// PaymentOf is a payment with whose it is and what it paid.
type PaymentOf struct {
	Payment
	Customer string
	Buyer    Brought          // by what the customer came
	Shares   []Allocation     // those that stand
	Taken    []Allocation     // those that were taken off again
	Names    map[int64]string // of the receivables that they settle
	Refunds  []Refund
}
