package files

import (
	"strings"

	"genjin/model"
)

// journalColumn is a column of the journal table; merged headers are several
// cells wide.
type journalColumn struct {
	code        string
	first, last int
	written     model.ColumnReading
}

// readJournal reads the rows of the journal table in their order.
func (f *form) readJournal() {
	if f.journal < 0 {
		return
	}
	columns := f.journalColumns()
	for row := f.journal + 1; row <= f.last; row++ {
		values := f.journalRow(row, columns)
		switch {
		case f.isFooter(row, columns):
			f.readFooter(row)
			f.r.rows.skip(row, model.SkipFootnote)
		case isSum(f.s.Rows[row]):
			f.r.rows.skip(row, model.SkipTotal)
		case !hasText(values):
			if strings.Trim(rowText(f.s.Rows[row], len(values["seq"])+1), "0123456789.、") == "" {
				f.r.rows.skip(row, model.SkipNumber)
			}
		case f.continuesEntry(row, columns, values):
			f.addToEntry(values)
			f.r.rows.take(row, f.draft.entries[len(f.draft.entries)-1].row)
		default:
			f.draft.entries = append(f.draft.entries, entryDraft{row: f.s.Number(row), values: values, unread: f.unreadIn(row, columns)})
			f.r.rows.take(row, f.s.Number(row))
		}
	}
}

// journalColumns are the columns of the header row, each as wide as its
// header; a blank cell beside one belongs to it.
func (f *form) journalColumns() []journalColumn {
	var columns []journalColumn
	for col := range f.s.Rows[f.journal] {
		text := f.s.At(f.journal, col)
		if strings.TrimSpace(text) == "" {
			continue
		}
		code, ok := f.r.field(recordJournal, text)
		if !ok && !f.r.leftOut(text) && !isReason(text) {
			f.r.unknown(text)
		}
		if n := len(columns); n > 0 {
			columns[n-1].last = col - 1
		}
		columns = append(columns, journalColumn{code: code, first: col, last: max(f.s.span(f.journal, col).LastCol, col)})
	}
	for i, c := range columns {
		var texts []string
		for row := f.journal + 1; row <= f.last && isDay(model.FieldOf(recordJournal, c.code)); row++ {
			texts = append(texts, f.s.At(row, c.first))
		}
		columns[i].written = model.ReadDates(texts, f.r.opt.Answers.Dates, f.r.opt.Today)
	}
	return columns
}

// journalRow sorts a row's texts by field.
func (f *form) journalRow(row int, columns []journalColumn) map[string]string {
	values := map[string]string{}
	for _, c := range columns {
		for col := c.first; col <= c.last; col++ {
			if text := strings.TrimSpace(f.s.At(row, col)); text != "" && c.code != "" {
				if c.written.Reading != "" {
					text = c.written.Reading.Date(text, f.r.opt.Today, false)
				}
				values[c.code] = joined(heading{recordJournal, c.code}, values[c.code], text)
			}
		}
	}
	return values
}

// unreadIn is what a row says in columns that aren't known.
func (f *form) unreadIn(row int, columns []journalColumn) (u unread) {
	for _, c := range columns {
		header := f.s.At(f.journal, c.first)
		for col := c.first; c.code == "" && col <= c.last && !isReason(header); col++ {
			u.add(header, f.s.At(row, col))
		}
	}
	return u
}

// hasText tells a row from one that only has its number printed.
func hasText(values map[string]string) bool {
	for code := range values {
		if code != "seq" {
			return true
		}
	}
	return false
}

// isFooter tells the rows below a journal that go on with the form: 填表人:陈萌,
// or a note.
func (f *form) isFooter(row int, columns []journalColumn) bool {
	for col, cell := range f.s.Rows[row] {
		if col > columns[0].first {
			break
		}
		text := model.Clean(cell)
		if text == "" {
			continue
		}
		if _, ok := f.r.inline(text); ok {
			return true
		}
		code, ok := f.r.field(recordCustomer, text)
		_, entry := f.r.field(recordJournal, text)
		alone := len(trim(f.s.Rows[row])) == col+1
		return ok && code != "name" && !entry || alone && (footnotes.MatchString(text) || signatures.MatchString(text))
	}
	return false
}

func (f *form) readFooter(row int) {
	f.rows = []int{row}
	for col := range f.s.Rows[row] {
		f.readCell(row, col)
	}
}

// continuesEntry tells a row that goes on with the entry above: its day is
// merged over both.
func (f *form) continuesEntry(row int, columns []journalColumn, values map[string]string) bool {
	if len(f.draft.entries) == 0 || values["at"] != "" {
		return false
	}
	for _, c := range columns {
		if c.code == "at" {
			m, ok := f.s.covered(row, c.first)
			return ok && m.Row > f.journal && m.Row < row
		}
	}
	return false
}

func (f *form) addToEntry(values map[string]string) {
	e := &f.draft.entries[len(f.draft.entries)-1]
	for code, text := range values {
		if code != "seq" {
			e.values[code] = joined(heading{recordJournal, code}, e.values[code], text)
		}
	}
}
