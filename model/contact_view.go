package model

import "slices"

// ContactOf is a contact with whose it is.
type ContactOf struct {
	Contact  Contact
	Customer string // the name
	Archived bool   // the customer is
}

// ContactView is the list of the contacts of all customers, by the customers'
// names; those of archived customers are put away with them.
var ContactView = View[ContactOf]{
	Record: "contact",
	Meta:   metaOfContact,
	Columns: slices.Concat(contactFields(), []Column[ContactOf]{withCustomer(func(c *ContactOf) bool { return c.Archived })},
		Instants(metaOfContact)),
	Usual: []string{"customer_id", "name", "gender", "department", "role", "phones", "wechat", "email", "birthday", "remark"},
	Sort:  "customer_id",
	Shelf: "archived",
}

func metaOfContact(c *ContactOf) *Meta { return &c.Contact.Meta }

func contactFields() []Column[ContactOf] {
	columns := Lift(ContactFields, func(c *ContactOf) *Contact { return &c.Contact })
	return named(columns, "customer_id", RowOfCustomer, func(c *ContactOf) string { return c.Customer })
}

// withCustomer is the flag of what is archived with its customer.
func withCustomer[R any](archived func(*R) bool) Column[R] {
	return Column[R]{
		Spec: Spec{Code: "archived", Kind: KindFlag, Kept: true}, Plain: true,
		Get: func(r *R, _ AsOf) string { return map[bool]string{true: "1"}[archived(r)] },
		SQL: func(AsOf) string {
			return "(SELECT h.archived FROM customer_search h WHERE h.customer_id = r.customer_id)"
		},
	}
}
