package store

import (
	"context"
	"strings"
	"testing"

	"genjin/model"
)

// takeBatch imports lines as a list.
func takeBatch(t *testing.T, s *Store, o ImportOptions, lines ...string) model.Batch {
	t.Helper()
	p, b := importInto(t, s, csvFile(t, lines...), o, false)
	if p.IsIdle() {
		t.Fatal("the file changes nothing")
	}
	return b
}

// partly takes an import back of which something was changed since.
func partly(t *testing.T, s *Store, b model.Batch) {
	t.Helper()
	r, err := s.UndoBatch(context.Background(), b.ID)
	if err != nil || r.Kept == 0 {
		t.Fatalf("%+v, %v", r, err)
	}
}

// What was taken back in part is what redo brings back: the rest of it.
func TestAnImportTakenBackInPartIsRedone(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	b := takeBatch(t, s, ImportOptions{}, "姓名,电话", "刘女士,13800138000", "董先生,15935946108")
	liu := cardsOf(t, s)[0]
	liu.Remark = "要送脚垫"
	if _, err := s.SaveCustomer(ctx, liu, ""); err != nil {
		t.Fatal(err)
	}
	partly(t, s, b)
	if _, err := s.Redo(ctx); err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, c := range cardsOf(t, s) {
		names = append(names, c.Name+" "+c.Remark)
	}
	if got := strings.Join(names, ","); got != "刘女士 要送脚垫,董先生 " {
		t.Errorf("after redo %s", got)
	}
}

// What an undo leaves of the money adds up: a payment of the file goes, a later
// one on the same invoice stays.
func TestMoneyAddsUpAfterAnUndoInPart(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	r, err := s.AddReceivable(ctx, model.Receivable{CustomerID: c.ID, InvoiceNo: "FP1", Amount: 100000, SaleOn: "2026-11-01"})
	if err != nil {
		t.Fatal(err)
	}
	b := takeBatch(t, s, ImportOptions{As: "payments"}, "客户,收款日期,收款金额,发票号", "恒基板材,2026-11-05,400,FP1")
	if _, err := s.Pay(ctx, model.Payment{CustomerID: c.ID, Amount: 10000, ReceivedOn: "2026-11-10"}, nil); err != nil {
		t.Fatal(err)
	}
	partly(t, s, b)
	if r, err = s.Receivable(ctx, r.ID); err != nil || r.Paid != 10000 || r.Settled != 10000 {
		t.Errorf("paid %d, settled %d, %v", r.Paid, r.Settled, err)
	}
}

// An order whose nodes were taken back asks for the first of them again.
func TestAnOrderFollowsItsNodesAfterAnUndoInPart(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-24")
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{OrderNo: "D1", CustomerID: c.ID, OrderedOn: "2026-11-01", PromisedOn: "2026-12-20"},
		[]model.OrderLine{{Name: "板", Quantity: 1000, UnitPrice: 10000}}, model.NodeStep{Node: model.NodeConfirm, On: "2026-11-02"})
	b := takeBatch(t, s, ImportOptions{OnDuplicate: model.DuplicateUpdate}, "订单号,客户,品名,数量,单价,下单日期,备料", "D1,恒基板材,板,1,100,2026-11-01,2026-11-12")
	k, err := s.Order(ctx, o.ID)
	if err != nil || k.NextNode != model.NodeProduce {
		t.Fatalf("%+v, %v", k, err)
	}
	k.Remark = "客户催"
	if _, err := s.SaveOrder(ctx, k); err != nil {
		t.Fatal(err)
	}
	partly(t, s, b)
	if k, err = s.Order(ctx, o.ID); err != nil || k.NextNode != model.NodePrepare || k.Remark != "客户催" {
		t.Errorf("next is %s, %v", k.NextNode, err)
	}
}

// A project whose items were taken back is at the stage that the rest says.
func TestAProjectStandsWhereItsItemsSayAfterAnUndoInPart(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-23")
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := theProject(t, s)
	p.Brief = "改过"
	if _, err := s.SaveProject(ctx, p.Project); err != nil {
		t.Fatal(err)
	}
	partly(t, s, model.Batch{Meta: model.Meta{ID: ids(t, s, "SELECT id FROM import_batch")[0]}})
	left := reload(t, s, p.ID)
	again := left
	again.Risks = "没有"
	if _, err := s.SaveProject(ctx, again.Project); err != nil {
		t.Fatal(err)
	}
	if now := reload(t, s, p.ID); left.Stage != now.Stage || left.State != now.State || left.Stage == p.Stage {
		t.Errorf("at stage %d (%s) after the undo, %d (%s) by what is left, %d before", left.Stage, left.State, now.Stage, now.State, p.Stage)
	}
}
