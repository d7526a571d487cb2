package cli

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// orderOptions are what the flags of genjin order say.
type orderOptions struct {
	act[model.Order]
	lines   []string
	confirm bool
	by      string
	reason  string
	project string
	asJSON  bool
}

func (r *run) orderCommand() *cobra.Command {
	var o orderOptions
	cmd := &cobra.Command{
		Use: "order CUSTOMER --line LINE... [flags]", Short: r.say(words.AboutOrder), Long: r.say(words.LongOrder),
		Example: r.say(words.ExampleOrder),
		Args:    r.between(1, 1),
		RunE: func(cmd *cobra.Command, args []string) error {
			switch {
			case len(o.lines) == 0:
				return r.wrong(words.LineNeeded)
			case o.by != "" && !o.confirm:
				return r.wrong(words.ByConfirmed)
			}
			st, err := r.store(cmd.Context())
			if err != nil {
				return err
			}
			return r.addOrder(cmd.Context(), st, args[0], o)
		},
	}
	fs := cmd.Flags()
	fs.StringArrayVar(&o.lines, "line", nil, r.say(words.UseLine))
	o.act = newAct(r, cmd, model.RowOfOrder, model.OrderFields)
	fs.StringVar(&o.project, "project", "", r.say(words.UseProject))
	fs.BoolVar(&o.confirm, "confirm", false, r.say(words.UseConfirm))
	fs.StringVar(&o.by, "approved-by", "", r.say(words.UseApprovedBy))
	fs.StringVar(&o.reason, "reason", "", r.say(words.UseLimitWhy))
	fs.BoolVar(&o.asJSON, "json", false, r.say(words.UseJSON))
	return cmd
}

func (r *run) addOrder(ctx context.Context, st model.Store, who string, opt orderOptions) error {
	c, err := r.customer(ctx, st, who)
	if err != nil {
		return err
	}
	o := model.Order{CustomerID: c.ID, Currency: c.Currency}
	if err := opt.read(&o, st.Today(), c.Currency, nil); err != nil {
		return err
	}
	if opt.project != "" {
		p, err := r.project(ctx, st, opt.project)
		if err != nil {
			return err
		}
		o.ProjectID = p.ID
	}
	var lines []model.OrderLine
	for _, text := range opt.lines {
		l, err := r.readLine(ctx, st, &o, text)
		if err != nil {
			return err
		}
		lines = append(lines, l)
	}
	asked := o
	o, err = st.AddOrder(ctx, o, lines, opt.steps(o.OrderedOn)...)
	var fe *model.FieldError
	waits := errors.As(err, &fe) && fe.Code == model.RefusedReview
	if waits { // nothing typed is lost: it waits for the review
		why := r.explainOrder(err)
		if o, err = st.AddOrder(ctx, asked, lines); err == nil {
			_, _ = fmt.Fprintln(r.Err, "genjin: "+r.say(words.WaitsForReview, o.OrderNo, why, o.OrderNo))
		}
	}
	if err != nil {
		return r.ofOrder(err)
	}
	if opt.asJSON {
		return r.printOrder(ctx, st, o.ID, true)
	}
	if err := r.line(words.AddedOrder, o.OrderNo, c.Name, label.OrderStatus(o.Status, r.lang), label.Amount(o.Total, o.Currency)); err != nil {
		return err
	}
	return r.printOrder(ctx, st, o.ID, false)
}

// steps are what the flags say is done already of an order of a day.
func (o orderOptions) steps(on model.Date) (steps []model.NodeStep) {
	if !o.confirm {
		return nil
	}
	why := model.CleanNote(o.reason)
	if o.by != "" {
		steps = append(steps, model.NodeStep{Node: model.NodeReview, On: on, By: model.Clean(o.by), Reason: why})
	}
	return append(steps, model.NodeStep{Node: model.NodeConfirm, On: on, Reason: why})
}

// readLine reads a line of an order: a code or a description, the quantity, the
// unit price, and what is taken off.
func (r *run) readLine(ctx context.Context, st model.Orders, o *model.Order, text string) (model.OrderLine, error) {
	pieces := strings.Fields(model.Clean(text))
	var given model.OrderLine
	given.Currency = o.Currency
	take := func(record string) string {
		last := pieces[len(pieces)-1]
		pieces = pieces[:len(pieces)-1]
		return strings.TrimPrefix(last, record)
	}
	set := func(code, text string) error {
		err := label.Set(model.RowOfLine, model.OrderLineFields, code, &given, text, "", model.Nearest)
		if named := given.Currency; err == nil && named != o.Currency {
			err = model.At(code, model.Refuse(model.RefusedForeign, named, o.Currency))
		}
		return err
	}
	if len(pieces) > 2 && strings.HasPrefix(pieces[len(pieces)-1], "-") {
		if err := set("discount", take("-")); err != nil {
			return given, r.refused(model.RowOfLine, "--line", err)
		}
	}
	priced := len(pieces) > 2 && isFigure(pieces[len(pieces)-2])
	if priced {
		if err := set("unit_price", take("")); err != nil {
			return given, r.refused(model.RowOfLine, "--line", err)
		}
	}
	if len(pieces) < 2 {
		return given, r.wrong(words.BadLine, model.Clean(text))
	}
	counted := take("")
	err := set("quantity", counted)
	if strings.HasPrefix(counted, "-") || err == nil && given.Quantity == 0 {
		err = model.At("quantity", model.Refuse(model.RefusedNone))
	}
	if err != nil {
		return given, r.refused(model.RowOfLine, "--line", err)
	}
	l, err := r.lineOf(ctx, st, o, pieces)
	if err != nil {
		return l, err
	}
	l.Quantity, l.Discount = given.Quantity, given.Discount
	switch {
	case priced:
		l.UnitPrice = given.UnitPrice
	case l.UnitPrice == 0:
		return l, r.failed(words.NoPrice, l.Label(), o.Currency, model.Clean(text))
	}
	if unit := model.UnitOf(counted); l.Unit == "" {
		l.Unit = unit
	}
	return l, nil
}

// isFigure tells a quantity, be it one below nothing, from the words of a
// description.
func isFigure(text string) bool {
	text = strings.TrimPrefix(text, "-")
	return text != "" && text[0] >= '0' && text[0] <= '9'
}

// lineOf is the line of a product by its code, with more words as its name, or
// of free text.
func (r *run) lineOf(ctx context.Context, st model.Orders, o *model.Order, pieces []string) (model.OrderLine, error) {
	for _, code := range slices.Compact([]string{strings.Join(pieces, " "), pieces[0]}) {
		_, err := st.ProductByCode(ctx, code)
		if errors.Is(err, model.ErrNotFound) {
			continue
		}
		if err != nil {
			return model.OrderLine{}, err
		}
		l, err := st.SuggestLine(ctx, o.CustomerID, code, o.Currency)
		if code == pieces[0] && len(pieces) > 1 {
			l.Name = strings.Join(pieces[1:], " ")
		}
		return l, err
	}
	return model.OrderLine{Name: strings.Join(pieces, " "), Currency: o.Currency}, nil
}

// orderRecordOf is the record of orders whose field a refusal names; the
// journal's where there is none.
func orderRecordOf(field string) string {
	if _, ok := model.OrderChangeFields.ByCode(field); ok && field == "reason" {
		return "order_change"
	}
	for _, record := range []string{model.RowOfOrder, model.RowOfLine, model.RowOfNode, model.RowOfProduct} {
		if model.FieldOf(record, field).Code != "" {
			return record
		}
	}
	if _, ok := model.OrderNodeFields.ByCode(field); ok {
		return model.RowOfNode
	}
	return "journal"
}

// explainOrder is a refusal in words that names the fields of orders: other
// records have fields of the same codes.
func (r *run) explainOrder(err error) string {
	var fe *model.FieldError
	if !errors.As(err, &fe) {
		return r.explain(err)
	}
	if fe.Code == model.RefusedReview || fe.Code == model.RefusedLimit || fe.Code == model.RefusedShipping {
		fe = &model.FieldError{Code: fe.Code, Args: fe.Args} // a sentence of its own
	}
	record, where := orderRecordOf(fe.Field), r.lineOfError(err)
	if where != "" {
		record = model.RowOfLine
	}
	sentence, _ := label.Refusal(record, fe, r.lang)
	return where + sentence + r.remedy(fe)
}

// ofOrder is a refusal of an order in words.
func (r *run) ofOrder(err error) error {
	var fe *model.FieldError
	if !errors.As(err, &fe) {
		return err
	}
	return &said{sentence: r.explainOrder(err), cause: err}
}

// lineOfError says which line of an order is refused.
func (r *run) lineOfError(err error) string {
	var of *model.LineError
	if errors.As(err, &of) {
		return r.say(words.OfLine, of.Line)
	}
	return ""
}
