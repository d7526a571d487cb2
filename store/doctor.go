package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"

	"genjin/model"

	"genjin/store/files"
)

// Checkup looks at the file, at what is worked out in it, at its backups and at
// what of it lies open to others; it is read only, unless it is to mend what can
// be mended without loss.
func (s *Store) Checkup(ctx context.Context, fix bool) ([]model.Check, error) {
	if fix && s.readOnly {
		return nil, model.ErrReadOnly
	}
	d := &doctor{s: s, fix: fix}
	for _, look := range []func(context.Context) error{
		d.pages, d.references, d.search, d.words, d.balances, d.future, d.drafts, d.modes, d.link, d.leftovers, d.refused,
		d.ahead, d.space, d.backups, d.privacy,
	} {
		if err := look(ctx); err != nil {
			if !isDamage(err) {
				return d.found, err
			}
			d.note(model.CheckPages, model.CheckWrong, nil, err.Error())
		}
	}
	return d.found, nil
}

// doctor goes through the checks.
type doctor struct {
	s     *Store
	fix   bool
	found []model.Check
}

func (d *doctor) note(code string, state model.CheckState, items []string, args ...string) {
	d.found = append(d.found, model.Check{Code: code, State: state, Args: args, Items: items})
}

// count notes how many things are otherwise than they should be, mended or not.
func (d *doctor) count(code string, otherwise model.CheckState, n int, items []string, mend func() error) error {
	switch {
	case n == 0:
		d.note(code, model.CheckGood, nil)
		return nil
	case d.fix && mend != nil:
		if err := mend(); err != nil {
			return err
		}
		otherwise = model.CheckFixed
	}
	d.note(code, otherwise, items, strconv.Itoa(n))
	return nil
}

func (d *doctor) pages(ctx context.Context) error {
	wrong, err := textsOf(ctx, d.s.db, "SELECT integrity_check FROM pragma_integrity_check WHERE integrity_check <> 'ok' LIMIT 20")
	if err == nil && len(wrong) > 0 {
		d.note(model.CheckPages, model.CheckWrong, wrong, wrong[0])
		return nil
	}
	if err == nil {
		d.note(model.CheckPages, model.CheckGood, nil)
	}
	return err
}

func (d *doctor) references(ctx context.Context) error {
	loose, err := textsOf(ctx, d.s.db, `SELECT "table" || ' #' || coalesce(rowid, '') || ' → ' || parent FROM pragma_foreign_key_check`)
	if err != nil {
		return err
	}
	return d.count(model.CheckReferences, model.CheckWrong, len(loose), loose[:min(len(loose), mostItems)], nil)
}

// words looks whether the journal's text is in its index.
func (d *doctor) words(ctx context.Context) error {
	lost, err := d.s.lostWords(ctx)
	if err != nil {
		return err
	}
	return d.count(model.CheckWords, model.CheckWrong, len(lost), numbered(lost[:min(len(lost), mostItems)]), func() error {
		return d.s.change(ctx, model.ActRepair, "", func(w *write) error { return indexJournal(ctx, d.s, w.tx.Tx) })
	})
}

// mostItems are listed of a check; how many there are in all is said.
const mostItems = 20

// search compares what customers are found and recognised by with their cards.
func (d *doctor) search(ctx context.Context) error {
	texts, err := textsOf(ctx, d.s.db, "SELECT customer_id || ' ' || archived || ' ' || text FROM customer_search")
	if err != nil {
		return err
	}
	keys, err := textsOf(ctx, d.s.db, "SELECT customer_id || ' ' || kind || ' ' || key FROM customer_key")
	if err != nil {
		return err
	}
	is := map[string]bool{}
	for _, line := range append(texts, keys...) {
		is[line] = true
	}
	var off []int64
	err = each(ctx, d.s.db, customersKind, "ORDER BY id", func(rec any) {
		c := *rec.(*model.Customer)
		archived := 0
		if c.Archived {
			archived = 1
		}
		wanted := []string{fmt.Sprint(c.ID, " ", archived, " ", searchText(c))}
		for _, k := range keysOf(c) {
			wanted = append(wanted, fmt.Sprint(c.ID, " ", k.kind, " ", k.value))
		}
		for _, line := range wanted {
			if !is[line] && !slices.Contains(off, c.ID) {
				off = append(off, c.ID)
			}
			delete(is, line)
		}
	})
	if err != nil {
		return err
	}
	for line := range is { // of somebody who isn't there, or has them no more
		id, _ := strconv.ParseInt(line[:strings.IndexByte(line, ' ')], 10, 64)
		if !slices.Contains(off, id) {
			off = append(off, id)
		}
	}
	return d.count(model.CheckSearch, model.CheckWrong, len(off), d.named(ctx, off), func() error {
		return d.s.change(ctx, model.ActRepair, "", func(w *write) error {
			for _, id := range off {
				w.touched[id] = true
			}
			return nil
		})
	})
}

var customersKind = func() model.RecordKind {
	for _, k := range model.Kinds {
		if k.Record == customers.name {
			return k
		}
	}
	panic("no customers")
}()

// named are customers by name and number.
func (d *doctor) named(ctx context.Context, ids []int64) []string {
	names, _ := textsOf(ctx, d.s.db, `SELECT coalesce(c.name || ' ', '') || '#' || value FROM json_each(?)
		LEFT JOIN customer c ON c.id = value`, jsonList(ids[:min(len(ids), mostItems)]))
	return names
}

func numbered(ids []int64) []string {
	var list []string
	for _, id := range ids[:min(len(ids), mostItems)] {
		list = append(list, "#"+strconv.FormatInt(id, 10))
	}
	return list
}

// What keeps something else than its parts come to.
const (
	receivablesOff = `SELECT id FROM receivable r WHERE paid <> coalesce((SELECT sum(amount) FROM allocation WHERE receivable_id = r.id
		AND reversed_on = ''), 0) OR settled <> paid + written_off + coalesce((SELECT sum(amount) FROM credit WHERE receivable_id = r.id), 0)`
	paymentsOff = `SELECT id FROM payment p WHERE allocated <> coalesce((SELECT sum(amount) FROM allocation WHERE payment_id = p.id
		AND reversed_on = ''), 0) OR refunded <> coalesce((SELECT sum(amount) FROM refund WHERE payment_id = p.id), 0)`
)

func (d *doctor) balances(ctx context.Context) error {
	debts, err := d.s.ids(ctx, receivablesOff)
	if err != nil {
		return err
	}
	paid, err := d.s.ids(ctx, paymentsOff)
	if err != nil {
		return err
	}
	return d.count(model.CheckBalances, model.CheckWrong, len(debts)+len(paid), append(numbered(debts), numbered(paid)...), func() error {
		return d.s.change(ctx, model.ActRepair, "", func(w *write) error {
			w.aside = true
			for _, id := range debts {
				if err := w.recountReceivable(ctx, id); err != nil {
					return err
				}
			}
			for _, id := range paid {
				if err := w.recountPayment(ctx, id); err != nil {
					return err
				}
			}
			return nil
		})
	})
}

func (d *doctor) future(ctx context.Context) error {
	ahead, err := textsOf(ctx, d.s.db, `SELECT text FROM (SELECT at || ' #' || id AS text FROM journal WHERE date(substr(at, 1, 10)) > ?1
		UNION ALL SELECT received_on || ' #' || id FROM payment WHERE received_on > ?1)`, d.s.today())
	if err != nil {
		return err
	}
	return d.count(model.CheckFuture, model.CheckNote, len(ahead), ahead[:min(len(ahead), mostItems)], nil)
}

// drafts finds those of records that are gone.
func (d *doctor) drafts(ctx context.Context) error {
	forms, err := textsOf(ctx, d.s.db, "SELECT form FROM draft ORDER BY form")
	if err != nil {
		return err
	}
	var orphans []string
	for _, form := range forms {
		for record, heads := range draftsOf {
			for _, head := range heads {
				rest, ok := strings.CutPrefix(form, head+"/")
				first, _, _ := strings.Cut(rest, "/")
				id, err := strconv.ParseInt(first, 10, 64)
				if !ok || err != nil || id == 0 {
					continue
				}
				var there bool
				row := d.s.db.QueryRowContext(ctx, fmt.Sprintf("SELECT EXISTS (SELECT 1 FROM %q WHERE id = ?)", record), id)
				if err := row.Scan(&there); err != nil {
					return err
				}
				if !there && !slices.Contains(orphans, form) {
					orphans = append(orphans, form)
				}
			}
		}
	}
	return d.count(model.CheckDrafts, model.CheckNote, len(orphans), orphans, func() error {
		for _, form := range orphans {
			if err := d.s.KeepDraft(ctx, form, nil); err != nil {
				return err
			}
		}
		return nil
	})
}

// leftovers are half-written files of programs that were killed.
func (d *doctor) leftovers(ctx context.Context) error {
	var left []string
	for _, dir := range []string{filepath.Dir(d.s.path), d.s.backupFolder(ctx).Dir} {
		left = append(left, files.Leftovers(dir)...)
	}
	return d.count(model.CheckLeftovers, model.CheckWrong, len(left), left, func() error {
		var err error
		for _, file := range left {
			err = errors.Join(err, os.Remove(file))
		}
		return err
	})
}

// refused are the lists of refused rows that were written and are still there.
func (d *doctor) refused(ctx context.Context) error {
	there, err := refusedNoted(ctx, d.s.db)
	if err != nil {
		return err
	}
	return d.count(model.CheckRefused, model.CheckNote, len(there), there, nil)
}

// refusedNoted are the lists of refused rows that the log tells of and that are
// still there.
func refusedNoted(ctx context.Context, q querier) ([]string, error) {
	noted, err := textsOf(ctx, q, "SELECT DISTINCT reason FROM change_set WHERE act = ? AND reason LIKE '%-refused%'", model.ActExport)
	return slices.DeleteFunc(noted, func(path string) bool {
		_, err := os.Stat(path)
		return err != nil || !filepath.IsAbs(path)
	}), err
}

// backups looks how old the newest is, and tries it.
func (d *doctor) backups(ctx context.Context) error {
	list, err := d.s.Backups(ctx)
	if err != nil {
		return err
	}
	if len(list) == 0 {
		d.note(model.CheckBackups, model.CheckNote, nil, "-", "0")
		return nil
	}
	newest := list[0]
	var changed string
	if err := d.s.db.QueryRowContext(ctx, "SELECT coalesce(max(at), '') FROM change_set").Scan(&changed); err != nil {
		return err
	}
	const old = 7 * 24 * time.Hour
	state := model.CheckGood
	if last, err := time.Parse(time.RFC3339Nano, changed); err == nil && last.Sub(newest.At) > old {
		state = model.CheckNote
	}
	d.note(model.CheckBackups, state, nil, newest.At.Format("2006-01-02 15:04"), strconv.Itoa(len(list)))
	b, took, err := d.s.CheckBackup(ctx, newest.Path, "")
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		d.note(model.CheckTrial, model.CheckWrong, []string{newest.Path}, err.Error())
	default:
		d.note(model.CheckTrial, model.CheckGood, nil, strconv.FormatInt(b.Customers, 10), fmt.Sprintf("%.1f", took.Seconds()))
	}
	return nil
}

// privacy counts what the law asks about: thin cards, consent, what left.
func (d *doctor) privacy(ctx context.Context) error {
	for _, look := range []struct{ code, query string }{
		{model.CheckCards, "SELECT name || ' #' || id FROM customer_thin t JOIN customer c ON c.id = t.customer_id " +
			"WHERE t.grade IN ('A', 'B') AND ?1 <> '' ORDER BY id"},
		{model.CheckConsent, "SELECT name || ' #' || id FROM customer WHERE consent = '' AND archived = 0 AND ?1 <> '' ORDER BY id"},
		{model.CheckExports, "SELECT substr(at, 1, 10) || ' ' || reason FROM change_set WHERE act = 'export' AND at >= ?1 ORDER BY id DESC"},
	} {
		list, err := textsOf(ctx, d.s.db, look.query, d.s.clock().UTC().AddDate(0, 0, -30).Format(instant))
		if err == nil {
			err = d.count(look.code, model.CheckNote, len(list), list[:min(len(list), mostItems)], nil)
		}
		if err != nil {
			return err
		}
	}
	return nil
}
