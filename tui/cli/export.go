package cli

import (
	"context"
	"os"
	"strconv"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
)

type exportStore interface {
	resolver
	cardsReader
	CustomerIDs(ctx context.Context, q model.Query) ([]int64, error)
	segmentReader
	ExportCustomers(ctx context.Context, path string, ids []int64, lang label.Lang) error
	ExportForm(ctx context.Context, path string, ids []int64) error
	NoteExport(ctx context.Context, what string) error
}

func (r *run) exportCommand() *cobra.Command {
	var o listOptions
	var out string
	var force, asJSON bool
	kinds := []string{"customers", "form"}
	cmd := &cobra.Command{
		Use: "export customers|form [CUSTOMER] [flags]", Short: r.say(aboutExport), Long: r.say(longExport), Example: r.say(exampleExport),
		ValidArgs: kinds,
		Args: func(cmd *cobra.Command, args []string) error {
			if err := r.between(1, 2)(cmd, args); err != nil {
				return err
			}
			if err := r.oneOf(args[0], kinds); err != nil {
				return err
			}
			if args[0] == "form" {
				return r.between(2, 2)(cmd, args)
			}
			return r.between(1, 1)(cmd, args)
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.mayWrite(out, force, args[0] == "form"); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			if args[0] == "form" {
				return r.exportForm(cmd.Context(), st, args[1], out, asJSON)
			}
			return r.exportCustomers(cmd.Context(), st, o, out, asJSON)
		},
	}
	r.filterFlags(cmd, &o)
	cmd.Flags().StringVar(&o.sort, "sort", "", r.say(useSort))
	cmd.Flags().StringVarP(&out, "out", "o", "", r.say(useOut))
	cmd.Flags().BoolVar(&force, "force", false, r.say(useForce))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(useJSON))
	return cmd
}

// exportedJSON says what was written where.
type exportedJSON struct {
	File      string `json:"file"`
	Customers int    `json:"customers"`
}

// mayWrite refuses to write over a file that is there, unless it was told to.
func (r *run) mayWrite(path string, force, needed bool) error {
	if path == "" {
		if needed {
			return r.wrong(needsOut)
		}
		return nil
	}
	info, err := os.Stat(path)
	switch {
	case err != nil:
		return nil // writing will say what is wrong with it
	case info.IsDir():
		return r.failed(isFolder, path)
	case !force:
		return r.failed(fileExistsForce, path)
	}
	return nil
}

func (r *run) exportForm(ctx context.Context, st exportStore, who, out string, asJSON bool) error {
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return err
	}
	if err := st.ExportForm(ctx, out, []int64{c.ID}); err != nil {
		return err
	}
	if asJSON {
		return r.json(exportedJSON{out, 1})
	}
	return r.line(exportedForm, c.Name, out)
}

func (r *run) exportCustomers(ctx context.Context, st Store, o listOptions, out string, asJSON bool) error {
	q, err := r.query(ctx, st, o, st.Today())
	if err != nil {
		return err
	}
	ids, err := st.CustomerIDs(ctx, q)
	if err != nil {
		return err
	}
	if out == "" {
		if err := st.NoteExport(ctx, "json "+strconv.Itoa(len(ids))); err != nil {
			return err
		}
		return r.customersJSON(ctx, st, ids)
	}
	if err := st.ExportCustomers(ctx, out, ids, r.lang); err != nil {
		return err
	}
	if asJSON {
		return r.json(exportedJSON{out, len(ids)})
	}
	return r.line(exportedCustomers, len(ids), out)
}
