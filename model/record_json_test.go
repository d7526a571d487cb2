package model

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestJSONOfACustomer(t *testing.T) {
	c := Customer{
		Meta: Meta{ID: 7, CreatedAt: "2026-11-20T02:00:00Z", UpdatedAt: "2026-11-20T02:00:00Z"}, Name: "佛山<恒基>",
		Phones: "138\n139", Currency: "CNY",
		ExpectedAmount: 1200000, FilledOn: "2026-11-20", Referrer: 3, Important: true, PartySize: 0, Grade: GradeA,
	}
	text := string(JSON(CustomerFields, &c, c.Meta, func(id int64) string { return "刘女士" }))
	for _, want := range []string{
		`{"id":7,"name":"佛山<恒基>",`, `"phones":["138","139"]`, `"expected_amount":{"amount":1200000,"currency":"CNY"}`, `"credit_limit":null`,
		`"filled_on":"2026-11-20"`, `"expected_on":null`, `"birthday":null`, `"referrer":"刘女士","referrer_id":3`,
		`"important":true`, `"archived":false`,
		`"party_size":0`, `"payment_score":null`, `"tags":[]`, `"grade":"A"`, `"attempts":0`, `"updated_at":"2026-11-20T02:00:00Z"}`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("%s is not in %s", want, text)
		}
	}
	if !json.Valid([]byte(text)) {
		t.Error(text)
	}
	e := Entry{CustomerID: 3, At: "2026-11-20 10:30"}
	if text := string(JSON(EntryFields, &e, e.Meta, func(int64) string { return "刘女士" })); !strings.Contains(text,
		`"customer":"刘女士","customer_id":3`) || !strings.Contains(text, `"at":"2026-11-20 10:30"`) {
		t.Error(text)
	}
}
