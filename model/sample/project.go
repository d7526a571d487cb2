package sample

import (
	"fmt"

	"genjin/model"
)

// Project is a made-up project, and how far it has come.
type Project struct {
	Project  model.Project
	Template int   // of the built-in ones, in their order
	Age      int   // days since it was started
	Done     int64 // stages that are done
	Progress map[string]Progress
	Failed   bool // the pilot test failed once
	Blocked  string
	Orders   []model.OrderFacts
}

// Progress is how far an item is, in percent and words.
type Progress struct {
	Percent int64
	Status  string
}

// Projects are made-up projects in believable states as of a day, for so many
// customers at most.
func Projects(today model.Date) []Project {
	ago := func(days int) model.Date { return today.AddDays(-days) }
	return []Project{
		{
			Template: 0, Age: 75, Done: 4, Progress: map[string]Progress{"电池": {60, "送样认证中"}, "软件": {80, "V0.9提测"}, "结构设计": {70, "T1试模完成"}},
			Project: model.Project{
				Name: "手持终端OEM-01", Lead: "王工", Form: model.FormFinished, NewMould: model.AnswerYes, Software: "开机画面与语言", Feasible: model.AnswerYes,
				Demands: "IP65,跌落1.5米", Terms: "30%定金+60%发货前+10%验收后30天", Currency: "USD", Quote: 12850, LeadTime: 45, Risks: "电池认证周期",
			},
		},
		{
			Template: 0, Age: 120, Done: 6, Failed: true, Progress: map[string]Progress{"软件": {90, "修复死机,回归测试"}},
			Project: model.Project{
				Name: "车载屏二期", Lead: "李工", Form: model.FormBare, NewMould: model.AnswerNo, Terms: "月结30天", Currency: "CNY",
				Quote: 68000, LeadTime: 35, Risks: "高温死机",
			},
		},
		{
			Template: 0, Age: 200, Done: 9,
			Orders: []model.OrderFacts{
				{OrderNo: "PO-0817", OrderedOn: ago(60), ShippedOn: ago(28), ReceivedOn: ago(24), ReconciledOn: ago(20),
					InvoicedOn: ago(20), Due: 4_800_000, Collected: 4_800_000, CollectedOn: ago(3), DueDates: []model.Date{ago(5)}, RemindedOn: ago(8)},
				{OrderNo: "PO-0902", OrderedOn: ago(25), ShippedOn: ago(2), Due: 7_200_000, DueDates: []model.Date{today.AddDays(30)}},
			},
			Project: model.Project{
				Name: "读卡器主板", Lead: "赵工", Form: model.FormPCBA, Terms: "票到30天", Currency: "CNY", Quote: 8600, LeadTime: 28,
			},
		},
		{
			Template: 0, Age: 12, Done: 0, Blocked: "客户的结构文件还没给",
			Project: model.Project{Name: "门禁面板", Lead: "王工", Form: model.FormFinished, NewMould: model.AnswerYes, Demands: "金属外壳,月用量2000"},
		},
		{
			Template: 0, Age: 90, Done: 8,
			Project: model.Project{Name: "巡检仪OEM", Lead: "李工", Form: model.FormFinished, NewMould: model.AnswerNo,
				Terms: "30%定金+70%发货前", Currency: "CNY", Quote: 96000, LeadTime: 40},
		},
		{
			Template: 1, Age: 8, Done: 2,
			Project: model.Project{Name: "授信受理", Lead: "陈萌", Demands: "账期60天,额度50万"},
		},
		{
			Template: 0, Age: 60, Done: 1,
			Project: model.Project{Name: "充电底座", Lead: "赵工", Form: model.FormFinished, State: model.ProjectOnHold,
				StateWhy: "客户预算推迟到明年", StateOn: ago(20)},
		},
	}
}

// MoreProjects are the ones of a sample beside those in hand, up to n in all:
// most are done, some were given up or wait, so that a day's work stays what it is.
func MoreProjects(n int, today model.Date) []Project {
	const stages, most = 99, 900 // of a project; days since the oldest began
	kinds := Projects(today)
	var more []Project
	for i := len(kinds); i < n; i++ {
		p := Project{Age: 150 + i*37%(most-150), Done: stages, Project: kinds[i%len(kinds)].Project}
		p.Project.Name = fmt.Sprintf("%s %d", p.Project.Name, i+1)
		p.Project.State, p.Project.StateWhy, p.Project.StateOn = "", "", ""
		switch ended := today.AddDays(-20 - i*7%100); {
		case i%10 == 3:
			p.Done, p.Project.State, p.Project.StateWhy, p.Project.StateOn = 2, model.ProjectCancelled, "客户改用现成的产品", ended
		case i%10 == 6:
			p.Done, p.Project.State, p.Project.StateWhy, p.Project.StateOn = 5, model.ProjectOnHold, "等客户的下一期预算", ended
		}
		more = append(more, p)
	}
	return more
}

// Advance brings a project's items as far as the plan says.
func (p Project) Advance(t *model.ProjectTree, today model.Date) {
	for n := range t.Stages {
		st := &t.Stages[n]
		for i := range st.Items {
			if it := &st.Items[i]; st.Seq <= p.Done && it.State != model.ItemNA {
				it.State, it.DoneOn = model.ItemDone, t.StartedOn.AddDays(p.Age*int(st.Seq)/int(p.Done+1))
				it.Answer = answered(it)
			}
		}
	}
	if p.Failed {
		p.fail(t, today)
	}
	blocked := p.Blocked
	for n := range t.Stages {
		for i := range t.Stages[n].Items {
			it := &t.Stages[n].Items[i]
			if it.State != model.ItemTodo {
				continue
			}
			if now, ok := p.Progress[it.Title]; ok {
				it.State, it.Progress, it.Status = model.ItemDoing, now.Percent, now.Status
			}
			if it.Waits && blocked != "" {
				it.State, it.BlockedWhy, it.BlockedOn, blocked = model.ItemBlocked, blocked, today.AddDays(-3), ""
			}
		}
	}
}

// answered is the answer of a decision that went well.
func answered(it *model.ProjectItem) model.YesNo {
	if it.Kind == model.StepDecision {
		return model.AnswerYes
	}
	return ""
}

// fail answers the first decision that reopens a stage with no.
func (p Project) fail(t *model.ProjectTree, today model.Date) {
	for n := range t.Stages {
		st := &t.Stages[n]
		for i := range st.Items {
			if it := &st.Items[i]; it.Kind == model.StepDecision && it.Reopens > 0 {
				it.State, it.DoneOn, it.Answer, it.Detail = model.ItemDone, today.AddDays(-12), model.AnswerNo, p.Project.Risks
				t.Reopen(st.Seq, *it)
				return
			}
		}
	}
}
