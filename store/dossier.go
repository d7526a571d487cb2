package store

import (
	"context"
	"io"
	"slices"

	"genjin/model"
	"genjin/model/label"
	"genjin/store/files"
)

// The papers of customers, and what is kept in writing about them.
var (
	documents = newTable("document", model.DocumentFields)
)

// ListDocuments puts the papers of a list on a customer's card that aren't there
// yet, and answers how many those are. named says what one is called, of its
// Chinese and English names.
func (s *Store) ListDocuments(ctx context.Context, customer, template int64, named func(zh, en string) string) (added int, err error) {
	err = s.change(ctx, model.ActItem, "", func(w *write) error {
		t, err := templateTree(ctx, w.tx, template)
		if err != nil {
			return err
		}
		there, err := documents.query(ctx, w.tx, "WHERE customer_id = ? AND list = ?", customer, t.Ref())
		if err != nil {
			return err
		}
		for _, d := range t.Documents(customer, named) {
			if slices.ContainsFunc(there, func(o model.Document) bool { return o.Name == d.Name }) {
				continue
			}
			if err := d.Check(); err != nil {
				return err
			}
			if err := documents.insert(ctx, w, &d); err != nil {
				return err
			}
			added++
		}
		return nil
	})
	return added, err
}

// FillStep keeps a record that a step of a project asks for, and ticks the step
// off if the record is what it asks for; ticked says so.
func (s *Store) FillStep(ctx context.Context, it model.Item, step int64) (kept model.Item, ticked bool, err error) {
	t, err := kindOf(it.Record)
	if err != nil {
		return it, false, err
	}
	err = s.change(ctx, model.ActItem, "", func(w *write) error {
		if err := w.saveItem(ctx, t, &it); err != nil {
			return err
		}
		of, err := projectItems.byID(ctx, w.tx, step)
		if err != nil || of.Over() || !of.FilledBy(&it) {
			ticked = of.Over()
			return err
		}
		ticked, err = w.tickFilled(ctx, of)
		return err
	})
	return it, ticked, err
}

// filledSteps ticks the steps off that a record finishes which was kept just now:
// the first one that is open of each project that runs for the customer. was is
// the record as it stood before.
func (w *write) filledSteps(ctx context.Context, t *keptTable, was, is *model.Item) error {
	open, err := projectItems.query(ctx, w.tx, `WHERE customer_id = ? AND opens = ? AND state IN ('todo', 'doing') AND kind <> 'decision'
		AND round = (SELECT max(round) FROM project_item r WHERE r.stage_id = project_item.stage_id)
		AND (SELECT state FROM project WHERE project.id = project_id) = 'running'
		ORDER BY project_id, (SELECT seq FROM project_stage WHERE project_stage.id = stage_id), seq, id`, is.CustomerID, is.Record)
	if err != nil {
		return err
	}
	done := map[int64]bool{}
	for _, step := range open {
		filled := !done[step.ProjectID] && step.FilledBy(is)
		if t.kind.Tick == "" {
			filled = filled && !step.FilledBy(was)
		} else if filled = filled && is.Values[t.kind.Tick] != "" && was.Values[t.kind.Tick] == ""; filled {
			all, err := t.items(ctx, w.tx, "WHERE customer_id = ?", is.CustomerID)
			if err != nil {
				return err
			}
			filled = step.CompletedBy(all)
		}
		if !filled {
			continue
		}
		if done[step.ProjectID], err = w.tickFilled(ctx, step); err != nil {
			return err
		}
	}
	return nil
}

// tickFilled ticks a step off, unless a gate before it isn't passed.
func (w *write) tickFilled(ctx context.Context, step model.ProjectItem) (bool, error) {
	t, err := projectTree(ctx, w.tx, step.ProjectID)
	if err != nil {
		return false, err
	}
	_, it := t.Find(step.ID)
	if it == nil || barred(&t, it, w.today) != nil {
		return false, nil
	}
	if err := w.tick(ctx, &t, it, ""); err != nil {
		return false, err
	}
	return true, w.recountProject(ctx, t.ID)
}

// dossierWriter prints a paper of the dossier of one customer.
func (s *Store) dossierWriter(ctx context.Context, e model.Export, lang label.Lang) (int, func(io.Writer) error, error) {
	if len(e.IDs) != 1 {
		return 0, nil, model.ErrNotFound
	}
	d := files.Dossier{Kind: e.Kind, Lang: lang, Today: s.today()}
	var err error
	if d.Customer, err = s.Customer(ctx, e.IDs[0]); err != nil {
		return 0, nil, err
	}
	if d.Settings, err = s.Settings(ctx); err != nil {
		return 0, nil, err
	}
	record, purpose := documents.name, model.ForDocuments
	if e.Kind == model.ExportMinutes {
		record, purpose = "minutes", model.ForMinutes
	}
	if d.Headings, err = s.headings(ctx, purpose, lang); err != nil {
		return 0, nil, err
	}
	if d.List, err = s.Items(ctx, record, d.Customer.ID); err != nil {
		return 0, nil, err
	}
	return len(d.List), d.WriteHTML, nil
}

// headings are the stages in which the steps of the templates of a purpose stand,
// by what records call the template and by the step's title in either language. A
// template of one stage needs no headings.
func (s *Store) headings(ctx context.Context, of model.Purpose, lang label.Lang) (map[string]map[string]string, error) {
	all, err := s.Templates(ctx, of)
	stages := map[string]map[string]string{}
	for _, t := range all {
		tree, err := s.Template(ctx, t.ID)
		if err != nil {
			return nil, err
		}
		if len(tree.Stages) < 2 {
			continue
		}
		titles := map[string]string{}
		for _, st := range tree.Stages {
			for _, step := range st.Steps {
				titles[step.Title] = label.Either(st.Name, st.NameEN, lang)
				titles[step.TitleEN] = titles[step.Title]
			}
		}
		stages[t.Ref()] = titles
	}
	return stages, err
}

// readPapers reads the documents and contracts that expire by a day's lead, and
// weren't given back.
func (s *Store) readPapers(ctx context.Context, f *model.Facts, until model.Date) error {
	rows, err := s.db.QueryContext(ctx, `SELECT 'document', id, customer_id, name, expires_on FROM document
		WHERE expires_on <> '' AND expires_on <= ?1 AND returned_on = ''
		UNION ALL SELECT 'contract', id, customer_id, number, expires_on FROM contract WHERE expires_on <> '' AND expires_on <= ?1
		ORDER BY 5, 1, 2`, until.AddDays(model.PaperLead))
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		var p model.Paper
		if err := rows.Scan(&p.Record, &p.ID, &p.CustomerID, &p.Name, &p.ExpiresOn); err != nil {
			return err
		}
		f.Papers = append(f.Papers, p)
	}
	return rows.Err()
}
