package label

import (
	"strings"

	"genjin/model"
)

// SettleLine is what a payment settles, as lists have it: FP0001 1500.00 2026-01-10;
// with a second day, until which it did.
func SettleLine(name string, amount int64, currency string, on, until model.Date) string {
	sum := model.Money{Amount: amount, Currency: currency}.String()
	return strings.TrimSpace(strings.Join([]string{name, sum, string(on), string(until)}, " "))
}

// NoteLine is a credit note or a refund, as lists have it; how is "" for the
// former.
func NoteLine(on model.Date, amount int64, currency, how, reason string) string {
	words := []string{string(on), model.Money{Amount: amount, Currency: currency}.String()}
	if how != "" {
		words = append(words, how)
	}
	return strings.Join(append(words, strings.ReplaceAll(reason, "\n", " ")), " ")
}

// NoMethod stands for the method of a refund that has none.
const NoMethod = "-"

// RefundLine is what of a payment was given back, as lists have it.
func RefundLine(r model.Refund, currency string, l Lang) string {
	how := strings.ReplaceAll(Option("refund", "method", string(r.Method), l), " ", "")
	if how == "" {
		how = NoMethod
	}
	return NoteLine(r.RefundedOn, r.Amount, currency, how, r.Reason)
}
