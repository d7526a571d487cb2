package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// listWriter writes rows of a view as a list, in the order of the ids: what the
// person chose to see, or every column.
func listWriter[R any](
	ctx context.Context, s *Store, l model.Lister[R], words label.List[R], e model.Export, lang label.Lang, format string,
) (int, func(io.Writer) error, error) {
	at, err := l.AsOf(ctx)
	if err != nil {
		return 0, nil, err
	}
	rows, err := inParts(ctx, e.IDs, func(ctx context.Context, ids []int64) ([]R, error) { return l.Rows(ctx, ids, true) })
	if err != nil {
		return 0, nil, err
	}
	phones, err := s.apart(ctx)
	if err != nil {
		return 0, nil, err
	}
	if format == "json" {
		return len(rows), func(w io.Writer) error { return files.ListJSON(w, l.View(), rows, at, phones) }, nil
	}
	g, err := files.List(words, rows, e.Columns, at, lang, phones)
	return len(rows), gridWriter(g, format), err
}
