package cli

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/tui/words"
)

func (r *run) newCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "new KIND field=value... [flags]", Short: r.say(words.AboutNew), Long: r.say(words.LongNew), Example: r.say(words.ExampleNew),
		Args: r.between(2, -1), ValidArgs: formNames(),
		RunE: func(cmd *cobra.Command, args []string) error {
			f, err := r.formOf(args[0])
			if err != nil {
				return err
			}
			list, err := r.assignments(args[1:])
			if err != nil {
				return err
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			made, err := f.make(cmd.Context(), r, st, list)
			if err != nil {
				return err
			}
			sentence := words.MadeRecord
			if made.sentence != (words.T{}) {
				sentence = made.sentence
			}
			if err := r.kept(sentence, made, asJSON); err != nil || made.also == nil || asJSON {
				return err
			}
			return made.also()
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) editCommand() *cobra.Command {
	var asJSON bool
	var reason, paper string
	cmd := &cobra.Command{
		Use: "edit RECORD field=value... [flags]", Short: r.say(words.AboutEdit), Long: r.say(words.LongEdit), Example: r.say(words.ExampleEdit),
		Args: r.between(2, -1),
		RunE: func(cmd *cobra.Command, args []string) error {
			pieces := 1
			if _, ok := forms[model.ListCalled(args[0])]; ok && !strings.Contains(args[1], "=") {
				args[0], pieces = model.ListCalled(args[0]), 2
			}
			list, err := r.assignments(args[pieces:])
			if err != nil {
				return err
			}
			if len(list) == 0 {
				return r.wrong(words.TooFewArguments, cmd.UseLine(), cmd.CommandPath())
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			f, id, err := r.meant(cmd.Context(), st, args[:pieces])
			if err != nil {
				return err
			}
			changed, err := f.change(cmd.Context(), r, st, id, list, model.WithPaper(model.CleanNote(reason), paper))
			if errors.Is(err, model.ErrNotFound) {
				return r.missing(words.NoRecord, strings.Join(args[:pieces], " "))
			}
			if err != nil {
				return err
			}
			return r.kept(words.ChangedRecord, changed, asJSON)
		},
	}
	cmd.Flags().StringVar(&reason, "reason", "", r.say(words.UseEditReason))
	cmd.Flags().StringVar(&paper, "paper", "", r.say(words.UseEditPaper))
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// kept says what was made or changed.
func (r *run) kept(sentence words.T, k kept, asJSON bool) error {
	if asJSON {
		return r.json(k.json)
	}
	return r.line(sentence, k.name, k.id)
}

func formNames() []string { return slices.Sorted(maps.Keys(forms)) }

func (r *run) formOf(kind string) (form, error) {
	f, ok := forms[model.ListCalled(kind)]
	if !ok {
		return nil, r.wrong(words.NotOneOf, kind, strings.Join(formNames(), ", "))
	}
	return f, nil
}

// assignments reads field=value arguments; a value may be empty, which takes
// away what stands there.
func (r *run) assignments(args []string) ([]assignment, error) {
	var list []assignment
	for _, arg := range args {
		field, value, ok := strings.Cut(arg, "=")
		if !ok {
			field, value, ok = strings.Cut(arg, "＝")
		}
		if field = model.Clean(field); !ok || field == "" {
			return nil, r.wrong(words.BadAssignment, arg)
		}
		list = append(list, assignment{field, value})
	}
	return list, nil
}

// meant is the record that words name, and its form: an order by its number, a
// customer by name, number or phone, a project by its name, any other one as
// KIND #3.
func (r *run) meant(ctx context.Context, st model.Store, pieces []string) (form, int64, error) {
	last := model.Clean(pieces[len(pieces)-1])
	if len(pieces) == 2 {
		id, err := strconv.ParseInt(strings.TrimPrefix(last, "#"), 10, 64)
		switch {
		case err == nil && id > 0:
			return forms[pieces[0]], id, nil
		case pieces[0] != model.ExportCustomers && pieces[0] != model.ExportOrders && pieces[0] != model.ExportProjects &&
			pieces[0] != model.ExportProducts:
			return nil, 0, r.wrong(words.BadRecord, last)
		}
	}
	kind := ""
	if len(pieces) == 2 {
		kind = pieces[0]
	}
	for _, try := range []struct {
		kind string
		find func() (int64, error)
	}{
		{model.ExportOrders, func() (int64, error) { o, err := st.OrderByNo(ctx, last); return o.ID, err }},
		{model.ExportProducts, func() (int64, error) { p, err := st.ProductByCode(ctx, last); return p.ID, err }},
		{model.ExportCustomers, func() (int64, error) { c, err := st.Resolve(ctx, last); return c.ID, err }},
		{model.ExportProjects, func() (int64, error) { p, err := st.ResolveProject(ctx, last); return p.ID, err }},
	} {
		if kind != "" && kind != try.kind || kind == "" && try.kind == model.ExportProducts {
			continue
		}
		if id, err := try.find(); !errors.Is(err, model.ErrNotFound) {
			return forms[try.kind], id, err
		}
	}
	return nil, 0, r.missing(words.NoneSuch, last)
}
