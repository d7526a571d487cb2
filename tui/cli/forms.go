package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// form makes and changes the records of a kind by assignments, with the checks
// that its form on the screen has.
type form interface {
	make(ctx context.Context, r *run, st model.Store, list []assignment) (kept, error)
	change(ctx context.Context, r *run, st model.Store, id int64, list []assignment, reason string) (kept, error)
	// shown is a record with all that is kept of it.
	shown(ctx context.Context, r *run, st model.Store, id int64) (whole, error)
}

// whole is a record with its values by its fields.
type whole struct {
	kept
	record string
	specs  []model.Spec
	values map[string]string
}

// forms are the kinds that can be made and changed by field=value.
var forms = withItems(map[string]form{
	model.ExportCustomers: formOf[model.Customer]{
		record: model.RowOfCustomer, fields: model.CustomerFields, meta: func(c *model.Customer) *model.Meta { return &c.Meta },
		name: func(c *model.Customer) string { return c.Name }, read: model.Store.Customer,
		add: model.Store.AddCustomer, save: model.Store.SaveCustomer,
		known: refuseTwice, also: sayNamesakes,
	},
	model.ExportProducts: formOf[model.Product]{
		record: model.RowOfProduct, fields: model.ProductFields, meta: func(p *model.Product) *model.Meta { return &p.Meta },
		name: func(p *model.Product) string { return p.Code }, read: model.Store.Product,
		add: model.Store.AddProduct, save: unasked(model.Store.SaveProduct),
	},
	model.ExportOrders: orderForm{formOf[model.Order]{
		record: model.RowOfOrder, fields: model.OrderFields, meta: func(o *model.Order) *model.Meta { return &o.Meta },
		name: func(o *model.Order) string { return o.OrderNo }, read: model.Store.Order,
		save: unasked(model.Store.SaveOrder),
	}},
	model.ExportReceivables: formOf[model.Receivable]{
		record: model.RowOfReceivable, fields: model.ReceivableFields, meta: func(o *model.Receivable) *model.Meta { return &o.Meta },
		name: func(o *model.Receivable) string { return o.Name() }, read: model.Store.Receivable,
		add: addReceivable, save: unasked(model.Store.SaveReceivable), also: sayParts,
	},
	model.ExportPayments: formOf[model.Payment]{
		record: model.RowOfPayment, fields: model.PaymentFields, meta: func(p *model.Payment) *model.Meta { return &p.Meta },
		name: func(p *model.Payment) string { return label.Amount(p.Amount, p.Currency) }, read: readPayment,
		add: addPayment, save: unasked(model.Store.SavePayment),
	},
	model.ExportJournal: formOf[model.Entry]{
		record: model.RowOfJournal, fields: model.EntryFields, meta: func(e *model.Entry) *model.Meta { return &e.Meta },
		name: func(e *model.Entry) string { return string(e.At) }, read: readEntry,
		add: addEntry, save: unasked(model.Store.SaveEntry),
	},
	model.ExportProjects: formOf[model.Project]{
		record: model.RowOfProject, fields: model.ProjectFields, meta: func(p *model.Project) *model.Meta { return &p.Meta },
		name: func(p *model.Project) string { return p.Name }, read: readProject,
		add: addProject, save: unasked(model.Store.SaveProject),
	},
	model.ExportCredits: formOf[model.Credit]{
		record: "credit", fields: model.CreditFields, meta: func(c *model.Credit) *model.Meta { return &c.Meta },
		name: func(*model.Credit) string { return "" }, add: model.Store.CreditNote,
		read: readFrom(model.Store.CreditList, func(c *model.CreditOf) model.Credit { return c.Credit }),
	},
	model.ExportChasing: chasing, model.ExportPromises: chasing,
	model.ExportTemplates: templateForm{formOf[model.Template]{
		record: "template", fields: model.TemplateFields, meta: func(t *model.Template) *model.Meta { return &t.Meta },
		name: func(t *model.Template) string { return t.Name },
		read: readFrom(model.Store.TemplateList, func(t *model.TemplateOf) model.Template { return t.Template }),
		save: unasked(saveTemplate),
	}},
})

// withItems adds every kind that is kept as items.
func withItems(all map[string]form) map[string]form {
	for _, k := range model.Kinds {
		if k.IsItem() {
			all[k.ListName()] = itemForm{k.Record}
		}
	}
	return all
}

var chasing = formOf[model.Dunning]{
	record: "dunning", fields: model.DunningFields, meta: func(d *model.Dunning) *model.Meta { return &d.Meta },
	name: func(d *model.Dunning) string { return string(d.ChasedOn) },
	read: readFrom(model.Store.ChasingList, func(p *model.Promise) model.Dunning { return p.Dunning }),
	add:  model.Store.LogDunning,
}

// readFrom reads a record as its list has it.
func readFrom[R, T any](list func(model.Store) model.Lister[R], of func(*R) T) func(model.Store, context.Context, int64) (T, error) {
	return func(st model.Store, ctx context.Context, id int64) (rec T, err error) {
		rows, err := list(st).Rows(ctx, []int64{id}, true)
		if err != nil || len(rows) == 0 {
			return rec, orMissing(err)
		}
		return of(&rows[0]), nil
	}
}

// assignment is a field and its value as they were typed: due_on=12-20.
type assignment struct{ field, value string }

// kept is a record that was made or changed.
type kept struct {
	id   int64
	name string // with what kind of record it is
	json json.RawMessage
	also func() error // says what there is beside it; nil: nothing

	sentence words.T // that it was made, of its name and id; none = the usual one
}

// formOf is the form of the records T.
type formOf[T any] struct {
	record string
	fields model.Fields[T]
	meta   func(*T) *model.Meta
	name   func(*T) string
	read   func(model.Store, context.Context, int64) (T, error)
	add    func(model.Store, context.Context, T) (T, error)
	save   func(model.Store, context.Context, T, string) (T, error)
	known  func(context.Context, *run, model.Store, *T) error // refuses what is there already; nil: nothing is
	also   func(context.Context, *run, model.Store, *T) error // says what there is beside a new one; nil: nothing
}

// unasked is a save that asks for no reason.
func unasked[T any](save func(model.Store, context.Context, T) (T, error)) func(model.Store, context.Context, T, string) (T, error) {
	return func(st model.Store, ctx context.Context, rec T, _ string) (T, error) { return save(st, ctx, rec) }
}

func (f formOf[T]) make(ctx context.Context, r *run, st model.Store, list []assignment) (kept, error) {
	var rec T
	if err := f.assign(ctx, r, st, &rec, list); err != nil {
		return kept{}, err
	}
	if f.known != nil {
		if err := f.known(ctx, r, st, &rec); err != nil {
			return kept{}, err
		}
	}
	rec, err := f.add(st, ctx, rec)
	if err != nil {
		return kept{}, r.inWords(f.record, err)
	}
	made := f.kept(ctx, r, st, &rec)
	if f.also != nil {
		made.also = func() error { return f.also(ctx, r, st, &rec) }
	}
	return made, nil
}

func (f formOf[T]) change(ctx context.Context, r *run, st model.Store, id int64, list []assignment, reason string) (kept, error) {
	if f.save == nil {
		return kept{}, r.wrong(words.NeverChanged, label.Record(f.record, r.lang))
	}
	rec, err := f.read(st, ctx, id)
	if err != nil {
		return kept{}, err
	}
	if err := f.assign(ctx, r, st, &rec, list); err != nil {
		return kept{}, err
	}
	if rec, err = f.save(st, ctx, rec, reason); err != nil {
		return kept{}, r.inWords(f.record, err)
	}
	return f.kept(ctx, r, st, &rec), nil
}

func (f formOf[T]) shown(ctx context.Context, r *run, st model.Store, id int64) (whole, error) {
	rec, err := f.read(st, ctx, id)
	s := whole{record: f.record, specs: f.fields.Specs(), values: map[string]string{}}
	if err != nil {
		return s, err
	}
	for _, field := range f.fields {
		s.values[field.Code] = field.Get(&rec)
	}
	s.kept = f.kept(ctx, r, st, &rec)
	return s, nil
}

func (f formOf[T]) kept(ctx context.Context, r *run, st model.Store, rec *T) kept {
	m := f.meta(rec)
	return kept{id: m.ID, name: r.called(f.record, f.name(rec)), json: model.JSON(f.fields, rec, *m, r.names(ctx, st))}
}

// assign reads the values into the record: whose it is first, for an amount
// is in the customer's currency unless it says another.
func (f formOf[T]) assign(ctx context.Context, r *run, st model.Store, rec *T, list []assignment) error {
	named, err := r.named(f.record, f.fields.Specs(), list)
	if err != nil {
		return err
	}
	was := *rec
	currency, hasCurrency := f.fields.ByCode("currency")
	priced := false
	for _, a := range named {
		spec, _ := f.fields.ByCode(a.field)
		value := a.value
		if spec.Kind == model.KindAmount && hasCurrency && !priced {
			if err := f.price(r, rec, &was, named); err != nil {
				return err
			}
			priced = true
		}
		if spec.IsRef() {
			if value, err = r.referred(ctx, st, spec.Spec, value); err != nil {
				return err
			}
			spec.Set(rec, value)
		} else if err := label.Set(f.record, f.fields, spec.Code, rec, value, st.Today(), model.Nearest); err != nil {
			return r.refused(f.record, spec.Code, err)
		}
		if spec.Of == model.RowOfCustomer && hasCurrency && currency.Get(rec) == "" {
			id, _ := strconv.ParseInt(value, 10, 64)
			if c, err := st.Customer(ctx, id); err == nil {
				currency.Set(rec, c.Currency)
			}
		}
	}
	if hasCurrency && !priced {
		return f.price(r, rec, &was, named)
	}
	return nil
}

// price brings a record into the currency that is said for its amounts, or by one
// of them, before they are read.
func (f formOf[T]) price(r *run, rec, was *T, list []assignment) error {
	texts := map[string]string{}
	for _, a := range list {
		texts[a.field] = a.value
	}
	currency, _ := f.fields.ByCode("currency")
	is, err := label.Currency(f.fields.Specs(), texts, cmp.Or(currency.Get(rec), r.set.Currency), func(code string) string {
		field, ok := f.fields.ByCode(code)
		if !ok {
			return ""
		}
		return field.Get(was)
	})
	if err != nil {
		return r.inWords(f.record, err)
	}
	currency.Set(rec, is)
	for _, field := range f.fields {
		if field.Kind == model.KindAmount && model.Clean(texts[field.Code]) != "" {
			field.Set(rec, "") // it is read again, in the currency
		}
	}
	return nil
}

// named finds the fields that assignments mean, by code or by name, those that
// refer to other records first. One that the program keeps by its rules is
// refused.
func (r *run) named(record string, specs []model.Spec, list []assignment) ([]assignment, error) {
	var codes []string
	for _, s := range specs {
		if !s.Kept || slices.Contains([]string{model.RowOfCustomer, model.RowOfReceivable, "template"}, s.Of) {
			codes = append(codes, s.Code)
		}
	}
	var first, rest []assignment
	for _, a := range list {
		code := fieldCalled(record, a.field)
		i := slices.IndexFunc(specs, func(s model.Spec) bool { return s.Code == code || s.Code == code+"_id" })
		if i < 0 || !slices.Contains(codes, specs[i].Code) {
			return nil, r.wrong(words.UnknownField, a.field, strings.Join(codes, ", "))
		}
		if a.field = specs[i].Code; specs[i].IsRef() || a.field == "currency" {
			first = append(first, a)
		} else {
			rest = append(rest, a)
		}
	}
	return append(first, rest...), nil
}

// fieldCalled is the code of a record's field that is called so; the name itself
// where no field has it.
func fieldCalled(record, name string) string {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		if name == label.Record(model.RowOfCustomer, l) {
			return "customer_id"
		}
	}
	if code, ok := label.ReadHeader(record, name); ok {
		return code
	}
	return name
}

// referred is the id of the record that a text names; no text is none.
func (r *run) referred(ctx context.Context, st model.Store, spec model.Spec, text string) (string, error) {
	if text = model.Clean(text); text == "" {
		return "", nil
	}
	return r.idsOf(ctx, st, spec, text)
}

// orderForm is the form of orders: a new one has lines, one line=… each.
type orderForm struct{ formOf[model.Order] }

func (f orderForm) make(ctx context.Context, r *run, st model.Store, list []assignment) (kept, error) {
	var texts []string
	own := slices.DeleteFunc(slices.Clone(list), func(a assignment) bool {
		if a.field != "line" && a.field != "明细" {
			return false
		}
		texts = append(texts, a.value)
		return true
	})
	if len(texts) == 0 {
		return kept{}, r.wrong(words.LineNeeded)
	}
	f.add = func(st model.Store, ctx context.Context, o model.Order) (model.Order, error) {
		var lines []model.OrderLine
		for _, text := range texts {
			l, err := r.readLine(ctx, st, &o, text)
			if err != nil {
				return o, err
			}
			lines = append(lines, l)
		}
		return st.AddOrder(ctx, o, lines)
	}
	made, err := f.formOf.make(ctx, r, st, own)
	return made, r.ofOrder(err)
}

// called is a record with what kind it is of; one that has only a number is
// called by it elsewhere.
func (r *run) called(record, name string) string {
	if strings.HasPrefix(name, "#") {
		name = ""
	}
	return strings.TrimSpace(label.Record(record, r.lang) + " " + name)
}

// refuseTwice refuses a customer whose phone another card has already.
func refuseTwice(ctx context.Context, r *run, st model.Store, c *model.Customer) error {
	return r.refuseKnown(ctx, st, *c, words.KnownPhoneNew)
}

func sayNamesakes(ctx context.Context, r *run, st model.Store, c *model.Customer) error {
	return r.namesakes(ctx, st, *c)
}
