package files

import (
	"encoding/csv"
	"fmt"
	"html"
	"io"
	"math"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"
)

// byteOrderMark tells spreadsheets that a CSV file is UTF-8.
const byteOrderMark = "\ufeff"

// Grid is a table of texts under headers, to be written in any form that has
// tables.
type Grid struct {
	Title   string
	Lang    string // of the page: zh, en
	Headers []string
	Rows    [][]string
	Amounts map[int]bool // the columns of amounts, which are numbers in a workbook
	More    []Grid       // tables below it
}

// WriteCSV writes the table as CSV that spreadsheets open rightly.
func (g Grid) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	for i, t := range g.tables() {
		if i > 0 {
			if err := out.Write([]string{""}); err != nil {
				return err
			}
		}
		if err := out.Write(t.Headers); err != nil {
			return err
		}
		for _, row := range t.Rows {
			if err := out.Write(guarded(append([]string(nil), row...))); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// tables are the table and those below it.
func (g Grid) tables() []Grid { return append([]Grid{g}, g.More...) }

// WriteWorkbook writes the table as xlsx, and those below it as sheets of their
// own; amounts are numbers.
func (g Grid) WriteWorkbook(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	names := sheetNames{}
	for i, t := range g.tables() {
		if err := t.writeSheet(f, names.next(t.Title, i)); err != nil {
			return err
		}
	}
	return saveWorkbook(f, w)
}

func (g Grid) writeSheet(f *excelize.File, name string) error {
	s, head, err := newTable(f, name, len(g.Headers))
	if err != nil {
		return err
	}
	money, err := f.NewStyle(&excelize.Style{NumFmt: 4}) // #,##0.00
	if err != nil {
		return err
	}
	if err := s.SetRow("A1", styled(g.Headers, head)); err != nil {
		return err
	}
	for i, row := range g.Rows {
		cells, err := g.cells(row, money)
		if err != nil {
			return err
		}
		if err := s.SetRow("A"+strconv.Itoa(i+2), cells); err != nil {
			return err
		}
	}
	return s.Flush()
}

// cells are a row's, amounts in the style of money. A text that no cell holds
// is said to be of the record that the row begins with.
func (g Grid) cells(row []string, money int) ([]any, error) {
	cells := make([]any, len(row))
	for n, text := range row {
		cells[n] = text
		if amount, err := strconv.ParseFloat(text, 64); err == nil && g.Amounts[n] && math.Abs(amount) < exactFloat/100 {
			cells[n] = excelize.Cell{Value: amount, StyleID: money}
		}
		if err := fitCell(text); err != nil {
			return nil, fmt.Errorf("%s: %w", row[0], err)
		}
	}
	return cells, nil
}

var markdownSigns = strings.NewReplacer("\\", "\\\\", "|", "\\|", "\n", "<br>", "<", "&lt;", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[")

// WriteMarkdown writes the table as Markdown.
func (g Grid) WriteMarkdown(w io.Writer) error {
	var b strings.Builder
	line := func(cells []string) {
		for _, c := range cells {
			b.WriteString("| " + markdownSigns.Replace(c) + " ")
		}
		b.WriteString("|\n")
	}
	for i, t := range g.tables() {
		fmt.Fprintf(&b, "%s %s\n\n", map[bool]string{true: "#", false: "\n##"}[i == 0], markdownSigns.Replace(t.Title))
		line(t.Headers)
		b.WriteString(strings.Repeat("| --- ", len(t.Headers)) + "|\n")
		for _, row := range t.Rows {
			line(row)
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// pageStyle prints on A4 across, the headers on every page.
const pageStyle = `body{font-family:"PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:1.5em}
table{border-collapse:collapse;font-size:13px}
th,td{border:1px solid #999;padding:3px 6px;text-align:left;vertical-align:top;white-space:pre-wrap}
th{background:#ededed}thead{display:table-header-group}tr{break-inside:avoid}@page{size:A4 landscape;margin:12mm}`

// WriteHTML writes the table as a page to be looked at or printed.
func (g Grid) WriteHTML(w io.Writer) error {
	var b strings.Builder
	lang := g.Lang
	if lang == "zh" {
		lang = "zh-CN"
	}
	title := html.EscapeString(g.Title)
	fmt.Fprintf(&b, "<!doctype html>\n<html lang=%q>\n<meta charset=\"utf-8\">\n<title>%s</title>\n<style>%s</style>\n"+
		"<h1>%s</h1>\n", lang, title, pageStyle, title)
	line := func(tag string, cells []string) {
		b.WriteString("<tr>")
		for _, c := range cells {
			fmt.Fprintf(&b, "<%s>%s</%s>", tag, html.EscapeString(c), tag)
		}
		b.WriteString("</tr>\n")
	}
	for i, t := range g.tables() {
		if i > 0 {
			fmt.Fprintf(&b, "<h2>%s</h2>\n", html.EscapeString(t.Title))
		}
		b.WriteString("<table>\n<thead>")
		line("th", t.Headers)
		b.WriteString("</thead>\n<tbody>\n")
		for _, row := range t.Rows {
			line("td", row)
		}
		b.WriteString("</tbody>\n</table>\n")
	}
	b.WriteString("</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
