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

// changedOrders adds what happens to orders later: goods come back, an order
// goes to another customer who had paid, rows of Today are answered.
func changedOrders(t *testing.T, s *Store) {
	t.Helper()
	ctx := context.Background()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	c1, err := s.OrderByNo(ctx, "C1")
	must(err)
	lines, err := s.OrderLines(ctx, c1.ID)
	must(err)
	_, err = s.Pay(ctx, model.Payment{CustomerID: c1.CustomerID, Amount: 50000, ReceivedOn: "2026-11-01"}, nil)
	must(err)
	_, err = s.ChangeOrder(ctx, model.ChangeRequest{OrderID: c1.ID, Kind: model.ChangeReturn, On: "2026-11-02",
		Reason: "色差", Returned: []model.Returned{{LineID: lines[0].ID, Quantity: 2500}}})
	must(err)
	_, err = s.StepNode(ctx, c1.ID, model.NodeStep{Node: model.NodeReconcile, On: "2026-11-10", Note: "已回签"})
	must(err)
	x, err := s.OrderByNo(ctx, "U1")
	must(err)
	heir := add(t, s, model.Customer{Name: "顺达新厂", Currency: "USD"})
	_, err = s.ChangeOrder(ctx, model.ChangeRequest{OrderID: x.ID, Kind: model.ChangeTransfer, On: "2026-11-20",
		Reason: "换主体", CustomerID: heir.ID, Paid: model.PaidStays})
	must(err)
}

func TestOrdersAreExportedWholeAndComeBack(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	filledWithOrders(t, s)
	changedOrders(t, s)
	dir := t.TempDir()
	path := filepath.Join(dir, "all.json")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	for _, fresh := range []bool{true, false} {
		to := open(t, "2026-11-24")
		if !fresh {
			undone := add(t, to, model.Customer{Name: "张三"})
			if _, err := to.AddProduct(ctx, model.Product{Code: "ZZ"}); err != nil {
				t.Fatal(err)
			}
			mustOrder(t, to, model.Order{OrderNo: "Z1", CustomerID: undone.ID}, boards())
			for range 3 {
				if _, err := to.Undo(ctx); err != nil {
					t.Fatal(err)
				}
			}
		}
		before := recordsText(t, to)
		p, b := importInto(t, to, path, ImportOptions{Lang: "zh"}, false)
		if b.Refused > 0 || p.CountRecords(model.ResultNew, model.RowOfOrder) != 5 {
			t.Fatalf("%+v %+v", b, p.Rows)
		}
		text := func(s *Store) string { return rankedText(t, s) }
		if !fresh { // with ids of their own, in another order
			text = func(s *Store) string { return ordersText(t, s) }
		}
		if got, want := text(to), text(s); got != want {
			t.Errorf("fresh %v:\n%s\nwant\n%s", fresh, got, want)
		}
		again := filepath.Join(dir, "again.json")
		if _, err := to.Export(ctx, again, model.Export{Kind: model.ExportAll}); err != nil {
			t.Fatal(err)
		}
		if p, err := to.PreviewImport(ctx, again, ImportOptions{}); err != nil || !p.IsIdle() {
			t.Error("the same file again", err)
		}
		_ = os.Remove(again)
		if _, err := to.Undo(ctx); err != nil || recordsText(t, to) != before {
			t.Error("undo", err)
		}
	}
}

func TestABookThatDoesntHoldTogetherIsRefused(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	filledWithOrders(t, s)
	path := filepath.Join(t.TempDir(), "all.json")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ from, to, why string }{
		{`"order_id":1,"customer":"","customer_id":1,"seq":1`, `"order_id":77,"customer":"","customer_id":1,"seq":1`, "「77」"},
		{`"quantity":3,`, `"quantity":-3,`, "数量"},
		{`"quantity":3,`, `"quantity":"many",`, "数量"},
		{`"node":"prepare"`, `"node":"dance"`, "节点"},
		{`"promised_on":"2026-10-30"`, `"promised_on":"2026-02-30"`, "2026-02-30"},
		{`"order_no":"Q1"`, `"order_no":""`, "订单号"},
	} {
		if !strings.Contains(string(data), tt.from) {
			t.Fatalf("%s is not in the file", tt.from)
		}
		if err := os.WriteFile(path, []byte(strings.Replace(string(data), tt.from, tt.to, 1)), 0o600); err != nil {
			t.Fatal(err)
		}
		to := open(t, "2026-11-24")
		p, err := to.PreviewImport(ctx, path, ImportOptions{Lang: "zh"})
		if err != nil {
			t.Fatal(tt.to, err)
		}
		var why []string
		for _, r := range p.Rows {
			if r.Result == model.ResultRefused {
				why = append(why, label.Reasons(r.Record, r.Err, label.ZH))
			}
		}
		if !strings.Contains(strings.Join(why, "\n"), tt.why) {
			t.Errorf("%s: %v, want %s", tt.to, why, tt.why)
		}
		if err := to.WriteRefused(ctx, filepath.Join(t.TempDir(), "r.csv"), p); err != nil {
			t.Error(err)
		}
	}
}

func TestAProductListIsKnownByItsCodes(t *testing.T) {
	ctx := context.Background()
	file := csvFile(t, "产品价目表", "", "产品编号,品名,规格,颜色,单位,标价,底价,停用", "YB-01,柜门板,18mm,胡桃,张,¥128.50,110元,", "YB-02,封边条,,,米,1.2,0.9,是",
		",没有编号的,,,,3,,", "YB-03,板,,,,-3,,", "YB-01,柜门板,18mm,胡桃,张,130,,", "合计,,,,,,,")
	s, p, b := importFile(t, file, ImportOptions{Lang: "zh"})
	got := refusals(p)
	if p.Document != model.DocumentProducts || b.New != 2 || b.Refused != 2 || !strings.HasPrefix(got[6], "样板编号:不能为空") ||
		!strings.Contains(got[7], "标准价:请填大于 0 的金额") {
		t.Fatalf("%s %+v %v", p.Document, b, got)
	}
	y, err := s.ProductByCode(ctx, "YB-01")
	if err != nil || y.ListPrice != 12850 || y.FloorPrice != 11000 || y.Currency != "CNY" || y.Spec != "18mm" || y.Colour != "胡桃" {
		t.Errorf("%+v %v", y, err)
	}
	next := csvFile(t, "样板编号,标准价", "YB-01,135", "YB-09,7")
	if p, b := importInto(t, s, next, ImportOptions{OnDuplicate: model.DuplicateUpdate}, false); b.New != 1 || b.Updated != 1 ||
		p.Rows[0].Changes[0] != (model.FieldChange{Field: "list_price", Before: "12850", After: "13500"}) {
		t.Errorf("%+v %+v", b, p.Rows)
	}
	if p, err := s.PreviewImport(ctx, next, ImportOptions{OnDuplicate: model.DuplicateNew, Lang: "zh"}); err != nil ||
		refusals(p)[2] != "样板编号:「YB-01」已经有了,请换一个" {
		t.Error(refusals(p), err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if y, _ := s.ProductByCode(ctx, "YB-01"); y.ListPrice != 12850 || y.FloorPrice != 11000 {
		t.Errorf("after undo %+v", y)
	}
	if _, err := s.PreviewImport(ctx, csvFile(t, "姓名,电话", "董,1"), ImportOptions{As: model.DocumentProducts}); err == nil {
		t.Error("customers were read as products")
	}
	if _, err := s.PreviewImport(ctx, csvFile(t, "甲,乙", "1,2"), ImportOptions{As: model.DocumentOrders}); err == nil {
		t.Error("nothing was read as orders")
	}
}
