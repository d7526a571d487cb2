package store

import (
	"context"
	"strconv"
	"time"

	"genjin/model"
)

// fileIDs are the ids that records have here, by their kind and their ids in a
// file.
type fileIDs map[string]map[int64]int64

func (ids fileIDs) note(record string, old, now int64) {
	if ids[record] == nil {
		ids[record] = map[int64]int64{}
	}
	ids[record][old] = now
}

// restoring adds records of a file, which refer to each other by their ids
// there. When they were made is kept: the order of what happened on one day
// follows from it.
type restoring struct {
	w        *write
	customer int64 // whose they are; 0 = nobody's
	keepIDs  bool
	ids      fileIDs // of what is here
	loose    fileIDs // of what belongs to nobody
}

// late is a reference to a record that isn't here yet: another customer's, who
// comes later, or one that the file hasn't.
type late struct {
	kind   model.RecordKind
	rec    any // kept already, unless it can't be without the other
	kept   bool
	id     int64 // that it gets
	field  model.Field[any]
	target int64 // in the file
}

// restore adds the records of all kinds but the customer's own card.
func (r *restoring) restore(ctx context.Context, all model.Records) error {
	r.w.restored = append(r.w.restored, r.ids)
	all.FillParts()
	shipBy := map[int64]model.Date{}
	for _, rec := range all[orderNodes.name] {
		if n := rec.(*model.OrderNode); n.Node == model.NodeShip {
			shipBy[n.OrderID] = n.PlannedOn
		}
	}
	for _, k := range model.Kinds {
		if k.Record == customers.name {
			continue
		}
		for _, rec := range all[k.Record] {
			if o, ok := rec.(*model.Order); ok && o.ShipBy == "" {
				o.ShipBy = shipBy[o.ID] // of a file that was written before orders kept it
			}
			if err := r.add(ctx, k, k.Copy(rec)); err != nil { // a preview may be carried out again
				return err
			}
		}
	}
	return nil
}

func (r *restoring) add(ctx context.Context, k model.RecordKind, rec any) error {
	m := model.Identity(rec)
	old, own := m.ID, int64(0)
	if r.keepIDs {
		own = old
	}
	made, err := time.Parse(time.RFC3339Nano, m.CreatedAt)
	if m.CreatedAt = ""; err == nil {
		m.CreatedAt = made.UTC().Format(instant)
	}
	if c, ok := rec.(*model.OrderChange); ok {
		c.Relined(r.ids[orderLines.name])
	}
	waiting, kept := r.relink(k, rec, own)
	if kept {
		if h, ok := rec.(*model.Handled); ok && !r.relinkRow(h) {
			return nil // what it is about is gone, and so is its row
		}
		if err := tables[k.Record].insertAs(ctx, r.w, &rec, own); err != nil {
			return err
		}
		r.ids.note(k.Record, old, m.ID)
	}
	r.w.late = append(r.w.late, waiting...)
	return nil
}

// relink says whose a record is here, and to which records it refers; kept is
// false where it can't be without one that isn't here.
func (r *restoring) relink(k model.RecordKind, rec any, own int64) (waiting []late, kept bool) {
	kept = true
	k.Give(rec, r.customer)
	for _, f := range k.Fields {
		if f.Kind != model.KindRef || f.Of == customers.name {
			continue
		}
		old, _ := strconv.ParseInt(f.Get(&rec), 10, 64)
		now, known := r.now(f.Of, old)
		if f.Set(&rec, strconv.FormatInt(now, 10)); !known && old != 0 {
			waiting = append(waiting, late{k, rec, true, own, f, old})
			kept = kept && !f.Part
		}
	}
	for i := range waiting {
		waiting[i].kept = kept
	}
	return waiting, kept
}

func (r *restoring) now(record string, old int64) (int64, bool) {
	if now, ok := r.ids[record][old]; ok {
		return now, true
	}
	now, ok := r.loose[record][old]
	return now, ok
}

// relinkRow says which record here a row of Today is about, and whether it is
// there.
func (r *restoring) relinkRow(h *model.Handled) bool {
	record, at := h.Refers()
	if record == "" {
		return true
	}
	now, ok := r.now(record, *at)
	*at = now
	return ok
}

// joinLate joins customers' records with those of others, when everybody is
// here: the changes, and the receivables, of orders that went to another
// customer. What still isn't here is none.
func (w *write) joinLate(ctx context.Context) error {
	again := map[int64]bool{}
	for _, l := range w.late {
		now := w.restoredAs(l.field.Of, l.target)
		if now == 0 {
			continue
		}
		rec, t := l.rec, tables[l.kind.Record]
		var err error
		if l.kept {
			if rec, err = t.byID(ctx, w.tx, model.Identity(rec).ID); err != nil {
				return err
			}
		}
		l.field.Set(&rec, strconv.FormatInt(now, 10))
		if l.kept {
			_, err = t.update(ctx, w, &rec)
		} else {
			err = t.insertAs(ctx, w, &rec, l.id)
		}
		if err != nil {
			return err
		}
		again[now] = again[now] || l.field.Of == orders.name && l.kind.Record == receivables.name
	}
	for order, owed := range again {
		if !owed {
			continue
		}
		if err := w.recountOrder(ctx, order); err != nil {
			return err
		}
	}
	w.late, w.restored = nil, nil
	return nil
}

// restoredAs is the id here of a record of the file; 0 for none.
func (w *write) restoredAs(record string, old int64) int64 {
	for _, ids := range w.restored {
		if now := ids[record][old]; now != 0 {
			return now
		}
	}
	return 0
}
