package files

import (
	"encoding/json"
	"errors"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// Lists of money records have columns that hold several small records, a line
// each: what a payment settles (FP0001 1500.00 2026-01-10) and settled until it
// was taken off again (FP0001 1500.00 2026-01-10 2026-03-01), the credit notes of
// a receivable and what of it was given up (2026-01-12 200.00 reason), since when
// it was disputed (2026-01-12 reason), how it was chased, and what of a payment was given back (2026-01-12 200.00 transfer reason).
var (
	settlesColumn = heading{recordPayment, "allocations"}
	takenColumn   = heading{recordPayment, "taken_off"}
	refundsColumn = heading{recordPayment, "refunds"}
	creditsColumn = heading{recordReceivable, "credits"}
	offsColumn    = heading{recordReceivable, "write_offs"}
	disputeColumn = heading{recordReceivable, "disputes"}
	stepsColumn   = heading{recordReceivable, "steps"}
)

// settlesIn reads what a payment settles, a line each: names, with or without
// how much and since when.
func settlesIn(text, currency string) []model.Settle {
	var list []model.Settle
	for _, line := range strings.Split(text, "\n") {
		names := strings.FieldsFunc(line, func(r rune) bool { return strings.ContainsRune(";；、,，", r) })
		s, ok := settleIn(line, currency)
		for _, name := range names {
			if part, ok := settleIn(name, currency); ok && len(names) > 1 {
				s.Parts = append(s.Parts, part)
			}
		}
		if ok {
			list = append(list, s)
		}
	}
	return list
}

func settleIn(text, currency string) (model.Settle, bool) {
	words := strings.Fields(text)
	s := model.Settle{Text: strings.Join(words, " ")}
	for range 2 { // since when, and until when
		n := len(words)
		if n < 3 {
			break
		}
		day, err := model.ParseDate(words[n-1], "", model.Nearest)
		if err != nil || len(words[n-1]) != len(day) {
			break
		}
		s.On, s.Until, words = day, s.On, words[:n-1]
	}
	if n := len(words); n > 1 {
		if m, err := model.ParseAmount(words[n-1], currency); err == nil && m.Amount > 0 {
			s.Amount, words = m.Amount, words[:n-1]
		}
	}
	s.Name = strings.Join(words, " ")
	return s, s.Name != ""
}

// note is a line of a credit note or a refund.
type note struct {
	on     model.Date
	amount int64
	rest   string
}

// notesIn reads such lines; only where what was noted can be taken back an amount
// may be negative.
func notesIn(text, currency string, today model.Date, back bool) ([]note, error) {
	var list []note
	var errs []error
	for _, line := range strings.Split(text, "\n") {
		day, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
		sum, reason, _ := strings.Cut(strings.TrimSpace(rest), " ")
		if day == "" {
			continue
		}
		on, err := model.ParseDate(day, today, model.Past)
		m, err2 := model.ParseAmount(sum, currency)
		if err2 == nil && (m.Amount == 0 || m.Amount < 0 && !back) {
			err2 = model.Refuse(model.RefusedAmountRange, sum)
		}
		errs = append(errs, err, err2)
		list = append(list, note{on, m.Amount, strings.TrimSpace(reason)})
	}
	return list, errors.Join(errs...)
}

// disputesIn reads since when something was disputed, a line a time.
func disputesIn(text string, today model.Date) (list []model.DisputeMove, err error) {
	for _, line := range strings.Split(text, "\n") {
		day, why, _ := strings.Cut(strings.TrimSpace(line), " ")
		if day == "" {
			continue
		}
		m := model.DisputeMove{Why: model.CleanNote(strings.ReplaceAll(why, label.ChangeEnds, "\n"))}
		if m.Why == label.Nothing {
			m.Why = ""
		}
		if day != label.Nothing {
			m.On, err = model.ParseDate(day, today, model.Past)
		}
		if err != nil {
			return nil, err
		}
		list = append(list, m)
	}
	return list, nil
}

// setLines reads a column that holds small records; false for another one.
func (r *reader) setLines(d *model.ProposedDebt, h heading, text string) (bool, error) {
	switch h {
	case heading{recordReceivable, "order_id"}:
		d.Follows = true // whatever the sender calls it
		return true, nil
	case settlesColumn:
		d.Settles = settlesIn(text, d.Payment.Currency)
		return true, nil
	case takenColumn:
		d.Taken = settlesIn(text, d.Payment.Currency)
		return true, nil
	case stepsColumn:
		var err error
		d.Steps, err = stepsIn(text, d.Receivable.Currency)
		return true, model.At(h.code, err)
	case offsColumn:
		if strings.HasPrefix(text, "[") {
			return false, nil // as it is kept
		}
		list, err := notesIn(text, d.Receivable.Currency, r.opt.Today, true)
		for _, n := range list {
			d.GivenUp = append(d.GivenUp, model.OffMove{On: n.on, Amount: n.amount, Why: model.CleanNote(n.rest)})
		}
		return true, model.At(h.code, err)
	case disputeColumn:
		if strings.HasPrefix(text, "[") {
			return false, nil // as it is kept
		}
		var err error
		d.Disputes, err = disputesIn(text, r.opt.Today)
		return true, model.At(h.code, err)
	case creditsColumn:
		list, err := notesIn(text, d.Receivable.Currency, r.opt.Today, false)
		for _, n := range list {
			c := model.Credit{CreditedOn: n.on, Amount: n.amount, Reason: model.CleanNote(n.rest)}
			d.Credits = append(d.Credits, c)
			err = errors.Join(err, requiredReason(c.Reason))
		}
		return true, model.At(h.code, err)
	case refundsColumn:
		list, err := notesIn(text, d.Payment.Currency, r.opt.Today, false)
		for _, n := range list {
			how, reason, _ := strings.Cut(n.rest, " ")
			method, known := label.ReadOption("refund", "method", how)
			if !known && how != label.NoMethod {
				reason = n.rest
			}
			back := model.Refund{RefundedOn: n.on, Amount: n.amount, Method: model.PayMethod(method), Reason: model.CleanNote(reason)}
			d.Refunds = append(d.Refunds, back)
			err = errors.Join(err, requiredReason(back.Reason))
		}
		return true, model.At(h.code, err)
	}
	return false, nil
}

func requiredReason(reason string) error {
	if reason == "" {
		return model.Refuse(model.RefusedRequired)
	}
	return nil
}

// linesOfObjects are small records of genjin's JSON as such a column has them;
// false for other objects.
func linesOfObjects(raw json.RawMessage) (string, bool) {
	var list []struct {
		Receivable, Reason, Method string
		Amount                     struct {
			Amount   int64
			Currency string
		}
		AllocatedOn model.Date `json:"allocated_on"`
		ReversedOn  model.Date `json:"reversed_on"`
		CreditedOn  model.Date `json:"credited_on"`
		RefundedOn  model.Date `json:"refunded_on"`
		ChasedOn    model.Date `json:"chased_on"`
	}
	if json.Unmarshal(raw, &list) != nil {
		return "", false
	}
	var lines []string
	for _, o := range list {
		switch {
		case o.ChasedOn != "":
			return stepsOfObjects(raw)
		case o.AllocatedOn != "":
			lines = append(lines, label.SettleLine(o.Receivable, o.Amount.Amount, o.Amount.Currency, o.AllocatedOn, o.ReversedOn))
		case o.CreditedOn != "":
			lines = append(lines, label.NoteLine(o.CreditedOn, o.Amount.Amount, o.Amount.Currency, "", o.Reason))
		case o.RefundedOn != "":
			how := o.Method
			if how == "" {
				how = label.NoMethod
			}
			lines = append(lines, label.NoteLine(o.RefundedOn, o.Amount.Amount, o.Amount.Currency, how, o.Reason))
		default:
			return "", false
		}
	}
	return strings.Join(lines, "\n"), true
}
