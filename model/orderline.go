package model

import "strconv"

// OrderLine is one line of an order: a product, or free text. Amounts are minor
// units of Currency, which is the order's; quantities are thousandths.
type OrderLine struct {
	Meta
	OrderID    int64
	CustomerID int64
	Seq        int64  // 1..
	Product    string // the product's code; empty = free text
	Name       string
	Spec       string
	Colour     string
	Unit       string
	Quantity   int64 // ordered
	Returned   int64 // of it, what came back
	Currency   string
	UnitPrice  int64
	Discount   int64 // off the line
	Amount     int64 // kept: what stays × unit price − discount
	ListPrice  int64 // of the product when the line was written
	FloorPrice int64 // of the product when the line was written
}

// OrderLineFields is the line's field table.
var OrderLineFields = Fields[OrderLine]{
	ofOrder(func(l *OrderLine) *int64 { return &l.OrderID }),
	ofCustomer(func(l *OrderLine) *int64 { return &l.CustomerID }),
	number("seq", 1, 9999, func(l *OrderLine) *int64 { return &l.Seq }).kept(),
	text("product", func(l *OrderLine) *string { return &l.Product }).max(60),
	text("name", func(l *OrderLine) *string { return &l.Name }),
	text("spec", func(l *OrderLine) *string { return &l.Spec }),
	text("colour", func(l *OrderLine) *string { return &l.Colour }),
	text("unit", func(l *OrderLine) *string { return &l.Unit }),
	quantity("quantity", func(l *OrderLine) *int64 { return &l.Quantity }).required(),
	quantity("returned", func(l *OrderLine) *int64 { return &l.Returned }).kept(),
	text("currency", func(l *OrderLine) *string { return &l.Currency }).required().max(3).kept(),
	amount("unit_price", func(l *OrderLine) *int64 { return &l.UnitPrice }),
	amount("discount", func(l *OrderLine) *int64 { return &l.Discount }),
	amount("amount", func(l *OrderLine) *int64 { return &l.Amount }).kept(),
	amount("list_price", func(l *OrderLine) *int64 { return &l.ListPrice }).kept(),
	amount("floor_price", func(l *OrderLine) *int64 { return &l.FloorPrice }).kept(),
}

// Stays is the quantity that the customer keeps.
func (l *OrderLine) Stays() int64 { return l.Quantity - l.Returned }

// Settle works out the amount. A discount over what the line comes to, and an
// amount that can't be kept, are refused.
func (l *OrderLine) Settle() error {
	gross, ok := PriceOf(l.Stays(), l.UnitPrice)
	switch {
	case !ok:
		return At("quantity", Refuse(RefusedAmountRange, Quantity(l.Quantity)+" × "+l.money(l.UnitPrice)))
	case l.Discount > gross:
		return At("discount", Refuse(RefusedMore, l.money(l.Discount), l.money(gross)))
	}
	l.Amount = gross - l.Discount
	return nil
}

// Check refuses a line that can't be kept.
func (l *OrderLine) Check() error {
	switch {
	case l.Product == "" && l.Name == "":
		return At("name", Refuse(RefusedRequired))
	case l.Quantity <= 0:
		return At("quantity", Refuse(RefusedNone))
	case l.Returned > l.Quantity:
		return At("quantity", Refuse(RefusedMore, Quantity(l.Returned), Quantity(l.Quantity)))
	}
	if err := OrderLineFields.Check(l); err != nil {
		return err
	}
	return l.Settle()
}

func (l *OrderLine) money(n int64) string { return Money{n, l.Currency}.String() }

// TakeBack notes that a part of the line came back: the discount shrinks with
// what stays, and the amount falls.
func (l *OrderLine) TakeBack(quantity int64) error {
	if quantity <= 0 || quantity > l.Stays() {
		return At("quantity", Refuse(RefusedMore, Quantity(quantity), Quantity(l.Stays())))
	}
	before, stays := l.Amount, l.Stays()-quantity
	discount, _ := share(l.Discount, stays, l.Stays())
	gross, _ := PriceOf(stays, l.UnitPrice)
	l.Returned += quantity
	l.Discount = min(max(discount, gross-before), gross)
	return l.Settle()
}

// UnderFloor reports whether the line is sold for less than its product may be.
func (l *OrderLine) UnderFloor() bool {
	least, ok := PriceOf(l.Stays(), l.FloorPrice)
	return l.FloorPrice > 0 && (!ok || l.Amount < least)
}

// NetPrice is what a unit of the line comes to with its discount.
func (l *OrderLine) NetPrice() int64 {
	price, ok := share(l.Amount, oneUnit, l.Stays())
	if !ok || l.Stays() <= 0 {
		return l.UnitPrice
	}
	return price
}

// Discounted is the discount in tenths of a percent of what the line comes to.
func (l *OrderLine) Discounted() int64 {
	tenths, _ := PerMille(l.Discount, l.Amount+l.Discount)
	return tenths
}

// Label is what the line is called: the product's code and name.
func (l *OrderLine) Label() string {
	switch {
	case l.Product == "":
		return l.Name
	case l.Name == "":
		return l.Product
	}
	return l.Product + " " + l.Name
}

// called is the line's label with spec and colour.
func (l *OrderLine) called() string {
	text := l.Label()
	for _, part := range []string{l.Spec, l.Colour} {
		if part != "" {
			text += " " + part
		}
	}
	return text
}

// Text is the line as the history of changes keeps it.
func (l *OrderLine) Text() string {
	text := l.called() + " " + Quantity(l.Quantity) + l.Unit
	if l.Returned > 0 {
		text += " (-" + Quantity(l.Returned) + ")"
	}
	text += " × " + l.money(l.UnitPrice)
	if l.Discount > 0 {
		text += " - " + l.money(l.Discount)
	}
	return text + " = " + l.money(l.Amount)
}

// SumLines is what lines come to; false when it can't be kept.
func SumLines(lines []OrderLine) (int64, bool) {
	var total int64
	for _, l := range lines {
		var ok bool
		if total, ok = AddMoney(total, l.Amount); !ok || total > MaxAmount {
			return 0, false
		}
	}
	return total, true
}

// NumberLines gives lines their places and what they share with the order, and
// works out their amounts and the order's total. A refusal of a line is a
// LineError.
func NumberLines(o *Order, lines []OrderLine) error {
	for i := range lines {
		l := &lines[i]
		l.OrderID, l.CustomerID, l.Currency, l.Seq = o.ID, o.CustomerID, o.Currency, int64(i+1)
		if err := l.Settle(); err != nil {
			return OfLine(i, err)
		}
	}
	total, ok := SumLines(lines)
	if !ok {
		return At("total", Refuse(RefusedAmountRange, o.Currency))
	}
	o.Total = total
	return nil
}

// OfLine says of which line, counted from 0, a refusal is.
func OfLine(i int, err error) error {
	if fe, ok := err.(*FieldError); ok {
		return &LineError{Line: i + 1, Err: fe}
	}
	return err
}

// LineError says which line of an order was refused, and why.
type LineError struct {
	Line int // from 1
	Err  *FieldError
}

func (e *LineError) Error() string { return strconv.Itoa(e.Line) + ": " + e.Err.Error() }

func (e *LineError) Unwrap() error { return e.Err }

// FillFrom takes from a product what a line doesn't say itself, and notes the
// product's prices. own is the customer's own price, which goes before the list
// price; a zero one is none. Prices in another currency are left out.
func (l *OrderLine) FillFrom(p Product, own CustomerPrice) {
	setIfEmpty(&l.Name, p.Name)
	setIfEmpty(&l.Spec, p.Spec)
	setIfEmpty(&l.Colour, own.Colour)
	setIfEmpty(&l.Colour, p.Colour)
	setIfEmpty(&l.Unit, p.Unit)
	l.ListPrice, l.FloorPrice = 0, 0
	if p.Currency == l.Currency {
		l.ListPrice, l.FloorPrice = p.ListPrice, p.FloorPrice
	}
	if l.UnitPrice == 0 && own.Currency == l.Currency {
		l.UnitPrice = own.Price
	}
	if l.UnitPrice == 0 {
		l.UnitPrice = l.ListPrice
	}
}
