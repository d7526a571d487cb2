package store

import (
	"context"
	"fmt"
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

// What a price review takes as looked at is not known on the days before it, by
// whatever came in between (rule 2.4).
func TestAReviewLeavesThePricesOfEarlierDays(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-18")
	_, p, o := pricedOrder(t, s)
	prices := func(day model.Date) string {
		t.Helper()
		asOf(s, day)
		d, err := s.OrderOf(ctx, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		l := d.LineList[0]
		return fmt.Sprint(l.ListPrice, " ", l.FloorPrice, " ", l.Amount, " ", d.Review, " ", d.ApprovedBy, " ",
			d.Nodes.Of(model.NodeReview).DoneOn,
			" ", len(d.Changes))
	}
	before := prices("2026-11-18")
	reprice := func(day model.Date, list, floor int64, st model.NodeStep) {
		t.Helper()
		asOf(s, day)
		p.ListPrice, p.FloorPrice = list, floor
		var err error
		if p, err = s.SaveProduct(ctx, p); err != nil {
			t.Fatal(err)
		}
		st.Node = model.NodeReview
		if _, err := s.StepNode(ctx, o.ID, st); err != nil {
			t.Fatal(err)
		}
	}
	reprice("2026-11-20", 13850, 11500, model.NodeStep{})
	first := prices("2026-11-20")
	if first == before {
		t.Fatal("the review took no new prices")
	}
	asOf(s, "2026-11-22")
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeDiscount, Amount: 1000, Reason: "老客户"}); err != nil {
		t.Fatal(err)
	}
	reduced := prices("2026-11-22")
	reprice("2026-11-24", 13850, 12500, model.NodeStep{By: "王总", Reason: "老价格"})
	now := prices("2026-11-24")
	for day, want := range map[model.Date]string{"2026-11-18": before, "2026-11-19": before, "2026-11-20": first, "2026-11-21": first,
		"2026-11-22": reduced, "2026-11-23": reduced} {
		if got := prices(day); got != want {
			t.Errorf("as of %s: %s, then %s", day, got, want)
		}
	}
	asOf(s, "2026-11-24")
	d, err := s.OrderOf(ctx, o.ID)
	if err != nil || d.Changes[0].Kind != model.ChangePrices || d.Changes[0].Reason != "老价格" ||
		d.Changes[2].Reason != "YB-01 柜门板 128.50 (110.00) → YB-01 柜门板 138.50 (115.00)" {
		t.Errorf("%+v, %v", d.Changes, err)
	}
	if _, err := s.Undo(ctx); err != nil || prices("2026-11-24") == now || prices("2026-11-23") != reduced {
		t.Errorf("undone: %s, %s, %v", prices("2026-11-24"), prices("2026-11-23"), err)
	}
}

func TestAReviewOfAnEarlierDayIsKnownBeforeALaterDiscount(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-11-18")
	_, p, o := pricedOrder(t, s)
	asOf(s, "2026-11-22")
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeDiscount, Amount: 1000, Reason: "老客户"}); err != nil {
		t.Fatal(err)
	}
	p.ListPrice = 13850
	if _, err := s.SaveProduct(ctx, p); err != nil {
		t.Fatal(err)
	}
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeReview, On: "2026-11-20"}); err != nil {
		t.Fatal(err)
	}
	for day, want := range map[model.Date][2]int64{"2026-11-19": {12850, 120000}, "2026-11-21": {13850, 120000},
		"2026-11-22": {13850, 119000}} {
		asOf(s, day)
		d, err := s.OrderOf(ctx, o.ID)
		if got := [2]int64{d.LineList[0].ListPrice, d.LineList[0].Amount}; err != nil || got != want {
			t.Errorf("as of %s: %v, want %v, %v", day, got, want, err)
		}
	}
}
