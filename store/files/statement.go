package files

import (
	"html/template"
	"io"
	"strconv"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// Statements is a customer's statement of account to be written, a part a
// currency, with where to pay to and space for the customer's confirmation.
type Statements struct {
	List     []model.Statement
	Settings model.Settings
	Lang     label.Lang
}

// statementLine is a line as it is printed.
type statementLine struct{ On, What, Ref, Due, Debit, Credit, Balance, Note string }

func (s Statements) lines(st model.Statement) []statementLine {
	var lines []statementLine
	for _, m := range st.Moves {
		line := statementLine{
			On: string(m.On), What: label.Move(m.Kind, s.Lang), Ref: m.Name, Due: string(m.DueOn), Note: label.MoveNote(m, s.Lang),
			Balance: s.plain(m.Balance, st.Currency),
		}
		if m.Amount >= 0 {
			line.Debit = s.plain(m.Amount, st.Currency)
		} else {
			line.Credit = s.plain(-m.Amount, st.Currency)
		}
		lines = append(lines, line)
	}
	return lines
}

// plain is an amount with its thousands grouped and without its currency.
func (s Statements) plain(n int64, currency string) string {
	return strings.TrimPrefix(label.Amount(n, currency), currency+" ")
}

// WriteWorkbook writes the statement as xlsx, a sheet a currency.
func (s Statements) WriteWorkbook(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	names := sheetNames{}
	for i, st := range s.List {
		rows := s.rows(st)
		for _, row := range rows {
			for _, text := range row {
				if err := fitCell(text); err != nil {
					return err
				}
			}
		}
		if err := s.sheet(f, names.next(label.Statement(s.Lang).Title+" "+st.Currency, i), st, rows); err != nil {
			return err
		}
	}
	return saveWorkbook(f, w)
}

// statementHead is how many rows stand above the table's header.
const statementHead = 5

// sheet writes one currency's statement; amounts are numbers.
func (s Statements) sheet(f *excelize.File, name string, st model.Statement, rows [][]string) error {
	out, head, err := newTable(f, name, len(rows[statementHead]))
	if err != nil {
		return err
	}
	money, err := f.NewStyle(&excelize.Style{NumFmt: 4})
	if err != nil {
		return err
	}
	for i, row := range rows {
		cells := make([]any, len(row))
		for c, text := range row {
			cells[c] = text
			if n, err := model.ParseAmount(text, st.Currency); err == nil && text != "" && i > statementHead && c >= 4 && c <= 6 &&
				max(n.Amount, -n.Amount) < exactFloat {
				value, _ := strconv.ParseFloat(n.String(), 64)
				cells[c] = excelize.Cell{Value: value, StyleID: money}
			}
			if i == 0 || i == statementHead {
				cells[c] = excelize.Cell{Value: text, StyleID: head}
			}
		}
		if err := out.SetRow("A"+strconv.Itoa(i+1), cells); err != nil {
			return err
		}
	}
	return out.Flush()
}

// rows are the statement as a sheet has it.
func (s Statements) rows(st model.Statement) [][]string {
	w := label.Statement(s.Lang)
	rows := [][]string{
		{w.Title}, {w.Customer, st.Customer.Addressee()}, {w.Period, string(st.From) + " – " + string(st.To)}, {w.Currency, st.Currency},
		{w.Issued, strings.TrimSpace(s.Settings.CompanyName + " " + s.Settings.Salesperson)},
		{w.Date, w.What, w.Ref, w.Due, w.Debit, w.Credit, w.Balance, w.Note},
		{string(st.From), w.Opening, "", "", "", "", s.plain(st.Opening, st.Currency)},
	}
	for _, l := range s.lines(st) {
		rows = append(rows, []string{l.On, l.What, l.Ref, l.Due, l.Debit, l.Credit, l.Balance, l.Note})
	}
	rows = append(rows, []string{string(st.To), w.Closing, "", "", s.plain(st.Debit, st.Currency), s.plain(st.Credit, st.Currency),
		s.plain(st.Closing, st.Currency)}, nil)
	if late := label.LateInterest(st.Interest, st.Currency, st.To, s.Settings, s.Lang); late != "" {
		rows = append(rows, []string{late})
	}
	rows = append(rows, []string{w.Bank})
	for line := range strings.SplitSeq(label.BankDetails(s.Settings, s.Lang), "\n") {
		rows = append(rows, []string{line})
	}
	ours := []string{w.Ours, s.plain(st.Closing, st.Currency)}
	return append(rows, nil, ours, []string{w.Confirm}, []string{w.Differs}, []string{w.Sign})
}

// statementPage is the statement to print from a browser.
var statementPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("statement").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Words.Title}}</title>
<style>
body{font:14px/1.5 sans-serif;margin:2em auto;max-width:60em;color:#111}h1{text-align:center;font-size:1.5em}
section{page-break-after:always}section:last-child{page-break-after:auto}
table{border-collapse:collapse;width:100%}th,td{border:1px solid #999;padding:.3em .5em;text-align:left}
thead{display:table-header-group}tr{page-break-inside:avoid}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.total td{font-weight:bold}footer{margin-top:1.5em;display:flex;justify-content:space-between;gap:3em;page-break-inside:avoid}
pre{font:inherit;margin:0}
.sign{border:1px solid #999;padding:.5em 1em 3em;flex:1}@media print{body{margin:0}@page{margin:1.5cm}}
</style>
{{$w := .Words}}{{$bank := .Bank}}{{range .Parts}}<section><h1>{{$w.Title}}</h1>
<p>{{$w.Customer}}: {{.Customer}}<br>{{$w.Period}}: {{.From}} – {{.To}}<br>
{{$w.Currency}}: {{.Currency}}{{if .Issuer}}<br>{{$w.Issued}}: {{.Issuer}}{{end}}</p>
<table><thead><tr><th>{{$w.Date}}<th>{{$w.What}}<th>{{$w.Ref}}<th>{{$w.Due}}<th class="n">{{$w.Debit}}<th class="n">{{$w.Credit}}<th
class="n">{{$w.Balance}}<th>{{$w.Note}}</tr></thead>
<tbody><tr class="total"><td>{{.From}}<td>{{$w.Opening}}<td><td><td><td><td class="n">{{.Opening}}<td></tr>
{{range .Lines}}<tr><td>{{.On}}<td>{{.What}}<td>{{.Ref}}<td>{{.Due}}<td class="n">{{.Debit}}<td class="n">{{.Credit}}<td
class="n">{{.Balance}}<td>{{.Note}}</tr>
{{end}}<tr class="total"><td>{{.To}}<td>{{$w.Closing}}<td><td><td class="n">{{.Debit}}<td class="n">{{.Credit}}<td
class="n">{{.Closing}}<td></tr></tbody></table>
{{if .Late}}<p>{{.Late}}</p>{{end}}<footer><div><b>{{$w.Bank}}</b><pre>{{$bank}}</pre></div>
<div class="sign">{{$w.Ours}} {{.Currency}} {{.Closing}}<br>{{$w.Confirm}}<br>{{$w.Differs}}<br><br>
<pre>{{$w.Sign}}</pre></div></footer></section>
{{end}}</html>
`))
})

type statementPart struct {
	Customer, Currency, From, To, Issuer, Opening, Closing, Debit, Credit, Late string
	Lines                                                                       []statementLine
}

// WriteHTML writes the statement as a page to print.
func (s Statements) WriteHTML(w io.Writer) error {
	page := struct {
		Lang, Bank string
		Words      label.StatementWords
		Parts      []statementPart
	}{Lang: s.Lang.String(), Bank: label.BankDetails(s.Settings, s.Lang), Words: label.Statement(s.Lang)}
	for _, st := range s.List {
		page.Parts = append(page.Parts, statementPart{
			Customer: st.Customer.Addressee(), Currency: st.Currency, From: string(st.From), To: string(st.To),
			Issuer:  strings.TrimSpace(s.Settings.CompanyName + " " + s.Settings.Salesperson),
			Opening: s.plain(st.Opening, st.Currency), Closing: s.plain(st.Closing, st.Currency),
			Debit: s.plain(st.Debit, st.Currency), Credit: s.plain(st.Credit, st.Currency), Lines: s.lines(st),
			Late: label.LateInterest(st.Interest, st.Currency, st.To, s.Settings, s.Lang),
		})
	}
	return statementPage().Execute(w, page)
}
