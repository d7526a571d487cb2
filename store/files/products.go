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

// products reads a list of products, a proposal a row.
func (r *reader) products(s *Sheet, t table) error {
	r.note(s, &t, isOfOrder)
	r.rows.above(t)
	before, why := len(r.file.Proposals), t.reasons(s)
	for row := t.first; row < len(s.Rows); row++ {
		if err := r.step(row, len(s.Rows)); err != nil {
			return err
		}
		if why[row] != "" {
			r.rows.skip(row, why[row])
			continue
		}
		r.rows.take(row, s.Number(row))
		if len(r.file.Proposals) >= mostCustomers {
			return model.ErrFileTooLarge
		}
		cells := r.cells(s, t, row)
		p := model.Proposal{Sheet: s.Name, Row: s.Number(row), Cells: cells, Known: true}
		p.Product, p.Err = product(t.moneyValues(cells))
		r.file.Proposals = append(r.file.Proposals, p)
	}
	if len(r.file.Proposals) > before {
		r.file.Headers[s.Name] = t.headers()
		if r.file.Document == "" {
			r.file.Document = model.DocumentProducts
		}
	}
	return nil
}

// product understands a row of a list of products.
func product(values map[heading]string) (*model.ProposedProduct, error) {
	p := &model.ProposedProduct{}
	var errs []error
	if text := values[heading{recordProduct, "currency"}]; text != "" {
		currency, err := currencyOf(text)
		errs = append(errs, err)
		p.Product.Currency = currency
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
