package files

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/model/pattern"
)

// The records of staged work whose fields a progress form 项目进度跟进表 holds.
const (
	recordProject = model.RowOfProject
	recordStep    = model.RowOfStep
)

// templateLabel is the label beside which a form names its template.
var templateLabel = heading{recordProject, "template_id"}

// progressTable is the table of a progress form: a row a step.
type progressTable struct {
	header  int
	columns []heading
	headers []string
	last    int // the last row of its steps
	block   blockValues
}

// ofProject begins the header of a column that holds, in a file of refused rows,
// what stood in the labels above a table.
const ofProject = "项目:"

// progressHeading is what a header of a progress form's table names.
func progressHeading(text string) heading {
	if text = model.Clean(text); text == "" || len(text) > mostHeader {
		return heading{}
	}
	if of, ok := strings.CutPrefix(text, ofProject); ok {
		return blockHeading(of)
	}
	if code, ok := label.ReadHeader(recordStep, text); ok && code != "remark" && (isField(recordStep, code) || code == "stage_id") {
		return heading{recordStep, code}
	}
	if code, ok := label.ReadHeader(recordProject, text); ok && (code == "name" || code == "customer_id") {
		return heading{recordProject, code}
	}
	return heading{}
}

// progressHeader reads a row as the header of a form's table: it names the
// steps and their stage, or how far they are and who is responsible.
func progressHeader(row []string) ([]heading, bool) {
	columns, has := make([]heading, len(row)), map[string]bool{}
	for c, cell := range row {
		h := progressHeading(cell)
		if has[h.code] {
			h = heading{}
		}
		columns[c] = h
		has[h.code] = true
	}
	signs := 0
	for _, code := range []string{"stage_id", "department", "progress", "done_on", "planned_on"} {
		if has[code] {
			signs++
		}
	}
	return columns, has["title"] && signs > 1 && (has["stage_id"] || has["progress"])
}

// isProgress tells that a sheet holds a progress form.
func (r *reader) isProgress(s *Sheet) bool {
	first := s.Rows[:min(len(s.Rows), headerRows*2)]
	return slices.ContainsFunc(first, func(row []string) bool { _, ok := progressHeader(row); return ok })
}

// progress reads every progress form of a sheet and reports whether there was
// one.
func (r *reader) progress(s *Sheet) bool {
	if !r.isProgress(s) {
		return false
	}
	var tables []progressTable
	for i := range s.Rows {
		if columns, ok := progressHeader(s.Rows[i]); ok {
			tables = append(tables, progressTable{header: i, columns: columns, headers: s.Rows[i], last: len(s.Rows) - 1})
		}
	}
	from := 0
	for n := range tables {
		t := &tables[n]
		if n+1 < len(tables) {
			t.last = r.blockStart(s, t.header+1, tables[n+1].header) - 1
		}
		t.block = r.block(s, from, t.header)
		from = t.last + 1
	}
	codes := blockCodes(tables)
	for n := range tables {
		r.progressForm(s, &tables[n], codes)
	}
	return len(tables) > 0
}

// blockStart is the row on which the labels above a further table begin.
func (r *reader) blockStart(s *Sheet, from, header int) int {
	for i := from; i < header; i++ {
		for _, cell := range s.Rows[i] {
			if h := blockHeading(cell); h == (heading{recordProject, "name"}) {
				return i
			}
		}
	}
	return header
}

// blockHeading is what a label above the table names.
func blockHeading(cell string) heading {
	text := strings.TrimRight(model.Clean(cell), ":： ")
	if text == "" || len(text) > mostHeader {
		return heading{}
	}
	code, ok := label.ReadHeader(recordProject, text)
	if h := (heading{recordProject, code}); ok && (isField(recordProject, code) || h == templateLabel) {
		return h
	}
	return heading{}
}

// blockCodes are the fields that the labels above a sheet's tables name, its
// project's name and customer aside.
func blockCodes(tables []progressTable) (codes []string) {
	for _, t := range tables {
		for code := range t.block {
			if code != "name" && code != "customer_id" && !slices.Contains(codes, code) {
				codes = append(codes, code)
			}
		}
	}
	slices.Sort(codes)
	return codes
}

// progressForm reads one form: its table, with the labels above it, of which a
// refused row has those of the codes with it.
func (r *reader) progressForm(s *Sheet, t *progressTable, codes []string) {
	block := t.block
	r.rows.above(table{header: t.header, first: t.header + 1})
	for c, h := range t.columns {
		if text := model.Clean(t.headers[c]); h.code == "" && !isSerial(text) && !isReason(text) {
			r.unknown(text)
		}
	}
	headers := []string{label.Field(recordProject, "name", label.ZH), label.Field(recordProject, "customer_id", label.ZH)}
	var above []string
	for _, code := range codes {
		headers = append(headers, ofProject+label.Field(recordProject, code, label.ZH))
		above = append(above, block.text(code))
	}
	r.file.Headers[s.Name] = append(headers, t.headers...)
	propose := func(of blockValues, name, customer string, row int) {
		p := r.proposedProject(s, of, name, customer, s.Number(row))
		p.Project.Cells = append(p.Project.Cells, above...)
		r.file.Proposals = append(r.file.Proposals, p)
		block.account(r.rows, p.Row)
	}
	of := map[string]int{}
	steps := stepReader{r: r, s: s, t: t, fraction: t.isFraction(s)}
	steps.dates()
	for row := t.header + 1; row <= t.last; row++ {
		name, customer := block.text("name"), block.text("customer_id")
		step, why := steps.read(row, &name, &customer)
		if why != "" {
			r.rows.skip(row, why)
			continue
		}
		r.rows.take(row, s.Number(row))
		key := folded(name) + "\n" + folded(customer)
		at, known := of[key]
		if !known {
			at = len(r.file.Proposals)
			of[key] = at
			propose(block.with(steps.beside), name, customer, row)
		}
		step.Cells = slices.Concat([]string{name, customer}, above, step.Cells)
		p := r.file.Proposals[at].Project
		p.Steps = append(p.Steps, step)
	}
	if len(of) == 0 && block.text("name") != "" {
		propose(block, block.text("name"), block.text("customer_id"), t.header)
	}
	if r.file.Document == "" && len(r.file.Proposals) > 0 {
		r.file.Document = model.DocumentProject
	}
}

// labelled is a value of a form's block and its cell.
type labelled struct {
	text string
	cell string
	row  int
}

// blockValues are what the labels above a table say, by field.
type blockValues map[string]labelled

// account notes that the rows of the block were read.
func (b blockValues) account(rows *rowAccount, owner int) {
	for _, v := range b {
		rows.take(v.row, owner)
	}
}

// with are the values with those that stand beside a step.
func (b blockValues) with(beside blockValues) blockValues {
	all := maps.Clone(b)
	maps.Copy(all, beside)
	return all
}

func (b blockValues) text(code string) string { return b[code].text }

// block reads the labels above a table: each has its value to the right, or
// in its own cell behind a colon.
func (r *reader) block(s *Sheet, from, to int) blockValues {
	found := blockValues{}
	used := map[[2]int]bool{}
	put := func(h heading, text string, row, col int) {
		used[[2]int{row, col}] = true
		if _, there := found[h.code]; !there && strings.TrimSpace(text) != "" {
			found[h.code] = labelled{strings.TrimSpace(text), cellName(s, row, col), row}
		}
	}
	for i := from; i < to; i++ {
		for c := 0; c < len(s.Rows[i]); c++ {
			cell := s.At(i, c)
			if at := strings.IndexAny(cell, ":："); at > 0 && strings.TrimSpace(strings.TrimLeft(cell[at:], ":： ")) != "" {
				if h := blockHeading(cell[:at]); h.code != "" {
					put(h, strings.TrimLeft(cell[at:], ":： "), i, c)
					continue
				}
			}
			h := blockHeading(cell)
			if h.code == "" {
				continue
			}
			used[[2]int{i, c}] = true
			for v := s.span(i, c).LastCol + 1; v < len(s.Rows[i]); v++ {
				if text := s.At(i, v); strings.TrimSpace(text) != "" {
					if blockHeading(text).code == "" {
						put(h, text, i, v)
						c = v
					}
					break
				}
			}
		}
	}
	r.unreadPairs(s, from, to, used)
	return found
}

// unreadPairs names the labels of a block whose value nothing has read.
func (r *reader) unreadPairs(s *Sheet, from, to int, used map[[2]int]bool) {
	for i := from; i < to; i++ {
		for c := 0; c < len(s.Rows[i]); c++ {
			next := s.span(i, c).LastCol + 1
			text, value := model.Clean(s.At(i, c)), strings.TrimSpace(s.At(i, next))
			if text != "" && value != "" && len(text) <= mostHeader && !used[[2]int{i, c}] && !used[[2]int{i, next}] {
				r.unknown(text)
				c = next
			}
		}
	}
}

// cellName is a cell as a spreadsheet names it: E11.
func cellName(s *Sheet, row, col int) string {
	name, err := excelize.CoordinatesToCellName(col+1, s.Number(row))
	if err != nil {
		return ""
	}
	return name
}

// proposedProject makes a proposal of a form's block.
func (r *reader) proposedProject(s *Sheet, block blockValues, name, customer string, row int) model.Proposal {
	if at, ok := block["name"]; ok {
		row = s.Number(at.row)
	}
	d := draft{sheet: s.Name, row: row, known: true, values: map[string]string{"name": customer}}
	p := r.propose(d)
	project := &model.ProposedProject{Row: row, Template: block.text("template_id"), Cells: []string{name, customer}}
	project.Project.Name = model.Clean(name)
	project.Given = []string{"name"}
	for _, f := range model.ProjectFields {
		v, ok := block[f.Code]
		if !ok || f.Kept && !slices.Contains(stateFields, f.Code) || f.Code == "name" || isNothing(f.Spec, v.text) {
			continue
		}
		if err := r.setProject(project, f.Code, v.text); err != nil {
			if project.Err == nil {
				project.Err = model.InCell(v.cell, err)
			}
			continue
		}
		project.Given = append(project.Given, f.Code)
	}
	for _, v := range [][2]string{{"name", name}, {"customer_id", customer}} {
		if project.Err == nil && model.Clean(v[1]) == "" {
			project.Err = model.At(v[0], model.Refuse(model.RefusedRequired))
		}
	}
	p.Project = project
	return p
}

// stateFields are those of a project's state, which a form tells of a new one.
var stateFields = []string{"state", "state_reason", "state_on"}

// setProject reads a value of a form's block.
func (r *reader) setProject(of *model.ProposedProject, code, text string) error {
	p := &of.Project
	if code == "quote" && p.Currency == "" {
		named, err := of.Names(label.QuoteOf(text))
		if err == nil {
			err = label.Settle(p, code, text)
		}
		if !named {
			p.Currency = "" // it is the customer's, see model.Naming
		}
		return err
	}
	switch code {
	case "form", "new_mould", "software_feasible", "quote", "lead_time", "terms":
		return label.Settle(p, code, text)
	}
	return label.Set(recordProject, model.ProjectFields, code, p, text, r.opt.Today, model.Nearest)
}

// suffix is what stands behind a step's title: its round, its order.
var (
	roundSuffix = pattern.Of(`^(.*?)\s*[(（]\s*(?:第\s*(\d{1,2})\s*轮|(?i:round)\s*(\d{1,2}))\s*[)）]\s*$`)
	orderSuffix = pattern.Of(`^(.*?)\s*[(（]\s*([0-9A-Za-z#][0-9A-Za-z#_./-]{1,39})\s*[)）]\s*$`)
)

// cutTitle takes round and order off a step's title.
func cutTitle(it *model.ProjectItem, text string) {
	text = model.Clean(text)
	if m := roundSuffix.FindStringSubmatch(text); m != nil {
		text = m[1]
		n, _ := strconv.ParseInt(m[2]+m[3], 10, 64)
		it.Round = n
	}
	if m := orderSuffix.FindStringSubmatch(text); m != nil && strings.ContainsAny(m[2], "0123456789#") {
		text, it.OrderNo = m[1], m[2]
	}
	it.Title = text
}

// isFraction reports whether the table's progress is written as parts of one,
// as a spreadsheet keeps percentages.
func (t *progressTable) isFraction(s *Sheet) bool {
	col := slices.IndexFunc(t.columns, func(h heading) bool { return h.code == "progress" })
	part := false
	for row := t.header + 1; row <= t.last && col >= 0; row++ {
		n, err := strconv.ParseFloat(strings.TrimSpace(s.At(row, col)), 64)
		if err != nil {
			continue
		}
		if n > 1 {
			return false
		}
		part = true
	}
	return part
}
