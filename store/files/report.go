package files

import (
	"encoding/json"
	"io"

	"genjin/model"
	"genjin/model/label"
)

// Report is a report to be written as its tables.
type Report struct {
	Kind string // as the command names it
	Page model.Page
	Lang label.Lang
}

// Grid is the figures with the tables below them, in words.
func (r Report) Grid() Grid {
	var list []Grid
	for _, s := range label.Sheets(&r.Page, r.Lang) {
		list = append(list, Grid{Title: s.Title, Lang: r.Lang.String(), Headers: s.Head, Rows: s.Rows})
	}
	g := list[0]
	g.More = list[1:]
	return g
}

// WriteJSON writes the report as one object.
func (r Report) WriteJSON(w io.Writer) error {
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(model.PageJSON(r.Kind, &r.Page))
}
