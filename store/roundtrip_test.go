package store

import (
	"context"
	"fmt"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
	"genjin/model/label"
)

// words that a form has labels, options and ticks of.
var words = []string{"电话", "微信", "备注", "客户", "销售", "准客户", "√", "意向", "地址:长风街", "序号", "合计", "未接通", "√新客户", "1", "2026-11-20", "情况描述"}

var someText = rapid.Custom(func(t *rapid.T) string {
	if rapid.IntRange(0, 5).Draw(t, "a word") == 0 {
		return rapid.SampledFrom(words).Draw(t, "word")
	}
	runes := rapid.SliceOfN(rapid.SampledFrom([]rune("王李张客户电话地址备注abcXYZ 019,，。:：;/'\"=+-@#<>&_\\?！😀👍🏽é中文\t")), 1, 30).Draw(t, "text")
	return model.Clean("x" + string(runes)) // a lone - or / means that there is nothing
})

var someNote = rapid.Custom(func(t *rapid.T) string {
	return model.CleanNote(strings.Join(rapid.SliceOfN(someText, 1, 5).Draw(t, "lines"), "\n"))
})

var someDate = rapid.Custom(func(t *rapid.T) string {
	return string(model.Date("2025-01-01").AddDays(rapid.IntRange(0, 690).Draw(t, "day")))
})

var somePhones = rapid.Custom(func(t *rapid.T) string {
	return string(model.ListOf(rapid.SliceOfNDistinct(rapid.SampledFrom([]string{
		"15935946108", "138 0013 8000", "0354-2028888", "+86 137-0000-0002", "+44 20 7946 0018", "0757-83330001转802",
	}), 1, 3, rapid.ID[string]).Draw(t, "phones")...))
})

// fillIn gives a record random values of every field that a person types.
func fillIn[T any](t *rapid.T, fields model.Fields[T], rec *T, skip ...string) {
	for _, f := range fields {
		if f.Kept || reflect.ValueOf(skip).Len() > 0 && contains(skip, f.Code) || !f.Required && rapid.Bool().Draw(t, "empty "+f.Code) {
			continue
		}
		var text string
		switch f.Kind {
		case model.KindText, model.KindTags:
			text = someText.Draw(t, f.Code)
		case model.KindNote:
			text = someNote.Draw(t, f.Code)
		case model.KindNumber:
			text = fmt.Sprint(rapid.Int64Range(f.Min, f.Max).Draw(t, f.Code))
		case model.KindAmount:
			text = fmt.Sprint(rapid.Int64Range(1, 1e13).Draw(t, f.Code))
		case model.KindDate, model.KindMoment:
			text = someDate.Draw(t, f.Code)
		case model.KindBirthday:
			text = rapid.SampledFrom([]string{"1988-08-15", "--02-29", "lunar:1988-07-03", "lunar:--06r-12", "lunar:--12-30"}).Draw(t, f.Code)
		case model.KindPhones:
			text = somePhones.Draw(t, f.Code)
		case model.KindChoice:
			text = rapid.SampledFrom(f.Options).Draw(t, f.Code)
		case model.KindFlag:
			text = "1"
		}
		if f.Kind == model.KindTags {
			text = strings.Map(func(r rune) rune {
				if strings.ContainsRune(",，;；#/、", r) {
					return -1
				}
				return r
			}, text)
			text = model.Clean(text)
		}
		f.Set(rec, text)
	}
}

func contains(list []string, s string) bool {
	for _, l := range list {
		if l == s {
			return true
		}
	}
	return false
}

// same reports whether a record's fields are equal, but for those left out.
func same[T any](fields model.Fields[T], a, b *T, but ...string) []string {
	var diff []string
	for _, code := range fields.Diff(a, b) {
		if !contains(but, code) {
			f, _ := fields.ByCode(code)
			diff = append(diff, fmt.Sprintf("%s: %q became %q", code, f.Get(a), f.Get(b)))
		}
	}
	return diff
}

func TestFormExportedAndImportedIsTheSameCard(t *testing.T) {
	dir, from, to := t.TempDir(), open(t, "2026-11-24"), open(t, "2026-11-24")
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		ids := addNumbered(rt, from, n)
		path := filepath.Join(dir, fmt.Sprintf("%d.xlsx", n))
		if err := from.ExportForm(context.Background(), path, ids); err != nil {
			rt.Fatal(err)
		}
		compare(rt, from, to, ids, takeIn(rt, to, path))
	})
}

// takeIn imports a file whole and returns the ids of its customers.
func takeIn(t *rapid.T, s *Store, path string) (ids []int64) {
	ctx := context.Background()
	p, err := s.PreviewImport(ctx, path, ImportOptions{OnDuplicate: model.DuplicateNew})
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Unknown)+len(p.Skipped) > 0 {
		t.Errorf("unknown %q, skipped %q", p.Unknown, p.Skipped)
	}
	last, err := s.ids(ctx, "SELECT coalesce(max(id), 0) FROM customer")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Import(ctx, p, false); err != nil {
		for _, r := range p.Rows {
			if r.Err != nil {
				t.Log(r.Row, label.Reasons(r.Record, r.Err, label.ZH))
			}
		}
		t.Fatal(err)
	}
	if ids, err = s.ids(ctx, "SELECT id FROM customer WHERE id > ? ORDER BY id", last[0]); err != nil {
		t.Fatal(err)
	}
	return ids
}

// addRandom makes customers with journals; the second was brought by the first.
func addRandom(t *rapid.T, s *Store) []int64 { return addNumbered(t, s, 0) }

// addNumbered is addRandom with names that a number makes different from those
// of other calls.
func addNumbered(t *rapid.T, s *Store, n int) (ids []int64) {
	ctx := context.Background()
	for i := range rapid.IntRange(1, 2).Draw(t, "customers") {
		var c model.Customer
		fillIn(t, model.CustomerFields, &c, "currency", "referrer", "name")
		c.Name = fmt.Sprintf("客%s%d号%d", someText.Draw(t, "name"), n, i) + rapid.SampledFrom([]string{"", "先生", "女士", "有限公司"}).Draw(t, "title")
		c.Currency = rapid.SampledFrom([]string{"CNY", "USD", "JPY"}).Draw(t, "currency")
		c.Archived = rapid.Bool().Draw(t, "archived")
		if c.Stage == model.Lost && c.LostReason == "" {
			c.LostReason = "other"
		} else if c.Stage != model.Lost {
			c.ClearLoss()
		}
		if rapid.Bool().Draw(t, "inferred") {
			c.Inferred = "need\ngrade"
		}
		if i > 0 && rapid.Bool().Draw(t, "referred") {
			c.Referrer = ids[0]
		}
		c, err := s.AddCustomer(ctx, c)
		if err != nil {
			t.Fatal(err)
		}
		ids = append(ids, c.ID)
		for j := range rapid.IntRange(0, 4).Draw(t, "entries") {
			var e model.Entry
			fillIn(t, model.EntryFields, &e)
			e.CustomerID = c.ID
			e.Situation = fmt.Sprintf("%s%d", rapid.SampledFrom([]string{"", "电话", "进店看车", "未接通", "微信说 "}).Draw(t, "word")+e.Situation, j)
			plan := model.Plan{Reason: "x", NextAction: someText.Draw(t, "action")}
			if rapid.Bool().Draw(t, "planned") {
				plan.NextOn = model.Date("2026-12-01").AddDays(rapid.IntRange(0, 30).Draw(t, "next"))
			}
			if _, _, err := s.Log(ctx, e, plan); err != nil {
				t.Fatal(err)
			}
		}
	}
	return ids
}

// compare compares the cards, and their journals, of two files.
func compare(t *rapid.T, from, to *Store, were, are []int64, but ...string) {
	ctx := context.Background()
	was, err := from.CustomersByID(ctx, were)
	if err != nil {
		t.Fatal(err)
	}
	is, err := to.CustomersByID(ctx, are)
	if err != nil || len(is) != len(was) {
		t.Fatal(len(was), "became", len(is), err)
	}
	for i := range was {
		was[i].Referrer, is[i].Referrer = place(were, was[i].Referrer), place(are, is[i].Referrer)
		if diff := same(model.CustomerFields, &was[i], &is[i], but...); diff != nil {
			t.Errorf("card %s", strings.Join(diff, "\n"))
		}
		if len(but) > 0 {
			continue // a list has no journal
		}
		before, _ := journal.query(ctx, from.db, "WHERE customer_id = ? ORDER BY seq", were[i])
		after, _ := journal.query(ctx, to.db, "WHERE customer_id = ? ORDER BY seq", are[i])
		if len(before) != len(after) {
			t.Fatal(len(before), "entries became", len(after))
		}
		for n := range before {
			if diff := same(model.EntryFields, &before[n], &after[n], "customer_id"); diff != nil {
				t.Errorf("entry %s", strings.Join(diff, "\n"))
			}
		}
	}
}

// place is the position of an id, counted from 1.
func place(ids []int64, id int64) int64 {
	for i, other := range ids {
		if other == id {
			return int64(i) + 1
		}
	}
	return 0
}

func TestListExportedAndImportedIsTheSameCard(t *testing.T) {
	dir, from := t.TempDir(), open(t, "2026-11-24")
	to := map[string]*Store{".csv": open(t, "2026-11-24"), ".xlsx": open(t, "2026-11-24")}
	n := 0
	rapid.Check(t, func(rt *rapid.T) {
		n++
		ids := addNumbered(rt, from, n)
		for _, ext := range []string{".csv", ".xlsx"} {
			path := filepath.Join(dir, fmt.Sprintf("%d%s", n, ext))
			lang := rapid.SampledFrom([]label.Lang{label.ZH, label.EN}).Draw(rt, "lang")
			if err := from.ExportCustomers(context.Background(), path, ids, lang); err != nil {
				rt.Fatal(err)
			}
			// What follows from the journal isn't in a list.
			compare(rt, from, to[ext], ids, takeIn(rt, to[ext], path), "last_on", "attempts")
		}
	})
}
