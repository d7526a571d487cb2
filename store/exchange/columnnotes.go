package exchange

import (
	"strings"

	"genjin/model"
)

// note tells the columns of a list, and which of them share a field.
func (r *reader) note(s *Sheet, t table) {
	by := map[heading][]string{}
	var order []heading
	for i, c := range t.columns {
		if c.header == "" {
			continue
		}
		col := model.ImportColumn{Sheet: s.Name, Header: c.header, Mapped: c.mapped, Sample: s.sample(t.first, i)}
		switch {
		case c.code != "":
			col.Field = c.record + "." + c.code
		case c.mapped:
			col.Field = model.LeftOut
		}
		r.file.Columns = append(r.file.Columns, col)
		if c.code == "" || c.option != "" || c.named != "" {
			continue
		}
		if by[c.heading] == nil {
			order = append(order, c.heading)
		}
		by[c.heading] = append(by[c.heading], c.header)
	}
	for _, h := range order {
		if len(by[h]) > 1 && h != (heading{recordJournal, "at"}) {
			r.file.Shared = append(r.file.Shared, model.SharedField{Field: h.record + "." + h.code, Headers: by[h], Joined: model.JoinsColumns(h.record, h.code)})
		}
	}
}

// sample is the first value of a column.
func (s *Sheet) sample(first, col int) string {
	const rows = 50
	for row := first; row < min(len(s.Rows), first+rows); row++ {
		if text := model.Clean(s.At(row, col)); text != "" {
			return text
		}
	}
	return ""
}

// likelyHeader is the row that seems to hold the headers of a list none of
// which are known, so that a person can say what they are: the fullest of the
// first rows without numbers.
func (r *reader) likelyHeader(s *Sheet) (table, bool) {
	best, most := -1, 0
	for i, seen := 0, 0; i < len(s.Rows) && seen < headerRows; i++ {
		filled := 0
		for _, cell := range s.Rows[i] {
			text := model.Clean(cell)
			if len(text) > mostHeader || strings.ContainsAny(text, "0123456789") && strings.Trim(text, "0123456789-/.,:+ ") == "" && text != "" {
				filled = 0
				break
			}
			if text != "" {
				filled++
			}
		}
		if !isBlank(s.Rows[i]) {
			seen++
		}
		if filled > most && i+1 < len(s.Rows) {
			best, most = i, filled
		}
	}
	if best < 0 {
		return table{}, false
	}
	return r.columns(s, best), true
}
