package model

import (
	"math/big"
	"slices"
	"strconv"
	"strings"
	"unicode"
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

	// EventShipBy is when shipping is planned: what is due before it is due then,
	// and with the shipping at the latest.
	EventShipBy Event = "ship_by"
)

// Events are the days of the events, as far as they are known.
type Events map[Event]Date

// Rule is how a due date follows from the day of an event.
type Rule string

// The rules.
const (
	RuleDays    Rule = "days"       // so many days and months later
	RuleMonthN  Rule = "month"      // from the end of the event's month: 月结
	RuleHalf    Rule = "half_month" // from the end of its half month: 半月结
	RuleQuarter Rule = "quarter"    // from the end of its quarter: 季结
	RuleDayOf   Rule = "day_of"     // on a day of a later month: 次月10号
)

// Instalment is one part of what is to be paid: a share of the whole, a fixed
// amount, or the rest.
type Instalment struct {
	Share  int64  // of Whole
	Whole  int64  // 10000 where the share is a percentage, 3 of a third
	Fixed  string // an amount as written, in the currency of the whole: 20000, 2万
	Rest   bool   // what the others leave, beside fixed amounts
	Kind   DueKind
	Event  Event
	Rule   Rule
	Days   int // of the rules of a period: the number as written; RuleDayOf: the day, 31 = the last
	Months int
	Base   bool // the event is the settings' (invoice, delivery, reconciliation)
	CutOff int  // the day to which a month is reckoned: 每月25号对账; 0 = its last
	Papers bool // the goods are on their way, and their papers are paid for: 见提单, L/C
	Means  Means

	Discount     int64 // for whoever pays within DiscountDays, in hundredths of a percent: 2/10
	DiscountDays int
}

// Means is what is paid with, where terms say it.
type Means string

// The means that terms name.
const (
	MeansDraft    Means = "draft"    // 承兑
	MeansTransfer Means = "transfer" // 电汇, T/T
	MeansCash     Means = "cash"
	MeansLetter   Means = "letter" // 信用证, L/C
)

// Terms are terms of payment, read.
type Terms struct {
	Text        string
	Instalments []Instalment
}

// WholeShare is 100 % in hundredths of a percent: the Whole of a percentage.
const WholeShare = 10000

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
	return t.Instalments[0].BeforeShipping()
}

// BeforeShipping reports whether the instalment is to be paid before the goods
// leave.
func (i Instalment) BeforeShipping() bool {
	return i.Event == EventShip && i.Days+i.Months == 0 && !i.Papers
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
	switch {
	case day == "" && i.Awaits(s) == EventReconcile:
		day = on[EventInvoice]
	case i.BeforeShipping():
		day = earliest(on[EventShipBy], on[EventShip], on[EventReceive])
	}
	if day == "" {
		return ""
	}
	if i.CutOff > 0 && day.Day() > i.CutOff {
		day = firstOfMonth(day).AddMonths(1)
	}
	switch i.Rule {
	case RuleDayOf:
		first := firstOfMonth(day).AddMonths(i.Months)
		return first.AddDays(min(i.Days, daysIn(first.Year(), first.Month())) - 1)
	case RuleMonthN:
		return i.after(monthEnd(day), s)
	case RuleHalf:
		return i.after(PeriodHalfMonth.Of(day).Last, s)
	case RuleQuarter:
		return i.after(PeriodQuarter.Of(day).Last, s)
	}
	return day.AddMonths(i.Months).AddDays(i.Days)
}

// after is so many days after the end of a period; 30, 60, 90 after a month's
// end are whole months to a month's end unless the settings say days.
func (i Instalment) after(end Date, s Settings) Date {
	if end == monthEnd(end) && s.MonthTerms != MonthsDays && i.Days%30 == 0 {
		return monthEnd(firstOfMonth(end).AddMonths(i.Days / 30))
	}
	return end.AddDays(i.Days)
}

// earliest is the first of some days that are known; "" when none is.
func earliest(days ...Date) (first Date) {
	for _, d := range days {
		if d != "" && (first == "" || d < first) {
			first = d
		}
	}
	return first
}

func firstOfMonth(d Date) Date { return d.AddDays(1 - d.Day()) }

func monthEnd(d Date) Date { return d.AddDays(daysIn(d.Year(), d.Month()) - d.Day()) }

// Parts divides a total by the instalments; what rounding, and fixed amounts,
// leave goes to the rest, or else to the last one, so that the parts add up
// exactly. A fixed amount is at most what is there.
func (t Terms) Parts(total int64, currency string) []int64 {
	parts, left := make([]int64, len(t.Instalments)), total
	rest := slices.IndexFunc(t.Instalments, func(i Instalment) bool { return i.Rest })
	if rest < 0 {
		rest = len(parts) - 1
	}
	for n, i := range t.Instalments {
		if n != rest {
			parts[n] = min(i.of(total, currency), left)
			left -= parts[n]
		}
	}
	parts[rest] = left
	return parts
}

// of is what the instalment comes to of a total.
func (i Instalment) of(total int64, currency string) int64 {
	if i.Fixed != "" {
		m, _ := ParseAmount(i.Fixed, currency)
		return m.Amount
	}
	return total/i.Whole*i.Share + total%i.Whole*i.Share/i.Whole // without leaving int64
}

// Split makes one receivable an instalment of one that holds the whole sum;
// due dates that aren't known yet stay empty.
func (t Terms) Split(whole Receivable, on Events, s Settings) []Receivable {
	var list []Receivable
	for n, part := range t.Parts(whole.Amount, whole.Currency) {
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
// 次月10号, 月结60天, 半月结, 每月25号对账次月15号付款, 30%定金+60%发货前+10%验收后30天,
// 1/3定金+2/3发货前, 预付20000,余款发货前, 70% against B/L, 2/10 net 30. Shares must make
// the whole; the one part without a share takes what is left.
//
// Refused: RefusedTerms with the position of what can't be read and the nearest
// that can, RefusedTermsWhen, RefusedTermsSum, RefusedTermsShare.
func ParseTerms(text string) (Terms, error) { return parseTerms(text, true) }

// parseTerms reads terms; what can't be read is told with the nearest that can,
// if that is asked for.
func parseTerms(text string, suggest bool) (Terms, error) {
	t := Terms{Text: Clean(text)}
	pieces := cutTerms(t.Text)
	if len(pieces) == 0 {
		return t, At("terms", Refuse(RefusedRequired))
	}
	open := -1
	for n, p := range pieces {
		i, given, ok := readInstalment(p.text)
		switch {
		case !ok && given && i.Event == "" && onlyShare(p.text):
			return t, At("terms", Refuse(RefusedTermsWhen, quoted(t.Text), quoted(p.text)))
		case !ok, !given && len(pieces) > 1 && open >= 0:
			near := ""
			if !ok && suggest {
				near = nearestTerms(t.Text, p)
			}
			return t, At("terms", Refuse(RefusedTerms, quoted(t.Text), strconv.Itoa(p.at), quoted(p.text), near))
		case !given:
			open = n
		}
		t.Instalments = append(t.Instalments, i)
	}
	if err := t.share(open, pieces); err != nil {
		return t, err
	}
	for n := range t.Instalments {
		t.settleKind(n)
	}
	return t, nil
}

// share settles what the part without a share is, and refuses shares that don't
// make the whole.
func (t *Terms) share(open int, pieces []termsPiece) error {
	sum, fixed := new(big.Rat), false
	for _, i := range t.Instalments {
		fixed = fixed || i.Fixed != ""
		sum.Add(sum, i.ratio())
	}
	whole := big.NewRat(1, 1)
	if open >= 0 && sum.Cmp(whole) <= 0 {
		i := &t.Instalments[open]
		left := whole.Sub(whole, sum)
		i.Share, i.Whole, i.Rest = left.Num().Int64(), left.Denom().Int64(), fixed
		if percent := WholeShare / i.Whole; percent*i.Whole == WholeShare {
			i.Share, i.Whole = i.Share*percent, WholeShare
		}
		sum.SetInt64(1)
	}
	if sum.Cmp(big.NewRat(1, 1)) != 0 || fixed && open < 0 {
		hundred, _ := new(big.Rat).Mul(sum, big.NewRat(100, 1)).Float64()
		return At("terms", Refuse(RefusedTermsSum, quoted(t.Text), strconv.FormatFloat(hundred, 'f', 2, 64)))
	}
	for n, i := range t.Instalments {
		if i.Fixed == "" && i.Share <= 0 {
			return At("terms", Refuse(RefusedTermsShare, quoted(t.Text), quoted(pieces[n].text)))
		}
	}
	return nil
}

// ratio is the share; of a fixed amount, which has none, 0.
func (i Instalment) ratio() *big.Rat {
	if i.Whole == 0 {
		return new(big.Rat)
	}
	return big.NewRat(i.Share, i.Whole)
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
		if strings.ContainsRune("+＋,，;；、\n", r) && !groups(runes, i) && !goesOn(string(runes[from:i])) {
			cut(i)
		}
	}
	cut(len(runes))
	return pieces
}

// goesOn reports whether a part of terms says nothing without the next: 每月25号对账,
// 2/10.
func goesOn(part string) bool {
	s := tidyTerms(part)
	return cutOffOnly.MatchString(s) || discountOnly.MatchString(s)
}

// groups reports whether a comma divides thousands: 20,000.
func groups(runes []rune, at int) bool {
	if !strings.ContainsRune(",，", runes[at]) || at == 0 || !unicode.IsDigit(runes[at-1]) {
		return false
	}
	n := 0
	for n < len(runes)-at-1 && unicode.IsDigit(runes[at+1+n]) {
		n++
	}
	return n == 3
}

// nearestTerms are terms that can be read and are nearest to some, of which one
// piece can't; "" when there are none. The longest part of the piece that makes
// sense takes its place.
func nearestTerms(text string, p termsPiece) string {
	runes := []rune(p.text)
	if len(runes) > longestNear {
		return ""
	}
	for size := len(runes) - 1; size >= 2; size-- {
		for from := 0; from+size <= len(runes); from++ {
			part := string(runes[from : from+size])
			if _, _, ok := readInstalment(part); !ok {
				continue
			}
			near := strings.Replace(text, p.text, strings.TrimSpace(part), 1)
			if _, err := parseTerms(near, false); err == nil {
				return near
			}
		}
	}
	return ""
}

// longestNear is how long a piece may be for something near to be looked for.
const longestNear = 40
