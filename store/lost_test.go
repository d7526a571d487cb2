package store

import (
	"context"
	"errors"
	"testing"

	"genjin/model"
)

// A reason stands with a lost deal and with no other: it isn't taken off, and
// goes when the deal is taken up again (rule 1.1).
func TestTheReasonStaysWithALostDeal(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-29")
	if _, err := s.AddCustomer(ctx, model.Customer{Name: "甲", LostReason: "price"}); !isCode(err, model.RefusedNotLost) {
		t.Errorf("a new card with a reason and no loss: %v", err)
	}
	c, err := s.AddCustomer(ctx, model.Customer{Name: "甲", Stage: model.Lost, LostReason: "price"})
	if err != nil {
		t.Fatal(err)
	}
	without := c
	without.LostReason = ""
	if _, err := s.SaveCustomer(ctx, without, ""); !isCode(err, model.RefusedRequired) {
		t.Errorf("the reason taken off: %v", err)
	}
	c.Stage = model.Negotiating
	if c, err = s.SaveCustomer(ctx, c, ""); err != nil || c.LostReason != "" {
		t.Errorf("taken up again: %q %v", c.LostReason, err)
	}
	c.LostReason = "price"
	if _, err := s.SaveCustomer(ctx, c, ""); !isCode(err, model.RefusedNotLost) {
		t.Errorf("a reason without a loss: %v", err)
	}
}

func isCode(err error, code string) bool {
	var fe *model.FieldError
	return errors.As(err, &fe) && fe.Code == code && fe.Field == "lost_reason"
}
