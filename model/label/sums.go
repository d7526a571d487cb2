package label

import "genjin/model"

// part is one amount of a line of sums.
type part struct {
	name   word
	n      int64
	always bool // said even where it is nothing
}

// Sums is how amounts of a line of sums are written: Amount, or Grouped where
// the currency stands elsewhere.
type Sums func(n int64, currency string) string

// line is the parts that are there, in words; their amounts add up to the first.
func (show Sums) line(parts []part, currency string, l Lang) []string {
	var said []string
	for _, p := range parts {
		if p.always || p.n != 0 {
			said = append(said, p.name.in(l)+" "+show(p.n, currency))
		}
	}
	return said
}

// Orders is what orders come to: what was sold is what was collected, given
// up, not billed yet and open; the rest is counted apart.
func (show Sums) Orders(t *model.OrderTotal, l Lang) []string {
	return show.line([]part{
		{of("成交", "sold"), t.Sold, true}, {of("已收", "collected"), t.Collected, true}, {of("坏账", "written off"), t.GivenUp, false},
		{of("未生成应收", "not billed yet"), t.Unbilled, false}, {of("未收", "outstanding"), t.Outstanding, true},
		{of("另有报价和预留", "besides, quotes and reserved"), t.Offered, false}, {of("已取消", "cancelled"), t.Cancelled, false},
	}, t.Currency, l)
}

// Owed is what receivables come to: the amount is what was paid, credited,
// written off and is open; what of that is overdue stands last.
func (show Sums) Owed(o *model.OweSum, l Lang) []string {
	return show.line([]part{
		{of("应收", "amount"), o.Amount, true}, {of("已收", "paid"), o.Paid, true}, {of("冲减", "credited"), o.Credited(), false},
		{of("坏账", "written off"), o.GivenUp, false}, {of("未收", "open"), o.Balance, true}, {of("其中逾期", "of it overdue"), o.Overdue, true},
	}, o.Currency, l)
}

// Paid is what payments come to: what came in is what settles receivables,
// what was given back and the advance.
func (show Sums) Paid(p *model.PaySum, l Lang) []string {
	return show.line([]part{
		{of("回款", "received"), p.Amount, true}, {of("已核销", "settling"), p.Settling(), true},
		{of("退款", "given back"), p.Refunded, false}, {of("预收款", "advance"), p.Advance, true},
	}, p.Currency, l)
}
