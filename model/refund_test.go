package model

import (
	"errors"
	"testing"
)

func TestAnAdvanceIsFreeOnlyWhereItStaysSo(t *testing.T) {
	p := Payment{Amount: 1000, Currency: "CNY", ReceivedOn: "2026-03-01"}
	taken := []Allocation{{Amount: 800, AllocatedOn: "2026-03-05", ReversedOn: "2026-03-20"}, {Amount: 100, AllocatedOn: "2026-03-10"}}
	back := []Refund{{Amount: 50, RefundedOn: "2026-03-25"}}
	for _, tt := range []struct {
		day  Date
		free int64
	}{
		{"2026-02-01", 100}, {"2026-03-01", 100}, {"2026-03-10", 100}, {"2026-03-19", 100}, {"2026-03-20", 850},
		{"2026-03-25", 850}, {"2026-04-30", 850},
	} {
		if got := p.FreeFrom(tt.day, taken, back); got != tt.free {
			t.Errorf("from %s on %d is free, want %d", tt.day, got, tt.free)
		}
	}
}

func TestARefundIsRefusedAboveWhatIsFree(t *testing.T) {
	good := Refund{PaymentID: 1, CustomerID: 1, RefundedOn: "2026-03-02", Amount: 100, Reason: "订单取消"}
	for name, tt := range map[string]struct {
		change func(*Refund, *Payment)
		code   string
	}{
		"good":            {func(*Refund, *Payment) {}, ""},
		"on the same day": {func(r *Refund, _ *Payment) { r.RefundedOn = "2026-03-01" }, ""},
		"no reason":       {func(r *Refund, _ *Payment) { r.Reason = "" }, RefusedRequired},
		"no amount":       {func(r *Refund, _ *Payment) { r.Amount = 0 }, RefusedPositive},
		"too much":        {func(r *Refund, _ *Payment) { r.Amount = 101 }, RefusedAdvance},
		"negative":        {func(r *Refund, _ *Payment) { r.Amount = -1 }, RefusedAmountRange},
		"before it came":  {func(r *Refund, _ *Payment) { r.RefundedOn = "2026-02-28" }, RefusedBefore},
		"a reversed one":  {func(_ *Refund, p *Payment) { p.ReversedOn = "2026-03-02" }, RefusedReversed},
		"no such method":  {func(r *Refund, _ *Payment) { r.Method = "gold" }, RefusedOption},
	} {
		r, p := good, Payment{Amount: 100, Currency: "CNY", ReceivedOn: "2026-03-01"}
		tt.change(&r, &p)
		err := r.Check(&p, 100)
		var fe *FieldError
		if (err == nil) != (tt.code == "") || err != nil && (!errors.As(err, &fe) || fe.Code != tt.code) {
			t.Errorf("%s: %v, want %q", name, err, tt.code)
		}
	}
}

func TestARefundTakesTheOldestAdvanceFirst(t *testing.T) {
	advances := []FreePayment{
		{Payment{Meta: Meta{ID: 1}, Currency: "CNY", ReceivedOn: "2026-03-09"}, 50},
		{Payment{Meta: Meta{ID: 2}, Currency: "USD", ReceivedOn: "2026-03-01"}, 900},
		{Payment{Meta: Meta{ID: 3}, Currency: "CNY", ReceivedOn: "2026-03-01", MaturesOn: "2026-09-01"}, 500},
		{Payment{Meta: Meta{ID: 4}, Currency: "CNY", ReceivedOn: "2026-03-02"}, 30},
		{Payment{Meta: Meta{ID: 5}, Currency: "CNY", ReceivedOn: "2026-03-20"}, 1000},
	}
	for _, tt := range []struct {
		amount, rest int64
		of           map[int64]int64
	}{
		{20, 0, map[int64]int64{4: 20}},
		{80, 0, map[int64]int64{4: 30, 1: 50}},
		{100, 0, map[int64]int64{4: 30, 1: 50, 3: 20}},
		{600, 20, map[int64]int64{4: 30, 1: 50, 3: 500}},
	} {
		parts, rest := SplitRefund(Refund{Amount: tt.amount, RefundedOn: "2026-03-10", Reason: "x"}, "CNY", advances)
		if rest != tt.rest || len(parts) != len(tt.of) {
			t.Errorf("%d: %+v, rest %d", tt.amount, parts, rest)
		}
		for _, part := range parts {
			if part.Amount != tt.of[part.PaymentID] || part.Reason != "x" {
				t.Errorf("%d: %+v", tt.amount, part)
			}
		}
	}
}
