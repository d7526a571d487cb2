package receivables

import (
	"fmt"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// draw lays the details out: what it is and how it stands, what has come, what
// was done, then the customer's account.
func (p *pane) draw(d *shown, width int) (head []string, sections []kit.Section) {
	p.shown, p.w = d, width
	w, s := p.words.Owed, d
	if d == nil {
		return nil, []kit.Section{{Lines: []string{p.env.Styles.Dim.Render(w.Nobody)}}}
	}
	switch {
	case s.about.debt != 0:
		sections = append(sections, kit.Section{Lines: kit.Pairs(p.env, p.w, p.debtPairs())},
			kit.Section{Title: w.Allocations, Lines: p.allocationLines()})
		if len(s.credits) > 0 {
			sections = append(sections, kit.Section{Title: w.Credits, Lines: p.creditLines()})
		}
		sections = append(sections, kit.Section{Title: w.Steps, Lines: p.stepLines()})
	case s.about.payment != 0:
		sections = append(sections, kit.Section{Lines: kit.Pairs(p.env, p.w, p.paymentPairs())},
			kit.Section{Title: w.Settles, Lines: p.settleLines()})
		if len(s.payment.Refunds) > 0 {
			sections = append(sections, kit.Section{Title: label.Record("refund", p.words.Lang), Lines: p.refundLines()})
		}
	}
	sections = append(sections, kit.Section{Title: w.Account, Lines: kit.Pairs(p.env, p.w, p.till.AccountPairs(&s.account))})
	if len(s.agreed) > 0 {
		sections = append(sections, kit.Section{Title: label.Record("reconciliation", p.words.Lang),
			Lines: p.till.ReconciliationLines(s.agreed, p.w)})
	}
	return p.head(), sections
}

// head is whose it is, and what.
func (p *pane) head() []string {
	st, s := p.env.Styles, p.shown
	what := ""
	switch {
	case s.about.debt != 0:
		what = s.debt.Name()
	case s.about.payment != 0:
		what = label.Record("payment", p.words.Lang)
	}
	what = kit.Cut(what, p.w/2)
	room := max(p.w-kit.Width(what)-2, 8)
	f, _ := model.CustomerFields.ByCode("phones")
	lines := []string{kit.Fit(st.Title.Render(kit.Fit(s.customer.Name, room))+"  "+st.Badge.Render(what), p.w)}
	if phones := p.words.Show("customer", f.Spec, string(s.customer.Phones), ""); phones != "" {
		lines = append(lines, st.Row.Render(kit.Fit(phones, p.w)))
	}
	return append(lines, kit.Rule(p.env, p.w))
}

func (p *pane) day(d model.Date) string { return string(d) }

// otherFields are those of a receivable that stand nowhere else.
var otherFields = model.ReceivableFields.Rest("amount", "currency", "due_on", "terms", "kind", "invoice_no", "invoiced_on", "order_no",
	"sale_on", "remark")

// debtPairs are the receivable as labels and values.
func (p *pane) debtPairs() []kit.Pair {
	l, w, r := p.words.Lang, p.words.Owed, &p.shown.debt
	field := func(code string) string { return label.Field("receivable", code, l) }
	note := p.words.Note
	status := label.Owing(r.Now, l)
	if r.DueOn != "" && r.Now.Balance > 0 {
		status += "  " + label.DaysLate(r.Now.DaysLate, l)
	}
	part := label.Option("receivable", "kind", string(r.Kind), l)
	if r.Instalments > 0 {
		part += "  " + fmt.Sprintf(w.Instalment, r.Instalment, r.Instalments)
	}
	if r.Of > 0 {
		part += fmt.Sprintf("  %d/%d", r.PaidOf, r.Of)
	}
	paid := ""
	if r.Now.Paid > 0 {
		paid = label.Amount(r.Now.Paid, r.Currency)
	}
	pairs := []kit.Pair{
		{Label: w.Balance, Value: label.Amount(r.Now.Balance, r.Currency)},
		{Label: w.Amount, Value: label.Amount(r.Amount, r.Currency)},
		{Label: field("paid"), Value: paid},
		{Label: field("status"), Value: status},
		{Label: field("due_on"), Value: p.day(r.DueOn)},
		{Label: field("terms"), Value: r.Terms},
		{Label: field("kind"), Value: part},
		{Label: field("invoice_no"), Value: r.InvoiceNo}, {Label: field("invoiced_on"), Value: p.day(r.InvoicedOn)},
		{Label: field("order_no"), Value: r.OrderNo}, {Label: field("sale_on"), Value: p.day(r.SaleOn)},
	}
	if r.Disputed {
		pairs = append(pairs, kit.Pair{Label: field("disputed"), Value: note(r.DisputeWhy)})
	}
	if r.WrittenOff > 0 {
		pairs = append(pairs, kit.Pair{Label: field("written_off"),
			Value: label.Amount(r.WrittenOff, r.Currency) + "  " + string(r.WrittenOffOn) + "  " + note(r.WrittenOffWhy)})
	}
	if r.NextStepOn != "" {
		pairs = append(pairs, kit.Pair{Label: w.NextStep, Value: string(r.NextStepOn) + "  " + label.StepName(r.NextStep.Level, l)})
	}
	for _, code := range otherFields {
		f, _ := model.ReceivableFields.ByCode(code)
		pairs = append(pairs, kit.Pair{Label: field(code), Value: p.words.Show("receivable", f.Spec, f.Get(&r.Receivable), r.Currency)})
	}
	return append(pairs, kit.Pair{Label: field("remark"), Value: note(r.Remark)})
}

func (p *pane) dim(text string) []string { return []string{p.env.Styles.Dim.Render(text)} }

// allocationLines are which payments came, when and how much.
func (p *pane) allocationLines() []string {
	s, l := p.shown, p.words.Lang
	var lines []string
	for _, a := range s.allocations {
		pay := s.paidBy[a.PaymentID]
		parts := []string{string(a.AllocatedOn), label.Amount(a.Amount, s.debt.Currency),
			label.Option("payment", "method", string(pay.Method), l), pay.ReceiptNo, p.words.Note(pay.Payer)}
		if pay.Immature(s.debt.Now.AsOf) {
			parts = append(parts, p.words.Owed.Immature+" "+string(pay.MaturesOn))
		}
		lines = append(lines, p.env.Styles.Row.Render(kit.Cut(joined(parts), p.w)))
	}
	if len(lines) == 0 {
		return p.dim(p.words.Owed.NoAllocations)
	}
	return lines
}

func (p *pane) creditLines() []string {
	var lines []string
	for _, c := range p.shown.credits {
		lines = append(lines,
			p.env.Styles.Row.Render(kit.Cut(joined([]string{string(c.CreditedOn), label.Amount(c.Amount, p.shown.debt.Currency),
				p.words.Note(c.Reason)}), p.w)))
	}
	return lines
}

// stepLines are the chasing steps, the newest first, with what was promised
// and what became of it.
func (p *pane) stepLines() []string {
	s, l, st := p.shown, p.words.Lang, p.env.Styles
	var lines []string
	for _, d := range s.steps {
		head := joined([]string{string(d.ChasedOn), label.StepName(int(d.Level), l), label.Option("dunning", "method", string(d.Method), l)})
		style := &st.Row
		if d.Outcome == model.NotReached {
			head += "  " + label.Option("dunning", "outcome", string(d.Outcome), l)
			style = &st.Dim
		}
		lines = append(lines, style.Render(kit.Cut(head, p.w)))
		if d.Note != "" {
			for _, line := range kit.Wrap(p.words.Note(d.Note), max(p.w-2, 8)) {
				lines = append(lines, "  "+style.Render(line))
			}
		}
		promise, ok := s.promises[d.ID]
		if !ok {
			continue
		}
		style = &st.Row
		switch promise.State {
		case model.PromiseBroken:
			style = &st.Late
		case model.PromiseKept:
			style = &st.Good
		}
		text := joined([]string{p.words.Owed.Promised, string(d.PromiseOn), label.Amount(d.PromiseAmount, s.debt.Currency)})
		lines = append(lines, kit.Cut("  "+text+"  "+style.Render(label.PromiseState(promise.State, l)), p.w))
	}
	if len(lines) == 0 {
		return p.dim(p.words.Owed.NoSteps)
	}
	return lines
}

// paymentPairs are the payment as labels and values.
func (p *pane) paymentPairs() []kit.Pair {
	pay := &p.shown.payment
	var pairs []kit.Pair
	for _, f := range model.PaymentFields {
		if f.Kind == model.KindRef || f.Code == "currency" {
			continue
		}
		pairs = append(pairs, kit.Pair{Label: label.Field("payment", f.Code, p.words.Lang),
			Value: p.words.Show("payment", f.Spec, f.Get(&pay.Payment), pay.Currency)})
	}
	advance := ""
	if n := pay.Advance(); n > 0 {
		advance = label.Amount(n, pay.Currency)
	}
	return append(pairs, kit.Pair{Label: label.Field("payment", "advance", p.words.Lang), Value: advance})
}

// settleLines are what the payment settles.
func (p *pane) settleLines() []string {
	s := p.shown
	var lines []string
	for _, a := range s.payment.Shares {
		r := s.settles[a.ReceivableID]
		lines = append(lines,
			p.env.Styles.Row.Render(kit.Cut(joined([]string{string(a.AllocatedOn), label.Amount(a.Amount, s.payment.Currency), r.Name()}), p.w)))
	}
	if len(lines) == 0 {
		return p.dim(p.words.Money.NoShares)
	}
	return lines
}

// refundLines are what was given back of the payment, when and why.
func (p *pane) refundLines() []string {
	pay, l := &p.shown.payment, p.words.Lang
	var lines []string
	for _, r := range pay.Refunds {
		parts := []string{string(r.RefundedOn), label.Amount(r.Amount, pay.Currency), label.Option("refund", "method", string(r.Method), l),
			p.words.Note(r.Reason)}
		lines = append(lines, p.env.Styles.Row.Render(kit.Cut(joined(parts), p.w)))
	}
	return lines
}

// joined are the parts that say something, with air between them.
func joined(parts []string) string {
	var kept []string
	for _, part := range parts {
		if part != "" {
			kept = append(kept, strings.ReplaceAll(part, "\n", " "))
		}
	}
	return strings.Join(kept, "  ")
}
