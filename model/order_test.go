package model

import (
	"errors"
	"math"
	"strings"
	"testing"
)

func TestQuantitiesAreReadAsPeopleWriteThem(t *testing.T) {
	for text, want := range map[string]int64{
		"12": 12000, "2.5": 2500, "2.5㎡": 2500, "3 件": 3000, "1,200": 1_200_000, "1.2万": 12_000_000, "０.125": 125,
		"2.5m2": 2500, "3kg": 3000, "7 张": 7000, "1,234.5": 1_234_500,
	} {
		if got, err := ParseQuantity(text); err != nil || got != want {
			t.Errorf("%q is %d, %v, want %d", text, got, err, want)
		}
	}
	for text, code := range map[string]string{
		"": RefusedQuantity, "几张": RefusedQuantity, "-3": RefusedQuantity, "0.0005": RefusedQuantityParts, "1000000001": RefusedQuantityRange,
		"99999999999999999999": RefusedQuantityRange,
	} {
		var fe *FieldError
		if got, err := ParseQuantity(text); !errors.As(err, &fe) || fe.Code != code {
			t.Errorf("%q is %d, %v, want %s", text, got, err, code)
		}
	}
	for n, want := range map[int64]string{0: "0", 2500: "2.5", 12000: "12", 5: "0.005", 1_234_500: "1234.5"} {
		if got := Quantity(n); got != want {
			t.Errorf("%d is %q, want %q", n, got, want)
		}
	}
}

func TestALineComesToQuantityTimesPriceLessDiscount(t *testing.T) {
	for _, tt := range []struct {
		name                      string
		quantity, price, discount int64
		want                      int64
		code                      string
	}{
		{"whole", 3000, 12850, 0, 38550, ""},
		{"a half is rounded up", 2500, 33, 0, 83, ""}, // 82.5
		{"a third", 333, 100, 0, 33, ""},
		{"less", 3000, 12850, 1000, 37550, ""},
		{"all off", 1000, 500, 500, 0, ""},
		{"more than all off", 1000, 500, 501, 0, RefusedMore},
		{"nothing is asked for it", 1000, 0, 0, 0, ""},
		{"as much as can be kept", 1_000_000, MaxAmount / 1000, 0, MaxAmount, ""},
		{"too much", mostQuantity, MaxAmount, 0, 0, RefusedAmountRange},
		{"just too much", 1_000_001, MaxAmount / 1000, 0, 0, RefusedAmountRange},
	} {
		l := OrderLine{Name: "板", Currency: "CNY", CustomerID: 1, Quantity: tt.quantity, UnitPrice: tt.price, Discount: tt.discount}
		err := l.Check()
		var fe *FieldError
		if errors.As(err, &fe); tt.code == "" && (err != nil || l.Amount != tt.want) || tt.code != "" && (fe == nil || fe.Code != tt.code) {
			t.Errorf("%s: %d, %v", tt.name, l.Amount, err)
		}
	}
	if _, ok := SumLines([]OrderLine{{Amount: MaxAmount}, {Amount: 1}}); ok {
		t.Error("a total that can't be kept is taken")
	}
	if _, ok := share(math.MaxInt64, math.MaxInt64, 1); ok {
		t.Error("a product of 126 bits is taken")
	}
}

func TestWhatComesBackTakesItsPartOfTheDiscountAlong(t *testing.T) {
	l := OrderLine{Name: "板", Currency: "CNY", CustomerID: 1, Quantity: 10_000, UnitPrice: 100, Discount: 101}
	if err := l.Settle(); err != nil || l.Amount != 899 {
		t.Fatal(l.Amount, err)
	}
	for _, tt := range []struct{ back, discount, amount int64 }{{3000, 71, 629}, {1, 71, 629}, {6999, 0, 0}} {
		before := l.Amount
		if err := l.TakeBack(tt.back); err != nil || l.Discount != tt.discount || l.Amount != tt.amount || before > 0 && l.Amount > before {
			t.Errorf("back %d: discount %d, amount %d, %v", tt.back, l.Discount, l.Amount, err)
		}
	}
	if err := l.TakeBack(1); err == nil {
		t.Error("more came back than was sold")
	}
}

func TestADiscountIsSpreadOverTheLinesExactly(t *testing.T) {
	for _, amounts := range [][]int64{{100}, {100, 100, 100}, {1, 1, 1}, {0, 5}, {333, 667, 1}} {
		var total int64
		for off := int64(1); off <= sumOf(amounts); off++ {
			lines := make([]OrderLine, len(amounts))
			for i, a := range amounts {
				lines[i] = OrderLine{Quantity: 1000, UnitPrice: a, Amount: a}
			}
			if err := Discount(lines, off); err != nil {
				t.Fatal(err)
			}
			total = 0
			for _, l := range lines {
				if l.Amount < 0 || l.Amount != l.UnitPrice-l.Discount {
					t.Fatalf("%v less %d: %+v", amounts, off, l)
				}
				total += l.Amount
			}
			if total != sumOf(amounts)-off {
				t.Fatalf("%v less %d is %d", amounts, off, total)
			}
		}
		if err := Discount([]OrderLine{{Amount: 5}}, 6); err == nil {
			t.Error("more is taken off than there is")
		}
	}
}

// sumOf adds numbers up.
func sumOf(list []int64) (sum int64) {
	for _, n := range list {
		sum += n
	}
	return sum
}

func TestPricesUnderTheFloorOrOverTheLimitAreStopped(t *testing.T) {
	s := DefaultSettings()
	for _, tt := range []struct {
		name  string
		l     OrderLine
		limit int64
		want  bool
	}{
		{"at the floor", OrderLine{Quantity: 1000, UnitPrice: 100, FloorPrice: 100}, 10, false},
		{"under it", OrderLine{Quantity: 1000, UnitPrice: 99, FloorPrice: 100}, 10, true},
		{"under it by the discount", OrderLine{Quantity: 2000, UnitPrice: 104, Discount: 9, FloorPrice: 100}, 10, true},
		{"no floor", OrderLine{Quantity: 1000, UnitPrice: 1}, 10, false},
		{"at the limit", OrderLine{Quantity: 1000, UnitPrice: 100, Discount: 10}, 10, false},
		{"over it", OrderLine{Quantity: 1000, UnitPrice: 1000, Discount: 101}, 10, true},
		{"no limit", OrderLine{Quantity: 1000, UnitPrice: 100, Discount: 90}, 0, false},
		{"all came back", OrderLine{Quantity: 1000, Returned: 1000, FloorPrice: 100}, 10, false},
	} {
		s.DiscountLimit = tt.limit
		_ = tt.l.Settle()
		if got := len(Troubled([]OrderLine{tt.l}, s)) > 0; got != tt.want {
			t.Errorf("%s: %t", tt.name, got)
		}
	}
}

func TestNodesArePlannedBackwardsFromThePromisedDay(t *testing.T) {
	s := DefaultSettings()
	o := Order{OrderedOn: "2026-11-02", PromisedOn: "2026-12-04"} // a Friday
	want := map[Node]Date{
		NodeConfirm: "2026-11-19", NodeReview: "2026-11-20", NodePrepare: "2026-11-24", NodeProduce: "2026-11-30",
		NodeShip: "2026-12-02", NodeReceive: "2026-12-04",
		NodeReconcile: "2026-12-09", NodeInvoice: "2026-12-11",
	}
	for node, day := range s.PlannedNodes(&o) {
		if day != want[node] {
			t.Errorf("%s is planned for %s, want %s", node, day, want[node])
		}
	}
	short := Order{OrderedOn: "2026-11-30", PromisedOn: "2026-12-04", ReceivedOn: "2026-12-10"}
	plan := s.PlannedNodes(&short)
	if plan[NodeConfirm] != "2026-11-30" || plan[NodeShip] != "2026-12-02" || plan[NodeReconcile] != "2026-12-15" {
		t.Errorf("in a hurry: %v", plan)
	}
	if plan := s.PlannedNodes(&Order{OrderedOn: "2026-11-30"}); len(plan) != 0 {
		t.Errorf("without a promise: %v", plan)
	}
	nodes := NodesOf(&o, nil)
	nodes.Replan(&Order{}, &o, s)
	nodes.Of(NodePrepare).PlannedOn = "2026-11-18" // by hand
	later := o
	later.PromisedOn = "2026-12-11"
	nodes.Replan(&o, &later, s)
	if nodes.Of(NodePrepare).PlannedOn != "2026-11-18" || nodes.Of(NodeShip).PlannedOn != "2026-12-09" {
		t.Errorf("rescheduled: %v", nodes)
	}
}

func TestPlannedDaysGiveWayToTheWorkingDayBefore(t *testing.T) {
	s := DefaultSettings()
	s.WorkdaysOnly = true
	for _, tt := range []struct {
		promised Date
		want     map[Node]Date
	}{
		{"2026-12-21", map[Node]Date{NodeShip: "2026-12-18", NodeReceive: "2026-12-21"}},                            // two days before a Monday
		{"2026-12-22", map[Node]Date{NodeShip: "2026-12-18", NodeProduce: "2026-12-16", NodeReceive: "2026-12-22"}}, // a Sunday
		{"2027-02-09", map[Node]Date{NodeShip: "2027-02-04", NodeProduce: "2027-02-02", NodeReceive: "2027-02-09"}},
	} {
		plan := s.PlannedNodes(&Order{OrderedOn: "2026-11-02", PromisedOn: tt.promised})
		for node, day := range tt.want {
			if plan[node] != day {
				t.Errorf("promised %s: %s is planned for %s, want %s", tt.promised, node, plan[node], day)
			}
		}
		leads := s.leads()
		for i, node := range Nodes[:5] {
			next := Nodes[i+1]
			if gap := leads[node] - leads[next]; plan[node] > plan[next].AddDays(-int(gap)) {
				t.Errorf("promised %s: %s on %s is less than %d days before %s on %s", tt.promised, node, plan[node], gap, next, plan[next])
			}
		}
	}
}

func TestTheReceiptIsExpectedOnTheETAOnceTheGoodsAreOnTheirWay(t *testing.T) {
	s := DefaultSettings()
	o := Order{OrderedOn: "2026-11-02", PromisedOn: "2026-12-04", ETA: "2026-12-08"}
	nodes := NodesOf(&o, nil)
	nodes.Replan(&Order{}, &o, s)
	shipped := o
	shipped.ShippedOn = "2026-12-03"
	nodes.Replan(&o, &shipped, s)
	if n := nodes.Of(NodeReceive); n.PlannedOn != "2026-12-08" {
		t.Errorf("planned %s", n.PlannedOn)
	}
	if plan := s.PlannedNodes(&Order{OrderedOn: "2026-11-02", ShippedOn: "2026-11-05", ETA: "2026-11-09"}); plan[NodeReceive] != "2026-11-09" {
		t.Errorf("without a promise: %v", plan)
	}
}

func TestTheNextNodeIsTheFirstThatIsStillNeeded(t *testing.T) {
	for _, tt := range []struct {
		done string
		o    Order
		want Node
	}{
		{"", Order{}, NodeConfirm},
		{"confirm price_review", Order{}, NodePrepare},
		{"confirm ship", Order{}, NodeReceive}, // the goods are out: what was between is skipped
		{"confirm ship invoice", Order{}, NodeReceive},
		{"confirm receive", Order{}, NodeReconcile},
		{"confirm receive reconcile", Order{}, NodeInvoice},
		{"confirm receive invoice", Order{}, NodeReconcile},
		{"confirm receive reconcile invoice", Order{}, ""},
		{"confirm prepare", Order{Review: ReviewNeeded}, NodeReview},
		{"confirm prepare", Order{Review: ReviewApproved}, NodeProduce},
		{"confirm", Order{CancelledOn: "2026-11-20"}, ""},
	} {
		nodes := NodesOf(&tt.o, nil)
		for _, node := range strings.Fields(tt.done) {
			nodes.Of(Node(node)).DoneOn = "2026-11-10"
		}
		tt.o.Follow(nodes, "")
		if tt.o.NextNode != tt.want {
			t.Errorf("%s: next %s, want %s", tt.done, tt.o.NextNode, tt.want)
		}
	}
}

func TestTheStatusFollowsTheNodesAndTheMoney(t *testing.T) {
	for _, tt := range []struct {
		name, done string
		o          Order
		paidUp     Date
		want       OrderStatus
		closed     Date
	}{
		{"quote", "", Order{}, "", OrderQuote, ""},
		{"reserved", "", Order{ReservedOn: "2026-11-01"}, "", OrderReserved, ""},
		{"confirmed", "confirm", Order{ReservedOn: "2026-11-01"}, "", OrderConfirmed, ""},
		{"shipped and paid", "confirm ship reconcile invoice", Order{}, "2026-11-10", OrderConfirmed, ""},
		{"delivered", "confirm receive", Order{}, "2026-11-10", OrderDelivered, ""},
		{"all but paid", "confirm receive reconcile invoice", Order{}, "", OrderDelivered, ""},
		{"closed", "confirm receive reconcile invoice", Order{}, "2026-11-12", OrderClosed, "2026-11-12"},
		{"paid long ago", "confirm receive reconcile invoice", Order{}, "2026-10-12", OrderClosed, "2026-11-10"},
		{"cancelled", "confirm", Order{CancelledOn: "2026-11-11"}, "", OrderCancelled, ""},
	} {
		nodes := NodesOf(&tt.o, nil)
		for _, node := range strings.Fields(tt.done) {
			nodes.Of(Node(node)).DoneOn = "2026-11-10"
		}
		tt.o.Follow(nodes, tt.paidUp)
		if tt.o.Status != tt.want || tt.o.ClosedOn != tt.closed {
			t.Errorf("%s: %s, closed %q", tt.name, tt.o.Status, tt.o.ClosedOn)
		}
	}
}

func TestTheUsualIntervalIsTheMedianOfTheGaps(t *testing.T) {
	for _, tt := range []struct {
		days  string
		usual int
		due   Date
	}{
		{"2026-01-01 2026-01-31", 0, ""},
		{"2026-01-01 2026-01-01 2026-01-31", 0, ""}, // two orders of one day are one
		{"2026-01-01 2026-01-31 2026-03-02", 30, "2026-04-17"},
		{"2026-03-02 2026-01-01 2026-01-31", 30, "2026-04-17"}, // in any order
		{"2026-01-01 2026-01-11 2026-02-10 2026-02-20", 10, "2026-03-08"},
		{"2026-01-01 2026-01-11 2026-01-31", 15, "2026-02-23"},
	} {
		var days []Date
		for _, d := range strings.Fields(tt.days) {
			days = append(days, Date(d))
		}
		usual, last, ok := Interval(days)
		if ok != (tt.usual > 0) || usual != tt.usual || ok && OrderDue(usual, last) != tt.due {
			t.Errorf("%s: every %d days, %s", tt.days, usual, OrderDue(usual, last))
		}
	}
}

func TestADropIsUnderHalfOfTheQuarterBefore(t *testing.T) {
	for _, tt := range []struct {
		before, now int64
		want        bool
	}{{100, 49, true}, {100, 50, false}, {101, 50, true}, {0, 0, false}, {100, 0, true}} {
		bought := []Placed{{On: "2026-05-03", Currency: "CNY", Total: tt.before}, {On: "2026-08-31", Currency: "CNY", Total: tt.now}}
		drops := Drops(bought)
		if got := len(drops) > 0 && drops[0].Quarter == "2026-10-01"; got != tt.want {
			t.Errorf("%d after %d: %+v", tt.now, tt.before, drops)
		}
	}
	for day, want := range map[Date]Date{"2026-01-01": "2026-01-01", "2026-03-31": "2026-01-01", "2026-11-24": "2026-10-01",
		"2026-04-30": "2026-04-01"} {
		if got := Quarter(day); got != want {
			t.Errorf("%s is in the quarter of %s", day, got)
		}
	}
}

func TestWhoHasAllThatWasOrderedGetsCareVisits(t *testing.T) {
	s := DefaultSettings()
	for _, tt := range []struct {
		name string
		c    Customer
		last Date
		want Date
	}{
		{"the grade's cadence", Customer{Grade: GradeB, Stage: Won}, "2026-11-20", "2026-11-27"},
		{"from the receipt", Customer{Grade: GradeB, Stage: Won, CareFrom: "2026-11-24"}, "2026-11-20", "2027-02-22"},
		{"from a later contact", Customer{Grade: GradeB, Stage: Won, CareFrom: "2026-11-20"}, "2026-11-24", "2027-02-22"},
		{"a deal is expected", Customer{Grade: GradeB, Stage: Won, CareFrom: "2026-11-20", ExpectedOn: "2027-01-10"}, "2026-11-20", "2026-11-27"},
		{"the deal that was expected was this one", Customer{Grade: GradeB, Stage: Won, CareFrom: "2026-11-20", ExpectedOn: "2026-11-10"},
			"2026-11-24", "2027-02-22"},
		{"in talks again", Customer{Grade: GradeB, Stage: Negotiating, CareFrom: "2026-11-20"}, "2026-11-20", "2026-11-27"},
		{"grade E is never due", Customer{Grade: GradeE, Stage: Won, CareFrom: "2026-11-20"}, "2026-11-20", ""},
		{"never contacted", Customer{Grade: GradeB, Stage: Won, CareFrom: "2026-11-24", FilledOn: "2026-11-01"}, "", "2027-02-22"},
	} {
		if got := tt.c.DueAfter(tt.last, s); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
