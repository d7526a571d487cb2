package model

import "slices"

// ItemOf is a record that is kept as an item, with whose it is.
type ItemOf struct {
	Item
	Customer string // the name
	Archived bool   // the customer is
}

// ItemViews are the lists of the records that a customer has on the card and
// that have no view of their own, by the customers' names; those of archived
// customers are put away with them.
var ItemViews = itemViews()

func itemViews() map[string]*View[ItemOf] {
	views := map[string]*View[ItemOf]{}
	for _, a := range AttachedRecords {
		if a.Record != "contact" && a.Record != "market_note" {
			views[a.Record] = itemView(a)
		}
	}
	return views
}

// usualItems is how many columns the list of items begins with.
const usualItems = 7

func itemView(a Attached) *View[ItemOf] {
	meta := func(r *ItemOf) *Meta { return &Meta{ID: r.ID, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt} }
	whose := Column[ItemOf]{
		Spec: Spec{Code: "customer_id", Kind: KindRef, Of: RowOfCustomer, Kept: true}, SQL: func(AsOf) string { return "r.customer_id" },
		Get: func(r *ItemOf, _ AsOf) string { return NumberText(r.CustomerID) }, Name: func(r *ItemOf) string { return r.Customer },
	}
	columns, usual := []Column[ItemOf]{whose}, []string{"customer_id"}
	for _, spec := range a.Fields {
		columns = append(columns, Column[ItemOf]{
			Spec: spec, Get: func(r *ItemOf, _ AsOf) string { return r.Values[spec.Code] }, SQL: func(AsOf) string { return "r." + spec.Code },
		})
		if len(usual) < usualItems {
			usual = append(usual, spec.Code)
		}
	}
	columns = append(columns, withCustomer(func(r *ItemOf) bool { return r.Archived }))
	return &View[ItemOf]{
		Record: a.Record, Meta: meta, Columns: slices.Concat(columns, Instants(meta)), Usual: usual, Sort: "customer_id", Shelf: "archived",
	}
}
