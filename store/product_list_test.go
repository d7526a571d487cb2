package store

import (
	"context"
	"strings"
	"testing"

	"genjin/model"
)

func TestAListAnswersEveryQueryFromItsView(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	for _, p := range []model.Product{
		{Code: "B2", Name: "平板", Spec: "10寸", ListPrice: 120_000, FloorPrice: 100_000},
		{Code: "A1", Name: "手持终端", Spec: "5.5寸", ListPrice: 90_000, Unit: "台"},
		{Code: "C3", Name: "样机", Unit: "台"},
		{Code: "D4", Name: "旧款", ListPrice: 50_000, Inactive: true},
	} {
		if _, err := s.AddProduct(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	l := s.ProductList()
	codes := func(q model.Query) string {
		t.Helper()
		ids, err := l.IDs(ctx, q)
		if err != nil {
			t.Fatal(err)
		}
		rows, err := l.Rows(ctx, ids, false)
		if err != nil {
			t.Fatal(err)
		}
		var found []string
		for _, p := range rows {
			found = append(found, p.Code)
		}
		return strings.Join(found, " ")
	}
	by := func(field string, op model.Op, value string) model.Query {
		return model.Query{Filters: []model.Filter{{Field: field, Op: op, Value: value}}}
	}
	for _, tt := range []struct {
		name string
		q    model.Query
		want string
	}{
		{"those that are sold, by code", model.Query{}, "A1 B2 C3"},
		{"put away", model.Query{Archived: true}, "D4"},
		{"both", model.Query{Filters: model.ProductView.Both()}, "A1 B2 C3 D4"},
		{"asked for by a filter", by("inactive", model.OpIs, "1"), "D4"},
		{"the unknown price last", model.Query{Sort: "list_price"}, "A1 B2 C3"},
		{"and last downwards too", model.Query{Sort: "list_price", Desc: true}, "B2 A1 C3"},
		{"an unknown text last", model.Query{Sort: "spec"}, "B2 A1 C3"},
		{"at least", by("list_price", model.OpFrom, "100000"), "B2"},
		{"one of several", by("code", model.OpIs, "A1\nC3"), "A1 C3"},
		{"none of them", by("unit", model.OpNot, "台"), "B2"},
		{"inside", by("name", model.OpContains, "终端"), "A1"},
		{"not known", by("list_price", model.OpEmpty, ""), "C3"},
		{"made today", by("created_at", model.OpIs, "today"), "A1 B2 C3"},
		{"searched", model.Query{Search: "10寸"}, "B2"},
	} {
		if got := codes(tt.q); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
	for _, q := range []model.Query{{Preset: "nothere"}, {Sort: "nothere"}, by("nothere", model.OpIs, "1")} {
		if _, err := l.IDs(ctx, q); err == nil {
			t.Errorf("%+v passes", q)
		}
	}
}
