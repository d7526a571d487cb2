package cli

import (
	"context"
	"fmt"
	"strconv"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/tui/words"
)

// listOptions are what a list's flags say.
type listOptions struct {
	search   string
	filters  []string
	sort     string
	limit    int
	archived bool
	columns  []string
	segment  string
	preset   string
	asJSON   bool
}

func (r *run) listCommand() *cobra.Command {
	var o listOptions
	names := []string{"customers", "journal", "contacts", "receivables", "payments", "orders", "products", "oem", "market"}
	cmd := &cobra.Command{
		Use: "list customers|journal|contacts|receivables|payments|orders|products|oem [flags]", Short: r.say(words.AboutList),
		Long: r.say(words.LongList), Example: r.say(words.ExampleList),
		Args: r.between(1, 1), ValidArgs: names,
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.oneOf(args[0], names); err != nil {
				return err
			}
			if err := r.mayChoose(cmd, args[0]); err != nil {
				return err
			}
			if o.limit < 0 {
				return r.wrong(words.BadLimit)
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			if k, ok := kinds[args[0]]; ok {
				return k.list(cmd.Context(), r, st, o)
			}
			return r.listCustomers(cmd.Context(), st, o)
		},
	}
	r.filterFlags(cmd, &o)
	cmd.Flags().StringVar(&o.sort, "sort", "", r.say(words.UseSort))
	cmd.Flags().StringSliceVar(&o.columns, "columns", nil, r.say(words.UseColumns))
	cmd.Flags().IntVar(&o.limit, "limit", 0, r.say(words.UseLimit))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// filterFlags are those by which list and export choose.
func (r *run) filterFlags(cmd *cobra.Command, o *listOptions) {
	cmd.Flags().StringVar(&o.search, "search", "", r.say(words.UseSearch))
	cmd.Flags().StringArrayVar(&o.filters, "filter", nil, r.say(words.UseFilter))
	cmd.Flags().StringVar(&o.segment, "segment", "", r.say(words.UseSegment))
	cmd.Flags().StringVar(&o.preset, "preset", "", r.say(words.UsePreset))
	cmd.Flags().BoolVar(&o.archived, "archived", false, r.say(words.UseArchived))
}

func (r *run) listCustomers(ctx context.Context, st model.Store, o listOptions) error {
	q, err := r.query(ctx, st, o, st.Today())
	if err != nil {
		return err
	}
	columns, err := r.columns(o.columns)
	if err != nil {
		return err
	}
	ids, err := st.CustomerIDs(ctx, q)
	if err != nil {
		return err
	}
	allIDs, all := ids, len(ids)
	if o.limit > 0 {
		ids = ids[:min(o.limit, all)]
	}
	if o.asJSON {
		return r.customersJSON(ctx, st, ids)
	}
	set, err := st.Settings(ctx)
	if err != nil {
		return err
	}
	t, names := r.columnsTable(columns), r.names(ctx, st)
	err = eachCustomer(ctx, st, ids, func(c model.Customer) error {
		cells := []cell{styled(strconv.FormatInt(c.ID, 10), &faint)}
		for _, spec := range columns {
			cells = append(cells, r.columnCell(&c, spec, set, st.Today(), names))
		}
		t.add(cells...)
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.counted(t, len(ids), all, words.CountCustomers); err != nil || all == 0 {
		return err
	}
	return r.totals(ctx, st, q, allIDs)
}

// counted prints a table and how many rows it has of how many.
func (r *run) counted(t table, shown, all int, count words.T) error {
	if all == 0 {
		return r.line(words.NothingFound)
	}
	if err := t.write(r.out); err != nil {
		return err
	}
	number := strconv.Itoa(all)
	if shown < all {
		number = fmt.Sprintf("%d / %d", shown, all)
	}
	return writeString(r.out, faint.Render(r.say(count, number))+"\n")
}

// chunk is how many cards are held at a time.
const chunk = 500

// eachCustomer reads the cards of the ids, some at a time.
func eachCustomer(ctx context.Context, st model.Desk, ids []int64, fn func(model.Customer) error) error {
	for len(ids) > 0 {
		n := min(chunk, len(ids))
		some, err := st.CustomersByID(ctx, ids[:n])
		if err != nil {
			return err
		}
		for _, c := range some {
			if err := fn(c); err != nil {
				return err
			}
		}
		ids = ids[n:]
	}
	return nil
}

// customersJSON prints an array, a card at a time.
func (r *run) customersJSON(ctx context.Context, st model.Desk, ids []int64) error {
	names := r.names(ctx, st)
	return r.array(func(add func(any) error) error {
		return eachCustomer(ctx, st, ids, func(c model.Customer) error { return add(customerJSON(&c, names)) })
	})
}
