package store

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"genjin/model"
)

// The kinds of key by which a customer is recognised.
const (
	keyName  = "name"
	keyPhone = "phone"
)

// fieldEnd stands between the parts of a search text.
const fieldEnd = "\x1f"

// searchText is what a search looks through: the readings of the name, their
// initials, the name itself, phone digits, WeChat and email. It begins with the
// likeliest reading, so that ordering by it orders names as a phone book does.
func searchText(c model.Customer) string {
	parts := []string{}
	var initials []string
	for _, syllables := range readings(model.HalfWidth(c.Name)) {
		parts = append(parts, strings.Join(syllables, ""))
		var b strings.Builder
		for _, s := range syllables {
			first, _ := utf8.DecodeRuneInString(s)
			b.WriteRune(first)
		}
		initials = append(initials, b.String())
	}
	parts = append(parts, initials...)
	parts = append(parts, folded(c.Name))
	for _, p := range c.Phones.Items() {
		parts = append(parts, model.PhoneDigits(p))
	}
	for _, s := range []string{c.WeChat, c.Email} {
		if s != "" {
			parts = append(parts, folded(s))
		}
	}
	return strings.Join(prefer("", parts), fieldEnd)
}

// folded sets case, full width and spaces aside.
func folded(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return unicode.ToLower(r)
	}, model.HalfWidth(s))
}

type key struct{ kind, value string }

// keysOf are the keys by which the customer is recognised.
func keysOf(c model.Customer) []key {
	keys := []key{{keyName, model.BareName(c.Name)}}
	for _, p := range c.Phones.Items() {
		if d := model.PhoneDigits(p); d != "" {
			keys = append(keys, key{keyPhone, d})
		}
	}
	return keys
}

// refreshSearch brings what is worked out from customers in line with those
// that the act touched, and returns their new search texts.
func (w *write) refreshSearch(ctx context.Context) (map[int64]string, error) {
	texts := map[int64]string{}
	for id := range w.touched {
		for _, q := range []string{"DELETE FROM customer_search WHERE customer_id = ?", "DELETE FROM customer_key WHERE customer_id = ?"} {
			if _, err := w.stmt(ctx, q, id); err != nil {
				return nil, err
			}
		}
		texts[id] = ""
		c, err := customers.byID(ctx, w.tx, id)
		if isNotFound(err) {
			continue
		}
		if err != nil {
			return nil, err
		}
		if texts[id], err = w.insertSearch(ctx, c); err != nil {
			return nil, err
		}
	}
	return texts, nil
}

// insertSearch notes what the customer is found and recognised by, and whether
// the card is too thin; it returns the search text.
func (w *write) insertSearch(ctx context.Context, c model.Customer) (string, error) {
	if err := w.noteThin(ctx, &c); err != nil {
		return "", err
	}
	text := searchText(c)
	if _, err := w.stmt(ctx, "INSERT INTO customer_search (customer_id, archived, text) VALUES (?, ?, ?)", c.ID,
		c.Archived, text); err != nil {
		return "", err
	}
	for _, k := range keysOf(c) {
		if _, err := w.stmt(ctx, "INSERT OR IGNORE INTO customer_key (kind, key, customer_id) VALUES (?, ?, ?)",
			k.kind, k.value, c.ID); err != nil {
			return "", err
		}
	}
	return text, nil
}

// index is what lists are found with, in memory: the search texts of all
// customers, a hundred thousand of which are looked through in a few
// milliseconds, and the ids of the list last read, which a search that is
// being typed narrows down.
type index struct {
	mu      sync.Mutex
	version string // of the file that the texts are of; empty = not read
	texts   []searchEntry
	list    struct {
		version, query string
		ids            []int64
	}
	fits struct { // what the search last asked for finds: a list, and then its sums
		version, wanted string
		found           map[int64]int
	}
}

// searchEntry is one customer's search text; the index has them by id.
type searchEntry struct {
	id   int64
	text string
}

// replace takes over the texts of changed customers, an empty one is gone,
// unless another process has changed the file as well: then they are read anew.
func (x *index) replace(texts map[int64]string, was, is string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.version == "" || x.version != was {
		return
	}
	x.version = is
	for _, id := range slices.Sorted(maps.Keys(texts)) {
		at, known := slices.BinarySearchFunc(x.texts, id, func(e searchEntry, id int64) int { return cmp.Compare(e.id, id) })
		switch text := texts[id]; {
		case text == "" && known:
			x.texts = slices.Delete(x.texts, at, at+1)
		case text == "":
		case known:
			x.texts[at].text = text
		default:
			x.texts = slices.Insert(x.texts, at, searchEntry{id, text})
		}
	}
}

// WarmSearch reads the search texts, so that the first search finds them read.
func (s *Store) WarmSearch(ctx context.Context) error {
	s.search.mu.Lock()
	defer s.search.mu.Unlock()
	return s.warmSearch(ctx)
}

// warmSearch reads the texts when they aren't those of the file. The version
// is read first: texts that are newer than theirs are only read once more.
func (s *Store) warmSearch(ctx context.Context) error {
	version, err := s.version(ctx, s.db)
	if err != nil || version == s.search.version {
		return err
	}
	rows, err := s.db.QueryContext(ctx, "SELECT customer_id, text FROM customer_search ORDER BY customer_id")
	if err != nil {
		return err
	}
	defer rows.Close()
	texts, ends := make([]searchEntry, 0, len(s.search.texts)), []int{}
	var block strings.Builder // of all texts: a hundred thousand of their own are twice as large
	for rows.Next() {
		var e searchEntry
		var text sql.RawBytes
		if err := rows.Scan(&e.id, &text); err != nil {
			return err
		}
		block.Write(text)
		texts, ends = append(texts, e), append(ends, block.Len())
	}
	if err := rows.Err(); err != nil {
		return err
	}
	all, from := block.String(), 0
	for i, end := range ends {
		texts[i].text, from = all[from:end], end
	}
	s.search.texts, s.search.version = texts, version
	return nil
}

// list is the ids that a query finds, remembered while the file stays as it is.
func (s *Store) list(ctx context.Context, query string, args ...any) ([]int64, error) {
	s.search.mu.Lock()
	defer s.search.mu.Unlock()
	version, err := s.version(ctx, s.db)
	if err != nil {
		return nil, err
	}
	last := &s.search.list
	if key := fmt.Sprint(query, args); last.version != version || last.query != key {
		ids, err := s.ids(ctx, query, args...)
		if err != nil {
			return nil, err
		}
		last.version, last.query, last.ids = version, key, ids
	}
	return slices.Clone(last.ids), nil
}

// How well a customer fits a search, the best first.
const (
	fitsWhole = iota
	fitsStart
	fitsInside
	noFit
)

func fit(text, wanted string) int {
	at := strings.Index(text, wanted)
	if at < 0 {
		return noFit
	}
	best := fitsInside
	for at >= 0 {
		end := at + len(wanted)
		starts := at == 0 || text[at-1:at] == fieldEnd
		if starts && (end == len(text) || text[end:end+1] == fieldEnd) {
			return fitsWhole
		}
		if starts {
			best = fitsStart
		}
		next := strings.Index(text[at+1:], wanted)
		if next < 0 {
			break
		}
		at += 1 + next
	}
	return best
}

// searchWithin keeps the ids that fit the search, in their order or, byFit,
// the better fitting first.
func (s *Store) searchWithin(ctx context.Context, ids []int64, search string, byFit bool) ([]int64, error) {
	wanted := folded(model.Clean(search))
	if wanted == "" {
		return ids, nil
	}
	fits, err := s.fits(ctx, wanted)
	if err != nil {
		return nil, err
	}
	var found [noFit][]int64
	for _, id := range ids {
		f, ok := fits[id]
		if !ok {
			continue
		}
		if !byFit {
			f = 0
		}
		found[f] = append(found[f], id)
	}
	return slices.Concat(found[:]...), nil
}

// fits are the customers that fit what is searched for, and how well. What can
// be a phone is also looked for by its digits.
func (s *Store) fits(ctx context.Context, wanted string) (map[int64]int, error) {
	digits := ""
	if strings.Trim(wanted, "0123456789+-()") == "" {
		digits = model.PhoneDigits(wanted)
		if strings.HasPrefix(wanted, "+86") {
			digits = strings.TrimPrefix(digits, "86") // also while the number is being typed
		}
	}
	s.search.mu.Lock()
	defer s.search.mu.Unlock()
	if err := s.warmSearch(ctx); err != nil {
		return nil, err
	}
	last := &s.search.fits
	if last.version == s.search.version && last.wanted == wanted {
		return last.found, nil
	}
	found := map[int64]int{}
	for _, e := range s.search.texts {
		f := fit(e.text, wanted)
		if f == noFit && digits != "" && digits != wanted {
			f = fit(e.text, digits)
		}
		if f != noFit {
			found[e.id] = f
		}
	}
	last.version, last.wanted, last.found = s.search.version, wanted, found
	return found, nil
}

// Version changes whenever the file's records do, by this process or another.
// A file that isn't where it was is model.ErrMoved.
func (s *Store) Version(ctx context.Context) (string, error) {
	if err := s.place.moved(); err != nil {
		return "", err
	}
	if s.place.askedToLetGo() {
		return "", model.ErrLetGo
	}
	return s.version(ctx, s.db)
}

func (s *Store) version(ctx context.Context, q querier) (string, error) {
	var v string
	err := q.QueryRowContext(ctx, `SELECT (SELECT coalesce(max(id), 0) FROM change_set) || '/' ||
		(SELECT coalesce(max(turn), 0) FROM change_set WHERE turn > 0)`).Scan(&v)
	return v, err
}

func isNotFound(err error) bool { return errors.Is(err, model.ErrNotFound) }
