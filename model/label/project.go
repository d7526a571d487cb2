package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

var departments = map[string]word{
	"sales": of("业务部", "sales", "销售部", "业务", "市场部"), "rnd": of("研发部", "R&D", "研发", "技术部", "开发部", "rd", "r&d"),
	"pilot":   of("试制部", "pilot shop", "试产部", "试制"),
	"quality": of("品质部", "quality", "质量部", "品管部", "品质", "qa", "qc"), "engineering": of("工程部", "engineering", "工程"),
	"production": of("生产部", "production", "生产", "制造部"),
	"purchasing": of("采购部", "purchasing", "采购"), "logistics": of("物流部", "logistics", "仓储部", "物流"), "finance": of("财务部", "finance", "财务"),
	"management": of("管理层", "management", "总经办", "领导"),
}

var stepKinds = map[string]word{
	"plain": of("普通", "plain"), "module": of("模块(有进度)", "module"), "decision": of("判定(是/否)", "decision"), "auto": of("随订单", "from orders"),
}

var stepFacts = map[string]word{
	"ordered": of("下单", "ordered"), "shipped": of("发货", "shipped"), "received": of("收货", "received"), "reconciled": of("对账", "reconciled"),
	"invoiced": of("开票", "invoiced"), "reminded": of("到期前提醒", "reminded"), "chased": of("到期催款", "chased"), "collected": of("回款", "collected"),
}

var itemStates = map[string]word{
	"todo": of("未开始", "to do", "待办"), "doing": of("进行中", "doing", "在做"), "done": of("完成", "done", "已完成", "办完"),
	"na": of("不适用", "n/a", "不需要"), "blocked": of("受阻", "blocked", "卡住"),
}

var projectStates = map[string]word{
	"running": of("进行中", "running", "在做"), "on_hold": of("暂停", "on hold", "搁置"), "cancelled": of("取消", "cancelled", "已取消", "终止"),
	"done": of("完成", "done", "已完成", "结案"),
}

var noteKinds = map[string]word{
	"progress": of("进度", "progress"), "done": of("完成", "done"), "undone": of("改为未完成", "reopened"), "na": of("不适用", "n/a"),
	"block": of("受阻", "blocked"), "unblock": of("解除", "unblocked"), "yes": of("判定:是", "decided: yes"), "no": of("判定:否", "decided: no"),
	"on_hold": of("暂停", "on hold"), "cancel": of("取消", "cancelled"), "resume": of("恢复", "resumed"),
}

var cells = map[model.Cell]word{
	model.CellDone: of("完成", "done"), model.CellDoing: of("进行中", "doing"), model.CellLate: of("超期", "late"),
	model.CellBlocked: of("受阻", "blocked"), model.CellToCome: of("未到", "to come"),
}

// projectFields are the names of the fields of projects and templates.
var projectFields = map[string]word{
	"project.name":        of("项目名称", "Project", "项目", "名称", "项目名", "project name"),
	"project.customer_id": of("客户名称", "Customer", "客户", "客户名", "customer name"),
	"project.template_id": of("模板", "Template"), "project.lead": of("项目负责人", "Project lead", "项目主要负责人", "负责人", "主要负责人", "承办人", "lead"),
	"project.form": of("产品形态", "Product form", "形态"), "project.new_mould": of("是否开模", "New mould", "开模"),
	"project.software":          of("软件定制", "Custom software"),
	"project.software_feasible": of("软件可行", "Software feasible"), "project.demands": of("客户诉求", "Demands"), "project.spec": of("规格", "Spec"),
	"project.terms": of("付款条件", "Payment terms"), "project.currency": of("币种", "Currency"), "project.quote": of("产品报价", "Quote", "报价"),
	"project.lead_time": of("交货周期(天)", "Lead time (days)", "交货周期", "交期", "lead time"), "project.brief": of("项目简介", "Brief"),
	"project.risks":      of("风险点", "Risks", "风险"),
	"project.started_on": of("开始日期", "Started on", "立项日期"), "project.target_on": of("目标日期", "Target", "目标完成日期"),
	"project.state": of("项目状态", "State", "状态"), "project.state_reason": of("状态原因", "Because"), "project.state_on": of("状态日期", "Since"),
	"project.stage": of("当前阶段", "Stage", "阶段"), "project.stage_on": of("进入阶段日期", "Stage since"), "project.round": of("轮次", "Round"),
	"project.blocked": of("受阻", "Blocked"), "project.late_on": of("超期起", "Late from"),

	"template.name": of("模板名称", "Template"), "template.name_en": of("英文名称", "English name"), "template.built_in": of("内置", "Built in"),
	"template.brief": of("简介内容", "Brief shows"),

	"item_note.project_id": of("项目", "Project"), "item_note.customer_id": of("客户", "Customer"), "item_note.item_id": of("事项", "Item"),
	"item_note.noted_on": of("日期", "Date"),
	"item_note.kind":     of("记录", "What"), "item_note.progress": of("进度", "Progress"), "item_note.round": of("轮次", "Round"),
	"item_note.text": of("说明", "Note"),
}

// stagePlan and stepPlan are the names of the fields that templates and
// projects share.
var (
	stagePlan = map[string]word{
		"project_id": of("项目", "Project"), "customer_id": of("客户", "Customer"), "template_id": of("模板", "Template"),
		"seq": of("序号", "No."), "name": of("阶段", "Stage", "阶段名称"), "name_en": of("英文名称", "English name"),
		"phase":    of("表格阶段", "Phase on the form"),
		"phase_en": of("表格阶段英文", "Phase in English"), "days": of("计划天数", "Planned days"), "gate": of("关口", "Gate"),
	}
	stepPlan = map[string]word{
		"project_id": of("项目", "Project"), "customer_id": of("客户", "Customer"), "template_id": of("模板", "Template"),
		"stage_id": of("阶段", "Stage"),
		"seq":      of("序号", "No."), "title": of("事项", "Item"), "title_en": of("英文事项", "English title"),
		"department": of("责任部门", "Department", "部门"),
		"kind":       of("类型", "Kind"), "condition": of("条件", "Condition"), "fact": of("订单事实", "From orders"), "fills": of("对应项目资料", "Settles"),
		"reopens": of("不通过返回阶段", "A no reopens"), "waits": of("等客户", "Waits for the customer"), "told": of("下单前须知会", "Told before an order"),
		"per_order": of("每单一份", "Per order"), "document": of("文件", "Document"), "form_row": of("表格行", "Row of the form"),
		"opens": of("填写", "Filled in"), "opens_with": of("填写条件", "Filled in with"),
	}
	itemOwn = map[string]word{
		"round": of("轮次", "Round"), "order_no": of("订单号", "Order no."), "filled": of("由订单填写", "Filled from the order"),
		"person": of("责任人", "Person", "负责人"),
		"detail": of("说明", "Detail", "内容"), "planned_on": of("计划日期", "Planned for", "计划完成日期", "计划完成"),
		"done_on": of("完成日期", "Done on", "实际完成日期", "完成时间"),
		"state":   of("状态", "State"), "blocked_on": of("受阻日期", "Blocked since"), "blocked_reason": of("受阻原因", "Blocked because"),
		"progress": of("当前进度", "Progress", "进度", "完成率", "progress %"), "status": of("进度说明", "Progress note"), "answer": of("判定", "Answer"),
		"attachment": of("附件", "Attachment"),
	}
)

var projectRecords = map[string]word{
	"template": of("模板", "template"), "template_stage": of("模板阶段", "template stage"), "template_step": of("模板事项", "template step"),
	"project": of("项目", "project"), "project_stage": of("项目阶段", "project stage"), "project_item": of("项目事项", "project item"),
	"item_note": of("进度记录", "progress note"),
}

var projectActs = map[string]word{
	"add_project": of("新增项目", "add project"), "edit_project": of("修改项目", "edit project"), "remove_project": of("删除项目", "remove project"),
	"hold_project": of("暂停项目", "put project on hold"), "cancel_project": of("取消项目", "cancel project"),
	"resume_project": of("恢复项目", "resume project"),
	"tick_step":      of("完成事项", "tick item"), "set_progress": of("更新进度", "set progress"), "block_step": of("标记受阻", "block item"),
	"unblock_step": of("解除受阻", "unblock item"),
	"decide":       of("判定", "decide"), "edit_step": of("修改事项", "edit item"), "remove_step": of("删除事项", "remove item"),
	"fill_steps": of("随订单更新", "fill from orders"),
	"edit_stage": of("修改阶段", "edit stage"), "remove_stage": of("删除阶段", "remove stage"),
	"save_template": of("保存模板", "save template"), "remove_template": of("删除模板", "remove template"),
}

func init() {
	join(fields, "", projectFields)
	for _, record := range []string{"template_stage", "project_stage"} {
		join(fields, record+".", stagePlan)
	}
	for _, record := range []string{"template_step", "project_item"} {
		join(fields, record+".", stepPlan)
	}
	join(fields, "project_item.", itemOwn)
	join(records, "", projectRecords)
	join(acts, "", projectActs)
	join(sections, "", map[string]word{"project": of("项目", "Project")})
	join(rowKinds, "", map[string]word{"oem_step": of("项目", "project")})
	join(abouts, "", projectAbouts)
	for name, words := range map[string]map[string]word{
		"form":      {"pcba": of("PCBA", "PCBA", "主板"), "bare": of("裸机", "bare unit"), "finished": of("成品", "finished product", "整机")},
		"new_mould": mouldAnswers, "software_feasible": yesNo, "answer": yesNo,
		"project.state": projectStates, "project_item.state": itemStates, "item_note.kind": noteKinds,
		"department": departments, "owed": departments,
		"template_step.kind": stepKinds, "project_item.kind": stepKinds, "fact": stepFacts, "fills": fillNames(), "gate": yesNo,
	} {
		options[name] = words
	}
}

var mouldAnswers = map[string]word{
	"yes": of("是", "yes", "开模", "要开模", "需要", "重新开模", "新开模", "需要开模", "需要重新开模", "有", "√", "y", "true"),
	"no":  of("否", "no", "不开模", "无需开模", "不需要", "公模", "不需要开模", "无", "×", "n", "false"),
}

// fillNames are the names of the fields that a step can settle.
func fillNames() map[string]word {
	names := map[string]word{}
	for _, code := range model.FillableFields {
		w := projectFields["project."+code]
		names[code] = of(w.zh, w.en)
	}
	return names
}

func join[K ~string](into map[K]word, prefix K, more map[K]word) {
	for k, w := range more {
		into[prefix+k] = w
	}
}

// Cell is how a stage stands, in a word.
func Cell(c model.Cell, l Lang) string { return cells[c].in(l) }

// Either is the text of a language, of a record that keeps both; the Chinese
// one stands in where there is no English.
func Either(zh, en string, l Lang) string {
	if l == EN && en != "" {
		return en
	}
	return zh
}

// Owed is who has open items: 研发部 王工 3项.
func Owed(o model.Owed, l Lang) string {
	who := strings.TrimSpace(Option("project_item", "department", o.Department, l) + " " + o.Person)
	if who == "" {
		who = pick(l, "未定", "nobody yet")
	}
	n := model.NumberText(int64(o.Items))
	return who + pick(l, " "+n+"项", " ×"+n)
}

// Round counts the rounds from the second on: 第2轮试产; empty for the first.
func Round(n int64, l Lang) string {
	if n < 2 {
		return ""
	}
	return pick(l, "第"+model.NumberText(n)+"轮", "round "+model.NumberText(n))
}

// StageDay is for how long a stage has been the current one, against its plan:
// 第12天,计划30天.
func StageDay(days int, plan int64, l Lang) string {
	text := pick(l, "第"+strconv.Itoa(days)+"天", "day "+strconv.Itoa(days))
	if plan > 0 {
		text += pick(l, "/计划"+model.NumberText(plan)+"天", " of "+model.NumberText(plan))
	}
	return text
}
