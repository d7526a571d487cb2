package files

import (
	"html/template"
	"io"
	"strings"
	"sync"

	"genjin/model"
	"genjin/model/label"
)

// ProjectLetters tell customers how their projects stand 项目进展函.
type ProjectLetters struct {
	List     []model.ProjectTree
	Settings model.Settings
	Lang     label.Lang
	Today    model.Date
}

// letterPage is one letter in words: its parts are a heading and lines each.
type letterPage struct {
	Title, To, From, On string
	Parts               []letterPart
}

type letterPart struct {
	Heading string
	Lines   []string
}

func (k ProjectLetters) page(t *model.ProjectTree) letterPage {
	w := label.ProjectLetter(k.Lang)
	p := letterPage{Title: t.Name + " " + w.Title, To: w.To + t.Customer, On: string(k.Today),
		From: strings.TrimSpace(k.Settings.CompanyName + " " + k.Settings.Salesperson)}
	l := t.Letter(k.Today)
	add := func(heading, none string, lines []string) {
		if len(lines) == 0 && none != "" {
			lines = []string{none}
		}
		if len(lines) > 0 {
			p.Parts = append(p.Parts, letterPart{heading, lines})
		}
	}
	var done, asks []string
	for i := range l.Done {
		done = append(done, label.StageDone(&l.Done[i], k.Lang))
	}
	for i := range l.Asks {
		asks = append(asks, label.AskedFor(&l.Asks[i], k.Lang))
	}
	add(w.Done, "", done)
	if l.Now != nil {
		add(w.Now, "", []string{label.StageUnderWay(l.Now, k.Lang)})
	}
	add(w.Asks, w.NoAsks, asks)
	add(w.Next, "", label.WhenFinished(&l, t.TargetOn, k.Lang))
	return p
}

// WriteText writes the letters as text, to be sent.
func (k ProjectLetters) WriteText(w io.Writer) error {
	var b strings.Builder
	for i := range k.List {
		p := k.page(&k.List[i])
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(p.Title + "\n" + p.To + "\n")
		for _, part := range p.Parts {
			b.WriteString("\n" + part.Heading + "\n")
			for _, line := range part.Lines {
				b.WriteString("- " + line + "\n")
			}
		}
		b.WriteString("\n" + strings.TrimSpace(p.From+"  "+p.On) + "\n")
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// letterSheet is the letter to print from a browser.
var letterSheet = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("letter").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Title}}</title>
<style>
body{font:15px/1.7 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:46em;color:#111}
h1{text-align:center;font-size:1.4em}h2{font-size:1.05em;margin:1.2em 0 .2em}ul{margin:.2em 0;padding-left:1.4em}
section{page-break-after:always}section:last-child{page-break-after:auto}
footer{margin-top:2em;text-align:right}@media print{body{margin:0}@page{margin:2cm}}
</style>
{{range .Pages}}<section><h1>{{.Title}}</h1><p>{{.To}}</p>
{{range .Parts}}<h2>{{.Heading}}</h2><ul>{{range .Lines}}<li>{{.}}</li>
{{end}}</ul>{{end}}
<footer>{{.From}}<br>{{.On}}</footer></section>
{{end}}</html>
`))
})

// WriteHTML writes the letters as a page to print.
func (k ProjectLetters) WriteHTML(w io.Writer) error {
	page := struct {
		Lang, Title string
		Pages       []letterPage
	}{Lang: k.Lang.String(), Title: label.ProjectLetter(k.Lang).Title}
	for i := range k.List {
		page.Pages = append(page.Pages, k.page(&k.List[i]))
	}
	return letterSheet().Execute(w, page)
}
