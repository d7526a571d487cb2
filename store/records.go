package store

import "genjin/model"

// The tables, one a record.
var (
	customers = newTable("customer", model.CustomerFields,
		func(c *model.Customer) *model.Meta { return &c.Meta }, func(c *model.Customer) int64 { return c.ID })
	journal = newTable("journal", model.EntryFields,
		func(e *model.Entry) *model.Meta { return &e.Meta }, func(e *model.Entry) int64 { return e.CustomerID })
	handled = newTable("handled", model.HandledFields,
		func(h *model.Handled) *model.Meta { return &h.Meta }, func(h *model.Handled) int64 { return h.CustomerID })
	settings = newTable("settings", model.SettingsFields,
		func(s *model.Settings) *model.Meta { return &s.Meta }, func(*model.Settings) int64 { return 0 })
	batches = newTable("import_batch", model.BatchFields,
		func(b *model.Batch) *model.Meta { return &b.Meta }, func(*model.Batch) int64 { return 0 })
)

// allRecords is what the change log knows of them.
var allRecords = []struct {
	name  string
	codes []string
}{
	{customers.name, customers.codes()}, {journal.name, journal.codes()}, {handled.name, handled.codes()},
	{settings.name, settings.codes()}, {batches.name, batches.codes()},
	{segments.name, segments.codes()},
	{receivables.name, receivables.codes()}, {payments.name, payments.codes()}, {allocations.name, allocations.codes()},
	{credits.name, credits.codes()}, {dunnings.name, dunnings.codes()}, {reconciliations.name, reconciliations.codes()}, {refunds.name, refunds.codes()},
	{templates.name, templates.codes()}, {templateStages.name, templateStages.codes()}, {templateSteps.name, templateSteps.codes()},
	{projects.name, projects.codes()}, {projectStages.name, projectStages.codes()}, {projectItems.name, projectItems.codes()}, {itemNotes.name, itemNotes.codes()},
	{products.name, products.codes()}, {orders.name, orders.codes()}, {orderLines.name, orderLines.codes()},
	{orderNodes.name, orderNodes.codes()}, {orderChanges.name, orderChanges.codes()},
}

func (t *table[T]) codes() []string {
	codes := make([]string, len(t.fields))
	for i, f := range t.fields {
		codes[i] = f.Code
	}
	return codes
}
