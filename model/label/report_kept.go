package label

import (
	"strings"

	"genjin/model"
)

// keptKinds are the names of the reports that are kept.
func keptKinds() map[string]word {
	names := map[string]word{}
	for _, r := range model.Reports {
		name := reportWords[r.Kind]
		if model.ReportCode(r.Kind) == model.Summary.Code {
			name = summaries[r.Period]
		}
		names[r.Kind] = name
	}
	return names
}

// KeptTitle is what a kept report is called.
func KeptTitle(r *model.KeptReport, l Lang) string {
	p, span := r.Span()
	return ReportName(model.ReportCode(r.Kind), p, l) + "  " + SpanOf(span, l)
}

// KeptFoot is what stands below a report that is handed on: whose it is, when it
// was kept, to whom it was given.
func KeptFoot(r *model.KeptReport, set model.Settings, l Lang) []string {
	foot := []string{strings.TrimSpace(set.CompanyName + " " + set.Salesperson), string(r.KeptOn)}
	if r.GivenTo != "" {
		foot = append(foot, Field("report", "given_to", l)+pick(l, ":", ": ")+r.GivenTo)
	}
	return foot
}
