package store

import (
	"context"
	"database/sql"
	"errors"
	"strings"

	"genjin/model"
)

// usedReceipts and usedInvoices are where receipt and invoice numbers stand: a
// number in small letters, and what has it. An order and its receivables are
// one.
const (
	usedReceipts = `SELECT p.receipt_no AS number, 'payment' AS record, c.name AS customer, p.received_on AS day,
			p.amount AS amount, p.currency AS currency, p.id AS id, 0 AS order_id
		FROM payment p JOIN customer c ON c.id = p.customer_id WHERE p.receipt_no <> ''`
	usedInvoices = `SELECT r.invoice_no AS number, 'receivable' AS record, c.name AS customer, coalesce(nullif(r.invoiced_on,
		''), r.sale_on) AS day,
			r.amount AS amount, r.currency AS currency, r.id AS id, r.order_id AS order_id
		FROM receivable r JOIN customer c ON c.id = r.customer_id WHERE r.invoice_no <> ''
		UNION ALL SELECT o.invoice_no, 'customer_order', c.name, coalesce(nullif(o.invoiced_on, ''), o.ordered_on), o.total, o.currency, 0, o.id
		FROM customer_order o JOIN customer c ON c.id = o.customer_id WHERE o.invoice_no <> ''`
	asNumberUse = "SELECT number, record, customer, day, amount, currency FROM ("
)

// UsedReceipt is the latest payment, beside one, that has a receipt number; nil
// where none has.
func (s *Store) UsedReceipt(ctx context.Context, number string, beside int64) (*model.NumberUse, error) {
	query := asNumberUse + usedReceipts + ") WHERE number IN (?1, upper(?1), lower(?1)) AND id <> ?2 ORDER BY day DESC, id DESC LIMIT 1"
	return usedNumber(ctx, s.db, query, number, beside)
}

// UsedInvoice is the latest receivable or order, beside one of each, that has an
// invoice number; nil where none has. The receivables of the order go with it.
func (s *Store) UsedInvoice(ctx context.Context, number string, receivable, order int64) (*model.NumberUse, error) {
	query := asNumberUse + usedInvoices + `) WHERE number IN (?1, upper(?1), lower(?1))
		AND (id = 0 OR id <> ?2) AND (order_id = 0 OR order_id <> ?3) ORDER BY day DESC, id DESC LIMIT 1`
	return usedNumber(ctx, s.db, query, number, receivable, order)
}

func usedNumber(ctx context.Context, q querier, query, number string, args ...any) (*model.NumberUse, error) {
	if number == "" {
		return nil, nil
	}
	var u model.NumberUse
	err := q.QueryRowContext(ctx, query, append([]any{number}, args...)...).Scan(&u.Number, &u.Record, &u.Customer,
		&u.On, &u.Amount, &u.Currency)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return &u, err
}

// numbers are the receipt and invoice numbers that are there, and those of an
// import's rows so far, by their small letters.
type numbers map[string]*model.NumberUse

// used is where a number that a row brings was used before; from now on the row
// has it.
func (p *plan) used(ctx context.Context, of *numbers, query string, now model.NumberUse) (*model.NumberUse, error) {
	if now.Number == "" {
		return nil, nil
	}
	if *of == nil {
		read, err := readNumbers(ctx, p.db, query)
		if err != nil {
			return nil, err
		}
		*of = read
	}
	key := strings.ToLower(now.Number)
	before := (*of)[key]
	(*of)[key] = &now
	return before, nil
}

func readNumbers(ctx context.Context, q querier, query string) (numbers, error) {
	rows, err := q.QueryContext(ctx, asNumberUse+query+") ORDER BY day, id")
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	all := numbers{}
	for rows.Next() {
		u := &model.NumberUse{}
		if err := rows.Scan(&u.Number, &u.Record, &u.Customer, &u.On, &u.Amount, &u.Currency); err != nil {
			return nil, err
		}
		all[strings.ToLower(u.Number)] = u
	}
	return all, rows.Err()
}

// sayUsed notes on the row of a new payment or receivable where its number was
// used before. One invoice of a customer may stand on several rows of a file.
func (p *plan) sayUsed(ctx context.Context, row *model.PreviewRow) (err error) {
	if row == nil || row.Result != model.ResultNew || row.Money == nil || row.Err != nil {
		return nil
	}
	m := row.Money
	now := model.NumberUse{Number: m.Name, Record: row.Record, Customer: row.Name, On: m.PaidOn, Amount: m.Amount,
		Currency: m.Currency, Row: row.Row}
	if row.Record == model.RowOfPayment {
		row.Used, err = p.used(ctx, &p.receipts, usedReceipts, now)
		return err
	}
	row.Used, err = p.used(ctx, &p.invoices, usedInvoices, now)
	if row.Used != nil && row.Used.Row != 0 && row.Used.Customer == now.Customer {
		row.Used = nil
	}
	return err
}

// sayInvoice notes on the row of an order where the invoice number that it brings
// was used before.
func (p *plan) sayInvoice(ctx context.Context, o *model.Order, lines []model.OrderLine, row *model.PreviewRow) (err error) {
	now := model.NumberUse{Number: o.InvoiceNo, Record: model.RowOfOrder, Customer: row.Name, On: o.OrderedOn,
		Currency: o.Currency, Row: row.Row}
	now.Amount, _ = model.SumLines(lines)
	row.Used, err = p.used(ctx, &p.invoices, usedInvoices, now)
	return err
}
