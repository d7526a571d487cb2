package sample

import (
	"fmt"

	"genjin/model"
)

// before is a day between the sale of a receivable and today.
func (b *account) before(r *model.Receivable) model.Date {
	days := max(b.today.Sub(r.SaleOn), 0)
	return r.SaleOn.AddDays(b.rng.IntN(days + 1))
}

// pay keeps a payment that settles a part of a receivable.
func (b *account) pay(r *model.Receivable, amount int64, on model.Date) {
	if amount <= 0 {
		return
	}
	p := b.payment(amount, on)
	b.ledger.Allocations = append(b.ledger.Allocations, model.Allocation{
		Meta: model.Meta{ID: int64(len(b.ledger.Allocations) + 1)}, PaymentID: p, ReceivableID: r.ID, Amount: amount,
		AllocatedOn: max(on, r.SaleOn),
	})
}

func (b *account) payment(amount int64, on model.Date) (id int64) {
	id = int64(len(b.ledger.Payments) + 1)
	p := model.Payment{
		Meta: model.Meta{ID: id}, ReceivedOn: on, Currency: b.currency, Amount: amount, Verified: b.chance(70),
		Method: pick[model.PayMethod](&b.generator, "transfer", "transfer", "transfer", "mobile", "cash"),
	}
	if amount > 200_000_00 && b.chance(20) {
		p.Method, p.MaturesOn = model.PayDraft, on.AddDays(b.between(60, 180))
	}
	if b.chance(50) {
		p.ReceiptNo = fmt.Sprintf("SJ%06d", b.rng.IntN(1_000_000))
	}
	b.ledger.Payments = append(b.ledger.Payments, p)
	return id
}

// advance is money that came before there was anything to settle; a part of
// some of it went back.
func (b *account) advance() {
	on := b.workdayBefore(b.today.AddDays(-b.between(1, 40)))
	amount := int64(b.between(5, 50)) * 1000_00
	id := b.payment(amount, on)
	if b.chance(20) {
		b.ledger.Refunds = append(b.ledger.Refunds, model.Refund{
			Meta: model.Meta{ID: 1}, PaymentID: id, RefundedOn: b.workday(on), Amount: amount / 4, Method: "transfer", Reason: "订单减少,退回一部分",
		})
	}
}

// credit lowers a receivable by a tenth or less.
func (b *account) credit(r *model.Receivable) {
	amount := r.Amount / 1000 * int64(b.between(5, 80))
	if amount == 0 {
		return
	}
	b.ledger.Credits = append(b.ledger.Credits, model.Credit{
		Meta: model.Meta{ID: int64(len(b.ledger.Credits) + 1)}, ReceivableID: r.ID, CreditedOn: b.before(r), Amount: amount,
		Reason: pick(&b.generator, "退货两件", "运输破损,折让", "老客户优惠"),
	})
}

// reconcile agrees on last month's account.
func (b *account) reconcile() {
	last := model.MonthOf(b.today).Months(-1)
	b.ledger.Reconciliations = append(b.ledger.Reconciliations, model.Reconciliation{
		Meta: model.Meta{ID: 1}, FromOn: last.First, ToOn: last.Last, SentOn: last.Last,
		ConfirmedOn: min(b.workday(last.Last.AddDays(3)), b.today), Currency: b.currency,
	})
}

// step keeps a chasing step.
func (b *account) step(r *model.Receivable, st model.Step, on model.Date) *model.Dunning {
	method, said := pick[model.ChaseMethod](&b.generator, "sms", "letter"), pick(&b.generator, "对账单已发", "财务说这周排款", "老板出差,回来就付")
	if st.Level > 1 {
		method, said = model.ChaseLetter, pick(&b.generator, "催款函已寄出", "说资金紧张,月底前付", "答应先付一部分")
	}
	b.ledger.Dunnings = append(b.ledger.Dunnings, model.Dunning{
		Meta: model.Meta{ID: int64(len(b.ledger.Dunnings) + 1)}, ReceivableID: r.ID, ChasedOn: on, Level: int64(st.Level),
		Method: method, Outcome: model.Reached, Note: said,
	})
	return &b.ledger.Dunnings[len(b.ledger.Dunnings)-1]
}

// upToDate takes the steps that the ladder has reached, so that none waits.
func (b *account) upToDate(r *model.Receivable) { b.stepsUntil(r, b.today) }

// stepsUntil takes the steps reached by a day: the latest one on some day since,
// and before it one in two.
func (b *account) stepsUntil(r *model.Receivable, day model.Date) {
	latest, ok := model.ReachedStep(b.settings.Steps(), r.DueOn, day)
	if !ok {
		return
	}
	for _, st := range b.settings.Steps() {
		if st == latest {
			since := max(st.On(r.DueOn), r.SaleOn)
			b.step(r, st, since.AddDays(b.rng.IntN(max(day.Sub(since), 0)+1)))
			return
		}
		if st.Level > 0 && b.chance(50) {
			b.step(r, st, st.On(r.DueOn))
		}
	}
}

// earlierSteps takes the steps before the one that waits.
func (b *account) earlierSteps(r *model.Receivable) {
	latest, ok := model.ReachedStep(b.settings.Steps(), r.DueOn, b.today)
	for _, st := range b.settings.Steps() {
		if !ok || st == latest {
			return
		}
		b.step(r, st, max(st.On(r.DueOn), r.SaleOn))
	}
}

// promise keeps a step with which payment was promised for a day.
func (b *account) promise(r *model.Receivable, on, payOn model.Date) {
	st, ok := model.ReachedStep(b.settings.Steps(), r.DueOn, on)
	if !ok {
		return
	}
	d := b.step(r, st, on)
	d.PromiseOn, d.PromiseAmount, d.Note = payOn, b.open(r), pick(&b.generator, "答应到时候付清", "说排了款,一定付", "财务确认了日期")
}
