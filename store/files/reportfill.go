package files

import (
	"io"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

// ReportTemplate is a person's own workbook, whose cells say in 【】 what of a
// report belongs there.
type ReportTemplate struct {
	Path string
	Fill label.ReportFill
	Lang label.Lang
}

// place is a cell with names in 【】.
type place struct {
	sheet string
	row   int
	cell  string
	text  string
	names []string // as they are written
}

// inPlace is a name in 【】.
var inPlace = pattern.Of(`【([^【】]*)】`)

// Write writes the workbook with its cells filled in; looks and formulas stay.
// It refuses a name that the report doesn't know with its cell, and a workbook
// without any name.
func (t ReportTemplate) Write(w io.Writer) error {
	f, err := excelize.OpenFile(t.Path)
	if err != nil {
		return err
	}
	defer f.Close()
	places, err := t.places(f)
	if err != nil {
		return err
	}
	rows := map[string][]int{}
	for _, p := range places {
		if t.isTable(p) && !slices.Contains(rows[p.sheet], p.row) {
			rows[p.sheet] = append(rows[p.sheet], p.row)
		}
	}
	for i := len(places) - 1; i >= 0; i-- { // from below, so that rows that are repeated move none to come
		p := places[i]
		if !slices.Contains(rows[p.sheet], p.row) {
			if err := t.fill(f, p, 0, p.row); err != nil {
				return err
			}
			continue
		}
		first := i
		for first > 0 && places[first-1].sheet == p.sheet && places[first-1].row == p.row {
			first--
		}
		if err := t.repeat(f, places[first:i+1]); err != nil {
			return err
		}
		i = first
	}
	anew := true
	if err := f.SetCalcProps(&excelize.CalcPropsOptions{FullCalcOnLoad: &anew}); err != nil {
		return err
	}
	return f.Write(w)
}

// places are the cells with names, row by row, once each name is known.
func (t ReportTemplate) places(f *excelize.File) ([]place, error) {
	var places []place
	var unknown []string
	for _, sheet := range f.GetSheetList() {
		rows, err := f.GetRows(sheet)
		if err != nil {
			return nil, err
		}
		for r, row := range rows {
			for c, text := range row {
				found := inPlace.FindAllStringSubmatch(text, -1)
				if len(found) == 0 {
					continue
				}
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				if formula, _ := f.GetCellFormula(sheet, cell); formula != "" {
					continue
				}
				p := place{sheet: sheet, row: r + 1, cell: cell, text: text}
				for _, m := range found {
					p.names = append(p.names, m[1])
					if !t.knows(m[1]) {
						unknown = append(unknown, sheet+"!"+cell+" "+m[0])
					}
				}
				places = append(places, p)
			}
		}
	}
	switch {
	case len(unknown) > 0:
		return nil, model.At("template", model.Refuse(model.RefusedPlaces, unknown...))
	case len(places) == 0:
		return nil, model.At("template", model.Refuse(model.RefusedNoPlaces))
	}
	return places, nil
}

func (t ReportTemplate) knows(name string) bool {
	_, one := t.Fill.Values[label.FillName(name)]
	_, many := t.Fill.Rows[label.FillName(name)]
	return one || many
}

// isTable reports whether a cell is of a row that is repeated.
func (t ReportTemplate) isTable(p place) bool {
	return slices.ContainsFunc(p.names, func(name string) bool {
		_, one := t.Fill.Values[label.FillName(name)]
		return !one
	})
}

// repeat fills a row once a line of its tables.
func (t ReportTemplate) repeat(f *excelize.File, row []place) error {
	n := 1
	for _, p := range row {
		for _, name := range p.names {
			n = max(n, len(t.Fill.Rows[label.FillName(name)]))
		}
	}
	at := row[0].row
	for range n - 1 {
		if err := f.DuplicateRow(row[0].sheet, at); err != nil {
			return err
		}
	}
	for line := range n {
		for _, p := range row {
			if err := t.fill(f, p, line, at+line); err != nil {
				return err
			}
		}
	}
	return nil
}

// value is what a name stands for in a line of the tables.
func (t ReportTemplate) value(name string, line int) label.FillValue {
	if v, ok := t.Fill.Values[label.FillName(name)]; ok {
		return v
	}
	if list := t.Fill.Rows[label.FillName(name)]; line < len(list) {
		return list[line]
	}
	return label.FillValue{}
}

// fill writes a cell: a value of its kind where it says nothing else, else the
// text with the values in it.
func (t ReportTemplate) fill(f *excelize.File, p place, line, row int) error {
	column, _, err := excelize.CellNameToCoordinates(p.cell)
	if err != nil {
		return err
	}
	cell, err := excelize.CoordinatesToCellName(column, row)
	if err != nil {
		return err
	}
	if strings.TrimSpace(p.text) == "【"+p.names[0]+"】" {
		if value, format, ok := typed(t.value(p.names[0], line)); ok {
			return setTyped(f, p.sheet, cell, value, format)
		}
	}
	text := inPlace.ReplaceAllStringFunc(p.text, func(name string) string {
		return t.value(inPlace.FindStringSubmatch(name)[1], line).In(t.Lang)
	})
	if err := fitCell(text); err != nil {
		return err
	}
	return f.SetCellStr(p.sheet, cell, text)
}

// The formats of cells that have none of their own.
const (
	countFormat = "0"
	moneyFormat = "#,##0.00"
	shareFormat = "0.0%"
	dayFormat   = "yyyy-mm-dd"
)

// typed is a value as a cell of its kind; false for a text, and for money of
// several currencies.
func typed(v label.FillValue) (value any, format string, ok bool) {
	m := v.Measure
	switch {
	case v.Day != "":
		on, err := time.Parse(time.DateOnly, string(v.Day))
		return on, dayFormat, err == nil
	case m == nil || m.Unknown || m.Unit == model.UnitMoney && len(m.Amounts) > 1:
		return nil, "", false
	case m.Unit == model.UnitMoney && len(m.Amounts) == 0:
		return 0, moneyFormat, true
	case m.Unit == model.UnitMoney:
		sum := m.Amounts[0]
		n, err := strconv.ParseFloat(sum.String(), 64)
		return n, moneyFormat, err == nil && max(sum.Amount, -sum.Amount) < exactFloat
	case m.Unit == model.UnitPerMille:
		return float64(m.N) / 1000, shareFormat, true
	}
	return m.N, countFormat, true
}

// setTyped sets a cell to a value, shown in a format unless the cell has its own.
func setTyped(f *excelize.File, sheet, cell string, value any, format string) error {
	own, err := f.GetCellStyle(sheet, cell) // before the value: a day gives the cell a format
	if err != nil {
		return err
	}
	style, err := f.GetStyle(own)
	if err != nil {
		return err
	}
	if style.NumFmt == 0 && style.CustomNumFmt == nil {
		style.CustomNumFmt = &format
		if own, err = f.NewStyle(style); err != nil {
			return err
		}
	}
	if err := f.SetCellValue(sheet, cell, value); err != nil {
		return err
	}
	return f.SetCellStyle(sheet, cell, cell, own)
}
