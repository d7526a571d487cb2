package cli

import (
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) cancelCommand() *cobra.Command {
	var asJSON bool
	var a act[model.ChangeRequest]
	cmd := &cobra.Command{
		Use: "cancel ORDER --reason REASON [flags]", Short: r.say(words.AboutCancel), Long: r.say(words.LongCancel),
		Example: r.say(words.ExampleCancel),
		Args:    r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.cancel(cmd.Context(), st, args[0], a, asJSON)
		},
	}
	a = newAct(r, cmd, "order_change", model.ChangeFields(model.ChangeCancel))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// cancel ends an order, and says what became of what was paid on it.
func (r *run) cancel(ctx context.Context, st model.Store, number string, a act[model.ChangeRequest], asJSON bool) error {
	kept, err := r.order(ctx, st, number)
	if err != nil {
		return err
	}
	q := model.ChangeRequest{OrderID: kept.ID, Kind: model.ChangeCancel}
	if err := a.read(&q, st.Today(), kept.Currency, nil); err != nil {
		return err
	}
	paid := label.Amount(kept.Collected, kept.Currency)
	if q.Deposit == "" && kept.Collected > 0 {
		return r.wrong(words.AskDeposit, kept.OrderNo, paid)
	}
	after, err := st.ChangeOrder(ctx, q)
	if err != nil {
		return r.inWords("order_change", err)
	}
	if asJSON {
		return orders.json(ctx, r, st, []int64{after.ID})
	}
	if err := r.line(words.CancelledOrder, after.OrderNo); err != nil || kept.Collected == 0 {
		return err
	}
	return r.line(map[model.Deposit]words.T{model.DepositAdvance: words.DepositAdvance, model.DepositBack: words.DepositBack,
		model.DepositKept: words.DepositKept}[q.Deposit], paid)
}
