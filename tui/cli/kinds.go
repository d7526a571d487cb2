package cli

import (
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// kind is one kind of records as list and export know it.
type kind interface {
	list(ctx context.Context, r *run, st model.Store, o listOptions) error
	// export chooses the records, and the columns if some are named; all: also
	// those put away.
	export(ctx context.Context, r *run, st model.Store, e *model.Export, o listOptions, all bool) error
	presets() []string
	shelved() bool
}

// kinds are those of model.ListKinds.
var kinds = allKinds()

func allKinds() map[string]kind {
	all := map[string]kind{
		model.ExportCustomers: customers, model.ExportJournal: journal, model.ExportContacts: contacts, model.ExportProducts: products,
		model.ExportReceivables: receivables, model.ExportPayments: payments, model.ExportOrders: orders, model.ExportProjects: projects,
		model.ExportMarket:    viewed[model.MarketNoteOf]{label.Market, model.Store.MarketList, words.CountMarket},
		model.ExportCampaigns: viewed[model.CampaignOf]{label.Campaigns, model.Store.CampaignList, words.CountRecords},
		model.ExportCredits:   viewed[model.CreditOf]{label.Credits, model.Store.CreditList, words.CountRecords},
		model.ExportChasing:   viewed[model.Promise]{label.Chasing, model.Store.ChasingList, words.CountRecords},
		model.ExportPromises:  viewed[model.Promise]{label.Promises, model.Store.PromiseList, words.CountRecords},
		model.ExportTemplates: viewed[model.TemplateOf]{label.Templates, model.Store.TemplateList, words.CountRecords},
	}
	for name, list := range label.Items {
		of := func(st model.Store) model.Lister[model.ItemOf] { return st.ItemList(list.Record) }
		all[name] = viewed[model.ItemOf]{list, of, words.CountRecords}
	}
	return all
}

// The kinds by their records.
var (
	customers   = viewed[model.CustomerOf]{label.Customers, model.Store.CustomerList, words.CountCustomers}
	products    = viewed[model.Product]{label.Products, model.Store.ProductList, words.CountProducts}
	receivables = viewed[model.ReceivableOf]{label.Receivables, model.Store.ReceivableList, words.CountOwed}
	payments    = viewed[model.PaymentOf]{label.Payments, model.Store.PaymentList, words.CountPaid}
	contacts    = viewed[model.ContactOf]{label.Contacts, model.Store.ContactList, words.CountContacts}
	journal     = viewed[model.Case]{label.Journal, model.Store.JournalList, words.CountEntries}
	projects    = viewed[model.ProjectRow]{label.Projects, model.Store.ProjectList, words.CountProjects}
	orders      = viewed[model.OrderOf]{label.Orders, model.Store.OrderList, words.CountOrders}
)

// viewed is a kind of records by its view.
type viewed[R any] struct {
	label.List[R]
	of    func(model.Store) model.Lister[R]
	count words.T
}

func (k viewed[R]) presets() []string {
	var codes []string
	for _, p := range k.Presets {
		codes = append(codes, p.Code)
	}
	return codes
}

func (k viewed[R]) shelved() bool { return k.Shelf != "" }

// query is the rows that the flags ask for.
func (k viewed[R]) query(ctx context.Context, r *run, st model.Store, l model.Lister[R],
	o listOptions) (q model.Query, at model.AsOf, err error) {
	if at, err = l.AsOf(ctx); err != nil {
		return q, at, err
	}
	q = model.Query{Preset: o.preset, Search: model.Clean(o.search), Archived: o.archived}
	if _, ok := k.Preset(o.preset); o.preset != "" && !ok {
		return q, at, r.wrong(words.NoPreset, o.preset, strings.Join(k.presets(), ", "))
	}
	if o.segment != "" {
		g, err := r.segment(ctx, st, k.Kind, o.segment)
		if err != nil {
			return q, at, err
		}
		kept := k.Kept(&g)
		q.Filters, q.Sort, q.Desc = kept.Filters, kept.Sort, kept.Desc
	}
	for _, text := range o.filters {
		f, err := k.filter(ctx, r, st, text, at)
		if err != nil {
			return q, at, err
		}
		q.Filters = append(q.Filters, f)
	}
	if o.sort == "" {
		return q, at, nil
	}
	var code string
	code, q.Desc = model.CutSort(model.Clean(o.sort))
	if _, named := k.Sorts[code]; named || code == "id" {
		q.Sort = code
		return q, at, nil
	}
	c, err := k.column(r, code)
	if err == nil && c.SQL == nil {
		err = r.wrong(words.NoSort, code)
	}
	if err == nil {
		q.Sort = c.Code
	}
	return q, at, err
}

// segment finds a saved filter of a list by its name.
func (r *run) segment(ctx context.Context, st model.Desk, list, name string) (model.Segment, error) {
	g, err := st.Segment(ctx, list, name)
	if !errors.Is(err, model.ErrNotFound) {
		return g, err
	}
	all, err := st.Segments(ctx, list)
	if err != nil {
		return g, err
	}
	names := make([]string, len(all))
	for i, g := range all {
		names[i] = g.Name
	}
	if len(names) == 0 {
		return g, r.missing(words.NoSegments, model.Clean(name))
	}
	return g, r.missing(words.NoSegment, model.Clean(name), strings.Join(names, ", "))
}

// filter reads a condition: status=overdue, 余额>=1000, customer=华兴.
func (k viewed[R]) filter(ctx context.Context, r *run, st model.Store, text string, at model.AsOf) (model.Filter, error) {
	t, ok := model.CutFilter(model.Clean(text))
	if !ok {
		return model.Filter{}, r.wrong(words.BadFilter, text)
	}
	c, err := k.column(r, t.Field)
	if err != nil {
		return model.Filter{}, err
	}
	spec, _ := k.Spec(c.Code, at)
	if t.Op == model.OpIs || t.Op == model.OpNot {
		if t.Value, err = r.idsOf(ctx, st, spec, t.Value); err != nil {
			return model.Filter{}, err
		}
	}
	if k.Past && (spec.Kind == model.KindDate || spec.Kind == model.KindMoment) {
		if d, err := model.ParseDate(t.Value, at.Today, model.Past); err == nil && !model.IsRelative(t.Value, at.Today) {
			t.Value = string(d)
		}
	}
	t.Inside = t.Inside && !spec.IsRef()
	f, err := label.ReadFilter(k.Record, spec, t, at.Today)
	if err == nil && c.SQL == nil {
		err = model.At(spec.Code, model.Refuse(model.RefusedFilter, string(t.Op)))
	}
	if err != nil {
		_, problem, _ := label.Problem(k.Record, err, r.lang)
		return f, because(r.wrong(words.BadFlag, "--filter", k.Head(spec.Code, r.lang)+r.say(words.Colon)+problem), err)
	}
	return f, nil
}

// column finds a column by its code or a name in either language.
func (k viewed[R]) column(r *run, name string) (*model.Column[R], error) {
	if code, ok := k.Named(strings.TrimSpace(name)); ok {
		c, _ := k.Column(code)
		return c, nil
	}
	codes := make([]string, len(k.Columns))
	for i := range k.Columns {
		codes[i] = k.Columns[i].Code
	}
	return nil, r.wrong(words.UnknownField, name, strings.Join(codes, ", "))
}

func (k viewed[R]) export(ctx context.Context, r *run, st model.Store, e *model.Export, o listOptions, all bool) error {
	l := k.of(st)
	q, _, err := k.query(ctx, r, st, l, o)
	if err != nil {
		return err
	}
	if len(o.columns) > 0 {
		columns, err := k.columns(r, o.columns)
		if err != nil {
			return err
		}
		for _, c := range columns {
			e.Columns = append(e.Columns, c.Code)
		}
		e.Columns = slices.Compact(e.Columns)
	}
	if all {
		q.Filters = append(q.Filters, k.Both()...)
	}
	e.IDs, err = l.IDs(ctx, q)
	return err
}

func (k viewed[R]) list(ctx context.Context, r *run, st model.Store, o listOptions) error {
	l := k.of(st)
	q, at, err := k.query(ctx, r, st, l, o)
	if err != nil {
		return err
	}
	columns, err := k.columns(r, o.columns)
	if err != nil {
		return err
	}
	ids, err := l.IDs(ctx, q)
	if err != nil {
		return err
	}
	all := len(ids)
	if o.limit > 0 {
		ids = ids[:min(o.limit, all)]
	}
	if o.asJSON {
		return k.json(ctx, r, st, ids)
	}
	codes, whole := []string{"id"}, false
	for _, c := range columns {
		codes, whole = append(codes, c.Code), whole || c.Whole
	}
	read := func(ctx context.Context, ids []int64) ([]R, error) { return l.Rows(ctx, ids, whole) }
	t := k.tableOf(r, codes...)
	err = eachPart(ctx, ids, read, func(row *R) error {
		t.add(k.cells(r, row, at, codes...)...)
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.counted(t, len(ids), all, k.count); err != nil || all == 0 || k.SumLines == nil {
		return err
	}
	return k.sums(ctx, r, l, q)
}

// json prints rows as an array, some at a time.
func (k viewed[R]) json(ctx context.Context, r *run, st model.Store, ids []int64) error {
	l := k.of(st)
	at, err := l.AsOf(ctx)
	if err != nil {
		return err
	}
	read := func(ctx context.Context, ids []int64) ([]R, error) { return l.Rows(ctx, ids, true) }
	return r.array(func(add func(any) error) error {
		return eachPart(ctx, ids, read, func(row *R) error { return add(k.RowJSON(row, at)) })
	})
}

// sums prints what the rows come to, a line a group.
func (k viewed[R]) sums(ctx context.Context, r *run, l model.Lister[R], q model.Query) error {
	sums, err := l.Sums(ctx, q)
	if err != nil {
		return err
	}
	lines, err := k.SumLines(sums, r.lang)
	if err != nil {
		return err
	}
	for _, parts := range lines {
		if err := r.sumLine(parts); err != nil {
			return err
		}
	}
	return nil
}

func (k viewed[R]) cell(r *run, c *model.Column[R], row *R, at model.AsOf) cell {
	text := k.Text(c, row, at, r.lang)
	if r.private() {
		text = label.Mask(c.Spec, text)
	}
	words := strings.ReplaceAll(text, "\n", " ")
	if c.Tone == nil {
		return plain(words)
	}
	return cell{words, tones[c.Tone(row, at)]}
}

// tones are the looks of values; a plain one has none.
var tones = map[model.Tone]*cellStyle{model.ToneLate: &late, model.ToneWarn: &warn, model.ToneGood: &good, model.ToneDim: &faint,
	model.ToneStrong: &strong}

// columns are those of the names, the usual ones without any.
func (k viewed[R]) columns(r *run, names []string) ([]*model.Column[R], error) {
	var codes []string
	for _, name := range names {
		c, err := k.column(r, model.Clean(name))
		if err != nil {
			return nil, err
		}
		codes = append(codes, c.Code)
	}
	return k.Chosen(codes)
}

// tableOf is a table of columns, the record's id among them.
func (k viewed[R]) tableOf(r *run, codes ...string) table {
	t := table{right: map[int]bool{}}
	for i, code := range codes {
		c, known := k.Column(code)
		t.head = append(t.head, k.Head(code, r.lang))
		t.right[i] = !known || label.AtRight(c.Kind)
	}
	return t
}

// cells are a row's values in columns.
func (k viewed[R]) cells(r *run, row *R, at model.AsOf, codes ...string) []cell {
	list := make([]cell, len(codes))
	for i, code := range codes {
		if c, known := k.Column(code); known {
			list[i] = k.cell(r, c, row, at)
		} else {
			list[i] = styled(strconv.FormatInt(k.Meta(row).ID, 10), &faint)
		}
	}
	return list
}
