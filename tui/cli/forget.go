package cli

import (
	"context"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// subject is the person that arguments name: a customer, or contacts #3.
func (r *run) subject(ctx context.Context, st model.Store, args []string) (model.Subject, error) {
	if len(args) == 1 {
		c, err := r.customer(ctx, st, args[0])
		return model.Subject{Customer: c.ID}, err
	}
	id, err := strconv.ParseInt(strings.TrimPrefix(model.Clean(args[1]), "#"), 10, 64)
	if model.ListCalled(args[0]) != model.ExportContacts || err != nil || id <= 0 {
		return model.Subject{}, r.wrong(words.NotAContact)
	}
	it, err := st.Item(ctx, "contact", id)
	if err != nil {
		return model.Subject{}, r.missing(words.NoRecord, strings.Join(args, " "))
	}
	return model.Subject{Customer: it.CustomerID, Contact: id}, nil
}

func (r *run) subjectCommand() *cobra.Command {
	var o exportOptions
	cmd := &cobra.Command{
		Use: "subject CUSTOMER|contacts NUMBER -o FILE [flags]", Short: r.say(words.AboutSubject), Long: r.say(words.LongSubject),
		Example: r.say(words.ExampleSubject), Args: r.between(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			if err := r.mayProtect(&o, true); err != nil {
				return err
			}
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			return r.writeSubject(ctx, st, args, o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UseHandoverOut))
	r.passphraseFlag(cmd.Flags(), &o.passphraseFile)
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) writeSubject(ctx context.Context, st model.Store, args []string, o exportOptions) error {
	who, err := r.subject(ctx, st, args)
	if err != nil {
		return err
	}
	e := model.Export{Kind: model.ExportSubject, Subject: who, Lang: r.lang.String()}
	if e.Passphrase, err = r.protection(ctx, o); err != nil {
		return err
	}
	n, err := st.Export(ctx, o.out, e)
	if err != nil {
		return err
	}
	r.wrote = o.out
	if o.asJSON {
		return r.json(exportedJSON{File: o.out, Kind: e.Kind, Records: n})
	}
	return r.line(words.SubjectWritten, args[len(args)-1], n, o.out)
}

func (r *run) forgetCommand() *cobra.Command {
	var yes, asJSON bool
	cmd := &cobra.Command{
		Use: "forget CUSTOMER|contacts NUMBER [flags]", Short: r.say(words.AboutForget), Long: r.say(words.LongForget),
		Example: r.say(words.ExampleForget), Args: r.between(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			who, err := r.subject(ctx, st, args)
			if err != nil {
				return err
			}
			return r.forget(ctx, st, who, yes, asJSON)
		},
	}
	cmd.Flags().BoolVar(&yes, "yes", false, r.say(words.UseYes))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// forget says what forgetting somebody takes away, and does it where that was
// confirmed.
func (r *run) forget(ctx context.Context, st model.Store, who model.Subject, yes, asJSON bool) error {
	f, err := st.Forgetting(ctx, who)
	if err == nil && yes {
		f, err = st.Forget(ctx, who, label.Forgotten(who.Customer, r.lang))
	}
	if err != nil {
		return err
	}
	if asJSON {
		err = r.json(forgettingOf(f, yes))
	} else {
		err = r.forgetText(f, yes)
	}
	if err == nil && (!yes || f.Unwiped != nil) {
		return errTold
	}
	return err
}

func (r *run) forgetText(f model.Forgetting, done bool) error {
	for _, text := range label.Forgetting(f, r.lang) {
		if err := writeString(r.out, text+"\n"); err != nil {
			return err
		}
	}
	switch {
	case !done:
		return r.line(words.ForgetFirst)
	case f.Unwiped != nil:
		return r.line(words.NotWiped, r.explain(f.Unwiped))
	}
	return r.line(words.ForgotPerson)
}

// forgettingJSON is what forgetting somebody takes away and leaves.
type forgettingJSON struct {
	Customer  int64            `json:"customer_id"`
	Contact   *int64           `json:"contact_id"`
	Forgotten bool             `json:"forgotten"`
	Wiped     bool             `json:"wiped"`
	Deleted   map[string]int   `json:"deleted"`
	Anonymous map[string]int   `json:"anonymous"`
	Owed      []moneyJSON      `json:"owed"`
	Changes   int              `json:"changes"`
	Drafts    int              `json:"drafts"`
	Refused   []string         `json:"refused_lists"`
	Backups   []string         `json:"backups"`
	Sealed    []string         `json:"sealed_backups"`
	Exports   []string         `json:"exports"`
	Mentions  []map[string]any `json:"mentions"`
}

func forgettingOf(f model.Forgetting, done bool) forgettingJSON {
	out := forgettingJSON{Customer: f.Customer, Contact: idOrNull(f.Contact), Forgotten: done, Wiped: done && f.Unwiped == nil,
		Deleted: map[string]int{}, Anonymous: map[string]int{}, Owed: []moneyJSON{}, Changes: f.Changes, Drafts: len(f.Drafts),
		Refused: append([]string{}, f.Refused...), Backups: append([]string{}, f.Backups...), Sealed: append([]string{}, f.Sealed...),
		Exports: append([]string{}, f.Exports...), Mentions: []map[string]any{}}
	for _, k := range f.Gone {
		out.Deleted[k.Record] = k.Count
	}
	for _, k := range f.Bound {
		out.Anonymous[k.Record] = k.Count
	}
	for _, m := range f.Owed {
		out.Owed = append(out.Owed, moneyJSON{m.Amount, m.Currency})
	}
	for _, m := range f.Mentions {
		out.Mentions = append(out.Mentions, map[string]any{"record": m.Record, "id": m.ID, "customer_id": m.CustomerID})
	}
	return out
}
