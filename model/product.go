package model

import "slices"

// Product is a product or sample 产品/样板 (rule 1.3). Prices are minor units of
// Currency.
type Product struct {
	Meta
	Code       string
	Name       string
	Colour     string
	Spec       string
	Unit       string
	Currency   string
	ListPrice  int64
	FloorPrice int64
	Inactive   bool
}

// ProductFields is the product's field table.
var ProductFields = Fields[Product]{
	text("code", func(p *Product) *string { return &p.Code }).required().max(60).form(1).half(),
	text("name", func(p *Product) *string { return &p.Name }).form(3),
	text("colour", func(p *Product) *string { return &p.Colour }).form(5),
	text("spec", func(p *Product) *string { return &p.Spec }).form(4).half(),
	text("unit", func(p *Product) *string { return &p.Unit }).form(2),
	text("currency", func(p *Product) *string { return &p.Currency }).max(3).form(8),
	amount("list_price", func(p *Product) *int64 { return &p.ListPrice }).form(6).half(),
	amount("floor_price", func(p *Product) *int64 { return &p.FloorPrice }).form(7),
	flagField(Spec{Code: "inactive"}, func(p *Product) *bool { return &p.Inactive }).when(ownAct),
}

// CustomerPrice is a customer's own price 客户专价 of a product, with their own
// colour and sample number (rule 1.1).
type CustomerPrice struct {
	Meta
	CustomerID int64
	Product    string // the product's code, or what the customer calls it
	Currency   string
	Price      int64
	Colour     string
	SampleNo   string
}

// CustomerPriceFields is the customer price's field table.
var CustomerPriceFields = Fields[CustomerPrice]{
	ofCustomer(func(p *CustomerPrice) *int64 { return &p.CustomerID }),
	text("product", func(p *CustomerPrice) *string { return &p.Product }).required(),
	text("currency", func(p *CustomerPrice) *string { return &p.Currency }).max(3),
	amount("price", func(p *CustomerPrice) *int64 { return &p.Price }),
	text("colour", func(p *CustomerPrice) *string { return &p.Colour }),
	text("sample_no", func(p *CustomerPrice) *string { return &p.SampleNo }),
}

// Complete fills in the currency of the prices.
func (p *Product) Complete(s Settings) { setIfEmpty(&p.Currency, s.Currency) }

// Check refuses a product that can't be kept.
func (p *Product) Check() error {
	if err := ProductFields.Check(p); err != nil {
		return err
	}
	if p.Currency != "" && !IsCurrency(p.Currency) {
		return At("currency", Refuse(RefusedCurrency, p.Currency))
	}
	return nil
}

// ProductView is the list of products; those that aren't sold any more are put
// away.
var ProductView = View[Product]{
	Record:  RowOfProduct,
	Meta:    func(p *Product) *Meta { return &p.Meta },
	Columns: slices.Concat(Lift(ProductFields, func(p *Product) *Product { return p }), Instants(func(p *Product) *Meta { return &p.Meta })),
	Usual:   []string{"code", "name", "colour", "spec", "unit", "currency", "list_price", "floor_price", "inactive"},
	Sort:    "code",
	Shelf:   "inactive",
}
