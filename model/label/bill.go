package label

import (
	"strconv"
	"strings"

	"genjin/model"
)

// BillState is where a draft is.
func BillState(s model.BillState, l Lang) string {
	return Option("payment", "bill_state", string(s), l)
}

// BillMonth is what drafts that mature in a month come to: 2026-12  3 张  150,000.00.
func BillMonth(m model.BillMonth, l Lang) string {
	month := pick(l, "没有到期日", "no maturity")
	if m.Month != "" {
		month = string(m.Month[:7])
	}
	n := strconv.Itoa(len(m.Bills))
	return month + "  " + pick(l, n+" 张", n) + "  " + Amount(m.Sum, m.Currency)
}

// BillLine is a draft in one line.
func BillLine(p *model.PaymentOf, l Lang) string {
	parts := []string{string(p.MaturesOn), p.Customer, Amount(p.Amount, p.Currency)}
	for _, part := range []string{BillState(p.BillState, l), p.Acceptor, p.BillNo} {
		if part != "" {
			parts = append(parts, part)
		}
	}
	return strings.TrimSpace(strings.Join(parts, "  "))
}

// billReason is why a draft is on Today: 招商银行 50,000.00,11-26到期,请提示付款.
func billReason(day, arg func(int) string, l Lang) string {
	sum, _ := strconv.ParseInt(arg(1), 10, 64)
	what := strings.TrimSpace(arg(4) + " " + Amount(sum, arg(2)))
	if n := arg(0); n != "" {
		what += pick(l, " 票号…", " no. …") + n[max(len(n)-6, 0):]
	}
	return what + pick(l, ","+day(3)+"到期,请提示付款", ", matures "+day(3)+", to be presented")
}
