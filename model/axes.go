package model

// Urgency 紧急程度 is how soon a customer wants attention (rule 2.3). Deal,
// demand and importance, the other axes, are the card's stage and need, and
// IsImportant.
type Urgency string

// The urgencies.
const (
	Urgent     Urgency = "urgent" // within 7 days, or past
	UrgentSoon Urgency = "soon"   // within 30 days
	NotUrgent  Urgency = "later"  // within 90 days
	MaySlow    Urgency = "slow"   // later: 可慢反应

	UrgencyUnknown Urgency = "unknown" // no deal is expected on a day: —
)

// Urgencies are the urgencies in their order.
var Urgencies = []Urgency{Urgent, UrgentSoon, NotUrgent, MaySlow, UrgencyUnknown}

// urgencyBands are the days to the date within which a customer is so urgent.
var urgencyBands = []struct {
	days    int
	urgency Urgency
}{{7, Urgent}, {30, UrgentSoon}, {90, NotUrgent}}

// Urgency goes by the days to the expected deal; where none is expected it is
// unknown, whenever the next contact is.
func (c *Customer) Urgency(today Date) Urgency {
	if c.ExpectedOn == "" {
		return UrgencyUnknown
	}
	for _, band := range urgencyBands {
		if c.ExpectedOn.Sub(today) <= band.days {
			return band.urgency
		}
	}
	return MaySlow
}

// IsImportant reports whether the customer is important 重要客户: set so by
// hand, or the expected amount or the orders of the last 12 months reach the
// settings' threshold.
func (c *Customer) IsImportant(s Settings) bool {
	return s.Important(c) || c.BoughtFor(s)
}

// Bought is what is worked out of a customer's orders when the card is read.
type Bought struct {
	OrdersLastYear int64 // of the last 12 months, minor units of the settings' currency
}

// BoughtFor reports whether the orders of the last 12 months reach the settings'
// threshold.
func (b Bought) BoughtFor(s Settings) bool {
	return s.ImportanceThreshold > 0 && b.OrdersLastYear >= s.ImportanceThreshold
}
