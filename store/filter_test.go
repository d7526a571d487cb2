package store

import (
	"context"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"genjin/model"
)

// filters are conditions by field: an empty value asks for what is not known,
// a text or a phone is looked for inside, all else is equal.
func filters(by map[string]string) []model.Filter {
	var list []model.Filter
	for _, code := range slices.Sorted(maps.Keys(by)) {
		f := model.Filter{Field: code, Op: model.OpIs, Value: by[code]}
		spec, _ := model.CustomerView.Spec(code, model.AsOf{})
		switch {
		case f.Value == "":
			f.Op = model.OpEmpty
		case spec.Kind == model.KindText, spec.Kind == model.KindNote, spec.Kind == model.KindPhones:
			f.Op = model.OpContains
		}
		list = append(list, f)
	}
	return list
}

// everyKind is customers who differ in everything that a filter can ask for.
func everyKind(t *testing.T) *Store {
	t.Helper()
	s := open(t, "2026-11-24")
	set, err := s.Settings(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	set.ImportanceThreshold = 5_000_000
	if err := s.SaveSettings(context.Background(), set); err != nil {
		t.Fatal(err)
	}
	for _, c := range []model.Customer{
		{Name: "甲", Grade: "A", Need: "clear", Stage: "negotiating", ExpectedOn: "2026-12-01", ExpectedAmount: 6_000_000,
			Tags: "VIP\n急", Phones: "138 0013 8000", Owner: "陈萌", NextOn: "2026-11-24", Source: "walk_in"},
		{Name: "乙", Grade: "B", Need: "clear", ExpectedOn: "2026-12-24", ExpectedAmount: 100_000, Currency: "USD",
			Tags: "VIP2", Owner: "李强", NextOn: "2026-11-30", Class: "ready"},
		{Name: "丙", Need: "potential", ExpectedOn: "2027-02-22", Owner: "陈萌", NextOn: "2026-11-20", Important: true,
			Phones: "0757-83330001\n13700000009", Birthday: "1988-08-15"},
		{Name: "丁", Grade: "E", Need: "none", ExpectedOn: "2027-06-01", PartySize: 3, Source: "老带新", NextOn: ""},
		{Name: "戊", Archived: true, Tags: "vip"},
	} {
		add(t, s, c)
	}
	return s
}

func TestEveryComparisonOfEveryKindOfField(t *testing.T) {
	s := everyKind(t)
	for _, tt := range []struct{ filter, want string }{
		{"grade==A,B", "甲 乙"}, {"grade!=E", "丙 甲 乙"}, {`grade==A,\0`, "丙 甲"}, {"grade=", "丙"}, {"grade!=", "丁 甲 乙"},
		{"next_on<=2026-11-24", "丙 甲"}, {"next_on<=今天", "丙 甲"}, {"next_on>=today", "甲 乙"}, {"next_on>=明天", "乙"},
		{"next_on==today", "甲"}, {"next_on!=today", "丙 丁 乙"}, {"next_on=", "丁"}, {"next_on!=", "丙 甲 乙"},
		{"expected_amount>=100000", "甲 乙"}, {"expected_amount<=100000", "乙"}, {"expected_amount=", "丙 丁"}, {"party_size>=1", "丁"},
		{"attempts<=0", "丙 丁 甲 乙"},
		{"tags==VIP", "甲"}, {"tags==vip2,急", "甲 乙"}, {"tags!=急", "丙 丁 乙"}, {"tags~VIP", "甲 乙"}, {"tags=", "丙 丁"},
		{"phones~138", "甲"}, {"phones~83330001", "丙"}, {"phones==13800138000", "甲"}, {"phones==+86 138-0013-8000", "甲"}, {"phones=", "丁 乙"},
		{"owner==陈萌", "丙 甲"}, {"owner==陈萌,李强", "丙 甲 乙"}, {"owner~陈", "丙 甲"}, {"owner!=陈萌", "丁 乙"}, {"name~乙", "乙"}, {"birthday~08-15", "丙"},
		{"source==老带新", "丁"}, {"source==walk_in,老带新", "丁 甲"}, {"important==1", "丙"}, {"important=", "丁 甲 乙"},
		{"urgency==urgent", "甲"}, {"urgency==soon", "乙"}, {"urgency==later", "丙"}, {"urgency==slow", "丁"}, {"urgency==unknown", ""},
		{"urgency==urgent,soon", "甲 乙"},
		{"importance==important", "丙 甲"}, {"importance==ordinary", "丁 乙"}, {"stage==negotiating", "甲"}, {"need==clear", "甲 乙"},
		{"archived==1", "戊"}, {"created_at==today", "丙 丁 甲 乙"}, {"created_at<=昨天", ""},
	} {
		g := model.Segment{Conditions: tt.filter}
		if got := listed(t, s, model.Query{Filters: g.Filters()}); len(g.Filters()) != 1 || got != tt.want {
			t.Errorf("%s: %q, want %q (%+v)", tt.filter, got, tt.want, g.Filters())
		}
		if back := model.FormatFilters(g.Filters()); strings.HasSuffix(tt.filter, "=") != strings.HasSuffix(back, "=") ||
			!strings.HasPrefix(back, g.Filters()[0].Field) {
			t.Errorf("%s is written %s", tt.filter, back)
		}
	}
	g := model.Segment{Conditions: "owner==陈萌\nurgency!=urgent"}
	if got := listed(t, s, model.Query{Filters: g.Filters()}); got != "丙" {
		t.Errorf("two conditions: %q", got)
	}
}

func TestReferredCustomersAreFoundByWhoBroughtThem(t *testing.T) {
	s := everyKind(t)
	add(t, s, model.Customer{Name: "己", Referrer: 1})
	for _, f := range []model.Filter{{Field: "referrer", Op: model.OpContains, Value: "甲"}, {Field: "referrer", Op: model.OpIs, Value: "1"},
		{Field: "referrer", Op: model.OpFilled}} {
		if got := listed(t, s, model.Query{Filters: []model.Filter{f}}); got != "己" {
			t.Errorf("%v: %q", f, got)
		}
	}
}

// The axes are worked out twice, in SQL for the list and in model for the
// card: they must agree.
func TestTheListAndTheCardAgreeAboutTheAxes(t *testing.T) {
	ctx := context.Background()
	s := everyKind(t)
	set, _ := s.Settings(ctx)
	for i := range 120 {
		c := model.Customer{Name: fmt.Sprint("n", i), ExpectedAmount: int64(i) * 100_000, Currency: []string{"CNY", "USD"}[i%2],
			Important: i%7 == 0, NextOn: s.today().AddDays(i - 5)}
		if i%3 == 0 {
			c.ExpectedOn = s.today().AddDays(i*2 - 20)
		}
		add(t, s, c)
	}
	for _, code := range []string{model.AxisUrgency, model.AxisImportance} {
		c, _ := model.CustomerView.Column(code)
		seen := 0
		for _, option := range c.Spec.Options {
			ids, err := s.CustomerIDs(ctx, model.Query{Filters: []model.Filter{{Field: code, Op: model.OpIs, Value: option}}})
			if err != nil {
				t.Fatal(err)
			}
			rows, _ := s.CustomerList().Rows(ctx, ids, false)
			for i := range rows {
				if got := c.Get(&rows[i], model.AsOf{Today: s.today(), Settings: set}); got != option {
					t.Errorf("%s of %+v: %s in the list, %s on the card", code, rows[i], option, got)
				}
			}
			seen += len(ids)
		}
		if n, _ := s.CountCustomers(ctx); seen != n {
			t.Errorf("%s: %d of %d", code, seen, n)
		}
	}
}

func TestAListIsOrderedByEveryField(t *testing.T) {
	s := everyKind(t)
	for sort, want := range map[string]string{
		"urgency": "甲 乙 丙 丁", "-urgency": "丁 丙 乙 甲", "importance": "甲 丙 乙 丁", "class": "甲 乙 丙 丁", "-class": "丙 丁 甲 乙",
		"expected_amount": "乙 甲 丙 丁", "-expected_amount": "甲 乙 丙 丁", "-next_on": "乙 甲 丙 丁",
	} {
		code, desc := strings.CutPrefix(sort, "-")
		if got := listed(t, s, model.Query{Sort: code, Desc: desc}); got != want {
			t.Errorf("by %s: %q, want %q", sort, got, want)
		}
	}
	for _, spec := range model.CustomerView.Specs(model.AsOf{}) {
		if spec.Code == "prices" {
			continue
		}
		if got := listed(t, s, model.Query{Sort: spec.Code}); len(strings.Fields(got)) != 4 {
			t.Errorf("by %s: %q", spec.Code, got)
		}
	}
}

func TestTotalsAreThoseOfWhatTheFilterShows(t *testing.T) {
	ctx := context.Background()
	s := everyKind(t)
	add(t, s, model.Customer{Name: "庚", ExpectedAmount: model.MaxAmount, Currency: "JPY"})
	add(t, s, model.Customer{Name: "辛", ExpectedAmount: model.MaxAmount, Currency: "JPY"})
	for _, tt := range []struct {
		q    model.Query
		want string
	}{
		{model.Query{}, "JPY 18000000000000000, CNY 6000000, USD 100000"}, {model.Query{Filters: filters(map[string]string{"grade": "B"})},
			"USD 100000"},
		{model.Query{Search: "jia"}, "CNY 6000000"}, {model.Query{Archived: true}, ""},
	} {
		of, err := s.CustomerList().Sums(ctx, tt.q)
		var sums []string
		for _, m := range model.ExpectedSums(of) {
			sums = append(sums, fmt.Sprintf("%s %d", m.Currency, m.Amount))
		}
		if got := strings.Join(sums, ", "); err != nil || got != tt.want {
			t.Errorf("%+v: %s, want %s (%v)", tt.q, got, tt.want, err)
		}
	}
}

func TestTheValuesThatAFilterOffers(t *testing.T) {
	ctx := context.Background()
	s := everyKind(t)
	for code, want := range map[string]string{"owner": "陈萌 李强", "tags": "VIP VIP2 vip 急", "source": "walk_in 老带新", "campaign": ""} {
		values, err := s.FieldValues(ctx, "customer", code)
		if got := strings.Join(values, " "); err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", code, got, want, err)
		}
	}
	for _, code := range []string{"no_such", "phones", "urgency", "created_at"} {
		if _, err := s.FieldValues(ctx, "customer", code); err == nil {
			t.Errorf("%s has values", code)
		}
	}
}

func TestAFilterThatAFieldCantHaveIsRefused(t *testing.T) {
	s := everyKind(t)
	for _, f := range []model.Filter{
		{Field: "no_such", Op: model.OpIs, Value: "x"}, {Field: "name", Op: model.OpFrom, Value: "x"},
		{Field: "next_on", Op: model.OpFrom, Value: "whenever"},
		{Field: "expected_amount", Op: model.OpFrom, Value: "much"}, {Field: "referrer", Op: model.OpIs, Value: "甲"},
		{Field: "grade", Op: "about", Value: "A"},
	} {
		if _, err := s.CustomerIDs(context.Background(), model.Query{Filters: []model.Filter{f}}); err == nil {
			t.Errorf("%+v is taken", f)
		}
	}
}

func TestSavedFiltersAreKeptUndoneAndReplacedByName(t *testing.T) {
	ctx := context.Background()
	s := everyKind(t)
	g, err := s.SaveSegment(ctx, model.Segment{Name: "本周A级", Conditions: "grade==A\nnext_on<=周日", SortBy: "next_on"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.SaveSegment(ctx, model.Segment{Name: "大客户", Conditions: "importance==important"}); err != nil {
		t.Fatal(err)
	}
	again, err := s.SaveSegment(ctx, model.Segment{Name: "本周A级", Conditions: "grade==A,B"})
	if err != nil || again.ID != g.ID {
		t.Errorf("a second of the name: %+v, %v", again, err)
	}
	again.Name = "大客户"
	if _, err := s.SaveSegment(ctx, again); err != nil {
		t.Fatal(err)
	}
	if all, _ := s.Segments(ctx, "customers"); len(all) != 1 || all[0].Conditions != "grade==A,B" {
		t.Errorf("renamed onto another: %+v", all)
	}
	if err := s.RemoveSegment(ctx, again.ID); err != nil {
		t.Fatal(err)
	}
	for range 3 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Segment(ctx, "customers", "本周a级")
	if err != nil || got.Conditions != g.Conditions || got.SortBy != "next_on" {
		t.Errorf("after undo %+v, %v", got, err)
	}
	if _, err := s.SaveSegment(ctx, model.Segment{Name: " "}); err == nil {
		t.Error("a filter without a name is kept")
	}
}

func TestTheColumnsOfAListAreKept(t *testing.T) {
	ctx := context.Background()
	s := everyKind(t)
	want := []string{"name", "urgency", "tags"}
	if err := s.KeepListColumns(ctx, "customers", want); err != nil {
		t.Fatal(err)
	}
	if got, err := s.ListColumns(ctx, "customers"); err != nil || !slices.Equal(got, want) {
		t.Errorf("%q, %v", got, err)
	}
	if err := s.KeepListColumns(ctx, "customers", nil); err != nil {
		t.Fatal(err)
	}
	if got, err := s.ListColumns(ctx, "customers"); err != nil || got != nil {
		t.Errorf("%q, %v", got, err)
	}
}
