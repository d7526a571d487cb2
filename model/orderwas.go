package model

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

	"genjin/model/pattern"
)

// orderWas is what a change of an order's lines writes over: the lines, and how
// their prices had been reviewed.
type orderWas struct {
	Lines         []wasLine `json:"lines"`
	Review        Review    `json:"review,omitempty"`
	ApprovedBy    string    `json:"approved_by,omitempty"`
	ApprovedOn    Date      `json:"approved_on,omitempty"`
	ApprovedWhy   string    `json:"approved_reason,omitempty"`
	ReviewedOn    Date      `json:"reviewed_on,omitempty"`
	ReviewPlanned Date      `json:"review_planned,omitempty"` // "" = as the rule plans it
	Left          Review    `json:"left,omitempty"`           // how the change left the review
}

// wasLine is a line, its values as canonical texts by field.
type wasLine struct {
	ID        int64             `json:"id,omitempty"`
	CreatedAt string            `json:"created_at"`
	UpdatedAt string            `json:"updated_at"`
	Values    map[string]string `json:"values"`
}

// Keep notes with a change of an order's lines how the order was before it, so
// that it is that on earlier days.
func (c *OrderChange) Keep(o *Order, lines []OrderLine, nodes OrderNodes, s Settings) {
	if !c.Kind.ofLines() {
		return
	}
	was := orderWas{Review: o.Review, ApprovedBy: o.ApprovedBy, ApprovedOn: o.ApprovedOn, ApprovedWhy: o.ApprovedWhy}
	if n := nodes.Of(NodeReview); n != nil {
		was.ReviewedOn = n.DoneOn
		if n.PlannedOn != s.PlannedNodes(o)[NodeReview] {
			was.ReviewPlanned = n.PlannedOn
		}
	}
	for i := range lines {
		l := &lines[i]
		kept := wasLine{l.ID, l.CreatedAt, l.UpdatedAt, map[string]string{}}
		for _, f := range OrderLineFields {
			if text := f.Get(l); text != "" && f.Kind != KindRef {
				kept.Values[f.Code] = text
			}
		}
		was.Lines = append(was.Lines, kept)
	}
	text, _ := json.Marshal(was) // texts and numbers
	c.Was = string(text)
}

// Leave notes how the change left the review of the order's prices.
func (c *OrderChange) Leave(o *Order) {
	if w, ok := c.was(); ok {
		w.Left = o.Review
		text, _ := json.Marshal(w)
		c.Was = string(text)
	}
}

// was is what the change noted; false where it noted nothing.
func (c *OrderChange) was() (w orderWas, ok bool) {
	return w, c.Was != "" && json.Unmarshal([]byte(c.Was), &w) == nil
}

// Relined lets what a change noted speak of lines by other ids. Those that are no
// more get ones below zero, which are noted in now: the changes of an order
// speak of the same line.
func (c *OrderChange) Relined(now map[int64]int64) {
	w, ok := c.was()
	if !ok {
		return
	}
	for i := range w.Lines {
		id := &w.Lines[i].ID
		if now[*id] == 0 {
			now[*id] = -int64(len(now)) - 1
		}
		*id = now[*id]
	}
	text, _ := json.Marshal(w)
	c.Was = string(text)
}

func (w orderWas) lines(o *Order) []OrderLine {
	list := make([]OrderLine, len(w.Lines))
	for i, kept := range w.Lines {
		l := &list[i]
		l.ID, l.CreatedAt, l.UpdatedAt = kept.ID, kept.CreatedAt, kept.UpdatedAt
		for _, f := range OrderLineFields {
			f.Set(l, kept.Values[f.Code])
		}
		l.OrderID, l.CustomerID = o.ID, o.CustomerID
	}
	return list
}

// ofLines tells the changes after which lines are others.
func (k ChangeKind) ofLines() bool {
	return k == ChangeExchange || k == ChangeReturn || k == ChangeDiscount || k == ChangePrices || k == ChangeEdit
}

// Edited are the changes that editing makes of an order that isn't confirmed
// yet: of its lines, and of the day for which it is promised. Their reason is
// why the person edited, else what differs. The day on which it was entered has
// none: what stood there before was a slip.
func (o *Order) Edited(before *Order, was, is []OrderLine, why string, on Date) []OrderChange {
	entered := LocalTime(before.CreatedAt)
	if before.ID == 0 || before.ConfirmedOn != "" || before.OrderedOn >= on || DateOf(entered) >= on {
		return nil
	}
	change := func(kind ChangeKind, was, is, then, now string) OrderChange {
		differs := cmp.Or(then, "-") + " → " + cmp.Or(now, "-")
		return OrderChange{OrderID: o.ID, CustomerID: o.CustomerID, Kind: kind, ChangedOn: on, Currency: before.Currency,
			Reason: cutNote(cmp.Or(CleanNote(why), differs)), Before: was, After: is, TotalBefore: o.Total, TotalAfter: o.Total}
	}
	var list []OrderChange
	if then, now := LinesText(was), LinesText(is); then != now || before.Currency != o.Currency {
		c := change(ChangeEdit, then, now, before.Currency, o.Currency)
		if before.Currency == o.Currency {
			c = change(ChangeEdit, then, now, differing(was, is), differing(is, was))
		}
		c.TotalBefore = before.Total
		list = append(list, c)
	}
	if before.PromisedOn != o.PromisedOn {
		was, is := string(before.PromisedOn), string(o.PromisedOn)
		list = append(list, change(ChangeReschedule, was, is, was, is))
	}
	return list
}

// differing is in words what of lines isn't among others; all of them, where
// only their order is another.
func differing(lines, others []OrderLine) string {
	var texts []string
	for i := range lines {
		text := lines[i].Text()
		if !slices.ContainsFunc(others, func(l OrderLine) bool { return l.Text() == text }) {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, ", ")
}

// lineChanges are the changes of lines among changes, in the order in which they
// were entered. One of list prices that noted nothing left the lines as they were.
func lineChanges(changes []OrderChange) []OrderChange {
	list := slices.DeleteFunc(slices.Clone(changes), func(c OrderChange) bool {
		return !c.Kind.ofLines() || c.Kind == ChangePrices && c.Was == ""
	})
	slices.SortFunc(list, func(a, b OrderChange) int { return cmp.Compare(a.ID, b.ID) })
	return list
}

// LinesAt are the lines of an order on a day, by those of now and all its
// changes: later ones are taken back, whenever they were entered. Of a change
// that noted nothing of them the words of its history are read.
func (o *Order) LinesAt(day Date, now []OrderLine, changes []OrderChange) []OrderLine {
	list, after, all := slices.Clone(now), now, lineChanges(changes)
	for _, c := range slices.Backward(all) {
		w, noted := c.was()
		if !noted {
			return o.linesBefore(firstAfter(day, all), now, list)
		}
		before := w.lines(o)
		if c.ChangedOn > day {
			list = unchanged(list, before, after)
		}
		after = before
	}
	for i := range list {
		list[i].ID = max(list[i].ID, 0) // one that is no more in a restored book
	}
	return list
}

// firstAfter is the first of the changes after a day; a zero one is none.
func firstAfter(day Date, changes []OrderChange) (first OrderChange) {
	for _, c := range changes {
		if c.ChangedOn > day && (first.ChangedOn == "" || c.ChangedOn < first.ChangedOn) {
			first = c
		}
	}
	return first
}

// linesBefore are the lines before a change by its history; those given where
// there is none.
func (o *Order) linesBefore(c OrderChange, known, list []OrderLine) []OrderLine {
	if c.ChangedOn == "" {
		return list
	}
	if w, ok := c.was(); ok {
		return w.lines(o)
	}
	list = nil
	for _, text := range strings.FieldsFunc(c.Before, func(r rune) bool { return r == '\n' }) {
		l := lineOfText(text, o.Currency, known)
		l.OrderID, l.CustomerID, l.Currency, l.Seq = o.ID, o.CustomerID, o.Currency, int64(len(list)+1)
		list = append(list, l)
	}
	return list
}

// unchanged takes back of lines what a change made of others.
func unchanged(list, before, after []OrderLine) []OrderLine {
	find := func(lines []OrderLine, id int64) *OrderLine {
		if at := slices.IndexFunc(lines, func(l OrderLine) bool { return l.ID == id && id != 0 }); at >= 0 {
			return &lines[at]
		}
		return nil
	}
	list = slices.DeleteFunc(list, func(l OrderLine) bool { return find(after, l.ID) != nil && find(before, l.ID) == nil })
	for _, b := range before {
		l, a := find(list, b.ID), find(after, b.ID)
		switch {
		case a == nil:
			list = append(list, b)
		case l != nil:
			is := b
			is.Quantity, is.Returned = l.Quantity+b.Quantity-a.Quantity, l.Returned+b.Returned-a.Returned
			is.Discount, is.Amount = l.Discount+b.Discount-a.Discount, l.Amount+b.Amount-a.Amount
			is.ListPrice, is.FloorPrice = l.ListPrice+b.ListPrice-a.ListPrice, l.FloorPrice+b.FloorPrice-a.FloorPrice
			*l = is
		}
	}
	slices.SortStableFunc(list, func(a, b OrderLine) int { return cmp.Compare(a.Seq, b.Seq) })
	return list
}

// lineText is what OrderLine.Text writes.
var lineText = pattern.Of(`^(.*) ([0-9.]+)([^×]*?)(?: \(-([0-9.]+)\))? × ([0-9.]+)(?: - ([0-9.]+))? = ([0-9.]+)$`)

// lineOfText reads a line as the history of changes keeps it: what it is called,
// and more of it where a known line is called the same.
func lineOfText(text, currency string, known []OrderLine) OrderLine {
	m := lineText.FindStringSubmatch(text)
	if m == nil {
		return OrderLine{Name: text}
	}
	l := OrderLine{Name: m[1], Unit: m[3]}
	if at := slices.IndexFunc(known, func(k OrderLine) bool { return k.called() == m[1] }); at >= 0 {
		l = known[at]
	}
	l.Quantity, _ = ParseQuantity(m[2])
	l.Returned, _ = ParseQuantity(m[4])
	price, _ := ParseAmount(m[5], currency)
	sum, _ := ParseAmount(m[7], currency)
	l.UnitPrice, l.Amount = price.Amount, sum.Amount
	l.Discount = 0
	if off, err := ParseAmount(m[6], currency); err == nil {
		l.Discount = off.Amount
	}
	return l
}

// awaitReview says of an order whose review is of after a day that it was still
// needed then, as the last change before that day had left it.
func (o *Order) awaitReview(day Date, changes []OrderChange, nodes OrderNodes) {
	if n := nodes.Of(NodeReview); n == nil || n.DoneOn != "" || o.Review != ReviewFine {
		return
	}
	for _, c := range slices.Backward(lineChanges(changes)) {
		if c.ChangedOn > day {
			continue
		}
		if w, ok := c.was(); ok && w.Left == ReviewNeeded {
			o.Review = ReviewNeeded
		}
		return
	}
}

// unreprice takes back what the later changes did to the review of the prices,
// by what the first of them noted; false where it noted nothing.
func (o *Order) unreprice(later []OrderChange, nodes OrderNodes) bool {
	list := lineChanges(later)
	if len(list) == 0 {
		return true
	}
	w, ok := list[0].was()
	if !ok {
		return false
	}
	o.Review, o.ApprovedBy, o.ApprovedOn, o.ApprovedWhy = w.Review, w.ApprovedBy, w.ApprovedOn, w.ApprovedWhy
	if n := nodes.Of(NodeReview); n != nil {
		n.DoneOn, n.PlannedOn = w.ReviewedOn, w.ReviewPlanned
	}
	return true
}
