package model

// StatusSaid is what the words of a status say of money that came in.
type StatusSaid struct {
	Text   string // as it stands
	Unpaid bool   // 未付款, 待付款: nothing came in; 逾期 and 未到期 leave that open
	Partly bool   // 逾期部分付款
}

// UnpaidAs answers for a whole sheet what an amount under 回款金额 is where the
// status says that nothing was paid (rule 4).
type UnpaidAs string

// The answers; without one such a row is refused with the question.
const (
	UnpaidOwed UnpaidAs = "owed" // it has not come in
	UnpaidPaid UnpaidAs = "paid" // it came in, the status is out of date
)

// SheetSays is what is known of a tracking sheet as a whole.
type SheetSays struct {
	HasOwed bool // there is a column for the amount owed
	Unpaid  UnpaidAs
}

// Settle brings a row in line with what it lacks (rule 4). Without an amount
// owed the status says what 回款金额 is: 已付款 makes it owed and paid; 待付款, 未付款
// and 逾期未付款 make it the amount owed and 付款日期 its due date; 部分付款 needs the
// amount owed. Beside an amount owed a status that says unpaid and an amount
// paid are a question, and a date paid without an amount is all of it. An amount
// that isn't paid is due on 付款日期 where no other day is given.
//
// Refused: RefusedRequired, RefusedOption, RefusedTotal, RefusedUnpaid,
// RefusedPart.
func (d *ProposedDebt) Settle(sheet SheetSays, today Date) error {
	setIfEmpty(&d.Receivable.Kind, DueGoods)
	if err := d.settleAmounts(sheet); err != nil {
		return err
	}
	if !d.Nothing {
		d.settleDays(today)
	}
	return nil
}

func (d *ProposedDebt) settleAmounts(sheet SheetSays) error {
	r, p := &d.Receivable, &d.Payment
	partly := d.Stated == OwePartial || d.Said.Partly
	switch {
	case sheet.HasOwed && p.Amount > 0 && d.contradictsPaid():
		return d.answer(sheet.Unpaid)
	case r.Amount > 0:
		return d.settlePaid(partly)
	case partly:
		return At("amount", Refuse(RefusedTotal))
	case p.Amount == 0 && (d.ZeroOwed || d.ZeroPaid && !sheet.HasOwed):
		d.Nothing = true
	case p.Amount == 0:
		return At("amount", Refuse(RefusedRequired))
	case d.StatedText != "":
		return At("status", refuseStatus(d.StatedText))
	case d.Stated == "":
		return At("status", Refuse(RefusedRequired))
	case d.Stated == OwePaid:
		r.Amount, d.Unstated = p.Amount, true
		d.infer("amount")
	default:
		r.Amount, p.Amount = p.Amount, 0
		d.infer("amount")
	}
	return nil
}

// contradictsPaid reports whether the status can't stand beside the amount that
// was paid: it says that nothing came in, or that something is open where
// nothing is.
func (d *ProposedDebt) contradictsPaid() bool {
	return d.IsWaiting() && !d.Said.Partly && (d.Said.Unpaid || d.Payment.Amount >= d.Receivable.Amount)
}

// answer takes an amount beside a status that says unpaid as the person said.
func (d *ProposedDebt) answer(as UnpaidAs) error {
	r, p := &d.Receivable, &d.Payment
	if as != UnpaidOwed && as != UnpaidPaid {
		return At("amount", Refuse(RefusedUnpaid, d.Said.Text, Money{p.Amount, p.Currency}.String()))
	}
	if r.Amount == 0 {
		r.Amount = p.Amount
		d.infer("amount")
	}
	if as == UnpaidOwed {
		p.Amount = 0
	}
	return nil
}

// settlePaid works out what was paid where the row states what is owed.
func (d *ProposedDebt) settlePaid(partly bool) error {
	r, p := &d.Receivable, &d.Payment
	switch {
	case p.Amount > 0:
	case partly:
		return At("amount", Refuse(RefusedPart))
	case d.ZeroPaid || d.IsWaiting():
	case d.Stated == OwePaid, p.ReceivedOn != "":
		p.Amount = r.Amount
		d.workOut("amount")
	}
	return nil
}

// settleDays gives an amount that isn't paid its due date, and one that is the
// day on which it came in: in time, as far as it goes, where nobody wrote when.
func (d *ProposedDebt) settleDays(today Date) {
	r, p := &d.Receivable, &d.Payment
	switch {
	case p.Amount == 0:
		if r.DueOn == "" && p.ReceivedOn != "" && d.IsWaiting() {
			r.DueOn = p.ReceivedOn
			d.infer("due_on")
		}
		d.Payment = Payment{}
	case p.ReceivedOn == "":
		p.ReceivedOn = today
		if r.DueOn != "" && r.DueOn < today {
			p.ReceivedOn = r.DueOn
		}
		d.workOut("received_on")
	}
}

func refuseStatus(text string) error {
	args := []string{text}
	for _, s := range OweStatuses {
		args = append(args, string(s))
	}
	return Refuse(RefusedOption, args...)
}

// IsWaiting reports whether the row says that it is still to be paid: the day
// under 付款日期 is then the one on which it should be.
func (d *ProposedDebt) IsWaiting() bool {
	return d.Stated == OwePending || d.Stated == OweUnpaid || d.Stated == OweOverdue
}

func (d *ProposedDebt) workOut(codes ...string) {
	d.WorkedOut = ListOf(append(d.WorkedOut.Items(), codes...)...)
}
