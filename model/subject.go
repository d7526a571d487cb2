package model

import (
	"encoding/json"
	"slices"
	"strings"
)

// Subject is a person of whom data is kept: a customer with all that hangs on the
// card, or one contact of a customer.
type Subject struct {
	Customer int64
	Contact  int64 // 0 = the customer
}

// KindCount is how many records there are of a kind.
type KindCount struct {
	Record string
	Count  int
}

// Mention is a record of somebody else's that names a person.
type Mention struct {
	Record     string
	ID         int64
	CustomerID int64 // whose record it is, 0 = nobody's
}

// Traces is where data of a person is, beside the records that are theirs.
type Traces struct {
	Changes  int       // lines of the change log
	Drafts   []string  // what is half typed about them
	Refused  []string  // lists of refused rows that hold them
	Backups  []string  // that hold them
	Sealed   []string  // backups that may: nobody looks into them without a passphrase
	Exports  []string  // what left since the card was made, and when
	Mentions []Mention // where they are named otherwise
}

// Forgetting is what forgetting a person for good takes away and what it leaves.
type Forgetting struct {
	Subject
	Name  string
	Gone  []KindCount // records that go
	Bound []KindCount // records that the law has one keep: they stay, and nobody can tell whose they were
	Owed  []Money     // what is open of those
	Traces
	Unwiped error // the records are gone; why their traces in the file aren't yet: the next start tries again
}

// SubjectFile is everything that is kept about a person.
type SubjectFile struct {
	Name    string
	Whole   Records
	Changes []Change
	Drafts  map[string]map[string]string // by form, then by field
	Traces
}

// bound says that records of the kind stay when their person is forgotten, as
// invoices and payments have to with what proves them, and which of their texts
// do; their days, amounts and choices stay in any case.
func (k RecordKind) bound(texts ...string) RecordKind { k.Bound, k.Stays = true, texts; return k }

// Anonymise takes out of a record of a kind that has to stay whatever may tell
// whose it was.
func (k RecordKind) Anonymise(rec any) {
	for _, f := range k.Fields {
		if value := f.Get(&rec); value != "" && k.mayTell(f.Spec) {
			f.Set(&rec, unsaid(f.Spec, value))
		}
	}
}

// mayTell reports whether a field may tell whose the record was.
func (k RecordKind) mayTell(s Spec) bool {
	if slices.Contains(k.Stays, s.Code) {
		return false
	}
	switch s.Kind {
	case KindText, KindNote, KindPhones, KindTags, KindBirthday:
		return true
	case KindChoice:
		return s.Open
	}
	return s.Code == "project_id"
}

// Unsaid stands where a text has to stand and nobody may read the one that did.
const Unsaid = "—"

// unsaid is what is left of a text: that there was a reason, and of the history
// of write-offs and disputes the days and amounts.
func unsaid(s Spec, value string) string {
	var moves []map[string]any
	switch {
	case s.Code == "write_offs" || s.Code == "disputes":
		if json.Unmarshal([]byte(value), &moves) != nil {
			return ""
		}
		for _, m := range moves {
			if m["why"] != nil {
				m["why"] = Unsaid
			}
		}
		text, _ := json.Marshal(moves)
		return string(text)
	case s.Required || strings.HasSuffix(s.Code, "reason"):
		return Unsaid
	}
	return ""
}
