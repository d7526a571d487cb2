package store

import (
	"context"
	"io"
	"slices"

	"genjin/model"

	"genjin/store/files"
)

// ExportAging writes an aging report by the path's extension: xlsx, csv, md,
// html or json. The export is logged.
func (s *Store) ExportAging(ctx context.Context, path string, a model.Aging, lang string) error {
	k := files.Ages{Aging: a, Lang: spoken(lang)}
	return s.exportReport(ctx, path, len(a.Lines), append(slices.Clone(gridFormats), "json"), func(format string) func(io.Writer) error {
		if format == "json" {
			return k.WriteJSON
		}
		return gridWriter(k.Grid(), format)
	})
}

// tellApart names what payments settle so that each name stands for one of all
// that the customer owes.
func (s *Store) tellApart(ctx context.Context, list []model.PaymentOf) error {
	var who []int64
	for i := range list {
		who = append(who, list[i].CustomerID)
	}
	ids, err := s.ids(ctx, "SELECT id FROM receivable WHERE customer_id IN (SELECT value FROM json_each(?)) ORDER BY id", jsonList(who))
	if err != nil {
		return err
	}
	owed, err := inParts(ctx, ids, s.receivablesAsOf)
	of := map[int64][]model.Receivable{}
	for _, r := range owed {
		of[r.CustomerID] = append(of[r.CustomerID], r)
	}
	called := map[int64]string{}
	for _, theirs := range of {
		for i, name := range model.Refs(theirs) {
			called[theirs[i].ID] = name
		}
	}
	for i := range list {
		list[i].Names = called
	}
	return err
}

// apart are the phones by which customers of a list are told from others of
// their name, by id.
func (s *Store) apart(ctx context.Context) (map[int64]string, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT id, phones FROM customer WHERE phones <> '' AND id IN (SELECT customer_id
		FROM customer_key k WHERE kind = ?1
		AND key IN (SELECT key FROM customer_key WHERE kind = ?1 GROUP BY key HAVING count(*) > 1))`, keyName)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	phones := map[int64]string{}
	for rows.Next() {
		var id int64
		var list string
		if err := rows.Scan(&id, &list); err != nil {
			return nil, err
		}
		phones[id] = list
	}
	return phones, rows.Err()
}

// inParts reads records by their ids, some a query.
func inParts[T any](ctx context.Context, ids []int64, read func(context.Context, []int64) ([]T, error)) ([]T, error) {
	const some = 2000
	var all []T
	for part := range slices.Chunk(ids, some) {
		list, err := read(ctx, part)
		if err != nil {
			return nil, err
		}
		all = append(all, list...)
	}
	return all, nil
}
