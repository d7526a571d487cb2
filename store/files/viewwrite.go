package files

import (
	"encoding/json"
	"io"
	"slices"

	"genjin/model"
	"genjin/model/label"
)

// List is the rows of a view as a table with headers and values in words; codes
// are the columns, none = every one of the record. Customers of one name are
// told apart by their phones.
func List[R any](words label.List[R], rows []R, codes []string, at model.AsOf, lang label.Lang, phones Apart) (Grid, error) {
	g := Grid{Title: words.Title(lang), Lang: lang.String(), Amounts: map[int]bool{}}
	if len(codes) == 0 {
		codes = filed(words, rows, at, lang)
	}
	columns, err := words.Chosen(codes)
	named := false
	for n, c := range columns {
		g.Headers = append(g.Headers, words.FileHead(c.Code, lang))
		g.Amounts[n] = c.Kind == model.KindAmount && words.Written[c.Code] == nil
		named = named || c.Code == "customer_id"
	}
	for i := range rows {
		g.Rows = append(g.Rows, listRow(words, columns, &rows[i], at, lang))
	}
	if named {
		phones.addTo(&g, callOf(words.HasPhones(), lang), lang, func(row int) int64 { return words.Whose(&rows[row], at) })
	}
	return g, err
}

// listRow is a row's values in words.
func listRow[R any](words label.List[R], columns []*model.Column[R], r *R, at model.AsOf, lang label.Lang) []string {
	row := make([]string, len(columns))
	for n, c := range columns {
		row[n] = words.InFile(c, r, at, lang)
	}
	return row
}

// filed are the columns of a file of all that the rows have.
func filed[R any](words label.List[R], rows []R, at model.AsOf, lang label.Lang) []string {
	return slices.DeleteFunc(words.Filed(), func(code string) bool {
		c, _ := words.Column(code)
		return c.Extra && !slices.ContainsFunc(rows, func(r R) bool { return words.InFile(c, &r, at, lang) != "" })
	})
}

// ListJSON writes the rows of a view as an array of records.
func ListJSON[R any](w io.Writer, view *model.View[R], rows []R, at model.AsOf, phones Apart) error {
	if _, named := view.Column("customer_id"); !named {
		phones = nil
	}
	call := customerCall.code
	if view.HasPhones() {
		call = label.CustomerPhones
	}
	return WriteArray(w, len(rows), func(i int) json.RawMessage {
		return phones.member(view.RowJSON(&rows[i], at), call, view.Whose(&rows[i], at))
	})
}
