package store

import (
	"context"
	"slices"

	"genjin/model"
)

// CustomersByPhone are the customers, archived ones too, that have one of the
// phones, however it is written, in the order of the phones.
func (s *Store) CustomersByPhone(ctx context.Context, phones model.List) ([]model.Customer, error) {
	var ids []int64
	for _, phone := range phones.Items() {
		found, err := s.ids(ctx, "SELECT customer_id FROM customer_key WHERE kind = ? AND key = ? ORDER BY customer_id LIMIT 20",
			keyPhone, model.PhoneDigits(phone))
		if err != nil {
			return nil, err
		}
		for _, id := range found {
			if !slices.Contains(ids, id) {
				ids = append(ids, id)
			}
		}
	}
	return s.CustomersByID(ctx, ids)
}
