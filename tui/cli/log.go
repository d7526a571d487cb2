package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// logFlag is a flag of genjin log whose value goes into a field.
type logFlag struct {
	name, record, field string
	usage               words.T
	value               string
}

func logFlags() []*logFlag {
	return []*logFlag{
		{name: "problem", record: "journal", field: "problem", usage: words.UseProblem},
		{name: "solution", record: "journal", field: "solution", usage: words.UseSolution},
		{name: "method", record: "journal", field: "method", usage: words.UseMethod},
		{name: "kind", record: "journal", field: "kind", usage: words.UseKind},
		{name: "outcome", record: "journal", field: "outcome", usage: words.UseOutcome},
		{name: "at", record: "journal", field: "at", usage: words.UseAt},
		{name: "grade", record: "journal", field: "set_grade", usage: words.UseGrade},
		{name: "class", record: "journal", field: "set_class", usage: words.UseClass},
		{name: "stage", record: "journal", field: "set_stage", usage: words.UseStage},
		{name: "lost-reason", record: "customer", field: "lost_reason", usage: words.UseLostReason},
		{name: "next", record: "customer", field: "next_on", usage: words.UseNext},
		{name: "next-action", record: "customer", field: "next_action", usage: words.UseNextAction},
		{name: "next-method", record: "customer", field: "next_method", usage: words.UseNextMethod},
	}
}

func (r *run) logCommand() *cobra.Command {
	var asJSON bool
	var reason string
	flags := logFlags()
	cmd := &cobra.Command{
		Use: "log CUSTOMER TEXT... [flags]", Short: r.say(words.AboutLog), Long: r.say(words.LongLog), Example: r.say(words.ExampleLog),
		Args: r.between(2, -1),
	}
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		st, err := r.store(ctx)
		if err != nil {
			return err
		}
		e, plan, err := r.entry(flags, args[1:], st.Today())
		if err != nil {
			return err
		}
		plan.Reason = model.CleanNote(reason)
		c, err := r.customer(ctx, st, args[0])
		if err != nil {
			return err
		}
		e.CustomerID = c.ID
		kept, c, err := st.Log(ctx, e, plan)
		if err != nil {
			return err
		}
		if asJSON {
			return r.json(loggedJSON{entryJSON(&kept, c.Name), customerJSON(&c, r.names(ctx, st))})
		}
		return r.logged(ctx, st, kept, c, plan)
	}
	for _, f := range flags {
		cmd.Flags().StringVar(&f.value, f.name, "", r.say(f.usage))
		if spec := f.spec(); spec.Kind == model.KindChoice {
			completions(cmd, f.name, spec.Options)
		}
	}
	cmd.Flags().StringVar(&reason, "reason", "", r.say(words.UseReasonFlag))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// loggedJSON is what genjin log --json prints.
type loggedJSON struct {
	Entry    any `json:"entry"`
	Customer any `json:"customer"`
}

func (f *logFlag) spec() model.Spec {
	if f.record == "journal" {
		field, _ := model.EntryFields.ByCode(f.field)
		return field.Spec
	}
	field, _ := model.CustomerFields.ByCode(f.field)
	return field.Spec
}

// entry is the entry and the plan that the flags and the text make.
func (r *run) entry(flags []*logFlag, words []string, today model.Date) (model.Entry, model.Plan, error) {
	e := model.Entry{Situation: model.CleanNote(strings.Join(words, " ")), At: r.moment(today)}
	var c model.Customer
	if e.Situation == "" {
		return e, model.Plan{}, model.At("situation", model.Refuse(model.RefusedRequired))
	}
	for _, f := range flags {
		if f.value == "" {
			continue
		}
		var err error
		if f.record == "journal" {
			err = label.Set("journal", model.EntryFields, f.field, &e, f.value, today, model.Past)
		} else {
			err = label.Set("customer", model.CustomerFields, f.field, &c, f.value, today, model.Future)
		}
		if err != nil {
			return e, model.Plan{}, r.refused(f.record, "--"+f.name, err)
		}
	}
	if c.NextOn != "" && c.NextOn < today {
		return e, model.Plan{}, model.At("next_on", model.Refuse(model.RefusedPast, string(c.NextOn)))
	}
	e.SetNext = c.NextOn
	return e, model.Plan{NextOn: c.NextOn, NextAction: c.NextAction, NextMethod: c.NextMethod, LostReason: c.LostReason}, nil
}

// moment is now; without the time when another day counts as today.
func (r *run) moment(today model.Date) model.Moment {
	now := r.Now()
	if today == model.DateOf(now) {
		if m, ok := model.NewMoment(today, now.Hour(), now.Minute()); ok {
			return m
		}
	}
	return model.Moment(today)
}

// logged says what was kept, and when the customer is due next and why.
func (r *run) logged(ctx context.Context, st model.Journal, e model.Entry, c model.Customer, plan model.Plan) error {
	if err := r.line(words.LoggedEntry, c.Name, e.Seq); err != nil {
		return err
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return err
	}
	if c.AheadOn != "" {
		if err := r.line(words.EntryAhead, label.Ahead(c.AheadOn, r.lang)); err != nil {
			return err
		}
	}
	switch {
	case e.Outcome == model.NotReached && c.Attempts > 0:
		return r.line(words.TryAgain, c.Attempts, r.wholeDay(c.RetryOn))
	case c.NextOn == "":
		return r.line(words.NeverDue, label.CadenceOf(&c, set, r.lang))
	case plan.NextOn != "":
		return r.line(words.NextPlanned, r.wholeDay(c.NextOn))
	case c.NextBasis == model.Computed:
		return r.line(words.NextByRule, r.wholeDay(c.NextOn), label.CadenceOf(&c, set, r.lang))
	}
	return r.line(words.NextStays, r.wholeDay(c.NextOn))
}
