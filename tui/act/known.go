package act

import (
	"context"

	"genjin/model"
	"genjin/model/label"
)

// knownReceipt says of a receipt number where, beside a payment, it was used
// before.
func (t *Till) knownReceipt(payment int64) map[string]func(context.Context, string) (string, error) {
	return map[string]func(context.Context, string) (string, error){"receipt_no": func(ctx context.Context, text string) (string, error) {
		return t.usedBefore(t.store.UsedReceipt(ctx, text, payment))
	}}
}

// knownInvoice says of an invoice number where, beside a receivable and an
// order, it was used before.
func (t *Till) knownInvoice(receivable, order int64) map[string]func(context.Context, string) (string, error) {
	return map[string]func(context.Context, string) (string, error){"invoice_no": func(ctx context.Context, text string) (string, error) {
		return t.usedBefore(t.store.UsedInvoice(ctx, text, receivable, order))
	}}
}

func (t *Till) usedBefore(u *model.NumberUse, err error) (string, error) {
	if err != nil || u == nil {
		return "", err
	}
	return label.UsedBefore(u, t.words.Lang), nil
}
