package model

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// The reports, as the command names them.
const (
	ReportDaily     = "daily"
	ReportWeekly    = "weekly"
	ReportHalfMonth = "halfmonth"
	ReportMonthly   = "monthly"
	ReportPlan      = "plan"
	ReportFunnel    = "funnel"
	ReportForecast  = "forecast"
	ReportMoney     = "money"
	ReportCases     = "cases"

	ReportSources    = "sources"
	ReportCampaigns  = "campaigns"
	ReportKeyPersons = "keypersons"
	ReportDelivery   = "delivery"
)

// Reports are the reports of a span, in the order in which they are offered,
// each with the period that it has unless two dates are given.
var Reports = []struct {
	Kind   string
	Period Period
}{
	{ReportDaily, PeriodDay}, {ReportWeekly, PeriodWeek}, {ReportHalfMonth, PeriodHalfMonth}, {ReportMonthly, PeriodMonth},
	{ReportPlan, PeriodMonth}, {ReportFunnel, PeriodMonth}, {ReportForecast, PeriodQuarter}, {ReportMoney, PeriodMonth},
	{ReportCases, PeriodMonth}, {ReportSources, PeriodMonth}, {ReportCampaigns, PeriodQuarter}, {ReportKeyPersons, PeriodYear},
	{ReportDelivery, PeriodMonth},
}

// ReportCode is the code of the page of a report.
func ReportCode(kind string) string {
	switch kind {
	case ReportDaily, ReportWeekly, ReportHalfMonth, ReportMonthly:
		return Summary.Code
	}
	return kind
}

// Page is a report (rule 2.11) of a span: figures first, then tables. Text,
// JSON, files and the screen follow from it.
type Page struct {
	Code         string
	Period       Period
	Span, Before Span
	Figures      []Figure
	Tables       []ReportTable
	Goals        ReportTable   // of a summary: the targets of the months and quarters that it lies in
	Problems     []Told        // of a summary: what stood in the way, the most frequent first
	Next         []Row         // of a summary: what is to be done next
	Untold       []ReportTable // that say nothing of the span
}

// Told is what entries of the journal say, and how many do.
type Told struct {
	Text string
	N    int
}

// Figure is one number of a report, and what it was in the span before.
type Figure struct {
	Measure
	Before *Measure
	// Never is what the book has none of at all, so that there is nothing to count:
	// one of Lacks; "" = there is something.
	Never string
}

// ReportTable is a table of a report: a line a value of a column, or of any
// other name.
type ReportTable struct {
	Code  string
	Of    string   // the record whose column By the lines go by; "" = Names say it
	By    string   //
	Heads []string // the codes of the measures
	Lines []ReportLine
	Ages  *Buckets // of a table of aging: a line each
}

// ReportLine is a line of such a table.
type ReportLine struct {
	Value string // of the column, canonical; "" = not known
	By    string // the column, where it isn't the table's
	Name  string // of a reference
	Young bool   // it is too early to judge it
	Code  string // of a line that goes by no column, as of a measure
	Cells []Measure
}

// Has reports whether the table has a line of a value.
func (t *ReportTable) Has(value string) bool {
	return slices.ContainsFunc(t.Lines, func(l ReportLine) bool { return l.Value == value })
}

// Unit is what a measure counts in.
type Unit int

// The units of measures.
const (
	UnitCount    Unit = iota
	UnitMoney         // a sum a currency
	UnitPerMille      // a share, in tenths of a percent
	UnitDays
)

// Measure is a number with the list that it was counted from.
type Measure struct {
	Code    string
	Unit    Unit
	N       int64   // of money: how many rows
	Amounts []Money // of money
	Unknown bool    // there is nothing to work it out from: —
	List    string  // the kind of list that it opens, such as ExportJournal; "" = none
	Query   Query
}

// Sum is what a money measure comes to in a currency.
func (m *Measure) Sum(currency string) int64 {
	for _, a := range m.Amounts {
		if a.Currency == currency {
			return a.Amount
		}
	}
	return 0
}

// Size is what a bar says of the measure: of money what it comes to in the first
// currency.
func (m *Measure) Size() int64 {
	if m.Unit == UnitMoney {
		if len(m.Amounts) == 0 {
			return 0
		}
		return m.Amounts[0].Amount
	}
	return m.N
}

// IsNothing reports whether there is nothing behind the measure.
func (m *Measure) IsNothing() bool { return m.Unknown || m.N == 0 && len(m.Amounts) == 0 }

// Add puts a table on the page, or among the untold if it says nothing.
func (p *Page) Add(t ReportTable) {
	for i := range t.Lines {
		for c := range t.Lines[i].Cells {
			if !t.Lines[i].Cells[c].IsNothing() {
				p.Tables = append(p.Tables, t)
				return
			}
		}
	}
	p.Untold = append(p.Untold, t)
}

// IsNothing reports whether there is nothing to report, neither of the span nor
// of the one before.
func (p *Page) IsNothing() bool {
	for i := range p.Figures {
		f := &p.Figures[i]
		if !f.IsNothing() && f.Code != "needed" || f.Before != nil && !f.Before.IsNothing() {
			return false
		}
	}
	return len(p.Tables) == 0
}

// What a book may have none of yet, beside the lists by their kinds.
const (
	NeverCases = "cases" // nothing was raised by a customer
	NeverEnded = "ended" // nothing was won or lost
	NeverSpent = "spent" // no campaign
)

// Lacks is what a book may have none of, in the order in which it is said.
var Lacks = []string{ExportCustomers, ExportJournal, ExportOrders, ExportPayments, ExportReceivables, NeverCases, NeverEnded, NeverSpent}

// Told are the figures that there is something to say by, and what the book has
// none of yet.
func (p *Page) Told() (figures []*Figure, lacks []string) {
	none := map[string]bool{}
	for i := range p.Figures {
		if f := &p.Figures[i]; f.Never == "" {
			figures = append(figures, f)
		} else {
			none[f.Never] = true
		}
	}
	return figures, slices.DeleteFunc(slices.Clone(Lacks), func(what string) bool { return !none[what] })
}

// Told are the lines of the table that say something: of a funnel not the values
// that nobody ever had.
func (t *ReportTable) Told() (lines []int) {
	for i := range t.Lines {
		said := slices.ContainsFunc(t.Lines[i].Cells, func(m Measure) bool { return !m.IsNothing() })
		if said || !slices.Contains(t.Heads, "conversion") {
			lines = append(lines, i)
		}
	}
	return lines
}

// Count is a measure by its description: how many rows a list shows, or what an
// amount of theirs comes to. So it opens that list, and equals it.
type Count struct {
	Code    string
	List    string
	Over    string   // the date that lies in the report's span; "" = whatever the span
	Filters []Filter // what else holds
	Lack    string   // what there is none of where no row is of a kind that could be counted; "" = the list
	Sum     string   // the amount that is added up; "" = the rows are counted
}

// Query is the list of a span.
func (c Count) Query(span Span) Query {
	filters := slices.Clone(c.Filters)
	if c.Over != "" {
		filters = append(filters, Filter{Field: c.Over, Op: OpFrom, Value: string(span.First)},
			Filter{Field: c.Over, Op: OpTo, Value: string(span.Last)})
	}
	return Query{Filters: filters}
}

// Ground is a count of all rows that could be counted, whatever the span, and what
// there is none of where there are none.
func (c Count) Ground() (Count, string) {
	of := Count{List: c.List}
	if c.Lack == NeverCases {
		of.Filters = []Filter{isNot("kind", FollowUp)}
	}
	return of, cmp.Or(c.Lack, c.List)
}

// Breakdown is a table of counts by the values of a column that each of their
// lists has.
type Breakdown struct {
	Code   string
	Of, By string // the record and its column
	Counts []Count
}

// Counted is a report that consists of counts alone.
type Counted struct {
	Code   string
	Counts []Count
	Tables []Breakdown
}

// is is the condition that a field has one of some values.
func is[S ~string](code string, values ...S) Filter {
	return Filter{Field: code, Op: OpIs, Value: lines(values)}
}

// isNot is the condition that a field has none of some values.
func isNot[S ~string](code string, values ...S) Filter {
	return Filter{Field: code, Op: OpNot, Value: lines(values)}
}

func lines[S ~string](values []S) string {
	texts := make([]string, len(values))
	for i, v := range values {
		texts[i] = string(v)
	}
	return strings.Join(texts, "\n")
}

// OfIDs is a count of records that are known by their ids; it opens just those.
func OfIDs(code, list string, ids []int64) Measure {
	texts := make([]string, len(ids))
	for i, id := range ids {
		texts[i] = strconv.FormatInt(id, 10)
	}
	return Measure{Code: code, N: int64(len(ids)), List: list, Query: Query{Filters: []Filter{is("id", texts...)}}}
}

// PerMilleOf is a share as a measure; unknown when it can't be told.
func PerMilleOf(code string, n int64, known bool) Measure {
	return Measure{Code: code, Unit: UnitPerMille, N: n, Unknown: !known}
}

// DaysOf is a number of days as a measure.
func DaysOf(code string, n int64, known bool) Measure {
	return Measure{Code: code, Unit: UnitDays, N: n, Unknown: !known}
}

// MoneyOf is amounts as a measure.
func MoneyOf(code string, rows int, amounts ...Money) Measure {
	return Measure{Code: code, Unit: UnitMoney, N: int64(rows), Amounts: amounts}
}
