package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
)

func TestBareNames(t *testing.T) {
	for name, want := range map[string]string{
		"佛山恒基板材有限公司": "佛山恒基板材", "佛山市恒基板材有限公司": "恒基板材", "广东省佛山市恒基板材有限公司": "恒基板材", "恒基板材(佛山)有限公司": "恒基板材佛山", "恒基 板材": "恒基板材",
		"恒基板材股份有限公司广州分公司": "恒基板材广州",
		"ＡＢＣ　建材有限公司":      "abc建材", "ABC建材": "abc建材", "Blue Harbour Trading Ltd.": "blueharbourtrading",
		"blue harbour trading co., ltd": "blueharbourtrading", "董先生": "董先生", "有限公司": "有限公司", "Émile": "émile",
	} {
		if got := model.BareName(name); got != want {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
	}
}

func TestDuplicatesShareAPhoneOrABareName(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	for _, c := range []model.Customer{
		{Name: "恒基板材有限公司", Phones: "0757-83330001"}, {Name: "佛山市恒基板材"}, {Name: "周敏", Phones: "138 0013 8000"},
		{Name: "小周", Phones: "+86 13800138000"},
		{Name: "刘女士", Phones: "13700000001"}, {Name: "刘女士", Phones: "13700000002"}, {Name: "王先生"}, {Name: "王先生", Phones: "13700000003"},
		{Name: "单雄信", Phones: "13700000004"},
		{Name: "单雄信", Phones: "13700000005"}, {Name: "董先生"}, {Name: "董先生", Archived: true},
	} {
		add(t, s, c)
	}
	groups, err := s.Duplicates(ctx)
	if got := fmt.Sprint(groups); err != nil || got != "[[1 2] [3 4] [7 8] [9 10]]" {
		t.Errorf("%s, %v", got, err)
	}
	for _, tt := range []struct {
		c    model.Customer
		want string
	}{
		{model.Customer{Name: "恒基板材(股份)有限公司"}, ""}, {model.Customer{Name: "恒基板材股份有限公司"}, "恒基板材有限公司 佛山市恒基板材"},
		{model.Customer{Name: "敏敏", Phones: "138-0013-8000"}, "周敏 小周"},
		{model.Customer{Name: "刘女士", Phones: "13900000000"}, ""}, {model.Customer{Name: "刘 女士"}, "刘女士 刘女士"},
		{model.Customer{Name: "单雄信", Phones: "13900000000"}, "单雄信 单雄信"},
		{model.Customer{Name: "董先生"}, "董先生 董先生"}, {model.Customer{Name: "新人"}, ""},
		{model.Customer{Meta: model.Meta{ID: 3}, Name: "周敏", Phones: "13800138000"}, "小周"},
	} {
		found, err := s.SameAs(ctx, tt.c)
		var names []string
		for _, k := range found {
			names = append(names, k.Name)
		}
		if got := strings.Join(names, " "); err != nil || got != tt.want {
			t.Errorf("%s: %q, want %q (%v)", tt.c.Name, got, tt.want, err)
		}
	}
}

// merge merges two customers as they are.
func merge(t tester, s *Store, kept, other int64, take map[string]model.Side) (model.Customer, error) {
	t.Helper()
	m, err := s.Merging(context.Background(), kept, other)
	if err != nil {
		t.Fatal(err)
	}
	return s.Merge(context.Background(), m, take)
}

func TestTwoCardsBecomeOneWithEverythingOfBoth(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a := add(t, s, model.Customer{Name: "恒基板材", Phones: "0757-83330001", Tags: "老客户", Grade: "B", Owner: "陈萌", FilledOn: "2026-11-20"})
	b := add(t, s, model.Customer{Name: "佛山恒基板材有限公司", Kind: model.Company, Phones: "0757 8333 0001\n13700000009",
		Tags: "VIP", Address: "里水", Grade: "A", Owner: "李强", FilledOn: "2026-11-03", Remark: "月底结账"})
	brought := add(t, s, model.Customer{Name: "周敏", Referrer: b.ID})
	for _, e := range []model.Entry{
		{CustomerID: a.ID, At: "2026-11-20 10:00", Situation: "一"}, {CustomerID: b.ID, At: "2026-11-10", Situation: "零"},
		{CustomerID: b.ID, At: "2026-11-21", Situation: "二", Outcome: model.NotReached},
		{CustomerID: b.ID, At: "2026-11-20 09:00", Situation: "半"},
	} {
		plan := map[string]model.Plan{"一": {NextOn: "2026-12-10", NextAction: "报价"}, "半": {NextOn: "2026-11-30", NextAction: "上门"}}[e.Situation]
		if _, _, err := s.Log(ctx, e, plan); err != nil {
			t.Fatal(err)
		}
	}
	for _, it := range []model.Item{
		{Record: "contact", CustomerID: a.ID, Values: map[string]string{"name": "王经理"}},
		{Record: "contact", CustomerID: b.ID, Values: map[string]string{"name": "王经理"}},
		{Record: "contact", CustomerID: b.ID, Values: map[string]string{"name": "财务李"}},
		{Record: "company", CustomerID: a.ID, Values: map[string]string{"bank": "农行"}},
		{Record: "company", CustomerID: b.ID, Values: map[string]string{"bank": "工行", "industry": "建材"}},
		{Record: "visit_plan", CustomerID: b.ID, Values: map[string]string{"bring": "样板"}},
	} {
		if _, err := s.SaveItem(ctx, it); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.Handle(ctx, model.Row{Kind: model.RowFollowUp, Record: b.ID, CustomerID: b.ID, DueOn: "2026-11-24"},
		"2026-11-26", ""); err != nil {
		t.Fatal(err)
	}
	before := tableNames(t, s)
	got, err := merge(t, s, a.ID, b.ID, map[string]model.Side{"owner": model.TakeOther, "company.bank": model.TakeOther})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ what, got, want any }{
		{"name", got.Name, "恒基板材"}, {"kind", got.Kind, model.Company}, {"phones", got.Phones, model.List("0757-83330001\n13700000009")},
		{"tags", got.Tags, model.List("老客户\nVIP")},
		{"address", got.Address, "里水"}, {"grade", got.Grade, model.GradeB}, {"next_on", got.NextOn, model.Date("2026-11-30")},
		{"next_action", got.NextAction, "上门"}, {"owner", got.Owner, "李强"},
		{"filled_on", got.FilledOn, model.Date("2026-11-03")}, {"remark", got.Remark, "月底结账"}, {"last_on", got.LastOn, model.Date("2026-11-20")},
		{"attempts", got.Attempts, int64(1)},
	} {
		if c.got != c.want {
			t.Errorf("%s is %q, want %q", c.what, c.got, c.want)
		}
	}
	entries, _ := s.Entries(ctx, a.ID, 0)
	var told []string
	for _, e := range entries {
		told = append(told, fmt.Sprint(e.Seq, e.Situation))
	}
	if strings.Join(told, " ") != "4二 3一 2半 1零" {
		t.Errorf("journal %v", told)
	}
	contacts, _ := s.Items(ctx, "contact", a.ID)
	company, _ := s.Items(ctx, "company", a.ID)
	plan, _ := s.Items(ctx, "visit_plan", a.ID)
	if len(contacts) != 2 || len(company) != 1 || company[0].Values["bank"] != "工行" || company[0].Values["industry"] != "建材" ||
		len(plan) != 1 {
		t.Errorf("contacts %v, company %v, plan %v", contacts, company, plan)
	}
	if c, _ := s.Customer(ctx, brought.ID); c.Referrer != a.ID {
		t.Errorf("brought by %d", c.Referrer)
	}
	if rows := column(t, s, "SELECT record || '/' || customer_id FROM handled"); strings.Join(rows, " ") != "1/1" {
		t.Errorf("handled %v", rows)
	}
	if _, err := s.Customer(ctx, b.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("the other card: %v", err)
	}
	merged := tableNames(t, s)
	if r, err := s.Undo(ctx); err != nil || r.Kept != 0 || r.Set.Act != model.ActMerge {
		t.Fatalf("undo: %+v, %v", r, err)
	}
	sameTables(t, "after undo", tableNames(t, s), before)
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	sameTables(t, "after redo", tableNames(t, s), merged)
}

// Whatever kinds of record are added, the ones of the other customer move.
func TestNothingIsLeftWithTheOtherCustomer(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a, b := add(t, s, model.Customer{Name: "甲"}), add(t, s, model.Customer{Name: "乙"})
	r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: b.ID, Amount: 300_000, InvoicedOn: "2026-10-01",
		DueOn: "2026-10-31", InvoiceNo: "FP1"})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: b.ID, Amount: 100_000, ReceivedOn: "2026-11-01"},
		[]model.Share{{ReceivableID: r.ID, Amount: 80_000}}); err != nil {
		t.Fatal(err)
	}
	if _, err := s.LogDunning(ctx, model.Dunning{ReceivableID: r.ID, CustomerID: b.ID, ChasedOn: "2026-11-10",
		Level: 1, Method: "phone", Outcome: model.Reached}); err != nil {
		t.Fatal(err)
	}
	before := tableNames(t, s)
	if _, err := merge(t, s, a.ID, b.ID, nil); err != nil {
		t.Fatal(err)
	}
	for _, table := range column(t, s, `SELECT m.name FROM sqlite_master m JOIN pragma_table_info(m.name) c
		WHERE m.type = 'table' AND c.name = 'customer_id'
		AND m.name NOT IN ('change', 'customer_search', 'customer_key', 'customer_thin')`) {
		if n := column(t, s, "SELECT count(*) FROM "+table+" WHERE customer_id = ?", b.ID)[0]; n != "0" {
			t.Errorf("%s: %s are still the other's", table, n)
		}
	}
	if open, err := s.OpenReceivables(ctx, a.ID); err != nil || len(open) != 1 || open[0].Paid != 80_000 {
		t.Errorf("receivables %+v, %v", open, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	sameTables(t, "after undo", tableNames(t, s), before)
}

func TestAMergeThatCantBeIsRefusedAndChangesNothing(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a, b := add(t, s, model.Customer{Name: "甲", Grade: "A"}), add(t, s, model.Customer{Name: "乙", Grade: "B"})
	before := tableNames(t, s)
	if _, err := s.Merging(ctx, a.ID, a.ID); !errors.Is(err, model.ErrSameCustomer) {
		t.Errorf("with itself: %v", err)
	}
	for _, take := range []map[string]model.Side{{"grade": "third"}, {"grade": model.TakeBoth}, {"wechat": model.TakeOther},
		{"company.bank": model.TakeOther}} {
		if _, err := merge(t, s, a.ID, b.ID, take); err == nil {
			t.Errorf("%v is taken", take)
		}
	}
	m, err := s.Merging(ctx, a.ID, b.ID)
	if err != nil {
		t.Fatal(err)
	}
	sameTables(t, "refused", tableNames(t, s), before)
	b.Address = "变了"
	if _, err := s.SaveCustomer(ctx, b, ""); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Merge(ctx, m, nil); !errors.Is(err, model.ErrStale) {
		t.Errorf("a card changed meanwhile: %v", err)
	}
}

// Whatever two cards hold, merging keeps everything that only one of them
// says, and undo gives back every byte.
func TestAMergeLosesNothingAndIsUndoneExactly(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	files := 0
	rapid.Check(t, func(t *rapid.T) {
		files++
		path := filepath.Join(dir, fmt.Sprint(files))
		s := openFile(t, path, AsOf("2026-11-24"))
		defer func() { _ = s.Close(); _ = os.Remove(path) }()
		if err := s.WarmSearch(ctx); err != nil {
			t.Fatal(err)
		}
		ids := addRandom(t, s)
		for len(ids) < 3 {
			ids = append(ids, addRandom(t, s)...)
		}
		ids = ids[:3]
		for range rapid.IntRange(0, 6).Draw(t, "items") {
			kind := rapid.SampledFrom(model.AttachedRecords).Draw(t, "record")
			it := model.Item{Record: kind.Record, CustomerID: rapid.SampledFrom(ids).Draw(t, "of"), Values: map[string]string{}}
			for _, f := range kind.Fields {
				if f.Required || f.Kind == model.KindText && rapid.Bool().Draw(t, f.Code) {
					it.Values[f.Code] = rapid.SampledFrom([]string{"甲", "乙"}).Draw(t, "value")
				}
			}
			if _, has := it.Values["day"]; has {
				it.Values["day"] = "--08-15"
			}
			_, _ = s.SaveItem(ctx, it) // a second of a single is refused
		}
		for range rapid.IntRange(0, 3).Draw(t, "handled") {
			id := rapid.SampledFrom(ids).Draw(t, "of")
			row := model.Row{Kind: rapid.SampledFrom([]model.RowKind{model.RowFollowUp, model.RowCase, model.RowAlert}).Draw(t, "kind"),
				Record: id, CustomerID: id, DueOn: "2026-11-20"}
			if err := s.Handle(ctx, row, "", ""); err != nil {
				t.Fatal(err)
			}
		}
		kept, other := ids[rapid.IntRange(0, 2).Draw(t, "kept")], ids[rapid.IntRange(0, 2).Draw(t, "other")]
		if kept == other {
			return
		}
		m, err := s.Merging(ctx, kept, other)
		if err != nil {
			t.Fatal(err)
		}
		take := map[string]model.Side{}
		for _, d := range m.Differences() {
			if rapid.Bool().Draw(t, d.Code()) {
				take[d.Code()] = rapid.SampledFrom(d.Sides()).Draw(t, "side")
			}
		}
		counted := func(table string) string { return column(t, s, "SELECT count(*) FROM "+table)[0] }
		before, entries := tableNames(t, s), counted("journal")
		c, err := s.Merge(ctx, m, take)
		if err != nil {
			sameTables(t, "refused", tableNames(t, s), before)
			return
		}
		if counted("journal") != entries || counted("customer WHERE referrer = "+fmt.Sprint(other)) != "0" ||
			counted("(SELECT 1 FROM journal WHERE customer_id = "+fmt.Sprint(kept)+" GROUP BY seq HAVING count(*) > 1)") != "0" {
			t.Fatal("the journal or the referrals are not whole")
		}
		for _, f := range model.CustomerFields {
			if !f.Kept && f.Code != "referrer" && !slices.Contains(model.LossFields, f.Code) && f.Kind != model.KindAmount && f.Get(&c) == "" &&
				f.Get(&m.Kept)+f.Get(&m.Other) != "" {
				t.Fatalf("%s is lost", f.Code)
			}
		}
		checkDerived(t, s)
		merged := tableNames(t, s)
		if r, err := s.Undo(ctx); err != nil || r.Kept != 0 {
			t.Fatalf("undo: %+v, %v", r, err)
		}
		sameTables(t, "after undo", tableNames(t, s), before)
		checkDerived(t, s)
		if r, err := s.Redo(ctx); err != nil || r.Kept != 0 {
			t.Fatalf("redo: %+v, %v", r, err)
		}
		sameTables(t, "after redo", tableNames(t, s), merged)
	})
}

func TestASelectionIsChangedInOneAct(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	var ids []int64
	for _, c := range []model.Customer{{Name: "甲", Need: "clear", Tags: "VIP"}, {Name: "乙", Need: "potential"}, {Name: "丙"}} {
		ids = append(ids, add(t, s, c).ID)
	}
	ids = append(ids, 99) // gone meanwhile
	before := tableNames(t, s)
	if err := s.SetGrades(ctx, ids, "A", ""); err == nil {
		t.Error("grades against the suggestion need a reason")
	}
	sameTables(t, "refused", tableNames(t, s), before)
	for what, act := range map[string]func() error{
		"grades": func() error { return s.SetGrades(ctx, ids, "A", "展会") },
		"tags":   func() error { return s.TagCustomers(ctx, ids, []string{"展会"}, []string{"vip"}) },
		"owner":  func() error { return s.AssignCustomers(ctx, ids, "owner", "李强") },
		"team":   func() error { return s.AssignCustomers(ctx, ids, "team", "二组") },
		"away":   func() error { return s.Archive(ctx, ids[:3], true) },
	} {
		if err := act(); err != nil {
			t.Fatal(what, err)
		}
		if tableNames(t, s) == before {
			t.Errorf("%s: nothing happened", what)
		}
		if r, err := s.Undo(ctx); err != nil || r.Kept != 0 {
			t.Fatalf("%s: undo %+v, %v", what, r, err)
		}
		sameTables(t, what+" undone", tableNames(t, s), before)
	}
	stopped, stop := context.WithCancel(ctx)
	stop()
	if err := s.TagCustomers(stopped, ids, []string{"展会"}, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	sameTables(t, "stopped", tableNames(t, s), before)
	if err := s.AssignCustomers(ctx, ids, "name", "x"); err == nil {
		t.Error("any field can be assigned")
	}
	if err := s.TagCustomers(ctx, ids, []string{"展会"}, []string{"vip"}); err != nil {
		t.Fatal(err)
	}
	if c, _ := s.Customer(ctx, ids[0]); c.Tags != "展会" {
		t.Errorf("tags %q", c.Tags)
	}
}
