package files

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// byteOrderMark tells spreadsheets that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// Cards are customers to be written, with the names of those they refer to.
type Cards struct {
	Customers []model.Customer
	Entries   map[int64][]model.Entry // by customer, in the order of the journal
	Names     map[int64]string        // of referrers
	Prices    map[int64]string        // by customer, in words; nil = no such column
	Columns   []string                // codes of model.ListFields; none = all fields of the card
	Settings  model.Settings          // by which the axes are worked out
	Today     model.Date
	Lang      label.Lang
}

// specs are the columns of the list.
func (k Cards) specs() []model.Spec {
	var specs []model.Spec
	for _, code := range k.Columns {
		if s, ok := model.ListField(code); ok {
			specs = append(specs, s)
		}
	}
	if len(specs) == 0 {
		for _, f := range model.CustomerFields {
			specs = append(specs, f.Spec)
		}
	}
	return specs
}

// value is a column of a card in words.
func (k Cards) value(s model.Spec, c *model.Customer) string {
	f, ok := model.CustomerFields.ByCode(s.Code)
	if !ok {
		return label.ColumnValue(s, model.ListValue(c, s.Code, k.Settings, k.Today), c.Currency, k.Lang)
	}
	text := f.Get(c)
	switch {
	case f.Code == "referrer":
		return k.Names[c.Referrer]
	case f.Kind == model.KindAmount && text != "":
		return model.Money{Amount: amountOf(text), Currency: c.Currency}.String()
	}
	if text == "" && wouldInfer(c, f.Code) {
		return notKnown[k.Lang]
	}
	return label.Show(recordCustomer, f.Spec, text, c.Currency, k.Lang)
}

// notKnown is read as a value that isn't known, so that nothing is inferred
// for it.
var notKnown = map[label.Lang]string{label.ZH: "未知", label.EN: "unknown"}

// wouldInfer tells an empty field that reading the card again would fill.
func wouldInfer(c *model.Customer, code string) bool {
	return code == "gender" && model.GenderByTitle(c.Name) != "" || code == "source" && c.PartySize > 0
}

func amountOf(text string) int64 {
	n, _ := strconv.ParseInt(text, 10, 64)
	return n
}

// headers are the names of the columns.
func (k Cards) headers() []string {
	var names []string
	for _, s := range k.specs() {
		names = append(names, label.Column(s.Code, k.Lang))
	}
	if k.Prices != nil {
		names = append(names, label.Record("customer_price", k.Lang))
	}
	return names
}

func (k Cards) row(c *model.Customer) []string {
	var row []string
	for _, s := range k.specs() {
		row = append(row, k.value(s, c))
	}
	if k.Prices != nil {
		row = append(row, k.Prices[c.ID])
	}
	return row
}

// Grid is the list with headers and values in words.
func (k Cards) Grid() Grid {
	g := Grid{Title: label.CustomerList(k.Lang), Lang: k.Lang.String(), Headers: k.headers()}
	for i := range k.Customers {
		g.Rows = append(g.Rows, k.row(&k.Customers[i]))
	}
	return g
}

// WriteCSV writes the list form as CSV that spreadsheets open rightly: UTF-8
// with its mark, and no text that would run as a formula.
func (k Cards) WriteCSV(w io.Writer) error { return k.Grid().WriteCSV(w) }

func guarded(row []string) []string {
	for i, text := range row {
		row[i] = guard(text)
	}
	return row
}

// WriteWorkbook writes the list form 客户一览表 as xlsx; amounts are numbers.
func (k Cards) WriteWorkbook(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	headers := k.headers()
	s, head, err := newTable(f, sheetNames{}.next(label.CustomerList(k.Lang), 0), len(headers))
	if err != nil {
		return err
	}
	money, err := f.NewStyle(&excelize.Style{NumFmt: 4}) // #,##0.00
	if err != nil {
		return err
	}
	if err := s.SetRow("A1", styled(headers, head)); err != nil {
		return err
	}
	specs := k.specs()
	for i := range k.Customers {
		row, err := k.cells(specs, &k.Customers[i], money)
		if err != nil {
			return err
		}
		if err := s.SetRow("A"+strconv.Itoa(i+2), row); err != nil {
			return err
		}
	}
	if err := s.Flush(); err != nil {
		return err
	}
	return saveWorkbook(f, w)
}

// cells are a customer's cells, amounts in the style of money.
func (k Cards) cells(specs []model.Spec, c *model.Customer, money int) ([]any, error) {
	texts := k.row(c)
	row := make([]any, len(texts))
	for n, text := range texts {
		row[n] = text
		if n < len(specs) && specs[n].Kind == model.KindAmount && text != "" {
			f, _ := model.CustomerFields.ByCode(specs[n].Code)
			if amount, err := strconv.ParseFloat(text, 64); err == nil && amountOf(f.Get(c)) < exactFloat {
				row[n] = excelize.Cell{Value: amount, StyleID: money}
			}
		}
		if err := fitCell(text); err != nil {
			return nil, fmt.Errorf("%s: %w", c.Name, err)
		}
	}
	return row, nil
}

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
