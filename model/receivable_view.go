package model

import (
	"slices"
	"strconv"
)

// ReceivableView is the list of receivables, as they stood on the day: of those
// that exist on it.
var ReceivableView = View[ReceivableOf]{
	Record:  RowOfReceivable,
	Meta:    metaOfDebt,
	Columns: slices.Concat(debtFields(), debtStanding(), debtRow(), Instants(metaOfDebt)),
	Usual:   []string{"customer_id", "owed_for", "kind", "amount", "paid", "lowered", "balance", "due_on", "status", "days_late", "next_step"},
	Sort:    "due_on",
	Presets: []Preset{
		{Code: "open", Filters: on("open")},
		{Code: "overdue", Filters: append(on("open"), Filter{Field: "status", Op: OpIs, Value: string(OweOverdue)}), Sort: "due_on"},
		{Code: "promised", Filters: on("promised"), Sort: "promise_on"},
		{Code: "broken", Filters: on("broken"), Sort: "promise_on"},
	},
	Sums:  []string{"amount", "paid", "given_up", "balance", "overdue"},
	SumBy: []string{"currency"},
}

// on is the condition that a flag is set.
func on(code string) []Filter { return []Filter{{Field: code, Op: OpIs, Value: "1"}} }

func metaOfDebt(o *ReceivableOf) *Meta { return &o.Meta }

func debtFields() []Column[ReceivableOf] {
	columns := Lift(ReceivableFields, func(o *ReceivableOf) *Receivable { return &o.Receivable })
	columns = named(columns, "customer_id", RowOfCustomer, func(o *ReceivableOf) string { return o.Customer })
	columns = named(columns, "order_id", RowOfOrder, func(o *ReceivableOf) string { return o.OrderNo })
	columns = with(columns, "order_id", func(c *Column[ReceivableOf]) {
		c.JSON = func(o *ReceivableOf, _ AsOf) any { return idJSON(o.OrderID) }
	})
	return inner(columns, "settled", "promised_paid")
}

// idJSON is the id of another record, null where there is none.
func idJSON(id int64) any {
	if id == 0 {
		return nil
	}
	return id
}

// debtStanding is how a receivable stands, as of the day.
func debtStanding() []Column[ReceivableOf] {
	statuses := axis("status", OweStatuses...)
	return []Column[ReceivableOf]{
		{
			Spec: Spec{Code: "credits", Kind: KindNote, Kept: true},
			Get:  func(*ReceivableOf, AsOf) string { return "" }, JSON: creditsJSON,
		},
		{
			Spec: Spec{Code: "steps", Kind: KindNote, Kept: true},
			Get:  func(*ReceivableOf, AsOf) string { return "" }, JSON: stepsJSON,
		},
		sum("balance", func(o *ReceivableOf) int64 { return o.Now.Balance }, "(r.amount - r.settled)"),
		{
			Spec: statuses, SQL: oweStatusSQL,
			Get: func(o *ReceivableOf, _ AsOf) string { return string(o.Now.Status) }, Tone: debtTone,
		},
		{
			Spec: Spec{Code: "days_late", Kind: KindNumber, Min: -36500, Max: 36500, Kept: true}, SQL: daysLateSQL, Zero: true,
			Get: func(o *ReceivableOf, _ AsOf) string { return strconv.Itoa(o.Now.DaysLate) },
		},
		{
			Spec: axis[string]("bucket"), Get: bucketOf, SQL: bucketSQL,
			Options: func(at AsOf) []string { return at.Settings.Buckets().Codes() },
			JSON: func(o *ReceivableOf, at AsOf) any {
				if code := bucketOf(o, at); code != "" {
					return code
				}
				return nil
			},
		},
		{
			Spec: Spec{Code: "credited", Kind: KindAmount, Kept: true}, Zero: true, Inner: true,
			Get: func(o *ReceivableOf, _ AsOf) string { return strconv.FormatInt(o.Now.Credited(), 10) },
			SQL: func(at AsOf) string { return "(r.settled - r.paid - " + givenUpSQL(at) + ")" },
		},
		{
			Spec: Spec{Code: "next_step_on", Kind: KindDate, Kept: true}, Inner: true,
			Get: func(o *ReceivableOf, _ AsOf) string { return string(o.NextStepOn) },
		},
	}
}

// debtRow is what only a list shows of a receivable, and asks of it.
func debtRow() []Column[ReceivableOf] {
	plain := func(c Column[ReceivableOf]) Column[ReceivableOf] { c.Plain = true; return c }
	return []Column[ReceivableOf]{
		plain(Column[ReceivableOf]{
			Spec: Spec{Code: "owed_for", Kind: KindText, Kept: true},
			Get: func(o *ReceivableOf, _ AsOf) string {
				if o.InvoiceNo != "" {
					return o.InvoiceNo
				}
				return o.OrderNo
			},
			SQL: func(AsOf) string { return "iif(r.invoice_no <> '', r.invoice_no, r.order_no)" },
		}),
		plain(Column[ReceivableOf]{ // the first day on which it counts
			Spec: Spec{Code: "since", Kind: KindDate, Kept: true},
			Get:  func(o *ReceivableOf, _ AsOf) string { return string(o.Since()) },
			SQL:  func(AsOf) string { return "r.since" },
		}),
		plain(sum("lowered", func(o *ReceivableOf) int64 { return o.Now.Settled - o.Now.Paid }, "(r.settled - r.paid)")),
		plain(Column[ReceivableOf]{
			Spec: Spec{Code: "given_up", Kind: KindAmount, Kept: true}, Zero: true, SQL: givenUpSQL,
			Get: func(o *ReceivableOf, _ AsOf) string { return strconv.FormatInt(o.Now.GivenUp, 10) },
		}),
		plain(Column[ReceivableOf]{
			Spec: Spec{Code: "overdue", Kind: KindAmount, Kept: true}, Zero: true,
			Get: func(o *ReceivableOf, at AsOf) string {
				if o.DueOn == "" || o.DueOn >= at.Today {
					return "0"
				}
				return strconv.FormatInt(o.Now.Balance, 10)
			},
			SQL: func(at AsOf) string {
				return "CASE WHEN r.due_on <> '' AND r.due_on < " + day(at.Today) + " THEN r.amount - r.settled ELSE 0 END"
			},
		}),
		plain(Column[ReceivableOf]{
			Spec: Spec{Code: "next_step", Kind: KindText, Kept: true},
			Get:  func(o *ReceivableOf, _ AsOf) string { return string(o.NextStepOn) },
		}),
		test("promised", func(o *ReceivableOf, at AsOf) bool { return o.promise(at.Today) == PromisePending }, func(at AsOf) string {
			return "r.settled < r.amount AND r.promise_on <> '' AND r.promise_on >= " + day(at.Today)
		}),
		test("broken", func(o *ReceivableOf, at AsOf) bool { return o.promise(at.Today) == PromiseBroken }, func(at AsOf) string {
			return "r.settled < r.amount AND r.promise_on <> '' AND r.promise_on < " + day(at.Today) +
				" AND r.paid - r.promised_paid < r.promised_sum"
		}),
		test("open", func(o *ReceivableOf, _ AsOf) bool { return o.Now.Balance > 0 }, func(AsOf) string { return "r.settled < r.amount" }),
	}
}

// promise is how the latest promise stands while something is open; "" = there
// is none, or so much came.
func (o *ReceivableOf) promise(today Date) PromiseState {
	switch {
	case o.Now.Balance <= 0 || o.PromiseOn == "":
		return ""
	case o.PromiseOn >= today:
		return PromisePending
	case o.Now.Paid-o.PromisedPaid < o.PromisedSum:
		return PromiseBroken
	}
	return ""
}

func debtTone(o *ReceivableOf, _ AsOf) Tone {
	if o.Now.Status == OweOverdue {
		return ToneLate
	}
	return TonePlain
}

func oweStatusSQL(at AsOf) string {
	today := day(at.Today)
	return `CASE WHEN r.settled >= r.amount THEN 'paid' WHEN r.due_on <> '' AND r.due_on < ` + today + ` THEN 'overdue'
		WHEN r.paid > 0 THEN 'partial' WHEN r.due_on <> '' OR (r.invoiced_on <> '' AND r.invoiced_on <= ` + today + `)
			OR (r.invoiced_on = '' AND r.invoice_no <> '') THEN 'pending' ELSE 'unpaid' END`
}

func daysLateSQL(at AsOf) string {
	return "CASE WHEN r.due_on = '' THEN 0 ELSE CAST(julianday(CASE WHEN r.settled >= r.amount THEN " + PaidUpSQL(at.Today) +
		" ELSE " + day(at.Today) + " END) - julianday(r.due_on) AS INTEGER) END"
}

// PaidUpSQL is the day by which all of a paid receivable r was there, as of a
// day: that of the last payment or of the write-off, else that of the last
// credit note; one of nothing was paid when it was due.
func PaidUpSQL(asOf Date) string {
	d := day(asOf)
	return `coalesce(nullif(max(coalesce((SELECT max(allocated_on) FROM allocation WHERE receivable_id = r.id AND allocated_on <= ` + d + `
		AND (reversed_on = '' OR reversed_on > ` + d + `)), ''), iif(r.written_off_on <= ` + d + `, r.written_off_on, '')), ''),
		(SELECT max(credited_on) FROM credit WHERE receivable_id = r.id AND credited_on <= ` + d + `), r.due_on)`
}

// OffMovesSQL is what was given up of receivables for which that was more than
// once, a line a time, in SQL; a negative amount was taken back.
const OffMovesSQL = `(SELECT r.id AS receivable_id, m.value ->> 'on' AS moved_on, m.value ->> 'amount' AS moved
	FROM receivable r, json_each(iif(r.write_offs = '', '[]', r.write_offs)) m WHERE r.write_offs <> '')`

func givenUpSQL(at AsOf) string {
	today := day(at.Today)
	return "CASE WHEN r.write_offs <> '' THEN (SELECT coalesce(sum(moved), 0) FROM " + OffMovesSQL +
		" WHERE receivable_id = r.id AND moved_on <= " +
		today + ") WHEN r.written_off_on <= " + today + " THEN r.written_off ELSE 0 END"
}

func bucketOf(o *ReceivableOf, at AsOf) string {
	if o.Now.Balance <= 0 {
		return ""
	}
	b := at.Settings.Buckets()
	return b.Code(b.Of(o.DueOn, at.Today))
}

func bucketSQL(at AsOf) string {
	b := at.Settings.Buckets()
	return "CASE WHEN r.settled >= r.amount THEN '' ELSE " + b.SQL(at.Today, func(n int) string { return "'" + b.Code(n) + "'" }) + " END"
}

// SQL is the bucket of a receivable r as of a day, by what name calls it.
func (b Buckets) SQL(today Date, name func(int) string) string {
	sql := "CASE WHEN r.due_on = '' THEN " + name(b.Of("", today)) + " WHEN r.due_on >= " + day(today) + " THEN " + name(b.OfDays(0))
	last := b.Len() - 1
	for n := b.OfDays(1); n < last; n++ {
		_, to := b.Span(n)
		sql += " WHEN r.due_on >= " + day(today.AddDays(-to)) + " THEN " + name(n)
	}
	return sql + " ELSE " + name(last) + " END"
}
