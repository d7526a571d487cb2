package model

import "slices"

// ItemOf is a record that is kept as an item, with whose it is.
type ItemOf struct {
	Item
	Customer string // the name
	Archived bool   // the customer is
}

// ItemViews are the lists of the records that are kept as items and have no view
// of their own: those of a customer by the customers' names, those of archived
// ones put away with them; those of nobody by their first field, the last first.
var ItemViews = itemViews()

// ownViews are kept as items, and have views of their own.
var ownViews = []string{"contact", "market_note", RowOfCampaign}

func itemViews() map[string]*View[ItemOf] {
	views := map[string]*View[ItemOf]{}
	for _, k := range Kinds {
		if k.IsItem() && !slices.Contains(ownViews, k.Record) {
			views[k.Record] = itemView(k)
		}
	}
	return views
}

// itemColumns are what lists of items say beside the fields, and itemPresets the
// lists that people ask for by name.
var (
	itemColumns = map[string][]Column[ItemOf]{"document": documentColumns, "contract": contractColumns, "minutes": minutesColumns}
	itemPresets = map[string][]Preset{"document": documentPresets, "contract": contractPresets}
)

// usualItems is how many columns the list of items begins with.
const usualItems = 7

func itemView(k RecordKind) *View[ItemOf] {
	meta := func(r *ItemOf) *Meta { return &Meta{ID: r.ID, CreatedAt: r.CreatedAt, UpdatedAt: r.UpdatedAt} }
	view := &View[ItemOf]{Record: k.Record, Meta: meta}
	if k.OfCustomer() {
		view.Columns = append(view.Columns, Column[ItemOf]{
			Spec: Spec{Code: "customer_id", Kind: KindRef, Of: RowOfCustomer, Kept: true}, SQL: func(AsOf) string { return "r.customer_id" },
			Get: func(r *ItemOf, _ AsOf) string { return NumberText(r.CustomerID) }, Name: func(r *ItemOf) string { return r.Customer },
		})
		view.Usual, view.Sort, view.Shelf = []string{"customer_id"}, "customer_id", "archived"
	}
	usual := view.Usual
	for _, spec := range filledIn(k.Specs) {
		view.Columns = append(view.Columns, Column[ItemOf]{
			Spec: spec, Get: func(r *ItemOf, _ AsOf) string { return r.Values[spec.Code] }, SQL: func(AsOf) string { return "r." + spec.Code },
		})
		if view.Sort == "" {
			view.Sort = "-" + spec.Code
		}
		if !spec.Asked { // a page of questions is no cell
			usual = append(usual, spec.Code)
		}
	}
	for _, d := range k.Tells {
		view.Columns = append(view.Columns, Column[ItemOf]{
			Spec: d.Spec, Get: func(r *ItemOf, _ AsOf) string { return r.Values[d.Code] }, SQL: func(AsOf) string { return d.SQL },
		})
	}
	most := usualItems - len(k.Tells)
	view.Usual = usual[:min(len(usual), most)]
	for _, d := range k.Tells { // they are what the list is looked at for
		view.Usual = append(view.Usual, d.Code)
	}
	view.Columns, view.Presets = append(view.Columns, itemColumns[k.Record]...), itemPresets[k.Record]
	if k.OfCustomer() {
		view.Columns = append(view.Columns, withCustomer(func(r *ItemOf) bool { return r.Archived }))
	}
	view.Columns = append(view.Columns, Instants(meta)...)
	return view
}
