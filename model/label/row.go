package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// rowKinds are the names of what a row of Today asks for.
var rowKinds = map[string]word{
	"case": of("未办结", "open case"), "follow_up": of("跟进", "follow up"), "retry": of("重试", "retry"),
	"regrade": of("改级", "regrade"), "grade_me": of("评级", "grade"), "date": of("日子", "date"), "alert": of("异常", "alert"),
	"paper": of("到期", "expires"), "broken_promise": of("爽约", "broken promise"), "chase": of("催款", "chase"),
	"reminder": of("付款提醒", "reminder"), "draft": of("承兑到期", "draft"),
}

// abouts are the names of what a row asks for, where its kind has several.
var abouts = map[string]word{
	model.AboutContact: of("生日", "birthday"), model.AboutOccasion: of("重要日子", "occasion"),
	model.AboutSilence: of("久未联系", "silence"), model.AboutThin: of("资料不全", "thin card"),
}

var festivals = map[string]word{
	"new_year": of("元旦", "New Year"), "spring_festival": of("春节", "Spring Festival"), "lantern": of("元宵节", "Lantern Festival"),
	"dragon_boat": of("端午节", "Dragon Boat Festival"), "mid_autumn": of("中秋节", "Mid-Autumn Festival"),
	"national": of("国庆节", "National Day"), "christmas": of("圣诞节", "Christmas"),
}

// Kind is what a row of Today asks for, in a word or two.
func Kind(r model.Row, l Lang) string {
	switch {
	case r.Kind == model.RowCase && r.Case != "":
		return Option("journal", "kind", string(r.Case), l)
	case r.Kind == model.RowRegrade && r.Suggested != "":
		return rowKinds["regrade"].in(l) + " " + string(r.Suggested)
	case r.Kind == model.RowDate && r.About == "":
		return abouts[model.AboutContact].in(l)
	}
	if r.Kind == model.RowChase && r.Level > 0 {
		return StepName(r.Level, l)
	}
	if _, ok := r.Festival(); ok {
		return pick(l, "节日", "festival")
	}
	if r.Kind == model.RowOrderStep && nodeWords[r.About].zh != "" {
		return Node(model.Node(r.About), l)
	}
	if w, ok := abouts[r.About]; ok {
		return w.in(l)
	}
	return Option("handled", "kind", string(r.Kind), l)
}

// Who is whom a row of Today is about: the customer, or the festival.
func Who(r model.Row, l Lang) string {
	if code, ok := r.Festival(); ok {
		return Festival(code, l)
	}
	if r.Project != "" {
		return r.Project
	}
	return r.Customer
}

// Festival is a festival's name.
func Festival(code string, l Lang) string {
	if w, ok := festivals[code]; ok {
		return w.in(l)
	}
	return code
}

// yearly says which day comes back when: 王经理(决策人)11-25生日,满40岁.
func yearly(code, day string, arg func(int) string, l Lang) string {
	whose, what, en := "", "生日", "birthday"
	years := pick(l, ",满"+arg(1)+"岁", ", turns "+arg(1))
	switch code {
	case "contact_birthday":
		whose = arg(3)
		if arg(4) != "" {
			whose += " (" + Option("contact", "role", arg(4), l) + ")"
		}
		whose += " "
	case "occasion":
		what, en = arg(3), arg(3)
		years = pick(l, ","+arg(1)+"周年", ", "+arg(1)+" years")
	}
	zh := whose + day + what
	en = whose + en + " " + day
	if code == "occasion" {
		zh = what + " " + day
	}
	if arg(2) != "" {
		zh, en = zh+"(农历)", en+" (lunar)"
	}
	sentence := pick(l, zh, en)
	if arg(1) != "" && arg(1) != "0" {
		sentence += years
	}
	return sentence
}

// festival says when it is and how many could be greeted, by grade.
func festival(day string, arg func(int) string, l Lang) string {
	var parts []string
	for i, grade := range []model.Grade{model.GradeA, model.GradeB, model.GradeC} {
		if n := arg(2 + i); n != "0" {
			parts = append(parts, string(grade)+n)
		}
	}
	if n := arg(5); n != "0" {
		parts = append(parts, pick(l, "重要"+n, n+" important"))
	}
	return pick(l, day+",可问候"+arg(1)+"位:", day+", "+arg(1)+" to greet: ") + strings.Join(parts, " ")
}

func nextOnly(day string, l Lang) string {
	if day == "" {
		return pick(l, ",没有下次", ", nothing planned")
	}
	return pick(l, ",下次要到", ", next only ") + day
}

// thin says how full a card is and what it lacks first; args are the grade, the
// percentage and the fields.
func thin(args []string, l Lang) string {
	if len(args) < 2 {
		return ""
	}
	lacks := missing(args[2:], 2, l)
	return pick(l, args[0]+"级资料只有"+args[1]+"%,缺 "+lacks, "grade "+args[0]+", card "+args[1]+" % full, lacks "+lacks)
}

// missing names the first of a customer's fields, and counts all of them.
func missing(codes []string, first int, l Lang) string {
	var names []string
	for _, code := range codes[:min(first, len(codes))] {
		names = append(names, Field("customer", code, l))
	}
	list := strings.Join(names, pick(l, "、", ", "))
	if n := len(codes); n > first {
		list += pick(l, "等"+strconv.Itoa(n)+"项", " and "+strconv.Itoa(n-first)+" more")
	}
	return list
}

// Completeness is how full a card is and what it lacks first; empty for a full
// one.
func Completeness(c model.Completeness, l Lang) string {
	if len(c.Missing) == 0 {
		return ""
	}
	percent := strconv.Itoa(c.Percent)
	return pick(l, percent+"%:缺 ", percent+" %: lacks ") + missing(c.Missing, 4, l)
}

// Urgency is how soon a customer wants attention.
func Urgency(u model.Urgency, l Lang) string {
	return Option(model.RowOfCustomer, model.AxisUrgency, string(u), l)
}

// Importance says whether a customer is important.
func Importance(important bool, l Lang) string {
	return Option(model.RowOfCustomer, model.AxisImportance, map[bool]string{true: model.Important, false: model.Ordinary}[important], l)
}
