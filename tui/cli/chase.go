package cli

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// receivable finds the one receivable that an argument means: an invoice, an
// order or a number.
func (r *run) receivable(ctx context.Context, st model.Debts, text string) (model.ReceivableOf, error) {
	if strings.TrimSpace(model.Clean(text)) == "" {
		return model.ReceivableOf{}, r.wrong(words.EmptyReceivable)
	}
	found, err := st.FindReceivables(ctx, text)
	switch {
	case err != nil:
		return model.ReceivableOf{}, err
	case len(found) == 0:
		return model.ReceivableOf{}, r.failed(words.NoReceivable, model.Clean(text))
	case len(found) == 1:
		return found[0], nil
	}
	const most = 20
	t := table{indent: "  "}
	for _, o := range found[:min(most, len(found))] {
		t.add(plain(fmt.Sprintf("#%d", o.ID)), plain(o.Customer), plain(o.Ref()), plain(label.Amount(o.Now.Balance, o.Currency)),
			plain(string(o.DueOn)))
	}
	var b strings.Builder
	_ = t.write(&b) // a strings.Builder takes everything
	return model.ReceivableOf{}, &said{sentence: r.say(words.SeveralOwed, model.Clean(text)) + "\n" + strings.TrimRight(b.String(), "\n")}
}

func (r *run) chaseCommand() *cobra.Command {
	var asJSON bool
	var a act[model.Dunning]
	cmd := &cobra.Command{
		Use: "chase INVOICE [flags]", Short: r.say(words.AboutChase), Long: r.say(words.LongChase), Example: r.say(words.ExampleChase),
		Args: r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.chase(cmd.Context(), st, args[0], a, asJSON)
		},
	}
	a = newAct(r, cmd, "dunning", model.DunningFields)
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) chase(ctx context.Context, st model.Debts, name string, a act[model.Dunning], asJSON bool) error {
	o, err := r.receivable(ctx, st, name)
	if err != nil {
		return err
	}
	if o.Now.Balance <= 0 {
		return r.failed(words.PaidOff, o.Name())
	}
	d := o.NewStep()
	if err := a.read(&d, st.Today(), o.Currency, nil); err != nil {
		return err
	}
	kept, err := st.LogDunning(ctx, d)
	if err != nil {
		return r.inWords("dunning", err)
	}
	now, err := r.again(ctx, st, o.ID)
	if err != nil {
		return err
	}
	if asJSON {
		set, err := st.Settings(ctx)
		if err != nil {
			return err
		}
		step := model.JSONIn(now.Currency, model.DunningFields, &kept, kept.Meta, func(int64) string { return now.Customer })
		return r.json(chasedJSON{step, model.ReceivableJSON(&now, set)})
	}
	return r.chased(kept, now)
}

// chasedJSON is what genjin chase --json prints.
type chasedJSON struct {
	Step       json.RawMessage `json:"step"`
	Receivable json.RawMessage `json:"receivable"`
}

// chased says what was logged, what was promised, and what comes next.
func (r *run) chased(d model.Dunning, now model.ReceivableOf) error {
	how := label.Option("dunning", "method", string(d.Method), r.lang)
	if d.Outcome == model.NotReached {
		how += " " + label.Option("dunning", "outcome", string(d.Outcome), r.lang)
	}
	if err := r.line(words.Chased, now.Customer, now.Name(), how); err != nil {
		return err
	}
	if d.PromiseOn != "" {
		if err := r.line(words.PromisedFor, r.wholeDay(d.PromiseOn), label.Amount(d.PromiseAmount, now.Currency)); err != nil {
			return err
		}
	}
	if now.NextStepOn == "" {
		return nil
	}
	return r.line(words.NextStepOn, r.wholeDay(now.NextStepOn), label.StepName(now.NextStep.Level, r.lang))
}

// again reads a receivable as it stands after a change.
func (r *run) again(ctx context.Context, st model.Debts, id int64) (model.ReceivableOf, error) {
	list, err := st.ReceivablesByID(ctx, []int64{id})
	if err == nil && len(list) == 0 {
		err = model.ErrNotFound
	}
	if err != nil {
		return model.ReceivableOf{}, err
	}
	return list[0], nil
}
