package cli

import (
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) transferCommand() *cobra.Command {
	var asJSON bool
	var a act[model.ChangeRequest]
	cmd := &cobra.Command{
		Use: "transfer ORDER CUSTOMER --reason REASON [flags]", Short: r.say(words.AboutTransfer), Long: r.say(words.LongTransfer),
		Example: r.say(words.ExampleTransfer),
		Args:    r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.transfer(cmd.Context(), st, args[0], args[1], a, asJSON)
		},
	}
	a = newAct(r, cmd, "order_change", model.ChangeFields(model.ChangeTransfer))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// transfer gives an order to another customer, and says what both owe for it.
func (r *run) transfer(ctx context.Context, st model.Store, number, who string, a act[model.ChangeRequest], asJSON bool) error {
	kept, err := r.order(ctx, st, number)
	if err != nil {
		return err
	}
	to, err := r.customer(ctx, st, who)
	if err != nil {
		return err
	}
	before, err := st.OrderOf(ctx, kept.ID)
	if err != nil {
		return err
	}
	q := model.ChangeRequest{OrderID: kept.ID, Kind: model.ChangeTransfer, CustomerID: to.ID}
	if err := a.read(&q, st.Today(), kept.Currency, nil); err != nil {
		return err
	}
	paid := before.PaidBy(kept.CustomerID)
	if q.Paid == "" && paid > 0 {
		return r.wrong(words.AskPaid, before.Customer, label.Amount(paid, kept.Currency))
	}
	after, err := st.ChangeOrder(ctx, q)
	if err != nil {
		return r.inWords("order_change", err)
	}
	if asJSON {
		return orders.json(ctx, r, st, []int64{after.ID})
	}
	owes := label.Amount(after.Outstanding+after.Unbilled(), after.Currency)
	if err := r.line(words.Transferred, after.OrderNo, before.Customer, to.Name, owes); err != nil || paid == 0 {
		return err
	}
	said := words.PaidStayed
	if q.Paid == model.PaidAlong {
		said = words.PaidWent
	}
	return r.line(said, before.Customer, label.Amount(paid, kept.Currency), to.Name)
}
