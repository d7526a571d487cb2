package files

import (
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// stepReader reads the rows of a progress form's table.
type stepReader struct {
	r        *reader
	s        *Sheet
	t        *progressTable
	fraction bool
	phase    string
	name     string // of the project, where the table has a column of it
	customer string
	beside   blockValues // what a row says of its project
	near     model.Date  // a date of the form that is written with its year
	latest   model.Date  // the latest day on which a row above was done
}

// dates finds the date that those without a year are read from.
func (p *stepReader) dates() {
	for row := p.t.header + 1; row <= p.t.last; row++ {
		for c, h := range p.t.columns {
			if h.code == "done_on" || h.code == "planned_on" {
				if d := wholeDate(p.s.At(row, c), p.r.opt.Today); d > p.near {
					p.near = d
				}
			}
		}
	}
	if p.near == "" {
		p.near = p.r.opt.Today
	}
}

// read understands a row, or says why it is no step. A merged or an empty
// cell of the stage continues the one above.
func (p *stepReader) read(row int, name, customer *string) (model.ProposedStep, model.SkipReason) {
	cells := make([]string, max(len(p.t.columns), len(p.s.Rows[row])))
	for c := range cells {
		cells[c] = p.s.At(row, c)
		if m, ok := p.s.covered(row, c); ok && m.Col == c && m.Row > p.t.header {
			cells[c] = p.s.At(m.Row, m.Col)
		}
	}
	st := model.ProposedStep{Row: p.s.Number(row), Cells: cells, At: map[string]string{}}
	values := map[string]string{}
	p.beside = blockValues{}
	for c, h := range p.t.columns {
		if h.code == "stage_id" && strings.TrimSpace(cells[c]) == "" {
			cells[c] = p.phase
		}
		text := strings.TrimSpace(cells[c])
		switch {
		case h.code == "" || text == "":
		case h.record == recordProject && h.code == "name":
			p.name = text
		case h.record == recordProject && h.code == "customer_id":
			p.customer = text
		case h.record == recordProject:
			p.beside[h.code] = labelled{text, cellName(p.s, row, c), row}
		case h.code == "stage_id":
			p.phase = model.Clean(text)
		default:
			values[h.code], st.At[h.code] = text, cellName(p.s, row, c)
		}
	}
	if p.name != "" {
		*name = p.name
	}
	if p.customer != "" {
		*customer = p.customer
	}
	if why := p.reason(row, values); why != "" {
		return st, why
	}
	st.Phase = p.phase
	p.fill(&st, values)
	return st, ""
}

// reason tells rows that are no steps: blank ones, sums, headers repeated on
// each page, signatures below the table.
func (p *stepReader) reason(row int, values map[string]string) model.SkipReason {
	title, detail := model.Clean(values["title"]), model.Clean(values["detail"])
	alone := title == "" && len(values) == 1 && (footnotes.MatchString(detail) || signatures.MatchString(detail))
	switch {
	case isBlank(p.s.Rows[row]):
		return model.SkipBlank
	case progressHeading(title).code == "title":
		return model.SkipRepeated
	case totals.MatchString(title) || isSum(p.s.Rows[row]):
		return model.SkipTotal
	case isFootnote(p.s.Rows[row], 1, true), alone:
		return model.SkipFootnote
	case title == "" && values["progress"] == "" && values["done_on"] == "" && values["detail"] == "":
		return model.SkipUnread
	}
	return ""
}

// fill reads a row's values into its item.
func (p *stepReader) fill(st *model.ProposedStep, values map[string]string) {
	it := &st.Item
	cutTitle(it, values["title"])
	refuse := func(code string, err error) {
		if st.Err == nil {
			st.Err = model.InCell(st.At[code], model.At(code, err))
		}
	}
	if it.Title == "" {
		refuse("title", model.Refuse(model.RefusedRequired))
	}
	label.ReadDetail(values["detail"], it)
	for _, code := range []string{"title", "department", "person", "status", "order_no", "attachment", "blocked_reason",
		"planned_on", "done_on", "detail"} {
		text := values[code]
		f, _ := model.ProjectItemFields.ByCode(code)
		if text == "" || isNothing(f.Spec, text) && code != "title" {
			continue
		}
		st.Given = append(st.Given, code)
		switch {
		case code == "title" || code == "detail":
			text = f.Get(it)
		case f.Kind == model.KindDate && len(text) > 10 && text[10] == ' ':
			text = text[:10] // the time of day doesn't matter
		}
		value, err := label.Read(recordStep, f.Spec, text, p.near, model.Nearest)
		if err != nil {
			refuse(code, err)
			continue
		}
		f.Set(it, value)
	}
	if it.BlockedWhy != "" {
		it.State = model.ItemBlocked
	}
	it.Answer, _ = label.ReadAnswer(it.Detail) // counts where the step is a decision
	if text := values["progress"]; text != "" && !isNothing(model.Spec{}, text) {
		percent, state, err := label.ReadProgress(text, p.fraction)
		if err != nil {
			refuse("progress", err)
		}
		st.Given = append(st.Given, "progress")
		it.Progress = percent
		if state != "" && it.State == "" {
			it.State = state
		}
	}
	p.settle(st, values["progress"] != "")
}

// settle makes the state follow from the progress and the day: a day beside an
// unfinished row is the one that it is planned for.
func (p *stepReader) settle(st *model.ProposedStep, hasProgress bool) {
	it := &st.Item
	today := p.r.opt.Today
	switch {
	case it.State == model.ItemNA || it.State == model.ItemBlocked:
		it.DoneOn = ""
	case it.Progress == 100 || it.DoneOn != "" && it.DoneOn <= today && !hasProgress:
		it.State, it.Progress = model.ItemDone, 100
		if it.DoneOn == "" {
			if it.DoneOn = p.latest; it.DoneOn == "" {
				it.DoneOn = today
			}
			st.Inferred = model.ListOf("done_on")
		}
		if it.DoneOn <= today {
			p.latest = max(p.latest, it.DoneOn)
		}
	case it.DoneOn != "":
		if it.PlannedOn == "" {
			it.PlannedOn, st.Inferred = it.DoneOn, model.ListOf("planned_on")
			st.Given = append(st.Given, "planned_on")
		}
		it.DoneOn = ""
		if it.State == "" {
			it.State = stateOf(it.Progress)
		}
	case it.State == "":
		it.State = stateOf(it.Progress)
	}
	if it.DoneOn > today && st.Err == nil {
		st.Err = model.InCell(st.At["done_on"], model.At("done_on", model.Refuse(model.RefusedFuture, string(it.DoneOn))))
	}
}

func stateOf(percent int64) model.ItemState {
	if percent > 0 {
		return model.ItemDoing
	}
	return model.ItemTodo
}
