package store

import (
	"context"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
)

// bring finds the campaign by which a file says that a customer came. One that
// isn't there yet has a number below 0, until a card is written that names it.
func (p *plan) bring(ctx context.Context, prop *model.Proposal) error {
	if prop.Campaign == "" {
		return nil
	}
	key := strings.ToLower(prop.Campaign)
	id, known := p.brought[key]
	if !known {
		c, found, err := campaignCalled(ctx, p.db, prop.Campaign)
		if err != nil {
			return err
		}
		if id = c.ID; !found {
			p.fresh = append(p.fresh, prop.Campaign)
			id = -int64(len(p.fresh))
		}
		if p.brought == nil {
			p.brought = map[string]int64{}
		}
		p.brought[key] = id
	}
	prop.Customer.Campaign = id
	if !slices.Contains(prop.Given, "campaign") {
		prop.Given = append(prop.Given, "campaign")
	}
	return nil
}

// nameCampaigns calls the campaigns in changes by their names.
func (p *plan) nameCampaigns(ctx context.Context, lists ...[]model.FieldChange) error {
	for _, list := range lists {
		for i := range list {
			if list[i].Field != "campaign" {
				continue
			}
			for _, value := range []*string{&list[i].Before, &list[i].After} {
				id, _ := strconv.ParseInt(*value, 10, 64)
				switch {
				case id < 0:
					*value = p.fresh[-id-1]
				case id > 0:
					c, err := campaigns.byID(ctx, p.db, id)
					if err != nil {
						return err
					}
					*value = c.Name
				}
			}
		}
	}
	return nil
}

// addCampaigns makes the campaigns that cards of the file name and that aren't
// there, and says of whole cards which one here is theirs.
func (w *write) addCampaigns(ctx context.Context, p *plan) error {
	made := map[int64]int64{}
	for _, t := range p.targets {
		id := t.card.Campaign
		switch {
		case id == 0:
		case id > 0 && t.whole:
			t.card.Campaign = p.looseIDs[campaigns.name][id]
		case id < 0 && made[id] == 0:
			c := model.Campaign{Name: p.fresh[-id-1], Currency: w.settings.Currency}
			if err := c.Check(); err != nil {
				return err
			}
			if err := campaigns.insert(ctx, w, &c); err != nil {
				return err
			}
			made[id] = c.ID
			fallthrough
		case id < 0:
			t.card.Campaign = made[id]
		}
	}
	return nil
}
