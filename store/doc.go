// Package store keeps genjin's records in one SQLite file. It knows the rules
// of package model and nothing of screens or commands.
//
// # How it is laid out
//
//   - store.go opens the file; migrate.go brings its schema up to date from
//     migrations, which are frozen once they are released; located.go notices
//     that the file was moved or replaced; driver.go has the driver's troubles
//     in our words.
//   - write.go is the one way to change anything, record.go and records.go the
//     tables of the kinds that the model lists, kinds.go those of the card,
//     restore.go puts the records of a file here, log.go and
//     undo.go what was changed and how it is taken back.
//   - source.go turns a question about a list into SQL, from the list's view;
//     asof.go lays over a table what it was on an earlier day; condition.go has
//     the conditions. search.go is the index of names, phones and pinyin.
//   - One prefix an area: customer, journal, order_, project_; money is in
//     receivable, payment, ledger, chasing, refund, statement, aging.
//   - import*.go match what a file proposes with what is there, foresee what
//     each row becomes, and write it. Which customer a row means is decided in
//     importmatch.go, what becomes of one who is there in importsame.go, of a
//     contact or another record of a card in importitems.go, of a receivable in
//     importclaims.go, of a payment in importpaid.go, of an order in
//     importorders.go, of a project in importprojects.go. export*.go collect what
//     files hold; the files themselves are read and written in the package below.
//
// # The way of a write
//
// An exported method is an act: Log, AddPayment, Ship. It calls change, which
// begins a transaction with one instant, one day and one copy of the settings,
// and hands a write to the unexported method of the same name. That one reads
// what it needs, asks the model's rules, and changes records only through
// insert, update and remove of their tables: these check the fields, refuse
// what was changed by someone else in between, and put before and after into
// the log under the act's set. Before the commit follow the values that are
// worked out and kept: projects are filled from their orders, habits and the
// search index are refreshed. Then it is all kept, or nothing is.
//
// Undo takes a set of the log back, whoever wrote since: a field that has been
// changed again is left as it is, and that is said.
//
// # The way of a read
//
// A list is its ids, its sums, and the rows of some ids, each a question of
// its own, so that a screen holds a window and knows the count. Values that a
// query filters or orders by are SQL over the row, described in the view
// beside the function that shows them; a test holds the two together. Query
// plans are asserted: a list that a screen offers uses its index.
//
// # The way of a file
//
// PreviewImport recognises the sheet, reads it into proposals, matches them
// and says row by row what would become of it. Import does the same again in
// its transaction, writes it as one act, and keeps the batch. Rows refused are
// written to a file of their own with every column they had.
package store
