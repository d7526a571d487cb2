package model

import (
	"slices"
	"testing"
)

func TestScansOfACustomer(t *testing.T) {
	c := Customer{Name: "北岭轴承", Kind: Company, Phones: ListOf("0379-60001161转802", "+86 139 0000 1148"), Address: "洛阳;建设路"}
	got := ScansOf(c, []Contact{{Name: "贺敏", Phones: ListOf("13900001001")}, {Name: "岳川"}}, "请于周五前付款")
	var said []string
	for _, s := range got {
		said = append(said, s.Kind+" "+s.Text)
	}
	want := []string{
		"dial tel:037960001161,802", "dial tel:+8613900001148", "dial tel:13900001001",
		`card MECARD:N:北岭轴承;TEL:037960001161\,802;ADR:洛阳\;建设路;;`, "card MECARD:N:贺敏;TEL:13900001001;ORG:北岭轴承;;", "text 请于周五前付款",
	}
	if !slices.Equal(said, want) {
		t.Errorf("%q\nwant %q", said, want)
	}
	if got := ScansOf(Customer{Name: "甲"}, nil, ""); len(got) != 0 {
		t.Errorf("%+v", got)
	}
}
