package files

import (
	"html/template"
	"io"
	"strings"
	"sync"

	"genjin/model"
	"genjin/model/label"
)

// KeptReport is the text of a report, as the person edited it, to be handed on.
type KeptReport struct {
	Report   model.KeptReport
	Settings model.Settings
	Lang     label.Lang
}

// keptReportPage is the report to print from a browser.
var keptReportPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("report").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Title}}</title>
<style>
body{font:14px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:50em;color:#111}
h1{text-align:center;font-size:1.5em}pre{font:inherit;white-space:pre-wrap;margin:1.5em 0}
footer{display:flex;justify-content:space-between;gap:2em;border-top:1px solid #999;padding-top:.5em;page-break-inside:avoid}
@media print{body{margin:0}@page{size:A4;margin:2cm}}
</style>
<h1>{{.Title}}</h1>
<pre>{{.Text}}</pre>
<footer>{{range .Foot}}<span>{{.}}</span>{{end}}</footer>
</html>
`))
})

// WriteHTML writes the report as a page to print.
func (k KeptReport) WriteHTML(w io.Writer) error {
	title, text := k.parts()
	return keptReportPage().Execute(w, struct {
		Lang, Title, Text string
		Foot              []string
	}{k.Lang.String(), title, text, label.KeptFoot(&k.Report, k.Settings, k.Lang)})
}

// WriteText writes the report as text.
func (k KeptReport) WriteText(w io.Writer) error {
	title, text := k.parts()
	foot := strings.Join(label.KeptFoot(&k.Report, k.Settings, k.Lang), "  ")
	_, err := io.WriteString(w, title+"\n\n"+text+"\n\n"+foot+"\n")
	return err
}

// parts are the text's first line, where it is a heading of its own, and the rest.
func (k KeptReport) parts() (title, text string) {
	title, text, ok := strings.Cut(strings.TrimSpace(k.Report.Text), "\n\n")
	if !ok || strings.Contains(title, "\n") {
		return label.KeptTitle(&k.Report, k.Lang), strings.TrimSpace(k.Report.Text)
	}
	return title, text
}
