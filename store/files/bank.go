package files

import (
	"cmp"
	"fmt"
	"strings"

	"genjin/model"
	"genjin/model/label"
)

// bankTop is in how many rows the headings of a bank's statement are looked for:
// account, period and balances stand above them.
const bankTop = 40

// ReadBank reads the statement of a bank account, csv or xlsx: what came in, a line
// each. The currency is the one given where the file names none. Errors are those of
// Open, model.ErrNoBank where nothing looks like a statement, and model.ErrNoRows
// where it has no lines.
func ReadBank(path, currency string, today model.Date, step Step) (model.BankStatement, error) {
	src, err := Open(path, "", step)
	if err != nil {
		return model.BankStatement{}, err
	}
	st := model.BankStatement{File: src.name}
	found := false
	for i := range src.sheets {
		s := &src.sheets[i]
		head, columns := bankHeader(s)
		if head < 0 {
			continue
		}
		found = true
		for row := head + 1; row < len(s.Rows); row++ {
			b := bankRow{s: s, row: row, columns: columns, today: today}
			line, in := b.line(currency)
			switch {
			case in:
				st.Lines = append(st.Lines, line)
			case strings.ContainsAny(b.text(label.BankOn), "0123456789"):
				st.Other++
			}
		}
	}
	switch {
	case !found:
		return st, fmt.Errorf("%s: %w", src.name, model.ErrNoBank)
	case len(st.Lines)+st.Other == 0:
		return st, fmt.Errorf("%s: %w", src.name, model.ErrNoRows)
	}
	return st, nil
}

// bankHeader is the row of the headings and the column of each; -1 without one.
// Where two columns are of one kind the plainer heading is taken.
func bankHeader(s *Sheet) (int, map[label.BankColumn]int) {
	for row := 0; row < min(len(s.Rows), bankTop); row++ {
		columns, ranks := map[label.BankColumn]int{}, map[label.BankColumn]int{}
		for col := range s.Rows[row] {
			kind, rank, ok := label.BankHeading(s.At(row, col))
			if old, had := ranks[kind]; ok && (!had || rank < old) {
				columns[kind], ranks[kind] = col, rank
			}
		}
		_, on := columns[label.BankOn]
		_, in := columns[label.BankIn]
		_, sum := columns[label.BankSum]
		if on && (in || sum) {
			return row, columns
		}
	}
	return -1, nil
}

type bankRow struct {
	s       *Sheet
	row     int
	columns map[label.BankColumn]int
	today   model.Date
}

func (b bankRow) text(column label.BankColumn) string {
	col, ok := b.columns[column]
	if !ok {
		return ""
	}
	return model.Clean(b.s.At(b.row, col))
}

// line is the row as money that came in; false where it isn't: money that went out,
// a sum below the table, a row without a day or an amount.
func (b bankRow) line(currency string) (model.BankLine, bool) {
	on, text, negative := b.text(label.BankOn), b.text(label.BankIn), false
	if _, apart := b.columns[label.BankIn]; !apart {
		text = b.text(label.BankSum)
		if _, marked := b.columns[label.BankSide]; marked && !label.CameIn(b.text(label.BankSide)) {
			return model.BankLine{}, false
		}
	}
	if text = strings.TrimPrefix(model.HalfWidth(text), "+"); strings.HasPrefix(text, "-") {
		negative = true
	}
	if on == "" || text == "" || negative || !strings.ContainsAny(on, "0123456789") {
		return model.BankLine{}, false
	}
	l := model.BankLine{Row: b.s.Number(b.row), Payer: b.text(label.BankPayer), Note: b.text(label.BankNote), Serial: b.text(label.BankSerial)}
	l.Currency = cmp.Or(b.s.currencies[[2]int{b.row, b.columns[label.BankIn]}], currency)
	if said := b.text(label.BankCurrency); said != "" {
		if l.Currency, l.Err = currencyOf(said); l.Err != nil {
			return l, true
		}
	}
	money, err := model.ParseAmount(text, l.Currency)
	if err != nil {
		l.Err = model.At("amount", err)
		return l, true
	}
	if money.Amount == 0 {
		return l, false
	}
	l.Amount, l.Currency = money.Amount, money.Currency
	if l.On, err = model.ParseDate(bankDay(on), b.today, model.Past); err != nil {
		l.Err = model.At("received_on", err)
	}
	return l, true
}

// bankDay is a day without the time that banks write behind it without a sign:
// 20260105120122.
func bankDay(text string) string {
	day, _, _ := strings.Cut(text, " ")
	if len(day) >= 14 && strings.Trim(day, "0123456789") == "" {
		return day[:8]
	}
	return day
}
