package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
)

// rankedText is every record of every table, with ids in place of which their
// rank stands and without instants, as text. Left out are what belongs to one
// file only: the log, the imports, the settings, drafts and layouts.
func rankedText(t interface{ Fatal(...any) }, s *Store) string {
	ctx := context.Background()
	ranks := map[string]map[int64]int{}
	rank := func(table string, id int64) string {
		if id == 0 {
			return "0"
		}
		if ranks[table] == nil {
			ids, err := s.ids(ctx, "SELECT id FROM "+table+" ORDER BY id")
			if err != nil {
				t.Fatal(err)
			}
			ranks[table] = map[int64]int{}
			for i, id := range ids {
				ranks[table][id] = i + 1
			}
		}
		return fmt.Sprint(ranks[table][id])
	}
	var out []string
	for _, table := range []string{"customer", "journal", "contact", "visit_plan", "purchase", "occasion", "customer_price",
		"company", "document", "lookup", "contract", "minutes", "product", "customer_order", "order_line", "order_node",
		"order_change", "handled", "receivable",
		"payment", "allocation", "credit", "refund", "dunning", "reconciliation", "segment", "customer_search", "customer_key", "customer_thin"} {
		rows, err := s.db.QueryContext(ctx, "SELECT * FROM "+table)
		if err != nil {
			t.Fatal(err)
		}
		columns, _ := rows.Columns()
		var lines []string
		for rows.Next() {
			values, ptrs := make([]sql.NullString, len(columns)), make([]any, len(columns))
			for i := range values {
				ptrs[i] = &values[i]
			}
			if err := rows.Scan(ptrs...); err != nil {
				t.Fatal(err)
			}
			var parts []string
			var kind, about string
			for i, c := range columns {
				switch c {
				case "kind":
					kind = values[i].String
				case "about":
					about = values[i].String
				}
			}
			for i, c := range columns {
				text := values[i].String
				var id int64
				_, _ = fmt.Sscan(text, &id)
				switch c {
				case "created_at", "updated_at", "id":
					continue
				case "customer_id", "referrer", "of_customer":
					text = rank("customer", id)
				case "order_id":
					text = rank("customer_order", id)
				case "receivable_id", "payment_id":
					text = rank(strings.TrimSuffix(c, "_id"), id)
				case "entry_id":
					text = rank("journal", id)
				case "record":
					of := "customer"
					if kind == "case" {
						of = "journal"
					} else if (model.Handled{Kind: model.RowKind(kind), About: about}).OfOrder() {
						of = "customer_order"
					} else if about == "contact" || about == "occasion" || kind == "paper" {
						of = about
					} else if (model.Row{Kind: model.RowKind(kind)}).OfDebt() {
						of = "receivable"
					}
					text = rank(of, id)
				}
				parts = append(parts, c+"="+text)
			}
			lines = append(lines, table+" "+strings.Join(parts, " "))
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		_ = rows.Close()
		slices.Sort(lines)
		out = append(out, lines...)
	}
	return strings.Join(out, "\n")
}

// fillAttached gives a customer random records of every kind.
func fillAttached(t *rapid.T, s *Store, customer int64) {
	for _, kind := range model.AttachedRecords {
		n := rapid.IntRange(0, 2).Draw(t, kind.Record)
		if kind.Single {
			n = min(n, 1)
		}
		for i := range n {
			it, last := model.Item{Record: kind.Record, CustomerID: customer, Values: map[string]string{}}, ""
			for _, f := range kind.Fields {
				if !f.Required && rapid.Bool().Draw(t, "empty") {
					continue
				}
				text := "x" + rapid.SampledFrom([]string{"", "王", " \"引号\"", "<b>&amp;", "😀", "a,b;c\\"}).Draw(t, f.Code)
				switch f.Kind {
				case model.KindAmount:
					text = fmt.Sprint(rapid.Int64Range(1, 1e13).Draw(t, f.Code))
				case model.KindBirthday:
					text = rapid.SampledFrom([]string{"1988-08-15", "--02-29", "lunar:1988-07-03", "lunar:--06r-12"}).Draw(t, f.Code)
				case model.KindDate:
					text = max(someDate.Draw(t, f.Code), last) // what comes later in a record isn't before the other
					last = text
				case model.KindPeriod:
					text = fmt.Sprint(2020 + i) // two of a customer's are of two periods
				case model.KindPhones:
					text = somePhones.Draw(t, f.Code)
				case model.KindChoice:
					text = rapid.SampledFrom(f.Options).Draw(t, f.Code)
				case model.KindNote:
					text = someNote.Draw(t, f.Code)
				}
				if f.Code == "currency" {
					text = "USD"
				}
				if n := f.Limit(); len([]rune(text)) > n {
					text = model.Clean(string([]rune(text)[:n]))
				}
				it.Values[f.Code] = text
			}
			delete(it.Values, "inventory") // a part of what may be less, or not be there
			if _, err := s.SaveItem(context.Background(), it); err != nil {
				t.Fatal(err)
			}
		}
	}
}

func TestAllExportedAndReadBackIsTheSame(t *testing.T) {
	dir := t.TempDir()
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		ctx := context.Background()
		open := func(name string) *Store {
			return openFile(rt, filepath.Join(dir, fmt.Sprintf("%s%d.db", name, n)), AsOf("2026-11-24"))
		}
		from, to := open("from"), open("to")
		defer from.Close()
		defer to.Close()
		fillStore(rt, from)
		used := rapid.Bool().Draw(rt, "a used file")
		if used {
			// The log speaks of records that are gone: ids can't be kept.
			if _, err := to.AddCustomer(ctx, model.Customer{Name: "先来的"}); err != nil {
				rt.Fatal(err)
			}
			if _, err := to.Undo(ctx); err != nil {
				rt.Fatal(err)
			}
		}
		empty := rankedText(rt, to)
		path := filepath.Join(dir, fmt.Sprintf("%d.json", n))
		if _, err := from.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
			rt.Fatal(err)
		}
		p, err := to.PreviewImport(ctx, path, ImportOptions{})
		if err != nil {
			rt.Fatal(err)
		}
		for _, r := range p.Rows {
			if r.Err != nil {
				rt.Fatalf("%s %q is refused: %v", r.Record, r.Name, r.Err)
			}
		}
		b, err := to.Import(ctx, p, false)
		if err != nil {
			rt.Fatal(err)
		}
		want, got := rankedText(rt, from), rankedText(rt, to)
		if want != got {
			rt.Fatalf("%s", firstDifference(want, got))
		}
		if _, err := to.UndoBatch(ctx, b.ID); err != nil {
			rt.Fatal(err)
		}
		if after := rankedText(rt, to); after != empty {
			rt.Fatalf("undone: %s", firstDifference(empty, after))
		}
	})
}

// fillStore keeps customers who refer to each other, with all that belongs to
// them, ticked rows and saved filters.
func fillStore(t *rapid.T, s *Store) {
	ctx := context.Background()
	var last model.Customer
	for i := range rapid.IntRange(1, 4).Draw(t, "customers") {
		c := model.Customer{}
		fillIn(t, model.CustomerFields, &c, "referrer", "currency")
		if c.Stage == model.Lost && c.LostReason == "" {
			c.LostReason = "price" // a lost deal says why
		} else if c.Stage != model.Lost {
			c.ClearLoss()
		}
		c.Name = fmt.Sprintf("同名%d", i%2) // two of a name are two
		c.Archived = rapid.Bool().Draw(t, "archived")
		if i > 0 && rapid.Bool().Draw(t, "brought") {
			c.Referrer = last.ID
		}
		kept, err := s.AddCustomer(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		for range rapid.IntRange(0, 3).Draw(t, "entries") {
			e := model.Entry{CustomerID: kept.ID, At: "2026-11-20 09:00", Situation: "说过的话",
				Kind:    rapid.SampledFrom(model.EntryKinds).Draw(t, "kind"),
				Outcome: rapid.SampledFrom([]model.Outcome{model.Reached, model.NotReached}).Draw(t, "outcome")}
			if _, _, err := s.Log(ctx, e, model.Plan{}); err != nil {
				t.Fatal(err)
			}
		}
		fillAttached(t, s, kept.ID)
		fillLedger(t, s, kept.ID)
		last = kept
	}
	day, err := s.Day(ctx, 400)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range model.Queue(day.Facts) {
		if rapid.Bool().Draw(t, "handled") {
			until := rapid.SampledFrom([]model.Date{"", "2026-12-01"}).Draw(t, "until")
			if err := s.Handle(ctx, r, until, ""); err != nil {
				t.Fatal(err)
			}
		}
	}
	if _, err := s.SaveSegment(ctx, model.Segment{Name: "A级", Conditions: "grade=A"}); err != nil {
		t.Fatal(err)
	}
}

// fillLedger gives a customer money records of every kind.
func fillLedger(t *rapid.T, s *Store, customer int64) {
	ctx := context.Background()
	refused := func(err error) {
		var fe *model.FieldError
		if err != nil && !errors.As(err, &fe) {
			t.Fatal(err)
		}
	}
	day := func(name string) model.Date {
		return model.Date("2026-11-24").AddDays(-rapid.IntRange(0, 60).Draw(t, name))
	}
	var owed, paid []int64
	for range rapid.IntRange(0, 3).Draw(t, "owed") {
		var r model.Receivable
		fillIn(t, model.ReceivableFields, &r, "currency", "amount", "terms")
		r.CustomerID, r.Amount, r.Currency, r.SaleOn = customer, rapid.Int64Range(1, 5000).Draw(t, "amount"),
			rapid.SampledFrom([]string{"CNY", "USD"}).Draw(t, "currency"), day("sold")
		r.Instalment, r.Instalments, r.Terms = 2, 3, "月结30天"
		r, err := s.AddReceivable(ctx, r)
		if refused(err); err == nil {
			owed = append(owed, r.ID)
		}
	}
	for range rapid.IntRange(0, 3).Draw(t, "paid") {
		p, err := s.Pay(ctx, model.Payment{CustomerID: customer, Amount: rapid.Int64Range(1, 6000).Draw(t, "received"),
			Currency: "CNY", ReceivedOn: day("received on"), ReceiptNo: "S\"1", Method: "draft"}, nil)
		if refused(err); err == nil {
			paid = append(paid, p.ID)
		}
	}
	for _, id := range owed {
		_, err := s.LogDunning(ctx, model.Dunning{ReceivableID: id, Method: rapid.SampledFrom(model.ChaseMethods).Draw(t, "chased"),
			PromiseOn: "2026-11-30", Note: "答应"})
		refused(err)
		_, err = s.CreditNote(ctx, model.Credit{ReceivableID: id, Amount: rapid.Int64Range(1, 1000).Draw(t, "credit"), Reason: "退货"})
		refused(err)
		if rapid.Bool().Draw(t, "disputed") {
			_, err = s.Dispute(ctx, id, "数量不符")
			refused(err)
		}
		if rapid.Bool().Draw(t, "given up") {
			_, err = s.WriteOff(ctx, id, model.WriteOff{Amount: rapid.Int64Range(0, 500).Draw(t, "off"), Why: "倒闭"})
			refused(err)
		}
	}
	for _, id := range paid {
		_, err := s.Refund(ctx, model.Refund{PaymentID: id, Amount: rapid.Int64Range(1, 1000).Draw(t, "back"), Reason: "多付"})
		refused(err)
		if rapid.Bool().Draw(t, "bounced") {
			_, err = s.ReversePayment(ctx, id, "", "退票")
			refused(err)
		}
		_, err = s.Allocate(ctx, id, nil)
		refused(err)
	}
	if rapid.Bool().Draw(t, "reconciled") {
		_, err := s.SaveReconciliation(ctx, model.Reconciliation{CustomerID: customer, FromOn: "2026-10-01", ToOn: "2026-10-31",
			Difference: -300, Why: "运费"})
		refused(err)
	}
}

func firstDifference(want, got string) string {
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("\nwant %s\n got %s", a[i], b[i])
		}
	}
	return fmt.Sprintf("%d lines, want %d", len(b), len(a))
}
