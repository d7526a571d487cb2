package store

import (
	"cmp"

	"genjin/model"
)

// currency is that of a row's amounts that names none: the one that is usual
// there, the customer's or the product's, else that of the settings.
func (p *plan) currency(usual string, n model.Naming) string {
	return n.Of(cmp.Or(usual, p.settings.Currency))
}

// infers marks a currency that a row didn't name as inferred, where another one
// might be expected.
func (p *plan) infers(currency string, list *model.List) {
	if currency != model.DefaultCurrency || p.settings.Currency != model.DefaultCurrency {
		*list = model.ListOf(append(list.Items(), "currency")...)
	}
}

// lends marks the currency of a row as inferred where only some of its amounts
// name it.
func (p *plan) lends(currency string, n model.Naming, list *model.List) {
	if n.Lent && currency != "" {
		p.infers(currency, list)
	}
}

// priceCard brings the amounts of a card that name no currency into that of the
// customer who is there.
func (p *plan) priceCard(t *target, prop *model.Proposal) error {
	c := &prop.Customer
	p.lends(c.Currency, prop.Naming, &c.Inferred)
	if c.Currency != "" || c.ExpectedAmount == 0 && c.CreditLimit == 0 || prop.Whole {
		return nil
	}
	usual := ""
	if t != nil {
		usual = t.card.Currency
	}
	priced := *c
	if err := model.InCurrency(model.CustomerFields, &priced, p.currency(usual, prop.Naming)); err != nil {
		return err
	}
	p.infers(priced.Currency, &priced.Inferred)
	*c = priced
	return nil
}

// pricedProduct is a product whose prices name no currency in that of the one
// that is there.
func (p *plan) pricedProduct(given *model.ProposedProduct, kept string, inferred *model.List) (model.Product, error) {
	planned := given.Product
	p.lends(planned.Currency, given.Naming, inferred)
	if planned.Currency != "" || planned.ListPrice == 0 && planned.FloorPrice == 0 {
		return planned, nil
	}
	err := model.InCurrency(model.ProductFields, &planned, p.currency(kept, given.Naming))
	p.infers(planned.Currency, inferred)
	return planned, err
}

// priceProject brings a quote that names no currency into the customer's.
func (p *plan) priceProject(t *target, prop *model.ProposedProject) error {
	if prop.Project.Currency != "" || prop.Project.Quote == 0 {
		return nil
	}
	return model.InCurrency(model.ProjectFields, &prop.Project, p.currency(t.card.Currency, prop.Naming))
}

// priceOrder is an order of the customer's whose amounts name no currency in
// theirs.
func (p *plan) priceOrder(t *target, po *model.ProposedOrder) {
	p.lends(po.Order.Currency, po.Naming, &po.Inferred)
	if t == nil || po.Err != nil || po.Order.Currency != "" {
		return
	}
	*po = po.In(p.currency(t.card.Currency, po.Naming))
	p.infers(po.Order.Currency, &po.Inferred)
}
