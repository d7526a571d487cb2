package act_test

import (
	"slices"
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/kit/kittest"

	"genjin/tui/act"
	"genjin/tui/words"
)

// Giving back a customer's advance keeps its place without one, too, and says
// why it can't be done.
func TestTheRefundOfACustomerStandsStill(t *testing.T) {
	words := words.Of(label.ZH)
	till := act.NewTill(kittest.Env(), &words, nil)
	for _, one := range []struct {
		paid []model.PaySum
		why  string
	}{
		{nil, words.Money.NoAdvance},
		{[]model.PaySum{{Currency: "CNY"}}, words.Money.NoAdvance},
		{[]model.PaySum{{Currency: "CNY", Advance: 100}}, ""},
		{[]model.PaySum{{Currency: "CNY", Advance: 100}, {Currency: "USD", Advance: 5}}, ""},
	} {
		got := till.Refund(1, "华兴", &act.Account{Paid: one.paid})
		if got.ID != "refund" || got.Why != one.why {
			t.Errorf("%+v: %+v", one.paid, got)
		}
	}
}

// A digit is the same act on every receivable.
func TestTheEntriesOfAReceivableStandStill(t *testing.T) {
	words := words.Of(label.ZH)
	till := act.NewTill(kittest.Env(), &words, nil)
	menu := func(r model.Receivable) (last kit.Action, n int) {
		list := till.DebtActions(model.ReceivableOf{Receivable: r})
		return list[len(list)-1], len(list)
	}
	_, want := menu(model.Receivable{Amount: 100})
	for name, r := range map[string]model.Receivable{
		"written off": {Amount: 100, Settled: 40, WrittenOff: 40}, "settled": {Amount: 100, Settled: 100},
		"disputed": {Amount: 100, Disputed: true},
	} {
		if last, n := menu(r); n != want || last.ID != "receivable.remove" {
			t.Errorf("%s: %d entries, the last %s", name, n, last.ID)
		}
	}
}

// A digit is the same act on every order.
func TestTheEntriesOfAnOrderStandStill(t *testing.T) {
	words := words.Of(label.ZH)
	clerk := act.NewClerk(kittest.Env(), &words, nil, act.NewTill(kittest.Env(), &words, nil))
	ids := func(o model.Order) (ids []string) {
		for _, a := range clerk.Actions(&model.OrderOf{Order: o}) {
			ids = append(ids, a.ID)
		}
		return ids
	}
	want := ids(model.Order{Status: model.OrderConfirmed, ConfirmedOn: "2026-01-10"})
	for name, o := range map[string]model.Order{
		"quote": {Status: model.OrderQuote}, "reserved": {Status: model.OrderReserved}, "in review": {Review: model.ReviewNeeded},
		"received": {Status: model.OrderDelivered, ConfirmedOn: "2026-01-10", ReceivedOn: "2026-01-12"},
	} {
		if got := ids(o); !slices.Equal(got[:len(want)], want) || len(got) == len(want) {
			t.Errorf("%s: %v, want %v first", name, got, want)
		}
	}
}
