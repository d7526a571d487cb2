package store

import (
	"context"

	"genjin/model"
)

// todayItems is what Today looks at of an item.
var todayItems = projectItems.narrow("project_id", "stage_id", "seq", "title", "title_en", "department", "kind", "fact", "waits", "told",
	"round", "filled", "planned_on", "done_on", "state", "blocked_on", "blocked_reason", "progress")

// readProjects reads the projects that run, with what Today looks at: the
// stage that they have reached, and of later ones what may be due ahead of its
// turn.
func (s *Store) readProjects(ctx context.Context, f *model.Facts, _ model.Date) error {
	list, err := projects.query(ctx, s.db, `WHERE state = 'running'
		AND (SELECT archived FROM customer WHERE customer.id = customer_id) = 0 ORDER BY id`)
	if err != nil || len(list) == 0 {
		return err
	}
	f.Projects, err = s.toDo(ctx, list, f.Today)
	return err
}

// toDo are projects with what may have to be done of them by a day.
func (s *Store) toDo(ctx context.Context, list []model.Project, today model.Date) ([]model.ProjectTree, error) {
	// On an earlier day than the last one on which something was done, a
	// project may have stood in another stage.
	var later bool
	if err := s.db.QueryRowContext(ctx, "SELECT EXISTS (SELECT 1 FROM project_item WHERE done_on <> '' AND done_on > ?)",
		today).Scan(&later); err != nil {
		return nil, err
	}
	if later {
		return projectTrees(ctx, s.db, list, boardStages, todayItems)
	}
	return s.fromStage(ctx, list)
}

// fromStage are projects from the stage on that they have reached.
func (s *Store) fromStage(ctx context.Context, list []model.Project) ([]model.ProjectTree, error) {
	trees := make([]model.ProjectTree, len(list))
	ids, at := make([]int64, len(list)), make(map[int64]int, len(list))
	for i, p := range list {
		trees[i].Project, ids[i], at[p.ID] = p, p.ID, i
	}
	const joined = `FROM project p JOIN project_stage s ON s.project_id = p.id AND s.seq >= p.stage JOIN project_item i ON i.stage_id = s.id
		WHERE p.id IN (SELECT value FROM json_each(?)) AND (s.seq = p.stage
			OR (i.state = 'blocked' OR (i.told = 1 OR i.planned_on <> '') AND i.state IN ('todo', 'doing') OR i.fact = 'ordered'
		AND i.state = 'done')
				AND i.round = (SELECT max(round) FROM project_item r WHERE r.stage_id = s.id))`
	stages, err := boardStages.query(ctx, s.db, "WHERE id IN (SELECT s.id "+joined+") ORDER BY project_id, seq, id", jsonList(ids))
	if err != nil {
		return nil, err
	}
	place := make(map[int64]int, len(stages))
	for _, st := range stages {
		t := &trees[at[st.ProjectID]]
		work := model.StageWork{ProjectStage: st}
		if st.Seq == t.Stage {
			work.Since = t.StageOn
		}
		place[st.ID] = len(t.Stages)
		t.Stages = append(t.Stages, work)
	}
	items, err := todayItems.query(ctx, s.db, "WHERE id IN (SELECT i.id "+joined+") ORDER BY project_id, stage_id, round, seq, id",
		jsonList(ids))
	if err != nil {
		return nil, err
	}
	for _, it := range items {
		st := &trees[at[it.ProjectID]].Stages[place[it.StageID]]
		st.Items = append(st.Items, it)
	}
	return trees, nameProjects(ctx, s.db, trees, jsonList(ids))
}
