package exchange

import (
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// Projects is a list of projects to be written, with how they stand.
type Projects struct {
	All  []model.ProjectRow
	Lang label.Lang
}

// WriteJSON writes an array of objects.
func (k Projects) WriteJSON(w io.Writer) error {
	return WriteArray(w, len(k.All), func(i int) json.RawMessage { return model.ProjectRowJSON(&k.All[i]) })
}

// Grid is the list as a table: the project's fields, the stage that it has
// reached and who is responsible.
func (k Projects) Grid() Grid {
	g := Grid{Title: label.Record(recordProject, k.Lang), Lang: k.Lang.String()}
	for _, f := range model.ProjectFields {
		g.Headers = append(g.Headers, label.Field(recordProject, f.Code, k.Lang))
	}
	w := label.Progress(k.Lang)
	g.Headers = append(g.Headers, w.Days, w.Owed)
	for i := range k.All {
		r := &k.All[i]
		var row []string
		for _, f := range model.ProjectFields {
			text := label.Show(recordProject, f.Spec, f.Get(&r.Project), r.Currency, k.Lang)
			switch f.Code {
			case "customer_id":
				text = r.Customer
			case "template_id":
				text = label.Either(r.Template, r.TemplateEN, k.Lang)
			case "stage":
				text = label.Stage(&r.Now, k.Lang)
			}
			row = append(row, text)
		}
		var owed []string
		for _, o := range r.Now.Owed {
			owed = append(owed, label.Owed(o, k.Lang))
		}
		days := ""
		if r.Now.Current >= 0 {
			days = strconv.Itoa(r.Now.Days)
		}
		g.Rows = append(g.Rows, append(row, days, strings.Join(owed, ", ")))
	}
	return g
}
