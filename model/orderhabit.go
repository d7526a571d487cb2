package model

import (
	"cmp"
	"maps"
	"slices"
	"strconv"
)

// What an alert about the orders of a customer is about (rule 2.9).
const (
	AboutInterval = "interval" // orders usually every N days, and now over 1.5 N
	AboutDrop     = "drop"     // the orders of the last quarter under half of the one before
)

// leastOrders is from how many orders on a customer has a usual interval.
const leastOrders = 3

// Interval is the usual number of days between a customer's orders: the median
// of the gaps between the days on which they ordered. False for fewer than
// three days of orders. days need not be in order.
func Interval(days []Date) (usual int, last Date, ok bool) {
	days = slices.Compact(slices.Sorted(slices.Values(days)))
	if len(days) < leastOrders {
		return 0, "", false
	}
	var gaps []int
	for i := range days[1:] {
		gaps = append(gaps, days[i+1].Sub(days[i]))
	}
	slices.Sort(gaps)
	n := len(gaps)
	usual = gaps[n/2]
	if n%2 == 0 {
		usual = (gaps[n/2-1] + gaps[n/2]) / 2
	}
	return max(usual, 1), days[len(days)-1], true
}

// OrderDue is the first day on which a customer orders later than usual: more
// than one and a half intervals after the last order.
func OrderDue(usual int, last Date) Date { return last.AddDays(usual*3/2 + 1) }

// Quarter is the first day of a day's quarter.
func Quarter(d Date) Date {
	first := firstOfMonth(d)
	return first.AddMonths(-((first.Month() - 1) % 3))
}

// Placed is an order that stands, as far as a customer's habits need it.
type Placed struct {
	On       Date
	Currency string
	Total    int64
}

// Drops are the quarters at whose beginning the orders of the last quarter came
// to less than half of those of the one before, in the order of time; of several
// currencies that fell, the one that fell most.
func Drops(bought []Placed) []Habitual {
	sums := map[string]map[Date]int64{}
	for _, p := range bought {
		q := Quarter(p.On)
		if sums[p.Currency] == nil {
			sums[p.Currency] = map[Date]int64{}
		}
		sum, ok := AddMoney(sums[p.Currency][q], p.Total)
		if !ok {
			return nil
		}
		sums[p.Currency][q] = sum
	}
	worst := map[Date]Habitual{}
	for currency, by := range sums {
		for q, before := range by {
			h := Habitual{Quarter: q.AddMonths(6), Before: before, Now: by[q.AddMonths(3)], Currency: currency}
			w, known := worst[h.Quarter]
			lost, more := h.Before-h.Now, w.Before-w.Now
			if h.dropped() && (!known || lost > more || lost == more && currency < w.Currency) {
				worst[h.Quarter] = h
			}
		}
	}
	return slices.SortedFunc(maps.Values(worst), func(a, b Habitual) int { return cmp.Compare(a.Quarter, b.Quarter) })
}

// Habitual is how a customer orders, as far as an alert needs it.
type Habitual struct {
	CustomerID int64
	Customer   string
	Grade      Grade

	Usual int  // days between orders; 0 = no habit that was broken
	Last  Date // the last order

	Quarter  Date  // the first day of the present quarter; "" = no drop
	Before   int64 // ordered in the quarter before the last one
	Now      int64 // in the last one
	Currency string
}

// rows are the alerts about a customer's orders.
func (h *Habitual) rows(s Settings) []Row {
	r := Row{Kind: RowAlert, Record: h.CustomerID, CustomerID: h.CustomerID, Customer: h.Customer, Grade: h.Grade}
	var rows []Row
	if s.IntervalAlert && h.Usual > 0 {
		r.About, r.DueOn = AboutInterval, OrderDue(h.Usual, h.Last)
		r.Reason = because("interval", strconv.Itoa(h.Usual), string(h.Last))
		rows = append(rows, r)
	}
	if h.Quarter != "" && h.dropped() {
		r.About, r.DueOn, r.Amount, r.Currency = AboutDrop, h.Quarter, h.Before-h.Now, h.Currency
		r.Reason = because("drop", strconv.FormatInt(h.Now, 10), strconv.FormatInt(h.Before, 10), h.Currency)
		rows = append(rows, r)
	}
	return rows
}

func (h *Habitual) dropped() bool { return h.Now < h.Before-h.Now }
