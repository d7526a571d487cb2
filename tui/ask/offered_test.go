package ask_test

import (
	"testing"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
)

// What only the program's rules give a record, as the way of a refund that went
// along with an order, no form offers; one that has it shows it.
func TestAFormOffersWhatAPersonCanChoose(t *testing.T) {
	method, _ := model.RefundFields.ByCode("method")
	has := func(value string) bool {
		for _, o := range ask.OptionsOf("refund", method.Spec, value, label.ZH) {
			if o.Code == string(model.PayMoved) {
				return true
			}
		}
		return false
	}
	if has("") || has("cash") || !has(string(model.PayMoved)) {
		t.Errorf("offered: %v, beside cash %v, where it is so %v", has(""), has("cash"), has(string(model.PayMoved)))
	}
	if err := model.RefundFields.Check(&model.Refund{PaymentID: 1, CustomerID: 1, RefundedOn: "2026-11-01", Amount: 1, Reason: "x",
		Method: model.PayMoved}); err != nil {
		t.Errorf("a refund that went along: %v", err)
	}
}
