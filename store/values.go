package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"genjin/model"
)

// mostValues is how many values of a field a filter offers.
const mostValues = 300

// FieldValues are the values that a field has on any record, the commonest
// first: tags one by one.
func (s *Store) FieldValues(ctx context.Context, record, code string) ([]string, error) {
	spec := model.FieldOf(record, code)
	if spec.Of == model.RowOfCampaign {
		return textsOf(ctx, s.db, "SELECT name FROM campaign ORDER BY from_on DESC, id DESC")
	}
	if spec.Code == "" || isNumeric(spec) || spec.Kind == model.KindPhones || spec.Kept && spec.Kind != model.KindTags {
		return nil, model.At(code, model.Refuse(model.RefusedFilter, code))
	}
	rows, err := s.db.QueryContext(ctx, fmt.Sprintf("SELECT %[1]s, count(*) FROM %[2]s WHERE %[1]s <> '' GROUP BY %[1]s", code, record))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	counts := map[string]int{}
	for rows.Next() {
		var text string
		var n int
		if err := rows.Scan(&text, &n); err != nil {
			return nil, err
		}
		values := []string{text}
		if spec.Kind == model.KindTags {
			values = model.List(text).Items()
		}
		for _, v := range values {
			counts[v] += n
		}
	}
	return commonest(counts), rows.Err()
}

// commonest is the values by how often they occur, at most mostValues.
func commonest(counts map[string]int) []string {
	values := make([]string, 0, len(counts))
	for v := range counts {
		values = append(values, v)
	}
	slices.SortFunc(values, func(a, b string) int {
		if counts[a] != counts[b] {
			return counts[b] - counts[a]
		}
		return strings.Compare(a, b)
	})
	return values[:min(len(values), mostValues)]
}
