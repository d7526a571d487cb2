package model

import "strconv"

// SkipReason is why a row of a sheet is no record of its own.
type SkipReason string

// The reasons, as they stand in JSON; their words are in model/label.
const (
	SkipBlank    SkipReason = "blank"
	SkipTitle    SkipReason = "title"    // above the headers: titles, days, who made it
	SkipHeader   SkipReason = "header"   // the headers, and a second row of them
	SkipRepeated SkipReason = "repeated" // the headers once more, on a further page
	SkipTotal    SkipReason = "total"
	SkipFootnote SkipReason = "footnote"
	SkipNumber   SkipReason = "number" // nothing but a row's number
	SkipUnread   SkipReason = "unread" // nothing in it that any field was found for
)

// SkippedRows are rows of a sheet that no record was read from; blank ones that
// follow each other are told together.
type SkippedRows struct {
	Sheet     string
	Row, Last int // as the spreadsheet shows them
	Why       SkipReason
	Text      string // what stands there, cut
}

// Count is how many rows they are.
func (s SkippedRows) Count() int { return s.Last - s.Row + 1 }

// SheetRows are the rows of a sheet: those that were read, and whose record a
// row belongs to that has none of its own, as a form's or one that continues
// the row above.
type SheetRows struct {
	Sheet string
	Rows  int // down to the last one with text
	Read  []int
	Owner map[int]int
	// GoOn are rows without a name, taken for more of the customer above.
	GoOn []int
}

// RowAccount says of a sheet what became of its rows: Rows = Taken + Refused +
// Skipped.
type RowAccount struct {
	Sheet                         string
	Rows, Taken, Refused, Skipped int
}

// Accounts are those of every sheet that anything was read from.
func (p Preview) Accounts() []RowAccount {
	type place struct {
		sheet string
		row   int
	}
	refused := map[place]bool{}
	for _, r := range p.Rows {
		if r.Result == ResultRefused {
			refused[place{r.Sheet, r.Row}] = true
		}
	}
	var all []RowAccount
	for _, s := range p.Sheets {
		a := RowAccount{Sheet: s.Sheet, Rows: s.Rows}
		for _, row := range s.Read {
			if refused[place{s.Sheet, row}] || refused[place{s.Sheet, s.Owner[row]}] {
				a.Refused++
			} else {
				a.Taken++
			}
		}
		for _, left := range p.Left {
			if left.Sheet == s.Sheet {
				a.Skipped += left.Count()
			}
		}
		all = append(all, a)
	}
	return all
}

// GoOn are the rows without a name that were taken for more of the customer
// above, with the sheet where there are several.
func (p Preview) GoOn() []string {
	var rows []string
	for _, s := range p.Sheets {
		for _, row := range s.GoOn {
			name := strconv.Itoa(row)
			if len(p.Sheets) > 1 {
				name = s.Sheet + "!" + name
			}
			rows = append(rows, name)
		}
	}
	return rows
}

// SkippedCount is how many rows no record was read from.
func (p Preview) SkippedCount() int {
	n := 0
	for _, left := range p.Left {
		n += left.Count()
	}
	return n
}
