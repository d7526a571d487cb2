package store

import (
	"context"
	"strconv"
	"strings"

	"genjin/model"
)

// FindReceivables are the receivables that a text stands for, as of the day:
// those of an invoice, else of an order, else the one of a number (#12). Those
// with something open come alone where there are any; the earliest due first.
func (s *Store) FindReceivables(ctx context.Context, text string) ([]model.ReceivableOf, error) {
	if text = model.Clean(text); text == "" {
		return nil, nil
	}
	var ids []int64
	for _, which := range []string{"invoice_no = ?", "invoice_no <> '' AND invoice_no = ? COLLATE NOCASE", "order_no = ? COLLATE NOCASE"} {
		var err error
		if ids, err = s.ids(ctx, "SELECT id FROM receivable WHERE "+which+" ORDER BY CASE WHEN due_on = '' THEN '~' ELSE due_on END, id",
			text); err != nil {
			return nil, err
		}
		if len(ids) > 0 {
			break
		}
	}
	if id, err := strconv.ParseInt(strings.TrimPrefix(text, "#"), 10, 64); err == nil && len(ids) == 0 {
		ids = []int64{id}
	}
	found, err := s.ReceivablesByID(ctx, ids)
	var open, known []model.ReceivableOf
	for _, o := range found {
		if !o.Exists(s.today()) {
			continue
		}
		known = append(known, o)
		if o.Now.Balance > 0 {
			open = append(open, o)
		}
	}
	if open != nil {
		return open, err
	}
	return known, err
}
