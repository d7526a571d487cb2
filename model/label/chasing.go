package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// steps are the chasing steps by level; the last one stands for firmer ones.
var steps = []word{of("付款提醒", "reminder"), of("电话催款", "chase by call"), of("发催款函", "chase by letter"), of("上门催款", "chase by visit"),
	of("停止发货", "stop shipments")}

// StepName is what a chasing step asks for, by its level; 0 reminds.
func StepName(level int, l Lang) string {
	return steps[min(max(level, 0), len(steps)-1)].in(l)
}

// chasing is why a debt is on Today: FP0004 余额500.00,逾期15天.
func chasing(code string, day func(int) string, arg func(int) string, l Lang) string {
	sum := func(i int) string {
		n, _ := strconv.ParseInt(arg(i), 10, 64)
		return AmountShort(n, arg(2))
	}
	number := func(i int) int { n, _ := strconv.Atoi(arg(i)); return n }
	if code == "broken_promise" {
		sentence := pick(l, arg(0)+" 答应"+day(3)+"付"+sum(1)+",没有付", arg(0)+" "+sum(1)+" promised for "+day(3)+", not paid")
		if late := number(5); late > 0 {
			sentence += pick(l, ",", ", ") + DaysLate(late, l)
		}
		return sentence
	}
	return arg(0) + " " + sum(1) + pick(l, ",", ", ") + DaysLate(number(4), l)
}

// chasingAll is why the debts of a conversation are on Today:
// 6 张 210,000,最久逾期22天.
func chasingAll(code string, day, arg func(int) string, l Lang) string {
	sum := func(i int) string {
		n, _ := strconv.ParseInt(arg(i), 10, 64)
		return AmountShort(n, arg(2))
	}
	late, _ := strconv.Atoi(arg(3))
	all := pick(l, arg(0)+" 张 "+sum(1), arg(0)+" for "+sum(1))
	if late > 0 {
		all += pick(l, ",最久"+DaysLate(late, l), ", the oldest "+DaysLate(late, l))
	} else {
		all += pick(l, ",最早", ", the first ") + DaysLate(late, l)
	}
	if code == "broken_promise_all" {
		return pick(l, "答应"+day(5)+"付"+sum(4)+",没有付;", sum(4)+" promised for "+day(5)+", not paid; ") + all
	}
	return all
}

// Chased is what the journal says of a chasing step: what was chased, the
// oldest first, and what was promised.
func Chased(list []model.Receivable, steps []model.Dunning, l Lang) string {
	d, currency := steps[0], list[0].Currency
	open, promised, level := int64(0), int64(0), int64(0)
	names := make([]string, len(list))
	for i := range list {
		open, _ = model.AddMoney(open, list[i].Open())
		promised, _ = model.AddMoney(promised, steps[i].PromiseAmount)
		level, names[i] = max(level, steps[i].Level), list[i].Name()
		if steps[i].PromiseOn != "" {
			d.PromiseOn = steps[i].PromiseOn
		}
	}
	text := StepName(int(level), l) + pick(l, ":", ": ") + names[0] + " " + Amount(open, currency)
	if len(list) > 1 {
		text = StepName(int(level), l) + pick(l, ":", ": ") + counting(len(list), l) + " " + Amount(open, currency) +
			" (" + strings.Join(names, pick(l, "、", ", ")) + ")"
	}
	if d.PromiseOn != "" {
		text += pick(l, ",答应"+string(d.PromiseOn)+"付"+Amount(promised, currency),
			", promised "+Amount(promised, currency)+" for "+string(d.PromiseOn))
	}
	if d.Note != "" {
		text += "\n" + d.Note
	}
	return text
}

// counting is how many receivables there are of a conversation.
func counting(n int, l Lang) string { return pick(l, strconv.Itoa(n)+"张", strconv.Itoa(n)+" items") }

// score says why a payment score is what it is, or what would change it.
func score(code string, arg func(int) string, l Lang) string {
	switch code {
	case "score_nothing":
		return pick(l, "还没有付款记录", "nothing was paid yet, and nothing is overdue")
	case "score_paid":
		return pick(l, "24个月内"+arg(1)+"笔,按金额平均"+meanLate(arg(0), l)+":"+arg(2)+"分",
			counted(arg(1), "payment")+" in 24 months, "+meanLate(arg(0), l)+" on average by value: "+arg(2))
	case "score_both":
		return pick(l, "24个月内"+arg(1)+"笔,逾期未付"+arg(3)+"笔,按金额平均"+meanLate(arg(0), l)+":"+arg(2)+"分",
			counted(arg(1), "payment")+" in 24 months and "+arg(3)+" overdue, "+meanLate(arg(0), l)+" on average by value: "+arg(2))
	case "score_unpaid":
		return pick(l, "还没有付过,逾期"+arg(1)+"笔平均"+meanLate(arg(0), l)+":"+arg(2)+"分",
			"nothing paid yet, "+arg(1)+" overdue, "+meanLate(arg(0), l)+" on average: "+arg(2))
	case "score_overdue":
		return pick(l, arg(0)+" 逾期"+arg(1)+"天,最多"+arg(2)+"分", arg(0)+" is "+arg(1)+" days overdue, at most "+arg(2))
	case "score_broken":
		return pick(l, "爽约"+arg(0)+"次,减1分", arg(0)+" promises broken, one less")
	case "score_faster":
		return pick(l, "平均迟付不超过"+arg(0)+"天,可到"+arg(1)+"分", arg(0)+" days late or less on average makes it "+arg(1))
	case "score_settle":
		return pick(l, tooOld(arg(0), arg(2), l)+" 付清后,可到"+arg(1)+"分", arg(1)+" once "+tooOld(arg(0), arg(2), l)+" is paid")
	case "score_capped":
		return pick(l, tooOld(arg(0), arg(2), l)+" 付清前,最多"+arg(1)+"分", "at most "+arg(1)+" until "+tooOld(arg(0), arg(2), l)+" is paid")
	case "score_promises":
		return pick(l, "爽约少于2次,可加1分", "one more with fewer than two broken promises")
	}
	return code
}

// tooOld names what is overdue so long that it caps the score: the oldest, and
// how many there are.
func tooOld(oldest, count string, l Lang) string {
	if n, _ := strconv.Atoi(count); n > 1 {
		return pick(l, oldest+" 等逾期超过60天的"+count+"笔", "all "+count+" of over 60 days, "+oldest+" first,")
	}
	return oldest
}

// counted is an English noun with how many there are of it.
func counted(n, noun string) string {
	if n == "1" {
		return n + " " + noun
	}
	return n + " " + noun + "s"
}

func meanLate(days string, l Lang) string {
	switch n, _ := strconv.Atoi(days); {
	case n > 0:
		return pick(l, "迟付"+days+"天", counted(days, "day")+" late")
	case n < 0:
		return pick(l, "早付"+strconv.Itoa(-n)+"天", counted(strconv.Itoa(-n), "day")+" early")
	}
	return pick(l, "按时", "in time")
}

// ChasingText is the text of a chasing step to send, firmer by level, with the
// invoices, the amount, the days and the bank details as far as the settings
// have them: one text for all that a conversation is about.
func ChasingText(t model.Talk, c model.Customer, s model.Settings, l Lang) string {
	dear := addressOf(c, l)
	sum := Amount(t.Open(), t.Currency())
	if t.Currency() == model.DefaultCurrency {
		sum = pick(l, "人民币 "+sum+" 元", "CNY "+sum)
	}
	greeting := pick(l, dear+"，您好！\n", dear+",\n")
	if t.Level >= 2 || c.Kind == model.Company {
		greeting = pick(l, dear+"：\n", dear+",\n")
	}
	body := chasingBody(t, invoiceWords(t.Debts[0], l), sum, l)
	if len(t.Debts) > 1 {
		body = debtLines(t, l) + chasingAllBody(t, sum, l)
	}
	if t.Level >= interestLevel && t.Promised == "" {
		if late := LateInterest(t.Interest, t.Currency(), t.Debts[0].Now.AsOf, s, l); late != "" {
			body += "\n" + late
		}
	}
	return strings.TrimRight(greeting+body+"\n"+knownBank(s, l)+strings.TrimSpace(s.CompanyName+" "+s.Salesperson), "\n ")
}

// interestLevel is the step from which on the text names the interest.
const interestLevel = 3

// chasingBody is what the text of a single receivable says.
func chasingBody(t model.Talk, what, sum string, l Lang) string {
	r := &t.Debts[0]
	due, late := string(r.DueOn), strconv.Itoa(max(r.Now.DaysLate, 0))
	if due == "" {
		due = blank
	}
	switch {
	case t.Broken != "":
		return pick(l, "您曾答应于"+string(t.Broken)+"支付"+what+"款项，"+sum+"至今尚未到账。烦请今日安排，并告知到账时间。",
			"You promised to pay "+what+" by "+string(t.Broken)+"; "+sum+" has not reached us. Please pay today and tell us when to expect it.")
	case t.Promised != "":
		return confirmed(t, what+pick(l, "款项", ""), l)
	case t.Level <= 0:
		return pick(l, "温馨提醒："+what+"款项"+sum+"将于"+due+"到期，烦请核对并安排付款。如已付款请忽略，谢谢！",
			"A friendly reminder: "+sum+" for "+what+" is due on "+due+
				". Please check it and arrange payment. If it is on its way, please disregard this, and thank you.")
	case t.Level == 1:
		return pick(l, what+"款项"+sum+"已于"+due+"到期，现已逾期"+late+"天。可能是您事忙，烦请近日安排付款，谢谢！",
			sum+" for "+what+" was due on "+due+" and is "+late+
				" days overdue. Perhaps it was overlooked; please arrange payment these days. Thank you.")
	case t.Level == 2:
		return pick(l, what+"款项"+sum+"应于"+due+"付清，至今逾期"+late+"天，经提醒仍未到账。请于收到本函3个工作日内付清，并回复付款日期。",
			sum+" for "+what+" should have been paid by "+due+"; it is "+late+
				" days overdue despite our reminders. Please pay within 3 working days and reply with the date of payment.")
	case t.Level == 3:
		return pick(l, what+"款项"+sum+"已逾期"+late+"天，多次联系未果。我们将上门与贵方当面确认付款安排，请指定负责人和时间。",
			sum+" for "+what+" is "+late+" days overdue and our requests have not been answered. We will call on you to settle it in person; "+
				"please name a person and a time.")
	}
	return pick(l, what+"款项"+sum+"已逾期"+late+"天。自今日起我方暂停发货，并保留依法追讨欠款及逾期利息的权利。款到即恢复供货。",
		sum+" for "+what+" is "+late+" days overdue. As of today we stop shipments and reserve our legal rights to the debt and to "+
			"interest. Shipments resume once it is paid.")
}

// chasingAllBody is what the text of several says under their list.
func chasingAllBody(t model.Talk, sum string, l Lang) string {
	late := strconv.Itoa(t.Oldest())
	n := strconv.Itoa(len(t.Debts))
	all := pick(l, "以上"+n+"笔合计"+sum, "These "+n+" items, "+sum+" in all,")
	switch {
	case t.Broken != "":
		return pick(l, all+"。您曾答应于"+string(t.Broken)+"付款，至今尚未到账。烦请今日安排，并告知到账时间。",
			all+" are open. You promised to pay by "+string(t.Broken)+"; it has not reached us. Please pay today and tell us when to expect it.")
	case t.Promised != "":
		return pick(l, all+"。", all+" are open. ") + confirmed(t, pick(l, "款项", "your account"), l)
	case t.Level <= 0:
		return pick(l, "温馨提醒："+all+"即将到期，烦请核对并安排付款。如已付款请忽略，谢谢！",
			all+" are about to fall due. Please check them and arrange payment. If it is on its way, please disregard this, and thank you.")
	case t.Level == 1:
		return pick(l, all+"，最久已逾期"+late+"天。可能是您事忙，烦请近日安排付款，谢谢！",
			all+" are up to "+late+" days overdue. Perhaps they were overlooked; please arrange payment these days. Thank you.")
	case t.Level == 2:
		return pick(l, all+"，最久已逾期"+late+"天，经提醒仍未到账。请于收到本函3个工作日内付清，并回复付款日期。",
			all+" are up to "+late+" days overdue despite our reminders. Please pay within 3 working days and reply with the date of payment.")
	case t.Level == 3:
		return pick(l, all+"，最久已逾期"+late+"天，多次联系未果。我们将上门与贵方当面确认付款安排，请指定负责人和时间。",
			all+" are up to "+late+" days overdue and our requests have not been answered. We will call on you to settle them in person; "+
				"please name a person and a time.")
	}
	return pick(l, all+"，最久已逾期"+late+"天。自今日起我方暂停发货，并保留依法追讨欠款及逾期利息的权利。款到即恢复供货。",
		all+" are up to "+late+" days overdue. As of today we stop shipments and reserve our legal rights to the debt and to interest. "+
			"Shipments resume once they are paid.")
}

// confirmed confirms a promise whose day has not passed.
func confirmed(t model.Talk, what string, l Lang) string {
	sum := Amount(t.PromisedSum, t.Currency())
	return pick(l, "感谢您答应于"+string(t.Promised)+"支付"+what+sum+"，我方已记下，请届时安排付款，谢谢！",
		"Thank you for your promise to pay "+sum+" for "+what+" by "+string(t.Promised)+". We have noted it and count on it.")
}

// debtLines are the receivables of a conversation, a line each.
func debtLines(t model.Talk, l Lang) string {
	text := ""
	for i := range t.Debts {
		r := &t.Debts[i]
		parts := []string{invoiceWords(*r, l), Amount(r.Now.Balance, r.Currency)}
		if r.DueOn != "" {
			parts = append(parts, pick(l, string(r.DueOn)+"到期", "due "+string(r.DueOn)))
		}
		if r.Now.DaysLate > 0 {
			parts = append(parts, DaysLate(r.Now.DaysLate, l))
		}
		text += strings.Join(parts, pick(l, "，", ", ")) + "\n"
	}
	return text
}

// blank is left for a person to fill in.
const blank = "______"

// bankLines are where to pay to, as labels and values.
func bankLines(s model.Settings, l Lang) [][2]string {
	holder := s.BankHolder
	if holder == "" {
		holder = s.CompanyName
	}
	return [][2]string{
		{pick(l, "户名：", "Account holder: "), holder}, {pick(l, "开户行：", "Bank: "), s.BankName}, {pick(l, "账号：", "Account: "), s.BankAccount},
	}
}

// BankDetails are where to pay to, on paper: what is not in the settings is
// left as a blank to fill in.
func BankDetails(s model.Settings, l Lang) string {
	var lines []string
	for _, line := range bankLines(s, l) {
		if line[1] == "" {
			line[1] = blank
		}
		lines = append(lines, line[0]+line[1])
	}
	return strings.Join(lines, "\n")
}

// knownBank are the lines of the bank details that a text to send can have; a
// holder alone is of no use.
func knownBank(s model.Settings, l Lang) string {
	text := ""
	if s.BankName == "" && s.BankAccount == "" {
		return text
	}
	for _, line := range bankLines(s, l) {
		if line[1] != "" {
			text += line[0] + line[1] + "\n"
		}
	}
	return text
}

// invoiceWords name a receivable in a letter.
func invoiceWords(r model.ReceivableOf, l Lang) string {
	switch {
	case r.InvoiceNo != "":
		return pick(l, "发票"+r.InvoiceNo, "invoice "+r.InvoiceNo)
	case r.OrderNo != "":
		return pick(l, "订单"+r.OrderNo, "order "+r.OrderNo)
	case r.SaleOn != "":
		return pick(l, string(r.SaleOn)+"货物", "the goods of "+string(r.SaleOn))
	}
	return pick(l, "贵方", "your account")
}
