package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"genjin/model"
	"genjin/model/label"
)

// otherCRM is a list of another CRM with so many customers.
func otherCRM(t testing.TB, n int) string {
	t.Helper()
	var b strings.Builder
	b.WriteString("客户名称,联系人,手机,电话,QQ,微信,地址,备注,来源,客户等级,客户行业,客户状态,客户类型,创建时间,更新时间,最近沟通时间,沟通内容,归属人\n")
	for i := range n {
		name, contact := fmt.Sprintf("佛山第%d板材有限公司", i), fmt.Sprintf("王经理%d", i)
		if i%3 == 0 {
			name = fmt.Sprintf("董建%d", i)
			contact = name
		}
		fmt.Fprintf(&b, "%s,%s,139%08d,0757-8%07d,%d,wx%d,佛山市南海区桂城街道%d号,月结30天,转介绍,B,建材,潜在,意向客户,2025-03-01 10:00:00,2026-11-01 09:00:00,"+
			"2026-11-20 15:30,电话说再看看,陈萌\n",
			name, contact, i, i, 100000+i, i, i)
	}
	path := filepath.Join(t.TempDir(), "other-crm.csv")
	if err := os.WriteFile(path, []byte(b.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestAnotherCRMsListComesInAndIsTakenBackWhole(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	for _, c := range []model.Customer{{Name: "佛山第1板材有限公司", Phones: "13900000001", Address: "旧地址"}, {Name: "董先生"}} {
		if _, err := s.AddCustomer(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	before := recordsText(t, s)
	path := otherCRM(t, 150)
	p, err := s.PreviewImport(ctx, path, ImportOptions{OnDuplicate: model.DuplicateUpdate})
	if err != nil {
		t.Fatal(err)
	}
	b, err := s.Import(ctx, p, false)
	if err != nil {
		t.Fatal(err)
	}
	if b.New != 149 || b.Updated != 1 || p.CountContacts(model.ResultNew) != 100 || p.CountEntries(model.ResultNew) != 150 {
		t.Errorf("%+v, contacts %d, entries %d", b, p.CountContacts(model.ResultNew), p.CountEntries(model.ResultNew))
	}
	c, err := s.Resolve(ctx, "13900000001")
	if err != nil || c.Address != "佛山市南海区桂城街道1号" || !strings.Contains(c.Remark, "QQ 100001") {
		t.Errorf("%+v %v", c, err)
	}
	company, err := s.Items(ctx, "company", c.ID)
	if err != nil || len(company) != 1 || company[0].Values["industry"] != "建材" {
		t.Errorf("%+v %v", company, err)
	}
	if _, err := s.UndoBatch(ctx, b.ID); err != nil {
		t.Fatal(err)
	}
	if after := recordsText(t, s); after != before {
		t.Errorf("not as before: %s", firstDifference(before, after))
	}
}

func TestEntriesGoToCustomersWhoAreThere(t *testing.T) {
	ctx := context.Background()
	s, _, _ := importFile(t, csvFile(t, "客户名称,联系方式,客户等级", "恒基板材,0757-83330001,B", "董先生,15935946108,A"), ImportOptions{})
	lines := []string{"客户,日期,情况描述", "恒基板材有限公司,2026-11-20,谈好价格", "没有此人,2026-11-21,问价", "恒基板材,2026-11-20,谈好价格"}
	p, err := s.PreviewImport(ctx, csvFile(t, lines...), ImportOptions{})
	if err != nil {
		t.Fatal(err)
	}
	if p.CountEntries(model.ResultNew) != 1 || p.CountEntries(model.ResultUnchanged) != 1 || p.Count(model.ResultRefused) != 1 ||
		len(p.Rows) != 3 {
		t.Fatalf("%+v", p.Rows)
	}
	if reason := label.Reasons(p.Rows[1].Record, p.Rows[1].Err, label.ZH); !strings.HasPrefix(reason, "没有这位客户「没有此人」") {
		t.Error(reason)
	}
	if p.Rows[0].CustomerID != 1 || p.Rows[0].Known != "恒基板材" {
		t.Errorf("%+v", p.Rows[0])
	}
	p, b := importInto(t, s, csvFile(t, lines...), ImportOptions{Create: true}, false)
	if b.New != 1 || p.CountEntries(model.ResultNew) != 2 {
		t.Errorf("%+v", b)
	}
	c, err := s.Customer(ctx, 1)
	if err != nil || c.LastOn != "2026-11-20" {
		t.Errorf("%+v %v", c, err)
	}
	byPhone, _ := importInto(t, s, csvFile(t, "电话,日期,情况描述", "159 3594 6108,2026-11-22,来店"), ImportOptions{}, false)
	if byPhone.Rows[0].Known != "董先生" || byPhone.Rows[0].Result != model.ResultNew {
		t.Errorf("%+v", byPhone.Rows)
	}
}

func TestContactsGoToCustomersWhoAreThere(t *testing.T) {
	ctx := context.Background()
	s, _, _ := importFile(t, csvFile(t, "客户名称,联系方式", "恒基板材,0757-83330001"), ImportOptions{})
	file := csvFile(t, "客户,姓名,角色,电话", "恒基板材,王经理,决策人,13800138000", "恒基板材,李工,,", "没有此人,张三,,", "恒基板材,王经理,,0757-83330009")
	p, b := importInto(t, s, file, ImportOptions{}, true)
	if p.CountContacts(model.ResultNew) != 2 || p.CountContacts(model.ResultUnchanged) != 1 || b.Refused != 1 {
		t.Fatalf("%+v %+v", b, p.Rows)
	}
	p, _ = importInto(t, s, file, ImportOptions{OnDuplicate: model.DuplicateUpdate}, true)
	if p.CountContacts(model.ResultUpdated) != 1 {
		t.Errorf("%+v", p.Rows)
	}
	refused := filepath.Join(t.TempDir(), "refused.csv")
	if err := s.WriteRefused(ctx, refused, p); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(refused); err != nil || !strings.Contains(string(text), "没有此人,张三,,,") {
		t.Errorf("%s %v", text, err)
	}
	items, err := s.Items(ctx, "contact", 1)
	if err != nil || len(items) != 2 || items[0].Values["phones"] != "13800138000\n0757-83330009" ||
		items[0].Values["role"] != "decision_maker" {
		t.Errorf("%+v %v", items, err)
	}
	if again, b := importInto(t, s, csvFile(t, "客户,姓名,角色", "恒基板材,李工,"), ImportOptions{}, false); b.ID != 0 || !again.IsIdle() {
		t.Errorf("%+v %+v", b, again.Rows)
	}
}

func TestAMappingIsRememberedByItsHeaders(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	one, two := csvFile(t, "甲方,要什么", "恒基板材,木板"), csvFile(t, "要什么,甲方", "三合板,新远机械")
	if _, err := s.PreviewImport(ctx, one, ImportOptions{}); !errors.Is(err, model.ErrNoCustomers) {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(ctx, one, ImportOptions{Map: map[string]string{"甲方": "customer.name", "要什么": "interest"}})
	if err != nil || p.Remembered {
		t.Fatal(err)
	}
	if err := s.KeepMapping(ctx, p); err != nil {
		t.Fatal(err)
	}
	p, err = s.PreviewImport(ctx, two, ImportOptions{})
	if err != nil || !p.Remembered || p.Proposals[0].Customer.Interest != "三合板" || p.Map["甲方"] != "customer.name" {
		t.Fatalf("%v %+v", err, p)
	}
	if _, err := s.PreviewImport(ctx, two, ImportOptions{Plain: true}); !errors.Is(err, model.ErrNoCustomers) {
		t.Errorf("the mapping was used all the same: %v", err)
	}
	p.Map = nil
	if err := s.KeepMapping(ctx, p); err != nil {
		t.Fatal(err)
	}
	if _, err := s.PreviewImport(ctx, two, ImportOptions{}); !errors.Is(err, model.ErrNoCustomers) {
		t.Errorf("it was not forgotten: %v", err)
	}
}

func TestALongReadIsStoppedAndTellsHowFarItIs(t *testing.T) {
	s := open(t, "2026-11-24")
	ctx, stop := context.WithCancel(context.Background())
	told := 0
	_, err := s.PreviewImport(ctx, otherCRM(t, 3000), ImportOptions{Progress: func(done, _ int) {
		told++
		if done >= 1000 {
			stop()
		}
	}})
	if !errors.Is(err, context.Canceled) || told < 2 {
		t.Errorf("%v, told %d times", err, told)
	}
}

func TestEveryKindAndFormOfExport(t *testing.T) {
	ctx := context.Background()
	s, _, _ := importFile(t, sampleForm, ImportOptions{})
	for _, it := range []model.Item{
		{Record: "contact", CustomerID: 2, Values: map[string]string{"name": "刘父", "phones": "13700000009"}},
		{Record: "customer_price", CustomerID: 2, Values: map[string]string{"product": "X7", "price": "12000000",
			"currency": "CNY", "colour": "珠光白", "sample_no": "S-12"}},
	} {
		if _, err := s.SaveItem(ctx, it); err != nil {
			t.Fatal(err)
		}
	}
	entries, err := s.JournalList().IDs(ctx, model.Query{})
	if err != nil {
		t.Fatal(err)
	}
	ids := map[string][]int64{model.ExportJournal: entries, model.ExportContacts: {1}}
	dir := t.TempDir()
	for _, kind := range []string{model.ExportCustomers, model.ExportJournal, model.ExportContacts, model.ExportForm,
		model.ExportCalendar, model.ExportAll} {
		for _, format := range model.ExportFormats(kind) {
			path := filepath.Join(dir, kind+"."+format)
			of, ok := ids[kind]
			if !ok {
				of = []int64{1, 2}
			}
			n, err := s.Export(ctx, path, model.Export{Kind: kind, IDs: of, Lang: "zh"})
			info, statErr := os.Stat(path)
			if err != nil || n == 0 || statErr != nil || info.Mode().Perm() != 0o600 || info.Size() == 0 {
				t.Errorf("%s %s: %d %v %v", kind, format, n, err, statErr)
			}
			if format == "ics" || format == "md" || format == "html" {
				continue
			}
			p, err := s.PreviewImport(ctx, path, ImportOptions{})
			if err != nil || len(p.Unknown) > 0 || p.Count(model.ResultRefused) > 0 || kind != model.ExportCustomers && !p.IsIdle() {
				t.Errorf("%s %s read back: %v %v %+v", kind, format, err, p.Unknown, p.Rows)
			}
		}
		if _, err := s.Export(ctx, filepath.Join(dir, "x.docx"), model.Export{Kind: kind}); !errors.Is(err, model.ErrFileFormat) {
			t.Errorf("%s: %v", kind, err)
		}
	}
	text, err := os.ReadFile(filepath.Join(dir, "customers.csv"))
	if err != nil || !strings.Contains(string(text), "X7 120,000.00 色样 珠光白 客户样板编号 S-12") {
		t.Errorf("%s %v", text, err)
	}
	path := filepath.Join(dir, "chosen.csv")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportCustomers, IDs: []int64{2},
		Columns: []string{"name", "urgency", "phones"}, Lang: "zh"}); err != nil {
		t.Fatal(err)
	}
	if text, err := os.ReadFile(path); err != nil ||
		strings.TrimPrefix(string(text), "\ufeff") != "客户名称,紧急程度,联系方式\r\n刘女士,近期,138 0013 8000 / 0354-2028888\r\n" {
		t.Errorf("%q %v", text, err)
	}
}
