package store

import (
	"context"
	"errors"
	"path/filepath"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// sheetOf writes a workbook: its rows, and ranges to be merged.
func sheetOf(t *testing.T, rows [][]any, merges ...string) string {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	for i, row := range rows {
		cell, _ := excelize.CoordinatesToCellName(1, i+1)
		if err := f.SetSheetRow("Sheet1", cell, &row); err != nil {
			t.Fatal(err)
		}
	}
	for _, m := range merges {
		from, to, _ := strings.Cut(m, ":")
		if err := f.MergeCell("Sheet1", from, to); err != nil {
			t.Fatal(err)
		}
	}
	path := filepath.Join(t.TempDir(), "form.xlsx")
	if err := f.SaveAs(path); err != nil {
		t.Fatal(err)
	}
	return path
}

var formHead = []any{"阶段", "事项", "说明", "责任部门", "当前进度", "完成日期"}

// formOf is a form with a usual block above its rows.
func formOf(rows ...[]any) [][]any {
	head := [][]any{{"OEM项目进度跟进表"}, {"项目名称", "试项目", "客户名称", "佛山恒基板材有限公司", "项目主要负责人", "王工"}, formHead}
	return append(head, rows...)
}

func TestOtherProgressFormsAreReadToo(t *testing.T) {
	for _, tt := range []struct {
		name  string
		rows  [][]any
		merge []string
		check func(t *testing.T, p model.ProjectOf)
	}{
		{"percentages as numbers", formOf([]any{"产品研发阶段", "电池", "", "研发部", 0.35, ""}, []any{"", "软件", "", "研发部", 1, "2026/10/8"}),
			nil, func(t *testing.T, p model.ProjectOf) {
				if item(t, p, "电池").Progress != 35 || item(t, p, "软件").State != model.ItemDone || item(t, p, "软件").DoneOn != "2026-10-08" {
					t.Errorf("%+v", item(t, p, "软件"))
				}
			}},
		{"merged stages", formOf([]any{"产品研发阶段", "电池", "", "研发部", "20%", ""}, []any{nil, "软件", "", "研发部", "30%", ""},
			[]any{nil, "包装", "打样", "研发部", "40%", ""}), []string{"A4:A6", "A1:F1"}, func(t *testing.T, p model.ProjectOf) {
			it := item(t, p, "包装")
			if it.Progress != 40 || it.Kind != model.StepModule || p.Stages[4].Items[len(p.Stages[4].Items)-1].Title != "包装" {
				t.Errorf("%+v", it)
			}
		}},
		{"another order of columns and rows, labels with colons", [][]any{{"项目名称:试项目", nil, "客户名称:佛山恒基板材有限公司"},
			{"项目负责人", "王工", "开始日期", "2026年8月1日", "目标日期", "2027-1-31"},
			{"序号", "事项", "当前进度", "阶段", "完成时间", "部门", "内容"}, {1, "产品报价", "100%", "了解商务条件", "9月10日", "销售部", "1,280元"},
			{2, "产品形态", "已完成", "了解客户需求", "2026.9.1", "业务", "裸机"}}, nil, func(t *testing.T, p model.ProjectOf) {
			if p.StartedOn != "2026-08-01" || p.TargetOn != "2027-01-31" || p.Lead != "王工" || p.Quote != 128000 || p.Form != model.FormBare ||
				item(t, p, "产品报价").DoneOn != "2026-09-10" || item(t, p, "产品报价").Department != "sales" {
				t.Errorf("%+v %+v", p.Project, item(t, p, "产品报价"))
			}
		}},
		{"several orders", formOf([]any{"下订单生产阶段", "下单时间", "2026-10-08", "业务部", "", ""}, []any{"", "下单时间", "", "业务部", "100%", "2026-11-01"},
			[]any{"", "下单时间(PO-3)", "", "业务部", "", ""}), nil, func(t *testing.T, p model.ProjectOf) {
			var days []model.Date
			for _, it := range p.Stages[9].Items {
				if it.Title == "下单时间" {
					days = append(days, it.DoneOn)
				}
			}
			if len(days) != 3 || days[0] != "2026-10-08" || days[1] != "2026-11-01" || days[2] != "" {
				t.Errorf("%v", days)
			}
		}},
		{"a day beside an unfinished row is its plan", formOf([]any{"产品研发阶段", "电池", "", "研发部", "60%", "2026-12-20"},
			[]any{"", "软件", "", "研发部", "", "2026-12-24"}), nil, func(t *testing.T, p model.ProjectOf) {
			if it := item(t, p, "电池"); it.PlannedOn != "2026-12-20" || it.State != model.ItemDoing || item(t, p, "软件").PlannedOn != "2026-12-24" ||
				item(t, p, "软件").State != model.ItemTodo {
				t.Errorf("%+v", it)
			}
		}},
		{"a stage of one's own, totals and notes below", formOf([]any{"产品研发阶段", "电池", "", "研发部", "60%", ""},
			[]any{"认证阶段", "3C认证", "", "品质部", "10%", ""}, []any{"合计", "", "", "", "", ""}, nil, []any{"", "", "备注:以上由研发部填写"}),
			nil, func(t *testing.T, p model.ProjectOf) {
				if len(p.Stages) != 14 || p.Stages[5].Name != "认证阶段" || p.Stages[5].Items[0].Progress != 10 || p.Stages[7].Items[0].Reopens != 5 {
					t.Errorf("%d stages, %+v", len(p.Stages), p.Stages[5])
				}
			}},
		{"states in words", formOf([]any{"产品研发阶段", "电池", "受阻:电芯缺货", "研发部", "40%", ""}, []any{"", "软件", "", "研发部", "不适用", ""},
			[]any{"", "结构设计", "", "研发部", "进行中", ""}), nil, func(t *testing.T, p model.ProjectOf) {
			if it := item(t, p, "电池"); it.State != model.ItemBlocked || it.BlockedWhy != "电芯缺货" || it.Progress != 40 ||
				item(t, p, "软件").State != model.ItemNA || item(t, p, "结构设计").State != model.ItemDoing {
				t.Errorf("%+v", it)
			}
		}},
		{"a test that failed", formOf([]any{"产品研发阶段", "电池", "", "研发部", "100%", "2026-10-01"},
			[]any{"试产产品测试结论", "是否满足量产", "否,跌落不过", "品质部", "100%", "2026-10-20"}), nil, func(t *testing.T, p model.ProjectOf) {
			if p.Round != 2 || p.Stage != 5 || p.StageOn != "2026-10-20" {
				t.Errorf("round %d, stage %d since %s", p.Round, p.Stage, p.StageOn)
			}
		}},
		{"another template", [][]any{{"项目名称", "恒基授信", "客户名称", "佛山恒基板材有限公司"}, formHead, {"受理", "业务接洽记录", "", "", "100%", "2026-11-02"},
			{"实地调查", "法人访谈记录", "", "", "", ""}}, nil, func(t *testing.T, p model.ProjectOf) {
			if len(p.Stages) != 5 || p.Stage != 4 {
				t.Errorf("%s, %d stages at %d", p.Template, len(p.Stages), p.Stage)
			}
		}},
		{"stages of no template", [][]any{{"项目名称", "展会", "客户名称", "佛山恒基板材有限公司"}, formHead, {"筹备", "订展位", "", "", "100%", "2026-11-02"},
			{"布展", "搭建", "", "", "", ""}}, nil, func(t *testing.T, p model.ProjectOf) {
			if len(p.Stages) != 2 || p.Stage != 2 || p.TemplateID != 0 {
				t.Errorf("%s, %d stages at %d", p.Template, len(p.Stages), p.Stage)
			}
		}},
		{"only a block", [][]any{{"项目名称", "刚开始", "客户名称", "佛山恒基板材有限公司"}, formHead}, nil, func(t *testing.T, p model.ProjectOf) {
			if p.Name != "刚开始" {
				t.Errorf("%+v", p.Project)
			}
		}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t, "2026-11-23")
			takeForm(t, s, sheetOf(t, tt.rows, tt.merge...), model.ImportOptions{})
			ids, err := s.ProjectList().IDs(context.Background(), model.Query{})
			if err != nil || len(ids) != 1 {
				t.Fatal(ids, err)
			}
			tt.check(t, reload(t, s, ids[0]))
		})
	}
}

func TestAProgressFormThatIsWrongIsRefusedWithItsCell(t *testing.T) {
	row := func(cells ...any) [][]any { return formOf(append([]any{"产品研发阶段"}, cells...)) }
	for _, tt := range []struct {
		name string
		rows [][]any
		want string
	}{
		{"too much", row("电池", "", "研发部", "160%", ""), "E4 当前进度:「160%」超出范围"},
		{"no percentage", row("电池", "", "研发部", "一半", ""), "E4 当前进度:看不懂进度「一半」"},
		{"no date", row("电池", "", "研发部", "100%", "上周"), "F4 完成日期:"},
		{"a day that there isn't", row("电池", "", "研发部", "100%", "2026-02-30"), "F4 完成日期:「2026-02-30」这一天不存在"},
		{"done tomorrow", row("电池", "", "研发部", "100%", "2026-11-24"), "F4 完成日期:「2026-11-24」还没到"},
		{"no title", row("", "电池", "研发部", "50%", ""), "事项:不能为空"},
		{"terms that make no 100 %", formOf([]any{"了解商务条件", "付款条件", "30%定金+60%发货前", "业务部", "", ""}), "C4 付款条件:各期加起来是 90.00%"},
		{"a price that is none", formOf([]any{"了解商务条件", "产品报价", "很便宜", "业务部", "", ""}), "C4 产品报价:看不懂金额"},
		{"a lead time that is none", formOf([]any{"要货计划阶段", "知会交货周期", "尽快", "业务部", "", ""}), "C4 交货周期(天):「尽快」不是整数"},
		{"a title too long", row(strings.Repeat("长", 200), "", "研发部", "50%", ""), "事项:太长"},
		{"no project", [][]any{{"客户名称", "佛山恒基板材有限公司"}, formHead, {"产品研发阶段", "电池", "", "", "50%", ""}}, "项目名称:不能为空"},
		{"no customer", [][]any{{"项目名称", "试"}, formHead, {"产品研发阶段", "电池", "", "", "50%", ""}}, "客户名称:不能为空"},
		{"a template that there isn't", [][]any{{"项目名称", "试", "客户名称", "恒基", "模板", "没有的"}, formHead, {"产品研发阶段", "电池", "", "", "50%", ""}},
			"模板:没有「没有的」"},
		{"a label that can't be read", [][]any{{"项目名称", "试", "客户名称", "恒基", "目标日期", "等通知"}, formHead, {"产品研发阶段", "电池", "", "", "50%", ""}},
			"F1 目标日期:"},
		{"the end before the beginning", [][]any{{"项目名称", "试", "客户名称", "恒基"}, {"开始日期", "2026-10-01", "目标日期", "2026-09-01"},
			formHead, {"产品研发阶段", "电池", "", "", "50%", ""}}, "目标日期:「2026-09-01」早于2026-10-01"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t, "2026-11-23")
			ctx := context.Background()
			p, err := s.PreviewImport(ctx, sheetOf(t, tt.rows), model.ImportOptions{Lang: "zh"})
			if err != nil {
				t.Fatal(err)
			}
			var said []string
			for _, r := range p.Rows {
				if r.Err != nil {
					said = append(said, label.Reasons(r.Record, r.Err, label.ZH))
				}
			}
			if !strings.Contains(strings.Join(said, "\n"), tt.want) {
				t.Errorf("%q, want %q", said, tt.want)
			}
			if _, err := s.Import(ctx, p, false); !errors.Is(err, model.ErrRefusedRows) {
				t.Error("it was taken:", err)
			}
			if err := s.WriteRefused(ctx, filepath.Join(t.TempDir(), "refused.xlsx"), p); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestAnUpdateWritesWhatIsNotEmpty(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := theProject(t, s)
	newer := sheetOf(t, [][]any{{"OEM项目进度跟进表"}, {"项目名称", "手持终端OEM-01", "客户名称", "佛山恒基板材有限公司", "目标日期", "2027-02-28"}, formHead,
		{"产品研发阶段", "电池", "当前进度:认证通过", "", "100%", "2026-11-20"}, {"", "软件", "", "", "", ""}, {"", "硬件", "", "研发部", "30%", ""},
		{"要货计划阶段", "知会交货周期", "60天", "", "", ""}})
	preview := takeForm(t, s, newer, model.ImportOptions{OnDuplicate: model.DuplicateUpdate})
	if preview.Count(model.ResultUpdated) != 1 || preview.CountRecords(model.ResultNew, model.RowOfStep) != 1 {
		t.Errorf("%+v", preview.Rows)
	}
	got := reload(t, s, p.ID)
	if got.LeadTime != 60 || got.TargetOn != "2027-02-28" || got.Lead != "王工" || item(t, got, "电池").State != model.ItemDone ||
		item(t, got, "软件").Progress != 80 || item(t, got, "软件").Department != "rnd" || item(t, got, "硬件").Progress != 30 {
		t.Errorf("%+v", got.Project)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	sameProject(t, reload(t, s, p.ID), p)
}
