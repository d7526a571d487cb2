package model

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// checkMoney refuses settings of receivables that can't be followed.
func (s *Settings) checkMoney() error {
	for code, list := range map[string]List{"aging_days": s.AgingDays, "ladder": s.Ladder} {
		last := math.MinInt
		for _, day := range list.Items() {
			n, err := strconv.Atoi(day)
			if err != nil || n <= last || n < -365 || n > 3650 || n < 1 && code == "aging_days" {
				return At(code, Refuse(RefusedDays, strings.Join(list.Items(), ", ")))
			}
			last = n
		}
	}
	if _, err := ParseRate(s.LateRate); err != nil {
		return err
	}
	if _, err := s.ratesOf(); err != nil {
		return err
	}
	for _, plan := range s.Plans.Items() {
		_, terms, _ := strings.Cut(plan, "=")
		if _, err := ParseTerms(terms); err != nil {
			return renamed(err, "plans")
		}
	}
	return nil
}

// renamed is a refusal as one of another field.
func renamed(err error, field string) error {
	if fe, ok := err.(*FieldError); ok {
		return &FieldError{Field: field, Code: fe.Code, Args: fe.Args}
	}
	return err
}

// PlanOf is the terms that a person saved under a name; else the text itself.
func (s Settings) PlanOf(text string) string {
	for _, plan := range s.Plans.Items() {
		if name, terms, ok := strings.Cut(plan, "="); ok && strings.EqualFold(strings.TrimSpace(name), Clean(text)) {
			return strings.TrimSpace(terms)
		}
	}
	return text
}

// Buckets are the buckets of aging 账龄 (rule 2.4): the first one is not due, the
// others are by days past the due date.
type Buckets struct{ last []int }

// Buckets are those of the settings.
func (s Settings) Buckets() Buckets {
	var b Buckets
	for _, day := range s.AgingDays.Items() {
		n, _ := strconv.Atoi(day)
		b.last = append(b.last, n)
	}
	return b
}

// The buckets before those of the bounds.
const (
	bucketUndated = iota // without a due date 无期限
	bucketNotDue
	bucketFirst
)

// Len is how many there are: without a due date, not due, each bound, and
// beyond the last.
func (b Buckets) Len() int { return bucketFirst + len(b.last) + 1 }

// IsPastDue reports whether a bucket is one of those past the due date.
func (b Buckets) IsPastDue(n int) bool { return n >= bucketFirst }

// Of is the bucket of a receivable due on a day, "" = without one, as of another.
func (b Buckets) Of(due, asOf Date) int {
	if due == "" {
		return bucketUndated
	}
	return b.OfDays(asOf.Sub(due))
}

// OfDays is the bucket of so many days past the due date.
func (b Buckets) OfDays(days int) int {
	if days <= 0 {
		return bucketNotDue
	}
	n := slices.IndexFunc(b.last, func(last int) bool { return days <= last })
	if n < 0 {
		n = len(b.last)
	}
	return bucketFirst + n
}

// Span is from how many to how many days past the due date a bucket goes; to 0
// = without end. Those that aren't past due have none.
func (b Buckets) Span(n int) (from, to int) {
	switch {
	case n < bucketFirst:
		return 0, 0
	case n == bucketFirst:
		from = 1
	default:
		from = b.last[n-bucketFirst-1] + 1
	}
	if n-bucketFirst < len(b.last) {
		to = b.last[n-bucketFirst]
	}
	return from, to
}

// Code is a bucket's name in JSON: undated, not_due, d1_30, d90_plus.
func (b Buckets) Code(n int) string {
	switch from, to := b.Span(n); {
	case n == bucketUndated:
		return "undated"
	case n == bucketNotDue:
		return "not_due"
	case to == 0:
		return "d" + strconv.Itoa(from-1) + "_plus"
	default:
		return "d" + strconv.Itoa(from) + "_" + strconv.Itoa(to)
	}
}

// Codes are the names of all buckets in their order.
func (b Buckets) Codes() []string {
	codes := make([]string, b.Len())
	for n := range codes {
		codes[n] = b.Code(n)
	}
	return codes
}

// ByCode finds a bucket by its name.
func (b Buckets) ByCode(code string) (int, bool) {
	n := slices.Index(b.Codes(), code)
	return n, n >= 0
}

// AgingBy is what an aging report has its lines by.
type AgingBy string

// The lines: one a currency, one a customer, one a month of the due date.
const (
	AgingByBucket   AgingBy = "bucket"
	AgingByCustomer AgingBy = "customer"
	AgingByMonth    AgingBy = "month"
)

// AgingLine is a line of the report: what is open, by bucket. The buckets add
// up to the total.
type AgingLine struct {
	Currency   string
	CustomerID int64  // by customer
	Customer   string // by customer
	Month      string // by month: YYYY-MM, "" = without a due date
	Buckets    []int64
	Total      int64
	Count      int // of open receivables
}

// Overdue is what of the line is past due.
func (l AgingLine) Overdue() int64 {
	return l.Total - l.Buckets[bucketUndated] - l.Buckets[bucketNotDue]
}

// Aging is an aging report as of a day.
type Aging struct {
	AsOf   Date
	By     AgingBy
	Bucket Buckets
	Lines  []AgingLine // by currency; then the largest total first, or by month
	Totals []AgingLine // a line a currency
}

// Add counts an open amount in the line; false when the sum can't be kept.
func (l *AgingLine) Add(bucket int, open int64, count int) bool {
	sum, ok := AddMoney(l.Buckets[bucket], open)
	total, ok2 := AddMoney(l.Total, open)
	if !ok || !ok2 {
		return false
	}
	l.Buckets[bucket], l.Total, l.Count = sum, total, l.Count+count
	return true
}

// Sort brings the lines into their order.
func (a *Aging) Sort() {
	slices.SortStableFunc(a.Totals, func(x, y AgingLine) int { return CompareCurrencies(x.Currency, y.Currency) })
	slices.SortStableFunc(a.Lines, func(x, y AgingLine) int {
		order := CompareCurrencies(x.Currency, y.Currency)
		if a.By == AgingByMonth {
			return cmp.Or(order, cmp.Compare(flag(x.Month == ""), flag(y.Month == "")), cmp.Compare(x.Month, y.Month))
		}
		return cmp.Or(order, cmp.Compare(y.Total, x.Total), cmp.Compare(x.CustomerID, y.CustomerID))
	})
}

// CompareCurrencies has the default currency first, then the codes in their order.
func CompareCurrencies(a, b string) int {
	return cmp.Or(cmp.Compare(flag(a != DefaultCurrency), flag(b != DefaultCurrency)), cmp.Compare(a, b))
}

// OweSum is what the receivables of a filter come to in one currency.
type OweSum struct {
	Currency string
	Count    int
	Amount   int64
	Paid     int64
	GivenUp  int64 // written off
	Balance  int64
	Overdue  int64
}

// OweSums are the sums of ReceivableView.
func OweSums(sums []Sum) []OweSum {
	lines := make([]OweSum, len(sums))
	for i, s := range sums {
		lines[i] = OweSum{s.By[0], s.Count, s.Of[0], s.Of[1], s.Of[2], s.Of[3], s.Of[4]}
	}
	return lines
}

// PaySums are the sums of PaymentView.
func PaySums(sums []Sum) []PaySum {
	lines := make([]PaySum, len(sums))
	for i, s := range sums {
		lines[i] = PaySum{s.By[0], s.Count, s.Of[0], s.Of[1], s.Of[2]}
	}
	return lines
}

// AdvanceIn is, by the sums of PaymentView, what is left of the payments in a
// currency.
func AdvanceIn(sums []Sum, currency string) int64 {
	for _, s := range PaySums(sums) {
		if s.Currency == currency {
			return s.Advance
		}
	}
	return 0
}

// Credited is what credit notes took off: with what was paid, what was given up
// and what is open it makes the amount.
func (o OweSum) Credited() int64 { return o.Amount - o.Paid - o.GivenUp - o.Balance }

// PaySum is what the payments of a filter come to in one currency, those that
// came back left out.
type PaySum struct {
	Currency string
	Count    int
	Amount   int64
	Refunded int64
	Advance  int64
}

// Settling is what of them settles receivables: with what was given back and the
// advance it makes the amount.
func (p PaySum) Settling() int64 { return p.Amount - p.Refunded - p.Advance }

// PerMille is a part of a whole in tenths of a percent, rounded down; false
// without a whole.
func PerMille(part, whole int64) (int64, bool) {
	if whole <= 0 {
		return 0, false
	}
	const thousand = 1000
	if part > math.MaxInt64/thousand {
		part, whole = part/thousand, max(whole/thousand, 1)
	}
	return part * thousand / whole, true
}

// PerMilles are parts of a whole in tenths of a percent that add up to all of
// it: what rounding down leaves goes to the largest remainders.
func PerMilles(parts []int64) []int {
	const thousand = 1000
	var whole uint64
	for _, p := range parts {
		whole += uint64(max(p, 0))
	}
	mille, rests, left := make([]int, len(parts)), make([]uint64, len(parts)), thousand
	if whole == 0 {
		return mille
	}
	order := make([]int, len(parts))
	for i, p := range parts {
		hi, lo := bits.Mul64(uint64(max(p, 0)), thousand)
		quotient, rest := bits.Div64(hi, lo, whole)
		mille[i], rests[i], order[i] = int(quotient), rest, i
		left -= mille[i]
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(rests[b], rests[a]) })
	for _, i := range order[:left] {
		mille[i]++
	}
	return mille
}

// DSO is how many days of sales are outstanding: receivables at the end of a
// period / its sales × its days, rounded down; false without sales.
func DSO(open, sales int64, days int) (int, bool) {
	if sales <= 0 || days <= 0 {
		return 0, false
	}
	for open > math.MaxInt64/int64(days) {
		open, sales = open/2, max(sales/2, 1)
	}
	return int(open * int64(days) / sales), true
}

// Collection is what came in of what was due in a period, in one currency.
type Collection struct {
	From, To Date
	Currency string
	Due      int64 // fell due in the period
	Received int64 // paid in it
	Sales    int64 // sold in it
}

// Rate is the collection rate 回款率 in tenths of a percent; false when nothing
// was due.
func (c Collection) Rate() (int64, bool) { return PerMille(c.Received, c.Due) }
