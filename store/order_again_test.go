package store

import (
	"context"
	"testing"

	"genjin/model"
)

// pricedOrder is a confirmed order of ten boards at 120.00, whose floor is
// 110.00 and whose list price 128.50.
func pricedOrder(t *testing.T, s *Store) (model.Customer, model.Product, model.Order) {
	t.Helper()
	c := add(t, s, model.Customer{Name: "恒基板材", CreditLimit: 200000})
	p, err := s.AddProduct(context.Background(), model.Product{Code: "YB-01", Name: "柜门板", ListPrice: 12850, FloorPrice: 11000})
	if err != nil {
		t.Fatal(err)
	}
	o := mustOrder(t, s, model.Order{CustomerID: c.ID}, []model.OrderLine{{Product: "YB-01", Quantity: 10000, UnitPrice: 12000}},
		model.NodeStep{Node: model.NodeConfirm})
	return c, p, o
}

func TestPricesAreLookedAtAgainBeforeTheGoodsGoOut(t *testing.T) {
	ctx := context.Background()
	for _, tt := range []struct {
		name        string
		list, floor int64
		code        string
	}{
		{"nothing changed", 12850, 11000, ""},
		{"a floor that the line is above", 12850, 11900, ""},
		{"a floor over the line", 12850, 12500, model.RefusedReview},
		{"another list price", 13850, 11000, model.RefusedListed},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := open(t, orderToday)
			_, p, o := pricedOrder(t, s)
			var err error
			p.ListPrice, p.FloorPrice = tt.list, tt.floor
			if p, err = s.SaveProduct(ctx, p); err != nil {
				t.Fatal(err)
			}
			ship := func() error {
				_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeShip})
				return err
			}
			review := func() error {
				_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeReview})
				return err
			}
			switch tt.code {
			case model.RefusedReview:
				refused(t, "ship", ship(), "approved_by", tt.code)
				refused(t, "review", review(), "approved_by", tt.code)
				if _, err := s.ApprovePrice(ctx, o.ID, "王总", "老价格"); err != nil {
					t.Fatal(err)
				}
			case model.RefusedListed:
				refused(t, "ship", ship(), "", tt.code)
				if err := review(); err != nil {
					t.Fatal(err)
				}
			}
			if err := ship(); err != nil {
				t.Fatal(err)
			}
			p.FloorPrice = 20000
			if p, err = s.SaveProduct(ctx, p); err != nil {
				t.Fatal(err)
			}
			if err := ship(); err != nil {
				t.Errorf("shipped again: %v", err)
			}
		})
	}
}

func TestAnApprovalIsOfThePricesOfItsDay(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	_, p, o := pricedOrder(t, s)
	var err error
	p.FloorPrice = 12500
	if p, err = s.SaveProduct(ctx, p); err != nil {
		t.Fatal(err)
	}
	if _, err := s.ApprovePrice(ctx, o.ID, "王总", "老价格"); err != nil {
		t.Fatal(err)
	}
	p.FloorPrice = 12700
	if p, err = s.SaveProduct(ctx, p); err != nil {
		t.Fatal(err)
	}
	for _, node := range []model.Node{model.NodeShip, model.NodeReview} {
		_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: node})
		refused(t, string(node), err, "approved_by", model.RefusedReview)
	}
	if o, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeReview, By: "王总", Reason: "老价格"}); err != nil ||
		o.Review != model.ReviewApproved || o.ApprovedBy != "王总" {
		t.Errorf("%+v, %v", o, err)
	}
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeShip}); err != nil {
		t.Error(err)
	}
}

func TestTheCreditLimitHoldsForWhatAChangeAdds(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	_, _, o := pricedOrder(t, s) // 1,200.00 of 2,000.00
	lines, err := s.OrderLines(ctx, o.ID)
	if err != nil {
		t.Fatal(err)
	}
	lines[0].Quantity = 20000
	q := model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeExchange, Reason: "加单", Lines: lines}
	_, err = s.ChangeOrder(ctx, q)
	refused(t, "exchange", err, "reason", model.RefusedLimit)
	q.LimitWhy = "已付款在途"
	if o, err = s.ChangeOrder(ctx, q); err != nil || o.Total != 240000 || o.LimitWhy != "已付款在途" {
		t.Fatalf("%+v, %v", o, err)
	}
	other := add(t, s, model.Customer{Name: "顺达家具", CreditLimit: 100000})
	q = model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeTransfer, Reason: "更名", CustomerID: other.ID}
	_, err = s.ChangeOrder(ctx, q)
	refused(t, "transfer", err, "reason", model.RefusedLimit)
	q.LimitWhy = "总部担保"
	if o, err = s.ChangeOrder(ctx, q); err != nil || o.CustomerID != other.ID || o.LimitWhy != "总部担保" {
		t.Errorf("%+v, %v", o, err)
	}
}

func TestTheDayOfAConfirmationFromWhichMoreFollowedStays(t *testing.T) {
	ctx := context.Background()
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	o := mustOrder(t, s, model.Order{CustomerID: c.ID, OrderedOn: "2026-11-20"}, boards(),
		model.NodeStep{Node: model.NodeConfirm, On: "2026-11-20"}, model.NodeStep{Node: model.NodeInvoice, On: "2026-11-22"})
	_, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm})
	refused(t, "another day", err, "", model.RefusedRedated)
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeConfirm, On: "2026-11-20"}); err != nil {
		t.Errorf("the same day: %v", err)
	}
}

func TestAnOrderOverNothingIsNotConfirmed(t *testing.T) {
	s := open(t, orderToday)
	c := add(t, s, model.Customer{Name: "恒基板材"})
	_, err := s.AddOrder(context.Background(), model.Order{CustomerID: c.ID}, []model.OrderLine{{Name: "板", Quantity: 1000}},
		model.NodeStep{Node: model.NodeConfirm})
	refused(t, "confirm", err, "", model.RefusedWorthless)
	_, err = s.AddOrder(context.Background(), model.Order{CustomerID: c.ID}, []model.OrderLine{{Name: "板", UnitPrice: 100}})
	refused(t, "no quantity", err, "quantity", model.RefusedNone)
}
