package store

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/store/files"
)

// plan is what an import will do: for each customer of the file the card that
// it is or becomes, and a row a proposal that says so.
type plan struct {
	db       querier
	settings model.Settings
	today    model.Date
	preview  model.Preview
	matcher  *matcher
	targets  []*target
	rows     []model.PreviewRow
	of       []*target         // of each proposal; nil = refused, or a product's
	byID     map[int64]*target // of whole records, by their ids in the file
	keepIDs  bool              // whole records get the ids that they have in the file
	loose    model.Records     // of nobody's, to be added
	looseIDs fileIDs           // of nobody's, that are there
	brought  map[string]int64  // campaigns by name; below 0 those that the file brings
	fresh    []string          // these, in the order of their numbers
	step     files.Step
	products []model.Product          // to be added or, with an id, changed
	nobodys  *target                  // what is kept as items and belongs to nobody
	orderNos map[string]bool          // of new orders of the file
	parted   map[string]*plannedParts // of the orders there, by their numbers
	receipts numbers                  // used so far, see sayUsed
	invoices numbers
}

// target is a card that the file speaks of: one that is kept, or a new one.
type target struct {
	id        int64 // 0 = new, until it is written
	row       int   // of the file, where it came first
	before    model.Customer
	card      model.Customer
	nextOn    model.Date // given by the file, with who set it
	nextBasis model.Basis
	nextAt    model.Moment // of the entry that the date came with
	retryOn   model.Date
	entries   []model.Entry     // to be added
	seen      map[entryKey]bool // entries that are there; nil = not read yet
	referrer  *target           // a new customer of the same file who brought this one
	planned   bool              // the file speaks of it

	projects []*plannedProject // to be added or changed

	debts  []plannedDebt           // to be added, of a tracking sheet
	orders []plannedOrder          // to be added or changed
	books  *books                  // nil = not read yet
	drops  []int64                 // implied receivables that a sheet of the file doesn't state
	items  []model.Item            // to be added or, with an id, changed
	has    map[string][]model.Item // the items that are there, by record; nil = not read yet
	whole  bool                    // a record with all that belongs to it, to be kept as it is
	keepID bool

	records model.Records // to be added as they are, of a whole record
	ids     fileIDs       // what is there of them, and the customer
}

// entryKey is what makes two entries of a customer the same (rule 4).
type entryKey struct {
	at        model.Moment
	situation string
}

func newPlan(ctx context.Context, db querier, set model.Settings, today model.Date, p model.Preview) (*plan, error) {
	m, err := newMatcher(ctx, db)
	plan := &plan{db: db, settings: set, today: today, preview: p, matcher: m, byID: map[int64]*target{}, orderNos: map[string]bool{},
		looseIDs: fileIDs{}, nobodys: &target{}}
	if err == nil && p.Document == model.DocumentRecords {
		m.keptOnly = true
		plan.keepIDs, err = isFresh(ctx, db, p)
	}
	m.apart = p.Apart
	return plan, err
}

func (p *plan) close() { p.matcher.close() }

// changed reports whether values of the card would be written.
func (t *target) changed() bool {
	return len(model.CustomerFields.Diff(&t.before, &t.card)) > 0
}

// changes reports whether the import would write anything.
func (p *plan) changes() bool {
	return len(p.loose) > 0 || len(p.products) > 0 || len(p.nobodys.items) > 0 || slices.ContainsFunc(p.targets, func(t *target) bool {
		return t.id == 0 || t.changed() || t.holds() > 0 || t.referrer != nil
	})
}

// keepGiven puts back what the file says against what the rule made of the
// journal.
func (t *target) keepGiven(c *model.Customer) {
	if t.nextOn != "" {
		c.NextOn, c.NextBasis = t.nextOn, cmp.Or(t.nextBasis, model.Agreed)
	}
	if t.retryOn != "" {
		c.RetryOn = t.retryOn
	}
}

// make works through the proposals in their order. Referrers come last, for
// they may stand further down in the file.
func (p *plan) make(ctx context.Context) error {
	const some = 200 // proposals between two steps
	p.of = make([]*target, len(p.preview.Proposals))
	rowOf := make([]int, len(p.preview.Proposals))
	for i := range p.preview.Proposals {
		if p.step != nil && i%some == 0 {
			if err := p.step(i, len(p.preview.Proposals)); err != nil {
				return err
			}
		}
		if p.preview.Proposals[i].Product != nil {
			if err := p.product(ctx, i); err != nil {
				return err
			}
			continue
		}
		if p.isNobodys(i) {
			if err := p.record(ctx, i, nil, model.PreviewRow{}); err != nil {
				return err
			}
			continue
		}
		t, row, err := p.proposal(ctx, i)
		if err != nil {
			return err
		}
		onlyNamed := p.preview.Document == model.DocumentJournal || p.preview.Document == model.DocumentContacts ||
			p.preview.Proposals[i].BringsWork() || p.preview.Proposals[i].Record != nil
		if !onlyNamed || row.Result == model.ResultNew {
			p.rows = append(p.rows, row)
		}
		p.of[i], rowOf[i] = t, len(p.rows)-1
		if err := p.entries(ctx, i, t, row); err != nil {
			return err
		}
		if err := p.items(ctx, i, t, row); err != nil {
			return err
		}
		if err := p.record(ctx, i, t, row); err != nil {
			return err
		}
		if err := p.debts(ctx, i, t, row); err != nil {
			return err
		}
		if err := p.orders(ctx, i, t, row); err != nil {
			return err
		}
		if err := p.records(ctx, i, t, row); err != nil {
			return err
		}
		if err := p.project(ctx, i, t, row); err != nil {
			return err
		}
	}
	for i := range p.preview.Proposals {
		if t := p.of[i]; t != nil && p.preview.Proposals[i].Referrer != "" {
			if err := p.refer(ctx, &p.rows[rowOf[i]], t, &p.preview.Proposals[i]); err != nil {
				return err
			}
		}
	}
	p.forgetUnheld()
	var err error
	p.loose, err = p.newOf(ctx, p.preview.Loose, 0, p.looseIDs)
	return err
}

// proposal decides on one customer of the file; no target when it is refused.
func (p *plan) proposal(ctx context.Context, i int) (*target, model.PreviewRow, error) {
	prop := &p.preview.Proposals[i]
	row := model.PreviewRow{
		Sheet: prop.Sheet, Row: prop.Row, Record: model.RowOfCustomer, Name: prop.Customer.Name, Proposal: i, Entry: -1,
	}
	refuse := func(err error) (*target, model.PreviewRow, error) {
		row.Result, row.Err = model.ResultRefused, err
		return nil, row, nil
	}
	if prop.Err != nil {
		return refuse(prop.Err)
	}
	if err := p.bring(ctx, prop); err != nil {
		return nil, row, err
	}
	t, err := p.recognise(ctx, prop)
	if err == nil {
		err = p.priceCard(t, prop)
	}
	var match *model.MatchError
	switch {
	case isRefusal(err):
		return refuse(err)
	case errors.As(err, &match):
		match.Row = prop.Row
		return refuse(err)
	case err != nil:
		return nil, row, err
	case t == nil && prop.Known && !p.preview.Create && (!prop.BringsWork() || p.preview.Document == model.DocumentPayments):
		return refuse(model.Refuse(model.RefusedUnknown, whoIs(prop.Customer)))
	case t == nil:
		t = p.newTarget(prop)
		if err := t.card.Check(); err != nil {
			return refuse(err)
		}
		row.Result, row.Inferred = model.ResultNew, t.card.Inferred
		if t.whole {
			row.Inferred = ""
		}
		p.adopt(t)
		return t, row, nil
	}
	if err := p.meet(ctx, t, prop, &row); err != nil {
		return refuse(err)
	}
	return t, row, p.nameCampaigns(ctx, row.Changes, row.Differs)
}

// recognise finds the customer that is there already; nil for none. Another
// one is made where that was asked for, except for whom a row only names.
func (p *plan) recognise(ctx context.Context, prop *model.Proposal) (*target, error) {
	if c, ok := p.preview.ChoiceOf(prop.Sheet, prop.Row); ok && c.Customer != 0 {
		t, err := p.matcher.byID(ctx, c.Customer)
		if isNotFound(err) {
			err = model.At("name", model.Refuse(model.RefusedMissing, "#"+strconv.FormatInt(c.Customer, 10)))
		}
		return t, err
	} else if ok {
		return nil, nil
	}
	if p.preview.Policy == model.DuplicateNew && !prop.Known {
		return nil, nil
	}
	if prop.Known {
		return p.named(ctx, prop.Customer)
	}
	return p.matcher.find(ctx, &prop.Customer)
}

// named is the customer whom a row only names: by name, by a phone in its place,
// or as #12.
func (p *plan) named(ctx context.Context, c model.Customer) (*target, error) {
	if id, err := strconv.ParseInt(strings.TrimPrefix(c.Name, "#"), 10, 64); err == nil && strings.HasPrefix(c.Name, "#") {
		t, err := p.matcher.byID(ctx, id)
		if isNotFound(err) {
			err = model.At("name", model.Refuse(model.RefusedMissing, c.Name))
		}
		return t, err
	}
	t, err := p.matcher.find(ctx, &c)
	if phones, wrong := model.ParsePhones(c.Name); t == nil && err == nil && c.Phones == "" && wrong == nil && len(phones) > 0 {
		return p.matcher.find(ctx, &model.Customer{Phones: model.ListOf(phones...)})
	}
	return t, err
}

// whoIs is what a row says of a customer who isn't there.
func whoIs(c model.Customer) string {
	if c.Name != "" {
		return c.Name
	}
	return strings.Join(c.Phones.Items(), " ")
}

// newTarget is a new card, completed from the settings.
func (p *plan) newTarget(prop *model.Proposal) *target {
	t := &target{
		row: prop.Row, card: prop.Customer, nextOn: prop.Customer.NextOn, nextBasis: prop.Customer.NextBasis, nextAt: lastEntry(prop),
		retryOn: prop.Customer.RetryOn,
		seen:    map[entryKey]bool{}, has: map[string][]model.Item{},
	}
	if prop.Whole {
		t.records, t.ids = model.Records{}, fileIDs{}
		p.asWhole(t, prop)
		return t
	}
	t.card.InferLost()
	t.card.Complete(p.settings, p.today)
	return t
}

// adopt takes a target into the plan.
func (p *plan) adopt(t *target) {
	if !t.planned {
		t.planned = true
		p.targets = append(p.targets, t)
	}
	p.matcher.know(t)
}

// entries decides on the journal rows under a customer: those that are there
// already are left. Without a target they are refused with their customer.
func (p *plan) entries(ctx context.Context, i int, t *target, customer model.PreviewRow) error {
	prop := &p.preview.Proposals[i]
	for n := range prop.Entries {
		pe := &prop.Entries[n]
		row := model.PreviewRow{
			Sheet: prop.Sheet, Row: pe.Row, Record: model.RowOfJournal, CustomerID: customer.CustomerID, Name: customer.Name, Known: customer.Known,
			Result: model.ResultNew, Proposal: i, Entry: n, Err: pe.Err,
		}
		if t == nil && pe.Cells == nil && !prop.Known {
			continue // the row is the customer's own, and refused already
		}
		if row.Err == nil && t == nil {
			row.Err = customer.Err
		}
		if row.Err == nil {
			e := pe.Entry
			e.CustomerID = max(t.id, 1) // not known yet for a new customer, and required
			row.Err = e.Check(p.today)
		}
		if row.Err != nil {
			row.Result = model.ResultRefused
			p.rows = append(p.rows, row)
			continue
		}
		if err := p.entry(ctx, t, prop, pe.Entry, &row); err != nil {
			return err
		}
		p.rows = append(p.rows, row)
	}
	return nil
}

// entry plans a journal row, and says in its row what becomes of it. A whole
// record's own are told apart.
func (p *plan) entry(ctx context.Context, t *target, prop *model.Proposal, e model.Entry, row *model.PreviewRow) error {
	if t.whole {
		t.records.Add(journal.name, &e)
		return nil
	}
	there, err := p.isThere(ctx, t, e)
	if there {
		row.Result = model.ResultUnchanged
	} else {
		t.entries = append(t.entries, e)
		p.agree(t, prop, &e)
	}
	return err
}

// isThere reports whether the customer has the entry, and notes it.
func (p *plan) isThere(ctx context.Context, t *target, e model.Entry) (bool, error) {
	if t.seen == nil {
		t.seen = map[entryKey]bool{}
		kept, err := journal.query(ctx, p.db, "WHERE customer_id = ?", t.id)
		if err != nil {
			return false, err
		}
		for _, k := range kept {
			t.seen[entryKey{k.At, k.Situation}] = true
		}
	}
	key := entryKey{e.At, e.Situation}
	there := t.seen[key]
	t.seen[key] = true
	return there, nil
}
