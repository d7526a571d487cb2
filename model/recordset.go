package model

// Records are records of many kinds, by kind: all that a customer has, or what
// belongs to nobody.
type Records map[string][]any

// Add adds a record of a kind.
func (rs Records) Add(record string, rec any) { rs[record] = append(rs[record], rec) }

func listOf[T any](rs Records, record string) []T {
	list := make([]T, len(rs[record]))
	for i, rec := range rs[record] {
		list[i] = *rec.(*T)
	}
	return list
}

func putList[T any](rs Records, record string, list []T) {
	delete(rs, record)
	for i := range list {
		rs.Add(record, &list[i])
	}
}

// ledger is the money among the records.
func (rs Records) ledger() Ledger {
	return Ledger{
		listOf[Receivable](rs, RowOfReceivable), listOf[Payment](rs, RowOfPayment), listOf[Allocation](rs, "allocation"),
		listOf[Credit](rs, "credit"), listOf[Refund](rs, "refund"), listOf[Dunning](rs, "dunning"),
		listOf[Reconciliation](rs, "reconciliation"),
	}
}

// Records are the ledger's, by kind.
func (l *Ledger) Records() Records {
	rs := Records{}
	l.into(rs)
	return rs
}

func (l *Ledger) into(rs Records) {
	putList(rs, RowOfReceivable, l.Receivables)
	putList(rs, RowOfPayment, l.Payments)
	putList(rs, "allocation", l.Allocations)
	putList(rs, "credit", l.Credits)
	putList(rs, "refund", l.Refunds)
	putList(rs, "dunning", l.Dunnings)
	putList(rs, "reconciliation", l.Reconciliations)
}

// orderBook is the orders among the records.
func (rs Records) orderBook() OrderBook {
	return OrderBook{
		listOf[Order](rs, RowOfOrder), listOf[OrderLine](rs, RowOfLine), listOf[OrderNode](rs, RowOfNode),
		listOf[OrderChange](rs, "order_change"),
	}
}

func (b *OrderBook) into(rs Records) {
	putList(rs, RowOfOrder, b.Orders)
	putList(rs, RowOfLine, b.Lines)
	putList(rs, RowOfNode, b.Nodes)
	putList(rs, "order_change", b.Changes)
}

// accounted are the kinds whose records have to add up, see Ledger.Recount and
// OrderBook.Recount.
var accounted = func() map[string]bool {
	of := map[string]bool{}
	for _, record := range []string{RowOfReceivable, RowOfPayment, "allocation", "credit", "refund", "dunning", "reconciliation",
		RowOfOrder, RowOfLine, RowOfNode, "order_change"} {
		of[record] = true
	}
	return of
}()

// Accounted reports whether records of a kind are taken only with all others of
// the customer that they have to add up with.
func Accounted(record string) bool { return accounted[record] }

// Settle makes records a customer's, works out anew what they keep of each
// other, and refuses with a LedgerError those that can't be kept, don't add up
// or refer to none of them.
func (rs Records) Settle(customer int64) error {
	for _, k := range Kinds {
		for _, rec := range rs[k.Record] {
			k.Give(rec, customer)
		}
	}
	l, b := rs.ledger(), rs.orderBook()
	if err := l.Recount(); err != nil {
		return err
	}
	if err := b.Recount(&l); err != nil {
		return err
	}
	l.into(rs)
	b.into(rs)
	return rs.check(func(k RecordKind) bool { return !accounted[k.Record] })
}

// SettleLoose refuses records of nobody that can't be kept. A template that came
// with the program is there by its name alone.
func (rs Records) SettleLoose() error {
	for _, t := range rs.templates() {
		if t.BuiltIn {
			continue
		}
		if err := t.Check(); err != nil {
			return &LedgerError{"template", err}
		}
	}
	return rs.check(func(RecordKind) bool { return true })
}

// check refuses records that can't be kept, or that need another one of a kind
// that is among them, which isn't there.
func (rs Records) check(looked func(RecordKind) bool) error {
	known := map[string]map[int64]bool{}
	for _, k := range Kinds {
		known[k.Record] = map[int64]bool{}
		for _, rec := range rs[k.Record] {
			known[k.Record][Identity(rec).ID] = true
			if !looked(k) {
				continue
			}
			if err := k.Check(rec); err != nil {
				return &LedgerError{k.Record, err}
			}
			for _, f := range k.Fields {
				id := refID(f.Get(&rec))
				if f.Part && !known[f.Of][id] {
					return missing(k.Record, f.Code, id)
				}
			}
		}
	}
	return nil
}

// templates are the templates among the records, with their stages and steps.
func (rs Records) templates() []TemplateTree {
	var trees []TemplateTree
	for _, t := range listOf[Template](rs, "template") {
		tree := TemplateTree{Template: t}
		for _, st := range listOf[TemplateStage](rs, "template_stage") {
			if st.TemplateID != t.ID {
				continue
			}
			stage := StageTree{TemplateStage: st}
			for _, step := range listOf[TemplateStep](rs, "template_step") {
				if step.StageID == st.ID {
					stage.Steps = append(stage.Steps, step)
				}
			}
			tree.Stages = append(tree.Stages, stage)
		}
		trees = append(trees, tree)
	}
	return trees
}

// Currencies tells the currency of the amounts of records that name none: it is
// that of the record to which they refer.
func (rs Records) Currencies() func(RecordKind, any) string {
	of := map[string]map[int64]string{}
	for _, k := range Kinds {
		if f, ok := k.Fields.ByCode("currency"); ok {
			of[k.Record] = map[int64]string{}
			for _, rec := range rs[k.Record] {
				of[k.Record][Identity(rec).ID] = f.Get(&rec)
			}
		}
	}
	return func(k RecordKind, rec any) string {
		for _, f := range k.Fields {
			if f.Kind == KindRef && f.Of != RowOfCustomer {
				if currency := of[f.Of][refID(f.Get(&rec))]; currency != "" {
					return currency
				}
			}
		}
		return ""
	}
}

// Refers is the record that a row of Today is about: its kind, and where its id
// is kept; no kind for a festival.
func (h *Handled) Refers() (record string, id *int64) {
	switch {
	case h.CustomerID == 0:
		return "", nil
	case h.Kind == RowCase, h.About == AboutInquiry:
		record = RowOfJournal
	case Row{Kind: h.Kind}.OfDebt():
		record = RowOfReceivable
	case h.Kind == RowStep && h.About == AboutStage:
		record = "project_stage"
	case h.Kind == RowStep:
		record = RowOfStep
	case h.OfOrder():
		record = RowOfOrder
	case h.About == AboutContact, h.About == AboutOccasion, h.Kind == RowPaper:
		record = h.About
	default:
		record = RowOfCustomer
	}
	return record, &h.Record
}
