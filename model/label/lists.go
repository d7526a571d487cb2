package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// Receivables is the list of receivables.
var Receivables = List[model.ReceivableOf]{
	View: &model.ReceivableView, Kind: model.ExportReceivables, Document: model.DocumentReceivables,
	Heads: map[string]word{
		"since": of("发生日", "since"), "owed_for": of("发票/订单", "invoice/order"), "lowered": of("冲减坏账", "credited/written off"),
		"next_step": of("下一步", "next step"),
		"given_up":  of("其中坏账", "given up"), "overdue": of("其中逾期", "of it overdue"), "open": of("未结", "open"),
		"promised": of("承诺未到期", "promised"), "broken": of("承诺爽约", "promise broken"),
	},
	Texts: map[string]func(*model.ReceivableOf, model.AsOf, Lang) string{
		"kind": func(o *model.ReceivableOf, _ model.AsOf, l Lang) string {
			kind := Option(model.RowOfReceivable, "kind", string(o.Kind), l)
			if o.Of > 0 {
				kind += " " + strconv.Itoa(o.PaidOf) + "/" + strconv.Itoa(o.Of)
			}
			return kind
		},
		"paid": func(o *model.ReceivableOf, _ model.AsOf, _ Lang) string { return Amount(o.Now.Paid, o.Currency) },
		"lowered": func(o *model.ReceivableOf, _ model.AsOf, _ Lang) string {
			if n := o.Now.Settled - o.Now.Paid; n != 0 {
				return Amount(n, o.Currency)
			}
			return ""
		},
		"status": func(o *model.ReceivableOf, _ model.AsOf, l Lang) string { return Owing(o.Now, l) },
		"days_late": func(o *model.ReceivableOf, _ model.AsOf, _ Lang) string {
			if o.DueOn != "" && o.Now.Balance > 0 {
				return strconv.Itoa(o.Now.DaysLate)
			}
			return ""
		},
		"next_step": func(o *model.ReceivableOf, _ model.AsOf, l Lang) string {
			switch {
			case o.Disputed:
				return Field(model.RowOfReceivable, "disputed", l)
			case o.NextStepOn != "":
				return string(o.NextStepOn) + " " + StepName(o.NextStep.Level, l)
			}
			return ""
		},
		"bucket": bucketWords, "credits": creditLines, "write_offs": offLines, "disputes": disputeLines, "steps": stepLines,
	},
	Written: map[string]func(*model.ReceivableOf, model.AsOf, Lang) string{
		"status": func(o *model.ReceivableOf, _ model.AsOf, l Lang) string { return OweStatus(o.Now, l) },
		"days_late": func(o *model.ReceivableOf, _ model.AsOf, l Lang) string {
			if o.Now.Balance > 0 && o.Now.DaysLate > 0 {
				return DaysLate(o.Now.DaysLate, l)
			}
			return ""
		},
		"bucket": bucketWords, "credits": creditLines, "write_offs": offLines, "disputes": disputeLines, "steps": stepLines,
	},
	SumLines: func(sums []model.Sum, l Lang) ([][]string, error) {
		var lines [][]string
		for _, o := range model.OweSums(sums) {
			lines = append(lines, Sums(Amount).Owed(&o, l))
		}
		return lines, nil
	},
}

func bucketWords(o *model.ReceivableOf, at model.AsOf, l Lang) string {
	if o.Now.Balance <= 0 {
		return ""
	}
	b := at.Settings.Buckets()
	return Bucket(b, b.Of(o.DueOn, o.Now.AsOf), l)
}

func creditLines(o *model.ReceivableOf, _ model.AsOf, _ Lang) string {
	var lines []string
	for _, c := range o.Credits {
		lines = append(lines, NoteLine(c.CreditedOn, c.Amount, o.Currency, "", c.Reason))
	}
	return strings.Join(lines, "\n")
}

// Payments is the list of payments.
var Payments = List[model.PaymentOf]{
	View: &model.PaymentView, Kind: model.ExportPayments,
	Heads: map[string]word{
		"source": broughtHeads["source"], "campaign": broughtHeads["campaign"], "referrer": broughtHeads["referrer"],
		"lead":     broughtHeads["lead"],
		"received": of("实收", "came in"), "given_back": of("实退", "given back"), "immature": of("未到期承兑", "not matured"),
		"drafts": of("承兑", "drafts"),
	},
	Texts: map[string]func(*model.PaymentOf, model.AsOf, Lang) string{
		"allocated": func(p *model.PaymentOf, _ model.AsOf, _ Lang) string { return Amount(p.Allocated, p.Currency) },
		"method": func(p *model.PaymentOf, at model.AsOf, l Lang) string {
			if p.Immature(at.Today) {
				return pick(l, "未到期承兑", "not matured") + " " + string(p.MaturesOn)
			}
			return Option(model.RowOfPayment, "method", string(p.Method), l)
		},
		"remark": func(p *model.PaymentOf, _ model.AsOf, l Lang) string {
			if p.ReversedOn != "" {
				return string(p.ReversedOn) + " " + Act(model.ActReverse, model.RowOfPayment, l) + " " + p.ReversedWhy
			}
			return p.Remark
		},
		"allocations": shareLines, "taken_off": takenLines, "refunds": refundLines,
	},
	Written: map[string]func(*model.PaymentOf, model.AsOf, Lang) string{
		"allocations": shareLines, "taken_off": takenLines, "refunds": refundLines,
	},
	SumLines: func(sums []model.Sum, l Lang) ([][]string, error) {
		var lines [][]string
		for _, p := range model.PaySums(sums) {
			lines = append(lines, Sums(Amount).Paid(&p, l))
		}
		return lines, nil
	},
}

func shareLines(p *model.PaymentOf, _ model.AsOf, _ Lang) string { return settleLines(p, p.Shares) }

func takenLines(p *model.PaymentOf, _ model.AsOf, _ Lang) string { return settleLines(p, p.Taken) }

func settleLines(p *model.PaymentOf, list []model.Allocation) string {
	var lines []string
	for _, a := range list {
		lines = append(lines, SettleLine(p.Names[a.ReceivableID], a.Amount, p.Currency, a.AllocatedOn, a.ReversedOn))
	}
	return strings.Join(lines, "\n")
}

func refundLines(p *model.PaymentOf, _ model.AsOf, l Lang) string {
	var lines []string
	for _, r := range p.Refunds {
		lines = append(lines, RefundLine(r, p.Currency, l))
	}
	return strings.Join(lines, "\n")
}

// Orders is the list of orders.
var Orders = List[model.OrderOf]{
	View: &model.OrderView, Kind: model.ExportOrders, Document: model.DocumentOrders,
	Heads: map[string]word{
		"source": broughtHeads["source"], "campaign": broughtHeads["campaign"], "referrer": broughtHeads["referrer"],
		"lead":  broughtHeads["lead"],
		"share": of("已收", "collected"), "next_node": of("下一步", "next"), "next_on": of("计划", "planned"), "open": of("未完成", "open"),
		"late": of("逾期", "late"), "pressing": of("要跟进", "pressing"), "transit": of("在途", "in transit"), "in_time": of("准时", "in time"),
		"nodes": of("节点", "Nodes"), "lines": of("明细", "Lines"), "written_off": of("坏账", "Written off"), "unbilled": of("未生成应收", "Not billed yet"),
	},
	Texts: map[string]func(*model.OrderOf, model.AsOf, Lang) string{
		"total": func(o *model.OrderOf, _ model.AsOf, _ Lang) string { return Grouped(o.Total, o.Currency) },
		"share": func(o *model.OrderOf, _ model.AsOf, _ Lang) string {
			if n, ok := o.Share(); ok {
				return strconv.FormatInt(n/10, 10) + "%"
			}
			return ""
		},
		"next_node": func(o *model.OrderOf, _ model.AsOf, l Lang) string {
			if o.NextNode == "" {
				return ""
			}
			return Node(o.NextNode, l)
		},
		"days_late": func(o *model.OrderOf, _ model.AsOf, _ Lang) string { return someDays(o.DaysLate) },
		"next_late": func(o *model.OrderOf, _ model.AsOf, _ Lang) string { return someDays(o.NextLate) },
	},
	SumLines: func(sums []model.Sum, l Lang) ([][]string, error) {
		totals, ok := model.OrderTotals(model.OrderSums(sums))
		if !ok {
			return nil, model.ErrSumTooLarge
		}
		var lines [][]string
		for i := range totals {
			lines = append(lines, Sums(Amount).Orders(&totals[i], l))
		}
		return lines, nil
	},
}

func someDays(n int) string {
	if n == 0 {
		return ""
	}
	return strconv.Itoa(n)
}
