package cli

import (
	"context"
	"encoding/json"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// debtCommand is a command about one receivable; do makes the change.
type debtCommand struct {
	use                  string
	about, long, example words.T
	least, most          int // arguments
	flags                func(cmd *cobra.Command)
	do                   func(ctx context.Context, st model.Store, o model.ReceivableOf, args []string) error
	said                 func(now model.ReceivableOf) error // what was done
}

// debtCommand makes the command; its --json is the receivable as it stands
// then.
func (r *run) debtCommand(d debtCommand) *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: d.use, Short: r.say(d.about), Long: r.say(d.long), Example: r.say(d.example), Args: r.between(d.least, d.most),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			o, err := r.receivable(ctx, st, args[0])
			if err != nil {
				return err
			}
			if err := d.do(ctx, st, o, args[1:]); err != nil {
				return err
			}
			now, err := r.again(ctx, st, o.ID)
			if err != nil || !asJSON {
				if err == nil {
					err = d.said(now)
				}
				return err
			}
			set, err := st.Settings(ctx)
			if err != nil {
				return err
			}
			return r.json(json.RawMessage(model.ReceivableJSON(&now, set)))
		},
	}
	d.flags(cmd)
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) creditCommand() *cobra.Command {
	var c model.Credit
	var a act[model.Credit]
	return r.debtCommand(debtCommand{
		use: "credit INVOICE AMOUNT --reason REASON [flags]", about: words.AboutCredit, long: words.LongCredit,
		example: words.ExampleCredit, least: 2, most: 2,
		flags: func(cmd *cobra.Command) { a = newAct(r, cmd, "credit", model.CreditFields) },
		do: func(ctx context.Context, st model.Store, o model.ReceivableOf, args []string) (err error) {
			c.ReceivableID = o.ID
			if err := a.read(&c, st.Today(), o.Currency, map[string]string{"amount": args[0]}); err != nil {
				return err
			}
			c, err = st.CreditNote(ctx, c)
			return r.inWords("credit", err)
		},
		said: func(now model.ReceivableOf) error {
			return r.line(words.Credited, now.Name(), label.Amount(c.Amount, now.Currency), label.Amount(now.Now.Balance, now.Currency))
		},
	})
}

func (r *run) disputeCommand() *cobra.Command {
	var over bool
	var a act[model.DisputeMove]
	return r.debtCommand(debtCommand{
		use: "dispute INVOICE [REASON...] [flags]", about: words.AboutDispute, long: words.LongDispute, example: words.ExampleDispute,
		least: 1, most: -1,
		flags: func(cmd *cobra.Command) {
			a = newAct(r, cmd, model.RowOfReceivable, model.DisputeFields)
			cmd.Flags().BoolVar(&over, "over", false, r.say(words.UseOver))
		},
		do: func(ctx context.Context, st model.Store, o model.ReceivableOf, args []string) error {
			var d model.DisputeMove
			if err := a.read(&d, st.Today(), o.Currency, map[string]string{"dispute_reason": strings.Join(args, " ")}); err != nil {
				return err
			}
			if (d.Why == "") != over {
				return r.wrong(words.NeedsWhy)
			}
			_, err := st.Dispute(ctx, o.ID, d.Why)
			return r.inWords("receivable", err)
		},
		said: func(now model.ReceivableOf) error {
			if over {
				return r.line(words.DisputeOver, now.Name())
			}
			return r.line(words.DisputedNow, now.Name(), now.DisputeWhy)
		},
	})
}

func (r *run) writeOffCommand() *cobra.Command {
	var before int64
	var a act[model.WriteOff]
	return r.debtCommand(debtCommand{
		use: "write-off INVOICE [AMOUNT] --reason REASON [flags]", about: words.AboutWriteOff, long: words.LongWriteOff,
		example: words.ExampleWriteOff, least: 1, most: 2,
		flags: func(cmd *cobra.Command) { a = newAct(r, cmd, model.RowOfReceivable, model.WriteOffFields) },
		do: func(ctx context.Context, st model.Store, o model.ReceivableOf, args []string) error {
			var off model.WriteOff
			arguments := map[string]string{}
			if len(args) > 0 {
				arguments["written_off"] = args[0]
			}
			if err := a.read(&off, st.Today(), o.Currency, arguments); err != nil {
				return err
			}
			before = o.WrittenOff
			_, err := st.WriteOff(ctx, o.ID, off)
			return r.inWords(model.RowOfReceivable, err)
		},
		said: func(now model.ReceivableOf) error {
			return r.line(words.WrittenOff, now.Name(), label.Amount(now.WrittenOff-before, now.Currency),
				label.Amount(now.Now.Balance, now.Currency))
		},
	})
}
