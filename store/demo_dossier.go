package store

import (
	"context"

	"genjin/model"
	"genjin/model/sample"
)

// demoDossiers gives the first companies of a sample made-up dossiers.
func (w *write) demoDossiers(ctx context.Context) error {
	rows, err := w.tx.QueryContext(ctx, "SELECT id FROM customer WHERE kind = 'company' AND archived = 0 ORDER BY id LIMIT 20")
	if err != nil {
		return err
	}
	who, err := scanIDs(rows)
	if err != nil {
		return err
	}
	for i, d := range sample.Dossiers(w.today) {
		if i >= len(who) {
			return nil
		}
		if err := w.demoDossier(ctx, who[i], d); err != nil {
			return err
		}
	}
	return nil
}

func (w *write) demoDossier(ctx context.Context, customer int64, d sample.Dossier) error {
	zh := func(zh, _ string) string { return zh }
	keep := func(record string, on model.Date, rec any) error {
		model.Identity(rec).CreatedAt = demoInstant(on)
		return tables[record].insertAs(ctx, w, &rec, 0)
	}
	if d.List != "" {
		t, err := w.builtIn(ctx, d.List)
		if err != nil {
			return err
		}
		for i, paper := range t.Documents(customer, zh) {
			if i < d.Received {
				paper.ReceivedOn, paper.ExpiresOn, paper.Place = w.today.AddDays(i-20), d.Expiry(i, w.today), "A柜03盒"
			}
			if err := keep("document", w.today.AddDays(-21), &paper); err != nil {
				return err
			}
		}
	}
	for _, l := range d.Lookups {
		l.CustomerID = customer
		if err := keep("lookup", l.CheckedOn, &l); err != nil {
			return err
		}
	}
	for _, c := range d.Contracts {
		c.CustomerID = customer
		if err := keep("contract", c.SignedOn, &c); err != nil {
			return err
		}
	}
	for _, m := range d.Minutes {
		t, err := w.builtIn(ctx, m.Template)
		if err != nil {
			return err
		}
		asked := t.Questions(zh).List()
		for i, text := range m.Answers {
			asked[i].Text = text
		}
		m.CustomerID, m.Minutes.Answers = customer, model.AnswersOf(asked)
		if err := keep("minutes", m.HeldOn, &m.Minutes); err != nil {
			return err
		}
	}
	return nil
}

// builtIn is the built-in template of a code.
func (w *write) builtIn(ctx context.Context, code string) (model.TemplateTree, error) {
	var id int64
	if err := w.tx.QueryRowContext(ctx, "SELECT id FROM template WHERE code = ? AND built_in = 1", code).Scan(&id); err != nil {
		return model.TemplateTree{}, err
	}
	return templateTree(ctx, w.tx, id)
}
