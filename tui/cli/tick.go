package cli

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// tickOptions are what the flags of genjin tick say of an item; only one of them
// is said at once, and without any the item is done.
type tickOptions struct {
	progress         int64
	note, on         string
	block            string
	unblock          bool
	skip, undo       bool
	yes, no, percent bool
	asJSON           bool
}

func (r *run) tickCommand() *cobra.Command {
	var o tickOptions
	cmd := &cobra.Command{
		Use: "tick PROJECT ITEM [flags]", Short: r.say(words.AboutTick), Long: r.say(words.LongTick), Example: r.say(words.ExampleTick),
		Args: r.between(2, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.oneAct(cmd); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			o.percent = cmd.Flags().Changed("progress")
			return r.tick(cmd.Context(), st, args[0], strings.Join(args[1:], " "), o)
		},
	}
	fs := cmd.Flags()
	fs.Int64Var(&o.progress, "progress", 0, r.say(words.UseTickProgress))
	fs.StringVar(&o.note, "note", "", r.say(words.UseTickNote))
	fs.StringVar(&o.on, "on", "", r.say(words.UseTickOn))
	fs.StringVar(&o.block, "block", "", r.say(words.UseTickBlock))
	fs.BoolVar(&o.unblock, "unblock", false, r.say(words.UseTickUnblock))
	fs.BoolVar(&o.skip, "skip", false, r.say(words.UseTickSkip))
	fs.BoolVar(&o.undo, "undo", false, r.say(words.UseTickUndo))
	fs.BoolVar(&o.yes, "yes", false, r.say(words.UseTickYes))
	fs.BoolVar(&o.no, "no", false, r.say(words.UseTickNo))
	fs.BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// tickActs are the flags of which one item takes one at once.
var tickActs = []string{"progress", "on", "block", "unblock", "skip", "undo", "yes", "no"}

// oneAct refuses two acts at once.
func (r *run) oneAct(cmd *cobra.Command) error {
	var said []string
	for _, name := range tickActs {
		if cmd.Flags().Changed(name) {
			said = append(said, "--"+name)
		}
	}
	if len(said) > 1 {
		return r.wrong(words.OneActOnly, strings.Join(said, r.say(words.ListSeparator)))
	}
	return nil
}

// tick does with an item of a project what the flags say, and says how the project
// stands.
func (r *run) tick(ctx context.Context, st model.Store, project, text string, o tickOptions) error {
	p, err := r.project(ctx, st, project)
	if err != nil {
		return err
	}
	of, err := st.ProjectOf(ctx, p.ID)
	if err != nil {
		return err
	}
	it, err := r.item(&of, text)
	if err != nil {
		return err
	}
	if err := r.onItem(ctx, st, &of, it, o); err != nil {
		return r.inWords("project_item", err)
	}
	if of, err = st.ProjectOf(ctx, p.ID); err != nil {
		return err
	}
	if o.asJSON {
		return r.json(model.ProjectOfJSON(&of))
	}
	_, now := of.Find(it.ID)
	state := label.Option("project_item", "state", string(now.State), r.lang)
	if now.Answer != "" {
		state = label.Answer(now.Answer, r.lang)
	}
	stands := strings.TrimSpace(label.Stage(&of.Now, r.lang) + " " + label.StageDays(&of.Now, r.lang))
	return r.line(words.TickedItem, label.Either(now.Title, now.TitleEN, r.lang), state, of.Name, stands)
}

// onItem is the act that the flags ask for.
func (r *run) onItem(ctx context.Context, st model.Store, of *model.ProjectOf, it *model.ProjectItem, o tickOptions) (err error) {
	var on model.Date
	if o.on != "" {
		if on, err = model.ParseDate(o.on, st.Today(), model.Past); err != nil {
			return r.refused("", "--on", err)
		}
	}
	fact, asks := model.ProjectFields.ByCode(it.Fills)
	switch {
	case it.Filled:
		return r.failed(words.FromItsOrder, it.OrderNo)
	case o.block != "":
		_, err = st.Block(ctx, it.ID, o.block)
	case o.unblock:
		_, err = st.Unblock(ctx, it.ID, o.note)
	case o.skip && it.State != model.ItemNA:
		_, err = st.SkipItem(ctx, it.ID, o.note)
	case o.undo && it.State == model.ItemNA:
		_, err = st.SkipItem(ctx, it.ID, o.note)
	case o.undo && it.State == model.ItemDone:
		_, err = st.TickItem(ctx, it.ID, "")
	case o.undo, o.skip:
		return model.Refuse(model.RefusedNothing)
	case o.percent:
		_, err = st.SetProgress(ctx, it.ID, o.progress, o.note)
	case o.yes, o.no:
		_, err = st.Decide(ctx, it.ID, o.yes, o.note)
	case it.Kind == model.StepDecision:
		return r.wrong(words.TickDecision, label.Either(it.Title, it.TitleEN, r.lang))
	case it.State == model.ItemDone && on == "":
		return r.failed(words.TickedAlready, label.Either(it.Title, it.TitleEN, r.lang), string(it.DoneOn))
	case asks && fact.Get(&of.Project) == "":
		return r.failed(words.TickAsks, label.Either(it.Title, it.TitleEN, r.lang), label.Field("project", it.Fills, r.lang), of.Name, it.Fills)
	default:
		_, err = st.TickItem(ctx, it.ID, on)
	}
	return err
}

// item is the one item of a project's latest round that a text means: by its title
// in either language, or by a part of it, an open one before one that is over.
func (r *run) item(of *model.ProjectOf, text string) (*model.ProjectItem, error) {
	text = strings.ToLower(model.Clean(text))
	var exact, open, over []*model.ProjectItem
	for n := range of.Now.Stages {
		items := of.Now.Stages[n].Items
		for i := range items {
			it := &items[i]
			names := []string{strings.ToLower(it.Title), strings.ToLower(it.TitleEN),
				strings.ToLower(strings.TrimSpace(it.Title + " " + it.OrderNo))}
			part := func(name string) bool { return strings.Contains(name, text) }
			switch {
			case slices.Contains(names, text):
				exact = append(exact, it)
			case !slices.ContainsFunc(names, part):
			case it.Over():
				over = append(over, it)
			default:
				open = append(open, it)
			}
		}
	}
	for _, found := range [][]*model.ProjectItem{exact, open, over} {
		if len(found) == 1 {
			return found[0], nil
		}
		if len(found) > 1 {
			return nil, r.failed(words.AmbiguousItem, text, r.titles(found))
		}
	}
	return nil, r.missing(words.NoItem, text, of.Name)
}

// titles are the names of items, in the person's language.
func (r *run) titles(items []*model.ProjectItem) string {
	var list []string
	for _, it := range items {
		list = append(list, strings.TrimSpace(label.Either(it.Title, it.TitleEN, r.lang)+" "+it.OrderNo))
	}
	return strings.Join(list, r.say(words.ListSeparator))
}
