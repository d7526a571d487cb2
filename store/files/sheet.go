package files

import (
	"bytes"
	"io"
	"os"
	"strings"

	"genjin/model"

	"genjin/store/seal"
)

// What is read at most. A file beyond it is divided by the person.
const (
	mostBytes     = 256 << 20 // of a file, and of a workbook unpacked
	mostCells     = 4_000_000 // that hold text
	mostRows      = 1 << 20   // of a sheet, as a spreadsheet has
	mostColumns   = 500       // of a row that hold text: each is looked up among all headers
	mostCustomers = 200_000   // of a file
)

// someRows are read between two steps.
const someRows = 500

// Sheet is a grid of texts: a worksheet, or a CSV file.
type Sheet struct {
	Name   string
	Rows   [][]string // trailing empty cells and rows are left out
	First  int        // the number of Rows[0] as the spreadsheet shows it
	Merges []Range    // cells that the spreadsheet shows as one
	// currencies are those that cells show beside their numbers.
	currencies map[[2]int]string
	// fractions are cells with a number that isn't whole; rounded is what cells
	// show of a number with more decimals than its amount has.
	fractions map[[2]int]bool
	rounded   map[[2]int]string
	isCSV     bool
	spans     map[[2]int]Range // by the first cell
	under     map[[2]int]Range // by every other cell
}

// Range is a rectangle of cells, indexes of Rows and columns, the last ones
// included.
type Range struct{ Row, Col, LastRow, LastCol int }

// Number is the row's number in the spreadsheet.
func (s *Sheet) Number(row int) int { return s.First + row }

// At is a cell's text, empty outside.
func (s *Sheet) At(row, col int) string {
	if row < 0 || row >= len(s.Rows) || col < 0 || col >= len(s.Rows[row]) {
		return ""
	}
	return s.Rows[row][col]
}

// Width is the most columns that a row has.
func (s *Sheet) Width() int {
	w := 0
	for _, row := range s.Rows {
		w = max(w, len(row))
	}
	return w
}

// span is the merged range that begins with a cell, or the cell alone.
func (s *Sheet) span(row, col int) Range {
	s.index()
	if r, ok := s.spans[[2]int{row, col}]; ok {
		return r
	}
	return Range{row, col, row, col}
}

// covered is the merged range that a cell lies under without being its first.
func (s *Sheet) covered(row, col int) (Range, bool) {
	s.index()
	r, ok := s.under[[2]int{row, col}]
	return r, ok
}

// index makes merged cells findable; enormous ones, which are decoration, are
// not spread out.
func (s *Sheet) index() {
	const most = 200_000
	if s.spans != nil {
		return
	}
	s.spans, s.under = map[[2]int]Range{}, map[[2]int]Range{}
	for _, m := range s.Merges {
		m.LastRow = min(m.LastRow, len(s.Rows))
		m.LastCol = min(m.LastCol, m.Col+256)
		if m.Row >= len(s.Rows) || len(s.under) > most {
			continue
		}
		s.spans[[2]int{m.Row, m.Col}] = m
		for row := m.Row; row <= m.LastRow; row++ {
			for col := m.Col; col <= m.LastCol; col++ {
				if row != m.Row || col != m.Col {
					s.under[[2]int{row, col}] = m
				}
			}
		}
	}
}

// isTooWide tells that more cells of a row hold text than a list has columns; a
// single one far to the right is no list's width.
func isTooWide(row []string) bool {
	filled := 0
	for _, c := range row {
		if c != "" {
			filled++
		}
	}
	return filled > mostColumns
}

// isBlank tells that a row holds no text.
func isBlank(row []string) bool {
	for _, c := range row {
		if strings.TrimSpace(c) != "" {
			return false
		}
	}
	return true
}

// trim leaves out empty cells at the end of a row.
func trim(row []string) []string {
	n := len(row)
	for n > 0 && strings.TrimSpace(row[n-1]) == "" {
		n--
	}
	return row[:n]
}

// The beginnings by which files are known, whatever their names end with.
var (
	zipMagic = []byte("PK\x03\x04")
	oleMagic = []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1") // xls, and encrypted workbooks
)

// readData reads a file's bytes.
func readData(path string) ([]byte, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, err
	case info.IsDir():
		return nil, model.ErrFileFormat
	case info.Size() > mostBytes:
		return nil, model.ErrFileTooLarge
	}
	data, err := io.ReadAll(io.LimitReader(f, mostBytes+1))
	if err == nil && len(data) > mostBytes {
		err = model.ErrFileTooLarge
	}
	return data, err
}

// unsealed is the content of a protected file, or why it can't be had.
func unsealed(data []byte, passphrase string) ([]byte, error) {
	r, err := seal.Read(bytes.NewReader(data), passphrase)
	if err != nil {
		return nil, err
	}
	return io.ReadAll(r)
}

// readBook reads a workbook of the present format; those of older ones, and
// with a password, are refused each with its word.
func readBook(data []byte, step func(done int) error) ([]Sheet, error) {
	switch {
	case bytes.HasPrefix(data, zipMagic):
		return readWorkbook(data, step)
	case bytes.Contains(data, utf16Text("EncryptedPackage")):
		return nil, model.ErrFileEncrypted
	}
	return nil, model.ErrFileOldExcel
}

// utf16Text is an ASCII text as an OLE file's directory spells it.
func utf16Text(text string) []byte {
	out := make([]byte, 0, 2*len(text))
	for _, b := range []byte(text) {
		out = append(out, b, 0)
	}
	return out
}

// refuseDocument refuses text files of other kinds, such as the web page that
// some systems call .xls.
func refuseDocument(text string) error {
	const head = 512
	start := strings.ToLower(strings.TrimSpace(text[:min(len(text), head)]))
	for _, kind := range []struct {
		sign string
		err  error
	}{
		{"<!doctype", model.ErrFileWebPage}, {"<html", model.ErrFileWebPage}, {"<table", model.ErrFileWebPage}, {"<?xml", model.ErrFileWebPage},
		{"begin:vcalendar", model.ErrFileCalendar}, {"%pdf", model.ErrFileFormat}, {"{\\rtf", model.ErrFileFormat},
	} {
		if strings.HasPrefix(start, kind.sign) {
			return kind.err
		}
	}
	return nil
}
