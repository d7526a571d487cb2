package model

// InCare reports whether the customer bought, has all that was ordered, and no
// next deal is expected: then the grade's cadence gives way to care visits 回访
// (rule 2.2).
func (c *Customer) InCare() bool {
	return c.CareFrom != "" && c.Stage == Won && c.ExpectedOn <= c.CareFrom
}

// CadenceDays is how many days may lie between two contacts with the customer;
// 0 when there is no cadence.
func (c *Customer) CadenceDays(s Settings) int {
	if c.InCare() && c.Grade != GradeE {
		return int(s.CareDays)
	}
	return s.CadenceDays(c.Grade)
}

// Care notes since when the customer has all that was ordered, "" while an order
// is open. A next date that the rule had set follows the rule.
func (c *Customer) Care(from Date, s Settings) {
	c.CareFrom = from
	c.Retime(s)
}

func (c *Customer) careSince() Date {
	if c.InCare() {
		return c.CareFrom
	}
	return ""
}
