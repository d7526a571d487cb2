package store

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"genjin/model"

	"genjin/store/backup"
	"genjin/store/files"
)

// person finds who is meant, the cards that were merged into theirs, and what
// tells their traces from those of others.
func (s *Store) person(ctx context.Context, q querier, who model.Subject) (*person, error) {
	p := &person{Subject: who, cards: []int64{who.Customer}}
	if who.Contact != 0 {
		c, err := contacts.byID(ctx, q, who.Contact)
		if err != nil {
			return nil, err
		}
		p.Customer, p.cards, p.name, p.since = c.CustomerID, []int64{c.CustomerID}, c.Name, c.CreatedAt
		return p, p.findSigns(ctx, q, []string{c.Name}, append(c.Phones.Items(), c.WeChat, c.Email))
	}
	c, err := customers.byID(ctx, q, who.Customer)
	if err != nil {
		return nil, err
	}
	p.name, p.since = c.Name, c.CreatedAt
	if err := p.findMerged(ctx, q); err != nil {
		return nil, err
	}
	names, calls := []string{c.Name}, append(c.Phones.Items(), c.WeChat, c.Email, c.Address)
	if c.Kind != model.Company {
		names = append(names, model.BareName(c.Name))
	}
	people, err := contacts.query(ctx, q, "WHERE customer_id IN "+p.in())
	for _, k := range people {
		names, calls = append(names, k.Name), append(append(calls, k.Phones.Items()...), k.WeChat, k.Email)
	}
	if err != nil {
		return nil, err
	}
	firms, err := tables["company"].query(ctx, q, "WHERE customer_id IN "+p.in())
	for _, firm := range firms {
		for _, f := range tables["company"].fields {
			if strings.HasPrefix(f.Code, "legal_rep") || f.Code == "bank_account" {
				calls = append(calls, strings.Split(f.Get(&firm), "\n")...)
			}
		}
	}
	if err != nil {
		return nil, err
	}
	old, err := textsOf(ctx, q, `SELECT DISTINCT value FROM change c, json_each(json_array(json_extract(c.before, '$.name'),
		json_extract(c.after, '$.name'), json_extract(c.before, '$.phones'), json_extract(c.after, '$.phones')))
		WHERE c.record IN ('customer', 'contact') AND value IS NOT NULL AND c.customer_id IN `+p.in())
	if err != nil {
		return nil, err
	}
	for _, text := range old {
		names = append(names, strings.Split(text, "\n")...)
	}
	return p, p.findSigns(ctx, q, names, calls)
}

// findMerged adds the cards that were made one with theirs: what the log says of
// those is theirs, too.
func (p *person) findMerged(ctx context.Context, q querier) error {
	for i := 0; i < len(p.cards); i++ {
		var merged []int64
		rows, err := q.QueryContext(ctx, `SELECT DISTINCT gone.record_id FROM change gone JOIN change_set s ON s.id = gone.set_id
			WHERE s.act = ? AND s.state = 'done' AND gone.record = 'customer' AND gone.after IS NULL
			AND EXISTS (SELECT 1 FROM change WHERE set_id = s.id AND record = 'customer' AND record_id = ?)`, model.ActMerge, p.cards[i])
		if err == nil {
			merged, err = scanIDs(rows)
		}
		if err != nil {
			return err
		}
		for _, id := range merged {
			if !slices.Contains(p.cards, id) {
				p.cards = append(p.cards, id)
			}
		}
	}
	return nil
}

// The shortest texts that tell a person: characters of a name, digits of a phone,
// characters of an address and the like.
const (
	leastName = 2
	leastCall = 6
)

// findSigns keeps of what is known of a person that by which they are told from
// others: a name or a phone that is somebody else's as well tells nobody.
func (p *person) findSigns(ctx context.Context, q querier, names, calls []string) error {
	const others = `SELECT EXISTS (SELECT 1 FROM customer WHERE id <> ?2 AND (?1 IN (name, address, wechat, email) OR instr(phones, ?1) > 0))
		OR EXISTS (SELECT 1 FROM contact WHERE customer_id <> ?2 AND (?1 IN (name, wechat, email) OR instr(phones, ?1) > 0))`
	least := leastCall
	for _, list := range [][]string{calls, names} {
		for _, sign := range list {
			if len([]rune(sign)) < least || slices.Contains(p.signs, sign) {
				continue
			}
			var another bool
			if err := q.QueryRowContext(ctx, others, sign, p.Customer).Scan(&another); err != nil {
				return err
			}
			if !another {
				p.signs = append(p.signs, sign)
			}
		}
		least = leastName
	}
	// What holds another one whole comes first: it is taken out whole.
	slices.SortStableFunc(p.signs, func(a, b string) int { return len(b) - len(a) })
	return nil
}

// forgetLog takes the person out of the log: the changes of what was theirs, and
// what of them stands in what is told of others.
func (p *person) forgetLog(ctx context.Context, w *write) error {
	theirs := "customer_id IN " + p.in() + " OR set_id IN (SELECT c.set_id FROM change c JOIN change_set s ON s.id = c.set_id " +
		"WHERE s.act = 'merge' AND c.customer_id IN " + p.in() + ")"
	if p.Contact != 0 {
		theirs = fmt.Sprintf("record = 'contact' AND record_id = %d", p.Contact)
	}
	for _, q := range []string{
		"CREATE TEMP TABLE IF NOT EXISTS touched_set (id INTEGER PRIMARY KEY)", "DELETE FROM touched_set",
		"INSERT OR IGNORE INTO touched_set SELECT set_id FROM change WHERE " + theirs,
		"DELETE FROM change WHERE " + theirs,
		"DELETE FROM change_set WHERE id IN (SELECT id FROM touched_set) AND NOT EXISTS (SELECT 1 FROM change WHERE set_id = change_set.id)",
		"UPDATE change_set SET reason = '' WHERE id IN (SELECT id FROM touched_set) AND act NOT IN ('import', 'export')",
	} {
		if _, err := w.stmt(ctx, q); err != nil {
			return err
		}
	}
	for _, sign := range p.signs {
		for _, place := range copies {
			q := fmt.Sprintf("UPDATE %s SET %[2]s = replace(%[2]s, ?1, ?2) WHERE instr(%[2]s, ?1) > 0", place[0], place[1])
			if _, err := w.stmt(ctx, q, sign, model.Unsaid); err != nil {
				return err
			}
		}
	}
	return nil
}

// copies are the columns into which genjin itself copies what cards say.
var copies = [][2]string{
	{"change", "before"}, {"change", "after"}, {"change_set", "reason"}, {"import_batch", "file"}, {"import_batch", "refusals"},
	{"order_change", "before"}, {"order_change", "after"},
}

// draftsAbout are the forms half filled in about the person.
func (p *person) draftsAbout(ctx context.Context, q querier) ([]string, error) {
	all, err := textsOf(ctx, q, "SELECT form FROM draft ORDER BY form")
	if err != nil || len(all) == 0 {
		return nil, err
	}
	var patterns []string
	for _, k := range model.Kinds {
		theirs := p.theirs(k)
		if theirs == "" {
			continue
		}
		ids, err := textsOf(ctx, q, fmt.Sprintf("SELECT id FROM %s WHERE %s", k.Record, theirs))
		if err != nil {
			return nil, err
		}
		for _, id := range ids {
			for _, head := range draftsOf[k.Record] {
				patterns = append(patterns, head+"/"+id, head+"/"+id+"/*")
			}
			patterns = append(patterns, k.Record+"/*/"+id)
		}
		if k.IsItem() && p.Contact == 0 {
			patterns = append(patterns, fmt.Sprintf("%s/%d/*", k.Record, p.Customer))
		}
	}
	if p.Contact == 0 {
		patterns = append(patterns, fmt.Sprintf("snooze/*/%d/*", p.Customer))
	}
	forms, err := textsOf(ctx, q, "SELECT DISTINCT form FROM draft, json_each(?) p WHERE form GLOB p.value", jsonTexts(patterns))
	if err != nil {
		return nil, err
	}
	some, err := textsOf(ctx, q, "SELECT DISTINCT form FROM draft, json_each(?) p WHERE instr(fields, p.value) > 0", jsonTexts(p.signs))
	forms = append(forms, some...)
	slices.Sort(forms)
	return slices.Compact(forms), err
}

// jsonTexts is a list of texts as one argument, for json_each.
func jsonTexts(list []string) string {
	text, _ := json.Marshal(append([]string{}, list...)) // texts can be written
	return string(text)
}

// forgetDrafts drops what is half typed about the person.
func (p *person) forgetDrafts(ctx context.Context, w *write, forms []string) error {
	_, err := w.stmt(ctx, "DELETE FROM draft WHERE form IN (SELECT value FROM json_each(?))", jsonTexts(forms))
	return err
}

// traces looks where else the person is.
func (s *Store) traces(ctx context.Context, q querier, p *person) (t model.Traces, err error) {
	theirs := "customer_id IN " + p.in()
	if p.Contact != 0 {
		theirs = fmt.Sprintf("record = 'contact' AND record_id = %d", p.Contact)
	}
	if err = q.QueryRowContext(ctx, "SELECT count(*) FROM change WHERE "+theirs).Scan(&t.Changes); err != nil {
		return t, err
	}
	if t.Drafts, err = p.draftsAbout(ctx, q); err != nil {
		return t, err
	}
	if t.Exports, err = textsOf(ctx, q, "SELECT substr(at, 1, 10) || ' ' || reason FROM change_set WHERE act = ? AND at >= ? ORDER BY id",
		model.ActExport, p.since); err != nil {
		return t, err
	}
	if t.Refused, err = p.refusedLists(ctx, q); err != nil {
		return t, err
	}
	if err = s.backupsOf(ctx, p, &t); err != nil {
		return t, err
	}
	t.Mentions, err = p.mentions(ctx, q)
	return t, err
}

// refusedLists are the lists of refused rows, among those that were written and
// are still there, that hold the person.
func (p *person) refusedLists(ctx context.Context, q querier) (lists []string, err error) {
	noted, err := refusedNoted(ctx, q)
	for _, path := range noted {
		if files.Holds(path, p.signs) {
			lists = append(lists, path)
		}
	}
	return lists, err
}

// backupsOf finds the backups that hold the person: by looking into those that
// can be looked into, by their day of the others.
func (s *Store) backupsOf(ctx context.Context, p *person, t *model.Traces) error {
	list, err := s.Backups(ctx)
	if err != nil {
		return err
	}
	record, id := customers.name, p.Customer
	if p.Contact != 0 {
		record, id = contacts.name, p.Contact
	}
	since, _ := time.Parse(time.RFC3339Nano, p.since)
	for _, b := range list {
		if b.Sealed {
			if b.At.After(since) || b.At.Equal(since) {
				t.Sealed = append(t.Sealed, b.Path)
			}
			continue
		}
		holds, err := holdsRecord(ctx, b.Path, record, id, p.since)
		if err != nil || holds { // of one that can't be read nobody knows
			t.Backups = append(t.Backups, b.Path)
		}
	}
	// What a restore found damaged was kept as it was.
	raw, _ := filepath.Glob(filepath.Join(s.backupFolder(ctx).Dir, s.backupFolder(ctx).Stem+"-*-damaged*"))
	t.Backups = append(t.Backups, raw...)
	return ctx.Err()
}

// holdsRecord looks into a backup for a record that was made at an instant.
func holdsRecord(ctx context.Context, path, record string, id int64, made string) (holds bool, err error) {
	if _, err := os.Stat(path); err != nil {
		return false, err
	}
	db, err := backup.Look(path)
	if err != nil {
		return false, err
	}
	defer db.Close()
	q := fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM %s WHERE id = ? AND created_at = ?)", record)
	err = db.QueryRowContext(ctx, q, id, made).Scan(&holds)
	return holds, err
}

// mentions finds the person in what is kept of others.
func (p *person) mentions(ctx context.Context, q querier) (list []model.Mention, err error) {
	for _, k := range model.Kinds {
		if k.Here {
			continue
		}
		var texts []string
		for _, f := range k.Fields {
			switch f.Kind {
			case model.KindText, model.KindNote, model.KindTags, model.KindPhones:
				texts = append(texts, f.Code)
			}
		}
		if len(texts) == 0 {
			continue
		}
		not, owner := "0", "0"
		if theirs := p.theirs(k); theirs != "" {
			not = theirs
		}
		if k.OfCustomer() {
			owner = "customer_id"
		} else if k.Record == customers.name {
			owner = "id"
		}
		rows, err := q.QueryContext(ctx, fmt.Sprintf("SELECT id, %s FROM %s r WHERE NOT (%s) AND EXISTS (SELECT 1 FROM json_each(?) "+
			"WHERE instr(%s, value) > 0) ORDER BY id", owner, k.Record, not, strings.Join(texts, " || char(10) || ")), jsonTexts(p.signs))
		found, err := summed(rows, err, func(rows *sql.Rows, m *model.Mention) error { return rows.Scan(&m.ID, &m.CustomerID) })
		if err != nil {
			return nil, fmt.Errorf("%s: %w", k.Record, err)
		}
		for _, m := range found {
			m.Record = k.Record
			list = append(list, m)
		}
	}
	return list, nil
}
