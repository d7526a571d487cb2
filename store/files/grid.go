package files

import (
	"encoding/csv"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/xuri/excelize/v2"
)

// Grid is a table of texts under headers, to be written in any form that has
// tables.
type Grid struct {
	Title   string
	Lang    string // of the page: zh, en
	Headers []string
	Rows    [][]string
}

// WriteCSV writes the table as CSV that spreadsheets open rightly.
func (g Grid) WriteCSV(w io.Writer) error {
	if _, err := io.WriteString(w, byteOrderMark); err != nil {
		return err
	}
	out := csv.NewWriter(w)
	out.UseCRLF = true
	if err := out.Write(g.Headers); err != nil {
		return err
	}
	for _, row := range g.Rows {
		if err := out.Write(guarded(append([]string(nil), row...))); err != nil {
			return err
		}
	}
	out.Flush()
	return out.Error()
}

// WriteWorkbook writes the table as xlsx.
func (g Grid) WriteWorkbook(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	if err := writeTable(f, sheetNames{}.next(g.Title, 0), append([][]string{g.Headers}, g.Rows...)); err != nil {
		return err
	}
	return saveWorkbook(f, w)
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
	fmt.Fprintf(&b, "# %s\n\n", markdownSigns.Replace(g.Title))
	line(g.Headers)
	b.WriteString(strings.Repeat("| --- ", len(g.Headers)) + "|\n")
	for _, row := range g.Rows {
		line(row)
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
		"<h1>%s</h1>\n<table>\n<thead>", lang, title, pageStyle, title)
	line := func(tag string, cells []string) {
		b.WriteString("<tr>")
		for _, c := range cells {
			fmt.Fprintf(&b, "<%s>%s</%s>", tag, html.EscapeString(c), tag)
		}
		b.WriteString("</tr>\n")
	}
	line("th", g.Headers)
	b.WriteString("</thead>\n<tbody>\n")
	for _, row := range g.Rows {
		line("td", row)
	}
	b.WriteString("</tbody>\n</table>\n</html>\n")
	_, err := io.WriteString(w, b.String())
	return err
}
