package importer

import (
	"fmt"
	"maps"
	"strings"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// mapping shows every column of the file with the field that it goes to, and
// lets the person say another.
type mapping struct {
	env   *kit.Env
	words *words.Words
	of    *preview
	said  map[string]string // header = field, as the person said it
	table *kit.Table[model.ImportColumn]
	draft *ask.Draft // what was said and is not used yet
}

// mapColumns opens the columns of the file.
func (v *preview) mapColumns() tea.Cmd {
	if len(v.p.Columns) == 0 {
		v.said = v.words.Import.NoColumns
		return nil
	}
	m := &mapping{env: v.env, words: v.words, of: v, said: maps.Clone(v.p.Map), draft: v.mappingDraft()}
	if m.said == nil {
		m.said = map[string]string{}
	}
	m.table = kit.NewTable(v.env, m.columns(), v.words.Import.NoColumns)
	m.table.RowStyle = m.style
	m.table.OnOpen = m.choose
	m.table.SetAll(v.p.Columns)
	for i, c := range v.p.Columns {
		if m.field(c) == "" {
			m.table.MoveTo(i)
			break
		}
	}
	return kit.Open(m)
}

// mappingDraft is the draft of what is said of the file's columns. It goes when
// that is remembered.
func (v *preview) mappingDraft() *ask.Draft { return ask.NewDraft(v.words, v.store, "import/"+v.path) }

func (m *mapping) columns() []kit.Column[model.ImportColumn] {
	w := m.words.Import
	return []kit.Column[model.ImportColumn]{
		{Code: "header", Title: w.Header, Min: 14, Max: 30, Weight: 2, Cell: func(c model.ImportColumn) string { return c.Header }},
		{Code: "field", Title: w.Field, Min: 18, Max: 36, Weight: 2, Cell: m.goesTo},
		{Code: "sample", Title: w.Sample, Min: 10, Weight: 3, Cell: func(c model.ImportColumn) string { return m.words.Note(c.Sample) }},
	}
}

// field is where a column goes as things stand now: what the person said, else
// what was recognised; empty for nothing.
func (m *mapping) field(c model.ImportColumn) string {
	if said, ok := m.said[c.Header]; ok {
		if said == model.LeftOut {
			return said
		}
		record, code, _ := label.ReadMapping(said)
		return record + "." + code
	}
	if c.Mapped {
		return "" // what was said before is taken back: it is recognised anew
	}
	return c.Field
}

func (m *mapping) goesTo(c model.ImportColumn) string {
	w := m.words.Import
	_, said := m.said[c.Header]
	switch field := m.field(c); {
	case field == model.LeftOut:
		return w.LeftOut
	case field == "" && c.Mapped && !said:
		return w.Automatic
	case field == "":
		return w.NotFound
	case said:
		return fieldName(field, m.words.Lang) + " *"
	default:
		return fieldName(field, m.words.Lang)
	}
}

func (m *mapping) style(c model.ImportColumn) *lipgloss.Style {
	switch m.field(c) {
	case "":
		return &m.env.Styles.Warn
	case model.LeftOut:
		return &m.env.Styles.Dim
	}
	return nil
}

// fieldName is a field as it is chosen: the customer's own by its name alone,
// others with their record.
func fieldName(field string, l label.Lang) string {
	record, code, _ := strings.Cut(field, ".")
	name := label.Field(record, code, l)
	if record == model.RowOfCustomer {
		return name
	}
	return label.Record(record, l) + ": " + name
}

// Init looks for a draft.
func (m *mapping) Init() tea.Cmd { return m.draft.Read() }

// Keep keeps what was said, for when the program is left.
func (m *mapping) Keep() tea.Cmd { return m.keepDraft("") }

func (m *mapping) keepDraft(said string) tea.Cmd {
	typed, before := m.changed()
	return m.draft.Keep(typed, before, said)
}

// changed is what was said otherwise than the preview has it, and how that has it,
// by the columns' headers.
func (m *mapping) changed() (typed, before map[string]string) {
	typed, before = map[string]string{}, map[string]string{}
	for _, c := range m.of.p.Columns {
		if was := m.of.p.Map[c.Header]; m.said[c.Header] != was {
			typed[c.Header], before[c.Header] = m.said[c.Header], was
		}
	}
	return typed, before
}

// restore takes up the draft that is offered, for the columns that the file has.
func (m *mapping) restore() tea.Cmd {
	typed, _ := m.draft.Back()
	for _, c := range m.of.p.Columns {
		if field, is := typed[c.Header]; is {
			m.goes(c, field)
		}
	}
	return tea.Batch(kit.Notify(m.words.Card.DraftBack), m.draft.Typed(m.changed()))
}

// Editing: there is no field.
func (m *mapping) Editing() bool { return false }

// Actions choose a field, leave a column out, take the whole over.
func (m *mapping) Actions() []kit.Action {
	w := m.words.Import
	return append(m.draft.Action(m.restore), []kit.Action{
		{ID: "choose", Keys: []string{"enter"}, Name: w.Choose, Hint: true, Do: m.choose},
		{ID: "out", Keys: []string{"delete", "d"}, Name: w.LeaveOut, Hint: true, Do: func() tea.Cmd { return m.set(model.LeftOut) }},
		{ID: "use", Keys: []string{"ctrl+s"}, Name: w.UseMap, Hint: true, Do: m.use},
		{ID: "close", Keys: []string{"esc", "q"}, Name: m.env.Words.Close, Hint: true,
			Do: func() tea.Cmd { return kit.Close(m, m.keepDraft(m.words.Card.DraftKept)) }},
	}...)
}

// choose opens the list of fields for the chosen column.
func (m *mapping) choose() tea.Cmd {
	c, ok := m.table.Selected()
	if !ok {
		return nil
	}
	w := m.words.Import
	entries := []kit.Entry{
		{Action: kit.Action{ID: "auto", Name: w.Automatic, Do: func() tea.Cmd { return m.set("") }}},
		{Action: kit.Action{ID: "out", Name: w.LeftOut, Do: func() tea.Cmd { return m.set(model.LeftOut) }}},
	}
	other := label.EN
	if m.words.Lang == label.EN {
		other = label.ZH
	}
	for _, field := range fieldsToChoose(m.of.p.Document) {
		_, code, _ := strings.Cut(field, ".")
		entries = append(entries, kit.Entry{
			Action:  kit.Action{ID: field, Name: fieldName(field, m.words.Lang), Do: func() tea.Cmd { return m.set(field) }},
			Aliases: []string{fieldName(field, other), code},
		})
	}
	return kit.Open(kit.NewChooser(m.env, fmt.Sprintf(w.ChooseTitle, c.Header), entries))
}

// fieldsToChoose are the fields that a column of a document can go to, by
// record.code.
func fieldsToChoose(document string) []string {
	var fields []string
	if k, ok := model.ItemDocument(document); ok {
		if k.OfCustomer() {
			fields = append(fields, model.RowOfCustomer+".name", model.RowOfCustomer+".phones")
		}
		for _, s := range k.Specs {
			if !s.Kept {
				fields = append(fields, k.Record+"."+s.Code)
			}
		}
		return fields
	}
	for _, f := range model.CustomerFields {
		if !f.Kept {
			fields = append(fields, model.RowOfCustomer+"."+f.Code)
		}
	}
	for _, f := range model.EntryFields {
		if !f.Kept {
			fields = append(fields, model.RowOfJournal+"."+f.Code)
		}
	}
	for _, record := range []string{"contact", "company"} {
		kind, _ := model.AttachedOf(record)
		for _, f := range kind.Fields {
			fields = append(fields, record+"."+f.Code)
		}
	}
	return fields
}

// set says where the chosen column goes; empty leaves it to be recognised.
func (m *mapping) set(field string) tea.Cmd {
	c, ok := m.table.Selected()
	if !ok {
		return nil
	}
	m.goes(c, field)
	m.table.MoveTo(min(m.table.Cursor()+1, m.table.Count()-1))
	return m.draft.Typed(m.changed())
}

func (m *mapping) goes(c model.ImportColumn, field string) {
	if field == "" {
		delete(m.said, c.Header)
	} else {
		m.said[c.Header] = field
	}
}

// use makes the preview anew with what was said, and has it remembered.
func (m *mapping) use() tea.Cmd {
	opts := m.of.opts
	opts.Map, opts.Plain = m.said, true
	m.of.keep = true
	return kit.Close(m, tea.Sequence(m.keepDraft(""), m.of.again(opts)))
}

// Update takes the draft; the rest moves in the columns.
func (m *mapping) Update(msg tea.Msg) tea.Cmd {
	switch {
	case m.draft.Take(msg):
		return nil
	case m.draft.Due(msg):
		return m.Keep()
	}
	if key, ok := msg.(tea.KeyPressMsg); ok {
		if cmd, done := kit.Dispatch(m.Actions(), key); done {
			return cmd
		}
	}
	cmd, _ := m.table.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY))
	return cmd
}

// View draws the box, as high as there are columns.
func (m *mapping) View(w, h int) (string, *tea.Cursor) {
	const widest = 110
	inner := min(w-2, widest) - kit.FrameW
	rows := min(h-2-kit.FrameH-2, m.table.Count()+1)
	m.table.SetSize(inner, max(rows, 2))
	foot := strings.Join(m.sharing(), "; ")
	if !m.hasName() {
		foot = m.words.Import.UnknownName
	}
	offer := m.draft.Offer(m.env, "", inner)
	if len(offer) == 0 {
		offer = []string{""}
	}
	body := kit.JoinV(m.table.View(), offer[0], m.env.Styles.Echo.Render(kit.Fit(foot, inner)))
	return kit.Frame(m.env, fmt.Sprintf(m.words.Import.MapTitle, m.of.p.File), body, inner+kit.FrameW), nil
}

// hasName reports whether a column goes to the customer's name, where one has to.
func (m *mapping) hasName() bool {
	if k, ok := model.ItemDocument(m.of.p.Document); ok && !k.OfSomebody() {
		return true
	}
	for _, c := range m.of.p.Columns {
		if m.field(c) == model.RowOfCustomer+".name" {
			return true
		}
	}
	return false
}

// sharing says which columns go to one field as things stand now.
func (m *mapping) sharing() []string {
	by := map[string][]string{}
	var order []string
	for _, c := range m.of.p.Columns {
		field := m.field(c)
		if field == "" || field == model.LeftOut {
			continue
		}
		if by[field] == nil {
			order = append(order, field)
		}
		by[field] = append(by[field], c.Header)
	}
	var fields []model.SharedField
	for _, field := range order {
		if record, code, _ := strings.Cut(field, "."); len(by[field]) > 1 {
			fields = append(fields, model.SharedField{Field: field, Headers: by[field], Joined: model.JoinsColumns(record, code)})
		}
	}
	return shared(m.words, fields)
}
