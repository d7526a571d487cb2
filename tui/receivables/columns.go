package receivables

import (
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"
	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/ask"
	"genjin/tui/kit"
)

// bucketRow is a bucket of the aging in one currency.
type bucketRow struct {
	currency string
	bucket   int
	name     string // of the bucket, by its code
	open     int64
	total    int64 // of the currency
	mille    int   // tenths of a percent of it
}

func bucketRows(a model.Aging) []bucketRow {
	var rows []bucketRow
	for _, t := range a.Totals {
		parts := model.PerMilles(t.Buckets)
		for n, open := range t.Buckets {
			rows = append(rows, bucketRow{t.Currency, n, a.Bucket.Code(n), open, t.Total, parts[n]})
		}
	}
	return rows
}

func (s *Screen) setColumns() {
	for _, l := range []*kit.Listing[model.ReceivableOf]{s.due, s.all} {
		l.SetColumns(ask.Columns(s.debts, label.Receivables, s.asOf, s.debtColumns()))
	}
	s.payments.SetColumns(ask.Columns(s.pays, label.Payments, s.asOf, s.paymentColumns()))
	s.lines.SetColumns(s.lineColumns())
	s.promises.SetColumns(s.promiseColumns())
	s.buckets.SetColumns(s.bucketColumns())
}

// showColumns shows the columns that the person chose.
func (s *Screen) showColumns() tea.Cmd {
	s.setColumns()
	return s.Look()
}

// brief is a day in few cells: 11-14, of another year 25-11-14.
func brief(d, today model.Date) string {
	if short := label.Short(string(d), today); len(short) < len("2006-01-02") {
		return short
	}
	return string(d[2:])
}

const (
	briefWidth = 8
	moneyWidth = 14 // with a currency before it
)

const (
	sumWidth   = 12
	shareWidth = 5
)

// debtColumns are whose, what, until when, how it stands, how much is open,
// how much has come, how late, and what was done and is to be done. What can
// be seen beside the list leaves first.
func (s *Screen) debtColumns() []kit.Column[model.ReceivableOf] {
	w, st, l := s.words.Owed, s.env.Styles, s.words.Lang
	day := func(d model.Date) string { return brief(d, s.today) }
	widest := func(least int, texts ...string) int {
		for _, t := range texts {
			least = max(least, kit.Width(t))
		}
		return least
	}
	status := widest(8, w.OweOverduePart, w.OwePartial, w.OwePending, w.Disputed)
	steps := 6 + widest(0, label.StepName(0, l), label.StepName(1, l), label.StepName(2, l), label.StepName(3, l), label.StepName(4, l))
	return []kit.Column[model.ReceivableOf]{
		{Code: "customer_id", Title: w.Customer, Min: 12, Max: 26, Weight: 2, Cell: func(r model.ReceivableOf) string { return r.Customer }},
		{Code: "owed_for", Title: w.Item, Min: 8, Max: 16, Weight: 1, Cell: func(r model.ReceivableOf) string { return r.Name() }},
		{Code: "kind", Title: label.Field("receivable", "kind", l), Min: 8, Max: 10, Drop: 7, Cell: func(r model.ReceivableOf) string {
			return label.Option("receivable", "kind", string(r.Kind), l)
		}},
		{Code: "due_on", Title: label.Field("receivable", "due_on", l), Min: briefWidth, Max: briefWidth,
			Cell: func(r model.ReceivableOf) string { return day(r.DueOn) }},
		{Code: "status", Title: label.Field("receivable", "status", l), Min: status, Max: status, Cell: s.statusCell, Style: s.statusStyle},
		{Code: "amount", Title: w.Amount, Min: moneyWidth, Max: 18, Right: true, Drop: 5, Cell: func(r model.ReceivableOf) string {
			return label.Amount(r.Amount, r.Currency)
		}},
		{Code: "balance", Title: w.Balance, Min: moneyWidth, Max: 18, Weight: 1, Right: true, Cell: func(r model.ReceivableOf) string {
			return label.Amount(r.Now.Balance, r.Currency)
		}, Style: func(r model.ReceivableOf) *lipgloss.Style {
			if r.Now.Balance > 0 {
				return &st.Strong
			}
			return nil
		}},
		{Code: "share", Title: w.Share, Min: shareWidth, Max: shareWidth, Drop: 2, Cell: s.shareCell,
			Style: func(model.ReceivableOf) *lipgloss.Style { return &st.Accent }},
		{Code: "parts", Title: w.Parts, Min: max(kit.Width(w.Parts), 4), Max: 5, Drop: 1, Cell: func(r model.ReceivableOf) string {
			if r.Of == 0 {
				return ""
			}
			return fmt.Sprintf("%d/%d", r.PaidOf, r.Of)
		}},
		{Code: "days_late", Title: w.Late, Min: max(kit.Width(w.Late), 5), Max: 6, Right: true, Cell: s.lateCell,
			Style: func(r model.ReceivableOf) *lipgloss.Style {
				if r.Now.Status == model.OweOverdue {
					return &st.Late
				}
				return nil
			}},
		{Code: "chased_on", Title: w.LastStep, Min: max(kit.Width(w.LastStep), 6), Max: 10, Drop: 6,
			Cell: func(r model.ReceivableOf) string { return day(r.ChasedOn) }},
		{Code: "next_step", Title: w.NextStep, Min: steps, Max: steps + 5, Drop: 3, Cell: func(r model.ReceivableOf) string {
			if r.NextStepOn == "" {
				return ""
			}
			return day(r.NextStepOn) + " " + label.StepName(r.NextStep.Level, l)
		}, Style: func(r model.ReceivableOf) *lipgloss.Style {
			if r.NextStepOn != "" && r.NextStepOn <= s.today {
				return &st.Warn
			}
			return &st.Dim
		}},
	}
}

// statusCell is how a receivable stands in a word.
func (s *Screen) statusCell(r model.ReceivableOf) string {
	w := s.words.Owed
	if r.Disputed && r.Now.Balance > 0 {
		return w.Disputed
	}
	switch r.Now.Status {
	case model.OwePaid:
		return label.Owing(r.Now, s.words.Lang)
	case model.OwePartial:
		return w.OwePartial
	case model.OwePending:
		return w.OwePending
	case model.OweUnpaid:
		return w.OweUnpaid
	}
	if r.Now.Paid > 0 {
		return w.OweOverduePart
	}
	return w.OweOverdue
}

func (s *Screen) statusStyle(r model.ReceivableOf) *lipgloss.Style {
	st := s.env.Styles
	switch {
	case r.Now.Balance > 0 && r.Disputed:
		return &st.Warn
	case r.Now.Status == model.OweOverdue:
		return &st.Late
	case r.Now.Status == model.OwePaid && r.Now.GivenUp == 0:
		return &st.Good
	}
	return nil
}

func (s *Screen) shareCell(r model.ReceivableOf) string {
	return kit.Progress(r.Now.Share(), 1000, shareWidth)
}

func (s *Screen) lateCell(r model.ReceivableOf) string {
	if r.Now.Balance <= 0 || r.Now.DaysLate <= 0 {
		return ""
	}
	return label.Late(r.Now.DaysLate, s.words.Lang)
}

func (s *Screen) rowStyle(r model.ReceivableOf) *lipgloss.Style {
	if r.Now.Balance <= 0 {
		return &s.env.Styles.Dim
	}
	return nil
}

// paymentColumns are when, whose, how much, what of it is allocated, what is
// left, how it came, and whether it is verified.
func (s *Screen) paymentColumns() []kit.Column[model.PaymentOf] {
	w, st, l := s.words.Owed, s.env.Styles, s.words.Lang
	field := func(code string) string { return label.Field("payment", code, l) }
	return []kit.Column[model.PaymentOf]{
		{Code: "received_on", Title: w.Received, Min: briefWidth, Max: briefWidth, Cell: func(p model.PaymentOf) string {
			return brief(p.ReceivedOn, s.today)
		}},
		{Code: "customer_id", Title: w.Customer, Min: 12, Max: 26, Weight: 2, Cell: func(p model.PaymentOf) string { return p.Customer }},
		{Code: "amount", Title: field("amount"), Min: moneyWidth, Max: 18, Weight: 1, Right: true, Cell: func(p model.PaymentOf) string {
			return label.Amount(p.Amount, p.Currency)
		}},
		{Code: "allocated", Title: field("allocated"), Min: sumWidth, Max: 16, Right: true, Drop: 3,
			Cell: func(p model.PaymentOf) string { return label.Grouped(p.Allocated, p.Currency) }},
		{Code: "advance", Title: field("advance"), Min: sumWidth, Max: 16, Right: true, Cell: func(p model.PaymentOf) string {
			if p.Advance() == 0 {
				return ""
			}
			return label.Grouped(p.Advance(), p.Currency)
		}, Style: func(model.PaymentOf) *lipgloss.Style { return &st.Warn }},
		{Code: "method", Title: field("method"), Min: 14, Max: 16, Cell: s.methodCell, Style: func(p model.PaymentOf) *lipgloss.Style {
			if p.Immature(s.today) {
				return &st.Warn
			}
			return nil
		}},
		{Code: "verified", Title: w.Verified, Min: max(kit.Width(w.Verified), 4), Max: 8, Drop: 1, Cell: func(p model.PaymentOf) string {
			if p.Verified {
				return w.Yes
			}
			return "-"
		}},
		{Code: "receipt_no", Title: field("receipt_no"), Min: 10, Max: 16, Weight: 1, Drop: 4, Cell: func(p model.PaymentOf) string {
			return p.ReceiptNo
		}},
		{Code: "payer", Title: field("payer"), Min: 10, Max: 20, Weight: 1, Drop: 5, Cell: func(p model.PaymentOf) string {
			return s.words.Note(p.Payer)
		}},
	}
}

func (s *Screen) methodCell(p model.PaymentOf) string {
	switch {
	case p.ReversedOn != "":
		return s.words.Owed.Reversed
	case p.Immature(s.today):
		return s.words.Owed.Immature
	}
	return label.Option("payment", "method", string(p.Method), s.words.Lang)
}

func (s *Screen) paymentStyle(p model.PaymentOf) *lipgloss.Style {
	if p.ReversedOn != "" {
		return &s.env.Styles.Dim
	}
	return nil
}

// promiseColumns are for which day, whose, how much was promised and how much
// has come, and what became of it.
func (s *Screen) promiseColumns() []kit.Column[model.Promise] {
	w, st := s.words.Owed, s.env.Styles
	return []kit.Column[model.Promise]{
		{Code: "promise_on", Title: w.For, Min: briefWidth, Max: briefWidth, Cell: func(p model.Promise) string {
			return brief(p.PromiseOn, s.today)
		}},
		{Code: "customer", Title: w.Customer, Min: 12, Max: 26, Weight: 2, Cell: func(p model.Promise) string { return p.Customer }},
		{Code: "item", Title: w.Item, Min: 8, Max: 16, Weight: 1, Cell: func(p model.Promise) string { return p.Name }},
		{Code: "promise_amount", Title: w.Promised, Min: moneyWidth, Max: 18, Weight: 1, Right: true,
			Cell: func(p model.Promise) string { return label.Amount(p.PromiseAmount, p.Currency) }},
		{Code: "paid", Title: w.Came, Min: sumWidth, Max: 16, Right: true, Drop: 1, Cell: func(p model.Promise) string {
			return label.Grouped(p.Paid, p.Currency)
		}},
		{Code: "state", Title: w.State, Min: 8, Max: 8, Cell: func(p model.Promise) string { return label.PromiseState(p.State, s.words.Lang) },
			Style: func(p model.Promise) *lipgloss.Style {
				switch p.State {
				case model.PromiseBroken:
					return &st.Late
				case model.PromiseKept:
					return &st.Good
				}
				return nil
			}},
		{Code: "chased_on", Title: w.MadeOn, Min: briefWidth, Max: briefWidth, Drop: 2, Cell: func(p model.Promise) string {
			return brief(p.ChasedOn, s.today)
		}},
		{Code: "note", Title: label.Field("dunning", "note", s.words.Lang), Min: 12, Weight: 2, Drop: 3,
			Cell: func(p model.Promise) string { return s.words.Note(p.Note) }},
	}
}

// roomyLines is from how many columns on the customers' aging has whole
// amounts.
const roomyLines = 110

// lineColumns are a customer's debts by how long they are due.
func (s *Screen) lineColumns() []kit.Column[model.AgingLine] {
	w, st := s.words.Owed, s.env.Styles
	b := s.head.set.Buckets()
	columns := []kit.Column[model.AgingLine]{
		{Code: "customer", Title: w.Customer, Min: 12, Max: 30, Weight: 2, Cell: func(a model.AgingLine) string { return a.Customer }},
		{Code: "total", Title: w.Total, Min: moneyWidth, Max: 18, Right: true, Weight: 1, Cell: func(a model.AgingLine) string {
			return label.Amount(a.Total, a.Currency)
		}, Style: func(model.AgingLine) *lipgloss.Style { return &st.Strong }},
	}
	show := func(n int64, currency string) string { return label.Grouped(n, currency) }
	name, width := label.Bucket, sumWidth
	if w, _ := s.Size(); w < roomyLines { // whole amounts would not fit beside each other
		name, width = label.BucketShort, 8
		show = func(n int64, currency string) string { return label.Compact(n, currency, s.words.Lang) }
	}
	for n := range b.Len() {
		columns = append(columns, kit.Column[model.AgingLine]{
			Code: b.Code(n), Title: name(b, n, s.words.Lang), Min: width, Max: 16, Right: true, Weight: 1,
			Cell: func(a model.AgingLine) string {
				if n >= len(a.Buckets) || a.Buckets[n] == 0 {
					return ""
				}
				return show(a.Buckets[n], a.Currency)
			},
			Style: func(model.AgingLine) *lipgloss.Style {
				if b.IsPastDue(n) {
					return &st.Late
				}
				return nil
			},
		})
	}
	return append(columns, kit.Column[model.AgingLine]{Code: "count", Title: w.Count, Min: max(kit.Width(w.Count), 4),
		Max: 6, Right: true, Drop: 1, Cell: func(a model.AgingLine) string { return strconv.Itoa(a.Count) }})
}

// bucketCells is what the columns beside the bars take.
const bucketCells = 54

// bucketColumns are the aging as bars.
func (s *Screen) bucketColumns() []kit.Column[bucketRow] {
	w, st := s.words.Owed, s.env.Styles
	b := s.head.set.Buckets()
	all, _ := s.Size()
	bar := max(min(all-bucketCells, 40), 10)
	return []kit.Column[bucketRow]{
		{Code: "currency", Title: label.Field("receivable", "currency", s.words.Lang), Min: 8, Max: 8, Cell: func(r bucketRow) string {
			if r.bucket > 0 {
				return ""
			}
			return r.currency
		}},
		{Code: "bucket", Title: w.Bucket, Min: 14, Max: 14, Cell: func(r bucketRow) string { return label.Bucket(b, r.bucket, s.words.Lang) }},
		{Code: "open", Title: w.Balance, Min: 16, Max: 20, Right: true, Cell: func(r bucketRow) string {
			if r.open == 0 {
				return "-"
			}
			return label.Grouped(r.open, r.currency)
		}, Style: func(r bucketRow) *lipgloss.Style {
			if b.IsPastDue(r.bucket) && r.open > 0 {
				return &st.Late
			}
			return nil
		}},
		{Code: "percent", Title: w.Percent, Min: 6, Max: 6, Right: true, Cell: func(r bucketRow) string {
			if r.open == 0 {
				return ""
			}
			return fmt.Sprintf("%d.%d%%", r.mille/10, r.mille%10)
		}},
		{Code: "bar", Title: "", Min: bar, Max: bar, Cell: func(r bucketRow) string { return kit.Bar(s.env, r.open, r.total, bar) },
			Style: func(r bucketRow) *lipgloss.Style { return &st.Accent }},
	}
}
