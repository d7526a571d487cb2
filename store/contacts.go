package store

import (
	"context"

	"genjin/model"
)

// contactSource is where the list of contacts is read from.
var contactSource = source[model.ContactOf]{
	view: &model.ContactView, from: fromTable("contact"),
	search: func(ctx context.Context, s *Store, _, text string) (clause, error) {
		wanted := folded(model.Clean(text))
		fits, err := s.fits(ctx, wanted)
		if err != nil {
			return clause{}, err
		}
		found, err := contacts.query(ctx, s.db, "")
		var ids []int64
		for _, c := range found {
			if _, ok := fits[c.CustomerID]; ok || contactFits(c, wanted) {
				ids = append(ids, c.ID)
			}
		}
		return clause{"r.id IN (SELECT value FROM json_each(?))", []any{jsonList(ids)}}, err
	},
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.ContactOf, error) {
		found, err := contacts.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		if err != nil {
			return nil, err
		}
		who := make([]int64, len(found))
		for i, c := range found {
			who[i] = c.CustomerID
		}
		of, err := s.owners(ctx, who)
		list := make([]model.ContactOf, len(found))
		for i, c := range found {
			list[i] = model.ContactOf{Contact: c, Customer: of[c.CustomerID].Name, Archived: of[c.CustomerID].Archived}
		}
		return list, err
	},
}

// ContactList is the list of contacts.
func (s *Store) ContactList() model.Lister[model.ContactOf] {
	return listing[model.ContactOf]{&contactSource, s}
}

// owners are customers by id, what a list tells of them.
func (s *Store) owners(ctx context.Context, ids []int64) (map[int64]model.Customer, error) {
	rows, err := s.db.QueryContext(ctx, "SELECT id, name, archived FROM customer WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	of := map[int64]model.Customer{}
	for rows.Next() {
		var c model.Customer
		if err := rows.Scan(&c.ID, &c.Name, &c.Archived); err != nil {
			return nil, err
		}
		of[c.ID] = c
	}
	return of, rows.Err()
}

// contactFits searches a contact as a customer is searched.
func contactFits(c model.Contact, wanted string) bool {
	text := searchText(model.Customer{Name: c.Name, Phones: c.Phones, WeChat: c.WeChat, Email: c.Email})
	if digits := model.PhoneDigits(wanted); digits != "" && digits != wanted && fit(text, digits) != noFit {
		return true
	}
	return fit(text, wanted) != noFit
}
