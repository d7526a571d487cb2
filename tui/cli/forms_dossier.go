package cli

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// wholeList is the list of documents that assignments name without naming a
// document: all of it is meant.
func (f itemForm) wholeList(list []assignment) (named string, ok bool) {
	for _, a := range list {
		switch fieldCalled(f.record, a.field) {
		case "name":
			return "", false
		case "list":
			named = model.Clean(a.value)
		}
	}
	return named, named != ""
}

// apply puts the papers of a list on a customer that aren't there yet.
func (f itemForm) apply(ctx context.Context, r *run, st model.Store, list []assignment, said string) (kept, error) {
	named, err := r.named(f.record, model.RecordFields(f.record), list)
	if err != nil {
		return kept{}, err
	}
	c := model.Customer{}
	for _, a := range named {
		switch a.field {
		case "customer_id":
			if c, err = r.customer(ctx, st, a.value); err != nil {
				return kept{}, err
			}
		case "list":
		default:
			return kept{}, r.wrong(words.OnlyOfOnePaper, a.field)
		}
	}
	if c.ID == 0 {
		return kept{}, r.inWords(f.record, model.At("customer_id", model.Refuse(model.RefusedRequired)))
	}
	t, err := r.paperTemplate(ctx, st, model.ForDocuments, said)
	if err != nil {
		return kept{}, err
	}
	n, err := st.ListDocuments(ctx, c.ID, t.ID, r.either)
	if err != nil {
		return kept{}, err
	}
	out, err := json.Marshal(listedJSON{c.Name, c.ID, t.Ref(), n})
	return kept{id: int64(n), name: c.Name, json: out, sentence: words.ListedPapers}, err
}

// listedJSON says how many papers of a list a customer got.
type listedJSON struct {
	Customer   string `json:"customer"`
	CustomerID int64  `json:"customer_id"`
	List       string `json:"list"`
	Added      int    `json:"added"`
}

func (r *run) either(zh, en string) string { return label.Either(zh, en, r.lang) }

// paperTemplate is the one of a purpose that a text names: its code, its name in
// either language, or a word that lists and records call it by.
func (r *run) paperTemplate(ctx context.Context, st model.Store, of model.Purpose, text string) (model.Template, error) {
	record, field := "document", "list"
	if of == model.ForMinutes {
		record, field = "minutes", "template"
	}
	code, _ := label.ReadOption(record, field, text)
	all, err := st.Templates(ctx, of)
	if err != nil {
		return model.Template{}, err
	}
	names := make([]string, len(all))
	for i, t := range all {
		if names[i] = r.either(t.Name, t.NameEN); t.Called(cmp.Or(code, text)) || t.Called(text) {
			return t, nil
		}
	}
	return model.Template{}, r.wrong(words.NotOneOf, text, strings.Join(names, ", "))
}

// answers are the assignments that name no field of a record that asks questions:
// they answer one.
func (f itemForm) answers(specs []model.Spec, list []assignment) (fields []assignment, answers []model.Asked) {
	if !slices.ContainsFunc(specs, func(s model.Spec) bool { return s.Asked }) {
		return list, nil
	}
	for _, a := range list {
		code := fieldCalled(f.record, a.field)
		if slices.ContainsFunc(specs, func(s model.Spec) bool { return s.Code == code || s.Code == code+"_id" }) {
			fields = append(fields, a)
		} else {
			answers = append(answers, model.Asked{Question: a.field, Text: a.value})
		}
	}
	return fields, answers
}

// answer lays the questions of its template into a record that asks some and has
// none yet, and the answers into it.
func (f itemForm) answer(ctx context.Context, r *run, st model.Store, it *model.Item, was map[string]string, given []model.Asked) error {
	for _, s := range model.RecordFields(f.record) {
		if !s.Asked {
			continue
		}
		asked := model.AnswerText(cmp.Or(it.Values[s.Code], was[s.Code]))
		if ref := cmp.Or(it.Values["template"], was["template"]); asked == "" && ref != "" {
			t, err := r.paperTemplate(ctx, st, model.ForMinutes, ref)
			if err != nil {
				return err
			}
			tree, err := st.Template(ctx, t.ID)
			if err != nil {
				return err
			}
			asked = tree.Questions(r.either)
		}
		asked, err := asked.With(given)
		if err != nil {
			return r.refused(f.record, s.Code, err)
		}
		if string(asked) != was[s.Code] {
			it.Values[s.Code] = string(asked)
		}
	}
	return nil
}
