package model_test

import (
	"fmt"
	"testing"

	"genjin/model"
)

func TestTheActsWorthMostStandAboveTheQueue(t *testing.T) {
	row := func(kind model.RowKind, who int64, amount int64) model.Row {
		return model.Row{Kind: kind, CustomerID: who, Amount: amount}
	}
	for _, c := range []struct {
		what  string
		queue []model.Row
		want  []string
	}{
		{"one of money, one who waits, one sale", []model.Row{
			row(model.RowChase, 1, 100), row(model.RowBroken, 2, 900), row(model.RowCase, 3, 0), row(model.RowCase, 4, 5000),
			row(model.RowFollowUp, 5, 70), row(model.RowRetry, 6, 80), row(model.RowShipment, 7, 9999),
		}, []string{"broken_promise 2", "case 3", "retry 6"}},
		{"nobody waits, goods take the place", []model.Row{
			row(model.RowChase, 1, 100), row(model.RowFollowUp, 5, 70), row(model.RowOrderStep, 7, 50),
		}, []string{"chase 1", "follow_up 5", "order_step 7"}},
		{"money alone: the largest three", []model.Row{
			row(model.RowChase, 1, 100), row(model.RowChase, 2, 400), row(model.RowChase, 3, 300), row(model.RowChase, 4, 200),
		}, []string{"chase 2", "chase 3", "chase 4"}},
		{"a customer is named once", []model.Row{
			row(model.RowChase, 1, 100), row(model.RowCase, 1, 0), row(model.RowFollowUp, 1, 70), row(model.RowFollowUp, 2, 10),
		}, []string{"chase 1", "follow_up 2"}},
		{"what is worth nothing isn't there", []model.Row{row(model.RowDate, 1, 100), row(model.RowAlert, 2, 100)}, nil},
	} {
		var got []string
		for _, r := range model.Foremost(c.queue) {
			got = append(got, fmt.Sprint(r.Kind, " ", r.CustomerID))
		}
		expect(t, c.what, got, c.want...)
	}
}
