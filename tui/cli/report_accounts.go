package cli

import (
	"cmp"
	"context"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// accountsOptions are what the flags of genjin report accounts say.
type accountsOptions struct {
	out                               string
	force, asJSON, text, keep, afresh bool
}

// accountsCommand is genjin report accounts: the ratios of a customer's accounts
// by period, and the analysis in words.
func (r *run) accountsCommand() *cobra.Command {
	var o accountsOptions
	cmd := &cobra.Command{
		Use: "accounts CUSTOMER [flags]", Short: r.say(words.AboutAccounts), Long: r.say(words.LongAccounts),
		Example: r.say(words.ExampleAccounts), Args: r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if err := r.mayWrite(o.out, o.force, false); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.ratios(cmd.Context(), st, args[0], o)
		},
	}
	cmd.Flags().StringVarP(&o.out, "out", "o", "", r.say(words.UseAccountsOut))
	cmd.Flags().BoolVar(&o.force, "force", false, r.say(words.UseForce))
	cmd.Flags().BoolVar(&o.text, "text", false, r.say(words.UseText))
	cmd.Flags().BoolVar(&o.keep, "keep", false, r.say(words.UseKeep))
	cmd.Flags().BoolVar(&o.afresh, "afresh", false, r.say(words.UseAfresh))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) ratios(ctx context.Context, st model.Store, who string, o accountsOptions) error {
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return err
	}
	items, err := st.Items(ctx, model.RowOfAccounts, c.ID)
	if err != nil {
		return err
	}
	list := model.AccountsOf(items)
	if len(list) == 0 {
		return r.failed(words.NoAccounts, c.Name)
	}
	last := &list[len(list)-1]
	text := cmp.Or(last.Analysis, label.Analysis(list, r.lang))
	if o.afresh {
		text = label.Analysis(list, r.lang)
	}
	if o.keep {
		it := model.Item{Record: model.RowOfAccounts, ID: last.ID, CustomerID: c.ID, Values: map[string]string{"analysis": text}}
		if _, err := st.SaveItem(ctx, it); err != nil {
			return r.inWords(model.RowOfAccounts, err)
		}
	}
	if o.out != "" {
		kept := model.KeptReport{Text: label.AnalysisText(c.Name, text, list, r.lang), KeptOn: st.Today()}
		if err := st.ExportKept(ctx, o.out, kept, r.lang.String()); err != nil {
			return err
		}
		r.wrote = o.out
	}
	switch {
	case o.asJSON:
		return r.accountsJSON(items, list)
	case o.out != "":
		return r.line(words.PageOut, o.out)
	case o.text || o.keep:
		return writeString(r.out, label.AnalysisText(c.Name, text, list, r.lang)+"\n")
	}
	return r.accountsText(c.Name, list, text)
}

// accountsJSON is an array of the accounts, the earliest first.
func (r *run) accountsJSON(items []model.Item, list []model.Accounts) error {
	kind, _ := model.AttachedOf(model.RowOfAccounts)
	return r.array(func(add func(any) error) error {
		for i := range list {
			for _, it := range items {
				if it.ID != list[i].ID {
					continue
				}
				if err := add(model.ItemJSON(kind, it)); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

// accountsText is the table of the ratios with the text under it.
func (r *run) accountsText(customer string, list []model.Accounts, text string) error {
	if err := writeString(r.out, strong.Render(label.AccountsTitle(customer, r.lang))+"\n"); err != nil {
		return err
	}
	t := table{head: label.RatioHeads(r.lang), right: map[int]bool{1: true, 2: true, 3: true}}
	for i := range list {
		row := label.RatioRow(&list[i])
		cells := []cell{plain(row[0])}
		for n, ratio := range model.Ratios {
			c := plain(row[n+1])
			if is, known := ratio.Of(&list[i]); known && is < ratio.Guide {
				c.style = &late
			}
			cells = append(cells, c)
		}
		t.add(cells...)
	}
	if err := t.write(r.out); err != nil {
		return err
	}
	return writeString(r.out, "\n"+text+"\n")
}
