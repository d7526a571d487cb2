package model

import (
	"fmt"
	"slices"
	"strings"
)

// CustomerOf is a customer with what a list shows beside the card.
type CustomerOf struct {
	Customer
	ReferredBy   string // the name of who brought the customer
	CampaignName string
	CampaignFrom Date   // its first day
	Prices       []Item // their own prices, where the row is read whole
}

// The columns that are worked out: two of the four axes (rule 2.3).
const (
	AxisUrgency    = "urgency"
	AxisImportance = "importance"
	Important      = "important"
	Ordinary       = "ordinary"
)

// CustomerView is the list of customers, by their names as a phone book has
// them; a search that has no order of its own puts first what fits best.
var CustomerView = View[CustomerOf]{
	Record:  RowOfCustomer,
	Meta:    metaOfCustomer,
	Columns: slices.Concat(customerColumns(), Instants(metaOfCustomer)),
	Usual:   []string{"name", "grade", "class", "phones", "next_on", "last_on"},
	Sort:    "name",
	Then:    "id",
	Shelf:   "archived",
	Presets: []Preset{
		{Code: "due", Filters: []Filter{{Field: "next_on", Op: OpTo, Value: "今天"}}, Sort: "next_on"},
		{Code: "important", Filters: []Filter{{Field: AxisImportance, Op: OpIs, Value: Important}}},
		{Code: "ungraded", Filters: []Filter{{Field: "grade", Op: OpEmpty}}, Sort: "-last_on"},
	},
	Sums:  []string{"expected_amount"},
	SumBy: []string{"currency"},
}

func metaOfCustomer(c *CustomerOf) *Meta { return &c.Meta }

// customerColumns are the fields of the card, with the axes behind what a person
// says of importance, and the customer's own prices.
func customerColumns() []Column[CustomerOf] {
	columns := Lift(CustomerFields, func(c *CustomerOf) *Customer { return &c.Customer })
	columns = named(columns, "referrer", RowOfCustomer, func(c *CustomerOf) string { return c.ReferredBy })
	columns = named(columns, "campaign", RowOfCampaign, func(c *CustomerOf) string { return c.CampaignName })
	columns = with(columns, "name", func(c *Column[CustomerOf]) { c.Order = "reading" })
	columns = with(columns, "next_on", func(c *Column[CustomerOf]) { c.Tone = nextTone })
	columns = with(columns, "grade", func(c *Column[CustomerOf]) {
		c.Tone = func(c *CustomerOf, _ AsOf) Tone {
			return map[Grade]Tone{GradeA: ToneStrong, Ungraded: ToneDim}[c.Grade]
		}
	})
	at := slices.IndexFunc(columns, func(c Column[CustomerOf]) bool { return c.Code == "important" }) + 1
	prices := Column[CustomerOf]{
		Spec: Spec{Code: "prices", Kind: KindNote, Kept: true}, Extra: true, Whole: true, Get: func(*CustomerOf, AsOf) string { return "" },
	}
	lead := test("lead", func(c *CustomerOf, at AsOf) bool { return c.brought().IsLead(at.Today) },
		func(at AsOf) string { return leadSQL("r", at) })
	return append(slices.Insert(columns, at, axisColumns()...), prices, lead)
}

func (c *CustomerOf) brought() *Brought {
	return &Brought{Campaign: c.Campaign, CampaignFrom: c.CampaignFrom, FilledOn: c.FilledOn}
}

func axisColumns() []Column[CustomerOf] {
	return []Column[CustomerOf]{
		{
			Spec: axis(AxisImportance, Important, Ordinary), Plain: true, SQL: importanceSQL,
			Get: func(c *CustomerOf, at AsOf) string {
				return map[bool]string{true: Important, false: Ordinary}[c.IsImportant(at.Settings)]
			},
		},
		{
			Spec: axis(AxisUrgency, Urgencies...), Plain: true, SQL: urgencySQL,
			Get: func(c *CustomerOf, at AsOf) string { return string(c.Urgency(at.Today)) },
		},
	}
}

func nextTone(c *CustomerOf, at AsOf) Tone {
	switch {
	case c.NextOn != "" && c.NextOn < at.Today:
		return ToneLate
	case c.NextOn == at.Today:
		return ToneWarn
	}
	return TonePlain
}

// importanceSQL is IsImportant in SQL, beside a table bought of those of
// BoughtSQL where there is a threshold.
func importanceSQL(at AsOf) string {
	by := "r.important = 1"
	if t := at.Settings.ImportanceThreshold; t > 0 {
		by += fmt.Sprintf(" OR r.currency IN ('', %s) AND r.expected_amount >= %d OR r.id IN bought", literal(at.Settings.Currency), t)
	}
	return fmt.Sprintf("CASE WHEN %s THEN '%s' ELSE '%s' END", by, Important, Ordinary)
}

// BoughtSQL is who ordered for the threshold within twelve months, of the orders
// as of the day.
func BoughtSQL(at AsOf, orders string) string {
	return fmt.Sprintf("SELECT customer_id FROM %s WHERE ordered_on > %s AND ordered_on <= %s AND currency = %s AND %s "+
		"GROUP BY customer_id HAVING sum(total) >= %d", orders, day(at.Today.AddMonths(-12)), day(at.Today),
		literal(at.Settings.Currency), BindingSQL(at.Today), at.Settings.ImportanceThreshold)
}

// BindingSQL is the condition that an order was placed by a day and not
// cancelled.
func BindingSQL(asOf Date) string {
	d := day(asOf)
	return "confirmed_on <> '' AND confirmed_on <= " + d + " AND (cancelled_on = '' OR cancelled_on > " + d + ")"
}

// urgencySQL is Urgency in SQL.
func urgencySQL(at AsOf) string {
	sql := "CASE WHEN r.expected_on = '' THEN '" + string(UrgencyUnknown) + "'"
	for _, band := range urgencyBands {
		sql += fmt.Sprintf(" WHEN r.expected_on <= %s THEN '%s'", day(at.Today.AddDays(band.days)), band.urgency)
	}
	return sql + " ELSE '" + string(MaySlow) + "' END"
}

// literal is a text as an SQL literal.
func literal(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }
