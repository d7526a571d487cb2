package cli

import (
	"cmp"
	"context"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// rowFilters reads the conditions of a list of records that has the columns. One
// customer is given by id, all other conditions as filters.
func (r *run) rowFilters(
	ctx context.Context, st model.Projects, record string, o listOptions, today model.Date, columns []model.Spec,
) (filters []model.Filter, customer int64, err error) {
	for _, text := range o.filters {
		t, ok := model.CutFilter(model.Clean(text))
		if !ok {
			return nil, 0, r.wrong(badFilter, text)
		}
		spec, err := r.rowField(record, t.Field, columns)
		if err != nil {
			return nil, 0, err
		}
		if t.Op == model.OpIs || t.Op == model.OpNot {
			if t.Value, err = r.idsOf(ctx, st, spec, t.Value); err != nil {
				return nil, 0, err
			}
		}
		if id, err := strconv.ParseInt(t.Value, 10, 64); err == nil && spec.Kind == model.KindRef && t.Op == model.OpIs && (customer == 0 || customer == id) {
			customer = id
			continue
		}
		t.Inside = t.Inside && spec.Kind != model.KindRef
		f, err := label.MoneyFilter(record, spec, t, today)
		if err != nil {
			_, problem, _ := label.Problem(record, err, r.lang)
			return nil, 0, r.wrong(badFlag, "--filter", label.Field(record, spec.Code, r.lang)+r.say(colon)+problem)
		}
		filters = append(filters, f)
	}
	return filters, customer, nil
}

// idsOf gives the ids of the customers or projects that a condition names.
func (r *run) idsOf(ctx context.Context, st model.Projects, spec model.Spec, text string) (string, error) {
	if spec.Kind != model.KindRef && spec.Code != "project_id" {
		return text, nil
	}
	var ids []string
	for _, name := range model.SplitValues(text) {
		var id int64
		if spec.Kind == model.KindRef {
			c, err := r.customer(ctx, st, name)
			if err != nil {
				return "", err
			}
			id = c.ID
		} else {
			p, err := r.project(ctx, st, name)
			if err != nil {
				return "", err
			}
			id = p.ID
		}
		ids = append(ids, strconv.FormatInt(id, 10))
	}
	return strings.Join(ids, ","), nil
}

// rowField finds a column by its code or a name.
func (r *run) rowField(record, name string, columns []model.Spec) (model.Spec, error) {
	code := strings.TrimSpace(name)
	if known, ok := label.ReadHeader(record, code); ok {
		code = known
	}
	if code == "customer" || code == label.Record("customer", label.ZH) {
		code = "customer_id"
	}
	codes := make([]string, len(columns))
	for i, spec := range columns {
		if spec.Code == code {
			return spec, nil
		}
		codes[i] = spec.Code
	}
	return model.Spec{}, r.wrong(unknownField, name, strings.Join(codes, ", "))
}

// rowSort reads field or -field.
func (r *run) rowSort(record, text string, columns []model.Spec) (code string, desc bool, err error) {
	code, desc = strings.CutPrefix(model.Clean(text), "-")
	switch code {
	case "", "id", "customer":
		return code, desc, nil
	}
	spec, err := r.rowField(record, code, columns)
	return spec.Code, desc, err
}

func (r *run) receivableQuery(ctx context.Context, st model.Store, o listOptions) (q model.ReceivableQuery, b model.Buckets, err error) {
	set, err := st.Settings(ctx)
	if err != nil {
		return q, b, err
	}
	b = set.Buckets()
	columns := model.ReceivableColumns(b)
	q.Search = model.Clean(o.search)
	if q.Filters, q.Customer, err = r.rowFilters(ctx, st, "receivable", o, st.Today(), columns); err != nil {
		return q, b, err
	}
	q.Sort, q.Desc, err = r.rowSort("receivable", o.sort, columns)
	return q, b, err
}

func (r *run) listReceivables(ctx context.Context, st model.Store, o listOptions) error {
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
	t := table{right: map[int]bool{0: true, 4: true, 5: true, 6: true, 7: true}, head: []string{
		field("id"), field("customer_id"), r.say(columnOwedFor), field("kind"), field("amount"), field("paid"), r.say(columnLowered), field("balance"), field("due_on"), field("status"), field("days_late"), r.say(columnStep),
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
	for i := range sums {
		if err := r.sumLine(label.Sums(label.Amount).Owed(&sums[i], r.lang)); err != nil {
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
	step, lowered := "", ""
	if n := d.Now.Settled - d.Now.Paid; n != 0 {
		lowered = sum(n)
	}
	switch {
	case d.Disputed:
		step = label.Field("receivable", "disputed", r.lang)
	case d.NextStepOn != "":
		step = string(d.NextStepOn) + " " + label.StepName(d.NextStep.Level, r.lang)
	}
	return []cell{
		styled(strconv.FormatInt(d.ID, 10), &faint), plain(d.Customer), plain(cmp.Or(d.InvoiceNo, d.OrderNo)), plain(kind), plain(sum(d.Amount)), plain(sum(d.Now.Paid)), plain(lowered), plain(sum(d.Now.Balance)),
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

func (r *run) paymentQuery(ctx context.Context, st model.Store, o listOptions) (q model.PaymentQuery, err error) {
	columns := model.PaymentFields.Specs()
	q.Search = model.Clean(o.search)
	if q.Filters, q.Customer, err = r.rowFilters(ctx, st, "payment", o, st.Today(), columns); err != nil {
		return q, err
	}
	q.Sort, q.Desc, err = r.rowSort("payment", o.sort, columns)
	if q.Sort == "customer" {
		q.Sort = "customer_id"
	}
	return q, err
}

func (r *run) listPayments(ctx context.Context, st model.Store, o listOptions) error {
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
	t := table{right: map[int]bool{0: true, 3: true, 4: true, 5: true, 6: true}, head: []string{
		field("id"), field("received_on"), field("customer_id"), field("amount"), field("allocated"), field("refunded"), field("advance"), field("method"), field("payer"), field("receipt_no"), field("verified"), field("remark"),
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
	if err != nil {
		return err
	}
	for i := range sums {
		if err := r.sumLine(label.Sums(label.Amount).Paid(&sums[i], r.lang)); err != nil {
			return err
		}
	}
	return nil
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
	verified, refunded := "", ""
	if p.Refunded != 0 {
		refunded = sum(p.Refunded)
	}
	if p.Verified {
		verified = label.Value("payment", "verified", "1", r.lang)
	}
	return []cell{
		styled(strconv.FormatInt(p.ID, 10), &faint), plain(string(p.ReceivedOn)), plain(p.Customer), plain(sum(p.Amount)), plain(sum(p.Allocated)), plain(refunded), plain(sum(p.Advance())),
		plain(method), plain(p.Payer), plain(p.ReceiptNo), plain(verified), plain(strings.ReplaceAll(note, "\n", " ")),
	}
}
