package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// settleCommand settles what a customer owes from the advance.
func (r *run) settleCommand() *cobra.Command {
	var named []string
	var currency string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "settle CUSTOMER [flags]", Short: r.say(words.AboutSettle), Long: r.say(words.LongSettle), Example: r.say(words.ExampleSettle),
		Args: r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			c, err := r.customer(cmd.Context(), st, args[0])
			if err != nil {
				return err
			}
			if currency, err = model.ReadCurrency(cmp.Or(currency, c.Currency)); err != nil {
				return r.refused("payment", "--currency", model.At("currency", err))
			}
			return r.settleFrom(cmd.Context(), st, c, currency, named, asJSON)
		},
	}
	cmd.Flags().StringArrayVar(&named, "for", nil, r.say(words.UsePayFor))
	cmd.Flags().StringVar(&currency, "currency", "", r.say(words.UseCurrency))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) settleFrom(ctx context.Context, st model.Debts, c model.Customer, currency string, named []string, asJSON bool) error {
	left, err := advanceOf(ctx, st, c.ID, currency)
	switch {
	case err != nil:
		return err
	case left == 0:
		return r.failed(words.NoAdvanceOf, c.Name, currency)
	}
	var shares []model.Share
	if len(named) > 0 {
		if shares, err = r.sharesFor(ctx, st, c, model.Payment{Currency: currency, Amount: left}, named); err != nil {
			return err
		}
	}
	used, err := st.UseAdvance(ctx, c.ID, currency, shares)
	if err != nil {
		return r.inWords(model.RowOfPayment, err)
	}
	if asJSON {
		return r.json(settledJSON{c.Name, c.ID, moneyJSON{used, currency}, moneyJSON{left - used, currency}})
	}
	return r.line(words.SettledBy, c.Name, label.Amount(used, currency), label.Amount(left-used, currency))
}

type settledJSON struct {
	Customer   string    `json:"customer"`
	CustomerID int64     `json:"customer_id"`
	Used       moneyJSON `json:"used"`
	Left       moneyJSON `json:"advance"`
}

// advanceOf is what is left of a customer's payments in a currency.
func advanceOf(ctx context.Context, st model.Debts, customer int64, currency string) (int64, error) {
	sums, err := st.PaymentList().Sums(ctx, model.QueryOf(customer, ""))
	return model.AdvanceIn(sums, currency), err
}
