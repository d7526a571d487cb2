package cli

import (
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// transferOptions are what the flags of genjin transfer say.
type transferOptions struct {
	fields []*fieldFlag
	paid   string
	limit  string
	asJSON bool
}

func (r *run) transferCommand() *cobra.Command {
	o := transferOptions{fields: []*fieldFlag{{name: "reason", field: "reason", usage: words.UseDebtReason},
		{name: "on", field: "changed_on", usage: words.UseDebtOn}}}
	cmd := &cobra.Command{
		Use: "transfer ORDER CUSTOMER --reason REASON [flags]", Short: r.say(words.AboutTransfer), Long: r.say(words.LongTransfer),
		Example: r.say(words.ExampleTransfer),
		Args:    r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.transfer(cmd.Context(), st, args[0], args[1], o)
		},
	}
	bindFields(r, cmd, model.OrderChangeFields, o.fields)
	fs := cmd.Flags()
	fs.StringVar(&o.paid, "paid", "", r.say(words.UsePaid))
	fs.StringVar(&o.limit, "limit-reason", "", r.say(words.UseLimitWhy))
	fs.BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// transfer gives an order to another customer, and says what both owe for it.
func (r *run) transfer(ctx context.Context, st model.Store, number, who string, o transferOptions) error {
	var change model.OrderChange
	if err := setFields(r, "order_change", model.OrderChangeFields, &change, o.fields, st.Today()); err != nil {
		return err
	}
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
	q := model.ChangeRequest{OrderID: kept.ID, Kind: model.ChangeTransfer, On: change.ChangedOn, Reason: change.Reason,
		LimitWhy: o.limit, CustomerID: to.ID}
	paid := before.PaidBy(kept.CustomerID)
	if o.paid != "" {
		code, ok := label.ReadOption("order_change", "paid", o.paid)
		if !ok {
			return r.wrong(words.BadPaid, o.paid)
		}
		q.Paid = model.PaidPart(code)
	} else if paid > 0 {
		return r.wrong(words.AskPaid, before.Customer, label.Amount(paid, kept.Currency))
	}
	after, err := st.ChangeOrder(ctx, q)
	if err != nil {
		return r.inWords("order_change", err)
	}
	if o.asJSON {
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
