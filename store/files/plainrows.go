package files

import "genjin/model"

// plainRows reads a list of which a row is a record of its own: a proposal a row.
// isOf tells its headings from others; read understands a row.
func (r *reader) plainRows(
	s *Sheet, t table, isOf func(header string) bool, read func(p model.Proposal, values map[heading]string) model.Proposal,
) error {
	r.note(s, &t, isOf)
	r.rows.above(t)
	before, why := len(r.file.Proposals), t.reasons(s)
	for row := t.first; row < len(s.Rows); row++ {
		if err := r.step(row, len(s.Rows)); err != nil {
			return err
		}
		if why[row] != "" {
			r.rows.skip(row, why[row])
			continue
		}
		r.rows.take(row, s.Number(row))
		if len(r.file.Proposals) >= mostCustomers {
			return model.ErrFileTooLarge
		}
		cells := r.cells(s, t, row)
		p := model.Proposal{Sheet: s.Name, Row: s.Number(row), Cells: cells, Known: true}
		r.file.Proposals = append(r.file.Proposals, read(p, t.moneyValues(cells)))
	}
	if len(r.file.Proposals) > before {
		r.file.Headers[s.Name] = t.headers()
		if r.file.Document == "" {
			r.file.Document = t.document
		}
	}
	return nil
}
