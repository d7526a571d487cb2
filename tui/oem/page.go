package oem

import (
	"context"
	"errors"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/act"
)

// projectPage is one project: its checklist by stage, beside it what is known
// of it and its history; or its timeline.
type projectPage struct {
	s     *Screen
	id    int64
	want  int64 // the item to stand on when the load is in
	past  int64 // the item to go on from when the load has it done
	shown model.ProjectOf
	load  kit.Load[model.ProjectOf]

	table *kit.Table[line]
	facts *kit.Detail
	open  bool // the facts lie over the checklist

	drawn  *timeline
	asTime bool // the timeline is shown
	w, h   int
}

func newProjectPage(s *Screen, id, item int64) *projectPage {
	p := &projectPage{s: s, id: id, want: item, table: kit.NewTable[line](s.env, nil, ""), facts: kit.NewDetail(s.env)}
	p.drawn = &timeline{s: s}
	p.table.OnMove = func() tea.Cmd {
		p.past = 0
		p.fill()
		return nil
	}
	p.table.OnOpen = p.enter
	p.table.RowStyle = p.rowStyle
	return p
}

// Reload reads the project again.
func (p *projectPage) Reload() tea.Cmd {
	return p.load.Run(func(ctx context.Context) (model.ProjectOf, error) { return p.s.store.ProjectOf(ctx, p.id) })
}

// take shows what was read: the cursor stays on its item, or begins with the
// first one that is open.
func (p *projectPage) take(of model.ProjectOf, err error) tea.Cmd {
	switch {
	case errors.Is(err, model.ErrNotFound):
		return p.s.leave() // removed, or its adding was undone
	case err != nil:
		return p.s.failed(err)
	}
	was, kept := p.table.Selected()
	first := p.shown.ID == 0
	p.shown = of
	p.table.SetColumns(p.columns())
	p.table.SetAll(p.lines())
	p.drawn.set(&p.shown)
	switch {
	case p.want != 0 && p.table.KeepOn(func(l line) bool { return l.item != nil && l.item.ID == p.want }):
	case first || p.want != 0:
		p.begin()
	case kept:
		p.keep(was)
		p.goOn()
	}
	p.want = 0
	p.fill()
	return nil
}

// keep leaves the cursor on its item, or on the one of the next round, or on
// its stage.
func (p *projectPage) keep(was line) {
	if was.item != nil {
		if p.table.KeepOn(func(l line) bool { return l.item != nil && l.item.ID == was.item.ID }) {
			return
		}
		if p.table.KeepOn(func(l line) bool {
			return l.item != nil && l.item.StageID == was.item.StageID && l.item.Title == was.item.Title
		}) {
			return
		}
	}
	if was.item == nil {
		p.table.KeepOn(func(l line) bool { return l.item == nil && l.stageID == was.stageID })
	}
}

// ticked goes on to the next open item when this one is done: a list is gone
// through with one key.
func (p *projectPage) ticked(id int64, tick func() tea.Cmd) func() tea.Cmd {
	return func() tea.Cmd {
		p.past = id
		return tick()
	}
}

// goOn leaves an item that was just done for the next open one behind it; without
// one it stays.
func (p *projectPage) goOn() {
	l, ok := p.table.Selected()
	if !ok || l.item == nil || l.item.ID != p.past || !l.item.Over() {
		return
	}
	p.past = 0
	lines := p.lines()
	at := slices.IndexFunc(lines, func(o line) bool { return o.item != nil && o.item.ID == l.item.ID })
	for i := at + 1; i < len(lines); i++ {
		if o := lines[i]; o.item != nil && !o.item.Over() && !o.item.Filled {
			p.table.MoveTo(i)
			return
		}
	}
}

// SetSize lays the page out.
func (p *projectPage) SetSize(w, h int) {
	p.w, p.h = w, h
	p.arrange()
}

// The lines above the checklist and below it.
const (
	pageHead = 3
	pageFoot = 1
)

func (p *projectPage) spread() kit.Spread { return kit.Spread{W: p.w, H: max(p.h-pageHead, 0)} }

func (p *projectPage) arrange() {
	list, facts := p.spread().Boxes()
	p.table.SetColumns(p.columns())
	p.table.SetSize(list.W, max(list.H-pageFoot, 0))
	p.table.SetOrigin(list.X, pageHead)
	p.facts.SetSize(facts.W, facts.H)
	p.facts.SetOrigin(facts.X, pageHead)
	p.drawn.setSize(p.w, max(p.h-pageHead, 0))
	p.fill()
}

// Init reads the project.
func (p *projectPage) Init() tea.Cmd { return p.Reload() }

// Editing: what is typed here is typed into dialogs.
func (p *projectPage) Editing() bool { return false }

// Count: the tab has its own.
func (p *projectPage) Count() int { return 0 }

// Retranslate takes over another language or theme.
func (p *projectPage) Retranslate() { p.arrange() }

// Update takes what was read, then the keys.
func (p *projectPage) Update(msg tea.Msg) tea.Cmd {
	if of, err, ok := p.load.Take(msg); ok {
		return p.take(of, err)
	}
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		return p.key(msg)
	case tea.MouseMsg:
		return p.mouse(msg)
	}
	return nil
}

func (p *projectPage) key(msg tea.KeyPressMsg) tea.Cmd {
	if p.open && p.facts.Update(msg) {
		return nil
	}
	if cmd, done := kit.Dispatch(p.Actions(), msg); done {
		return cmd
	}
	if p.asTime {
		p.drawn.key(kit.KeyName(msg))
		return nil
	}
	if p.open {
		return nil
	}
	cmd, _ := p.table.Update(msg)
	return cmd
}

func (p *projectPage) mouse(msg tea.MouseMsg) tea.Cmd {
	if p.asTime {
		if wheel, ok := msg.(tea.MouseWheelMsg); ok {
			p.drawn.wheel(wheel)
		}
		return nil
	}
	if p.open || p.spread().Beside() {
		if p.facts.Update(msg) || p.open {
			return nil
		}
	}
	cmd, _ := p.table.Update(msg)
	return cmd
}

// Actions are the item's or the stage's, then the project's.
func (p *projectPage) Actions() []kit.Action {
	w := p.s.words.OEM
	back := kit.Action{ID: "close", Keys: []string{"esc", "q"}, Name: p.s.words.Keys.Back, Hint: true, Do: p.back}
	if p.asTime {
		return append([]kit.Action{back}, p.drawn.actions(p.toggleTime)...)
	}
	actions := []kit.Action{back}
	if p.shown.ID == 0 {
		return actions
	}
	if p.open {
		return append(actions, kit.Action{ID: "facts", Keys: []string{"tab"}, Name: w.NextPart, Hint: true})
	}
	actions = append(actions, kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Acts, Hint: true, Do: p.enter})
	actions = append(actions, p.lineActions()...)
	actions = append(actions, kit.Action{ID: "timeline", Keys: []string{"t", "f7"}, Name: w.Timeline, Hint: true, Do: p.toggleTime})
	facts := kit.Action{ID: "facts", Keys: []string{"tab"}, Name: w.Facts, Hint: !p.spread().Beside(), Do: p.showFacts}
	actions = append(actions, facts,
		kit.Action{ID: "stage.next", Keys: []string{"]"}, Name: w.NextStage, Do: func() tea.Cmd { return p.table.Jump(1, line.kind) }},
		kit.Action{ID: "stage.prev", Keys: []string{"["}, Name: w.PrevStage, Do: func() tea.Cmd { return p.table.Jump(-1, line.kind) }},
	)
	actions = append(actions, p.projectAction())
	for _, a := range p.projectActions() {
		if a.ID == "export.project" {
			a.Keys = []string{"x"}
		}
		actions = append(actions, a)
	}
	return actions
}

// lineActions are what can be done with the chosen item or stage.
func (p *projectPage) lineActions() []kit.Action {
	l, ok := p.table.Selected()
	if !ok {
		return nil
	}
	st := p.shown.Now.Stages[l.stage].ProjectStage
	if l.item == nil {
		return append(p.s.acts.Stage(&st, len(p.shown.Stages) == 1), p.s.acts.Adding(&st)...)
	}
	actions := p.s.acts.Item(&p.shown, l.item)
	for i := range actions {
		if actions[i].ID == "tick" && !l.item.Over() {
			actions[i].Do = p.ticked(l.item.ID, actions[i].Do)
		}
	}
	return append(actions, p.s.acts.Adding(&st)...)
}

// enter is the menu of the chosen line; the project's own is its last entry.
func (p *projectPage) enter() tea.Cmd {
	l, ok := p.table.Selected()
	if !ok {
		return nil
	}
	menu := kit.InMenu(p.lineActions())
	menu = append(menu, p.projectAction())
	title := p.s.stageName(&p.shown.Now.Stages[l.stage].StagePlan)
	if l.item != nil {
		title = label.Either(l.item.Title, l.item.TitleEN, p.s.words.Lang)
	}
	return kit.Open(kit.NewMenu(p.s.env, kit.Cut(title, 44), menu))
}

// projectAction leads to what can be done with the whole project.
func (p *projectPage) projectAction() kit.Action {
	return kit.Action{ID: "project", Keys: []string{"f3"}, Name: p.s.words.OEM.ProjectActs, Do: p.projectMenu}
}

// projectActions are what can be done with the project, and with its orders.
func (p *projectPage) projectActions() []kit.Action {
	actions := p.s.projectActions(p.shown.Project)
	if len(p.shown.Orders) == 0 {
		return actions
	}
	return slices.Insert(actions, 1, kit.Action{ID: "orders", Name: p.s.words.OEM.Orders, Menu: true, Do: func() tea.Cmd {
		return p.s.clerk.Pick(kit.Cut(p.shown.Name, 44), p.shown.Orders)
	}})
}

func (p *projectPage) projectMenu() tea.Cmd {
	menu := kit.InMenu(p.projectActions())
	menu = append(menu, kit.Action{ID: "timeline", Keys: []string{"t", "f7"}, Name: p.s.words.OEM.Timeline, Do: p.toggleTime})
	return kit.Open(kit.NewMenu(p.s.env, kit.Cut(p.shown.Name, 44), menu))
}

// showFacts lays what is known over the checklist, or goes on in it.
func (p *projectPage) showFacts() tea.Cmd {
	if p.spread().Beside() {
		p.facts.Update(tea.KeyPressMsg(tea.Key{Code: tea.KeyTab}))
		return nil
	}
	p.open = true
	p.facts.Top()
	return nil
}

// back goes from the timeline or the facts to the checklist, from there to the
// list.
func (p *projectPage) back() tea.Cmd {
	switch {
	case p.asTime:
		return p.toggleTime()
	case p.open:
		p.open = false
		return nil
	}
	return p.s.leave()
}

func (p *projectPage) toggleTime() tea.Cmd {
	p.asTime = !p.asTime
	return nil
}

// showTimeline opens a project with its timeline.
func (s *Screen) showTimeline(id int64) tea.Cmd {
	p := newProjectPage(s, id, 0)
	p.asTime = true
	return s.lay(p)
}

// View draws the page.
func (p *projectPage) View() (string, *tea.Cursor) {
	if p.shown.ID == 0 {
		return kit.FitBlock("", p.w, p.h), nil
	}
	body := ""
	if p.asTime {
		body = p.drawn.View()
	} else {
		list, _ := p.spread().Boxes()
		rows := kit.JoinV(p.table.View(), p.foot(list.W))
		body = p.spread().View(p.s.env, rows, p.facts.View(), p.open)
	}
	return kit.JoinV(append(p.head(), body)...), nil
}

// aim puts the target at the end of a line as far as there is room, with how far
// the plan goes past it.
func (p *projectPage) aim(line string) string {
	target, style := p.s.title("target_on")+" "+string(p.shown.TargetOn), p.s.env.Styles.Dim
	texts := []string{target}
	if late := p.shown.Now.After(p.shown.TargetOn); late > 0 {
		style = p.s.env.Styles.Late
		texts = []string{label.PastTarget(&p.shown.Now, p.shown.TargetOn, p.s.words.Lang), fmt.Sprintf("%s +%d", target, late)}
	}
	for _, text := range texts {
		if p.w-kit.Width(line)-kit.Width(text)-1 > 1 {
			return kit.Fit(line, p.w-kit.Width(text)-1) + style.Render(text) + " "
		}
	}
	return line
}

// head is whose project it is and how it stands.
func (p *projectPage) head() []string {
	st, l := p.s.env.Styles, p.s.words.Lang
	v := &p.shown.Now
	state := label.Option("project", "state", string(p.shown.State), l)
	if round := label.Round(v.Round, l); round != "" {
		state = round + "  " + state
	}
	name := kit.Cut(p.shown.Name, max(p.w*2/3, 10))
	first := " " + st.Title.Render(name) + "  "
	first += st.Row.Render(kit.Cut(p.shown.Customer, max(p.w-kit.Width(first)-kit.Width(state)-3, 0)))
	first = kit.Fit(first, max(p.w-kit.Width(state)-1, 0)) + st.Badge.Render(state) + " "

	second := " " + act.BarText(p.s.env, v.Stages, 2*len(v.Stages)+40 < p.w)
	if v.Current >= 0 {
		now := &v.Stages[v.Current]
		second += "   " + st.Strong.Render(p.s.stageName(&now.StagePlan)) + "  "
		days := label.StageDay(v.Days, now.StagePlan.Days, l)
		if overdue(*v) {
			days = st.Late.Render(days)
		}
		second += days
	}
	if p.shown.TargetOn != "" {
		second = p.aim(second)
	}
	if why := p.shown.StateWhy; why != "" && v.Current >= 0 && !p.shown.Works() {
		second = " " + st.Warn.Render(kit.Cut(state+": "+p.s.words.Note(why), p.w-2))
	}
	return []string{kit.Fit(first, p.w), kit.Fit(second, p.w), kit.Rule(p.s.env, p.w)}
}
