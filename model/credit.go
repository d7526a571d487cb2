package model

import "slices"

// Credit is a credit note 冲减/退款: it lowers what a receivable amounts to.
type Credit struct {
	Meta
	ReceivableID int64
	CustomerID   int64
	CreditedOn   Date
	Amount       int64
	Reason       string
}

// CreditFields is the field table of Credit. Its currency is the receivable's.
var CreditFields = Fields[Credit]{
	reference("receivable_id", RowOfReceivable, func(c *Credit) *int64 { return &c.ReceivableID }),
	ofCustomer(func(c *Credit) *int64 { return &c.CustomerID }),
	date("credited_on", func(c *Credit) *Date { return &c.CreditedOn }).required().form(2).flag("on"),
	amount("amount", func(c *Credit) *int64 { return &c.Amount }).required().form(1).half(),
	note("reason", func(c *Credit) *string { return &c.Reason }).required().form(3).flag("reason"),
}

// Check refuses a credit note that can't be kept: one to come, or from before
// there was anything to credit.
func (c *Credit) Check(r *Receivable, today Date) error {
	if err := CreditFields.Check(c); err != nil {
		return err
	}
	return r.CheckDay("credited_on", c.CreditedOn, today)
}

// CheckDay refuses a day on which nothing can have happened to a receivable: one
// to come, or before the sale.
func (r *Receivable) CheckDay(field string, on, today Date) error {
	switch {
	case on > today:
		return At(field, Refuse(RefusedFuture, string(on)))
	case on < r.Since():
		return At(field, Refuse(RefusedBefore, string(on), string(r.Since())))
	}
	return nil
}

// Exposure is what a customer may cost at worst (rule 2.6), in one currency.
type Exposure struct {
	Open     int64 // open receivables
	Bills    int64 // drafts that are not cashed
	Orders   int64 // confirmed orders that are not delivered yet
	Limit    int64 // the credit limit; 0 = none is set
	Currency string
	Unrated  []string // currencies that are left out for the want of a rate
}

// Add counts what a customer owes in a currency: in the limit's by the person's
// rates, or not at all where there is no rate.
func (e *Exposure) Add(s *Settings, currency string, open, orders, bills int64) {
	for _, part := range []struct {
		sum  *int64
		more int64
	}{{&e.Open, open}, {&e.Orders, orders}, {&e.Bills, bills}} {
		if part.more == 0 {
			continue
		}
		more, ok := s.Convert(part.more, currency, e.Currency)
		if !ok {
			if !slices.Contains(e.Unrated, currency) {
				e.Unrated = append(e.Unrated, currency)
			}
			continue
		}
		if *part.sum, ok = AddMoney(*part.sum, more); !ok {
			*part.sum = MaxAmount
		}
	}
}

// Sum is the exposure; false when it can't be kept.
func (e Exposure) Sum() (int64, bool) {
	sum, ok := AddMoney(e.Open, e.Orders)
	sum, ok2 := AddMoney(sum, e.Bills)
	return sum, ok && ok2
}

// Over is by how much an amount more would pass the limit; 0 when it doesn't,
// or there is none.
func (e Exposure) Over(more int64) int64 {
	sum, ok := e.Sum()
	total, ok2 := AddMoney(sum, more)
	switch {
	case e.Limit == 0:
		return 0
	case !ok || !ok2:
		return MaxAmount
	}
	return max(total-e.Limit, 0)
}
