package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) refundCommand() *cobra.Command {
	var currency string
	var asJSON bool
	var a act[model.Refund]
	cmd := &cobra.Command{
		Use: "refund CUSTOMER AMOUNT --reason REASON [flags]", Short: r.say(words.AboutRefund), Long: r.say(words.LongRefund),
		Example: r.say(words.ExampleRefund),
		Args:    r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.refund(cmd.Context(), st, args[0], args[1], a, currency, asJSON)
		},
	}
	a = newAct(r, cmd, "refund", model.RefundFields)
	cmd.Flags().StringVar(&currency, "currency", "", r.say(words.UseCurrency))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) refund(
	ctx context.Context, st model.Debts, who, amount string, a act[model.Refund], currency string, asJSON bool,
) error {
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return err
	}
	m, err := model.ParseAmount(amount, c.Currency)
	if currency == "" && err == nil {
		currency = m.Currency // the amount may name it
	}
	if currency, err = model.ReadCurrency(cmp.Or(currency, c.Currency)); err != nil {
		return r.refused("payment", "--currency", model.At("currency", err))
	}
	back := model.Refund{CustomerID: c.ID}
	if err := a.read(&back, st.Today(), currency, map[string]string{"amount": amount}); err != nil {
		return err
	}
	m = model.Money{Amount: back.Amount, Currency: currency}
	parts, err := st.RefundAdvance(ctx, back, m.Currency)
	if err != nil {
		return r.inWords("refund", err)
	}
	if asJSON {
		out := []json.RawMessage{}
		for i := range parts {
			out = append(out, model.JSONIn(m.Currency, model.RefundFields, &parts[i], parts[i].Meta, func(int64) string { return c.Name }))
		}
		return r.json(out)
	}
	return r.refunded(ctx, st, c, m, parts)
}

// refunded says what was given back, of which payments, and what is left.
func (r *run) refunded(ctx context.Context, st model.Debts, c model.Customer, m model.Money, parts []model.Refund) error {
	if err := r.line(words.Refunded, c.Name, label.Amount(m.Amount, m.Currency), string(parts[0].RefundedOn)); err != nil {
		return err
	}
	for _, part := range parts {
		list, err := st.PaymentsByID(ctx, []int64{part.PaymentID})
		if err != nil {
			return err
		}
		for _, p := range list {
			of := strings.TrimSpace(string(p.ReceivedOn) + " " + p.ReceiptNo)
			if err := writeString(r.out, "  "+r.say(words.RefundedPart, of, label.Amount(part.Amount, m.Currency))+"\n"); err != nil {
				return err
			}
		}
	}
	sums, err := st.PaymentList().Sums(ctx, model.QueryOf(c.ID, ""))
	for _, s := range model.PaySums(sums) {
		if s.Currency == m.Currency && s.Advance > 0 {
			return r.line(words.AdvanceLeft, label.Amount(s.Advance, s.Currency))
		}
	}
	return err
}
