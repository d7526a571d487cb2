package files

import "strings"

// recognise tells what a sheet holds. A list has its headers in one row; a form
// has labels below labels, or a journal table below its customer's name.
func (r *reader) recognise(s *Sheet) string {
	row, col, ok := r.firstName(s)
	if !ok {
		if _, ok := r.listHeader(s); ok {
			return DocumentList
		}
		return ""
	}
	if _, inline := r.inline(s.At(row, col)); inline {
		return DocumentForm
	}
	headed := map[int]bool{}
	for c := range s.Rows[row] {
		if _, ok := r.field(recordCustomer, s.At(row, c)); ok && c != col {
			headed[c] = true
		}
	}
	const near = 40
	loose := map[string]int{}
	for i := row + 1; i < min(len(s.Rows), row+near); i++ {
		if r.isJournalHeader(s, i) {
			return DocumentForm
		}
		for c, cell := range s.Rows[i] {
			code, ok := r.field(recordCustomer, cell)
			switch {
			case !ok || headed[c] || code == "name":
			case c == col:
				return DocumentForm
			default:
				loose[code] = c
			}
		}
	}
	columns := map[int]bool{}
	for _, c := range loose {
		columns[c] = true
	}
	if len(loose) > 1 && len(columns) > 1 && !r.isNamedBelow(s, row, col) {
		return DocumentForm
	}
	return DocumentList
}

// isNamedBelow tells a list by its customers: it has one in nearly every row
// below its header 客户名称, and no label; words of other rows that are labels
// too, 微信 under 渠道, are values then. So they are where the header has another
// one beside it, for in a form a label has its value there.
func (r *reader) isNamedBelow(s *Sheet, row, col int) bool {
	if _, ok := r.field(recordCustomer, s.At(row, s.span(row, col).LastCol+1)); ok {
		return true
	}
	named, blank := 0, 0
	for i := row + 1; i < len(s.Rows); i++ {
		switch {
		case isBlank(s.Rows[i]):
		case strings.TrimSpace(s.At(i, col)) == "":
			blank++
		default:
			named++
		}
	}
	return named > 0 && named >= 2*blank && len(trim(s.Rows[row])) > 2
}

// hasValueBeside tells labels with their values in one row from the headers of
// a list that has no rows.
func (r *reader) hasValueBeside(s *Sheet) bool {
	row, col, ok := r.firstName(s)
	next := s.span(row, col).LastCol + 1
	_, isLabel := r.field(recordCustomer, s.At(row, next))
	return ok && !isLabel && strings.TrimSpace(s.At(row, next)) != ""
}

// firstName finds the first cell that says 客户名称 or the like.
func (r *reader) firstName(s *Sheet) (row, col int, ok bool) {
	for i := 0; i < min(len(s.Rows), headerRows*2); i++ {
		for c, cell := range s.Rows[i] {
			code, ok := r.field(recordCustomer, cell)
			if !ok {
				var in inlineLabel
				in, _ = r.inline(cell)
				code = in.code
			}
			if code == "name" {
				return i, c, true
			}
		}
	}
	return 0, 0, false
}

// isJournalHeader tells the header row of a form's journal table: it names the
// situation and one more of its columns, hardly anything else, and no customer.
func (r *reader) isJournalHeader(s *Sheet, row int) bool {
	codes := map[string]bool{}
	if row >= len(s.Rows) {
		return false
	}
	filled := 0
	for _, cell := range s.Rows[row] {
		if strings.TrimSpace(cell) != "" {
			filled++
		}
		if code, ok := r.field(recordJournal, cell); ok {
			codes[code] = true
		}
		if code, ok := r.field(recordCustomer, cell); ok && code == "name" {
			return false
		}
	}
	return codes["situation"] && len(codes)*2 >= filled && (codes["at"] || codes["problem"] || codes["solution"] || codes["seq"])
}
