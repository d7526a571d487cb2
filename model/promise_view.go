package model

import (
	"slices"
	"strconv"
)

// ChasingView is the list of chasing steps up to the day, the latest first, with
// what became of what was promised in them.
var ChasingView = View[Promise]{
	Record:  "dunning",
	Meta:    metaOfPromise,
	Columns: slices.Concat(promiseColumns(), Instants(metaOfPromise)),
	Usual:   []string{"chased_on", "customer_id", "receivable_id", "level", "method", "outcome", "promise_on", "promise_amount", "note"},
	Sort:    "-chased_on",
	Past:    true,
	Presets: []Preset{
		{Code: "promised", Filters: on("promised")},
		{Code: "not_reached", Filters: []Filter{{Field: "outcome", Op: OpIs, Value: string(NotReached)}}},
	},
}

// PromiseView is the ledger of promises to pay, the latest day first.
var PromiseView = View[Promise]{
	Record:  "dunning",
	Meta:    metaOfPromise,
	Columns: slices.Concat(promiseColumns(), Instants(metaOfPromise)),
	Usual:   []string{"promise_on", "customer_id", "receivable_id", "promise_amount", "paid", "paid_on", "state", "chased_on", "note"},
	Sort:    "-promise_on",
	Presets: []Preset{
		{Code: "pending", Filters: became(PromisePending), Sort: "promise_on"}, {Code: "broken", Filters: became(PromiseBroken)},
		{Code: "late", Filters: became(PromiseLate)}, {Code: "kept", Filters: became(PromiseKept)},
	},
	Sums:  []string{"promise_amount", "paid"},
	SumBy: []string{"currency"},
}

func metaOfPromise(p *Promise) *Meta { return &p.Meta }

func became(s PromiseState) []Filter { return []Filter{{Field: "state", Op: OpIs, Value: string(s)}} }

func promiseColumns() []Column[Promise] {
	columns := Lift(DunningFields, func(p *Promise) *Dunning { return &p.Dunning })
	columns = named(columns, "customer_id", RowOfCustomer, func(p *Promise) string { return p.Customer })
	columns = named(columns, "receivable_id", RowOfReceivable, func(p *Promise) string { return p.Name })
	column := func(spec Spec, get func(*Promise) string) Column[Promise] {
		return Column[Promise]{
			Spec: spec, Get: func(p *Promise, _ AsOf) string { return get(p) }, SQL: func(AsOf) string { return "r." + spec.Code },
		}
	}
	state := column(axis("state", PromiseStates...), func(p *Promise) string { return string(p.State) })
	state.Tone = func(p *Promise, _ AsOf) Tone {
		return map[PromiseState]Tone{PromiseBroken: ToneLate, PromiseLate: ToneWarn, PromiseKept: ToneGood}[p.State]
	}
	paid := column(Spec{Code: "paid", Kind: KindAmount, Kept: true}, func(p *Promise) string {
		return strconv.FormatInt(p.Paid, 10)
	})
	paid.Zero = true
	return append(inner(columns, "entry_id"),
		state, column(Spec{Code: "paid_on", Kind: KindDate, Kept: true}, func(p *Promise) string { return string(p.PaidOn) }), paid,
		debtCurrency(func(p *Promise) string { return p.Currency }),
		test("promised", func(p *Promise, _ AsOf) bool { return p.PromiseOn != "" && p.Outcome == Reached }, func(AsOf) string {
			return "r.promise_on <> '' AND r.outcome = 'reached'"
		}))
}
