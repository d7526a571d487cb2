package store

import (
	"context"
	"path/filepath"
	"testing"

	"genjin/model"
)

// ordered adds an order of a hundred yuan for a project, confirmed on a day.
func ordered(t *testing.T, s *Store, p *model.Project, no string, on model.Date) model.Order {
	t.Helper()
	o, err := s.AddOrder(context.Background(), model.Order{OrderNo: no, CustomerID: p.CustomerID, ProjectID: p.ID, OrderedOn: on},
		[]model.OrderLine{{Name: "终端", Quantity: 1000, UnitPrice: 10000}}, model.NodeStep{Node: model.NodeConfirm, On: on})
	if err != nil {
		t.Fatal(err)
	}
	return o
}

// settled takes an order to its end.
func settled(t *testing.T, s *Store, o model.Order, on model.Date) {
	t.Helper()
	ctx := context.Background()
	for _, n := range []model.Node{model.NodeShip, model.NodeReceive, model.NodeReconcile, model.NodeInvoice} {
		if _, err := s.StepNode(ctx, o.ID, model.NodeStep{Node: n, On: on}); err != nil {
			t.Fatal(err)
		}
	}
	if _, err := s.Pay(ctx, model.Payment{CustomerID: o.CustomerID, Amount: 10000, Currency: "CNY"}, nil); err != nil {
		t.Fatal(err)
	}
}

// TestAnotherOrderTakesAFinishedProjectBack: a project runs again when another
// order is placed for it, a cancelled one too; one on hold stays on hold. Undo
// takes it all back.
func TestAnotherOrderTakesAFinishedProjectBack(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := finish(t, s, theProject(t, s), 9)
	settled(t, s, ordered(t, s, &p.Project, "PO-1", "2026-11-01"), "2026-11-10")
	if got := reload(t, s, p.ID); got.State != model.ProjectDone {
		t.Fatalf("it is %s at stage %d", got.State, got.Stage)
	}
	second := ordered(t, s, &p.Project, "PO-2", "2026-11-20")
	if got := reload(t, s, p.ID); got.State != model.ProjectRunning || got.Stage != 11 {
		t.Errorf("with another order it is %s at stage %d", got.State, got.Stage)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if got := reload(t, s, p.ID); got.State != model.ProjectDone {
		t.Errorf("undone, it is %s at stage %d", got.State, got.Stage)
	}
	second = ordered(t, s, &p.Project, "PO-2", "2026-11-20")
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: second.ID, Kind: model.ChangeCancel,
		Deposit: model.DepositAdvance, Reason: "不要了"}); err != nil {
		t.Fatal(err)
	}
	if got := reload(t, s, p.ID); got.State != model.ProjectDone {
		t.Errorf("the other order cancelled, it is %s at stage %d", got.State, got.Stage)
	}
}

func TestWhatAnOrderDoesToAStoppedProject(t *testing.T) {
	for _, tt := range []struct {
		name string
		stop func(*Store, context.Context, int64, string) (model.Project, error)
		on   model.Date // when the order is placed
		want model.ProjectState
	}{
		{"cancelled", (*Store).CancelProject, "2026-11-23", model.ProjectRunning},
		{"cancelled, an older order", (*Store).CancelProject, "2026-11-22", model.ProjectCancelled},
		{"on hold", (*Store).HoldProject, "2026-11-23", model.ProjectOnHold},
	} {
		s := open(t, "2026-11-23")
		ctx := context.Background()
		takeForm(t, s, progressSample, model.ImportOptions{})
		p := theProject(t, s)
		known := ordered(t, s, &p.Project, "PO-1", "2026-11-01")
		if _, err := tt.stop(s, ctx, p.ID, "客户停了"); err != nil {
			t.Fatal(err)
		}
		if _, err := s.StepNode(ctx, known.ID, model.NodeStep{Node: model.NodeShip}); err != nil {
			t.Fatal(err)
		}
		if got := reload(t, s, p.ID); got.State == model.ProjectRunning {
			t.Errorf("%s: the order that was there starts it again", tt.name)
		}
		ordered(t, s, &p.Project, "PO-2", tt.on)
		got := reload(t, s, p.ID)
		if got.State != tt.want || got.State == model.ProjectRunning &&
			(got.StateWhy != "" || got.Notes[0].Kind != model.NoteResume || got.Notes[0].Text != "PO-2") {
			t.Errorf("%s: it is %s %q, %+v", tt.name, got.State, got.StateWhy, got.Notes)
		}
	}
}

func TestAnOrderIsTiedToAProjectOfItsCustomerOnly(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := theProject(t, s)
	other, err := s.AddCustomer(ctx, model.Customer{Name: "别人"})
	if err != nil {
		t.Fatal(err)
	}
	line := []model.OrderLine{{Name: "终端", Quantity: 1000, UnitPrice: 10000}}
	_, err = s.AddOrder(ctx, model.Order{CustomerID: other.ID, ProjectID: p.ID}, line)
	refused(t, "another's project", err, "project_id", model.RefusedTheirs)
	_, err = s.AddOrder(ctx, model.Order{CustomerID: p.CustomerID, ProjectID: 99}, line)
	refused(t, "another's project", err, "project_id", model.RefusedTheirs)

	o := ordered(t, s, &model.Project{CustomerID: p.CustomerID}, "PO-1", "2026-11-20")
	items := func() (n int) {
		for _, st := range reload(t, s, p.ID).Stages {
			for _, it := range st.Items {
				if it.OrderNo == "PO-1" {
					n++
				}
			}
		}
		return n
	}
	tie := func(project int64) {
		t.Helper()
		kept, err := s.Order(ctx, o.ID)
		if err != nil {
			t.Fatal(err)
		}
		kept.ProjectID = project
		if _, err := s.SaveOrder(ctx, kept); err != nil {
			t.Fatal(err)
		}
	}
	tie(p.ID)
	if items() == 0 {
		t.Error("tied, the project doesn't know it")
	}
	if of, err := s.OrderOf(ctx, o.ID); err != nil || of.Project != p.Name {
		t.Errorf("it says %q, %v", of.Project, err)
	}
	tie(0)
	if n := items(); n != 0 {
		t.Errorf("untied, %d items still speak of it", n)
	}
	tie(p.ID)
	if _, err := s.ChangeOrder(ctx, model.ChangeRequest{OrderID: o.ID, Kind: model.ChangeTransfer, CustomerID: other.ID,
		Reason: "更名"}); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.Order(ctx, o.ID); err != nil || kept.ProjectID != 0 || items() != 0 {
		t.Errorf("transferred: project %d, %d items, %v", kept.ProjectID, items(), err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveProject(ctx, p.ID); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.Order(ctx, o.ID); err != nil || kept.ProjectID != 0 {
		t.Errorf("the project removed: %d, %v", kept.ProjectID, err)
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if kept, err := s.Order(ctx, o.ID); err != nil || kept.ProjectID != p.ID || items() == 0 {
		t.Errorf("and undone: %d, %d items, %v", kept.ProjectID, items(), err)
	}
}

// TestAFileOfAllRecordsKeepsOrdersAndProjectsTogether: also where other
// projects are, so that the ids of the file aren't those of the store.
func TestAFileOfAllRecordsKeepsOrdersAndProjectsTogether(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	project(t, s, 0, model.Project{Name: "先有的"})
	takeForm(t, s, progressSample, model.ImportOptions{})
	p, err := s.ResolveProject(ctx, "手持终端OEM-01")
	if err != nil {
		t.Fatal(err)
	}
	ordered(t, s, &p, "PO-1", "2026-11-20")
	path := filepath.Join(t.TempDir(), "all.json")
	if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportAll}); err != nil {
		t.Fatal(err)
	}
	for name, before := range map[string]func(*Store){
		"an empty file": func(*Store) {},
		"customers are there": func(s *Store) {
			for _, name := range []string{"甲", "乙"} {
				c, err := s.AddCustomer(ctx, model.Customer{Name: name})
				if err != nil {
					t.Fatal(err)
				}
				list, err := s.Templates(ctx, model.ForProjects)
				if err != nil {
					t.Fatal(err)
				}
				if _, err := s.AddProject(ctx, model.Project{Name: name, CustomerID: c.ID, TemplateID: list[0].ID}); err != nil {
					t.Fatal(err)
				}
			}
		},
		"the project is there": func(s *Store) {
			project(t, s, 0, model.Project{Name: "别的"})
			takeForm(t, s, progressSample, model.ImportOptions{})
		},
	} {
		t.Run(name, func(t *testing.T) {
			s := open(t, "2026-11-23")
			before(s)
			takeForm(t, s, path, model.ImportOptions{})
			o, err := s.OrderByNo(ctx, "PO-1")
			if err != nil {
				t.Fatal(err)
			}
			if of, err := s.OrderOf(ctx, o.ID); err != nil || of.Project != "手持终端OEM-01" {
				t.Errorf("it is of %q, %v", of.Project, err)
			}
		})
	}
}

// TestAListOfOrdersNamesTheirProjects: written and read again it ties them, an
// update too; a name that the customer has no project of is noted in the
// remark.
func TestAListOfOrdersNamesTheirProjects(t *testing.T) {
	s := open(t, "2026-11-23")
	ctx := context.Background()
	takeForm(t, s, progressSample, model.ImportOptions{})
	p := theProject(t, s)
	o := ordered(t, s, &p.Project, "PO-1", "2026-11-20")
	for _, name := range []string{"o.xlsx", "o.csv", "o.json"} {
		path := filepath.Join(t.TempDir(), name)
		if _, err := s.Export(ctx, path, model.Export{Kind: model.ExportOrders, IDs: []int64{o.ID}}); err != nil {
			t.Fatal(err)
		}
		fresh := open(t, "2026-11-23")
		takeForm(t, fresh, path, model.ImportOptions{})
		got, err := fresh.OrderByNo(ctx, "PO-1")
		if err != nil || got.ProjectID != 0 || got.Remark != "OEM项目:手持终端OEM-01" {
			t.Errorf("%s, no such project: %+v %v", name, got, err)
		}
		takeForm(t, fresh, progressSample, model.ImportOptions{})
		preview := takeForm(t, fresh, path, model.ImportOptions{OnDuplicate: model.DuplicateUpdate})
		if got, err = fresh.OrderByNo(ctx, "PO-1"); err != nil || got.ProjectID == 0 {
			t.Errorf("%s, updated: %+v %v", name, got, err)
		}
		if at := preview.Rows[len(preview.Rows)-1].Changes; len(at) != 1 || at[0] != (model.FieldChange{Field: "project_id", After: p.Name}) {
			t.Errorf("%s says %+v", name, at)
		}
		other := open(t, "2026-11-23")
		takeForm(t, other, progressSample, model.ImportOptions{})
		takeForm(t, other, path, model.ImportOptions{})
		if got, err = other.OrderByNo(ctx, "PO-1"); err != nil || got.ProjectID == 0 || got.Remark != "" {
			t.Errorf("%s: %+v %v", name, got, err)
		}
		if again, err := other.PreviewImport(ctx, path, model.ImportOptions{OnDuplicate: model.DuplicateUpdate}); err != nil || !again.IsIdle() {
			t.Errorf("%s again: %+v %v", name, again.Rows, err)
		}
	}
}
