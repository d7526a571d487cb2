package model

import (
	"cmp"
	"slices"
	"strings"
)

// BankLine is money that came in, as a line of a bank's statement 银行流水 tells it.
type BankLine struct {
	Row      int // as the spreadsheet shows it
	On       Date
	Payer    string // as the bank calls them
	Currency string
	Amount   int64 // minor units of Currency
	Note     string
	Serial   string // the bank's number of the movement
	Err      error  // why the line can't be read; nil = it can
}

// BankStatement is what a file of a bank holds: what came in, and how many lines
// are of something else, money that went out for one.
type BankStatement struct {
	File  string
	Lines []BankLine
	Other int
}

// MatchKind is how a line of a bank's statement goes with what is owed.
type MatchKind string

// The kinds. Only MatchOne, MatchSum and MatchGroup are taken by themselves, and
// MatchKnown is marked as verified; the others wait for a person.
const (
	MatchOne     MatchKind = "one"     // one receivable is open with just that
	MatchSum     MatchKind = "sum"     // several of a customer are, together
	MatchGroup   MatchKind = "group"   // those of several customers for whom this one pays
	MatchSeveral MatchKind = "several" // more than one way fits
	MatchUneven  MatchKind = "uneven"  // the customer is known, and nothing is open with just that
	MatchUnknown MatchKind = "unknown" // nobody pays by that name
	MatchKnown   MatchKind = "known"   // it is in the books
	MatchBad     MatchKind = "bad"     // the line can't be read
)

// MatchKinds are the kinds, those that are taken by themselves first.
var MatchKinds = []MatchKind{MatchOne, MatchSum, MatchGroup, MatchKnown, MatchSeveral, MatchUneven, MatchUnknown, MatchBad}

// Fits reports whether a match is taken by itself.
func (k MatchKind) Fits() bool { return k == MatchOne || k == MatchSum || k == MatchGroup }

// MatchPart is what a customer's part of a transfer settles.
type MatchPart struct {
	CustomerID int64
	Customer   string
	Amount     int64 // what the shares leave of it is an advance
	Shares     []Share
	Names      []string // of the receivables, as Shares has them
}

// Match is a line of a bank's statement with what it may settle. Ways has one way
// where it fits, and those to choose from where a person has to.
type Match struct {
	Line     BankLine
	Kind     MatchKind
	Ways     [][]MatchPart
	Payments []int64 // of MatchKnown: the payments that the line is
}

// BankMatches are the lines of a bank's statement with what they may settle. Other
// counts its lines of something else than money that came in.
type BankMatches struct {
	File    string
	Matches []Match
	Other   int
}

// Count is how many lines are of a kind.
func (b *BankMatches) Count(kind MatchKind) (n int) {
	for i := range b.Matches {
		if b.Matches[i].Kind == kind {
			n++
		}
	}
	return n
}

// Taken is the way that is taken of a match; nil where none is.
func (m *Match) Taken() []MatchPart {
	if m.Kind.Fits() && len(m.Ways) == 1 {
		return m.Ways[0]
	}
	return nil
}

// Choose has a person settle a match: by one of its ways.
func (m *Match) Choose(way int) {
	if way < 0 || way >= len(m.Ways) {
		return
	}
	m.Ways = [][]MatchPart{m.Ways[way]}
	m.Kind = kindOfWay(m.Ways[0])
}

func kindOfWay(way []MatchPart) MatchKind {
	switch {
	case len(way) > 1:
		return MatchGroup
	case len(way) == 1 && len(way[0].Shares) > 1:
		return MatchSum
	}
	return MatchOne
}

// At most so many ways are told of a line, and so many steps are taken to find
// them: who has more open than that has to say what was paid.
const (
	mostWays  = 5
	mostTries = 20000
)

// MatchWays are the ways in which an amount is just what is open of some of the
// receivables: one of them, several of a customer, or, where none of those is,
// several of all. What is disputed is never paid by itself. Receivables that the
// bank's note names are meant, if a way has them all.
func MatchWays(amount int64, currency, note string, open []Receivable, names map[int64]string) [][]MatchPart {
	var list []Receivable
	for _, r := range open {
		if r.Currency == currency && r.Open() > 0 && r.Open() <= amount && !r.Disputed {
			list = append(list, r)
		}
	}
	slices.SortStableFunc(list, func(a, b Receivable) int {
		return cmp.Or(cmp.Compare(a.CustomerID, b.CustomerID), cmp.Compare(dueOrder(a), dueOrder(b)), cmp.Compare(a.ID, b.ID))
	})
	var found [][]Receivable
	for from := 0; from < len(list); {
		to := from
		for to < len(list) && list[to].CustomerID == list[from].CustomerID {
			to++
		}
		found = append(found, sumsTo(amount, list[from:to])...)
		from = to
	}
	if len(found) == 0 {
		found = sumsTo(amount, list)
	}
	if named := slices.DeleteFunc(slices.Clone(found), func(way []Receivable) bool { return !namesAll(note, way) }); len(named) == 1 {
		found = named
	}
	var ways [][]MatchPart
	for _, way := range found[:min(len(found), mostWays)] {
		ways = append(ways, MatchOf(way, names))
	}
	return ways
}

// namesAll reports whether a bank's note has the number of the invoice or order of
// every receivable of a way.
func namesAll(note string, way []Receivable) bool {
	for i := range way {
		if !way[i].NamedIn(note) {
			return false
		}
	}
	return true
}

// NamedIn reports whether a text has the number of the receivable's invoice or
// order.
func (r *Receivable) NamedIn(text string) bool {
	text = strings.ToLower(HalfWidth(text))
	for _, number := range []string{r.InvoiceNo, r.OrderNo} {
		if len(number) > 2 && strings.Contains(text, strings.ToLower(number)) {
			return true
		}
	}
	return false
}

// sumsTo are the sets of receivables that are open with just an amount.
func sumsTo(amount int64, list []Receivable) (found [][]Receivable) {
	rest := make([]int64, len(list)+1) // what all from here on come to
	for i := len(list) - 1; i >= 0; i-- {
		rest[i] = rest[i+1] + list[i].Open()
	}
	tries := 0
	var some []Receivable
	var from func(i int, left int64)
	from = func(i int, left int64) {
		if tries++; left == 0 {
			found = append(found, slices.Clone(some))
			return
		}
		if i == len(list) || rest[i] < left || tries > mostTries || len(found) > mostWays {
			return
		}
		if n := list[i].Open(); n <= left {
			some = append(some, list[i])
			from(i+1, left-n)
			some = some[:len(some)-1]
		}
		from(i+1, left)
	}
	from(0, amount)
	slices.SortStableFunc(found, func(a, b []Receivable) int { return cmp.Compare(len(a), len(b)) })
	return found
}

// MatchOf settles receivables whole, each customer's by a payment of their own.
func MatchOf(list []Receivable, names map[int64]string) (way []MatchPart) {
	for _, r := range list {
		at := slices.IndexFunc(way, func(p MatchPart) bool { return p.CustomerID == r.CustomerID })
		if at < 0 {
			at = len(way)
			way = append(way, MatchPart{CustomerID: r.CustomerID, Customer: names[r.CustomerID]})
		}
		p := &way[at]
		p.Amount += r.Open()
		p.Shares, p.Names = append(p.Shares, Share{r.ID, r.Open()}), append(p.Names, r.Name())
	}
	return way
}

// MatchOldest settles what is open of a customer, the oldest due first; what is
// over is an advance.
func MatchOldest(amount int64, currency string, c Customer, open []Receivable) MatchPart {
	p := MatchPart{CustomerID: c.ID, Customer: c.Name, Amount: amount}
	p.Shares, _ = SuggestShares(amount, currency, open)
	if p.Shares == nil {
		p.Shares = []Share{} // nil would have the store suggest some
	}
	for _, share := range p.Shares {
		i := slices.IndexFunc(open, func(r Receivable) bool { return r.ID == share.ReceivableID })
		p.Names = append(p.Names, open[i].Name())
	}
	return p
}

// SettleWay takes what a way settles off the receivables that are open: what comes
// later in the statement finds them so.
func SettleWay(open []Receivable, way []MatchPart) {
	for _, p := range way {
		for _, share := range p.Shares {
			if i := slices.IndexFunc(open, func(r Receivable) bool { return r.ID == share.ReceivableID }); i >= 0 {
				open[i].Settled += share.Amount
			}
		}
	}
}

// Payment is a line of a bank's statement as the payment of a customer: the bank
// says so, so that it is verified, and whose name it came under is kept where it is
// not the customer's own.
func (l *BankLine) Payment(p MatchPart) Payment {
	pay := Payment{CustomerID: p.CustomerID, ReceivedOn: l.On, Currency: l.Currency, Amount: p.Amount, Method: "transfer",
		ReceiptNo: l.Serial, Verified: true, Remark: l.Note}
	if BareName(l.Payer) != BareName(p.Customer) {
		pay.Payer = l.Payer
	}
	return pay
}

// Is reports whether a payment in the books is the one that a line tells: by the
// bank's number, or where one of them has none by the day and the amount, if it is
// of one of those who pay by that name.
func (l *BankLine) Is(p *Payment, payers []int64) bool {
	switch {
	case p.ReversedOn != "" || p.Currency != l.Currency || p.IsBill():
		return false
	case l.Serial != "" && (p.ReceiptNo == l.Serial || strings.Contains(p.Remark, l.Serial)):
		return true
	case l.Serial != "" && p.ReceiptNo != "" && p.Verified:
		return false
	}
	mine := slices.Contains(payers, p.CustomerID) || p.Payer != "" && BareName(p.Payer) == BareName(l.Payer)
	return mine && p.ReceivedOn == l.On && p.Amount == l.Amount
}

// Verify notes that a bank's statement has a payment.
func (l *BankLine) Verify(p *Payment) (changed bool) {
	was := *p
	p.Verified = true
	if l.Serial != "" && p.ReceiptNo != l.Serial && !strings.Contains(p.Remark, l.Serial) {
		if p.ReceiptNo == "" {
			p.ReceiptNo = l.Serial
		} else {
			p.Remark = strings.TrimSpace(p.Remark + " " + l.Serial)
		}
	}
	return *p != was
}
