package files

import (
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// use is what becomes of a column of a list. Computed ones are told by what the
// document works out itself.
func (c column) use(computed bool) model.ColumnUse {
	passed := slices.Contains(workedOut, c.code) && c.record == recordCustomer ||
		c.heading == heading{recordJournal, "seq"} || notOfFile[c.heading]
	switch {
	case c.mapped && c.code == "":
		return model.ColumnLeftOut
	case c.code != "" && passed:
		return model.ColumnComputed
	case c.code != "":
		return model.ColumnRead
	case isReason(c.header):
		return model.ColumnReason
	case computed || c.part == partShown || label.IsShownOnly(c.header):
		return model.ColumnComputed
	case c.serial:
		return model.ColumnNumber
	}
	return model.ColumnUnknown
}

// widen gives a list columns for the cells that stand beside its headers, and
// tells the first text of each column without a header.
func (t *table) widen(s *Sheet) map[int]string {
	nameless := map[int]string{}
	for row := t.first; row < len(s.Rows); row++ {
		for col, cell := range s.Rows[row] {
			if col < len(t.columns) && t.columns[col].header != "" || nameless[col] != "" {
				continue
			}
			if text := model.Clean(cell); text != "" {
				nameless[col] = text
			}
		}
	}
	for col := range nameless {
		for len(t.columns) <= col {
			t.columns = append(t.columns, column{})
		}
	}
	return nameless
}

// headers are the headers of the file of refused rows: all that the list has.
func (t table) headers() []string {
	headers := make([]string, len(t.columns))
	for i, c := range t.columns {
		headers[i] = c.header
	}
	return headers
}

// note tells the columns of a list, and which of them share a field. computed
// tells headers of what the document works out itself.
func (r *reader) note(s *Sheet, t *table, computed func(header string) bool) {
	nameless := t.widen(s)
	t.setUnits(s)
	t.today = r.opt.Today
	r.setReadings(s, t)
	by := map[heading][]string{}
	var order []heading
	for i, c := range t.columns {
		col := model.ImportColumn{Sheet: s.Name, Header: c.header, Mapped: c.mapped, Written: c.written}
		col.Sample, col.Use = s.sample(t.first, i), c.use(computed(c.header))
		col.Rounded, col.RoundedTo = t.rounding(s, i)
		col.ExampleAs = c.asRead(c.written.Example, t.today)
		if col.Header == "" {
			if col.Sample = nameless[i]; col.Sample == "" {
				continue
			}
			letters, _ := excelize.ColumnNumberToName(i + 1)
			col.Header, col.Use = "("+letters+")", model.ColumnUnknown
		}
		switch {
		case c.code != "":
			col.Field = c.record + "." + c.code
		case c.mapped:
			col.Field = model.LeftOut
		case col.Use == model.ColumnUnknown:
			r.unknown(col.Header)
		}
		r.file.Columns = append(r.file.Columns, col)
		if c.code == "" || c.option != "" || c.named != "" || c.part != "" {
			continue
		}
		if by[c.heading] == nil {
			order = append(order, c.heading)
		}
		by[c.heading] = append(by[c.heading], c.header)
	}
	for _, h := range order {
		if len(by[h]) > 1 && h != (heading{recordJournal, "at"}) {
			r.file.Shared = append(r.file.Shared, model.SharedField{Field: h.record + "." + h.code, Headers: by[h],
				Joined: model.JoinsColumns(h.record, h.code)})
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

// never tells that a list shows nothing that is worked out.
func never(string) bool { return false }
