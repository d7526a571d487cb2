package model

import "strconv"

// The alerts that the cards and the journal feed (rule 2.9). An open complaint
// over 24 hours and a price inquiry not yet quoted are open cases already, and
// so rows of their own.

// silentAfter is how many cadences may pass without a contact.
const silentAfter = 2

// Silence is the first day of a customer's silence: more than twice the
// cadence of the grade after the latest contact that reached them. Empty for
// grade E, and for a customer never reached, who is due anyway.
func (c *Customer) Silence(s Settings) Date {
	days := c.CadenceDays(s)
	if days == 0 || c.LastOn == "" {
		return ""
	}
	return max(c.LastOn, c.careSince()).AddDays(silentAfter*days + 1)
}

// silenceRow says that a customer has not been reached for too long though
// nothing is due: the next date that a person chose lies far away, or there is
// none. From the day on which a contact is due that row says it.
func silenceRow(c *Customer, s Settings) (Row, bool) {
	r := rowOf(RowAlert, c)
	r.About, r.DueOn, r.gone = AboutSilence, c.Silence(s), c.NextOn
	if c.RetryOn != "" && (r.gone == "" || c.RetryOn < r.gone) {
		r.gone = c.RetryOn
	}
	r.Reason = because("silence", string(c.Grade), strconv.Itoa(c.CadenceDays(s)), string(c.LastOn), string(c.NextOn))
	return r, r.DueOn != "" && (r.gone == "" || r.gone > r.DueOn)
}

// thinRow says that the card of a customer of grade A or B says too little.
// since is the day on which that is first asked about, empty when it is not
// so.
func thinRow(c *Customer, since Date) (Row, bool) {
	if since == "" || !c.Thin() {
		return Row{}, false
	}
	full := c.Completeness()
	r := rowOf(RowAlert, c)
	r.About, r.DueOn = AboutThin, since
	r.Reason = because("thin", append([]string{string(c.Grade), strconv.Itoa(full.Percent)}, full.Missing...)...)
	return r, true
}
