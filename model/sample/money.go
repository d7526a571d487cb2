package sample

import (
	"fmt"
	"math/rand/v2"

	"genjin/model"
)

// debtRole is why a receivable is in the sample.
type debtRole byte

const (
	settledDebt   debtRole = iota // paid, sooner or later
	pendingDebt                   // not due for a while
	chasedDebt                    // overdue, and chased as far as the ladder goes
	promisedDebt                  // overdue, with a promise for a day to come
	partDebt                      // partly paid
	chaseDebt                     // a step of the ladder waits
	brokenDebt                    // a promise has passed unpaid
	reminderDebt                  // due in the next days
	disputedDebt                  // the customer says no
	debtRoleCount                 //
)

// debtQuota is how many receivables of a pressing role a sample of any size
// has: a day's work doesn't grow with the file.
var debtQuota = [debtRoleCount]int{chaseDebt: 8, brokenDebt: 2, reminderDebt: 3, disputedDebt: 1}

// mostUsual is how many receivables a customer has who has many; a sample of
// which more are asked gives them older ones, nearly all paid.
const mostUsual = 5

// foreign is how many customers of a sample owe in dollars.
const foreign = 2

// Money makes up what the customers of a sample owe and have paid. It draws by
// itself, so that the customers of a seed stay as they are.
type Money struct {
	generator
	debts   [debtRoleCount]int // pressing ones that may still come
	foreign int
	invoice int
	owed    share
}

// NewMoney begins the money of a sample of a size as of a day.
func NewMoney(size model.DemoSize, seed uint64, today model.Date) *Money {
	m := &Money{foreign: foreign, debts: debtQuota, owed: share{want: size.Receivables, among: size.Customers}}
	m.rng, m.today, m.settings = rand.New(rand.NewPCG(seed^0x5851f42d4c957f2d, seed)), today, model.DefaultSettings()
	m.cal = m.settings.Calendar()
	return m
}

// Of is what a customer owes and has paid, empty for who never bought: about
// three receivables for who did. A company that buys has its terms and credit
// limit on the card. Ids are those of the ledger; when a record was made, and
// what follows from the others, is left to whoever keeps it.
func (m *Money) Of(c *model.Customer) model.Ledger {
	var l model.Ledger
	m.owed.next()
	if !m.bought(c) {
		return l
	}
	b := account{Money: m, ledger: &l, currency: "CNY", habit: m.habit()}
	if c.Kind == model.Company && m.foreign > 0 && m.chance(15) {
		m.foreign--
		b.currency = "USD"
	}
	if c.Kind == model.Company {
		c.Terms, c.CreditLimit = "票到30天", int64(m.between(10, 60))*10_000_00
	}
	n := pick(&m.generator, 2, 2, 3, 3, 3, 4, mostUsual)
	n += m.owed.short(n)
	m.Owed(n)
	day := m.workdayBefore(m.today.AddDays(-m.between(5, 20)))
	for i := range n {
		b.debt(c, i, day)
		day = m.workdayBefore(day.AddDays(-m.between(28, 60)))
	}
	if m.chance(6) {
		b.advance()
	}
	if c.Kind == model.Company && m.chance(10) {
		b.reconcile()
	}
	return l
}

// Owed counts receivables that a customer of the sample has.
func (m *Money) Owed(n int) { m.owed.give(n) }

// bought tells who has bought: whose deal is done, and among companies some of
// those who are about to buy again.
func (m *Money) bought(c *model.Customer) bool {
	switch c.Grade {
	case model.GradeA, model.GradeB, model.GradeC:
		return c.Kind == model.Company && m.chance(40)
	}
	return c.Stage == model.Won
}

// habit is how many days late a customer usually pays: most in time, a few very
// late.
func (m *Money) habit() [2]int {
	return pick(&m.generator, [2]int{-6, 1}, [2]int{-6, 1}, [2]int{-3, 4}, [2]int{-2, 8}, [2]int{2, 14}, [2]int{8, 28},
		[2]int{20, 55}, [2]int{45, 95})
}

// account is the ledger of one customer being made.
type account struct {
	*Money
	ledger   *model.Ledger
	currency string
	habit    [2]int
}

// debt makes the i-th latest receivable of a customer, sold on a day.
func (b *account) debt(c *model.Customer, i int, day model.Date) {
	b.invoice++
	r := model.Receivable{
		Meta: model.Meta{ID: int64(len(b.ledger.Receivables) + 1)}, Kind: model.DueGoods, InvoiceNo: fmt.Sprintf("FP%06d", b.invoice),
		OrderNo: fmt.Sprintf("S%d-%04d", day.Year(), b.invoice), SaleOn: day, InvoicedOn: b.workday(day.AddDays(b.between(0, 3))),
		Currency: b.currency, Amount: b.sum(c), Terms: pick(&b.generator, "票到30天", "票到30天", "票到45天", "票到15天"),
	}
	if r.InvoicedOn > b.today {
		r.InvoicedOn = day
	}
	r.Complete(c, b.settings)
	role := b.role(&r, i)
	b.settleDates(&r, role)
	b.ledger.Receivables = append(b.ledger.Receivables, r)
	at := &b.ledger.Receivables[len(b.ledger.Receivables)-1]
	if b.chance(6) && role != chaseDebt && role != brokenDebt {
		b.credit(at)
	}
	b.live(at, role)
}

// sum is what an invoice comes to.
func (b *account) sum(c *model.Customer) int64 {
	least, most := 20, 300 // hundreds of yuan
	if c.Kind == model.Company {
		least, most = 60, 1800
	}
	if b.currency == "USD" {
		least, most = 20, 400
	}
	sum := int64(b.between(least, most)) * 100_00
	if b.chance(30) {
		sum += int64(b.between(1, 9999))
	}
	return sum
}

// role deals a role out: of the latest receivables some press, as far as the
// quota goes; older ones are mostly paid.
func (b *account) role(r *model.Receivable, i int) debtRole {
	if i < 2 {
		for _, pressing := range []debtRole{brokenDebt, chaseDebt, reminderDebt, disputedDebt} {
			if b.debts[pressing] > 0 && b.chance(30) {
				b.debts[pressing]--
				return pressing
			}
		}
	}
	switch {
	case i >= mostUsual && b.chance(95):
		return settledDebt
	case i >= mostUsual:
		return chasedDebt
	case r.DueOn > b.today && i == 0:
		return pick(&b.generator, pendingDebt, pendingDebt, pendingDebt, partDebt, settledDebt)
	case r.DueOn > b.today:
		return pick(&b.generator, pendingDebt, settledDebt, settledDebt)
	}
	return pick(&b.generator, settledDebt, settledDebt, settledDebt, settledDebt, settledDebt, settledDebt,
		settledDebt, chasedDebt, promisedDebt, partDebt)
}

// settleDates moves the due date to where the role wants it; the sale lies
// before.
func (b *account) settleDates(r *model.Receivable, role debtRole) {
	first := b.settings.Steps()[0].Days
	due := r.DueOn
	switch role {
	case pendingDebt:
		due = max(due, b.today.AddDays(-first+b.between(1, 30))) // no reminder yet
	case chasedDebt, promisedDebt, disputedDebt:
		due = min(due, b.today.AddDays(-b.between(2, 75)))
	case chaseDebt:
		due = b.today.AddDays(-pick(&b.generator, 1, 2, 7, 8, 9, 15, 17, 30, 34, 62))
	case brokenDebt:
		due = b.today.AddDays(-b.between(12, 40))
	case reminderDebt:
		due = b.today.AddDays(b.between(1, -first))
	}
	shift := due.Sub(r.DueOn)
	r.DueOn = due
	switch {
	case shift < 0:
		r.SaleOn, r.InvoicedOn = r.SaleOn.AddDays(shift), r.InvoicedOn.AddDays(shift)
	case shift > 0:
		r.Terms = "" // as agreed for this one
	}
}

// live makes what happened to a receivable.
func (b *account) live(r *model.Receivable, role debtRole) {
	switch role {
	case settledDebt:
		b.settle(r)
	case partDebt:
		b.pay(r, b.open(r)/10*int64(b.between(3, 7)), b.before(r))
		b.upToDate(r)
	case chasedDebt:
		b.upToDate(r)
	case promisedDebt:
		b.upToDate(r)
		b.promise(r, b.today.AddDays(-b.between(0, 2)), b.workday(b.today.AddDays(b.between(1, 8))))
	case chaseDebt:
		b.earlierSteps(r)
	case brokenDebt:
		broken := b.workdayBefore(b.today.AddDays(-b.between(0, 6)))
		b.promise(r, broken.AddDays(-b.between(2, 5)), broken)
	case disputedDebt:
		r.Disputed, r.DisputeWhy = true, pick(&b.generator, "到货少了两件,要求补发", "颜色与样板不符,要求折价", "说好包运费,发票里又加了")
	}
}

// open is what nothing settles yet.
func (b *account) open(r *model.Receivable) int64 {
	sum := r.Amount - r.WrittenOff
	for _, a := range b.ledger.Allocations {
		if a.ReceivableID == r.ID {
			sum -= a.Amount
		}
	}
	for _, c := range b.ledger.Credits {
		if c.ReceivableID == r.ID {
			sum -= c.Amount
		}
	}
	return sum
}

// settle pays a receivable as the customer does; what would only come later is
// still open, or was given up when it is very old.
func (b *account) settle(r *model.Receivable) {
	on := b.workday(r.DueOn.AddDays(b.between(b.habit[0], b.habit[1])))
	on = max(on, r.SaleOn)
	if on > b.today {
		if r.DueOn < b.today.AddDays(-1) {
			b.upToDate(r)
		} else {
			b.pay(r, b.open(r), b.before(r))
		}
		return
	}
	if on.Sub(r.DueOn) > 1 {
		b.stepsUntil(r, on)
	}
	if b.chance(12) {
		b.pay(r, b.open(r)/2, max(r.SaleOn, on.AddDays(-b.between(5, 20))))
	}
	if b.chance(1) && on < b.today.AddDays(-60) {
		r.WrittenOff, r.WrittenOffOn, r.WrittenOffWhy = b.open(r), b.today.AddDays(-20), "客户停业,收不回来"
		return
	}
	b.pay(r, b.open(r), on)
}
