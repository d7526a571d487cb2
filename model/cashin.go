package model

import "time"

// OpenDebt is what the expected cash-in is made from.
type OpenDebt struct {
	Currency  string
	Open      int64
	DueOn     Date
	PromiseOn Date  // of a promise that is not paid
	Promised  int64 // what of it is still to come
	Delay     int   // the customer's usual delay in days
}

// CashWeek is what is expected in a week.
type CashWeek struct {
	From   Date // its Monday
	Amount int64
	Count  int
}

// CashIn is the expected cash-in of one currency (rule 2.4): by promise date,
// else the due date shifted by the customer's usual delay.
type CashIn struct {
	Currency string
	Late     CashWeek // expected before today, and not there
	Weeks    []CashWeek
	Beyond   CashWeek // after the last week
	Undated  CashWeek // without a due date
}

// ExpectCash spreads open receivables over so many weeks from today's; false
// when a sum can't be kept.
func ExpectCash(debts []OpenDebt, today Date, weeks int) ([]CashIn, bool) {
	byCode, first := map[string]*CashIn{}, monday(today)
	var list []*CashIn
	good := true
	for _, d := range debts {
		in := byCode[d.Currency]
		if in == nil {
			in = &CashIn{Currency: d.Currency, Weeks: make([]CashWeek, weeks)}
			for n := range in.Weeks {
				in.Weeks[n].From = first.AddDays(7 * n)
			}
			byCode[d.Currency] = in
			list = append(list, in)
		}
		rest := d.Open
		if part := min(d.Promised, d.Open); d.PromiseOn >= today && part > 0 {
			good = in.expect(d.PromiseOn, part, today, first) && good
			rest -= part
		}
		on := d.DueOn
		if on != "" && d.Delay != 0 {
			on = on.AddDays(d.Delay)
		}
		if rest > 0 {
			good = in.expect(on, rest, today, first) && good
		}
	}
	out := make([]CashIn, len(list))
	for i, in := range list {
		out[i] = *in
	}
	return out, good
}

// expect adds an amount to the week of a day; first is the Monday of the first
// one.
func (in *CashIn) expect(on Date, amount int64, today, first Date) bool {
	week := &in.Undated
	switch {
	case on == "":
	case on < today:
		week = &in.Late
	default:
		week = &in.Beyond
		if n := on.Sub(first) / 7; n < len(in.Weeks) {
			week = &in.Weeks[n]
		}
	}
	sum, ok := AddMoney(week.Amount, amount)
	week.Amount, week.Count = sum, week.Count+1
	return ok
}

// monday is the first day of a date's week.
func monday(d Date) Date {
	back := (int(d.Weekday()) - int(time.Monday) + 7) % 7
	return d.AddDays(-back)
}
