package cli

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/tui/words"
)

// handoverCommand is genjin handover: customers with all that hangs on them as one
// file for whoever takes over, who imports it; or the list of them to print.
func (r *run) handoverCommand() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use: "handover -o FILE [flags]", Short: r.say(words.AboutHandover), Long: r.say(words.LongHandover),
		Example: r.say(words.ExampleHandover), Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := r.mayProtect(&o, true); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err == nil && !strings.Contains(strings.ToLower(o.out), ".html") { // which lists names and phones
				err = r.askIDs(cmd.Context(), st, model.ExportAll, o)
			}
			if err != nil {
				return err
			}
			return r.handover(cmd.Context(), st, o)
		},
	}
	r.filterFlags(cmd, &o.list)
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UseHandoverOut))
	r.passphraseFlag(cmd.Flags(), &o.passphraseFile)
	cmd.Flags().BoolVar(&o.withIDs, "with-ids", false, r.say(words.UseWithIDs))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) handover(ctx context.Context, st model.Store, o exportOptions) error {
	e := model.Export{Kind: model.ExportAll, Lang: r.lang.String()}
	if err := customers.export(ctx, r, st, &e, o.list, false); err != nil {
		return err
	}
	if len(e.IDs) == 0 {
		return r.failed(words.NobodyToHand)
	}
	said := words.HandedOverPlain
	if name := strings.ToLower(o.out); strings.HasSuffix(name, ".html") || strings.HasSuffix(name, ".html"+model.Protected) {
		e.Kind, said = model.ExportHandover, words.HandedOver
	}
	var err error
	if e.Passphrase, err = r.protection(ctx, o); err != nil {
		return err
	}
	if e.Passphrase != "" {
		said = words.HandedOver
	}
	n, err := st.Export(ctx, o.out, e)
	if err != nil {
		return err
	}
	r.wrote = o.out
	if o.asJSON {
		return r.json(exportedJSON{File: o.out, Kind: "handover", Records: n, Customers: &n})
	}
	return r.line(said, n, o.out)
}
