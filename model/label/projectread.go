package label

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/pattern"
)

// openWords say in a form that something isn't settled yet.
var openWords = []string{"待定", "未定", "另议", "待确认", "暂无", "无", "/", "-", "—", "tbd", "open", "n/a", "na", "none"}

// isOpen reports whether a text says that nothing is settled.
func isOpen(text string) bool {
	return slices.Contains(openWords, strings.ToLower(model.Clean(text)))
}

var (
	number = pattern.Of(`\d+(\.\d+)?`)
	// quoteEnd is where a price ends; a comma may be one of its thousands.
	quoteEnd = pattern.Of(`[;；，。、\n/／(（]|, `)
	clause   = pattern.Of(`[;；,，。、\n]`)
)

// Settle reads what a row of a progress form says of the project's field that
// its step settles: 45天 is a lead time of 45 days, 开模;对方提供ID a new mould. It
// writes the field and what goes with it; text that says nothing of it changes
// nothing. What can't be read is refused.
func Settle(p *model.Project, code, text string) error {
	text = model.CleanNote(text)
	if text == "" || isOpen(text) && code != "new_mould" {
		return nil
	}
	f, ok := model.ProjectFields.ByCode(code)
	if !ok {
		return nil
	}
	switch code {
	case "form":
		if form := optionIn("project", code, text); form != "" {
			p.Form = model.ProductForm(form)
		}
	case "new_mould":
		p.NewMould = either(p.NewMould, text, []string{"不开模", "不需", "无需", "不用", "公模", "否", "no mould", "no new"},
			[]string{"开模", "需要", "是", "new mould"})
	case "software":
		p.Software = text
		p.Feasible = feasible(p.Feasible, text)
	case "software_feasible":
		p.Feasible = feasible(p.Feasible, text)
	case "quote":
		return settleQuote(p, text)
	case "lead_time":
		return settleLeadTime(p, text)
	default:
		value, err := Read("project", f.Spec, text, "", model.Nearest)
		if err == nil && code == "terms" {
			_, err = model.ParseTerms(value)
		}
		if err != nil {
			return model.At(code, err)
		}
		f.Set(p, value)
	}
	return nil
}

// optionIn is the option that a text is, or names.
func optionIn(record, field, text string) string {
	if code, ok := ReadOption(record, field, text); ok {
		return code
	}
	found, longest := "", 0
	for code, w := range optionsOf(record, field) {
		for _, name := range append([]string{w.zh, w.en}, w.also...) {
			if strings.Contains(strings.ToLower(text), strings.ToLower(name)) && len(name) > longest {
				found, longest = code, len(name)
			}
		}
	}
	return found
}

// either reads a yes or no: the first clause as an option, else by the words
// that say no, else by those that say yes.
func either(was model.YesNo, text string, no, yes []string) model.YesNo {
	first := model.Clean(clause.Split(text, 2)[0])
	if code, ok := ReadOption("project", "new_mould", first); ok {
		return model.YesNo(code)
	}
	lower := strings.ToLower(text)
	has := func(words []string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
	}
	switch {
	case has(no):
		return model.AnswerNo
	case has(yes):
		return model.AnswerYes
	}
	return was
}

func feasible(was model.YesNo, text string) model.YesNo {
	lower := strings.ToLower(text)
	has := func(words ...string) bool {
		return slices.ContainsFunc(words, func(w string) bool { return strings.Contains(lower, w) })
	}
	switch {
	case has("不可实现", "无法", "不能", "不可行", "做不了", "not feasible", "infeasible"):
		return model.AnswerNo
	case has("可实现", "可行", "能实现", "可以", "feasible"):
		return model.AnswerYes
	}
	switch code, _ := ReadOption("project", "software_feasible", text); code {
	case "yes", "no":
		return model.YesNo(code)
	}
	return was
}

// settleQuote reads a price, which may be said to be for one: USD 128.50/台.
func settleQuote(p *model.Project, text string) error {
	first := QuoteOf(text)
	m, err := model.ParseAmount(first, p.Currency)
	if err == nil && m.Amount <= 0 {
		err = model.Refuse(model.RefusedAmountRange, text)
	}
	if err != nil {
		return model.At("quote", err)
	}
	p.Quote, p.Currency = m.Amount, m.Currency
	return nil
}

// QuoteOf is the amount of a price that is said to be for one.
func QuoteOf(text string) string { return model.Clean(quoteEnd.Split(text, 2)[0]) }

// settleLeadTime reads a time in days, weeks or months.
func settleLeadTime(p *model.Project, text string) error {
	digits := number.FindString(model.HalfWidth(text))
	n, err := strconv.ParseFloat(digits, 64)
	if err != nil {
		return model.At("lead_time", model.Refuse(model.RefusedNumber, text))
	}
	switch lower := strings.ToLower(text); {
	case strings.Contains(lower, "周"), strings.Contains(lower, "week"), strings.Contains(lower, "星期"):
		n *= 7
	case strings.Contains(lower, "月"), strings.Contains(lower, "month"):
		n *= 30
	}
	if n != math.Trunc(n) || n < 1 || n > 3650 {
		return model.At("lead_time", model.Refuse(model.RefusedNumberRange, text, "1", "3650"))
	}
	p.LeadTime = int64(n)
	return nil
}

// Settled is what a row of a progress form says of the project's field that
// its step settles.
func Settled(p *model.Project, code string, l Lang) string {
	f, ok := model.ProjectFields.ByCode(code)
	if !ok || f.Get(p) == "" {
		return ""
	}
	switch code {
	case "lead_time":
		return pick(l, f.Get(p)+"天", f.Get(p)+" days")
	case "new_mould":
		if p.NewMould == model.AnswerYes {
			return pick(l, "开模", "new mould")
		}
		return pick(l, "不开模", "no new mould")
	case "software_feasible":
		if p.Feasible == model.AnswerYes {
			return pick(l, "可实现", "feasible")
		}
		return pick(l, "不可实现", "not feasible")
	case "quote":
		return p.Currency + " " + model.Money{Amount: p.Quote, Currency: p.Currency}.String()
	}
	return Show("project", f.Spec, f.Get(p), p.Currency, l)
}

// ReadProgress reads how far something is: 60%, 60, 已完成, 进行中, 不适用; fraction
// says that the form's numbers are parts of one. State is empty where the
// number says it.
func ReadProgress(text string, fraction bool) (percent int64, state model.ItemState, err error) {
	text = strings.ReplaceAll(model.HalfWidth(model.Clean(text)), " ", "")
	if code, ok := ReadOption("project_item", "state", text); ok {
		if model.ItemState(code) == model.ItemDone {
			return 100, model.ItemDone, nil
		}
		return 0, model.ItemState(code), nil
	}
	bareText, isPercent := strings.CutSuffix(text, "%")
	n, parseErr := strconv.ParseFloat(bareText, 64)
	if parseErr != nil {
		return 0, "", model.Refuse(model.RefusedProgress, text)
	}
	if !isPercent && fraction {
		n *= 100
	}
	n = math.Round(n*1e6) / 1e6
	if n < 0 || n > 100 || math.IsNaN(n) {
		return 0, "", model.Refuse(model.RefusedNumberRange, text, "0%", "100%")
	}
	return int64(math.Round(n)), "", nil
}

// The words that a form's 说明 begins a part with.
var (
	progressMark = of("当前进度", "Progress")
	blockedMark  = of("受阻", "Blocked")
)

var blockedPart = pattern.Of(`^(?:受阻|(?i:blocked))(?:\((\d{4}-\d\d-\d\d)\))?[:：]\s*(.*)$`)

// ReadDetail takes apart what a form's 说明 says: the detail, the progress in
// words, and what is in the way.
func ReadDetail(text string, it *model.ProjectItem) {
	var detail, status []string
	for _, line := range strings.Split(model.CleanNote(text), "\n") {
		if m := blockedPart.FindStringSubmatch(strings.NewReplacer("（", "(", "）", ")").Replace(line)); m != nil {
			it.State, it.BlockedOn, it.BlockedWhy = model.ItemBlocked, model.Date(m[1]), m[2]
			continue
		}
		found := false
		for _, mark := range []string{progressMark.zh, progressMark.en} {
			if rest, ok := strings.CutPrefix(line, mark); ok && (strings.HasPrefix(rest, ":") || strings.HasPrefix(rest, "：")) {
				status, found = append(status, strings.TrimSpace(strings.TrimLeft(rest, ":："))), true
				break
			}
		}
		if !found && len(status) > 0 {
			status, found = append(status, line), true
		}
		if !found {
			detail = append(detail, line)
		}
	}
	it.Detail, it.Status = model.CleanNote(strings.Join(detail, "\n")), model.CleanNote(strings.Join(status, "\n"))
}

// WriteDetail is a form's 说明 of an item whose detail is known; ReadDetail takes
// it apart again.
func WriteDetail(it *model.ProjectItem, detail string, l Lang) string {
	var parts []string
	if detail != "" {
		parts = append(parts, detail)
	}
	if it.Status != "" {
		parts = append(parts, progressMark.in(l)+pick(l, ":", ": ")+it.Status)
	}
	if it.State == model.ItemBlocked {
		parts = append(parts, blockedMark.in(l)+"("+string(it.BlockedOn)+"):"+strings.ReplaceAll(it.BlockedWhy, "\n", " "))
	}
	return strings.Join(parts, "\n")
}

// Answer is a decision's answer in a word.
func Answer(a model.YesNo, l Lang) string { return Option("project_item", "answer", string(a), l) }

// ReadAnswer reads a decision's answer off what a form says beside it, and
// leaves the rest: a first line of yes or no, or words of passing and failing.
func ReadAnswer(detail string) (answer model.YesNo, rest string) {
	first, more, _ := strings.Cut(detail, "\n")
	head := model.Clean(clause.Split(first, 2)[0])
	if code, ok := ReadOption("project_item", "answer", head); ok {
		if head == model.Clean(first) {
			return model.YesNo(code), model.CleanNote(more)
		}
		return model.YesNo(code), detail
	}
	lower := strings.ToLower(detail)
	for _, w := range []string{"不满足", "不通过", "未通过", "不合格", "not fit", "fail"} {
		if strings.Contains(lower, w) {
			return model.AnswerNo, detail
		}
	}
	for _, w := range []string{"满足", "通过", "合格", "pass", "fit"} {
		if strings.Contains(lower, w) {
			return model.AnswerYes, detail
		}
	}
	return "", detail
}
