package files

import (
	"fmt"
	"io"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// The words of the paper form that aren't fields.
const (
	formTitle   = "客户基本信息及业务跟踪情况表"
	formSection = "基本情况"
	formHowTo   = "表格填写方式"
	formFurther = "其他信息"
	formLegend  = "客户分类:1、准客户,明确提出业务需求并会在一个月内办理。2、意向客户,明确提出业务需求但不紧急。3、优质潜在客户,沟通交好,无明确业务需求。4、一般潜在客户,联系人无决策权且无明确业务需求。"
	formTick    = "√"
)

// formWidths are the widths of the form's columns A to J; further columns of
// the journal are as wide as the last.
var formWidths = []float64{6, 16, 14, 8, 12, 10, 12, 12, 16, 12}

const (
	formColumns = 10
	lineHeight  = 15.0 // points
	mostHeight  = 400.0
)

// Cards are customers to be written, with the names of those they refer to.
type Cards struct {
	Customers []model.Customer
	Entries   map[int64][]model.Entry // by customer, in the order of the journal
	Names     map[int64]string        // of referrers
	Campaigns map[int64]string        // their names
	Lang      label.Lang
}

// WriteForms writes the paper form, a sheet a customer. What the paper lacks
// stands in further rows of its first part, where it has a value, and in
// further columns of its journal. Read again it makes the same card.
func (k Cards) WriteForms(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	styles, err := newFormStyles(f)
	if err != nil {
		return err
	}
	names := sheetNames{}
	for i := range k.Customers {
		c := &k.Customers[i]
		p := formSheet{f: f, name: names.next(c.Name, i), styles: styles, row: 1}
		if _, err := f.NewSheet(p.name); err != nil {
			return err
		}
		p.head(c)
		p.classes(c)
		p.further(k, c)
		p.journal(k.Entries[c.ID])
		p.setUpPrint()
		if p.err != nil {
			return fmt.Errorf("%s: %w", c.Name, p.err)
		}
	}
	return saveWorkbook(f, w)
}

type formStyles struct{ title, label, value, middle int }

func newFormStyles(f *excelize.File) (s formStyles, err error) {
	var border []excelize.Border
	for _, side := range []string{"left", "right", "top", "bottom"} {
		border = append(border, excelize.Border{Type: side, Color: "000000", Style: 1})
	}
	align := func(horizontal string) *excelize.Alignment {
		return &excelize.Alignment{Horizontal: horizontal, Vertical: "center", WrapText: true}
	}
	for _, style := range []struct {
		id    *int
		style excelize.Style
	}{
		{&s.title, excelize.Style{Font: &excelize.Font{Bold: true, Size: 16}, Alignment: align("center")}},
		{&s.label, excelize.Style{Font: &excelize.Font{Bold: true}, Border: border, Alignment: align("center")}},
		{&s.value, excelize.Style{Border: border, Alignment: align("left")}},
		{&s.middle, excelize.Style{Border: border, Alignment: align("center")}},
	} {
		if *style.id, err = f.NewStyle(&style.style); err != nil {
			return s, err
		}
	}
	return s, nil
}

// formSheet is one form being written, row by row.
type formSheet struct {
	f      *excelize.File
	name   string
	styles formStyles
	row    int
	lines  int // the most lines that a cell of the row takes
	err    error
	used   map[string]bool
}

// head writes the first rows as the paper has them.
func (p *formSheet) head(c *model.Customer) {
	p.used = map[string]bool{}
	p.put(1, formColumns, formTitle, p.styles.title)
	p.endRow(30)
	p.put(2, 2, p.field("name"), p.styles.label)
	p.put(3, 3, c.Name, p.styles.value)
	p.pair(c, "gender", 4, 5, 5)
	p.pair(c, "party_size", 6, 7, 7)
	p.pair(c, "birthday", 8, 9, 10)
	p.endRow(0)
	p.pair(c, "phones", 2, 3, 3)
	p.pair(c, "owner", 4, 5, 5)
	p.pair(c, "team", 6, 7, 7)
	p.pair(c, "filled_on", 8, 9, 10)
	p.endRow(0)
	p.pair(c, "address", 2, 3, 10)
	p.endRow(0)
	p.pair(c, "family", 2, 3, 6)
	p.pair(c, "interest", 7, 8, 10)
	p.endRow(0)
}

// further writes the fields that the paper lacks, two in a row, long ones by
// themselves.
func (p *formSheet) further(k Cards, c *model.Customer) {
	type pair struct{ code, text string }
	var short, long []pair
	for _, f := range model.CustomerFields {
		if p.used[f.Code] || f.Code == "class" || f.Code == "last_on" || f.Code == "attempts" || f.Code == "regrade_on" {
			continue
		}
		text := label.Show(recordCustomer, f.Spec, f.Get(c), c.Currency, label.ZH)
		switch {
		case f.Code == "referrer":
			text = k.Names[c.Referrer]
		case f.Code == "campaign":
			text = k.Campaigns[c.Campaign]
		case isUsual(c, f.Code):
			continue
		case text == "":
			text = label.Uninferred(c, f.Code, label.ZH)
		}
		const wide = 24 // characters that two in a row have room for
		switch {
		case text == "":
		case f.Kind == model.KindNote || ansi.StringWidth(text) > wide:
			long = append(long, pair{f.Code, text})
		default:
			short = append(short, pair{f.Code, text})
		}
	}
	first := p.row
	for len(short) > 1 {
		p.labelled(short[0].code, short[0].text, 2, 3, 5)
		p.labelled(short[1].code, short[1].text, 6, 7, 10)
		p.endRow(0)
		short = short[2:]
	}
	for _, l := range append(short, long...) {
		p.labelled(l.code, l.text, 2, 3, 10)
		p.endRow(0)
	}
	if p.row > first {
		p.span(1, first, 1, p.row-1, formFurther, p.styles.label)
	}
}

// isUsual tells a value that a card has without anybody saying so: it isn't
// worth a line of the form.
func isUsual(c *model.Customer, code string) bool {
	switch code {
	case "kind":
		return c.Kind == model.Person && !companyName.MatchString(c.Name)
	case "stage":
		return c.Stage == model.Prospect
	case "need":
		return c.Need == model.NeedUnknown && (c.Class == model.ClassNew || c.Class == "")
	case "currency":
		return c.Currency == model.DefaultCurrency && c.ExpectedAmount == 0 && c.CreditLimit == 0
	}
	return false
}

// classes writes the five classes with a tick behind the customer's.
func (p *formSheet) classes(c *model.Customer) {
	tick := func(class model.Class, col int) {
		p.put(col, col, label.Option(recordCustomer, "class", string(class), label.ZH), p.styles.middle)
		mark := ""
		if c.Class == class {
			mark = formTick
		}
		p.put(col+1, col+1, mark, p.styles.middle)
	}
	p.put(2, 2, p.field("class"), p.styles.label)
	for i, class := range []model.Class{model.ClassNew, model.ClassInterested, model.ClassReady, model.ClassWarm} {
		tick(class, 3+2*i)
	}
	p.endRow(0)
	p.span(1, 2, 1, p.row-1, formSection, p.styles.label)
	first := p.row
	tick(model.ClassCold, 2)
	p.endRow(24)
	p.put(2, 3, "", p.styles.value)
	p.endRow(24)
	p.span(1, first, 1, first+1, formHowTo, p.styles.label)
	p.span(4, first, formColumns, first+1, formLegend, p.styles.value)
}

// field names a field; the product goes by the paper's two names for it.
func (p *formSheet) field(code string) string {
	p.used[code] = true
	if code == "interest" {
		return "意向产品/车型"
	}
	return label.Field(recordCustomer, code, label.ZH)
}

func (p *formSheet) show(c *model.Customer, code string) string {
	f, _ := model.CustomerFields.ByCode(code)
	if text := label.Show(recordCustomer, f.Spec, f.Get(c), c.Currency, label.ZH); text != "" {
		return text
	}
	return label.Uninferred(c, code, label.ZH)
}

// pair writes a field's name and, from one column to another, its value.
func (p *formSheet) pair(c *model.Customer, code string, at, from, to int) {
	p.labelled(code, p.show(c, code), at, from, to)
}

func (p *formSheet) labelled(code, text string, at, from, to int) {
	p.put(at, at, p.field(code), p.styles.label)
	p.put(from, to, text, p.styles.value)
}

// put writes a cell, merged from one column to another.
func (p *formSheet) put(from, to int, text string, style int) {
	p.span(from, p.row, to, p.row, text, style)
	width := 0.0
	for col := from; col <= to; col++ {
		width += formWidths[min(col, formColumns)-1]
	}
	lines := 0
	for line := range strings.SplitSeq(text, "\n") {
		lines += 1 + int(float64(ansi.StringWidth(line))/max(width-1, 1))
	}
	p.lines = max(p.lines, lines)
}

func (p *formSheet) span(col, row, lastCol, lastRow int, text string, style int) {
	if p.err != nil {
		return
	}
	first, _ := excelize.CoordinatesToCellName(col, row)
	last, _ := excelize.CoordinatesToCellName(lastCol, lastRow)
	if p.err = fitCell(text); p.err != nil {
		return
	}
	if first != last {
		p.err = p.f.MergeCell(p.name, first, last)
	}
	if p.err == nil && text != "" {
		p.err = p.f.SetCellStr(p.name, first, text)
	}
	if p.err == nil {
		p.err = p.f.SetCellStyle(p.name, first, last, style)
	}
}

// endRow gives the row its height, for merged cells don't grow by themselves,
// and goes on to the next.
func (p *formSheet) endRow(least float64) {
	if p.err == nil {
		height := min(max(float64(p.lines)*lineHeight+3, least, lineHeight+5), mostHeight)
		p.err = p.f.SetRowHeight(p.name, p.row, height)
	}
	p.row++
	p.lines = 0
}
