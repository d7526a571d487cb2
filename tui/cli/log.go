package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) logCommand() *cobra.Command {
	var asJSON bool
	var a act[model.Logged]
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
		c, err := r.customer(ctx, st, args[0])
		if err != nil {
			return err
		}
		l := model.Logged{Entry: model.Entry{At: r.moment(st.Today())}, Expected: c.Expected()}
		if err := a.read(&l, st.Today(), c.Currency, map[string]string{"situation": strings.Join(args[1:], " ")}); err != nil {
			return err
		}
		if err := l.Check(st.Today()); err != nil {
			return err
		}
		l.Entry.CustomerID = c.ID
		l.Expect(&c)
		kept, c, err := st.Log(ctx, l.Entry, l.Plan)
		if err != nil {
			return err
		}
		if asJSON {
			return r.json(loggedJSON{entryJSON(&kept, c.Name), customerJSON(ctx, st, &c, r.names(ctx, st))})
		}
		return r.logged(ctx, st, kept, c, l.Plan)
	}
	a = newAct(r, cmd, model.RowOfJournal, model.LoggedFields)
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// loggedJSON is what genjin log --json prints.
type loggedJSON struct {
	Entry    any `json:"entry"`
	Customer any `json:"customer"`
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
