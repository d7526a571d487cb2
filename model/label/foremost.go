package label

import (
	"strings"
	"unicode"

	"genjin/model"
)

// Worth is what is at stake in one of the acts that are worth most, in a few
// words: 上门催款 306,600 逾期27天; complaint 2 d. Not whole, it leaves out since
// when or until when.
func Worth(r model.Row, today model.Date, whole bool, l Lang) string {
	worth := Kind(r, l)
	if r.Amount > 0 && r.Kind != model.RowCase {
		worth += " " + AmountShort(r.Amount, r.Currency)
	}
	switch {
	case !whole:
		return worth
	case r.OfDebt():
		return worth + " " + DaysLate(r.Late, l)
	case r.ExpectedOn != "" && r.Kind != model.RowCase:
		return worth + pick(l, " 预计", " expected ") + Short(string(r.ExpectedOn), today)
	}
	return worth + " " + Late(r.DaysLate, l)
}

// SpokenName is a name as one says it: a Chinese company's without its form.
func SpokenName(name string) string {
	if strings.IndexFunc(name, func(r rune) bool { return r < unicode.MaxLatin1 }) >= 0 {
		return name
	}
	return model.BareName(name)
}

// Call is why a customer is to be called, from what was planned and said last:
// 约定11-30;确认来店时间;上次11-18:同意方案,月底前来订车. Where nothing was said
// yet, and of all other rows, it is the row's reason.
func Call(r model.Row, last model.LastWords, today model.Date, l Lang) string {
	reason := Reason(r.Reason, today, l)
	said := LastWords(last, today, l)
	switch {
	case r.Kind == model.RowRetry:
		said = "" // the last words are that nobody answered, which the reason counts
	case r.Kind != model.RowFollowUp:
		return reason
	case said == "":
	case r.Reason.Code == "planned":
		reason = pick(l, "约定", "agreed ") + Short(string(r.DueOn), today)
	default:
		reason = ""
	}
	var parts []string
	for _, p := range []string{reason, r.NextAction, said} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	return strings.Join(parts, pick(l, ";", "; "))
}

// LastWords says when and how a customer was in touch last, and what was said:
// 上次11-18:同意方案; last 11-18: no answer. Empty where nothing was.
func LastWords(last model.LastWords, today model.Date, l Lang) string {
	said := last.Said
	if said == "" && last.Failed {
		said = Option("journal", "outcome", string(model.NotReached), l)
	}
	if said == "" {
		return ""
	}
	return pick(l, "上次", "last ") + Short(string(last.At.Date()), today) + pick(l, ":", ": ") + said
}

// LastTalk is the last contact in one line, for the form of the next one: when
// and how, what was said, the trouble and the answer to it.
func LastTalk(e *model.Entry, today model.Date, l Lang) string {
	last := model.LastWords{At: e.At, Said: strings.Join(strings.Fields(e.Situation), " "), Failed: e.Outcome == model.NotReached}
	text := LastWords(last, today, l)
	if e.Problem != "" {
		text += " / " + strings.Join(strings.Fields(e.Problem), " ")
	}
	if e.Solution != "" {
		text += " -> " + strings.Join(strings.Fields(e.Solution), " ")
	}
	return text
}
