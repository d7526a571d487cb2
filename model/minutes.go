package model

import (
	"slices"
	"strings"
)

// Minutes is a record by a template 访谈/核实记录 (rule 1.7): the questions of a
// talk or a verification, and what one was told or found. It keeps its questions:
// what becomes of the template changes nothing of it.
type Minutes struct {
	Meta
	CustomerID int64
	Template   string // the code of a built-in one, or the name of one's own
	HeldOn     Date
	Place      string
	Present    string // who was spoken with
	WrittenBy  string
	Answers    AnswerText
	Conclusion string
	Remark     string
}

// MinutesFields is the field table of Minutes.
var MinutesFields = Fields[Minutes]{
	ofCustomer(func(m *Minutes) *int64 { return &m.CustomerID }),
	choice("template", MinutesTemplates, func(m *Minutes) *string { return &m.Template }).open().required().max(60),
	date("held_on", func(m *Minutes) *Date { return &m.HeldOn }).required(),
	text("place", func(m *Minutes) *string { return &m.Place }).max(200),
	text("present", func(m *Minutes) *string { return &m.Present }).max(200),
	text("written_by", func(m *Minutes) *string { return &m.WrittenBy }).max(60),
	note("answers", func(m *Minutes) *AnswerText { return &m.Answers }).asked(),
	note("conclusion", func(m *Minutes) *string { return &m.Conclusion }),
	note("remark", func(m *Minutes) *string { return &m.Remark }),
}

// Complete is what new minutes are until they say otherwise: of today, by the
// person.
func (m *Minutes) Complete(at AsOf) { m.HeldOn, m.WrittenBy = at.Today, at.Settings.Salesperson }

// Asked is a question and what was answered.
type Asked struct{ Question, Text string }

// AnswerText is questions with their answers in one text: each question in 【】 at
// the beginning of a line, the answer behind it.
type AnswerText string

// The marks of a question.
const (
	questionBegins = "【"
	questionEnds   = "】"
)

// List takes the questions apart. What stands before the first one is an answer
// to nothing that was asked.
func (t AnswerText) List() []Asked {
	var list []Asked
	if t == "" {
		return nil
	}
	for line := range strings.SplitSeq(string(t), "\n") {
		question, rest, ok := strings.Cut(strings.TrimPrefix(line, questionBegins), questionEnds)
		switch {
		case ok && strings.HasPrefix(line, questionBegins):
			list = append(list, Asked{question, strings.TrimSpace(rest)})
		case len(list) == 0:
			list = append(list, Asked{"", line})
		default:
			last := &list[len(list)-1]
			last.Text = strings.TrimPrefix(last.Text+"\n"+line, "\n")
		}
	}
	return list
}

// AnswersOf is the text of questions with their answers.
func AnswersOf(list []Asked) AnswerText {
	lines := make([]string, len(list))
	for i, a := range list {
		text := strings.ReplaceAll(CleanNote(a.Text), "\n"+questionBegins, "\n "+questionBegins)
		if lines[i] = text; a.Question != "" {
			lines[i] = questionBegins + strings.NewReplacer(questionBegins, "[", questionEnds, "]").Replace(a.Question) + questionEnds + text
		}
	}
	return AnswerText(strings.Join(lines, "\n"))
}

// Answered is how many of the questions have an answer.
func (t AnswerText) Answered() (answered, asked int) {
	list := t.List()
	for _, a := range list {
		if a.Text != "" {
			answered++
		}
	}
	return answered, len(list)
}

// With is the text with answers to some of its questions: named as they stand
// there or by a part that only one has, or numbered from 1. One that nothing asks
// is refused.
func (t AnswerText) With(given []Asked) (AnswerText, error) {
	list := t.List()
	var questions []string
	for _, a := range list {
		questions = append(questions, a.Question)
	}
	for _, g := range given {
		at := questionAt(questions, Clean(g.Question))
		if at < 0 {
			return t, &FieldError{Code: RefusedOption, Args: append([]string{g.Question}, questions...)}
		}
		list[at].Text = g.Text
	}
	return AnswersOf(list), nil
}

// questionAt is the place of the question that a text means; -1 for none, or for
// several.
func questionAt(questions []string, text string) int {
	if i := slices.Index(questions, text); i >= 0 {
		return i
	}
	if n, err := ParseInt(text, 1, int64(len(questions))); err == nil && n > 0 {
		return int(n) - 1
	}
	at := -1
	for i, q := range questions {
		if strings.Contains(strings.ToLower(q), strings.ToLower(text)) {
			if at >= 0 {
				return -1
			}
			at = i
		}
	}
	return at
}

// minutesColumns are what the list of minutes says beside their fields.
var minutesColumns = []Column[ItemOf]{{
	Spec: Spec{Code: "answered", Kind: KindText, Kept: true}, Plain: true,
	Get: func(r *ItemOf, _ AsOf) string {
		answered, asked := AnswerText(r.Values["answers"]).Answered()
		return NumberText(int64(answered)) + "/" + NumberText(int64(asked))
	},
}}

// MinutesTemplates are the codes of the built-in templates of minutes.
var MinutesTemplates = []string{"intake", "interview", "company_check", "accounts_check", "visit_report"}
