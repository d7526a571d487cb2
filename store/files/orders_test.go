package files

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/simplifiedchinese"

	"genjin/model"
)

// readOrdersFile reads a file as of 24 November 2026.
func readOrdersFile(t *testing.T, path string) File {
	t.Helper()
	f, err := Read(path, Options{Today: "2026-11-24"})
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func TestMergedCellsOfAnOrderList(t *testing.T) {
	book := excelize.NewFile()
	sheet := book.GetSheetList()[0]
	for cell, value := range map[string]any{
		"A1": "订单明细表", "A2": "订单号", "B2": "客户名称", "C2": "下单日期", "D2": "品名", "E2": "数量", "F2": "单价", "G2": "金额", "H2": "备注",
		"A3": "D1", "B3": "甲", "C3": 46327, "D3": "板", "E3": 3, "F3": 128.5, "G3": 585.5, "H3": "急",
		"D4": "条", "E4": "100米", "F4": "2元",
		"A5": "D2", "B5": "乙", "C5": "2026年11月3日", "D5": "台面", "E5": 1, "F5": "¥3,000.00", "G5": 3000,
		"A6": "合计", "G6": 3585.5,
	} {
		if err := book.SetCellValue(sheet, cell, value); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range [][2]string{{"A1", "H1"}, {"A3", "A4"}, {"B3", "B4"}, {"C3", "C4"}, {"G3", "G4"}, {"H3", "H4"}} {
		if err := book.MergeCell(sheet, m[0], m[1]); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "o.xlsx")
	if err := book.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	f := readOrdersFile(t, path)
	if f.Document != model.DocumentOrders || len(f.Proposals) != 2 || len(f.Unknown) > 0 {
		t.Fatalf("%s %d %v", f.Document, len(f.Proposals), f.Unknown)
	}
	a := f.Proposals[0].Orders[0]
	if a.Err != nil || a.Order.OrderNo != "D1" || a.Order.OrderedOn != "2026-11-01" || a.Order.Remark != "急" || !a.Summed || a.Sum != 58550 ||
		len(a.Lines) != 2 {
		t.Errorf("%+v", a)
	}
	if l := a.Lines[1].Line; l.Name != "条" || l.Quantity != 100000 || l.Unit != "米" || l.UnitPrice != 200 || a.Lines[1].Row != 4 {
		t.Errorf("%+v", l)
	}
	if b := f.Proposals[1].Orders[0]; b.Order.OrderedOn != "2026-11-03" || b.Lines[0].Line.UnitPrice != 300000 {
		t.Errorf("%+v", b)
	}
}

func TestOrderListsInOtherEncodingsAndLanguages(t *testing.T) {
	text := "订单号,客户,下单日期,品名,数量,单价,币种\nD1,佛山恒基板材有限公司,2026-11-01,柜门板,3,128.5,美元\n"
	gb, err := simplifiedchinese.GB18030.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	english := "PO No.,Client,Order date,Description,Qty,Unit price,Delivery date\nD1,佛山恒基板材有限公司,2026-11-01,柜门板,3 pcs,$128.50,2026-12-01\n"
	for name, content := range map[string]string{"gb": gb, "utf8": "\ufeff" + text, "english": english} {
		path := filepath.Join(t.TempDir(), name+".csv")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		f := readOrdersFile(t, path)
		o := f.Proposals[0].Orders[0]
		if f.Document != model.DocumentOrders || o.Err != nil || f.Proposals[0].Customer.Name != "佛山恒基板材有限公司" ||
			o.Of(o.Order.Currency) != "USD" ||
			o.Lines[0].Line.UnitPrice != 12850 || o.Lines[0].Line.Quantity != 3000 {
			t.Errorf("%s: %s %+v", name, f.Document, o)
		}
	}
	for name, content := range map[string]string{"binary": "PK\x03\x04" + strings.Repeat("\x00\xff", 200), "empty": "",
		"half a zip": "PK\x03\x04订单号"} {
		path := filepath.Join(t.TempDir(), "x.xlsx")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if _, err := Read(path, Options{As: model.DocumentOrders, Today: "2026-11-24"}); !errors.Is(err, model.ErrFileUnreadable) &&
			!errors.Is(err, model.ErrFileEmpty) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// Lists that have something of orders and are others stay what they are.
func TestOtherListsAreNoOrders(t *testing.T) {
	for content, want := range map[string]string{
		"客户名称,电话,意向产品,数量\n董,13800000001,板,3\n":                               model.DocumentList,
		"客户名称,订单号,销售日期,应收金额,付款期限\n甲,D1,2026-11-01,300,2026-12-01\n":          model.DocumentReceivables,
		"客户名称,日期,情况描述\n甲,2026-11-01,谈了订单\n":                                  model.DocumentJournal,
		"样板编号,产品名称,规格,标准价\nYB-1,板,18,3\n":                                    model.DocumentProducts,
		"客户,订单号,交期,订单金额,发货\n甲,D1,2026-11-30,300,\n":                          model.DocumentOrders,
		"订单号,客户名称,下单日期,产品名称,数量,单价,金额,发票号,付款状态\nD1,甲,2026-11-01,板,1,2,2,F,\n": model.DocumentOrders,
	} {
		path := filepath.Join(t.TempDir(), "x.csv")
		if err := os.WriteFile(path, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
		if f := readOrdersFile(t, path); f.Document != want {
			t.Errorf("%q is %s, want %s", content, f.Document, want)
		}
	}
}
