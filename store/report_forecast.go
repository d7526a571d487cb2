package store

import (
	"context"
	"maps"
	"slices"

	"genjin/model"
)

// prospectOf is an open customer as a forecast looks at it.
type prospectOf struct {
	id       int64
	month    string // of the expected day; "" = without one
	expected model.Money
	factors  []string
}

// forecast is what open customers are expected to bring, by month, with how
// likely one's own closed customers say it is (rule 2.11).
func (s *Store) forecast(ctx context.Context, p model.Period, span model.Span) (model.Page, error) {
	page := model.Page{Code: model.ReportForecast, Period: p, Span: span, Before: p.Before(span)}
	open, closed, err := s.deals(ctx)
	if err != nil {
		return page, err
	}
	odds, enough := model.NewOdds(closed)
	page.Figures = append(page.Figures,
		model.Figure{Measure: model.OfIDs("closed", model.ExportCustomers, model.WhoClosed(closed, "", "", false))},
		model.Figure{Measure: model.PerMilleOf("won_share", odds.PerMille(), enough)})
	if !enough {
		page.Figures = append(page.Figures, model.Figure{Measure: model.Measure{Code: "needed", N: model.ClosedNeeded(odds.All)}})
	}
	page.Add(forecastByMonth(open, odds, enough))
	if enough {
		page.Add(oddsTable(odds, closed))
	}
	return page, nil
}

func forecastByMonth(open []prospectOf, odds model.Odds, enough bool) model.ReportTable {
	t := model.ReportTable{Code: "by_month", By: "month", Heads: []string{"customers", "expected", "likely"}}
	ids := map[string][]int64{}
	expected, likely := map[string]map[string]int64{}, map[string]map[string]int64{}
	for _, o := range open {
		if ids[o.month] == nil {
			expected[o.month], likely[o.month] = map[string]int64{}, map[string]int64{}
		}
		ids[o.month] = append(ids[o.month], o.id)
		expected[o.month][o.expected.Currency] += o.expected.Amount
		likely[o.month][o.expected.Currency] += model.Weighed(o.expected.Amount, odds.Of(o.factors))
	}
	months := slices.Sorted(maps.Keys(ids))
	if len(months) > 0 && months[0] == "" { // without a day: last
		months = append(months[1:], "")
	}
	for _, month := range months {
		who := model.OfIDs("customers", model.ExportCustomers, ids[month])
		sum := model.MoneyOf("expected", len(ids[month]), moneyIn(expected[month])...)
		sum.List, sum.Query = who.List, who.Query
		weighed := model.MoneyOf("likely", len(ids[month]), moneyIn(likely[month])...)
		weighed.Unknown = !enough
		t.Lines = append(t.Lines, model.ReportLine{Value: month, Cells: []model.Measure{who, sum, weighed}})
	}
	return t
}

// oddsTable says each factor's part.
func oddsTable(odds model.Odds, closed []model.Closed) model.ReportTable {
	t := model.ReportTable{Code: "by_factor", Of: model.RowOfCustomer, Heads: []string{"closed", "won", "won_share"}}
	for _, f := range odds.Factors {
		of := func(code string, wonOnly bool) model.Measure {
			return model.OfIDs(code, model.ExportCustomers, model.WhoClosed(closed, f.Factor, f.Value, wonOnly))
		}
		t.Lines = append(t.Lines, model.ReportLine{By: f.Factor, Value: f.Value, Cells: []model.Measure{
			of("closed", false), of("won", true), model.PerMilleOf("won_share", f.PerMille(), true),
		}})
	}
	return t
}

// moneyIn are sums by currency as amounts, the person's own currency first.
func moneyIn(sums map[string]int64) []model.Money {
	var list []model.Money
	for _, currency := range slices.SortedFunc(maps.Keys(sums), model.CompareCurrencies) {
		list = append(list, model.Money{Amount: sums[currency], Currency: currency})
	}
	return list
}

// deals are the open customers with an expected amount, and the closed ones with
// their factors as they were before: a lost one's grade is E since.
func (s *Store) deals(ctx context.Context) ([]prospectOf, []model.Closed, error) {
	today := s.today()
	grades, err := s.pathsByCustomer(ctx, axes[2], today)
	if err != nil {
		return nil, nil, err
	}
	stages, err := s.pathsByCustomer(ctx, axes[0], today)
	if err != nil {
		return nil, nil, err
	}
	rows, err := s.db.QueryContext(ctx, `SELECT id, stage, grade, source, need, expected_on, expected_amount,
		CASE currency WHEN '' THEN ? ELSE currency END FROM customer
		WHERE stage IN ('won', 'lost') OR archived = 0 AND expected_amount > 0 ORDER BY id`, model.DefaultCurrency)
	if err != nil {
		return nil, nil, err
	}
	defer rows.Close()
	var open []prospectOf
	var closed []model.Closed
	for rows.Next() {
		var o prospectOf
		var stage, grade, source, need string
		var on model.Date
		if err := rows.Scan(&o.id, &stage, &grade, &source, &need, &on, &o.expected.Amount, &o.expected.Currency); err != nil {
			return nil, nil, err
		}
		won := stage == string(model.Won)
		if !won && stage != string(model.Lost) {
			if on != "" {
				o.month = string(on[:7])
			}
			o.factors = []string{grade, source, need}
			open = append(open, o)
			continue
		}
		turns := stages[o.id].Turns
		if before, known := grades[o.id].At(turns[len(turns)-1].On.AddDays(-1)); known {
			grade = before
		}
		closed = append(closed, model.NewClosed(o.id, won, grade, source, need))
	}
	return open, closed, rows.Err()
}

func (s *Store) pathsByCustomer(ctx context.Context, a axis, until model.Date) (map[int64]model.Path, error) {
	list, err := s.paths(ctx, a, until)
	of := make(map[int64]model.Path, len(list))
	for _, p := range list {
		of[p.CustomerID] = p
	}
	return of, err
}
