package tui_test

import (
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/test"
)

// Beside a date in a year whose holidays nobody knows yet stands that it has
// none: on the card, in both forms, and while one adds a customer in a line.
func TestADateWithoutKnownHolidaysSaysSo(t *testing.T) {
	for l, mark := range map[label.Lang]string{label.ZH: "(放假未公布)", label.EN: " (holidays unknown)"} {
		d := test.Open(t, l, 120, 40, model.Customer{Name: "董先生", Grade: model.GradeA, NextOn: "2090-01-04"})
		d.Press("2")
		d.Sees("2090-01-04 " + label.Weekday("2090-01-04", l) + mark)
		d.Press("ctrl+l", "tab", "tab", "tab")
		d.Write("2090-01-05")
		d.Sees(label.Weekday("2090-01-05", l) + mark)
		d.Press("esc", "f2")
		for range 25 {
			d.Press("tab")
		}
		d.Sees(label.Weekday("2090-01-04", l) + mark)
		d.Press("esc", "f4")
		d.Write("刘女士 +2090-01-06")
		d.Sees("2090-01-06 " + label.Weekday("2090-01-06", l) + mark)
	}
}

func TestANamesakeIsNamedByQuickAdd(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Phones: "15935946108"})
	d.Press("f4")
	d.Write("董先生 13700000001")
	d.Press("enter")
	d.Sees("已新增 董先生,另有同名客户 #1")
}

// The form says it too, where a surname and another phone make nobody the same.
func TestANamesakeIsNamedByTheForm(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Phones: "15935946108"})
	d.Press("2", "ctrl+n")
	d.Write("董先生")
	d.Press("tab", "tab", "tab")
	d.Write("13700000001")
	d.Press("ctrl+s")
	d.Sees("已新增 董先生,另有同名客户 #1")
}

// A deal that is lost says why, and a complaint that was only noted is not done.
// A contact sets the stage, as the command does; a deal that is lost is asked why,
// and what was typed of the contact stays.
func TestAContactSaysThatTheDealIsLost(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Grade: model.GradeA, NextOn: "2026-11-23"})
	d.Press("ctrl+l")
	d.Write("跟别家签了")
	d.Press("tab", "tab", "tab", "tab", "tab", "tab", "tab", "end", "ctrl+s")
	d.Sees("为什么丢单  董先生")
	d.Press("ctrl+s")
	d.Sees("要写明为什么丢单")
	d.Press("right", "tab")
	d.Write("盛源")
	d.Press("ctrl+s")
	d.Sees("已记录 董先生")
	c, err := d.Store.Customer(t.Context(), 1)
	if err != nil || c.Stage != model.Lost || c.LostReason != "price" || c.LostTo != "盛源" {
		t.Errorf("%q %q %q %v", c.Stage, c.LostReason, c.LostTo, err)
	}
	if list, err := d.Store.Entries(t.Context(), 1, 0); err != nil || len(list) != 1 || list[0].Situation != "跟别家签了" {
		t.Errorf("%+v %v", list, err)
	}
}

func TestALostDealAndAComplaintAreNotPassedOver(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "董先生", Grade: model.GradeA, NextOn: "2026-11-23"})
	d.Press("2", "f2")
	for range 21 {
		d.Press("tab")
	}
	d.Press("end", "ctrl+s")
	d.Sees("要写明为什么丢单")
	d.Press("esc", "1")
	d.Press("ctrl+l")
	d.Write("脚垫缺货")
	d.Press("up", "right", "right", "ctrl+s")
	d.Sees("已记录 董先生")
	d.Lacks("投诉 ", "1/1")
}

// The form begins with what was said last, and takes what the talk brought of the
// sale; what it doesn't show stays as the card has it.
func TestAContactBringsTheSaleToComeUpToDate(t *testing.T) {
	card := model.Customer{Name: "刘女士", Grade: model.GradeA, NextOn: "2026-11-23", Need: model.NeedPotential, ExpectedAmount: 100000}
	d := test.Open(t, label.ZH, 120, 40, card)
	d.Press("ctrl+l")
	d.Write("嫌月供高")
	d.Press("ctrl+s", "2", "ctrl+l")
	d.Sees("上次11-23:嫌月供高", "F5 更多")
	d.Lacks("下次方式")
	d.Write("同意36期")
	d.Press("tab", "tab", "tab", "tab", "tab", "tab", "left", "tab", "tab")
	d.Write("12-3")
	d.Press("tab")
	d.Write("15万")
	d.Press("ctrl+s")
	d.Sees("已记录 刘女士")
	c, err := d.Store.Customer(t.Context(), 1)
	if want := (model.Expected{Need: model.NeedClear, On: "2026-12-03", Amount: 15000000}); err != nil || c.Expected() != want {
		t.Errorf("%+v %v, want %+v", c.Expected(), err, want)
	}
	d.Press("u")
	if c, err = d.Store.Customer(t.Context(), 1); err != nil || c.Expected() != card.Expected() {
		t.Errorf("undone: %+v %v", c.Expected(), err)
	}
}

// One key says that nobody answered, of a contact and of a debt that was chased;
// the customer is called again on the next working day.
func TestOneKeySaysThatNobodyAnswered(t *testing.T) {
	d := test.Open(t, label.ZH, 120, 40, model.Customer{Name: "刘女士", Grade: model.GradeA, NextOn: "2026-11-20"})
	d.Press("f6")
	d.Sees("未接通 刘女士,11-24再打")
	list, err := d.Store.Entries(t.Context(), 1, 0)
	if err != nil || len(list) != 1 || list[0].Outcome != model.NotReached || list[0].Situation != "没人接" {
		t.Errorf("%+v %v", list, err)
	}
	d.Press("u")
	d.Sees("已撤销", "刘女士")
	if _, err := d.Store.AddReceivable(t.Context(), model.Receivable{CustomerID: 1, Amount: 4200000, DueOn: "2026-10-20"}); err != nil {
		t.Fatal(err)
	}
	d = test.Reopen(d, test.Monday, label.ZH, 120, 40)
	d.Sees(">   刘女士             A  停止发货")
	d.Press("f6")
	d.Sees("已记录对 刘女士 的催款")
	steps, err := d.Store.Dunnings(t.Context(), 1)
	if err != nil || len(steps) != 1 || steps[0].Outcome != model.NotReached || steps[0].Note != "没人接" {
		t.Errorf("%+v %v", steps, err)
	}
}
