package label

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"genjin/model"
)

// pick is the text of the language.
func pick(l Lang, zh, en string) string {
	if l == EN {
		return en
	}
	return zh
}

// Short is a date without its year where it is the given day's: 11-18.
func Short(d string, on model.Date) string {
	if len(d) >= 10 && len(on) >= 4 && d[:4] == string(on[:4]) {
		return d[5:]
	}
	return d
}

// Weekday is a day's name: 周一, Mon.
func Weekday(d model.Date, l Lang) string {
	codes := [...]string{time.Sunday: "sun", time.Monday: "mon", time.Tuesday: "tue", time.Wednesday: "wed",
		time.Thursday: "thu", time.Friday: "fri", time.Saturday: "sat"}
	return options["rest_days"][codes[d.Weekday()]].in(l)
}

// Day is a date with its weekday: 2026-11-24 周二. In a year whose holidays are
// not known yet that stands with it.
func Day(d model.Date, s model.Settings, l Lang) string {
	if d == "" {
		return ""
	}
	return string(d) + " " + Weekday(d, l) + Guessed(d, s, l)
}

// Ahead says of an entry that is dated after today what it does.
func Ahead(day model.Date, l Lang) string {
	return pick(l, "日期是 "+string(day)+",在今天之后,到那天才算联系过", "dated "+string(day)+", after today; counts from that day on")
}

// Guessed says of a date that the holidays of its year are not known yet; empty
// where they are.
func Guessed(d model.Date, s model.Settings, l Lang) string {
	if !s.Guesses(d) {
		return ""
	}
	return pick(l, "(放假未公布)", " (holidays unknown)")
}

// Reason is why a row is on Today, in one short sentence.
func Reason(r model.Reason, today model.Date, l Lang) string {
	arg := func(i int) string {
		if i < len(r.Args) {
			return r.Args[i]
		}
		return ""
	}
	day := func(i int) string { return Short(arg(i), today) }
	switch r.Code {
	case "never_contacted":
		return pick(l, day(0)+"建档,还没有联系", "card of "+day(0)+", never contacted")
	case "cadence":
		return cadence(arg(0), arg(1), l) + pick(l, ",上次", ", last ") + day(2)
	case "planned":
		if arg(1) == "" {
			return pick(l, "约定"+day(0), "planned for "+day(0))
		}
		return pick(l, "约定"+day(0)+",上次"+day(1), "planned for "+day(0)+", last "+day(1))
	case "retry":
		sentence := pick(l, "第"+arg(0)+"次未接通", "no answer, attempt "+arg(0))
		if arg(1) != "" {
			sentence += pick(l, ",原定", ", was due ") + day(1)
		}
		return sentence
	case "case_open":
		kind := Option("journal", "kind", arg(0), l)
		return pick(l, day(1)+kind+"未办结:"+arg(2), kind+" of "+day(1)+" still open: "+arg(2))
	case "grade_me":
		return pick(l, day(0)+"已联系,还没有等级", "reached "+day(0)+", not graded yet")
	case "regrade_expected":
		return expected(day(2), arg(3), l)
	case "regrade_need":
		if arg(3) == string(model.Lost) {
			return pick(l, "成交状态为丢单", "the deal is lost")
		}
		return pick(l, "需求"+Option("customer", "need", arg(2), l), "need is "+Option("customer", "need", arg(2), l))
	case "birthday", "contact_birthday", "occasion":
		return yearly(r.Code, day(0), arg, l)
	case "festival":
		return festival(day(0), arg, l)
	case "silence":
		return cadence(arg(0), arg(1), l) + pick(l, ",上次", ", last ") + day(2) + nextOnly(day(3), l)
	case "paper":
		return expires(arg(0), arg(1), day(2), l)
	case "thin":
		return thin(r.Args, l)
	case "broken_promise", "chase", "reminder":
		return chasing(r.Code, day, arg, l)
	case "bill":
		return billReason(day, arg, l)
	case "broken_promise_all", "chase_all", "reminder_all":
		return chasingAll(r.Code, day, arg, l)
	case "steps":
		first := model.Reason{Code: arg(1), Args: r.Args[min(2, len(r.Args)):]}
		return pick(l, arg(0)+"项:", arg(0)+" items: ") + Reason(first, today, l)
	case "step_next", "step_planned", "step_waits_until", "step_waits", "step_decide", "step_blocked", "stage_late", "lead_time":
		return step(r.Code, day, arg, l)
	}
	if sentence := orderReason(r.Code, day, arg, l); sentence != "" {
		return sentence
	}
	return score(r.Code, arg, l)
}

func cadence(grade, days string, l Lang) string {
	who := pick(l, grade+"级", "grade "+grade)
	if grade == "" {
		who = Ungraded(l)
	}
	if days == "1" {
		return who + pick(l, "每日", " daily")
	}
	return who + pick(l, "每"+days+"天", " every "+days+" days")
}

// Cadence says how often a grade is contacted: A级每日, grade B every 7 days.
func Cadence(g model.Grade, days int, l Lang) string {
	if g == model.GradeE {
		return pick(l, "E级不跟进", "grade E: none")
	}
	return cadence(string(g), strconv.Itoa(days), l)
}

func expected(day, inDays string, l Lang) string {
	n, _ := strconv.Atoi(inDays)
	switch {
	case n < 0:
		return pick(l, "预计"+day+"成交,已过", "expected "+day+", past")
	case n == 1:
		return pick(l, "预计"+day+"成交,还有1天", "expected "+day+", in 1 day")
	}
	return pick(l, "预计"+day+"成交,还有"+inDays+"天", "expected "+day+", in "+inDays+" days")
}

// Late is how late a row is: 今天, 5天; today, 5 d; what is still ahead: 还有2天, in 2 d.
func Late(days int, l Lang) string {
	switch {
	case days == 0:
		return pick(l, "今天", "today")
	case days < 0:
		return pick(l, "还有"+strconv.Itoa(-days)+"天", "in "+strconv.Itoa(-days)+" d")
	}
	return strconv.Itoa(days) + pick(l, "天", " d")
}

// Left counts the characters that a short text still takes.
func Left(n int, l Lang) string {
	return pick(l, "还可写"+strconv.Itoa(n)+"字", strconv.Itoa(n)+" left")
}

// Birthday is a birthday in words.
func Birthday(b model.Birthday, l Lang) string {
	rest, lunar := strings.CutPrefix(string(b), "lunar:")
	year, day := "", strings.TrimPrefix(rest, "--")
	if len(rest) > 5 && !strings.HasPrefix(rest, "--") {
		year, day = rest[:4], rest[5:]
	}
	if !lunar {
		return strings.TrimPrefix(year+"-"+day, "-")
	}
	leap := strings.Contains(day, "r")
	day = strings.ReplaceAll(day, "r", "")
	var m, d int
	if _, err := fmt.Sscanf(day, "%d-%d", &m, &d); err != nil || m < 1 || m > 12 || d < 1 || d > 30 {
		return string(b)
	}
	if l == EN {
		text := "lunar " + strings.TrimPrefix(year+"-", "-") + day
		if leap {
			text += " (leap month)"
		}
		return text
	}
	text := "农历"
	if year != "" {
		text += year + "年"
	}
	if leap {
		text += "闰"
	}
	return text + lunarMonths[m-1] + "月" + lunarDays[d-1]
}

var (
	lunarMonths = strings.Fields("正 二 三 四 五 六 七 八 九 十 冬 腊")
	lunarDays   = strings.Fields("初一 初二 初三 初四 初五 初六 初七 初八 初九 初十 十一 十二 十三 十四 十五 十六 十七 十八 十九 二十 廿一 廿二 廿三 廿四 廿五 廿六 廿七 廿八 廿九 三十")
)

// Act is what was done to a kind of record, for the log and the line that offers
// undo. Of what is kept beside the customers the kind is named; without one it
// is details.
func Act(act model.Act, record string, l Lang) string {
	w, ok := acts[string(act)]
	_, kept := plurals[record]
	switch {
	case !ok:
		return string(act)
	case act == model.ActItem && kept:
		return pick(l, "修改", "edit ") + Record(record, l)
	case act == model.ActDrop && kept:
		return pick(l, "删除", "remove ") + Record(record, l)
	}
	return w.in(l)
}

var acts = map[string]word{
	"add_customer": of("新增客户", "add customer"), "edit_customer": of("修改客户", "edit customer"),
	"archive": of("归档", "archive"), "unarchive": of("取消归档", "unarchive"),
	"log_entry": of("记录跟进", "log contact"), "edit_entry": of("修改记录", "edit entry"), "remove_entry": of("删除记录", "remove entry"),
	"close_case": of("办结", "close case"), "set_grade": of("改等级", "set grade"), "snooze": of("顺延", "snooze"), "tick": of("办完", "tick off"),
	"confirm_inferred": of("确认推断", "confirm"), "catch_up": of("记录到日", "entries whose day came"), "import": of("导入", "import"),
	"settings": of("改设置", "settings"), "export": of("导出", "export"), "repair": of("重算", "count anew"),
	"forget": of("彻底删除", "forget for good"), "put_back": of("恢复备份", "restore a backup"), "demo": of("演示数据", "sample data"),
	"save_item": of("修改资料", "edit details"), "remove_item": of("删除资料", "remove details"),
	"merge": of("合并客户", "merge customers"), "tag": of("改标签", "change tags"), "assign": of("改负责人", "assign"),
	"add_receivable": of("新增应收款", "add receivable"), "edit_receivable": of("修改应收款", "edit receivable"),
	"remove_receivable": of("删除应收款", "remove receivable"),
	"match":             of("认款", "match a bank statement"),
	"pay":               of("登记回款", "record payment"), "edit_payment": of("修改回款", "edit payment"),
	"remove_payment": of("删除回款", "remove payment"), "reverse": of("退回回款", "reverse payment"),
	"allocate": of("核销", "allocate"), "credit": of("冲减", "credit note"), "write_off": of("核销坏账", "write off"),
	"dispute": of("争议", "dispute"), "chase": of("催收", "chase"),
	"reconcile": of("对账", "reconcile"), "refund": of("退款", "refund"),
	"save_segment": of("保存筛选", "save filter"), "remove_segment": of("删除筛选", "remove filter"),
}
