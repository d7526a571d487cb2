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

// hundredBoards is an order over 100 boards, payable 30 days after the invoice.
func hundredBoards(t *testing.T, s *Store) (model.Customer, model.Order) {
	t.Helper()
	ctx := context.Background()
	c, err := s.AddCustomer(ctx, model.Customer{Name: "甲", Terms: "票到30天"})
	if err != nil {
		t.Fatal(err)
	}
	o, err := s.AddOrder(ctx, model.Order{CustomerID: c.ID, OrderNo: "D1", OrderedOn: "2026-03-01", PromisedOn: "2026-03-20"},
		[]model.OrderLine{{Name: "多层板", Unit: "张", Quantity: 100_000, UnitPrice: 100_00}, {Name: "封边条", Quantity: 2_500, UnitPrice: 200_00}},
		model.NodeStep{Node: model.NodeConfirm, On: "2026-03-01"})
	if err != nil {
		t.Fatal(err)
	}
	return c, o
}

func part(t *testing.T, s *Store, record string, values ...string) (model.Item, error) {
	t.Helper()
	it := model.Item{Record: record, Values: map[string]string{"order_no": "D1"}}
	for i := 0; i < len(values); i += 2 {
		it.Values[values[i]] = values[i+1]
	}
	return s.SaveItem(context.Background(), it)
}

// told are the shipments, invoices, days and debts of the order, in a few words.
func told(t *testing.T, s *Store) string {
	t.Helper()
	ctx := context.Background()
	var all []string
	p, err := partsOf(ctx, s.db, "D1")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range p.shipped {
		all = append(all, fmt.Sprintf("%s %q %s→%s", x.ShippedOn, x.Goods, x.Waybill, x.ReceivedOn))
	}
	for _, b := range p.billed {
		all = append(all, fmt.Sprintf("%s %s %d", b.InvoicedOn, b.InvoiceNo, b.Amount))
	}
	o, err := orders.query(ctx, s.db, "WHERE order_no = 'D1'")
	if err != nil {
		t.Fatal(err)
	}
	all = append(all, fmt.Sprintf("%s ship %s receive %s invoice %s %s; %d %d", o[0].Status, o[0].ShippedOn, o[0].ReceivedOn,
		o[0].InvoicedOn, o[0].InvoiceNo, o[0].Shipped, o[0].Invoiced))
	owed, err := receivables.query(ctx, s.db, "WHERE order_id = ? ORDER BY id", o[0].ID)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range owed {
		all = append(all, fmt.Sprintf("%d %s due %s", r.Amount, r.InvoiceNo, r.DueOn))
	}
	return strings.Join(all, "; ")
}

func TestAnOrderInOneShipmentWithOneInvoiceHasOneOfEach(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-04-30")
	_, o := hundredBoards(t, s)
	before := dump(t, s)
	for _, st := range []model.NodeStep{{Node: model.NodeShip, On: "2026-03-18", Waybill: "YD1"}, {Node: model.NodeReceive, On: "2026-03-20"},
		{Node: model.NodeInvoice, On: "2026-03-22", InvoiceNo: "FP1"}} {
		if _, err := s.StepNode(ctx, o.ID, st); err != nil {
			t.Fatal(err)
		}
	}
	want := `2026-03-18 "" YD1→2026-03-20; 2026-03-22 FP1 1050000; ` +
		`delivered ship 2026-03-18 receive 2026-03-20 invoice 2026-03-22 FP1; 102500 1050000; 1050000 FP1 due 2026-04-21`
	if got := told(t, s); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	for range 3 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if dump(t, s) != before {
		t.Error("undone, and something is left")
	}
}

// Goods go out and are billed in parts; what is owed follows what was billed.
func TestAnOrderGoesOutAndIsBilledInParts(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-04-30")
	_, o := hundredBoards(t, s)
	for _, refused := range [][]string{{"goods", "多层板 × 101"}, {"goods", "地板 × 1"}, {"goods", "多层板"}, {"order_no", "D9"},
		{"shipped_on", "2026-05-01"}, {"shipped_on", "2026-02-01"}} {
		if _, err := part(t, s, model.RowOfShipment, refused...); err == nil {
			t.Error("not refused:", refused)
		}
	}
	before := dump(t, s)
	first, err := part(t, s, model.RowOfShipment, "shipped_on", "2026-03-10", "goods", "1 × 60\n封边条 x 1.5", "waybill", "YD1")
	if err == nil {
		t.Fatal("x is no sign of times:", first)
	}
	if first, err = part(t, s, model.RowOfShipment, "shipped_on", "2026-03-10", "goods", "1 × 60张\n封边条*1.5", "waybill", "YD1"); err != nil {
		t.Fatal(err)
	}
	if _, err := part(t, s, model.RowOfInvoice, "invoiced_on", "2026-03-11", "invoice_no", "FP1", "amount", "630000"); err != nil {
		t.Fatal(err)
	}
	want := `2026-03-10 "多层板 × 60张\n封边条 × 1.5" YD1→; 2026-03-11 FP1 630000; ` +
		`confirmed ship  receive  invoice  ; 61500 630000; 630000 FP1 due 2026-04-10; 420000  due `
	if got := told(t, s); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	if _, err := part(t, s, model.RowOfInvoice, "amount", "420001"); err == nil {
		t.Error("more is billed than was ordered")
	}
	if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeInvoice, On: "2026-04-01", InvoiceNo: "FP2"}); err != nil {
		t.Fatal(err)
	}
	if _, err := part(t, s, model.RowOfShipment, "shipped_on", "2026-03-25", "waybill", "YD2", "received_on", "2026-03-28"); err != nil {
		t.Fatal(err)
	}
	want = `2026-03-10 "多层板 × 60张\n封边条 × 1.5" YD1→; 2026-03-25 "多层板 × 40张\n封边条 × 1" YD2→2026-03-28; 2026-03-11 FP1 630000; ` +
		`2026-04-01 FP2 420000; confirmed ship 2026-03-25 receive  invoice 2026-04-01 FP2; 102500 1050000; ` +
		`630000 FP1 due 2026-04-10; 420000 FP2 due 2026-05-01`
	if got := told(t, s); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	first.Values["received_on"] = "2026-03-15"
	if _, err := s.SaveItem(ctx, first); err != nil || !strings.Contains(told(t, s), "delivered ship 2026-03-25 receive 2026-03-28") {
		t.Error(told(t, s), err)
	}
	asOf(s, "2026-03-12") // what was said of earlier days stays as it was
	early, err := s.OrderOf(ctx, o.ID)
	if err != nil || early.Shipped != 61500 || early.Invoiced != 630000 || early.Outstanding != 1050000 || early.ShippedOn != "" {
		t.Errorf("%+v %v", early.Order, err)
	}
	asOf(s, "2026-04-30")
	for range 5 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if dump(t, s) != before {
		t.Error("undone, and something is left")
	}
}

// What is exchanged after the delivery goes out as a shipment of its own.
func TestAnExchangeShipsAgain(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-04-30")
	_, o := hundredBoards(t, s)
	for _, st := range []model.NodeStep{{Node: model.NodeShip, On: "2026-03-18"}, {Node: model.NodeReceive, On: "2026-03-20"}} {
		if _, err := s.StepNode(ctx, o.ID, st); err != nil {
			t.Fatal(err)
		}
	}
	lines, err := s.OrderLines(ctx, o.ID)
	if err != nil {
		t.Fatal(err)
	}
	lines[0].Quantity = 90_000
	lines = append(lines, model.OrderLine{Name: "防火板", Quantity: 10_000, UnitPrice: 100_00})
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeExchange, Reason: "换", Lines: lines}); err != nil {
		t.Fatal(err)
	}
	if _, err := part(t, s, model.RowOfShipment, "shipped_on", "2026-04-28"); err != nil {
		t.Fatal(err)
	}
	want := `2026-03-18 "多层板 × 100张\n封边条 × 2.5" →2026-03-20; 2026-04-28 "防火板 × 10" →; ` +
		`delivered ship 2026-03-18 receive 2026-03-20`
	if got := told(t, s); !strings.HasPrefix(got, want) {
		t.Errorf("%s\nwant %s", got, want)
	}
	if _, err := part(t, s, model.RowOfShipment); err == nil {
		t.Error("nothing is left to ship")
	}
}

// Parts come back from every file, and a taken out one opens what it had done.
func TestPartsComeBackFromFiles(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-04-30")
	_, o := hundredBoards(t, s)
	inv, err := part(t, s, model.RowOfInvoice, "invoiced_on", "2026-03-11", "invoice_no", "FP1", "amount", "630000")
	if err != nil {
		t.Fatal(err)
	}
	for _, values := range [][]string{{"shipped_on", "2026-03-10", "goods", "1 × 60"}, {"shipped_on", "2026-03-25"}} {
		if _, err := part(t, s, model.RowOfShipment, values...); err != nil {
			t.Fatal(err)
		}
	}
	want := told(t, s)
	file := filepath.Join(t.TempDir(), "all.json")
	if _, err := s.Export(ctx, file, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	other := open(t, "2026-04-30")
	importInto(t, other, file, ImportOptions{}, false)
	if got := told(t, other); got != want {
		t.Errorf("%s\nwant %s", got, want)
	}
	for _, format := range []string{"csv", "xlsx", "json"} {
		third := open(t, "2026-04-30")
		hundredBoards(t, third)
		for _, record := range []string{model.RowOfShipment, model.RowOfInvoice} {
			list := filepath.Join(t.TempDir(), record+"."+format)
			k := kindIn(record)
			if _, err := s.Export(ctx, list, model.Export{Kind: k.ListName(), IDs: idsIn(t, s, record), Lang: "zh"}); err != nil {
				t.Fatal(err)
			}
			for range 2 { // again, and nothing changes
				if _, b := importInto(t, third, list, ImportOptions{}, false); b.Refused > 0 {
					t.Errorf("%s %s: %+v", record, format, b)
				}
			}
		}
		if got := told(t, third); got != want {
			t.Errorf("%s: %s\nwant %s", format, got, want)
		}
	}
	if err := s.RemoveItem(ctx, model.RowOfInvoice, inv.ID); err != nil {
		t.Fatal(err)
	}
	if got := told(t, s); !strings.Contains(got, "; 630000  due ; 420000  due ") {
		t.Error(got)
	}
	if _, err := s.UnstepNode(ctx, o.ID, model.NodeShip); err != nil || strings.Contains(told(t, s), "2026-03-25") {
		t.Error(told(t, s), err)
	}
}

// What came back of an order after it had gone out and been billed stands no more
// on the lines of its list, which says how much that was.
func TestWhatWentOutBeforeAReturnComesBackFromTheList(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-04-30")
	_, o := hundredBoards(t, s)
	for _, st := range []model.NodeStep{
		{Node: model.NodeShip, On: "2026-03-18"}, {Node: model.NodeInvoice, On: "2026-03-22", InvoiceNo: "FP1"},
	} {
		if _, err := s.StepNode(ctx, o.ID, st); err != nil {
			t.Fatal(err)
		}
	}
	lines, err := s.OrderLines(ctx, o.ID)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeReturn, Reason: "破损",
		Returned: []model.Returned{{LineID: lines[0].ID, Quantity: 10_000}}}); err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{".csv", ".xlsx", ".json"} {
		other := open(t, "2026-04-30")
		carry(t, s, other, ext, label.EN, model.ExportCustomers, model.ExportOrders)
		p, err := partsOf(ctx, other.db, "D1")
		if err != nil || len(p.shipped) != 1 || p.shipped[0].Quantity != 102_500 || p.billedSum() != 10500_00 {
			t.Errorf("%s: %+v %v", ext, p, err)
		}
		sameTables(t, ext, ordersSaid(t, other), ordersSaid(t, s))
	}
}

// A list that says of an order billed whole that a part of it was billed is not taken
// for the invoice that the order has.
func TestAnInvoiceOfAnotherAmountIsNotTheOneThatIsThere(t *testing.T) {
	s := open(t, "2026-04-30")
	_, o := hundredBoards(t, s)
	st := model.NodeStep{Node: model.NodeInvoice, On: "2026-03-22", InvoiceNo: "FP1"}
	if _, err := s.StepNode(context.Background(), o.ID, st); err != nil {
		t.Fatal(err)
	}
	before := told(t, s)
	file := filepath.Join(t.TempDir(), "invoices.csv")
	if err := os.WriteFile(file, []byte("customer,order_no,invoice_no,invoiced_on,amount\n甲,D1,FP7,2026-03-23,6300\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	p, err := s.PreviewImport(context.Background(), file, ImportOptions{As: "invoices"})
	if err != nil || p.Rows[len(p.Rows)-1].Result != model.ResultRefused {
		t.Fatalf("%+v %v", p.Rows, err)
	}
	if _, err = s.Import(context.Background(), p, false); !errors.Is(err, model.ErrRefusedRows) || told(t, s) != before {
		t.Errorf("%v\n%s\nwas %s", err, told(t, s), before)
	}
}

// Preview and import agree on lists of parts: a row that the order has no room for is
// refused alone.
func TestARowTooManyOfPartsIsRefusedAlone(t *testing.T) {
	ctx := context.Background()
	for as, rows := range map[string]string{
		"invoices": "customer,order_no,invoice_no,invoiced_on,amount\n甲,D1,FP1,2026-03-23,6300\n甲,D1,FP2,2026-03-24,4300\n" +
			"甲,D1,FP3,2026-03-25,4200\n甲,D9,FP4,2026-03-25,1\n",
		"shipments": "customer,order_no,shipped_on,goods,waybill\n甲,D1,2026-03-23,多层板 × 60张,YD1\n甲,D1,2026-03-24,多层板 × 41,YD2\n" +
			"甲,D1,2026-03-25,多层板 × 40,YD3\n甲,D9,2026-03-25,多层板 × 1,YD4\n",
	} {
		s := open(t, "2026-04-30")
		hundredBoards(t, s)
		file := filepath.Join(t.TempDir(), as+".csv")
		if err := os.WriteFile(file, []byte(rows), 0o600); err != nil {
			t.Fatal(err)
		}
		p, err := s.PreviewImport(ctx, file, ImportOptions{As: as})
		if err != nil {
			t.Fatal(err)
		}
		var results []string
		for _, r := range p.Rows {
			if r.Record == model.RowOfInvoice || r.Record == model.RowOfShipment {
				results = append(results, string(r.Result))
			}
		}
		if got := strings.Join(results, " "); got != "new refused new refused" {
			t.Errorf("%s: %s", as, got)
		}
		if _, err := s.Import(ctx, p, true); err != nil {
			t.Errorf("%s: %v", as, err)
		}
		if got := told(t, s); !strings.Contains(got, "FP3 420000") && !strings.Contains(got, "YD3→") || strings.Contains(got, "YD2") {
			t.Errorf("%s: %s", as, got)
		}
	}
}

// A part that doesn't arrive is asked for like all of the goods, is in the list of
// what is on its way, and its receipt is one step.
func TestAPartThatIsLateIsOnToday(t *testing.T) {
	ctx := context.Background()
	s := open(t, "2026-03-15")
	_, o := hundredBoards(t, s)
	for _, values := range [][]string{
		{"shipped_on", "2026-03-10", "goods", "多层板 × 60", "waybill", "YD1", "eta", "2026-03-14"},
		{"shipped_on", "2026-03-11", "goods", "多层板 × 10", "waybill", "YD2"},
	} {
		if _, err := part(t, s, model.RowOfShipment, values...); err != nil {
			t.Fatal(err)
		}
	}
	asked := func() string {
		t.Helper()
		var all []string
		for _, r := range queueOf(t, s, "2026-03-15", model.RowShipment) {
			all = append(all, label.Reason(r.Reason, "2026-03-15", label.EN))
		}
		ids, err := s.OrderList().IDs(ctx, model.Query{Preset: "transit"})
		if err != nil {
			t.Fatal(err)
		}
		return fmt.Sprint(strings.Join(all, "; "), " ", len(ids))
	}
	steps := []string{"D1, part of 03-10, expected 03-14, not there, YD1 1",
		"D1, part of 03-11, no arrival day, receipt not confirmed, YD2 1", " 0"}
	for i, want := range steps {
		if got := asked(); got != want {
			t.Errorf("%d: %s, want %s", i, got, want)
		}
		if i == len(steps)-1 {
			break
		}
		if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: model.NodeReceive, ReceivedBy: "老王"}); err != nil {
			t.Fatal(err)
		}
	}
	page := filepath.Join(t.TempDir(), "d.html")
	if _, err := s.Export(ctx, page, model.Export{Kind: model.ExportDelivery, IDs: []int64{o.ID}, Shipment: 1, Lang: "zh"}); err != nil {
		t.Fatal(err)
	}
	if text, _ := os.ReadFile(page); !strings.Contains(string(text), "YD1") || !strings.Contains(string(text), "第1批") ||
		strings.Contains(string(text), "封边条") {
		t.Errorf("%s", text)
	}
	if _, err := s.Export(ctx, page, model.Export{Kind: model.ExportDelivery, IDs: []int64{o.ID}, Shipment: 3}); err == nil {
		t.Error("there is no third shipment")
	}
	if got := told(t, s); !strings.Contains(got, "YD1→2026-03-15") || !strings.Contains(got, "confirmed ship  receive  invoice") {
		t.Error(got)
	}
}
