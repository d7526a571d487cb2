package model

// records is what the program keeps: the fields of every record, by its code.
// The names of fields, the columns of files and the change log read it.
var records = map[string][]Spec{
	RowOfCustomer: allSpecs(CustomerFields), RowOfJournal: allSpecs(EntryFields), "handled": allSpecs(HandledFields),
	"settings": allSpecs(SettingsFields), "segment": allSpecs(SegmentFields), "import_batch": allSpecs(BatchFields),

	"contact": allSpecs(ContactFields), "visit_plan": allSpecs(VisitPlanFields), "purchase": allSpecs(PurchaseFields),
	"occasion": allSpecs(OccasionFields), "customer_price": allSpecs(CustomerPriceFields), "company": allSpecs(CompanyCardFields),
	"market_note": allSpecs(MarketNoteFields),

	RowOfReceivable: allSpecs(ReceivableFields), RowOfPayment: allSpecs(PaymentFields), "allocation": allSpecs(AllocationFields),
	"credit": allSpecs(CreditFields), "refund": allSpecs(RefundFields), "dunning": allSpecs(DunningFields),
	"reconciliation": allSpecs(ReconciliationFields),

	RowOfProduct: allSpecs(ProductFields), RowOfOrder: allSpecs(OrderFields), RowOfLine: allSpecs(OrderLineFields),
	RowOfNode: append(allSpecs(OrderNodeFields), nodeDays()...), "order_change": allSpecs(OrderChangeFields),

	"template": allSpecs(TemplateFields), "template_stage": allSpecs(TemplateStageFields), "template_step": allSpecs(TemplateStepFields),
	RowOfProject: allSpecs(ProjectFields), "project_stage": allSpecs(ProjectStageFields), RowOfStep: allSpecs(ProjectItemFields),
	"item_note": allSpecs(ItemNoteFields),
}

func allSpecs[T any](fields Fields[T]) []Spec {
	list := make([]Spec, len(fields))
	for i, f := range fields {
		list[i] = f.Spec
	}
	return list
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

// RecordFields are the fields of a record, by its code; none when there is no
// such record.
func RecordFields(record string) []Spec { return records[record] }

// FieldOf is the description of a field by its record's code; a zero one when
// there is no such field.
func FieldOf(record, code string) Spec {
	for _, s := range records[record] {
		if s.Code == code {
			return s
		}
	}
	return Spec{}
}
