package label

import (
	"strings"

	"genjin/model"
)

var projectAbouts = map[string]word{
	model.AboutStep: of("事项", "step"), model.AboutStage: of("阶段超期", "stage late"), model.AboutBlocked: of("受阻", "blocked"),
	model.AboutWaiting: of("等客户", "customer"), model.AboutLeadTime: of("知会交期", "lead time"),
}

// step is why a row of a project is there. The first arguments are the item
// and its stage in both languages.
func step(code string, day func(int) string, arg func(int) string, l Lang) string {
	if code == "stage_late" {
		stage := Either(arg(0), arg(1), l)
		return pick(l, stage+"已"+arg(2)+"天,计划"+arg(3)+"天,完成"+arg(4)+"%", stage+": "+arg(2)+" days, planned "+arg(3)+", "+arg(4)+" % done")
	}
	item, stage := Either(arg(0), arg(1), l), Either(arg(2), arg(3), l)
	what := item
	if stage != "" && !strings.Contains(item, stage) {
		what = stage + pick(l, ":", ": ") + item
	}
	switch code {
	case "step_next":
		who := Option("project_item", "department", arg(4), l)
		if who != "" {
			who = pick(l, ",责任 ", ", owed by ") + who
		}
		return pick(l, "下一步 ", "next: ") + what + who
	case "step_planned":
		return what + pick(l, ",计划"+day(4)+",进度"+arg(5)+"%", ", planned for "+day(4)+", "+arg(5)+" %")
	case "step_waits_until":
		return what + pick(l, ",等客户,约定"+day(4), ", waits for the customer, agreed for "+day(4))
	case "step_waits":
		return what + pick(l, ",从"+day(4)+"起等客户", ", waits for the customer since "+day(4))
	case "step_decide":
		return what + pick(l, ",等结论(是/否)", ", yes or no?")
	case "step_blocked":
		return what + pick(l, ",受阻:", ", blocked: ") + arg(5) + pick(l, "("+day(4)+"起)", " (since "+day(4)+")")
	}
	return leadTime(what, arg(4), l)
}

// leadTime says that the delivery period has to be told before an order.
func leadTime(what, days string, l Lang) string {
	if days == "" || days == "0" {
		return what + pick(l, ":交货周期还没定,下单前要告诉客户", ": no lead time yet; the customer must know it before ordering")
	}
	return what + pick(l, ":"+days+"天,下单前要告诉客户", ": "+days+" days; the customer must know before ordering")
}

// projectRefusal is why something of a project or template can't be taken.
func projectRefusal(fe *model.FieldError, quoted string, l Lang) string {
	first := argOr(fe.Args, 0, "")
	switch fe.Code {
	case model.RefusedStage:
		return pick(l, "第"+first+"阶段不能返回,请选本阶段或以前的阶段", "stage "+first+" can't be reopened; choose this stage or one before it")
	case model.RefusedOrder:
		return pick(l, quoted+"早于"+argOr(fe.Args, 1, "")+",请改日期", quoted+" is before "+argOr(fe.Args, 1, "")+"; change the date")
	case model.RefusedGate:
		name := Either(first, argOr(fe.Args, 1, ""), l)
		return pick(l, "要先完成「"+name+"」阶段", "the stage “"+name+"” has to be done first")
	case model.RefusedBuiltIn:
		return pick(l, quoted+"是内置模板,请先复制再修改", quoted+" came with the program; copy it and change the copy")
	case model.RefusedProgress:
		return pick(l, "看不懂进度"+quoted+",例如 60%、已完成、进行中、不适用", "can't read the progress "+quoted+"; try 60 %, done, doing, n/a")
	case model.RefusedNamed:
		return pick(l, "已有"+quoted+",请换一个名称", "there is "+quoted+" already; choose another name")
	case model.RefusedInfeasible:
		return pick(l, "研发认为软件不可行:请改「软件定制」,或用「解除受阻」写明谁放行、为什么",
			"R&D calls the software infeasible: change it, or unblock the item and say who lets it pass, and why")
	case model.RefusedDecision:
		return pick(l, "这一项要判定「是」或「否」", "this item takes a yes or a no")
	}
	return fe.Code
}
