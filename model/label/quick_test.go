package label

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"genjin/model"
)

const quickToday model.Date = "2026-11-24" // a Tuesday

func TestParseQuickReadsTheLineOfTheSpec(t *testing.T) {
	q, err := ParseQuick("董先生 15935946108 3人 想置换陆风X7 #进店 @A +3d", quickToday)
	if err != nil {
		t.Fatal(err)
	}
	want := model.Customer{
		Name: "董先生", Kind: model.Person, Gender: model.Male, Phones: "15935946108", PartySize: 3, Interest: "想置换陆风X7",
		Source: "walk_in", Grade: model.GradeA, NextOn: "2026-11-27", FilledOn: quickToday,
	}
	if q.Customer != want {
		t.Errorf("got  %+v\nwant %+v", q.Customer, want)
	}
	given := "name gender phones party_size interest source grade next_on"
	if got := strings.Join(q.Given, " "); got != given {
		t.Errorf("given %q, want %q", got, given)
	}
}

func TestParseQuickFields(t *testing.T) {
	for _, c := range []struct{ line, field, want string }{
		{"刘女士", "gender", "female"},
		{"Ms Lee 13800138000", "name", "Ms Lee"},
		{"Ms Lee 13800138000", "gender", "female"},
		{`"John Smith" 13800138000`, "name", "John Smith"},
		{"“恒达 电子” 1位", "name", "恒达 电子"},
		{"苏州恒达电子有限公司", "kind", "company"},
		{"Acme Ltd.", "kind", ""},
		{`"Acme Ltd." x`, "kind", "company"},
		{"红星板材厂", "kind", "company"},
		{"张三 138 0013 8000 要门板", "phones", "138 0013 8000"},
		{"张三 138 0013 8000 要门板", "interest", "要门板"},
		{"张三 +86 138 0013 8000", "phones", "+86 138 0013 8000"},
		{"张三 +8613800138000", "phones", "+8613800138000"},
		{"张三 138-0013-8000 0351-7654321", "phones", "138-0013-8000\n0351-7654321"},
		{"张三 0351 7654321 A4 纸", "phones", "0351 7654321"},
		{"张三 １３８００１３８０００", "phones", "13800138000"},
		{"张三 电话:13800138000", "phones", "13800138000"},
		{"张三 13800138000/13900139000", "phones", "13800138000\n13900139000"},
		{"张三 想买 18mm 板 300 张", "interest", "想买 18mm 板 300 张"},
		{"张三 两位", "party_size", "2"},
		{"张三 3个人", "party_size", "3"},
		{"张三 一家三口", "interest", "一家三口"},
		{"张三 #老客户 #VIP", "tags", "老客户\nVIP"},
		{"张三 #walk-in", "source", "walk_in"},
		{"张三 ＃展会", "source", "exhibition"},
		{"张三 #进店 #网络", "tags", "网络"},
		{"张三 @准客户", "class", "ready"},
		{"张三 @准客户", "need", "clear"},
		{"张三 @准客户", "grade", "A"},
		{"张三 ＠b", "grade", "B"},
		{"张三 明天", "next_on", "2026-11-25"},
		{"张三 周五", "next_on", "2026-11-27"},
		{"张三 friday", "next_on", "2026-11-27"},
		{"张三 sun roof", "interest", "sun roof"},
		{"张三 +1w", "next_on", "2026-12-01"},
		{"张三 +12-8", "next_on", "2026-12-08"},
		{"张三 12月8日", "next_on", "2026-12-08"},
		{"张三 2026-12-08", "next_on", "2026-12-08"},
		{"张三 +3d 年底 提车", "interest", "年底 提车"},
		{"张三 微信:zhang_san8", "wechat", "zhang_san8"},
		{"张三 zs@example.cn", "email", "zs@example.cn"},
		{"张三 \x1b[31m红\x1b[0m色\u202e", "interest", "红色"},
	} {
		q, err := ParseQuick(c.line, quickToday)
		if err != nil {
			t.Errorf("%q: %v", c.line, err)
			continue
		}
		f, _ := model.CustomerFields.ByCode(c.field)
		if got := f.Get(&q.Customer); got != c.want {
			t.Errorf("%q: %s = %q, want %q", c.line, c.field, got, c.want)
		}
	}
}

func TestParseQuickRefuses(t *testing.T) {
	for _, c := range []struct{ line, field, code string }{
		{"", "name", model.RefusedRequired},
		{" \t\x00", "name", model.RefusedRequired},
		{"#进店 张三", "name", model.RefusedRequired},
		{"13800138000 张三", "name", model.RefusedRequired},
		{strings.Repeat("王", 201), "name", model.RefusedTooLong},
		{"张三 @F", "grade", model.RefusedOption},
		{"张三 @", "grade", model.RefusedOption},
		{"张三 #", "tags", model.RefusedRequired},
		{"张三 +2月30日", "next_on", model.RefusedDateMissing},
		{"张三 +乱写", "next_on", model.RefusedDateFormat},
		{"张三 +", "next_on", model.RefusedDateFormat},
		{"张三 +2020-01-01", "next_on", model.RefusedPast},
		{"张三 100人", "party_size", model.RefusedNumberRange},
		{"张三 " + strings.Repeat("9", 30), "phones", model.RefusedPhone},
		{"张三 " + strings.Repeat("好", 20001), "interest", model.RefusedTooLong},
	} {
		_, err := ParseQuick(c.line, quickToday)
		var fe *model.FieldError
		if !errors.As(err, &fe) || fe.Field != c.field || fe.Code != c.code {
			t.Errorf("%.20q: %v, want %s %s", c.line, err, c.field, c.code)
		}
	}
}

func TestParseQuickUnderstandsWhatStandsBeforeTheTrouble(t *testing.T) {
	for _, c := range []struct{ line, phones, interest string }{
		{"张三 13800138000 要门板 +2月30日 #老客户", "13800138000", "要门板"},
		{"张三 @Z 13800138000", "", ""},
		{"张三 13800138000 " + strings.Repeat("好", 20001), "13800138000", strings.Repeat("好", 20001)},
	} {
		q, err := ParseQuick(c.line, quickToday)
		if err == nil || q.Customer.Name != "张三" || string(q.Customer.Phones) != c.phones || q.Customer.Interest != c.interest {
			t.Errorf("%.40q: understood %.80q %q %.20q, %v", c.line, q.Customer.Name, q.Customer.Phones, q.Customer.Interest, err)
		}
		if !slices.Contains(q.Given, "name") {
			t.Errorf("%.40q: given %v", c.line, q.Given)
		}
	}
}

// longLines are lines of n words that have been slow in one way or another.
func longLines(n int) map[string]string {
	phones := make([]string, n)
	for i := range phones {
		phones[i] = "1380013" + strconv.Itoa(10_000 + i)[1:]
	}
	return map[string]string{
		"interest": "张三" + strings.Repeat(" 想置换", n),
		"phones":   "张三 " + strings.Join(phones, " "),
		"tags":     "张三" + strings.Repeat(" #老客户", n),
		"trouble":  "张三" + strings.Repeat(" 想置换", n) + " @Z",
	}
}

func TestTwiceTheLineIsTwiceTheWork(t *testing.T) {
	work := func(line string) float64 {
		return testing.AllocsPerRun(1, func() { _, _ = ParseQuick(line, quickToday) })
	}
	const n = 1000
	twice := longLines(2 * n)
	for name, line := range longLines(n) {
		if one, two := work(line), work(twice[name]); two > 2.5*one {
			t.Errorf("%s: %.0f allocations for %d words, %.0f for twice as many", name, one, n, two)
		}
	}
}

func BenchmarkParseQuick(b *testing.B) {
	for name, line := range longLines(5000) {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(line)))
			for b.Loop() {
				_, _ = ParseQuick(line, quickToday)
			}
		})
	}
}

func FuzzParseQuick(f *testing.F) {
	f.Add("董先生 15935946108 3人 想置换陆风X7 #进店 @A +3d")
	f.Fuzz(func(t *testing.T, line string) {
		q, err := ParseQuick(line, quickToday)
		var fe *model.FieldError
		if err != nil && !errors.As(err, &fe) {
			t.Fatalf("%q: %v", line, err)
		}
		if err == nil && (q.Customer.Name == "" || !slices.Contains(q.Given, "name")) {
			t.Fatalf("%q: no name", line)
		}
	})
}
