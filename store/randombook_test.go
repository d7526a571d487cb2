package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"
	"time"

	"pgregory.net/rapid"

	"genjin/model"
)

// randomBook fills a store with orders and money at random. Every act of it is
// dated within the days that are set, and none corrects what was entered:
// reports as of a day before them stay as they were.
type randomBook struct {
	t         *rapid.T
	s         *Store
	customers []int64
	from, to  model.Date
	numbers   int
}

// newRandomBook is a book of three customers and two products, four months long up
// to a day.
func newRandomBook(t *rapid.T, s *Store, to model.Date) *randomBook {
	b := &randomBook{t: t, s: s}
	b.between(to.AddDays(-120), to)
	ctx := context.Background()
	for i, name := range []string{"恒基板材", "周敏", "宏达家具"} {
		c, err := s.AddCustomer(ctx, model.Customer{Name: name, Grade: model.GradeB, FilledOn: b.from,
			Phones: model.List(fmt.Sprint("1380013800", i))})
		if err != nil {
			t.Fatal(err)
		}
		b.customers = append(b.customers, c.ID)
	}
	for _, p := range []model.Product{{Code: "B-018", Name: "柜门板", ListPrice: 1500}, {Code: "B-020", Name: "背板", ListPrice: 900}} {
		if _, err := s.AddProduct(ctx, p); err != nil {
			t.Fatal(err)
		}
	}
	return b
}

// between sets the days on which acts happen; the last of them is today.
func (b *randomBook) between(from, to model.Date) {
	b.from, b.to = from, to
	b.s.today = func() model.Date { return to }
	noon, err := time.ParseInLocation(time.DateOnly, string(to), time.Local)
	if err != nil {
		b.t.Fatal(err)
	}
	b.s.now = func() time.Time { return noon.Add(12 * time.Hour) }
}

// fill does so many acts; the first one is an order, so that there is one.
func (b *randomBook) fill(acts int) {
	for i := range acts {
		what := rapid.IntRange(0, 23).Draw(b.t, "act")
		if i == 0 {
			what = 0
		}
		var refused *model.FieldError
		if err := b.act(what); err != nil && !errors.As(err, &refused) && !errors.Is(err, model.ErrNotFound) {
			b.t.Fatalf("act %d: %v", what, err)
		}
	}
}

func (b *randomBook) day(name string) model.Date { return b.since(name, b.from) }

// since is a day of the book, not before another.
func (b *randomBook) since(name string, first model.Date) model.Date {
	first = min(max(first, b.from), b.to)
	return first.AddDays(rapid.IntRange(0, b.to.Sub(first)).Draw(b.t, name))
}

func (b *randomBook) customer(name string) int64 {
	return rapid.SampledFrom(b.customers).Draw(b.t, name)
}

func (b *randomBook) currency() string {
	return rapid.SampledFrom([]string{"CNY", "CNY", "CNY", "USD"}).Draw(b.t, "currency")
}

func (b *randomBook) pick(name, query string) int64 {
	ids, err := b.s.ids(context.Background(), query)
	if err != nil {
		b.t.Fatal(err)
	}
	if len(ids) == 0 {
		return 0
	}
	return rapid.SampledFrom(ids).Draw(b.t, name)
}

// act does one thing; what can't be done now is refused.
func (b *randomBook) act(what int) error {
	ctx := context.Background()
	order := b.pick("order", "SELECT id FROM customer_order ORDER BY id")
	debt := b.pick("debt", "SELECT id FROM receivable ORDER BY settled >= amount, id")
	payment := b.pick("payment", "SELECT id FROM payment ORDER BY id")
	switch {
	case what < 3:
		return b.sell(ctx)
	case what < 6:
		return b.step(ctx, order)
	case what < 12:
		return b.change(ctx, order)
	case what < 14:
		return b.owe(ctx)
	case what < 18:
		return b.pay(ctx, debt)
	case what == 18:
		_, err := b.s.CreditNote(ctx, model.Credit{ReceivableID: debt, Amount: rapid.Int64Range(1, 1500).Draw(b.t, "credit"),
			CreditedOn: b.day("credited"), Reason: "尺寸差"})
		return err
	case what == 19:
		_, err := b.s.WriteOff(ctx, debt, model.WriteOff{Amount: rapid.Int64Range(0, 1500).Draw(b.t, "off"), On: b.day("written off"), Why: "倒闭"})
		return err
	case what == 20:
		on := b.day("chased")
		_, err := b.s.LogDunning(ctx, model.Dunning{ReceivableID: debt, ChasedOn: on, Method: "sms",
			Level:     rapid.Int64Range(0, 4).Draw(b.t, "level"),
			PromiseOn: on.AddDays(rapid.IntRange(0, 20).Draw(b.t, "promise"))})
		return err
	case what == 22:
		_, err := b.s.Dispute(ctx, debt, rapid.SampledFrom([]string{"", "少了两件", "颜色不符"}).Draw(b.t, "disputed"))
		return err
	case what == 21 && rapid.Bool().Draw(b.t, "bounced"):
		_, err := b.s.ReversePayment(ctx, payment, b.day("reversed"), "退票")
		return err
	case what == 21:
		_, err := b.s.Refund(ctx, model.Refund{PaymentID: payment, RefundedOn: b.day("refunded"),
			Amount: rapid.Int64Range(1, 2000).Draw(b.t, "refund"), Reason: "多付"})
		return err
	}
	_, err := b.s.Allocate(ctx, payment, nil)
	return err
}

// sell takes an order, mostly confirmed at once.
func (b *randomBook) sell(ctx context.Context) error {
	b.numbers++
	o := model.Order{
		CustomerID: b.customer("buyer"), OrderNo: fmt.Sprintf("D-%s-%d", b.to, b.numbers), Currency: b.currency(), OrderedOn: b.day("ordered"),
		Terms: rapid.SampledFrom([]string{"", "30%定金+60%发货前+10%验收后30天", "货到30天", "账期10天", "50%定金+50%票到10天"}).Draw(b.t, "terms"),
	}
	if rapid.Bool().Draw(b.t, "promised") {
		o.PromisedOn = o.OrderedOn.AddDays(rapid.IntRange(0, 50).Draw(b.t, "lead"))
	}
	var steps []model.NodeStep
	if rapid.IntRange(0, 4).Draw(b.t, "at once") > 0 {
		steps = []model.NodeStep{{Node: model.NodeConfirm, On: b.since("confirmed", o.OrderedOn), Reason: "老客户"}}
	}
	_, err := b.s.AddOrder(ctx, o, b.lines(rapid.IntRange(1, 3).Draw(b.t, "lines")), steps...)
	return err
}

func (b *randomBook) lines(n int) []model.OrderLine {
	lines := make([]model.OrderLine, n)
	for i := range lines {
		lines[i] = model.OrderLine{
			Product: rapid.SampledFrom([]string{"", "B-018", "B-020"}).Draw(b.t, "product"), Name: fmt.Sprint("板", i),
			Quantity: 1000 * rapid.Int64Range(1, 9).Draw(b.t, "quantity"), UnitPrice: rapid.Int64Range(500, 3000).Draw(b.t, "price"),
		}
	}
	return lines
}

// step does the next thing of an order.
func (b *randomBook) step(ctx context.Context, order int64) error {
	o, err := b.s.Order(ctx, order)
	if err != nil {
		return err
	}
	nodes, err := b.s.OrderNodes(ctx, order)
	if err != nil {
		return err
	}
	for _, n := range nodes {
		if n.DoneOn != "" || rapid.IntRange(0, 3).Draw(b.t, "skip") == 0 {
			continue
		}
		st := model.NodeStep{Node: n.Node, On: b.since("done", max(o.OrderedOn, o.MovedOn)), By: "王总", Reason: "领导同意"}
		if n.Node == model.NodeInvoice {
			st.InvoiceNo = fmt.Sprint("FP-", o.OrderNo)
		}
		_, err := b.s.StepNode(ctx, order, st)
		return err
	}
	return nil
}

// change changes an order.
func (b *randomBook) change(ctx context.Context, order int64) error {
	o, err := b.s.Order(ctx, order)
	if err != nil {
		return err
	}
	if o.Status.Open() && o.ConfirmedOn == "" && rapid.Bool().Draw(b.t, "edit") {
		return b.edit(ctx, o)
	}
	q := model.ChangeRequest{OrderID: order, Kind: rapid.SampledFrom(model.ChangeKinds).Draw(b.t, "kind"), On: b.since("changed", o.OrderedOn),
		Reason: "客户要求", LimitWhy: "老客户"}
	q.Deposit = rapid.SampledFrom(model.Deposits).Draw(b.t, "deposit")
	if q.Kind == model.ChangeCancel && rapid.Bool().Draw(b.t, "rather not") {
		q.Kind = model.ChangeTransfer
	}
	lines, err := b.s.OrderLines(ctx, order)
	if err != nil {
		return err
	}
	switch q.Kind {
	case model.ChangeExchange:
		q.Lines = append(lines[:rapid.IntRange(0, len(lines)).Draw(b.t, "kept")], b.lines(1)...)
	case model.ChangeReturn:
		if len(lines) > 0 && rapid.IntRange(0, 3).Draw(b.t, "part") > 0 {
			line := rapid.SampledFrom(lines).Draw(b.t, "line")
			q.Returned = []model.Returned{{LineID: line.ID, Quantity: rapid.Int64Range(1, max(line.Stays(), 1)).Draw(b.t, "returned")}}
		}
	case model.ChangeTransfer:
		q.CustomerID = b.customer("to")
		q.Paid = rapid.SampledFrom(model.PaidParts).Draw(b.t, "paid")
	case model.ChangeReschedule:
		q.PromisedOn = q.On.AddDays(rapid.IntRange(0, 30).Draw(b.t, "promise"))
	case model.ChangeDiscount:
		q.Amount = rapid.Int64Range(1, 2000).Draw(b.t, "off")
	}
	_, err = b.s.ChangeOrder(ctx, q)
	return err
}

// edit gives an order that isn't confirmed other lines, and promises it for
// another day.
func (b *randomBook) edit(ctx context.Context, o model.Order) error {
	kept, err := b.s.OrderLines(ctx, o.ID)
	if err != nil {
		return err
	}
	lines := append(kept[:rapid.IntRange(0, len(kept)).Draw(b.t, "kept")], b.lines(1)...)
	o.PromisedOn = o.OrderedOn.AddDays(rapid.IntRange(0, 50).Draw(b.t, "lead"))
	_, err = b.s.SaveOrderLines(ctx, o, lines)
	return err
}

// owe invoices something without an order.
func (b *randomBook) owe(ctx context.Context) error {
	b.numbers++
	r := model.Receivable{
		CustomerID: b.customer("debtor"), Amount: rapid.Int64Range(1, 9000).Draw(b.t, "owed"), Currency: b.currency(),
		InvoiceNo: fmt.Sprintf("FP-%s-%d", b.to, b.numbers), SaleOn: b.day("sold"),
	}
	if rapid.IntRange(0, 4).Draw(b.t, "due") > 0 {
		r.DueOn = r.SaleOn.AddDays(rapid.IntRange(0, 60).Draw(b.t, "days"))
	}
	_, err := b.s.AddReceivable(ctx, r)
	return err
}

// pay keeps a payment: for the oldest debts, for one of them, in part, by
// draft, or as an advance.
func (b *randomBook) pay(ctx context.Context, debt int64) error {
	p := model.Payment{CustomerID: b.customer("payer"), ReceivedOn: b.day("received"), Amount: rapid.Int64Range(1, 12000).Draw(b.t, "amount"),
		Currency: b.currency(), Method: "transfer"}
	var shares []model.Share
	switch r, err := b.s.Receivable(ctx, debt); rapid.IntRange(0, 4).Draw(b.t, "for") {
	case 0:
		shares = []model.Share{}
	case 1, 2:
		if err == nil && r.Open() > 0 {
			p.CustomerID, p.Currency, p.Amount = r.CustomerID, r.Currency, r.Open()
			if rapid.Bool().Draw(b.t, "in part") {
				p.Amount = rapid.Int64Range(1, r.Open()).Draw(b.t, "part")
			}
			shares = []model.Share{{ReceivableID: r.ID, Amount: p.Amount}}
		}
	}
	if rapid.IntRange(0, 4).Draw(b.t, "draft") == 0 {
		p.Method, p.MaturesOn = model.PayDraft, p.ReceivedOn.AddDays(rapid.IntRange(1, 180).Draw(b.t, "matures"))
	}
	b.numbers++
	p.ReceiptNo = fmt.Sprintf("SJ-%s-%d", b.to, b.numbers)
	_, err := b.s.Pay(ctx, p, shares)
	return err
}

func TestARandomBookAddsUp(t *testing.T) {
	ctx, dir, n := context.Background(), t.TempDir(), 0
	rapid.Check(t, func(t *rapid.T) {
		n++
		s := openFile(t, filepath.Join(dir, fmt.Sprint(n, ".db")))
		defer s.Close()
		b := newRandomBook(t, s, moneyToday)
		b.fill(rapid.IntRange(3, 30).Draw(t, "acts"))
		for what, query := range wrong {
			if ids, err := s.ids(ctx, query); err != nil || len(ids) > 0 {
				t.Fatalf("%s: %v, %v", what, ids, err)
			}
		}
	})
}
