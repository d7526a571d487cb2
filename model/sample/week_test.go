package sample_test

import (
	"testing"

	"genjin/model"
	"genjin/model/sample"
)

// Whatever day a sample is made on, nothing in it happened after that day, what
// is planned is planned for working days, and no two customers share a phone.
func TestASampleOfAnyWeekdayHasNoRecordOfTheFuture(t *testing.T) {
	size := model.DemoSize{Customers: 1500, Entries: 6000, Receivables: 3000, Orders: 1500}
	for today := model.Date("2026-11-23"); today <= "2026-11-29"; today = today.AddDays(1) {
		cal := model.DefaultCalendar()
		phones := map[string]string{}
		happened := func(what string, c *model.Customer, day model.Date) {
			if day > today {
				t.Errorf("on %s: %s of %s is dated %s", today, what, c.Name, day)
			}
		}
		money, dealer, n := sample.NewMoney(size, 7, today), sample.NewDealer(size, 7, today), 0
		kept := model.DemoSize{}
		err := sample.Generate(size, 7, today, func(c model.Customer, entries []model.Entry) error {
			ledger, deals := money.Of(&c), dealer.Deals(&c, n)
			n++
			for _, p := range c.Phones.Items() {
				if other, taken := phones[model.PhoneDigits(p)]; taken {
					t.Errorf("on %s: %s and %s have the phone %s", today, other, c.Name, p)
				}
				phones[model.PhoneDigits(p)] = c.Name
			}
			if c.NextOn > today && !cal.IsWorkday(c.NextOn) {
				t.Errorf("on %s: %s is due on the rest day %s", today, c.Name, c.NextOn)
			}
			kept.Entries, kept.Orders, kept.Receivables = kept.Entries+len(entries), kept.Orders+len(deals), kept.Receivables+len(ledger.Receivables)
			for i := range deals {
				money.Owed(len(deals[i].Debts))
				kept.Receivables += len(deals[i].Debts)
			}
			happened("the card", &c, c.FilledOn)
			for _, e := range entries {
				happened("an entry", &c, e.At.Date())
			}
			for _, d := range deals {
				happened("an order", &c, max(d.Order.OrderedOn, d.Order.CancelledOn, d.Order.ReservedOn, d.Order.ClosedOn))
				for _, node := range d.Nodes {
					happened("a node", &c, node.DoneOn)
				}
				for _, on := range d.PaidOn {
					happened("a payment of an order", &c, on)
				}
			}
			for _, r := range ledger.Receivables {
				happened("a receivable", &c, max(r.SaleOn, r.InvoicedOn, r.WrittenOffOn))
			}
			for _, p := range ledger.Payments {
				happened("a payment", &c, p.ReceivedOn)
			}
			for _, s := range ledger.Dunnings {
				happened("a chasing step", &c, s.ChasedOn)
			}
			for _, r := range ledger.Credits {
				happened("a credit", &c, r.CreditedOn)
			}
			return nil
		})
		if err != nil {
			t.Fatal(err)
		}
		if kept.Entries != size.Entries || far(kept.Orders, size.Orders) || far(kept.Receivables, size.Receivables) {
			t.Errorf("on %s: asked for %+v, made %+v", today, size, kept)
		}
	}
}

// far tells whether a number of records isn't about what was asked for.
func far(made, asked int) bool { return made < asked*97/100 || made > asked*103/100 }
