package label

import (
	"strings"

	"genjin/model"
)

// shippingHeld is why goods shouldn't go out.
func shippingHeld(unpaid, stopped string, l Lang) string {
	var why []string
	if unpaid != "" {
		why = append(why, pick(l, "发货前应收 "+unpaid+" 还没收到", unpaid+" is due before shipping and hasn't come"))
	}
	if stopped != "" {
		why = append(why, pick(l, "客户已停止发货,还欠 "+stopped, "shipments to the customer are stopped, "+stopped+" is open"))
	}
	return strings.Join(why, pick(l, ";", "; ")) + pick(l, "。仍要发货请写明理由", "; to ship all the same, say why")
}

// Held is what there is to be looked at before goods go out, a line each: 定金
// 3,840.00,逾期17天.
func Held(h model.Held, today model.Date, l Lang) []string {
	var lines []string
	for i := range h.Unpaid {
		r := &h.Unpaid[i]
		line := dueKinds[string(r.Kind)].in(l) + " " + Amount(r.Open(), r.Currency) + pick(l, " 未收", " not in")
		if r.DueOn != "" {
			line += pick(l, ",", ", ") + DaysLate(today.Sub(r.DueOn), l)
		}
		lines = append(lines, line)
	}
	for _, m := range h.Stopped {
		lines = append(lines, pick(l, "客户停止发货:还欠 ", "shipments stopped, open ")+Amount(m.Amount, m.Currency))
	}
	for _, m := range h.Advance {
		lines = append(lines, pick(l, "手上有预收款 ", "advance at hand ")+Amount(m.Amount, m.Currency))
	}
	return lines
}
