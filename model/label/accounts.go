package label

import (
	"strings"

	"genjin/model"
)

// solvencies are what the ratios say, in words.
var solvencies = map[model.Solvency]word{
	model.SolvencyGood:    of("短期偿债能力较强", "It can well pay what is due within a year"),
	model.SolvencyFair:    of("短期偿债能力一般", "It can pay part of what is due within a year with ease"),
	model.SolvencyWeak:    of("短期偿债能力偏弱,赊销和担保要谨慎", "It may not be able to pay what is due within a year: be careful with credit"),
	model.SolvencyUnknown: of("没有流动负债的数字,比率无法计算", "Without current liabilities there are no ratios"),
}

// AccountsTitle heads the analysis of a customer's accounts.
func AccountsTitle(customer string, l Lang) string {
	return Field(model.RowOfAccounts, "analysis", l) + "  " + customer
}

// RatioHeads head the table of the ratios: the periods, then each ratio with its
// guide value.
func RatioHeads(l Lang) []string {
	heads := []string{Field(model.RowOfAccounts, "period", l)}
	for _, r := range model.Ratios {
		heads = append(heads, Field(model.RowOfAccounts, r.Code, l)+pick(l, "(参考 ", " (guide ")+Guide(r)+")")
	}
	return heads
}

// RatioHead is the name of a ratio.
func RatioHead(r model.Ratio, l Lang) string { return Field(model.RowOfAccounts, r.Code, l) }

// RatioValues are a ratio's values, a period each; 0 where it can't be told.
func RatioValues(r model.Ratio, list []model.Accounts) []int64 {
	values := make([]int64, len(list))
	for i := range list {
		values[i], _ = r.Of(&list[i])
	}
	return values
}

// Guide is a ratio's guide value, which is a whole percentage.
func Guide(r model.Ratio) string { return strings.TrimSuffix(perMille(r.Guide), ".0%") + "%" }

// RatioRow is a period's line of that table.
func RatioRow(a *model.Accounts) []string {
	row := []string{a.Period}
	for _, r := range model.Ratios {
		row = append(row, ratioText(r, a))
	}
	return row
}

func ratioText(r model.Ratio, a *model.Accounts) string {
	n, known := r.Of(a)
	if !known {
		return "—"
	}
	return perMille(n)
}

// Analysis drafts the text 财务分析 from a customer's accounts, the latest last: the
// ratios against their guide values, what changed since the period before, what
// was earned, and what that says. It is there to be edited.
func Analysis(list []model.Accounts, l Lang) string {
	if len(list) == 0 {
		return ""
	}
	now := &list[len(list)-1]
	lines := []string{ratioLine(now, l)}
	if len(list) > 1 {
		if line := changeLine(&list[len(list)-2], now, l); line != "" {
			lines = append(lines, line)
		}
	}
	if line := earnedLine(now, l); line != "" {
		lines = append(lines, line)
	}
	return strings.Join(append(lines, solvencies[now.Solvency()].in(l)+pick(l, "。", ".")), "\n")
}

// ratioLine is each ratio against its guide value.
func ratioLine(a *model.Accounts, l Lang) string {
	var parts []string
	for _, r := range model.Ratios {
		part := Field(model.RowOfAccounts, r.Code, l) + " " + ratioText(r, a)
		if n, known := r.Of(a); known && n >= r.Guide {
			part += pick(l, "(达到参考值 ", " (at the guide value of ") + Guide(r) + ")"
		} else if known {
			part += pick(l, "(低于参考值 ", " (below the guide value of ") + Guide(r) + ")"
		}
		parts = append(parts, part)
	}
	return a.Period + pick(l, ":", ": ") + strings.Join(parts, pick(l, ";", "; ")) + pick(l, "。", ".")
}

// changeLine is by how many points the ratios rose or fell; "" where none of the
// two periods' can be compared.
func changeLine(before, now *model.Accounts, l Lang) string {
	var parts []string
	for _, r := range model.Ratios {
		was, wasKnown := r.Of(before)
		is, known := r.Of(now)
		if !known || !wasKnown {
			continue
		}
		word, by := pick(l, "上升 ", "up "), is-was
		if by < 0 {
			word, by = pick(l, "下降 ", "down "), -by
		}
		points := strings.TrimSuffix(perMille(by), "%") + pick(l, " 个百分点", " points")
		parts = append(parts, Field(model.RowOfAccounts, r.Code, l)+pick(l, "", " ")+word+points)
	}
	if len(parts) == 0 {
		return ""
	}
	return pick(l, "与 ", "Since ") + before.Period + pick(l, " 相比,", ": ") + strings.Join(parts, pick(l, ";", "; ")) + pick(l, "。", ".")
}

// earnedLine is the revenue and the profit, as far as they are known.
func earnedLine(a *model.Accounts, l Lang) string {
	var parts []string
	if a.Revenue != 0 {
		parts = append(parts, Field(model.RowOfAccounts, "revenue", l)+" "+Amount(a.Revenue, a.Currency))
	}
	if a.Profit != 0 {
		profit := Field(model.RowOfAccounts, "profit", l) + " " + Amount(a.Profit, a.Currency)
		if a.Profit < 0 {
			profit += pick(l, "(亏损)", " (a loss)")
		}
		parts = append(parts, profit)
	}
	if len(parts) == 0 {
		return ""
	}
	return strings.Join(parts, pick(l, ",", ", ")) + pick(l, "。", ".")
}

// AnalysisText is the analysis with its heading, as it is copied and printed: the
// text as it was edited, else the draft of it.
func AnalysisText(customer, text string, list []model.Accounts, l Lang) string {
	lines := []string{AccountsTitle(customer, l), ""}
	heads := RatioHeads(l)
	for i := range list {
		parts := []string{list[i].Period}
		for n, cell := range RatioRow(&list[i])[1:] {
			parts = append(parts, heads[n+1]+" "+cell)
		}
		lines = append(lines, strings.Join(parts, "  "))
	}
	return strings.Join(append(lines, "", text), "\n")
}
