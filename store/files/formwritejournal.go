package files

import (
	"fmt"
	"strconv"

	"github.com/xuri/excelize/v2"

	"genjin/model"
	"genjin/model/label"
)

// journal writes the journal table, and after its classic columns those in
// which an entry says something that reading wouldn't find out by itself.
func (p *formSheet) journal(entries []model.Entry) {
	classic := []struct {
		code     string
		from, to int
	}{{"seq", 1, 1}, {"at", 2, 2}, {"situation", 3, 5}, {"problem", 6, 8}, {"solution", 9, 10}}
	further := furtherColumns(entries)
	top := p.row
	for _, c := range classic {
		p.put(c.from, c.to, label.Field(recordJournal, c.code, label.ZH), p.styles.label)
	}
	for i, f := range further {
		p.put(formColumns+1+i, formColumns+1+i, label.Field(recordJournal, f.Code, label.ZH), p.styles.label)
	}
	p.endRow(0)
	for i := range entries {
		e := &entries[i]
		p.put(1, 1, strconv.Itoa(i+1), p.styles.middle)
		for _, c := range classic[1:] {
			f, _ := model.EntryFields.ByCode(c.code)
			p.put(c.from, c.to, f.Get(e), p.styles.value)
		}
		for n, f := range further {
			p.put(formColumns+1+n, formColumns+1+n, entryText(f, e), p.styles.value)
		}
		p.endRow(0)
	}
	p.layOut(len(further), top)
}

// furtherColumns are the journal's fields beyond the paper's that have to be
// written.
func furtherColumns(entries []model.Entry) model.Fields[model.Entry] {
	var columns model.Fields[model.Entry]
	for _, f := range model.EntryFields {
		switch f.Code {
		case "customer_id", "seq", "at", "situation", "problem", "solution":
			continue
		}
		for i := range entries {
			if needsWriting(f, &entries[i]) {
				columns = append(columns, f)
				break
			}
		}
	}
	return columns
}

// needsWriting tells a value that reading the rest of the entry doesn't bring
// back.
func needsWriting(f model.Field[model.Entry], e *model.Entry) bool {
	switch f.Code {
	case "method":
		return e.Method != "" || methodOf(e.Situation) != ""
	case "outcome":
		return e.Outcome != outcomeOf(e.Situation)
	case "kind":
		return e.Kind != model.FollowUp
	}
	return f.Get(e) != ""
}

func entryText(f model.Field[model.Entry], e *model.Entry) string {
	text := label.Show(recordJournal, f.Spec, f.Get(e), "", label.ZH)
	if text == "" && f.Code == "method" && methodOf(e.Situation) != "" {
		return label.Unknown(label.ZH)
	}
	return text
}

// layOut sets the columns' widths, and the journal's header for every page.
func (p *formSheet) layOut(further, top int) {
	for col := 1; col <= formColumns+further && p.err == nil; col++ {
		name, _ := excelize.ColumnNumberToName(col)
		p.err = p.f.SetColWidth(p.name, name, name, formWidths[min(col, formColumns)-1])
	}
	if p.err == nil {
		p.err = p.f.SetDefinedName(&excelize.DefinedName{
			Name: "_xlnm.Print_Titles", Scope: p.name, RefersTo: fmt.Sprintf("'%s'!$%d:$%d", p.name, top, top),
		})
	}
}

// setUpPrint makes the form one A4 page wide.
func (p *formSheet) setUpPrint() {
	paperA4, landscape, wide, high, fit := 9, "landscape", 1, 0, true
	if p.err == nil {
		p.err = p.f.SetPageLayout(p.name, &excelize.PageLayoutOptions{Size: &paperA4, Orientation: &landscape,
			FitToWidth: &wide, FitToHeight: &high})
	}
	if p.err == nil {
		p.err = p.f.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &fit})
	}
	if p.err == nil {
		margin, centre := 0.4, true
		p.err = p.f.SetPageMargins(p.name, &excelize.PageLayoutMarginsOptions{Left: &margin, Right: &margin, Top: &margin,
			Bottom: &margin, Horizontally: &centre})
	}
}
