package act_test

import (
	"slices"
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit/kittest"

	"genjin/tui/act"
	"genjin/tui/words"
)

// A digit is the same act on every payment: what can't be done says why in its
// place.
func TestTheEntriesOfAPaymentStandStill(t *testing.T) {
	words := words.Of(label.ZH)
	till := act.NewTill(kittest.Env(), &words, nil)
	menu := func(p model.PaymentOf) (ids []string) {
		for _, a := range till.PaymentActions(p) {
			ids = append(ids, a.ID)
		}
		return ids
	}
	advance := model.PaymentOf{Payment: model.Payment{Amount: 100}}
	want := menu(advance)
	for name, p := range map[string]model.PaymentOf{
		"settling":   {Payment: model.Payment{Amount: 100, Allocated: 100}, Shares: []model.Allocation{{Amount: 100}}},
		"given back": {Payment: model.Payment{Amount: 100, Refunded: 100}, Refunds: []model.Refund{{Amount: 100}}},
		"reversed":   {Payment: model.Payment{Amount: 100, ReversedOn: "2026-11-20"}},
		"verified":   {Payment: model.Payment{Amount: 100, Verified: true}},
	} {
		if got := menu(p); !slices.Equal(got, want) {
			t.Errorf("%s: %v, of an advance %v", name, got, want)
		}
	}
}
