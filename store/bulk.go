package store

import (
	"context"
	"slices"
	"strings"

	"genjin/model"
)

// each changes the cards of customers, in one act. A customer who is gone is
// left out: the list from which they were chosen may be older.
func (w *write) each(ctx context.Context, ids []int64, change func(*model.Customer) error) error {
	for _, id := range ids {
		if err := ctx.Err(); err != nil {
			return err
		}
		c, err := customers.byID(ctx, w.tx, id)
		if isNotFound(err) {
			continue
		}
		if err != nil {
			return err
		}
		if err := change(&c); err != nil {
			return err
		}
	}
	return nil
}

// SetGrades sets the grade of several customers. One reason serves all those
// whose suggested grade is another.
func (s *Store) SetGrades(ctx context.Context, ids []int64, g model.Grade, reason string) error {
	return s.change(ctx, model.ActGrade, reason, func(w *write) error {
		return w.each(ctx, ids, func(c *model.Customer) error {
			if c.Grade == g {
				return nil
			}
			c.Grade = g
			return w.saveCustomer(ctx, c, reason)
		})
	})
}

// TagCustomers gives several customers tags, and takes others away, whatever
// their case.
func (s *Store) TagCustomers(ctx context.Context, ids []int64, add, remove []string) error {
	gone := func(tag string) bool {
		return slices.ContainsFunc(remove, func(r string) bool { return strings.EqualFold(r, tag) })
	}
	return s.change(ctx, model.ActTag, "", func(w *write) error {
		return w.each(ctx, ids, func(c *model.Customer) error {
			tags := slices.DeleteFunc(c.Tags.Items(), gone)
			c.Tags = model.ListOf(append(tags, add...)...)
			if err := c.Check(); err != nil {
				return err
			}
			_, err := customers.update(ctx, w, c)
			return err
		})
	})
}

// assignable are the fields of who is in charge of a customer.
var assignable = []string{"owner", "team"}

// AssignCustomers gives several customers to a salesperson (owner) or a team.
func (s *Store) AssignCustomers(ctx context.Context, ids []int64, field, value string) error {
	f, ok := model.CustomerFields.ByCode(field)
	if !ok || !slices.Contains(assignable, field) {
		return model.At(field, model.Refuse(model.RefusedOption, field))
	}
	return s.change(ctx, model.ActAssign, "", func(w *write) error {
		return w.each(ctx, ids, func(c *model.Customer) error {
			f.Set(c, value)
			if err := c.Check(); err != nil {
				return err
			}
			_, err := customers.update(ctx, w, c)
			return err
		})
	})
}
