package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
)

// Sums are what stands below the list: how many rows there are and what they
// come to, a line a group.
func (l listing[R]) Sums(ctx context.Context, q model.Query) ([]model.Sum, error) {
	return l.SumsBy(ctx, q, l.view.SumBy, l.view.Sums)
}

// SumsBy are sums by columns of one's choice.
func (l listing[R]) SumsBy(ctx context.Context, q model.Query, by, of []string) ([]model.Sum, error) {
	q, found, err := l.ofFound(ctx, q)
	if err != nil {
		return nil, err
	}
	q.Sort = "id"
	a, err := l.ask(ctx, q, slices.Concat(of, by))
	if err != nil {
		return nil, err
	}
	a.where.and(found.sql, found.args...)
	columns, group, order := []string{}, []string{}, []string{}
	for i, code := range by {
		spec, sql, err := l.groupOf(code, a.at)
		if err != nil {
			return nil, err
		}
		columns, group, order = append(columns, sql), append(group, strconv.Itoa(i+1)), append(order, groupsBy(spec, sql)...)
	}
	columns = append(columns, "count(*)")
	for _, code := range of {
		c, ok := l.view.Column(code)
		if !ok || c.SQL == nil {
			return nil, model.At(code, model.Refuse(model.RefusedOption, code))
		}
		columns = append(columns, "coalesce(sum("+c.SQL(a.at)+"), 0)")
	}
	sql := a.read(strings.Join(columns, ", "))
	if len(group) > 0 {
		sql += " GROUP BY " + strings.Join(group, ", ") + " ORDER BY " + strings.Join(order, ", ")
	}
	return l.scanSums(ctx, sql, a.where.args, len(by), len(of))
}

// groupOf is a column that rows are grouped by, or the month of a date.
func (l listing[R]) groupOf(code string, at model.AsOf) (model.Spec, string, error) {
	name, month := strings.CutPrefix(code, model.ByMonth)
	c, ok := l.view.Column(name)
	if !ok || c.SQL == nil {
		return model.Spec{}, "", model.At(code, model.Refuse(model.RefusedOption, code))
	}
	spec, _ := l.view.Spec(name, at)
	if month {
		return model.Spec{Code: code, Kind: model.KindText}, "substr(" + c.SQL(at) + ", 1, 7)", nil
	}
	return spec, c.SQL(at), nil
}

// groupsBy is the order of the groups of sums: the person's own currency goes
// before others.
func groupsBy(spec model.Spec, column string) []string {
	switch {
	case spec.Kind == model.KindChoice:
		return []string{inOptions(spec, column)}
	case spec.Code == "currency":
		return []string{column + " <> " + quote(model.DefaultCurrency), column}
	}
	return []string{column}
}

func (l listing[R]) scanSums(ctx context.Context, sql string, args []any, by, of int) ([]model.Sum, error) {
	rows, err := l.s.db.QueryContext(ctx, sql, args...)
	if err != nil {
		return nil, asSumError(err)
	}
	defer rows.Close()
	var sums []model.Sum
	for rows.Next() {
		sum := model.Sum{By: make([]string, by), Of: make([]int64, of)}
		var into []any
		for i := range sum.By {
			into = append(into, &sum.By[i])
		}
		into = append(into, &sum.Count)
		for i := range sum.Of {
			into = append(into, &sum.Of[i])
		}
		if err := rows.Scan(into...); err != nil {
			return nil, err
		}
		if sum.Count > 0 {
			sums = append(sums, sum)
		}
	}
	return sums, asSumError(rows.Err())
}
