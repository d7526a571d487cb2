package model

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// What can be wrong with a file as a whole: nothing was read from it, or
// nothing will be written. Their words, with what to do, are in model/label.
var (
	// ErrFileUnreadable: the content is damaged, or not what its beginning says.
	ErrFileUnreadable = errors.New("file can't be read")
	// ErrFileFormat: a kind of file that isn't exchanged (PDF, Word, HTML …).
	ErrFileFormat = errors.New("kind of file not supported")
	// ErrFileWebPage: HTML or XML, as some systems call .xls.
	ErrFileWebPage = errors.New("web page")
	// ErrFileCalendar: an iCalendar file, which holds no customers.
	ErrFileCalendar = errors.New("calendar file")
	// ErrFileArchive: a zip file that is no workbook.
	ErrFileArchive = errors.New("zip archive")
	// ErrFileOldExcel: the xls format of before 2007; saved as xlsx it can be read.
	ErrFileOldExcel = errors.New("old Excel format")
	// ErrFileEncrypted: the workbook opens with a password only.
	ErrFileEncrypted = errors.New("file is encrypted")
	// ErrFileEmpty: there is no text in it at all.
	ErrFileEmpty = errors.New("file is empty")
	// ErrFileTooLarge: more than is read at once; it has to be divided.
	ErrFileTooLarge = errors.New("file is too large")
	// ErrFileTooWide: a row has more columns than any list has; most of them can
	// go.
	ErrFileTooWide = errors.New("file has too many columns")
	// ErrNoCustomers: neither a paper form nor a list with customers' names.
	ErrNoCustomers = errors.New("no customers in the file")
	// ErrNoRows: a header that is known, and no row below it.
	ErrNoRows = errors.New("only a header in the file")
	// ErrNoBank: it was said to be a bank's statement, and is none.
	ErrNoBank = errors.New("no bank statement in the file")
	// ErrNoOrders: it was said to be a list of orders, and is none.
	ErrNoOrders = errors.New("no orders in the file")
	// ErrNoProducts: it was said to be a list of products, and is none.
	ErrNoProducts = errors.New("no products in the file")
	// ErrNoHeader: a header named by --map isn't in the file.
	ErrNoHeader = errors.New("no such header in the file")
	// ErrRefusedRows: all or nothing was asked for, and some rows are refused.
	ErrRefusedRows = errors.New("rows are refused")
	// ErrTextTooLong: a text that a spreadsheet's cell can't hold whole.
	ErrTextTooLong = errors.New("text too long for a spreadsheet cell")
	// ErrFileNewer: records that a later version wrote.
	ErrFileNewer = errors.New("file is of a newer version")
	// ErrCardCut: the last card of a vCard file lacks its end.
	ErrCardCut = errors.New("card is cut off")
)

// The encodings of text files.
const (
	EncodingUTF8    = "UTF-8"
	EncodingUTF16   = "UTF-16"
	EncodingChinese = "GB18030"
	EncodingWestern = "windows-1252"
)

// ImportOptions are what a person can say about a file.
type ImportOptions struct {
	Map         map[string]string // header as the file has it = field (code or label); - leaves it out
	OnDuplicate OnDuplicate       // empty = skip
	Lang        string            // of the words written for refused rows: zh, en
	As          string            // the document that it is; empty = recognised by the content
	Create      bool              // customers of a journal, or of contacts, who aren't there are made
	Unpaid      UnpaidAs          // what an amount paid is beside a status that says unpaid
	Answers     ReadingAnswers    // of columns that allow several readings
	Choices     []RowChoice       // whom rows mean, where the person says so
	// Passphrase opens a protected file.
	Passphrase string
	// Reason is why basic data changes, with the paper that proves it: see
	// CheckBasics.
	Reason string
	// Plain: a mapping remembered for such a file is not used.
	Plain bool
	// Progress is told now and then how many rows of how many are done; a total
	// of 0 isn't known yet. It is called from where the file is read.
	Progress func(done, total int)
}

// RowChoice says whom a row of a file means.
type RowChoice struct {
	Sheet    string // "" = of whatever sheet
	Row      int    // as the spreadsheet shows it
	Customer int64  // 0 = a customer of their own
}

// Proposal is one customer as a file has it: what was given, the journal rows
// under it, or why it can't be taken.
type Proposal struct {
	Sheet    string
	Row      int // as the spreadsheet shows it; a paper form's is that of its name
	Customer Customer
	Referrer string   // the name given as 介绍人
	Campaign string   // the name given as 营销活动
	Given    []string // codes of the fields that the file gives; the rest is unknown
	Naming            // of the amounts of the card
	Known    bool     // the row only names the customer, who has to be there
	Whole    bool     // a record as genjin wrote it, with all that belongs to it
	Entries  []ProposedEntry
	Items    []ProposedItem
	Debts    []ProposedDebt
	Orders   []ProposedOrder
	Product  *ProposedProduct // the row is a product's; there is no customer then
	Record   *ProposedRecord  // the row is a record's that is kept as an item
	Project  *ProposedProject // of a progress form
	Records  Records          // of a whole record: all but the journal and the items
	Unsound  error            // why they can't be taken, a LedgerError
	Err      error            // refused; nil when it can be taken
	Cells    []string         // the row as it stands in the file, for the file of refused rows
	More     [][]string       // rows that go on with it, which are refused with it
}

// BringsWork reports whether the file says what the customer owes, ordered or
// has a project of: who isn't there yet is added.
func (p *Proposal) BringsWork() bool { return len(p.Debts)+len(p.Orders) > 0 || p.Project != nil }

// ProposedEntry is one journal row of a file.
type ProposedEntry struct {
	Row   int
	Entry Entry
	Err   error
	Cells []string // nil where the row is the customer's own
}

// ProposedItem is another record of the customer that a file has: a contact, a
// company card.
type ProposedItem struct {
	Row   int
	Item  Item
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
	// ResultSkipped is that of rows that are no records, see SkippedRows.
	ResultSkipped Result = "skipped"
)

// OnDuplicate says what to do with a customer that is there already (rule 4).
type OnDuplicate string

// The policies; skip is the default.
const (
	DuplicateSkip   OnDuplicate = "skip"   // the card is left as it is, new journal rows are added
	DuplicateUpdate OnDuplicate = "update" // values that are not empty are written
	DuplicateNew    OnDuplicate = "new"    // another customer
)

// FieldChange is one field that an import would write over, in canonical text.
type FieldChange struct {
	Field, Before, After string
	Record               string // where it isn't the row's own
	Currency             string // of an amount; "" = the person's own
}

// PreviewRow is what would become of one row of a file: of a customer, or of
// one journal row under it.
type PreviewRow struct {
	Sheet      string
	Row        int
	Record     string // customer, journal, or an item's record
	CustomerID int64  // the customer that it was recognised as; 0 = a new one
	Name       string
	Known      string     // the name of that customer, as it is kept
	SameAs     *Candidate // an earlier row, or a customer of another name, that it was taken for
	Result     Result
	Changes    []FieldChange // updated: old → new
	Differs    []FieldChange // unchanged: what the file has otherwise, there → file
	Inferred   List          // fields worked out from others
	Years      []YearNote    // days without a year that aren't in that of the other rows
	Nothing    bool          // 0 is owed: the customer is there, and no debt
	Status     *StatusNote   // the file states another status than the rules give
	Money      *MoneyNote    // what it says of money
	Used       *NumberUse    // its receipt or invoice number was used before
	Order      *OrderNote    // the file states another status of an order than the rules give
	Err        error         // refused: why
	Title      string        // what of the customer it is, where a file has several: a project's step
	Proposal   int           // its index in Preview.Proposals
	Entry      int           // its index in the proposal's entries, or items; -1 = the customer itself
}

// Preview is what an import would do, row by row, before anything is written.
type Preview struct {
	File      string
	Encoding  string   // of a text file; "" for others
	Document  string   // what was recognised, see DocumentForm and so on
	Unknown   []string // headers that no field was found for
	Skipped   []string // sheets that hold neither a form nor a list
	Policy    OnDuplicate
	Lang      string // of the words written for refused rows
	Proposals []Proposal
	Headers   map[string][]string // of each sheet, for the file of refused rows
	Rows      []PreviewRow
	Sheets    []SheetRows   // what became of the rows of each sheet, see Accounts
	Left      []SkippedRows // rows that are no records, with why

	Create  bool
	Choices []RowChoice
	// Apart: the customers are told apart already, as in a list that genjin wrote.
	Apart      bool
	Columns    []ImportColumn
	Shared     []SharedField
	HeaderSet  string            // see HeaderSet; by it the mapping is remembered
	Map        map[string]string // the mapping that was used
	Remembered bool              // it is that of an earlier file with the same headers
	Loose      Records           // of a whole file: what belongs to no customer
	Reason     string            // why basic data changes
	Passphrase string            // that opened the file; its refused rows are protected by it, too
}

// AsksReason reports whether a row is refused that a reason would let through.
func (p *Preview) AsksReason() bool {
	return slices.ContainsFunc(p.Rows, func(r PreviewRow) bool {
		var fe *FieldError
		return errors.As(r.Err, &fe) && fe.Code == RefusedPaper
	})
}

// Why is the reason of the change that the import is: its file, and why basic data
// changes.
func (p *Preview) Why() string {
	if p.Reason == "" {
		return p.File
	}
	return p.File + ": " + p.Reason
}

// RefusedName is the name of the file of the preview's refused rows: that of a
// protected file's says that it is protected.
func (p *Preview) RefusedName(path string) string {
	if p.Passphrase == "" {
		return path
	}
	return ProtectedName(path)
}

// The records of preview rows that aren't items.
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
		if r.Result == what && (r.Record == p.mainRecord() || what == ResultRefused) {
			n++
		}
	}
	return n
}

// mainRecord is what the rows of the document are about.
func (p Preview) mainRecord() string {
	switch p.Document {
	case DocumentReceivables:
		return RowOfReceivable
	case DocumentPayments:
		return RowOfPayment
	case DocumentProject:
		return RowOfProject
	case DocumentOrders:
		return RowOfOrder
	case DocumentProducts:
		return RowOfProduct
	}
	if k, ok := ItemDocument(p.Document); ok {
		return k.Record
	}
	return RowOfCustomer
}

// CountRecords is how many rows of a record have the result.
func (p Preview) CountRecords(what Result, record string) int { return p.countRecords(what, record) }

// CountEntries is how many journal rows have the result.
func (p Preview) CountEntries(what Result) int { return p.countRecords(what, RowOfJournal) }

// CountContacts is how many contacts have the result.
func (p Preview) CountContacts(what Result) int { return p.countRecords(what, "contact") }

func (p Preview) countRecords(what Result, record string) int {
	n := 0
	for _, r := range p.Rows {
		if r.Result == what && r.Record == record {
			n++
		}
	}
	return n
}

// Differing is how many rows of records that are left as they are say something
// else than is there.
func (p Preview) Differing() int {
	n := 0
	for _, r := range p.Rows {
		if len(r.Differs) > 0 {
			n++
		}
	}
	return n
}

// IsIdle reports that importing would write nothing: all that can be taken is
// there already.
func (p Preview) IsIdle() bool {
	for _, r := range p.Rows {
		if r.Result == ResultNew || r.Result == ResultUpdated {
			return false
		}
	}
	return true
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
	Row        int    // of the file
	Candidates []Candidate
}

func (e *MatchError) Error() string {
	names := make([]string, len(e.Candidates))
	for i, c := range e.Candidates {
		names[i] = fmt.Sprintf("#%d %s", c.ID, c.Name)
	}
	return strings.TrimSpace(e.Phone+" "+ErrAmbiguous.Error()) + ": " + strings.Join(names, ", ")
}

// Whom are the customers whom a row could mean: the one that it was taken for,
// or those that it fits.
func (r *PreviewRow) Whom() []Candidate {
	var match *MatchError
	_, isItem := KindOf(r.Record)
	switch {
	case r.Record != RowOfCustomer && !(isItem && r.Entry < 0):
	case r.SameAs != nil:
		return []Candidate{*r.SameAs}
	case errors.As(r.Err, &match):
		return match.Candidates
	}
	return nil
}

// Choose says whom a row means, in place of what was said of it before.
func (o *ImportOptions) Choose(c RowChoice) {
	o.Choices = append(slices.DeleteFunc(slices.Clone(o.Choices), func(k RowChoice) bool { return k.Row == c.Row && k.Sheet == c.Sheet }), c)
}

// ChoiceOf is what the person said of a row; ok is false where nothing was.
func (p *Preview) ChoiceOf(sheet string, row int) (c RowChoice, ok bool) {
	for _, c := range p.Choices {
		if c.Row == row && (c.Sheet == "" || strings.EqualFold(c.Sheet, sheet)) {
			return c, true
		}
	}
	return c, false
}

func (e *MatchError) Unwrap() error { return ErrAmbiguous }
