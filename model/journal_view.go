package model

import "slices"

// JournalView is the list of all customers' entries, the newest first, as they
// stood on the day; those of archived customers are put away with them.
var JournalView = View[Case]{
	Record:  RowOfJournal,
	Meta:    metaOfCase,
	Columns: slices.Concat(caseFields(), caseAsked(), Instants(metaOfCase)),
	Usual:   []string{"at", "customer_id", "method", "kind", "situation"},
	Sort:    "-at",
	Shelf:   "archived",
	Past:    true,
	Presets: []Preset{
		{Code: "open", Filters: on("open")},
		{Code: "not_reached", Filters: []Filter{{Field: "outcome", Op: OpIs, Value: string(NotReached)}}},
	},
}

func metaOfCase(c *Case) *Meta { return &c.Entry.Meta }

func caseFields() []Column[Case] {
	columns := Lift(EntryFields, func(c *Case) *Entry { return &c.Entry })
	columns = named(columns, "customer_id", RowOfCustomer, func(c *Case) string { return c.Customer.Name })
	columns = with(columns, "kind", func(k *Column[Case]) {
		k.Tone = func(c *Case, _ AsOf) Tone {
			if c.Entry.Status == CaseOpen {
				return ToneWarn
			}
			return TonePlain
		}
	})
	return inner(columns, "seq")
}

func caseAsked() []Column[Case] {
	return []Column[Case]{
		withCustomer(func(c *Case) bool { return c.Customer.Archived }),
		test("open", func(c *Case, at AsOf) bool { return c.Entry.Status == CaseOpen || c.Entry.ClosedOn > at.Today }, func(at AsOf) string {
			return "r.id IN (SELECT id FROM journal WHERE case_status = 'open' UNION ALL SELECT id FROM journal WHERE closed_on " +
				"<> '' AND closed_on > " +
				day(at.Today) + ")"
		}),
	}
}
