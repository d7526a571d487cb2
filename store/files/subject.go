package files

import (
	"encoding/json"
	"html/template"
	"io"
	"slices"
	"strconv"
	"sync"

	"genjin/model"
	"genjin/model/label"
)

// Subject is everything that is kept about one person, for that person.
type Subject struct {
	model.SubjectFile
	Company string
	Today   model.Date
	Lang    label.Lang
}

// subjectFormat is how the file says what it is.
const subjectFormat = "genjin-subject"

type subjectChange struct {
	At     string `json:"at"`
	Act    string `json:"act"`
	Reason string `json:"reason,omitempty"`
	State  string `json:"state"`
	Record string `json:"record"`
	ID     int64  `json:"record_id"`
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

type subjectMention struct {
	Record     string `json:"record"`
	ID         int64  `json:"id"`
	CustomerID int64  `json:"customer_id"`
}

// WriteJSON writes it for a program to read.
func (s Subject) WriteJSON(w io.Writer) error {
	_, lists := listsJSON(s.Whole)
	if cards := s.Whole[recordCustomer]; len(cards) > 0 {
		kind, _ := model.KindOf(recordCustomer)
		lists[recordCustomer] = kind.JSON(cards[0], "", func(int64) string { return "" })
	}
	changes, mentions := []subjectChange{}, []subjectMention{}
	for _, c := range s.Changes {
		changes = append(changes, subjectChange{c.At, string(c.Act), c.Reason, c.State, c.Record, c.RecordID, c.Field, c.Before, c.After})
	}
	for _, m := range s.Mentions {
		mentions = append(mentions, subjectMention(m))
	}
	list := func(texts []string) []string { return append([]string{}, texts...) }
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(struct {
		Format   string                       `json:"format"`
		Name     string                       `json:"name"`
		On       model.Date                   `json:"on"`
		Kept     map[string]json.RawMessage   `json:"kept"`
		Changes  []subjectChange              `json:"changes"`
		Drafts   map[string]map[string]string `json:"drafts"`
		Refused  []string                     `json:"refused_lists"`
		Backups  []string                     `json:"backups"`
		Sealed   []string                     `json:"sealed_backups"`
		Exports  []string                     `json:"exports"`
		Mentions []subjectMention             `json:"mentions"`
	}{subjectFormat, s.Name, s.Today, lists, changes, s.SubjectFile.Drafts,
		list(s.Refused), list(s.Backups), list(s.Sealed), list(s.Exports), mentions})
}

// subjectPart is what is kept of one kind: under a heading, records as pairs of a
// name and a value, or plain lines.
type subjectPart struct {
	Title   string
	Records [][][2]string
	Lines   []string
}

func (s Subject) parts() []subjectPart {
	w := label.Subject(s.Lang)
	var parts []subjectPart
	for _, k := range model.Kinds {
		if len(s.Whole[k.Record]) == 0 {
			continue
		}
		part := subjectPart{Title: label.Records(k.Record, s.Lang)}
		currency := s.Whole.Currencies()
		for _, rec := range s.Whole[k.Record] {
			part.Records = append(part.Records, s.pairs(k, rec, currency(k, rec)))
		}
		parts = append(parts, part)
	}
	var changes, drafts, mentions []string
	for _, c := range s.Changes {
		line := model.LocalTime(c.At).Format("2006-01-02 15:04") + "  " + label.Act(c.Act, c.Record, s.Lang) + "  " + c.Reason
		if c.Field != "" {
			line += "  " + label.Field(c.Record, c.Field, s.Lang) + ": " + label.Value(c.Record, c.Field, c.Before, s.Lang) + " → " +
				label.Value(c.Record, c.Field, c.After, s.Lang)
		}
		changes = append(changes, line)
	}
	for form, fields := range s.SubjectFile.Drafts {
		text, _ := json.Marshal(fields)
		drafts = append(drafts, form+": "+string(text))
	}
	slices.Sort(drafts)
	for _, m := range s.Mentions {
		mentions = append(mentions, label.Record(m.Record, s.Lang)+" #"+strconv.FormatInt(m.ID, 10))
	}
	for _, rest := range []subjectPart{{Title: w.Changes, Lines: changes}, {Title: w.Drafts, Lines: drafts},
		{Title: w.Refused, Lines: s.Refused}, {Title: w.Backups, Lines: s.Backups}, {Title: w.Sealed, Lines: s.Sealed},
		{Title: w.Exports, Lines: s.Exports},
		{Title: w.Mentions, Lines: mentions}} {
		if len(rest.Lines) > 0 {
			parts = append(parts, rest)
		}
	}
	return parts
}

// pairs are the fields of a record that say something.
func (s Subject) pairs(k model.RecordKind, rec any, currency string) (pairs [][2]string) {
	for _, f := range k.Fields {
		if f.Code == "customer_id" {
			continue
		}
		if text := label.Show(k.Record, f.Spec, f.Get(&rec), currency, s.Lang); text != "" {
			pairs = append(pairs, [2]string{label.Field(k.Record, f.Code, s.Lang), text})
		}
	}
	return pairs
}

var subjectSheet = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("subject").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Words.Title}} {{.Name}}</title>
<style>
body{font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:60em;color:#111}
h1{font-size:1.5em}h2{font-size:1.1em;margin:1.5em 0 .4em}
table{border-collapse:collapse;width:100%;margin-bottom:.8em}tr{page-break-inside:avoid}
th,td{border:1px solid #999;padding:.3em .5em;text-align:left;vertical-align:top;white-space:pre-wrap}th{background:#eee;width:12em}
@media print{body{margin:0}@page{size:A4;margin:1.5cm}}
</style>
<h1>{{.Words.Title}}: {{.Name}}</h1>
<p>{{.Words.Why}} {{.Company}} {{.On}}</p>
{{range .Parts}}<h2>{{.Title}}</h2>
{{range .Records}}<table><tbody>{{range .}}<tr><th>{{index . 0}}</th><td>{{index . 1}}</td></tr>
{{end}}</tbody></table>
{{end}}{{if .Lines}}<ul>{{range .Lines}}<li>{{.}}</li>
{{end}}</ul>
{{end}}{{end}}</html>
`))
})

// WriteHTML writes it as a page to read or print.
func (s Subject) WriteHTML(w io.Writer) error {
	return subjectSheet().Execute(w, struct {
		Lang, Name, Company string
		On                  model.Date
		Words               label.SubjectWords
		Parts               []subjectPart
	}{s.Lang.String(), s.Name, s.Company, s.Today, label.Subject(s.Lang), s.parts()})
}
