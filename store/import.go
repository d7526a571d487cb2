package store

import (
	"context"
	"fmt"
	"path/filepath"
	"strings"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// ImportOptions are what a person can say about a file.
type ImportOptions = model.ImportOptions

// PreviewImport reads a file and says, row by row, what importing it would do.
// Nothing is written. Counts are of customers; the other records are listed
// under theirs (rule 4). Without a mapping that of an earlier file with the
// same headers is used. Where no customers are found the columns are told all
// the same.
func (s *Store) PreviewImport(ctx context.Context, path string, o ImportOptions) (model.Preview, error) {
	if o.OnDuplicate == "" {
		o.OnDuplicate = model.DuplicateSkip
	}
	p := model.Preview{File: filepath.Base(path), Policy: o.OnDuplicate, Lang: o.Lang, Create: o.Create, Choices: o.Choices,
		Passphrase: o.Passphrase, Reason: o.Reason}
	step := stepOf(ctx, o.Progress)
	src, err := files.Open(path, o.Passphrase, step)
	if err != nil {
		return p, err
	}
	opt := files.Options{Map: o.Map, As: o.As, Today: s.today(), Step: step, Unpaid: o.Unpaid, Answers: o.Answers}
	p.HeaderSet = model.HeaderSet(src.Columns(o.As))
	if len(opt.Map) == 0 && !o.Plain {
		if opt.Map, err = s.importMapping(ctx, p.HeaderSet); err != nil {
			return p, err
		}
		p.Remembered = len(opt.Map) > 0
	}
	f, err := src.Read(opt)
	p.Map, p.Columns, p.Shared, p.Sheets, p.Left = opt.Map, f.Columns, f.Shared, f.Sheets, f.Left
	p.Document, p.Unknown, p.Skipped, p.Proposals, p.Headers, p.Loose, p.Apart = f.Document, f.Unknown, f.Skipped,
		f.Proposals, f.Headers, f.Loose, f.Apart
	p.Encoding = f.Encoding
	if err != nil {
		return p, err
	}
	p.Rows, err = s.planned(ctx, p, step)
	return p, err
}

// stepOf passes on how far a read is, and ends it when nobody waits for it any
// more.
func stepOf(ctx context.Context, progress func(done, total int)) files.Step {
	return func(done, total int) error {
		if progress != nil {
			progress(done, total)
		}
		return ctx.Err()
	}
}

// planned is what would become of every row.
func (s *Store) planned(ctx context.Context, p model.Preview, step files.Step) ([]model.PreviewRow, error) {
	set, err := s.Settings(ctx)
	if err != nil {
		return nil, err
	}
	plan, err := newPlan(ctx, s.db, set, s.today(), p)
	if err != nil {
		return nil, err
	}
	defer plan.close()
	plan.step = step
	err = plan.make(ctx)
	return plan.rows, err
}

// Import writes what a preview promised, as one act that undo takes back
// whole. What the records say is looked at again, for they may have changed
// since. With a refused row it answers model.ErrRefusedRows and writes nothing,
// unless the good ones are to be kept. Where nothing changes nothing is
// written, and the batch has no id. Where records are changed a guarded file is
// backed up first.
func (s *Store) Import(ctx context.Context, p model.Preview, keepGood bool) (model.Batch, error) {
	var b model.Batch
	if s.guarded && p.Count(model.ResultUpdated) > 0 {
		if _, err := s.byItself(ctx, model.BackupImport); err != nil {
			return b, err
		}
	}
	err := s.change(ctx, model.ActImport, p.Why(), func(w *write) error {
		plan, err := newPlan(ctx, w.tx, w.settings, w.today, p)
		if err != nil {
			return err
		}
		defer plan.close()
		if err := plan.make(ctx); err != nil {
			return err
		}
		p.Rows = plan.rows
		b = batchOf(p)
		if b.Refused > 0 && !keepGood {
			return fmt.Errorf("%s: %w", p.File, model.ErrRefusedRows)
		}
		if !plan.changes() {
			return nil
		}
		if err := w.carryOut(ctx, plan); err != nil {
			return err
		}
		return batches.insert(ctx, w, &b)
	})
	return b, err
}

// batchOf is the record of an import.
func batchOf(p model.Preview) model.Batch {
	const most = 15000 // characters of refusals that are kept
	b := model.Batch{
		File: p.File, New: int64(p.Count(model.ResultNew)), Updated: int64(p.Count(model.ResultUpdated)),
		Unchanged: int64(p.Count(model.ResultUnchanged)), Refused: int64(p.Count(model.ResultRefused)),
	}
	lang, _ := label.ParseLang(p.Lang)
	var lines strings.Builder
	for _, r := range p.Rows {
		if r.Result != model.ResultRefused {
			continue
		}
		fmt.Fprintf(&lines, "%s\n", strings.TrimSpace(fmt.Sprintf("%s %d %s", r.Sheet, r.Row, label.Reasons(r.Record, r.Err, lang))))
		if lines.Len() > most {
			lines.WriteString("…\n")
			break
		}
	}
	b.Refusals = model.CleanNote(lines.String())
	return b
}

// Batches are the imports made, the newest first.
func (s *Store) Batches(ctx context.Context, limit int) ([]model.Batch, error) {
	return batches.query(ctx, s.db, "ORDER BY id DESC LIMIT ?", limit)
}

// carryOut writes a plan: the cards with their journals, then what refers to
// cards that come later in the file.
func (w *write) carryOut(ctx context.Context, p *plan) error {
	nobodys := restoring{w: w, keepIDs: p.keepIDs, ids: p.looseIDs}
	if err := nobodys.restore(ctx, p.loose); err != nil {
		return err
	}
	if err := w.addProducts(ctx, p.products); err != nil {
		return err
	}
	if err := w.addCampaigns(ctx, p); err != nil {
		return err
	}
	if err := w.saveItems(ctx, p.nobodys); err != nil {
		return err
	}
	for _, t := range p.targets {
		var err error
		switch {
		case t.id == 0:
			err = w.addTarget(ctx, t, p)
		case t.changed() || len(t.entries) > 0:
			err = w.updateTarget(ctx, t)
		}
		if err == nil {
			err = w.saveItems(ctx, t)
		}
		if err == nil {
			err = w.addDebts(ctx, t)
		}
		if err == nil {
			err = w.addOrders(ctx, t)
		}
		if err == nil && !t.whole && len(t.records) > 0 {
			if err = w.restoreTo(ctx, t, p); err == nil {
				err = w.recountCare(ctx, t.id)
			}
		}
		if err == nil {
			err = w.keepProjects(ctx, t)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", t.card.Name, err)
		}
	}
	for _, t := range p.targets {
		if t.referrer == nil {
			continue
		}
		c, err := customers.byID(ctx, w.tx, t.id)
		if err != nil {
			return err
		}
		c.Referrer = t.referrer.id
		if _, err := customers.update(ctx, w, &c); err != nil {
			return err
		}
	}
	for _, t := range p.targets {
		if err := w.importChanges(ctx, t); err != nil {
			return err
		}
	}
	if err := w.lackOf(ctx); err != nil {
		return err
	}
	return w.joinLate(ctx)
}

// addTarget adds a new customer, due by the latest entry that reached them,
// unless the file says when.
func (w *write) addTarget(ctx context.Context, t *target, p *plan) error {
	if t.whole {
		return w.addWhole(ctx, t, p)
	}
	c := t.card
	c.Recount(model.TallyOf(t.entries, w.today), w.settings)
	t.keepGiven(&c)
	if err := customers.insert(ctx, w, &c); err != nil {
		return err
	}
	t.id = c.ID
	return w.addEntries(ctx, t, 0)
}

// updateTarget adds to a customer that is there.
func (w *write) updateTarget(ctx context.Context, t *target) error {
	if len(t.entries) > 0 {
		var last int64
		row := w.tx.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) FROM journal WHERE customer_id = ?", t.id)
		if err := row.Scan(&last); err != nil {
			return err
		}
		if err := w.addEntries(ctx, t, last); err != nil {
			return err
		}
		tally, err := w.tally(ctx, t.id)
		if err != nil {
			return err
		}
		t.card.Recount(tally, w.settings)
		t.keepGiven(&t.card)
	}
	_, err := customers.update(ctx, w, &t.card)
	return err
}

func (w *write) addEntries(ctx context.Context, t *target, last int64) error {
	for i := range t.entries {
		e := &t.entries[i]
		e.CustomerID, e.Seq = t.id, last+int64(i)+1
		if err := journal.insert(ctx, w, e); err != nil {
			return err
		}
	}
	return nil
}
