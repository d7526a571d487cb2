package exchange

import (
	"genjin/model"
	"genjin/model/label"
)

// List is the rows of a view as a table with headers and values in words; codes
// are the columns, none = every one of the record.
func List[R any](words label.List[R], rows []R, codes []string, at model.AsOf, lang label.Lang) (Grid, error) {
	g := Grid{Title: label.Record(words.Record, lang), Lang: lang.String()}
	if len(codes) == 0 {
		for _, s := range words.Specs(at) {
			if s.Code != "created_at" && s.Code != "updated_at" {
				codes = append(codes, s.Code)
			}
		}
	}
	columns, err := words.Chosen(codes)
	for _, c := range columns {
		g.Headers = append(g.Headers, words.Head(c.Code, lang))
	}
	for i := range rows {
		row := make([]string, len(columns))
		for n, c := range columns {
			row[n] = words.Written(c, &rows[i], at, lang)
		}
		g.Rows = append(g.Rows, row)
	}
	return g, err
}
