package files

import (
	"slices"

	"genjin/model"
	"genjin/model/label"
)

// ownSigns are the columns by which a list of money records that genjin wrote
// is known: other programs don't have them all.
var ownSigns = map[string][]string{
	recordReceivable: {"due_on", "written_off", "chased_level"},
	recordPayment:    {"received_on", "allocated", "reversed_on"},
}

// ownMoney is the record of a list that genjin wrote; "" for another sheet.
func ownMoney(headers []string) string {
	for record, signs := range ownSigns {
		own := map[string]bool{}
		for _, header := range headers {
			if text := model.Clean(header); len(text) <= mostHeader {
				code, _ := label.ReadHeader(record, text)
				own[code] = true
			}
		}
		if !slices.ContainsFunc(signs, func(code string) bool { return !own[code] }) {
			return record
		}
	}
	return ""
}

// ownHeading is the field of a column of such a list: also those that the
// program keeps. What follows from other records is left to them.
func ownHeading(record, header string) heading {
	text := model.Clean(header)
	if text == "" || len(text) > mostHeader {
		return heading{}
	}
	if code, ok := label.ReadHeader(recordCustomer, text); ok && (code == "name" || code == "phones") {
		return heading{recordCustomer, code}
	}
	code, ok := label.ReadHeader(record, text)
	h := heading{record, code}
	switch {
	case !ok, slices.Contains([]string{"settled", "promised_paid", "allocated", "refunded", "customer_id", "id"}, code):
		return heading{}
	case slices.Contains([]heading{statusColumn, settlesColumn, takenColumn, refundsColumn, creditsColumn, stepsColumn}, h):
		return h
	case model.FieldOf(record, code).Code != "":
		return h
	}
	return heading{}
}

// finishOwn brings a row of such a list into the form of a proposal: what a
// receivable keeps of its chasing are steps that were taken, where these aren't
// listed, and what it keeps of its payments is what was collected.
func finishOwn(d *model.ProposedDebt, record string) {
	d.Exactly = true
	if record == recordPayment {
		return
	}
	r := &d.Receivable
	d.Collected, r.Paid = r.Paid, 0
	if d.GivenUp != nil {
		r.KeepOff(d.GivenUp)
	}
	if d.Disputes != nil {
		r.KeepDisputes(d.Disputes)
	}
	listed := len(d.Steps) > 0
	if !listed && r.PromisedOn != "" && r.PromiseOn >= r.PromisedOn {
		step := model.Dunning{ChasedOn: r.PromisedOn, Outcome: model.Reached, PromiseOn: r.PromiseOn, PromiseAmount: r.PromisedSum}
		if r.ChasedOn <= r.PromisedOn {
			step.Level = r.ChasedLevel
		}
		d.Steps = append(d.Steps, step)
	}
	if !listed && r.ChasedOn > r.PromisedOn {
		d.Steps = append(d.Steps, model.Dunning{ChasedOn: r.ChasedOn, Outcome: model.Reached, Level: r.ChasedLevel})
	}
	r.ChasedOn, r.ChasedLevel, r.PromisedOn, r.PromiseOn, r.PromisedSum = "", 0, "", "", 0
}
