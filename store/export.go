package store

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/store/exchange"
)

// ExportForm writes the paper form 客户基本信息及业务跟踪情况表 as xlsx, a sheet a
// customer in the order of the ids. The export is logged.
func (s *Store) ExportForm(ctx context.Context, path string, ids []int64) error {
	if !strings.EqualFold(filepath.Ext(path), ".xlsx") {
		return fmt.Errorf("%s: %w", filepath.Base(path), model.ErrFileFormat)
	}
	cards, err := s.cards(ctx, ids)
	if err != nil {
		return err
	}
	if len(cards.Customers) == 0 {
		return model.ErrNotFound
	}
	cards.Entries = map[int64][]model.Entry{}
	for _, c := range cards.Customers {
		if cards.Entries[c.ID], err = journal.query(ctx, s.db, "WHERE customer_id = ? ORDER BY seq, id", c.ID); err != nil {
			return err
		}
	}
	return s.export(ctx, path, len(cards.Customers), cards.WriteForms)
}

// ExportCustomers writes cards in the order of the ids as a list, by the
// path's extension: xlsx or csv with headers and values in words, json with
// codes (SPEC 4). The export is logged.
func (s *Store) ExportCustomers(ctx context.Context, path string, ids []int64, lang label.Lang) error {
	cards, err := s.cards(ctx, ids)
	if err != nil {
		return err
	}
	cards.Lang = lang
	write, ok := map[string]func(io.Writer) error{
		".xlsx": cards.WriteWorkbook, ".csv": cards.WriteCSV, ".json": cards.WriteJSON,
	}[strings.ToLower(filepath.Ext(path))]
	if !ok {
		return fmt.Errorf("%s: %w", filepath.Base(path), model.ErrFileFormat)
	}
	return s.export(ctx, path, len(cards.Customers), write)
}

// export writes a file and notes in the log that customers' data left.
func (s *Store) export(ctx context.Context, path string, n int, write func(io.Writer) error) error {
	if err := exchange.Replace(path, write); err != nil {
		return err
	}
	return s.NoteExport(ctx, fmt.Sprintf("%s (%d)", filepath.Base(path), n))
}

// cards reads the customers of an export and the names of those who brought
// them.
func (s *Store) cards(ctx context.Context, ids []int64) (exchange.Cards, error) {
	const some = 500 // ids of one query
	k := exchange.Cards{Names: map[int64]string{}}
	var referrers []int64
	for part := range slices.Chunk(ids, some) {
		read, err := s.CustomersByID(ctx, part)
		if err != nil {
			return k, err
		}
		k.Customers = append(k.Customers, read...)
	}
	for _, c := range k.Customers {
		if c.Referrer != 0 {
			referrers = append(referrers, c.Referrer)
		}
	}
	slices.Sort(referrers)
	for part := range slices.Chunk(slices.Compact(referrers), some) {
		read, err := s.CustomersByID(ctx, part)
		if err != nil {
			return k, err
		}
		for _, c := range read {
			k.Names[c.ID] = c.Name
		}
	}
	return k, nil
}
