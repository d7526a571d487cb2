package store

import (
	"context"
	"encoding/json"

	"genjin/model"
)

// partsAsOf are the shipments and invoices up to the as-of day of the orders that
// have later ones.
func (s *Store) partsAsOf(ctx context.Context, list []model.Order) (map[string]parts, error) {
	var numbers []string
	for i := range list {
		if list[i].PartOn > s.today() {
			numbers = append(numbers, list[i].OrderNo)
		}
	}
	return s.partsUntil(ctx, numbers)
}

// partsBy are the shipments and invoices of an order up to the as-of day.
func (s *Store) partsBy(ctx context.Context, number string) (parts, error) {
	of, err := s.partsUntil(ctx, []string{number})
	return of[number], err
}

// belong gives the parts to the customer whose their order was on the day.
func (p parts) belong(customer int64) {
	for i := range p.shipped {
		p.shipped[i].CustomerID = customer
	}
	for i := range p.billed {
		p.billed[i].CustomerID = customer
	}
}

func (s *Store) partsUntil(ctx context.Context, numbers []string) (map[string]parts, error) {
	of := map[string]parts{}
	if len(numbers) == 0 {
		return of, nil
	}
	text, _ := json.Marshal(numbers) // texts only
	const some = "WHERE order_no IN (SELECT value FROM json_each(?1)) AND "
	out, err := shipments.query(ctx, s.db, some+"shipped_on <= ?2 ORDER BY shipped_on, id", string(text), s.today())
	if err != nil {
		return nil, err
	}
	for _, ship := range out {
		if ship.ReceivedOn > s.today() {
			ship.ReceivedOn, ship.ReceivedBy = "", ""
		}
		p := of[ship.OrderNo]
		p.shipped = append(p.shipped, ship)
		of[ship.OrderNo] = p
	}
	bills, err := invoices.query(ctx, s.db, some+"invoiced_on <= ?2 ORDER BY invoiced_on, id", string(text), s.today())
	for _, bill := range bills {
		p := of[bill.OrderNo]
		p.billed = append(p.billed, bill)
		of[bill.OrderNo] = p
	}
	return of, err
}
