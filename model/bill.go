package model

import (
	"cmp"
	"slices"
	"strings"
)

// A draft 承兑 is a payment that is money from its maturity on, when its acceptor
// pays it (rules 1.5 and 2.6).

// BillKind is by whom a draft is accepted.
type BillKind string

// BillState is where a draft is.
type BillState string

// The kinds and states of a draft.
const (
	BankBill       BillKind = "bank"       // 银行承兑
	CommercialBill BillKind = "commercial" // 商业承兑

	BillInHand     BillState = "in_hand"    // 在手
	BillPresented  BillState = "presented"  // 已提示付款
	BillEndorsed   BillState = "endorsed"   // 已背书转让
	BillDiscounted BillState = "discounted" // 已贴现
	BillCashed     BillState = "cashed"     // 已兑付
	BillRefused    BillState = "refused"    // 拒付: what it had settled is open again
)

// BillKinds and BillStates are the choices.
var (
	BillKinds  = []BillKind{BankBill, CommercialBill}
	BillStates = []BillState{BillInHand, BillPresented, BillEndorsed, BillDiscounted, BillCashed, BillRefused}
)

// The numbers of drafts, and the days around the maturity: an electronic one has
// 30 digits with the day of issue among them, one on paper 16. From three days
// before its maturity it is on Today, and on the tenth day after it the time to
// present it ends.
const (
	electronicDigits = 30
	paperDigits      = 16
	issuedFrom       = 13
	issuedTo         = 21
	BillLead         = 3 // days before its maturity
	billLapses       = 10
)

// CheckBillNo refuses the number of a draft that can't be one: digits alone that
// are neither an electronic draft's nor one's on paper, or an electronic one's
// whose day of issue is none. It returns the number without its spaces, and the
// kind that an electronic one says it is.
func CheckBillNo(text string) (number string, kind BillKind, err error) {
	number = strings.ReplaceAll(Clean(text), " ", "")
	if number == "" || strings.Trim(number, "0123456789") != "" {
		return number, "", nil // another country's, or one with a letter
	}
	switch {
	case len(number) == paperDigits:
		return number, "", nil
	case len(number) != electronicDigits:
		return number, "", At("bill_no", Refuse(RefusedBillNo, number))
	}
	day := number[issuedFrom:issuedTo]
	on := Date(day[:4] + "-" + day[4:6] + "-" + day[6:])
	if d, err := ParseDate(string(on), on, Nearest); err != nil || d != on {
		return number, "", At("bill_no", Refuse(RefusedBillNo, number))
	}
	switch number[0] { // of the older system, of the one since 2022
	case '1', '5':
		kind = BankBill
	case '2', '6':
		kind = CommercialBill
	}
	return number, kind, nil
}

// IsBill reports whether a payment is a draft that is kept in the book of drafts.
func (p *Payment) IsBill() bool { return p.Method == PayDraft }

// BillRisk is what of a draft counts as exposure still: until it is cashed. Of one
// whose state nobody keeps that is until its maturity.
func (p *Payment) BillRisk(today Date) int64 {
	switch {
	case !p.IsBill() || p.ReversedOn != "" || p.BillState == BillCashed || p.BillState == BillRefused:
		return 0
	case p.BillState == "" && !p.Immature(today):
		return 0
	}
	return p.Amount - p.Refunded
}

// checkBill brings what is kept of a draft in order, and refuses what can't be.
func (p *Payment) checkBill() error {
	number, kind, err := CheckBillNo(p.BillNo)
	switch {
	case err != nil:
		return err
	case p.BillKind != "" && kind != "" && p.BillKind != kind:
		return At("bill_kind", Refuse(RefusedBillKind, string(kind)))
	case !p.IsBill() && p.BillNo+p.Acceptor+string(p.BillKind)+string(p.BillState) != "":
		return At("method", Refuse(RefusedNoBill))
	}
	p.BillNo = number
	setIfEmpty(&p.BillKind, kind)
	return nil
}

// Bill is a draft in hand with whose it is, as the queue looks at it.
type Bill struct {
	Payment
	Customer string
	Grade    Grade
}

// row asks to present a draft: from some days before its maturity, each day until
// it is presented.
func (b *Bill) row() (Row, bool) {
	if b.BillState != BillInHand || b.ReversedOn != "" || b.MaturesOn == "" {
		return Row{}, false
	}
	return Row{
		Kind: RowBill, Record: b.ID, CustomerID: b.CustomerID, Customer: b.Customer, Grade: b.Grade, Amount: b.Amount, Currency: b.Currency,
		DueOn:  b.MaturesOn.AddDays(-BillLead),
		Reason: because("bill", b.BillNo, NumberText(b.Amount), b.Currency, string(b.MaturesOn), b.Acceptor),
	}, true
}

// BillRow is the row that a draft has on Today, if any, before ticks and snoozes.
func BillRow(b *Bill, today Date) (Row, bool) {
	r, ok := b.row()
	return r, ok && r.DueOn <= today
}

// BillMonth is what drafts that are not cashed come to that mature in a month.
type BillMonth struct {
	Month    Date // its first day; "" = without a maturity
	Currency string
	Sum      int64
	Bills    []PaymentOf
}

// BillMonths are drafts by month of maturity, the earliest first, and by
// currency. Those that are cashed or refused add nothing.
func BillMonths(list []PaymentOf, today Date) []BillMonth {
	var months []BillMonth
	for _, p := range list {
		risk := p.BillRisk(today)
		if risk == 0 {
			continue
		}
		month := p.MaturesOn
		if month != "" {
			month = month.AddDays(1 - month.Day())
		}
		i := slices.IndexFunc(months, func(m BillMonth) bool { return m.Month == month && m.Currency == p.Currency })
		if i < 0 {
			months = append(months, BillMonth{Month: month, Currency: p.Currency})
			i = len(months) - 1
		}
		months[i].Sum, _ = AddMoney(months[i].Sum, risk)
		months[i].Bills = append(months[i].Bills, p)
	}
	slices.SortStableFunc(months, func(a, b BillMonth) int {
		return cmp.Or(cmp.Compare(flag(a.Month == ""), flag(b.Month == "")), cmp.Compare(a.Month, b.Month),
			CompareCurrencies(a.Currency, b.Currency))
	})
	for i := range months {
		slices.SortStableFunc(months[i].Bills, func(a, b PaymentOf) int { return cmp.Compare(a.MaturesOn, b.MaturesOn) })
	}
	return months
}

// IsPressing reports whether the lateness of a row is to be seen at once: a draft's
// is from the day on which the time to present it ends.
func (r *Row) IsPressing() bool {
	return r.DaysLate > 0 && (r.Kind != RowBill || r.DaysLate >= BillLead+billLapses)
}
