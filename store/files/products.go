package files

import (
	"errors"
	"slices"

	"genjin/model"
	"genjin/model/label"
)

// productHeading is what a header of a list of products names.
func (r *reader) productHeading(header string, taken map[heading]bool) heading {
	text := model.Clean(header)
	if text == "" || len(text) > mostHeader {
		return heading{}
	}
	if h, ok := r.mapping[folded(text)]; ok {
		r.met[folded(text)] = true
		return h
	}
	key := [2]string{recordProduct, text}
	h, met := r.known[key]
	if !met {
		if code, ok := label.ReadHeader(recordProduct, text); ok && model.FieldOf(recordProduct, code).Code != "" {
			h = heading{recordProduct, code}
		}
		r.known[key] = h
	}
	if h != (heading{}) && !taken[h] {
		return h
	}
	if code, ok := r.field(recordCustomer, text); ok && code == "phones" {
		return customerCall // no product has one
	}
	return heading{}
}

// productHeader finds the header row of a list of products: it has a code, and
// a price, or two of name, spec, colour and unit.
func (r *reader) productHeader(s *Sheet) (table, bool) {
	return r.headerOf(s, model.DocumentProducts, r.productHeading, func(has map[heading]bool) bool {
		of := func(code string) bool { return has[heading{recordProduct, code}] }
		signs := 0
		for _, code := range []string{"name", "spec", "colour", "unit"} {
			if of(code) {
				signs++
			}
		}
		return of("code") && !has[customerCall] && (of("list_price") || of("floor_price") || signs > 1)
	})
}

// products reads a list of products.
func (r *reader) products(s *Sheet, t table) error {
	return r.plainRows(s, t, isOfOrder, func(p model.Proposal, values map[heading]string) model.Proposal {
		p.Product, p.Err = product(values)
		return p
	})
}

// product understands a row of a list of products.
func product(values map[heading]string) (*model.ProposedProduct, error) {
	p := &model.ProposedProduct{}
	var errs []error
	if text := values[heading{recordProduct, "currency"}]; text != "" {
		currency, err := currencyOf(text)
		errs = append(errs, err)
		p.Product.Currency = currency
	} else {
		var prices lender
		prices.look(recordProduct, model.ProductFields.Specs(), func(h heading) string { return values[h] })
		p.Product.Currency = prices.lends(&p.Naming)
	}
	for _, f := range model.ProductFields {
		text := values[heading{recordProduct, f.Code}]
		if isNothing(f.Spec, text) {
			continue
		}
		var err error
		switch {
		case f.Code == "currency":
		case f.Kind == model.KindAmount:
			*f.Ptr(&p.Product).(*int64), err = sum(f.Spec, text, &p.Product.Currency, &p.Naming)
		default:
			err = label.Set(recordProduct, model.ProductFields, f.Code, &p.Product, text, "", model.Nearest)
		}
		if err != nil {
			errs = append(errs, err)
		} else if f.Get(&p.Product) != "" {
			p.Given = append(p.Given, f.Code)
		}
	}
	if p.Product.Currency != "" && !slices.Contains(p.Given, "currency") {
		p.Given = append(p.Given, "currency")
	}
	if p.Product.Code == "" {
		errs = append(errs, model.At("code", model.Refuse(model.RefusedRequired)))
	}
	return p, errors.Join(errs...)
}
