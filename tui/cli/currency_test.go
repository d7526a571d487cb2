package cli_test

import "testing"

// An amount that names another currency than its record is refused where it would
// turn other amounts, or where the currency is said.
func TestAnAmountInAnotherCurrencyTurnsNothing(t *testing.T) {
	h := newHome(t)
	h.must("add", "恒基板材 13900000001")
	h.must("new", "products", "code=P1", "name=门板", "list_price=100", "floor_price=80")
	h.must("new", "campaigns", "name=秋季展", "from_on=2026-10-01", "planned_cost=5000", "actual_cost=4000")
	foreign, other := "USD 与 CNY 币种不同", "改成 USD 后是多少没有写"
	h.fails(1, other, "edit", "products", "P1", "list_price=$120")
	h.fails(1, other, "edit", "products", "P1", "currency=USD")
	h.fails(1, foreign, "new", "products", "code=P2", "name=背板", "list_price=$120", "floor_price=80")
	h.fails(1, foreign, "edit", "products", "P1", "list_price=$120", "floor_price=80")
	h.fails(1, other, "edit", "campaigns", "#1", "actual_cost=$4000")
	h.fails(1, foreign, "new", "campaigns", "name=春季展", "from_on=2026-10-01", "planned_cost=5000", "actual_cost=$4000")
	h.must("edit", "恒基板材", "expected_amount=50000", "credit_limit=80000")
	h.fails(1, other, "edit", "恒基板材", "expected_amount=$6000")
	h.fails(1, foreign, "pay", "恒基板材", "$500", "--currency", "CNY")
	h.fails(2, foreign, "order", "恒基板材", "--line", "门板 2 $50")
	h.must("order", "恒基板材", "--line", "P1 2 90", "--no", "D1")
	h.fails(1, other, "edit", "D1", "currency=USD")
	h.must("edit", "products", "P1", "list_price=$120", "floor_price=$90")
	h.must("edit", "恒基板材", "expected_amount=$6000", "credit_limit=$9000")
	p := h.list("list", "products")[0]
	if amountOf(p["list_price"]) != 12000 || amountOf(p["floor_price"]) != 9000 || p["currency"] != "USD" {
		t.Errorf("%v", p)
	}
}
