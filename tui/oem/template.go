package oem

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/ask"
)

// templatePage is one template with its stages and steps, to be looked at and,
// unless it came with the program, to be changed. Every change is kept at once
// and can be undone.
type templatePage struct {
	s     *Screen
	id    int64
	tree  model.TemplateTree
	load  kit.Load[model.TemplateTree]
	table *kit.Table[templateLine]
	w, h  int
}

// templateLine is a stage, or a step of it.
type templateLine struct{ stage, step int } // step -1: the stage itself

func newTemplatePage(s *Screen, id int64) *templatePage {
	p := &templatePage{s: s, id: id, table: kit.NewTable[templateLine](s.env, nil, "")}
	p.table.OnOpen = p.enter
	p.table.RowStyle = func(l templateLine) *lipgloss.Style {
		if l.step < 0 {
			return &s.env.Styles.Strong
		}
		return nil
	}
	return p
}

// Reload reads the template again.
func (p *templatePage) Reload() tea.Cmd {
	return p.load.Run(func(ctx context.Context) (model.TemplateTree, error) { return p.s.store.Template(ctx, p.id) })
}

func (p *templatePage) take(tree model.TemplateTree, err error) tea.Cmd {
	switch {
	case errors.Is(err, model.ErrNotFound):
		return p.s.leave()
	case err != nil:
		return p.s.failed(err)
	}
	was, kept := p.table.Selected()
	id := p.idOf(was)
	p.tree = tree
	var lines []templateLine
	for n := range p.tree.Stages {
		lines = append(lines, templateLine{n, -1})
		for i := range p.tree.Stages[n].Steps {
			lines = append(lines, templateLine{n, i})
		}
	}
	p.table.SetColumns(p.columns())
	p.table.SetAll(lines)
	if kept {
		p.table.KeepOn(func(l templateLine) bool { return p.idOf(l) == id })
	}
	return nil
}

// idOf tells a line from the others: a step by its id, a stage by the negative
// of its.
func (p *templatePage) idOf(l templateLine) int64 {
	switch {
	case l.stage >= len(p.tree.Stages):
		return 0
	case l.step < 0:
		return -p.tree.Stages[l.stage].ID
	case l.step >= len(p.tree.Stages[l.stage].Steps):
		return 0
	}
	return p.tree.Stages[l.stage].Steps[l.step].ID
}

func (p *templatePage) columns() []kit.Column[templateLine] {
	w := p.s.words.OEM
	plan := func(of func(*model.StepPlan) string) func(templateLine) string {
		return func(l templateLine) string {
			if l.step < 0 {
				return ""
			}
			return of(&p.tree.Stages[l.stage].Steps[l.step].StepPlan)
		}
	}
	list := []kit.Column[templateLine]{{Code: "title", Title: w.Item, Min: 20, Weight: 3, Cell: p.title}}
	switch p.tree.Purpose {
	case model.ForDocuments:
		return append(list, p.paperColumns()...)
	case model.ForMinutes:
		return list
	}
	return append(list, []kit.Column[templateLine]{
		{Code: "who", Title: label.Field("project_item", "department", p.s.words.Lang), Min: w.WhoWidth, Max: 14,
			Cell: plan(func(s *model.StepPlan) string {
				return label.Option("template_step", "department", s.Department, p.s.words.Lang)
			})},
		{Code: "kind", Title: label.Field("project_item", "kind", p.s.words.Lang), Min: 12, Max: 26, Weight: 2, Cell: plan(p.kind)},
		{Code: "more", Title: w.Details, Min: 14, Weight: 3, Drop: 1, Cell: plan(p.more), Style: func(templateLine) *lipgloss.Style {
			return &p.s.env.Styles.Dim
		}},
		{Code: "days", Title: w.Days, Min: max(5, kit.Width(w.Days)), Right: true, Cell: func(l templateLine) string {
			if st := &p.tree.Stages[l.stage]; l.step < 0 && st.Days > 0 {
				return strconv.FormatInt(st.Days, 10)
			}
			return ""
		}},
	}...)
}

// paperColumns are what a list of documents says of one.
func (p *templatePage) paperColumns() (list []kit.Column[templateLine]) {
	for _, code := range []string{"required", "form", "copies"} {
		f, _ := model.TemplateStepFields.ByCode(code)
		title := label.Field("template_step", code, p.s.words.Lang)
		list = append(list, kit.Column[templateLine]{Code: code, Title: title, Min: max(8, kit.Width(title)), Cell: func(l templateLine) string {
			if l.step < 0 {
				return ""
			}
			return p.s.words.Show("template_step", f.Spec, f.Get(&p.tree.Stages[l.stage].Steps[l.step]), "")
		}})
	}
	return list
}

func (p *templatePage) title(l templateLine) string {
	st := &p.tree.Stages[l.stage]
	if l.step < 0 {
		name := p.s.stageName(&st.StagePlan)
		if st.Gate {
			name += "  [" + label.Field("template_stage", "gate", p.s.words.Lang) + "]"
		}
		return name
	}
	step := &st.Steps[l.step]
	return "  " + label.Either(step.Title, step.TitleEN, p.s.words.Lang)
}

// kind is how a step is finished.
func (p *templatePage) kind(s *model.StepPlan) string {
	l := p.s.words.Lang
	text := label.Option("template_step", "kind", string(s.Kind), l)
	if s.Fact != "" {
		text += ": " + label.Option("template_step", "fact", string(s.Fact), l)
	}
	return text
}

// more is what else a step says: when it is there, what a no reopens, who is
// waited for, what it leaves in writing.
func (p *templatePage) more(s *model.StepPlan) string {
	l := p.s.words.Lang
	var parts []string
	name := func(code string) string { return label.Field("template_step", code, l) }
	if s.Condition != "" {
		parts = append(parts, label.Condition(s.Condition, l))
	}
	if s.Reopens > 0 && int(s.Reopens) <= len(p.tree.Stages) {
		parts = append(parts, name("reopens")+" "+p.s.stageName(&p.tree.Stages[s.Reopens-1].StagePlan))
	}
	if s.Waits {
		parts = append(parts, name("waits"))
	}
	if s.Told {
		parts = append(parts, name("told"))
	}
	if s.Opens != "" {
		parts = append(parts, name("opens")+" "+label.Record(s.Opens, l))
	}
	if s.Document != "" {
		parts = append(parts, s.Document)
	}
	return strings.Join(parts, "  ")
}

// SetSize lays the page out.
func (p *templatePage) SetSize(w, h int) {
	p.w, p.h = w, h
	p.table.SetColumns(p.columns())
	p.table.SetSize(w, max(h-templateHead, 0))
	p.table.SetOrigin(0, templateHead)
}

// Retranslate takes over another language or theme.
func (p *templatePage) Retranslate() { p.table.SetColumns(p.columns()) }

// templateHead is the lines above the steps.
const templateHead = 2

// Update takes what was read, then the keys.
func (p *templatePage) Update(msg tea.Msg) tea.Cmd {
	if tree, err, ok := p.load.Take(msg); ok {
		return p.take(tree, err)
	}
	switch msg := msg.(type) {
	case copied:
		return p.s.lay(newTemplatePage(p.s, msg.id))
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(p.Actions(), msg); done {
			return cmd
		}
	case tea.MouseMsg:
	default:
		return nil
	}
	cmd, _ := p.table.Update(msg)
	return cmd
}

// View draws the page.
func (p *templatePage) View() (string, *tea.Cursor) {
	st, w := p.s.env.Styles, p.s.words.OEM
	from := w.OwnTemplate
	if p.tree.BuiltIn {
		from = w.BuiltIn + "  " + w.CopyFirst
	}
	head := " " + st.Title.Render(p.s.templateName(p.tree)) + "  " + st.Dim.Render(from+"  "+fmt.Sprintf(w.MadeFrom, p.tree.Projects))
	return kit.JoinV(kit.Fit(head, p.w), kit.Rule(p.s.env, p.w), p.table.View()), nil
}

// Actions are the chosen line's, then the template's.
func (p *templatePage) Actions() []kit.Action {
	w, why := p.s.words.OEM, p.s.lockedWhy(p.tree)
	actions := []kit.Action{{ID: "close", Keys: []string{"esc", "q", "ctrl+q"}, Name: p.s.words.Keys.Back, Hint: true, Do: p.s.leave}}
	l, ok := p.table.Selected()
	if !ok {
		return actions
	}
	edit, remove, whyRemove := w.EditItem, w.RemoveItem, why
	if l.step < 0 {
		edit, remove = w.EditStage, w.RemoveStage
		if len(p.tree.Stages) == 1 && why == "" {
			whyRemove = w.OnlyStage
		}
	}
	actions = append(actions,
		kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Acts, Hint: true, Do: p.enter},
		kit.Action{ID: "edit", Keys: []string{"e", "f2"}, Name: edit, Hint: true, Menu: true, Why: why, Do: func() tea.Cmd { return p.edit(l) }},
		kit.Action{ID: "item.new", Keys: []string{"n", "ctrl+n"}, Name: w.AddItem, Hint: true, Menu: true, Why: why,
			Do: func() tea.Cmd { return p.addStep(l.stage) }},
		kit.Action{ID: "stage.new", Keys: []string{"a"}, Name: w.AddStage, Hint: true, Menu: true, Why: why,
			Do: func() tea.Cmd { return p.addStage(l.stage) }},
		kit.Action{ID: "up", Keys: []string{"ctrl+up"}, Name: w.MoveUp, Menu: true, Why: why, Do: func() tea.Cmd { return p.move(l, -1) }},
		kit.Action{ID: "down", Keys: []string{"ctrl+down"}, Name: w.MoveDown, Menu: true, Why: why, Do: func() tea.Cmd { return p.move(l, 1) }},
		kit.Action{ID: "remove", Keys: []string{"d", "delete"}, Name: remove, Menu: true, Why: whyRemove,
			Do: func() tea.Cmd { return p.remove(l) }},
	)
	whole := p.s.templateActions(p.tree)
	for i := range whole {
		if whole[i].ID == "template.remove" {
			whole[i].Keys = nil // the key takes a line out here
		}
	}
	if p.tree.Purpose != model.ForProjects {
		return append(actions, whole...)
	}
	brief := kit.Action{ID: "template.brief", Name: w.Brief, Menu: true, Why: why, Do: func() tea.Cmd { return p.s.askBrief(p.tree) }}
	return append(append(actions, whole...), brief)
}

// enter is the menu of all that; a template that can't be changed offers its
// copy first.
func (p *templatePage) enter() tea.Cmd {
	menu := kit.InMenu(p.Actions())
	if p.tree.BuiltIn {
		slices.SortStableFunc(menu, func(a, b kit.Action) int { return len(a.Why) - len(b.Why) })
	}
	return kit.Open(kit.NewMenu(p.s.env, p.s.templateName(p.tree), menu))
}

// change keeps a changed copy of the template.
func (p *templatePage) change(said string, do func(*model.TemplateTree)) tea.Cmd {
	tree := cloned(p.tree)
	do(&tree)
	return kit.Write(said, func(ctx context.Context) error {
		_, err := p.s.store.SaveTemplate(ctx, tree)
		return err
	})
}

func cloned(t model.TemplateTree) model.TemplateTree {
	t.Stages = slices.Clone(t.Stages)
	for i := range t.Stages {
		t.Stages[i].Steps = slices.Clone(t.Stages[i].Steps)
	}
	return t
}

func (p *templatePage) move(l templateLine, by int) tea.Cmd {
	said := fmt.Sprintf(p.s.words.OEM.Moved, strings.TrimSpace(p.title(l)))
	return p.change(said, func(t *model.TemplateTree) {
		if l.step < 0 {
			swap(t.Stages, l.stage, l.stage+by)
		} else {
			swap(t.Stages[l.stage].Steps, l.step, l.step+by)
		}
	})
}

// swap changes the places of two entries, if there are both.
func swap[T any](list []T, i, k int) {
	if k >= 0 && k < len(list) {
		list[i], list[k] = list[k], list[i]
	}
}

func (p *templatePage) remove(l templateLine) tea.Cmd {
	w := p.s.words.OEM
	name := strings.TrimSpace(p.title(l))
	if l.step < 0 {
		return p.change(fmt.Sprintf(w.RemovedStage, name), func(t *model.TemplateTree) { t.Stages = slices.Delete(t.Stages, l.stage, l.stage+1) })
	}
	return p.change(fmt.Sprintf(w.RemovedItem, name), func(t *model.TemplateTree) {
		st := &t.Stages[l.stage]
		st.Steps = slices.Delete(st.Steps, l.step, l.step+1)
	})
}

// The fields of the forms, in the order of use.
var (
	templateStep = map[model.Purpose][]string{
		model.ForProjects: {"title", "title_en", "department", "kind", "condition", "fact", "fills", "reopens",
			"waits", "told", "per_order", "document", "form_row", "opens", "opens_with"},
		model.ForDocuments: {"title", "title_en", "required", "form", "copies"},
		model.ForMinutes:   {"title", "title_en"},
	}
	templateStage = map[model.Purpose][]string{
		model.ForProjects:  {"name", "name_en", "days", "gate", "phase", "phase_en"},
		model.ForDocuments: {"name", "name_en"},
		model.ForMinutes:   {"name", "name_en"},
	}
)

func (p *templatePage) edit(l templateLine) tea.Cmd {
	w := p.s.words.OEM
	if l.step < 0 {
		st := p.tree.Stages[l.stage].TemplateStage
		return p.stageForm(fmt.Sprintf(w.EditStageTitle, p.s.stageName(&st.StagePlan)), p.draft("stage/%d", st.ID),
			st, func(t *model.TemplateTree, st model.TemplateStage) {
				t.Stages[l.stage].TemplateStage = st
			})
	}
	step := p.tree.Stages[l.stage].Steps[l.step]
	return p.stepForm(fmt.Sprintf(w.EditItemTitle, strings.TrimSpace(p.title(l))), p.draft("step/%d", step.ID),
		step, func(t *model.TemplateTree, step model.TemplateStep) {
			t.Stages[l.stage].Steps[l.step] = step
		})
}

func (p *templatePage) addStage(after int) tea.Cmd {
	title := fmt.Sprintf(p.s.words.OEM.AddStageTitle, p.s.stageName(&p.tree.Stages[after].StagePlan))
	return p.stageForm(title, p.draft("stage/new/%d", p.tree.Stages[after].ID), model.TemplateStage{},
		func(t *model.TemplateTree, st model.TemplateStage) {
			t.Stages = slices.Insert(t.Stages, after+1, model.StageTree{TemplateStage: st})
		})
}

func (p *templatePage) addStep(stage int) tea.Cmd {
	title := fmt.Sprintf(p.s.words.OEM.AddItemTitle, p.s.stageName(&p.tree.Stages[stage].StagePlan))
	return p.stepForm(title, p.draft("step/new/%d", p.tree.Stages[stage].ID),
		model.TemplateStep{StepPlan: model.StepPlan{Kind: model.StepPlain}}, func(t *model.TemplateTree, step model.TemplateStep) {
			t.Stages[stage].Steps = append(t.Stages[stage].Steps, step)
		})
}

func (p *templatePage) stageForm(title, draft string, st model.TemplateStage, put func(*model.TemplateTree, model.TemplateStage)) tea.Cmd {
	return templateForm(p, title, "template_stage", draft, model.TemplateStageFields, st, templateStage[p.tree.Purpose],
		func(st model.TemplateStage) string { return st.Name }, put)
}

func (p *templatePage) stepForm(title, draft string, step model.TemplateStep, put func(*model.TemplateTree, model.TemplateStep)) tea.Cmd {
	return templateForm(p, title, "template_step", draft, model.TemplateStepFields, step, templateStep[p.tree.Purpose],
		func(step model.TemplateStep) string { return step.Title }, put)
}

// draft is the name of a draft of the template's.
func (p *templatePage) draft(of string, id int64) string {
	return fmt.Sprintf("template/%d/"+of, p.id, id)
}

// templateForm is the form of a part of the template; put sets it in its
// place.
func templateForm[T any](p *templatePage, title, record, draft string, table model.Fields[T], part T, codes []string,
	name func(T) string, put func(*model.TemplateTree, T)) tea.Cmd {
	env, tree := p.s.fieldEnv(), p.tree
	list := act.WithCondition(ask.FieldsOf(record, table, &part, env, codes...), record, env)
	e := ask.NewEditor(p.s.env, p.s.words, p.s.store, title, record, draft, list)
	e.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
		changed, t := part, cloned(tree)
		if err := act.ReadCondition(values); err != nil {
			return ask.Done{}, err
		}
		if err := ask.Take(record, table, values, &changed, env); err != nil {
			return ask.Done{}, err
		}
		put(&t, changed)
		return p.s.keepTemplate(ctx, t, name(changed))
	}
	return kit.Open(e)
}
