package files

import (
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

const today = model.Date("2026-11-24")

// workbookOf makes an xlsx of sheets, each lines of cells; a cell of "^" is
// merged with the one above it, one of "<" with the one before it.
func workbookOf(t testing.TB, sheets ...[][]any) string {
	t.Helper()
	f := excelize.NewFile()
	for i, rows := range sheets {
		name := "Sheet1"
		if i > 0 {
			name = string(rune('一' + i))
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for r, row := range rows {
			for c, value := range row {
				cell, _ := excelize.CoordinatesToCellName(c+1, r+1)
				above, _ := excelize.CoordinatesToCellName(c+1, max(r, 1))
				before, _ := excelize.CoordinatesToCellName(max(c, 1), r+1)
				var err error
				switch value {
				case "^":
					err = merge(f, name, above, cell)
				case "<":
					err = merge(f, name, before, cell)
				default:
					err = f.SetCellValue(name, cell, value)
				}
				if err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	path := filepath.Join(t.TempDir(), "untidy.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

// merge merges a cell with another, and with all that this is merged with.
func merge(f *excelize.File, sheet, to, cell string) error {
	merged, err := f.GetMergeCells(sheet)
	if err != nil {
		return err
	}
	for _, m := range merged {
		if m.GetEndAxis() == to {
			to = m.GetStartAxis()
			if err := f.UnmergeCell(sheet, m.GetStartAxis(), m.GetEndAxis()); err != nil {
				return err
			}
		}
	}
	return f.MergeCell(sheet, to, cell)
}

func read(t testing.TB, path string, mapping ...string) File {
	t.Helper()
	opt := Options{Today: today, Map: map[string]string{}}
	for _, m := range mapping {
		header, field, _ := strings.Cut(m, "=")
		opt.Map[header] = field
	}
	f, err := Read(path, opt)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// says compares fields of a card with what they should be.
func says(t *testing.T, p model.Proposal, want map[string]string) {
	t.Helper()
	if p.Err != nil {
		t.Errorf("row %d refused: %s", p.Row, label.Reasons("customer", p.Err, label.ZH))
	}
	for code, value := range want {
		f, ok := model.CustomerFields.ByCode(code)
		if got := f.Get(&p.Customer); !ok || got != value {
			t.Errorf("row %d %s: %q, want %q", p.Row, code, got, value)
		}
	}
}

type fields = map[string]string

func TestFormLabelsStandInAnyWay(t *testing.T) {
	journal := []any{"序号", "日期时间", "情况描述", "遇到问题", "解决方案"}
	entry := []any{"1", "2026年11月18日 下午3点", "进店看车", "嫌贵", "送脚垫"}
	want := fields{"name": "董先生", "gender": "male", "phones": "15935946108", "owner": "陈萌", "class": "ready", "filled_on": "2026-11-03"}
	for name, rows := range map[string][][]any{
		"full-width labels, values right": {
			{"客户基本信息及业务跟踪情况表"}, {},
			{"客 户 名 称：", "董先生", "性　别：", "男"}, {"联系方式：", 1.5935946108e10, "填表人:", "陈萌"},
			{"填表日期", "2026.11.3", "客户类型", "准客户"}, journal, entry,
		},
		"values below": {
			{"客户名称", "性别", "联系方式"}, {"董先生", "男", "15935946108"}, {"填表人", "填表日期", "客户类型"}, {"陈萌", "2026/11/3", "准客户"}, {}, journal, entry,
		},
		"label and value in one cell": {
			{"客户跟踪表"}, {"客户名称：董先生", "性别：男", "电话：15935946108"}, {"填表人：陈萌  ", "填表日期：2026年11月3日"}, {"客户类型：□新客户 □意向客户 ☑准客户"}, journal, entry,
		},
		"other order, merged cells": {
			{"跟踪情况表", "<", "<", "<", "<", "<"}, {"填表日期", time.Date(2026, 11, 3, 0, 0, 0, 0, time.UTC), "填表人", "陈萌"},
			{"客户名称", "<", "董先生", "<", "性别", "男"}, {"客户类型", "新客户", "", "准客户", "√"}, {"手机", "<", "15935946108"}, journal, entry,
		},
		"ticks before the options": {
			{"客户名称", "董先生", "性别", "男√", "女"}, {"联系方式", "15935946108", "填表人", "陈萌"}, {"填表日期", "2026-11-3"},
			{"客户类型", "", "新客户", "", "意向客户", "√", "准客户"}, journal, entry,
		},
		"ticks with the options": {
			{"客户名称", "董先生", "性别", "☑男", "☐女"}, {"联系方式", "15935946108", "填表人", "陈萌"}, {"填表日期", "2026-11-3"},
			{"客户类型", "□新客户", "□意向客户", "√准客户"}, {"", "□优质潜在客户", "□一般潜在客户"}, journal, entry,
		},
		"ticks in brackets behind": {
			{"客户名称", "董先生", "性别", "男"}, {"联系方式", "15935946108", "填表人", "陈萌", "填表日期", "2026-11-3"},
			{"客户类型", "新客户( )", "准客户(√)", "意向客户( )"}, journal, entry,
		},
		"ticks below": {
			{"客户名称", "董先生", "性别", "男"}, {"联系方式", "15935946108", "填表人", "陈萌", "填表日期", "2026-11-3"},
			{"客户类型", "新客户", "意向客户", "准客户"}, {"", "", "", "■"}, journal, entry,
		},
		"the filler below the journal": {
			{"客户名称", "董先生", "性别", "男"}, {"联系方式", "15935946108", "客户类型", "准客户"}, journal, entry, {"2"}, {"3"}, {"合计", "1次"},
			{}, {"填表人", "陈萌", "填表日期", "2026-11-03"},
		},
		"values two cells away": {
			{"客户名称", "", "董先生", "性别", "", "男"}, {"联系方式", "", "15935946108", "填表人", "", "陈萌"}, {"填表日期", "", "2026-11-3", "客户类型", "", "准客户"},
			journal, entry,
		},
	} {
		t.Run(name, func(t *testing.T) {
			f := read(t, workbookOf(t, rows))
			if f.Document != DocumentForm || len(f.Proposals) != 1 || len(f.Unknown) > 0 {
				t.Fatalf("%+v", f)
			}
			says(t, f.Proposals[0], want)
			if e := f.Proposals[0].Entries; len(e) != 1 || e[0].Err != nil || e[0].Entry.At != "2026-11-18 15:00" ||
				e[0].Entry.Method != model.Reception || e[0].Entry.Problem != "嫌贵" {
				t.Errorf("%+v", e)
			}
		})
	}
}

func TestFormsBelowAndBesideEachOther(t *testing.T) {
	one := func(name, phone, day string) [][]any {
		return [][]any{
			{"客户基本信息及业务跟踪情况表"}, {"填表人：陈萌", "", "填表日期：2026-11-01"}, {"客户名称", name, "联系方式", phone}, {"家庭情况", "", "职业", "教师"},
			{"序号", "日期时间", "情况描述"}, {"1", day, "第一次"}, {"2", "", ""}, {},
		}
	}
	both := append(one("董先生", "15935946108", "11月2日"), one("刘女士", "13800138000", "11.3")...)
	notes := [][]any{{"使用说明"}, {"请每天填写"}}
	f := read(t, workbookOf(t, both, notes, one("王五", "13900000001", "1月1日")))
	if len(f.Proposals) != 3 || len(f.Skipped) != 1 || len(f.Unknown) != 1 || f.Unknown[0] != "职业" {
		t.Fatalf("%+v", f)
	}
	for i, want := range []struct {
		name string
		row  int
		at   model.Moment
	}{{"董先生", 3, "2026-11-02"}, {"刘女士", 11, "2026-11-03"}, {"王五", 3, "2026-01-01"}} {
		p := f.Proposals[i]
		says(t, p, fields{"name": want.name, "owner": "陈萌", "filled_on": "2026-11-01", "family": ""})
		if p.Row != want.row || len(p.Entries) != 1 || p.Entries[0].Entry.At != want.at || p.Entries[0].Err != nil {
			t.Errorf("%s row %d: %+v", want.name, p.Row, p.Entries)
		}
	}
}

func TestEmptyFormsAndTwoTicks(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{
		{"客户名称", "", "性别", ""}, {"联系方式", "13900000001", "客户类型", "准客户"}, {"序号", "日期时间", "情况描述"}, {1, 2},
	}, [][]any{
		{"客户名称", "王五"}, {"客户类型", "新客户", "√", "准客户", "√"},
	}))
	if got := label.Reasons("customer", f.Proposals[0].Err, label.ZH); got != "客户名称:不能为空" {
		t.Error(got)
	}
	if got := label.Reasons("customer", f.Proposals[1].Err, label.ZH); got != "客户类型:没有「新客户、准客户」,可选 新客户、意向客户、准客户、优质潜在客户、一般潜在客户" {
		t.Error(got)
	}
}

func TestYearsOfDatesWithoutOne(t *testing.T) {
	row := func(filled string, days ...string) [][]any {
		rows := [][]any{{"客户名称", "董先生", "填表日期", filled}, {"电话", "13900000001"}, {"日期", "情况", "办结日期", "类别"}}
		for _, d := range days {
			at, closed, _ := strings.Cut(d, " ")
			rows = append(rows, []any{at, "x", closed, "咨询"})
		}
		return rows
	}
	for _, c := range []struct {
		filled, day string
		want        model.Moment
	}{
		{"2025-12-28", "1月5日", "2026-01-05"},           // nearest to 填表日期
		{"2025-01-03", "12.30", "2024-12-30"},          //
		{"", "11-25", "2025-11-25"},                    // the last such day
		{"", "11-24", "2026-11-24"},                    //
		{"2026-11-20", "1月1日", "2026-01-01"},           // the nearest hasn't come
		{"2026-11-20", "1/2 2025-01-04", "2025-01-02"}, // the row's own other date
	} {
		f := read(t, workbookOf(t, row(c.filled, c.day)))
		e := f.Proposals[0].Entries[0]
		if e.Err != nil || e.Entry.At != c.want {
			t.Errorf("filled in %q, %q is %s, want %s (%v)", c.filled, c.day, e.Entry.At, c.want, e.Err)
		}
	}
}

func TestListsOfEveryShape(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{
		{"太原分公司客户登记表", "<", "<", "<", "<"}, {"制表:陈萌", "", "2026年11月"}, {},
		{"序号", "客户姓名", "手机1", "座机/手机2", "预计金额", "预计成交日期", "生日", "职业", "重要客户"},
		{1, "单雄信", 1.3700000001e10, "0354-2028888", "1.2万", 46356, "农历七月初三", "教师", "√"},
		{}, {2, "解珍", "13700000002/13700000003", "无", "¥3,000.00", time.Date(2026, 12, 1, 0, 0, 0, 0, time.UTC), "8月15日", "", "☐"},
		{"序号", "客户姓名", "手机1", "座机/手机2", "预计金额", "预计成交日期", "生日", "职业", "重要客户"},
		{3, "曾女士", "13700000004(张经理)", "", 3000.5, "12.1", "", "", "是"}, {4}, {"合计", "", "", "", "18000"}, {"注:以上为本月客户"},
	}))
	if len(f.Proposals) != 3 || len(f.Unknown) != 1 || f.Unknown[0] != "职业" {
		t.Fatalf("%+v", f)
	}
	says(t, f.Proposals[0], fields{"name": "单雄信", "phones": "13700000001\n0354-2028888", "expected_amount": "1200000",
		"expected_on": "2026-11-30", "birthday": "lunar:--07-03", "important": "1"})
	says(t, f.Proposals[1], fields{"phones": "13700000002\n13700000003", "expected_amount": "300000", "expected_on": "2026-12-01",
		"birthday": "--08-15", "important": ""})
	says(t, f.Proposals[2], fields{"phones": "13700000004", "remark": "联系方式:13700000004(张经理)", "expected_amount": "300050",
		"expected_on": "2026-12-01", "gender": "female", "important": "1"})
	if f.Proposals[0].Row != 5 || f.Proposals[1].Row != 7 || f.Proposals[2].Row != 9 {
		t.Error(f.Proposals[0].Row, f.Proposals[1].Row, f.Proposals[2].Row)
	}
}

func TestListWithTickColumnsUnderMergedHeaders(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{
		{"客户名称", "客户类型", "<", "<", "联系方式"}, {"^", "新客户", "意向客户", "准客户", "^"},
		{"董先生", "", "√", "", "15935946108"}, {"刘女士", "", "", "是", "13800138000"}, {"王五", "√", "", "√", ""},
	}))
	if len(f.Proposals) != 3 {
		t.Fatalf("%+v", f)
	}
	says(t, f.Proposals[0], fields{"class": "interested", "phones": "15935946108", "grade": "C"})
	says(t, f.Proposals[1], fields{"class": "ready"})
	if f.Proposals[2].Err == nil {
		t.Error("two ticks taken")
	}
}

func TestListWithJournalUnderMergedNames(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{
		{"客户", "电话", "日期", "时间", "跟进内容", "备注"},
		{"董先生", "15935946108", "2026-11-02", time.Date(1899, 12, 31, 10, 30, 0, 0, time.UTC).Format("15:04"), "进店", "熟人"},
		{"^", "13900000001", "11-03", "", "电话未接通", ""},
		{"刘女士", "13800138000", "", "", "", ""},
		{"", "", "11-04", "", "微信聊", ""},
	}))
	if len(f.Proposals) != 2 || len(f.Proposals[0].Entries) != 2 || len(f.Proposals[1].Entries) != 1 {
		t.Fatalf("%+v", f.Proposals)
	}
	says(t, f.Proposals[0], fields{"phones": "15935946108\n13900000001", "remark": "熟人"})
	first, second := f.Proposals[0].Entries[0].Entry, f.Proposals[0].Entries[1].Entry
	if first.At != "2026-11-02 10:30" || first.Method != model.Reception || second.Outcome != model.NotReached ||
		second.Method != model.Phone {
		t.Errorf("%+v %+v", first, second)
	}
}

func TestMappingsGoBeforeWhatIsKnown(t *testing.T) {
	path := workbookOf(t, [][]any{{"单位", "代码", "电话", "备注"}, {"恒基板材公司", "A", "0757-83330001", "不要"}})
	f := read(t, path, "单位=客户名称", "代码=grade", "备注=-")
	says(t, f.Proposals[0], fields{"name": "恒基板材公司", "grade": "A", "remark": "", "kind": "company"})
	if _, err := Read(path, Options{Today: today, Map: map[string]string{"单位": "nonsense"}}); err == nil {
		t.Error("a field that isn't one was taken")
	}
	if _, err := Read(path, Options{Today: today, Map: map[string]string{"单位": "name", "没有": "grade"}}); err == nil {
		t.Error("a header that isn't there was taken")
	}
}

func TestEveryProblemOfARowIsNamed(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{{"客户名称", "电话", "等级", "下次联系"}, {"王五", "abc", "F", "2026-02-30"}}))
	got := label.Reasons("customer", f.Proposals[0].Err, label.EN)
	if strings.Count(got, ";") < 2 || !strings.Contains(got, "Phones") || !strings.Contains(got, "Grade") ||
		!strings.Contains(got, "Next on") {
		t.Error(got)
	}
}

func TestListWithTheLastContactInARow(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{{"姓名", "电话", "最近跟进时间", "跟进情况"}, {"王五", "13900000001", "2026/11/20", "电话说再等等"}}))
	if e := f.Proposals[0].Entries; len(e) != 1 || e[0].Err != nil || e[0].Entry.At != "2026-11-20" || e[0].Entry.Method != model.Phone {
		t.Errorf("%+v", e)
	}
	f = read(t, workbookOf(t, [][]any{{"姓名", "电话", "跟进情况"}, {"王五", "13900000001", "电话说再等等"}}))
	says(t, f.Proposals[0], fields{"remark": "电话说再等等"})
	if len(f.Proposals[0].Entries) != 0 {
		t.Error("an entry without a day")
	}
}

func TestCellsShowWhatASpreadsheetShows(t *testing.T) {
	f := excelize.NewFile()
	for cell, v := range map[string]any{
		"A1": "客户名称", "B1": "填表日期", "C1": "预计金额（万元）", "D1": "信用额度", "E1": "微信", "F1": "备注", "G1": "邮箱",
		"A2": "王五", "B2": 46329, "C2": 1.2, "D2": 46329, "E2": 0.1 + 0.2, "F2": 46329.4375, "G2": 1.5935946108e10,
	} {
		if err := f.SetCellValue("Sheet1", cell, v); err != nil {
			t.Fatal(err)
		}
	}
	for cell, format := range map[string]string{"B2": `yyyy"年"m"月"d"日";@`, "D2": `"¥"#,##0.00;[Red]-#,##0.00`, "F2": "m/d/yy h:mm"} {
		style, err := f.NewStyle(&excelize.Style{CustomNumFmt: &format})
		if err != nil {
			t.Fatal(err)
		}
		if err := f.SetCellStyle("Sheet1", cell, cell, style); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "cells.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	says(t, read(t, path).Proposals[0], fields{
		"filled_on": "2026-11-03", "expected_amount": "1200000", "credit_limit": "4632900", "wechat": "0.3", "remark": "2026-11-03 10:30",
		"email": "15935946108",
	})
}

func TestHiddenSheetsAreNotRead(t *testing.T) {
	f := excelize.NewFile()
	rows := [][]any{{"客户名称", "电话"}, {"王五", "13900000001"}}
	for i, name := range []string{"Sheet1", "选项"} {
		if i > 0 {
			if _, err := f.NewSheet(name); err != nil {
				t.Fatal(err)
			}
		}
		for r, row := range rows {
			if err := f.SetSheetRow(name, "A"+string(rune('1'+r)), &row); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := f.SetSheetVisible("选项", false); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "hidden.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); len(got.Proposals) != 1 {
		t.Errorf("%+v", got)
	}
}

func TestTheSampleFormSavedAsCSV(t *testing.T) {
	x, err := excelize.OpenFile("testdata/paper-form.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	rows, err := x.GetRows("刘女士")
	if err != nil {
		t.Fatal(err)
	}
	var text strings.Builder
	for _, row := range rows {
		for len(row) < 10 {
			row = append(row, "")
		}
		text.WriteString(`"` + strings.Join(row, `","`) + "\"\r\n")
	}
	f := read(t, fileOf(t, "form.csv", []byte(text.String())))
	if f.Document != DocumentForm || len(f.Proposals) != 1 || len(f.Unknown) > 0 {
		t.Fatalf("%+v", f)
	}
	says(t, f.Proposals[0], fields{
		"name": "刘女士", "gender": "female", "party_size": "2", "birthday": "1988-08-15", "class": "ready", "team": "二组", "family": "夫妻二人,孩子上小学",
		"interest": "陆风X7 2.0T 自动", "address": "晋中市榆次区迎宾街88号3单元1201", "filled_on": "2026-11-03", "grade": "A", "expected_on": "2026-12-03",
	})
	if len(f.Proposals[0].Entries) != 3 {
		t.Errorf("%+v", f.Proposals[0].Entries)
	}
}

func TestFormWithHalfOfItMissing(t *testing.T) {
	f := read(t, workbookOf(t, [][]any{{"客户跟踪表"}, {"姓名", "王五"}, {"电话"}, {"备注", "熟人"}}, [][]any{{"姓名", "赵六", "电话", 13900000001}}))
	if len(f.Proposals) != 2 || f.Document != DocumentForm {
		t.Fatalf("%+v", f)
	}
	says(t, f.Proposals[0], fields{"name": "王五", "remark": "熟人", "filled_on": "2026-11-24"})
	says(t, f.Proposals[1], fields{"name": "赵六", "phones": "13900000001"})
}
