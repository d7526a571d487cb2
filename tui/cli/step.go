package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// stepOptions are what the flags of genjin step say.
type stepOptions struct {
	act[model.NodeStep]
	plan   string
	undo   bool
	asJSON bool
}

func (r *run) stepCommand() *cobra.Command {
	var o stepOptions
	cmd := &cobra.Command{
		Use: "step ORDER NODE [flags]", Short: r.say(words.AboutStep), Long: r.say(words.LongStep), Example: r.say(words.ExampleStep),
		Args: r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			node, ok := label.ReadOption(model.RowOfNode, "node", args[1])
			accept := !ok && isAcceptance(args[1])
			if !ok && !accept {
				return r.wrong(words.BadNode, model.Clean(args[1]), r.nodeNames())
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			step := model.NodeStep{Node: model.Node(node)}
			if err := o.read(&step, st.Today(), "", nil); err != nil {
				return err
			}
			if step.By != "" && step.Node != model.NodeReview {
				return r.wrong(words.ApprovedByReason)
			}
			if accept {
				return r.accept(cmd.Context(), st, args[0], step.On, o)
			}
			return r.step(cmd.Context(), st, args[0], step, o)
		},
	}
	fs := cmd.Flags()
	o.act = newAct(r, cmd, model.RowOfOrder, model.NodeStepFields)
	fs.StringVar(&o.plan, "plan", "", r.say(words.UsePlanOn))
	fs.BoolVar(&o.undo, "undo", false, r.say(words.UseStepUndo))
	fs.BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// nodeNames are the nodes in words.
func (r *run) nodeNames() string {
	names := make([]string, len(model.Nodes))
	for i, n := range model.Nodes {
		names[i] = string(n)
		if name := label.Node(n, r.lang); name != names[i] {
			names[i] += " " + name
		}
	}
	return strings.Join(names, r.say(words.ListSeparator))
}

// step does what the flags ask for with a node of an order, and says how the
// order stands.
func (r *run) step(ctx context.Context, st model.Store, number string, step model.NodeStep, o stepOptions) error {
	kept, err := r.order(ctx, st, number)
	if err != nil {
		return err
	}
	before, err := st.OrderOf(ctx, kept.ID)
	if err != nil {
		return err
	}
	done := func(on model.Date) func() error { return func() error { return r.stepped(&before, step.Node, on) } }
	var used *model.NumberUse
	after, told := kept, func() error { return r.line(words.TakenBackNode, kept.OrderNo, label.Node(step.Node, r.lang)) }
	switch {
	case o.undo:
		after, err = st.UnstepNode(ctx, kept.ID, step.Node)
	case o.plan != "":
		var day model.Date
		if day, err = model.ParseDate(o.plan, st.Today(), model.Future); err != nil {
			return r.refused("", "--plan", err)
		}
		told = func() error {
			return r.line(words.PlannedNode, kept.OrderNo, label.Node(step.Node, r.lang), r.wholeDay(day))
		}
		after, err = st.PlanNode(ctx, kept.ID, step.Node, day, step.Note)
	case step.By != "":
		after, err = st.ApprovePrice(ctx, kept.ID, step.By, step.Reason)
		told = done(after.ApprovedOn)
	default:
		if step.On == "" {
			step.On = st.Today()
		}
		if used, err = st.UsedInvoice(ctx, step.InvoiceNo, 0, kept.ID); err != nil {
			return err
		}
		after, err = st.StepNode(ctx, kept.ID, step)
		told = done(step.On)
	}
	if err != nil {
		return r.ofOrder(err)
	}
	before.Status = after.Status
	if o.asJSON {
		r.sayUsed(r.Err, used)
		return r.printOrder(ctx, st, after.ID, true)
	}
	if err := told(); err != nil {
		return err
	}
	r.sayUsed(r.out, used)
	if after.NextNode == "" {
		return r.line(words.NextNodeNone)
	}
	return r.line(words.NextNode, strings.TrimSpace(label.Node(after.NextNode, r.lang)+" "+string(after.NextOn)))
}

// stepped says that a node of an order is done on a day and, where it was on
// another, on which; the order has its new status.
func (r *run) stepped(o *model.OrderDetail, node model.Node, on model.Date) error {
	sentence := r.say(words.SteppedOrder, o.OrderNo, label.Node(node, r.lang), string(on), label.OrderStatus(o.Status, r.lang))
	if was := o.Nodes.Of(node); was != nil && was.DoneOn != "" && was.DoneOn != on {
		sentence += r.say(words.DatedBefore, string(was.DoneOn), string(on))
	}
	return writeString(r.out, sentence+"\n")
}
