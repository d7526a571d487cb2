package model

import (
	"errors"
	"fmt"
	"strings"
)

// What can go wrong with a record as a whole. The words are at the edge
// (model/label); here are the facts.
var (
	// ErrNotFound: no such record, or it has been removed meanwhile.
	ErrNotFound = errors.New("not found")
	// ErrAmbiguous: a name or phone fits several customers.
	ErrAmbiguous = errors.New("ambiguous")
	// ErrStale: the record was changed elsewhere since it was read.
	ErrStale = errors.New("changed elsewhere")
	// ErrNothingToScan: the customer has no phone and no address that a code could say.
	ErrNothingToScan = errors.New("nothing to scan")
	// ErrNothingToUndo: the log holds no change that could be taken back.
	ErrNothingToUndo = errors.New("nothing to undo")
	// ErrNothingToRedo: nothing was taken back since the last change.
	ErrNothingToRedo = errors.New("nothing to redo")
	// ErrDoneElsewhere: the acts that could be taken back are all of another
	// program on the same file.
	ErrDoneElsewhere = errors.New("done elsewhere")
	// ErrUndoneAlready: the act has been taken back, perhaps elsewhere.
	ErrUndoneAlready = errors.New("undone already")
	// ErrChangedSince: all that an act did was changed after it; nothing of it
	// was taken back or brought back.
	ErrChangedSince = errors.New("changed since")
	// ErrNoSuchChange: the log has no act of that number.
	ErrNoSuchChange = errors.New("no such change")

	// ErrNewer: the file was written by a later version; it is left untouched.
	ErrNewer = errors.New("database is of a newer version")
	// ErrOtherLine: the file was written by a version of another line of work, whose
	// schema and this one's went apart; it is left untouched.
	ErrOtherLine = errors.New("database is of another line of versions")
	// ErrHardLink: the file has a second name. SQLite would lose commits made
	// through the other one.
	ErrHardLink = errors.New("database file has more than one hard link")
	// ErrMoved: the file was deleted, moved or replaced while it was open; what
	// would be written now is not kept.
	ErrMoved = errors.New("database file was moved")
	// ErrOwnFile: something was to be written over the database itself, or a
	// file that belongs to it.
	ErrOwnFile = errors.New("that is the database itself")
	// ErrDamaged: a part of the file can't be read any more.
	ErrDamaged = errors.New("database is damaged")
	// ErrDisk: the disk, or what it is reached by, failed.
	ErrDisk = errors.New("disk failed")
	// ErrCantOpen: the system doesn't let the file be opened.
	ErrCantOpen = errors.New("database can't be opened")
	// ErrInUse: the file is to be replaced, and another genjin has it open.
	ErrInUse = errors.New("database is open elsewhere")
	// ErrLogLost: what was written ahead isn't as it was written; the last changes may be missing.
	ErrLogLost = errors.New("write-ahead log is damaged")
	// ErrLetGo: another genjin is about to replace the file; this one lets it go.
	ErrLetGo = errors.New("database is being replaced")
	// ErrNotBackup: a file is no backup that genjin made.
	ErrNotBackup = errors.New("not a backup")
	// ErrBackupCut: a backup lacks its end.
	ErrBackupCut = errors.New("backup is cut off")
	// ErrBackupDamaged: a backup isn't as it was written.
	ErrBackupDamaged = errors.New("backup is damaged")
	// ErrBackupNewer: a backup is of a newer version.
	ErrBackupNewer = errors.New("backup is of a newer version")
	// ErrNoBackup: there is none to go back to.
	ErrNoBackup = errors.New("no backup")
	// ErrNotDatabase: the file is something else, or damaged.
	ErrNotDatabase = errors.New("not a genjin database")
	// ErrReadOnly: the file can be read and not written.
	ErrReadOnly = errors.New("database is read-only")
	// ErrLocked: another program kept the file to itself for too long.
	ErrLocked = errors.New("database is locked")
	// ErrDiskFull: there was no room for the change.
	ErrDiskFull = errors.New("disk is full")
	// ErrCrashed: the screen met a fault of its own and ended.
	ErrCrashed = errors.New("the screen ended by a fault")
	// ErrHasCustomers: a sample was asked for in a file that holds customers.
	ErrHasCustomers = errors.New("database has customers")
	// ErrSameCustomer: a card can't be merged with itself.
	ErrSameCustomer = errors.New("one and the same customer")
	// ErrSealed: a file is protected by a passphrase, and none was given.
	ErrSealed = errors.New("protected by a passphrase")
	// ErrPassphrase: a protected file has another passphrase.
	ErrPassphrase = errors.New("wrong passphrase")
	// ErrSealBroken: a protected file is cut off or was altered.
	ErrSealBroken = errors.New("protected file is damaged")
	// ErrSealedForKey: a file was encrypted for a key, not by a passphrase.
	ErrSealedForKey = errors.New("encrypted for a key")
	// ErrUnshown: what was to be said could not be written where it goes.
	ErrUnshown = errors.New("output could not be written")
	// ErrSumTooLarge: amounts add up to more than is kept exactly.
	ErrSumTooLarge = errors.New("amounts add up to too much")
)

// Refusal codes: why a value can't be taken. Each has its sentence, with an
// example of what would be right, in model/label.
const (
	RefusedRequired     = "required"        // the value is missing
	RefusedTooLong      = "too_long"        // Args: the most characters allowed
	RefusedOption       = "option"          // Args: the text, the values allowed (codes, comma-separated)
	RefusedDateFormat   = "date_format"     // Args: the text; it can't be read as a date
	RefusedDateMissing  = "date_missing"    // Args: the text; a readable date that the calendar lacks (30 February)
	RefusedDateOrder    = "date_order"      // Args: the text, the days that it may mean; its year can't be told from its day
	RefusedDateRange    = "date_range"      // Args: the text; before 1900 or after 2200
	RefusedTimeFormat   = "time_format"     // Args: the text
	RefusedAmount       = "amount_format"   // Args: the text
	RefusedAmountRange  = "amount_range"    // Args: the text; more than the program can keep exactly
	RefusedPositive     = "positive"        // an amount has to be more than 0; Args: the negative one
	RefusedAmountParts  = "amount_parts"    // Args: the text, decimals allowed; smaller than the minor unit
	RefusedNumber       = "number_format"   // Args: the text
	RefusedNumberRange  = "number_range"    // Args: the text, lowest, highest
	RefusedPhone        = "phone_format"    // Args: the text
	RefusedReason       = "reason_required" // a grade against the suggestion needs a reason; Args: the suggested grade
	RefusedFuture       = "in_future"       // Args: the text; a thing that happened can't lie ahead
	RefusedReference    = "reference"       // Args: the text; no such customer
	RefusedCurrency     = "currency"        // Args: the text; not the code of a currency
	RefusedFilter       = "filter"          // Args: the comparison; a field can't be compared so
	RefusedNoDifference = "no_difference"   // two cards don't differ there, there is nothing to choose
	RefusedTerms        = "terms"           // Args: the text, the position of what can't be read (from 1), that part, what is nearest
	RefusedTermsWhen    = "terms_when"      // Args: the text, the part that doesn't say when it is due
	RefusedTermsSum     = "terms_sum"       // Args: the text, what its percentages make
	RefusedDueOfParts   = "due_of_parts"    // a due date beside terms of several instalments
	RefusedTermsShare   = "terms_share"     // Args: the text, the part that has a share of 0 %
	RefusedSettled      = "settled"         // Args: the amount, what of it is settled already
	RefusedAllocated    = "allocated"       // Args: the amount, what of the payment is allocated or given back
	RefusedOver         = "over"            // Args: the amount, what is open; more than there is
	RefusedForeign      = "foreign"         // Args: the currency, the other one; amounts of two currencies
	RefusedOtherMoney   = "other_money"     // Args: an amount that is there, the other currency; what it is in that isn't said
	RefusedReversed     = "reversed"        // the payment has been taken back
	RefusedRefunded     = "refunded"        // Args: what of the payment has been given back; that comes first
	RefusedNoOrder      = "no_order"        // Args: the number, of which there is no order
	RefusedBilled       = "billed"          // over how much an invoice is can't be changed, it is taken out and made anew
	RefusedGoods        = "goods"           // Args: a line of what is to go out that isn't on the order, or says no quantity
	RefusedBillNo       = "bill_no"         // Args: the number, which no draft can have
	RefusedBillKind     = "bill_kind"       // Args: the kind that the number says
	RefusedNoBill       = "no_bill"         // what only a draft has, of a payment that is none
	RefusedMoved        = "moved"           // what went along with an order of another customer comes back with it only
	RefusedMissing      = "missing_record"  // Args: the id; a record of a file refers to one that isn't in it
	RefusedInvoice      = "invoice"         // Args: the text, what is there; no such invoice or order of the customer
	RefusedAdvance      = "advance"         // Args: the amount, what of the advance can be given back
	RefusedBefore       = "before"          // Args: the day, the one that it can't lie before
	RefusedTotal        = "total_unknown"   // part of an amount is paid, and the amount isn't there
	RefusedUnpaid       = "unpaid_amount"   // Args: the status, the amount; it says unpaid, and an amount came in
	RefusedGarbled      = "garbled"         // Args: the text, the encoding; it has letters that can't be read
	RefusedPart         = "part_unknown"    // part of an amount is paid, and nothing says how much
	RefusedPeriod       = "period"          // Args: the text; not a period, or none that the field takes
	RefusedGoal         = "goal"            // Args: the field in which the goal of such a metric stands
	RefusedInventory    = "inventory"       // it is more than the current assets of which it is a part
	RefusedPaper        = "paper_required"  // a change of basic data needs a reason, and the paper that proves it
	RefusedDays         = "days_list"       // Args: the text; not ascending whole numbers of days
	RefusedPast         = "in_past"         // Args: the text; a day to come is asked for
	RefusedNotLost      = "not_lost"        // why a deal is lost, of one that isn't
	RefusedUnknown      = "unknown"         // Args: the text; an import names a customer who isn't there
	RefusedPlaces       = "places"          // Args: the names in 【】 that a report doesn't know, with their cells
	RefusedNoPlaces     = "no_places"       // a workbook without names in 【】
	RefusedOwnTemplate  = "own_template"    // the workbook would be written over itself
	RefusedFormat       = "format"          // Args: the extension, those that can be written
	RefusedShape        = "shape"           // Args: the text; JSON of another kind than the field's
	RefusedStage        = "stage"           // Args: the number; no such stage, or one that lies behind
	RefusedOrder        = "order"           // Args: the day, the one that has to come first
	RefusedGate         = "gate"            // Args: the stage, in Chinese and in English, that has to be done first
	RefusedBuiltIn      = "built_in"        // Args: the name; came with the program, can only be copied
	RefusedProgress     = "progress"        // Args: the text; no percentage and no state
	RefusedCampaign     = "no_campaign"     // Args: the text, the campaigns; there is none of that name
	RefusedBrought      = "brought"         // Args: how many; customers came by the campaign that is to be removed
	RefusedNamed        = "name_taken"      // Args: the name; another one has it
	RefusedInfeasible   = "infeasible"      // R&D says that the software can't be made: change it, or let it pass with why
	RefusedDecision     = "decision"        // the item is no decision, or one that has to be answered
)

// FieldError says which field was refused and why.
type FieldError struct {
	Field string   // the field's code; empty while only the value is known
	Code  string   // one of the Refused codes
	Args  []string // what the sentence is filled with
}

// AsksReason reports whether a reason would do: what is refused without one is
// done with it.
func (e *FieldError) AsksReason() bool {
	return e.Code == RefusedReason || e.Code == RefusedPaper || e.Code == RefusedLimit || e.Code == RefusedShipping
}

func (e *FieldError) Error() string {
	return fmt.Sprintf("%s: %s %s", e.Field, e.Code, strings.Join(e.Args, " "))
}

// Refuse returns the error for a value that can't be taken.
func Refuse(code string, args ...string) *FieldError {
	return &FieldError{Code: code, Args: args}
}

// At names the field of a refusal; other errors, and refusals that already
// have a field, pass unchanged.
func At(field string, err error) error {
	var fe *FieldError
	if errors.As(err, &fe) && fe.Field == "" {
		named := *fe
		named.Field = field
		return &named
	}
	return err
}
