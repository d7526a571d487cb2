package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// scanWriter writes codes for the phone as a page: those that it is given, else
// those of the customers and of their contacts.
func (s *Store) scanWriter(ctx context.Context, e model.Export, lang label.Lang) (int, func(io.Writer) error, error) {
	page := files.Scans{All: e.Scans, Lang: lang}
	for _, id := range e.IDs {
		c, err := s.Customer(ctx, id)
		if err != nil {
			return 0, nil, err
		}
		items, err := s.Items(ctx, "contact", id)
		if err != nil {
			return 0, nil, err
		}
		page.All = append(page.All, model.ScansOf(c, model.ContactsOf(items), "")...)
	}
	if len(page.All) == 0 {
		return 0, nil, model.ErrNothingToScan
	}
	return len(page.All), page.WriteHTML, nil
}
