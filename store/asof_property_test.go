package store

import (
	"context"
	"fmt"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
)

// accounts is what statements, aging, exposure and scores say as of the day.
func (b *randomBook) accounts(day model.Date) string {
	b.between(b.from, day)
	ctx, text := context.Background(), ""
	say := func(what string, value any, err error) {
		if err != nil {
			b.t.Fatal(what, err)
		}
		text += fmt.Sprintf("%s: %+v\n", what, value)
	}
	for _, id := range b.customers {
		list, err := b.s.Statement(ctx, id, day.AddDays(-60), day)
		say(fmt.Sprint("statement of ", id), "", err)
		for _, st := range list {
			say(fmt.Sprint(id, " ", st.Currency), []int64{st.Opening, st.Debit, st.Credit, st.Closing}, nil)
			for _, m := range st.Moves {
				say("  ", m, nil)
			}
		}
		e, err := b.s.Exposure(ctx, id)
		say(fmt.Sprint("exposure of ", id), e, err)
		h, err := b.s.CustomerPaymentHabit(ctx, id)
		say(fmt.Sprint("habit of ", id), []any{h.Payments, h.Median, h.Average, h.InTime, h.LastOn, h.Promises, h.Score.Value, h.Score.Days}, err)
	}
	for _, by := range []model.AgingBy{model.AgingByBucket, model.AgingByCustomer} {
		a, err := b.s.Aging(ctx, by)
		for _, line := range append(a.Lines, a.Totals...) {
			// Not by bucket: a due date counts from an event, and the one of now
			// is shown for days before it.
			say("aging by "+string(by), []any{line.Currency, line.CustomerID, line.Total, line.Count}, err)
		}
	}
	for _, row := range rowsSaid(b.t, b.s) {
		text += row + "\n"
	}
	return text + ordersSaid(b.t, b.s)
}

func TestLaterActsNeverChangeWhatAccountsSaidOfADay(t *testing.T) {
	dir, n := t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		day := moneyToday.AddDays(-60)
		s := openFile(t, filepath.Join(dir, fmt.Sprint(n, ".db")), AsOf(day))
		defer s.Close()
		b := newRandomBook(t, s, day)
		b.fill(rapid.IntRange(3, 25).Draw(t, "acts"))
		before := b.accounts(day)
		b.between(day.AddDays(1), moneyToday)
		b.fill(rapid.IntRange(1, 15).Draw(t, "later acts"))
		sameTables(t, "what was said of "+string(day), b.accounts(day), before)
	})
}
