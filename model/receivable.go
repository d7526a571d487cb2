package model

import (
	"cmp"
	"strconv"
	"strings"
)

// The enumerations of a receivable (rule 1.5, 2.4).
type (
	DueKind   string // what is owed for
	OweStatus string // how far it is paid, as of a day
)

const (
	DueDeposit   DueKind = "deposit"   // 定金
	DueProgress  DueKind = "progress"  // 进度款
	DueBalance   DueKind = "balance"   // 尾款
	DueGoods     DueKind = "goods"     // 货款
	DueRetention DueKind = "retention" // 质保金
	DueOther     DueKind = "other"     // 代收其他款

	OwePaid    OweStatus = "paid"
	OweOverdue OweStatus = "overdue"
	OwePartial OweStatus = "partial"
	OwePending OweStatus = "pending"
	OweUnpaid  OweStatus = "unpaid"
)

// DueKinds are the kinds of receivable.
var DueKinds = []DueKind{DueGoods, DueDeposit, DueProgress, DueBalance, DueRetention, DueOther}

// OweStatuses are the statuses, the most pressing first.
var OweStatuses = []OweStatus{OweOverdue, OwePartial, OwePending, OweUnpaid, OwePaid}

// Receivable is one amount that a customer owes by a date: an invoice, or one
// instalment of an order (rule 1.5). Amounts are minor units of Currency.
type Receivable struct {
	Meta
	CustomerID  int64
	OrderID     int64 // the order that it follows; 0 = made by hand
	OrderNo     string
	Kind        DueKind
	Instalment  int64 // which one of Instalments; 0 = paid in one sum
	Instalments int64
	InvoiceNo   string
	InvoicedOn  Date
	SaleOn      Date
	DueOn       Date // the last day on which it is paid in time
	Moved       bool // it was another customer's, and came with the order: no sale of its own
	Currency    string
	Amount      int64
	Terms       string // as people write them, rule 2.5

	Disputed   bool
	DisputeWhy string

	WrittenOff    int64 // given up as a bad debt
	WrittenOffOn  Date
	WrittenOffWhy string
	WriteOffs     string // where there was more than one: see OffMoves
	Disputes      string // since when it was disputed, and until when: see DisputeMoves
	Remark        string

	// Kept from the allocations, credits and dunning entries, whatever their
	// day: reports as of an earlier day take off what came later.
	Paid         int64 // allocated to it
	Settled      int64 // allocated, credited and written off
	ChasedOn     Date  // the latest chasing step
	ChasedLevel  int64 // of the steps taken, the firmest
	PromisedOn   Date  // when the latest promise was made
	PromiseOn    Date  // and for which day
	PromisedPaid int64 // what was paid when it was made
	PromisedSum  int64 // what was promised; 0 = all that was open

	// Implied: the rule made it of a sheet of orders. What a sheet of
	// receivables states of the order takes its place.
	Implied bool
}

// ReceivableFields is the receivable's field table.
var ReceivableFields = Fields[Receivable]{
	ofCustomer(func(r *Receivable) *int64 { return &r.CustomerID }),
	ref("order_id", RowOfOrder, func(r *Receivable) *int64 { return &r.OrderID }).kept(),
	text("order_no", func(r *Receivable) *string { return &r.OrderNo }).form(5).half().flag("order"),
	choice("kind", DueKinds, func(r *Receivable) *DueKind { return &r.Kind }).required().form(2).flag("kind"),
	number("instalment", 0, 99, func(r *Receivable) *int64 { return &r.Instalment }).kept(),
	number("instalments", 0, 99, func(r *Receivable) *int64 { return &r.Instalments }).kept(),
	text("invoice_no", func(r *Receivable) *string { return &r.InvoiceNo }).form(3).half().flag("invoice"),
	date("invoiced_on", func(r *Receivable) *Date { return &r.InvoicedOn }).form(4).flag("invoiced"),
	date("sale_on", func(r *Receivable) *Date { return &r.SaleOn }).form(6).flag("on"),
	date("due_on", func(r *Receivable) *Date { return &r.DueOn }).near().form(8).half().flag("due"),
	flagField(Spec{Code: "moved", Kept: true}, func(r *Receivable) *bool { return &r.Moved }),
	text("currency", func(r *Receivable) *string { return &r.Currency }).required().max(3).form(9).flag("currency"),
	amount("amount", func(r *Receivable) *int64 { return &r.Amount }).required().form(1),
	text("terms", func(r *Receivable) *string { return &r.Terms }).form(7).flag("terms"),
	flagField(Spec{Code: "disputed"}, func(r *Receivable) *bool { return &r.Disputed }).kept(),
	note("dispute_reason", func(r *Receivable) *string { return &r.DisputeWhy }).kept(),
	amount("written_off", func(r *Receivable) *int64 { return &r.WrittenOff }).kept(),
	date("written_off_on", func(r *Receivable) *Date { return &r.WrittenOffOn }).kept(),
	note("written_off_reason", func(r *Receivable) *string { return &r.WrittenOffWhy }).kept(),
	note("write_offs", func(r *Receivable) *string { return &r.WriteOffs }).kept(),
	note("disputes", func(r *Receivable) *string { return &r.Disputes }).kept(),
	note("remark", func(r *Receivable) *string { return &r.Remark }).form(10).line().flag("remark"),
	amount("paid", func(r *Receivable) *int64 { return &r.Paid }).kept(),
	amount("settled", func(r *Receivable) *int64 { return &r.Settled }).kept(),
	date("chased_on", func(r *Receivable) *Date { return &r.ChasedOn }).kept(),
	number("chased_level", 0, 99, func(r *Receivable) *int64 { return &r.ChasedLevel }).kept(),
	date("promised_on", func(r *Receivable) *Date { return &r.PromisedOn }).kept(),
	date("promise_on", func(r *Receivable) *Date { return &r.PromiseOn }).kept(),
	amount("promised_paid", func(r *Receivable) *int64 { return &r.PromisedPaid }).kept(),
	amount("promised_sum", func(r *Receivable) *int64 { return &r.PromisedSum }).kept(),
	flagField(Spec{Code: "implied"}, func(r *Receivable) *bool { return &r.Implied }).kept(),
}

// Complete fills in what a new receivable takes from the customer and the
// settings; a due date that is not given follows from the terms.
func (r *Receivable) Complete(c *Customer, s Settings) {
	setIfEmpty(&r.Kind, DueGoods)
	setIfEmpty(&r.Currency, c.Currency)
	setIfEmpty(&r.Currency, s.Currency)
	if r.DueOn == "" {
		// Terms of the card that can't be read leave the date open; the
		// receivable's own are refused by Check.
		r.DueOn = r.DueBy(cmp.Or(r.Terms, c.Terms), s)
	}
}

// DueBy is when it is due by terms that make one sum of it; else "".
func (r *Receivable) DueBy(terms string, s Settings) Date {
	if t, err := ParseTerms(s.PlanOf(terms)); err == nil && len(t.Instalments) == 1 {
		return t.Instalments[0].Due(r.Events(t), s)
	}
	return ""
}

// Begin fills in what a person who says nothing else means of a new receivable of
// a customer: it was sold today, and is due by the terms of the card.
func (r *Receivable) Begin(c *Customer, s Settings, today Date) {
	r.CustomerID = c.ID
	setIfEmpty(&r.Kind, DueGoods)
	setIfEmpty(&r.Currency, c.Currency)
	if r.InvoicedOn == "" {
		setIfEmpty(&r.SaleOn, today)
	}
	if _, err := ParseTerms(s.PlanOf(c.Terms)); err == nil && r.DueOn == "" {
		setIfEmpty(&r.Terms, c.Terms)
	}
}

// InParts is what a receivable of the whole sum becomes: one an instalment of
// its terms, or itself. An invoice number without a day is of the day of the
// sale. A due date that was typed stands for one sum; beside several
// instalments, which have their own, it is refused.
func (r Receivable) InParts(s Settings) ([]Receivable, error) {
	r.Terms = s.PlanOf(r.Terms)
	if r.Amount == 0 {
		return nil, At("amount", Refuse(RefusedPositive))
	}
	if r.InvoiceNo != "" && r.InvoicedOn == "" {
		r.InvoicedOn = r.SaleOn
	}
	if r.Terms == "" {
		return []Receivable{r}, nil
	}
	t, err := ParseTerms(r.Terms)
	switch {
	case err != nil:
		return nil, err
	case len(t.Instalments) > 1 && r.DueOn != "":
		return nil, At("due_on", Refuse(RefusedDueOfParts))
	}
	list := t.Split(r, r.Events(t), s)
	if len(list) == 1 && r.DueOn != "" {
		list[0].DueOn = r.DueOn
	}
	return list, nil
}

// Events are the days, from which terms count, that a receivable knows by
// itself: the sale stands for the signing. Nobody knows of shipping and receipt
// before they happen; but what is paid in whole before shipping is due with the
// sale.
func (r *Receivable) Events(t Terms) Events {
	on := Events{EventSign: r.SaleOn, EventInvoice: r.InvoicedOn}
	if t.IsPrepaid() {
		on[EventShip] = r.SaleOn
	}
	return on
}

// Check refuses a receivable that can't be kept.
func (r *Receivable) Check() error {
	if err := ReceivableFields.Check(r); err != nil {
		return err
	}
	switch {
	case !IsCurrency(r.Currency):
		return At("currency", Refuse(RefusedCurrency, r.Currency))
	case r.Settled > r.Amount:
		return At("amount", Refuse(RefusedSettled, r.money(r.Amount), r.money(r.Settled)))
	case !r.soundWriteOffs():
		return At("write_offs", Refuse(RefusedShape, r.WriteOffs))
	case r.Disputes != "" && r.DisputeMoves() == nil:
		return At("disputes", Refuse(RefusedShape, r.Disputes))
	}
	if r.Terms != "" {
		if _, err := ParseTerms(r.Terms); err != nil {
			return err
		}
	}
	return nil
}

func (r *Receivable) money(n int64) string { return Money{n, r.Currency}.String() }

// Open is what is still owed, by everything that is kept.
func (r *Receivable) Open() int64 { return r.Amount - r.Settled }

// Name is by what people speak of it: the invoice, else the order, else its
// number.
func (r *Receivable) Name() string {
	switch {
	case r.InvoiceNo != "":
		return r.InvoiceNo
	case r.OrderNo != "":
		return r.OrderNo
	}
	return "#" + strconv.FormatInt(r.ID, 10)
}

// Ref is how files speak of it: by its invoice or order, with the instalment
// where there are several; else by its due date.
func (r *Receivable) Ref() string {
	name := r.Name()
	switch {
	case r.InvoiceNo == "" && r.OrderNo == "" && r.DueOn != "":
		return string(r.DueOn)
	case r.Instalments > 1:
		name += " " + strconv.FormatInt(r.Instalment, 10) + "/" + strconv.FormatInt(r.Instalments, 10)
	}
	return name
}

// ReceivablesCalled are those that a text stands for: of that invoice, else of
// that order, else the instalment (E03 2/3) or the one of that number (#12).
func ReceivablesCalled(text string, list []Receivable) []Receivable {
	text = Clean(text)
	for _, is := range []func(r *Receivable) bool{
		func(r *Receivable) bool { return r.InvoiceNo == text },
		func(r *Receivable) bool { return strings.EqualFold(r.InvoiceNo, text) },
		func(r *Receivable) bool { return strings.EqualFold(r.OrderNo, text) },
		func(r *Receivable) bool { return strings.EqualFold(r.Ref(), text) },
		func(r *Receivable) bool { return "#"+strconv.FormatInt(r.ID, 10) == text },
	} {
		var found []Receivable
		for i := range list {
			if text != "" && is(&list[i]) {
				found = append(found, list[i])
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
}

// Since is the first day on which it counts: that of the sale or the invoice;
// "" when neither is known, and it always does.
func (r *Receivable) Since() Date {
	if r.SaleOn == "" || r.InvoicedOn != "" && r.InvoicedOn < r.SaleOn {
		return r.InvoicedOn
	}
	return r.SaleOn
}

// Exists reports whether it counts as of a day.
func (r *Receivable) Exists(asOf Date) bool { return r.Since() <= asOf }

// Later is what happened to a receivable after a day, by which the kept sums
// are more than they were on it.
type Later struct{ Paid, Settled int64 }

// Standing is how a receivable stands as of a day.
type Standing struct {
	AsOf     Date
	Paid     int64 // allocated to it
	Settled  int64 // allocated, credited and written off
	GivenUp  int64 // of it, written off
	Balance  int64 // still owed
	Status   OweStatus
	DaysLate int // since the due date, of a paid one up to the payment; negative before it, 0 without one
}

// Standing is how it stands as of a day on which what came later had not
// happened (rule 2.4).
func (r *Receivable) Standing(asOf Date, later Later) Standing {
	st := Standing{AsOf: asOf, Paid: r.Paid - later.Paid, Settled: r.Settled - later.Settled}
	st.Balance = r.Amount - st.Settled
	st.GivenUp = r.GivenUp(asOf)
	if r.DueOn != "" {
		st.DaysLate = asOf.Sub(r.DueOn)
	}
	invoiced := r.InvoicedOn != "" && r.InvoicedOn <= asOf || r.InvoicedOn == "" && r.InvoiceNo != ""
	switch {
	case st.Balance <= 0:
		st.Status = OwePaid
	case r.DueOn != "" && r.DueOn < asOf:
		st.Status = OweOverdue
	case st.Paid > 0:
		st.Status = OwePartial
	case r.DueOn != "" || invoiced:
		st.Status = OwePending
	default:
		st.Status = OweUnpaid
	}
	return st
}

// Credited is what credit notes took off the amount.
func (st Standing) Credited() int64 { return st.Settled - st.Paid - st.GivenUp }

// Share is what of the amount, as credits left it, has been paid, in tenths of
// a percent: what was given up is not collected. Something paid is at least
// one.
func (st Standing) Share() int {
	mille, ok := PerMille(st.Paid, st.Paid+st.GivenUp+st.Balance)
	if ok && st.Paid > 0 {
		mille = max(mille, 1)
	}
	return int(mille)
}

// ReceivableOf is a receivable with what a list shows beside its fields.
type ReceivableOf struct {
	Receivable
	Now        Standing
	Customer   string
	PaidOf     int // of an order's instalments, how many are paid
	Of         int // how many it has; 0 = it stands alone
	Credits    []Credit
	Steps      []Dunning // that were taken
	NextStep   Step      // of the chasing ladder
	NextStepOn Date      // "" = none: paid, disputed, without a due date, or all taken
}
