package cli

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

func (r *run) orderQuery(ctx context.Context, st model.Store, o listOptions) (q model.OrderQuery, err error) {
	q.Search = model.Clean(o.search)
	if q.Filters, q.Customer, err = r.rowFilters(ctx, st, model.RowOfOrder, o, st.Today(), model.OrderColumns()); err != nil {
		return q, err
	}
	q.Sort, q.Desc, err = r.rowSort(model.RowOfOrder, o.sort, model.OrderColumns())
	return q, err
}

func (r *run) listOrders(ctx context.Context, st model.Store, o listOptions) error {
	q, err := r.orderQuery(ctx, st, o)
	if err != nil {
		return err
	}
	ids, err := st.OrderIDs(ctx, q)
	if err != nil {
		return err
	}
	all := len(ids)
	if o.limit > 0 {
		ids = ids[:min(o.limit, all)]
	}
	if o.asJSON {
		return r.ordersJSON(ctx, st, ids)
	}
	field := func(code string) string { return label.Field(model.RowOfOrder, code, r.lang) }
	t := table{right: map[int]bool{6: true, 7: true, 10: true}, head: []string{
		field("order_no"), field("customer_id"), field("status"), field("ordered_on"), field("promised_on"), field("currency"), field("total"), r.say(columnShare), r.say(columnNext), "", field("days_late"),
	}}
	err = eachPart(ctx, ids, st.OrdersByID, func(d *model.OrderOf) error {
		t.add(r.orderCells(d, st.Today())...)
		return nil
	})
	if err != nil {
		return err
	}
	if err := r.counted(t, len(ids), all, countOrders); err != nil || all == 0 {
		return err
	}
	return r.orderSums(ctx, st, q)
}

// ordersJSON prints an array, some orders with their lines at a time.
func (r *run) ordersJSON(ctx context.Context, st model.Orders, ids []int64) error {
	return r.array(func(add func(any) error) error {
		for part := range slices.Chunk(ids, chunk) {
			list, err := st.OrdersByID(ctx, part)
			if err != nil {
				return err
			}
			lines, err := st.LinesOf(ctx, part)
			if err != nil {
				return err
			}
			for _, o := range ordersOfJSON(list, lines) {
				if err := add(o); err != nil {
					return err
				}
			}
		}
		return nil
	})
}

func (r *run) orderCells(o *model.OrderOf, today model.Date) []cell {
	share, node, on, days := "", "", plain(""), plain("")
	if n, ok := o.Share(); ok {
		share = strconv.FormatInt(n/10, 10) + "%"
	}
	if o.NextNode != "" {
		node, on = label.Node(o.NextNode, r.lang), nextCell(o.NextOn, today)
	}
	if o.DaysLate > 0 {
		days = styled(strconv.Itoa(o.DaysLate), &late)
	}
	return []cell{
		plain(o.OrderNo), plain(o.Customer), plain(label.OrderStatus(o.Status, r.lang)), plain(string(o.OrderedOn)), plain(string(o.PromisedOn)), plain(o.Currency),
		plain(label.Grouped(o.Total, o.Currency)), plain(share), plain(node), on, days,
	}
}

// orderSums prints what the orders found come to, a line a currency.
func (r *run) orderSums(ctx context.Context, st model.Orders, q model.OrderQuery) error {
	sums, err := st.OrderSums(ctx, q)
	if err != nil {
		return err
	}
	totals, ok := model.OrderTotals(sums)
	if !ok {
		return model.ErrSumTooLarge
	}
	for i := range totals {
		if err := r.sumLine(label.Sums(label.Amount).Orders(&totals[i], r.lang)); err != nil {
			return err
		}
	}
	return nil
}

// sumLine prints the parts of a line of sums.
func (r *run) sumLine(parts []string) error {
	return writeString(r.out, faint.Render(strings.Join(parts, r.say(sumSeparator)))+"\n")
}

// exportedOrders chooses orders to be exported; name is the
// number of the order whose document it is.
func (r *run) exportedOrders(
	ctx context.Context, st model.Store, e model.Export, args []string, o listOptions,
) (_ model.Export, name string, err error) {
	switch e.Kind {
	case model.ExportOrders:
		q, err := r.orderQuery(ctx, st, o)
		if err == nil {
			e.IDs, err = st.OrderIDs(ctx, q)
		}
		return e, "", err
	}
	order, err := r.order(ctx, st, args[1])
	e.IDs = []int64{order.ID}
	return e, order.OrderNo, err
}
