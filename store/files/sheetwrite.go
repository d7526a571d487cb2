package files

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"genjin/model"
)

// exactFloat is the most minor units that a spreadsheet's number keeps.
const exactFloat = 1_000_000_000_000_000

// writeTable writes texts as a sheet, the first row as its header.
func writeTable(f *excelize.File, name string, rows [][]string) error {
	s, head, err := newTable(f, name, len(rows[0]))
	if err != nil {
		return err
	}
	for i, row := range rows {
		style := 0
		if i == 0 {
			style = head
		}
		for _, text := range row {
			if err := fitCell(text); err != nil {
				return err
			}
		}
		if err := s.SetRow("A"+strconv.Itoa(i+1), styled(row, style)); err != nil {
			return err
		}
	}
	return s.Flush()
}

// newTable begins a sheet whose first row stays in view.
func newTable(f *excelize.File, name string, columns int) (s *excelize.StreamWriter, head int, err error) {
	if index, _ := f.GetSheetIndex(name); index < 0 {
		if _, err := f.NewSheet(name); err != nil {
			return nil, 0, err
		}
	}
	if head, err = f.NewStyle(&excelize.Style{
		Font: &excelize.Font{Bold: true}, Fill: excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"EDEDED"}},
		Alignment: &excelize.Alignment{Vertical: "center"},
	}); err != nil {
		return nil, 0, err
	}
	if s, err = f.NewStreamWriter(name); err != nil {
		return nil, 0, err
	}
	if err := s.SetColWidth(1, columns, 16); err != nil {
		return nil, 0, err
	}
	return s, head, s.SetPanes(&excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"})
}

func styled(row []string, style int) []any {
	cells := make([]any, len(row))
	for i, text := range row {
		cells[i] = excelize.Cell{Value: text, StyleID: style}
	}
	return cells
}

// saveWorkbook writes a workbook without the empty sheet that it began with.
func saveWorkbook(f *excelize.File, w io.Writer) error {
	const first = "Sheet1"
	if names := f.GetSheetList(); len(names) > 1 && names[0] == first {
		if err := f.DeleteSheet(first); err != nil {
			return err
		}
	}
	f.SetActiveSheet(0)
	return f.Write(w)
}

// sheetNames gives sheets names that a spreadsheet takes: at most 31
// characters, none of []:*?/\, and no name twice.
type sheetNames map[string]bool

var sheetSigns = strings.NewReplacer("[", "(", "]", ")", ":", " ", "*", " ", "?", " ", "/", " ", "\\", " ", "'", " ", "：", " ", "\n", " ")

func (n sheetNames) next(wanted string, index int) string {
	const most = 31
	name := strings.TrimSpace(cutUnits(strings.TrimSpace(sheetSigns.Replace(model.Clean(wanted))), most-4))
	if name == "" || strings.EqualFold(name, "history") || strings.EqualFold(name, "sheet1") {
		name = fmt.Sprintf("%d", index+1)
	}
	unique := name
	for i := 2; n[strings.ToLower(unique)]; i++ {
		suffix := fmt.Sprintf(" %d", i)
		unique = cutUnits(name, most-len(suffix)) + suffix
	}
	n[strings.ToLower(unique)] = true
	return unique
}

// cutUnits cuts a text after so many UTF-16 units.
func cutUnits(text string, most int) string {
	n := 0
	for i, r := range text {
		if n++; r > 0xffff {
			n++
		}
		if n > most {
			return text[:i]
		}
	}
	return text
}
