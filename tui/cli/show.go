package cli

import (
	"context"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
)

type showStore interface {
	resolver
	cardsReader
	Entries(ctx context.Context, customer int64, limit int) ([]model.Entry, error)
}

func (r *run) showCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show CUSTOMER [flags]", Short: r.say(aboutShow), Long: r.say(longShow), Example: r.say(exampleShow),
		Args: r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			c, err := r.customer(ctx, st, args[0])
			if err != nil {
				return err
			}
			entries, err := st.Entries(ctx, c.ID, 0)
			if err != nil {
				return err
			}
			if asJSON {
				card, err := cardJSON(&c, entries, r.names(ctx, st))
				if err != nil {
					return err
				}
				return r.json(card)
			}
			return r.card(c, entries, st.Today())
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(useJSON))
	return cmd
}

// card prints what is known of a customer, and the journal, the newest first.
func (r *run) card(c model.Customer, entries []model.Entry, today model.Date) error {
	head := strong.Render(fmt.Sprintf("%s  #%d", model.Clean(c.Name), c.ID))
	if c.Archived {
		head += "  " + r.say(archivedMark)
	}
	if err := writeString(r.out, head+"\n"); err != nil {
		return err
	}
	t := table{}
	for _, f := range model.CustomerFields {
		value := label.Show("customer", f.Spec, f.Get(&c), c.Currency, r.lang)
		if f.Code == "name" || f.Code == "archived" || value == "" {
			continue
		}
		shown := plain(value)
		switch {
		case f.Code == "next_on":
			shown = nextCell(c.NextOn, today)
			shown.text = r.wholeDay(c.NextOn)
		case c.Inferred.Has(f.Code):
			shown = styled(value+r.say(inferredMark), &warn)
		}
		t.add(styled("  "+label.Field("customer", f.Code, r.lang), &faint), shown)
	}
	if err := t.write(r.out); err != nil {
		return err
	}
	return r.journal(entries)
}

// journal prints a customer's entries.
func (r *run) journal(entries []model.Entry) error {
	if len(entries) == 0 {
		return r.line(noEntries)
	}
	var b strings.Builder
	b.WriteString("\n" + strong.Render(r.say(journalHead, len(entries))) + "\n")
	for _, e := range entries {
		b.WriteString(r.entryHead(e) + "\n")
		for _, part := range []struct{ name, text string }{
			{"", e.Situation}, {"problem", e.Problem}, {"solution", e.Solution}, {"remark", e.Remark},
		} {
			if part.text == "" {
				continue
			}
			lead := "  "
			if part.name != "" {
				lead += faint.Render(label.Field("journal", part.name, r.lang)) + "  "
			}
			b.WriteString(lead + strings.ReplaceAll(model.CleanNote(part.text), "\n", "\n  ") + "\n")
		}
	}
	return writeString(r.out, b.String())
}

// entryHead is an entry's first line: number, time, how, and what stands open.
func (r *run) entryHead(e model.Entry) string {
	parts := []string{fmt.Sprintf("%d", e.Seq), string(e.At)}
	option := func(field, value string) {
		if value != "" {
			parts = append(parts, label.Option("journal", field, value, r.lang))
		}
	}
	option("method", string(e.Method))
	if e.Kind.IsCase() {
		option("kind", string(e.Kind))
		option("case_status", string(e.Status))
	}
	if e.Outcome == model.NotReached {
		option("outcome", string(e.Outcome))
	}
	return accent.Render(strings.Join(parts, "  "))
}
