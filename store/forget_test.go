package store

import (
	"bytes"
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"genjin/model"
)

// ofHer are texts that only tell of the person in the book of sheHas.
var ofHer = []string{"尚可欣", "13577881234", "shang-kx", "kexin@example.org", "牡丹里九号", "喜欢兰花", "先看样板", "尚小妹", "13688990011",
	"要退定金", "只要晚上送", "代付人丁某", "半张草稿", "旧名尚一一", "合并尚二二", "拒绝的一行"}

// sheHas is a book in which one person has something of nearly everything, beside
// somebody else whom she brought.
func sheHas(t *testing.T, s *Store) (her, other model.Customer) {
	t.Helper()
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	her = add(t, s, model.Customer{Name: "旧名尚一一", Phones: "13577881234", WeChat: "shang-kx", Email: "kexin@example.org",
		Address: "牡丹里九号", Remark: "喜欢兰花", Consent: "口头"})
	her.Name = "尚可欣"
	var err error
	her, err = s.SaveCustomer(ctx, her, "改名 尚可欣")
	must(err)
	other = add(t, s, model.Customer{Name: "周敏", Phones: "13700137000", Referrer: her.ID})
	twin := add(t, s, model.Customer{Name: "合并尚二二", Phones: "13577881235"})
	_, _, err = s.Log(ctx, model.Entry{CustomerID: twin.ID, At: "2026-11-20", Situation: "先看样板"}, model.Plan{})
	must(err)
	m, err := s.Merging(ctx, her.ID, twin.ID)
	must(err)
	_, err = s.Merge(ctx, m, map[string]model.Side{"name": model.TakeKept})
	must(err)
	for _, it := range []model.Item{
		{Record: "contact", CustomerID: her.ID, Values: map[string]string{"name": "尚小妹", "phones": "13688990011"}},
		{Record: "market_note", CustomerID: her.ID,
			Values: map[string]string{"noted_on": "2026-11-20", "subject": "尚可欣 听说", "competitor": "甲"}},
	} {
		_, err := s.SaveItem(ctx, it)
		must(err)
	}
	o, err := s.AddOrder(ctx, model.Order{CustomerID: her.ID, OrderNo: "DD9", OrderedOn: "2026-11-20", Remark: "只要晚上送"},
		[]model.OrderLine{{Name: "柜门板", Quantity: 1000, UnitPrice: 100000}}, model.NodeStep{Node: model.NodeConfirm, On: "2026-11-20"})
	must(err)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: her.ID, OrderNo: "DD10", OrderedOn: "2026-11-21", Remark: "尚可欣 报价"},
		[]model.OrderLine{{Name: "柜门板", Quantity: 1000, UnitPrice: 100000}})
	must(err)
	_, err = s.AddReceivables(ctx, []model.Receivable{{CustomerID: her.ID, Amount: 300000, Currency: "CNY", Kind: model.DueGoods,
		SaleOn: "2026-11-20", DueOn: "2026-12-20", InvoiceNo: "FP-1", OrderID: o.ID, Remark: "要退定金"}})
	must(err)
	_, err = s.Pay(ctx, model.Payment{CustomerID: her.ID, Amount: 100000, Currency: "CNY", ReceivedOn: "2026-11-22", Payer: "代付人丁某",
		Remark: "尚可欣"}, nil)
	must(err)
	must(s.KeepDraft(ctx, "log/"+model.NumberText(her.ID), map[string]string{"situation": "半张草稿"}))
	must(s.KeepDraft(ctx, "customer/new", map[string]string{"name": "尚可欣"}))
	file := filepath.Join(filepath.Dir(s.Path()), "list.csv")
	must(os.WriteFile(file, []byte("客户名称,电话,生日,备注\n尚可欣,13577881234,胡说,拒绝的一行\n"), 0o600))
	p, err := s.PreviewImport(ctx, file, model.ImportOptions{})
	must(err)
	_, err = s.Import(ctx, p, true)
	if err != nil && !errors.Is(err, model.ErrRefusedRows) {
		must(err)
	}
	_, err = s.SaveRefused(ctx, file, p)
	must(err)
	must(os.Remove(file))
	her, err = s.Customer(ctx, her.ID)
	must(err)
	return her, other
}

// holding are the files of a folder, by name, that hold one of some texts.
func holding(t *testing.T, dir string, texts []string) map[string][]string {
	t.Helper()
	found := map[string][]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		for _, text := range texts {
			if bytes.Contains(data, []byte(text)) {
				found[path] = append(found[path], text)
			}
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func TestOfAForgottenPersonNothingIsLeftButWhatIsNamed(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s := openFile(t, filepath.Join(dir, "genjin.db"), AsOf("2026-11-24"))
	defer s.Close()
	her, other := sheHas(t, s)
	held, err := s.Backup(ctx, "", "")
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Log(ctx, model.Entry{CustomerID: other.ID, At: "2026-11-23", Situation: "来电"}, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	if got := holding(t, dir, ofHer); len(got) < 3 {
		t.Fatalf("only %v hold her before", got)
	}
	f, err := s.Forget(ctx, model.Subject{Customer: her.ID}, "已删除的客户 1")
	if err != nil || f.Unwiped != nil {
		t.Fatal(err, f.Unwiped)
	}
	if !slices.Equal(f.Backups, []string{held.Path}) || len(f.Mentions) != 0 || len(f.Drafts) != 2 || len(f.Refused) != 1 {
		t.Errorf("%+v", f)
	}
	for path, texts := range holding(t, dir, ofHer) {
		if path != held.Path {
			t.Errorf("%s still holds %v", path, texts)
		}
	}
	// What she owed and paid is there, and nobody can tell whose it was.
	owed, err := s.OpenReceivables(ctx, her.ID)
	if err != nil || len(owed) != 2 || owed[0].InvoiceNo != "FP-1" || owed[0].Amount != 300000 {
		t.Errorf("%+v, %v", owed, err)
	}
	nobody, err := s.Customer(ctx, her.ID)
	if err != nil || nobody.Name != "已删除的客户 1" || !nobody.Archived || nobody.Phones != "" {
		t.Errorf("%+v, %v", nobody, err)
	}
	if o, err := s.OrderByNo(ctx, "DD10"); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("a quote stays: %+v, %v", o, err)
	}
	// Others are as they were, and what they did can be undone.
	if zhou, err := s.Customer(ctx, other.ID); err != nil || zhou.Referrer != 0 || zhou.Phones != "13700137000" {
		t.Errorf("%+v, %v", zhou, err)
	}
	changes, err := s.Changes(ctx, 0, 1000)
	for _, c := range changes {
		if c.CustomerID == her.ID {
			t.Errorf("the log tells %+v", c)
		}
	}
	if err != nil || changes[0].Act != model.ActErase || changes[0].Reason != "" {
		t.Errorf("%+v, %v", changes[0], err)
	}
	checks, err := s.Checkup(ctx, false)
	if err != nil || !model.Sound(checks) {
		t.Errorf("%+v, %v", checks, err)
	}
	if _, err := s.UndoSet(ctx, changes[1].Set); err != nil {
		t.Errorf("what was done for somebody else: %v", err)
	}
}

func TestAForgottenContactLeavesTheCustomer(t *testing.T) {
	ctx := context.Background()
	dir := t.TempDir()
	s := openFile(t, filepath.Join(dir, "genjin.db"), AsOf("2026-11-24"))
	defer s.Close()
	c := add(t, s, model.Customer{Name: "华兴板材", Kind: model.Company})
	it, err := s.SaveItem(ctx, model.Item{Record: "contact", CustomerID: c.ID,
		Values: map[string]string{"name": "尚小妹", "phones": "13688990011"}})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Log(ctx, model.Entry{CustomerID: c.ID, At: "2026-11-23", Situation: "和尚小妹谈了"}, model.Plan{}); err != nil {
		t.Fatal(err)
	}
	f, err := s.Forget(ctx, model.Subject{Contact: it.ID}, "")
	if err != nil || len(f.Mentions) != 1 || f.Mentions[0].Record != "journal" || f.Mentions[0].CustomerID != c.ID {
		t.Fatalf("%+v, %v", f, err)
	}
	if items, err := s.Items(ctx, "contact", c.ID); err != nil || len(items) > 0 {
		t.Errorf("%+v, %v", items, err)
	}
	if got := holding(t, dir, []string{"13688990011"}); len(got) > 0 {
		t.Errorf("%v", got)
	}
	if ids, err := s.CustomerIDs(ctx, model.Query{Search: "13688990011"}); err != nil || len(ids) > 0 {
		t.Errorf("found %v, %v", ids, err)
	}
}

func TestWhatIsSharedWithOthersTellsNobody(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	a := add(t, s, model.Customer{Name: "王先生", Phones: "13577881234"})
	b := add(t, s, model.Customer{Name: "王先生", Phones: "13577881234\n13900139000"})
	b.Remark = "老客户"
	b, err := s.SaveCustomer(ctx, b, "")
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.Forget(ctx, model.Subject{Customer: a.ID}, ""); err != nil {
		t.Fatal(err)
	}
	changes, err := s.Changes(ctx, b.ID, 100)
	if err != nil || !slices.ContainsFunc(changes, func(c model.Change) bool { return strings.Contains(c.After, "13577881234") }) {
		t.Errorf("the other one's log: %+v, %v", changes, err)
	}
	if _, err := s.Customer(ctx, a.ID); !errors.Is(err, model.ErrNotFound) {
		t.Errorf("the card is there: %v", err)
	}
}
