package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// Schedule is what terms make of a sum, an instalment a line, with the due
// date where the day of its event is known, so that a person sees what was
// understood: 30% 定金 3,000.00 签约 2026-01-05.
func Schedule(t model.Terms, total int64, currency string, on model.Events, s model.Settings, l Lang) []string {
	lines := make([]string, len(t.Instalments))
	for n, part := range t.Parts(total, currency) {
		i := t.Instalments[n]
		words := []string{dueKinds[string(i.Kind)].in(l)}
		if of := share(i, l); of != "" {
			words = append([]string{of}, words...)
		}
		if total > 0 {
			words = append(words, Amount(part, currency))
		}
		words = append(words, When(i, s, l))
		if due := i.Due(on, s); due != "" {
			words = append(words, "→ "+string(due))
		}
		lines[n] = strings.Join(words, " ")
	}
	return lines
}

// share is what an instalment is of the whole: 30%, 33.33%, 1/3, the rest; of a
// fixed amount nothing.
func share(i model.Instalment, l Lang) string {
	switch {
	case i.Rest:
		return pick(l, "其余", "the rest")
	case i.Fixed != "":
		return ""
	case i.Whole == model.WholeShare:
		return strings.TrimSuffix(model.Money{Amount: i.Share}.String(), ".00") + "%"
	}
	return strconv.FormatInt(i.Share, 10) + "/" + strconv.FormatInt(i.Whole, 10)
}

// means are what is paid with.
var means = map[model.Means]word{
	model.MeansDraft: of("承兑", "by draft"), model.MeansTransfer: of("电汇", "by transfer"), model.MeansCash: of("现金", "in cash"),
	model.MeansLetter: of("信用证", "by L/C"),
}

// When is when an instalment is due, and by what means, in words.
func When(i model.Instalment, s model.Settings, l Lang) string {
	text := whenDue(i, s, l)
	if i.Discount > 0 {
		percent := strings.TrimSuffix(model.Money{Amount: i.Discount}.String(), ".00")
		days := strconv.Itoa(i.DiscountDays)
		text += pick(l, ","+days+"天内付款减"+percent+"%", ", less "+percent+" % within "+days+" days")
	}
	if by, ok := means[i.Means]; ok {
		text += " " + by.in(l)
	}
	return text
}

func whenDue(i model.Instalment, s model.Settings, l Lang) string {
	event := Event(i.Awaits(s), l)
	if i.CutOff > 0 {
		day := strconv.Itoa(i.CutOff)
		event = pick(l, event+"("+day+"号截止)", event+" (reckoned to the "+day+".)")
	}
	days := strconv.Itoa(i.Days)
	switch i.Rule {
	case model.RuleDayOf:
		return dayOfMonth(event, i, l)
	case model.RuleMonthN:
		return afterPeriod(event, of("月", "month"), i, s, l)
	case model.RuleHalf:
		return afterPeriod(event, of("半月", "half month"), i, s, l)
	case model.RuleQuarter:
		return afterPeriod(event, of("季度", "quarter"), i, s, l)
	}
	after := ""
	if i.Months > 0 {
		after = pick(l, strconv.Itoa(i.Months)+"个月", strconv.Itoa(i.Months)+" months ")
	}
	if i.Days > 0 {
		after += pick(l, days+"天", days+" days ")
	}
	switch {
	case i.Papers && after == "":
		return pick(l, event+"后凭单据", "against papers of the "+event)
	case i.Papers:
		return pick(l, event+"后"+after+"凭单据", after+"after "+event+", against papers")
	case after != "":
		return pick(l, event+"后"+after, after+"after "+event)
	case i.Event == model.EventShip:
		return pick(l, event+"前", "before "+event)
	}
	return pick(l, event+"时", "on "+event)
}

// afterPeriod is so long after the end of the event's month or other period.
func afterPeriod(event string, period word, i model.Instalment, s model.Settings, l Lang) string {
	days, months := strconv.Itoa(i.Days), strconv.Itoa(i.Days/30)
	switch {
	case i.Days == 0:
		return pick(l, event+"当"+period.zh+"底", "end of the "+period.en+" of the "+event)
	case s.MonthTerms != model.MonthsDays && i.Days%30 == 0:
		return pick(l, event+period.zh+"后第"+months+"个月底", "end of month "+months+" after the "+event)
	}
	return pick(l, event+period.zh+"底后"+days+"天", days+" days after the "+period.en+" of the "+event)
}

func dayOfMonth(event string, i model.Instalment, l Lang) string {
	months := strconv.Itoa(i.Months)
	month := pick(l, event+"后第"+months+"个月", "of month "+months+" after the "+event)
	switch {
	case i.Months == 0:
		month = pick(l, event+"当月", "of the month of the "+event)
	case i.Months == 1:
		month = pick(l, event+"次月", "of the month after the "+event)
	}
	if i.Days >= 31 {
		return pick(l, month+"底", "end "+month)
	}
	return pick(l, month+strconv.Itoa(i.Days)+"号", "day "+strconv.Itoa(i.Days)+" "+month)
}
