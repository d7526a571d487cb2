package cli

import (
	"genjin/model"
	"genjin/model/label"
)

// importJSON is what became, or would become, of a file.
type importJSON struct {
	File        string          `json:"file"`
	Document    string          `json:"document"`
	Encoding    *string         `json:"encoding"`
	New         int             `json:"new"`
	Updated     int             `json:"updated"`
	Unchanged   int             `json:"unchanged"`
	Refused     int             `json:"refused"`
	NewEntries  int             `json:"new_entries"`
	NewContacts int             `json:"new_contacts"`
	NewOwed     int             `json:"new_receivables"`
	NewPaid     int             `json:"new_payments"`
	NewProjects int             `json:"new_projects"`
	NewItems    int             `json:"new_items"`
	NewOrders   int             `json:"new_orders"`
	Unknown     []string        `json:"unknown_headers"`
	Skipped     []string        `json:"skipped_sheets"`
	Columns     []columnJSON    `json:"columns"`
	Sheets      []sheetJSON     `json:"sheets"`
	SkippedRows []skippedJSON   `json:"skipped_rows"`
	Rows        []importRowJSON `json:"rows"`
	Batch       *int64          `json:"batch"`
	DryRun      bool            `json:"dry_run"`
	RefusedFile *string         `json:"refused_file"`
}

// columnJSON is a column of the file and what becomes of it.
type columnJSON struct {
	Sheet  *string         `json:"sheet"`
	Header string          `json:"header"`
	Use    model.ColumnUse `json:"use"`
	Field  *string         `json:"field"`
	Sample string          `json:"sample"`
	// ReadAs is how dates or amounts that people write in several ways are read;
	// Fits are the ways that the person has to choose from.
	ReadAs *string         `json:"read_as,omitempty"`
	Fits   []model.Reading `json:"fits,omitempty"`
}

// sheetJSON says what became of the rows of a sheet: rows = taken + refused +
// skipped.
type sheetJSON struct {
	Sheet   *string `json:"sheet"`
	Rows    int     `json:"rows"`
	Taken   int     `json:"taken"`
	Refused int     `json:"refused"`
	Skipped int     `json:"skipped"`
}

// skippedJSON are rows that no record was read from.
type skippedJSON struct {
	Sheet  *string          `json:"sheet"`
	Row    int              `json:"row"`
	Last   int              `json:"last_row"`
	Reason model.SkipReason `json:"reason"`
	Text   string           `json:"text"`
}

// accountJSON adds what became of the columns and rows of the file.
func (out *importJSON) accountJSON(p model.Preview) {
	out.Columns, out.Sheets, out.SkippedRows = []columnJSON{}, []sheetJSON{}, []skippedJSON{}
	for _, c := range p.Columns {
		field := c.Field
		if c.Use == model.ColumnLeftOut {
			field = ""
		}
		readAs := orNull(string(c.Written.Reading))
		out.Columns = append(out.Columns, columnJSON{orNull(c.Sheet), c.Header, c.Use, orNull(field), c.Sample, readAs, c.Written.Fits})
	}
	for _, a := range p.Accounts() {
		out.Sheets = append(out.Sheets, sheetJSON{orNull(a.Sheet), a.Rows, a.Taken, a.Refused, a.Skipped})
	}
	for _, left := range p.Left {
		out.SkippedRows = append(out.SkippedRows, skippedJSON{orNull(left.Sheet), left.Row, left.Last, left.Why, left.Text})
	}
}

type importRowJSON struct {
	Row        int                `json:"row"`
	Sheet      *string            `json:"sheet"`
	Record     string             `json:"record"`
	Title      *string            `json:"title,omitempty"`
	Outcome    model.Result       `json:"outcome"`
	Reason     *string            `json:"reason"`
	Customer   string             `json:"customer"`
	CustomerID *int64             `json:"customer_id"`
	SameAs     *sameAsJSON        `json:"same_as,omitempty"` // for whom it was taken
	Changes    []importChangeJSON `json:"changes"`
	Differs    []importChangeJSON `json:"differs,omitempty"` // of a record that is left as it is
	Inferred   []string           `json:"inferred"`
	Years      []yearJSON         `json:"years,omitempty"`
	Nothing    bool               `json:"nothing_owed,omitempty"`
	Status     *statusJSON        `json:"status,omitempty"`
	Money      *moneyRowJSON      `json:"money,omitempty"`
	Used       string             `json:"used_before,omitempty"` // its number, in words
	// OrderStatus is the status of an order that the file states, where the rules
	// give another.
	OrderStatus *orderStatusJSON `json:"order_status,omitempty"`
}

// sameAsJSON is a customer who is there (id), or whom an earlier row makes (row).
type sameAsJSON struct {
	ID   *int64 `json:"id"`
	Row  *int   `json:"row"`
	Name string `json:"name"`
}

type importChangeJSON struct {
	Field  string `json:"field"`
	Before string `json:"before"`
	After  string `json:"after"`
}

// previewJSON is a preview before anything is written.
func (r *run) previewJSON(p model.Preview, dryRun bool) importJSON {
	out := importJSON{
		File: p.File, Document: p.Document, Encoding: orNull(p.Encoding),
		New: p.Count(model.ResultNew), Updated: p.Count(model.ResultUpdated),
		Unchanged: p.Count(model.ResultUnchanged), Refused: p.Count(model.ResultRefused),
		NewEntries: p.CountEntries(model.ResultNew), NewContacts: p.CountContacts(model.ResultNew),
		NewOwed: p.CountRecords(model.ResultNew, model.RowOfReceivable), NewPaid: p.CountRecords(model.ResultNew, model.RowOfPayment),
		NewOrders:   p.CountRecords(model.ResultNew, model.RowOfOrder),
		NewProjects: p.CountRecords(model.ResultNew, model.RowOfProject), NewItems: p.CountRecords(model.ResultNew, model.RowOfStep),
		Unknown: notNull(p.Unknown), Skipped: notNull(p.Skipped), Rows: []importRowJSON{}, DryRun: dryRun,
	}
	out.accountJSON(p)
	for _, row := range p.Rows {
		line := importRowJSON{
			Row: row.Row, Sheet: orNull(row.Sheet), Record: row.Record, Title: orNull(row.Title), Outcome: row.Result,
			Customer: row.Name, CustomerID: idOrNull(row.CustomerID),
			Changes: []importChangeJSON{}, Inferred: notNull(row.Inferred.Items()),
		}
		if who := row.SameAs; who != nil {
			line.SameAs = &sameAsJSON{ID: idOrNull(who.ID), Name: who.Name}
			if who.ID == 0 {
				line.SameAs.Row = &who.Row
			}
		}
		for _, n := range row.Years {
			line.Years = append(line.Years, yearJSON{n.Record + "." + n.Field, n.On, n.Sheet})
		}
		line.Nothing = row.Nothing
		if row.Status != nil {
			line.Status = &statusJSON{row.Status.Stated, row.Status.Text, row.Status.Now.Status, row.Status.Now.AsOf}
		}
		if row.Money != nil {
			line.Money = moneyRow(row.Money)
		}
		if row.Used != nil {
			line.Used = label.UsedBefore(row.Used, r.lang)
		}
		if row.Order != nil {
			line.OrderStatus = &orderStatusJSON{row.Order.Stated, row.Order.Now}
		}
		if row.Err != nil {
			line.Reason = orNull(label.Reasons(row.Record, row.Err, r.lang))
		}
		for _, c := range row.Changes {
			line.Changes = append(line.Changes, importChangeJSON{c.Field, c.Before, c.After})
		}
		for _, c := range row.Differs {
			line.Differs = append(line.Differs, importChangeJSON{c.Field, c.Before, c.After})
		}
		out.Rows = append(out.Rows, line)
	}
	return out
}

// notNull is an empty list in JSON instead of null.
func notNull(items []string) []string {
	if items == nil {
		return []string{}
	}
	return items
}

// yearJSON is a day without a year that isn't taken in that of the sheet.
type yearJSON struct {
	Field string     `json:"field"`
	On    model.Date `json:"on"`
	Sheet model.Date `json:"like_other_rows"`
}

// statusJSON is a status that a file states, where the rules give another.
type statusJSON struct {
	Stated   model.OweStatus `json:"stated"`
	Text     string          `json:"stated_text,omitempty"` // what stands there, where it is no status
	Computed model.OweStatus `json:"computed"`
	AsOf     model.Date      `json:"as_of"`
}

// moneyRowJSON is what a row says of money: an amount owed, or a payment with
// what it settles.
type moneyRowJSON struct {
	Name        string           `json:"name"`
	Amount      moneyJSON        `json:"amount"`
	DueOn       *model.Date      `json:"due_on,omitempty"`
	Balance     *moneyJSON       `json:"balance,omitempty"`
	ReceivedOn  *model.Date      `json:"received_on,omitempty"`
	Allocations []namedShareJSON `json:"allocations,omitempty"`
	Advance     *moneyJSON       `json:"advance,omitempty"`
	// SaidSoFar is what by the file came in so far, where it isn't this payment
	// alone; KnownSoFar is what of it was there already.
	SaidSoFar  *moneyJSON `json:"said_so_far,omitempty"`
	KnownSoFar *moneyJSON `json:"known_so_far,omitempty"`
}

type namedShareJSON struct {
	Receivable string    `json:"receivable"`
	Amount     moneyJSON `json:"amount"`
}

func moneyRow(n *model.MoneyNote) *moneyRowJSON {
	sum := func(amount int64) moneyJSON { return moneyJSON{amount, n.Currency} }
	line := moneyRowJSON{Name: n.Name, Amount: sum(n.Amount)}
	if n.PaidOn == "" {
		balance := sum(n.Balance)
		line.DueOn, line.Balance = orNull(n.DueOn), &balance
		return &line
	}
	advance := sum(n.Advance)
	line.ReceivedOn, line.Advance = &n.PaidOn, &advance
	if n.Said != 0 {
		said, known := sum(n.Said), sum(n.Known)
		line.SaidSoFar, line.KnownSoFar = &said, &known
	}
	for _, s := range n.Shares {
		line.Allocations = append(line.Allocations, namedShareJSON{s.Name, sum(s.Amount)})
	}
	return &line
}

type orderStatusJSON struct {
	Stated   model.OrderStatus `json:"stated"`
	Computed model.OrderStatus `json:"computed"`
}
