package files

import (
	"archive/zip"
	"bytes"
	"fmt"
	"math"
	"path"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"genjin/model"
)

// readWorkbook reads every visible sheet of an xlsx file.
func readWorkbook(data []byte, step func(done int) error) (sheets []Sheet, err error) {
	defer func() {
		if recover() != nil { // a part that contradicts the others
			sheets, err = nil, model.ErrFileUnreadable
		}
	}()
	if err := lookInside(data); err != nil {
		return nil, err
	}
	f, err := excelize.OpenReader(bytes.NewReader(data), excelize.Options{
		RawCellValue: true, UnzipSizeLimit: mostBytes, UnzipXMLSizeLimit: mostBytes,
	})
	if err != nil {
		return nil, model.ErrFileUnreadable
	}
	defer f.Close()
	w := workbook{file: f, paths: sheetPaths(f), dates: map[int]bool{}, monies: map[int]string{}, places: map[int]int{}}
	if props, err := f.GetWorkbookProps(); err == nil && props.Date1904 != nil {
		w.from1904 = *props.Date1904
	}
	empty := true
	for _, name := range f.GetSheetList() {
		if visible, err := f.GetSheetVisible(name); err == nil && !visible {
			continue
		}
		sheet, err := w.read(name, step)
		if err != nil {
			return nil, err
		}
		empty = empty && len(sheet.Rows) == 0
		sheets = append(sheets, sheet)
	}
	if empty {
		return nil, model.ErrFileEmpty
	}
	return sheets, nil
}

// lookInside looks at what is in the zip file before anything is unpacked.
func lookInside(data []byte) error {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return model.ErrFileUnreadable
	}
	parts, size, secret := map[string]bool{}, uint64(0), false
	for _, f := range z.File {
		parts[strings.ToLower(f.Name)] = true
		secret = secret || f.Flags&1 != 0
		if size += f.UncompressedSize64; size > mostBytes || f.UncompressedSize64 > mostBytes {
			return model.ErrFileTooLarge
		}
	}
	switch {
	case secret:
		return model.ErrFileEncrypted
	case parts["content.xml"]: // an ODS
		return model.ErrFileFormat
	case !parts["[content_types].xml"]:
		return model.ErrFileArchive
	case parts["xl/workbook.bin"] || parts["word/document.xml"] || parts["ppt/presentation.xml"]:
		return model.ErrFileFormat
	}
	return nil
}

// workbook is an open xlsx file and what is remembered of it.
type workbook struct {
	file     *excelize.File
	paths    map[string]string // sheet name = its part
	dates    map[int]bool      // cell style = shows a date
	monies   map[int]string    // cell style = the currency that it shows
	places   map[int]int       // cell style = the decimals that it shows; -1 = as many as there are
	from1904 bool
	cells    int
}

// read reads one sheet.
func (w *workbook) read(name string, step func(done int) error) (Sheet, error) {
	s := Sheet{Name: name, First: 1, currencies: map[[2]int]string{}, fractions: map[[2]int]bool{}, rounded: map[[2]int]string{}}
	rows, err := w.file.Rows(name)
	if err != nil {
		return s, nil // a sheet of another kind: a chart, a macro
	}
	defer rows.Close()
	marks := markScanner{}
	if part, ok := w.file.Pkg.Load(w.paths[name]); ok {
		marks.data, _ = part.([]byte)
	}
	used := 0
	for number := 1; rows.Next(); number++ {
		if number%someRows == 0 {
			if err := step(number); err != nil {
				return s, err
			}
		}
		row, err := rows.Columns(excelize.Options{RawCellValue: true})
		if err != nil {
			return s, model.ErrFileUnreadable
		}
		row = trim(row)
		if isTooWide(row) {
			return s, model.ErrFileTooWide
		}
		if w.cells += len(row); w.cells > mostCells || number > mostRows {
			return s, model.ErrFileTooLarge
		}
		w.settle(&s, row, marks.row(number))
		s.Rows = append(s.Rows, row)
		if len(row) > 0 {
			used = len(s.Rows)
		}
	}
	s.Rows = s.Rows[:used]
	s.Merges = marks.merges()
	return s, rows.Error()
}

// settle turns a row's numbers into the text that a person sees: dates into
// ISO dates, numbers without an exponent. Errors of formulas are nothing.
func (w *workbook) settle(s *Sheet, row []string, marks []mark) {
	for _, m := range marks {
		if m.col >= len(row) || row[m.col] == "" {
			continue
		}
		if m.isError {
			row[m.col] = ""
			continue
		}
		number, err := strconv.ParseFloat(row[m.col], 64)
		if err != nil {
			continue
		}
		if w.isDate(m.style) {
			if text, ok := w.dateText(number); ok {
				row[m.col] = text
				continue
			}
		}
		row[m.col] = plainNumber(number)
		w.noteFraction(s, m, row[m.col])
		if code := w.currency(m.style); code != "" {
			s.currencies[[2]int{len(s.Rows), m.col}] = code
		}
	}
}

// isDate tells whether cells of a style show their number as a date or time.
func (w *workbook) isDate(style int) bool {
	known, ok := w.dates[style]
	if !ok {
		if s, err := w.file.GetStyle(style); err == nil && s != nil {
			known = isDateFormat(s)
		}
		w.dates[style] = known
	}
	return known
}

// currency is that which cells of a style show beside their number.
func (w *workbook) currency(style int) string {
	code, ok := w.monies[style]
	if !ok {
		if s, err := w.file.GetStyle(style); err == nil && s != nil && s.CustomNumFmt != nil {
			code = currencyFormat(*s.CustomNumFmt)
		}
		w.monies[style] = code
	}
	return code
}

// isDateFormat knows the built-in date formats, the Chinese ones among them,
// and formats that name a year, month, day or hour.
func isDateFormat(s *excelize.Style) bool {
	if s.CustomNumFmt == nil {
		n := s.NumFmt
		return n >= 14 && n <= 22 || n >= 27 && n <= 36 || n >= 45 && n <= 47 || n >= 50 && n <= 58
	}
	var b strings.Builder
	quoted, bracket := false, false
	for i, r := range strings.ToLower(*s.CustomNumFmt) {
		switch {
		case r == '"':
			quoted = !quoted
		case r == '[' && !quoted:
			bracket = true
		case r == ']':
			bracket = false
		case r == ';' && !quoted && i > 0:
			return strings.ContainsAny(b.String(), "ymdhs")
		case !quoted && !bracket:
			b.WriteRune(r)
		}
	}
	return strings.ContainsAny(strings.ReplaceAll(b.String(), "general", ""), "ymdhs")
}

// dateText is a spreadsheet's day number as text; a mere time is HH:MM.
func (w *workbook) dateText(number float64) (string, bool) {
	const last, minutes = 2958466, 24 * 60 // the year 10000
	if number < 0 || number >= last {
		return "", false
	}
	number = math.Round(number*minutes) / minutes
	t, err := excelize.ExcelDateToTime(number, w.from1904)
	if err != nil {
		return "", false
	}
	switch {
	case number < 1:
		return t.Format("15:04"), true
	case number == math.Trunc(number):
		return t.Format("2006-01-02"), true
	}
	return t.Format("2006-01-02 15:04"), true
}

// plainNumber is a number as a person reads it: 15935946108 rather than
// 1.5935946108E10, 0.3 rather than 0.30000000000000004.
func plainNumber(n float64) string {
	const places, most = 15, 1e18
	if math.IsInf(n, 0) || math.Abs(n) >= most {
		return strconv.FormatFloat(n, 'g', -1, 64)
	}
	if n == math.Trunc(n) {
		return strconv.FormatFloat(n, 'f', -1, 64)
	}
	short, _ := strconv.ParseFloat(strconv.FormatFloat(n, 'g', places, 64), 64)
	return strconv.FormatFloat(short, 'f', -1, 64)
}

// sheetPaths finds the part of each sheet by the workbook's relations.
func sheetPaths(f *excelize.File) map[string]string {
	paths := map[string]string{}
	load := func(name string) []byte {
		part, _ := f.Pkg.Load(name)
		data, _ := part.([]byte)
		return data
	}
	book := "xl/workbook.xml"
	for _, r := range tags(load("_rels/.rels"), "Relationship") {
		if strings.HasSuffix(r["Type"], "/officeDocument") {
			book = strings.TrimPrefix(r["Target"], "/")
		}
	}
	targets := map[string]string{}
	for _, r := range tags(load(path.Join(path.Dir(book), "_rels", path.Base(book)+".rels")), "Relationship") {
		target := path.Join(path.Dir(book), r["Target"])
		if strings.HasPrefix(r["Target"], "/") {
			target = strings.TrimPrefix(r["Target"], "/")
		}
		targets[r["Id"]] = target
	}
	for i, s := range tags(load(book), "sheet") {
		id := s["id"]
		if id == "" {
			id = fmt.Sprintf("rId%d", i+1)
		}
		paths[s["name"]] = targets[id]
	}
	return paths
}
