package cli

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

type moneyStore interface {
	resolver
	Settings(ctx context.Context) (model.Settings, error)
	ReceivableIDs(ctx context.Context, q model.ReceivableQuery) ([]int64, error)
	ReceivablesByID(ctx context.Context, ids []int64) ([]model.ReceivableOf, error)
	ReceivableSums(ctx context.Context, q model.ReceivableQuery) ([]model.OweSum, error)
	PaymentIDs(ctx context.Context, q model.PaymentQuery) ([]int64, error)
	PaymentsByID(ctx context.Context, ids []int64) ([]model.PaymentOf, error)
	PaymentSums(ctx context.Context, q model.PaymentQuery) ([]model.PaySum, error)
}

// moneyFilters reads the conditions of a list of money records; find gives a
// field by its code.
func (r *run) moneyFilters(ctx context.Context, st projectStore, record string, o listOptions, today model.Date, find func(string) (model.Spec, bool)) (filters []model.Filter, customer int64, err error) {
	for _, text := range o.filters {
		t, ok := model.CutFilter(model.Clean(text))
		if !ok {
			return nil, 0, r.wrong(badFilter, text)
		}
		spec, err := r.moneyField(record, t.Field, find)
		if err != nil {
			return nil, 0, err
		}
		if spec.Kind == model.KindRef && t.Op == model.OpIs {
			c, err := r.customer(ctx, st, t.Value)
			if err != nil {
				return nil, 0, err
			}
			customer = c.ID
			continue
		}
		if spec.Code == "project_id" && (t.Op == model.OpIs || t.Op == model.OpNot) {
			p, err := r.project(ctx, st, t.Value)
			if err != nil {
				return nil, 0, err
			}
			t.Value = strconv.FormatInt(p.ID, 10)
		}
		f, err := label.MoneyFilter(record, spec, t, today)
		if err != nil {
			_, problem, _ := label.Problem(record, err, r.lang)
			return nil, 0, r.wrong(badFlag, "--filter", label.Field(record, spec.Code, r.lang)+r.say(colon)+problem)
		}
		filters = append(filters, f)
	}
	return filters, customer, nil
}

// moneyField finds a field of a money record by its code or a name.
func (r *run) moneyField(record, name string, find func(string) (model.Spec, bool)) (model.Spec, error) {
	code := strings.TrimSpace(name)
	if known, ok := label.ReadHeader(record, code); ok {
		code = known
	}
	if code == "customer" || code == label.Record("customer", label.ZH) {
		code = "customer_id"
	}
	spec, ok := find(code)
	if !ok {
		return spec, r.wrong(unknownField, name, label.Record(record, r.lang))
	}
	return spec, nil
}

// moneySort reads field or -field.
func (r *run) moneySort(record, text string, find func(string) (model.Spec, bool)) (code string, desc bool, err error) {
	code, desc = strings.CutPrefix(model.Clean(text), "-")
	switch code {
	case "", "id", "customer":
		return code, desc, nil
	}
	spec, err := r.moneyField(record, code, find)
	return spec.Code, desc, err
}

func (r *run) receivableQuery(ctx context.Context, st Store, o listOptions) (q model.ReceivableQuery, b model.Buckets, err error) {
	set, err := st.Settings(ctx)
	if err != nil {
		return q, b, err
	}
	b = set.Buckets()
	find := func(code string) (model.Spec, bool) { return model.ReceivableColumn(code, b) }
	q.Search = model.Clean(o.search)
	if q.Filters, q.Customer, err = r.moneyFilters(ctx, st, "receivable", o, st.Today(), find); err != nil {
		return q, b, err
	}
	q.Sort, q.Desc, err = r.moneySort("receivable", o.sort, find)
	return q, b, err
}

func (r *run) listReceivables(ctx context.Context, st Store, o listOptions) error {
	q, b, err := r.receivableQuery(ctx, st, o)
	if err != nil {
		return err
	}
	ids, err := st.ReceivableIDs(ctx, q)
	if err != nil {
		return err
	}
	all := len(ids)
	if o.limit > 0 {
		ids = ids[:min(o.limit, all)]
	}
	if o.asJSON {
		return r.array(func(add func(any) error) error {
			return eachPart(ctx, ids, st.ReceivablesByID, func(d *model.ReceivableOf) error { return add(model.ReceivableJSON(d, b)) })
		})
	}
	field := func(code string) string { return label.Field("receivable", code, r.lang) }
	t := table{right: map[int]bool{0: true, 4: true, 5: true, 6: true}, head: []string{
		field("id"), field("customer_id"), r.say(columnOwedFor), field("kind"), field("amount"), field("paid"), field("balance"), field("due_on"), field("status"), field("days_late"), r.say(columnStep),
	}}
	err = eachPart(ctx, ids, st.ReceivablesByID, func(d *model.ReceivableOf) error {
		t.add(r.receivableCells(d)...)
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.counted(t, len(ids), all, countOwed); err != nil || all == 0 {
		return err
	}
	sums, err := st.ReceivableSums(ctx, q)
	if err != nil {
		return err
	}
	for _, s := range sums {
		sum := func(n int64) string { return label.Amount(n, s.Currency) }
		said := r.say(owedSums, sum(s.Amount), sum(s.Paid), sum(s.Balance), sum(s.Overdue))
		if lowered := s.Lowered(); lowered != 0 {
			said += r.say(loweredSum, sum(lowered))
		}
		if err := writeString(r.out, faint.Render(said)+"\n"); err != nil {
			return err
		}
	}
	return nil
}

func (r *run) receivableCells(d *model.ReceivableOf) []cell {
	sum := func(n int64) string { return label.Amount(n, d.Currency) }
	kind := label.Option("receivable", "kind", string(d.Kind), r.lang)
	if d.Of > 0 {
		kind += " " + strconv.Itoa(d.PaidOf) + "/" + strconv.Itoa(d.Of)
	}
	status := plain(label.Owing(d.Now, r.lang))
	days := ""
	if d.Now.Status == model.OweOverdue {
		status = styled(status.text, &late)
	}
	if d.DueOn != "" && d.Now.Balance > 0 {
		days = strconv.Itoa(d.Now.DaysLate)
	}
	step := ""
	switch {
	case d.Disputed:
		step = label.Field("receivable", "disputed", r.lang)
	case d.NextStepOn != "":
		step = string(d.NextStepOn) + " " + label.StepName(d.NextStep.Level, r.lang)
	}
	return []cell{
		styled(strconv.FormatInt(d.ID, 10), &faint), plain(d.Customer), plain(cmp.Or(d.InvoiceNo, d.OrderNo)), plain(kind), plain(sum(d.Amount)), plain(sum(d.Now.Paid)), plain(sum(d.Now.Balance)),
		plain(string(d.DueOn)), status, plain(days), plain(step),
	}
}

// eachPart reads records by their ids, some at a time.
func eachPart[T any](ctx context.Context, ids []int64, read func(context.Context, []int64) ([]T, error), fn func(*T) error) error {
	for len(ids) > 0 {
		n := min(chunk, len(ids))
		some, err := read(ctx, ids[:n])
		if err != nil {
			return err
		}
		for i := range some {
			if err := fn(&some[i]); err != nil {
				return err
			}
		}
		ids = ids[n:]
	}
	return nil
}

func (r *run) paymentQuery(ctx context.Context, st Store, o listOptions) (q model.PaymentQuery, err error) {
	find := func(code string) (model.Spec, bool) {
		f, ok := model.PaymentFields.ByCode(code)
		return f.Spec, ok
	}
	q.Search = model.Clean(o.search)
	if q.Filters, q.Customer, err = r.moneyFilters(ctx, st, "payment", o, st.Today(), find); err != nil {
		return q, err
	}
	q.Sort, q.Desc, err = r.moneySort("payment", o.sort, find)
	if q.Sort == "customer" {
		q.Sort = "customer_id"
	}
	return q, err
}

func (r *run) listPayments(ctx context.Context, st Store, o listOptions) error {
	q, err := r.paymentQuery(ctx, st, o)
	if err != nil {
		return err
	}
	ids, err := st.PaymentIDs(ctx, q)
	if err != nil {
		return err
	}
	all := len(ids)
	if o.limit > 0 {
		ids = ids[:min(o.limit, all)]
	}
	if o.asJSON {
		return r.array(func(add func(any) error) error {
			return eachPart(ctx, ids, st.PaymentsByID, func(p *model.PaymentOf) error { return add(model.PaymentJSON(p)) })
		})
	}
	field := func(code string) string { return label.Field("payment", code, r.lang) }
	t := table{right: map[int]bool{0: true, 3: true, 4: true, 5: true}, head: []string{
		field("id"), field("received_on"), field("customer_id"), field("amount"), field("allocated"), field("advance"), field("method"), field("payer"), field("receipt_no"), field("verified"), field("remark"),
	}}
	today := st.Today()
	err = eachPart(ctx, ids, st.PaymentsByID, func(p *model.PaymentOf) error {
		t.add(r.paymentCells(p, today)...)
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.counted(t, len(ids), all, countPaid); err != nil || all == 0 {
		return err
	}
	sums, err := st.PaymentSums(ctx, q)
	for _, s := range sums {
		if err := writeString(r.out, faint.Render(r.say(paidSums, label.Amount(s.Amount, s.Currency), label.Amount(s.Advance, s.Currency)))+"\n"); err != nil {
			return err
		}
	}
	return err
}

func (r *run) paymentCells(p *model.PaymentOf, today model.Date) []cell {
	sum := func(n int64) string { return label.Amount(n, p.Currency) }
	method := label.Option("payment", "method", string(p.Method), r.lang)
	if p.Immature(today) {
		method = r.say(draftImmature) + " " + string(p.MaturesOn)
	}
	note := p.Remark
	if p.ReversedOn != "" {
		note = string(p.ReversedOn) + " " + label.Act(string(model.ActReverse), r.lang) + " " + p.ReversedWhy
	}
	verified := ""
	if p.Verified {
		verified = label.Value("payment", "verified", "1", r.lang)
	}
	return []cell{
		styled(strconv.FormatInt(p.ID, 10), &faint), plain(string(p.ReceivedOn)), plain(p.Customer), plain(sum(p.Amount)), plain(sum(p.Allocated)), plain(sum(p.Advance())),
		plain(method), plain(p.Payer), plain(p.ReceiptNo), plain(verified), plain(strings.ReplaceAll(note, "\n", " ")),
	}
}
