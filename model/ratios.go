package model

// Turnover is how much of what was sold is owed, over a span, in one currency
// (rule 2.4).
type Turnover struct {
	Currency  string
	Opening   int64 // open before the span
	Sales     int64 // billed in it
	Closing   int64 // open at its end
	NotDue    int64 // of that, not due yet
	Collected int64 // received in the span
	Due       int64 // what fell due in it
}

// DSO is the days of sales outstanding of a span of so many days: what is open at
// the end, over the sales, times the days; false without sales.
func (t Turnover) DSO(days int) (int64, bool) {
	if t.Sales <= 0 {
		return 0, false
	}
	return int64(float64(t.Closing)/float64(t.Sales)*float64(days) + 0.5), true
}

// Sold is what was billed in a month, or in what has gone of it, of so many days.
type Sold struct {
	Sales int64
	Days  int
}

// DSOBack is the days of sales outstanding by counting back: what is open takes up
// the sales of the latest month, then of those before, whole months with all their
// days and the last one in part. False where the months don't reach.
func DSOBack(open int64, months []Sold) (int64, bool) {
	days := 0
	for _, m := range months {
		if open <= 0 {
			break
		}
		if open < m.Sales {
			return int64(float64(days) + float64(open)/float64(m.Sales)*float64(m.Days) + 0.5), true
		}
		open, days = open-m.Sales, days+m.Days
	}
	return int64(days), open <= 0
}

// CEI is the collection effectiveness in tenths of a percent: of what could have
// been collected, how much was; false when there was nothing.
func (t Turnover) CEI() (int64, bool) {
	return PerMille(t.Opening+t.Sales-t.Closing, t.Opening+t.Sales-t.NotDue)
}

// Rate is the collection rate 回款率 in tenths of a percent: received over due in
// the span; false when nothing was due.
func (t Turnover) Rate() (int64, bool) { return PerMille(t.Collected, t.Due) }
