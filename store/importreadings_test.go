package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
)

// Every kind of list reads dates with the year last, and decimal commas, by what
// the whole column allows (rule 4).
func TestDatesAndDecimalsAreReadByTheirColumn(t *testing.T) {
	for name, tt := range map[string]struct{ text, query, want string }{
		"customers": {"客户名称,联系方式,生日,填表日期\n甲,13900001201,13/1/1980,18/11/2026\n乙,13900001202,2/3/1980,1/5/26\n",
			"SELECT birthday || filled_on FROM customer WHERE name = '乙'", "1980-03-022026-05-01"},
		"amounts": {"客户名称;预计金额;预计成交日期\n甲;1.234,50;20.12.2026\n乙;1.500;01.12.2026\n",
			"SELECT expected_amount || expected_on FROM customer WHERE name = '乙'", "1500002026-12-01"},
		"a journal": {"客户名称,联系方式,跟进时间,跟进内容\n甲,13900001201,11/18/2026 10:30,问价\n甲,13900001201,11/3/2026,报价\n",
			"SELECT group_concat(at) FROM (SELECT at FROM journal ORDER BY at)", "2026-11-03,2026-11-18 10:30"},
		"receivables": {"客户名称,发票号,付款期限,应收金额\n甲,K1,10/18/2026,\"1.234,56\"\n乙,K2,10/5/2026,\"12,50\"\n",
			"SELECT due_on || amount FROM receivable WHERE invoice_no = 'K2'", "2026-10-051250"},
		"payments": {"客户名称,回款日期,回款金额\n甲,25/11/2026,300\n甲,3/11/2026,200\n", "SELECT received_on FROM payment WHERE amount = 20000", "2026-11-03"},
		"orders": {"订单号,客户名称,下单时间,产品,数量,单价\nS1,甲,11/18/2026,板,\"2,5\",\"3,10\"\nS2,甲,11/3/2026,板,1,4\n",
			"SELECT (SELECT ordered_on FROM customer_order WHERE order_no = 'S2') || quantity || unit_price FROM order_line WHERE quantity > 1000",
			"2026-11-032500310"},
		"contacts": {"客户名称,联系人,角色,联系方式,生日\n甲,贺敏,财务,13900001001,25/1/1980\n甲,岳川,财务,13900001002,3/2/1981\n",
			"SELECT birthday FROM contact WHERE name = '岳川'", "1981-02-03"},
		"a form": {"客户跟踪表,,\n客户名称,甲,,\n联系方式,13900001201,,\n生日,25/1/1980,,\n日期时间,情况描述,遇到问题\n11/18/2026,问价,\n11/3/2026,报价,贵\n",
			"SELECT birthday || (SELECT group_concat(at) FROM (SELECT at FROM journal ORDER BY at)) FROM customer",
			"1980-01-252026-11-03,2026-11-18"},
	} {
		s := open(t, "2026-11-29")
		refused, _ := taken(t, s, "t.csv", tt.text, ImportOptions{Create: true})
		var got string
		if err := s.db.QueryRow(tt.query).Scan(&got); err != nil || refused > 0 || got != tt.want {
			t.Errorf("%s: %q, want %q (%d refused, %v)", name, got, tt.want, refused, err)
		}
	}
}

// taken imports the good rows of a file, and answers how many were refused.
func taken(t *testing.T, s *Store, file, text string, opt ImportOptions) (refused int, p model.Preview) {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), file)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, path, opt)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(ctx, p, true); err != nil {
		t.Fatal(err)
	}
	for _, r := range p.Rows {
		if r.Result == model.ResultRefused {
			refused++
		}
	}
	return refused, p
}

// A column that allows two readings is one question; its rows wait for the
// answer.
func TestTwoReadingsOfAColumnAreOneQuestion(t *testing.T) {
	const text = "客户名称,发票号,开票日期,付款期限,应收金额\n甲,K1,9/5/2026,9/18/2026,1.234\n乙,K2,10/4/2026,10/30/2026,300\n"
	s := open(t, "2026-11-29")
	refused, p := taken(t, s, "t.csv", text, ImportOptions{})
	var fits []string
	for _, c := range p.Columns {
		for _, r := range c.Written.Fits {
			fits = append(fits, c.Header+" "+string(r))
		}
	}
	if got := strings.Join(fits, ", "); got != "开票日期 day-first, 开票日期 month-first, 应收金额 point, 应收金额 comma" || refused != 2 {
		t.Errorf("%d refused, %s", refused, got)
	}
	s = open(t, "2026-11-29")
	answers := model.ReadingAnswers{Dates: model.MonthFirst, Decimal: model.DecimalComma}
	if refused, _ = taken(t, s, "t.csv", text, ImportOptions{Answers: answers}); refused != 0 {
		t.Errorf("answered: %d refused", refused)
	}
	var got string
	if err := s.db.QueryRow("SELECT invoiced_on || amount FROM receivable WHERE invoice_no = 'K1'").Scan(&got); err != nil ||
		got != "2026-09-05123400" {
		t.Errorf("answered: %s %v", got, err)
	}
}

// A spreadsheet's computed amounts are what their cells show.
func TestComputedAmountsAreWhatTheirCellsShow(t *testing.T) {
	f := excelize.NewFile()
	const sheet = "Sheet1"
	set := func(cell string, value any, format string) {
		if err := f.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
		if format != "" {
			style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
			if err == nil {
				err = f.SetCellStyle(sheet, cell, cell, style)
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	for i, text := range []string{"客户名称", "发票号", "付款期限", "应收金额"} {
		cell, _ := excelize.CoordinatesToCellName(i+1, 1)
		set(cell, text, "")
	}
	amounts := []struct {
		value  any
		format string
		want   int64
	}{
		{3333.33333333333, "", 333333}, {1130.004999999, "#,##0.00", 113000}, {2.675, `"¥"#,##0.00_);[Red]\(#,##0.00\)`, 268},
		{99.995, "0", 10000},
		{12.5, "0", 1250}, {1234.567, "", 0}, {0.1234567, "0.0000", 0},
	}
	for i, a := range amounts {
		row := i + 2
		for col, value := range []any{"甲", "K" + string(rune('A'+i)), "2026-12-01"} {
			cell, _ := excelize.CoordinatesToCellName(col+1, row)
			set(cell, value, "")
		}
		cell, _ := excelize.CoordinatesToCellName(4, row)
		set(cell, a.value, a.format)
	}
	path := filepath.Join(t.TempDir(), "t.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	s := open(t, "2026-11-29")
	p, err := s.PreviewImport(context.Background(), path, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	debts := p.Proposals[0].Debts
	for i, a := range amounts {
		if got := debts[i]; got.Receivable.Amount != a.want || (got.Err != nil) != (a.want == 0) {
			t.Errorf("%v as %q: %d %v, want %d", a.value, a.format, got.Receivable.Amount, got.Err, a.want)
		}
	}
	if c := p.Columns[3]; c.Rounded != "3333.33333333333" || c.RoundedTo != "3333.33" {
		t.Errorf("the preview says %q → %q", c.Rounded, c.RoundedTo)
	}
}
