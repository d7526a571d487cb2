package label

import (
	"errors"
	"testing"

	"genjin/model"
)

func TestRowsOfProjectsAreSentences(t *testing.T) {
	step := []string{"知会交货周期", "Tell the lead time", "要货计划", "Delivery forecast"}
	for _, tt := range []struct {
		zh, en, code string
		args         []string
	}{
		{"下一步 要货计划:知会交货周期,责任 业务部", "next: Delivery forecast: Tell the lead time, owed by sales", "step_next", append(step[:4:4], "sales")},
		{"要货计划:知会交货周期,计划11-20,进度80%", "Delivery forecast: Tell the lead time, planned for 11-20, 80 %", "step_planned",
			append(step[:4:4], "2026-11-20", "80")},
		{"要货计划:知会交货周期,从11-20起等客户", "Delivery forecast: Tell the lead time, waits for the customer since 11-20",
			"step_waits", append(step[:4:4], "2026-11-20")},
		{"要货计划:知会交货周期,等客户,约定11-20", "Delivery forecast: Tell the lead time, waits for the customer, agreed for 11-20",
			"step_waits_until", append(step[:4:4], "2026-11-20", "0")},
		{"要货计划:知会交货周期,受阻:等料(11-20起)", "Delivery forecast: Tell the lead time, blocked: 等料 (since 11-20)", "step_blocked",
			append(step[:4:4], "2026-11-20", "等料")},
		{"要货计划:知会交货周期:45天,下单前要告诉客户", "Delivery forecast: Tell the lead time: 45 days; the customer must know before ordering",
			"lead_time", append(step[:4:4], "45")},
		{"研发已64天,计划30天,完成70%", "Development: 64 days, planned 30, 70 % done", "stage_late", []string{"研发", "Development", "64", "30", "70"}},
	} {
		r := model.Reason{Code: tt.code, Args: tt.args}
		if got := Reason(r, "2026-11-23", ZH); got != tt.zh {
			t.Errorf("%q, want %q", got, tt.zh)
		}
		if got := Reason(r, "2026-11-23", EN); got != tt.en {
			t.Errorf("%q, want %q", got, tt.en)
		}
	}
	for _, about := range []string{model.AboutStep, model.AboutStage, model.AboutBlocked, model.AboutWaiting, model.AboutLeadTime} {
		row := model.Row{Kind: model.RowStep, About: about, Project: "手持终端", Customer: "恒基"}
		if zh, en := Kind(row, ZH), Kind(row, EN); !han(zh) || han(en) || en == "" {
			t.Errorf("%s: %q, %q", about, zh, en)
		}
		if Who(row, ZH) != "手持终端" {
			t.Error(Who(row, ZH))
		}
	}
}

func TestEveryCellHasItsWord(t *testing.T) {
	for _, c := range model.Cells {
		w, ok := cells[c]
		checkWord(t, string(c), w, ok)
	}
}

func TestProgressIsReadAsPeopleWriteIt(t *testing.T) {
	for _, tt := range []struct {
		text     string
		fraction bool
		percent  int64
		state    model.ItemState
	}{
		{"60%", false, 60, ""}, {"60", false, 60, ""}, {"60 %", false, 60, ""}, {"0.6", true, 60, ""}, {"1", true, 100, ""},
		{"100%", true, 100, ""}, {"33.3%", false, 33, ""},
		{"已完成", false, 100, model.ItemDone}, {"完成", false, 100, model.ItemDone}, {"进行中", false, 0, model.ItemDoing},
		{"未开始", false, 0, model.ItemTodo},
		{"不适用", false, 0, model.ItemNA}, {"N/A", false, 0, model.ItemNA}, {"受阻", false, 0, model.ItemBlocked},
		{"0%", false, 0, ""}, {"６０％", false, 60, ""}, {"done", false, 100, model.ItemDone},
	} {
		percent, state, err := ReadProgress(tt.text, tt.fraction)
		if err != nil || percent != tt.percent || state != tt.state {
			t.Errorf("%q: %d %q %v", tt.text, percent, state, err)
		}
	}
	for text, code := range map[string]string{"150%": model.RefusedNumberRange, "-5%": model.RefusedNumberRange,
		"一半": model.RefusedProgress, "6O%": model.RefusedProgress, "NaN": model.RefusedNumberRange, "1e9": model.RefusedNumberRange,
		"2026-11-01": model.RefusedProgress} {
		var fe *model.FieldError
		if _, _, err := ReadProgress(text, false); !errors.As(err, &fe) || fe.Code != code {
			t.Errorf("%q: %v", text, err)
		}
	}
}

func TestWhatAFormSettles(t *testing.T) {
	for _, tt := range []struct{ code, text, field, want string }{
		{"form", "成品", "form", "finished"}, {"form", "PCBA板", "form", "pcba"}, {"form", "裸机", "form", "bare"}, {"form", "说不清", "form", ""},
		{"new_mould", "开模;对方提供ID、结构设计文档、丝印文档", "new_mould", "yes"}, {"new_mould", "不需要重新开模,客户提供丝印", "new_mould", "no"},
		{"new_mould", "公模", "new_mould", "no"}, {"new_mould", "否", "new_mould", "no"}, {"new_mould", "是", "new_mould", "yes"},
		{"software", "开机画面与语言;研发确认可实现", "software_feasible", "yes"}, {"software", "人脸识别,研发确认无法实现", "software_feasible", "no"},
		{"software", "多语言", "software", "多语言"}, {"software", "无", "software", ""},
		{"terms", "30%定金+60%发货前+10%验收后30天", "terms", "30%定金+60%发货前+10%验收后30天"}, {"terms", "待定", "terms", ""},
		{"quote", "USD 128.50", "quote", "12850"}, {"quote", "USD 128.50", "currency", "USD"}, {"quote", "¥1,280.00/台", "quote", "128000"},
		{"quote", "1280元(含税)", "currency", "CNY"}, {"quote", "另议", "quote", ""},
		{"lead_time", "45天", "lead_time", "45"}, {"lead_time", "约6周", "lead_time", "42"}, {"lead_time", "2个月", "lead_time", "60"},
		{"lead_time", "45 days", "lead_time", "45"}, {"lead_time", "４５天", "lead_time", "45"},
	} {
		var p model.Project
		if err := Settle(&p, tt.code, tt.text); err != nil {
			t.Errorf("%s %q: %v", tt.code, tt.text, err)
		}
		f, _ := model.ProjectFields.ByCode(tt.field)
		if got := f.Get(&p); got != tt.want {
			t.Errorf("%s %q: %s is %q, want %q", tt.code, tt.text, tt.field, got, tt.want)
		}
	}
	for _, tt := range []struct{ code, text, refused string }{
		{"terms", "看情况", model.RefusedTerms}, {"terms", "30%定金+60%发货前", model.RefusedTermsSum}, {"quote", "很便宜", model.RefusedAmount},
		{"quote", "-5", model.RefusedAmountRange},
		{"lead_time", "尽快", model.RefusedNumber}, {"lead_time", "99999天", model.RefusedNumberRange},
		{"lead_time", "0天", model.RefusedNumberRange},
	} {
		var fe *model.FieldError
		if err := Settle(&model.Project{}, tt.code, tt.text); !errors.As(err, &fe) || fe.Code != tt.refused || fe.Field != tt.code {
			t.Errorf("%s %q: %v", tt.code, tt.text, err)
		}
	}
}

func TestADetailIsTakenApartAndPutTogether(t *testing.T) {
	for _, it := range []model.ProjectItem{
		{}, {Detail: "开模"}, {Status: "送样认证中"}, {Detail: "两行\n说明", Status: "进度\n两行"},
		{Detail: "开模", Status: "送样", State: model.ItemBlocked, BlockedOn: "2026-11-01", BlockedWhy: "等料"},
		{State: model.ItemBlocked, BlockedOn: "2026-11-01", BlockedWhy: "等料"},
	} {
		for _, l := range []Lang{ZH, EN} {
			var got model.ProjectItem
			ReadDetail(WriteDetail(&it, it.Detail, l), &got)
			if got.Detail != it.Detail || got.Status != it.Status || got.BlockedWhy != it.BlockedWhy || got.BlockedOn != it.BlockedOn {
				t.Errorf("%+v of %q", got, WriteDetail(&it, it.Detail, l))
			}
		}
	}
	for detail, want := range map[string]model.YesNo{"是": "yes", "否\n跌落不过": "no", "满足量产": "yes", "不满足量产要求": "no",
		"通过": "yes", "": "", "下周出结论": "", "fail: drop test": "no"} {
		if got, _ := ReadAnswer(detail); got != want {
			t.Errorf("%q is %q", detail, got)
		}
	}
}
