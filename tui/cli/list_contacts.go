package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// listContacts prints the contacts of all customers.
func (r *run) listContacts(ctx context.Context, st model.Store, o listOptions) error {
	list, err := r.contacts(ctx, st, o)
	if err != nil {
		return err
	}
	all := len(list)
	if o.limit > 0 {
		list = list[:min(o.limit, all)]
	}
	if o.asJSON {
		return r.array(func(add func(any) error) error {
			for i := range list {
				c := &list[i]
				if err := add(model.JSON(model.ContactFields, &c.Contact, c.Contact.Meta, func(int64) string { return c.Customer })); err != nil {
					return err
				}
			}
			return nil
		})
	}
	codes := []string{"name", "gender", "department", "role", "phones", "wechat", "email", "birthday", "remark"}
	t := table{right: map[int]bool{0: true}, head: []string{label.Field("contact", "id", r.lang), label.Record("customer", r.lang)}}
	for _, code := range codes {
		t.head = append(t.head, label.Field("contact", code, r.lang))
	}
	for _, c := range list {
		cells := []cell{styled(strconv.FormatInt(c.Contact.ID, 10), &faint), plain(c.Customer)}
		for _, code := range codes {
			f, _ := model.ContactFields.ByCode(code)
			value := label.Show("contact", f.Spec, f.Get(&c.Contact), "", r.lang)
			cells = append(cells, plain(strings.ReplaceAll(value, "\n", " ")))
		}
		t.add(cells...)
	}
	return r.counted(t, len(list), all, countContacts)
}

// contacts reads those that the flags ask for, by customer unless sorted.
func (r *run) contacts(ctx context.Context, st model.Store, o listOptions) ([]model.ContactOf, error) {
	q := model.ContactQuery{Search: o.search, Archived: o.archived}
	filters, customer, err := r.rowFilters(ctx, st, "contact", o, st.Today(), model.ContactFields.Specs())
	if err != nil {
		return nil, err
	}
	q.Customer = customer
	code, desc, err := sorting(r, "contact", model.ContactFields, o.sort)
	if err != nil {
		return nil, err
	}
	list, err := st.AllContacts(ctx, q)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(c model.ContactOf) bool {
		return !fitsAll(model.ContactFields, &c.Contact, c.Customer, filters, st.Today())
	})
	if code == "" {
		return list, nil
	}
	slices.SortStableFunc(list, func(a, b model.ContactOf) int {
		n := byValue(contactValue(&a.Contact, code), contactValue(&b.Contact, code))
		if desc {
			return -n
		}
		return n
	})
	return list, nil
}

// fitsAll reports whether a record meets all filters; what a customer's field
// holds is the customer's name.
func fitsAll[T any](fields model.Fields[T], rec *T, customer string, filters []model.Filter, today model.Date) bool {
	for _, f := range filters {
		field, ok := fields.ByCode(f.Field)
		value := field.Get(rec)
		if field.Kind == model.KindRef && f.Op == model.OpContains {
			value = customer
		}
		if !ok || !f.Fits(field.Spec, value, today) {
			return false
		}
	}
	return true
}

// contactValue is what a contact is sorted by.
func contactValue(c *model.Contact, code string) string {
	switch code {
	case "id":
		return strconv.FormatInt(c.ID, 10)
	case "created_at":
		return c.CreatedAt
	case "updated_at":
		return c.UpdatedAt
	}
	f, _ := model.ContactFields.ByCode(code)
	return f.Get(c)
}
