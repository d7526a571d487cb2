package importer

import (
	"cmp"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// rowDetail is one row of the preview in full: whom it was recognised as, old
// and new of every field, why it is refused.
type rowDetail struct {
	env   *kit.Env
	words *words.Words
	p     model.Preview
	row   model.PreviewRow
	card  *kit.Detail
}

// open shows the chosen row in full.
func (v *preview) open() tea.Cmd {
	r, ok := v.table.Selected()
	if !ok {
		return nil
	}
	if r.Proposal < 0 {
		v.said = r.Title + "  " + r.Name
		return nil
	}
	return kit.Open(&rowDetail{env: v.env, words: v.words, p: v.p, row: r, card: kit.NewDetail(v.env)})
}

// Init does nothing.
func (d *rowDetail) Init() tea.Cmd { return nil }

// Editing: there is no field.
func (d *rowDetail) Editing() bool { return false }

// Actions close the dialog.
func (d *rowDetail) Actions() []kit.Action {
	return []kit.Action{{ID: "close", Keys: []string{"esc", "q", "enter"}, Name: d.env.Words.Close,
		Hint: true, Do: func() tea.Cmd { return kit.Close(d, nil) }}}
}

// Update scrolls.
func (d *rowDetail) Update(msg tea.Msg) tea.Cmd {
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, done := kit.Dispatch(d.Actions(), key); done {
			return cmd
		}
	}
	d.card.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY))
	return nil
}

// View draws the box, as high as the row has to say.
func (d *rowDetail) View(w, h int) (string, *tea.Cursor) {
	const widest = 96
	inner := min(w-2, widest) - kit.FrameW
	head, sections := d.content(inner)
	lines := len(head) - 1
	for _, s := range sections {
		lines += len(s.Lines) + 2
	}
	d.card.SetSize(inner, max(min(lines, h-2-kit.FrameH), 1))
	d.card.SetContent(head, sections)
	return kit.Frame(d.env, fmt.Sprintf(d.words.Import.Details, d.row.Row, d.row.Name), d.card.View(), inner+kit.FrameW), nil
}

func (d *rowDetail) content(w int) (head []string, sections []kit.Section) {
	words := d.words.Import
	what := label.Record(d.row.Record, d.words.Lang) + "  " + (&preview{words: d.words}).result(d.row.Result)
	head = []string{d.env.Styles.Strong.Render(what), ""}
	if d.row.CustomerID != 0 {
		head = []string{head[0], d.env.Styles.Row.Render(fmt.Sprintf(words.KnownAs, d.row.CustomerID, d.row.Known)), ""}
	}
	if d.row.Status != nil {
		for _, line := range kit.Wrap(label.Differs(d.row.Status, d.words.Lang), w) {
			head = append(head[:len(head)-1], d.env.Styles.Late.Render(line), "")
		}
	}
	if d.row.Err != nil {
		var lines []string
		for _, line := range kit.Wrap(label.Reasons(d.row.Record, d.row.Err, d.words.Lang), w) {
			lines = append(lines, d.env.Styles.Late.Render(line))
		}
		sections = append(sections, kit.Section{Title: words.Why, Lines: lines})
	}
	if changes := changesOf(d.row, d.words); len(changes) > 0 {
		sections = append(sections, kit.Section{Title: words.Before + " -> " + words.After, Lines: d.changes(changes, w)})
	}
	if unlike := inWords(d.row.Record, d.row.Differs, d.words); len(unlike) > 0 {
		sections = append(sections, kit.Section{Title: words.Unlike, Lines: d.changes(unlike, w)})
	}
	if pairs := d.given(); len(pairs) > 0 && len(d.row.Changes) == 0 && d.row.Err == nil {
		sections = append(sections, kit.Section{Title: words.Given, Lines: kit.Pairs(d.env, w, pairs)})
	}
	if pairs := d.inFile(); d.row.Err != nil && len(pairs) > 0 {
		sections = append(sections, kit.Section{Title: words.InFile, Lines: kit.Pairs(d.env, w, pairs)})
	}
	return head, sections
}

// changes draws old and new beside each other, each as long as it is.
func (d *rowDetail) changes(list []change, w int) []string {
	label := 8
	for _, c := range list {
		label = max(label, kit.Width(c.field))
	}
	label = min(label, w/4)
	half := (w - label - 4) / 2
	var lines []string
	for _, c := range list {
		before, after := kit.Wrap(orDash(c.before), half), kit.Wrap(orDash(c.after), half)
		for i := range max(len(before), len(after)) {
			line := func(parts []string) string {
				if i < len(parts) {
					return parts[i]
				}
				return ""
			}
			name := ""
			if i == 0 {
				name = c.field
			}
			lines = append(lines, d.env.Styles.Label.Render(kit.Fit(name, label))+"  "+
				d.env.Styles.Dim.Render(kit.Fit(line(before), half))+"  "+d.env.Styles.Row.Render(kit.Fit(line(after), half)))
		}
	}
	return lines
}

func orDash(text string) string {
	if text == "" {
		return "-"
	}
	return text
}

// given is what the row says of its record.
func (d *rowDetail) given() []kit.Pair {
	prop := d.p.Proposals[d.row.Proposal]
	if d.row.Money != nil {
		return d.money()
	}
	var pairs []kit.Pair
	add := func(record, code, value string) {
		pairs = append(pairs, kit.Pair{Label: label.Field(record, code, d.words.Lang), Value: d.words.Value(record, code, value)})
	}
	switch {
	case d.row.Record == model.RowOfCustomer:
		for _, f := range model.CustomerFields {
			if !f.Kept || f.Code == "inferred" {
				add(model.RowOfCustomer, f.Code, f.Get(&prop.Customer))
			}
		}
	case prop.Record != nil:
		return d.ofRecord(prop.Record)
	case prop.Product != nil:
		for _, f := range model.ProductFields {
			add(model.RowOfProduct, f.Code, f.Get(&prop.Product.Product))
		}
	case d.row.Record == model.RowOfOrder || d.row.Record == model.RowOfLine:
		return d.ordered(&prop)
	case d.row.Record == model.RowOfJournal && d.row.Entry < len(prop.Entries):
		e := prop.Entries[d.row.Entry].Entry
		for _, f := range model.EntryFields {
			if f.Code != "customer_id" && f.Code != "seq" {
				add(model.RowOfJournal, f.Code, f.Get(&e))
			}
		}
	case d.row.Record == model.RowOfProject && prop.Project != nil:
		for _, f := range model.ProjectFields {
			if !f.Kept {
				add(model.RowOfProject, f.Code, f.Get(&prop.Project.Project))
			}
		}
	case d.row.Record == model.RowOfStep && prop.Project != nil:
		it := prop.Project.Steps[d.row.Entry].Item
		for _, f := range model.ProjectItemFields {
			if !f.Kept || f.Code == "round" {
				add(model.RowOfStep, f.Code, f.Get(&it))
			}
		}
	case d.row.Entry >= 0 && d.row.Entry < len(prop.Items):
		it := prop.Items[d.row.Entry].Item
		kind, _ := model.AttachedOf(it.Record)
		for _, f := range kind.Fields {
			add(it.Record, f.Code, it.Values[f.Code])
		}
	}
	return pairs
}

// ofRecord is what a row says of a record that is kept as an item.
func (d *rowDetail) ofRecord(rec *model.ProposedRecord) []kit.Pair {
	it := rec.Item
	var pairs []kit.Pair
	for _, s := range model.RecordFields(it.Record) {
		text := label.Show(it.Record, s, it.Values[s.Code], it.Values["currency"], d.words.Lang)
		if text = cmp.Or(text, rec.Refs[s.Code]); text != "" {
			pairs = append(pairs, kit.Pair{Label: label.Field(it.Record, s.Code, d.words.Lang), Value: d.words.Note(text)})
		}
	}
	return pairs
}

// ordered is what a row says of a line and, the order's first one, of the
// order.
func (d *rowDetail) ordered(prop *model.Proposal) []kit.Pair {
	po, line := prop.OrderLine(d.row.Entry)
	if line == nil {
		return nil // of a whole record
	}
	var pairs []kit.Pair
	add := func(record string, spec model.Spec, value string) {
		text := label.Show(record, spec, value, po.Order.Currency, d.words.Lang)
		pairs = append(pairs, kit.Pair{Label: label.Field(record, spec.Code, d.words.Lang), Value: d.words.Note(text)})
	}
	for _, f := range model.OrderLineFields {
		if !f.Kept && f.Code != "customer_id" {
			add(model.RowOfLine, f.Spec, f.Get(&line.Line))
		}
	}
	if d.row.Record != model.RowOfOrder {
		return pairs
	}
	for _, code := range po.Given {
		f, _ := model.OrderFields.ByCode(code)
		add(model.RowOfOrder, f.Spec, f.Get(&po.Order))
	}
	for _, st := range po.Steps("") {
		add(model.RowOfNode, model.FieldOf(model.RowOfNode, string(st.Node)), string(st.On))
	}
	return pairs
}

// inFile is the row as it stands in the file.
func (d *rowDetail) inFile() []kit.Pair {
	prop := d.p.Proposals[d.row.Proposal]
	cells := prop.Cells
	if _, line := prop.OrderLine(d.row.Entry); line != nil && (d.row.Record == model.RowOfOrder || d.row.Record == model.RowOfLine) {
		cells = line.Cells
	}
	if d.row.Record == model.RowOfJournal && d.row.Entry >= 0 && d.row.Entry < len(prop.Entries) && prop.Entries[d.row.Entry].Cells != nil {
		cells = prop.Entries[d.row.Entry].Cells
	}
	if d.row.Entry >= 0 && d.row.Entry < len(prop.Debts) {
		cells = prop.Debts[d.row.Entry].Cells
	}
	if d.row.Record == model.RowOfProject && prop.Project != nil {
		cells = prop.Project.Cells
	} else if d.row.Record == model.RowOfStep && prop.Project != nil {
		cells = prop.Project.Steps[d.row.Entry].Cells
	}
	headers := d.p.Headers[d.row.Sheet]
	var pairs []kit.Pair
	for i, cell := range cells {
		if i < len(headers) {
			pairs = append(pairs, kit.Pair{Label: headers[i], Value: strings.TrimSpace(d.words.Note(model.CleanNote(cell)))})
		}
	}
	return pairs
}
