package model

// Batch is one import (rule 1.13): the file, and what became of its rows.
type Batch struct {
	Meta
	File      string
	New       int64
	Updated   int64
	Unchanged int64
	Refused   int64
	Refusals  string // one line a refused row: sheet, row, reason
}

// BatchFields is the batch's field table.
var BatchFields = Fields[Batch]{
	text("file", func(b *Batch) *string { return &b.File }),
	number("new", 0, 1<<31, func(b *Batch) *int64 { return &b.New }),
	number("updated", 0, 1<<31, func(b *Batch) *int64 { return &b.Updated }),
	number("unchanged", 0, 1<<31, func(b *Batch) *int64 { return &b.Unchanged }),
	number("refused", 0, 1<<31, func(b *Batch) *int64 { return &b.Refused }),
	note("refusals", func(b *Batch) *string { return &b.Refusals }),
}
