package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// What a file says of the currency and the unit of an amount is kept, wherever
// it says it.
func TestCurrencyAndUnitOfASheetAreKept(t *testing.T) {
	const tail = ",付款期限\n甲,K1,1250,2026-12-01\n"
	for name, tt := range map[string]struct{ text, want string }{
		"the header's currency":       {"客户名称,发票号,应收金额(美元)" + tail, "甲 USD 1,250.00 2026-12-01 pending"},
		"its code":                    {"客户名称,发票号,应收金额（USD）" + tail, "甲 USD 1,250.00 2026-12-01 pending"},
		"its code behind the name":    {"Customer,Invoice,Amount USD,Due date\n甲,K1,1250,2026-12-01\n", "甲 USD 1,250.00 2026-12-01 pending"},
		"its unit":                    {"客户名称,发票号,应收金额(万元)" + tail, "甲 12,500,000.00 2026-12-01 pending"},
		"its unit under a plain name": {"客户名称,发票号,金额(千元)" + tail, "甲 1,250,000.00 2026-12-01 pending"},
		"currency and unit":           {"客户名称,发票号,应收金额(万美元)" + tail, "甲 USD 12,500,000.00 2026-12-01 pending"},
		"yuan":                        {"客户名称,发票号,应收金额(元)" + tail, "甲 1,250.00 2026-12-01 pending"},
		"a title":                     {"应收账款表,,,单位:万元\n客户名称,发票号,应收金额" + tail, "甲 12,500,000.00 2026-12-01 pending"},
		"a title in two cells":        {"应收账款表,,单位：,千元\n客户名称,发票号,应收金额" + tail, "甲 1,250,000.00 2026-12-01 pending"},
		"a title's currency":          {"币种:港币\n客户名称,发票号,应收金额" + tail, "甲 HKD 1,250.00 2026-12-01 pending"},
		"a title that is a company":   {"单位:万达商贸\n客户名称,发票号,应收金额" + tail, "甲 1,250.00 2026-12-01 pending"},
		"a header beside a title":     {"单位:万元\n客户名称,发票号,应收金额(元)" + tail, "甲 1,250.00 2026-12-01 pending"},
		"a column": {"客户名称,发票号,币别,应收金额,付款期限\n甲,K1,欧元,1250,2026-12-01\n乙,K2,英镑,1,2026-12-01\n丙,K3,日元,500,2026-12-01\n丁,K4,人民币,9,2026-12-01\n",
			"甲 EUR 1,250.00 2026-12-01 pending\n乙 GBP 1.00 2026-12-01 pending\n丙 JPY 500 2026-12-01 pending\n丁 9.00 2026-12-01 pending"},
		"what was settled": {"往来单位,单据编号,业务日期,到期日,币别,应收金额,已核销金额,未核销金额\n甲,A1,2026-09-01,2026-10-01,人民币,\"11,300.00\",\"5,000.00\",\"6,300.00\"\n" +
			"乙,A2,2026-10-15,2026-11-14,美元,\"1,000.00\",0.00,\"1,000.00\"\n丙,A3,2026-10-15,2026-11-14,人民币,\"2,000.00\",\"2,000.00\",0.00\n小计,,," +
			",,\"14,300.00\",\"7,000.00\",\"7,300.00\"\n",
			"甲 11,300.00 2026-10-01 overdue\n乙 USD 1,000.00 2026-11-14 overdue\n丙 2,000.00 2026-11-14 paid\n甲 2026-10-01 +5,000.00\n丙 " +
				"2026-11-14 +2,000.00"},
		"only what is open of it": {"客户名称,发票号,到期日,应收金额,未收金额\n甲,K1,2026-10-01,1000,400\n乙,K2,2026-12-01,300,300\n",
			"甲 1,000.00 2026-10-01 overdue\n乙 300.00 2026-12-01 pending\n甲 2026-10-01 +600.00"},
	} {
		refused, _, books := sheetTaken(t, "2026-11-29", tt.text, ImportOptions{})
		if refused != "" || books != tt.want {
			t.Errorf("%s: refused %q\n%s\nwant\n%s", name, refused, books, tt.want)
		}
	}
	if refused, _, _ := sheetTaken(t, "2026-11-29", "客户名称,发票号,币别,应收金额,付款期限\n甲,K1,贝壳,1,2026-12-01\n", ImportOptions{}); refused != "甲" {
		t.Errorf("a currency that isn't one: refused %q", refused)
	}
}

// Lists of customers, payments, orders and products say it the same way.
func TestCurrencyAndUnitOfEveryListAreKept(t *testing.T) {
	ctx := context.Background()
	for name, tt := range map[string]struct{ text, query, want string }{
		"customers": {"客户名称,联系方式,预计金额(万美元)\n甲,13900000001,1.2\n", "SELECT currency || expected_amount FROM customer", "USD1200000"},
		"payments":  {"客户名称,回款日期,回款金额(欧元)\n甲,2026-11-01,300\n", "SELECT currency || amount FROM payment", "EUR30000"},
		"orders": {"单位:千元,币种:美元\n订单号,客户名称,下单时间,产品,数量,单价\nS1,甲,2026-11-01,板,2,3\n", "SELECT currency || unit_price FROM order_line",
			"USD300000"},
		"products": {"样板编号,产品名称,标准价(港币)\nP1,板,12.5\n", "SELECT currency || list_price FROM product", "HKD1250"},
	} {
		s := open(t, "2026-11-29")
		path := filepath.Join(t.TempDir(), "t.csv")
		if err := os.WriteFile(path, []byte(tt.text), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, path, ImportOptions{Create: true})
		if err != nil {
			t.Fatal(name, err)
		}
		if _, err := s.Import(ctx, p, false); err != nil {
			t.Fatal(name, err, moneyRows(p))
		}
		var got string
		if err := s.db.QueryRowContext(ctx, tt.query).Scan(&got); err != nil || got != tt.want {
			t.Errorf("%s: %s, want %s (%v)", name, got, tt.want, err)
		}
	}
}

// A spreadsheet's number format shows the currency of a cell.
func TestTheCurrencyThatACellShowsIsKept(t *testing.T) {
	ctx := context.Background()
	formats := map[string]string{
		"[$$-409]#,##0.00": "USD", `"US$"#,##0.00`: "USD", "[$€-407]#,##0.00": "EUR", `#,##0.00\ [$€-1]`: "EUR",
		"[$HK$-C04]#,##0.00": "HKD", "[$$-C04]#,##0": "HKD",
		"[$¥-411]#,##0": "JPY", "[$¥-804]#,##0.00": "CNY", `"¥"#,##0.00;[Red]\-"¥"#,##0.00`: "CNY", "[$GBP] #,##0.00": "GBP",
		"[$£-809]#,##0.00": "GBP",
		`\$#,##0.00`:       "USD", `_ [$€-2]* #,##0.00_ `: "EUR", `#,##0.00"美元"`: "USD", "#,##0.00": "CNY", "[Red]0.00": "CNY",
		`0.00"元"`: "CNY", "[$-804]0.00": "CNY",
	}
	f := excelize.NewFile()
	defer f.Close()
	rows := [][]any{{"客户名称", "发票号", "付款期限", "第几期", "应收金额"}}
	want := map[string]string{}
	for format, code := range formats {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		name := fmt.Sprintf("客户%02d", len(rows)) // a format would be cut down to a bare name like another's
		rows = append(rows, []any{name, "K", "2026-12-01", 1, 1200})
		for _, col := range []string{"D", "E"} { // the whole row is formatted, not only its amount
			cell := col + string(rune('0'+len(rows)/10)) + string(rune('0'+len(rows)%10))
			cell = strings.Replace(cell, col+"0", col, 1)
			if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
				t.Fatal(err)
			}
		}
		want[name] = code
	}
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "t.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	s := open(t, "2026-11-29")
	p, err := s.PreviewImport(ctx, path, ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	got := 0
	for _, r := range p.Rows {
		if r.Record != model.RowOfReceivable {
			continue
		}
		if got++; r.Err != nil {
			t.Errorf("%s: %s", r.Name, label.Reasons(r.Record, r.Err, label.EN))
		} else if r.Money.Currency != want[r.Name] {
			t.Errorf("%s: %s, want %s", r.Name, r.Money.Currency, want[r.Name])
		}
	}
	if got != len(formats) {
		t.Errorf("%d rows of %d", got, len(formats))
	}
}
