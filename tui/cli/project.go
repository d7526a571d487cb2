package cli

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// project finds the one project that a person means.
func (r *run) project(ctx context.Context, st model.Projects, text string) (model.Project, error) {
	p, err := st.ResolveProject(ctx, text)
	if errors.Is(err, model.ErrNotFound) {
		return p, r.missing(words.NoProject, model.Clean(text))
	}
	return p, err
}

// projectCandidates lists the projects that a text could mean.
func (r *run) projectCandidates(e *model.AmbiguousProjectError) string {
	var b strings.Builder
	b.WriteString(r.say(words.AmbiguousProject, e.Text) + "\n")
	t := table{indent: "  "}
	for _, p := range e.Projects {
		t.add(plain(fmt.Sprintf("#%d", p.ID)), plain(p.Name), plain(p.Lead), plain(label.Option("project", "state", string(p.State), r.lang)))
	}
	_ = t.write(&b) // a strings.Builder takes everything
	return strings.TrimRight(b.String(), "\n")
}

func (r *run) whoOwes(list []model.Owed) string {
	var all []string
	for _, o := range list {
		all = append(all, label.Owed(o, r.lang))
	}
	return strings.Join(all, r.say(words.ListSeparator))
}

// showProject prints a project: what is known of it, its checklist by stage,
// and its history.
func (r *run) showProject(p *model.ProjectOf) error {
	var b strings.Builder
	head := strong.Render(fmt.Sprintf("%s  #%d", model.Clean(p.Name), p.ID)) + "  " + p.Customer + "  " +
		label.Either(p.Template, p.TemplateEN, r.lang)
	b.WriteString(head + "\n")
	t := table{indent: "  "}
	for _, f := range model.ProjectFields {
		value := label.Settled(&p.Project, f.Code, r.lang)
		switch f.Code {
		case "name", "customer_id", "template_id", "currency", "stage_on":
			continue
		case "target_on":
			value = strings.TrimSpace(value + "  " + label.PastTarget(&p.Now, p.TargetOn, r.lang))
		case "stage":
			value = strings.TrimSpace(label.Stage(&p.Now, r.lang) + "  " + label.StageDays(&p.Now, r.lang) + "  " + r.whoOwes(p.Now.Owed))
		}
		if value != "" {
			t.add(styled(label.Field("project", f.Code, r.lang), &faint), plain(strings.ReplaceAll(value, "\n", "; ")))
		}
	}
	_ = t.write(&b) // a strings.Builder takes everything
	r.projectOrders(&b, p)
	for i := range p.Now.Stages {
		r.stageText(&b, &p.Now.Stages[i])
	}
	r.historyText(&b, p)
	return writeString(r.out, b.String())
}

// projectOrders writes the project's orders: how far each is, and its money.
func (r *run) projectOrders(b *strings.Builder, p *model.ProjectOf) {
	if len(p.Orders) == 0 {
		return
	}
	b.WriteString(strong.Render(r.say(words.ProjectOrders, len(p.Orders))) + "\n")
	field := func(code string) string { return label.Field(model.RowOfOrder, code, r.lang) }
	t := table{indent: "  ", right: map[int]bool{4: true, 5: true, 6: true}, head: []string{
		field("order_no"), field("status"), field("ordered_on"), field("promised_on"), field("total"), field("collected"),
		field("outstanding"), r.say(words.ColumnNext),
	}}
	for i := range p.Orders {
		o := &p.Orders[i]
		sum := func(n int64) cell { return plain(label.Amount(n, o.Currency)) }
		next := plain("")
		if o.NextNode != "" {
			next = plain(strings.TrimSpace(label.Node(o.NextNode, r.lang) + " " + string(o.NextOn)))
		}
		if o.NextLate > 0 {
			next.style = &late
		}
		t.add(plain(o.OrderNo), plain(label.OrderStatus(o.Status, r.lang)), plain(string(o.OrderedOn)), plain(string(o.PromisedOn)),
			sum(o.Total), sum(o.Collected), sum(o.Outstanding), next)
	}
	_ = t.write(b) // a strings.Builder takes everything
}

// stageText writes a stage and its items.
func (r *run) stageText(b *strings.Builder, st *model.StageView) {
	title := fmt.Sprintf("%d %s", st.Seq, label.Either(st.Name, st.NameEN, r.lang))
	if round := label.Round(st.Round, r.lang); round != "" {
		title += " " + round
	}
	b.WriteString(accent.Render(title) + "  " + label.Cell(st.Cell, r.lang) + fmt.Sprintf("  %d/%d\n", st.Done, st.Of))
	t := table{indent: "  "}
	for _, items := range [][]model.ProjectItem{st.Earlier, st.Items} {
		for i := range items {
			it := &items[i]
			if it.State == model.ItemNA {
				continue
			}
			t.add(r.itemCells(st, it)...)
		}
	}
	_ = t.write(b) // a strings.Builder takes everything
}

func (r *run) itemCells(st *model.StageView, it *model.ProjectItem) []cell {
	title := label.Either(it.Title, it.TitleEN, r.lang)
	if it.OrderNo != "" {
		title += " " + it.OrderNo
	}
	if it.Round < st.Round {
		title += fmt.Sprintf(" (%d)", max(it.Round, 1))
	}
	state := plain(label.Option("project_item", "state", string(it.State), r.lang))
	switch it.State {
	case model.ItemDone:
		state.style = &good
	case model.ItemBlocked:
		state.style = &late
	}
	progress := ""
	if it.Progress > 0 && it.Progress < 100 {
		progress = strconv.FormatInt(it.Progress, 10) + "%"
	}
	day := it.DoneOn
	if day == "" {
		day = it.PlannedOn
	}
	who := strings.TrimSpace(label.Option("project_item", "department", it.Department, r.lang) + " " + it.Person)
	answer := ""
	if it.Answer != "" {
		answer = label.Answer(it.Answer, r.lang)
	}
	var said []string
	for _, text := range []string{answer, it.Detail, it.Status, it.BlockedWhy} {
		if text != "" {
			said = append(said, strings.ReplaceAll(text, "\n", "; "))
		}
	}
	return []cell{plain(title), state, plain(progress), plain(string(day)), plain(who), plain(strings.Join(said, "; "))}
}

// historyText writes what was noted of the project and its items, the newest
// first.
func (r *run) historyText(b *strings.Builder, p *model.ProjectOf) {
	if len(p.Notes) == 0 {
		return
	}
	b.WriteString(strong.Render(r.say(words.ProjectHistory, len(p.Notes))) + "\n")
	t := table{indent: "  "}
	for i := range p.Notes {
		n := &p.Notes[i]
		title, progress := "", ""
		if _, it := p.Find(n.ItemID); it != nil {
			title = label.Either(it.Title, it.TitleEN, r.lang)
		}
		if n.Progress > 0 {
			progress = strconv.FormatInt(n.Progress, 10) + "%"
		}
		t.add(plain(string(n.NotedOn)), plain(title), plain(label.Option("item_note", "kind", string(n.Kind), r.lang)), plain(progress),
			plain(label.Round(n.Round, r.lang)), plain(strings.ReplaceAll(n.Text, "\n", "; ")))
	}
	_ = t.write(b) // a strings.Builder takes everything
}
