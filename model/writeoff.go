package model

import (
	"cmp"
	"encoding/json"
	"slices"
)

// OffMove is an amount that was given up of a receivable on a day; a negative one
// was taken back. It is kept in minor units of the receivable's currency.
type OffMove struct {
	On     Date   `json:"on"`
	Amount int64  `json:"amount"`
	Why    string `json:"why,omitempty"`
}

// WriteOff is what a person gives up of a receivable as a bad debt, in minor units
// of its currency: when, and why. An amount of 0 is all that is open.
type WriteOff struct {
	Amount int64
	On     Date // "" = today
	Why    string
}

// WriteOffFields is the field table of WriteOff; its fields bear the names of the
// receivable's.
var WriteOffFields = Fields[WriteOff]{
	amount("written_off", func(o *WriteOff) *int64 { return &o.Amount }).half(),
	date("written_off_on", func(o *WriteOff) *Date { return &o.On }).flag("on"),
	note("written_off_reason", func(o *WriteOff) *string { return &o.Why }).flag("reason"),
}

// Check refuses a write-off that can't be made of a receivable: without a reason,
// of nothing, or on a day on which nothing can have happened to it.
func (o *WriteOff) Check(r *Receivable, today Date) error {
	switch {
	case o.Why == "":
		return At("written_off_reason", Refuse(RefusedRequired))
	case o.Amount <= 0:
		return At("written_off", Refuse(RefusedOver, "0", "0"))
	}
	return r.CheckDay("written_off_on", o.On, today)
}

// WriteOff is the write-off of all that is open of a receivable, on a day.
func (r *Receivable) WriteOff(on Date) WriteOff { return WriteOff{Amount: r.Open(), On: on} }

// OffMoves are what was given up of a receivable, in the order of the days.
func (r *Receivable) OffMoves() []OffMove {
	var list []OffMove
	switch {
	case r.WriteOffs != "" && json.Unmarshal([]byte(r.WriteOffs), &list) == nil:
		return list
	case r.WrittenOff == 0:
		return nil
	}
	return []OffMove{{r.WrittenOffOn, r.WrittenOff, r.WrittenOffWhy}}
}

// soundWriteOffs reports whether what is kept of them makes what is given up.
func (r *Receivable) soundWriteOffs() bool {
	return r.WriteOffs == "" || json.Valid([]byte(r.WriteOffs)) && sumOff(r.OffMoves(), lastDate) == r.WrittenOff
}

func sumOff(list []OffMove, day Date) (sum int64) {
	for _, m := range list {
		if m.On <= day {
			sum += m.Amount // never more than the receivable
		}
	}
	return sum
}

// GivenUp is what had been given up by a day.
func (r *Receivable) GivenUp(day Date) int64 { return sumOff(r.OffMoves(), day) }

// GiveUp gives up an amount more on a day, with why; a negative amount takes back
// what was given up, not before it was. Earlier days stay as they were.
func (r *Receivable) GiveUp(amount int64, on Date, why string) {
	list := r.OffMoves()
	if amount < 0 && len(list) > 0 {
		on = max(on, list[len(list)-1].On)
	}
	if amount < 0 {
		why = ""
	}
	list = append(list, OffMove{on, amount, why})
	slices.SortStableFunc(list, func(a, b OffMove) int { return cmp.Compare(a.On, b.On) })
	r.Settled += amount
	r.KeepOff(list)
}

// ForgetOffAfter takes back what of the giving up came after a day.
func (r *Receivable) ForgetOffAfter(day Date) {
	r.KeepOff(slices.DeleteFunc(r.OffMoves(), func(m OffMove) bool { return m.On > day }))
}

// KeepOff says of a receivable what was given up of it, in the order of the days: how much, when and why at
// last, and each by itself where it was more than once.
func (r *Receivable) KeepOff(list []OffMove) {
	r.WrittenOff, r.WrittenOffOn, r.WrittenOffWhy, r.WriteOffs = sumOff(list, lastDate), "", "", ""
	if r.WrittenOff != 0 {
		r.WrittenOffOn = list[len(list)-1].On
		for _, m := range list {
			r.WrittenOffWhy = cmp.Or(m.Why, r.WrittenOffWhy)
		}
	}
	if len(list) > 1 {
		text, _ := json.Marshal(list) // numbers, days and words
		r.WriteOffs = string(text)
	}
}
