package model

import (
	"slices"
	"strconv"
)

// RowOfAccounts is the code of the record of accounts.
const RowOfAccounts = "accounts"

// Accounts are figures of a customer's balance sheet and income in a period 财务信息
// (rule 1.7), minor units of Currency; 0 = not known. A loss is a profit below 0.
type Accounts struct {
	Meta
	CustomerID         int64
	Period             string // as Period.Name has it
	Currency           string
	Cash               int64 // and equivalents
	Inventory          int64
	CurrentAssets      int64
	CurrentLiabilities int64
	TotalAssets        int64
	TotalLiabilities   int64
	Revenue            int64
	Profit             int64
	Analysis           string // in words, as it was edited
	Remark             string
}

// AccountsFields is the field table of accounts.
var AccountsFields = Fields[Accounts]{
	ofCustomer(func(a *Accounts) *int64 { return &a.CustomerID }),
	textField(Spec{Code: "period", Kind: KindPeriod, Required: true}, func(a *Accounts) *string { return &a.Period }),
	text("currency", func(a *Accounts) *string { return &a.Currency }).max(3),
	amount("cash", func(a *Accounts) *int64 { return &a.Cash }),
	amount("inventory", func(a *Accounts) *int64 { return &a.Inventory }),
	amount("current_assets", func(a *Accounts) *int64 { return &a.CurrentAssets }),
	amount("current_liabilities", func(a *Accounts) *int64 { return &a.CurrentLiabilities }),
	amount("total_assets", func(a *Accounts) *int64 { return &a.TotalAssets }),
	amount("total_liabilities", func(a *Accounts) *int64 { return &a.TotalLiabilities }),
	amount("revenue", func(a *Accounts) *int64 { return &a.Revenue }),
	amount("profit", func(a *Accounts) *int64 { return &a.Profit }).orLoss(),
	note("analysis", func(a *Accounts) *string { return &a.Analysis }),
	note("remark", func(a *Accounts) *string { return &a.Remark }),
}

// Complete is what new accounts are until they say otherwise: of the year before.
func (a *Accounts) Complete(at AsOf) {
	setIfEmpty(&a.Period, PeriodYear.Name(PeriodYear.Before(PeriodYear.Of(at.Today))))
	setIfEmpty(&a.Currency, at.Settings.Currency)
}

// Check refuses accounts that can't be kept, such as an inventory that is more
// than the current assets of which it is a part.
func (a *Accounts) Check() error {
	if err := AccountsFields.Check(a); err != nil {
		return err
	}
	if a.Inventory > a.CurrentAssets {
		return At("inventory", Refuse(RefusedInventory))
	}
	return nil
}

// Ratio is how far what a customer could pay with covers what has to be paid
// within a year 偿还能力 (rule 2.8).
type Ratio struct {
	Code  string
	Guide int64 // what is taken as enough, in tenths of a percent
	means func(*Accounts) int64
	sql   string // the means over the row r
}

// Ratios are the current, the quick and the cash ratio, from the widest means to
// the readiest.
var Ratios = []Ratio{
	{"current_ratio", 2000, func(a *Accounts) int64 { return a.CurrentAssets }, "r.current_assets"},
	{"quick_ratio", 1000, func(a *Accounts) int64 { return a.CurrentAssets - a.Inventory }, "(r.current_assets - r.inventory)"},
	{"cash_ratio", 200, func(a *Accounts) int64 { return a.Cash }, "r.cash"},
}

// Of is the ratio in tenths of a percent, rounded down; false without liabilities.
func (r Ratio) Of(a *Accounts) (int64, bool) { return PerMille(r.means(a), a.CurrentLiabilities) }

// ratios are the ratios as values that follow from accounts.
func ratios() (list []Derived) {
	for _, r := range Ratios {
		list = append(list, Derived{
			Spec: Spec{Code: r.Code, Kind: KindPerMille, Kept: true},
			Of: func(rec any) string {
				n, known := r.Of(rec.(*Accounts))
				if !known {
					return ""
				}
				return strconv.FormatInt(n, 10)
			},
			SQL: "iif(r.current_liabilities = 0, 0, " + r.sql + " * 1000 / max(r.current_liabilities, 1))",
		})
	}
	return list
}

// AccountsOf are accounts that were read as items, the earliest first; of two
// that end alike the longer one first.
func AccountsOf(items []Item) []Accounts {
	k, _ := KindOf(RowOfAccounts)
	list := make([]Accounts, len(items))
	for i, it := range items {
		list[i] = *k.FromItem(it).(*Accounts)
	}
	slices.SortStableFunc(list, func(a, b Accounts) int {
		x, y := a.span(), b.span()
		if n := x.Last.Sub(y.Last); n != 0 {
			return n
		}
		return x.First.Sub(y.First)
	})
	return list
}

func (a *Accounts) span() Span {
	_, span, err := ParsePeriod(a.Period, firstDate)
	if err != nil {
		return PeriodDay.Of(firstDate)
	}
	return span
}

// Solvency is what the ratios say of how well a customer can pay.
type Solvency string

// Good has every ratio at its guide value, Weak has none, Fair has some; Unknown
// has none to judge by.
const (
	SolvencyGood    Solvency = "good"
	SolvencyFair    Solvency = "fair"
	SolvencyWeak    Solvency = "weak"
	SolvencyUnknown Solvency = "unknown"
)

// Solvency judges the accounts by the ratios.
func (a *Accounts) Solvency() Solvency {
	known, enough := 0, 0
	for _, r := range Ratios {
		n, ok := r.Of(a)
		if ok {
			known++
		}
		if ok && n >= r.Guide {
			enough++
		}
	}
	switch {
	case known == 0:
		return SolvencyUnknown
	case enough == known:
		return SolvencyGood
	case enough == 0:
		return SolvencyWeak
	}
	return SolvencyFair
}
