package store

import (
	"context"
	"database/sql"
	"errors"
	"slices"
	"strings"

	"genjin/model"
)

// matcher recognises the customers of a file among those kept and those of the
// file's earlier rows.
//
// A customer is the same when the bare name is, unless both have phones and
// none in common; of several the one with the phone. A company of the very name
// is the same whatever its phones. Else when a phone is and one name is a form
// of address of the other (董先生 and 董建国), or a company's without its place; a
// row that has no name goes by its phone. A phone that belongs to another name,
// one inside the other too (江波 and 江波涛), and a row that fits several, are
// refused: no guess is made with customers.
type matcher struct {
	keys   *sql.Stmt // ids by kind and key
	card   *sql.Stmt // a customer by id
	kept   map[int64]*target
	inFile map[key][]*target
	// keptOnly: the records of the file are told apart already.
	keptOnly bool
	// apart: no two rows of the file are one customer.
	apart bool
}

func newMatcher(ctx context.Context, db querier) (*matcher, error) {
	m := &matcher{kept: map[int64]*target{}, inFile: map[key][]*target{}}
	var err error
	if m.keys, err = db.PrepareContext(ctx,
		"SELECT customer_id FROM customer_key WHERE kind = ? AND key = ? ORDER BY customer_id LIMIT 20"); err != nil {
		return m, err
	}
	m.card, err = db.PrepareContext(ctx, "SELECT "+customers.columns+" FROM customer WHERE id = ?")
	return m, err
}

func (m *matcher) close() {
	for _, s := range []*sql.Stmt{m.keys, m.card} {
		if s != nil {
			_ = s.Close()
		}
	}
}

// know makes a target findable by its name and phones.
func (m *matcher) know(t *target) {
	for _, k := range keysOf(t.card) {
		if !slices.Contains(m.inFile[k], t) {
			m.inFile[k] = append(m.inFile[k], t)
		}
	}
}

// find is the target that a customer of the file is; nil for a new one, a
// model.MatchError where it can't be told.
func (m *matcher) find(ctx context.Context, c *model.Customer) (*target, error) {
	phones := phonesOf(c)
	named, err := m.with(ctx, key{keyName, model.BareName(c.Name)})
	if err != nil {
		return nil, err
	}
	same := slices.DeleteFunc(named, func(t *target) bool {
		if m.apart && t.id == 0 {
			return true
		}
		theirs := phonesOf(&t.card)
		if c.Kind == model.Company && alikeName(c.Name, t.card.Name) {
			return false
		}
		return len(phones) > 0 && len(theirs) > 0 && !meet(phones, theirs)
	})
	if sharing := those(same, func(t *target) bool { return meet(phones, phonesOf(&t.card)) }); len(sharing) > 0 {
		same = sharing
	}
	if len(same) > 1 {
		if exact := those(same, func(t *target) bool { return alikeName(t.card.Name, c.Name) }); len(exact) > 0 {
			same = exact
		}
	}
	if len(same) > 0 {
		return only(same, "")
	}
	var reached []*target
	for _, phone := range phones {
		found, err := m.with(ctx, key{keyPhone, phone})
		if err != nil {
			return nil, err
		}
		for _, t := range found {
			if !slices.Contains(reached, t) && !(m.apart && t.id == 0) {
				reached = append(reached, t)
			}
		}
	}
	if len(reached) == 0 {
		return nil, nil
	}
	if fit := those(reached, func(t *target) bool {
		return c.Name == "" || goTogether(c.Name, t.card.Name) ||
			isPartOf(c, &t.card)
	}); len(fit) > 0 {
		return only(fit, "")
	}
	_, err = only(append(reached, nil), c.Phones.Items()[0])
	return nil, err
}

// named is the one other target of a name; nil when there is none, or several.
func (m *matcher) named(ctx context.Context, name string, self *target) (*target, error) {
	found, err := m.with(ctx, key{keyName, model.BareName(name)})
	if found = slices.DeleteFunc(found, func(t *target) bool { return t == self }); err != nil || len(found) != 1 {
		return nil, err
	}
	return found[0], nil
}

// only is the target when it is one; several are refused, and so is a phone of
// somebody else, which is asked for with a nil among them.
func only(found []*target, phone string) (*target, error) {
	if len(found) == 1 {
		return found[0], nil
	}
	e := &model.MatchError{Phone: phone}
	for _, t := range found {
		if t != nil {
			e.Candidates = append(e.Candidates, model.Candidate{ID: t.id, Row: t.row, Name: t.card.Name})
		}
	}
	return nil, e
}

// with lists the targets that a key leads to, kept ones first.
func (m *matcher) with(ctx context.Context, k key) ([]*target, error) {
	rows, err := m.keys.QueryContext(ctx, k.kind, k.value)
	if err != nil {
		return nil, err
	}
	var ids []int64
	for rows.Next() {
		var id int64
		if err := rows.Scan(&id); err != nil {
			_ = rows.Close()
			return nil, err
		}
		ids = append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	var found []*target
	for _, id := range ids {
		t, err := m.byID(ctx, id)
		if err != nil {
			return nil, err
		}
		found = append(found, t)
	}
	for _, t := range m.inFile[k] {
		if m.keptOnly && t.id == 0 {
			continue
		}
		if !slices.Contains(found, t) {
			found = append(found, t)
		}
	}
	return found, nil
}

// byID is the target that a customer who is there is.
func (m *matcher) byID(ctx context.Context, id int64) (*target, error) {
	t := m.kept[id]
	if t != nil {
		return t, nil
	}
	t = &target{id: id}
	err := m.card.QueryRowContext(ctx, id).Scan(customers.pointers(&t.card)...)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, model.ErrNotFound
	}
	if err != nil {
		return nil, err
	}
	t.before = t.card
	m.kept[id] = t
	return t, nil
}

func phonesOf(c *model.Customer) []string {
	var digits []string
	for _, p := range c.Phones.Items() {
		if d := model.PhoneDigits(p); d != "" {
			digits = append(digits, d)
		}
	}
	return digits
}

func meet(a, b []string) bool {
	return slices.ContainsFunc(a, func(x string) bool { return slices.Contains(b, x) })
}

func those(all []*target, keep func(*target) bool) []*target {
	var kept []*target
	for _, t := range all {
		if keep(t) {
			kept = append(kept, t)
		}
	}
	return kept
}

// alikeName reports whether two names are written alike.
func alikeName(a, b string) bool {
	return strings.EqualFold(model.HalfWidth(model.Clean(a)), model.HalfWidth(model.Clean(b)))
}

// goTogether reports whether two names may be those of one customer: one is a
// surname with a form of address and the other has the surname.
func goTogether(a, b string) bool {
	x, y := model.BareName(a), model.BareName(b)
	return x == y || bySurname(x, y) || bySurname(y, x)
}

// isPartOf reports whether a name is a company's without its place or its kind
// of business: 恒基板材 is 佛山恒基板材有限公司 where the phone is the same. Of
// persons a name inside another is another person.
func isPartOf(c, kept *model.Customer) bool {
	if c.Kind == model.Person || kept.Kind != model.Company {
		return false
	}
	x, y := model.BareName(c.Name), model.BareName(kept.Name)
	const least = 4 // characters: two or three may be anybody's name
	return len([]rune(x)) >= least && strings.Contains(y, x) || len([]rune(y)) >= least && strings.Contains(x, y)
}

func bySurname(addressed, full string) bool {
	surname, ok := model.SurnameOnly(addressed)
	return ok && strings.HasPrefix(full, surname)
}
