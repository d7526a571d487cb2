package model

// TrackedGrades are the grades with a tracking journal of their own: 日志 周志
// 半月志 月志 (rule 2.2).
var TrackedGrades = []Grade{GradeA, GradeB, GradeC, GradeD}

// Mark is what a tracking journal says of a customer and a day.
type Mark byte

// The marks, as they are drawn.
const (
	MarkIdle   Mark = '.' // no contact was needed
	MarkKept   Mark = '#' // the customer was reached
	MarkMissed Mark = '!' // due, and not reached by the end of the day
	MarkAhead  Mark = '+' // due today or later
)

// Reach is a day on which a contact reached a customer, and the day that the
// person then typed for the next one; empty = by the cadence.
type Reach struct{ On, Next Date }

// Tracked is a customer as a tracking journal looks at them.
type Tracked struct {
	CustomerID int64
	Name       string
	Grade      Grade
	FilledOn   Date
	Before     Reach   // the last one before the span; On empty = none yet
	Reached    []Reach // those in the span, in order; the last of a day counts
}

// TrackRow is a customer's line of a tracking journal.
type TrackRow struct {
	CustomerID int64
	Name       string
	Marks      []Mark // one a day of the span
	Kept, Due  int    // of the due dates decided by today, those that were kept
}

// Coverage 覆盖率 is of the customers of a grade who were due in a span up to
// today how many were missed not once (rule 2.2).
type Coverage struct{ Kept, Customers int }

// Percent is the coverage rounded down, so that 100 means all; false when
// nobody was due.
func (c Coverage) Percent() (int, bool) {
	if c.Customers == 0 {
		return 0, false
	}
	return c.Kept * 100 / c.Customers, true
}

// Tracking is the tracking journal of a grade over a span of days, as of a
// day: only what happened up to and on it counts.
//
// A customer is due the grade's cadence after each contact that reached them,
// or on the day typed with it, in each case moved forward to a working day;
// one never contacted is due on the day of the card. A due date before the
// span is still open on its first working day. A contact on or before the due
// day keeps it and restarts the cadence; a due day that passes without one is
// missed, once, however long it stays open.
type Tracking struct {
	Span
	today   Date
	cadence int // days; 0 = never due
	move    bool
	cal     Calendar
	next    map[Date]Date // of the days that were asked for: many customers share them
}

// Plan puts in what the card says now: the next date after the latest contact,
// typed with it or not, or the first one of a customer never contacted.
func (k *Tracked) Plan(lastOn, next Date) {
	switch {
	case next == "":
	case lastOn == "":
		k.FilledOn = max(k.FilledOn, next)
	case len(k.Reached) > 0:
		if r := &k.Reached[len(k.Reached)-1]; r.On == lastOn {
			r.Next = next
		}
	case k.Before.On == lastOn:
		k.Before.Next = next
	}
}

// NewTracking prepares the journal of a grade.
func NewTracking(g Grade, p Span, today Date, s Settings) *Tracking {
	return &Tracking{Span: p, today: today, cadence: s.CadenceDays(g), move: s.WorkdaysOnly, cal: s.Calendar(), next: map[Date]Date{}}
}

// Row is the customer's line.
func (t *Tracking) Row(k *Tracked) TrackRow {
	r := TrackRow{CustomerID: k.CustomerID, Name: k.Name, Marks: make([]Mark, t.Days())}
	for i := range r.Marks {
		r.Marks[i] = MarkIdle
	}
	r.Kept, r.Due = t.walk(k, func(d Date, m Mark) { r.Marks[d.Sub(t.First)] = m })
	return r
}

// Count adds a customer to the coverage.
func (t *Tracking) Count(c *Coverage, k *Tracked) {
	kept, due := t.walk(k, func(Date, Mark) {})
	if due > 0 {
		c.Customers++
	}
	if due > 0 && kept == due {
		c.Kept++
	}
}

// walk follows a customer's due dates through the span. Today's own due date
// is decided only when it has been kept.
func (t *Tracking) walk(k *Tracked, mark func(Date, Mark)) (kept, due int) {
	until, next := min(t.Last, t.today), t.start(k)
	missed := 0
	var day Date
	for _, r := range k.Reached {
		if r.On < t.First || r.On > until {
			continue
		}
		switch {
		case next == "" || r.On == day:
		case next < r.On:
			missed++
			mark(next, MarkMissed)
		case next <= until:
			kept++
		}
		day, next = r.On, t.after(r)
		mark(day, MarkKept)
	}
	if next != "" && next < t.today {
		if next <= t.Last {
			missed++
			mark(next, MarkMissed)
		}
		next = t.workday(t.today) // still open: to be made up
	}
	for ; next != "" && next <= t.Last; next = t.after(Reach{On: next}) {
		mark(next, MarkAhead)
	}
	return kept, kept + missed
}

// start is the first due date in the span or after it. In a span that lies
// ahead that assumes, as Row does of the days ahead, that all before is kept.
func (t *Tracking) start(k *Tracked) Date {
	due := t.after(k.Before)
	if k.Before.On == "" && t.cadence > 0 {
		due = t.workday(k.FilledOn)
	}
	switch {
	case due == "" || due >= t.First:
		return due
	case t.First <= t.today:
		return t.workday(t.First)
	}
	due = t.workday(max(due, t.today))
	for due < t.First {
		due = t.after(Reach{On: due})
	}
	return due
}

// after is when the customer is due again after a contact; empty = never.
func (t *Tracking) after(r Reach) Date {
	if t.cadence == 0 || r.On == "" {
		return ""
	}
	if r.Next > r.On {
		return t.workday(r.Next)
	}
	due, known := t.next[r.On]
	if !known {
		due = t.workday(r.On.AddDays(t.cadence))
		t.next[r.On] = due
	}
	return due
}

func (t *Tracking) workday(d Date) Date {
	if !t.move || d == "" {
		return d
	}
	return t.cal.OnOrAfter(d)
}
