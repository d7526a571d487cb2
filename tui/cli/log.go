package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
)

// logFlag is a flag of genjin log whose value goes into a field.
type logFlag struct {
	name, record, field string
	usage               text
	value               string
}

func logFlags() []*logFlag {
	return []*logFlag{
		{name: "problem", record: "journal", field: "problem", usage: useProblem},
		{name: "solution", record: "journal", field: "solution", usage: useSolution},
		{name: "method", record: "journal", field: "method", usage: useMethod},
		{name: "kind", record: "journal", field: "kind", usage: useKind},
		{name: "outcome", record: "journal", field: "outcome", usage: useOutcome},
		{name: "at", record: "journal", field: "at", usage: useAt},
		{name: "grade", record: "journal", field: "set_grade", usage: useGrade},
		{name: "class", record: "journal", field: "set_class", usage: useClass},
		{name: "stage", record: "journal", field: "set_stage", usage: useStage},
		{name: "lost-reason", record: "customer", field: "lost_reason", usage: useLostReason},
		{name: "next", record: "customer", field: "next_on", usage: useNext},
		{name: "next-action", record: "customer", field: "next_action", usage: useNextAction},
		{name: "next-method", record: "customer", field: "next_method", usage: useNextMethod},
	}
}

func (r *run) logCommand() *cobra.Command {
	var asJSON bool
	var reason string
	flags := logFlags()
	cmd := &cobra.Command{
		Use: "log CUSTOMER TEXT... [flags]", Short: r.say(aboutLog), Long: r.say(longLog), Example: r.say(exampleLog),
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
	cmd.Flags().StringVar(&reason, "reason", "", r.say(useReasonFlag))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(useJSON))
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
	if err := r.line(loggedEntry, c.Name, e.Seq); err != nil {
		return err
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return err
	}
	if c.AheadOn != "" {
		if err := r.line(entryAhead, label.Ahead(c.AheadOn, r.lang)); err != nil {
			return err
		}
	}
	switch {
	case e.Outcome == model.NotReached && c.Attempts > 0:
		return r.line(tryAgain, c.Attempts, r.wholeDay(c.RetryOn))
	case c.NextOn == "":
		return r.line(neverDue, label.CadenceOf(&c, set, r.lang))
	case plan.NextOn != "":
		return r.line(nextPlanned, r.wholeDay(c.NextOn))
	case c.NextBasis == model.Computed:
		return r.line(nextByRule, r.wholeDay(c.NextOn), label.CadenceOf(&c, set, r.lang))
	}
	return r.line(nextStays, r.wholeDay(c.NextOn))
}
