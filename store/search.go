package store

import (
	"context"
	"errors"
	"regexp"
	"slices"
	"strings"
	"sync"
	"unicode"

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
			b.WriteString(s[:1])
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

// companyWords is what a company's name wears: its form, branches and places
// (SPEC 3: duplicates).
var companyWords = regexp.MustCompile(`股份有限公司|有限责任公司|有限公司|分公司|总公司|公司|集团|\b(co|ltd|inc|llc|limited|company|gmbh|corp)\b\.?|[\pP\pS\s]`)

var provincePrefix = regexp.MustCompile(`^[^市省区县]{2,3}(省|市|自治区|特别行政区)`)

// bareName is a name without company words, brackets, spaces and case.
func bareName(name string) string {
	plain := strings.ToLower(model.HalfWidth(name))
	bare := companyWords.ReplaceAllString(plain, "")
	for range 2 {
		if cut := provincePrefix.ReplaceAllString(bare, ""); len([]rune(cut)) >= 2 {
			bare = cut
		}
	}
	if bare == "" {
		return strings.TrimSpace(plain)
	}
	return bare
}

type key struct{ kind, value string }

// keysOf are the keys by which the customer is recognised.
func keysOf(c model.Customer) []key {
	keys := []key{{keyName, bareName(c.Name)}}
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
		texts[id] = searchText(c)
		if _, err := w.stmt(ctx, "INSERT INTO customer_search (customer_id, text) VALUES (?, ?)", id, texts[id]); err != nil {
			return nil, err
		}
		for _, k := range keysOf(c) {
			if _, err := w.stmt(ctx, "INSERT OR IGNORE INTO customer_key (kind, key, customer_id) VALUES (?, ?, ?)", k.kind, k.value, id); err != nil {
				return nil, err
			}
		}
	}
	return texts, nil
}

// index is the search texts of all customers in memory: a hundred thousand are
// looked through in a few milliseconds.
type index struct {
	mu      sync.RWMutex
	version string // of the file when the texts were read; empty = not read
	texts   map[int64]string
}

// replace takes over the texts of changed customers; an empty one is gone.
func (x *index) replace(texts map[int64]string) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.texts == nil {
		return
	}
	for id, text := range texts {
		if text == "" {
			delete(x.texts, id)
		} else {
			x.texts[id] = text
		}
	}
}

// WarmSearch reads the search texts, so that the first search finds them read.
func (s *Store) WarmSearch(ctx context.Context) error {
	s.search.mu.Lock()
	defer s.search.mu.Unlock()
	if s.search.texts != nil {
		return nil
	}
	rows, err := s.db.QueryContext(ctx, "SELECT customer_id, text FROM customer_search")
	if err != nil {
		return err
	}
	defer rows.Close()
	texts := map[int64]string{}
	for rows.Next() {
		var id int64
		var text string
		if err := rows.Scan(&id, &text); err != nil {
			return err
		}
		texts[id] = text
	}
	s.search.texts = texts
	return rows.Err()
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
	if err := s.WarmSearch(ctx); err != nil {
		return nil, err
	}
	wanted := folded(model.Clean(search))
	digits := wanted
	if strings.Trim(wanted, "0123456789+-()") == "" {
		digits = model.PhoneDigits(wanted)
	}
	s.search.mu.RLock()
	defer s.search.mu.RUnlock()
	var found [noFit][]int64
	for _, id := range ids {
		f := fit(s.search.texts[id], wanted)
		if f == noFit && digits != wanted && digits != "" {
			f = fit(s.search.texts[id], digits)
		}
		if f == noFit {
			continue
		}
		if !byFit {
			f = 0
		}
		found[f] = append(found[f], id)
	}
	return slices.Concat(found[:]...), nil
}

// Version changes whenever the file's records do, by this process or another.
func (s *Store) Version(ctx context.Context) (string, error) {
	var v string
	err := s.db.QueryRowContext(ctx, `SELECT coalesce(max(id), 0) || '/' ||
		coalesce((SELECT max(undone_at) FROM change_set), '') FROM change_set`).Scan(&v)
	return v, err
}

func isNotFound(err error) bool { return errors.Is(err, model.ErrNotFound) }
