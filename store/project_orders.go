package store

import (
	"context"
	"maps"
	"slices"

	"genjin/model"
)

// tellsProjects are the records from which the items of projects are filled.
var tellsProjects = []string{"customer_order", "order_node", "receivable", "allocation", "credit", "dunning"}

// refillProjects brings the projects of the customers whose orders or money
// this act changed in line with them; undo takes it back with the act.
func (w *write) refillProjects(ctx context.Context) error {
	if len(w.billed) == 0 {
		return nil
	}
	who := jsonList(slices.Sorted(maps.Keys(w.billed)))
	clear(w.billed)
	rows, err := w.tx.QueryContext(ctx, `SELECT id FROM project WHERE id IN (
		SELECT project_id FROM customer_order WHERE project_id <> 0 AND customer_id IN (SELECT value FROM json_each(?1))
		UNION ALL SELECT project_id FROM project_item WHERE filled = 1 AND customer_id IN (SELECT value FROM json_each(?1)))`, who)
	if err != nil {
		return err
	}
	ids, err := scanIDs(rows)
	if err != nil {
		return err
	}
	for _, id := range ids {
		facts, err := w.orderFacts(ctx, id)
		if err != nil {
			return err
		}
		if err := w.fillProject(ctx, id, facts); err != nil {
			return err
		}
	}
	return nil
}

// orderFacts is what a project's orders say. An order that isn't billed whole
// yet isn't paid before all of it is.
func (w *write) orderFacts(ctx context.Context, project int64) ([]model.OrderFacts, error) {
	rows, err := w.tx.QueryContext(ctx, `SELECT o.id, o.order_no, o.status IN ('cancelled', 'quote', 'reserved'),
		o.ordered_on, o.confirmed_on, o.shipped_on, o.received_on, o.reconciled_on, o.invoiced_on,
		CASE WHEN o.billed < o.total THEN o.total ELSE coalesce((SELECT sum(amount - settled + paid) FROM receivable
		WHERE order_id = o.id), 0) END,
		coalesce((SELECT sum(paid) FROM receivable WHERE order_id = o.id), 0),
		coalesce((SELECT max(a.allocated_on) FROM allocation a JOIN receivable r ON r.id = a.receivable_id WHERE r.order_id = o.id
		AND a.reversed_on = ''), ''),
		coalesce((SELECT min(d.chased_on) FROM dunning d JOIN receivable r ON r.id = d.receivable_id WHERE r.order_id = o.id
		AND d.chased_on < r.due_on), ''),
		coalesce((SELECT min(d.chased_on) FROM dunning d JOIN receivable r ON r.id = d.receivable_id WHERE r.order_id = o.id
		AND r.due_on <> '' AND d.chased_on >= r.due_on), '')
		FROM customer_order o WHERE o.project_id = ? ORDER BY o.ordered_on, o.id`, project)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var facts []model.OrderFacts
	var ids []int64
	for rows.Next() {
		var o model.OrderFacts
		var id int64
		if err := rows.Scan(&id, &o.OrderNo, &o.Cancelled, &o.OrderedOn, &o.ConfirmedOn, &o.ShippedOn, &o.ReceivedOn,
			&o.ReconciledOn, &o.InvoicedOn,
			&o.Due, &o.Collected, &o.CollectedOn, &o.RemindedOn, &o.ChasedOn); err != nil {
			return nil, err
		}
		facts, ids = append(facts, o), append(ids, id)
	}
	if err := rows.Err(); err != nil {
		return nil, err
	}
	for i, id := range ids {
		owed, err := receivables.query(ctx, w.tx, "WHERE order_id = ? AND order_id <> 0 AND due_on <> ''", id)
		if err != nil {
			return nil, err
		}
		for _, r := range owed {
			facts[i].DueDates = append(facts[i].DueDates, r.DueOn)
		}
	}
	return facts, nil
}
