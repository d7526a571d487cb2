package act

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"

	"genjin/tui/ask"
)

// Change opens the form for a change of an order.
func (c *Clerk) Change(id int64, kind model.ChangeKind) tea.Cmd {
	if kind == model.ChangeTransfer {
		return c.transfer(id)
	}
	return c.on(id, c.kindName(kind), func(j job) tea.Msg {
		f := &changeForm{clerk: c, job: j, kind: kind, env: c.fieldEnv(j.Currency)}
		return kit.OpenDialog{Dialog: f.open()}
	})
}

func (c *Clerk) kindName(kind model.ChangeKind) string {
	return label.Option("order_change", "kind", string(kind), c.words.Lang)
}

// transfer asks to whom the order goes, and why.
func (c *Clerk) transfer(id int64) tea.Cmd {
	return kit.Open(ask.NewCustomer(c.env, c.words, c.store, c.words.Ordering.TransferTo, func(k model.Customer) tea.Cmd {
		return c.on(id, c.kindName(model.ChangeTransfer), func(j job) tea.Msg {
			f := &changeForm{clerk: c, job: j, kind: model.ChangeTransfer, env: c.fieldEnv(j.Currency), to: k}
			return kit.OpenDialog{Dialog: f.open()}
		})
	}))
}

// changeForm is the form of a change: what its kind asks for, the reason, the
// day.
type changeForm struct {
	*ask.Editor
	clerk *Clerk
	job   job
	kind  model.ChangeKind
	env   ask.FieldEnv
	start model.ChangeRequest
	to    model.Customer // transfer
	lines *lines         // exchange
}

func (f *changeForm) open() kit.Dialog {
	w := f.clerk.words.Ordering
	f.start = model.ChangeRequest{OrderID: f.job.ID, Kind: f.kind, On: f.clerk.store.Today(), CustomerID: f.to.ID,
		PromisedOn: f.job.PromisedOn}
	title := fmt.Sprintf(w.ChangeTitle, f.clerk.kindName(f.kind), f.job.OrderNo, f.job.Customer)
	if f.kind == model.ChangeTransfer {
		title += " > " + f.to.Name
	}
	draft := fmt.Sprintf("order/%d/%s", f.job.ID, f.kind)
	if f.kind == model.ChangeTransfer {
		draft += fmt.Sprintf("/%d", f.to.ID)
	}
	f.Editor = f.clerk.editor(title, draft, f.asked())
	f.Save = f.keep
	switch f.kind {
	case model.ChangeExchange:
		f.Width = formWidth
		f.lines.form = f.Form
		f.Form.OnChange = func(code string) {
			if code == linesCode {
				f.lines.changed()
				f.Form.Recheck()
			}
		}
		f.Answer, f.Refused = f.lines.answer, f.lines.refuse
		f.Foot = f.footExchange
	case model.ChangeReturn:
		f.Width = formWidth
		f.Refused = f.refuseReturn
		f.Foot = func(w int) []string { return f.sums(w, f.afterReturn()) }
	case model.ChangeDiscount:
		f.Foot = func(w int) []string { return f.sums(w, f.afterDiscount()) }
	case model.ChangeTransfer:
		f.Foot = f.footTransfer
	case model.ChangeCancel:
		f.Foot = f.footCancel
	}
	return f.Editor
}

// asked are the fields of the kind.
func (f *changeForm) asked() []kit.Field {
	w, paid := f.clerk.words.Ordering, f.job.PaidBy(f.job.CustomerID)
	var list []kit.Field
	switch f.kind {
	case model.ChangeExchange:
		f.lines = &lines{clerk: f.clerk, customer: f.job.CustomerID, set: f.job.set, currency: func() string { return f.job.Currency }}
		list = append(list, f.lines.field(f.job.LineList))
	case model.ChangeReturn:
		list = append(list, f.returnField())
	}
	codes := model.ChangeRequestFields.Form(string(f.kind))
	if f.job.ShippedOn != "" && (f.kind == model.ChangeDiscount || f.kind == model.ChangeExchange) {
		codes = append(codes, "approved_by") // the review before shipping is over
	}
	for _, field := range ask.FieldsOf("order_change", model.ChangeRequestFields, &f.start, f.env, codes...) {
		switch {
		case field.Code == "amount":
			field.Label = w.Off
		case field.Code == "paid" && paid == 0, field.Code == "deposit" && f.job.Collected == 0:
			continue
		case field.Code == "deposit":
			field.Label = fmt.Sprintf(w.PaidOf, label.Amount(f.job.Collected, f.job.Currency))
		case field.Code == "paid":
			field.Label = fmt.Sprintf(w.PaidOf, label.Amount(paid, f.job.Currency))
		}
		list = append(list, field)
	}
	return list
}

// returnCode is the field with what comes back of each line.
const returnCode = "returned"

// returnField lists the lines with what the customer has of them; how much
// comes back is typed, and all of it is filled in.
func (f *changeForm) returnField() kit.Field {
	l, w := f.clerk.words.Lang, f.clerk.words.Ordering
	name := func(code string) string { return label.Field("order_line", code, l) }
	spec := kit.GridSpec{Rows: 1, Closed: true, Columns: []kit.GridColumn{
		{Code: "label", Title: name("name"), Width: 20, Most: 40, Fixed: true},
		{Code: "unit_price", Title: name("unit_price"), Width: 12, Right: true, Fixed: true, Drop: 1},
		{Code: "stays", Title: w.Stays, Width: 10, Right: true, Fixed: true},
		{Code: "back", Title: w.ComesBack, Width: 10, Right: true, MaxLen: 20},
	}}
	var rows []map[string]string
	for _, line := range f.job.LineList {
		if line.Stays() > 0 {
			rows = append(rows, map[string]string{
				rowID: strconv.FormatInt(line.ID, 10), "label": line.Label(), "unit_price": label.Amount(line.UnitPrice, line.Currency),
				"stays": model.Quantity(line.Stays()) + line.Unit, "back": model.Quantity(line.Stays()),
			})
		}
	}
	return kit.Field{Code: returnCode, Kind: kit.GridField, Value: kit.GridText(rows), Grid: spec, Check: func(value string) (string, string) {
		if _, err := f.returned(value); err != nil {
			return "", f.clerk.refusedLine(err)
		}
		return w.ReturnHint, ""
	}}
}

// returned is what comes back by the form.
func (f *changeForm) returned(value string) ([]model.Returned, error) {
	list := []model.Returned{}
	for i, row := range kit.GridRows(value) {
		if model.Clean(row["back"]) == "" {
			continue
		}
		n, err := model.ParseQuantity(row["back"])
		if err != nil {
			return nil, model.OfLine(i, model.At("quantity", err))
		}
		if id, _ := strconv.ParseInt(row[rowID], 10, 64); n > 0 {
			list = append(list, model.Returned{LineID: id, Quantity: n})
		}
	}
	return list, nil
}

// refuseReturn says of which line more comes back than there is.
func (f *changeForm) refuseReturn(err error) tea.Cmd {
	if code := refusal(err); code != model.RefusedMore && code != model.RefusedQuantity && code != model.RefusedNothing {
		return nil
	}
	_, problem, _ := label.Problem("order_line", err, f.clerk.words.Lang)
	f.Form.SetError(returnCode, problem)
	return func() tea.Msg { return nil }
}

// read is the change by the form, without its lines.
func (f *changeForm) read(values map[string]string) (model.ChangeRequest, error) {
	q := f.start
	err := ask.Take("order_change", model.ChangeRequestFields, values, &q, f.env)
	if err == nil && f.kind == model.ChangeDiscount && q.Amount == 0 {
		err = model.At("amount", model.Refuse(model.RefusedRequired))
	}
	return q, err
}

// keep reads the form and changes the order.
func (f *changeForm) keep(ctx context.Context, values map[string]string, reason string) (ask.Done, error) {
	q, err := f.read(values)
	switch q.LimitWhy = reason; {
	case err != nil:
	case f.kind == model.ChangeExchange:
		q.Lines, err = f.lines.all(values[linesCode])
	case f.kind == model.ChangeReturn:
		q.Returned, err = f.returned(values[returnCode])
	}
	if err != nil {
		return ask.Done{}, err
	}
	o, err := f.clerk.store.ChangeOrder(ctx, q)
	said := fmt.Sprintf(f.clerk.words.Ordering.Changed, f.job.OrderNo, f.clerk.kindName(f.kind), label.Amount(o.Total, o.Currency))
	return ask.Done{Said: said}, err
}

// afterDiscount is what the order would come to; -1 while that isn't known.
func (f *changeForm) afterDiscount() int64 {
	q, err := f.read(f.Form.Values())
	if err != nil || q.Amount > f.job.Total {
		return -1
	}
	return f.job.Total - q.Amount
}

func (f *changeForm) afterReturn() int64 {
	back, err := f.returned(f.Form.Value(returnCode))
	after := append([]model.OrderLine(nil), f.job.LineList...)
	if err != nil || model.TakeBack(after, back) != nil {
		return -1
	}
	total, ok := model.SumLines(after)
	if !ok {
		return -1
	}
	return total
}

// sums says what the order comes to before and after the change.
func (f *changeForm) sums(w int, after int64) []string {
	c, words := f.clerk, f.clerk.words.Ordering
	st := c.env.Styles
	text := " " + st.Label.Render(words.Total) + " " + label.Amount(f.job.Total, f.job.Currency)
	if after >= 0 && after != f.job.Total {
		text += " > " + st.Strong.Render(label.Amount(after, f.job.Currency))
	}
	return []string{kit.Rule(c.env, w), kit.Fit(text, w)}
}

func (f *changeForm) footExchange(w int) []string {
	after := int64(-1)
	if list, err := f.lines.all(f.Form.Value(linesCode)); err == nil {
		if total, ok := model.SumLines(list); ok {
			after = total
		}
	}
	return f.sums(w, after)
}

// footTransfer says what the other customer owes.
func (f *changeForm) footTransfer(w int) []string {
	open := f.job.Outstanding + f.job.Unbilled()
	if open == 0 && f.job.Collected == 0 {
		return nil
	}
	return f.clerk.notes(w, fmt.Sprintf(f.clerk.words.Ordering.TransferOpen, f.to.Name, label.Amount(open, f.job.Currency)))
}

// footCancel says what becomes of the money.
func (f *changeForm) footCancel(w int) []string {
	words := f.clerk.words.Ordering
	var texts []string
	off, paid := f.job.Billed, label.Amount(f.job.Collected, f.job.Currency)
	says := map[model.Deposit]string{model.DepositAdvance: words.CancelAdvance, model.DepositBack: words.CancelBack,
		model.DepositKept: words.CancelKept}[model.Deposit(f.Form.Value("deposit"))]
	if model.Deposit(f.Form.Value("deposit")) == model.DepositKept {
		off = f.job.Outstanding
	}
	if off > 0 {
		texts = append(texts, fmt.Sprintf(words.CancelCredits, label.Amount(off, f.job.Currency)))
	}
	if says != "" {
		texts = append(texts, fmt.Sprintf(says, paid))
	}
	if len(texts) == 0 {
		return nil
	}
	return f.clerk.notes(w, texts...)
}
