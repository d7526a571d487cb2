package store

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// previewOf is what importing a text would do.
func previewOf(t *testing.T, s *Store, text string, o ImportOptions) model.Preview {
	t.Helper()
	path := filepath.Join(t.TempDir(), "list.csv")
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(context.Background(), path, o)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// takeText imports a text.
func takeText(t *testing.T, s *Store, text string, o ImportOptions) model.Preview {
	t.Helper()
	p := previewOf(t, s, text, o)
	if _, err := s.Import(context.Background(), p, false); err != nil {
		t.Fatalf("%v: %+v", err, p.Rows)
	}
	return p
}

func everyone(t *testing.T, s *Store) []model.Customer {
	t.Helper()
	all, err := customers.query(context.Background(), s.db, "ORDER BY id")
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestOneCompanyOnTwoRowsIsOneCustomerWithTwoContacts(t *testing.T) {
	s := open(t, "2026-11-28")
	p := takeText(t, s, "客户名称,联系人,手机,客户来源\n北岭轴承有限公司,贺敏,13900001001,展会\n北岭轴承有限公司,岳川,13900001002,展会\n南塘照明有限公司,夏禾,13900001003,网络\n",
		ImportOptions{})
	if all := everyone(t, s); len(all) != 2 || all[0].Phones != "13900001001\n13900001002" {
		t.Errorf("customers %+v", all)
	}
	own, err := contacts.query(context.Background(), s.db, "ORDER BY id")
	if err != nil || len(own) != 3 || own[0].Name != "贺敏" || own[0].Phones != "13900001001" || own[1].Phones != "13900001002" ||
		own[1].CustomerID != own[0].CustomerID {
		t.Errorf("contacts %+v %v", own, err)
	}
	said := false
	for _, r := range p.Rows {
		said = said || strings.Contains(strings.Join(label.RowNotes(r, label.ZH), ""), "与第2行「北岭轴承有限公司」当作同一客户")
	}
	if !said {
		t.Errorf("no row says with which it is one: %+v", p.Rows)
	}
}

func TestPhonesOfACompanyOnSeveralRowsAreAdded(t *testing.T) {
	s := open(t, "2026-11-28")
	takeText(t, s, "客户名称,电话,标签\n北岭轴承有限公司,13900001001,老客户\n北岭轴承有限公司,13900001002,展会\n", ImportOptions{})
	all := everyone(t, s)
	if len(all) != 1 || all[0].Phones != "13900001001\n13900001002" || all[0].Tags != "老客户\n展会" {
		t.Fatalf("%+v", all)
	}
	takeText(t, s, "客户名称,电话,标签\n北岭轴承有限公司,139 0000 1003,月结\n", ImportOptions{OnDuplicate: model.DuplicateUpdate})
	if all := everyone(t, s); len(all) != 1 || all[0].Phones != "13900001001\n13900001002\n139 0000 1003" || all[0].Tags != "老客户\n展会\n月结" {
		t.Errorf("updated %+v", all)
	}
}

func TestANameInsideAnotherIsAnotherPerson(t *testing.T) {
	text := "客户名称,联系方式,邮箱\n江波,13900001011,jb@m.example\n江波涛,13900001011,jbt@m.example\n"
	for _, policy := range []model.OnDuplicate{model.DuplicateSkip, model.DuplicateUpdate} {
		s := open(t, "2026-11-28")
		p := previewOf(t, s, text, ImportOptions{OnDuplicate: policy})
		last := p.Rows[len(p.Rows)-1]
		if last.Result != model.ResultRefused || !strings.Contains(label.Reasons(last.Record, last.Err, label.ZH), "已是 第2行 江波 的") ||
			len(last.Whom()) != 1 {
			t.Errorf("%s: %+v", policy, last)
		}
		o := ImportOptions{OnDuplicate: policy}
		o.Choose(model.RowChoice{Row: 3})
		takeText(t, s, text, o)
		if all := everyone(t, s); len(all) != 2 || all[0].Name != "江波" || all[1].Name != "江波涛" || all[1].Email != "jbt@m.example" {
			t.Errorf("%s: %+v", policy, all)
		}
	}
}

func TestARowThatWasTakenForACustomerSaysSoAndCanBeAnother(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-28")
	kept, err := s.AddCustomer(ctx, model.Customer{Name: "杭州机械有限公司", Owner: "李静"})
	if err != nil {
		t.Fatal(err)
	}
	text := "客户名称,业务员\n杭州机械有限公司(分公司),王强\n"
	p := previewOf(t, s, text, ImportOptions{})
	row := p.Rows[0]
	if row.Result != model.ResultUnchanged || row.SameAs == nil || row.SameAs.ID != kept.ID || len(row.Differs) != 2 {
		t.Errorf("%+v", row)
	}
	update := takeText(t, s, text, ImportOptions{OnDuplicate: model.DuplicateUpdate})
	if all := everyone(t, s); len(all) != 1 || all[0].Name != "杭州机械有限公司" || all[0].Owner != "王强" {
		t.Errorf("renamed: %+v %+v", all, update.Rows)
	}
	o := ImportOptions{}
	o.Choose(model.RowChoice{Row: 2})
	takeText(t, s, text, o)
	if all := everyone(t, s); len(all) != 2 || all[1].Name != "杭州机械有限公司(分公司)" {
		t.Errorf("%+v", all)
	}
}

func TestARowCanMeanACustomerOfAnotherName(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-28")
	kept, err := s.AddCustomer(ctx, model.Customer{Name: "江波"})
	if err != nil {
		t.Fatal(err)
	}
	o := ImportOptions{}
	o.Choose(model.RowChoice{Row: 2, Customer: 99})
	if row := previewOf(t, s, "客户名称,邮箱\n老江,jb@m.example\n", o).Rows[0]; row.Result != model.ResultRefused {
		t.Errorf("nobody: %+v", row)
	}
	o.Choose(model.RowChoice{Row: 2, Customer: kept.ID})
	o.OnDuplicate = model.DuplicateUpdate
	takeText(t, s, "客户名称,邮箱\n老江,jb@m.example\n", o)
	if all := everyone(t, s); len(all) != 1 || all[0].Email != "jb@m.example" {
		t.Errorf("%+v", all)
	}
}

func TestALaterRowBringsTheNextDate(t *testing.T) {
	text := "跟进时间,跟进人,客户名称,跟进方式,跟进内容,下次跟进时间\n2026-11-10,李静,北岭轴承,电话,问了报价,2026-11-18\n2026-11-16,李静,北岭轴承,上门,约月底后再谈,2026-12-15\n" +
		"2026-11-12,李静,南塘照明,微信,发样品图,\n2026-11-13,李静,南塘照明,电话,约了日子,2026-12-01\n2026-11-01,王强,北岭轴承,电话,更早的,2026-11-05\n"
	for _, o := range []ImportOptions{{}, {As: model.DocumentJournal, Create: true}} {
		s := open(t, "2026-11-28")
		p := takeText(t, s, text, o)
		all := everyone(t, s)
		if len(all) != 2 || all[0].NextOn != "2026-12-15" || all[1].NextOn != "2026-12-01" ||
			len(p.Unknown) > 0 && o.As != "" && strings.Contains(strings.Join(p.Unknown, ""), "下次") {
			t.Errorf("%+v: %+v, unknown %q", o, all, p.Unknown)
		}
		if o.As == "" && p.Differing() == 0 {
			t.Error("what the earliest row says otherwise isn't named")
		}
	}
}
