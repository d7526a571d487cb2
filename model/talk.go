package model

import (
	"cmp"
	"slices"
	"strconv"
)

// One customer is one conversation (rule 2.6): what is to be chased of a
// customer in a currency is one row of Today, and so are the items of a project.

// talkOf is whose conversation a row belongs to, and on which day it is due
// ahead; ok is false for a row that stands alone.
type talkOf struct {
	customer, project int64
	currency          string
	on                Date
}

func (r *Row) talk() (of talkOf, ok bool) {
	switch {
	case r.OfDebt():
		return talkOf{customer: r.CustomerID, currency: r.Currency, on: r.On}, true
	case r.Kind == RowStep:
		return talkOf{customer: r.CustomerID, project: r.ProjectID, on: r.On}, true
	}
	return talkOf{}, false
}

// talks makes one row of the rows that are one conversation; the others stay as
// they are.
func talks(rows []Row, s Settings) []Row {
	at := map[talkOf]int{}
	var gathered []Row
	for _, r := range rows {
		of, ok := r.talk()
		n, begun := at[of]
		if ok && begun {
			gathered[n].Items = append(gathered[n].Parts(), r)
			continue
		}
		if ok {
			at[of] = len(gathered)
		}
		gathered = append(gathered, r)
	}
	for i := range gathered {
		if gathered[i].Items != nil {
			gathered[i] = talk(gathered[i].Items, s)
		}
	}
	return gathered
}

// Parts are the rows that a row stands for, itself where it stands alone.
func (r *Row) Parts() []Row {
	if r.Items == nil {
		return []Row{*r}
	}
	return r.Items
}

// talk is the row of several: of the kind that presses most, since that has
// been there, with the firmest step and the sum of what is open. It is about
// the first of its items.
func talk(parts []Row, s Settings) Row {
	order := s.pressing()
	slices.SortStableFunc(parts, func(a, b Row) int {
		byDue := 0
		if a.Debt != nil && b.Debt != nil {
			byDue = cmp.Or(cmp.Compare(rank[a.Kind], rank[b.Kind]), OldestFirst(&a.Debt.Receivable, &b.Debt.Receivable))
		}
		// Nothing is done about a stage itself: it comes last.
		return cmp.Or(byDue, cmp.Compare(flag(a.About == AboutStage), flag(b.About == AboutStage)), order(a, b))
	})
	r := parts[0]
	r.Items, r.Amount = parts, 0
	for i := range parts {
		p := &parts[i]
		r.Level, r.Late = max(r.Level, p.Level), max(r.Late, p.Late)
		r.Amount, _ = AddMoney(r.Amount, p.Amount)
		if p.Kind == r.Kind {
			r.DueOn, r.DaysLate = min(r.DueOn, p.DueOn), max(r.DaysLate, p.DaysLate)
		}
	}
	count := strconv.Itoa(len(parts))
	if r.Kind == RowStep {
		r.Reason = because("steps", append([]string{count, r.Reason.Code}, r.Reason.Args...)...)
		return r
	}
	args := []string{count, strconv.FormatInt(r.Amount, 10), r.Currency, strconv.Itoa(r.Late)}
	if r.Kind == RowBroken {
		on, sum := brokenOf(parts)
		args = append(args, strconv.FormatInt(sum, 10), string(on))
	}
	r.Reason = because(string(r.Kind)+"_all", args...)
	return r
}

// brokenOf is the day of the first broken promise of a conversation and what was
// promised for it.
func brokenOf(parts []Row) (on Date, sum int64) {
	for i := range parts {
		if p := &parts[i]; p.Kind == RowBroken && (on == "" || p.Debt.PromiseOn < on) {
			on = p.Debt.PromiseOn
		}
	}
	for i := range parts {
		if p := &parts[i]; p.Kind == RowBroken && p.Debt.PromiseOn == on {
			sum, _ = AddMoney(sum, p.Debt.PromisedSum)
		}
	}
	return on, sum
}

// OldestFirst is the order in which the receivables of a conversation are named,
// paid and promised: the earliest due first, those without a day last.
func OldestFirst(a, b *Receivable) int {
	return cmp.Or(cmp.Compare(flag(a.DueOn == ""), flag(b.DueOn == "")), cmp.Compare(a.DueOn, b.DueOn), cmp.Compare(a.ID, b.ID))
}

// Talk is a conversation about what a customer owes in one currency, as a text
// to send needs it.
type Talk struct {
	Debts       []ReceivableOf // the oldest due first; at least one
	Level       int            // the firmest step that they have reached
	Broken      Date           // the day of a promise that was not kept
	Promised    Date           // without one, of a promise whose day has not passed
	PromisedSum int64          // what was promised for it and has not come
	Interest    int64          // for late payment, at the rate of the settings; never booked
}

// TalkOf is the conversation about some receivables.
func TalkOf(debts []ReceivableOf, s Settings) Talk {
	t := Talk{Debts: slices.Clone(debts)}
	slices.SortStableFunc(t.Debts, func(a, b ReceivableOf) int { return OldestFirst(&a.Receivable, &b.Receivable) })
	for i := range t.Debts {
		r := &t.Debts[i]
		t.Level = max(t.Level, LevelOf([]Receivable{r.Receivable}, s, r.Now.AsOf))
		if r.IsBroken(r.Now.AsOf) && (t.Broken == "" || r.PromiseOn < t.Broken) {
			t.Broken = r.PromiseOn
		}
		left := r.PromisedSum - (r.Now.Paid - r.PromisedPaid)
		if r.PromiseOn < r.Now.AsOf || left <= 0 {
			continue
		}
		if t.Promised == "" || r.PromiseOn < t.Promised {
			t.Promised = r.PromiseOn
		}
		t.PromisedSum, _ = AddMoney(t.PromisedSum, left)
	}
	return t
}

// Currency is that of all of it.
func (t *Talk) Currency() string { return t.Debts[0].Currency }

// Open is what of it is still owed.
func (t *Talk) Open() (sum int64) {
	for i := range t.Debts {
		sum, _ = AddMoney(sum, t.Debts[i].Now.Balance)
	}
	return sum
}

// Oldest is how many days the oldest is overdue; 0 while none is.
func (t *Talk) Oldest() (days int) {
	for i := range t.Debts {
		days = max(days, t.Debts[i].Now.DaysLate)
	}
	return days
}

// ToChase are, of receivables of one currency, those that a conversation of the
// day is about: what Today asks for; else what is overdue, else all that can be
// chased. The oldest due first.
func ToChase(list []Receivable, s Settings, today Date) []Receivable {
	var chased, overdue, asked []Receivable
	for _, r := range list {
		if !r.Chased() {
			continue
		}
		chased = append(chased, r)
		if r.DueOn != "" && r.DueOn < today {
			overdue = append(overdue, r)
		}
		if _, ok := DebtRow(Debt{Receivable: r}, s, today); ok {
			asked = append(asked, r)
		}
	}
	for _, found := range [][]Receivable{asked, overdue, chased} {
		if len(found) > 0 {
			slices.SortStableFunc(found, func(a, b Receivable) int { return OldestFirst(&a, &b) })
			return found
		}
	}
	return nil
}

// LevelOf is the firmest step of the ladder that receivables have reached by a
// day.
func LevelOf(list []Receivable, s Settings, today Date) (level int) {
	for i := range list {
		if st, ok := ReachedStep(s.Steps(), list[i].DueOn, today); ok {
			level = max(level, st.Level)
		}
	}
	return level
}

// Spread is a chasing step that was taken once as each receivable of the
// conversation keeps it. The promise is spread over them, the oldest due first;
// one without an amount is for all that is open. None is noted as chased more
// firmly than it has reached, but the ones that reached the most.
func (d Dunning) Spread(list []Receivable, s Settings, today Date) ([]Dunning, error) {
	list = slices.Clone(list)
	slices.SortStableFunc(list, func(a, b Receivable) int { return OldestFirst(&a, &b) })
	whole := int64(0)
	for _, r := range list {
		if r.Currency != list[0].Currency {
			return nil, At("receivable_id", Refuse(RefusedForeign, r.Currency, list[0].Currency))
		}
		whole, _ = AddMoney(whole, max(r.Open(), 0))
	}
	left := d.PromiseAmount
	switch {
	case d.PromiseOn != "" && left == 0:
		left = whole
	case left > whole:
		return nil, At("promise_amount", Refuse(RefusedOver, list[0].money(left), list[0].money(whole)))
	case left > 0 && d.PromiseOn == "":
		return nil, At("promise_on", Refuse(RefusedRequired))
	}
	setIfEmpty(&d.ChasedOn, today)
	firmest := LevelOf(list, s, d.ChasedOn)
	parts := make([]Dunning, len(list))
	for i := range list {
		part := d
		if own := LevelOf(list[i:i+1], s, d.ChasedOn); own < firmest {
			part.Level = min(part.Level, int64(own))
		}
		if part.PromiseAmount = min(left, list[i].Open()); part.PromiseAmount <= 0 {
			part.PromiseOn, part.PromiseAmount = "", 0
		}
		left -= part.PromiseAmount
		part.ReceivableID, part.CustomerID = list[i].ID, list[i].CustomerID
		part.Complete(&list[i], s, today)
		if err := part.Check(&list[i], today); err != nil {
			return nil, err
		}
		parts[i] = part
	}
	return parts, nil
}

// Acts are the day's ticks, one an act: what one write ticked off or put off
// of a conversation was done once.
func Acts(ticks []Handled) []Handled {
	type act struct {
		customer int64
		at       string
	}
	seen := map[act]bool{}
	var acts []Handled
	for _, h := range ticks {
		key := act{h.CustomerID, h.CreatedAt}
		if _, of := (&Row{Kind: h.Kind}).talk(); of && seen[key] {
			continue
		}
		seen[key] = true
		acts = append(acts, h)
	}
	return acts
}
