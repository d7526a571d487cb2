package model

import (
	"cmp"
	"encoding/json"
	"slices"
)

// RecordKind is a kind of record to all that treats records alike: the change log,
// undo, merging, the file of all records and its import, the names of fields.
// A record is a pointer to its struct in an any.
type RecordKind struct {
	Record string      // its code, and the name of its table
	Specs  []Spec      // of its fields
	Fields Fields[any] // its field table
	New    func() any
	Copy   func(any) any

	Card   bool      // it belongs to a customer, or may, and is shown on the card: see Attached
	Single bool      // a customer has at most one
	Table  []string  // fields that stand in a line of a small table on the card; nil = each record is shown whole
	Tick   string    // the day that ticks a record off: a list of them is a checklist
	Alone  bool      // it belongs to nobody, and is kept as items, too
	Parts  bool      // it belongs to a customer's order, and is kept as items, too
	List   string    // what the commands call its records (rule 4); "" = as the record
	Here   bool      // it is of this file only, and in no file of all records
	Tells  []Derived // what follows from what a record says
	Bound  bool      // its records stay, without a trace of whose they were, when their person is forgotten
	Stays  []string  // of such a kind: the texts that stay
	Key    []string  // the fields that make two the same where they don't refer to each other; nil = all of them
}

// Kinds are all kinds of record, what refers to another after it; those of the
// card in its order.
var Kinds = []RecordKind{
	kind(RowOfCampaign, CampaignFields).by("name").alone("campaigns"),
	kind(RowOfCustomer, CustomerFields).called(ExportCustomers),
	kind(RowOfJournal, EntryFields).called(ExportJournal),
	kind("contact", ContactFields).onCard().called(ExportContacts),
	kind("visit_plan", VisitPlanFields).onCard().single(),
	kind("purchase", PurchaseFields).onCard(),
	kind("occasion", OccasionFields).onCard(),
	kind("customer_price", CustomerPriceFields).onCard(),
	kind("market_note", MarketNoteFields).onCard().called(ExportMarket),
	kind("company", CompanyCardFields).onCard().single(),
	kind("document", DocumentFields).onCard().called("documents").table("name", "form", "copies", "received_on", "expires_on").
		ticks("received_on"),
	kind("lookup", LookupFields).onCard().called("checks").table("checked_on", "subject", "name", "source", "result"),
	kind("contract", ContractFields).onCard().called("contracts").table("number", "scope", "signed_on", "expires_on"),
	kind("minutes", MinutesFields).onCard().called("records").table("held_on", "template", "present", "conclusion"),
	kind(RowOfAccounts, AccountsFields).by("period").onCard().called("accounts").tells(ratios()...),

	kind(RowOfProduct, ProductFields).by("code").called(ExportProducts),
	kind("template", TemplateFields).by("name").called(ExportTemplates),
	kind("template_stage", TemplateStageFields),
	kind("template_step", TemplateStepFields),
	kind(RowOfProject, ProjectFields).by("name").called(ExportProjects),
	kind("project_stage", ProjectStageFields),
	kind(RowOfStep, ProjectItemFields),
	kind("item_note", ItemNoteFields),

	kind(RowOfOrder, OrderFields).called(ExportOrders).bound("order_no", "currency", "contract_no", "invoice_no"),
	kind(RowOfLine, OrderLineFields).bound("product", "name", "spec", "colour", "unit", "currency"),
	kind(RowOfNode, OrderNodeFields).and(nodeDays()...).bound(),
	kind("order_change", OrderChangeFields),
	kind(RowOfShipment, ShipmentFields).partOf("shipments").bound("order_no", "goods"),
	kind(RowOfInvoice, InvoiceFields).partOf("invoices").bound("order_no", "invoice_no", "currency"),
	kind(RowOfReceivable, ReceivableFields).called(ExportReceivables).bound("order_no", "invoice_no", "currency", "terms"),
	kind(RowOfPayment, PaymentFields).called(ExportPayments).bound("currency", "receipt_no", "bill_no"),
	kind("allocation", AllocationFields).bound(),
	kind("credit", CreditFields).called(ExportCredits).bound(),
	kind("refund", RefundFields).bound(),
	kind("dunning", DunningFields).called(ExportChasing),
	kind("reconciliation", ReconciliationFields),

	kind("target", TargetFields).by("period", "metric").alone("targets"),
	kind("report", KeptReportFields).by("period", "kind").alone("reports"),

	kind("handled", HandledFields).by("kind", "record", "about", "due_on"),
	kind("segment", SegmentFields).by("list", "name"),
	kind("settings", SettingsFields).here(),
	kind("import_batch", BatchFields).here(),
}

var kindAt = func() map[string]int {
	at := map[string]int{}
	for i, k := range Kinds {
		at[k.Record] = i
	}
	return at
}()

func kind[T any](record string, fields Fields[T]) RecordKind {
	k := RecordKind{
		Record: record, Specs: fields.Specs(), New: func() any { return new(T) },
		Copy: func(rec any) any { c := *rec.(*T); return &c },
	}
	for _, f := range fields {
		k.Fields = append(k.Fields, Field[any]{
			Spec: f.Spec,
			Ptr:  func(rec *any) any { return f.Ptr((*rec).(*T)) },
			Get:  func(rec *any) string { return f.Get((*rec).(*T)) },
			Set:  func(rec *any, text string) { f.Set((*rec).(*T), text) },
		})
	}
	return k
}

func (k RecordKind) onCard() RecordKind            { k.Card = true; return k }
func (k RecordKind) single() RecordKind            { k.Single = true; return k }
func (k RecordKind) alone(list string) RecordKind  { k.Alone, k.List = true, list; return k }
func (k RecordKind) partOf(list string) RecordKind { k.Parts, k.List = true, list; return k }
func (k RecordKind) called(list string) RecordKind { k.List = list; return k }
func (k RecordKind) here() RecordKind              { k.Here = true; return k }
func (k RecordKind) by(codes ...string) RecordKind { k.Key = codes; return k }
func (k RecordKind) ticks(code string) RecordKind  { k.Tick = code; return k }

// table says what of its records stands in a line on the card.
func (k RecordKind) table(codes ...string) RecordKind { k.Table = codes; return k }

// and adds columns that files have of the kind.
func (k RecordKind) and(more ...Spec) RecordKind { k.Specs = slices.Concat(k.Specs, more); return k }

// tells adds what follows from what a record of the kind says.
func (k RecordKind) tells(more ...Derived) RecordKind { k.Tells = more; return k }

// Derived is a value that follows from what a record says: a column of its list, a
// line of the card, a member of JSON.
type Derived struct {
	Spec
	Of  func(rec any) string // its canonical text
	SQL string               // the same over the row r
}

// nodeDays are the nodes of an order as columns of a file: the day on which
// each was done.
func nodeDays() []Spec {
	list := make([]Spec, len(Nodes))
	for i, n := range Nodes {
		list[i] = Spec{Code: string(n), Kind: KindDate}
	}
	return list
}

// KindOf is a kind by its record's code; ok is false when there is none.
func KindOf(record string) (k RecordKind, ok bool) {
	i, ok := kindAt[record]
	if ok {
		k = Kinds[i]
	}
	return k, ok
}

// RecordFields are the fields of a record, by its code; none when there is no
// such record.
func RecordFields(record string) []Spec {
	k, _ := KindOf(record)
	return k.Specs
}

// FieldOf is the description of a field by its record's code; a zero one when
// there is no such field.
func FieldOf(record, code string) Spec {
	for _, s := range RecordFields(record) {
		if s.Code == code {
			return s
		}
	}
	return Spec{}
}

// NameField is the code of the field by which people call a record of the kind:
// an order by its number, a project by its name; "" where they have only numbers.
func (k RecordKind) NameField() string {
	if len(k.Key) == 1 {
		return k.Key[0]
	}
	for _, code := range []string{"name", "order_no", "invoice_no", "number", "receipt_no"} {
		if _, ok := k.Fields.ByCode(code); ok {
			return code
		}
	}
	return ""
}

// IsItem reports whether records of the kind are kept as items.
func (k RecordKind) IsItem() bool { return k.Card || k.Alone || k.Parts }

// ListName is what the commands call the records of the kind.
func (k RecordKind) ListName() string { return cmp.Or(k.List, k.Record) }

// ListCalled is what the commands call the records that a word means, which may
// be the code of the record as well: market_note is market. Other words stay.
func ListCalled(word string) string {
	if k, ok := KindOf(word); ok {
		return k.ListName()
	}
	return word
}

// OfCustomer reports whether records of the kind belong to a customer, or may.
func (k RecordKind) OfCustomer() bool {
	_, ok := k.Fields.ByCode("customer_id")
	return ok
}

// Check refuses a record that can't be kept.
func (k RecordKind) Check(rec any) error {
	if c, ok := rec.(interface{ Check() error }); ok {
		return c.Check()
	}
	return k.Fields.Check(&rec)
}

// JSON is a record as JSON writes it, its amounts, where it names no currency,
// in another one's.
func (k RecordKind) JSON(rec any, currency string, names func(id int64) string) json.RawMessage {
	if f, ok := k.Fields.ByCode("currency"); ok {
		currency = f.Get(&rec)
	}
	return JSONIn(currency, k.Fields, &rec, *Identity(rec), names)
}

// Read is the record that JSON wrote, with its id and when it was made.
func (k RecordKind) Read(obj map[string]json.RawMessage) (any, error) {
	rec := k.New()
	*Identity(rec) = MetaOf(obj)
	return rec, ReadJSON(k.Fields, &rec, obj)
}

// Item is a record of the card as an item.
func (k RecordKind) Item(rec any) Item {
	m := Identity(rec)
	it := Item{Record: k.Record, ID: m.ID, CreatedAt: m.CreatedAt, UpdatedAt: m.UpdatedAt, Values: map[string]string{}}
	for _, f := range k.Fields {
		switch {
		case f.Code == "customer_id":
			it.CustomerID = refID(f.Get(&rec))
		case !f.Kept:
			it.Values[f.Code] = f.Get(&rec)
		}
	}
	for _, d := range k.Tells {
		it.Values[d.Code] = d.Of(rec)
	}
	return it
}

// FromItem is the record that an item is.
func (k RecordKind) FromItem(it Item) any {
	rec := k.New()
	m := Identity(rec)
	m.ID, m.CreatedAt, m.UpdatedAt = it.ID, it.CreatedAt, it.UpdatedAt
	for _, f := range k.Fields {
		if value, given := it.Values[f.Code]; given {
			f.Set(&rec, value)
		}
	}
	k.Give(rec, it.CustomerID)
	return rec
}

// Give says whose a record is.
func (k RecordKind) Give(rec any, customer int64) {
	if f, ok := k.Fields.ByCode("customer_id"); ok {
		*f.Ptr(&rec).(*int64) = customer
	}
}
