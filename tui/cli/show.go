package cli

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

func (r *run) showCommand() *cobra.Command {
	var asJSON bool
	cmd := &cobra.Command{
		Use: "show CUSTOMER|ORDER|PROJECT|KIND [ID] [flags]", Short: r.say(words.AboutShow), Long: r.say(words.LongShow),
		Example: r.say(words.ExampleShow),
		Args:    r.between(1, 2),
		RunE: func(cmd *cobra.Command, args []string) error {
			ctx := cmd.Context()
			st, err := r.store(ctx)
			if err != nil {
				return err
			}
			if len(args) == 2 {
				return r.showRecord(ctx, st, args, asJSON)
			}
			return r.show(ctx, st, args[0], asJSON)
		},
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

// showRecord prints the record of a kind and a number: what is kept of it.
func (r *run) showRecord(ctx context.Context, st model.Store, args []string, asJSON bool) error {
	f, err := r.formOf(args[0])
	if err != nil {
		return err
	}
	id, err := strconv.ParseInt(strings.TrimPrefix(model.Clean(args[1]), "#"), 10, 64)
	if err != nil || id <= 0 {
		return r.wrong(words.BadRecord, args[1])
	}
	s, err := f.shown(ctx, r, st, id)
	switch {
	case errors.Is(err, model.ErrNotFound):
		return r.missing(words.NoRecord, strings.Join(args, " "))
	case err != nil:
		return err
	case asJSON:
		return r.json(s.json)
	}
	t := table{indent: "  "}
	for _, spec := range s.specs {
		words := r.value(s.record, spec, s.values[spec.Code], s.values["currency"])
		if of, err := strconv.ParseInt(s.values[spec.Code], 10, 64); err == nil && of != 0 && spec.IsRef() {
			words = nameOf(ctx, st, spec.Of, of)
		}
		if words != "" {
			t.add(styled(label.Field(s.record, spec.Code, r.lang), &faint), plain(strings.ReplaceAll(words, "\n", "; ")))
		}
	}
	if err := writeString(r.out, strong.Render(s.name+" #"+strconv.FormatInt(s.id, 10))+"\n"); err != nil {
		return err
	}
	return t.write(r.out)
}

// nameOf is what another record is called; one without a name of its own, or
// that is gone, by its number.
func nameOf(ctx context.Context, st model.Store, record string, id int64) string {
	name := ""
	switch record {
	case model.RowOfCustomer:
		c, _ := st.Customer(ctx, id)
		name = c.Name
	case model.RowOfOrder:
		o, _ := st.Order(ctx, id)
		name = o.OrderNo
	case model.RowOfReceivable:
		o, _ := st.Receivable(ctx, id)
		name = o.Name()
	case model.RowOfProject:
		p, _ := st.ProjectOf(ctx, id)
		name = p.Name
	case model.RowOfCampaign:
		if list, _ := st.CampaignList().Rows(ctx, []int64{id}, false); len(list) > 0 {
			name = list[0].Name
		}
	case "template":
		t, _ := st.Template(ctx, id)
		name = t.Name
	}
	if name == "" {
		return "#" + strconv.FormatInt(id, 10)
	}
	return name
}

// show prints the customer that a text means or, where there is none, the
// order or the project.
func (r *run) show(ctx context.Context, st model.Store, text string, asJSON bool) error {
	if model.Clean(text) == "" {
		return r.wrong(words.EmptyCustomer)
	}
	c, err := st.Resolve(ctx, text)
	if errors.Is(err, model.ErrNotFound) {
		return r.showWork(ctx, st, model.Clean(text), asJSON)
	}
	if err != nil {
		return err
	}
	entries, err := st.Entries(ctx, c.ID, 0)
	if err != nil {
		return err
	}
	money, err := r.account(ctx, st, c.ID)
	if err != nil {
		return err
	}
	ordered, err := r.ordersOf(ctx, st, c.ID)
	if err != nil {
		return err
	}
	own, err := r.itemsOf(ctx, st, c.ID)
	if err != nil {
		return err
	}
	if asJSON {
		all := []json.RawMessage{}
		for i := range ordered.list {
			all = append(all, model.OrderJSON(&ordered.list[i]))
		}
		card, err := cardJSON(&c, customerJSON(ctx, st, &c, r.names(ctx, st)), r.accountJSON(money, st.Today()), all, entries)
		if err != nil {
			return err
		}
		if card, err = withOwn(card, own); err != nil {
			return err
		}
		return r.json(card)
	}
	whole, err := st.CustomerList().Rows(ctx, []int64{c.ID}, false)
	if err != nil || len(whole) == 0 {
		return orMissing(err)
	}
	if err := r.card(c, whole[0].CampaignName, st.Today(), r.names(ctx, st)); err != nil {
		return err
	}
	for _, print := range []func() error{
		func() error { return r.items(own) },
		func() error { return r.money(money, st.Today()) },
		func() error { return r.ordered(&c, ordered, st.Today()) },
		func() error { return r.journal(entries) },
	} {
		if err := print(); err != nil {
			return err
		}
	}
	return nil
}

// showWork prints the order of a number, or the project of a name.
func (r *run) showWork(ctx context.Context, st model.Store, text string, asJSON bool) error {
	o, err := st.OrderByNo(ctx, text)
	if err == nil {
		return r.printOrder(ctx, st, o.ID, asJSON)
	} else if !errors.Is(err, model.ErrNotFound) {
		return err
	}
	p, err := st.ResolveProject(ctx, text)
	if errors.Is(err, model.ErrNotFound) {
		return r.missing(words.NoneSuch, text)
	} else if err != nil {
		return err
	}
	of, err := st.ProjectOf(ctx, p.ID)
	if err != nil {
		return err
	}
	if asJSON {
		return r.json(model.ProjectOfJSON(&of))
	}
	return r.showProject(&of)
}

// card prints what the card says of a customer.
func (r *run) card(c model.Customer, campaign string, today model.Date, names func(int64) string) error {
	head := strong.Render(fmt.Sprintf("%s  #%d", model.Clean(c.Name), c.ID))
	if c.Archived {
		head += "  " + r.say(words.ArchivedMark)
	}
	if err := writeString(r.out, head+"\n"); err != nil {
		return err
	}
	var b strings.Builder
	section, t := "", table{indent: "  "}
	for _, f := range model.CustomerFields {
		if _, ok := r.cardValue(&c, f, campaign, today, names); ok {
			t.least = max(t.least, ansi.StringWidth(label.Field("customer", f.Code, r.lang)))
		}
	}
	flush := func() {
		if len(t.rows) > 0 {
			b.WriteString(accent.Render(label.Section(section, r.lang)) + "\n")
			_ = t.write(&b) // a strings.Builder takes everything
		}
		t.rows = nil
	}
	for _, f := range model.CustomerFields {
		if f.Section != "" {
			flush()
			section = f.Section
		}
		if shown, ok := r.cardValue(&c, f, campaign, today, names); ok {
			t.add(styled(label.Field("customer", f.Code, r.lang), &faint), shown)
		}
	}
	flush()
	return writeString(r.out, b.String())
}

// cardValue is a field's value as the card shows it; false when there is none.
func (r *run) cardValue(c *model.Customer, f model.Field[model.Customer], campaign string, today model.Date,
	names func(int64) string) (cell, bool) {
	value := r.value("customer", f.Spec, f.Get(c), c.Currency)
	if f.Of == model.RowOfCampaign {
		value = campaign
	}
	switch {
	case f.Code == "name" || f.Code == "archived" || value == "":
		return cell{}, false
	case f.Code == "referrer":
		return plain(names(c.Referrer)), true
	case f.Code == "next_on":
		shown := nextCell(c.NextOn, today)
		shown.text = r.wholeDay(c.NextOn)
		return shown, true
	case f.Code == "ahead_on":
		return styled(label.Ahead(c.AheadOn, r.lang), &warn), true
	case c.Inferred.Has(f.Code):
		return styled(value+r.say(words.InferredMark), &warn), true
	}
	return plain(value), true
}

// journal prints a customer's entries.
func (r *run) journal(entries []model.Entry) error {
	if len(entries) == 0 {
		return r.line(words.NoEntries)
	}
	var b strings.Builder
	b.WriteString(strong.Render(r.say(words.JournalHead, len(entries))) + "\n")
	names := []string{"problem", "solution", "remark"}
	wide := 0
	for _, name := range names {
		wide = max(wide, ansi.StringWidth(label.Field("journal", name, r.lang)))
	}
	for _, e := range entries {
		b.WriteString(r.entryHead(e) + "\n")
		b.WriteString("  " + paragraph(e.Situation, 2) + "\n")
		for i, text := range []string{e.Problem, e.Solution, e.Remark} {
			if text != "" {
				name := label.Field("journal", names[i], r.lang)
				space := strings.Repeat(" ", wide-ansi.StringWidth(name)+2)
				b.WriteString("  " + faint.Render(name) + space + paragraph(text, 2+wide+2) + "\n")
			}
		}
	}
	return writeString(r.out, b.String())
}

// paragraph is a text whose further lines begin under its first.
func paragraph(text string, indent int) string {
	return strings.ReplaceAll(model.CleanNote(text), "\n", "\n"+strings.Repeat(" ", indent))
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
