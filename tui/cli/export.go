package cli

import (
	"context"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/tui/words"
)

// exportOptions are what the flags of genjin export say.
type exportOptions struct {
	list   listOptions
	out    string
	ship   int
	force  bool
	asJSON bool

	passphraseFile string
	withIDs        bool
}

func (r *run) exportCommand() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use:   "export " + strings.Join(model.ExportKinds, "|") + " [CUSTOMER|ORDER|PROJECT] [flags]",
		Short: r.say(words.AboutExport), Long: r.say(words.LongExport), Example: r.say(words.ExampleExport),
		ValidArgs: model.ExportKinds,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := r.between(1, 2)(cmd, args); err != nil {
				return err
			}
			args[0] = model.ListCalled(args[0])
			if err := r.oneOf(args[0], model.ExportKinds); err != nil {
				return err
			}
			if err := r.mayChoose(cmd, args[0]); err != nil {
				return err
			}
			if cmd.Flags().Changed("shipment") && !slices.Contains(ofOrders, args[0]) {
				return r.wrong(words.OptionNotFor, "--shipment", args[0], strings.Join(ofOrders, ", "))
			}
			if ofOne(args[0]) {
				return r.between(2, 2)(cmd, args)
			}
			return r.between(1, 1)(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.mayProtect(&o, ofOne(args[0])); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err == nil {
				err = r.askIDs(cmd.Context(), st, args[0], o)
			}
			if err != nil {
				return err
			}
			return r.export(cmd.Context(), st, args, o)
		},
	}
	r.filterFlags(cmd, &o.list)
	cmd.Flags().StringVar(&o.list.sort, "sort", "", r.say(words.UseSort))
	cmd.Flags().StringSliceVar(&o.list.columns, "columns", nil, r.say(words.UseColumns))
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UseOut))
	r.passphraseFlag(cmd.Flags(), &o.passphraseFile)
	cmd.Flags().BoolVar(&o.withIDs, "with-ids", false, r.say(words.UseWithIDs))
	cmd.Flags().IntVar(&o.ship, "shipment", 0, r.say(words.UseShipment))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// ofOrders are the documents of an order.
var ofOrders = []string{model.ExportConfirmation, model.ExportDelivery}

// ofOne tells the documents that are of one customer, order or project.
func ofOne(kind string) bool {
	return slices.Contains([]string{model.ExportForm, model.ExportConfirmation, model.ExportDelivery, model.ExportProgress,
		model.ExportBrief, model.ExportUpdate, model.ExportPapers, model.ExportHandedOver, model.ExportMinutes,
		model.ExportScan}, kind)
}

// exportedJSON says what was written where.
type exportedJSON struct {
	File    string `json:"file"`
	Kind    string `json:"kind"`
	Records int    `json:"records"`
	// Customers repeats the number where the records are customers.
	Customers *int `json:"customers,omitempty"`
}

// mayWrite refuses to write over a file that is there, unless it was told to.
// A pipe or a device takes what is written to it.
func (r *run) mayWrite(path string, force, needed bool) error {
	if path == "" {
		if needed {
			return r.wrong(words.NeedsOut)
		}
		return nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil // writing will say what is wrong with it
	case info.IsDir():
		return r.failed(words.IsFolder, path)
	case !force && info.Mode().IsRegular():
		return r.failed(words.FileExistsForce, path)
	}
	return nil
}

// export writes a kind of records into a file, or to the standard output in
// the form that scripts read.
func (r *run) export(ctx context.Context, st model.Store, args []string, o exportOptions) error {
	e, name, err := r.exported(ctx, st, args, o.list)
	if err != nil {
		return err
	}
	e.Shipment = o.ship
	if o.out == "" {
		format := "json"
		if e.Kind == model.ExportCalendar {
			format = "ics"
		}
		_, err := st.ExportTo(ctx, r.Out, e, format)
		return err
	}
	if e.Passphrase, err = r.protection(ctx, o); err != nil {
		return err
	}
	n, err := st.Export(ctx, o.out, e)
	if err == nil {
		r.wrote = o.out
	}
	switch {
	case err != nil:
		return err
	case o.asJSON:
		out := exportedJSON{File: o.out, Kind: e.Kind, Records: n}
		if slices.Contains([]string{model.ExportCustomers, model.ExportForm, model.ExportCalendar, model.ExportAll}, e.Kind) {
			out.Customers = &n
		}
		return r.json(out)
	}
	switch e.Kind {
	case model.ExportForm:
		return r.line(words.ExportedForm, name, o.out)
	case model.ExportProgress, model.ExportBrief, model.ExportUpdate:
		return r.line(words.ExportedProject, name, o.out)
	case model.ExportProjects:
		return r.line(words.ExportedProjects, n, o.out)
	case model.ExportJournal:
		return r.line(words.ExportedEntries, n, o.out)
	case model.ExportContacts:
		return r.line(words.ExportedContacts, n, o.out)
	case model.ExportPapers, model.ExportHandedOver, model.ExportMinutes, model.ExportScan:
		return r.line(words.ExportedPapers, name, o.out)
	case model.ExportConfirmation, model.ExportDelivery:
		return r.line(words.ExportedDoc, name, o.out)
	case model.ExportCustomers, model.ExportAll:
		return r.line(words.ExportedCustomers, n, o.out)
	case model.ExportCalendar:
		return r.line(words.ExportedCalendar, n, o.out)
	}
	return r.line(words.ExportedMoney, n, o.out)
}

// exported chooses the records; name is whose form it is.
func (r *run) exported(ctx context.Context, st model.Store, args []string, o listOptions) (e model.Export, name string, err error) {
	e = model.Export{Kind: args[0], Lang: r.lang.String()}
	if k, ok := kinds[e.Kind]; ok {
		return e, "", k.export(ctx, r, st, &e, o, e.Kind == model.ExportProducts)
	}
	switch e.Kind {
	case model.ExportForm, model.ExportPapers, model.ExportHandedOver, model.ExportMinutes, model.ExportScan:
		c, err := r.customer(ctx, st, args[1])
		e.IDs = []int64{c.ID}
		return e, c.Name, err
	case model.ExportProgress, model.ExportBrief, model.ExportUpdate:
		p, err := r.project(ctx, st, args[1])
		e.IDs = []int64{p.ID}
		return e, p.Name, err
	case model.ExportConfirmation, model.ExportDelivery:
		return r.exportedOrder(ctx, st, e, args)
	case model.ExportAll:
		return e, "", nil
	}
	return e, "", customers.export(ctx, r, st, &e, o, false) // the calendar is of customers
}
