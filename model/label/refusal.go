package label

import (
	"errors"
	"strings"

	"genjin/model"
)

// Refusal is why a value was refused and what would be right. record names the
// fields; ok is false for errors of another kind.
func Refusal(record string, err error, l Lang) (sentence string, ok bool) {
	var fe *model.FieldError
	if !errors.As(err, &fe) {
		return "", false
	}
	record = recordOf(record, fe.Field)
	sentence = refusal(record, fe, l)
	if fe.Field != "" {
		sentence = Field(record, fe.Field, l) + pick(l, ":", ": ") + sentence
	}
	return sentence, true
}

// Problem is a refusal beside its field, which it therefore doesn't name; code
// is the field's.
func Problem(record string, err error, l Lang) (code, sentence string, ok bool) {
	var fe *model.FieldError
	if !errors.As(err, &fe) {
		return "", "", false
	}
	return fe.Field, refusal(recordOf(record, fe.Field), fe, l), true
}

func refusal(record string, fe *model.FieldError, l Lang) string {
	text := ""
	if len(fe.Args) > 0 {
		text = fe.Args[0]
	}
	quoted := pick(l, "「"+text+"」", "“"+text+"”")
	switch fe.Code {
	case model.RefusedRequired:
		if fe.Field == "lost_reason" {
			return pick(l, "要写明为什么丢单:价格、竞品、没有预算、其他", "has to be said: price, competitor, no budget, other")
		}
		return pick(l, "不能为空", "is required")
	case model.RefusedTooLong:
		return pick(l, "太长,最多"+text+"个字", "is too long, at most "+text+" characters")
	case model.RefusedOption:
		return noOption(record, fe, quoted, l)
	case model.RefusedDateFormat:
		return pick(l, "看不懂日期"+quoted+",例如 2026-11-30、11-30、明天、3d、周五", "can't read the date "+quoted+"; try 2026-11-30, 11-30, tomorrow, 3d, fri")
	case model.RefusedDateMissing:
		return pick(l, quoted+"这一天不存在", quoted+" is not a day of the calendar")
	case model.RefusedDateOrder:
		return unclearDate(fe.Args, quoted, l)
	case model.RefusedDateRange:
		return pick(l, quoted+"不在 1900 到 2200 年之间", quoted+" is not between 1900 and 2200")
	case model.RefusedTimeFormat:
		return pick(l, "看不懂时间"+quoted+",例如 9:30", "can't read the time "+quoted+"; try 9:30")
	case model.RefusedAmount:
		return pick(l, "看不懂金额"+quoted+",例如 3000、3,000.00、1.2万", "can't read the amount "+quoted+"; try 3000, 3,000.00, 1.2万")
	case model.RefusedAmountParts:
		return pick(l, quoted+"的小数位太多", quoted+" has too many decimals")
	case model.RefusedAmountRange:
		return pick(l, "金额"+quoted+"超出范围", "the amount "+quoted+" is out of range")
	case model.RefusedPositive:
		return notPositive(record, fe, quoted, l)
	case model.RefusedNumber:
		return pick(l, quoted+"不是整数", quoted+" is not a whole number")
	case model.RefusedNumberRange:
		lo, hi := argOr(fe.Args, 1, "0"), argOr(fe.Args, 2, "")
		return pick(l, quoted+"超出范围,应在 "+lo+" 到 "+hi+" 之间", quoted+" is out of range, from "+lo+" to "+hi)
	case model.RefusedPhone:
		return pick(l, quoted+"不是电话号码", quoted+" is not a phone number")
	case model.RefusedReason:
		suggested := pick(l, "建议"+text, "suggested "+text)
		return pick(l, "与建议不同,请写明原因("+suggested+")", "differs from the suggestion, say why ("+suggested+")")
	case model.RefusedFuture:
		return pick(l, quoted+"还没到", quoted+" has not come yet")
	case model.RefusedPast:
		return pick(l, quoted+"已过,请选今天以后的日子", quoted+" has come already, choose a later day")
	case model.RefusedGoal:
		field := Field("target", argOr(fe.Args, 0, "goal"), l)
		return pick(l, "这个指标的目标填在「"+field+"」里", "the goal of this metric stands in “"+field+"”")
	case model.RefusedPaper:
		return pick(l, "变更客户基本信息,请写明原因,证明文件写在《》里,例如:公司更名《变更登记通知书》",
			"is basic data: say why it changes, with the paper that proves it in 《》, such as: renamed 《notice of registration》")
	case model.RefusedInventory:
		return pick(l, "存货是流动资产的一部分,不能大于流动资产", "the inventory is a part of the current assets, it can't be more")
	case model.RefusedPeriod:
		return pick(l, quoted+"不是这里能用的期间,例如 2026-11、11月、2026-Q4、四季度",
			quoted+" is no period that fits here: 2026-11, 11, 2026-Q4, Q4")
	case model.RefusedCurrency:
		return pick(l, quoted+"不是币种代码,请写三个字母,例如 CNY、USD、EUR", quoted+" is not a currency, write its three letters: CNY, USD, EUR")
	case model.RefusedFilter:
		return pick(l, "不能用"+quoted+"来比较", "can't be compared by "+quoted)
	case model.RefusedNoDifference:
		return pick(l, "两边没有不同,不用选", "is the same on both cards, there is nothing to choose")
	case model.RefusedUnknown:
		return pick(l, "没有这位客户"+quoted+";请先建档,或选择「新建没有的客户」(--create)",
			"there is no customer "+quoted+"; add them first, or choose to create those who are missing (--create)")
	case model.RefusedGarbled:
		encoding := argOr(fe.Args, 1, "")
		return pick(l, quoted+"里有乱码:文件按 "+encoding+" 读,有的字认不出。请用 Excel 或 WPS 打开原文件,另存为 xlsx 或 UTF-8 的 csv 再导入",
			quoted+" has letters that can't be read: the file was read as "+encoding+
				". Open the original in Excel or WPS and save it as xlsx, or as csv in UTF-8")
	case model.RefusedPlaces, model.RefusedNoPlaces, model.RefusedOwnTemplate:
		return places(fe, l)
	case model.RefusedFormat:
		return noFormat(fe.Args, quoted, l)
	case model.RefusedShape:
		return pick(l, quoted+"不是这一项的值", quoted+" is no value of this field")
	case model.RefusedDueOfParts,
		model.RefusedTerms, model.RefusedTermsWhen, model.RefusedTermsSum, model.RefusedTermsShare, model.RefusedSettled, model.RefusedAllocated,
		model.RefusedOver, model.RefusedForeign, model.RefusedReversed, model.RefusedRefunded, model.RefusedAdvance,
		model.RefusedInvoice, model.RefusedBefore, model.RefusedMissing, model.RefusedTotal, model.RefusedUnpaid,
		model.RefusedPart, model.RefusedDays, model.RefusedMoved, model.RefusedBillNo, model.RefusedBillKind, model.RefusedNoBill,
		model.RefusedOtherMoney:
		return moneyRefusal(fe, quoted, l)
	case model.RefusedStage, model.RefusedOrder, model.RefusedGate, model.RefusedBuiltIn, model.RefusedDecision, model.RefusedInfeasible,
		model.RefusedNamed, model.RefusedProgress:
		return projectRefusal(fe, quoted, l)
	case model.RefusedReference:
		return pick(l, "没有这个客户"+quoted, "there is no such customer "+quoted)
	}
	return orderRefusal(fe, quoted, l)
}

// unclearDate asks which day a text means.
func unclearDate(args []string, quoted string, l Lang) string {
	if len(args) < 2 {
		return pick(l, quoted+"分不清年月日,请写成 2026-01-05 这样", "can't tell the year of "+quoted+" from its day; write it as 2026-01-05")
	}
	days := args[1:]
	last := days[len(days)-1]
	which := last
	if len(days) > 1 {
		which = strings.Join(days[:len(days)-1], pick(l, "、", ", ")) + pick(l, " 还是 ", " or ") + last
	}
	return pick(l, quoted+"分不清年月日:是 "+which+"?请写成 "+days[0]+" 这样",
		"can't tell the year of "+quoted+" from its day: is it "+which+"? Write it as "+days[0])
}

// noFormat says as what an export can be written instead.
// places says what is wrong with a person's own workbook.
func places(fe *model.FieldError, l Lang) string {
	switch fe.Code {
	case model.RefusedNoPlaces:
		return pick(l, "表格里没有【】:在要填的单元格里写上名称,例如【签单】、【签单上期】、【问题】",
			"the workbook has no 【】: write names into the cells to fill, such as 【signed】, 【signed.before】, 【problems】")
	case model.RefusedOwnTemplate:
		return pick(l, "模板要留着,请写到另一个文件", "the template stays as it is, write another file")
	}
	list := strings.Join(fe.Args, pick(l, "、", ", "))
	return pick(l, "模板里这些名称认不出:"+list+";什么都没有写", "the template has names that are unknown: "+list+"; nothing was written")
}

func noFormat(args []string, quoted string, l Lang) string {
	kinds := strings.Join(args[min(1, len(args)):], pick(l, "、", ", "))
	return pick(l, "写不成"+quoted+"这种文件,可用 "+kinds, "can't be written as "+quoted+"; use "+kinds)
}

func noOption(record string, fe *model.FieldError, quoted string, l Lang) string {
	var names []string
	for _, code := range fe.Args[min(1, len(fe.Args)):] {
		names = append(names, Option(record, fe.Field, code, l))
	}
	if len(names) == 0 {
		return pick(l, "没有"+quoted+"这一项", "there is no "+quoted)
	}
	return pick(l, "没有"+quoted+",可选 "+strings.Join(names, "、"), "there is no "+quoted+"; choose "+strings.Join(names, ", "))
}

func argOr(args []string, i int, otherwise string) string {
	if i < len(args) {
		return args[i]
	}
	return otherwise
}
