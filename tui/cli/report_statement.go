package cli

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// statementOptions are what the flags of genjin report statement say.
type statementOptions struct {
	from, to, out      string
	force, asJSON, all bool
}

func (r *run) statementCommand() *cobra.Command {
	var o statementOptions
	cmd := &cobra.Command{
		Use: "statement [CUSTOMER] [flags]", Short: r.say(words.AboutState), Long: r.say(words.LongReport), Example: r.say(words.ExampleReport),
		Args: r.between(0, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case o.all == (len(args) == 1), o.all && o.asJSON:
				return r.wrong(words.OneOrAll)
			case o.all && o.out == "":
				return r.wrong(words.NeedsFolder)
			case !o.all:
				if err := r.mayWrite(o.out, o.force, false); err != nil {
					return err
				}
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			if o.all {
				return r.statements(cmd.Context(), st, o)
			}
			return r.statement(cmd.Context(), st, args[0], o)
		},
	}
	cmd.Flags().StringVar(&o.from, "from", "", r.say(words.UseFrom))
	cmd.Flags().StringVar(&o.to, "to", "", r.say(words.UseTo))
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UseReportOut))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	cmd.Flags().BoolVar(&o.all, "all", false, r.say(words.UseAllStatements))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// period reads the days of a report.
func (r *run) period(fromText, toText string, today model.Date) (from, to model.Date, err error) {
	if to, err = model.ParseDate(toText, today, model.Nearest); err != nil {
		return "", "", r.refused("", "--to", err)
	}
	if to == "" {
		to = today
	}
	if from, err = model.ParseDate(fromText, to, model.Past); err != nil {
		return "", "", r.refused("", "--from", err)
	}
	if from == "" {
		from = to.AddDays(1 - to.Day())
	}
	if to < from {
		return "", "", r.wrong(words.BadPeriod)
	}
	return from, to, nil
}

func (r *run) statement(ctx context.Context, st model.Store, who string, o statementOptions) error {
	from, to, err := r.period(o.from, o.to, st.Today())
	if err != nil {
		return err
	}
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return err
	}
	list, err := st.Statement(ctx, c.ID, from, to)
	if err != nil {
		return err
	}
	if o.out != "" {
		if err := st.ExportStatement(ctx, o.out, list, r.lang.String()); err != nil {
			return err
		}
		r.wrote = o.out
	}
	switch {
	case o.asJSON:
		return r.statementJSON(list)
	case o.out != "":
		return r.line(words.StatementOut, c.Name, o.out)
	}
	for _, s := range list {
		if err := r.statementText(s); err != nil {
			return err
		}
	}
	return nil
}

// statements writes one statement a customer into a folder, of all who have one.
func (r *run) statements(ctx context.Context, st model.Store, o statementOptions) error {
	from, to, err := r.period(o.from, o.to, st.Today())
	if err != nil {
		return err
	}
	whose, err := st.StatementsOf(ctx, from, to)
	if err != nil {
		return err
	}
	if err := os.MkdirAll(o.out, 0o700); err != nil {
		return err
	}
	written := 0
	for _, c := range whose {
		list, err := st.Statement(ctx, c.ID, from, to)
		if err != nil {
			return err
		}
		list = slices.DeleteFunc(list, func(s model.Statement) bool { return s.IsIdle() })
		if len(list) == 0 {
			continue
		}
		name := fmt.Sprintf("%s-%s-%d-%s.xlsx", label.Statement(r.lang).Title, fileName(c.Name), c.ID, to)
		path := filepath.Join(o.out, name)
		if err := r.mayWrite(path, o.force, false); err != nil {
			return err
		}
		if err := st.ExportStatement(ctx, path, list, r.lang.String()); err != nil {
			return err
		}
		written++
	}
	return r.line(words.StatementsOut, written, o.out)
}

// fileName is a name that every system takes as part of a file's.
func fileName(name string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune("/\\:*?\"<>|", r) {
			return '_'
		}
		return r
	}, name)
}

type moveJSON struct {
	On      model.Date     `json:"on"`
	Kind    model.MoveKind `json:"kind"`
	Name    string         `json:"name"`
	Note    string         `json:"note"`
	DueOn   *model.Date    `json:"due_on"`
	Amount  moneyJSON      `json:"amount"`
	Balance moneyJSON      `json:"balance"`
}

type statementJSON struct {
	Customer   string     `json:"customer"`
	CustomerID int64      `json:"customer_id"`
	Currency   string     `json:"currency"`
	From       model.Date `json:"from"`
	To         model.Date `json:"to"`
	Opening    moneyJSON  `json:"opening"`
	Debit      moneyJSON  `json:"debit"`
	Credit     moneyJSON  `json:"credit"`
	Closing    moneyJSON  `json:"closing"`
	Lines      []moveJSON `json:"lines"`
}

// statementJSON prints an array, a statement a currency.
func (r *run) statementJSON(list []model.Statement) error {
	out := []statementJSON{}
	for _, s := range list {
		sum := func(n int64) moneyJSON { return moneyJSON{n, s.Currency} }
		line := statementJSON{
			Customer: s.Customer.Name, CustomerID: s.Customer.ID, Currency: s.Currency, From: s.From, To: s.To,
			Opening: sum(s.Opening), Debit: sum(s.Debit), Credit: sum(s.Credit), Closing: sum(s.Closing), Lines: []moveJSON{},
		}
		for _, m := range s.Moves {
			line.Lines = append(line.Lines, moveJSON{m.On, m.Kind, m.Name, m.Text, orNull(m.DueOn), sum(m.Amount), sum(m.Balance)})
		}
		out = append(out, line)
	}
	return r.json(out)
}

func (r *run) statementText(s model.Statement) error {
	w := label.Statement(r.lang)
	title := w.Title + "  " + s.Customer.Name + "  " + string(s.From) + " – " + string(s.To) + "  " + s.Currency
	if err := writeString(r.out, strong.Render(title)+"\n"); err != nil {
		return err
	}
	t := table{right: map[int]bool{4: true, 5: true, 6: true}, head: []string{w.Date, w.What, w.Ref, w.Due,
		w.Debit, w.Credit, w.Balance, w.Note}}
	sum := func(n int64) cell { return plain(model.Money{Amount: n, Currency: s.Currency}.String()) }
	none := plain("")
	t.add(plain(string(s.From)), styled(w.Opening, &strong), none, none, none, none, sum(s.Opening), none)
	for _, m := range s.Moves {
		debit, credit := sum(m.Amount), none
		if m.Amount < 0 {
			debit, credit = none, sum(-m.Amount)
		}
		t.add(plain(string(m.On)), plain(label.Move(m.Kind, r.lang)), plain(m.Name), plain(string(m.DueOn)), debit,
			credit, sum(m.Balance), plain(label.MoveNote(m, r.lang)))
	}
	t.add(plain(string(s.To)), styled(w.Closing, &strong), none, none, sum(s.Debit), sum(s.Credit), sum(s.Closing), none)
	if err := t.write(r.out); err != nil {
		return err
	}
	if late := label.LateInterest(s.Interest, s.Currency, s.To, r.set, r.lang); late != "" {
		return writeString(r.out, late+"\n")
	}
	return nil
}
