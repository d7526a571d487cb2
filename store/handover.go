package store

import (
	"context"
	"io"

	"genjin/model"
	"genjin/model/label"

	"genjin/store/files"
)

// handed are the columns of the list of customers who change hands.
var handed = []string{"name", "phones", "grade", "stage", "last_on", "next_on", "next_action"}

// handoverWriter prints the list of the customers who change hands, with what
// they owe, to be signed.
func (s *Store) handoverWriter(ctx context.Context, e model.Export, lang label.Lang) (int, func(io.Writer) error, error) {
	l := s.CustomerList()
	at, err := l.AsOf(ctx)
	if err != nil {
		return 0, nil, err
	}
	rows, err := inParts(ctx, e.IDs, func(ctx context.Context, ids []int64) ([]model.CustomerOf, error) { return l.Rows(ctx, ids, false) })
	if err != nil {
		return 0, nil, err
	}
	phones, err := s.apart(ctx)
	if err != nil {
		return 0, nil, err
	}
	g, err := files.List(label.Customers, rows, handed, at, lang, phones)
	if err != nil {
		return 0, nil, err
	}
	aging, err := s.Aging(ctx, model.AgingByCustomer)
	if err != nil {
		return 0, nil, err
	}
	owed := map[int64][]model.Money{}
	for _, line := range aging.Lines {
		owed[line.CustomerID] = append(owed[line.CustomerID], model.Money{Amount: line.Total, Currency: line.Currency})
	}
	h := files.Handover{Grid: g, Settings: at.Settings, Today: at.Today, Lang: lang}
	for _, c := range rows {
		h.Owed = append(h.Owed, owed[c.ID])
	}
	return len(rows), h.WriteHTML, nil
}
