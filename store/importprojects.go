package store

import (
	"context"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// plannedProject is a project that an import adds, or changes.
type plannedProject struct {
	tree model.ProjectTree
	had  bool // it is there already
}

// taker takes one form into a project.
type taker struct {
	plan  *plan
	prop  *model.ProposedProject
	to    *plannedProject
	fresh bool
	row   model.PreviewRow // what all rows of the form have in common
}

// project decides on a progress form: a project that isn't there is made from
// the template whose steps fit best; one that is there is left, or, where that
// was asked for, gets the values that aren't empty.
func (p *plan) project(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := p.preview.Proposals[i].Project
	if prop == nil {
		return nil
	}
	common := model.PreviewRow{
		Sheet: customer.Sheet, Row: prop.Row, CustomerID: customer.CustomerID, Name: customer.Name, Known: customer.Known, Proposal: i, Entry: -1,
		Record: model.RowOfProject, Title: prop.Project.Name,
	}
	err := prop.Err
	if err == nil && t == nil {
		err = customer.Err
	}
	if err != nil {
		common.Result, common.Err = model.ResultRefused, err
		p.rows = append(p.rows, common)
		return nil
	}
	if err := p.priceProject(t, prop); err != nil {
		common.Result, common.Err = model.ResultRefused, err
		p.rows = append(p.rows, common)
		return nil
	}
	kept, err := p.projectThere(ctx, t, prop)
	if err != nil {
		return err
	}
	k := taker{plan: p, prop: prop, to: kept, row: common, fresh: kept == nil}
	switch {
	case kept == nil:
		if k.to, err = p.newProject(ctx, prop); err != nil {
			common.Result, common.Err = model.ResultRefused, err
			p.rows = append(p.rows, common)
			return nil
		}
	case p.preview.Policy != model.DuplicateUpdate && kept.had:
		k.leave()
		return nil
	}
	k.take()
	if k.fresh || !slices.Contains(t.projects, k.to) {
		t.projects = append(t.projects, k.to)
	}
	return nil
}

// projectThere finds the project that a form means among those of the
// customer, by name; nil for a new one.
func (p *plan) projectThere(ctx context.Context, t *target, prop *model.ProposedProject) (*plannedProject, error) {
	same := func(name string) bool { return sameName(name, prop.Project.Name) }
	for _, planned := range t.projects {
		if same(planned.tree.Name) {
			return planned, nil
		}
	}
	if t.id == 0 || p.preview.Policy == model.DuplicateNew {
		return nil, nil
	}
	theirs, err := projects.query(ctx, p.db, "WHERE customer_id = ? ORDER BY id", t.id)
	if err != nil {
		return nil, err
	}
	for _, one := range theirs {
		if same(one.Name) {
			tree, err := projectTree(ctx, p.db, one.ID)
			return &plannedProject{tree: tree, had: true}, err
		}
	}
	return nil, nil
}

func sameName(a, b string) bool { return bareName(a) == bareName(b) }

func bareName(s string) string {
	return strings.ToLower(strings.ReplaceAll(model.HalfWidth(model.Clean(s)), " ", ""))
}

// newProject is a project as the form's template makes it.
func (p *plan) newProject(ctx context.Context, prop *model.ProposedProject) (*plannedProject, error) {
	all, err := templatesFor(ctx, p.db, model.ForProjects)
	if err != nil {
		return nil, err
	}
	var best model.TemplateTree
	most := 0
	for _, one := range all {
		named := prop.Template != "" && (sameName(one.Name, prop.Template) || sameName(one.NameEN, prop.Template))
		if prop.Template != "" && !named {
			continue
		}
		tree, err := templateTree(ctx, p.db, one.ID)
		if err != nil {
			return nil, err
		}
		if fit := tree.Fit(prop.Steps); fit > most || named {
			best, most = tree, fit
		}
	}
	if prop.Template != "" && best.ID == 0 {
		return nil, model.At("template_id", model.Refuse(model.RefusedOption, prop.Template))
	}
	project := prop.Project
	project.TemplateID = best.ID
	return &plannedProject{tree: best.Copy(&project, p.today)}, nil
}

// leave says that a project is there and stays as it is.
func (k *taker) leave() {
	k.row.Result = model.ResultUnchanged
	k.plan.rows = append(k.plan.rows, k.row)
	for n := range k.prop.Steps {
		row := k.stepRow(n)
		row.Result = model.ResultUnchanged
		if row.Err = k.prop.Steps[n].Err; row.Err != nil {
			row.Result = model.ResultRefused
		}
		k.plan.rows = append(k.plan.rows, row)
	}
}

func (k *taker) stepRow(n int) model.PreviewRow {
	row := k.row
	row.Record, row.Row, row.Entry, row.Title = model.RowOfStep, k.prop.Steps[n].Row, n, k.prop.Steps[n].Item.Title
	row.Changes, row.Inferred, row.Err = nil, "", nil
	return row
}

// take seats the form's rows in the project and gives it their values.
func (k *taker) take() {
	tree := &k.to.tree
	before := tree.Project
	if !k.fresh {
		for _, code := range k.prop.Given {
			f, _ := model.ProjectFields.ByCode(code)
			if v := f.Get(&k.prop.Project); v != "" && code != "name" && !f.Kept {
				f.Set(&tree.Project, v)
			}
		}
	}
	at := len(k.plan.rows)
	k.plan.rows = append(k.plan.rows, k.row)
	seats := tree.SeatRows(k.prop.Steps)
	touched := map[*model.ProjectItem]bool{}
	for n := range seats {
		for _, i := range seats[n].Items {
			touched[&tree.Stages[seats[n].Stage].Items[i]] = true
		}
	}
	for n := range seats {
		k.plan.rows = append(k.plan.rows, k.step(n, seats[n]))
	}
	if k.fresh {
		k.settle(touched)
	}
	tree.ReopenRefused()
	row := &k.plan.rows[at]
	row.Result = model.ResultNew
	if k.to.had {
		row.Result = model.ResultUnchanged
		for _, code := range model.ProjectFields.Diff(&before, &tree.Project) {
			f, _ := model.ProjectFields.ByCode(code)
			row.Changes = append(row.Changes, model.FieldChange{Field: code, Before: f.Get(&before), After: f.Get(&tree.Project)})
		}
	}
	if row.Err = k.check(); row.Err != nil {
		row.Result = model.ResultRefused
		return
	}
	changed := slices.ContainsFunc(k.plan.rows[at:], func(r model.PreviewRow) bool {
		return r.Result == model.ResultNew || r.Result == model.ResultUpdated
	})
	if k.to.had && (changed || len(row.Changes) > 0) {
		row.Result = model.ResultUpdated
	}
}

// check refuses a project that can't be kept.
func (k *taker) check() error {
	p := k.to.tree.Project
	p.CustomerID = max(p.CustomerID, 1) // not known yet for a new customer, and required
	if p.State == "" {
		p.State = model.ProjectRunning
	}
	return p.Check()
}

// step takes one row of the form.
func (k *taker) step(n int, seat model.Seat) model.PreviewRow {
	row, st := k.stepRow(n), &k.prop.Steps[n]
	row.Result, row.Inferred = model.ResultNew, st.Inferred
	if row.Err = st.Err; row.Err != nil {
		row.Result = model.ResultRefused
		return row
	}
	project := k.to.tree.Project
	var changed []model.FieldChange
	var items []model.ProjectItem
	for _, i := range seat.Items {
		before := k.to.tree.Stages[seat.Stage].Items[i]
		it := before
		if row.Err = k.apply(&project, &it, st); row.Err != nil {
			row.Result = model.ResultRefused
			return row
		}
		for _, code := range model.ProjectItemFields.Diff(&before, &it) {
			f, _ := model.ProjectItemFields.ByCode(code)
			changed = append(changed, model.FieldChange{Field: code, Before: f.Get(&before), After: f.Get(&it)})
		}
		items = append(items, it)
	}
	k.to.tree.Project = project
	for n, i := range seat.Items {
		k.to.tree.Stages[seat.Stage].Items[i] = items[n]
	}
	switch {
	case !k.to.had || seat.New:
	case len(changed) == 0:
		row.Result = model.ResultUnchanged
	default:
		row.Result, row.Changes = model.ResultUpdated, changed
	}
	return row
}

// apply gives an item what a row says of it, and the project what the item
// settles.
func (k *taker) apply(p *model.Project, it *model.ProjectItem, st *model.ProposedStep) error {
	for _, code := range st.Given {
		f, _ := model.ProjectItemFields.ByCode(code)
		if code == "title" || f.Get(&st.Item) == "" && code != "progress" {
			continue
		}
		f.Set(it, f.Get(&st.Item))
	}
	if st.Item.Status != "" {
		it.Status = st.Item.Status
	}
	if it.OrderNo == "" {
		it.OrderNo = st.Item.OrderNo
	}
	it.Round = max(it.Round, st.Item.Round, 1)
	if st.Item.State != "" && (k.fresh || st.Item.State != model.ItemTodo) {
		it.State = st.Item.State
		it.Progress, it.DoneOn, it.BlockedOn, it.BlockedWhy = st.Item.Progress, st.Item.DoneOn, st.Item.BlockedOn, st.Item.BlockedWhy
	}
	if it.Fact == model.FactOrdered && it.State != model.ItemDone && it.Detail != "" {
		orderedOn(it, k.plan.today)
	}
	if it.Kind == model.StepDecision && it.State == model.ItemDone {
		it.Answer, it.Detail = label.ReadAnswer(it.Detail)
	}
	if it.Fills != "" {
		if err := k.settleField(p, it, st); err != nil {
			return err
		}
	}
	it.Complete(k.plan.today)
	check := *it
	check.ProjectID, check.CustomerID, check.StageID = max(it.ProjectID, 1), max(it.CustomerID, 1), max(it.StageID, 1)
	return check.Check(k.plan.today)
}

// settleField gives the project what a row says of the field that its step
// settles; what the labels above the table say of it goes before. A detail that
// says no more than the field does isn't kept twice.
func (k *taker) settleField(p *model.Project, it *model.ProjectItem, st *model.ProposedStep) error {
	if err := label.Settle(p, it.Fills, st.Item.Detail); err != nil {
		return model.InCell(st.At["detail"], err)
	}
	for _, code := range k.prop.Given {
		f, _ := model.ProjectFields.ByCode(code)
		f.Set(p, f.Get(&k.prop.Project))
	}
	for _, lang := range []label.Lang{label.ZH, label.EN} {
		if it.Detail == label.Settled(p, it.Fills, lang) {
			it.Detail = ""
		}
	}
	return nil
}

// orderedOn reads the day of an order from what is written beside it.
func orderedOn(it *model.ProjectItem, today model.Date) {
	if day, err := model.ParseDate(it.Detail, today, model.Past); err == nil && day != "" && day <= today {
		it.State, it.DoneOn, it.Detail = model.ItemDone, day, ""
	}
}

// settle finishes a new project: template items that the form lacks aren't
// needed, and it began when the first thing was done.
func (k *taker) settle(touched map[*model.ProjectItem]bool) {
	tree := &k.to.tree
	var first model.Date
	for n := range tree.Stages {
		for i := range tree.Stages[n].Items {
			it := &tree.Stages[n].Items[i]
			if !touched[it] {
				it.State = model.ItemNA
			}
			if it.DoneOn != "" && (first == "" || it.DoneOn < first) {
				first = it.DoneOn
			}
		}
	}
	if tree.StartedOn == "" && tree.TargetOn == "" {
		tree.StartedOn = first
	}
}

// keepProjects writes the projects that an import adds to a customer, or
// changes.
func (w *write) keepProjects(ctx context.Context, t *target) error {
	for _, planned := range t.projects {
		tree := &planned.tree
		tree.CustomerID = t.id
		if !planned.had {
			if err := w.addProject(ctx, tree); err != nil {
				return err
			}
			continue
		}
		if err := w.keepTree(ctx, tree); err != nil {
			return err
		}
	}
	return nil
}

// keepTree writes what was changed of a project, its stages and items.
func (w *write) keepTree(ctx context.Context, t *model.ProjectTree) error {
	for n := range t.Stages {
		st := &t.Stages[n]
		st.ProjectID, st.CustomerID = t.ID, t.CustomerID
		if err := keep(ctx, w, projectStages, &st.ProjectStage); err != nil {
			return err
		}
		for i := range st.Items {
			it := &st.Items[i]
			it.ProjectID, it.CustomerID, it.StageID = t.ID, t.CustomerID, st.ID
			if err := w.keepItem(ctx, it); err != nil {
				return err
			}
		}
	}
	t.Recount(w.today)
	_, err := projects.update(ctx, w, &t.Project)
	return err
}
