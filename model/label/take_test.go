package label_test

import (
	"errors"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// An amount that names another currency never turns the other amounts of its
// record into that one.
func TestOneAmountNeverTurnsTheOthers(t *testing.T) {
	kept := model.Product{Code: "P1", Name: "门板", Currency: "CNY", ListPrice: 10000, FloorPrice: 8000}
	for _, c := range []struct {
		was         model.Product
		typed       map[string]string
		list, floor int64
		currency    string
		field, code string // of the refusal
	}{
		{kept, map[string]string{"currency": "CNY", "list_price": "$100", "floor_price": "80"}, 0, 0, "", "list_price", model.RefusedForeign},
		{kept, map[string]string{"currency": "CNY", "list_price": "100", "floor_price": "¥80"}, 10000, 8000, "CNY", "", ""},
		{kept, map[string]string{"currency": "CNY", "list_price": "100", "floor_price": "USD 80"}, 0, 0, "", "floor_price", model.RefusedForeign},
		{kept, map[string]string{"currency": "CNY", "list_price": "$100", "floor_price": "€80"}, 0, 0, "", "list_price", model.RefusedForeign},
		{kept, map[string]string{"currency": "CNY", "list_price": "$100", "floor_price": "$80"}, 10000, 8000, "USD", "", ""},
		{kept, map[string]string{"currency": "JPY", "list_price": "100", "floor_price": "80"}, 100, 80, "JPY", "", ""},
		{kept, map[string]string{"currency": "EUR", "list_price": "$100", "floor_price": "80"}, 0, 0, "", "list_price", model.RefusedForeign},
		{kept, map[string]string{"currency": "CNY", "list_price": "$100", "floor_price": ""}, 10000, 0, "USD", "", ""},
		{kept, map[string]string{"list_price": "$100"}, 0, 0, "", "floor_price", model.RefusedOtherMoney},
		{kept, map[string]string{"currency": "USD"}, 0, 0, "", "list_price", model.RefusedOtherMoney},
		{model.Product{}, map[string]string{"list_price": "JPY 100"}, 100, 0, "JPY", "", ""},
		{model.Product{}, map[string]string{"list_price": "100", "floor_price": "JPY 80"}, 0, 0, "", "floor_price", model.RefusedForeign},
		{model.Product{}, map[string]string{"currency": "USD", "list_price": "100", "floor_price": "80"}, 10000, 8000, "USD", "", ""},
	} {
		p := c.was
		err := label.Take("product", model.ProductFields, c.typed, &p, "2026-11-24", "CNY")
		var fe *model.FieldError
		switch {
		case c.code != "":
			if !errors.As(err, &fe) || fe.Field != c.field || fe.Code != c.code || p != c.was {
				t.Errorf("%v: %v, %+v", c.typed, err, p)
			}
		case err != nil || p.ListPrice != c.list || p.FloorPrice != c.floor || p.Currency != c.currency:
			t.Errorf("%v: %+v, %v", c.typed, p, err)
		}
	}
	p := kept
	if err := label.Set("product", model.ProductFields, "list_price", &p, "$100", "", model.Nearest); err == nil || p != kept {
		t.Errorf("a price in dollars beside one in yuan is taken: %+v", p)
	}
}
