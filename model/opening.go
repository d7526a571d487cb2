package model

import (
	"cmp"
	"slices"
	"strings"
)

// A step of staged work may open the form of a record that belongs to it: the
// record of the customer finishes the step when it is filled in. What it begins
// with, and has to hold, are conditions with semicolons between them:
// template=intake; or a field alone, which has to be filled in: shareholders.

// Openable are the records that a step may open.
var Openable = []string{"minutes", "document", "lookup", "company", "contract", RowOfAccounts}

// Wanted are the conditions of a step's record.
func (s *StepPlan) Wanted() []string {
	return strings.FieldsFunc(s.OpensWith, func(r rune) bool { return strings.ContainsRune(";；\n", r) })
}

// Asks is the field that the step wants to be filled in, "" where it names none.
func (s *StepPlan) Asks() string {
	for _, text := range s.Wanted() {
		if code, op, _ := SplitCondition(text); op == "" {
			return code
		}
	}
	return ""
}

// BeginsWith is what a record begins with that a step opens.
func (s *StepPlan) BeginsWith() map[string]string {
	values := map[string]string{}
	for _, text := range s.Wanted() {
		if code, op, value := SplitCondition(text); op == "=" {
			values[code] = value
		}
	}
	return values
}

// FilledBy reports whether a record is what the step asks for, and filled in:
// where it has questions, one of them is answered.
func (s *StepPlan) FilledBy(it *Item) bool {
	if it.Record != s.Opens || !s.meets(it) {
		return false
	}
	for _, f := range RecordFields(it.Record) {
		if answered, _ := AnswerText(it.Values[f.Code]).Answered(); f.Asked && answered == 0 {
			return false
		}
	}
	return true
}

// Like is the newest of a customer's records that is of the step's: its form goes
// on with that one. A zero one where there is none.
func (s *StepPlan) Like(list []Item) Item {
	for _, it := range slices.Backward(list) {
		if !slices.ContainsFunc(s.Wanted(), func(text string) bool {
			code, op, value := SplitCondition(text)
			return op == "=" && it.Values[code] != value
		}) {
			return it
		}
	}
	return Item{}
}

// meets reports whether a record holds what the step wants of it.
func (s *StepPlan) meets(it *Item) bool {
	return !slices.ContainsFunc(s.Wanted(), func(text string) bool {
		code, op, value := SplitCondition(text)
		return op == "=" && it.Values[code] != value || op == "" && it.Values[code] == "" || op == "!=" && it.Values[code] == value
	})
}

// CompletedBy reports whether a checklist of records is what the step asks for,
// with nothing that is wanted missing.
func (s *StepPlan) CompletedBy(list []Item) bool {
	var own []Item
	for _, it := range list {
		if s.meets(&it) {
			own = append(own, it)
		}
	}
	in, of := PapersIn(own)
	return of > 0 && in == of
}

// Called reports whether a template is meant by a code or a name.
func (t *Template) Called(text string) bool {
	return t.Name == text || t.Code != "" && t.Code == text || t.NameEN != "" && strings.EqualFold(t.NameEN, text)
}

// Ref is what records name a template by.
func (t *Template) Ref() string { return cmp.Or(t.Code, t.Name) }

// steps are the steps of a template, in their order.
func (t *TemplateTree) steps() (all []TemplateStep) {
	for _, st := range t.Stages {
		all = append(all, st.Steps...)
	}
	return all
}

// Documents are the papers that a list wants of a customer; named says what one is
// called, of its Chinese and English names.
func (t *TemplateTree) Documents(customer int64, named func(zh, en string) string) []Document {
	var list []Document
	for _, s := range t.steps() {
		list = append(list, Document{
			CustomerID: customer, List: t.Ref(), Name: named(s.Title, s.TitleEN), Required: s.Required, Form: s.Form, Copies: max(s.Copies, 1),
		})
	}
	return list
}

// Questions are what minutes by the template ask, without answers.
func (t *TemplateTree) Questions(named func(zh, en string) string) AnswerText {
	var list []Asked
	for _, s := range t.steps() {
		list = append(list, Asked{Question: named(s.Title, s.TitleEN)})
	}
	return AnswersOf(list)
}

// checkOpening refuses a step that opens the form of what no customer has, or
// asks it for a field that it hasn't.
func (s *StepPlan) checkOpening() error {
	if s.Opens == "" {
		return nil
	}
	k, _ := KindOf(s.Opens)
	for _, text := range s.Wanted() {
		code, _, _ := SplitCondition(text)
		if _, ok := k.Fields.ByCode(code); !ok {
			return At("opens_with", Refuse(RefusedOption, text))
		}
	}
	return nil
}
