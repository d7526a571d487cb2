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
	for n, part := range t.Parts(total) {
		i := t.Instalments[n]
		words := []string{share(i.Share), dueKinds[string(i.Kind)].in(l)}
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

// share is hundredths of a percent: 30%, 33.33%.
func share(n int64) string {
	text := model.Money{Amount: n}.String()
	return strings.TrimSuffix(text, ".00") + "%"
}

// When is when an instalment is due, in words.
func When(i model.Instalment, s model.Settings, l Lang) string {
	event := Event(i.Awaits(s), l)
	days := strconv.Itoa(i.Days)
	switch i.Rule {
	case model.RuleDayOf:
		return dayOfMonth(event, i, l)
	case model.RuleMonthN:
		if s.MonthTerms != model.MonthsDays && i.Days%30 == 0 {
			months := strconv.Itoa(i.Days / 30)
			return pick(l, event+"月后第"+months+"个月底", "end of month "+months+" after the "+event)
		}
		return pick(l, event+"月底后"+days+"天", days+" days after the month of the "+event)
	}
	after := ""
	if i.Months > 0 {
		after = pick(l, strconv.Itoa(i.Months)+"个月", strconv.Itoa(i.Months)+" months ")
	}
	if i.Days > 0 {
		after += pick(l, days+"天", days+" days ")
	}
	switch {
	case after != "":
		return pick(l, event+"后"+after, after+"after "+event)
	case i.Event == model.EventShip:
		return pick(l, event+"前", "before "+event)
	}
	return pick(l, event+"时", "on "+event)
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
