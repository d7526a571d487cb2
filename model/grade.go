package model

// SuggestGrade is the grade that need and expected date speak for on a day
// (rule 2.1). It is false where the rule has no suggestion: the need is not
// known yet.
func (c *Customer) SuggestGrade(on Date) (Grade, bool) {
	switch {
	case c.Need == NeedNone || c.Stage == Lost:
		return GradeE, true
	case c.Need == NeedPotential:
		return GradeD, true
	case c.Need != NeedClear:
		return Ungraded, false
	case c.ExpectedOn == "":
		return GradeC, true
	}
	for _, band := range gradeBands {
		if c.ExpectedOn <= on.AddMonths(band.months) {
			return band.grade, true
		}
	}
	return GradeD, true
}

// gradeBands are the calendar months within which an expected deal has a
// grade; beyond the last it is D.
var gradeBands = []struct {
	months int
	grade  Grade
}{{1, GradeA}, {3, GradeB}, {6, GradeC}}

// SuggestClass is the class that need, expected date, rapport and power to
// decide speak for on a day (rule 2.1).
func (c *Customer) SuggestClass(on Date) Class {
	switch c.Need {
	case NeedClear:
		if c.ExpectedOn != "" && c.ExpectedOn <= on.AddMonths(1) {
			return ClassReady
		}
		return ClassInterested
	case NeedPotential, NeedNone:
		if c.Rapport == Yes && c.Decides != No {
			return ClassWarm
		}
		return ClassCold
	}
	return ClassNew
}

// InferFromClass fills in the need, and with it the grade, of a card that
// carries only a class, as the paper form does (rule 2.1). What it inferred is
// noted in Inferred until a person confirms it.
func (c *Customer) InferFromClass() {
	if c.Class == "" || c.Need != "" || c.Grade != Ungraded || c.ExpectedOn != "" {
		return
	}
	inferred := []string{"need"}
	switch c.Class {
	case ClassReady:
		c.Need, c.ExpectedOn = NeedClear, c.FilledOn.AddMonths(1)
		inferred = append(inferred, "expected_on")
	case ClassInterested:
		c.Need = NeedClear
	case ClassWarm, ClassCold:
		c.Need = NeedPotential
	default:
		c.Need = NeedUnknown
		return
	}
	c.Grade, _ = c.SuggestGrade(c.FilledOn)
	c.Inferred = ListOf(append(c.Inferred.Items(), append(inferred, "grade")...)...)
}

// GradeNeedsReason reports whether setting the grade g goes against the
// suggestion, which asks for a reason, and what the suggestion is.
func (c *Customer) GradeNeedsReason(g Grade, on Date) (Grade, bool) {
	suggested, ok := c.SuggestGrade(on)
	return suggested, ok && g != Ungraded && g != suggested
}

// firstRegrade is the first day, from the given one on, on which the suggested
// grade differs from the customer's; empty when that never comes. Kept as
// RegradeOn, it lets the store find the few cards to look at without reading
// them all.
func (c *Customer) firstRegrade(from Date) Date {
	if c.Grade == Ungraded {
		return ""
	}
	days := []Date{from}
	for i := len(gradeBands) - 1; i >= 0 && c.byExpected(); i-- {
		if d := firstWithin(c.ExpectedOn, gradeBands[i].months); d > from {
			days = append(days, d)
		}
	}
	for _, d := range days {
		if g, ok := c.SuggestGrade(d); ok && g != c.Grade {
			return d
		}
	}
	return ""
}

// byExpected reports whether the suggestion goes by the expected date, and so
// changes as days pass.
func (c *Customer) byExpected() bool {
	return c.Need == NeedClear && c.Stage != Lost && c.ExpectedOn != ""
}

// regradeSince is the day on which the suggestion of the given day began to
// differ from the grade.
func (c *Customer) regradeSince(on Date) Date {
	since := c.RegradeOn
	if !c.byExpected() {
		return since
	}
	for _, band := range gradeBands {
		if d := firstWithin(c.ExpectedOn, band.months); d <= on {
			return max(d, since)
		}
	}
	return since
}

// firstWithin is the first day from which the date is at most so many calendar
// months ahead. Months clamp, so the answer is searched for around the plain
// subtraction.
func firstWithin(date Date, months int) Date {
	d := date.AddMonths(-months)
	for d.AddMonths(months) < date {
		d = d.AddDays(1)
	}
	for d.AddDays(-1).AddMonths(months) >= date {
		d = d.AddDays(-1)
	}
	return d
}
