package store

import (
	"context"
	"slices"

	"genjin/model"
)

// foreseeKept plans what a file changes of an order that is there: nothing,
// unless duplicates are to be updated. What was confirmed changes by an order
// change only.
func (p *plan) foreseeKept(ctx context.Context, t *target, planned plannedOrder, kept model.Order, note string,
	rows []model.PreviewRow) error {
	for k := range rows {
		rows[k].Result = model.ResultUnchanged
	}
	rows[0].Inferred = ""
	if kept.CustomerID != t.id {
		owner, err := customers.byID(ctx, p.db, kept.CustomerID)
		if err != nil {
			return err
		}
		return model.At("customer_id", model.Refuse(model.RefusedDiffers, t.card.Name, owner.Name))
	}
	if p.preview.Policy != model.DuplicateUpdate {
		return nil
	}
	return p.foreseeChange(ctx, t, planned, kept, note, rows)
}

// foreseeChange plans the values, the lines and the nodes that a file gives an
// order that is there.
func (p *plan) foreseeChange(ctx context.Context, t *target, planned plannedOrder, kept model.Order, note string,
	rows []model.PreviewRow) error {
	edited, row := kept, &rows[0]
	for _, code := range planned.from.Given {
		f, _ := model.OrderFields.ByCode(code)
		if value := f.Get(&planned.order); !f.Kept && code != "customer_id" && value != f.Get(&kept) {
			f.Set(&edited, value)
			row.Changes = append(row.Changes, model.FieldChange{Field: code, Before: f.Get(&kept), After: value})
		}
	}
	change, err := p.tieOf(ctx, &planned, &edited, note)
	if err != nil {
		return err
	}
	row.Changes = append(row.Changes, change...)
	if err := edited.MayEdit(&kept); err != nil {
		return err
	}
	lines, nodes, err := p.ofOrder(ctx, &kept)
	if err != nil {
		return err
	}
	before := model.LinesText(lines)
	if after := model.LinesText(planned.lines); len(planned.lines) > 0 && before != after {
		if kept.Status == model.OrderCancelled || kept.Status.Binding() {
			return model.Refuse(model.RefusedConfirmed)
		}
		planned.setLines = true
		for i := range min(len(lines), len(planned.lines)) {
			planned.lines[i].ID = lines[i].ID
		}
		row.Changes = append(row.Changes, model.FieldChange{Field: "lines", Before: before, After: after})
	} else {
		planned.lines = lines
	}
	planned.steps = p.newSteps(planned.from, nodes, edited)
	for _, st := range planned.steps {
		row.Changes = append(row.Changes, model.FieldChange{Record: model.RowOfNode, Field: string(st.Node),
			Before: string(nodes.Of(st.Node).DoneOn), After: string(st.On)})
	}
	after, err := model.Rehearse(edited, nodes, slices.Clone(planned.lines), planned.steps, false, p.settings, p.today)
	if err == nil {
		err = after.Check()
	}
	if err != nil {
		return err
	}
	if stated := planned.from.Stated; stated != "" && stated != after.Status {
		row.Order = &model.OrderNote{Stated: stated, Now: after.Status}
	}
	if len(row.Changes) > 0 {
		row.Result, planned.order = model.ResultUpdated, edited
		t.orders = append(t.orders, planned)
	}
	return nil
}

// ofOrder are the lines and nodes of an order that is there.
func (p *plan) ofOrder(ctx context.Context, o *model.Order) ([]model.OrderLine, model.OrderNodes, error) {
	lines, err := orderLines.query(ctx, p.db, "WHERE order_id = ? ORDER BY seq, id", o.ID)
	if err != nil {
		return nil, nil, err
	}
	kept, err := orderNodes.query(ctx, p.db, "WHERE order_id = ?", o.ID)
	return lines, model.NodesOf(o, kept), err
}

// newSteps are the nodes that the file says are done and that aren't, or on
// another day.
func (p *plan) newSteps(po *model.ProposedOrder, nodes model.OrderNodes, o model.Order) []model.NodeStep {
	var steps []model.NodeStep
	for _, st := range po.Steps(p.limitReason(&o)) {
		done := nodes.Of(st.Node).DoneOn
		guessed := po.Inferred.Has(model.DayField(st.Node)) || po.Inferred.Has(string(st.Node))
		if done == "" || done != st.On && !guessed {
			steps = append(steps, st)
		}
	}
	return steps
}

// importChange writes what a file changes of an order that is there.
func (w *write) importChange(ctx context.Context, planned *plannedOrder) error {
	edited := planned.order
	if err := w.saveOrder(ctx, &edited); err != nil {
		return err
	}
	h, err := w.takeOrder(ctx, edited.ID)
	if err != nil {
		return err
	}
	if planned.setLines {
		if err := w.setLines(ctx, h, planned.lines); err != nil {
			return err
		}
		if err := w.putOrder(ctx, h); err != nil {
			return err
		}
	}
	return w.stepNodes(ctx, h, planned.steps)
}

// product decides on a row of a list of products: one is known by its code.
func (p *plan) product(ctx context.Context, i int) error {
	prop := &p.preview.Proposals[i]
	row := model.PreviewRow{Sheet: prop.Sheet, Row: prop.Row, Record: model.RowOfProduct, Name: prop.Product.Product.Code,
		Result: model.ResultNew, Proposal: i, Entry: -1, Err: prop.Err}
	if row.Err == nil {
		err := p.foreseeProduct(ctx, prop.Product, &row)
		if err != nil && !isRefusal(err) {
			return err
		}
		row.Err = err
	}
	if row.Err != nil {
		row.Result, row.Changes = model.ResultRefused, nil
	}
	p.rows = append(p.rows, row)
	return nil
}

func (p *plan) foreseeProduct(ctx context.Context, given *model.ProposedProduct, row *model.PreviewRow) error {
	at := slices.IndexFunc(p.products, func(k model.Product) bool { return k.Code == given.Product.Code })
	kept, err := productByCode(ctx, p.db, given.Product.Code)
	if err != nil && !isNotFound(err) {
		return err
	}
	if at >= 0 {
		kept = p.products[at] // as an earlier row of the file leaves it
	}
	planned, wrong := p.pricedProduct(given, kept.Currency, &row.Inferred)
	switch {
	case wrong != nil:
		return wrong
	case err != nil && at < 0:
		planned.Complete(p.settings)
		if err := planned.Check(); err != nil {
			return err
		}
		p.products = append(p.products, planned)
		return nil
	}
	if p.preview.Policy == model.DuplicateNew {
		return model.At("code", model.Refuse(model.RefusedTaken, planned.Code))
	}
	row.Result = model.ResultUnchanged
	if p.preview.Policy != model.DuplicateUpdate {
		return nil
	}
	if err := model.KeepsMoney(model.ProductFields, &kept, &planned); err != nil {
		return err
	}
	edited := kept
	for _, code := range given.Given {
		f, _ := model.ProductFields.ByCode(code)
		if value := f.Get(&planned); value != f.Get(&kept) {
			f.Set(&edited, value)
			row.Changes = append(row.Changes, model.FieldChange{Field: code, Before: f.Get(&kept), After: value})
		}
	}
	if err := edited.Check(); err != nil || len(row.Changes) == 0 {
		return err
	}
	row.Result = model.ResultUpdated
	if at >= 0 {
		p.products[at] = edited
	} else {
		p.products = append(p.products, edited)
	}
	return nil
}

// addProducts writes the products of a file.
func (w *write) addProducts(ctx context.Context, list []model.Product) error {
	for i := range list {
		write := w.addProduct
		if list[i].ID != 0 {
			write = w.saveProduct
		}
		if err := write(ctx, &list[i]); err != nil {
			return err
		}
	}
	return nil
}
