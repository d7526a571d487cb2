package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
)

// layout is a sheet whose rows must all be accounted for.
type layout struct {
	name, text string
	want       map[int]model.SkipReason // the rows that are no records
	refused    []int
}

var layouts = []layout{
	{"names that begin as footnotes do", "客户名称,联系方式,备注\n注塑厂霍工,,\n统计局 柏科长,,\n日期 印刷社,,\n审核 中心,,\n负责人: 何,,\n北岭轴承,13900001071,\n",
		map[int]model.SkipReason{1: model.SkipHeader}, nil},
	{"title, blanks, pages, sums, notes",
		"客户名单,,\n\n客户名称,联系方式,备注\n甲一,13900000001,\n,,\n合计,1户,\n制表人:陈萌,,\n客户名称,联系方式,备注\n乙二,13900000002,\n丙三,12,\n本页小计,2,\n总计,3,\n制表人:陈萌,," +
			"审核:李静\n注:价格含税,,\n第 2 页,,\n",
		map[int]model.SkipReason{1: model.SkipTitle, 2: model.SkipBlank, 3: model.SkipHeader, 5: model.SkipBlank,
			6: model.SkipTotal, 7: model.SkipFootnote, 8: model.SkipRepeated,
			11: model.SkipTotal, 12: model.SkipTotal, 13: model.SkipFootnote, 14: model.SkipFootnote, 15: model.SkipFootnote}, []int{10}},
	{"numbers only, no field", "序号,客户名称,联系方式,心情\n1,甲一,13900000001,好\n2,,,\n3,,,阴\n",
		map[int]model.SkipReason{1: model.SkipHeader, 3: model.SkipNumber}, []int{4}},
	{"journal", "客户,日期,情况描述\n甲一,2026-11-20,来店\n,2026-11-21,又来\n乙二,,没有日期\n合计,2,\n",
		map[int]model.SkipReason{1: model.SkipHeader, 5: model.SkipTotal}, []int{4}},
	{"contacts", "客户名称,姓名,职务,电话\n甲一,王工,决策人,13900000003\n,李工,,13900000004\n甲一,,财务,\n", map[int]model.SkipReason{1: model.SkipHeader}, []int{4}},
	{"products", "样板编号,名称,规格,单位,标准价\nA1,橡木,10,张,100\n,松木,10,张,90\n合计,,,,190\n",
		map[int]model.SkipReason{1: model.SkipHeader, 4: model.SkipTotal}, []int{3}},
	{"orders", "订单号,客户名称,下单时间,产品,数量,单价,金额,颜色偏好\nS1,甲一,2026-11-01,橡木,2,10,20,\n,,,松木,1,5,5,\n,,,,,,25,\nS2,乙二,2026-11-02,橡木,x,10,10,\n,,,," +
		",,,白\n合计,,,,,,35,\n",
		map[int]model.SkipReason{1: model.SkipHeader, 4: model.SkipTotal, 6: model.SkipUnread, 7: model.SkipTotal}, []int{5}},
	{"receivables", "客户名称,发票号,应收金额,付款期限\n甲一,F1,100,2026-12-01\n乙二,F2,,2026-12-01\n小计,,100,\n注:含税,,,\n",
		map[int]model.SkipReason{1: model.SkipHeader, 4: model.SkipTotal, 5: model.SkipFootnote}, []int{3}},
	{"payments", "客户名称,收据号,回款金额,付款日期\n甲一,R1,100,2026-11-01\n甲一,R2,abc,2026-11-01\n\n合计,,200,\n",
		map[int]model.SkipReason{1: model.SkipHeader, 4: model.SkipBlank, 5: model.SkipTotal}, []int{3}},
	{"progress", "项目进度表,,,\n项目名称,终端,客户名称,甲一\n阶段,事项,当前进度,完成日期\n了解需求,产品形态,100%,2026-11-01\n,软件,50%,\n,,,\n合计,,75%,\n制表人:陈萌,,,\n",
		map[int]model.SkipReason{1: model.SkipTitle, 3: model.SkipHeader, 6: model.SkipBlank, 7: model.SkipTotal, 8: model.SkipFootnote}, nil},
	{"form", "客户基本信息及业务跟踪情况表,,,,\n客户名称,董先生,性别,男,\n联系方式,15935946108,填表日期,2026-11-03,\n业务跟踪情况,,,,\n序号,日期时间,情况描述,遇到问题,解决方案\n1,11月4日,进店,贵,送\n" +
		"2,,没有日期,,\n3,,,,\n合计,2次,,,\n填表人,陈萌,,,\n注:每天填,,,,\n",
		map[int]model.SkipReason{1: model.SkipTitle, 4: model.SkipTitle, 5: model.SkipHeader, 8: model.SkipNumber,
			9: model.SkipTotal, 11: model.SkipFootnote}, []int{7}},
	{"the delimiter in a line of its own", "sep=;\n客户名称;联系方式;备注\n甲一;13900000001;\n",
		map[int]model.SkipReason{1: model.SkipHeader, 2: model.SkipHeader}, nil},
	{"a line end in a cell is no row", "客户名称,联系方式,备注\n甲一,13900000001,\"一\n二\"\n乙二,,\n", map[int]model.SkipReason{1: model.SkipHeader}, nil},
}

// workbookFrom makes an xlsx of the lines of a CSV.
func workbookFrom(t *testing.T, text string) string {
	t.Helper()
	f := excelize.NewFile()
	for r, line := range strings.Split(text, "\n") {
		for c, cell := range strings.Split(line, ",") {
			name, _ := excelize.CoordinatesToCellName(c+1, r+1)
			if err := f.SetCellStr("Sheet1", name, cell); err != nil {
				t.Fatal(err)
			}
		}
	}
	path := filepath.Join(t.TempDir(), "rows.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// Every row of a sheet is a record's, refused, or listed as skipped (rule 4).
func TestEveryRowOfEveryDocumentIsAccountedFor(t *testing.T) {
	for _, l := range layouts {
		t.Run(l.name, func(t *testing.T) {
			s := open(t, "2026-11-24")
			csv := filepath.Join(t.TempDir(), "rows.csv")
			if err := os.WriteFile(csv, []byte(l.text), 0o600); err != nil {
				t.Fatal(err)
			}
			l.accounted(t, s, csv)
			if !strings.HasPrefix(l.text, "sep=") && !strings.Contains(l.text, `"`) {
				l.accounted(t, s, workbookFrom(t, l.text))
			}
		})
	}
}

func (l layout) accounted(t *testing.T, s *Store, path string) {
	t.Helper()
	p, err := s.PreviewImport(context.Background(), path, ImportOptions{Create: true})
	if err != nil {
		t.Fatal(err)
	}
	skipped := map[int]model.SkipReason{}
	for _, left := range p.Left {
		for row := left.Row; row <= left.Last; row++ {
			skipped[row] = left.Why
		}
	}
	if fmt.Sprint(skipped) != fmt.Sprint(l.want) {
		t.Errorf("skipped %v, want %v", skipped, l.want)
	}
	var refused []int
	shown := map[int]bool{}
	for _, r := range p.Rows {
		shown[r.Row] = true
		if r.Result == model.ResultRefused && !slices.Contains(refused, r.Row) {
			refused = append(refused, r.Row)
		}
	}
	slices.Sort(refused)
	if fmt.Sprint(refused) != fmt.Sprint(l.refused) {
		t.Errorf("refused %v, want %v", refused, l.refused)
	}
	if len(p.Sheets) != 1 {
		t.Fatalf("%+v", p.Sheets)
	}
	sheet := p.Sheets[0]
	for row := 1; row <= sheet.Rows; row++ {
		_, left := skipped[row]
		if read := shown[row] || shown[sheet.Owner[row]]; read == left {
			t.Errorf("row %d: shown %v, skipped %v", row, read, left)
		}
	}
	a := p.Accounts()[0]
	if a.Rows != a.Taken+a.Refused+a.Skipped || a.Skipped != len(l.want) || a.Skipped != p.SkippedCount() || a.Rows == 0 {
		t.Errorf("%+v", a)
	}
}
