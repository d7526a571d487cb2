package files

import (
	"html/template"
	"io"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"

	"genjin/model"
	"genjin/model/label"
)

// Dossier is what a customer's dossier is printed from: the list of documents
// 资料归档清单, the hand-over list 资料交接清单, or the records.
type Dossier struct {
	Kind     string // model.ExportPapers, model.ExportHandedOver, model.ExportMinutes
	Customer model.Customer
	List     []model.Item // documents, or minutes
	Settings model.Settings
	Today    model.Date
	Lang     label.Lang
	// Headings are the stages of the templates in which papers and questions stand,
	// by what the records call the template and by their title; may be nil.
	Headings map[string]map[string]string
}

// dossierPage is one sheet as it is printed.
type dossierPage struct {
	Title   string
	Head    []docPair
	Headers []string
	Wide    int // the column that takes the room that is left
	Groups  []dossierGroup
	Closing string
	Sign    []string
}

// dossierGroup are rows under a heading of their own.
type dossierGroup struct {
	Name string
	Rows [][]string
}

var dossierSheet = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("dossier").Funcs(template.FuncMap{"whole": isWhole}).Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Title}}</title>
<style>
body{font:13px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:62em;color:#111}
section+section{page-break-before:always;margin-top:3em}
h1{text-align:center;font-size:1.6em;letter-spacing:.2em;margin:0 0 .8em}
.head{display:flex;flex-wrap:wrap;gap:.2em 2.5em;margin-bottom:.6em}
table{border-collapse:collapse;width:100%}thead{display:table-header-group}tr{page-break-inside:avoid}
th,td{border:1px solid #333;padding:.35em .5em;text-align:center;vertical-align:middle}
th{background:#eee;font-weight:600;white-space:nowrap}
td.whole{white-space:nowrap}td.wide{text-align:left;white-space:pre-wrap}tr>td.wide:nth-child(3):last-child{width:60%}
td.group{text-align:left;font-weight:600;background:#f6f6f6}
p{margin:.8em 0;white-space:pre-wrap}
.sign{display:flex;flex-wrap:wrap;gap:1.2em 2em;margin-top:2.4em;page-break-inside:avoid}
.sign span{flex:1;min-width:10em;border-bottom:1px solid #333;padding-bottom:1.6em}
@media print{body{margin:0;max-width:none}@page{size:A4{{if .Landscape}} landscape{{end}};margin:1.5cm}
th,tr>td.wide:nth-child(3):last-child{width:60%}td.group{-webkit-print-color-adjust:exact}}
</style>
{{range .Pages}}{{$wide := .Wide}}{{$columns := len .Headers}}<section>
<h1>{{.Title}}</h1>
<div class="head">{{range .Head}}<span>{{.Label}}: {{.Text}}</span>{{end}}</div>
<table><thead><tr>{{range .Headers}}<th>{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Groups}}{{if .Name}}<tr><td class="group" colspan="{{$columns}}">{{.Name}}</td></tr>
{{end}}{{range .Rows}}<tr>{{range $i, $text := .}}
<td{{if whole $text}} class="whole"{{else if ge $i $wide}} class="wide"{{end}}>{{$text}}</td>{{end}}</tr>
{{end}}{{end}}</tbody></table>
{{if .Closing}}<p>{{.Closing}}</p>{{end}}
<div class="sign">{{range .Sign}}<span>{{.}}:</span>{{end}}</div>
</section>
{{end}}</html>
`))
})

// isWhole tells what is not to be divided into lines: days, numbers, amounts.
func isWhole(text string) bool {
	const most = 14
	isWord := func(r rune) bool { return r > unicode.MaxASCII || unicode.IsLower(r) }
	return text != "" && len(text) <= most && !strings.ContainsFunc(text, isWord)
}

// WriteHTML writes the paper as a page to print.
func (d Dossier) WriteHTML(w io.Writer) error {
	pages := []dossierPage{}
	if d.Kind == model.ExportMinutes {
		for i := range d.List {
			pages = append(pages, d.minutes(&d.List[i]))
		}
	} else {
		pages = append(pages, d.papers())
	}
	return writeDossier(w, d.Lang, label.DossierDoc(d.Kind, d.Lang).Title+" "+d.Customer.Name, d.Kind == model.ExportPapers, pages)
}

// writeDossier writes sheets to be signed as a page to print.
func writeDossier(w io.Writer, lang label.Lang, title string, landscape bool, pages []dossierPage) error {
	return dossierSheet().Execute(w, struct {
		Lang, Title string
		Landscape   bool
		Pages       []dossierPage
	}{lang.String(), title, landscape, pages})
}

// Columns of the two lists of documents.
var (
	filedColumns  = []string{"name", "required", "form", "copies", "received_on", "expires_on", "returned_on", "place", "remark"}
	handedColumns = []string{"name", "form", "copies", "expires_on", "handed_by", "handed_to", "remark"}
)

// Handed are the papers that change hands: those of which it is noted, else all
// that are here.
func Handed(list []model.Item) []model.Item {
	here := slices.DeleteFunc(slices.Clone(list), func(it model.Item) bool { return model.StateOfPaper(&it) != model.PaperReceived })
	noted := slices.DeleteFunc(slices.Clone(here), func(it model.Item) bool { return it.Values["handed_to"] == "" })
	if len(noted) > 0 {
		return noted
	}
	return here
}

// papers is the list of documents, or of those that change hands, by the lists
// that they stand in.
func (d Dossier) papers() dossierPage {
	w, list, columns := label.DossierDoc(d.Kind, d.Lang), d.List, filedColumns
	p := dossierPage{Title: w.Title, Head: d.head(w), Wide: 1, Sign: w.Sign}
	if d.Kind == model.ExportHandedOver {
		list, columns = Handed(list), handedColumns
		p.Closing = label.Handed(len(list), d.Lang)
	} else {
		in, of := model.PapersIn(list)
		p.Closing = label.Filed(in, of, d.Lang)
	}
	p.Headers = []string{w.Line}
	for _, code := range columns {
		p.Headers = append(p.Headers, label.Field("document", code, d.Lang))
	}
	for _, it := range list {
		row := []string{""}
		for _, code := range columns {
			row = append(row, label.Show("document", model.FieldOf("document", code), it.Values[code], "", d.Lang))
		}
		name := d.listName(it.Values["list"], w.Other)
		if stage := d.Headings[it.Values["list"]][it.Values["name"]]; stage != "" {
			name += " · " + stage
		}
		p.add(name, row)
	}
	if len(p.Groups) == 1 && p.Groups[0].Name == w.Other {
		p.Groups[0].Name = ""
	}
	return p.numbered()
}

// add puts a row under its heading, behind those that are there.
func (p *dossierPage) add(name string, row []string) {
	at := slices.IndexFunc(p.Groups, func(g dossierGroup) bool { return g.Name == name })
	if at < 0 {
		at = len(p.Groups)
		p.Groups = append(p.Groups, dossierGroup{Name: name})
	}
	p.Groups[at].Rows = append(p.Groups[at].Rows, row)
}

// numbered is the page with its rows numbered in their order.
func (p dossierPage) numbered() dossierPage {
	n := 0
	for _, g := range p.Groups {
		for _, row := range g.Rows {
			n++
			row[0] = strconv.Itoa(n)
		}
	}
	return p
}

func (d Dossier) listName(list, other string) string {
	if list == "" {
		return other
	}
	return label.Option("document", "list", list, d.Lang)
}

// head is whose the paper is, who made it out, and when.
func (d Dossier) head(w label.DossierDocWords) []docPair {
	return known(docPair{w.Customer, d.Customer.Addressee()}, docPair{w.Issued, d.Settings.CompanyName}, docPair{w.Date, string(d.Today)})
}

// minutes is one record with its questions and answers.
func (d Dossier) minutes(it *model.Item) dossierPage {
	w := label.DossierDoc(d.Kind, d.Lang)
	show := func(code string) string {
		return label.Show(it.Record, model.FieldOf(it.Record, code), it.Values[code], "", d.Lang)
	}
	pair := func(code string) docPair { return docPair{label.Field(it.Record, code, d.Lang), show(code)} }
	p := dossierPage{Title: show("template"), Headers: []string{w.Line, w.Question, w.Answer}, Wide: 1, Sign: w.Sign}
	p.Head = known(docPair{w.Customer, d.Customer.Addressee()}, pair("held_on"), pair("place"), pair("present"), pair("written_by"))
	for _, a := range model.AnswerText(it.Values["answers"]).List() {
		p.add(d.Headings[it.Values["template"]][a.Question], []string{"", a.Question, a.Text})
	}
	if text := it.Values["conclusion"]; text != "" {
		p.Closing = label.Field(it.Record, "conclusion", d.Lang) + ": " + text
	}
	return p.numbered()
}
