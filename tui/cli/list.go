package cli

import (
	"context"
	"fmt"
	"strconv"
	"strings"

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

// isPlain reports whether the whole list is asked for.
func (o *listOptions) isPlain() bool {
	return o.search == "" && len(o.filters) == 0 && o.segment == "" && o.preset == "" && !o.archived
}

func (r *run) listCommand() *cobra.Command {
	var o listOptions
	cmd := &cobra.Command{
		Use: "list " + strings.Join(model.ListKinds, "|") + " [flags]", Short: r.say(words.AboutList),
		Long: r.say(words.LongList), Example: r.say(words.ExampleList),
		Args: r.between(1, 1), ValidArgs: model.ListKinds,
		RunE: func(cmd *cobra.Command, args []string) error {
			if args[0] == "drafts" { // the payments that are
				args[0], o.preset = model.ExportPayments, "drafts"
			}
			args[0] = model.ListCalled(args[0])
			if err := r.oneOf(args[0], model.ListKinds); err != nil {
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
			if _, made := forms[args[0]]; made && o.isPlain() {
				r.fills = args[0]
			}
			return kinds[args[0]].list(cmd.Context(), r, st, o)
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

// counted prints a table and how many rows it has of how many.
func (r *run) counted(t table, shown, all int, count words.T) error {
	switch {
	case all == 0 && r.fills != "":
		return r.line(words.NothingYet, r.fills)
	case all == 0:
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
