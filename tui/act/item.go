package act

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// Item is what can be done with an item, what it asks for first.
func (a *Acts) Item(p *model.ProjectOf, it *model.ProjectItem) []kit.Action {
	w := a.words.OEM
	why := ""
	if it.Filled {
		why = w.FromOrder
	}
	tick := kit.Action{ID: "tick", Keys: []string{"space"}, Name: a.tickName(it), Hint: true, Menu: true, Why: why,
		Do: func() tea.Cmd { return a.Tick(p, it) }}
	progress := kit.Action{ID: "progress", Keys: []string{"%", "f5"}, Name: w.Progress, Hint: true, Menu: true,
		Why: why, Do: func() tea.Cmd { return a.Progress(it) }}
	block := kit.Action{ID: "block", Keys: []string{"b", "f6"}, Name: w.Block, Hint: true, Menu: true, Why: why,
		Do: func() tea.Cmd { return a.block(it) }}
	if it.State == model.ItemBlocked {
		block.Name, block.Do = w.Unblock, func() tea.Cmd { return a.unblock(it) }
	}
	skip := kit.Action{ID: "skip", Keys: []string{"-"}, Name: w.Skip, Menu: true, Why: why, Do: func() tea.Cmd { return a.skip(it) }}
	if it.State == model.ItemNA {
		skip.Name = w.Needed
	}
	first := []kit.Action{tick, progress, block, skip}
	switch {
	case it.State == model.ItemBlocked:
		first = []kit.Action{block, tick, progress, skip}
	case it.Kind == model.StepModule && !it.Over():
		first = []kit.Action{progress, tick, block, skip}
	}
	if it.Opens != "" && !it.Over() {
		first = append(first, kit.Action{ID: "tick.only", Name: a.words.Dossier.TickOnly, Menu: true, Why: why,
			Do: func() tea.Cmd { return a.tickOnly(it) }})
	}
	if it.Kind == model.StepDecision && it.State == model.ItemDone {
		first = append(first, kit.Action{ID: "decide", Name: w.DecideAgain, Menu: true, Do: func() tea.Cmd { return a.decide(p, it) }})
	}
	return append(first,
		kit.Action{ID: "edit", Keys: []string{"e", "f2"}, Name: w.EditItem, Hint: true, Menu: true, Do: func() tea.Cmd { return a.EditItem(it) }},
		kit.Action{ID: "item.up", Keys: []string{"ctrl+up"}, Name: w.MoveUp, Menu: true, Do: func() tea.Cmd { return a.moveItem(it, -1) }},
		kit.Action{ID: "item.down", Keys: []string{"ctrl+down"}, Name: w.MoveDown, Menu: true, Do: func() tea.Cmd { return a.moveItem(it, 1) }},
		kit.Action{ID: "item.remove", Keys: []string{"d", "delete"}, Name: w.RemoveItem, Menu: true, Do: func() tea.Cmd {
			return a.write(fmt.Sprintf(w.RemovedItem, a.title(it)), func(ctx context.Context) error { return a.store.RemoveStep(ctx, it.ID) })
		}},
	)
}

func (a *Acts) tickName(it *model.ProjectItem) string {
	w := a.words.OEM
	switch {
	case it.State == model.ItemDone:
		return w.Untick
	case it.State == model.ItemNA:
		return w.Needed
	case it.Kind == model.StepDecision:
		return w.Decide
	case it.Opens != "":
		return a.words.Dossier.FillIn
	}
	return w.Tick
}

// Tick says that an item is done, or that it isn't any more. One that settles
// something of the project asks for it while that isn't known; a decision asks
// for its answer.
func (a *Acts) Tick(p *model.ProjectOf, it *model.ProjectItem) tea.Cmd {
	w := a.words.OEM
	id, title := it.ID, a.title(it)
	switch {
	case it.State == model.ItemNA:
		return a.skip(it)
	case it.State == model.ItemDone:
		return a.write(fmt.Sprintf(w.Unticked, title), func(ctx context.Context) error {
			_, err := a.store.TickItem(ctx, id, "")
			return err
		})
	case it.Kind == model.StepDecision:
		return a.decide(p, it)
	case it.Opens != "":
		return a.fill(p, it)
	}
	if f, ok := model.ProjectFields.ByCode(it.Fills); ok && f.Get(&p.Project) == "" {
		return a.settle(p, it)
	}
	return a.tickOnly(it)
}

// settle asks for what an item finds out about its project.
func (a *Acts) settle(p *model.ProjectOf, it *model.ProjectItem) tea.Cmd {
	kept, id, title := p.Project, it.ID, a.title(it)
	env := a.fieldEnv(kept.Currency)
	list := ask.FieldsOf("project", model.ProjectFields, &kept, env, it.Fills)
	return kit.Open(a.ask(title+"  "+kept.Name, "project", list, func(ctx context.Context, values map[string]string) (string, error) {
		changed := kept
		if strings.TrimSpace(values[it.Fills]) == "" {
			return "", model.At(it.Fills, model.Refuse(model.RefusedRequired))
		}
		if err := ask.Take("project", model.ProjectFields, values, &changed, env); err != nil {
			return "", err
		}
		said := a.words.OEM.Ticked
		if it.Fills == model.FieldFeasible && changed.Feasible == model.AnswerNo {
			said = a.words.OEM.Blocked
		}
		return fmt.Sprintf(said, title), a.store.SettleItem(ctx, id, changed)
	}))
}

func (a *Acts) skip(it *model.ProjectItem) tea.Cmd {
	said := a.words.OEM.Skipped
	if it.State == model.ItemNA {
		said = a.words.OEM.NeededAgain
	}
	id := it.ID
	return a.write(fmt.Sprintf(said, a.title(it)), func(ctx context.Context) error {
		_, err := a.store.SkipItem(ctx, id, "")
		return err
	})
}

// Progress asks how far an item is. Digits can be typed at once; left empty it
// stays where it is and only the note is new.
func (a *Acts) Progress(it *model.ProjectItem) tea.Cmd {
	id, title, was := it.ID, a.title(it), it.Progress
	env := a.fieldEnv("")
	list := ask.FieldsOf("project_item", model.ProjectItemFields, &model.ProjectItem{}, env, "progress", "status")
	spec, _ := model.ProjectItemFields.ByCode("progress")
	list[0].Placeholder, list[0].MaxLen = fmt.Sprintf("%d%%", was), 5
	list[0].Check = func(text string) (string, string) {
		text = bare(text)
		if text == "" {
			return "", ""
		}
		if _, err := ask.Read("project_item", spec.Spec, text, env); err != nil {
			_, problem, _ := label.Problem("project_item", err, env.Lang)
			return "", problem
		}
		return "", ""
	}
	list[1].Placeholder = it.Status
	return kit.Open(a.ask(fmt.Sprintf(a.words.OEM.ProgressTitle, title), "project_item", list,
		func(ctx context.Context, values map[string]string) (string, error) {
			percent := was
			if text := bare(values["progress"]); text != "" {
				value, err := ask.Read("project_item", spec.Spec, text, env)
				if err != nil {
					return "", err
				}
				percent, _ = strconv.ParseInt(value, 10, 64) // "" is none
			}
			_, err := a.store.SetProgress(ctx, id, percent, values["status"])
			return fmt.Sprintf(a.words.OEM.ProgressSet, title, percent), err
		}))
}

// bare is a percentage without its sign.
func bare(text string) string {
	return strings.TrimSpace(strings.TrimRight(strings.TrimSpace(text), "%％ "))
}

func (a *Acts) block(it *model.ProjectItem) tea.Cmd {
	id, title := it.ID, a.title(it)
	list := ask.FieldsOf("project_item", model.ProjectItemFields, &model.ProjectItem{}, a.fieldEnv(""), "blocked_reason")
	return kit.Open(a.ask(fmt.Sprintf(a.words.OEM.BlockTitle, title), "project_item", list,
		func(ctx context.Context, values map[string]string) (string, error) {
			_, err := a.store.Block(ctx, id, values["blocked_reason"])
			return fmt.Sprintf(a.words.OEM.Blocked, title), err
		}))
}

func (a *Acts) unblock(it *model.ProjectItem) tea.Cmd {
	w := a.words.OEM
	id, title := it.ID, a.title(it)
	field := kit.Field{Code: "how", Label: w.How, Kind: kit.NoteField, Placeholder: a.words.Card.Optional, MaxLen: 2000}
	if it.Fills == model.FieldFeasible {
		field.Label, field.Placeholder = w.LetPass, ""
	}
	return kit.Open(a.ask(fmt.Sprintf(w.UnblockTitle, title), "project_item", []kit.Field{field},
		func(ctx context.Context, values map[string]string) (string, error) {
			_, err := a.store.Unblock(ctx, id, values["how"])
			return fmt.Sprintf(w.Unblocked, title), err
		}))
}

// decide asks for yes or no, and says what a no leads to.
func (a *Acts) decide(p *model.ProjectOf, it *model.ProjectItem) tea.Cmd {
	w := a.words.OEM
	id, title := it.ID, a.title(it)
	env := a.fieldEnv("")
	list := ask.FieldsOf("project_item", model.ProjectItemFields, &model.ProjectItem{}, env, "answer", "detail")
	list[0].Optional = false
	q := a.ask(title+"  "+p.Name, "project_item", list, func(ctx context.Context, values map[string]string) (string, error) {
		if values["answer"] == "" {
			return "", model.At("answer", model.Refuse(model.RefusedRequired))
		}
		_, err := a.store.Decide(ctx, id, values["answer"] == string(model.AnswerYes), values["detail"])
		return title + "  " + label.Option("project_item", "answer", values["answer"], a.words.Lang), err
	})
	if again := a.reopened(p, it); again != "" {
		round := p.Now.Round + 1
		q.Foot = func(width int) []string {
			text := fmt.Sprintf(w.NoReopens, again, label.Round(round, a.words.Lang))
			var lines []string
			for _, line := range kit.Wrap(text, width) {
				lines = append(lines, a.env.Styles.Warn.Render(line))
			}
			return lines
		}
	}
	return kit.Open(q)
}

// reopened is the stage that a no reopens.
func (a *Acts) reopened(p *model.ProjectOf, it *model.ProjectItem) string {
	for n := range p.Stages {
		if st := &p.Stages[n]; it.Reopens != 0 && st.Seq == it.Reopens {
			return label.Either(st.Name, st.NameEN, a.words.Lang)
		}
	}
	return ""
}

func (a *Acts) moveItem(it *model.ProjectItem, by int) tea.Cmd {
	id := it.ID
	return a.write(fmt.Sprintf(a.words.OEM.Moved, a.title(it)), func(ctx context.Context) error { return a.store.MoveStep(ctx, id, by) })
}
