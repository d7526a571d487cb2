package cli

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
)

type reportStore interface {
	resolver
	Aging(ctx context.Context, by model.AgingBy) (model.Aging, error)
	Statement(ctx context.Context, customer int64, from, to model.Date) ([]model.Statement, error)
	ExportStatement(ctx context.Context, path string, list []model.Statement, lang label.Lang) error
}

// agingLines are what an aging report can have its lines by.
var agingLines = []string{string(model.AgingByCustomer), string(model.AgingByBucket), string(model.AgingByMonth)}

func (r *run) reportCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use: "report aging|statement|delivery [flags]", Short: r.say(aboutReport), Long: r.say(longReport), Example: r.say(exampleReport),
		Args: func(_ *cobra.Command, args []string) error {
			kinds := []string{"aging", "statement", "delivery"}
			if len(args) == 0 {
				return r.notOne("", kinds)
			}
			return r.notOne(args[0], kinds)
		},
		RunE: func(*cobra.Command, []string) error { return nil },
	}
	cmd.AddCommand(r.agingCommand(), r.statementCommand(), r.deliveryCommand())
	return cmd
}

func (r *run) agingCommand() *cobra.Command {
	var by string
	var asJSON bool
	cmd := &cobra.Command{
		Use: "aging [flags]", Short: r.say(aboutAging), Long: r.say(longReport), Example: r.say(exampleReport),
		Args: r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			if err := r.oneOf(by, agingLines); err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			a, err := st.Aging(cmd.Context(), model.AgingBy(by))
			if err != nil {
				return err
			}
			if asJSON {
				return r.agingJSON(a)
			}
			return r.agingText(a)
		},
	}
	cmd.Flags().StringVar(&by, "by", string(model.AgingByBucket), r.say(useBy))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(useJSON))
	completions(cmd, "by", agingLines)
	return cmd
}

// agingJSON prints an array of lines, each with its currency, its buckets and
// their total.
func (r *run) agingJSON(a model.Aging) error {
	return r.array(func(add func(any) error) error {
		for _, line := range a.Lines {
			object := with(json.RawMessage(`{`+quotedMember("as_of", string(a.AsOf))+`}`), struct {
				Currency string `json:"currency"`
			}{line.Currency})
			switch a.By {
			case model.AgingByCustomer:
				object = with(object, struct {
					Customer string `json:"customer"`
					ID       int64  `json:"customer_id"`
				}{line.Customer, line.CustomerID})
			case model.AgingByMonth:
				object = with(object, struct {
					Month *string `json:"month"`
				}{orNull(line.Month)})
			}
			for n, code := range a.Bucket.Codes() {
				object = with(object, map[string]moneyJSON{code: {line.Buckets[n], line.Currency}})
			}
			object = with(object, struct {
				Total moneyJSON `json:"total"`
				Count int       `json:"count"`
			}{moneyJSON{line.Total, line.Currency}, line.Count})
			if err := add(object); err != nil {
				return err
			}
		}
		return nil
	})
}

// quotedMember is a member of a JSON object.
func quotedMember(name, value string) string {
	text, _ := json.Marshal(value) // a string
	return `"` + name + `":` + string(text)
}

func (r *run) agingText(a model.Aging) error {
	if len(a.Lines) == 0 {
		return r.line(agingNothing, string(a.AsOf))
	}
	if err := writeString(r.out, strong.Render(r.say(agingHead, r.wholeDay(a.AsOf)))+"\n"); err != nil {
		return err
	}
	t := table{right: map[int]bool{}, head: []string{label.Field("receivable", "currency", r.lang)}}
	lead := 1
	switch a.By {
	case model.AgingByCustomer:
		t.head, lead = append(t.head, label.Field("customer", "name", r.lang)), 2
	case model.AgingByMonth:
		t.head, lead = append(t.head, r.say(columnMonth)), 2
	}
	for n := range a.Bucket.Len() {
		t.head = append(t.head, label.Bucket(a.Bucket, n, r.lang))
		t.right[lead+n] = true
	}
	t.head = append(t.head, r.say(columnTotal))
	t.right[lead+a.Bucket.Len()] = true
	for _, line := range a.Lines {
		t.add(r.agingCells(a, line)...)
	}
	if lead > 1 {
		for _, total := range a.Totals {
			total.Customer, total.Month = r.say(columnTotal), r.say(columnTotal)
			t.add(r.agingCells(a, total)...)
		}
	}
	return t.write(r.out)
}

func (r *run) agingCells(a model.Aging, line model.AgingLine) []cell {
	cells := []cell{plain(line.Currency)}
	switch a.By {
	case model.AgingByCustomer:
		cells = append(cells, plain(line.Customer))
	case model.AgingByMonth:
		month := line.Month
		if month == "" {
			month = r.say(noDueDate)
		}
		cells = append(cells, plain(month))
	}
	for n, open := range line.Buckets {
		c := plain(model.Money{Amount: open, Currency: line.Currency}.String())
		if n > 0 && open > 0 {
			c.style = &late
		}
		cells = append(cells, c)
	}
	return append(cells, styled(model.Money{Amount: line.Total, Currency: line.Currency}.String(), &strong))
}
