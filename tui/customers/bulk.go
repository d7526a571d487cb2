package customers

import (
	"context"
	"errors"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// bulk is what can be done with the selected customers.
func (s *Screen) bulk(ids []int64) []kit.Action {
	w := s.words.Lists
	act := func(id, name string, do func([]int64) tea.Cmd) kit.Action {
		return kit.Action{ID: "bulk." + id, Name: name, Do: func() tea.Cmd { return do(ids) }}
	}
	menu := []kit.Action{
		act("grade", w.Regrade, s.bulkGrade),
		act("tag", w.AddTags, func(ids []int64) tea.Cmd { return s.bulkTags(ids, true) }),
		act("untag", w.RemoveTags, func(ids []int64) tea.Cmd { return s.bulkTags(ids, false) }),
		act("owner", w.SetOwner, func(ids []int64) tea.Cmd { return s.bulkAssign(ids, "owner", w.SetOwner) }),
		act("team", w.SetTeam, func(ids []int64) tea.Cmd { return s.bulkAssign(ids, "team", w.SetTeam) }),
		act("archive", w.ArchiveAll, func(ids []int64) tea.Cmd { return s.bulkArchive(ids, true) }),
	}
	if s.archived {
		menu[len(menu)-1] = act("unarchive", w.UnarchiveAll, func(ids []int64) tea.Cmd { return s.bulkArchive(ids, false) })
	}
	menu = append(menu, act("export", w.ExportAll, s.export))
	if len(ids) == 2 {
		menu = append(menu, act("merge", s.words.Merge.MergeSelected, func(ids []int64) tea.Cmd { return s.readMerging(ids[0], ids[1]) }))
	}
	return append(menu, s.handOver("bulk.handover", func() []int64 { return ids })...)
}

// run changes the customers in a command; many take a moment, during which a
// dialog says so and esc stops it, and then nothing is changed.
func (s *Screen) run(ids []int64, change func(context.Context) error) tea.Cmd {
	const many = 500
	said := fmt.Sprintf(s.words.Lists.Changed, len(ids))
	work := func(ctx context.Context) tea.Msg {
		if err := change(ctx); err != nil {
			return kit.Failed{Op: s.words.Lists.Bulk, Err: err}
		}
		return kit.Changed{Said: said}
	}
	if len(ids) < many {
		return func() tea.Msg { return work(context.Background()) }
	}
	return kit.Open(newWorking(s, fmt.Sprintf(s.words.Lists.Working, len(ids)), work))
}

func (s *Screen) bulkArchive(ids []int64, archived bool) tea.Cmd {
	return s.run(ids, func(ctx context.Context) error { return s.store.Archive(ctx, ids, archived) })
}

// graded is the answer of a regrade: it may ask for a reason.
type graded struct {
	prompt *gradePrompt
	err    error
}

// gradePrompt asks for a grade and, where it goes against the suggestion of
// any customer, for one reason that serves all.
type gradePrompt struct {
	*kit.Prompt
	screen *Screen
	ids    []int64
	busy   bool
}

func (s *Screen) bulkGrade(ids []int64) tea.Cmd {
	spec, _ := model.CustomerFields.ByCode("grade")
	field := ask.FieldOf("customer", spec.Spec, "", ask.FieldEnv{Lang: s.words.Lang, Today: s.today, Planned: s.words.Planned})
	reason := kit.Field{Code: "reason", Label: s.words.Card.Reason, MaxLen: 200, Placeholder: s.words.Card.Optional}
	p := &gradePrompt{screen: s, ids: ids}
	p.Prompt = kit.NewPrompt(s.env, fmt.Sprintf(s.words.Lists.BulkTitle, len(ids)), []kit.Field{field, reason}, p.submit)
	p.Form.OnCancel = func() tea.Cmd { return kit.Close(p, nil) }
	return kit.Open(p)
}

func (p *gradePrompt) submit(values map[string]string) tea.Cmd {
	if p.busy {
		return nil
	}
	p.busy = true
	return func() tea.Msg {
		return graded{p, p.screen.store.SetGrades(context.Background(), p.ids, model.Grade(values["grade"]), model.Clean(values["reason"]))}
	}
}

// Update takes the answer; the rest is the form's.
func (p *gradePrompt) Update(msg tea.Msg) tea.Cmd {
	g, ok := msg.(graded)
	if !ok {
		return p.Prompt.Update(msg)
	}
	if g.prompt != p {
		return nil
	}
	p.busy = false
	w := p.screen.words
	var fe *model.FieldError
	switch {
	case errors.As(g.err, &fe) && fe.Code == model.RefusedReason:
		_, problem, _ := label.Problem("customer", g.err, w.Lang)
		p.Form.SetError("reason", problem)
		return nil
	case g.err != nil:
		return kit.Fail(w.Lists.Regrade, g.err)
	}
	return kit.Close(p, kit.Cmd(kit.Changed{Said: fmt.Sprintf(w.Lists.Changed, len(p.ids))}))
}

// bulkTags asks for tags, as typed: VIP, 展会.
func (s *Screen) bulkTags(ids []int64, add bool) tea.Cmd {
	spec, _ := model.CustomerFields.ByCode("tags")
	title := s.words.Lists.RemoveTags
	if add {
		title = s.words.Lists.AddTags
	}
	return s.askValue(ids, spec.Spec, title, func(ctx context.Context, value string) error {
		tags := model.List(value).Items()
		if add {
			return s.store.TagCustomers(ctx, ids, tags, nil)
		}
		return s.store.TagCustomers(ctx, ids, nil, tags)
	})
}

func (s *Screen) bulkAssign(ids []int64, field, title string) tea.Cmd {
	spec, _ := model.CustomerFields.ByCode(field)
	return s.askValue(ids, spec.Spec, title, func(ctx context.Context, value string) error {
		return s.store.AssignCustomers(ctx, ids, field, value)
	})
}

// askValue asks for one value and gives it to the customers.
func (s *Screen) askValue(ids []int64, spec model.Spec, title string, change func(ctx context.Context, value string) error) tea.Cmd {
	env := ask.FieldEnv{Lang: s.words.Lang, Today: s.today}
	var p *kit.Prompt
	p = kit.NewPrompt(s.env, title+"  "+fmt.Sprintf(s.words.Lists.BulkTitle, len(ids)), []kit.Field{ask.FieldOf("customer", spec, "", env)},
		func(values map[string]string) tea.Cmd {
			value, err := ask.Read("customer", spec, values[spec.Code], env)
			if err != nil {
				_, problem, _ := label.Problem("customer", err, s.words.Lang)
				p.Form.SetError(spec.Code, problem)
				return nil
			}
			return kit.Close(p, s.run(ids, func(ctx context.Context) error { return change(ctx, value) }))
		})
	return kit.Open(p)
}
