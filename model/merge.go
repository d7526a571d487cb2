package model

import (
	"cmp"
	"slices"
	"strings"
)

// Side is whose value a field has after two cards became one.
type Side string

// The sides. Only a note can have both texts, one below the other.
const (
	TakeKept  Side = "kept"
	TakeOther Side = "other"
	TakeBoth  Side = "both"
)

// Merging is two cards of one customer that are about to become one (rule 3):
// the kept card, with what it lacks from the other one.
type Merging struct {
	Kept, Other Customer
	// What a customer has at most one of, by record: the company card, the
	// preparation of the next visit.
	KeptOne, OtherOne map[string]Item
	Entries           int // of the other one's journal
	Items             int // records of the other one, such as contacts
	Referred          int // customers whom the other one brought
}

// Difference is a field in which both cards say something, and not the same.
type Difference struct {
	Record      string // customer, or the record of a Single
	Spec        Spec
	Kept, Other string // canonical values
	Take        Side   // what is taken unless the person chooses
	// Leader is the code of the difference whose choice this one shares:
	// amounts go with the currency in which they are.
	Leader string
}

// Code names the difference where a choice is made: grade, company.bank.
func (d Difference) Code() string {
	if d.Record == "customer" {
		return d.Spec.Code
	}
	return d.Record + "." + d.Spec.Code
}

// Sides are what can be taken.
func (d Difference) Sides() []Side {
	if d.Spec.Kind == KindNote {
		return []Side{TakeKept, TakeOther, TakeBoth}
	}
	return []Side{TakeKept, TakeOther}
}

// beginnings are the values that a card has before anything is known.
var beginnings = map[string]string{
	"kind": string(Person), "class": string(ClassNew), "stage": string(Prospect),
}

// amounts are in the card's currency.
func isAmount(f Spec) bool { return f.Kind == KindAmount }

// Differences are the fields to choose in, in the order of the card.
func (m *Merging) Differences() []Difference {
	var list []Difference
	for _, f := range CustomerFields {
		d := Difference{Record: "customer", Spec: f.Spec, Kept: m.value(f, &m.Kept), Other: m.value(f, &m.Other)}
		if m.differ(d) {
			d.Take = m.usual(d)
			if isAmount(f.Spec) && m.currencies() {
				d.Leader = "currency"
			}
			list = append(list, d)
		}
	}
	for _, kind := range AttachedRecords {
		kept, other := m.KeptOne[kind.Record], m.OtherOne[kind.Record]
		if !kind.Single || kept.ID == 0 || other.ID == 0 {
			continue
		}
		for _, f := range kind.Fields {
			d := Difference{Record: kind.Record, Spec: f, Kept: kept.Values[f.Code], Other: other.Values[f.Code], Take: TakeKept}
			if d.Kept != "" && d.Other != "" && d.Kept != d.Other {
				list = append(list, d)
			}
		}
	}
	return list
}

// value is what a card says in a field; that nothing is known yet is nothing,
// and neither can be brought by the other.
func (m *Merging) value(f Field[Customer], c *Customer) string {
	v := f.Get(c)
	switch {
	case f.Code == "need" && v == string(NeedUnknown):
		return ""
	case f.Code == "referrer" && (c.Referrer == m.Kept.ID || c.Referrer == m.Other.ID):
		return ""
	}
	return v
}

// currencies reports whether the cards' amounts are in different currencies.
func (m *Merging) currencies() bool {
	return m.Kept.Currency != "" && m.Other.Currency != "" && m.Kept.Currency != m.Other.Currency
}

func (m *Merging) differ(d Difference) bool {
	switch {
	case d.Spec.Code == "next_basis":
		return false // goes with the date
	case d.Spec.Kept, d.Spec.Kind == KindPhones, d.Spec.Kind == KindTags:
		return false // kept by the rules, or united
	case isAmount(d.Spec) && m.currencies():
		return d.Kept != d.Other
	}
	return d.Kept != "" && d.Other != "" && d.Kept != d.Other
}

// usual is the side that a difference takes by itself: the kept card's, unless
// that says only what every card says at first; of next dates and days of the
// card the earlier, with what is to be done then.
func (m *Merging) usual(d Difference) Side {
	other := false
	switch d.Spec.Code {
	case "kind", "class", "stage":
		other = d.Kept == beginnings[d.Spec.Code]
	case "filled_on":
		other = d.Other < d.Kept
	case "next_on", "next_action", "next_method":
		other = m.otherIsNext()
	case "consent_on":
		other = m.Kept.Consent == "" && m.Other.Consent != ""
	case "currency", "expected_amount", "credit_limit":
		other = m.currencies() && m.Kept.ExpectedAmount == 0 && m.Kept.CreditLimit == 0 &&
			(m.Other.ExpectedAmount != 0 || m.Other.CreditLimit != 0)
	}
	if other {
		return TakeOther
	}
	return TakeKept
}

// otherIsNext: the other card's plan comes first.
func (m *Merging) otherIsNext() bool {
	return m.Other.NextOn != "" && (m.Kept.NextOn == "" || m.Other.NextOn < m.Kept.NextOn)
}

// Choices are the sides of all differences: the person's, by Code, and the
// usual ones. It refuses a code that is no difference, and a side that it
// can't take.
func (m *Merging) Choices(take map[string]Side) (map[string]Side, error) {
	all := map[string]Side{}
	list := m.Differences()
	for _, d := range list {
		all[d.Code()] = d.Take
	}
	for _, d := range list {
		if side, ok := take[d.Code()]; ok {
			if !slices.Contains(d.Sides(), side) {
				return nil, &FieldError{Field: d.Code(), Code: RefusedOption, Args: []string{string(side), string(TakeKept), string(TakeOther)}}
			}
			all[cmp.Or(d.Leader, d.Code())] = side
		}
	}
	for _, d := range list {
		if d.Leader != "" {
			all[d.Code()] = all[d.Leader]
		}
	}
	for code := range take {
		if _, ok := all[code]; !ok {
			return nil, At(code, Refuse(RefusedNoDifference))
		}
	}
	return all, nil
}

// Card is the one card of the choices: the kept one, with the other's values
// where it has none, lists united. What the journal gives it follows with
// Recounted.
func (m *Merging) Card(choices map[string]Side) Customer {
	c := m.Kept
	for _, f := range CustomerFields {
		if f.Kept {
			continue
		}
		kept, other := m.value(f, &m.Kept), m.value(f, &m.Other)
		side, chosen := choices[f.Code]
		switch {
		case f.Kind == KindPhones:
			f.Set(&c, string(unitePhones(m.Kept.Phones, m.Other.Phones)))
		case f.Kind == KindTags:
			f.Set(&c, string(ListOf(append(List(kept).Items(), List(other).Items()...)...)))
		case chosen:
			f.Set(&c, taken(side, kept, other))
		case kept == "" && (other != "" || f.Code == "referrer"):
			f.Set(&c, other)
		}
	}
	if c.Stage != Lost {
		for _, code := range LossFields {
			f, _ := CustomerFields.ByCode(code)
			f.Set(&c, f.Get(&m.Kept))
		}
	}
	c.NextBasis = m.nextBasis(c.NextOn)
	c.Archived = m.Kept.Archived && m.Other.Archived
	c.Inferred = m.inferred(&c)
	return c
}

// nextBasis is who says the one card's next date: whoever said it on the card that
// it comes from, a person where both have it.
func (m *Merging) nextBasis(next Date) Basis {
	switch {
	case next != m.Other.NextOn:
		return m.Kept.NextBasis
	case next == m.Kept.NextOn && m.Kept.NextBasis == Agreed:
		return Agreed
	}
	return m.Other.NextBasis
}

// taken is the value of a side.
func taken(side Side, kept, other string) string {
	switch side {
	case TakeOther:
		return other
	case TakeBoth:
		return strings.TrimSpace(kept + "\n" + other)
	}
	return kept
}

// unitePhones joins lists of phones; one written in two ways is one.
func unitePhones(lists ...List) List {
	var all []string
	seen := map[string]bool{}
	for _, l := range lists {
		for _, phone := range l.Items() {
			if key := PhoneDigits(phone); !seen[key] {
				seen[key] = true
				all = append(all, phone)
			}
		}
	}
	return ListOf(all...)
}

// inferred is what nobody has confirmed yet of the one card: a value is as sure
// as it was on the card that it comes from.
func (m *Merging) inferred(c *Customer) List {
	var codes []string
	for _, code := range ListOf(append(m.Kept.Inferred.Items(), m.Other.Inferred.Items()...)...).Items() {
		f, ok := CustomerFields.ByCode(code)
		if !ok {
			continue
		}
		from := &m.Kept
		if f.Get(c) != f.Get(&m.Kept) {
			from = &m.Other
		}
		if from.Inferred.Has(code) {
			codes = append(codes, code)
		}
	}
	return ListOf(codes...)
}

// One is the values of a record that a customer has one of: the kept card's,
// the other's where that has none, the chosen ones where both have.
func (m *Merging) One(record string, choices map[string]Side) map[string]string {
	kept, other := m.KeptOne[record].Values, m.OtherOne[record].Values
	values := map[string]string{}
	for code, value := range kept {
		values[code] = value
		if side, chosen := choices[record+"."+code]; chosen {
			values[code] = taken(side, value, other[code])
		} else if value == "" {
			values[code] = other[code]
		}
	}
	return values
}

// Recounted brings the one card in line with the one journal. The next date is
// the chosen one; a failed attempt is tried again when the first of the two
// would have been.
func (m *Merging) Recounted(c *Customer, t Tally, s Settings, today Date) {
	c.LastOn, c.Attempts, c.RetryOn, c.AheadOn = t.Last, t.Attempts, "", t.Ahead
	if t.Attempts > 0 {
		c.RetryOn = s.NextWorkday(t.LastAttempt)
		for _, d := range []Date{m.Kept.RetryOn, m.Other.RetryOn} {
			if d != "" && d < c.RetryOn {
				c.RetryOn = d
			}
		}
	}
	c.RegradeOn = c.firstRegrade(today)
}

// Renumber numbers a journal by time, in which the entries of a day that have
// no time of the clock stay where they were noted.
func Renumber(entries []Entry) {
	slices.SortStableFunc(entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(a.At.Date(), b.At.Date()), cmp.Compare(a.CreatedAt, b.CreatedAt), cmp.Compare(a.ID, b.ID))
	})
	for from := 0; from < len(entries); {
		to := from + 1
		for to < len(entries) && entries[to].At.Date() == entries[from].At.Date() {
			to++
		}
		byClock(entries[from:to])
		from = to
	}
	for i := range entries {
		entries[i].Seq = int64(i + 1)
	}
}

// byClock orders those entries of a day that have a time of the clock, among
// the places that they have.
func byClock(day []Entry) {
	var places []int
	var timed []Entry
	for i, e := range day {
		if e.At.Clock() != "" {
			places, timed = append(places, i), append(timed, e)
		}
	}
	slices.SortStableFunc(timed, func(a, b Entry) int { return cmp.Compare(a.At, b.At) })
	for i, at := range places {
		day[at] = timed[i]
	}
}

// OfCustomer reports whether the row was about the customer and not about one
// of the records: the row's record is then the customer's id.
func (h *Handled) OfCustomer() bool {
	switch h.Kind {
	case RowFollowUp, RowRetry, RowRegrade, RowGradeMe, RowAlert:
		return true
	}
	return h.Kind == RowDate && h.About == ""
}
