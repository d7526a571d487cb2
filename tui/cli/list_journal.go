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
	filter   map[string]string
	customer int64 // of one customer only; 0 = of all
	within   model.Span
	sort     string
	desc     bool
}

func (r *run) listJournal(ctx context.Context, st Store, o listOptions) error {
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

func (r *run) journalQuery(ctx context.Context, st resolver, o listOptions, today model.Date) (journalQuery, error) {
	q := journalQuery{search: strings.ToLower(model.Clean(o.search)), filter: map[string]string{}}
	for _, f := range o.filters {
		if name, value, ok := strings.Cut(f, "="); ok && name == "customer" {
			f = "customer_id=" + value
		}
		if day, err := r.entryDay(&q, f, today); err != nil || day {
			if err != nil {
				return q, err
			}
			continue
		}
		code, value, err := filter(ctx, r, st, "journal", model.EntryFields, f, today)
		if err != nil {
			return q, err
		}
		if code == "customer_id" {
			q.customer, err = strconv.ParseInt(value, 10, 64)
			if err != nil {
				return q, r.wrong(badFilter, f)
			}
			continue
		}
		q.filter[code] = value
	}
	var err error
	q.sort, q.desc, err = sorting(r, "journal", model.EntryFields, o.sort)
	return q, err
}

// entryDay reads a filter on the day of an entry: at>=2026-11-01, 日期时间<=今天,
// at=昨天. It reports whether the filter is one.
func (r *run) entryDay(q *journalQuery, text string, today model.Date) (bool, error) {
	at := strings.IndexAny(text, "<>=")
	if at < 0 {
		return false, nil
	}
	name, rest := text[:at], text[at:]
	if code, ok := label.ReadHeader("journal", name); !ok || code != "at" {
		return false, nil
	}
	value := strings.TrimLeft(rest, "<>=")
	d, err := model.ParseDate(model.Clean(value), today, model.Past)
	if err != nil {
		return true, r.wrong(badFilter, text)
	}
	switch rest[:len(rest)-len(value)] {
	case ">=":
		q.within.First = max(q.within.First, d)
	case ">":
		q.within.First = max(q.within.First, d.AddDays(1))
	case "<=":
		q.until(d)
	case "<":
		q.until(d.AddDays(-1))
	case "=":
		q.within.First = max(q.within.First, d)
		q.until(d)
	default:
		return true, r.wrong(badFilter, text)
	}
	return true, nil
}

func (q *journalQuery) until(d model.Date) {
	if q.within.Last == "" || d < q.within.Last {
		q.within.Last = d
	}
}

// read reads the entries that fit, the newest first unless sorted. With a
// limit, and the newest asked for, it reads no more than it has to.
func (q journalQuery) read(ctx context.Context, st listStore, o listOptions) ([]model.Case, error) {
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
func (q journalQuery) candidates(ctx context.Context, st listStore, limit int) ([]model.Case, error) {
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
	if day := k.Entry.At.Date(); day < q.within.First || q.within.Last != "" && day > q.within.Last {
		return false
	}
	for code, value := range q.filter {
		f, _ := model.EntryFields.ByCode(code)
		has := f.Get(&k.Entry)
		switch f.Kind {
		case model.KindText, model.KindNote:
			if !strings.Contains(strings.ToLower(has), strings.ToLower(value)) {
				return false
			}
		case model.KindMoment:
			if !strings.HasPrefix(has, value) {
				return false
			}
		default:
			if has != value {
				return false
			}
		}
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
