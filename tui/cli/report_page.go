package cli

import (
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// pageOptions are what the flags of a report say.
type pageOptions struct {
	from, to, out string
	force, asJSON bool
	carry         bool // the targets of the period before are set first
	textOptions
}

// pageCommand is genjin report daily and its like: a page of figures of a span,
// which is the period of today unless a month, a quarter, a day or two dates
// are given.
func (r *run) pageCommand(kind string, p model.Period) *cobra.Command {
	var o pageOptions
	cmd := &cobra.Command{
		Use: kind + " [PERIOD] [flags]", Short: label.ReportName(kind, p, r.lang), Long: r.say(words.LongPage),
		Example: r.say(words.ExamplePage), Args: r.between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.mayWrite(o.out, o.force, o.fills()); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			p, span, err := r.spanOf(p, args, o, st.Today())
			if err != nil {
				return err
			}
			return r.page(cmd.Context(), st, kind, p, span, o)
		},
	}
	cmd.Flags().StringVar(&o.from, "from", "", r.say(words.UseFrom))
	cmd.Flags().StringVar(&o.to, "to", "", r.say(words.UseTo))
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UsePageOut))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	r.textFlags(cmd, &o.textOptions)
	if kind == model.ReportPlan {
		cmd.Flags().BoolVar(&o.carry, "carry", false, r.say(words.UseCarry))
	}
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// spanOf is the span that a report is of.
func (r *run) spanOf(p model.Period, args []string, o pageOptions, today model.Date) (model.Period, model.Span, error) {
	switch {
	case o.from != "" || o.to != "":
		from, to, err := r.period(o.from, o.to, today)
		span := model.Span{First: from, Last: to}
		return model.PeriodBetween(span), span, err
	case len(args) == 0:
		return p, p.Of(today), nil
	}
	if d, err := model.ParseDate(args[0], today, model.Past); err == nil && d != "" {
		return p, p.Of(d), nil
	}
	named, span, err := model.ParsePeriod(args[0], today)
	return named, span, r.refused("", "PERIOD", err)
}

func (r *run) page(ctx context.Context, st model.Store, kind string, p model.Period, span model.Span, o pageOptions) error {
	if o.carry {
		if err := r.carryTargets(ctx, st, p, span, o.asJSON); err != nil {
			return err
		}
	}
	page, err := st.Report(ctx, kind, p, span)
	if err != nil {
		return err
	}
	if o.asked() {
		return r.pageText(ctx, st, kind, &page, o)
	}
	if o.out != "" {
		if err := st.ExportReport(ctx, o.out, kind, page, r.lang.String()); err != nil {
			return err
		}
		r.wrote = o.out
	}
	switch {
	case o.asJSON:
		return r.json(model.PageJSON(kind, &page))
	case o.out != "":
		return r.line(words.PageOut, o.out)
	}
	if page.IsNothing() {
		if own, ok := words.PageEmpty[kind]; ok {
			return r.line(words.PageIsEmpty, label.ReportTitle(&page, r.lang), r.say(own))
		}
		return r.line(words.PageNothing, label.ReportTitle(&page, r.lang))
	}
	for i, s := range label.Sheets(&page, r.lang) {
		if len(s.Rows) == 0 && i > 0 {
			continue
		}
		t := table{head: s.Head, right: map[int]bool{}}
		for n := 1; n < len(s.Head); n++ {
			t.right[n] = true
		}
		for _, row := range s.Rows {
			var cells []cell
			for _, text := range row {
				cells = append(cells, plain(text))
			}
			t.add(cells...)
		}
		gap := map[bool]string{true: "\n"}[i > 0]
		if err := writeString(r.out, gap+strong.Render(s.Title)+"\n"); err != nil {
			return err
		}
		if len(s.Rows) > 0 { // else a page without figures of its own
			if err := t.write(r.out); err != nil {
				return err
			}
		}
		if i > 0 {
			continue
		}
		_, lacks := page.Told()
		for _, what := range lacks {
			if err := r.line(words.ReportLacks[what]); err != nil {
				return err
			}
		}
	}
	return nil
}

// carryTargets sets the targets of the period before for a period, but for what
// has one.
func (r *run) carryTargets(ctx context.Context, st model.Store, p model.Period, span model.Span, quiet bool) error {
	n, err := st.CarryTargets(ctx, p, span)
	switch {
	case err != nil || quiet:
		return err
	case n == 0:
		return r.line(words.NothingCarried, p.Name(p.Before(span)), p.Name(span))
	}
	return r.line(words.TargetsCarried, n, p.Name(span))
}
