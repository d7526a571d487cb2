package store

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// filled is a report of October with two lines of methods.
func filled(kind, text string) model.ReportFilling {
	span := model.Span{First: "2026-10-01", Last: "2026-10-31"}
	figure := func(now, before model.Measure) model.Figure { return model.Figure{Measure: now, Before: &before} }
	count := func(code string, n int64) model.Measure { return model.Measure{Code: code, N: n} }
	page := model.Page{Code: model.Summary.Code, Period: model.PeriodMonth, Span: span, Before: model.PeriodMonth.Before(span)}
	page.Figures = []model.Figure{
		figure(count("contacts", 126), count("contacts", 141)),
		figure(model.MoneyOf("signed", 2, model.Money{Amount: 314_000_50, Currency: "CNY"}), model.MoneyOf("signed", 0)),
		figure(model.MoneyOf("collected", 2, model.Money{Amount: 1_00, Currency: "CNY"}, model.Money{Amount: 2_00, Currency: "USD"}),
			model.MoneyOf("collected", 0)),
	}
	line := func(value string, n int64) model.ReportLine {
		return model.ReportLine{Value: value, Cells: []model.Measure{count("contacts", n), count("not_reached", 0)}}
	}
	page.Tables = []model.ReportTable{{Code: "by_method", Of: "journal", By: "method", Heads: []string{"contacts", "not_reached"},
		Lines: []model.ReportLine{line("phone", 100), line("visit", 26)}}}
	page.Add(model.ReportTable{Code: "by_source", Of: "customer", By: "source", Heads: []string{"new_customers"}}) // nobody is new
	return model.ReportFilling{Page: page, Text: model.KeptReport{Kind: kind, Period: "2026-10", Text: text}}
}

// workbook writes a template with cells.
func workbook(t *testing.T, cells map[string]string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	percent, _ := f.NewStyle(&excelize.Style{NumFmt: 10, Font: &excelize.Font{Bold: true}})
	chinese := `yyyy"年"m"月"d"日"`
	day, _ := f.NewStyle(&excelize.Style{CustomNumFmt: &chinese})
	_, err := f.NewSheet("汇总")
	for _, err := range []error{
		err, f.SetCellStyle("Sheet1", "E1", "E1", percent), f.SetCellStyle("Sheet1", "B8", "B8", day),
		f.MergeCell("Sheet1", "A5", "D5"), f.SetColWidth("Sheet1", "B", "B", 31), f.SetRowHeight("Sheet1", 5, 60),
		f.SetCellFormula("汇总", "A1", "Sheet1!B4"),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for cell, text := range cells {
		sheet, in, other := strings.Cut(cell, "!")
		if !other {
			sheet, in = "Sheet1", cell
		}
		err := f.SetCellStr(sheet, in, text)
		if text[0] == '=' {
			err = f.SetCellFormula(sheet, in, text[1:])
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "模板.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAReportIsWrittenIntoTheEmployersWorkbook(t *testing.T) {
	s, ctx := open(t, "2026-11-30"), context.Background()
	if _, err := s.ChangeSettings(ctx, map[string]string{"salesperson": "=1+1"}); err != nil {
		t.Fatal(err)
	}
	for _, kind := range []string{"zh", "en"} {
		f := filled(model.ReportMonthly, "月报\n\n目标  没有\n问题  =HYPERLINK(\"x\")\n还有一行\n下一步：催款")
		f.Template = workbook(t, map[string]string{
			"A1": map[string]string{"zh": "【跟进】", "en": "【Contacts】"}[kind],
			"B1": map[string]string{"zh": "【跟进上期】", "en": "【contacts.before】"}[kind],
			"C1": "【 签单 】", "D1": "=A1+B1", "E1": "【签单（上期）】", "F1": "回款【回款】元", "G1": "【collected】",
			"A2": "【跟进方式】", "B2": "【跟进方式·跟进】", "C2": "=B2*2", "A3": "【by_source】", "B3": "【客户来源 新增客户】",
			"A4": "合计", "B4": "=SUM(B2:B3)", "A5": "【问题】", "A6": "【下步】", "A7": "【姓名】", "A8": "【from】", "B8": "【结束日期】",
			"A9": "【期间】", "A10": "【完成】", "汇总!A2": "填表人【姓名】",
		})
		out := filepath.Join(t.TempDir(), "月报.xlsx")
		if err := s.FillReport(ctx, out, f, "zh"); err != nil {
			t.Fatal(err)
		}
		if kept, _ := s.ReportTemplate(ctx, model.ReportMonthly); kept != f.Template {
			t.Errorf("remembered %q", kept)
		}
		book, err := excelize.OpenFile(out)
		if err != nil {
			t.Fatal(err)
		}
		defer book.Close()
		for cell, want := range map[string]string{
			"A1": "126", "B1": "141", "C1": "314,000.50", "E1": "0.00%", "F1": "回款1.00 + USD 2.00元", "G1": "1.00 + USD 2.00",
			"A2": "电话", "B2": "100", "A3": "上门拜访", "B3": "26", "A4": "", "A5": "合计",
			"A6": "=HYPERLINK(\"x\")\n还有一行", "A7": "催款", "A8": "=1+1", "A9": "2026-10-01", "B9": "2026年10月31日", "A10": "2026-10", "A11": "",
		} {
			if got, _ := book.GetCellValue("Sheet1", cell); got != want {
				t.Errorf("%s: %s is %q, want %q", kind, cell, got, want)
			}
		}
		for cell, want := range map[string]string{"D1": "A1+B1", "C2": "B2*2", "C3": "B3*2", "B5": "SUM(B2:B4)", "A6": "", "A8": ""} {
			if got, _ := book.GetCellFormula("Sheet1", cell); got != want {
				t.Errorf("%s: the formula of %s is %q, want %q", kind, cell, got, want)
			}
		}
		for cell, want := range map[string]excelize.CellType{
			"A1": excelize.CellTypeUnset, "C1": excelize.CellTypeUnset, "A9": excelize.CellTypeUnset,
			"A6": excelize.CellTypeSharedString, "A8": excelize.CellTypeSharedString,
		} {
			if got, _ := book.GetCellType("Sheet1", cell); got != want {
				t.Errorf("%s: %s is of type %v, want %v", kind, cell, got, want)
			}
		}
		keepsLooks(t, book)
	}
}

// keepsLooks: what of the workbook says nothing of the report is as it was, a
// line further down below the table that got one more.
func keepsLooks(t *testing.T, book *excelize.File) {
	t.Helper()
	merged, _ := book.GetMergeCells("Sheet1")
	if len(merged) != 1 || merged[0].GetStartAxis() != "A6" || merged[0].GetEndAxis() != "D6" {
		t.Errorf("merged are %v", merged)
	}
	width, _ := book.GetColWidth("Sheet1", "B")
	height, _ := book.GetRowHeight("Sheet1", 6)
	if width != 31 || height != 60 {
		t.Errorf("B is %v wide, 6 is %v high", width, height)
	}
	id, _ := book.GetCellStyle("Sheet1", "E1")
	if style, err := book.GetStyle(id); err != nil || style.Font == nil || !style.Font.Bold {
		t.Errorf("E1 is not bold: %+v %v", style, err)
	}
	sum, _ := book.GetCellFormula("汇总", "A1")
	by, _ := book.GetCellValue("汇总", "A2")
	if sum != "Sheet1!B5" || by != "填表人=1+1" {
		t.Errorf("the other sheet says %q, %q", sum, by)
	}
}

func TestAWorkbookWithUnknownNamesIsNotWritten(t *testing.T) {
	s, ctx := open(t, "2026-11-30"), context.Background()
	out := filepath.Join(t.TempDir(), "月报.xlsx")
	f := filled(model.ReportMonthly, "x")
	for _, tc := range []struct {
		cells map[string]string
		code  string
		args  []string
	}{
		{map[string]string{"A1": "【签单】", "B3": "【利润】", "C4": "共【签单】【】"}, model.RefusedPlaces, []string{"Sheet1!B3 【利润】", "Sheet1!C4 【】"}},
		{map[string]string{"A1": "签单"}, model.RefusedNoPlaces, nil},
	} {
		f.Template = workbook(t, tc.cells)
		var fe *model.FieldError
		if err := s.FillReport(ctx, out, f, "zh"); !errors.As(err, &fe) || fe.Code != tc.code || !slices.Equal(fe.Args, tc.args) {
			t.Errorf("%v: %v", tc.cells, err)
		}
		if _, err := os.Stat(out); err == nil {
			t.Error("it was written all the same")
		}
		var own *model.FieldError
		if err := s.FillReport(ctx, f.Template, f, "zh"); !errors.As(err, &own) || own.Code != model.RefusedOwnTemplate {
			t.Errorf("over itself: %v", err)
		}
	}
	if kept, _ := s.ReportTemplate(ctx, model.ReportMonthly); kept != "" {
		t.Errorf("remembered %q", kept)
	}
}

func TestTheTextOfAReportHasItsSectionsAsLeft(t *testing.T) {
	for text, want := range map[string]string{"问题  贵\n下步  催": "贵", "问题：\n  贵\n慢\n": "贵\n慢", "Problems  slow\nNext  x": "slow", "问题是贵": ""} {
		if got := label.Sections(text)["problems"]; got != want {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}
