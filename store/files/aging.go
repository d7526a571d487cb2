package files

import (
	"encoding/json"
	"io"

	"genjin/model"
	"genjin/model/label"
)

// Ages is an aging report to be written as a list.
type Ages struct {
	Aging model.Aging
	Lang  label.Lang
}

// Grid is the report with headers and values in words, the totals last.
func (k Ages) Grid() Grid {
	plain := func(n int64, currency string) string { return model.Money{Amount: n, Currency: currency}.String() }
	return Grid{Title: label.AgingTitle(&k.Aging, k.Lang), Lang: k.Lang.String(), Headers: label.AgingHeaders(&k.Aging, k.Lang),
		Rows: label.AgingRows(&k.Aging, k.Lang, plain)}
}

// WriteJSON writes the lines of the report as an array of records.
func (k Ages) WriteJSON(w io.Writer) error {
	return WriteArray(w, len(k.Aging.Lines), func(i int) json.RawMessage { return model.AgingJSON(&k.Aging, &k.Aging.Lines[i]) })
}
