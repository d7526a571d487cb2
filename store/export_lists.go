package store

import (
	"context"
	"io"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/store/exchange"
)

// entriesWriter writes journal entries as a list, in the order of the ids.
func (s *Store) entriesWriter(ctx context.Context, ids []int64, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	const some = 2000 // ids of one query
	k := exchange.Entries{Lang: lang}
	for part := range slices.Chunk(ids, some) {
		cases, err := s.JournalRows(ctx, part)
		if err != nil {
			return 0, nil, err
		}
		k.Cases = append(k.Cases, cases...)
	}
	if format == "json" {
		return len(k.Cases), k.WriteJSON, nil
	}
	return len(k.Cases), gridWriter(k.Grid(), format), nil
}

// contactsWriter writes contacts as a list, or as cards for a phone, in the
// order of the ids.
func (s *Store) contactsWriter(ctx context.Context, ids []int64, lang label.Lang, format string) (int, func(io.Writer) error, error) {
	k := exchange.Contacts{Lang: lang}
	all, err := contacts.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	if err != nil {
		return 0, nil, err
	}
	place := make(map[int64]int, len(ids))
	for i, id := range ids {
		place[id] = i
	}
	slices.SortFunc(all, func(a, b model.Contact) int { return place[a.ID] - place[b.ID] })
	var customers []int64
	for _, c := range all {
		customers = append(customers, c.CustomerID)
	}
	names, err := s.namesOf(ctx, customers)
	if err != nil {
		return 0, nil, err
	}
	for _, c := range all {
		k.All = append(k.All, model.ContactOf{Contact: c, Customer: names[c.CustomerID]})
	}
	switch format {
	case "json":
		return len(k.All), k.WriteJSON, nil
	case "vcf":
		return len(k.All), k.WriteVCards, nil
	}
	return len(k.All), gridWriter(k.Grid(), format), nil
}

// pricesInWords are the customers' own prices, joined: product, price, colour
// and sample number; nil when nobody has any.
func (s *Store) pricesInWords(ctx context.Context, ids []int64, lang label.Lang) (map[int64]string, error) {
	prices, err := kinds["customer_price"].items(ctx, s.db, "WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY customer_id, id", jsonList(ids))
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
	k := exchange.Calendar{Customers: cards.Customers, Today: s.today(), Now: s.now(), Lang: lang}
	const theirs = "WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id"
	if k.Contacts, err = contacts.query(ctx, s.db, theirs, jsonList(ids)); err != nil {
		return 0, nil, err
	}
	if k.Occasions, err = occasions.query(ctx, s.db, theirs, jsonList(ids)); err != nil {
		return 0, nil, err
	}
	return len(cards.Customers), k.Write, nil
}
