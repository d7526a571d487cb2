package model

import (
	"slices"
	"strconv"
	"strings"
)

// Event is what an instalment waits for (rule 2.5).
type Event string

// The events.
const (
	EventSign      Event = "sign"      // the order is confirmed
	EventShip      Event = "ship"      // before, or after, shipping
	EventReceive   Event = "receive"   // the goods are received
	EventInvoice   Event = "invoice"   // the invoice is issued
	EventAccept    Event = "accept"    // accepted, installed
	EventReconcile Event = "reconcile" // the month's account is agreed on
)

// Events are the days of the events, as far as they are known.
type Events map[Event]Date

// Rule is how a due date follows from the day of an event.
type Rule string

// The rules.
const (
	RuleDays   Rule = "days"   // so many days and months later
	RuleMonthN Rule = "month"  // from the end of the event's month: 月结
	RuleDayOf  Rule = "day_of" // on a day of a later month: 次月10号
)

// Instalment is one part of what is to be paid. Share is in hundredths of a
// percent.
type Instalment struct {
	Share  int64
	Kind   DueKind
	Event  Event
	Rule   Rule
	Days   int // RuleMonthN: the number as written; RuleDayOf: the day, 31 = the last
	Months int
	Base   bool // the event is the settings' (invoice, delivery, reconciliation)
}

// Terms are terms of payment, read.
type Terms struct {
	Text        string
	Instalments []Instalment
}

// wholeShare is 100 % in hundredths of a percent.
const wholeShare = 10000

// The settings of 月结.
const (
	MonthsWhole = "months" // 30, 60, 90 are whole months to a month's end
	MonthsDays  = "days"   // they are days after the month's end
)

// Settings' words for the month that counts.
var monthEvents = map[string]Event{"invoice": EventInvoice, "delivery": EventReceive, "reconciliation": EventReconcile}

// IsPrepaid reports whether all is paid before the goods are shipped: 款到发货.
func (t Terms) IsPrepaid() bool {
	if len(t.Instalments) != 1 {
		return false
	}
	i := t.Instalments[0]
	return i.Event == EventShip && i.Days+i.Months == 0
}

// Awaits is the event that the instalment waits for under the settings.
func (i Instalment) Awaits(s Settings) Event {
	if e, ok := monthEvents[s.MonthFrom]; i.Base && ok {
		return e
	}
	return i.Event
}

// Due is the due date of the instalment; "" while the day of its event isn't
// known.
func (i Instalment) Due(on Events, s Settings) Date {
	day := on[i.Awaits(s)]
	if day == "" && i.Awaits(s) == EventReconcile {
		day = on[EventInvoice]
	}
	if day == "" {
		return ""
	}
	switch i.Rule {
	case RuleDayOf:
		first := firstOfMonth(day).AddMonths(i.Months)
		return first.AddDays(min(i.Days, daysIn(first.Year(), first.Month())) - 1)
	case RuleMonthN:
		if s.MonthTerms != MonthsDays && i.Days%30 == 0 {
			return monthEnd(firstOfMonth(day).AddMonths(i.Days / 30))
		}
		return monthEnd(day).AddDays(i.Days)
	}
	return day.AddMonths(i.Months).AddDays(i.Days)
}

func firstOfMonth(d Date) Date { return d.AddDays(1 - d.Day()) }

func monthEnd(d Date) Date { return d.AddDays(daysIn(d.Year(), d.Month()) - d.Day()) }

// Parts divides a total by the instalments' shares; what rounding leaves goes
// to the last one, so that the parts add up exactly.
func (t Terms) Parts(total int64) []int64 {
	parts, rest := make([]int64, len(t.Instalments)), total
	for n, i := range t.Instalments {
		// total × share / 10000 without leaving int64
		parts[n] = total/wholeShare*i.Share + total%wholeShare*i.Share/wholeShare
		if n == len(parts)-1 {
			parts[n] = rest
		}
		rest -= parts[n]
	}
	return parts
}

// Split makes one receivable an instalment of one that holds the whole sum;
// due dates that aren't known yet stay empty.
func (t Terms) Split(whole Receivable, on Events, s Settings) []Receivable {
	var list []Receivable
	for n, part := range t.Parts(whole.Amount) {
		r := whole
		r.Amount, r.Terms, r.DueOn = part, t.Text, t.Instalments[n].Due(on, s)
		if len(t.Instalments) > 1 {
			r.Kind = t.Instalments[n].Kind
			r.Instalment, r.Instalments = int64(n+1), int64(len(t.Instalments))
		}
		if part > 0 {
			list = append(list, r)
		}
	}
	return list
}

// ParseTerms reads terms as people write them: 款到发货, 货到付款, 票到30天, net 30,
// 次月10号, 月结60天, 30%定金+60%发货前+10%验收后30天. Percentages must make 100; the
// one part without a percentage takes what is left.
//
// Refused: RefusedTerms with the position of what can't be read,
// RefusedTermsSum, RefusedTermsShare.
func ParseTerms(text string) (Terms, error) {
	t := Terms{Text: Clean(text)}
	pieces := cutTerms(t.Text)
	if len(pieces) == 0 {
		return t, At("terms", Refuse(RefusedRequired))
	}
	var sum int64
	open := -1
	for n, p := range pieces {
		i, given, ok := readInstalment(p.text)
		switch {
		case !ok, !given && len(pieces) > 1 && open >= 0:
			return t, At("terms", Refuse(RefusedTerms, quoted(t.Text), strconv.Itoa(p.at), quoted(p.text)))
		case !given:
			open = n
		}
		sum += i.Share
		t.Instalments = append(t.Instalments, i)
	}
	if open >= 0 && sum < wholeShare {
		t.Instalments[open].Share, sum = wholeShare-sum, wholeShare
	}
	if sum != wholeShare {
		return t, At("terms", Refuse(RefusedTermsSum, quoted(t.Text), Money{sum, ""}.String()))
	}
	if n := slices.IndexFunc(t.Instalments, func(i Instalment) bool { return i.Share <= 0 }); n >= 0 {
		return t, At("terms", Refuse(RefusedTermsShare, quoted(t.Text), quoted(pieces[n].text)))
	}
	for n := range t.Instalments {
		t.settleKind(n)
	}
	return t, nil
}

// settleKind names an instalment by its place where its words don't.
func (t *Terms) settleKind(n int) {
	i, last := &t.Instalments[n], len(t.Instalments)-1
	switch {
	case last == 0:
		i.Kind = DueGoods
	case i.Kind != "":
	case i.Event == EventSign:
		i.Kind = DueDeposit
	case n == last:
		i.Kind = DueBalance
	default:
		i.Kind = DueProgress
	}
}

// termsPiece is a part of written terms and where it begins, counted in
// characters from 1.
type termsPiece struct {
	text string
	at   int
}

// cutTerms divides terms at + , ; 、 and line ends.
func cutTerms(text string) []termsPiece {
	var pieces []termsPiece
	from := 0
	runes := []rune(text)
	cut := func(to int) {
		piece := string(runes[from:to])
		if trimmed := strings.TrimSpace(piece); trimmed != "" {
			at := from + len([]rune(piece)) - len([]rune(strings.TrimLeft(piece, " \t"))) + 1
			pieces = append(pieces, termsPiece{trimmed, at})
		}
		from = to + 1
	}
	for i, r := range runes {
		if strings.ContainsRune("+＋,，;；、\n", r) {
			cut(i)
		}
	}
	cut(len(runes))
	return pieces
}
