package today

import (
	"context"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// queue is the rows of the shown days. The day is read whole; a section, the
// search and the filter choose among its rows.
type queue struct {
	*kit.Table[item]
	s      *Screen
	day    day // as read last
	events kit.Events
	stale  bool // the day is to be read again
	atTop  bool // what is shown next is about something else
	shown  int  // the section whose rows the table has

	days  kit.Load[day]
	found kit.Load[map[int64]bool]
	who   map[int64]bool // the customers that the search found
}

// Bind says what follows what happens in the rows.
func (q *queue) Bind(e kit.Events) {
	q.events, q.OnMove, q.OnOpen = e, e.Moved, e.Opened
}

// Renew marks the day as out of date, or its rows as narrowed.
func (q *queue) Renew(top bool) {
	if top {
		q.atTop = true
	} else {
		q.stale = true
	}
}

// Look reads what is missing of the shown days, and what is searched for.
func (q *queue) Look() tea.Cmd {
	ahead := q.s.At() != spanToday
	var cmds []tea.Cmd
	if q.stale || ahead && !q.day.looked {
		q.stale = false
		cmds = append(cmds, q.days.Run(func(ctx context.Context) (day, error) { return q.s.read(ctx, ahead) }))
	}
	if q.atTop {
		cmds = append(cmds, q.search())
	}
	if q.atTop || q.shown != q.s.At() {
		q.refill()
		q.MoveTo(0)
	}
	return tea.Batch(append(cmds, q.events.Moved())...)
}

// search finds the customers whom the text means; what the rows say is looked
// through as they are filled in.
func (q *queue) search() tea.Cmd {
	text := q.s.search.Text()
	q.who = nil
	if text == "" {
		q.found.Drop()
		return nil
	}
	return q.found.Run(func(ctx context.Context) (map[int64]bool, error) {
		ids, err := q.s.store.CustomerIDs(ctx, model.Query{Search: text})
		who := map[int64]bool{}
		for _, id := range ids {
			who[id] = true
		}
		return who, err
	})
}

// Answer takes what was read. The cursor stays on its row; when that is done it
// stands on the next one.
func (q *queue) Answer(msg tea.Msg) (tea.Cmd, bool) {
	who, err, ok := q.found.Take(msg)
	if ok && err == nil {
		q.who = who
		return q.keep(), true
	}
	if !ok {
		var d day
		if d, err, ok = q.days.Take(msg); ok && err == nil {
			q.day = d
			return q.keep(), true
		}
	}
	if err != nil {
		return q.events.Failed(err), true
	}
	return nil, ok
}

// keep fills the rows in anew.
func (q *queue) keep() tea.Cmd {
	places := q.place()
	q.refill()
	for _, key := range places {
		if q.KeepOn(func(it item) bool { return it.key() == key }) {
			break
		}
	}
	it, ok := q.Selected()
	return tea.Batch(q.events.Read(!ok || len(places) > 0 && it.key() != places[0]), q.events.Moved())
}

// refill fills in the rows that the section, the search and the filter leave.
func (q *queue) refill() {
	var items []item
	for _, it := range q.s.items() {
		if q.fits(it) && it.Fits(q.s.lens.Filters) {
			items = append(items, it)
		}
	}
	q.atTop, q.shown = false, q.s.At()
	q.SetColumns(q.s.columns())
	q.SetAll(items)
}

// fits reports whether a row is one of those that are searched for.
func (q *queue) fits(it item) bool {
	text := strings.ToLower(q.s.search.Text())
	reason := label.Reason(it.Reason, q.day.today, q.s.words.Lang)
	said := strings.ToLower(strings.Join([]string{it.who, it.Customer, it.what, it.why, reason}, "\n"))
	return text == "" || q.who[it.CustomerID] || strings.Contains(said, text)
}

// mostPlaces is how many rows a reload may take away before the cursor stays
// at its line of the list instead of its record.
const mostPlaces = 50

// place is the chosen row and those after it, in the order in which the cursor
// would rather stand on them.
func (q *queue) place() []string {
	var keys []string
	for i := q.Cursor(); i < q.Cursor()+mostPlaces; i++ {
		it, ok := q.Row(i)
		if !ok {
			break
		}
		keys = append(keys, it.key())
	}
	return keys
}

// MarkRow, MarkAll and Selection: each row asks for something else.
func (q *queue) MarkRow()           {}
func (q *queue) MarkAll()           {}
func (q *queue) Selection() []int64 { return nil }
