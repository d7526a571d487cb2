package cli

import (
	"cmp"
	"context"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// journalQuery is what a list of entries is chosen by.
type journalQuery struct {
	search   string
	filters  []model.Filter
	customer int64 // of one customer only; 0 = of all
	today    model.Date
	sort     string
	desc     bool
}

func (r *run) listJournal(ctx context.Context, st model.Store, o listOptions) error {
	q, err := r.journalQuery(ctx, st, o, st.Today())
	if err != nil {
		return err
	}
	entries, err := q.read(ctx, st, o)
	if err != nil {
		return err
	}
	if o.limit > 0 {
		entries = entries[:min(o.limit, len(entries))]
	}
	if o.asJSON {
		return r.entriesJSON(entries)
	}
	t := table{right: map[int]bool{0: true}}
	t.head = []string{label.Field("customer", "id", r.lang), label.Field("journal", "at", r.lang), label.Field("customer", "name", r.lang)}
	for _, code := range []string{"method", "kind", "situation"} {
		t.head = append(t.head, label.Field("journal", code, r.lang))
	}
	for _, k := range entries {
		e := k.Entry
		kind := label.Option("journal", "kind", string(e.Kind), r.lang)
		if e.Outcome == model.NotReached {
			kind = label.Option("journal", "outcome", string(e.Outcome), r.lang)
		}
		t.add(styled(strconv.FormatInt(k.Customer.ID, 10), &faint), plain(string(e.At)), plain(k.Customer.Name),
			plain(label.Option("journal", "method", string(e.Method), r.lang)), r.kindCell(kind, e), plain(e.Situation))
	}
	return r.counted(t, len(entries), len(entries), countEntries)
}

// kindCell marks a case that is still open.
func (r *run) kindCell(kind string, e model.Entry) cell {
	if e.Status == model.CaseOpen {
		return styled(kind+" "+label.Option("journal", "case_status", string(e.Status), r.lang), &warn)
	}
	return plain(kind)
}

func (r *run) journalQuery(ctx context.Context, st model.Store, o listOptions, today model.Date) (journalQuery, error) {
	q := journalQuery{search: strings.ToLower(model.Clean(o.search)), today: today}
	o.filters = slices.Clone(o.filters)
	for i, text := range o.filters {
		o.filters[i] = pastDay(text, today)
	}
	var err error
	if q.filters, q.customer, err = r.rowFilters(ctx, st, "journal", o, today, model.EntryFields.Specs()); err != nil {
		return q, err
	}
	q.sort, q.desc, err = sorting(r, "journal", model.EntryFields, o.sort)
	return q, err
}

// pastDay gives the day of a condition on an entry's time its year: entries lie
// behind.
func pastDay(text string, today model.Date) string {
	t, ok := model.CutFilter(model.Clean(text))
	if code, known := label.ReadHeader("journal", t.Field); !ok || !known || code != "at" {
		return text
	}
	d, err := model.ParseDate(t.Value, today, model.Past)
	if err != nil {
		return text
	}
	return strings.TrimSuffix(model.Clean(text), t.Value) + string(d)
}

// read reads the entries that fit, the newest first unless sorted. With a
// limit, and the newest asked for, it reads no more than it has to.
func (q journalQuery) read(ctx context.Context, st model.Store, o listOptions) ([]model.Case, error) {
	n := -1
	if o.limit > 0 && q.sort == "" && q.customer == 0 {
		n = o.limit
	}
	var cases []model.Case
	for {
		read, err := q.candidates(ctx, st, n)
		if err != nil {
			return nil, err
		}
		last := n < 0 || len(read) < n
		cases = slices.DeleteFunc(read, func(k model.Case) bool { return k.Customer.Archived != o.archived || !q.fits(k) })
		if last || len(cases) >= o.limit {
			break
		}
		n *= 8
	}
	if q.sort == "" {
		return cases, nil
	}
	by := func(k model.Case) string {
		switch q.sort {
		case "id":
			return ""
		case "created_at":
			return k.Entry.CreatedAt
		case "updated_at":
			return k.Entry.UpdatedAt
		}
		f, _ := model.EntryFields.ByCode(q.sort)
		return f.Get(&k.Entry)
	}
	slices.SortStableFunc(cases, func(a, b model.Case) int {
		n := cmp.Or(byValue(by(a), by(b)), cmp.Compare(a.Entry.ID, b.Entry.ID))
		if q.desc {
			return -n
		}
		return n
	})
	return cases, nil
}

// byValue orders numbers as numbers, everything else as text.
func byValue(a, b string) int {
	x, errA := strconv.ParseInt(a, 10, 64)
	y, errB := strconv.ParseInt(b, 10, 64)
	if errA == nil && errB == nil {
		return cmp.Compare(x, y)
	}
	return cmp.Compare(a, b)
}

// candidates are a customer's entries, or at most so many of all; -1 = all.
func (q journalQuery) candidates(ctx context.Context, st model.Store, limit int) ([]model.Case, error) {
	if q.customer == 0 {
		return st.Journal(ctx, limit)
	}
	owners, err := st.CustomersByID(ctx, []int64{q.customer})
	if err != nil || len(owners) == 0 {
		return nil, err
	}
	entries, err := st.Entries(ctx, q.customer, 0)
	if err != nil {
		return nil, err
	}
	cases := make([]model.Case, len(entries))
	for i, e := range entries {
		cases[i] = model.Case{Entry: e, Customer: owners[0]}
	}
	return cases, nil
}

func (q journalQuery) fits(k model.Case) bool {
	if !fitsAll(model.EntryFields, &k.Entry, k.Customer.Name, q.filters, q.today) {
		return false
	}
	texts := strings.ToLower(k.Customer.Name + "\n" + k.Entry.Situation + "\n" + k.Entry.Problem + "\n" + k.Entry.Solution)
	return strings.Contains(texts, q.search)
}

func (r *run) entriesJSON(cases []model.Case) error {
	return r.array(func(add func(any) error) error {
		for _, k := range cases {
			if err := add(entryJSON(&k.Entry, k.Customer.Name)); err != nil {
				return err
			}
		}
		return nil
	})
}
