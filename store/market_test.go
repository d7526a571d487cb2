package store

import (
	"context"
	"path/filepath"
	"testing"

	"genjin/model"
)

// Market notes may belong to a customer: they are listed, filtered, searched and
// undone alike, move when two cards become one, and come back from a file of all
// records.
func TestMarketNotesAreKeptWithACustomerOrWithoutOne(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	kept := must[model.Customer](t)(s.AddCustomer(ctx, model.Customer{Name: "杭州机械"}))
	other := must[model.Customer](t)(s.AddCustomer(ctx, model.Customer{Name: "宁波贸易"}))
	for _, it := range []model.Item{
		{Values: map[string]string{"subject": "竞品降价", "competitor": "华强", "price": "12500", "noted_on": "2026-11-20"}},
		{CustomerID: other.ID, Values: map[string]string{"subject": "新款上市", "competitor": "华强"}},
		{Values: map[string]string{"subject": "交期", "competitor": "明达", "price": "9900", "noted_on": "2026-11-22"}},
	} {
		it.Record = "market_note"
		must[model.Item](t)(s.SaveItem(ctx, it))
	}
	is := func(field string, op model.Op, value string) model.Query {
		return model.Query{Filters: []model.Filter{{Field: field, Op: op, Value: value}}}
	}
	for _, c := range []struct {
		q    model.Query
		want string
	}{
		{model.Query{}, "新款上市 交期 竞品降价 "},
		{model.Query{Sort: "price"}, "交期 竞品降价 新款上市 "},
		{model.Query{Sort: "price", Desc: true}, "竞品降价 交期 新款上市 "},
		{is("competitor", model.OpIs, "华强"), "新款上市 竞品降价 "},
		{is("price", model.OpFrom, "10000"), "竞品降价 "},
		{is("customer_id", model.OpEmpty, ""), "交期 竞品降价 "},
		{model.Query{Search: "nbmy"}, "新款上市 "},
		{model.Query{Search: "明达"}, "交期 "},
	} {
		if got := subjects(t, s, c.q); got != c.want {
			t.Errorf("%+v: %q, want %q", c.q, got, c.want)
		}
	}
	m, err := s.Merging(ctx, kept.ID, other.ID)
	if err != nil {
		t.Fatal(err)
	}
	must[model.Customer](t)(s.Merge(ctx, m, nil))
	if got := subjects(t, s, is("customer_id", model.OpIs, model.NumberText(kept.ID))); got != "新款上市 " {
		t.Errorf("the note of the card that was merged is not the kept one's: %q", got)
	}
	path := filepath.Join(t.TempDir(), "all.json")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll, Lang: "zh"}); err != nil {
		t.Fatal(err)
	}
	fresh := open(t, "2026-11-24")
	preview, err := fresh.PreviewImport(ctx, path, model.ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	must[model.Batch](t)(fresh.Import(ctx, preview, false))
	if got, want := subjects(t, fresh, model.Query{}), "新款上市 交期 竞品降价 "; got != want {
		t.Errorf("from a file of all records: %q, want %q", got, want)
	}
	if _, err := fresh.UndoBatch(ctx, 1); err != nil || subjects(t, fresh, model.Query{}) != "" {
		t.Errorf("after undo %q, %v", subjects(t, fresh, model.Query{}), err)
	}
}

// subjects are those of the notes that a question finds, in its order.
func subjects(t *testing.T, s *Store, q model.Query) (said string) {
	t.Helper()
	l := s.MarketList()
	ids, err := l.IDs(context.Background(), q)
	if err != nil {
		t.Fatal(err)
	}
	rows, err := l.Rows(context.Background(), ids, false)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		said += r.Subject + " "
	}
	return said
}

// What a lost deal notes is in the language that is spoken; it is changed, not
// noted twice, when more is known in the other one.
func TestALossIsNotedInTheSpokenLanguage(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	s.Speak("en")
	c := must[model.Customer](t)(s.AddCustomer(ctx, model.Customer{Name: "Vogel", Stage: model.Prospect}))
	_, c, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-24", Situation: "lost", SetStage: model.Lost},
		model.Plan{LostReason: "price", LostTo: "Acme"})
	if err != nil {
		t.Fatal(err)
	}
	s.Speak("zh")
	c.LostPrice = 900_00
	must[model.Customer](t)(s.SaveCustomer(ctx, c, ""))
	notes, err := marketNotes.query(ctx, s.db, "")
	if err != nil || len(notes) != 1 || notes[0].Subject != "lost" || notes[0].Note != "price" || notes[0].Price != 900_00 {
		t.Errorf("%+v, %v", notes, err)
	}
}
