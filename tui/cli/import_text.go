package cli

import (
	"errors"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/words"
)

// previewText prints what becomes of every row, then the counts.
func (r *run) previewText(p model.Preview, result importJSON, o importOptions) error {
	head := strong.Render(model.Clean(filepath.Base(p.File))) + "  " + label.Document(p.Document, r.lang)
	if encoding := label.Encoding(p.Encoding, r.lang); encoding != "" {
		head += "  " + encoding
	}
	if err := writeString(r.out, head+"\n"); err != nil {
		return err
	}
	t := table{right: map[int]bool{1: true}, head: []string{
		r.say(words.ColumnSheet), r.say(words.ColumnRow), r.say(words.ColumnRecord), label.Field("customer", "name", r.lang),
		r.say(words.ColumnResult), r.say(words.ColumnWhy),
	}}
	for _, row := range p.Rows {
		t.add(plain(row.Sheet), plain(strconv.Itoa(row.Row)), plain(label.Record(row.Record, r.lang)), plain(row.Name),
			r.resultCell(row.Result), plain(r.rowReason(row)))
	}
	r.addSkipped(&t, p)
	if err := t.write(r.out); err != nil {
		return err
	}
	if err := r.columnNotes(p); err != nil {
		return err
	}
	return r.outcome(p, result, o)
}

// addSkipped lists the rows that no record was read from; sheets that nothing
// was read from are named apart.
func (r *run) addSkipped(t *table, p model.Preview) {
	for _, left := range p.Left {
		if slices.Contains(p.Skipped, left.Sheet) {
			continue
		}
		number := strconv.Itoa(left.Row)
		if left.Last > left.Row {
			number += "-" + strconv.Itoa(left.Last)
		}
		t.add(plain(left.Sheet), plain(number), plain(""), plain(left.Text), styled(r.say(words.ResultSkipped), &faint),
			plain(label.Skip(left.Why, r.lang)))
	}
}

// accounts says of each sheet what became of its rows.
func (r *run) accounts(p model.Preview) error {
	for _, a := range p.Accounts() {
		name := ""
		if a.Sheet != "" {
			name = r.say(words.SheetNamed, model.Clean(a.Sheet))
		}
		if err := r.line(words.RowsAccount, name, a.Rows, a.Taken, a.Refused, a.Skipped); err != nil {
			return err
		}
	}
	return nil
}

// columnUses says of every column of the file which field it goes to, with an
// example, or that it isn't read.
func (r *run) columnUses(p model.Preview) error {
	by := map[model.ColumnUse][]string{}
	for _, c := range p.Columns {
		text := model.Clean(c.Header)
		if c.Use == model.ColumnRead {
			record, code, _ := strings.Cut(c.Field, ".")
			text += "→" + label.Field(record, code, r.lang)
			if c.Sample != "" {
				text = r.say(words.ColumnExample, text, cutSample(c.Sample))
			}
		}
		if !slices.Contains(by[c.Use], text) {
			by[c.Use] = append(by[c.Use], text)
		}
	}
	for _, of := range []struct {
		use model.ColumnUse
		t   words.T
	}{{model.ColumnRead, words.ColumnsRead}, {model.ColumnLeftOut, words.ColumnsLeftOut}, {model.ColumnComputed, words.ColumnsComputed},
		{model.ColumnNumber, words.ColumnsNumber}, {model.ColumnReason, words.ColumnsReason}} {
		if len(by[of.use]) > 0 {
			if err := r.line(of.t, strings.Join(by[of.use], ", ")); err != nil {
				return err
			}
		}
	}
	return nil
}

// cutSample is an example as it is shown beside its column.
func cutSample(text string) string {
	const most = 20
	if of := []rune(model.Clean(text)); len(of) > most {
		return string(of[:most]) + "…"
	}
	return model.Clean(text)
}

// columnNotes says what became of the columns: where each goes, those not
// recognised, those that share a field, and a mapping that was remembered.
func (r *run) columnNotes(p model.Preview) error {
	if err := r.columnUses(p); err != nil {
		return err
	}
	if err := r.columnReadings(p); err != nil {
		return err
	}
	var remembered []string
	for header, field := range p.Map {
		remembered = append(remembered, header+"="+field)
	}
	slices.Sort(remembered)
	if !p.Remembered {
		remembered = nil
	}
	for _, note := range []struct {
		t     words.T
		items []string
	}{{words.RowsGoOn, p.GoOn()}, {words.MappingRemembered, remembered},
		{words.UnknownHeaders, label.NotKnown(p.Unknown, r.lang)}, {words.SkippedSheets, p.Skipped}} {
		if len(note.items) > 0 {
			if err := r.line(note.t, model.Clean(strings.Join(note.items, ", "))); err != nil {
				return err
			}
		}
	}
	for _, f := range p.Shared {
		t := words.SharedFirst
		if f.Joined {
			t = words.SharedJoined
		}
		record, code, _ := strings.Cut(f.Field, ".")
		if err := r.line(t, strings.Join(f.Headers, ", "), label.Field(record, code, r.lang)); err != nil {
			return err
		}
	}
	return nil
}

// outcome says how many rows became what, and what to do next.
func (r *run) outcome(p model.Preview, result importJSON, o importOptions) error {
	if err := r.accounts(p); err != nil {
		return err
	}
	if err := r.line(words.ImportCounts, result.New, result.Updated, result.Unchanged, result.Refused,
		p.CountEntries(model.ResultNew)); err != nil {
		return err
	}
	if p.CountRecords(model.ResultNew, model.RowOfReceivable)+p.CountRecords(model.ResultNew, model.RowOfPayment) > 0 {
		if err := r.line(words.ImportMoney, p.CountRecords(model.ResultNew, model.RowOfReceivable),
			p.CountRecords(model.ResultNew, model.RowOfPayment), p.CountRecords(model.ResultNew, model.RowOfCustomer)); err != nil {
			return err
		}
	}
	if p.Document == model.DocumentProject {
		if err := r.line(words.ImportProjects, p.CountRecords(model.ResultNew, model.RowOfProject),
			p.CountRecords(model.ResultNew, model.RowOfStep),
			p.CountRecords(model.ResultUpdated, model.RowOfStep), p.CountRecords(model.ResultNew, model.RowOfCustomer)); err != nil {
			return err
		}
	}
	if p.Document == model.DocumentOrders {
		if err := r.line(words.ImportOrders, p.CountRecords(model.ResultNew, model.RowOfOrder),
			p.CountRecords(model.ResultUpdated, model.RowOfOrder), p.CountRecords(model.ResultNew, model.RowOfCustomer)); err != nil {
			return err
		}
	}
	if n := p.CountContacts(model.ResultNew); n > 0 {
		if err := r.line(words.ImportContacts, n); err != nil {
			return err
		}
	}
	if !p.Create && missesCustomers(p) {
		if err := r.line(words.UnknownMissing); err != nil {
			return err
		}
	}
	differing := p.Differing()
	if differing > 0 {
		if err := r.line(words.LeftDiffering, differing); err != nil {
			return err
		}
	}
	var err error
	switch {
	case o.dryRun:
		err = r.line(words.DryRunOnly)
	case result.Batch != nil:
		err = r.line(words.ImportedBatch, *result.Batch)
	case result.Refused == len(p.Rows), result.Refused > 0 && !p.IsIdle():
		err = r.line(words.NothingWritten)
	case result.Refused > 0:
		err = r.line(words.RefusedNothingNew)
	case differing == 0:
		err = r.line(words.NothingNew)
	}
	if err == nil && result.RefusedFile != nil {
		err = r.line(words.RefusedWritten, *result.RefusedFile)
	}
	return err
}

// missesCustomers tells that rows are refused for customers who aren't there.
func missesCustomers(p model.Preview) bool {
	return slices.ContainsFunc(p.Rows, func(row model.PreviewRow) bool {
		var fe *model.FieldError
		return errors.As(row.Err, &fe) && fe.Code == model.RefusedUnknown
	})
}
