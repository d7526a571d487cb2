package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// contactCards writes contacts as cards for a phone, in the order of the ids.
func (s *Store) contactCards(ctx context.Context, ids []int64, lang label.Lang) (int, func(io.Writer) error, error) {
	k := files.Contacts{Lang: lang}
	var err error
	k.All, err = inParts(ctx, ids, func(ctx context.Context, ids []int64) ([]model.ContactOf, error) {
		return s.ContactList().Rows(ctx, ids, false)
	})
	return len(k.All), k.WriteVCards, err
}

// calendarWriter writes what is coming of customers; how many customers it is
// about.
func (s *Store) calendarWriter(ctx context.Context, ids []int64, lang label.Lang) (int, func(io.Writer) error, error) {
	cards, err := s.cards(ctx, ids)
	if err != nil {
		return 0, nil, err
	}
	k := files.Calendar{Customers: cards.Customers, Today: s.today(), Now: s.now(), Lang: lang}
	const theirs = "WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id"
	if k.Contacts, err = contacts.query(ctx, s.db, theirs, jsonList(ids)); err != nil {
		return 0, nil, err
	}
	if k.Occasions, err = occasions.query(ctx, s.db, theirs, jsonList(ids)); err != nil {
		return 0, nil, err
	}
	return len(cards.Customers), k.Write, nil
}
