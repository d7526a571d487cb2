package model

import (
	"slices"

	"genjin/model/pattern"
)

// basics are the fields by which a business partner is known to offices and banks
// 客户基本信息, by record: a change of them is said to be one, why, and by which
// paper (rule 1.9).
var basics = map[string][]string{
	RowOfCustomer: {"name"},
	"company":     {"legal_rep", "taxpayer_id", "bank", "bank_account"},
}

// paperName is a paper as it is named in a reason: 公司更名《变更登记通知书》.
var paperName = pattern.Of("《[^《》]*[^《》 ][^《》]*》")

// NamesPaper reports whether a reason names the paper that proves it.
func NamesPaper(reason string) bool { return paperName.MatchString(reason) }

// WithPaper is a reason with the name of the paper that proves it.
func WithPaper(reason, paper string) string {
	if paper = Clean(paper); paper == "" {
		return reason
	}
	return reason + "《" + paper + "》"
}

// CheckBasics refuses a change of basic data of a record for which no reason with
// its paper is given; what is filled in for the first time is no change. The name
// of a private person is none of them.
func CheckBasics[T any](record string, fields Fields[T], before, after *T, reason string) error {
	for _, code := range fields.Diff(before, after) {
		f, _ := fields.ByCode(code)
		if slices.Contains(basics[record], code) && f.Get(before) != "" && !NamesPaper(reason) {
			return At(code, Refuse(RefusedPaper))
		}
	}
	return nil
}
