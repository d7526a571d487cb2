package cli

import (
	"context"
	"encoding/json"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) oweCommand() *cobra.Command {
	var asJSON bool
	var a act[model.Receivable]
	cmd := &cobra.Command{
		Use: "owe CUSTOMER AMOUNT [flags]", Short: r.say(words.AboutOwe), Long: r.say(words.LongOwe), Example: r.say(words.ExampleOwe),
		Args: r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			list, used, err := r.owe(ctx, st, args[0], args[1], a)
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
	a = newAct(r, cmd, model.RowOfReceivable, model.ReceivableFields)
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// owe keeps what a customer owes: one receivable, or one an instalment of the
// terms. It answers where the invoice number was used before, too.
func (r *run) owe(
	ctx context.Context, st model.Store, who, amount string, a act[model.Receivable],
) ([]model.Receivable, *model.NumberUse, error) {
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return nil, nil, err
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return nil, nil, err
	}
	d := model.Receivable{Currency: c.Currency}
	if err := a.read(&d, st.Today(), c.Currency, map[string]string{"amount": amount}); err != nil {
		return nil, nil, err
	}
	d.Begin(&c, set, st.Today())
	list, err := d.InParts(set)
	if err != nil {
		return nil, nil, a.refused(err)
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
