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
func (r *run) listContacts(ctx context.Context, st Store, o listOptions) error {
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
	codes := []string{"name", "role", "phones", "wechat", "email", "birthday", "remark"}
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
func (r *run) contacts(ctx context.Context, st Store, o listOptions) ([]model.ContactOf, error) {
	q := model.ContactQuery{Search: o.search, Archived: o.archived}
	wanted := map[string]string{}
	for _, f := range o.filters {
		if name, value, ok := strings.Cut(f, "="); ok && (name == "customer" || name == label.Record("customer", label.ZH)) {
			f = "customer_id=" + value
		}
		code, value, err := filter(ctx, r, st, "contact", model.ContactFields, f, st.Today())
		if err != nil {
			return nil, err
		}
		if code == "customer_id" {
			if q.Customer, err = strconv.ParseInt(value, 10, 64); err != nil {
				return nil, r.wrong(badFilter, f)
			}
			continue
		}
		wanted[code] = value
	}
	code, desc, err := sorting(r, "contact", model.ContactFields, o.sort)
	if err != nil {
		return nil, err
	}
	list, err := st.AllContacts(ctx, q)
	if err != nil {
		return nil, err
	}
	list = slices.DeleteFunc(list, func(c model.ContactOf) bool { return !contactFits(&c.Contact, wanted) })
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

// contactFits: texts and phones contain what is asked for, the rest is equal.
func contactFits(c *model.Contact, wanted map[string]string) bool {
	for code, value := range wanted {
		f, _ := model.ContactFields.ByCode(code)
		has := f.Get(c)
		switch {
		case value == "" || f.Kind == model.KindChoice:
			if has != value {
				return false
			}
		case f.Kind == model.KindPhones:
			if !strings.Contains(model.PhoneDigits(has), model.PhoneDigits(value)) {
				return false
			}
		case !strings.Contains(strings.ToLower(has), strings.ToLower(value)):
			return false
		}
	}
	return true
}
