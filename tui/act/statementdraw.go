package act

import (
	"strings"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// account is where the columns of a statement stand in a width.
type account struct{ what, ref, due, sum, note int }

const (
	dayWidth = 10
	sumWidth = 14
)

func accountFor(w int, l label.Lang) account {
	a := account{what: 5, sum: sumWidth}
	if l == label.EN {
		a.what = 11
	}
	rest := w - dayWidth - a.what - 3*a.sum - 5
	if rest >= dayWidth+24 {
		a.due = dayWidth
		rest -= dayWidth + 1
	}
	a.ref = max(min(rest, 14), 4)
	a.note = max(rest-a.ref-1, 0)
	return a
}

func (a account) line(day, what, ref, due, debit, credit, balance, note string) string {
	cells := []string{kit.Fit(day, dayWidth), kit.Fit(what, a.what), kit.Fit(ref, a.ref)}
	if a.due > 0 {
		cells = append(cells, kit.Fit(due, a.due))
	}
	cells = append(cells, kit.FitRight(debit, a.sum), kit.FitRight(credit, a.sum), kit.FitRight(balance, a.sum))
	if a.note > 0 {
		cells = append(cells, kit.Fit(note, a.note))
	}
	return strings.Join(cells, " ")
}

// total is a line with a balance that is no movement.
func (a account) total(day, name, debit, credit, balance string) string {
	w := a.what + 1 + a.ref
	if a.due > 0 {
		w += 1 + a.due
	}
	return strings.Join([]string{kit.Fit(day, dayWidth), kit.Fit(name, w), kit.FitRight(debit, a.sum), kit.FitRight(credit, a.sum),
		kit.FitRight(balance, a.sum)}, " ")
}

// draw lays the statement out: an account a currency, then where to pay to,
// the space for the customer's word, and what was agreed on before.
func (s *statement) draw() {
	if !s.read || s.w <= 0 {
		return
	}
	t, l := s.till, s.till.words.Lang
	words, st := label.Statement(l), s.till.env.Styles
	var sections []kit.Section
	for _, one := range s.list {
		sections = append(sections, kit.Section{Title: words.Currency + " " + one.Currency, Lines: s.account(one, words)})
	}
	ours := []string{}
	for _, one := range s.list {
		ours = append(ours, words.Ours+" "+label.Amount(one.Closing, one.Currency))
	}
	var pay []string
	for line := range strings.SplitSeq(label.BankDetails(s.set, l), "\n") {
		pay = append(pay, st.Row.Render(kit.Cut(line, s.w)))
	}
	sections = append(sections,
		kit.Section{Title: words.Bank, Lines: pay},
		kit.Section{Title: words.Confirm, Lines: append(ours, words.Differs+" ____________", "", words.Sign)},
	)
	noted := t.ReconciliationLines(s.done, s.w)
	if len(noted) == 0 {
		noted = []string{st.Dim.Render(t.words.Money.NoReconciliations)}
	}
	sections = append(sections, kit.Section{Title: t.words.Money.Reconcile, Lines: noted})
	s.detail.SetContent(nil, sections)
}

func (s *statement) account(one model.Statement, words label.StatementWords) []string {
	st, l := s.till.env.Styles, s.till.words.Lang
	a := accountFor(s.w, l)
	sum := func(n int64) string { return label.Grouped(n, one.Currency) }
	lines := []string{
		st.Header.Render(a.line(words.Date, words.What, words.Ref, words.Due, words.Debit, words.Credit, words.Balance, words.Note)),
		st.Strong.Render(a.total(string(one.From), words.Opening, "", "", sum(one.Opening))),
	}
	for _, m := range one.Moves {
		debit, credit := sum(m.Amount), ""
		if m.Amount < 0 {
			debit, credit = "", sum(-m.Amount)
		}
		lines = append(lines, st.Row.Render(a.line(string(m.On), label.Move(m.Kind, l), m.Name, string(m.DueOn),
			debit, credit, sum(m.Balance), s.till.words.Note(label.MoveNote(m, l)))))
	}
	if len(one.Moves) == 0 {
		lines = append(lines, st.Dim.Render(s.till.words.Money.NoMoves))
	}
	lines = append(lines, st.Strong.Render(a.total(string(one.To), words.Closing, sum(one.Debit), sum(one.Credit), sum(one.Closing))))
	if late := label.LateInterest(one.Interest, one.Currency, one.To, s.set, l); late != "" {
		lines = append(lines, st.Warn.Render(kit.Cut(late, s.w)))
	}
	return lines
}
