package model

import (
	"slices"
	"strconv"
	"strings"
)

// RowOfCampaign is the record of a campaign.
const RowOfCampaign = "campaign"

// Campaign is what is done to win customers 营销活动 (rule 1.12): an exhibition, a
// row of advertisements. Costs are minor units of Currency.
type Campaign struct {
	Meta
	Name        string
	Channel     string // a source of customers, or any other
	FromOn      Date
	ToOn        Date // "" = the first day is the last
	PlannedCost int64
	ActualCost  int64
	Currency    string
	Remark      string
}

// CampaignFields is the campaign's field table.
var CampaignFields = Fields[Campaign]{
	text("name", func(c *Campaign) *string { return &c.Name }).required().max(100),
	choice("channel", Sources, func(c *Campaign) *string { return &c.Channel }).open(),
	date("from_on", func(c *Campaign) *Date { return &c.FromOn }),
	date("to_on", func(c *Campaign) *Date { return &c.ToOn }),
	text("currency", func(c *Campaign) *string { return &c.Currency }).max(3),
	amount("planned_cost", func(c *Campaign) *int64 { return &c.PlannedCost }),
	amount("actual_cost", func(c *Campaign) *int64 { return &c.ActualCost }),
	note("remark", func(c *Campaign) *string { return &c.Remark }),
}

// Complete is what a new campaign is until it says otherwise: it begins today.
func (c *Campaign) Complete(at AsOf) {
	setIfEmpty(&c.FromOn, at.Today)
	setIfEmpty(&c.Currency, at.Settings.Currency)
}

// Check refuses a campaign that can't be kept, such as one that ends before it
// begins.
func (c *Campaign) Check() error {
	if err := CampaignFields.Check(c); err != nil {
		return err
	}
	switch {
	case c.Currency != "" && !IsCurrency(c.Currency):
		return At("currency", Refuse(RefusedCurrency, c.Currency))
	case c.FromOn != "" && c.ToOn != "" && c.ToOn < c.FromOn:
		return At("to_on", Refuse(RefusedBefore, string(c.ToOn), string(c.FromOn)))
	}
	return nil
}

// ripens is for how many days a campaign is too young to be judged.
const ripens = 90

// IsUnfinished reports whether the campaign is too young on a day for what it
// brought to be judged.
func (c *Campaign) IsUnfinished(today Date) bool {
	return c.FromOn != "" && c.FromOn.AddDays(ripens) > today
}

// Cost is what the campaign costs: as planned until it is known.
func (c *Campaign) Cost() int64 {
	if c.ActualCost != 0 {
		return c.ActualCost
	}
	return c.PlannedCost
}

// CostIn is the part of the cost that falls into a span: it is spread evenly over
// the campaign's days, so that the parts of spans side by side add up to it.
func (c *Campaign) CostIn(s Span) int64 {
	run := Span{c.FromOn, max(c.FromOn, c.ToOn)}
	if c.FromOn == "" {
		run.First = c.ToOn
	}
	if run.First == "" || s.Last < run.First || s.First > run.Last {
		return 0
	}
	upTo := func(d Date) int64 {
		gone := Span{run.First, min(d, run.Last)}.Days()
		return c.Cost() * int64(gone) / int64(run.Days())
	}
	if s.First <= run.First {
		return upTo(s.Last)
	}
	return upTo(s.Last) - upTo(s.First.AddDays(-1))
}

// CampaignNamed is the id of the campaign of a name, whatever its case, or of
// #id; "" = none.
func CampaignNamed(all []Campaign, text string) string {
	for i := range all {
		if id := NumberText(all[i].ID); strings.EqualFold(all[i].Name, text) || "#"+id == text {
			return id
		}
	}
	return ""
}

// NoCampaign refuses a name that no campaign has; the error tells those that
// there are.
func NoCampaign(all []Campaign, text string) error {
	if CampaignNamed(all, text) != "" {
		return nil
	}
	names := []string{text}
	for i := range all {
		names = append(names, all[i].Name)
	}
	return Refuse(RefusedCampaign, names...)
}

// Each is what a cost comes to for each of n, rounded; false when there is no
// cost, or nobody.
func Each(cost, n int64) (int64, bool) {
	if cost == 0 || n == 0 {
		return 0, false
	}
	return (cost + n/2) / n, true
}

// Brought is by what a customer came: the source, the campaign, who brought
// them.
type Brought struct {
	Source       string
	Campaign     int64
	CampaignName string
	CampaignFrom Date
	FilledOn     Date
	Referrer     int64
	ReferredBy   string // the name
}

// IsLead reports whether the campaign brought the customer: the card was filled
// in on the campaign's first day or later, and by today. Who was there before
// was no lead of it.
func (b *Brought) IsLead(today Date) bool {
	return b.Campaign != 0 && b.FilledOn >= b.CampaignFrom && b.FilledOn <= today
}

// broughtColumns are by what a row's customer came; SQL finds the customer's
// card as buyer and the campaign as ad.
func broughtColumns[R any](of func(*R) *Brought) []Column[R] {
	number := func(code string, of string, get func(*R) int64, name func(*R) string) Column[R] {
		return Column[R]{
			Spec: Spec{Code: code, Kind: KindRef, Of: of, Kept: true}, Plain: true, Name: name,
			Get: func(r *R, _ AsOf) string { return zeroIsNone(get(r)) }, SQL: func(AsOf) string { return "buyer." + code },
		}
	}
	source, _ := CustomerFields.ByCode("source")
	return []Column[R]{
		{
			Spec: Spec{Code: "source", Kind: KindChoice, Options: source.Options, Open: true, Kept: true}, Plain: true,
			Get: func(r *R, _ AsOf) string { return of(r).Source }, SQL: func(AsOf) string { return "buyer.source" },
		},
		number("campaign", RowOfCampaign, func(r *R) int64 { return of(r).Campaign }, func(r *R) string { return of(r).CampaignName }),
		number("referrer", RowOfCustomer, func(r *R) int64 { return of(r).Referrer }, func(r *R) string { return of(r).ReferredBy }),
		test("lead", func(r *R, at AsOf) bool { return of(r).IsLead(at.Today) }, func(at AsOf) string { return leadSQL("buyer", at) }),
	}
}

// leadSQL is IsLead in SQL over a customer's card, beside the campaign ad.
func leadSQL(card string, at AsOf) string {
	return card + ".campaign <> 0 AND " + card + ".filled_on >= ad.from_on AND " + card + ".filled_on <= " + day(at.Today)
}

// BroughtCodes are the columns by what a row's customer came.
var BroughtCodes = []string{"source", "campaign", "referrer", "lead"}

func zeroIsNone(n int64) string {
	if n == 0 {
		return ""
	}
	return strconv.FormatInt(n, 10)
}

// CampaignOf is a campaign with what came of it. Signed and Collected are minor
// units of its currency; what came in others isn't in them.
type CampaignOf struct {
	Campaign
	Leads, Won        int64
	Signed, Collected int64
}

// What a campaign is judged by, of its leads, whenever it was: the counts of the
// report, so that each opens the list that it was counted from.
var (
	LeadsOf       = Count{Code: "leads", List: ExportCustomers, Filters: on("lead")}
	WonLeadsOf    = Count{Code: "won", List: ExportCustomers, Filters: slices.Concat(on("lead"), []Filter{is("stage", Won)})}
	SignedByLeads = Count{Code: "signed", List: ExportOrders, Sum: "total",
		Filters: slices.Concat(on("lead"), standing, []Filter{{Field: "confirmed_on", Op: OpTo, Value: "今天"}})}
	CollectedOfLeads = Count{Code: "collected", List: ExportPayments, Filters: on("lead"), Sum: "received"}
)

// CampaignCounts are those counts, in the order of the list's columns.
var CampaignCounts = []Count{LeadsOf, WonLeadsOf, SignedByLeads, CollectedOfLeads}

// Take takes what one of CampaignCounts came to.
func (c *CampaignOf) Take(of Count, n int64) {
	*map[string]*int64{"leads": &c.Leads, "won": &c.Won, "signed": &c.Signed, "collected": &c.Collected}[of.Code] = n
}

// CountOf is the list that one of CampaignCounts was counted from.
func (c *CampaignOf) CountOf(of Count) Count {
	of.Filters = append(slices.Clone(of.Filters), is("campaign", strconv.FormatInt(c.ID, 10)))
	if of.Sum != "" {
		of.Filters = append(of.Filters, is("currency", c.Currency))
	}
	return of
}

// CampaignView is the list of campaigns, the latest first.
var CampaignView = View[CampaignOf]{
	Record: RowOfCampaign,
	Meta:   func(c *CampaignOf) *Meta { return &c.Meta },
	Columns: slices.Concat(Lift(CampaignFields, func(c *CampaignOf) *Campaign { return &c.Campaign }), cameOfIt(),
		Instants(func(c *CampaignOf) *Meta { return &c.Meta })),
	Usual: []string{"from_on", "name", "channel", "leads", "won", "signed", "collected", "cost_per_lead", "cost_per_won", "unfinished"},
	Sort:  "-from_on",
	Past:  true,
}

// cameOfIt is what came of a campaign.
func cameOfIt() []Column[CampaignOf] {
	heads := func(code string, get func(*CampaignOf) int64) Column[CampaignOf] {
		return Column[CampaignOf]{
			Spec: Spec{Code: code, Kind: KindNumber, Max: 1 << 31, Kept: true}, Zero: true,
			Get: func(c *CampaignOf, _ AsOf) string { return strconv.FormatInt(get(c), 10) }, SQL: func(AsOf) string { return "r." + code },
		}
	}
	each := func(code, of string, get func(*CampaignOf) int64) Column[CampaignOf] {
		cost := "iif(r.actual_cost <> 0, r.actual_cost, r.planned_cost)"
		return Column[CampaignOf]{
			Spec: Spec{Code: code, Kind: KindAmount, Kept: true},
			Get: func(c *CampaignOf, _ AsOf) string {
				n, _ := Each(c.Cost(), get(c))
				return zeroIsNone(n)
			},
			SQL: func(AsOf) string {
				return "iif(r." + of + " = 0, 0, (" + cost + " + r." + of + " / 2) / max(r." + of + ", 1))"
			},
		}
	}
	leads, won := func(c *CampaignOf) int64 { return c.Leads }, func(c *CampaignOf) int64 { return c.Won }
	return []Column[CampaignOf]{
		heads("leads", leads), heads("won", won),
		sum("signed", func(c *CampaignOf) int64 { return c.Signed }, "r.signed"),
		sum("collected", func(c *CampaignOf) int64 { return c.Collected }, "r.collected"),
		each("cost_per_lead", "leads", leads), each("cost_per_won", "won", won),
		{
			Spec: Spec{Code: "unfinished", Kind: KindFlag, Kept: true}, Test: true,
			Get:  func(c *CampaignOf, at AsOf) string { return map[bool]string{true: "1"}[c.IsUnfinished(at.Today)] },
			SQL:  func(at AsOf) string { return "r.from_on > " + day(at.Today.AddDays(-ripens)) },
			Tone: func(*CampaignOf, AsOf) Tone { return ToneWarn },
		},
	}
}
