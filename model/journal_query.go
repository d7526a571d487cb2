package model

// JournalQuery says which entries of all customers a list shows. What is
// empty asks for nothing.
type JournalQuery struct {
	Kind     EntryKind
	Method   Method
	Outcome  Outcome
	Within   Span   // an end may be open
	Customer string // as a search for customers takes it: characters, digits, pinyin
	Text     string // in the situation, the problem or the solution
	Open     bool   // only cases that still wait, of customers not archived
	Oldest   bool   // the oldest first; else the newest
}

// JournalCount is how many entries a list shows, by outcome.
type JournalCount struct{ Reached, NotReached int }
