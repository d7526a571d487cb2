package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// The documents that a file can be (rule 4).
const (
	DocumentForm     = "form"     // the paper form, a customer with a journal
	DocumentList     = "list"     // customers, one a row
	DocumentJournal  = "journal"  // entries of customers who are there, one a row
	DocumentContacts = "contacts" // contacts of customers who are there, one a row
	DocumentCards    = "vcard"    // the contacts of a phone or a mail program
	DocumentRecords  = "all"      // everything, as genjin writes it
)

// ImportColumn is a column of a file and the field that it goes to.
type ImportColumn struct {
	Sheet  string
	Header string
	Field  string // record.code; LeftOut; empty = none was found
	Mapped bool   // the person said so, now or for an earlier file
	Sample string // the first value
	Use    ColumnUse
	// Written is how its dates or amounts are read, ExampleAs its example so.
	Written   ColumnReading
	ExampleAs string
	// Rounded is a computed number with more decimals than its cell shows, which
	// is read as RoundedTo.
	Rounded, RoundedTo string
}

// ColumnUse is what becomes of a column.
type ColumnUse string

// The uses, as they stand in JSON; their words are in model/label.
const (
	ColumnRead     ColumnUse = "read"
	ColumnUnknown  ColumnUse = "unknown"  // no field was found for it
	ColumnLeftOut  ColumnUse = "left_out" // the person said so
	ColumnNumber   ColumnUse = "number"   // it numbers the rows
	ColumnComputed ColumnUse = "computed" // follows from other records, and is worked out from them
	ColumnReason   ColumnUse = "reason"   // why a row was refused, of an earlier import
)

// LeftOut is the mapping of a column that isn't read.
const LeftOut = "-"

// SharedField is a field that several columns go to: their values are joined,
// or the first one that isn't empty is taken.
type SharedField struct {
	Field   string // record.code
	Headers []string
	Joined  bool
}

// HeaderSet tells files with the same columns, in whatever order; the reasons of
// a file of refused rows make no other. Empty for a file without any.
func HeaderSet(columns []ImportColumn) string {
	var names []string
	for _, c := range columns {
		if name := strings.ToLower(HalfWidth(Clean(c.Header))); name != "" && c.Use != ColumnReason {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return strings.Join(slices.Compact(names), "\n")
}

// DocumentError refuses a file that is another document than was said.
type DocumentError struct{ File, Found, Wanted string }

func (e *DocumentError) Error() string {
	return fmt.Sprintf("%s is a %s, not a %s", e.File, e.Found, e.Wanted)
}

// JoinsColumns reports whether several columns fill a field together: phones,
// notes, tags, and what a journal tells; of others the first counts.
func JoinsColumns(record, code string) bool {
	kind := FieldOf(record, code).Kind
	return record == RowOfJournal || kind == KindPhones || kind == KindNote || kind == KindTags
}

// ColumnError is what is wrong with a value in a column of a file.
type ColumnError struct {
	Record string // whose field the error names
	Header string // as the file has it; "" = there is no such column
	Err    error
}

func (e *ColumnError) Error() string { return e.Header + ": " + e.Err.Error() }

func (e *ColumnError) Unwrap() error { return e.Err }

// InColumn names the column of a refusal about a field of a record, among those
// of the sheet; other errors, and refusals that have theirs, pass.
func InColumn(columns []ImportColumn, sheet, record string, err error) error {
	var fe *FieldError
	var named *ColumnError
	if !errors.As(err, &fe) || fe.Field == "" || errors.As(err, &named) {
		return err
	}
	of := &ColumnError{Record: record, Err: err}
	for _, c := range columns {
		if c.Sheet == sheet && c.Field == record+"."+fe.Field {
			of.Header = c.Header
			break
		}
	}
	return of
}
