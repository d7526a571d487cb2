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
	l := &Lens{env: env, words: words, store: store, List: list.Kind, Record: list.Record, called: map[int64]string{}}
	l.Specs = func() []model.Spec { return list.Specs(at()) }
	l.Asked = func(code string) bool { c, ok := list.Column(code); return ok && c.SQL != nil }
	l.Whole = func(code string) bool { c, ok := list.Column(code); return ok && c.Whole }
	l.Head, l.Kept = list.Head, list.Kept
	return l
}

// Rows makes the list itself, as a lens shows it, or without one: what is asked
// for is read in windows, and rows can be selected.
func Rows[R any](env *kit.Env, l *Lens, of model.Lister[R], query func() model.Query) *kit.Listing[R] {
	list := kit.NewListing[R](env)
	list.Find = func() func(context.Context) (kit.Found, error) { return kit.FindIDs(of.IDs, query()) }
	list.Read = func(ids []int64) func(context.Context) (kit.Rows[R], error) {
		whole := l.needsWhole()
		return func(ctx context.Context) (kit.Rows[R], error) {
			rows, err := of.Rows(ctx, ids, whole)
			return kit.Rows[R]{Rows: rows}, err
		}
	}
	list.MarkBy(func(r R) int64 { return of.View().Meta(&r).ID })
	return list
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

// Usual are the view's usual columns in words.
func Usual[R any](l *Lens, list label.List[R], at func() model.AsOf) []kit.Column[R] {
	var own []kit.Column[R]
	for _, code := range list.Usual {
		if c, ok := list.Column(code); ok {
			own = append(own, inWords(l, list, c, at))
		}
	}
	for i := range own {
		own[i].Drop = max(i-1, 0)
	}
	return own
}

// The room of a column in words.
const (
	textCells   = 8
	amountCells = 13
	numberCells = 6
	mostOption  = 14
	mostCells   = 24
)

// inWords is a column that the screen has no cell of its own for.
func inWords[R any](l *Lens, list label.List[R], of *model.Column[R], at func() model.AsOf) kit.Column[R] {
	title := l.head(of.Code)
	room := l.room(of.Spec, kit.Width(title))
	c := kit.Column[R]{Code: of.Code, Title: title, Right: label.AtRight(of.Kind), Min: room.Min, Max: room.Max, Weight: room.Weight}
	c.Cell = func(r R) string {
		if l.words.Private && !of.IsRef() { // what is private is masked by its field
			return strings.ReplaceAll(l.words.Show(l.Record, of.Spec, of.Get(&r, at()), ""), "\n", " ")
		}
		text := strings.ReplaceAll(list.Text(of, &r, at(), l.words.Lang), "\n", " ")
		if of.Kind == model.KindDate {
			text = label.Short(text, at().Today)
		}
		return l.words.Note(text)
	}
	if of.Tone != nil {
		c.Style = func(r R) *lipgloss.Style { return Toned(l.env, of.Tone(&r, at())) }
	}
	return c
}

// room is that of a column in words under a title of so many cells.
func (l *Lens) room(spec model.Spec, title int) model.Width {
	least := max(textCells, min(title, mostCells))
	switch spec.Kind {
	case model.KindAmount:
		return model.Width{Min: max(least, amountCells)}
	case model.KindDate:
		least = max(least, len("2006-01-02"))
		return model.Width{Min: least, Max: least}
	case model.KindNumber, model.KindQuantity, model.KindPerMille:
		least = max(title, numberCells)
		return model.Width{Min: least, Max: least}
	case model.KindChoice, model.KindFlag:
		least = max(title, numberCells)
		for _, option := range spec.Options {
			least = max(least, min(kit.Width(l.option(spec, option)), mostOption))
		}
		return model.Width{Min: least, Max: least}
	}
	return model.Width{Min: least, Max: mostCells, Weight: 1}
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
	case model.ToneStrong:
		return &env.Styles.Strong
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
