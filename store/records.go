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
