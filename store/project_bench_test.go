package store

import (
	"context"
	"fmt"
	"testing"

	"genjin/model"
)

// manyProjects is a store of 500 projects of 40 items each.
func manyProjects(b *testing.B) *Store {
	b.Helper()
	ctx := context.Background()
	s, err := Open(ctx, b.TempDir()+"/genjin.db", AsOf("2026-11-23"))
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { _ = s.Close() })
	err = s.change(ctx, model.ActDemo, "", func(w *write) error {
		t, err := templateTree(ctx, w.tx, 1)
		if err != nil {
			return err
		}
		for n := range 500 {
			c := model.Customer{Name: fmt.Sprintf("客户%d有限公司", n)}
			if err := w.addCustomer(ctx, &c); err != nil {
				return err
			}
			tree := t.Copy(&model.Project{Name: fmt.Sprintf("项目%d", n), CustomerID: c.ID, TemplateID: t.ID, StartedOn: w.today.AddDays(-n % 200)},
				w.today)
			for i := 0; ; i++ {
				if have := countItems(&tree); have == 40 {
					break
				}
				st := &tree.Stages[4]
				st.Items = append(st.Items, model.ProjectItem{StepPlan: model.StepPlan{Seq: int64(10 + i), Title: fmt.Sprintf("模块%d", i),
					Kind: model.StepModule}, Round: 1, State: model.ItemTodo})
			}
			for s := range tree.Stages[:n%13] {
				for i := range tree.Stages[s].Items {
					tree.Stages[s].Items[i].State, tree.Stages[s].Items[i].DoneOn = model.ItemDone, w.today.AddDays(-n%50)
				}
			}
			if err := w.addProject(ctx, &tree); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func countItems(t *model.ProjectTree) (n int) {
	for i := range t.Stages {
		n += len(t.Stages[i].Items)
	}
	return n
}

// BenchmarkBoard is what the OEM tab loads: the ids, and a window of rows.
func BenchmarkBoard(b *testing.B) {
	s := manyProjects(b)
	ctx := context.Background()
	b.Run("window", func(b *testing.B) {
		for b.Loop() {
			ids, err := s.ProjectList().IDs(ctx, model.Query{})
			if err != nil {
				b.Fatal(err)
			}
			if rows, err := s.ProjectList().Rows(ctx, ids[:50], false); err != nil || len(rows) != 50 {
				b.Fatal(len(rows), err)
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		ids, err := s.ProjectList().IDs(ctx, model.Query{})
		for b.Loop() {
			if rows, err2 := s.ProjectList().Rows(ctx, ids, false); err != nil || err2 != nil || len(rows) != len(ids) {
				b.Fatal(err, err2)
			}
		}
	})
	b.Run("page", func(b *testing.B) {
		for b.Loop() {
			if _, err := s.ProjectOf(ctx, 250); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("today", func(b *testing.B) {
		for b.Loop() {
			f := model.Facts{Today: s.Today()}
			if err := s.readProjects(ctx, &f, s.Today()); err != nil {
				b.Fatal(err)
			}
		}
	})
}
