package model

import (
	"cmp"
	"encoding/json"
	"slices"
)

// DisputeMove says from which day on a receivable was disputed, and why; without
// a reason it was disputed no longer. The day is "" where nobody kept it.
type DisputeMove struct {
	On  Date   `json:"on"`
	Why string `json:"why,omitempty"`
}

// DisputeFields is the field table of what a person says of a dispute; it bears the
// name that the receivable's has.
var DisputeFields = Fields[DisputeMove]{
	note("dispute_reason", func(d *DisputeMove) *string { return &d.Why }).required().named(RowOfReceivable),
}

// DisputeMoves are when a receivable came to be disputed, or no longer, in the
// order of the days.
func (r *Receivable) DisputeMoves() (list []DisputeMove) {
	if r.Disputes != "" && json.Unmarshal([]byte(r.Disputes), &list) == nil {
		return list
	}
	return nil
}

// Dispute marks a receivable as disputed from a day on; without a reason the
// dispute is over. Earlier days stay as they were.
func (r *Receivable) Dispute(on Date, why string) {
	list := r.DisputeMoves()
	if len(list) == 0 && r.Disputed {
		list = []DisputeMove{{"", r.DisputeWhy}}
	}
	if why == "" && !r.Disputed {
		return
	}
	list = append(list, DisputeMove{on, why})
	slices.SortStableFunc(list, func(a, b DisputeMove) int { return cmp.Compare(a.On, b.On) })
	r.KeepDisputes(list)
}

// ForgetDisputesAfter takes back what of its disputes came after a day.
func (r *Receivable) ForgetDisputesAfter(day Date) {
	if list := r.DisputeMoves(); len(list) > 0 {
		r.KeepDisputes(slices.DeleteFunc(list, func(m DisputeMove) bool { return m.On > day }))
	}
}

// KeepDisputes says of a receivable how it was disputed, in the order of the
// days; the last of them is how it is now.
func (r *Receivable) KeepDisputes(list []DisputeMove) {
	r.Disputes, r.Disputed, r.DisputeWhy = "", false, ""
	if len(list) == 0 {
		return
	}
	last := list[len(list)-1]
	r.Disputed, r.DisputeWhy = last.Why != "", last.Why
	text, _ := json.Marshal(list) // days and words
	r.Disputes = string(text)
}

// DisputesSQL is when receivables came to be disputed, or no longer, a line a
// time, in SQL.
const DisputesSQL = `(SELECT r.id AS receivable_id, m.value ->> 'on' AS disputed_on
	FROM receivable r, json_each(iif(r.disputes = '', '[]', r.disputes)) m WHERE r.disputes <> '')`
