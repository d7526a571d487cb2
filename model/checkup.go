package model

// CheckState is what came out of looking at one thing.
type CheckState string

// The states. Only what is wrong makes a checkup fail.
const (
	CheckGood  CheckState = "good"
	CheckNote  CheckState = "note"  // worth knowing, or better otherwise
	CheckWrong CheckState = "wrong" // data or privacy is at risk
	CheckFixed CheckState = "fixed" // it was wrong
)

// Check is one thing that a checkup looked at. The sentences are in model/label.
type Check struct {
	Code  string
	State CheckState
	Args  []string // what the sentence is filled with
	Items []string // what it is about: files, records
}

// The checks, in their order.
const (
	CheckPages      = "pages"      // the database's own pages
	CheckReferences = "references" // records that refer to what isn't there
	CheckSearch     = "search"     // what customers are found by, against their cards
	CheckWords      = "words"      // what is written in the journal, against what finds it
	CheckBalances   = "balances"   // what is settled, against payments and notes
	CheckFuture     = "future"     // what happened after today
	CheckDrafts     = "drafts"     // drafts of what is gone
	CheckModes      = "modes"      // whom files and folders are open to
	CheckLink       = "link"       // the file stands elsewhere
	CheckLeftovers  = "leftovers"  // half-written files of killed programs
	CheckRefused    = "refused"    // lists of refused rows that lie about
	CheckLog        = "log"        // what is written ahead
	CheckEnd        = "end"        // how the program ended last
	CheckSpace      = "space"      // room on the disk
	CheckDisk       = "disk"       // whether the disk is encrypted
	CheckBackups    = "backups"    // how old the newest is
	CheckTrial      = "trial"      // whether it can be restored
	CheckCards      = "cards"      // cards too thin for their grade
	CheckConsent    = "consent"    // customers who haven't agreed
	CheckExports    = "exports"    // what left in the last 30 days
)

// Sound reports whether nothing is wrong.
func Sound(checks []Check) bool {
	for _, c := range checks {
		if c.State == CheckWrong {
			return false
		}
	}
	return true
}
