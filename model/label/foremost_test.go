package label_test

import (
	"testing"

	"genjin/model"
	"genjin/model/label"
)

func TestWhyACustomerIsToBeCalledSaysWhatWasPlannedAndSaid(t *testing.T) {
	talked := model.LastWords{At: "2026-11-18 10:00", Said: "同意36期"}
	cadence := model.Row{Kind: model.RowFollowUp, Reason: model.Reason{Code: "cadence", Args: []string{"A", "1", "2026-11-18"}}}
	agreed := model.Row{Kind: model.RowFollowUp, DueOn: "2026-11-30", NextAction: "确认来店",
		Reason: model.Reason{Code: "planned", Args: []string{"2026-11-30", "2026-11-18"}}}
	retry := model.Row{Kind: model.RowRetry, NextAction: "报价", Reason: model.Reason{Code: "retry", Args: []string{"2", ""}}}
	for _, c := range []struct {
		row    model.Row
		last   model.LastWords
		zh, en string
	}{
		{cadence, talked, "上次11-18:同意36期", "last 11-18: 同意36期"},
		{cadence, model.LastWords{}, "A级每日,上次11-18", "grade A daily, last 11-18"},
		{cadence, model.LastWords{At: "2026-11-18 10:00", Failed: true}, "上次11-18:未接通", "last 11-18: no answer"},
		{agreed, talked, "约定11-30;确认来店;上次11-18:同意36期", "agreed 11-30; 确认来店; last 11-18: 同意36期"},
		{retry, talked, "第2次未接通;报价", "no answer, attempt 2; 报价"},
		{model.Row{Kind: model.RowGradeMe, NextAction: "报价", Reason: model.Reason{Code: "grade_me", Args: []string{"2026-11-18"}}}, talked,
			"11-18已联系,还没有等级", "reached 11-18, not graded yet"},
	} {
		if got := label.Call(c.row, c.last, "2026-11-30", label.ZH); got != c.zh {
			t.Errorf("%s, want %s", got, c.zh)
		}
		if got := label.Call(c.row, c.last, "2026-11-30", label.EN); got != c.en {
			t.Errorf("%s, want %s", got, c.en)
		}
	}
}

func TestWhatIsAtStakeIsSaidInAFewWords(t *testing.T) {
	owed := model.Row{Kind: model.RowChase, Level: 3, Amount: 30660000, Currency: "CNY", Late: 27}
	sale := model.Row{Kind: model.RowFollowUp, Amount: 15000050, Currency: "USD", ExpectedOn: "2026-12-03"}
	complaint := model.Row{Kind: model.RowCase, Case: model.Complaint, Amount: 900, DaysLate: 2}
	for _, c := range []struct {
		row              model.Row
		whole, brief, en string
	}{
		{owed, "上门催款 306,600 逾期27天", "上门催款 306,600", "chase by visit 306,600 27 d overdue"},
		{sale, "跟进 USD 150,000.50 预计12-03", "跟进 USD 150,000.50", "follow up USD 150,000.50 expected 12-03"},
		{complaint, "投诉 2天", "投诉", "complaint 2 d"},
	} {
		if got := label.Worth(c.row, "2026-11-30", true, label.ZH); got != c.whole {
			t.Errorf("%s, want %s", got, c.whole)
		}
		if got := label.Worth(c.row, "2026-11-30", false, label.ZH); got != c.brief {
			t.Errorf("%s, want %s", got, c.brief)
		}
		if got := label.Worth(c.row, "2026-11-30", true, label.EN); got != c.en {
			t.Errorf("%s, want %s", got, c.en)
		}
	}
	for name, spoken := range map[string]string{
		"重庆华信装饰有限公司": "重庆华信装饰", "刘女士": "刘女士", "手持OEM": "手持OEM", "Blue Harbour Ltd.": "Blue Harbour Ltd.",
	} {
		if got := label.SpokenName(name); got != spoken {
			t.Errorf("%s is called %s", name, got)
		}
	}
}
