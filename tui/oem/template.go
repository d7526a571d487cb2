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
		parts = append(parts, name("opens")+" "+label.Opening(s, l))
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

// Init reads the template.
func (p *templatePage) Init() tea.Cmd { return p.Reload() }

// Editing: what is typed here is typed into dialogs.
func (p *templatePage) Editing() bool { return false }

// Count: the tab has its own.
func (p *templatePage) Count() int { return 0 }

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
	actions := []kit.Action{{ID: "close", Keys: []string{"esc", "q"}, Name: p.s.words.Keys.Back, Hint: true, Do: p.s.leave}}
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
