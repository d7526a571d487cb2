package cli

import (
	"context"
	"slices"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// agingLines are what an aging report can have its lines by.
var agingLines = []string{string(model.AgingByCustomer), string(model.AgingByBucket), string(model.AgingByMonth)}

func (r *run) reportCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "report KIND [flags]", Short: r.say(words.AboutReport), Long: r.say(words.LongReport),
		Example: r.say(words.ExampleReport),
		Args: func(_ *cobra.Command, args []string) error {
			var kinds []string
			for _, report := range model.Reports {
				kinds = append(kinds, report.Kind)
			}
			kinds = append(kinds, "aging", "statement", model.RowOfAccounts)
			if len(args) == 0 {
				return r.notOne("", kinds)
			}
			return r.notOne(args[0], kinds)
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	for _, report := range model.Reports {
		cmd.AddCommand(r.pageCommand(report.Kind, report.Period))
	}
	cmd.AddCommand(r.agingCommand(), r.statementCommand(), r.accountsCommand())
	return cmd
}

// agingOptions are what the flags of genjin report aging say.
type agingOptions struct {
	by, out       string
	force, asJSON bool
}

func (r *run) agingCommand() *cobra.Command {
	var o agingOptions
	cmd := &cobra.Command{
		Use: "aging [flags]", Short: r.say(words.AboutAging), Long: r.say(words.LongReport), Example: r.say(words.ExampleReport),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := r.oneOf(o.by, agingLines); err != nil {
				return err
			}
			if err := r.mayWrite(o.out, o.force, false); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.aging(cmd.Context(), st, o)
		},
	}
	cmd.Flags().StringVar(&o.by, "by", string(model.AgingByBucket), r.say(words.UseBy))
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UseAgingOut))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	completions(cmd, "by", agingLines)
	return cmd
}

func (r *run) aging(ctx context.Context, st model.Store, o agingOptions) error {
	a, err := st.Aging(ctx, model.AgingBy(o.by))
	if err != nil {
		return err
	}
	if o.out != "" {
		if err := st.ExportAging(ctx, o.out, a, r.lang.String()); err != nil {
			return err
		}
		r.wrote = o.out
	}
	switch {
	case o.asJSON:
		return r.array(func(add func(any) error) error {
			for i := range a.Lines {
				if err := add(model.AgingJSON(&a, &a.Lines[i])); err != nil {
					return err
				}
			}
			return nil
		})
	case o.out != "":
		return r.line(words.AgingOut, o.out)
	}
	return r.agingText(&a)
}

func (r *run) agingText(a *model.Aging) error {
	if len(a.Lines) == 0 {
		return r.line(words.AgingNothing, string(a.AsOf))
	}
	if err := writeString(r.out, strong.Render(r.say(words.AgingHead, r.wholeDay(a.AsOf)))+"\n"); err != nil {
		return err
	}
	t := table{right: map[int]bool{}, head: label.AgingHeaders(a, r.lang)}
	last := len(t.head) - 1
	notDue := last - a.Bucket.Len()
	for n := notDue; n <= last; n++ {
		t.right[n] = true
	}
	lines := append(slices.Clone(a.Lines), a.Totals...)
	for i, row := range label.AgingRows(a, r.lang, label.Grouped) {
		var cells []cell
		for n, text := range row {
			c := plain(text)
			switch {
			case n == last:
				c.style = &strong
			case n < last && n >= notDue && a.Bucket.IsPastDue(n-notDue) && lines[i].Buckets[n-notDue] > 0:
				c.style = &late
			}
			cells = append(cells, c)
		}
		t.add(cells...)
	}
	return t.write(r.out)
}
