package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) payCommand() *cobra.Command {
	var named []string
	var asJSON bool
	var a act[model.Payment]
	cmd := &cobra.Command{
		Use: "pay CUSTOMER AMOUNT [flags]", Short: r.say(words.AboutPay), Long: r.say(words.LongPay), Example: r.say(words.ExamplePay),
		Args: r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			kept, err := r.pay(cmd.Context(), st, args[0], args[1], a, named)
			if err != nil {
				return err
			}
			used, err := st.UsedReceipt(cmd.Context(), kept.ReceiptNo, kept.ID)
			if err != nil {
				return err
			}
			if asJSON {
				r.sayUsed(r.Err, used)
				return r.json(model.PaymentJSON(&kept))
			}
			if err := r.paid(cmd.Context(), st, kept); err != nil {
				return err
			}
			r.sayUsed(r.out, used)
			return nil
		},
	}
	a = newAct(r, cmd, model.RowOfPayment, model.PaymentFields)
	cmd.Flags().StringArrayVar(&named, "for", nil, r.say(words.UsePayFor))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) pay(
	ctx context.Context, st model.Store, who, amount string, a act[model.Payment], named []string,
) (p model.PaymentOf, err error) {
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return p, err
	}
	p.Payment = model.Payment{CustomerID: c.ID, Currency: c.Currency}
	if err := a.read(&p.Payment, st.Today(), c.Currency, map[string]string{"amount": amount}); err != nil {
		return p, err
	}
	var shares []model.Share
	if len(named) > 0 {
		if shares, err = r.sharesFor(ctx, st, c, p.Payment, named); err != nil {
			return p, err
		}
	}
	return st.Pay(ctx, p.Payment, shares)
}

// sharesFor settles what is open of the invoices, orders and numbers named, in
// their order. A name that nothing open has is refused.
func (r *run) sharesFor(ctx context.Context, st model.Debts, c model.Customer, p model.Payment, named []string) ([]model.Share, error) {
	open, err := st.OpenReceivables(ctx, c.ID)
	if err != nil {
		return nil, err
	}
	meant := make([][]model.Receivable, len(named))
	for i, name := range named {
		if meant[i] = model.ReceivablesCalled(name, open); len(meant[i]) == 0 {
			return nil, r.missing(words.NoInvoice, c.Name, model.Clean(name), r.namesOf(open))
		}
		if other := meant[i][0].Currency; p.Currency != other {
			return nil, model.At("currency", model.Refuse(model.RefusedForeign, p.Currency, other))
		}
	}
	shares, _ := model.SharesInOrder(p.Amount, p.Currency, meant)
	return shares, nil
}

// namesOf is what the open receivables can be called, each once.
func (r *run) namesOf(open []model.Receivable) string {
	var names []string
	for _, o := range open {
		if name := o.Name(); !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	if len(names) == 0 {
		return r.say(words.NothingOpen)
	}
	return strings.Join(names, ", ")
}

// paid says what was kept and what it settles.
func (r *run) paid(ctx context.Context, st model.Debts, p model.PaymentOf) error {
	if err := r.line(words.PaidIn, p.Customer, label.Amount(p.Amount, p.Currency), string(p.ReceivedOn)); err != nil {
		return err
	}
	for _, share := range p.Shares {
		list, err := st.ReceivablesByID(ctx, []int64{share.ReceivableID})
		if err != nil {
			return err
		}
		for _, o := range list {
			if err := r.line(words.PaidFor, o.Name(), label.Amount(share.Amount, p.Currency), label.Amount(o.Open(), p.Currency)); err != nil {
				return err
			}
		}
	}
	if rest := p.Advance(); rest > 0 {
		return r.line(words.PaidAdvance, label.Amount(rest, p.Currency))
	}
	return nil
}

// sayUsed says where a receipt or an invoice number was used before; beside JSON
// that goes to the error output.
func (r *run) sayUsed(to io.Writer, u *model.NumberUse) {
	if u != nil {
		_ = writeString(to, r.say(words.UsedBefore, label.UsedBefore(u, r.lang))+"\n")
	}
}

// moneyJSON is an amount in JSON; 0 is one, too.
type moneyJSON struct {
	Amount   int64  `json:"amount"`
	Currency string `json:"currency"`
}

// with adds members to an object.
func with(object json.RawMessage, members any) json.RawMessage {
	more, err := json.Marshal(members)
	if err != nil { // plain structs only
		return object
	}
	object = bytes.TrimSuffix(object, []byte("}"))
	return append(append(object, ','), bytes.TrimPrefix(more, []byte("{"))...)
}
