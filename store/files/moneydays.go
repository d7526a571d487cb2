package files

import (
	"strings"

	"genjin/model"
	"genjin/model/label"
)

var (
	dueOn      = heading{recordReceivable, "due_on"}
	receivedOn = heading{recordPayment, "received_on"}
	saleOn     = heading{recordReceivable, "sale_on"}
	invoicedOn = heading{recordReceivable, "invoiced_on"}
)

// setStatus reads the status of a row.
func setStatus(d *model.ProposedDebt, text string) {
	if text = model.Clean(text); text == "" {
		return
	}
	d.Said = label.StatusSays(text)
	if code, ok := label.ReadOption(recordReceivable, "status", text); ok {
		d.Stated = model.OweStatus(code)
	} else if !isNothing(model.Spec{Kind: model.KindChoice}, text) {
		d.StatedText = text
	}
}

// isZero tells an amount that is written as 0.
func isZero(text string) bool {
	m, err := model.ParseAmount(text, "")
	return err == nil && m.Amount == 0 && strings.Contains(model.HalfWidth(text), "0")
}

// moneyDays are the days from which those of a row without a year are reckoned
// (rule 4).
type moneyDays struct {
	today    model.Date
	row      model.Date // another day of the row, which has its year
	happened model.Date // a day without a year on which something happened: the last such
	agreed   model.Date // around which the days of the sheet lie
	dueBy    heading    // the column that says when the row is to be paid; zero = none
	overdue  bool       // the row is marked so
}

// moneyDays looks at the days of a row.
func (r *reader) moneyDays(d *model.ProposedDebt, values map[heading]string, agreed model.Date) moneyDays {
	days := moneyDays{today: r.opt.Today, agreed: agreed, dueBy: r.dueBy(d, values), overdue: d.Stated == model.OweOverdue}
	for _, h := range []heading{dueOn, receivedOn, saleOn, invoicedOn, {recordPayment, "matures_on"}} {
		if day := wholeDate(values[h], r.opt.Today); day != "" {
			days.row = day
			return days
		}
	}
	for _, h := range []heading{receivedOn, saleOn, invoicedOn} {
		if h == days.dueBy || days.happened != "" {
			continue
		}
		if _, ok := model.YearlessDay(values[h]); ok {
			days.happened, _ = model.ParseDate(values[h], r.opt.Today, model.Past)
		}
	}
	return days
}

// dueBy is the column that says when a row is to be paid: 付款期限, and where a
// row that waits for its money has none 付款日期.
func (r *reader) dueBy(d *model.ProposedDebt, values map[heading]string) heading {
	paid := values[heading{recordPayment, "amount"}] != "" && r.opt.Unpaid == model.UnpaidPaid
	switch {
	case values[dueOn] != "":
		return dueOn
	case d.IsWaiting() && !d.Said.Partly && !paid:
		return receivedOn
	}
	return heading{}
}

// agreedDay is the day around which those lie on which the rows of a sheet are
// to be paid, as far as they have no year and aren't marked overdue.
func (r *reader) agreedDay(s *Sheet, t table) model.Date {
	var list []model.MonthDay
	why := t.reasons(s)
	for row := t.first; row < len(s.Rows); row++ {
		if why[row] != "" {
			continue
		}
		values := t.moneyValues(r.cells(s, t, row))
		var d model.ProposedDebt
		setStatus(&d, values[statusColumn])
		days := r.moneyDays(&d, values, "")
		if days.row != "" || days.happened != "" || days.overdue {
			continue
		}
		if day, ok := model.YearlessDay(values[days.dueBy]); ok {
			list = append(list, day)
		}
	}
	return model.AgreedDay(list, r.opt.Today)
}

// reference is how the year of a day of the row is found.
func (d moneyDays) reference(h heading) (model.Date, model.Bias) {
	switch {
	case d.row != "":
		return d.row, model.Nearest
	case h == d.dueBy && d.overdue:
		return d.today.AddDays(-1), model.Past
	case h == d.dueBy && d.happened != "":
		return d.happened, model.Nearest
	case h == d.dueBy && d.agreed != "":
		return d.agreed, model.Nearest
	case h == dueOn, h.code == "matures_on":
		return d.today, model.Nearest
	}
	return d.today, model.Past
}

// note says that a day isn't taken in the year of the sheet's other rows.
func (d moneyDays) note(h heading, text string) *model.YearNote {
	if _, yearless := model.YearlessDay(text); !yearless || d.agreed == "" || d.row != "" {
		return nil
	}
	ref, bias := d.reference(h)
	on, err := model.ParseDate(text, ref, bias)
	other, err2 := model.ParseDate(text, d.agreed, model.Nearest)
	if err != nil || err2 != nil || on == other {
		return nil
	}
	return &model.YearNote{Record: h.record, Field: h.code, On: on, Sheet: other}
}
