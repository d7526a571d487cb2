package cli_test

import (
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// A book that has nothing yet of what a report counts says what would fill it; a
// zero is only said where it could be more. Scripts get every figure all the same.
func TestReportsOfOneCustomerSayWhatWouldFillThem(t *testing.T) {
	for _, l := range []label.Lang{label.ZH, label.EN} {
		h := newHome(t)
		h.env["GENJIN_LANG"] = l.String()
		h.must("add", "刘女士 13800138000 @B")
		monthly, funnel := h.must("report", "monthly"), h.must("report", "funnel")
		for _, what := range []string{model.ExportJournal, model.ExportOrders, model.ExportPayments, model.NeverCases} {
			if !strings.Contains(monthly, words.ReportLacks[what].In(l)) {
				t.Errorf("%s: the summary says nothing of %s:\n%s", l, what, monthly)
			}
		}
		for _, code := range []string{"contacts", "visits", "signed", "delivered", "collected", "cases_opened"} {
			if strings.Contains(monthly, label.Measured(code, l)+" ") {
				t.Errorf("%s: the summary counts %s of nothing:\n%s", l, code, monthly)
			}
		}
		if !strings.Contains(monthly, label.Measured("new_customers", l)) ||
			!strings.Contains(funnel, words.ReportLacks[model.NeverEnded].In(l)) {
			t.Errorf("%s:\n%s\n%s", l, monthly, funnel)
		}
		for _, stage := range []model.Stage{model.Negotiating, model.Won} { // which nobody was ever at
			if name := label.Option(model.RowOfCustomer, "stage", string(stage), l); strings.Contains(funnel, "\n"+name+" ") {
				t.Errorf("%s: the funnel has a line of %s:\n%s", l, name, funnel)
			}
		}
		if figures := h.object("report", "monthly")["figures"].([]any); len(figures) != len(model.Summary.Counts) {
			t.Errorf("%s: %d figures for scripts", l, len(figures))
		}
		if sources := h.must("report", "sources"); !strings.Contains(sources, words.ReportLacks[model.NeverSpent].In(l)) {
			t.Errorf("%s: no word of campaigns:\n%s", l, sources)
		}
		h.must("log", "刘女士", "来电问价", "--method", "phone")
		if monthly = h.must("report", "monthly"); !strings.Contains(monthly, label.Measured("visits", l)+" ") {
			t.Errorf("%s: no visit among the contacts isn't said:\n%s", l, monthly)
		}
	}
}
