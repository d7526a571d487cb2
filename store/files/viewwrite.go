package files

import (
	"encoding/json"
	"io"

	"genjin/model"
	"genjin/model/label"
)

// List is the rows of a view as a table with headers and values in words; codes
// are the columns, none = every one of the record. Customers of one name are
// told apart by their phones.
func List[R any](words label.List[R], rows []R, codes []string, at model.AsOf, lang label.Lang, phones Apart) (Grid, error) {
	g := Grid{Title: words.Title(lang), Lang: lang.String()}
	if len(codes) == 0 {
		codes = words.Filed()
	}
	columns, err := words.Chosen(codes)
	named := false
	for _, c := range columns {
		g.Headers = append(g.Headers, words.FileHead(c.Code, lang))
		named = named || c.Code == "customer_id"
	}
	for i := range rows {
		row := make([]string, len(columns))
		for n, c := range columns {
			row[n] = words.InFile(c, &rows[i], at, lang)
		}
		g.Rows = append(g.Rows, row)
	}
	if named && !words.HasPhones() {
		phones.addTo(&g, lang, func(row int) int64 { return words.Whose(&rows[row], at) })
	}
	return g, err
}

// ListJSON writes the rows of a view as an array of records.
func ListJSON[R any](w io.Writer, view *model.View[R], rows []R, at model.AsOf, phones Apart) error {
	if view.HasPhones() {
		phones = nil
	}
	return WriteArray(w, len(rows), func(i int) json.RawMessage {
		return phones.member(view.RowJSON(&rows[i], at), view.Whose(&rows[i], at))
	})
}
