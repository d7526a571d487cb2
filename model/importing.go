package model

// Proposal is one customer as a file has it: what was given, the journal rows
// under it, or why it can't be taken.
type Proposal struct {
	Sheet    string
	Row      int // as the spreadsheet shows it; a paper form's is that of its name
	Customer Customer
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
	Cells []string
}

// Result is what an import does, or did, with a row.
type Result string

// The results.
const (
	ResultNew       Result = "new"
	ResultUpdated   Result = "updated" // values written over others, or journal rows added
	ResultUnchanged Result = "unchanged"
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

// FieldChange is one field that an import would write over.
type FieldChange struct{ Field, Before, After string }

// PreviewRow is what would become of one row of a file.
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
	Policy    OnDuplicate
	Proposals []Proposal
	Header    []string // of the list, for the file of refused rows
	Rows      []PreviewRow
}

// Count is how many rows have the outcome.
func (p Preview) Count(what Result) int {
	n := 0
	for _, r := range p.Rows {
		if r.Result == what {
			n++
		}
	}
	return n
}
