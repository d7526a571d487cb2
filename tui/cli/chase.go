package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
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
		return model.ReceivableOf{}, r.missing(words.NoReceivable, model.Clean(text))
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
	several := r.say(words.SeveralOwed, model.Clean(text)) + "\n" + strings.TrimRight(b.String(), "\n")
	return model.ReceivableOf{}, &said{sentence: several, cause: model.ErrAmbiguous}
}

func (r *run) chaseCommand() *cobra.Command {
	var asJSON bool
	var named []string
	var currency string
	var a act[model.Dunning]
	cmd := &cobra.Command{
		Use: "chase INVOICE|CUSTOMER [flags]", Short: r.say(words.AboutChase), Long: r.say(words.LongChase), Example: r.say(words.ExampleChase),
		Args: r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			c, err := r.talkWith(cmd.Context(), st, args[0])
			if err != nil {
				return err
			}
			if c == nil && len(named)+len(currency) > 0 {
				return r.wrong(words.OfCustomerOnly)
			}
			if c == nil {
				return r.chase(cmd.Context(), st, args[0], a, asJSON)
			}
			list, err := r.toChase(cmd.Context(), st, *c, named, currency)
			if err != nil {
				return err
			}
			return r.chaseAll(cmd.Context(), st, list, a, asJSON)
		},
	}
	a = newAct(r, cmd, "dunning", model.DunningFields)
	cmd.Flags().StringArrayVar(&named, "for", nil, r.say(words.UseChaseFor))
	cmd.Flags().StringVar(&currency, "currency", "", r.say(words.UseChaseCurrency))
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

// talkWith is the customer whom an argument of chase names; nil where it names a
// receivable, or neither.
func (r *run) talkWith(ctx context.Context, st model.Store, text string) (*model.Customer, error) {
	if strings.TrimSpace(model.Clean(text)) == "" {
		return nil, nil
	}
	found, err := st.FindReceivables(ctx, text)
	if err != nil || len(found) > 0 {
		return nil, err
	}
	c, err := st.Resolve(ctx, text)
	if errors.Is(err, model.ErrNotFound) {
		return nil, nil
	}
	return &c, err
}

// toChase is what is to be chased of a customer: the receivables that are named,
// else what is due of the currency. Of two currencies one has to be chosen.
func (r *run) toChase(
	ctx context.Context, st model.Store, c model.Customer, named []string, currency string,
) ([]model.Receivable, error) {
	open, err := st.OpenReceivables(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return nil, err
	}
	if len(named) > 0 {
		var list []model.Receivable
		for _, name := range named {
			meant := model.ReceivablesCalled(name, open)
			if len(meant) == 0 {
				return nil, r.missing(words.NoInvoice, c.Name, model.Clean(name), r.namesOf(open))
			}
			list = append(list, meant...)
		}
		return list, nil
	}
	currency = strings.ToUpper(model.Clean(currency))
	open = slices.DeleteFunc(open, func(o model.Receivable) bool { return currency != "" && o.Currency != currency })
	list := model.ToChase(open, set, st.Today())
	if len(list) == 0 {
		return nil, r.failed(words.NothingToChase, c.Name)
	}
	var currencies []string
	for _, o := range list {
		if !slices.Contains(currencies, o.Currency) {
			currencies = append(currencies, o.Currency)
		}
	}
	if len(currencies) > 1 {
		return nil, r.wrong(words.SeveralCurrencies, c.Name, strings.Join(currencies, ", "))
	}
	return list, nil
}

// chaseAll logs one step for several receivables, with one promise over them.
func (r *run) chaseAll(ctx context.Context, st model.Store, list []model.Receivable, a act[model.Dunning], asJSON bool) error {
	d, currency := list[0].NewStep(), list[0].Currency
	if err := a.read(&d, st.Today(), currency, nil); err != nil {
		return err
	}
	ids := make([]int64, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	steps, err := st.LogTalk(ctx, ids, d)
	if err != nil {
		return r.inWords("dunning", err)
	}
	var all []chasedJSON
	set, err := st.Settings(ctx)
	for i := 0; err == nil && i < len(steps); i++ {
		var now model.ReceivableOf
		if now, err = r.again(ctx, st, steps[i].ReceivableID); err != nil {
			break
		}
		if asJSON {
			step := model.JSONIn(currency, model.DunningFields, &steps[i], steps[i].Meta, func(int64) string { return now.Customer })
			all = append(all, chasedJSON{step, model.ReceivableJSON(&now, set)})
			continue
		}
		err = r.chased(steps[i], now)
	}
	if err != nil || !asJSON {
		return err
	}
	return r.json(all)
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
