package store

import (
	"context"

	"genjin/model"
)

// step changes one item of a project: change gets the project and the item as
// they are kept, and what the project keeps follows.
func (s *Store) step(ctx context.Context, act model.Act, id int64, why string, change func(*write, *model.ProjectTree,
	*model.ProjectItem) error) (model.ProjectItem, error) {
	var item model.ProjectItem
	err := s.change(ctx, act, model.CleanNote(why), func(w *write) error {
		kept, err := projectItems.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		t, err := projectTree(ctx, w.tx, kept.ProjectID)
		if err != nil {
			return err
		}
		_, it := t.Find(id)
		if err := change(w, &t, it); err != nil {
			return err
		}
		item = *it
		return w.recountProject(ctx, t.ID)
	})
	return item, err
}

// barred refuses to finish an item behind a gate that isn't passed, or one that
// software which can't be made has blocked.
func barred(t *model.ProjectTree, it *model.ProjectItem, today model.Date) error {
	if t.Infeasible(it) {
		return model.At("state", model.Refuse(model.RefusedInfeasible))
	}
	st, _ := t.Find(it.ID)
	if gate := t.Barred(st.Seq, today); gate != nil {
		return model.At("state", model.Refuse(model.RefusedGate, gate.Name, gate.NameEN))
	}
	return nil
}

// TickItem says that an item is done, on a day ("" = today), or, where it is and
// no day is said, that it isn't. The item's day says so, nothing is noted beside it. A decision is
// answered with Decide instead. It is refused
// with model.RefusedGate while a stage before it has to be done first.
func (s *Store) TickItem(ctx context.Context, id int64, on model.Date) (model.ProjectItem, error) {
	return s.step(ctx, model.ActStep, id, "", func(w *write, t *model.ProjectTree, it *model.ProjectItem) error {
		return w.tick(ctx, t, it, on)
	})
}

func (w *write) tick(ctx context.Context, t *model.ProjectTree, it *model.ProjectItem, on model.Date) error {
	switch {
	case it.State == model.ItemDone && on != "":
		it.DoneOn = on
	case it.State == model.ItemDone:
		if err := w.goBack(ctx, it); err != nil {
			return err
		}
	case it.Kind == model.StepDecision:
		return model.At("answer", model.Refuse(model.RefusedDecision))
	default:
		if err := barred(t, it, w.today); err != nil {
			return err
		}
		it.State, it.DoneOn = model.ItemDone, on
	}
	return w.keepItem(ctx, it)
}

// goBack opens an item that was over: it is as far as it was before, by the
// last progress in its history.
func (w *write) goBack(ctx context.Context, it *model.ProjectItem) error {
	it.State, it.Progress = model.ItemTodo, 0
	notes, err := itemNotes.query(ctx, w.tx, "WHERE of_item = ? AND of_item <> 0 AND kind = ? AND progress < 100 ORDER BY id DESC LIMIT 1",
		it.ID, string(model.NoteProgress))
	if err != nil {
		return err
	}
	if len(notes) > 0 && notes[0].Progress > 0 {
		it.State, it.Progress = model.ItemDoing, notes[0].Progress
	}
	return nil
}

// SkipItem says that an item isn't needed, with why, which is optional; or,
// where it isn't, that it is.
func (s *Store) SkipItem(ctx context.Context, id int64, why string) (model.ProjectItem, error) {
	return s.step(ctx, model.ActStep, id, why, func(w *write, t *model.ProjectTree, it *model.ProjectItem) error {
		kind := model.NoteNA
		if it.State == model.ItemNA {
			kind = model.NoteUndone
			if err := w.goBack(ctx, it); err != nil {
				return err
			}
		} else if t.Infeasible(it) {
			return model.At("state", model.Refuse(model.RefusedInfeasible))
		} else {
			it.State = model.ItemNA
		}
		if err := w.keepItem(ctx, it); err != nil {
			return err
		}
		return w.note(ctx, t, it, kind, why)
	})
}

// SetProgress says how far an item is, 0..100 %, and in words, which are kept
// in its history. 100 % is done; a decision takes an answer instead.
func (s *Store) SetProgress(ctx context.Context, id, percent int64, note string) (model.ProjectItem, error) {
	return s.step(ctx, model.ActProgress, id, note, func(w *write, t *model.ProjectTree, it *model.ProjectItem) error {
		if percent < 0 || percent > 100 {
			return model.At("progress", model.Refuse(model.RefusedNumberRange, model.NumberText(percent), "0", "100"))
		}
		was := it.State
		if percent == 100 {
			if err := barred(t, it, w.today); err != nil {
				return err
			}
		}
		it.Progress, it.State = percent, model.ItemDoing
		if text := model.CleanNote(note); text != "" {
			it.Status = text
		}
		switch {
		case percent == 100 && it.Kind == model.StepDecision:
			return model.At("answer", model.Refuse(model.RefusedDecision))
		case percent == 100:
			it.State = model.ItemDone
		case percent == 0:
			it.State = model.ItemTodo
		}
		if was == model.ItemBlocked && percent < 100 {
			it.State = was // progress alone doesn't clear what is in the way
		}
		if err := w.keepItem(ctx, it); err != nil {
			return err
		}
		return w.note(ctx, t, it, model.NoteProgress, note)
	})
}

// Block says that an item can't go on, and why.
func (s *Store) Block(ctx context.Context, id int64, why string) (model.ProjectItem, error) {
	return s.step(ctx, model.ActBlock, id, why, func(w *write, t *model.ProjectTree, it *model.ProjectItem) error {
		it.State, it.BlockedOn, it.BlockedWhy = model.ItemBlocked, "", model.CleanNote(why)
		if err := w.keepItem(ctx, it); err != nil {
			return err
		}
		return w.note(ctx, t, it, model.NoteBlock, why)
	})
}

// Unblock says that an item can go on; what helped is optional. Software that R&D
// calls infeasible is let pass with it, so it has to be said by whom and why, and
// the item is done.
func (s *Store) Unblock(ctx context.Context, id int64, how string) (model.ProjectItem, error) {
	return s.step(ctx, model.ActUnblock, id, how, func(w *write, t *model.ProjectTree, it *model.ProjectItem) error {
		switch how := model.CleanNote(how); {
		case it.State != model.ItemBlocked:
			return nil
		case !t.Infeasible(it):
			it.State = model.ItemTodo
		case how == "":
			return model.At("how", model.Refuse(model.RefusedRequired))
		default:
			it.State, it.Detail = model.ItemDone, how
		}
		if err := w.keepItem(ctx, it); err != nil {
			return err
		}
		return w.note(ctx, t, it, model.NoteUnblock, how)
	})
}

// Decide answers a decision. A no where the template says so reopens a stage:
// the items from there to here are to be done once more, in the next round,
// and those of this round stay as they are.
func (s *Store) Decide(ctx context.Context, id int64, yes bool, note string) (model.ProjectItem, error) {
	return s.step(ctx, model.ActDecide, id, note, func(w *write, t *model.ProjectTree, it *model.ProjectItem) error {
		if it.Kind != model.StepDecision {
			return model.At("answer", model.Refuse(model.RefusedDecision))
		}
		if err := barred(t, it, w.today); err != nil {
			return err
		}
		kind := model.NoteNo
		it.State, it.DoneOn, it.Answer = model.ItemDone, w.today, model.AnswerNo
		if yes {
			kind, it.Answer = model.NoteYes, model.AnswerYes
		}
		if text := model.CleanNote(note); text != "" {
			it.Detail = text
		}
		if err := w.keepItem(ctx, it); err != nil {
			return err
		}
		if err := w.note(ctx, t, it, kind, note); err != nil || yes {
			return err
		}
		st, _ := t.Find(it.ID)
		t.Reopen(st.Seq, *it)
		return w.addAgain(ctx, t)
	})
}

// addAgain writes the items that a reopened stage got.
func (w *write) addAgain(ctx context.Context, t *model.ProjectTree) error {
	for n := range t.Stages {
		for i := range t.Stages[n].Items {
			if it := &t.Stages[n].Items[i]; it.ID == 0 {
				if err := w.keepItem(ctx, it); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// SaveStep keeps an edited item of a project; its place and its project stay. It answers model.ErrStale when it was changed elsewhere.
func (s *Store) SaveStep(ctx context.Context, edited model.ProjectItem) (model.ProjectItem, error) {
	return s.step(ctx, model.ActEditStep, edited.ID, "", func(w *write, t *model.ProjectTree, it *model.ProjectItem) error {
		was, infeasible := *it, t.Infeasible(it)
		for _, f := range model.ProjectItemFields {
			if !f.Kept {
				f.Set(it, f.Get(&edited))
			}
		}
		it.UpdatedAt = edited.UpdatedAt
		if infeasible && it.State != model.ItemBlocked {
			return model.At("state", model.Refuse(model.RefusedInfeasible))
		}
		if was.State != model.ItemDone && it.State == model.ItemDone {
			if err := barred(t, it, w.today); err != nil {
				return err
			}
			if it.Kind == model.StepDecision {
				return model.At("answer", model.Refuse(model.RefusedDecision))
			}
		}
		return w.keepItem(ctx, it)
	})
}

// AddStep adds an item to a stage of a project, behind the others.
func (s *Store) AddStep(ctx context.Context, it model.ProjectItem) (model.ProjectItem, error) {
	err := s.change(ctx, model.ActEditStep, "", func(w *write) error {
		st, err := projectStages.byID(ctx, w.tx, it.StageID)
		if err != nil {
			return err
		}
		it.ProjectID, it.CustomerID = st.ProjectID, st.CustomerID
		row := w.tx.QueryRowContext(ctx, "SELECT coalesce(max(seq), 0) + 1, coalesce(max(round), 1) FROM project_item WHERE stage_id = ?", st.ID)
		if err := row.Scan(&it.Seq, &it.Round); err != nil {
			return err
		}
		if err := w.keepItem(ctx, &it); err != nil {
			return err
		}
		return w.recountProject(ctx, st.ProjectID)
	})
	return it, err
}

// RemoveStep takes an item out of a project with its history; undo brings it
// back.
func (s *Store) RemoveStep(ctx context.Context, id int64) error {
	return s.change(ctx, model.ActDropStep, "", func(w *write) error {
		it, err := projectItems.byID(ctx, w.tx, id)
		if err != nil {
			return err
		}
		if err := w.dropItem(ctx, id); err != nil {
			return err
		}
		return w.recountProject(ctx, it.ProjectID)
	})
}

func (w *write) dropItem(ctx context.Context, id int64) error {
	if err := removeAll(ctx, w, itemNotes, "of_item", id, func(n *model.ItemNote) int64 { return n.ID }); err != nil {
		return err
	}
	return projectItems.remove(ctx, w, id)
}
