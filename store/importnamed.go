package store

import (
	"slices"

	"genjin/model"
)

// forgetUnheld takes customers out of the plan who would be made only because
// rows name them, and of whom no row is taken: an order that is refused makes
// nobody.
func (p *plan) forgetUnheld() {
	listed := map[int]bool{} // proposals that are about the customer
	for i := range p.preview.Proposals {
		prop := &p.preview.Proposals[i]
		listed[i] = !prop.Known || slices.ContainsFunc(prop.Debts, func(d model.ProposedDebt) bool { return d.Nothing && d.Err == nil })
	}
	kept := map[*target]bool{}
	for _, t := range p.targets {
		kept[t] = kept[t] || t.id != 0 || t.holds() > 0
		for _, o := range t.orders {
			for _, c := range o.changes {
				if c.from != nil {
					kept[c.from] = true
				}
			}
		}
	}
	for i, t := range p.of {
		if t != nil && listed[i] {
			kept[t] = true
		}
	}
	p.targets = slices.DeleteFunc(p.targets, func(t *target) bool { return !kept[t] })
	p.rows = slices.DeleteFunc(p.rows, func(row model.PreviewRow) bool {
		t := p.of[row.Proposal]
		return row.Record == model.RowOfCustomer && row.Result == model.ResultNew && t != nil && !kept[t]
	})
}

// holds is how many records beside the card would be written for a customer.
func (t *target) holds() int {
	return len(t.entries) + len(t.items) + len(t.debts) + len(t.orders) + len(t.projects) + len(t.records)
}
