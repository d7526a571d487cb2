package store

import (
	"context"
	"io"
	"strings"

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

// pricesInWords are the customers' own prices, joined: product, price, colour
// and sample number; nil when nobody has any.
func (s *Store) pricesInWords(ctx context.Context, ids []int64, lang label.Lang) (map[int64]string, error) {
	prices, err := kinds["customer_price"].items(ctx, s.db, "WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id, id",
		jsonList(ids))
	if err != nil || len(prices) == 0 {
		return nil, err
	}
	kind, _ := model.AttachedOf("customer_price")
	words := map[int64]string{}
	for _, it := range prices {
		var parts []string
		for _, f := range kind.Fields {
			text := label.Show(it.Record, f, it.Values[f.Code], it.Values["currency"], lang)
			switch {
			case text == "" || f.Code == "currency":
			case f.Code == "colour" || f.Code == "sample_no":
				parts = append(parts, label.Field(it.Record, f.Code, lang)+" "+text)
			default:
				parts = append(parts, text)
			}
		}
		line := strings.Join(parts, " ")
		if before := words[it.CustomerID]; before != "" {
			line = before + "\n" + line
		}
		words[it.CustomerID] = line
	}
	return words, nil
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
