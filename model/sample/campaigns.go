package sample

import "genjin/model"

// Campaigns are made-up campaigns: two that are over, one whose customers are
// still being won, one that has just begun.
func Campaigns(today model.Date) []model.Campaign {
	campaign := func(name, channel string, from, to int, planned, actual int64) model.Campaign {
		return model.Campaign{
			Name: name, Channel: channel, FromOn: today.AddDays(-from), ToOn: today.AddDays(-to),
			PlannedCost: planned * 100, ActualCost: actual * 100, Currency: "CNY",
		}
	}
	return []model.Campaign{
		campaign("春季建材展", "exhibition", 320, 317, 30_000, 32_600), campaign("短视频投放", "ad", 200, 110, 24_000, 21_450),
		campaign("老客户答谢会", "referral", 100, 100, 8_000, 7_320), campaign("秋季采购节", "web", 40, -5, 15_000, 0),
	}
}

// Linker says by which campaign made-up customers came, and who brought them.
type Linker struct {
	campaigns []model.Campaign
	brings    []int64 // key persons so far
	n         int
}

// NewLinker links to campaigns that are kept already.
func NewLinker(campaigns []model.Campaign) *Linker { return &Linker{campaigns: campaigns} }

// longest is for how many days after its beginning a campaign brings customers.
const longest = 100

// Link links a customer, who bought or not, before it is kept.
func (l *Linker) Link(c *model.Customer, bought bool) {
	l.n++
	if c.Stage == model.Lost && c.LostReason == "competitor" { // by a twentieth
		c.LostTo = []string{"盛源", "宏达"}[l.n%2]
		c.ExpectedAmount = int64(20+l.n%30) * 1000_00
		c.LostPrice = c.ExpectedAmount / 20 * 19
	}
	if c.Source == "referral" && len(l.brings) > 0 {
		c.Referrer = l.brings[l.n%len(l.brings)]
	}
	for _, k := range l.campaigns {
		if bought && l.n%2 == 0 && c.FilledOn >= k.FromOn {
			c.Campaign, c.Source = k.ID, k.Channel
		} else if k.Channel == c.Source && c.FilledOn >= k.FromOn && c.FilledOn < k.FromOn.AddDays(longest) {
			c.Campaign = k.ID
		}
	}
	if n := len(l.campaigns); c.Campaign == 0 && n > 0 && l.n%9 == 0 { // some of every age
		c.Campaign = l.campaigns[l.n/9%n].ID
	}
}

// Linked notes a customer that is kept: a key person brings others.
func (l *Linker) Linked(id int64, c *model.Customer) {
	const most = 8
	if c.Role == "key_person" && len(l.brings) < most {
		l.brings = append(l.brings, id)
	}
}
