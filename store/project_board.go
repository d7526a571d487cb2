package store

import (
	"context"

	"genjin/model"
)

// Boards are the projects that a query shows, by template and stage, in its
// order.
func (s *Store) Boards(ctx context.Context, q model.Query) ([]model.Board, error) {
	ids, err := s.ProjectList().IDs(ctx, q)
	if err != nil || len(ids) == 0 {
		return nil, err
	}
	boards, err := s.boardColumns(ctx, ids)
	if err != nil {
		return nil, err
	}
	return boards, s.boardCards(ctx, ids, boards)
}

// boardColumns are the stages that the projects of each template have.
func (s *Store) boardColumns(ctx context.Context, ids []int64) ([]model.Board, error) {
	rows, err := s.db.QueryContext(ctx, `SELECT p.template_id, coalesce(t.name, ''), coalesce(t.name_en, ''), st.name, max(st.name_en)
		FROM project p JOIN project_stage st ON st.project_id = p.id LEFT JOIN template t ON t.id = p.template_ref
		WHERE p.id IN (SELECT value FROM json_each(?)) GROUP BY p.template_id, st.name
		ORDER BY p.template_id = 0, p.template_id, min(st.seq), count(*)`, jsonList(ids))
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var boards []model.Board
	for rows.Next() {
		var b model.Board
		var c model.BoardColumn
		if err := rows.Scan(&b.TemplateID, &b.Name, &b.NameEN, &c.Name, &c.NameEN); err != nil {
			return nil, err
		}
		if n := len(boards); n == 0 || boards[n-1].TemplateID != b.TemplateID {
			boards = append(boards, b)
		}
		last := &boards[len(boards)-1]
		last.Columns = append(last.Columns, c)
	}
	return boards, rows.Err()
}

// boardCards puts the projects where they are.
func (s *Store) boardCards(ctx context.Context, ids []int64, boards []model.Board) error {
	rows, err := s.db.QueryContext(ctx, `SELECT p.id, p.customer_id, c.name, p.name, p.lead, p.template_id,
		p.state, p.stage, p.stage_on, p.round, p.blocked, p.late_on, p.target_on,
		st.seq, st.name, st.name_en, st.days
		FROM json_each(?) wanted JOIN project p ON p.id = wanted.value JOIN customer c ON c.id = p.customer_id
		JOIN project_stage st ON st.project_id = p.id AND st.seq = p.stage ORDER BY wanted.key`, jsonList(ids))
	if err != nil {
		return err
	}
	defer rows.Close()
	type place struct {
		template int64
		stage    string
	}
	columns, of := map[place]*model.BoardColumn{}, map[int64]*model.Board{}
	for i := range boards {
		b := &boards[i]
		of[b.TemplateID] = b
		for k := range b.Columns {
			columns[place{b.TemplateID, b.Columns[k].Name}] = &b.Columns[k]
		}
	}
	for rows.Next() {
		var c model.BoardCard
		if err := rows.Scan(&c.ID, &c.CustomerID, &c.Customer, &c.Name, &c.Lead, &c.TemplateID, &c.State, &c.Stage,
			&c.StageOn, &c.Round, &c.Blocked, &c.LateOn, &c.TargetOn,
			&c.Now.Seq, &c.Now.Name, &c.Now.NameEN, &c.Now.Days); err != nil {
			return err
		}
		if to := columns[place{c.TemplateID, c.Now.Name}]; to != nil {
			to.Cards = append(to.Cards, c)
			of[c.TemplateID].Projects++
		}
	}
	return rows.Err()
}

// WaitingRows is what running projects wait for: what can't go on, and what
// the customers have to decide or to deliver, the longest first.
func (s *Store) WaitingRows(ctx context.Context) ([]model.Row, error) {
	list, err := projects.query(ctx, s.db, `AS p WHERE state = 'running' AND (blocked = 1 OR EXISTS (
		SELECT 1 FROM project_item i JOIN project_stage st ON st.id = i.stage_id
		WHERE i.project_id = p.id AND i.waits = 1 AND i.state IN ('todo', 'doing') AND st.seq <= p.stage)) ORDER BY id`)
	if err != nil || len(list) == 0 {
		return nil, err
	}
	trees, err := s.toDo(ctx, list, s.today())
	if err != nil {
		return nil, err
	}
	var rows []model.Row
	for i := range trees {
		rows = append(rows, trees[i].Waiting(s.today())...)
	}
	model.ByWait(rows)
	return rows, nil
}
