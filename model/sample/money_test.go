package sample

import (
	"reflect"
	"testing"

	"genjin/model"
)

func (m made) ledgers(seed uint64, today model.Date) []model.Ledger {
	money := NewMoney(model.DemoSize{}, seed, today)
	var all []model.Ledger
	for i := range m.customers {
		c := m.customers[i]
		all = append(all, money.Of(&c))
	}
	return all
}

func TestTheMoneyOfASampleAddsUpAndPressesNoMoreThanADaysWork(t *testing.T) {
	for _, today := range []model.Date{"2026-11-24", "2026-02-17", "2028-02-29", "2026-10-01"} {
		for _, n := range sizes(200, 5000) {
			made := generate(t, n, 1, today)
			all := made.ledgers(1, today)
			if again := made.ledgers(1, today); !reflect.DeepEqual(all, again) {
				t.Fatal("the same seed and day give other money")
			}
			facts := model.Facts{Today: today, Settings: model.DefaultSettings()}
			buyers, owed, id := 0, 0, int64(0)
			statuses, currencies := map[model.OweStatus]int{}, map[string]int{}
			for i := range all {
				l := &all[i]
				for n := range l.Receivables {
					l.Receivables[n].CustomerID = 1
				}
				for n := range l.Payments {
					l.Payments[n].CustomerID = 1
				}
				fillCustomers(l)
				if err := l.Recount(); err != nil {
					t.Fatalf("%s, customer %d: %v", today, i, err)
				}
				if len(l.Receivables) == 0 {
					continue
				}
				buyers++
				owed += len(l.Receivables)
				for _, p := range l.Payments {
					if p.ReceivedOn > today {
						t.Errorf("%s: paid on %s", today, p.ReceivedOn)
					}
				}
				for _, d := range l.Dunnings {
					if d.ChasedOn > today {
						t.Errorf("%s: chased on %s", today, d.ChasedOn)
					}
				}
				for _, r := range l.Receivables {
					id++
					statuses[r.Standing(today, model.Later{}).Status]++
					currencies[r.Currency]++
					if r.SaleOn > today || r.InvoicedOn > today {
						t.Errorf("%s: sold on %s, invoiced on %s", today, r.SaleOn, r.InvoicedOn)
					}
					r.ID, r.CustomerID = id, int64(buyers)
					facts.Debts = append(facts.Debts, model.Debt{Receivable: r})
				}
			}
			kinds := map[model.RowKind]int{}
			for _, r := range model.Queue(facts) {
				kinds[r.Kind]++
			}
			if kinds[model.RowChase] < 5 || kinds[model.RowChase] > 8 || kinds[model.RowBroken] != 2 || kinds[model.RowReminder] < 1 ||
				kinds[model.RowReminder] > 3 {
				t.Errorf("%s, %d customers: %v wait on Today", today, n, kinds)
			}
			if mean := owed / buyers; buyers < n/40 || mean < 2 || mean > 4 {
				t.Errorf("%s, %d customers: %d bought %d", today, n, buyers, owed)
			}
			if statuses[model.OwePaid] < owed/4 || statuses[model.OweOverdue] < 5 || statuses[model.OwePending] < 5 || currencies["USD"] == 0 {
				t.Errorf("%s, %d customers: %v in %v", today, n, statuses, currencies)
			}
		}
	}
}

// fillCustomers says whose the records are, as who keeps them does.
func fillCustomers(l *model.Ledger) {
	for i := range l.Allocations {
		l.Allocations[i].CustomerID = 1
	}
	for i := range l.Credits {
		l.Credits[i].CustomerID = 1
	}
	for i := range l.Refunds {
		l.Refunds[i].CustomerID = 1
	}
	for i := range l.Dunnings {
		l.Dunnings[i].CustomerID = 1
	}
	for i := range l.Reconciliations {
		l.Reconciliations[i].CustomerID = 1
	}
}
