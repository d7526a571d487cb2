package store

import (
	"context"
	"strconv"
	"strings"

	"genjin/model"
)

var campaigns = newTable(model.RowOfCampaign, model.CampaignFields)

// campaignSource is where the list of campaigns is read from. What came of them
// is counted as the report does, by the lists that it opens.
var campaignSource = source[model.CampaignOf]{
	view: &model.CampaignView,
	from: func(ctx context.Context, s *Store, n need) (string, error) {
		if !n.uses("leads", "won", "signed", "collected", "cost_per_lead", "cost_per_won") {
			return "campaign", nil
		}
		all, err := s.cameOf(ctx)
		var rows []string
		for id, of := range all {
			rows = append(rows, "("+strings.Join([]string{strconv.FormatInt(id, 10), strconv.FormatInt(of.Leads, 10),
				strconv.FormatInt(of.Won, 10), strconv.FormatInt(of.Signed, 10), strconv.FormatInt(of.Collected, 10)}, ", ")+")")
		}
		if len(rows) == 0 {
			rows = []string{"(0, 0, 0, 0, 0)"}
		}
		return `(SELECT c.*, coalesce(f.column2, 0) AS leads, coalesce(f.column3, 0) AS won, coalesce(f.column4, 0) AS signed,
			coalesce(f.column5, 0) AS collected FROM campaign c LEFT JOIN (VALUES ` + strings.Join(rows, ", ") + `) f ON f.column1 = c.id)`, err
	},
	search: textIn("r.name", "r.channel", "r.remark"),
	rows: func(ctx context.Context, s *Store, ids []int64, _ bool) ([]model.CampaignOf, error) {
		found, err := campaigns.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
		if err != nil {
			return nil, err
		}
		all, err := s.cameOf(ctx)
		list := make([]model.CampaignOf, len(found))
		for i, c := range found {
			if of, ok := all[c.ID]; ok {
				list[i] = *of
			}
			list[i].Campaign = c
		}
		return list, err
	},
}

// CampaignList is the list of campaigns.
func (s *Store) CampaignList() model.Lister[model.CampaignOf] {
	return listing[model.CampaignOf]{&campaignSource, s}
}

// Campaigns are all campaigns, the latest first.
func (s *Store) Campaigns(ctx context.Context) ([]model.Campaign, error) {
	return campaigns.query(ctx, s.db, "ORDER BY from_on DESC, id DESC")
}

// cameOf is what came of every campaign that brought somebody.
func (s *Store) cameOf(ctx context.Context) (map[int64]*model.CampaignOf, error) {
	list, err := s.Campaigns(ctx)
	if err != nil {
		return nil, err
	}
	all := map[int64]*model.CampaignOf{}
	for _, c := range list {
		all[c.ID] = &model.CampaignOf{Campaign: c}
	}
	for _, count := range model.CampaignCounts {
		values, measures, err := s.countBy(ctx, count, model.Span{}, "campaign")
		if err != nil {
			return nil, err
		}
		for i, value := range values {
			id, _ := strconv.ParseInt(value, 10, 64)
			of, ok := all[id]
			switch {
			case !ok:
			case count.Sum != "":
				of.Take(count, measures[i].Sum(of.Currency))
			default:
				of.Take(count, measures[i].N)
			}
		}
	}
	return all, nil
}

// withCampaign is the join that finds the campaign by which the customer of a
// card came.
func withCampaign(card string) string {
	return " LEFT JOIN campaign ad ON ad.id = " + card + ".campaign AND " + card + ".campaign <> 0"
}

// besideBuyer is what rows of a customer's read of by what the customer came.
func besideBuyer(_ context.Context, _ *Store, n need) (beside, error) {
	if !n.uses(model.BroughtCodes...) {
		return beside{}, nil
	}
	return beside{join: " LEFT JOIN customer buyer ON buyer.id = r.customer_id" + withCampaign("buyer")}, nil
}

// broughtBy is by what customers came.
func (s *Store) broughtBy(ctx context.Context, ids []int64) (map[int64]model.Brought, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT c.id, c.source, c.campaign, coalesce(ad.name, ''), coalesce(ad.from_on, ''), c.filled_on,
		c.referrer, coalesce(b.name, '') FROM customer c`+withCampaign("c")+`
		LEFT JOIN customer b ON b.id = c.referrer AND c.referrer <> 0 WHERE c.id IN (SELECT value FROM json_each(?))`, jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := map[int64]model.Brought{}
	for rows.Next() {
		var id int64
		var b model.Brought
		if err := rows.Scan(&id, &b.Source, &b.Campaign, &b.CampaignName, &b.CampaignFrom, &b.FilledOn, &b.Referrer, &b.ReferredBy); err != nil {
			return nil, err
		}
		all[id] = b
	}
	return all, rows.Err()
}

// nameCampaigns reads what the campaigns are called by which customers came.
func (s *Store) nameCampaigns(ctx context.Context, list []model.CustomerOf) error {
	var ids []int64
	for i := range list {
		if list[i].Campaign != 0 {
			ids = append(ids, list[i].Campaign)
		}
	}
	if len(ids) == 0 {
		return nil
	}
	found, err := campaigns.query(ctx, s.db, "WHERE id IN (SELECT value FROM json_each(?))", jsonList(ids))
	of := map[int64]model.Campaign{}
	for _, c := range found {
		of[c.ID] = c
	}
	for i := range list {
		list[i].CampaignName, list[i].CampaignFrom = of[list[i].Campaign].Name, of[list[i].Campaign].FromOn
	}
	return err
}

// refuseBringing refuses to take a campaign away by which customers came.
func (w *write) refuseBringing(ctx context.Context, id int64) error {
	var n int
	if err := w.tx.QueryRowContext(ctx, "SELECT count(*) FROM customer WHERE campaign = ? AND campaign <> 0", id).Scan(&n); err != nil {
		return err
	}
	if n > 0 {
		return model.Refuse(model.RefusedBrought, strconv.Itoa(n))
	}
	return nil
}

// refuseNamesake refuses a campaign that is called as another one: by their names
// they are told apart.
func (w *write) refuseNamesake(ctx context.Context, it *model.Item) error {
	name, given := it.Values["name"]
	if !given {
		return nil
	}
	it.Values["name"] = model.Clean(name)
	same, found, err := campaignCalled(ctx, w.tx, it.Values["name"])
	if err == nil && found && same.ID != it.ID {
		err = model.At("name", model.Refuse(model.RefusedNamed, same.Name))
	}
	return err
}

// campaignCalled is the campaign of a name; false when there is none.
func campaignCalled(ctx context.Context, q querier, name string) (model.Campaign, bool, error) {
	found, err := campaigns.query(ctx, q, "WHERE lower(name) = lower(?) ORDER BY id LIMIT 1", name)
	if err != nil || len(found) == 0 {
		return model.Campaign{}, false, err
	}
	return found[0], true, nil
}
