package ask

import (
	"context"
	"slices"
	"strings"

	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"
	"genjin/tui/words"
)

// Viewed makes the lens of a list that a view describes. at is the day and the
// settings by which it is looked at.
func Viewed[R any](env *kit.Env, words *words.Words, store model.Store, list label.List[R], at func() model.AsOf) *Lens {
	l := NewLens(env, words, store, list.Kind, list.Record)
	l.Specs = func() []model.Spec { return list.Specs(at()) }
	l.Asked = func(code string) bool { c, ok := list.Column(code); return ok && c.SQL != nil }
	l.Head = func(code string) (string, bool) { return list.Head(code, words.Lang), true }
	return l
}

// Rows makes the list itself: what is asked for is read in windows, and rows
// can be selected.
func Rows[R any](env *kit.Env, of model.Lister[R], query func() model.Query) *kit.Listing[R] {
	l := kit.NewListing[R](env)
	l.Find = func() func(context.Context) (kit.Found, error) { return kit.FindIDs(of.IDs, query()) }
	l.Read = kit.ReadRows(func(ctx context.Context, ids []int64) ([]R, error) { return of.Rows(ctx, ids, false) })
	l.MarkBy(func(r R) int64 { return of.View().Meta(&r).ID })
	return l
}

// Columns are the columns that the person chose, each as the screen draws it
// where it has a cell of its own, else in words; without a choice the screen's.
func Columns[R any](l *Lens, list label.List[R], at func() model.AsOf, own []kit.Column[R]) []kit.Column[R] {
	l.Usual = nil
	for _, c := range own {
		l.Usual = append(l.Usual, c.Code)
	}
	if len(l.Columns) == 0 {
		return own
	}
	var columns []kit.Column[R]
	for i, code := range l.Columns {
		var c kit.Column[R]
		if mine := slices.IndexFunc(own, func(c kit.Column[R]) bool { return c.Code == code }); mine >= 0 {
			c = own[mine]
		} else if of, ok := list.Column(code); ok {
			c = inWords(l, list, of, at)
		} else {
			continue
		}
		c.Drop = max(i-1, 0) // of those that were chosen the last leave first
		columns = append(columns, c)
	}
	return columns
}

// The room of a column in words.
const (
	textCells   = 8
	amountCells = 13
	mostCells   = 24
)

// inWords is a column that the screen has no cell of its own for.
func inWords[R any](l *Lens, list label.List[R], of *model.Column[R], at func() model.AsOf) kit.Column[R] {
	c := kit.Column[R]{Code: of.Code, Title: l.head(of.Code), Right: label.AtRight(of.Kind)}
	c.Min = max(textCells, min(kit.Width(c.Title), mostCells))
	switch of.Kind {
	case model.KindAmount:
		c.Min = max(c.Min, amountCells)
	case model.KindDate:
		c.Min, c.Max = max(c.Min, len("2006-01-02")), max(c.Min, len("2006-01-02"))
	case model.KindText, model.KindNote, model.KindRef:
		c.Max, c.Weight = mostCells, 1
	}
	c.Cell = func(r R) string {
		if l.words.Private && !of.IsRef() { // what is private is masked by its field
			return strings.ReplaceAll(l.words.Show(l.Record, of.Spec, of.Get(&r, at()), ""), "\n", " ")
		}
		return l.words.Note(strings.ReplaceAll(list.Text(of, &r, at(), l.words.Lang), "\n", " "))
	}
	if of.Tone != nil {
		c.Style = func(r R) *lipgloss.Style { return Toned(l.env, of.Tone(&r, at())) }
	}
	return c
}

// Toned is how a tone looks; nil: plain.
func Toned(env *kit.Env, t model.Tone) *lipgloss.Style {
	switch t {
	case model.ToneLate:
		return &env.Styles.Late
	case model.ToneWarn:
		return &env.Styles.Warn
	case model.ToneGood:
		return &env.Styles.Good
	case model.ToneDim:
		return &env.Styles.Dim
	}
	return nil
}

// Count is how many rows a query shows.
func Count[R any](ctx context.Context, of model.Lister[R], q model.Query) (n int, err error) {
	sums, err := of.Sums(ctx, q)
	for _, s := range sums {
		n += s.Count
	}
	return n, err
}
