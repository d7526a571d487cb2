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

// mergeOptions are what the flags of a merge say.
type mergeOptions struct {
	take   []string
	dryRun bool
	asJSON bool
}

func (r *run) mergeCommand() *cobra.Command {
	var o mergeOptions
	cmd := &cobra.Command{
		Use: "merge CUSTOMER OTHER [flags]", Short: r.say(words.AboutMerge), Long: r.say(words.LongMerge), Example: r.say(words.ExampleMerge),
		Args: r.between(2, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			kept, err := r.customer(ctx, st, args[0])
			if err != nil {
				return err
			}
			other, err := r.customer(ctx, st, args[1])
			if err != nil {
				return err
			}
			m, err := st.Merging(ctx, kept.ID, other.ID)
			if err != nil {
				return err
			}
			return r.merge(ctx, st, m, o)
		},
	}
	cmd.Flags().StringSliceVar(&o.take, "take", nil, r.say(words.UseTake))
	cmd.Flags().BoolVar(&o.dryRun, "dry-run", false, r.say(words.UseDryRun))
	cmd.Flags().BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// differenceJSON is a field in which two cards differ.
type differenceJSON struct {
	Field string     `json:"field"`
	Kept  string     `json:"kept"`
	Other string     `json:"other"`
	Take  model.Side `json:"take"`
}

// mergeJSON is what a merge did, or would do.
type mergeJSON struct {
	Kept        int64            `json:"kept"`
	Other       int64            `json:"other"`
	Merged      bool             `json:"merged"`
	Entries     int              `json:"entries"`
	Items       int              `json:"items"`
	Referred    int              `json:"referred"`
	Differences []differenceJSON `json:"differences"`
	Customer    any              `json:"customer"`
}

func (r *run) merge(ctx context.Context, st model.Customers, m model.Merging, o mergeOptions) error {
	take, err := r.readTake(&m, o.take)
	if err != nil {
		return err
	}
	choices, err := m.Choices(take)
	if err != nil {
		return r.refusedTake(err)
	}
	card := m.Card(choices)
	if !o.dryRun {
		if card, err = st.Merge(ctx, m, take); err != nil {
			return err
		}
	}
	if o.asJSON {
		out := mergeJSON{Kept: m.Kept.ID, Other: m.Other.ID, Merged: !o.dryRun, Entries: m.Entries, Items: m.Items, Referred: m.Referred,
			Differences: []differenceJSON{}, Customer: customerJSON(ctx, st, &card, r.names(ctx, st))}
		for _, d := range m.Differences() {
			out.Differences = append(out.Differences, differenceJSON{d.Code(), d.Kept, d.Other, choices[d.Code()]})
		}
		return r.json(out)
	}
	if err := r.differences(&m, choices); err != nil {
		return err
	}
	if err := r.line(words.MergeMoves, m.Entries, m.Items, m.Referred); err != nil {
		return err
	}
	if o.dryRun {
		return r.line(words.DryRunOnly)
	}
	return r.line(words.MergedCards, m.Other.ID, m.Other.Name, card.ID, card.Name)
}

// readTake reads field=kept|other|both, fields and sides as codes or in words.
func (r *run) readTake(m *model.Merging, texts []string) (map[string]model.Side, error) {
	take := map[string]model.Side{}
	for _, text := range texts {
		name, side, ok := strings.Cut(strings.Replace(model.Clean(text), "＝", "=", 1), "=")
		if !ok {
			return nil, r.wrong(words.BadTake, text)
		}
		take[differenceNamed(m, strings.TrimSpace(name))] = readSide(side)
	}
	return take, nil
}

// differenceNamed is the code of a difference that a text names: by the code,
// or by a name of the field in either language.
func differenceNamed(m *model.Merging, name string) string {
	list := m.Differences()
	for _, d := range list {
		if d.Code() == name {
			return name
		}
	}
	named, _ := label.Customers.Named(name)
	for _, d := range list {
		code, ok := label.ReadHeader(d.Record, name)
		if d.Record == "customer" && d.Spec.Code == named || ok && d.Spec.Code == code {
			return d.Code()
		}
	}
	return name
}

// readSide reads a side by its code or its name.
func readSide(text string) model.Side {
	for side, w := range sideWords {
		if text = strings.ToLower(strings.TrimSpace(text)); text == string(side) || text == w.In(label.ZH) {
			return side
		}
	}
	return model.Side(text)
}

var sideWords = map[model.Side]words.T{
	model.TakeKept: words.SideKept, model.TakeOther: words.SideOther, model.TakeBoth: words.SideBoth,
}

func (r *run) refusedTake(err error) error {
	code, problem, ok := label.Problem("customer", err, r.lang)
	if !ok {
		return err
	}
	record, field, of := strings.Cut(code, ".")
	if !of {
		record, field = "customer", code
	}
	return because(r.wrong(words.BadFlag, "--take", label.Field(record, field, r.lang)+r.say(words.Colon)+problem), err)
}

// differences prints the fields in which the cards differ, and what is taken.
func (r *run) differences(m *model.Merging, choices map[string]model.Side) error {
	list := m.Differences()
	if len(list) == 0 {
		return nil
	}
	t := table{head: []string{"", r.say(words.SideKept) + " #" + strconv.FormatInt(m.Kept.ID, 10),
		r.say(words.SideOther) + " #" + strconv.FormatInt(m.Other.ID, 10), r.say(words.ColumnTaken)}}
	for _, d := range list {
		show := func(value, currency string) cell {
			return plain(strings.ReplaceAll(r.value(d.Record, d.Spec, value, currency), "\n", " "))
		}
		t.add(styled(label.Field(d.Record, d.Spec.Code, r.lang), &faint), show(d.Kept, m.Kept.Currency), show(d.Other, m.Other.Currency),
			plain(r.say(sideWords[choices[d.Code()]])))
	}
	return t.write(r.out)
}

func (r *run) duplicatesCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "duplicates [flags]", Short: r.say(words.AboutDuplicates), Long: r.say(words.LongDuplicates),
		Example: r.say(words.ExampleDuplicates),
		Args:    r.between(0, 0),
		RunE: func(cmd *cobra.Command, _ []string) error {
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.duplicates(cmd.Context(), st, asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// duplicates prints the groups of cards that seem to be of one customer.
func (r *run) duplicates(ctx context.Context, st model.Customers, asJSON bool) error {
	groups, err := st.Duplicates(ctx)
	if err != nil {
		return err
	}
	if asJSON {
		names := r.names(ctx, st)
		return r.array(func(add func(any) error) error {
			for _, ids := range groups {
				var group []any
				if err := eachCustomer(ctx, st, ids, func(c model.Customer) error {
					group = append(group, customerJSON(ctx, st, &c, names))
					return nil
				}); err != nil {
					return err
				}
				if err := add(group); err != nil {
					return err
				}
			}
			return nil
		})
	}
	codes := []string{"id", "name", "phones", "grade", "last_on"}
	t := customers.tableOf(r, codes...)
	t.head = append([]string{""}, t.head...)
	t.right = map[int]bool{0: true, 1: true}
	for i, ids := range groups {
		number := strconv.Itoa(i + 1)
		if err := eachCustomer(ctx, st, ids, func(c model.Customer) error {
			t.add(append([]cell{plain(number)}, customers.cells(r, &model.CustomerOf{Customer: c}, model.AsOf{}, codes...)...)...)
			number = ""
			return nil
		}); err != nil {
			return err
		}
	}
	return r.counted(t, len(groups), len(groups), words.CountGroups)
}
