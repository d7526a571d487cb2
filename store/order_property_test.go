package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"testing"

	"pgregory.net/rapid"

	"genjin/model"
)

// book is a store of orders under a random test.
type book struct {
	t         *rapid.T
	s         *Store
	customers []int64
}

func (b *book) day(name string) model.Date {
	return moneyToday.AddDays(rapid.IntRange(-20, 0).Draw(b.t, name))
}

func (b *book) pick(name, query string) (int64, bool) {
	ids, err := b.s.ids(context.Background(), query)
	if err != nil {
		b.t.Fatal(err)
	}
	if len(ids) == 0 {
		return 0, false
	}
	return rapid.SampledFrom(ids).Draw(b.t, name), true
}

func (b *book) someLines(order int64) []model.OrderLine {
	var lines []model.OrderLine
	if order != 0 {
		kept, err := b.s.OrderLines(context.Background(), order)
		if err != nil {
			b.t.Fatal(err)
		}
		for _, l := range kept {
			if rapid.IntRange(0, 3).Draw(b.t, "keep") > 0 {
				lines = append(lines, l)
			}
		}
	}
	for range rapid.IntRange(1-min(len(lines), 1), 2).Draw(b.t, "more lines") {
		lines = append(lines, model.OrderLine{
			Product: rapid.SampledFrom([]string{"", "B-018", "B-020"}).Draw(b.t, "product"), Name: "板",
			Quantity:  rapid.Int64Range(500, 5000).Draw(b.t, "quantity"),
			UnitPrice: rapid.Int64Range(1000, 3000).Draw(b.t, "price"),
			Discount:  rapid.Int64Range(0, 3).Draw(b.t, "some") / 3 * rapid.Int64Range(0, 200).Draw(b.t, "discount"),
		})
	}
	for i := range lines {
		if rapid.IntRange(0, 4).Draw(b.t, "other quantity") == 0 {
			lines[i].Quantity = rapid.Int64Range(0, 6000).Draw(b.t, "quantity")
		}
	}
	return lines
}

func (b *book) add(ctx context.Context) error {
	o := model.Order{
		CustomerID: rapid.SampledFrom(b.customers).Draw(b.t, "customer"), Currency: rapid.SampledFrom([]string{"CNY", "CNY", "USD"}).Draw(b.t,
			"currency"),
		Terms:     rapid.SampledFrom([]string{"", "30%定金+60%发货前+10%验收后30天", "货到30天", "33%定金+33%发货前+34%票到10天"}).Draw(b.t, "terms"),
		OrderedOn: b.day("ordered").AddDays(-20),
	}
	if rapid.Bool().Draw(b.t, "promised") {
		o.PromisedOn = o.OrderedOn.AddDays(rapid.IntRange(0, 50).Draw(b.t, "lead"))
	}
	var steps []model.NodeStep
	if rapid.IntRange(0, 3).Draw(b.t, "at once") > 0 {
		steps = append(steps, model.NodeStep{Node: model.NodeConfirm, On: b.day("confirmed"), Reason: "老客户"})
	}
	_, err := b.s.AddOrder(ctx, o, b.someLines(0), steps...)
	return err
}

func (b *book) change(ctx context.Context, order int64) error {
	q := model.ChangeRequest{OrderID: order, Kind: rapid.SampledFrom(model.ChangeKinds).Draw(b.t, "kind"), Reason: "客户要求",
		Deposit: rapid.SampledFrom(model.Deposits).Draw(b.t, "deposit")}
	if rapid.Bool().Draw(b.t, "earlier") {
		q.On = b.day("changed")
	}
	switch q.Kind {
	case model.ChangeExchange:
		q.Lines = b.someLines(order)
	case model.ChangeReturn:
		if line, ok := b.pick("line", fmt.Sprintf("SELECT id FROM order_line WHERE order_id = %d", order)); ok &&
			rapid.IntRange(0, 3).Draw(b.t, "part") > 0 {
			q.Returned = []model.Returned{{LineID: line, Quantity: rapid.Int64Range(1, 3000).Draw(b.t, "returned")}}
		}
	case model.ChangeTransfer:
		q.CustomerID = rapid.SampledFrom(b.customers).Draw(b.t, "to")
		q.Paid = rapid.SampledFrom(model.PaidParts).Draw(b.t, "paid")
	case model.ChangeReschedule:
		q.PromisedOn = moneyToday.AddDays(rapid.IntRange(0, 30).Draw(b.t, "promise"))
	case model.ChangeDiscount:
		q.Amount = rapid.Int64Range(1, 2000).Draw(b.t, "off")
	}
	_, err := b.s.ChangeOrder(ctx, q)
	return err
}

func (b *book) do() error {
	ctx := context.Background()
	order, hasOrder := b.pick("order", "SELECT id FROM customer_order")
	debt, hasDebt := b.pick("debt", "SELECT id FROM receivable")
	what := rapid.IntRange(0, 23).Draw(b.t, "act")
	switch {
	case what < 2 || !hasOrder:
		return b.add(ctx)
	case what < 6:
		st := model.NodeStep{Node: rapid.SampledFrom(model.Nodes).Draw(b.t, "node"), On: b.day("done"), Reason: "领导同意"}
		if st.Node == model.NodeInvoice {
			st.InvoiceNo = "FP1"
		}
		_, err := b.s.StepNode(ctx, order, st)
		return err
	case what == 6:
		_, err := b.s.UnstepNode(ctx, order, rapid.SampledFrom(model.Nodes).Draw(b.t, "node"))
		return err
	case what < 10:
		return b.change(ctx, order)
	case what == 10:
		_, err := b.s.SaveLines(ctx, order, b.someLines(order))
		return err
	case what == 11 && hasDebt:
		_, err := b.s.CreditNote(ctx, model.Credit{ReceivableID: debt, Amount: rapid.Int64Range(1, 1000).Draw(b.t, "credit"), Reason: "尺寸差"})
		return err
	case what == 12 && hasDebt:
		_, err := b.s.WriteOff(ctx, debt, model.WriteOff{Amount: rapid.Int64Range(0, 1000).Draw(b.t, "off"), Why: "倒闭"})
		return err
	case what == 13:
		_, err := b.s.ApprovePrice(ctx, order, "王总", "老客户")
		return err
	case what == 14 && rapid.IntRange(0, 3).Draw(b.t, "remove") == 0:
		return b.s.RemoveOrder(ctx, order)
	case what < 18:
		return b.inParts(ctx, order)
	case what < 21:
		return b.money(ctx)
	}
	_, err := b.s.Pay(ctx, model.Payment{CustomerID: rapid.SampledFrom(b.customers).Draw(b.t, "payer"),
		Amount: rapid.Int64Range(1, 8000).Draw(b.t, "amount"), ReceivedOn: b.day("received")}, nil)
	return err
}

// act does one thing at random and checks that undo and redo are exact.
func (b *book) act() {
	ctx := context.Background()
	before := tableNames(b.t, b.s)
	var fe *model.FieldError
	if err := b.do(); err != nil && !errors.As(err, &fe) {
		b.t.Fatal(err)
	}
	after := tableNames(b.t, b.s)
	if after == before {
		return
	}
	if r, err := b.s.Undo(ctx); err != nil || r.Kept > 0 {
		b.t.Fatal("undo", r, err)
	}
	sameTables(b.t, "after undo", tableNames(b.t, b.s), before)
	if r, err := b.s.Redo(ctx); err != nil || r.Kept > 0 {
		b.t.Fatal("redo", r, err)
	}
	sameTables(b.t, "after redo", tableNames(b.t, b.s), after)
}

// wrong are the questions that must have no answer, whatever was done: an
// order's total is the sum of its lines and, once it is confirmed and as long as
// it stands, of its receivables less what was credited to them; a cancelled
// order owes what was kept of its deposit, one that isn't confirmed nothing.
var wrong = map[string]string{
	"the total isn't the sum of the lines": "SELECT id FROM customer_order o WHERE total <> (SELECT coalesce(sum(amount), 0) " +
		"FROM order_line WHERE order_id = o.id)",
	"the receivables aren't the total": "SELECT id FROM customer_order o WHERE " + owedFor +
		" <> CASE WHEN confirmed_on = '' THEN 0 WHEN cancelled_on = '' THEN total ELSE " + keptOf + " END",
	"what is kept of the receivables isn't theirs": "SELECT id FROM customer_order o WHERE billed <> " + owedFor +
		" OR collected <> (SELECT coalesce(sum(paid), 0) FROM receivable WHERE order_id = o.id) OR outstanding <> (SELECT " +
		"coalesce(sum(amount - settled), 0) FROM receivable WHERE order_id = o.id)",
	"a line's amount": "SELECT id FROM order_line WHERE amount <> (unit_price * (quantity - returned) + 500) / 1000 - discount",
	"a paid sum": "SELECT id FROM receivable r WHERE paid <> (SELECT coalesce(sum(amount), 0) FROM allocation WHERE " +
		"receivable_id = r.id AND reversed_on = '')",
	"a settled sum": "SELECT id FROM receivable r WHERE settled <> paid + written_off + (SELECT coalesce(sum(amount), 0) FROM " +
		"credit WHERE receivable_id = r.id) OR settled > amount",
	"an allocated sum": "SELECT id FROM payment p WHERE allocated <> (SELECT coalesce(sum(amount), 0) FROM allocation WHERE " +
		"payment_id = p.id AND reversed_on = '')",
	"an orphan receivable": "SELECT id FROM receivable r WHERE order_id <> 0 AND NOT EXISTS (SELECT 1 FROM customer_order o WHERE o.id = " +
		"r.order_id AND o.order_no = r.order_no AND (o.customer_id = r.customer_id OR EXISTS (SELECT 1 FROM order_change k WHERE k.order_id " +
		"= o.id AND k.kind = 'transfer' AND k.customer_id = r.customer_id)))",
	"a line elsewhere": "SELECT id FROM order_line l WHERE NOT EXISTS (SELECT 1 FROM customer_order o WHERE o.id = l.order_id AND " +
		"o.customer_id = l.customer_id AND o.currency = l.currency)",
	"a node elsewhere": "SELECT id FROM order_node n WHERE NOT EXISTS (SELECT 1 FROM customer_order o WHERE o.id = n.order_id AND " +
		"o.customer_id = n.customer_id)",
	"a change elsewhere": "SELECT id FROM order_change n WHERE kind <> 'transfer' AND NOT EXISTS (SELECT 1 FROM customer_order o WHERE " +
		"o.id = n.order_id AND o.customer_id = n.customer_id)",
	"somebody else's debt": "SELECT a.id FROM allocation a JOIN receivable r ON r.id = a.receivable_id JOIN payment p ON p.id = " +
		"a.payment_id WHERE a.reversed_on = '' AND r.customer_id <> p.customer_id",
	"a node's day": "SELECT id FROM customer_order o WHERE confirmed_on <> coalesce((SELECT done_on FROM order_node WHERE order_id " +
		"= o.id AND node = 'confirm'), '') OR received_on <> coalesce((SELECT done_on FROM order_node WHERE order_id = o.id AND " +
		"node = 'receive'), '')",
	"care": "SELECT id FROM customer c WHERE care_from <> CASE WHEN EXISTS (SELECT 1 FROM customer_order WHERE customer_id " +
		"= c.id AND status IN ('quote', 'reserved', 'confirmed')) THEN '' ELSE coalesce((SELECT max(received_on) FROM customer_order WHERE " +
		"customer_id = c.id AND status IN ('delivered', 'closed')), '') END",
	"a closed order": "SELECT id FROM customer_order WHERE status = 'closed' AND (outstanding > 0 OR received_on = '' OR invoiced_on " +
		"= '' OR reconciled_on = '')",
	"an undone booking": "SELECT id FROM customer_order WHERE status = 'delivered' AND outstanding = 0 AND billed = total AND " +
		"reconciled_on <> '' AND invoiced_on <> ''",
}

const keptOf = "(SELECT coalesce(sum(paid + written_off), 0) FROM receivable WHERE order_id = o.id)"

const owedFor = "((SELECT coalesce(sum(amount), 0) FROM receivable WHERE order_id = o.id) - (SELECT coalesce(sum(c.amount), 0) FROM " +
	"credit c JOIN receivable r ON r.id = c.receivable_id WHERE r.order_id = o.id))"

func (b *book) check() {
	ctx := context.Background()
	for what, query := range allWrong {
		if ids, err := b.s.ids(ctx, query); err != nil || len(ids) > 0 {
			b.t.Fatalf("%s: %v, %v", what, ids, err)
		}
	}
	ids, err := b.s.OrderList().IDs(ctx, model.Query{})
	if err != nil {
		b.t.Fatal(err)
	}
	rows, err := b.s.OrdersByID(ctx, ids)
	if err != nil {
		b.t.Fatal(err)
	}
	var count, total int64
	for _, o := range rows {
		kept, err := b.s.Order(ctx, o.ID)
		if err != nil || kept != o.Order {
			b.t.Fatalf("%+v is shown as %+v, %v", kept, o.Order, err)
		}
		count, total = count+1, total+o.Total
	}
	sums, err := orderSums(b.s, model.Query{})
	if err != nil {
		b.t.Fatal(err)
	}
	for _, sum := range sums {
		count, total = count-int64(sum.Count), total-sum.Total
	}
	if count != 0 || total != 0 {
		b.t.Fatalf("the pipeline is off by %d orders and %d", count, total)
	}
}

// checkEarlier looks at the orders as of an earlier day: nothing of them is
// negative.
func (b *book) checkEarlier() {
	ctx, day := context.Background(), b.day("as of")
	b.s.today = func() model.Date { return day }
	defer func() { b.s.today = func() model.Date { return moneyToday } }()
	ids, err := b.s.OrderList().IDs(ctx, model.Query{Sort: "ordered_on"})
	if err != nil {
		b.t.Fatal(err)
	}
	rows, err := b.s.OrdersByID(ctx, ids)
	if err != nil {
		b.t.Fatal(err)
	}
	byStatus := map[model.OrderStatus]int{}
	for _, o := range rows {
		byStatus[o.Status]++
		if o.OrderedOn > day || o.Billed < 0 || o.Collected < 0 || o.Outstanding < 0 || o.Collected+o.Outstanding > o.Billed {
			b.t.Fatalf("as of %s: %+v", day, o.Order)
		}
		debts, err := b.s.debtsOf(ctx, o.ID)
		if err != nil {
			b.t.Fatal(err)
		}
		for _, r := range debts {
			if r.Now.Balance < 0 || r.Now.Paid < 0 {
				b.t.Fatalf("as of %s: %+v", day, r)
			}
		}
	}
	sums, err := orderSums(b.s, model.Query{})
	if err != nil {
		b.t.Fatal(err)
	}
	for _, sum := range sums {
		byStatus[sum.Status] -= sum.Count
	}
	for status, n := range byStatus {
		if n != 0 {
			b.t.Fatalf("as of %s the list has %d more of %s than the pipeline", day, n, status)
		}
	}
	if _, err := b.s.Day(ctx, 7); err != nil {
		b.t.Fatal(err)
	}
}

func TestWhateverIsDoneToOrdersTheMoneyAddsUp(t *testing.T) {
	n, ctx, dir := 0, context.Background(), t.TempDir()
	rapid.Check(t, func(t *rapid.T) {
		n++
		s := openFile(t, filepath.Join(dir, fmt.Sprint(n, ".db")), AsOf(moneyToday))
		defer s.Close()
		b := &book{t: t, s: s}
		for _, name := range []string{"恒基板材", "周敏"} {
			c, err := s.AddCustomer(ctx, model.Customer{Name: name, Grade: model.GradeB, CreditLimit: 5000})
			if err != nil {
				t.Fatal(err)
			}
			b.customers = append(b.customers, c.ID)
		}
		for _, p := range []model.Product{{Code: "B-018", ListPrice: 1500, FloorPrice: 1200}, {Code: "B-020", ListPrice: 900}} {
			if _, err := s.AddProduct(ctx, p); err != nil {
				t.Fatal(err)
			}
		}
		for range rapid.IntRange(1, 20).Draw(t, "acts") {
			b.act()
			b.check()
		}
		b.checkToday()
		b.checkEarlier()
	})
}
