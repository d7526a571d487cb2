package store

import (
	"strings"

	"genjin/model"
)

// order is the order of a query, as model.Preset writes it.
func (l listing[R]) order(q model.Query) string {
	if q.Sort != "" && q.Desc {
		return "-" + q.Sort
	}
	if q.Sort != "" {
		return q.Sort
	}
	order := l.view.Sort
	if p, ok := l.view.Preset(q.Preset); ok && p.Sort != "" {
		order = p.Sort
	}
	if q.Desc {
		return turned(order)
	}
	return order
}

// turned is an order the other way round.
func turned(order string) string {
	parts := strings.Split(order, ",")
	for i, part := range parts {
		code, desc := model.CutSort(part)
		parts[i] = map[bool]string{true: code, false: "-" + code}[desc]
	}
	return strings.Join(parts, ",")
}

// columnsOf are the columns of an order.
func columnsOf(order string) []string {
	codes := strings.Split(order, ",")
	for i, part := range codes {
		codes[i], _ = model.CutSort(part)
	}
	return codes
}

// orderBy is an order in SQL, with the join that it needs. What is not known
// comes last, whichever the direction; choices go in the order in which forms
// show them, equals of them by the view's Then; and last the id decides, in the
// order's direction unless the view has it alone decide.
func (l listing[R]) orderBy(at model.AsOf, order string) (join, sql string, err error) {
	name, back := model.CutSort(order)
	if named, ok := l.view.Sorts[name]; ok {
		order = named
	} else {
		back = false
	}
	var by []string
	var last model.Spec
	way := ""
	for _, part := range strings.Split(order, ",") {
		code, desc := model.CutSort(part)
		desc = desc != back
		if way = map[bool]string{true: " DESC"}[desc]; code == "id" {
			return join, strings.Join(append(by, "r.id"+way), ", "), nil
		}
		c, ok := l.view.Column(code)
		if !ok || c.SQL == nil {
			return "", "", model.At(code, model.Refuse(model.RefusedOption, code))
		}
		last, _ = l.view.Spec(code, at)
		switch {
		case c.Order != "":
			by = append(by, c.Order+way)
		case last.Of == model.RowOfCustomer:
			join = " LEFT JOIN customer_search k ON k.customer_id = " + c.SQL(at)
			by = append(by, "k.text"+way+" NULLS LAST")
		default:
			by = append(by, sortedBy(last, c.Zero, c.SQL(at), desc)+way)
		}
		if last.Kind == model.KindChoice && last.Open {
			by = append(by, c.SQL(at)+way)
		}
	}
	if l.view.Then == "id" {
		return join, strings.Join(append(by, "r.id"), ", "), nil
	}
	if then, ok := l.view.Column(l.view.Then); ok && (last.Kind == model.KindChoice || last.Kind == model.KindFlag) {
		of, _ := l.view.Spec(l.view.Then, at)
		return join, strings.Join(append(by, sortedBy(of, then.Zero, then.SQL(at), false), "r.id"), ", "), nil
	}
	return join, strings.Join(append(by, "r.id"+way), ", "), nil
}

// sortedBy is by what a column is ordered, the unknown last.
func sortedBy(spec model.Spec, zero bool, column string, desc bool) string {
	switch {
	case spec.Kind == model.KindChoice && desc:
		return "CASE " + column + " WHEN '' THEN -1 ELSE " + inOptions(spec, column) + " END"
	case spec.Kind == model.KindChoice:
		return inOptions(spec, column)
	case desc || zero || spec.Kind == model.KindFlag || spec.IsRef():
		return column
	case isNumeric(spec):
		return column + " = 0, " + column
	case spec.Kind == model.KindDate:
		return "CASE WHEN " + column + " = '' THEN '~' ELSE " + column + " END"
	}
	return column + " = '', " + column
}
