package ask

import (
	"cmp"
	"context"
	"fmt"
	"strconv"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// ItemForm is the form of a customer's record, by its field table; of is whose it
// is. Questions that the record asks are a field each. keep keeps it, and says so.
func ItemForm(s Stand, it model.Item, of, currency string, keep func(context.Context, model.Item) (string, error)) *Editor {
	kind, _ := model.AttachedOf(it.Record)
	env := s.FieldEnv(cmp.Or(it.Values["currency"], currency))
	var list []kit.Field
	for _, f := range kind.Fields {
		asked := model.AnswerText(it.Values[f.Code]).List()
		if !f.Asked || len(asked) == 0 {
			list = append(list, FieldOf(it.Record, f, it.Values[f.Code], env))
			continue
		}
		for i, a := range asked {
			list = append(list, kit.Field{Code: answerTo(f, i), Label: a.Question, Kind: kit.NoteField, MaxLen: mostAnswer, Value: a.Text})
		}
	}
	draft := fmt.Sprintf("%s/%d/%d", it.Record, it.CustomerID, it.ID)
	if it.ID == 0 {
		draft += it.Values["template"] + it.Values["subject"]
	}
	e := NewEditor(s.Env, s.Words, s.Store, label.Record(it.Record, s.Words.Lang)+"  "+of, it.Record, draft, list)
	e.Save = func(ctx context.Context, texts map[string]string, reason string) (Done, error) {
		currency, err := label.Currency(kind.Fields, texts, env.Currency, func(code string) string { return it.Values[code] })
		if err != nil {
			return Done{}, err
		}
		env, kept := env, it
		env.Currency, kept.Values, kept.Reason = currency, map[string]string{}, reason
		for _, f := range kind.Fields {
			if err := ReadInto(it.Record, f, answered(f, it.Values[f.Code], texts), kept.Values, env); err != nil {
				return Done{}, err
			}
		}
		said, err := keep(ctx, kept)
		return Done{Said: said}, err
	}
	return e
}

// mostAnswer is how many characters one answer takes.
const mostAnswer = 2000

// FirstQuestion is the code of the field for the first of what a record asks.
const FirstQuestion = "answers.1"

// answerTo is the code of the form's field for a question.
func answerTo(f model.Spec, i int) string { return f.Code + "." + strconv.Itoa(i+1) }

// answered is what a form holds for a field, its questions with what was typed.
func answered(f model.Spec, was string, texts map[string]string) string {
	asked := model.AnswerText(was).List()
	if !f.Asked || len(asked) == 0 {
		return texts[f.Code]
	}
	for i := range asked {
		asked[i].Text = texts[answerTo(f, i)]
	}
	return string(model.AnswersOf(asked))
}
