package cli_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
)

func keys(m map[string]any) string { return strings.Join(slices.Sorted(maps.Keys(m)), " ") }

func TestTodaysRowsInJSON(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108 @C")
	h.must("add", "刘女士 13800138000")
	h.must("log", "刘女士", "进店看车", "--at", "2026-11-10", "--next-action", "报价")
	h.must("add", "王先生 +3d @C")
	rows := h.list("today")
	if len(rows) != 3 {
		t.Fatalf("%d rows: %v", len(rows), rows)
	}
	// The ungraded come before grade C.
	first, second := rows[1], rows[0]
	want := "customer customer_id days_late due_on grade kind next_action on reason reason_args reason_code record"
	if keys(first) != want {
		t.Errorf("keys %s\nwant %s", keys(first), want)
	}
	if first["kind"] != "follow_up" || first["customer"] != "董先生" || first["customer_id"] != 1.0 || first["grade"] != "C" ||
		first["reason_code"] != "never_contacted" || first["due_on"] != "2026-11-24" || first["next_action"] != nil {
		t.Errorf("first %v", first)
	}
	if second["grade"] != nil || second["next_action"] != "报价" || second["days_late"].(float64) < 1 {
		t.Errorf("second %v", second)
	}
	if rows[2]["kind"] != "grade_me" {
		t.Errorf("third %v", rows[2])
	}
	ahead := h.list("today", "--ahead", "5")
	if len(ahead) != 4 || ahead[3]["customer"] != "王先生" || ahead[3]["on"] != "2026-11-27" || ahead[3]["days_late"] != 0.0 {
		t.Errorf("ahead %v", ahead[len(ahead)-1])
	}
	english := h.list("today", "--lang", "en")
	if english[1]["reason"] == first["reason"] || english[1]["kind"] != first["kind"] {
		t.Errorf("in English %v", english[0])
	}
}

func TestCustomersAndJournalInJSON(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108 13800138000 3人 想置换陆风X7 #进店 #老客户 @A +3d")
	h.must("log", "董先生", "来电", "--kind", "投诉", "--problem", "交车延期")
	c := h.list("list", "customers")[0]
	for field, want := range map[string]string{
		"id": "1", "name": "董先生", "gender": "male", "phones": "[15935946108 13800138000]", "party_size": "3", "source": "walk_in",
		"tags": "[老客户]", "grade": "A", "next_on": "2026-11-25", "last_on": "2026-11-24", "expected_on": "<nil>", "expected_amount": "<nil>",
		"important": "false", "filled_on": "2026-11-24", "referrer": "<nil>", "referrer_id": "<nil>",
	} {
		if got := fmt.Sprint(c[field]); got != want {
			t.Errorf("%s = %s, want %s", field, got, want)
		}
	}
	e := h.list("list", "journal")[0]
	for field, want := range map[string]string{
		"customer": "董先生", "customer_id": "1", "seq": "1", "at": "2026-11-24 10:30", "kind": "complaint", "case_status": "open",
		"situation": "来电", "problem": "交车延期", "outcome": "reached",
	} {
		if got := fmt.Sprint(e[field]); got != want {
			t.Errorf("journal %s = %s, want %s", field, got, want)
		}
	}
	card := h.object("show", "董先生")
	if n := len(card["journal"].([]any)); n != 1 || card["name"] != "董先生" {
		t.Errorf("card %v", card)
	}
	if empty := h.list("list", "customers", "--archived"); len(empty) != 0 {
		t.Errorf("archived %v", empty)
	}
}

func TestListsAreFilteredSortedAndCut(t *testing.T) {
	h := newHome(t)
	for _, line := range []string{"董先生 13800138001 @A +5d #进店", "王女士 13800138002 @B +3d #网络", "恒达电子有限公司 @A +4d 定制主板"} {
		h.must("add", line)
	}
	names := func(args ...string) string {
		var all []string
		for _, c := range h.list(append([]string{"list", "customers"}, args...)...) {
			all = append(all, c["name"].(string))
		}
		return strings.Join(all, " ")
	}
	for _, c := range []struct {
		want string
		args []string
	}{
		{"董先生 恒达电子有限公司", []string{"--filter", "grade=A", "--sort", "id"}},
		{"董先生 恒达电子有限公司", []string{"--filter", "客户等级=A级", "--sort", "id"}},
		{"董先生", []string{"--filter", "grade=A", "--filter", "客户来源=进店"}},
		{"恒达电子有限公司", []string{"--filter", "kind=企业"}},
		{"恒达电子有限公司", []string{"--filter", "interest=主板"}},
		{"董先生", []string{"--filter", "phones=13800138001"}},
		{"王女士", []string{"--filter", "next_on=11-27"}},
		{"王女士 恒达电子有限公司 董先生", []string{"--sort", "next_on"}},
		{"董先生 恒达电子有限公司 王女士", []string{"--sort", "-next_on"}},
		{"董先生 恒达电子有限公司", []string{"--sort", "-下次跟进日期", "--limit", "2"}},
		{"董先生", []string{"--search", "dxs"}},
		{"王女士", []string{"--search", "0013 8002"}},
		{"", []string{"--search", "nobody"}},
		{"", []string{"--filter", "grade=未评级"}},
	} {
		if got := names(c.args...); got != c.want {
			t.Errorf("%v: %q, want %q", c.args, got, c.want)
		}
	}
	if out := h.must("list", "customers", "--limit", "1"); !strings.Contains(out, "1 / 3 位客户") {
		t.Errorf("count: %q", out)
	}
	if out := h.must("list", "customers", "--search", "nobody"); !strings.Contains(out, "没有符合的记录") {
		t.Errorf("nothing: %q", out)
	}
}

func TestTheJournalIsFilteredSortedAndCut(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 13800138001")
	h.must("add", "王女士 13800138002")
	h.must("log", "#1", "来电问价", "--method", "电话", "--at", "2026-11-20")
	h.must("log", "#2", "进店看车", "--method", "进店", "--at", "2026-11-21")
	h.must("log", "#1", "微信发方案", "--method", "微信")
	texts := func(args ...string) string {
		var all []string
		for _, e := range h.list(append([]string{"list", "journal"}, args...)...) {
			all = append(all, e["situation"].(string))
		}
		return strings.Join(all, " ")
	}
	for _, c := range []struct {
		want string
		args []string
	}{
		{"微信发方案 进店看车 来电问价", nil},
		{"微信发方案 来电问价", []string{"--filter", "customer=董先生"}},
		{"进店看车", []string{"--filter", "customer_id=#2"}},
		{"来电问价", []string{"--filter", "跟进方式=电话"}},
		{"来电问价", []string{"--filter", "at=2026-11-20"}},
		{"来电问价 进店看车", []string{"--sort", "at", "--limit", "2"}},
		{"进店看车", []string{"--search", "看车"}},
		{"微信发方案", []string{"--limit", "1"}},
		{"来电问价", []string{"--search", "问价", "--limit", "1"}},
	} {
		if got := texts(c.args...); got != c.want {
			t.Errorf("journal %v: %q, want %q", c.args, got, c.want)
		}
	}
}

func TestChangesUndoAndRedoInJSON(t *testing.T) {
	h := newHome(t)
	if got := h.list("changes"); len(got) != 0 {
		t.Errorf("changes of an empty file: %v", got)
	}
	h.must("add", "董先生 @B")
	h.must("log", "董先生", "来电")
	changes := h.list("changes", "董先生")
	want := "act after at before customer customer_id field op reason record record_id set state"
	if len(changes) < 3 || keys(changes[0]) != want || changes[0]["act"] != "log_entry" || changes[0]["state"] != "done" {
		t.Errorf("changes %v", changes[0])
	}
	u := h.object("undo")
	if keys(u) != "act at customer kept reason records set" || u["act"] != "log_entry" || u["customer"] != "董先生" || u["records"] != 2.0 {
		t.Errorf("undo %v", u)
	}
	if n := len(h.list("list", "journal")); n != 0 {
		t.Errorf("%d entries after undo", n)
	}
	if r := h.object("redo"); r["act"] != "log_entry" {
		t.Errorf("redo %v", r)
	}
	if out := h.must("changes"); !strings.Contains(out, "记录跟进") || !strings.Contains(out, "情况描述") {
		t.Errorf("changes: %q", out)
	}
}
