package label

import (
	"fmt"
	"strings"

	"genjin/model"
)

// draftWords are the headings and joints of a summary in words.
var draftWords = map[string]word{
	"goals": of("目标", "Goals", "计划", "goal"), "done": of("做了", "Done", "完成", "完成情况", "工作内容"),
	"results": of("结果", "Results", "成果", "result"), "problems": of("问题", "Problems", "遇到问题", "problem"),
	"next": of("下步", "Next", "下一步", "下步计划", "next steps"),
	"goal": of("%s %s,已完成 %s(%s)", "%s %s, reached %s (%s)"),
	"none": of("无", "none"), "stop": of(";", "; "), "and": of("、", ", "), "was": of("(上期 %s)", " (before %s)"),
	"times": of("(%d 次)", " (%d times)"), "todo": of("待办 %d 件:", "%d to do: "),
}

// Draft is a report as a text to be edited and handed on. A summary says what was
// done, what came of it, what stood in the way and what comes next; of another
// report it is the figures and the tables, a line each.
func Draft(p *model.Page, l Lang) string {
	if p.Code != model.Summary.Code {
		return sheetText(p, l)
	}
	say := func(code string) string { return draftWords[code].in(l) }
	figure := func(codes ...string) string {
		var parts []string
		for _, code := range codes {
			for i := range p.Figures {
				if f := &p.Figures[i]; f.Code == code && f.Never == "" {
					parts = append(parts, figureText(f, l))
				}
			}
		}
		if len(parts) == 0 {
			return say("none")
		}
		return strings.Join(parts, say("stop"))
	}
	lines := []string{
		ReportTitle(p, l), "",
		say("goals") + "  " + goals(p, l),
		say("done") + "  " + figure("contacts", "visits", "receptions", "not_reached", "new_customers") + byMethods(p, l),
		say("results") + "  " + figure("signed", "collected", "delivered", "on_time", "cases_opened", "cases_closed"),
		say("problems") + "  " + problems(p, l),
		say("next") + "  " + nextSteps(p, l),
	}
	return strings.Join(lines, "\n")
}

// goals are the targets and how far they are reached.
func goals(p *model.Page, l Lang) string {
	var parts []string
	for n := range p.Goals.Lines {
		c := p.Goals.Lines[n].Cells
		parts = append(parts, fmt.Sprintf(draftWords["goal"].in(l), LineOf(&p.Goals, n, l), MeasureShort(&c[0], l), MeasureShort(&c[1], l),
			MeasureShort(&c[2], l)))
	}
	if len(parts) == 0 {
		return draftWords["none"].in(l)
	}
	return strings.Join(parts, draftWords["stop"].in(l))
}

// figureText is a figure with what it was before: 跟进 126(上期 141).
func figureText(f *model.Figure, l Lang) string {
	text := Measured(f.Code, l) + " " + MeasureShort(&f.Measure, l)
	if f.Unit == model.UnitMoney && f.N > 0 {
		text = Measured(f.Code, l) + " " + pick(l, fmt.Sprintf("%d 笔 ", f.N), fmt.Sprintf("%d × ", f.N)) + MeasureShort(&f.Measure, l)
	}
	if f.Before != nil {
		text += fmt.Sprintf(draftWords["was"].in(l), MeasureShort(f.Before, l))
	}
	return text
}

// byMethods says by which ways contacts were made.
func byMethods(p *model.Page, l Lang) string {
	for i := range p.Tables {
		t := &p.Tables[i]
		if t.Code != "by_method" {
			continue
		}
		var parts []string
		for n := range t.Lines {
			if m := t.Lines[n].Cells[0]; m.N > 0 {
				parts = append(parts, LineOf(t, n, l)+" "+Measure(&m, l))
			}
		}
		if len(parts) > 0 {
			return draftWords["stop"].in(l) + strings.Join(parts, draftWords["and"].in(l))
		}
	}
	return ""
}

func problems(p *model.Page, l Lang) string {
	var parts []string
	for _, told := range p.Problems {
		text := told.Text
		if told.N > 1 {
			text += fmt.Sprintf(draftWords["times"].in(l), told.N)
		}
		parts = append(parts, text)
	}
	if len(parts) == 0 {
		return draftWords["none"].in(l)
	}
	return strings.Join(parts, draftWords["stop"].in(l))
}

// mostNext is how many of the next steps are named.
const mostNext = 5

func nextSteps(p *model.Page, l Lang) string {
	if len(p.Next) == 0 {
		return draftWords["none"].in(l)
	}
	var parts []string
	for _, r := range p.Next[:min(len(p.Next), mostNext)] {
		parts = append(parts, Kind(r, l)+" "+Who(r, l))
	}
	return fmt.Sprintf(draftWords["todo"].in(l), len(p.Next)) + strings.Join(parts, draftWords["and"].in(l))
}

// sheetText is the tables of a report as lines.
func sheetText(p *model.Page, l Lang) string {
	var b strings.Builder
	for i, s := range Sheets(p, l) {
		if len(s.Rows) == 0 {
			continue
		}
		if i > 0 {
			b.WriteString("\n")
		}
		b.WriteString(s.Title + "\n")
		for _, row := range s.Rows {
			var parts []string
			for n, cell := range row[1:] {
				if cell != "" {
					parts = append(parts, s.Head[n+1]+" "+cell)
				}
			}
			b.WriteString("  " + row[0] + "  " + strings.Join(parts, draftWords["and"].in(l)) + "\n")
		}
	}
	return strings.TrimRight(b.String(), "\n")
}
