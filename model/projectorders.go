package model

import (
	"cmp"
	"slices"
)

// OrderFacts is what an order of a project says, for the items that it fills
// (rule 2.7, stages 9-13). Amounts are minor units of its currency.
type OrderFacts struct {
	OrderNo      string
	Cancelled    bool
	OrderedOn    Date // 下单时间
	ConfirmedOn  Date
	ShippedOn    Date
	ReceivedOn   Date
	ReconciledOn Date
	InvoicedOn   Date
	Due          int64  // in all, credits taken off; 0 = not known yet
	Collected    int64  // of it
	CollectedOn  Date   // the day of the latest payment
	DueDates     []Date // of the instalments
	RemindedOn   Date   // the first chasing step before a due date
	ChasedOn     Date   // the first at or after one
}

// paid reports whether all that is due was collected.
func (o *OrderFacts) paid() bool { return o.Due > 0 && o.Collected >= o.Due }

// day is when a fact came about; "" = not yet.
func (o *OrderFacts) day(f Fact) Date {
	switch f {
	case FactOrdered:
		return o.OrderedOn
	case FactShipped:
		return o.ShippedOn
	case FactReceived:
		return o.ReceivedOn
	case FactReconciled:
		return o.ReconciledOn
	case FactInvoiced:
		return o.InvoicedOn
	case FactReminded:
		return o.asked(o.RemindedOn)
	case FactChased:
		return o.asked(o.ChasedOn)
	}
	if o.paid() {
		return o.CollectedOn
	}
	return ""
}

// asked is the day of a chasing step; whoever has paid need not be asked.
func (o *OrderFacts) asked(on Date) Date {
	if on == "" && o.paid() {
		return o.CollectedOn
	}
	return on
}

// fill brings an item in line with what its order says.
func (o *OrderFacts) fill(it *ProjectItem, today Date) {
	was := it.Filled && it.State == ItemDone
	it.OrderNo, it.Filled = o.OrderNo, it.Fact != ""
	if it.Fact == "" || it.State == ItemNA {
		return
	}
	switch day := o.day(it.Fact); {
	case day != "" && day <= today:
		it.State, it.DoneOn, it.Progress = ItemDone, day, 100
		return
	case it.Fact == FactReminded && len(o.DueDates) > 0 && slices.Min(o.DueDates) < today:
		it.State, it.DoneOn = ItemNA, "" // the due date is past, it is chased now
		return
	case was:
		it.State, it.DoneOn, it.Progress = ItemTodo, "", 0
	}
	if it.Fact == FactCollected && o.Due > 0 {
		it.Progress = min(o.Collected, o.Due) / max(o.Due/100, 1)
		it.Progress = min(max(it.Progress, 0), 99)
		if it.State == ItemTodo && it.Progress > 0 {
			it.State = ItemDoing
		}
		if len(o.DueDates) > 0 {
			it.PlannedOn = slices.Max(o.DueDates)
		}
	}
}

// Filling is what orders change in a project's items.
type Filling struct {
	Changed []ProjectItem // with an id: to be written over; without: to be added
	Gone    []int64
}

// Fill brings the items that every order has of its own in line with the
// project's orders: each order has its set, the first takes the one that is
// there. An order that is gone, or cancelled, takes its set with it, but the
// last set stays for the next order.
func (t *ProjectTree) Fill(orders []OrderFacts, today Date) Filling {
	live := slices.DeleteFunc(slices.Clone(orders), func(o OrderFacts) bool { return o.Cancelled })
	slices.SortStableFunc(live, func(a, b OrderFacts) int { return cmp.Compare(a.OrderedOn, b.OrderedOn) })
	var f Filling
	for n := range t.Stages {
		st := &t.Stages[n]
		done := map[string]bool{}
		for i := range st.Items {
			if it := &st.Items[i]; it.PerOrder && !done[it.Title] {
				done[it.Title] = true
				f.step(st, it.Title, live, today)
			}
		}
	}
	return f
}

// step fills the sets of one step of a stage.
func (f *Filling) step(st *StageWork, title string, orders []OrderFacts, today Date) {
	round := st.round()
	var sets []ProjectItem
	for _, it := range st.Items {
		if it.PerOrder && it.Title == title && max(it.Round, 1) == round {
			sets = append(sets, it)
		}
	}
	before := slices.Clone(sets)
	spare := func(it ProjectItem) bool {
		return it.OrderNo == "" || it.Filled && !slices.ContainsFunc(orders, func(o OrderFacts) bool { return o.OrderNo == it.OrderNo })
	}
	for i := range orders {
		o := &orders[i]
		at := slices.IndexFunc(sets, func(it ProjectItem) bool { return it.OrderNo == o.OrderNo })
		if at < 0 {
			at = slices.IndexFunc(sets, spare)
		}
		if at < 0 {
			at = len(sets)
			sets = append(sets, before[0].again(round))
		}
		if it := &sets[at]; it.Filled && it.OrderNo != o.OrderNo {
			it.clear()
		}
		o.fill(&sets[at], today)
	}
	left := len(sets)
	for i := range sets {
		it := &sets[i]
		if it.Filled && spare(*it) {
			if left > 1 {
				f.Gone, left = append(f.Gone, it.ID), left-1
				continue
			}
			it.clear()
		}
		if i >= len(before) || len(ProjectItemFields.Diff(&before[i], it)) > 0 {
			f.Changed = append(f.Changed, *it)
		}
	}
}

// TakenUp is the number of an order that was placed for a cancelled project
// after all, so that it runs again; "" for none. Orders that the project knew
// when it was cancelled, and older ones, leave it cancelled. One that is on hold
// stays so until a person resumes it, and a finished one runs again by itself,
// for something is to be done.
func (t *ProjectTree) TakenUp(orders []OrderFacts) string {
	if t.State != ProjectCancelled {
		return ""
	}
	known, asks := map[string]bool{}, false
	for n := range t.Stages {
		for i := range t.Stages[n].Items {
			it := &t.Stages[n].Items[i]
			known[it.OrderNo], asks = known[it.OrderNo] || it.Filled, asks || it.PerOrder
		}
	}
	for i := range orders {
		o := &orders[i]
		if asks && !o.Cancelled && !known[o.OrderNo] && max(o.OrderedOn, o.ConfirmedOn) >= t.StateOn {
			return o.OrderNo
		}
	}
	return ""
}

// clear makes an item wait for an order again.
func (i *ProjectItem) clear() {
	i.OrderNo, i.Filled, i.PlannedOn, i.DoneOn, i.Progress = "", false, "", "", 0
	if i.State != ItemNA {
		i.State = ItemTodo
	}
}
