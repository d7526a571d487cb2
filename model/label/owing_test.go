package label

import (
	"testing"

	"genjin/model"
)

func TestWhatIsSettledWithoutMoneyIsNotCalledPaid(t *testing.T) {
	for _, tt := range []struct {
		st     model.Standing
		zh, en string
	}{
		{model.Standing{Status: model.OwePaid, Paid: 10}, "已付款", "paid"},
		{model.Standing{Status: model.OwePaid, Settled: 10, GivenUp: 10}, "坏账", "bad debt"},
		{model.Standing{Status: model.OwePaid, Paid: 4, Settled: 10, GivenUp: 6}, "坏账", "bad debt"},
		{model.Standing{Status: model.OwePaid, Settled: 10}, "已冲减", "credited"},
		{model.Standing{Status: model.OweOverdue, Paid: 4}, "逾期未付款(部分已付)", "overdue, partly paid"},
	} {
		if zh, en := Owing(tt.st, ZH), Owing(tt.st, EN); zh != tt.zh || en != tt.en {
			t.Errorf("%+v: %s, %s", tt.st, zh, en)
		}
	}
}
