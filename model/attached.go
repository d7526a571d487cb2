package model

import "slices"

// Item is any record as its values by field code, for the parts of the program
// that treat all records alike: the sections of a card, their forms, files.
type Item struct {
	Record     string
	ID         int64
	CustomerID int64
	CreatedAt  string
	UpdatedAt  string // as it was read, so that a later change isn't written over
	Values     map[string]string
	Reason     string // why it is changed, where that is asked for
}

// Attached describes a kind of record that belongs to a customer, or may, and is
// shown on the card.
type Attached struct {
	Record string // its code
	Single bool   // a customer has at most one
	Fields []Spec // without the customer
	Table  []Spec // see RecordKind.Table
	Tick   string // see RecordKind.Tick
	Shown  []Spec // the fields, and behind them what follows from them
}

// AttachedRecords are the kinds, in the order of the card.
var AttachedRecords = attachedRecords()

func attachedRecords() (list []Attached) {
	for _, k := range Kinds {
		if k.Card {
			list = append(list, k.attached())
		}
	}
	return list
}

func (k RecordKind) attached() Attached {
	a := Attached{Record: k.Record, Single: k.Single, Fields: filledIn(k.Specs), Tick: k.Tick}
	for _, code := range k.Table {
		f, _ := k.Fields.ByCode(code)
		a.Table = append(a.Table, f.Spec)
	}
	a.Shown = slices.Clone(a.Fields)
	for _, d := range k.Tells {
		a.Shown = append(a.Shown, d.Spec)
	}
	return a
}

// AttachedOf finds a kind that is kept as items by its record's code.
func AttachedOf(record string) (Attached, bool) {
	k, ok := KindOf(record)
	return k.attached(), ok && k.IsItem()
}

// filledIn are the fields that a person fills in.
func filledIn(all []Spec) (list []Spec) {
	for _, s := range all {
		if !s.Kept {
			list = append(list, s)
		}
	}
	return list
}

// ofCustomer is the field that says whose record it is.
func ofCustomer[T any](at func(*T) *int64) Field[T] {
	return ref("customer_id", "customer", at).required().kept()
}
