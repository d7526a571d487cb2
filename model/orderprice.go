package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// Troubled are the lines whose prices the rules stop: under the floor price, or
// with a discount over the settings' limit (rule 1.4). Lines that came back
// whole have no price any more.
func Troubled(lines []OrderLine, s Settings) []OrderLine {
	var stopped []OrderLine
	for _, l := range lines {
		over := s.DiscountLimit > 0 && l.Discounted() > s.DiscountLimit*10
		if l.Stays() > 0 && (l.UnderFloor() || over) {
			stopped = append(stopped, l)
		}
	}
	return stopped
}

// priced is what of lines a price review looks at.
type priced struct {
	product, name                      string
	quantity, price, discount, floored int64
}

// SamePrices reports whether two states of an order's lines are sold at the
// same prices.
func SamePrices(a, b []OrderLine) bool {
	count := map[priced]int{}
	for n, lines := range [][]OrderLine{a, b} {
		for _, l := range lines {
			count[priced{l.Product, l.Name, l.Quantity, l.UnitPrice, l.Discount, l.FloorPrice}] += 1 - 2*n
		}
	}
	for _, n := range count {
		if n != 0 {
			return false
		}
	}
	return true
}

// Reprice says what a change of the lines does to the review: prices that the
// rules stop have to be approved, again if they were; once the order is
// confirmed, any other price is looked at again before the goods go out
// (出货价格审核).
func (o *Order) Reprice(before, after []OrderLine, nodes OrderNodes, s Settings, today Date) {
	if SamePrices(before, after) {
		return
	}
	o.Review, o.ApprovedBy, o.ApprovedOn, o.ApprovedWhy = ReviewFine, "", "", ""
	if o.ShippedOn != "" {
		return
	}
	review := nodes.Of(NodeReview)
	review.DoneOn = ""
	if o.ConfirmedOn != "" || len(Troubled(after, s)) > 0 {
		o.Review, review.PlannedOn = ReviewNeeded, today
	}
}

// ReviewedAs gives an order of a file the price review that the file states: who
// let its prices pass, and whether they have to be looked at again.
func (o *Order) ReviewedAs(given *Order, done map[Node]Date, nodes OrderNodes, today Date) {
	o.Review, o.ApprovedBy, o.ApprovedOn, o.ApprovedWhy = given.Review, given.ApprovedBy, given.ApprovedOn, given.ApprovedWhy
	if _, reviewed := done[NodeReview]; reviewed {
		return
	}
	review := nodes.Of(NodeReview)
	review.DoneOn = ""
	if o.Review == ReviewNeeded && o.ShippedOn == "" {
		review.PlannedOn = today
	}
}

// Approve records who let prices pass that the rules stop, and why.
func (o *Order) Approve(who, why string, on Date) error {
	o.ApprovedBy, o.ApprovedWhy = Clean(who), CleanNote(why)
	switch {
	case o.ApprovedBy == "":
		return At("approved_by", Refuse(RefusedRequired))
	case o.ApprovedWhy == "":
		return At("approved_reason", Refuse(RefusedRequired))
	}
	o.Review, o.ApprovedOn = ReviewApproved, on
	return nil
}

// Reopen takes a price review back: prices that the rules stop have to be
// approved again.
func (o *Order) Reopen(lines []OrderLine, s Settings) {
	o.Review, o.ApprovedBy, o.ApprovedOn, o.ApprovedWhy = ReviewFine, "", "", ""
	if o.ShippedOn == "" && len(Troubled(lines, s)) > 0 {
		o.Review = ReviewNeeded
	}
}

// stopped is the refusal that names what of the lines has to be approved.
func stopped(lines []OrderLine, s Settings) error {
	var names []string
	for _, l := range Troubled(lines, s) {
		names = append(names, l.Label()+" "+l.trouble())
	}
	return At("approved_by", Refuse(RefusedReview, names...))
}

// trouble is what of a line's price the rules stop: what a unit comes to with the
// discount where that is under the floor, else the discount itself.
func (l *OrderLine) trouble() string {
	off := l.Discounted()
	text := "-" + strconv.FormatInt(off/10, 10) + "." + strconv.FormatInt(off%10, 10) + "%"
	if !l.UnderFloor() {
		return text
	}
	price := l.money(l.NetPrice())
	if off > 0 {
		price += " (" + text + ")"
	}
	return price
}

// NewTroubled are the lines whose prices the rules stop after a change and did
// not stop, or not so far, before it.
func NewTroubled(before, after []OrderLine, s Settings) []OrderLine {
	was := Troubled(before, s)
	return slices.DeleteFunc(Troubled(after, s), func(l OrderLine) bool {
		return slices.ContainsFunc(was, func(b OrderLine) bool {
			return b.Seq == l.Seq && b.Label() == l.Label() && b.NetPrice() <= l.NetPrice()
		})
	})
}

// MayLower refuses to lower the prices of an order whose goods are out already
// beyond what the rules let pass, unless it is said who lets it pass: the review
// before shipping is over (rule 1.4).
func (o *Order) MayLower(before, after []OrderLine, by string, s Settings) error {
	if o.ShippedOn == "" || Clean(by) != "" {
		return nil
	}
	if lines := NewTroubled(before, after, s); len(lines) > 0 {
		return stopped(lines, s)
	}
	return nil
}

// PricesNow notes on lines what their products cost now, and says which lines
// are of products whose prices have changed since they were looked at. Lines
// of products that are no more stay as they are.
func PricesNow(lines []OrderLine, products []Product) (moved []OrderLine) {
	for i := range lines {
		l := &lines[i]
		at := slices.IndexFunc(products, func(p Product) bool { return l.Product != "" && p.Code == l.Product })
		if at < 0 || products[at].Currency != l.Currency {
			continue
		}
		if p := products[at]; p.ListPrice != l.ListPrice || p.FloorPrice != l.FloorPrice {
			l.ListPrice, l.FloorPrice = p.ListPrice, p.FloorPrice
			if l.Stays() > 0 {
				moved = append(moved, *l)
			}
		}
	}
	return moved
}

// Repriced is the change that a price review makes of an order's lines: moved are
// those, as they are now, of products whose prices have changed. Its reason is
// what the reviewer gave, else the new prices.
func (o *Order) Repriced(before, moved []OrderLine, why string, on Date) OrderChange {
	var was, is, names []string
	prices := func(l OrderLine) string {
		return l.Label() + " " + l.money(l.ListPrice) + " (" + l.money(l.FloorPrice) + ")"
	}
	for _, l := range moved {
		b := before[slices.IndexFunc(before, func(b OrderLine) bool { return b.Seq == l.Seq })]
		was, is, names = append(was, prices(b)), append(is, prices(l)), append(names, prices(b)+" → "+prices(l))
	}
	return OrderChange{
		OrderID: o.ID, CustomerID: o.CustomerID, Kind: ChangePrices, ChangedOn: on, Currency: o.Currency,
		Reason: cutNote(cmp.Or(CleanNote(why), strings.Join(names, "\n"))), Before: cutNote(strings.Join(was, "\n")),
		After: cutNote(strings.Join(is, "\n")), TotalBefore: o.Total, TotalAfter: o.Total,
	}
}

// MayShip refuses to let goods go out at prices that have to be looked at again
// 出货价格审核 (rule 1.4): moved are the lines, as they are now, of products
// whose prices have changed since they were reviewed. A new list price asks for
// a look, a line that has come under its floor for an approval; a floor that
// the line is above, for nothing.
func MayShip(before, moved []OrderLine, s Settings) error {
	if under := slices.DeleteFunc(slices.Clone(moved), func(l OrderLine) bool { return !l.UnderFloor() }); len(under) > 0 {
		return stopped(under, s)
	}
	var names []string
	for _, l := range moved {
		was := slices.IndexFunc(before, func(b OrderLine) bool { return b.Seq == l.Seq })
		if was >= 0 && before[was].ListPrice != l.ListPrice {
			names = append(names, l.Label()+" "+before[was].money(before[was].ListPrice)+" → "+l.money(l.ListPrice))
		}
	}
	if len(names) > 0 {
		return Refuse(RefusedListed, names...)
	}
	return nil
}
