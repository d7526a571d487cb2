package cli

import (
	"cmp"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) changesCommand() *cobra.Command {
	var asJSON bool
	var limit int
	cmd := &cobra.Command{
		Use: "changes [CUSTOMER] [flags]", Short: r.say(words.AboutChanges), Long: r.say(words.LongChanges), Example: r.say(words.ExampleChanges),
		Args: r.between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			if limit < 1 {
				return r.wrong(words.BadLimit)
			}
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			var c model.Customer
			if len(args) > 0 {
				if c, err = r.customer(ctx, st, args[0]); err != nil {
					return err
				}
			}
			changes, err := st.Changes(ctx, c.ID, limit)
			if err != nil {
				return err
			}
			if asJSON {
				return r.changesJSON(changes)
			}
			return r.changesText(changes)
		},
	}
	cmd.Flags().IntVar(&limit, "limit", 50, r.say(words.UseChangesLimit))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// changeJSON is a line of the change log in JSON.
type changeJSON struct {
	Set        int64     `json:"set"`
	At         string    `json:"at"`
	Act        model.Act `json:"act"`
	Reason     *string   `json:"reason"`
	State      string    `json:"state"`
	Record     *string   `json:"record"`
	RecordID   *int64    `json:"record_id"`
	Customer   *string   `json:"customer"`
	CustomerID *int64    `json:"customer_id"`
	Op         *string   `json:"op"`
	Field      *string   `json:"field"`
	Before     *string   `json:"before"`
	After      *string   `json:"after"`
}

func (r *run) changesJSON(changes []model.Change) error {
	list := make([]changeJSON, 0, len(changes))
	for _, c := range changes {
		list = append(list, changeJSON{
			Set: c.Set, At: c.At, Act: c.Act, Reason: orNull(c.Reason), State: c.State,
			Record: orNull(c.Record), RecordID: idOrNull(c.RecordID), Customer: orNull(c.Customer), CustomerID: idOrNull(c.CustomerID),
			Op: orNull(c.Op), Field: orNull(c.Field), Before: orNull(c.Before), After: orNull(c.After),
		})
	}
	return r.json(list)
}

func idOrNull(id int64) *int64 {
	if id == 0 {
		return nil
	}
	return &id
}

// changesText prints an act a heading, its fields under it.
func (r *run) changesText(changes []model.Change) error {
	if len(changes) == 0 {
		return r.line(words.NoChanges)
	}
	var b strings.Builder
	for i := 0; i < len(changes); {
		first := changes[i]
		b.WriteString(r.actHead(first) + "\n")
		t := table{indent: "  "}
		for ; i < len(changes) && changes[i].Set == first.Set; i++ {
			if c := changes[i]; c.Field != "" {
				t.add(
					plain(label.Record(c.Record, r.lang)+" #"+strconv.FormatInt(c.RecordID, 10)), plain(c.Customer),
					styled(label.Field(c.Record, c.Field, r.lang), &faint), plain(r.change(c)),
				)
			}
		}
		if len(t.rows) > 0 {
			_ = t.write(&b)
		}
	}
	return writeString(r.out, b.String())
}

// actHead is the number that undo takes, when, what and why, and whether it was
// taken back.
func (r *run) actHead(c model.Change) string {
	parts := []string{"#" + strconv.FormatInt(c.Set, 10), faint.Render(clock(c.At)), strong.Render(label.Act(c.Act, c.Record, r.lang))}
	if c.Reason != "" {
		parts = append(parts, model.Clean(c.Reason))
	}
	if c.State == "undone" || c.State == "dropped" {
		parts = append(parts, warn.Render(r.say(words.UndoneMark)))
	}
	return strings.Join(parts, "  ")
}

// clock is an instant of the log on the person's clock.
func clock(at string) string {
	t, err := time.Parse(time.RFC3339Nano, at)
	if err != nil {
		return at
	}
	return t.Local().Format("2006-01-02 15:04")
}

// change is what became of a field: old → new in words.
func (r *run) change(c model.Change) string {
	before := cmp.Or(c.BeforeName, r.loggedValue(c.Record, c.Field, c.Before))
	after := cmp.Or(c.AfterName, r.loggedValue(c.Record, c.Field, c.After))
	if c.Op == "insert" || before == "" {
		return after
	}
	if after == "" {
		after = "-"
	}
	return before + " → " + after
}
