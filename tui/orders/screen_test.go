package orders_test

import (
	"context"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"

	"genjin/tui/test"
)

// filler fills the file of a desk.
type filler struct {
	t   testing.TB
	st  *store.Store
	who map[string]int64
}

func (f *filler) must(err error) {
	f.t.Helper()
	if err != nil {
		f.t.Fatal(err)
	}
}

func (f *filler) order(customer string, o model.Order, lines []model.OrderLine, steps ...model.NodeStep) int64 {
	f.t.Helper()
	o.CustomerID = f.who[customer]
	kept, err := f.st.AddOrder(context.Background(), o, lines, steps...)
	f.must(err)
	return kept.ID
}

func (f *filler) step(order int64, steps ...model.NodeStep) {
	f.t.Helper()
	for _, st := range steps {
		_, err := f.st.StepNode(context.Background(), order, st)
		f.must(err)
	}
}

// The customers of a small factory for boards.
const (
	foshan   = "佛山恒基板材有限公司"
	hangzhou = "杭州机械有限公司"
	harbour  = "Blue Harbour Trading Ltd."
	zhou     = "周敏"
)

// confirmed is the step by which an order is taken.
func confirmed(on model.Date) model.NodeStep { return model.NodeStep{Node: model.NodeConfirm, On: on} }

// factory has the products and orders of a small factory, as of Monday 23
// November 2026.
var factory = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	ctx := context.Background()
	f := &filler{t: t, st: st, who: map[string]int64{}}
	for _, c := range []model.Customer{
		{Name: foshan, Kind: model.Company, Phones: "075783330001", Grade: model.GradeA, CreditLimit: 20_000_000,
			Terms: "30%定金+60%发货前+10%验收后30天"},
		{Name: hangzhou, Kind: model.Company, Phones: "13800138000", Grade: model.GradeB, Terms: "月结30天"},
		{Name: harbour, Kind: model.Company, Currency: "USD"},
		{Name: zhou, Gender: model.Female, Phones: "15935946108"},
	} {
		c.FilledOn, c.NextOn = "2026-01-05", "2026-12-20"
		kept, err := st.AddCustomer(ctx, c)
		f.must(err)
		f.who[kept.Name] = kept.ID
	}
	for _, p := range []model.Product{
		{Code: "HJ-101", Name: "柜门板 暖白", Spec: "2440*1220*18", Colour: "暖白", Unit: "张", ListPrice: 12850, FloorPrice: 11500, Currency: "CNY"},
		{Code: "HJ-205", Name: "背板 灰橡", Spec: "2440*1220*9", Colour: "灰橡", Unit: "张", ListPrice: 6800, FloorPrice: 6000, Currency: "CNY"},
		{Code: "HJ-310", Name: "封边条", Spec: "22*1.0", Unit: "米", ListPrice: 120, FloorPrice: 90, Currency: "CNY"},
		{Code: "EX-01", Name: "Melamine board", Spec: "2440*1220*18", Unit: "pc", ListPrice: 1900, FloorPrice: 1650, Currency: "USD"},
		{Code: "HJ-090", Name: "柜门板 旧色", Unit: "张", ListPrice: 9900, Currency: "CNY", Inactive: true},
	} {
		_, err := st.AddProduct(ctx, p)
		f.must(err)
	}
	late := f.order(foshan, model.Order{OrderedOn: "2026-10-20", PromisedOn: "2026-11-18", ContractNo: "HT-2026-08", SignedOn: "2026-10-19"},
		[]model.OrderLine{{Product: "HJ-101", Quantity: 300_000}, {Product: "HJ-310", Quantity: 1_200_000, Discount: 5000}},
		confirmed("2026-10-20"))
	f.step(late, model.NodeStep{Node: model.NodePrepare, On: "2026-10-28", Note: "封边条外购"})
	_, err := st.Pay(ctx, model.Payment{CustomerID: f.who[foshan], Amount: 1_194_000, ReceivedOn: "2026-10-25", Method: "transfer"}, nil)
	f.must(err)
	shipped := f.order(hangzhou, model.Order{OrderedOn: "2026-11-02", PromisedOn: "2026-11-20"},
		[]model.OrderLine{{Product: "HJ-205", Quantity: 150_000}}, confirmed("2026-11-02"))
	f.step(shipped, model.NodeStep{Node: model.NodeShip, On: "2026-11-17", Carrier: "德邦物流", Waybill: "DB20261117001", ETA: "2026-11-20"})
	done := f.order(zhou, model.Order{OrderedOn: "2026-10-08", PromisedOn: "2026-10-20"},
		[]model.OrderLine{{Name: "衣柜定做", Unit: "套", Quantity: 1000, UnitPrice: 880_000}}, confirmed("2026-10-08"))
	f.step(done, model.NodeStep{Node: model.NodeShip, On: "2026-10-18"}, model.NodeStep{Node: model.NodeReceive,
		On: "2026-10-19", ReceivedBy: "周敏"},
		model.NodeStep{Node: model.NodeReconcile, On: "2026-10-20"}, model.NodeStep{Node: model.NodeInvoice, On: "2026-10-21",
			InvoiceNo: "FP0051"})
	_, err = st.Pay(ctx, model.Payment{CustomerID: f.who[zhou], Amount: 880_000, ReceivedOn: "2026-10-22", Method: "mobile"}, nil)
	f.must(err)
	f.order(harbour, model.Order{OrderedOn: "2026-11-16", PromisedOn: "2026-12-20", Currency: "USD"},
		[]model.OrderLine{{Product: "EX-01", Quantity: 650_000}})
	f.order(hangzhou, model.Order{OrderedOn: "2026-11-20", PromisedOn: "2026-12-11"},
		[]model.OrderLine{{Product: "HJ-101", Quantity: 80_000, UnitPrice: 11000}})
	soon := f.order(zhou, model.Order{OrderedOn: "2026-11-19", PromisedOn: "2026-12-05"},
		[]model.OrderLine{{Name: "书柜", Unit: "套", Quantity: 2000, UnitPrice: 420_000}})
	_, err = st.ReserveOrder(ctx, soon, "2026-11-25")
	f.must(err)
	_, err = st.ChangeOrder(ctx, model.ChangeRequest{OrderID: late, Kind: model.ChangeDiscount, On: "2026-11-10",
		Amount: 50_000, Reason: "包装破损,让利"})
	f.must(err)
})

func openDesk(t testing.TB, l label.Lang, w, h int, keys ...string) *test.Desk {
	t.Helper()
	return factory.Open(t, l, w, h, append([]string{"4"}, keys...)...)
}

func TestScreens(t *testing.T) {
	for name, keys := range map[string][]string{
		"open": nil, "status": {"tab"}, "transit": {"tab", "tab"}, "all": {"tab", "tab", "tab"}, "products": {"shift+tab"},
		"menu": {"enter"}, "detail": {"enter", "esc"}, "detail-end": {"enter", "esc", "end"}, "filter": {"f"}, "order": {"o"},
		"new": {"n", "enter"}, "edit": {"end", "e"}, "edit-confirmed": {"e"}, "nodes": {"t"}, "changes": {"E"},
		"exchange": {"E", "1"}, "return": {"E", "2"}, "reschedule": {"E", "4"}, "discount": {"E", "5"}, "ship": {"t", "5"},
		"product": {"shift+tab", "n"}, "product-detail": {"shift+tab", "enter", "esc"},
	} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk { return openDesk(t, l, w, h, keys...) })
	}
	for name, keys := range map[string][]string{"empty": {"4"}, "empty-transit": {"4", "tab", "tab"}, "empty-products": {"4", "shift+tab"}} {
		test.Golden(t, name, func(t *testing.T, l label.Lang, w, h int) *test.Desk {
			return test.Blank.Open(t, l, w, h, keys...)
		})
	}
}
