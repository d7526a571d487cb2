package model

import (
	"fmt"
	"strings"
	"testing"
)

func TestWhatACardOfTwoHolds(t *testing.T) {
	for _, tt := range []struct {
		what, field string
		kept, other Customer
		take        map[string]Side
		want        string
	}{
		{"the other fills what is empty", "address", Customer{}, Customer{Address: "里水"}, nil, "里水"},
		{"the kept one stands", "address", Customer{Address: "大沥"}, Customer{Address: "里水"}, nil, "大沥"},
		{"unless chosen", "address", Customer{Address: "大沥"}, Customer{Address: "里水"}, map[string]Side{"address": TakeOther}, "里水"},
		{"both of a note", "remark", Customer{Remark: "甲"}, Customer{Remark: "乙"}, map[string]Side{"remark": TakeBoth}, "甲\n乙"},
		{"phones are united", "phones", Customer{Phones: "138 0013 8000"}, Customer{Phones: "13800138000\n0757-83330001"},
			nil, "138 0013 8000\n0757-83330001"},
		{"tags are united", "tags", Customer{Tags: "VIP"}, Customer{Tags: "急\nVIP"}, nil, "VIP\n急"},
		{"the earlier next date", "next_on", Customer{NextOn: "2026-12-01"}, Customer{NextOn: "2026-11-25"}, nil, "2026-11-25"},
		{"what is to be done then", "next_action", Customer{NextOn: "2026-12-01", NextAction: "报价"},
			Customer{NextOn: "2026-11-25", NextAction: "上门"}, nil, "上门"},
		{"a later next date stays away", "next_action", Customer{NextOn: "2026-11-20", NextAction: "报价"},
			Customer{NextOn: "2026-11-25", NextAction: "上门"}, nil, "报价"},
		{"the earlier card", "filled_on", Customer{FilledOn: "2026-11-20"}, Customer{FilledOn: "2026-11-03"}, nil, "2026-11-03"},
		{"not known is nothing", "need", Customer{Need: NeedUnknown}, Customer{Need: NeedClear}, nil, "clear"},
		{"and takes nothing away", "need", Customer{Need: NeedClear}, Customer{Need: NeedUnknown}, nil, "clear"},
		{"a beginning gives way", "stage", Customer{Stage: Prospect}, Customer{Stage: Won}, nil, "won"},
		{"a reason without a loss", "lost_reason", Customer{Stage: Won}, Customer{Stage: Lost, LostReason: "price"}, nil, ""},
		{"a loss with its reason", "lost_reason", Customer{Stage: Prospect}, Customer{Stage: Lost, LostReason: "price"}, nil, "price"},
		{"amounts of one currency", "credit_limit", Customer{Currency: "CNY"}, Customer{Currency: "CNY", CreditLimit: 5}, nil, "5"},
		{"amounts stay in their currency", "credit_limit", Customer{Currency: "CNY", ExpectedAmount: 7},
			Customer{Currency: "USD", CreditLimit: 5}, nil, ""},
		{"and go with it", "expected_amount", Customer{Currency: "CNY", ExpectedAmount: 7}, Customer{Currency: "USD", ExpectedAmount: 5},
			map[string]Side{"currency": TakeOther}, "5"},
		{"or bring it", "currency", Customer{Currency: "CNY", ExpectedAmount: 7}, Customer{Currency: "USD", ExpectedAmount: 5},
			map[string]Side{"expected_amount": TakeOther}, "USD"},
		{"the currency of the only amount", "currency", Customer{Currency: "CNY"}, Customer{Currency: "USD", ExpectedAmount: 5}, nil, "USD"},
		{"nobody brings themselves", "referrer", Customer{Referrer: 2}, Customer{}, nil, ""},
		{"but another did", "referrer", Customer{Referrer: 2}, Customer{Referrer: 9}, nil, "9"},
		{"archived only if both are", "archived", Customer{Archived: true}, Customer{}, nil, ""},
		{"what is sure stays sure", "inferred", Customer{Need: NeedClear}, Customer{Need: NeedClear, Inferred: "need"}, nil, ""},
		{"what is not stays so", "inferred", Customer{}, Customer{Need: NeedClear, Inferred: "need"}, nil, "need"},
	} {
		tt.kept.ID, tt.other.ID = 1, 2
		m := Merging{Kept: tt.kept, Other: tt.other}
		choices, err := m.Choices(tt.take)
		if err != nil {
			t.Errorf("%s: %v", tt.what, err)
			continue
		}
		c := m.Card(choices)
		f, _ := CustomerFields.ByCode(tt.field)
		if got := f.Get(&c); got != tt.want || c.ID != 1 {
			t.Errorf("%s: %q, want %q", tt.what, got, tt.want)
		}
	}
}

func TestAJournalIsNumberedByTime(t *testing.T) {
	entries := []Entry{
		{Meta: Meta{ID: 1, CreatedAt: "1"}, At: "2026-11-20 10:00", Situation: "b"},
		{Meta: Meta{ID: 2, CreatedAt: "2"}, At: "2026-11-20", Situation: "c"},
		{Meta: Meta{ID: 3, CreatedAt: "3"}, At: "2026-11-20 09:00", Situation: "a"},
		{Meta: Meta{ID: 4, CreatedAt: "4"}, At: "2026-11-03", Situation: "0"},
	}
	Renumber(entries)
	var got []string
	for _, e := range entries {
		got = append(got, fmt.Sprint(e.Seq, e.Situation))
	}
	if s := strings.Join(got, " "); s != "1 0 2 a 3 c 4 b" && s != "10 2a 3c 4b" {
		t.Errorf("%s", s)
	}
}
