package store

import (
	"context"
	"slices"
	"strconv"

	"genjin/model"
)

// namedRecords are the records that have a name by which the log calls them.
var namedRecords = []string{model.RowOfCustomer, model.RowOfCampaign, model.RowOfOrder, model.RowOfProject}

// nameReferences says of references that were changed what they lead to.
func (s *Store) nameReferences(ctx context.Context, changes []model.Change) error {
	ids := map[string][]int64{} // by the record that they are of
	each := func(do func(of string, id int64, name *string)) {
		for i := range changes {
			c := &changes[i]
			spec := model.FieldOf(c.Record, c.Field)
			if !spec.IsRef() || !slices.Contains(namedRecords, spec.Of) {
				continue
			}
			for value, name := range map[string]*string{c.Before: &c.BeforeName, c.After: &c.AfterName} {
				if id, err := strconv.ParseInt(value, 10, 64); err == nil && id != 0 {
					do(spec.Of, id, name)
				}
			}
		}
	}
	each(func(of string, id int64, _ *string) { ids[of] = append(ids[of], id) })
	names := map[string]map[int64]string{}
	for of, list := range ids {
		known, err := s.namesOf(ctx, of, list)
		if err != nil {
			return err
		}
		names[of] = known
	}
	each(func(of string, id int64, name *string) {
		*name = names[of][id]
	})
	return nil
}
