package label

import (
	"strings"

	"genjin/model"
)

// ReportFill is what the cells of a person's own workbook are filled with, by the
// names that stand in them in 【】: labels in either language, or codes.
type ReportFill struct {
	Values map[string]FillValue
	Rows   map[string][]FillValue // of tables: one a line, so that the row is repeated
}

// FillValue is a value for a cell: a number, a share, money or a day where it is
// one, else a text.
type FillValue struct {
	Measure *model.Measure
	Day     model.Date
	Text    string
}

// In is the value in words, for a cell that says more than it.
func (v FillValue) In(l Lang) string {
	switch {
	case v.Measure != nil:
		return Measure(v.Measure, l)
	case v.Day != "":
		return string(v.Day)
	}
	return v.Text
}

// FillName is a name in 【】 without what writers vary.
func FillName(name string) string {
	return strings.Map(func(r rune) rune {
		if strings.ContainsRune(" ·・/\\()（）", r) {
			return -1
		}
		return r
	}, bare(strings.NewReplacer("(", " ", "（", " ").Replace(name)))
}

// fillWords are the names of what a workbook can say of a report beside its
// figures and the sections of its text.
var fillWords = map[string]word{
	"period": of("期间", "period", "月份", "报告期"), "from": of("开始日期", "from", "起始日期", "开始"),
	"to": of("结束日期", "to", "截止日期", "结束"), "today": of("填表日期", "today", "日期", "date"),
	"salesperson": of("姓名", "name", "业务员", "销售员", "填表人", "salesperson"), "company": of("公司", "company", "公司名称"),
	"team": of("团队", "team", "部门", "所属团队"), "report": of("报告", "report", "报告名称"),
	"text": of("全文", "text", "内容", "正文"), "given_to": of("交给", "given to"),
}

// NewReportFill is what a report fills cells with: its figures with their values
// before, its tables, and the text as it was edited.
func NewReportFill(p *model.Page, kept *model.KeptReport, set model.Settings, today model.Date, l Lang) ReportFill {
	f := ReportFill{Values: map[string]FillValue{}, Rows: map[string][]FillValue{}}
	for i := range p.Figures {
		f.figure(&p.Figures[i])
	}
	sections := Sections(kept.Text)
	for code, w := range draftWords {
		if len(w.also) > 0 { // a section, no joint
			f.value(code, w, FillValue{Text: sections[code]})
		}
	}
	span := SpanOf(p.Span, l)
	for code, v := range map[string]FillValue{
		"period": {Text: span}, "from": {Day: p.Span.First}, "to": {Day: p.Span.Last}, "today": {Day: today},
		"salesperson": {Text: set.Salesperson}, "company": {Text: set.CompanyName}, "team": {Text: set.Team},
		"report": {Text: ReportName(p.Code, p.Period, l)}, "text": {Text: kept.Text}, "given_to": {Text: kept.GivenTo},
	} {
		f.value(code, fillWords[code], v)
	}
	f.table(&p.Goals, l)
	for i := range p.Tables {
		f.table(&p.Tables[i], l)
	}
	for i := range p.Untold {
		f.table(&p.Untold[i], l)
	}
	return f
}

// value enters a value under all its names, unless one is taken.
func (f ReportFill) value(code string, w word, v FillValue) {
	for _, name := range append([]string{code, w.zh, w.en}, w.also...) {
		if name = FillName(name); name != "" {
			if _, taken := f.Values[name]; !taken {
				f.Values[name] = v
			}
		}
	}
}

func (f ReportFill) figure(g *model.Figure) {
	w := reportWords[g.Code]
	f.value(g.Code, w, FillValue{Measure: &g.Measure})
	if g.Before == nil {
		return
	}
	before := reportWords["before"]
	f.value(g.Code+".before", of(w.zh+before.zh, w.en+before.en, before.zh+w.zh, before.en+w.en), FillValue{Measure: g.Before})
}

// table enters the lines of a table: what each is about under the table's name,
// its cells under the table's name and theirs.
func (f ReportFill) table(t *model.ReportTable, l Lang) {
	if t.Code == "" {
		return
	}
	w := reportWords[t.Code]
	names := make([]FillValue, len(t.Lines))
	for n := range t.Lines {
		names[n] = FillValue{Text: LineOf(t, n, l)}
	}
	f.rows([]string{t.Code, w.zh, w.en}, names)
	for c, head := range t.Heads {
		cells := make([]FillValue, len(t.Lines))
		for n := range t.Lines {
			cells[n] = FillValue{Measure: &t.Lines[n].Cells[c]}
		}
		h := reportWords[head]
		f.rows([]string{t.Code + head, w.zh + h.zh, w.en + h.en}, cells)
	}
}

func (f ReportFill) rows(names []string, list []FillValue) {
	for _, name := range names {
		if name = FillName(name); name != "" {
			if _, taken := f.Rows[name]; !taken {
				f.Rows[name] = list
			}
		}
	}
}

// Sections are the parts of a report's text by their headings, as the person
// left them: goals, done, results, problems, next.
func Sections(text string) map[string]string {
	sections := map[string]string{}
	at := ""
	for line := range strings.SplitSeq(text, "\n") {
		if code, rest, ok := heading(line); ok {
			at = code
			sections[at] = rest
			continue
		}
		if at != "" {
			sections[at] = strings.TrimSpace(sections[at] + "\n" + line)
		}
	}
	return sections
}

// heading is the section that a line begins.
func heading(line string) (code, rest string, ok bool) {
	for code, w := range draftWords {
		if len(w.also) == 0 {
			continue
		}
		for _, name := range append([]string{w.zh, w.en}, w.also...) {
			rest, found := strings.CutPrefix(line, name)
			if trimmed := strings.TrimLeft(rest, " \u3000:："); found && (trimmed == "" || len(trimmed) < len(rest)) {
				return code, strings.TrimSpace(trimmed), true
			}
		}
	}
	return "", "", false
}
