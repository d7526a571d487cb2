package model

import (
	"errors"
	"fmt"
	"strings"
)

// What can be wrong with a file as a whole: nothing was read from it, or
// nothing will be written. Their words, with what to do, are in model/label.
var (
	// ErrFileUnreadable: the content is damaged, or not what its beginning says.
	ErrFileUnreadable = errors.New("file can't be read")
	// ErrFileFormat: a kind of file that isn't exchanged (PDF, Word, HTML …).
	ErrFileFormat = errors.New("kind of file not supported")
	// ErrFileOldExcel: the xls format of before 2007; saved as xlsx it can be read.
	ErrFileOldExcel = errors.New("old Excel format")
	// ErrFileEncrypted: the workbook opens with a password only.
	ErrFileEncrypted = errors.New("file is encrypted")
	// ErrFileEmpty: there is no text in it at all.
	ErrFileEmpty = errors.New("file is empty")
	// ErrFileTooLarge: more than is read at once; it has to be divided.
	ErrFileTooLarge = errors.New("file is too large")
	// ErrNoCustomers: neither a paper form nor a list with customers' names.
	ErrNoCustomers = errors.New("no customers in the file")
	// ErrNoHeader: a header named by --map isn't in the file.
	ErrNoHeader = errors.New("no such header in the file")
	// ErrRefusedRows: all or nothing was asked for, and some rows are refused.
	ErrRefusedRows = errors.New("rows are refused")
	// ErrTextTooLong: a text that a spreadsheet's cell can't hold whole.
	ErrTextTooLong = errors.New("text too long for a spreadsheet cell")
)

// ImportOptions are what a person can say about a file.
type ImportOptions struct {
	Map         map[string]string // header as the file has it = field (code or label); - leaves it out
	OnDuplicate OnDuplicate       // empty = skip
	Lang        string            // of the words written for refused rows: zh, en
}

// Proposal is one customer as a file has it: what was given, the journal rows
// under it, or why it can't be taken.
type Proposal struct {
	Sheet    string
	Row      int // as the spreadsheet shows it; a paper form's is that of its name
	Customer Customer
	Referrer string   // the name given as 介绍人
	Given    []string // codes of the fields that the file gives; the rest is unknown
	Entries  []ProposedEntry
	Err      error    // refused; nil when it can be taken
	Cells    []string // the row as it stands in the file, for the file of refused rows
}

// ProposedEntry is one journal row of a file.
type ProposedEntry struct {
	Row   int
	Entry Entry
	Err   error
	Cells []string // nil where the row is the customer's own
}

// Result is what an import does, or did, with a row.
type Result string

// The results.
const (
	ResultNew       Result = "new"
	ResultUpdated   Result = "updated"   // values of the card written over others
	ResultUnchanged Result = "unchanged" // it is there already; a customer's new journal rows are added all the same
	ResultRefused   Result = "refused"
)

// OnDuplicate says what to do with a customer that is there already (SPEC 4).
type OnDuplicate string

// The policies; skip is the default.
const (
	DuplicateSkip   OnDuplicate = "skip"   // the card is left as it is, new journal rows are added
	DuplicateUpdate OnDuplicate = "update" // values that are not empty are written
	DuplicateNew    OnDuplicate = "new"    // another customer
)

// FieldChange is one field that an import would write over, in canonical text.
type FieldChange struct{ Field, Before, After string }

// PreviewRow is what would become of one row of a file: of a customer, or of
// one journal row under it.
type PreviewRow struct {
	Sheet      string
	Row        int
	Record     string // customer or journal
	CustomerID int64  // the customer that it was recognised as; 0 = a new one
	Name       string
	Result     Result
	Changes    []FieldChange // updated: old → new
	Inferred   List          // fields worked out from others
	Err        error         // refused: why
	Proposal   int           // its index in Preview.Proposals
	Entry      int           // its index in the proposal's entries; -1 = the customer itself
}

// Preview is what an import would do, row by row, before anything is written.
type Preview struct {
	File      string
	Document  string   // what was recognised: form, list
	Unknown   []string // headers that no field was found for
	Skipped   []string // sheets that hold neither a form nor a list
	Policy    OnDuplicate
	Lang      string // of the words written for refused rows
	Proposals []Proposal
	Headers   map[string][]string // of each sheet, for the file of refused rows
	Rows      []PreviewRow
}

// The records of preview rows.
const (
	RowOfCustomer = "customer"
	RowOfJournal  = "journal"
)

// Count is how many customers have the result. Journal rows count only where
// they are refused: a card that is left as it is counts unchanged, whatever
// journal rows are added under it.
func (p Preview) Count(what Result) int {
	n := 0
	for _, r := range p.Rows {
		if r.Result == what && (r.Record == RowOfCustomer || what == ResultRefused) {
			n++
		}
	}
	return n
}

// CountEntries is how many journal rows have the result.
func (p Preview) CountEntries(what Result) int {
	n := 0
	for _, r := range p.Rows {
		if r.Result == what && r.Record == RowOfJournal {
			n++
		}
	}
	return n
}

// Candidate is a customer that a row could mean: one that is kept (ID), or one
// that an earlier row of the file makes (Row).
type Candidate struct {
	ID   int64
	Row  int
	Name string
}

// MatchError refuses a row that can't be told whose it is.
type MatchError struct {
	Phone      string // a number that belongs to a customer of another name
	Candidates []Candidate
}

func (e *MatchError) Error() string {
	names := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		names[i] = fmt.Sprintf("#%d %s", c.ID, c.Name)
	}
	return strings.TrimSpace(e.Phone+" "+ErrAmbiguous.Error()) + ": " + strings.Join(names, ", ")
}

func (e *MatchError) Unwrap() error { return ErrAmbiguous }
