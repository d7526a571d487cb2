package model

import (
	"fmt"
	"slices"
	"testing"
)

func auto(title string, f Fact) ProjectItem {
	return ProjectItem{State: ItemTodo, StepPlan: StepPlan{Title: title, Kind: StepAuto, Fact: f, PerOrder: true}}
}

// filled is what the items of a project say after its orders filled them.
func filled(t *ProjectTree, orders []OrderFacts, today Date) []string {
	f := t.Fill(orders, today)
	items := map[int64]*ProjectItem{}
	var lines []string
	for i := range f.Changed {
		items[f.Changed[i].ID] = &f.Changed[i]
	}
	show := func(it *ProjectItem) {
		lines = append(lines, fmt.Sprintf("%s %s %s %s %d%%", it.Title, it.OrderNo, it.State, it.DoneOn, it.Progress))
	}
	for n := range t.Stages {
		for i := range t.Stages[n].Items {
			it := &t.Stages[n].Items[i]
			if slices.Contains(f.Gone, it.ID) {
				continue
			}
			if changed := items[it.ID]; changed != nil {
				it = changed
			}
			show(it)
		}
	}
	for i := range f.Changed {
		if f.Changed[i].ID == 0 {
			show(&f.Changed[i])
		}
	}
	return lines
}

func TestOrdersFillTheItems(t *testing.T) {
	one := OrderFacts{OrderNo: "PO-1", OrderedOn: "2026-10-08", ShippedOn: "2026-10-20"}
	for _, tt := range []struct {
		name   string
		items  []ProjectItem
		orders []OrderFacts
		want   []string
	}{
		{"no order yet", []ProjectItem{auto("下单", FactOrdered)}, nil, []string{"下单  todo  0%"}},
		{"the first takes what is there", []ProjectItem{auto("下单", FactOrdered), auto("收货", FactReceived)}, []OrderFacts{one},
			[]string{"下单 PO-1 done 2026-10-08 100%", "收货 PO-1 todo  0%"}},
		{"a second has its own", []ProjectItem{auto("下单", FactOrdered)}, []OrderFacts{{OrderNo: "PO-2", OrderedOn: "2026-11-01"}, one},
			[]string{"下单 PO-1 done 2026-10-08 100%", "下单 PO-2 done 2026-11-01 100%"}},
		{"cancelled", []ProjectItem{auto("下单", FactOrdered)}, []OrderFacts{{OrderNo: "PO-1", OrderedOn: "2026-10-08", Cancelled: true}},
			[]string{"下单  todo  0%"}},
		{"what lies ahead isn't done", []ProjectItem{auto("发货", FactShipped)}, []OrderFacts{{OrderNo: "PO-1", ShippedOn: "2026-12-24"}},
			[]string{"发货 PO-1 todo  0%"}},
		{"partly paid", []ProjectItem{auto("回款", FactCollected)},
			[]OrderFacts{{OrderNo: "PO-1", Due: 300000, Collected: 100000, CollectedOn: "2026-11-01"}}, []string{"回款 PO-1 doing  33%"}},
		{"a cent is missing", []ProjectItem{auto("回款", FactCollected)},
			[]OrderFacts{{OrderNo: "PO-1", Due: 300000, Collected: 299999, CollectedOn: "2026-11-01"}}, []string{"回款 PO-1 doing  99%"}},
		{"paid", []ProjectItem{auto("提醒", FactReminded), auto("催款", FactChased), auto("回款", FactCollected)},
			[]OrderFacts{{OrderNo: "PO-1", Due: 300000, Collected: 300000, CollectedOn: "2026-11-02"}},
			[]string{"提醒 PO-1 done 2026-11-02 100%", "催款 PO-1 done 2026-11-02 100%", "回款 PO-1 done 2026-11-02 100%"}},
		{"nothing due isn't paid", []ProjectItem{auto("回款", FactCollected)}, []OrderFacts{{OrderNo: "PO-1"}}, []string{"回款 PO-1 todo  0%"}},
		{"huge amounts", []ProjectItem{auto("回款", FactCollected)}, []OrderFacts{{OrderNo: "PO-1", Due: MaxAmount, Collected: MaxAmount / 2}},
			[]string{"回款 PO-1 doing  50%"}},
		{"the reminder is moot after the due date", []ProjectItem{auto("提醒", FactReminded), auto("催款", FactChased)},
			[]OrderFacts{{OrderNo: "PO-1", Due: 1, DueDates: []Date{"2026-11-01"}}}, []string{"提醒 PO-1 na  0%", "催款 PO-1 todo  0%"}},
		{"ticked by hand stays", []ProjectItem{{State: ItemDone, DoneOn: "2026-10-01", Progress: 100,
			StepPlan: auto("发货", FactShipped).StepPlan}}, []OrderFacts{{OrderNo: "PO-1"}}, []string{"发货 PO-1 done 2026-10-01 100%"}},
		{"not needed stays so", []ProjectItem{{State: ItemNA, StepPlan: auto("发货", FactShipped).StepPlan}}, []OrderFacts{one},
			[]string{"发货 PO-1 na  0%"}},
	} {
		if got := filled(tree("2026-09-01", tt.items), tt.orders, "2026-11-23"); !slices.Equal(got, tt.want) {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestAnOrderThatGoesTakesItsItemsWithIt(t *testing.T) {
	set := func(no string) ProjectItem {
		it := auto("下单", FactOrdered)
		it.OrderNo, it.Filled, it.State, it.DoneOn, it.Progress = no, true, ItemDone, "2026-10-08", 100
		return it
	}
	p := tree("2026-09-01", []ProjectItem{set("PO-1"), set("PO-2")})
	if got := filled(p, []OrderFacts{{OrderNo: "PO-2", OrderedOn: "2026-10-08"}}, "2026-11-23"); !slices.Equal(got,
		[]string{"下单 PO-2 done 2026-10-08 100%"}) {
		t.Errorf("%q", got)
	}
	if got := filled(p, nil, "2026-11-23"); !slices.Equal(got, []string{"下单  todo  0%"}) {
		t.Errorf("%q", got)
	}
	if got := filled(p, []OrderFacts{{OrderNo: "PO-1"}, {OrderNo: "PO-2", OrderedOn: "2026-10-08"}}, "2026-11-23"); !slices.Equal(got,
		[]string{"下单 PO-1 todo  0%", "下单 PO-2 done 2026-10-08 100%"}) {
		t.Errorf("an order whose day was taken back: %q", got)
	}
}
