package sample

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"genjin/model"
)

// Deal is an order of a sample with all that belongs to it, as the rules would
// have it; ids are not given yet. PaidOn says when each of Debts was paid in
// full, "" = not yet.
type Deal struct {
	Order  model.Order
	Lines  []model.OrderLine
	Nodes  model.OrderNodes
	Debts  []model.Receivable
	PaidOn []model.Date
}

// deal is how far an order of a sample has come.
type deal byte

const (
	quoteStale   deal = iota // the quote waits for an answer
	nodeDue                  // a node is due, or late
	unconfirmed              // expected days ago, the receipt isn't confirmed
	pastETA                  // expected yesterday
	reservedSoon             // the reservation ends
	underReview              // a price under the floor
	atRisk                   // promised in days, not shipped
	uninvoiced               // received, the invoice isn't out
	quoteFresh               // from here on nothing is due
	inProduction             //
	inTransit                //
	delivered                // received, to be paid
	cancelled                //
	dealCount                //
	closed                   // history
)

// dealQuota is how many orders of a kind a sample of any size has.
var dealQuota = [dealCount]int{
	quoteStale: 2, nodeDue: 4, unconfirmed: 1, pastETA: 1, reservedSoon: 1, underReview: 1, atRisk: 1, uninvoiced: 1,
	quoteFresh: 6, inProduction: 10, inTransit: 5, delivered: 8, cancelled: 3,
}

// Dealer makes the orders of a sample's customers. It draws for itself, so that
// the customers stay what they are.
type Dealer struct {
	Past int // how many orders of the past may still come

	seed     uint64
	today    model.Date
	settings model.Settings
	cal      model.Calendar
	left     [dealCount]int
	numbers  map[model.Date]int
	orders   share
	rng      *rand.Rand
	size     int // how much the customer at hand orders, about
	what     int // which of goods
}

// mostPast is how many orders of the past a sample has: enough to look like
// years of trade.
const mostPast = 8000

// NewDealer prepares the orders of a sample of a size as of a day.
func NewDealer(size model.DemoSize, seed uint64, today model.Date) *Dealer {
	d := &Dealer{seed: seed, today: today, settings: model.DefaultSettings(), left: dealQuota, Past: mostPast, numbers: map[model.Date]int{}}
	d.orders = share{want: size.Orders, among: size.Customers}
	if size.Orders > 0 {
		d.Past = size.Orders
	}
	d.settings.Salesperson = Salesperson
	d.cal = d.settings.Calendar()
	return d
}

// Deals makes the orders of the i-th customer, the oldest first, and notes on
// the card that they bought, and since when they have all of it: one that bought
// has a history, one that bought or negotiates may have an order under way.
func (d *Dealer) Deals(c *model.Customer, i int) []Deal {
	d.rng = rand.New(rand.NewPCG(d.seed^0x5851f42d4c957f2d, uint64(i)))
	d.orders.next()
	d.size, d.what = d.between(20, 400), d.rng.IntN(len(goods)-ofPeople-1)
	if c.Grade == model.GradeD && c.Stage == model.Prospect && d.Past > 0 && d.rng.IntN(5) == 0 {
		c.Stage = model.Won
	}
	if c.Grade == model.GradeE || c.Stage != model.Won && c.Stage != model.Negotiating {
		return nil
	}
	var deals []Deal
	if c.Stage == model.Won && d.Past > 0 {
		deals = d.history(c)
		d.Past -= len(deals)
	}
	if how, ok := d.next(c.Stage == model.Won); ok {
		deals = append(deals, d.deal(c, how, d.today))
	}
	d.orders.give(len(deals))
	c.CareFrom = ""
	for _, deal := range deals {
		switch o := &deal.Order; {
		case o.Status.Open():
			c.CareFrom = ""
			return deals
		case o.Status.Binding():
			c.CareFrom = max(c.CareFrom, o.ReceivedOn)
		}
	}
	if c.InCare() && c.NextBasis == model.Computed {
		c.NextBasis = model.Agreed // the grade's date, though a care visit would do
	}
	return deals
}

// history is what a customer bought: some buy once, some every few weeks.
func (d *Dealer) history(c *model.Customer) []Deal {
	count, every := 1, d.between(40, 60)
	last := d.today.AddDays(-d.between(60, 400))
	if c.Kind == model.Company {
		count = 3 + d.orders.short(3)
		last = d.today.AddDays(-d.between(46, every*3/2-3))
	}
	var deals []Deal
	for n := count - 1; n >= 0; n-- {
		deals = append(deals, d.deal(c, closed, last.AddDays(-n*every)))
	}
	return deals
}

// next is an order under way that may still come.
func (d *Dealer) next(won bool) (deal, bool) {
	if d.rng.IntN(3) == 0 {
		return 0, false
	}
	for how := range dealCount {
		onlyQuotes := how == quoteStale || how == quoteFresh || how == reservedSoon || how == underReview
		if d.left[how] > 0 && (won != onlyQuotes) {
			d.left[how]--
			return how, true
		}
	}
	return 0, false
}

// timing is how many days before today, or the day of an order of the past,
// things happened; 0 = not yet. promised counts from today.
type timing struct {
	ordered, confirmed, prepared, produced, shipped, received, reconciled, invoiced int
	promised, eta                                                                   int
}

var timings = [closed + 1]timing{
	quoteStale:   {ordered: 9, promised: 21},
	quoteFresh:   {ordered: 2, promised: 28},
	reservedSoon: {ordered: 8, promised: 20},
	underReview:  {ordered: 1, promised: 25},
	nodeDue:      {ordered: 12, confirmed: 10, promised: 9},
	atRisk:       {ordered: 20, confirmed: 18, prepared: 9, produced: 2, promised: 1},
	inProduction: {ordered: 9, confirmed: 8, prepared: 2, promised: 12},
	inTransit:    {ordered: 20, confirmed: 19, prepared: 12, produced: 5, shipped: 1, promised: 3, eta: 2},
	pastETA:      {ordered: 24, confirmed: 22, prepared: 14, produced: 7, shipped: 5, promised: 1, eta: -1},
	unconfirmed:  {ordered: 27, confirmed: 25, prepared: 16, produced: 9, shipped: 8, promised: -3, eta: -4},
	uninvoiced:   {ordered: 40, confirmed: 38, prepared: 30, produced: 20, shipped: 14, received: 11, reconciled: 6, promised: -10, eta: -11},
	delivered: {ordered: 34, confirmed: 32, prepared: 26, produced: 15, shipped: 9, received: 6, reconciled: 2,
		invoiced: 1, promised: -5, eta: -6},
	cancelled: {ordered: 15, promised: 20},
	closed:    {promised: 22},
}

// deal makes one order; on is today, or the day on which an order of the past
// was placed.
func (d *Dealer) deal(c *model.Customer, how deal, on model.Date) Deal {
	t := timings[how]
	back := func(days int) model.Date {
		if days == 0 {
			return ""
		}
		return d.workday(d.today.AddDays(-days))
	}
	o := model.Order{CustomerID: c.ID, OrderedOn: back(t.ordered), PromisedOn: d.today.AddDays(t.promised)}
	done := map[model.Node]model.Date{
		model.NodeConfirm: back(t.confirmed), model.NodePrepare: back(t.prepared), model.NodeProduce: back(t.produced),
		model.NodeShip:    back(t.shipped),
		model.NodeReceive: back(t.received), model.NodeReconcile: back(t.reconciled), model.NodeInvoice: back(t.invoiced),
	}
	if how == closed {
		o.OrderedOn = d.workday(on)
		o.PromisedOn = o.OrderedOn.AddDays(t.promised)
		done = d.long(&o)
	}
	done[model.NodeReview] = done[model.NodeConfirm]
	o.Terms = d.pick("", "30%定金+70%货到30天", "货到30天", "款到发货", "30%定金+60%发货前+10%货到60天")
	o.Complete(c, d.settings, d.today)
	o.QuotedOn = o.OrderedOn
	d.ship(&o, how, t, done)
	x := Deal{Order: o, Lines: d.lines(c, &o, how)}
	if how == reservedSoon {
		x.Order.ReservedOn, x.Order.ReservedUntil = x.Order.OrderedOn, d.today.AddDays(2)
	}
	if how == cancelled {
		x.Order.CancelledOn, x.Order.CancelledWhy = d.today.AddDays(-d.between(1, 9)), d.pick("客户改了方案", "预算没批下来", "等不及交期")
	}
	d.settle(&x, c, how, done)
	return x
}

// workday is a day that has come or, where it is a rest day, the working day
// after it; the one before it where that hasn't come yet, as on a Sunday.
func (d *Dealer) workday(day model.Date) model.Date {
	return min(d.cal.OnOrAfter(day), d.cal.OnOrBefore(d.today))
}

// long are the days of an order that was closed long ago, as far as today lets
// it be.
func (d *Dealer) long(o *model.Order) map[model.Node]model.Date {
	done := map[model.Node]model.Date{}
	for n, node := range model.Nodes {
		day := d.cal.OnOrAfter(o.OrderedOn.AddDays([]int{1, 1, 5, 13, 18, 21, 24, 25}[n] + d.between(0, 2)))
		if node == model.NodeConfirm || node == model.NodeReview {
			day = d.cal.OnOrAfter(o.OrderedOn.AddDays(1))
		}
		if day <= d.today {
			done[node] = day
		}
	}
	return done
}

func (d *Dealer) ship(o *model.Order, how deal, t timing, done map[model.Node]model.Date) {
	if done[model.NodeShip] == "" {
		return
	}
	o.Carrier, o.Waybill = d.pick("德邦物流", "顺丰速运", "安能物流", "佛山专线"), fmt.Sprintf("SF%08d", d.rng.IntN(100_000_000))
	o.ETA = done[model.NodeShip].AddDays(3)
	if how != closed {
		o.ETA = max(d.today.AddDays(t.eta), done[model.NodeShip])
	}
	if done[model.NodeReceive] != "" {
		o.ReceivedBy = d.pick("王师傅", "仓库李姐", "张经理", "前台")
	}
	if done[model.NodeInvoice] != "" {
		o.InvoiceNo = fmt.Sprintf("FP%06d", d.rng.IntN(1_000_000))
	}
}

// settle works out what the rules keep of a deal: the nodes, the receivables
// and what was paid of them.
func (d *Dealer) settle(x *Deal, c *model.Customer, how deal, done map[model.Node]model.Date) {
	o := &x.Order
	d.numbers[o.OrderedOn]++
	o.OrderNo = fmt.Sprintf("%s-%02d", strings.ReplaceAll(string(o.OrderedOn), "-", ""), d.numbers[o.OrderedOn])
	x.Nodes = model.NodesOf(o, nil)
	_ = model.NumberLines(o, x.Lines) // a sample's lines are in order
	o.Reprice(nil, x.Lines, x.Nodes, d.settings, o.OrderedOn)
	for i := range x.Nodes {
		x.Nodes[i].DoneOn = done[x.Nodes[i].Node]
	}
	o.Follow(x.Nodes, "")
	x.Nodes.Replan(&model.Order{}, o, d.settings)
	paidUp := d.pay(x, c, how)
	o.Follow(x.Nodes, paidUp)
}

// pay makes the receivables of a confirmed order. Those that are due were paid,
// and so was all of the past.
func (d *Dealer) pay(x *Deal, c *model.Customer, how deal) (paidUp model.Date) {
	o := &x.Order
	if o.ConfirmedOn == "" {
		return ""
	}
	x.Debts = o.Owed(c, d.settings)
	paidUp = o.ConfirmedOn
	for i := range x.Debts {
		r := &x.Debts[i]
		r.InvoicedOn = o.InvoicedOn
		if o.InvoicedOn != "" {
			r.InvoiceNo = o.InvoiceNo
		}
		due := r.DueOn
		if due == "" {
			due = lastOf(o.InvoicedOn, o.ReceivedOn)
		}
		paid := d.cal.OnOrAfter(due.AddDays(max(0, d.between(-6, 5))))
		switch {
		case how == closed && (due == "" || paid >= d.today):
			paid = max(o.ConfirmedOn, d.today.AddDays(-d.between(1, 20)))
		case due == "" || paid >= d.today:
			paid = ""
		}
		o.Billed += r.Amount
		x.PaidOn = append(x.PaidOn, paid)
		if paid == "" {
			o.Outstanding, paidUp = o.Outstanding+r.Amount, ""
			continue
		}
		o.Collected += r.Amount
		r.Paid, r.Settled = r.Amount, r.Amount
		if paidUp != "" {
			paidUp = max(paidUp, paid)
		}
	}
	return paidUp
}

func lastOf(days ...model.Date) model.Date { return slices.Max(days) }

func (d *Dealer) between(least, most int) int { return least + d.rng.IntN(most-least+1) }

func (d *Dealer) pick(items ...string) string { return items[d.rng.IntN(len(items))] }
