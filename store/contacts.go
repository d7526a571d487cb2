package store

import (
	"context"

	"genjin/model"
)

// AllContacts are the contacts of all customers, by the customers' names.
func (s *Store) AllContacts(ctx context.Context, q model.ContactQuery) ([]model.ContactOf, error) {
	whose := "customer_id IN (SELECT customer_id FROM customer_search WHERE archived = ?2)"
	if q.Customer != 0 {
		whose = "customer_id = ?1 AND (SELECT archived FROM customer_search WHERE customer_id = ?1) = ?2"
	}
	found, err := contacts.query(ctx, s.db, `WHERE `+whose+`
		ORDER BY (SELECT text FROM customer_search s WHERE s.customer_id = contact.customer_id), customer_id, id`, q.Customer, q.Archived)
	if err != nil {
		return nil, err
	}
	wanted := folded(model.Clean(q.Search))
	var fits map[int64]int
	if wanted != "" {
		if fits, err = s.fits(ctx, wanted); err != nil {
			return nil, err
		}
	}
	var ids []int64
	kept := found[:0]
	for _, c := range found {
		if _, ok := fits[c.CustomerID]; wanted == "" || ok || contactFits(c, wanted) {
			kept, ids = append(kept, c), append(ids, c.CustomerID)
		}
	}
	names, err := s.namesOf(ctx, ids)
	list := make([]model.ContactOf, len(kept))
	for i, c := range kept {
		list[i] = model.ContactOf{Contact: c, Customer: names[c.CustomerID]}
	}
	return list, err
}

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

// namesOf are the names of customers by id.
func (s *Store) namesOf(ctx context.Context, ids []int64) (map[int64]string, error) {
	names := map[int64]string{}
	rows, err := s.db.QueryContext(ctx, "SELECT id, name FROM customer WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	for rows.Next() {
		var id int64
		var name string
		if err := rows.Scan(&id, &name); err != nil {
			return nil, err
		}
		names[id] = name
	}
	return names, rows.Err()
}
