package model

import (
	"context"
	"slices"
	"strconv"
	"strings"
)

// AsOf is what a value that is worked out depends on: the day that counts as
// today, and the person's settings.
type AsOf struct {
	Today    Date
	Settings Settings
}

// Tone is how a value is to be taken; colour repeats what the words say.
type Tone int

// The tones of a value.
const (
	TonePlain Tone = iota
	ToneLate
	ToneWarn
	ToneGood
	ToneDim
	ToneStrong
)

// Width is how many cells a column takes on the screen. Weight shares what is
// left over; of the columns that may drop out, those with the highest Drop go
// first. Zero: what the kind of field usually takes.
type Width struct{ Min, Max, Weight, Drop int }

// Column is what a row of a list shows under one head, once for screen, filter,
// command line, files and JSON: a stored field, or a value that is worked out.
type Column[R any] struct {
	Spec
	Get     func(*R, AsOf) string // its canonical text; "" = not known
	SQL     func(AsOf) string     // the same over the row r; nil: shown, never filtered or ordered by
	Order   string                // by what it is ordered instead, where it is: a column of the source
	Options func(AsOf) []string   // choices that follow the settings
	Name    func(*R) string       // of a reference: what it is called
	JSON    func(*R, AsOf) any    // what stands in JSON where the kind's own form doesn't do
	Tone    func(*R, AsOf) Tone   // nil = plain
	Width   Width                 //
	Zero    bool                  // of a number or an amount: 0 is a value, not one that is unknown
	Plain   bool                  // of the list alone: not in JSON, and in a file only where it is asked for
	Inner   bool                  // of the program's own: in JSON, and in a file only where it is asked for
	Extra   bool                  // of tables alone: not in JSON, and in a file only where some row has it
	Whole   bool                  // only a row that is read whole has it
	Test    bool                  // of a flag: SQL is a condition, not a column, so that an index of those that meet it serves
}

// Preset is a list that people ask for by its name: the sections of a tab and
// list --preset say the same.
type Preset struct {
	Code    string
	Filters []Filter
	Sort    string // a column's code, - before it for descending; "" = the view's
}

// View is the one description of a list of records R: what a row shows, once
// for every surface.
type View[R any] struct {
	Record  string            // whose labels the columns have
	Meta    func(*R) *Meta    // of the record that the row is about
	Columns []Column[R]       //
	Usual   []string          // the columns shown until the person chooses
	Sort    string            // the order until the person chooses, as in Preset; several columns with commas between them
	Sorts   map[string]string // orders that have a name of their own
	Then    string            // the column that decides between equals of choices and flags, then the id; "id": it alone, of every column
	Shelf   string            // the flag of records put away, such as archived; "" = there is none
	Past    bool              // its days lie behind: one that is typed without a year is the last of its name
	Mixed   bool              // a list has what was put away among the rest, unless only that is asked for
	Presets []Preset          //
	Sums    []string          // the amounts that are added up below the list
	SumBy   []string          // a sum for each value of these, such as currency
}

// Lift makes columns of a record's stored fields; at finds the record in a row.
func Lift[T, R any](fields Fields[T], at func(*R) *T) []Column[R] {
	columns := make([]Column[R], len(fields))
	for i, f := range fields {
		columns[i] = Column[R]{
			Spec: f.Spec,
			Get:  func(r *R, _ AsOf) string { return f.Get(at(r)) },
			SQL:  func(AsOf) string { return "r." + f.Code },
		}
	}
	return columns
}

// named makes a reference of one of the columns: to a record of the table of,
// which is called so in the row.
func named[R any](columns []Column[R], code, of string, name func(*R) string) []Column[R] {
	return with(columns, code, func(c *Column[R]) { c.Kind, c.Of, c.Name = KindRef, of, name })
}

// with is the columns with one of them changed.
func with[R any](columns []Column[R], code string, change func(*Column[R])) []Column[R] {
	for i := range columns {
		if columns[i].Code == code {
			change(&columns[i])
		}
	}
	return columns
}

// inner makes columns the program's own.
func inner[R any](columns []Column[R], codes ...string) []Column[R] {
	for _, code := range codes {
		columns = with(columns, code, func(c *Column[R]) { c.Inner = true })
	}
	return columns
}

// test is a flag column: what a row meets, in Go and in SQL.
func test[R any](code string, is func(*R, AsOf) bool, sql func(AsOf) string) Column[R] {
	return Column[R]{
		Spec: Spec{Code: code, Kind: KindFlag, Kept: true}, SQL: sql, Test: true, Plain: true,
		Get: func(r *R, at AsOf) string { return map[bool]string{true: "1"}[is(r, at)] },
	}
}

// sum is a column of an amount that is worked out; 0 is one, too.
func sum[R any](code string, get func(*R) int64, sql string) Column[R] {
	return Column[R]{
		Spec: Spec{Code: code, Kind: KindAmount, Kept: true}, Zero: true,
		Get: func(r *R, _ AsOf) string { return strconv.FormatInt(get(r), 10) },
		SQL: func(AsOf) string { return sql },
	}
}

// day is a date as SQL has it.
func day(d Date) string { return "'" + string(d) + "'" }

// Instants are the days on which a record was made and last changed, on the
// person's clock.
func Instants[R any](meta func(*R) *Meta) []Column[R] {
	instant := func(code string, at func(*Meta) string) Column[R] {
		return Column[R]{
			Spec: Spec{Code: code, Kind: KindDate, Kept: true},
			Get:  func(r *R, _ AsOf) string { return string(DateOf(LocalTime(at(meta(r))))) },
			SQL:  func(AsOf) string { return "r." + code },
		}
	}
	return []Column[R]{
		instant("created_at", func(m *Meta) string { return m.CreatedAt }), instant("updated_at", func(m *Meta) string { return m.UpdatedAt }),
	}
}

// Both is the condition that takes what was put away with the rest.
func (v *View[R]) Both() []Filter {
	if v.Shelf == "" {
		return nil
	}
	return []Filter{{Field: v.Shelf, Op: OpIs, Value: "\n1"}}
}

// Column finds a column by its code. A reference is also found without the _id
// behind its code.
func (v *View[R]) Column(code string) (*Column[R], bool) {
	for i := range v.Columns {
		c := &v.Columns[i]
		if c.Code == code || c.IsRef() && c.Code == code+"_id" {
			return c, true
		}
	}
	return nil, false
}

// Spec finds the description of a column as of a day.
func (v *View[R]) Spec(code string, at AsOf) (Spec, bool) {
	c, ok := v.Column(code)
	if !ok {
		return Spec{}, false
	}
	return c.spec(at), true
}

func (c *Column[R]) spec(at AsOf) Spec {
	s := c.Spec
	if c.Options != nil {
		s.Options = c.Options(at)
	}
	return s
}

// Kept are the conditions and the order of a saved filter; on what the list
// doesn't have any more they are left out.
func (v *View[R]) Kept(g *Segment) Query {
	q := Query{Filters: slices.DeleteFunc(g.Filters(), func(f Filter) bool { _, known := v.Column(f.Field); return !known })}
	_, named := v.Sorts[g.SortBy]
	if _, known := v.Column(g.SortBy); known || named || g.SortBy == "" || g.SortBy == "id" {
		q.Sort, q.Desc = g.SortBy, g.Descending
	}
	return q
}

// Specs are the columns that a person can choose, filter and order by.
func (v *View[R]) Specs(at AsOf) []Spec {
	list := make([]Spec, len(v.Columns))
	for i := range v.Columns {
		list[i] = v.Columns[i].spec(at)
	}
	return list
}

// Filed are the columns of a file, unless a person chose others.
func (v *View[R]) Filed() []string {
	var codes []string
	for i := range v.Columns {
		if c := &v.Columns[i]; !c.Plain && !c.Inner && !c.instant() {
			codes = append(codes, c.Code)
		}
	}
	return codes
}

// HasPhones reports whether the rows have phones of their own, beside which
// those of their customers would be taken for theirs.
func (v *View[R]) HasPhones() bool {
	return slices.ContainsFunc(v.Columns, func(c Column[R]) bool { return c.Kind == KindPhones })
}

// Whose is the id of the customer whom a row is about; 0 = none.
func (v *View[R]) Whose(r *R, at AsOf) int64 {
	c, ok := v.Column("customer_id")
	if !ok {
		return 0
	}
	return refID(c.Get(r, at))
}

// Preset finds a list by its name.
func (v *View[R]) Preset(code string) (Preset, bool) {
	i := slices.IndexFunc(v.Presets, func(p Preset) bool { return p.Code == code })
	if i < 0 {
		return Preset{}, false
	}
	return v.Presets[i], true
}

// IsRef reports whether the field refers to another record.
func (s Spec) IsRef() bool { return s.Kind == KindRef }

// Sum is what the rows of one group come to: Of in the order of the view's Sums.
type Sum struct {
	By    []string
	Count int
	Of    []int64
}

// ByMonth before a date's code groups sums by its months, YYYY-MM.
const ByMonth = "month:"

// Lister reads the rows of a view, as of the day.
type Lister[R any] interface {
	View() *View[R]
	// IDs are the rows that a query shows, in its order.
	IDs(ctx context.Context, q Query) ([]int64, error)
	AsOf(ctx context.Context) (AsOf, error)
	// Sums are what stands below the list, a line a group.
	Sums(ctx context.Context, q Query) ([]Sum, error)
	// SumsBy are what amounts of the rows come to, a line a group of some columns'
	// values.
	SumsBy(ctx context.Context, q Query, by, of []string) ([]Sum, error)
	// Rows reads rows in the order of the ids; ones that are gone are left out.
	// whole: with what only JSON and files show.
	Rows(ctx context.Context, ids []int64, whole bool) ([]R, error)
}

// CutSort divides an order as it is written, -due_on, into code and direction.
func CutSort(text string) (code string, desc bool) { return strings.CutPrefix(text, "-") }

// refID is the id in a reference's canonical text; 0 = none.
func refID(text string) int64 {
	id, _ := strconv.ParseInt(text, 10, 64)
	return id
}
