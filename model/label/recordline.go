package label

import (
	"cmp"
	"strconv"
	"strings"

	"genjin/model"
)

// Nothing stands for what a small record in a line of a list doesn't have.
const Nothing = "-"

// StepLine is a chasing step, as lists have it: its day, how, how firm, whether it
// reached the customer, for when how much was promised, and a note (2026-01-10
// 电话 2 已联系 2026-01-20 500.00 月底付).
func StepLine(d model.Dunning, currency string, word func(code, value string) string) string {
	words := []string{
		string(d.ChasedOn), word("method", string(d.Method)), strconv.FormatInt(d.Level, 10), word("outcome", string(d.Outcome)),
		string(d.PromiseOn), "",
	}
	if d.PromiseOn != "" {
		words[5] = model.Money{Amount: d.PromiseAmount, Currency: currency}.String()
	}
	for i := range words {
		if words[i] = strings.ReplaceAll(words[i], " ", ""); words[i] == "" {
			words[i] = Nothing
		}
	}
	return strings.TrimSpace(strings.Join(words, " ") + " " + strings.ReplaceAll(d.Note, "\n", " "))
}

func stepLines(o *model.ReceivableOf, _ model.AsOf, l Lang) string {
	lines := make([]string, len(o.Steps))
	for i, d := range o.Steps {
		lines[i] = StepLine(d, o.Currency, func(code, value string) string { return Option("dunning", code, value, l) })
	}
	return strings.Join(lines, "\n")
}

// offLines is what was given up of a receivable, where it was more than once.
func offLines(o *model.ReceivableOf, _ model.AsOf, _ Lang) string {
	if o.WriteOffs == "" {
		return ""
	}
	var lines []string
	for _, m := range o.OffMoves() {
		lines = append(lines, strings.TrimSpace(NoteLine(m.On, m.Amount, o.Currency, "", m.Why)))
	}
	return strings.Join(lines, "\n")
}

// disputeLines is since when a receivable was disputed, and why, and since when
// no longer.
func disputeLines(o *model.ReceivableOf, _ model.AsOf, _ Lang) string {
	var lines []string
	for _, m := range o.DisputeMoves() {
		lines = append(lines, cmp.Or(string(m.On), Nothing)+" "+cmp.Or(strings.ReplaceAll(m.Why, "\n", ChangeEnds), Nothing))
	}
	return strings.Join(lines, "\n")
}

// What stands between the parts of a change, between the totals, and for the end
// of a line within it.
const (
	ChangeParts = " ¦ "
	ChangeTotal = "→"
	ChangeEnds  = "⏎"
)

// ChangeLine is a change of an order, as lists have it: its day, its kind, the
// totals, what was, what is, and why (2026-07-01 更名 10850.00→10850.00 ¦ 恒基板材 ¦
// 周敏 ¦ 客户要求).
func ChangeLine(c *model.OrderChange, kind string) string {
	total := func(n int64) string { return model.Money{Amount: n, Currency: c.Currency}.String() }
	head := strings.Join([]string{string(c.ChangedOn), strings.ReplaceAll(kind, " ", ""),
		total(c.TotalBefore) + ChangeTotal + total(c.TotalAfter)}, " ")
	return strings.ReplaceAll(strings.Join([]string{head, c.Before, c.After, c.Reason}, ChangeParts), "\n", ChangeEnds)
}

// ChangeLines are the changes of an order, a line each.
func ChangeLines(o *model.OrderOf, _ model.AsOf, l Lang) string {
	lines := make([]string, len(o.ChangeList))
	for i := range o.ChangeList {
		lines[i] = ChangeLine(&o.ChangeList[i], Option("order_change", "kind", string(o.ChangeList[i].Kind), l))
	}
	return strings.Join(lines, "\n")
}
