package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

var companyName = pattern.Of(`(?i)公司|集团|企业|合作社|事务所|商行|经营部|厂$|\b(ltd|inc|llc|co|corp|gmbh|limited|company)\b`)

// infer fills in what follows from what the file gives and notes it in
// Inferred, until a person confirms it: the kind from company words, the gender
// from the form of address, the source from people who came in, need and grade
// from the class (rule 2.1). A value that the file says isn't known stays so.
func infer(c *model.Customer, values map[string]string) {
	noted := func(code string) { c.Inferred = model.ListOf(append(c.Inferred.Items(), code)...) }
	given := func(code string) bool { return model.Clean(values[code]) != "" }
	if !given("kind") && c.Kind != model.Company && companyName.MatchString(c.Name) {
		c.Kind = model.Company
		noted("kind")
	}
	if g := model.GenderByTitle(c.Name); !given("gender") && g != "" && c.Kind != model.Company {
		c.Gender = g
		noted("gender")
	}
	if !given("source") && c.PartySize > 0 {
		c.Source = model.SourceWalkIn
		noted("source")
	}
	c.InferFromClass()
}

// settleLost brings what is said of a loss in line with the stage: alone it says
// that the deal is lost, beside another stage it is a remark. given are the
// fields that the file gives.
func settleLost(c *model.Customer, given []string, values map[string]string) []string {
	said := slices.DeleteFunc(slices.Clone(model.LossFields), func(code string) bool { return !slices.Contains(given, code) })
	switch {
	case len(said) == 0 || c.Stage == model.Lost:
	case model.Clean(values["stage"]) == "":
		c.Stage, c.Inferred = model.Lost, model.ListOf(append(c.Inferred.Items(), "stage")...)
		return append(given, "stage")
	default:
		c.ClearLoss()
		for _, code := range said {
			addRemark(c, label.Field(recordCustomer, code, label.ZH)+":"+model.Clean(values[code]))
		}
		given = slices.DeleteFunc(given, func(code string) bool { return slices.Contains(said, code) })
		if !slices.Contains(given, "remark") {
			given = append(given, "remark")
		}
	}
	return given
}

// Words by which an entry's text tells how the contact was made, and that it
// failed.
var (
	methodWords = []struct {
		word   string
		method model.Method
	}{
		{"进店", model.Reception}, {"电话", model.Phone}, {"来电", model.Phone}, {"回访", model.Phone},
		{"微信", model.Chat}, {"上门", model.Visit}, {"拜访", model.Visit},
	}
	failedWords = []string{"未接通", "无人接听", "没接", "没人接", "未接听", "未接电话", "无法接通", "打不通"}
)

// methodOf is the way of contact that a situation tells: the first that it
// names.
func methodOf(situation string) model.Method {
	method, first := model.Method(""), len(situation)
	for _, w := range methodWords {
		if i := strings.Index(situation, w.word); i >= 0 && i < first {
			method, first = w.method, i
		}
	}
	return method
}

// outcomeOf is not_reached where a situation says so.
func outcomeOf(situation string) model.Outcome {
	if slices.ContainsFunc(failedWords, func(w string) bool { return strings.Contains(situation, w) }) {
		return model.NotReached
	}
	return model.Reached
}

// inferEntry fills in how the contact was made, and whether it reached the
// customer, where the file doesn't say.
func inferEntry(e *model.Entry, values map[string]string) {
	if model.Clean(values["method"]) == "" {
		e.Method = methodOf(e.Situation)
	}
	if e.Outcome == "" {
		e.Outcome = outcomeOf(e.Situation)
	}
	e.Complete()
}
