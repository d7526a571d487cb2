// Package backup keeps copies of a database that can be trusted: each is one
// file, a SQLite database with a line about what it holds and a checksum of all
// of it behind its last page. SQLite doesn't look there, so any program that
// reads SQLite opens a backup as it is.
//
//   - contents.go counts what a database holds, file.go writes the line and the
//     checksum and proves them, folder.go names, lists and clears away.
//
// How a consistent copy of a live database is made is package store's.
package backup
