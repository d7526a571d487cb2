package cli_test

import (
	"context"
	"encoding/json"
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/store"
)

// with opens the home's database past the command line, for what it can't add.
func (h *home) with(fill func(ctx context.Context, st *store.Store) error) {
	h.t.Helper()
	ctx := context.Background()
	st, err := store.Open(ctx, filepath.Join(h.dir, ".genjin", "genjin.db"), store.AsOf("2026-11-24"))
	if err != nil {
		h.t.Fatal(err)
	}
	defer st.Close()
	if err := fill(ctx, st); err != nil {
		h.t.Fatal(err)
	}
}

// names are the names of listed customers in their order.
func (h *home) names(args ...string) string {
	h.t.Helper()
	var names []string
	for _, c := range h.list(append([]string{"list", "customers"}, args...)...) {
		names = append(names, c["name"].(string))
	}
	return strings.Join(names, " ")
}

func TestConditionsChooseCustomersInEitherLanguage(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108 #进店 #VIP @A +3d")
	h.must("add", "刘女士 13800138000 @B 明天")
	h.must("add", "王先生 13900139000")
	for _, tt := range []struct{ want, filter string }{
		{"董先生", "grade=A"}, {"董先生 刘女士", "grade=A,B"}, {"刘女士 王先生", "等级!=A"}, {"王先生", "grade="}, {"董先生 刘女士", "grade!="},
		{"王先生", "客户等级=未评级"}, {"董先生 王先生", "grade=A,未评级"},
		{"王先生", "next_on<=today"}, {"董先生 刘女士", "下次跟进>=明天"}, {"董先生 刘女士", "next_on>today"}, {"刘女士 王先生", "next_on<3d"},
		{"刘女士", "phones~138"}, {"刘女士", "电话=8000"}, {"董先生", "tags=VIP"}, {"刘女士 王先生", "tags="},
		{"董先生 刘女士 王先生", "urgency=unknown"}, {"董先生 刘女士 王先生", "紧急程度=—"}, {"", "urgency=urgent,缓急"}, {"董先生 刘女士 王先生", "重要性=一般"},
		{"", "importance=important"}, {"董先生 刘女士 王先生", "重要客户=否"}, {"", "important=是"},
		{"董先生", "客户来源=进店"}, {"刘女士", "name==刘女士"}, {"", "name==刘"}, {"刘女士", "name=刘"}, {"刘女士", "gender＝女"},
	} {
		if got := h.names("--filter", tt.filter); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.filter, got, tt.want)
		}
	}
	if got := h.names("--filter", "grade!=", "--filter", "next_on>=3d"); got != "董先生" {
		t.Errorf("two conditions: %q", got)
	}
	for _, c := range []struct{ words, filter string }{{"看不懂筛选", "grade"}, {"没有字段", "shoe<=42"}, {"不能用", "name>=x"},
		{"不能用", "grade~A"}, {"看不懂日期", "next_on<=someday"}, {"没有「F」", "grade=F"}} {
		h.fails(usage, c.words, "list", "customers", "--filter", c.filter)
	}
}

func TestColumnsAndTotalsOfAList(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 @A")
	h.with(func(ctx context.Context, st *store.Store) error {
		for i, currency := range []string{"CNY", "CNY", "USD"} {
			c := model.Customer{Name: fmt.Sprint("客户", i), ExpectedAmount: int64(i+1) * 100_000_00, Currency: currency, ExpectedOn: "2026-12-10"}
			if _, err := st.AddCustomer(ctx, c); err != nil {
				return err
			}
		}
		return nil
	})
	out := h.must("list", "customers", "--columns", "name,紧急程度,expected_amount", "--sort", "-expected_amount")
	for _, want := range []string{"客户名称", "紧急程度", "预计金额", "近期", "—", "USD 300,000.00", "预计金额合计 300,000.00 + USD 300,000.00", "4 位客户"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
	if strings.Contains(out, "联系方式") {
		t.Errorf("columns that were not asked for:\n%s", out)
	}
	h.fails(usage, "没有字段", "list", "customers", "--columns", "shoe")
	h.with(func(ctx context.Context, st *store.Store) error {
		_, err := st.SaveSegment(ctx, model.Segment{Name: "大单", Conditions: "expected_amount>=20000000", SortBy: "expected_amount",
			Descending: true})
		return err
	})
	if got := h.names("--segment", "大单"); got != "客户2 客户1" {
		t.Errorf("a saved filter: %q", got)
	}
	h.fails(failed, "大单", "list", "customers", "--segment", "小单")
}

func TestContactsOfAllCustomers(t *testing.T) {
	h := newHome(t)
	h.must("add", "恒达电子有限公司")
	h.must("add", "佛山板材有限公司")
	h.with(func(ctx context.Context, st *store.Store) error {
		for _, it := range []model.Item{
			{CustomerID: 1, Values: map[string]string{"name": "王经理", "role": "decision_maker", "phones": "138 0013 8000"}},
			{CustomerID: 2, Values: map[string]string{"name": "李会计", "role": "finance", "email": "li@x.cn"}},
			{CustomerID: 1, Values: map[string]string{"name": "赵工"}},
		} {
			it.Record = "contact"
			if _, err := st.SaveItem(ctx, it); err != nil {
				return err
			}
		}
		return nil
	})
	names := func(args ...string) string {
		var names []string
		for _, c := range h.list(append([]string{"list", "contacts"}, args...)...) {
			names = append(names, c["name"].(string))
		}
		return strings.Join(names, " ")
	}
	for _, tt := range []struct {
		want string
		args []string
	}{
		{"李会计 王经理 赵工", nil}, {"王经理 赵工", []string{"--filter", "customer=恒达电子有限公司"}}, {"王经理", []string{"--search", "wjl"}},
		{"王经理", []string{"--search", "13800138"}}, {"李会计", []string{"--filter", "role=财务"}},
		{"王经理 赵工", []string{"--search", "hengda"}}, {"王经理", []string{"--filter", "phones=13800"}}, {"赵工 李会计 王经理", []string{"--sort", "-id"}},
		{"李会计", []string{"--limit", "1"}}, {"", []string{"--archived"}},
	} {
		if got := names(tt.args...); got != tt.want {
			t.Errorf("%v: %q, want %q", tt.args, got, tt.want)
		}
	}
	c := h.list("list", "contacts", "--filter", "name=王")[0]
	if c["customer"] != "恒达电子有限公司" || c["customer_id"] != 1.0 || c["role"] != "decision_maker" ||
		fmt.Sprint(c["phones"]) != "[138 0013 8000]" {
		t.Errorf("in JSON %v", c)
	}
	if out := h.must("list", "contacts"); !strings.Contains(out, "决策人") || !strings.Contains(out, "3 位联系人") {
		t.Errorf("as a table:\n%s", out)
	}
}

func TestTwoCardsAreMergedAndUndone(t *testing.T) {
	h := newHome(t)
	h.must("add", "董先生 15935946108 @B #VIP")
	h.must("add", "董建国 15935946108 @A 看车", "--new")
	h.must("log", "#2", "来电问价")
	groups := h.must("duplicates")
	if !strings.Contains(groups, "董先生") || !strings.Contains(groups, "董建国") || !strings.Contains(groups, "1 组可能重复") {
		t.Errorf("duplicates:\n%s", groups)
	}
	if n := len(h.array("duplicates")); n != 1 {
		t.Errorf("%d groups", n)
	}
	dry := h.must("merge", "#1", "#2", "--dry-run", "--take", "grade=other")
	for _, want := range []string{"客户等级", "B", "A", "另一张", "并入:跟进 1 条", "没有写入"} {
		if !strings.Contains(dry, want) {
			t.Errorf("the preview lacks %q:\n%s", want, dry)
		}
	}
	if n := len(h.list("list", "customers")); n != 2 {
		t.Errorf("a dry run left %d customers", n)
	}
	h.fails(usage, "不用选", "merge", "#1", "#2", "--take", "email=other")
	h.fails(usage, "看不懂", "merge", "#1", "#2", "--take", "grade")
	h.fails(usage, "--take", "merge", "#1", "#2", "--take", "grade=third")
	h.fails(failed, "同一位客户", "merge", "#1", "#1")
	done := h.object("merge", "#1", "#2", "--take", "等级=另一张")
	if done["merged"] != true || done["kept"] != 1.0 {
		t.Errorf("merged %v", done)
	}
	c := h.list("list", "customers")[0]
	if c["name"] != "董先生" || c["grade"] != "A" || fmt.Sprint(c["tags"]) != "[VIP]" || c["last_on"] != "2026-11-24" {
		t.Errorf("the one card %v", c)
	}
	if out := h.must("undo"); !strings.Contains(out, "合并客户") {
		t.Errorf("undo: %s", out)
	}
	if n := len(h.list("list", "customers")); n != 2 {
		t.Errorf("after undo %d customers", n)
	}
}

// array runs a command with --json that prints an array of anything.
func (h *home) array(args ...string) []any {
	h.t.Helper()
	var v []any
	if err := json.Unmarshal([]byte(h.must(append(args, "--json")...)), &v); err != nil {
		h.t.Fatal(err)
	}
	return v
}
