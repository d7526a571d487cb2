package files

import (
	"html/template"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// Brief is the brief of one project.
type Brief struct {
	Tree   model.ProjectTree
	Fields []string // codes of what it shows, by its template; none = all
}

// Briefs are briefs 项目简介 to be written: what was agreed on, the schedule, and
// what is left in writing.
type Briefs struct {
	List     []Brief
	Settings model.Settings
	Lang     label.Lang
	Today    model.Date
}

// briefStage is a line of the schedule.
type briefStage struct{ No, Name, From, To, Days, State, Who string }

// briefFile is a document that a step leaves.
type briefFile struct{ Stage, Name, State, On, File string }

// briefPage is one brief in words.
type briefPage struct {
	Title  string
	Fields [][2]string
	Plan   []briefStage
	Files  []briefFile
}

func (k Briefs) page(b *Brief) briefPage {
	t := &b.Tree
	p := briefPage{Title: t.Name}
	for _, f := range model.ProjectFields {
		if len(b.Fields) == 0 && !f.Kept {
			b.Fields = append(b.Fields, f.Code)
		}
	}
	for _, code := range b.Fields {
		f, ok := model.ProjectFields.ByCode(code)
		text := label.Settled(&t.Project, code, k.Lang)
		if code == "customer_id" {
			text = t.Customer
		}
		if ok && text != "" && !(code == "currency" && slices.Contains(b.Fields, "quote")) {
			p.Fields = append(p.Fields, [2]string{label.Field(recordProject, f.Code, k.Lang), text})
		}
	}
	v := t.Standing(k.Today)
	for i := range v.Stages {
		p.add(&v.Stages[i], k.Lang)
	}
	return p
}

// add adds a stage to the schedule and its documents to the list of them.
func (p *briefPage) add(st *model.StageView, l label.Lang) {
	name := label.Either(st.Name, st.NameEN, l)
	line := briefStage{No: model.NumberText(st.Seq), Name: name, From: string(st.PlanFrom), To: string(st.PlanTo),
		Days: model.NumberText(st.Days), State: label.Cell(st.Cell, l)}
	var who []string
	for i := range st.Items {
		it := &st.Items[i]
		if it.State == model.ItemNA {
			continue
		}
		one := strings.TrimSpace(label.Option(recordStep, "department", it.Department, l) + " " + it.Person)
		if one != "" && !slices.Contains(who, one) {
			who = append(who, one)
		}
		if it.Document != "" || it.Attachment != "" {
			title := it.Document
			if title == "" || l == label.EN {
				title = label.Either(it.Title, it.TitleEN, l)
			}
			p.Files = append(p.Files, briefFile{name, title, label.Option(recordStep, "state", string(it.State), l),
				string(it.DoneOn), it.Attachment})
		}
	}
	line.Who = strings.Join(who, ", ")
	p.Plan = append(p.Plan, line)
}

func (k Briefs) issuer() string {
	return strings.TrimSpace(k.Settings.CompanyName + " " + k.Settings.Salesperson)
}

// heads are the headers of the schedule and of the documents.
func (k Briefs) heads() (plan, files []string) {
	w := label.Brief(k.Lang)
	field := func(code string) string { return label.Field(recordStep, code, k.Lang) }
	stage := func(code string) string { return label.Field("project_stage", code, k.Lang) }
	return []string{stage("seq"), stage("name"), w.From, w.To, stage("days"), field("state"), field("department")},
		[]string{stage("name"), field("document"), field("state"), field("done_on"), w.File}
}

// WriteWorkbook writes the briefs as xlsx, a sheet a project.
func (k Briefs) WriteWorkbook(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	names, words := sheetNames{}, label.Brief(k.Lang)
	planHead, fileHead := k.heads()
	for i := range k.List {
		p := k.page(&k.List[i])
		rows := [][]string{{words.Title}}
		for _, pair := range p.Fields {
			rows = append(rows, []string{pair[0], pair[1]})
		}
		rows = append(rows, nil, []string{words.Plan}, planHead)
		for _, s := range p.Plan {
			rows = append(rows, []string{s.No, s.Name, s.From, s.To, s.Days, s.State, s.Who})
		}
		rows = append(rows, nil, []string{words.Documents}, fileHead)
		for _, d := range p.Files {
			rows = append(rows, []string{d.Stage, d.Name, d.State, d.On, d.File})
		}
		rows = append(rows, nil, []string{words.Issued, k.issuer(), string(k.Today)}, []string{words.Sign})
		if err := writeTable(f, names.next(words.Title+" "+p.Title, i), rows); err != nil {
			return err
		}
	}
	return saveWorkbook(f, w)
}

// briefSheet is the brief to print from a browser.
var briefSheet = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("brief").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Words.Title}}</title>
<style>
body{font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:60em;color:#111}
h1{text-align:center;font-size:1.5em}h2{font-size:1.1em}
section{page-break-after:always}section:last-child{page-break-after:auto}
table{border-collapse:collapse;width:100%}
th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top;white-space:pre-wrap}
th{background:#ededed;white-space:nowrap}.f th{width:10em}thead{display:table-header-group}tr{page-break-inside:avoid}
footer{margin-top:1.5em;page-break-inside:avoid}@media print{body{margin:0}@page{margin:1.5cm}}
</style>
{{$w := .Words}}{{$p := .PlanHead}}{{$f := .FileHead}}{{$by := .Issuer}}
{{$on := .On}}{{range .Pages}}<section><h1>{{$w.Title}} {{.Title}}</h1>
<table class="f"><tbody>{{range .Fields}}<tr><th>{{index . 0}}</th><td>{{index . 1}}</td></tr>
{{end}}</tbody></table>
<h2>{{$w.Plan}}</h2>
<table><thead><tr>{{range $p}}<th>{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Plan}}<tr><td>{{.No}}</td><td>{{.Name}}</td><td>{{.From}}</td><td>{{.To}}</td><td>{{.Days}}</td><td>{{.State}}</td>
<td>{{.Who}}</td></tr>
{{end}}</tbody></table>
{{if .Files}}<h2>{{$w.Documents}}</h2>
<table><thead><tr>{{range $f}}<th>{{.}}</th>{{end}}</tr></thead><tbody>
{{range .Files}}<tr><td>{{.Stage}}</td><td>{{.Name}}</td><td>{{.State}}</td><td>{{.On}}</td><td>{{.File}}</td></tr>
{{end}}</tbody></table>{{end}}
<footer>{{$w.Issued}} {{$by}} {{$on}}<br><br>{{$w.Sign}}</footer></section>
{{end}}</html>
`))
})

// WriteHTML writes the briefs as a page to print.
func (k Briefs) WriteHTML(w io.Writer) error {
	page := struct {
		Lang, Issuer, On   string
		Words              label.BriefWords
		PlanHead, FileHead []string
		Pages              []briefPage
	}{Lang: k.Lang.String(), Issuer: k.issuer(), On: string(k.Today), Words: label.Brief(k.Lang)}
	page.PlanHead, page.FileHead = k.heads()
	for i := range k.List {
		page.Pages = append(page.Pages, k.page(&k.List[i]))
	}
	return briefSheet().Execute(w, page)
}
