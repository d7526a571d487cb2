package act

import (
	"context"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"

	"genjin/tui/ask"
)

// formWidth is how wide the form of an order is where there is room: its lines
// are a table.
const formWidth = 112

// How a new order begins.
const (
	beginCode      = "begin"
	beginQuote     = "quote"
	beginConfirmed = "confirmed"
)

// NewFor asks whose the new order is and opens the form for it.
func (c *Clerk) NewFor() tea.Cmd {
	return kit.Open(ask.NewCustomer(c.env, c.words, c.store, c.words.Ordering.NewFor, func(k model.Customer) tea.Cmd { return c.New(k.ID) }))
}

// New opens the form for a new order or quote of a customer.
func (c *Clerk) New(customer int64) tea.Cmd { return c.begin(model.Project{CustomerID: customer}) }

// NewOf opens the form for a new order or quote of a project: its terms, its
// quote and its lead time are filled in.
func (c *Clerk) NewOf(p model.Project) tea.Cmd { return c.begin(p) }

// begin opens the form for a new order; a project without an id is none.
func (c *Clerk) begin(p model.Project) tea.Cmd {
	return func() tea.Msg {
		ctx, op := context.Background(), c.words.Ordering.New
		k, err := c.store.Customer(ctx, p.CustomerID)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		set, err := c.store.Settings(ctx)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		o, kept := p.Ordered()
		if o.Terms == "" {
			o.Terms = k.Terms
		}
		o.Complete(&k, set, c.store.Today())
		if p.LeadTime > 0 {
			o.PromisedOn = o.OrderedOn.AddDays(int(p.LeadTime))
		}
		if o.OrderNo, err = c.store.NextOrderNo(ctx, o.OrderedOn); err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		theirs, err := c.store.CustomerProjects(ctx, k.ID)
		if err != nil {
			return kit.Failed{Op: op, Err: err}
		}
		return kit.OpenDialog{Dialog: c.newForm(k, o, kept, theirs, set)}
	}
}

func (c *Clerk) newForm(k model.Customer, o model.Order, kept []model.OrderLine, theirs []model.Project, set model.Settings) kit.Dialog {
	w, l := c.words.Ordering, c.words.Lang
	begin := kit.Field{Code: beginCode, Label: w.Begin, Kind: kit.ChoiceField, Value: beginQuote, Options: []kit.Option{
		{Code: beginQuote, Label: label.OrderStatus(model.OrderQuote, l)},
		{Code: beginConfirmed, Label: label.OrderStatus(model.OrderConfirmed, l)},
	}}
	f := &orderForm{clerk: c, order: o, env: c.fieldEnv(o.Currency), set: set}
	list := f.withProject(append([]kit.Field{begin}, f.fields(true)...), theirs)
	draft := "order/new/" + strconv.FormatInt(k.ID, 10)
	if o.ProjectID != 0 {
		draft += "/" + strconv.FormatInt(o.ProjectID, 10)
	}
	f.open(fmt.Sprintf(w.NewTitle, k.Name), draft, list, kept, true)
	f.Form.Focus("promised_on")
	if len(kept) > 0 { // all that is open is how many
		f.Form.Focus(linesCode)
		f.Form.Grid(linesCode).GoTo(0, "quantity")
		f.Form.Recheck()
	}
	f.Save = func(ctx context.Context, values map[string]string, reason string) (ask.Done, error) {
		o, lines, err := f.read(values)
		if err != nil {
			return ask.Done{}, err
		}
		var steps []model.NodeStep
		if values[beginCode] == beginConfirmed {
			o.QuotedOn = ""
			steps = append(steps, model.NodeStep{Node: model.NodeConfirm, On: o.OrderedOn, Reason: reason})
		}
		kept, err := c.store.AddOrder(ctx, o, lines, steps...)
		said := fmt.Sprintf(w.Added, kept.OrderNo, label.Amount(kept.Total, kept.Currency))
		return ask.Done{Said: said, First: OrderAdded{kept.ID}}, err
	}
	return f.Editor
}

// Added says that a new order was kept, so that a list can turn to it.
type OrderAdded struct{ ID int64 }

// Edit opens the form for an order; its lines are edited until it is
// confirmed.
func (c *Clerk) Edit(id int64) tea.Cmd {
	return c.on(id, c.words.Ordering.Edit, func(j job) tea.Msg {
		kept, err := c.store.Order(context.Background(), id)
		if err != nil {
			return kit.Failed{Op: c.words.Ordering.Edit, Err: err}
		}
		f := &orderForm{clerk: c, order: kept, env: c.fieldEnv(kept.Currency), set: j.set}
		open := kept.ConfirmedOn == "" && kept.Status != model.OrderCancelled
		theirs, err := c.store.CustomerProjects(context.Background(), kept.CustomerID)
		if err != nil {
			return kit.Failed{Op: c.words.Ordering.Edit, Err: err}
		}
		f.open(fmt.Sprintf(c.words.Ordering.EditTitle, j.OrderNo, j.Customer), "order/"+strconv.FormatInt(id, 10),
			f.withProject(f.fields(open), theirs), j.LineList, open)
		if !open {
			f.Known = c.knownInvoice(id)
		}
		f.Save = func(ctx context.Context, values map[string]string, _ string) (ask.Done, error) {
			o, lines, err := f.read(values)
			if err != nil {
				return ask.Done{}, err
			}
			if open {
				o, err = c.store.SaveOrderLines(ctx, o, lines)
			} else {
				o, err = c.store.SaveOrder(ctx, o)
			}
			return ask.Done{Said: fmt.Sprintf(c.words.Ordering.Saved, o.OrderNo)}, err
		}
		return kit.OpenDialog{Dialog: f.Editor}
	})
}

// orderForm is the form of an order with its lines.
type orderForm struct {
	*ask.Editor
	clerk *Clerk
	order model.Order // as it was when the form was opened
	env   ask.FieldEnv
	set   model.Settings
	lines *lines // nil when they can't be edited
}

// fields are those of the order; above lines the remark, which stands under them,
// is left out.
func (f *orderForm) fields(aboveLines bool) []kit.Field {
	codes := slices.DeleteFunc(f.order.Asked(), func(code string) bool { return aboveLines && code == "remark" })
	list := ask.FieldsOf("customer_order", model.OrderFields, &f.order, f.env, codes...)
	for i := range list {
		if list[i].Code == "terms" {
			list[i].Placeholder = f.clerk.words.Money.TermsHint
			list[i].Check = f.checkTerms
		}
	}
	return list
}

// withProject adds the choice of the customer's projects, where there are any.
func (f *orderForm) withProject(list []kit.Field, theirs []model.Project) []kit.Field {
	if len(theirs) == 0 {
		return list
	}
	own := model.NumberText(f.order.ProjectID)
	field := kit.Field{
		Code: "project_id", Label: label.Field("customer_order", "project_id", f.env.Lang), Kind: kit.ChoiceField, Value: "",
		Options: []kit.Option{{Label: f.clerk.words.Ordering.NoProject}},
	}
	for i := range theirs {
		id := model.NumberText(theirs[i].ID)
		if theirs[i].State == model.ProjectCancelled && id != own {
			continue
		}
		if field.Options = append(field.Options, kit.Option{Code: id, Label: theirs[i].Name}); id == own {
			field.Value = id
		}
	}
	return append(list, field)
}

// open makes the dialog; withLines, the lines stand under the other fields.
func (f *orderForm) open(title, draft string, list []kit.Field, kept []model.OrderLine, withLines bool) {
	if withLines {
		f.lines = &lines{clerk: f.clerk, customer: f.order.CustomerID, set: f.set, currency: f.currency}
		remark := ask.FieldsOf("customer_order", model.OrderFields, &f.order, f.env, "remark")
		list = append(list, f.lines.field(kept), remark[0])
	}
	f.Editor = f.clerk.editor(title, draft, list)
	f.Width = formWidth
	if f.lines == nil {
		return
	}
	f.lines.form = f.Form
	f.Form.OnChange = func(code string) {
		if code == linesCode || code == "currency" {
			f.lines.changed()
			f.Form.Recheck()
		}
	}
	f.Answer = f.lines.answer
	f.Refused = f.lines.refuse
	f.Foot = func(w int) []string {
		return f.lines.foot(w, f.set.PlanOf(model.Clean(f.Form.Value("terms"))), f.events())
	}
}

// currency is that of the order, as it stands in the form.
func (f *orderForm) currency() string {
	if f.Editor == nil {
		return f.order.Currency
	}
	return model.Clean(f.Form.Value("currency"))
}

// events are the days that are known before the order is confirmed: the day on
// which it would be.
func (f *orderForm) events() model.Events {
	return model.Events{model.EventSign: f.clerk.store.Today()}
}

// checkTerms says why terms can't be read.
func (f *orderForm) checkTerms(text string) (echo, problem string) {
	if text = model.Clean(text); text == "" {
		return f.clerk.words.Ordering.NoTerms, ""
	}
	if _, err := model.ParseTerms(f.set.PlanOf(text)); err != nil {
		_, problem, _ = label.Problem("customer_order", err, f.clerk.words.Lang)
	}
	return "", problem
}

// read is what stands in the form.
func (f *orderForm) read(values map[string]string) (model.Order, []model.OrderLine, error) {
	o := f.order
	if err := ask.Take("customer_order", model.OrderFields, values, &o, f.env); err != nil {
		return o, nil, err
	}
	if f.lines == nil {
		return o, nil, nil
	}
	list, err := f.lines.all(values[linesCode])
	if err == nil && len(list) == 0 {
		err = model.At(linesCode, model.Refuse(model.RefusedRequired))
	}
	return o, list, err
}
