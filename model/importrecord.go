package model

import "strconv"

// ProposedRecord is a record of a kind that is kept as items, as a row of a file
// has it.
type ProposedRecord struct {
	Item Item              // with the values that the row gives
	Refs map[string]string // what it refers to beside its customer, as that is called, by field
	Naming
	Err error
}

// ItemDocuments are the documents whose rows are records that are kept as items,
// by what the commands call them. Contacts have a document of their own.
var ItemDocuments = func() (list []string) {
	for _, k := range Kinds {
		if k.listsItems() {
			list = append(list, k.ListName())
		}
	}
	return list
}()

func (k RecordKind) listsItems() bool { return k.IsItem() && k.ListName() != DocumentContacts }

// ItemDocument is the kind of record that the rows of a document are; ok is false
// for the documents that aren't one of ItemDocuments.
func ItemDocument(document string) (k RecordKind, ok bool) {
	for _, k := range Kinds {
		if k.listsItems() && k.ListName() == document {
			return k, true
		}
	}
	return k, false
}

// OfSomebody reports whether a record of the kind has to be a customer's.
func (k RecordKind) OfSomebody() bool {
	f, ok := k.Fields.ByCode("customer_id")
	return ok && f.Required
}

// Begun is a new record of the kind as the rules begin it.
func (k RecordKind) Begun(at AsOf) any {
	rec := k.New()
	if c, ok := rec.(interface{ Complete(AsOf) }); ok {
		c.Complete(at)
	}
	return rec
}

// Over is a record with the values of an item in place of its own.
func (k RecordKind) Over(rec any, it Item) any {
	for _, f := range k.Fields {
		if value, given := it.Values[f.Code]; given {
			f.Set(&rec, value)
		}
	}
	return rec
}

// NoKindError says that a file has no rows of the records that it was said to
// hold.
type NoKindError struct{ Document string }

func (e *NoKindError) Error() string { return "no " + e.Document + " in the file" }

func (e *NoKindError) Unwrap() error { return ErrNoCustomers }

// JSONError says where a file of JSON stops being JSON.
type JSONError struct{ Line int }

func (e *JSONError) Error() string { return "no JSON in line " + strconv.Itoa(e.Line) }

func (e *JSONError) Unwrap() error { return ErrFileUnreadable }
