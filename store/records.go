package store

import "genjin/model"

// The tables, one a record.
var (
	customers = newTable("customer", model.CustomerFields)
	journal   = newTable("journal", model.EntryFields)
	handled   = newTable("handled", model.HandledFields)
	settings  = newTable("settings", model.SettingsFields)
	batches   = newTable("import_batch", model.BatchFields)
	accounts  = newTable(model.RowOfAccounts, model.AccountsFields)
)
