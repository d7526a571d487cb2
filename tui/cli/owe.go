package cli

import (
	"context"
	"encoding/json"
	"errors"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func oweFlags() []*fieldFlag {
	return []*fieldFlag{
		{name: "invoice", field: "invoice_no", usage: words.UseOweInvoice}, {name: "invoiced", field: "invoiced_on", usage: words.UseOweInvoiced},
		{name: "due", field: "due_on", usage: words.UseOweDue, bias: model.Nearest}, {name: "kind", field: "kind", usage: words.UseOweKind},
		{name: "order", field: "order_no", usage: words.UseOweOrder}, {name: "on", field: "sale_on", usage: words.UseOweOn},
		{name: "currency", field: "currency", usage: words.UseCurrency}, {name: "remark", field: "remark", usage: words.UseRemark},
	}
}

func (r *run) oweCommand() *cobra.Command {
	var terms string
	var asJSON bool
	flags := oweFlags()
	cmd := &cobra.Command{
		Use: "owe CUSTOMER AMOUNT [flags]", Short: r.say(words.AboutOwe), Long: r.say(words.LongOwe), Example: r.say(words.ExampleOwe),
		Args: r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			list, used, err := r.owe(ctx, st, args[0], args[1], flags, terms)
			if err != nil {
				return err
			}
			to := r.out
			if asJSON {
				to = r.Err
			}
			err = r.owed(ctx, st, list, asJSON)
			r.sayUsed(to, used)
			return err
		},
	}
	bindFields(r, cmd, model.ReceivableFields, flags)
	cmd.Flags().StringVar(&terms, "terms", "", r.say(words.UseOweTerms))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// owe keeps what a customer owes: one receivable, or one an instalment of the
// terms. It answers where the invoice number was used before, too.
func (r *run) owe(
	ctx context.Context, st model.Store, who, amount string, flags []*fieldFlag, terms string,
) ([]model.Receivable, *model.NumberUse, error) {
	var d model.Receivable
	if err := setFields(r, "receivable", model.ReceivableFields, &d, flags, st.Today()); err != nil {
		return nil, nil, err
	}
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return nil, nil, err
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return nil, nil, err
	}
	d.CustomerID = c.ID
	if d.Currency = strings.ToUpper(d.Currency); d.Currency == "" {
		d.Currency = c.Currency
	}
	if err := label.Set("receivable", model.ReceivableFields, "amount", &d, amount, st.Today(), model.Past); err != nil {
		return nil, nil, r.inWords("receivable", err)
	}
	if d.SaleOn == "" && d.InvoicedOn == "" {
		d.SaleOn = st.Today()
	}
	if d.Terms = terms; terms == "" && d.DueOn == "" {
		// Terms of the card that can't be read leave the date open.
		if _, err := model.ParseTerms(set.PlanOf(c.Terms)); err == nil {
			d.Terms = c.Terms
		}
	}
	list, err := d.InParts(set)
	if err != nil {
		return nil, nil, r.refusedOwing(err)
	}
	used, err := st.UsedInvoice(ctx, d.InvoiceNo, 0, 0)
	if err != nil {
		return nil, nil, err
	}
	if list, err = st.AddReceivables(ctx, list); err != nil {
		return nil, nil, r.inWords("receivable", err)
	}
	return list, used, nil
}

// refusedOwing names the flag that says what can't be.
func (r *run) refusedOwing(err error) error {
	var fe *model.FieldError
	if flag := ""; errors.As(err, &fe) {
		if flag = map[string]string{"terms": "--terms", "due_on": "--due"}[fe.Field]; flag != "" {
			return r.refused("receivable", flag, err)
		}
	}
	return r.inWords("receivable", err)
}

// owed prints what was kept, each with its due date.
func (r *run) owed(ctx context.Context, st model.Store, list []model.Receivable, asJSON bool) error {
	ids := make([]int64, len(list))
	for i := range list {
		ids[i] = list[i].ID
	}
	kept, err := st.ReceivablesByID(ctx, ids)
	if err != nil {
		return err
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		return r.receivablesJSON(kept, set)
	}
	for i := range kept {
		if i == 0 {
			if err := r.line(words.Owed, kept[i].Customer); err != nil {
				return err
			}
		}
		if err := writeString(r.out, "  "+r.owedLine(&kept[i], set)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

// owedLine is a receivable in one line: its number, name, instalment, amount
// and due date, or what that waits for.
func (r *run) owedLine(d *model.ReceivableOf, s model.Settings) string {
	pieces := []string{"#" + strconv.FormatInt(d.ID, 10)}
	if name := d.Name(); name != pieces[0] {
		pieces = append(pieces, name)
	}
	pieces = append(pieces, label.Option("receivable", "kind", string(d.Kind), r.lang))
	if d.Instalments > 0 {
		pieces = append(pieces, strconv.FormatInt(d.Instalment, 10)+"/"+strconv.FormatInt(d.Instalments, 10))
	}
	pieces = append(pieces, label.Amount(d.Amount, d.Currency))
	if d.DueOn != "" {
		return strings.Join(append(pieces, r.say(words.DueOnDay, r.wholeDay(d.DueOn))), " ")
	}
	open := r.say(words.DueUnknown)
	if t, err := model.ParseTerms(d.Terms); err == nil {
		if n := max(int(d.Instalment)-1, 0); n < len(t.Instalments) {
			open += r.say(words.Colon) + label.When(t.Instalments[n], s, r.lang)
		}
	}
	return strings.Join(append(pieces, open), " ")
}

func (r *run) receivablesJSON(list []model.ReceivableOf, s model.Settings) error {
	out := []json.RawMessage{}
	for i := range list {
		out = append(out, model.ReceivableJSON(&list[i], s))
	}
	return r.json(out)
}
