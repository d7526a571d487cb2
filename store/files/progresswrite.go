package files

import (
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// ProgressForm is a project to be written as its progress form.
type ProgressForm struct {
	Tree     model.ProjectTree
	Standard map[string]bool // the titles of its template's steps
	Mention  bool            // the form has to name its template
}

// ProgressForms writes progress forms 项目进度跟进表, a sheet a project. Read again
// a form makes the same project.
type ProgressForms struct {
	List []ProgressForm
	Lang label.Lang
}

// progressWidths are the widths of the form's columns.
var progressWidths = []float64{20, 28, 40, 14, 12, 14, 14, 12, 14, 28}

// WriteWorkbook writes the forms as xlsx.
func (k ProgressForms) WriteWorkbook(w io.Writer) error {
	f := excelize.NewFile()
	defer f.Close()
	names := sheetNames{}
	for i := range k.List {
		p := &k.List[i]
		title := label.ProgressForm(label.Either(p.Tree.Template, p.Tree.TemplateEN, k.Lang), k.Lang).Title
		if err := k.sheet(f, names.next(title, i), title, p); err != nil {
			return err
		}
	}
	return saveWorkbook(f, w)
}

func (k ProgressForms) sheet(f *excelize.File, name, title string, p *ProgressForm) error {
	if index, _ := f.GetSheetIndex(name); index < 0 {
		if _, err := f.NewSheet(name); err != nil {
			return err
		}
	}
	bold, err := f.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	if err != nil {
		return err
	}
	wrap, err := f.NewStyle(&excelize.Style{Alignment: &excelize.Alignment{Vertical: "top", WrapText: true}})
	if err != nil {
		return err
	}
	rows, header := k.rows(title, p)
	for i, row := range rows {
		for c, text := range row {
			if err := fitCell(text); err != nil {
				return err
			}
			cell, _ := excelize.CoordinatesToCellName(c+1, i+1)
			style := wrap
			if i == 0 || i == header {
				style = bold
			}
			if err := f.SetCellStr(name, cell, text); err != nil {
				return err
			}
			if err := f.SetCellStyle(name, cell, cell, style); err != nil {
				return err
			}
		}
	}
	for c, width := range progressWidths {
		column, _ := excelize.ColumnNumberToName(c + 1)
		if err := f.SetColWidth(name, column, column, width); err != nil {
			return err
		}
	}
	return nil
}

// rows are a form's rows, and which of them is the table's header.
func (k ProgressForms) rows(title string, p *ProgressForm) (rows [][]string, header int) {
	words := label.ProgressForm("", k.Lang)
	project := func(code string) string { return label.Field(recordProject, code, k.Lang) }
	t := &p.Tree
	rows = [][]string{{title}, {project("name"), t.Name, project("customer_id"), t.Customer, words.Lead, t.Lead}}
	table := k.table(p)
	const inRow = 3 // labels in a row
	for pairs := range slices.Chunk(k.block(p), inRow) {
		var row []string
		for _, pair := range pairs {
			row = append(row, pair[0], pair[1])
		}
		rows = append(rows, row)
	}
	header = len(rows)
	return append(rows, table...), header
}

// block are the labels that the table doesn't say: fields that no row of it
// settles.
func (k ProgressForms) block(p *ProgressForm) [][2]string {
	t := &p.Tree
	told := t.Project
	for _, f := range model.ProjectFields {
		f.Set(&told, "")
	}
	told.Name, told.CustomerID, told.Lead, told.State = t.Name, t.CustomerID, t.Lead, model.ProjectRunning
	for n := range t.Stages {
		for i := range t.Stages[n].Items {
			it := &t.Stages[n].Items[i]
			if it.State != model.ItemNA && it.Fills != "" {
				_ = label.Settle(&told, it.Fills, k.detail(t, it)) // what it can't tell is told above
			}
			if t.TargetOn == "" && it.DoneOn != "" && (told.StartedOn == "" || it.DoneOn < told.StartedOn) {
				told.StartedOn = it.DoneOn
			}
		}
	}
	var pairs [][2]string
	if p.Mention {
		pairs = append(pairs, [2]string{label.Field(recordProject, "template_id", k.Lang), label.Either(t.Template, t.TemplateEN, k.Lang)})
	}
	for _, f := range model.ProjectFields {
		value := f.Get(&t.Project)
		skip := f.Kept && !slices.Contains(stateFields, f.Code) || f.Code == "currency" && t.Quote == 0
		skip = skip || t.State == model.ProjectDone && slices.Contains(stateFields, f.Code) // it follows from the items
		if skip || value == "" || value == f.Get(&told) || f.Code == "state_on" && t.State == model.ProjectRunning {
			continue
		}
		text := label.Settled(&t.Project, f.Code, k.Lang)
		pairs = append(pairs, [2]string{label.Field(recordProject, f.Code, k.Lang), text})
	}
	return pairs
}

// detail is what the form says of an item beside its progress. What its step
// settles goes by the project's field, unless more was written.
func (k ProgressForms) detail(t *model.ProjectTree, it *model.ProjectItem) string {
	detail := it.Detail
	if it.Fills != "" && !k.tells(t, it) {
		detail = label.Settled(&t.Project, it.Fills, k.Lang)
	}
	if it.Answer != "" {
		detail = strings.TrimSpace(label.Answer(it.Answer, k.Lang) + "\n" + detail)
	}
	return detail
}

// tells reports whether an item's own text says what the project's field is.
func (k ProgressForms) tells(t *model.ProjectTree, it *model.ProjectItem) bool {
	f, _ := model.ProjectFields.ByCode(it.Fills)
	told := model.Project{Currency: t.Currency}
	return it.Detail != "" && label.Settle(&told, it.Fills, it.Detail) == nil && f.Get(&told) == f.Get(&t.Project)
}

// optionalColumns are the further columns of the table, as far as an item has
// something there.
var optionalColumns = []string{"order_no", "person", "planned_on", "attachment"}

// table is the table with its header.
func (k ProgressForms) table(p *ProgressForm) [][]string {
	t := &p.Tree
	columns := []string{"stage_id", "title", "detail", "department", "progress", "done_on"}
	for _, code := range optionalColumns {
		f, _ := model.ProjectItemFields.ByCode(code)
		if slices.ContainsFunc(t.Stages, func(st model.StageWork) bool {
			return slices.ContainsFunc(st.Items, func(it model.ProjectItem) bool { return it.State != model.ItemNA && f.Get(&it) != "" })
		}) {
			columns = append(columns, code)
		}
	}
	head := make([]string, len(columns))
	for i, code := range columns {
		head[i] = label.Field(recordStep, code, k.Lang)
	}
	rows := [][]string{head}
	last := ""
	for n := range t.Stages {
		for _, line := range k.stageLines(p, n) {
			phase := line[0]
			if line[0] == last {
				line[0] = ""
			}
			last = phase
			rows = append(rows, line[:len(columns)])
			for c, code := range columns[6:] {
				rows[len(rows)-1][6+c] = line[6+slices.Index(optionalColumns, code)]
			}
		}
	}
	return rows
}

// stageLines are the rows of a stage with all columns.
func (k ProgressForms) stageLines(p *ProgressForm, n int) [][]string {
	t := &p.Tree
	st := &t.Stages[n]
	rounds := slices.ContainsFunc(st.Items, func(it model.ProjectItem) bool { return it.Round > 1 })
	joined := map[string]bool{}
	var lines [][]string
	for i := range st.Items {
		it := &st.Items[i]
		if it.State == model.ItemNA {
			continue
		}
		line := k.line(p, st, it)
		title := label.Either(it.Title, it.TitleEN, k.Lang)
		if it.FormRow != "" && k.alike(p, st, it, line) {
			key := it.FormRow + "\n" + it.OrderNo + "\n" + strconv.FormatInt(it.Round, 10)
			if joined[key] {
				continue
			}
			joined[key], title = true, it.FormRow
		}
		if rounds {
			title += "(" + roundWord(it.Round, k.Lang) + ")"
		}
		line[1] = title
		lines = append(lines, line)
	}
	return lines
}

// roundWord is the round behind a title, as cutTitle reads it.
func roundWord(n int64, l label.Lang) string {
	if l == label.EN {
		return "round " + strconv.FormatInt(max(n, 1), 10)
	}
	return "第" + strconv.FormatInt(max(n, 1), 10) + "轮"
}

// alike reports whether the items that share a row of the form with one say the
// same as it, so that one row stands for all.
func (k ProgressForms) alike(p *ProgressForm, st *model.StageWork, it *model.ProjectItem, line []string) bool {
	for i := range st.Items {
		other := &st.Items[i]
		if other.FormRow != it.FormRow || other.OrderNo != it.OrderNo || other.Round != it.Round {
			continue
		}
		theirs := k.line(p, st, other)
		if other.State == model.ItemNA || !slices.Equal(theirs, line) {
			return false
		}
	}
	return true
}

// line is an item's row without its title.
func (k ProgressForms) line(p *ProgressForm, st *model.StageWork, it *model.ProjectItem) []string {
	phase := label.Either(st.Phase, st.PhaseEN, k.Lang)
	if phase == "" || !p.Standard[it.Title] {
		phase = label.Either(st.Name, st.NameEN, k.Lang)
	}
	progress := ""
	switch {
	case it.Progress > 0 || it.State == model.ItemDone:
		progress = strconv.FormatInt(it.Progress, 10) + "%"
	case it.State == model.ItemDoing:
		progress = label.Option(recordStep, "state", string(it.State), k.Lang)
	}
	return []string{
		phase, "", label.WriteDetail(it, k.detail(&p.Tree, it), k.Lang), label.Option(recordStep, "department", it.Department, k.Lang),
		progress, string(it.DoneOn),
		it.OrderNo, it.Person, string(it.PlannedOn), it.Attachment,
	}
}
