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

// OrderDocument is an order to be printed: the confirmation 订单确认书 that the
// customer signs, or the delivery note 送货单 that goes with the goods.
type OrderDocument struct {
	Kind     string // model.ExportConfirmation, model.ExportDelivery
	Order    model.OrderDetail
	Customer model.Customer
	Settings model.Settings
	Lang     label.Lang
}

// docPair is a label and what stands behind it.
type docPair struct{ Label, Text string }

// orderPage is the document as it is printed.
type orderPage struct {
	Lang           string
	Words          label.OrderDocWords
	Seller, Buyer  []docPair
	Facts          []docPair
	Headers        []string
	Lines          [][]string
	Numeric        []bool // of the columns
	Total          []string
	Capitals       string
	Terms          []string
	Bank           []string
	Remark, Agreed string
}

var docColumns = []string{"product", "name", "spec", "colour", "quantity", "unit", "unit_price", "discount", "amount"}

// page works the document out. Columns that are empty throughout are left out,
// and so are lines that came back whole.
func (d OrderDocument) page() orderPage {
	o, w := &d.Order, label.OrderDoc(d.Kind, d.Lang)
	p := orderPage{Lang: d.Lang.String(), Words: w, Agreed: w.Agreed, Remark: o.Remark}
	p.Seller = known(docPair{w.Seller, label.Seller(d.Settings)}, docPair{w.Contact, o.Seller})
	p.Buyer = known(docPair{w.Buyer, d.Customer.Addressee()}, docPair{w.Phone, strings.Join(d.Customer.Phones.Items(), " / ")},
		docPair{w.Address, d.Customer.Address})
	facts := []string{"order_no", "contract_no", "ordered_on", "promised_on"}
	if d.Kind == model.ExportDelivery {
		facts = []string{"order_no", "promised_on", "shipped_on", "carrier", "waybill", "vehicle", "eta"}
	}
	for _, code := range facts {
		f, _ := model.OrderFields.ByCode(code)
		p.Facts = append(p.Facts, known(docPair{label.Field(recordOrder, code, d.Lang), f.Get(&o.Order)})...)
	}
	d.table(&p)
	sum := model.Money{Amount: o.Total, Currency: o.Currency}
	p.Capitals = label.Capitals(sum)
	if terms, ok := o.Schedule(&d.Customer); ok {
		p.Terms = append(p.Terms, terms.Text)
	}
	if o.Part == 0 { // the days of what is owed are the whole order's
		p.Terms = append(p.Terms, label.OwedOn(o, &d.Customer, d.Settings, d.Lang)...)
	} else {
		p.Facts = append(p.Facts, docPair{w.Part, label.PartOf(o.Part, d.Lang)})
	}
	if bank := label.BankDetails(d.Settings, d.Lang); d.Kind == model.ExportConfirmation && bank != "" {
		p.Bank = strings.Split(bank, "\n")
	}
	return p
}

func known(pairs ...docPair) []docPair {
	var list []docPair
	for _, p := range pairs {
		if p.Text != "" {
			list = append(list, p)
		}
	}
	return list
}

// table fills in the lines and their sum.
func (d OrderDocument) table(p *orderPage) {
	o := &d.Order
	filled := map[string]bool{"name": true, "quantity": true, "unit_price": true, "amount": true}
	var rows []map[string]string
	for i := range o.LineList {
		l := o.LineList[i]
		if l.Stays() == 0 {
			continue
		}
		l.Quantity = l.Stays()
		row := map[string]string{}
		for _, code := range docColumns {
			f, _ := model.OrderLineFields.ByCode(code)
			if row[code] = label.Show(recordLine, f.Spec, f.Get(&l), o.Currency, d.Lang); f.Kind == model.KindAmount {
				row[code] = groupedSum(*f.Ptr(&l).(*int64), o.Currency)
			}
			filled[code] = filled[code] || f.Get(&l) != ""
		}
		rows = append(rows, row)
	}
	p.Headers, p.Numeric, p.Total = []string{p.Words.Line}, []bool{false}, []string{""}
	for _, code := range docColumns {
		if !filled[code] {
			continue
		}
		f, _ := model.OrderLineFields.ByCode(code)
		header, total := label.Field(recordLine, code, d.Lang), ""
		switch code {
		case "name":
			total = p.Words.Total
		case "amount":
			header, total = header+" ("+o.Currency+")", groupedSum(o.Total, o.Currency)
		}
		p.Headers, p.Total = append(p.Headers, header), append(p.Total, total)
		p.Numeric = append(p.Numeric, f.Kind == model.KindAmount || f.Kind == model.KindQuantity)
		for i, row := range rows {
			if len(p.Lines) <= i {
				p.Lines = append(p.Lines, []string{strconv.Itoa(i + 1)})
			}
			p.Lines[i] = append(p.Lines[i], row[code])
		}
	}
}

// groupedSum is an amount with its thousands grouped and without its currency.
func groupedSum(n int64, currency string) string {
	return strings.TrimPrefix(label.Amount(n, currency), currency+" ")
}

// WriteWorkbook writes the document as xlsx; amounts and quantities are
// numbers.
func (d OrderDocument) WriteWorkbook(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	p := d.page()
	rows, head := p.rows()
	for _, row := range rows {
		for _, text := range row {
			if err := fitCell(text); err != nil {
				return err
			}
		}
	}
	out, bold, err := newTable(f, sheetNames{}.next(p.Words.Title+" "+d.Order.OrderNo, 0), len(p.Headers))
	if err != nil {
		return err
	}
	for i, row := range rows {
		cells := make([]any, len(row))
		for c, text := range row {
			cells[c] = text
			if i > head && i <= head+len(p.Lines)+1 && c < len(p.Numeric) && p.Numeric[c] {
				cells[c] = numberCell(text)
			}
			if i == 0 || i == head {
				cells[c] = excelize.Cell{Value: text, StyleID: bold}
			}
		}
		if err := out.SetRow("A"+strconv.Itoa(i+1), cells); err != nil {
			return err
		}
	}
	if err := out.Flush(); err != nil {
		return err
	}
	return saveWorkbook(f, w)
}

// numberCell is a text as a number where a spreadsheet keeps it exactly.
func numberCell(text string) any {
	plain := strings.ReplaceAll(text, ",", "")
	value, err := strconv.ParseFloat(plain, 64)
	if err != nil || len(plain) > 15 {
		return text
	}
	return value
}

// rows are the document as a sheet has it; head is the row of the lines'
// headers.
func (p orderPage) rows() (rows [][]string, head int) {
	rows = [][]string{{p.Words.Title}}
	for _, pairs := range [][]docPair{p.Seller, p.Buyer, p.Facts} {
		for _, pair := range pairs {
			rows = append(rows, []string{pair.Label, pair.Text})
		}
	}
	rows = append(rows, nil)
	head = len(rows)
	rows = append(append(append(rows, p.Headers), p.Lines...), p.Total)
	add := func(label string, texts ...string) {
		for i, text := range texts {
			if i > 0 {
				label = ""
			}
			if text != "" {
				rows = append(rows, []string{label, text})
			}
		}
	}
	add(p.Words.Capitals, p.Capitals)
	add(p.Words.Terms, p.Terms...)
	add(p.Words.Bank, p.Bank...)
	add(p.Words.Remark, p.Remark)
	return append(rows, nil, []string{p.Agreed}, nil, []string{p.Words.SellerSign}, nil, []string{p.Words.BuyerSign}), head
}

// WriteHTML writes the document as a page to print.
func (d OrderDocument) WriteHTML(w io.Writer) error { return orderPageTemplate().Execute(w, d.page()) }

var orderPageTemplate = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("order").Parse(`<!doctype html>
<html lang="{{.Lang}}"><meta charset="utf-8"><title>{{.Words.Title}}</title>
<style>
body{font:14px/1.5 "PingFang SC","Microsoft YaHei","Noto Sans CJK SC",sans-serif;margin:2em auto;max-width:60em;color:#111}
h1{text-align:center;font-size:1.5em}
.parties{display:flex;gap:3em}.parties>div{flex:1}p{margin:0}section{margin-top:1em;page-break-inside:avoid}
table{border-collapse:collapse;width:100%;margin-top:1em}th,td{border:1px solid #999;padding:.3em .5em;text-align:left}
thead{display:table-header-group}tr{page-break-inside:avoid}.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.total td{font-weight:bold}
pre{font:inherit;margin:0;white-space:pre-wrap}footer{margin-top:1.5em;display:flex;gap:2em;page-break-inside:avoid}
.sign{border:1px solid #999;padding:.5em 1em 4em;flex:1}
@media print{body{margin:0}@page{size:A4;margin:1.5cm}}
</style>
<h1>{{.Words.Title}}</h1>
<div class="parties"><div>{{range .Seller}}<p>{{.Label}}: {{.Text}}</p>{{end}}{{range .Buyer}}<p>{{.Label}}: {{.Text}}</p>{{end}}</div>
<div>{{range .Facts}}<p>{{.Label}}: {{.Text}}</p>{{end}}</div></div>
{{$numeric := .Numeric}}<table><thead><tr>{{range $i, $h := .Headers}}<th{{if index $numeric $i}}
class="n"{{end}}>{{$h}}</th>{{end}}</tr></thead>
<tbody>{{range .Lines}}<tr>{{range $i, $c := .}}<td{{if index $numeric $i}} class="n"{{end}}>{{$c}}</td>{{end}}</tr>
{{end}}<tr class="total">{{range $i, $c := .Total}}<td{{if index $numeric $i}} class="n"{{end}}>{{$c}}</td>{{end}}</tr></tbody></table>
{{if .Capitals}}<p>{{.Words.Capitals}}: <b>{{.Capitals}}</b></p>{{end}}
{{if .Terms}}<section><b>{{.Words.Terms}}</b>{{range .Terms}}<p>{{.}}</p>{{end}}</section>{{end}}
{{if .Bank}}<section><b>{{.Words.Bank}}</b>{{range .Bank}}<p>{{.}}</p>{{end}}</section>{{end}}
{{if .Remark}}<section><b>{{.Words.Remark}}</b><pre>{{.Remark}}</pre></section>{{end}}
<section>{{.Agreed}}</section>
<footer><div class="sign"><pre>{{.Words.SellerSign}}</pre></div><div class="sign"><pre>{{.Words.BuyerSign}}</pre></div></footer>
</html>
`))
})
