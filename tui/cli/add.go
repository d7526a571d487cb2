package cli

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) addCommand() *cobra.Command {
	var asJSON, another bool
	cmd := &cobra.Command{
		Use: "add TEXT... [flags]", Short: r.say(words.AboutAdd), Long: r.say(words.LongAdd), Example: r.say(words.ExampleAdd),
		Args: r.between(1, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			set, err := st.Settings(ctx)
			if err != nil {
				return err
			}
			q, err := label.ParseQuick(strings.Join(args, " "), st.Today(), set.Sources.Items()...)
			if err != nil {
				return err
			}
			if !another {
				if err := r.refuseKnown(ctx, st, q.Customer, words.KnownPhone); err != nil {
					return err
				}
			}
			c, err := st.AddCustomer(ctx, q.Customer)
			if err != nil {
				return err
			}
			if asJSON {
				return r.addedJSON(ctx, st, c)
			}
			if err := r.added(c, q.Given, st.Today()); err != nil {
				return err
			}
			return r.namesakes(ctx, st, c)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	cmd.Flags().BoolVar(&another, "new", false, r.say(words.UseNew))
	return cmd
}

// refuseKnown refuses a customer whose phone another card has already; sentence
// says so, and what to do.
func (r *run) refuseKnown(ctx context.Context, st model.Customers, c model.Customer, sentence words.T) error {
	for _, phone := range c.Phones.Items() {
		found, err := st.Resolve(ctx, phone)
		var several *model.AmbiguousError
		switch {
		case errors.As(err, &several):
			found = several.Customers[0]
		case errors.Is(err, model.ErrNotFound):
			continue
		case err != nil:
			return err
		}
		if hasPhone(found, phone) {
			return r.failed(sentence, phone, found.ID, found.Name)
		}
	}
	return nil
}

func hasPhone(c model.Customer, phone string) bool {
	return slices.ContainsFunc(c.Phones.Items(), func(p string) bool { return model.PhoneDigits(p) == model.PhoneDigits(phone) })
}

// namesakes says who else has the name of a new customer.
func (r *run) namesakes(ctx context.Context, st model.Customers, c model.Customer) error {
	same, err := st.Namesakes(ctx, c)
	if err != nil || len(same) == 0 {
		return err
	}
	first := same[0]
	return r.line(words.SameName, len(same), first.ID, strings.TrimSpace(first.Name+" "+r.phones(&first)),
		first.ID, c.ID)
}

// namesakeJSON is another customer of the name of a new one.
type namesakeJSON struct {
	ID     int64    `json:"id"`
	Name   string   `json:"name"`
	Phones []string `json:"phones"`
}

// addedJSON prints a new card with the customers who have its name.
func (r *run) addedJSON(ctx context.Context, st model.Customers, c model.Customer) error {
	same, err := st.Namesakes(ctx, c)
	if err != nil {
		return err
	}
	list := []namesakeJSON{}
	for _, k := range same {
		list = append(list, namesakeJSON{k.ID, k.Name, notNull(k.Phones.Items())})
	}
	return r.json(with(customerJSON(ctx, st, &c, r.names(ctx, st)), struct {
		Namesakes []namesakeJSON `json:"namesakes"`
	}{list}))
}

// added says what was kept: what the line gave, and when the customer is due.
func (r *run) added(c model.Customer, given []string, today model.Date) error {
	if err := r.line(words.AddedCustomer, c.ID, c.Name); err != nil {
		return err
	}
	shown := slices.DeleteFunc(slices.Clone(given), func(code string) bool { return code == "name" || code == "next_on" })
	for _, code := range append(c.Inferred.Items(), "next_on") {
		if !slices.Contains(shown, code) {
			shown = append(shown, code)
		}
	}
	t := table{indent: "  "}
	for _, code := range shown {
		if f, ok := model.CustomerFields.ByCode(code); ok {
			value := r.value("customer", f.Spec, f.Get(&c), c.Currency)
			if f.Kind == model.KindDate && value != "" {
				value = r.wholeDay(model.Date(value))
			}
			if c.Inferred.Has(code) {
				value += r.say(words.InferredMark)
			}
			t.add(styled(label.Field("customer", code, r.lang), &faint), plain(value))
		}
	}
	return t.write(r.out)
}
