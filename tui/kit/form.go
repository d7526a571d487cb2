package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// FieldKind says how a field is filled in.
type FieldKind int

// The kinds of fields.
const (
	LineField   FieldKind = iota // one line of text
	NoteField                    // several lines
	ChoiceField                  // one of a few options
	GridField                    // a small table, see GridSpec
	SecretField                  // one line that nobody sees, a passphrase
)

// Field describes one field of a form.
type Field struct {
	Code  string
	Label string
	Kind  FieldKind
	Value string // what it starts with; for a choice the option's code

	Section     string   // a heading above the field's row
	Placeholder string   // what could stand here
	Options     []Option // of a choice
	Grid        GridSpec // of a grid
	Optional    bool     // a choice can be taken back
	MaxLen      int      // most characters, 0 for any
	Width       int      // cells for the text, 0 for all there are
	Half        bool     // shares the row with the next field
	Rare        bool     // is shown when the form is asked for all it has, or something was typed into it
	MinRows     int      // of a note, at least 1
	MaxRows     int      // of a note before it scrolls, by default 4
	Anew        bool     // what is typed first takes the place of what stands there: a suggested amount, a date

	// Check reads the text as the person types: echo is what was understood
	// and stands beside the field, problem is why it was not.
	Check func(text string) (echo, problem string)
}

// editor is what a field is typed into: Input, Area, Choice or Grid.
type editor interface {
	Value() string
	SetValue(string)
	Focus()
	Blur()
	Update(tea.Msg) tea.Cmd
	// draw gives the lines at a width and the cursor, x -1 for none. Compact
	// fields share their row with others.
	draw(w int, compact bool) (lines []string, x, y int)
	// takes reports whether it has a key for itself which otherwise moves between
	// the fields.
	takes(key string) bool
	// Full says that the last message brought more text than it has room for; ""
	// where it did not.
	Full() string
}

// formField is a field with what happened to it.
type formField struct {
	Field
	editor
	initial       string
	touched       bool
	fresh         bool // no key was pressed since it got the focus, and it was never edited
	echo, problem string
	remark        string // what one should know of what stands there
}

// Form is a set of fields and the keys between them. It never loses what was
// typed: after a refusal the text stays and the field says why.
type Form struct {
	env     *Env
	fields  []*formField
	focus   int
	offset  int // first line in sight
	places  []place
	problem string // with the form as a whole
	all     bool   // the rare fields are shown too

	// Ready: what stands in it can be taken as it is, enter saves until
	// something is typed.
	Ready bool

	OnChange func(code string)                      // the person edited a field
	OnSubmit func(values map[string]string) tea.Cmd // every check passed
	OnCancel func() tea.Cmd                         // esc
}

// NewForm makes a form; the first field has the focus.
func NewForm(env *Env, fields []Field) *Form {
	f := &Form{env: env}
	f.add(fields)
	if len(f.fields) > 0 {
		f.fields[0].Focus()
	}
	return f
}

func (f *Form) add(fields []Field) {
	for _, field := range fields {
		ff := &formField{Field: field, editor: newEditor(f.env, field), fresh: true}
		ff.SetValue(field.Value)
		ff.initial = ff.editor.Value()
		ff.check()
		f.fields = append(f.fields, ff)
	}
}

// SetRest puts other fields in the place of those behind the first n; the
// focus stays, or goes to the last of the first.
func (f *Form) SetRest(n int, fields []Field) {
	f.fields = f.fields[:n:n]
	f.add(fields)
	if f.focus >= n && len(f.fields) > 0 {
		f.focus = max(n-1, 0)
		f.fields[f.focus].Focus()
	}
}

// Recheck reads every field again, where what one takes depends on others.
func (f *Form) Recheck() {
	for _, ff := range f.fields {
		ff.check()
	}
}

func newEditor(env *Env, field Field) editor {
	switch field.Kind {
	case NoteField:
		rows := field.MaxRows
		if rows == 0 {
			rows = 4
		}
		return NewArea(env, field.Placeholder, field.MaxLen, field.MinRows, rows)
	case ChoiceField:
		return NewChoice(env, field.Options, field.Optional)
	case GridField:
		return NewGrid(env, field.Grid)
	case SecretField:
		i := NewInput(env, field.Placeholder, field.MaxLen)
		i.secret = true
		return i
	default:
		return NewInput(env, field.Placeholder, field.MaxLen)
	}
}

// value is the text or the option's code.
func (ff *formField) value() string { return ff.editor.Value() }

// check says what is understood of the text as it stands. What the owner said
// beside a field without a check stays.
func (ff *formField) check() {
	ff.problem = ""
	if ff.Check != nil {
		ff.echo, ff.problem = ff.Check(ff.value())
	}
}

func (f *Form) field(code string) *formField {
	for _, ff := range f.fields {
		if ff.Code == code {
			return ff
		}
	}
	return nil
}

// Value is what stands in a field, "" for an unknown one.
func (f *Form) Value(code string) string {
	if ff := f.field(code); ff != nil {
		return ff.value()
	}
	return ""
}

// IsSecret reports whether a field is one that is shown and kept nowhere.
func (f *Form) IsSecret(code string) bool {
	ff := f.field(code)
	return ff != nil && ff.Kind == SecretField
}

// Values is what stands in all fields, by code.
func (f *Form) Values() map[string]string {
	values := make(map[string]string, len(f.fields))
	for _, ff := range f.fields {
		values[ff.Code] = ff.value()
	}
	return values
}

// SetValue fills a field in, whatever stands there; it stays untouched.
func (f *Form) SetValue(code, value string) {
	if ff := f.field(code); ff != nil {
		ff.SetValue(value)
		ff.check()
	}
}

// Suggest fills a field in unless the person has edited it, and reports
// whether it did.
func (f *Form) Suggest(code, value string) bool {
	if f.Touched(code) {
		return false
	}
	f.SetValue(code, value)
	return true
}

// Restore brings back what was typed before, as a draft has it, and whatever
// follows from it; it says which fields it changed.
func (f *Form) Restore(values map[string]string) []string {
	var changed []string
	for _, ff := range f.fields {
		value, ok := values[ff.Code]
		if !ok || value == ff.value() {
			continue
		}
		before := ff.value()
		ff.SetValue(value)
		f.noteChange(ff, before)
		changed = append(changed, ff.Code)
	}
	return changed
}

// Texts are the codes of the fields that hold written text, notes first.
func (f *Form) Texts() []string {
	var notes, lines []string
	for _, ff := range f.fields {
		switch ff.Kind {
		case NoteField:
			notes = append(notes, ff.Code)
		case LineField:
			lines = append(lines, ff.Code)
		}
	}
	return append(notes, lines...)
}

// Show is a value of a field as a person reads it: an option by its name, the
// beginning of a text.
func (f *Form) Show(code, value string) string {
	ff := f.field(code)
	switch {
	case ff == nil:
		return value
	case ff.Kind == GridField:
		return f.env.Words.Table
	case value == "":
		return f.env.Words.Nothing
	}
	for _, o := range ff.Options {
		if o.Code == value {
			return o.Label
		}
	}
	return Cut(strings.Join(strings.Fields(value), " "), remarkWidth)
}

// remarkWidth is how much of a value a remark shows.
const remarkWidth = 30

// SetRemark says beside a field what one should know before it is saved, until
// the field is edited.
func (f *Form) SetRemark(code, remark string) {
	if ff := f.field(code); ff != nil {
		ff.remark = remark
	}
}

// SetOptions replaces the options of a choice.
func (f *Form) SetOptions(code string, options []Option) {
	if ff := f.field(code); ff != nil {
		if c, ok := ff.editor.(*Choice); ok {
			c.SetOptions(options)
		}
	}
}

// Grid is the table in a field; nil for a field of another kind.
func (f *Form) Grid(code string) *Grid {
	if ff := f.field(code); ff != nil {
		g, _ := ff.editor.(*Grid)
		return g
	}
	return nil
}

// SetLabel renames a field.
func (f *Form) SetLabel(code, label string) {
	if ff := f.field(code); ff != nil {
		ff.Label = label
	}
}

// SetError says why a field can't be taken and gives it the focus; with an
// unknown code it is said of the form as a whole.
func (f *Form) SetError(code, problem string) {
	ff := f.field(code)
	if ff == nil {
		f.problem = problem
		return
	}
	ff.problem = problem
	if problem != "" {
		f.Focus(code)
	}
}

// SetEcho says beside a field what it means, until it is edited.
func (f *Form) SetEcho(code, echo string) {
	if ff := f.field(code); ff != nil {
		ff.echo = echo
	}
}

// Error is why a field can't be taken, "" if it can.
func (f *Form) Error(code string) string {
	if ff := f.field(code); ff != nil {
		return ff.problem
	}
	return f.problem
}

// Focused is the code of the field with the focus.
func (f *Form) Focused() string {
	if len(f.fields) == 0 {
		return ""
	}
	return f.fields[f.focus].Code
}

// Focus gives a field the focus.
func (f *Form) Focus(code string) {
	for i, ff := range f.fields {
		if ff.Code == code {
			f.focusOn(i)
		}
	}
}

// Touched reports whether the person edited the field.
func (f *Form) Touched(code string) bool {
	ff := f.field(code)
	return ff != nil && ff.touched
}

// Dirty reports whether anything differs from what the form started with.
func (f *Form) Dirty() bool {
	for _, ff := range f.fields {
		if ff.value() != ff.initial {
			return true
		}
	}
	return false
}

// Editing: a form always has the keys.
func (f *Form) Editing() bool { return len(f.fields) > 0 }

// Submit checks every field; the first that can't be taken gets the focus,
// else OnSubmit runs.
func (f *Form) Submit() tea.Cmd {
	f.problem = ""
	bad := -1
	for i, ff := range f.fields {
		ff.check()
		if ff.problem != "" && bad < 0 {
			bad = i
		}
	}
	if bad >= 0 {
		f.focusOn(bad)
		return nil
	}
	if f.OnSubmit == nil {
		return nil
	}
	return f.OnSubmit(f.Values())
}

// Cancel runs OnCancel.
func (f *Form) Cancel() tea.Cmd {
	if f.OnCancel == nil {
		return nil
	}
	return f.OnCancel()
}
