package files

import (
	"slices"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// form is one paper form in a sheet: a block of labels with their values, and
// a journal table below it.
type form struct {
	r       *reader
	s       *Sheet
	name    int // the row of 客户名称
	rows    []int
	journal int // the journal's header row; -1 = none
	last    int // the last row of the form
	below   bool
	used    map[[2]int]bool
	draft   draft
}

// forms reads every form of a sheet and reports whether one was found.
func (r *reader) forms(s *Sheet) (bool, error) {
	var drafts []draft
	starts := r.nameRows(s)
	for i, start := range starts {
		f := form{r: r, s: s, name: start, journal: -1, last: len(s.Rows) - 1, used: map[[2]int]bool{}}
		if i+1 < len(starts) {
			f.last = r.above(s, starts[i+1], start) - 1
		}
		from := 0
		if i > 0 {
			from = r.above(s, start, starts[i-1])
		}
		f.draft = draft{sheet: s.Name, row: s.Number(start), values: map[string]string{}}
		f.divide(from)
		f.readBlock()
		f.readJournal()
		if f.isForm() {
			drafts = append(drafts, f.draft)
			f.account(from)
		}
		if len(r.file.Proposals)+len(drafts) > mostCustomers {
			return false, model.ErrFileTooLarge
		}
		if err := r.step(i, len(starts)); err != nil {
			return false, err
		}
	}
	r.finish(s, drafts)
	return len(drafts) > 0, nil
}

// account notes which rows of the block were read, from the first that may
// belong to the form; those of the journal are noted as they are read.
func (f *form) account(from int) {
	number := f.s.Number(f.name)
	for row := from; row <= f.last && row < len(f.s.Rows); row++ {
		for col := range f.s.Rows[row] {
			if f.used[[2]int{row, col}] {
				f.r.rows.take(row, number)
				break
			}
		}
		if row < f.name || f.isCaption(row) {
			f.r.rows.skip(row, model.SkipTitle)
		}
	}
	f.r.rows.skip(f.journal, model.SkipHeader)
}

// isCaption tells a row that only heads a part of the form.
func (f *form) isCaption(row int) bool {
	filled, known := 0, 0
	for _, cell := range f.s.Rows[row] {
		if text := model.Clean(cell); text != "" {
			filled++
			if captions[folded(text)] {
				known++
			}
		}
	}
	return filled > 0 && filled == known
}

// isForm reports whether what was read is a customer's form: it says more of
// them than a name, or has their journal. A lone 客户名称 stands in sheets of
// other kinds too, and heads empty lists.
func (f *form) isForm() bool {
	more := len(f.draft.values)
	if _, named := f.draft.values["name"]; named {
		more--
	}
	return more > 0 || f.journal >= 0 || len(f.draft.entries) > 0
}

// nameRows are the rows that begin a form: each says 客户名称 in the same words.
func (r *reader) nameRows(s *Sheet) []int {
	row, col, ok := r.firstName(s)
	if !ok {
		return nil
	}
	words := func(cell string) string {
		if in, ok := r.inline(cell); ok {
			cell = in.label
		}
		return folded(cell)
	}
	name := words(s.At(row, col))
	var rows []int
	for i := row; i < len(s.Rows); i++ {
		for c, cell := range s.Rows[i] {
			if c <= col && words(cell) == name && cell != "" {
				rows = append(rows, i)
				break
			}
		}
	}
	return rows
}

// above is where a form begins: labels that stand over its name, such as the
// day and who filled it in, belong to it.
func (r *reader) above(s *Sheet, name, before int) int {
	first := name
	for first-1 > before {
		belongs := false
		for c, cell := range s.Rows[first-1] {
			if in, ok := r.inline(cell); ok {
				belongs = belongs || in.code != ""
			} else if code, ok := r.field(recordCustomer, cell); ok {
				belongs = belongs || slices.Contains([]string{"owner", "team", "filled_on"}, code) && c+1 < len(s.Rows[first-1])
			}
		}
		if !belongs {
			break
		}
		first--
	}
	return first
}

// divide tells the rows of the block from those of the journal.
func (f *form) divide(from int) {
	end := f.last + 1
	for i := f.name; i <= f.last; i++ {
		if f.r.isJournalHeader(f.s, i) {
			f.journal, end = i, i
			break
		}
	}
	for i := from; i < end; i++ {
		f.rows = append(f.rows, i)
	}
}

// finish turns the drafts of a sheet into proposals, with the rows that the
// file of refused rows would hold: a list of what the forms say.
func (r *reader) finish(s *Sheet, drafts []draft) {
	var codes, entryCodes []string
	for _, f := range model.CustomerFields {
		if slices.ContainsFunc(drafts, func(d draft) bool { return d.values[f.Code] != "" }) || f.Code == "name" {
			codes = append(codes, f.Code)
		}
	}
	for _, f := range model.EntryFields {
		has := func(d draft) bool {
			return slices.ContainsFunc(d.entries, func(e entryDraft) bool { return e.values[f.Code] != "" })
		}
		if f.Code != "seq" && slices.ContainsFunc(drafts, has) || f.Code == "at" || f.Code == "situation" {
			entryCodes = append(entryCodes, f.Code)
		}
	}
	var headers []string
	for _, c := range codes {
		headers = append(headers, label.Field(recordCustomer, c, label.ZH))
	}
	for _, c := range entryCodes {
		headers = append(headers, label.Field(recordJournal, c, label.ZH))
	}
	names := unreadNames(drafts)
	headers = append(headers, names...)
	for _, d := range drafts {
		card := cellsOf(d.values, codes)
		d.cells = slices.Concat(card, make([]string, len(entryCodes)), d.unread.cells(names))
		for i, e := range d.entries {
			d.entries[i].cells = slices.Concat(card, cellsOf(e.values, entryCodes), append(d.unread, e.unread...).cells(names))
		}
		r.file.Proposals = append(r.file.Proposals, r.propose(d))
	}
	if len(drafts) > 0 {
		r.file.Headers[s.Name] = headers
	}
}

func cellsOf(values map[string]string, codes []string) []string {
	cells := make([]string, len(codes))
	for i, c := range codes {
		cells[i] = values[c]
	}
	return cells
}

// inlineLabel is a label with its value in the same cell: 填表人:陈萌, ☑重要客户.
type inlineLabel struct{ label, code, value string }

// inline reads such a cell.
func (r *reader) inline(cell string) (inlineLabel, bool) {
	const mostLabel = 20 // characters before the colon
	text := model.CleanNote(cell)
	if at := strings.IndexAny(text, ":："); at > 0 && len([]rune(text[:at])) <= mostLabel {
		value := strings.TrimSpace(strings.TrimLeft(text[at:], ":："))
		if code, ok := r.field(recordCustomer, text[:at]); ok && value != "" && r.fits(code, value) {
			return inlineLabel{text[:at], code, value}, true
		}
	}
	word, state := stripTick(text)
	if state == noBox || word == "" {
		return inlineLabel{}, false
	}
	code, ok := r.field(recordCustomer, word)
	f, _ := model.CustomerFields.ByCode(code)
	if !ok || !isAnswer(f.Spec) {
		return inlineLabel{}, false
	}
	value := string(model.Yes)
	if state == unticked {
		value = "" // an empty box says nothing
	}
	return inlineLabel{word, code, value}, true
}

// fits tells a value from an explanation: 客户分类:1、准客户,明确提出业务需求… is a
// legend and no class.
func (r *reader) fits(code, value string) bool {
	const longestOption = 20
	f, _ := model.CustomerFields.ByCode(code)
	return f.Kind != model.KindChoice || f.Open || boxes.MatchString(value) || len([]rune(value)) <= longestOption
}

// labelAt is the field that a cell is the label of; cells read already, and
// those that say option or tick, are none.
func (f *form) labelAt(row, col int) (code string, ok bool) {
	if f.used[[2]int{row, col}] {
		return "", false
	}
	return f.r.field(recordCustomer, f.s.At(row, col))
}

// isLabel tells a label from a value.
func (f *form) isLabel(row, col int) bool {
	if _, ok := f.labelAt(row, col); ok {
		return true
	}
	_, ok := f.r.inline(f.s.At(row, col))
	return ok
}

func (f *form) blank(row, col int) bool { return strings.TrimSpace(f.s.At(row, col)) == "" }

func (f *form) use(row, col int) { f.used[[2]int{row, col}] = true }

// set keeps a value; a second one of the same field joins or is left.
func (f *form) set(code, text string) {
	if text = strings.TrimSpace(text); text != "" && !(code == "phones" && isNothing(phonesSpec, text)) {
		f.draft.values[code] = joined(heading{recordCustomer, code}, f.draft.values[code], text)
	}
}
