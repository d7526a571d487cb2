package importer

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// results are the filters of the preview, in the order of tab.
var results = []model.Result{"", model.ResultNew, model.ResultUpdated, model.ResultUnchanged, model.ResultRefused}

// turn shows the rows of the next result.
func (v *preview) turn(by int) tea.Cmd {
	i := slices.Index(results, v.filter)
	v.filterBy(results[(i+by+len(results))%len(results)])
	v.table.MoveTo(0)
	return nil
}

func (v *preview) filterBy(result model.Result) {
	v.filter = result
	rows := slices.Concat(v.p.Rows, v.skipped())
	if result != "" {
		rows = nil
		for _, r := range v.p.Rows {
			if r.Result == result {
				rows = append(rows, r)
			}
		}
	}
	w := v.words.Import
	v.table.SetEmpty(w.NothingToTake)
	if result != "" {
		v.table.SetEmpty(fmt.Sprintf(w.NoneOfThem, v.result(result)))
	}
	v.table.SetAll(rows)
}

// count is how many customers have a result; where rows only name theirs, how
// many rows.
func (v *preview) count(result model.Result) int {
	switch v.p.Document {
	case model.DocumentJournal:
		return v.p.CountEntries(result)
	case model.DocumentContacts:
		return v.p.CountContacts(result)
	}
	return v.p.Count(result)
}

// skipped are the rows that no record was read from, as rows below the others;
// the headers are told in a note.
func (v *preview) skipped() []model.PreviewRow {
	var rows []model.PreviewRow
	for _, left := range v.p.Left {
		if left.Why == model.SkipHeader {
			continue
		}
		why := label.Skip(left.Why, v.words.Lang)
		if left.Last > left.Row {
			why += fmt.Sprintf(v.words.Import.DownTo, left.Last)
		}
		rows = append(rows, model.PreviewRow{Sheet: left.Sheet, Row: left.Row, Name: left.Text, Result: model.ResultSkipped,
			Title: why, Proposal: -1, Entry: -1})
	}
	return rows
}

// headers are the rows of the file that head its columns, by number.
func (v *preview) headers() []string {
	var rows []string
	for _, left := range v.p.Left {
		if left.Why == model.SkipHeader {
			rows = append(rows, strconv.Itoa(left.Row))
		}
	}
	return rows
}

// tabs are the results with their counts, the one that is shown in brackets.
func (v *preview) tabs() string {
	w := v.words.Import
	var parts []string
	for _, r := range results {
		text := v.result(r)
		if r != "" {
			text += fmt.Sprintf(" %d", v.count(r))
		}
		style := v.env.Styles.Dim
		if r == v.filter {
			text, style = "["+text+"]", v.env.Styles.Strong
		}
		parts = append(parts, style.Render(text))
	}
	if n := v.p.SkippedCount() - len(v.headers()); n > 0 {
		parts = append(parts, v.env.Styles.Dim.Render(fmt.Sprintf(w.Skipped+" %d", n)))
	}
	if n := v.p.CountEntries(model.ResultNew); n > 0 && v.p.Document != model.DocumentJournal {
		parts = append(parts, v.env.Styles.Row.Render(fmt.Sprintf(w.NewEntries, n)))
	}
	for _, money := range []struct{ record, word string }{{model.RowOfReceivable, w.NewOwed}, {model.RowOfPayment, w.NewPaid}} {
		if n := v.p.CountRecords(model.ResultNew, money.record); n > 0 {
			parts = append(parts, v.env.Styles.Row.Render(fmt.Sprintf(money.word, n)))
		}
	}
	if n := v.p.CountContacts(model.ResultNew); n > 0 && v.p.Document != model.DocumentContacts {
		parts = append(parts, v.env.Styles.Row.Render(fmt.Sprintf(w.NewContacts, n)))
	}
	return strings.Join(parts, "  ")
}

// notes say what of the columns isn't plain.
func (v *preview) notes() []string {
	w := v.words.Import
	var notes []string
	if v.p.Remembered {
		notes = append(notes, w.Remembered)
	}
	if len(v.p.Unknown) > 0 {
		notes = append(notes, fmt.Sprintf(w.Unknown, strings.Join(label.NotKnown(v.p.Unknown, v.words.Lang), ", ")))
	}
	if len(v.p.Skipped) > 0 {
		notes = append(notes, fmt.Sprintf(w.SkippedSheets, strings.Join(v.p.Skipped, ", ")))
	}
	notes = append(notes, v.readings()...)
	if rows := v.p.GoOn(); len(rows) > 0 {
		notes = append(notes, fmt.Sprintf(w.GoOn, strings.Join(rows, ", ")))
	}
	notes = append(notes, shared(v.words, v.p.Shared)...)
	if rows := v.headers(); len(rows) > 0 {
		notes = append(notes, fmt.Sprintf(w.HeaderRows, strings.Join(rows, ", ")))
	}
	var unread []string
	for _, c := range v.p.Columns {
		switch c.Use {
		case model.ColumnNumber, model.ColumnComputed, model.ColumnReason, model.ColumnLeftOut:
			unread = append(unread, c.Header)
		}
	}
	if len(unread) > 0 {
		notes = append(notes, fmt.Sprintf(w.Unread, strings.Join(unread, ", ")))
	}
	if read := v.columnsRead(); len(read) > 0 {
		notes = append(notes, fmt.Sprintf(w.ColumnsRead, strings.Join(read, ", ")))
	}
	return notes
}

// columnsRead are the columns with the fields that they go to.
func (v *preview) columnsRead() []string {
	var read []string
	for _, c := range v.p.Columns {
		if c.Use != model.ColumnRead {
			continue
		}
		if name := fieldName(c.Field, v.words.Lang); name != c.Header {
			read = append(read, c.Header+" -> "+name)
		} else {
			read = append(read, name)
		}
	}
	return read
}

// noteLines are the notes as so many lines as there is room for.
func (v *preview) noteLines(w int) []string {
	const most = 3
	notes := v.notes()
	if len(notes) == 0 {
		return nil
	}
	lines := kit.Wrap(strings.Join(notes, "; "), w)
	if len(lines) > most {
		lines = append(lines[:most-1], kit.Fit(strings.Join(lines[most-1:], " "), w))
	}
	return lines
}

// shared says which columns go to one field.
func shared(words *words.Words, fields []model.SharedField) []string {
	var notes []string
	for _, f := range fields {
		sentence := words.Import.SharedFirst
		if f.Joined {
			sentence = words.Import.SharedJoined
		}
		notes = append(notes, fmt.Sprintf(sentence, strings.Join(f.Headers, ", "), fieldName(f.Field, words.Lang)))
	}
	return notes
}

// headRows are the results, what there is to say of the columns, and some air.
func (v *preview) headRows() int { return 2 + v.noteRows }

// View draws the box as large as the screen allows.
func (v *preview) View(w, h int) (string, *tea.Cursor) {
	inner, room := w-2-kit.FrameW, h-2-kit.FrameH
	notes := v.noteLines(inner)
	v.noteRows = len(notes)
	rows := min(room, len(v.p.Rows)+len(v.skipped())+v.headRows()+4)
	v.table.SetSize(inner, max(rows-v.headRows()-1, 2))
	head := []string{kit.Fit(v.tabs(), inner)}
	for _, line := range notes {
		head = append(head, v.env.Styles.Dim.Render(line))
	}
	foot := v.said
	if r, ok := v.table.Selected(); ok && foot == "" {
		foot = why(r, v.words)
	}
	body := kit.JoinV(append(head, "", v.table.View(), v.env.Styles.Echo.Render(kit.Fit(foot, inner)))...)
	title := fmt.Sprintf(v.words.Import.Preview, v.p.File, label.Document(v.p.Document, v.words.Lang)) + "  " +
		label.Encoding(v.p.Encoding, v.words.Lang)
	return kit.Frame(v.env, strings.TrimSpace(title), body, w-2), nil
}

// change is one field that would be written over, in words.
type change struct{ field, before, after string }

func changesOf(r model.PreviewRow, words *words.Words) []change {
	return inWords(r.Record, r.Changes, words)
}

func inWords(record string, changes []model.FieldChange, words *words.Words) []change {
	var list []change
	for _, c := range changes {
		field, before, after := words.Change(record, c)
		list = append(list, change{field, before, after})
	}
	return list
}

// onlyNames reports whether the rows only name their customers, who have to be
// there.
func (v *preview) onlyNames() bool {
	k, isItem := model.ItemDocument(v.p.Document)
	return isItem && k.OfCustomer() ||
		slices.Contains([]string{model.DocumentJournal, model.DocumentContacts, model.DocumentPayments}, v.p.Document)
}

// askHow is the menu of what can be done with customers who are there, with
// those who aren't, and as what the file is read.
func (v *preview) askHow() tea.Cmd {
	w := v.words.Import
	var menu []kit.Action
	add := func(name string, now bool, change func(*model.ImportOptions)) {
		if now {
			name += "  *"
		}
		menu = append(menu, kit.Action{ID: fmt.Sprint(len(menu)), Name: name, Do: func() tea.Cmd {
			opts := v.opts
			change(&opts)
			return v.again(opts)
		}})
	}
	if row, ok := v.table.Selected(); ok && len(row.Whom()) > 0 {
		choose := func(name string, id int64) {
			c := model.RowChoice{Sheet: row.Sheet, Row: row.Row, Customer: id}
			now, known := v.p.ChoiceOf(row.Sheet, row.Row)
			add(fmt.Sprintf(w.RowMeans, row.Row, row.Name)+name, known && now.Customer == id, func(o *model.ImportOptions) { o.Choose(c) })
		}
		choose(w.RowNew, 0)
		for _, who := range row.Whom() {
			if who.ID != 0 {
				choose(fmt.Sprintf("#%d %s", who.ID, who.Name), who.ID)
			}
		}
	}
	if v.onlyNames() {
		add(w.Refuse, !v.opts.Create, func(o *model.ImportOptions) { o.Create = false })
		add(w.Create, v.opts.Create, func(o *model.ImportOptions) { o.Create = true })
	}
	if v.p.AsksReason() || v.opts.Reason != "" {
		menu = append(menu, kit.Action{ID: fmt.Sprint(len(menu)), Name: w.ReasonAsk, Do: v.askReason})
	}
	v.askSheet(add)
	for _, p := range []struct {
		policy model.OnDuplicate
		name   string
	}{{model.DuplicateSkip, w.Skip}, {model.DuplicateUpdate, w.Update}, {model.DuplicateNew, w.Another}} {
		add(w.Policy+": "+p.name, v.p.Policy == p.policy, func(o *model.ImportOptions) { o.OnDuplicate = p.policy })
	}
	if v.p.Document != model.DocumentRecords {
		add(w.AsFound, v.opts.As == "", func(o *model.ImportOptions) { o.As = "" })
		for _, as := range []string{model.DocumentList, model.DocumentJournal, model.DocumentContacts, model.DocumentReceivables,
			model.DocumentPayments, model.DocumentOrders, model.DocumentProducts, model.DocumentProject, model.DocumentForm} {
			add(fmt.Sprintf(w.ReadAs, label.Document(as, v.words.Lang)), v.opts.As == as, func(o *model.ImportOptions) { o.As = as })
		}
	}
	if v.p.Document != model.DocumentRecords {
		other := kit.Action{ID: fmt.Sprint(len(menu)), Name: w.ReadAsOther, Do: v.askRecord}
		if slices.Contains(model.ItemDocuments, v.opts.As) {
			other.Name += "  *"
		}
		menu = append(menu, other)
	}
	return kit.Open(kit.NewMenu(v.env, w.How, menu))
}

// askReason asks why basic data changes, and by which paper.
func (v *preview) askReason() tea.Cmd {
	var p *kit.Prompt
	field := kit.Field{Code: "reason", Label: v.words.Card.Reason, Value: v.opts.Reason, MaxLen: 200}
	p = kit.NewPrompt(v.env, v.words.Import.ReasonAsk, []kit.Field{field}, func(values map[string]string) tea.Cmd {
		opts := v.opts
		if opts.Reason = model.Clean(values["reason"]); !model.NamesPaper(opts.Reason) {
			p.Form.SetError("reason", explain(v.words, model.Refuse(model.RefusedPaper)))
			return nil
		}
		return kit.Close(p, v.again(opts))
	})
	return kit.Open(p)
}

// askRecord chooses of the other records what the file is read as.
func (v *preview) askRecord() tea.Cmd {
	var entries []kit.Entry
	for _, as := range model.ItemDocuments {
		entries = append(entries, kit.Entry{Aliases: []string{as}, Action: kit.Action{
			ID: as, Name: label.Document(as, v.words.Lang), Do: func() tea.Cmd {
				opts := v.opts
				opts.As = as
				return v.again(opts)
			},
		}})
	}
	return kit.Open(kit.NewChooser(v.env, v.words.Import.ReadAsOther, entries))
}
