package oem_test

import (
	"context"
	"testing"

	"genjin/model"
	"genjin/model/label"
	"genjin/store"

	"genjin/tui/test"
)

// Projects in believable states, by the fourth Monday of November 2026.
type shop struct {
	t  testing.TB
	st *store.Store
}

func (s shop) must(err error) {
	s.t.Helper()
	if err != nil {
		s.t.Fatal(err)
	}
}

func (s shop) customer(name, phone string) model.Customer {
	c, err := s.st.AddCustomer(context.Background(), model.Customer{Kind: model.Company, Name: name, Phones: model.List(phone),
		Grade: model.GradeB, FilledOn: "2026-08-03"})
	s.must(err)
	return c
}

func (s shop) project(p model.Project) model.Project {
	kept, err := s.st.AddProject(context.Background(), p)
	s.must(err)
	return kept
}

// item finds an open item by its title.
func (s shop) item(p model.Project, title string) model.ProjectItem {
	s.t.Helper()
	of, err := s.st.ProjectOf(context.Background(), p.ID)
	s.must(err)
	for n := range of.Now.Stages {
		for _, it := range of.Now.Stages[n].Items {
			if it.Title == title {
				return it
			}
		}
	}
	s.t.Fatalf("%s has no item %s", p.Name, title)
	return model.ProjectItem{}
}

// through does everything up to a stage, and dates it.
func (s shop) through(p model.Project, stage int64, on model.Date) {
	s.t.Helper()
	ctx := context.Background()
	for {
		of, err := s.st.ProjectOf(ctx, p.ID)
		s.must(err)
		done := true
		for n := range of.Now.Stages {
			st := &of.Now.Stages[n]
			if st.Seq >= stage {
				break
			}
			for _, it := range st.Items {
				if it.Over() {
					continue
				}
				done = false
				if it.Kind == model.StepDecision {
					_, err = s.st.Decide(ctx, it.ID, true, "")
				} else {
					_, err = s.st.TickItem(ctx, it.ID, on)
				}
				s.must(err)
			}
		}
		if done {
			return
		}
	}
}

func (s shop) progress(p model.Project, title string, percent int64, note string) {
	_, err := s.st.SetProgress(context.Background(), s.item(p, title).ID, percent, note)
	s.must(err)
}

// fill makes a customer or two with their projects.
var projects = test.NewWorld(test.Monday, func(t testing.TB, st *store.Store) {
	s, ctx := shop{t, st}, context.Background()
	blue := s.customer("深圳蓝海科技有限公司", "0755-26880001")
	star := s.customer("杭州星河智能设备厂", "0571-88120002")
	harbour := s.customer("Blue Harbour Trading Ltd.", "+852 2345 6789")
	foshan := s.customer("佛山恒基板材有限公司", "0757-83330001")

	handset := s.project(model.Project{Name: "手持终端OEM-01", CustomerID: blue.ID, TemplateID: 1, Lead: "王工", Form: model.FormFinished,
		NewMould: model.AnswerYes,
		Software: "预装扫码应用,开机画面换成客户的", Feasible: model.AnswerYes, Demands: "防水IP67,续航12小时", Terms: "30%定金+60%发货前+10%验收后30天",
		Quote: 128000, LeadTime: 45,
		Spec: "5.5寸 4+64G", Risks: "电池认证周期长;模具交期紧", StartedOn: "2026-09-14", TargetOn: "2027-01-29"})
	s.through(handset, 5, "2026-10-19")
	s.progress(handset, "电池", 60, "换了一家电芯,样品到了")
	s.progress(handset, "软件", 80, "扫码应用已联调")
	s.progress(handset, "结构设计", 70, "外壳二次改模")
	it := s.item(handset, "软件")
	it.Person, it.PlannedOn = "李工", "2026-11-20"
	_, err := st.SaveStep(ctx, it)
	s.must(err)

	scanner := s.project(model.Project{Name: "扫码墩子定制", CustomerID: star.ID, TemplateID: 1, Lead: "陈工", Form: model.FormBare,
		NewMould: model.AnswerNo, Terms: "月结30天", Quote: 9900, StartedOn: "2026-10-26", TargetOn: "2027-03-12"})
	s.through(scanner, 3, "2026-11-16")
	_, err = st.Block(ctx, s.item(scanner, "签订合作协议").ID, "客户法务要改违约条款")
	s.must(err)

	board := s.project(model.Project{Name: "PCBA for POS, batch 2", CustomerID: harbour.ID, TemplateID: 1, Lead: "王工",
		Form: model.FormPCBA, Terms: "net 30", Quote: 4500, Currency: "USD", LeadTime: 30, StartedOn: "2026-08-10"})
	s.through(board, 7, "2026-11-18")
	_, err = st.Decide(ctx, s.item(board, "是否满足量产").ID, false, "高温下重启,电源模块要改")
	s.must(err)
	s.progress(board, "电池", 100, "")

	tablet := s.project(model.Project{Name: "工业平板立项", CustomerID: blue.ID, TemplateID: 1, Lead: "陈工", StartedOn: "2026-11-20"})
	_, err = st.TickItem(ctx, s.item(tablet, "提供产品形态").ID, "")
	s.must(err)

	held := s.project(model.Project{Name: "车载支架", CustomerID: star.ID, TemplateID: 1, Form: model.FormFinished,
		NewMould: model.AnswerYes, StartedOn: "2026-07-01"})
	s.through(held, 4, "2026-08-20")
	_, err = st.HoldProject(ctx, held.ID, "客户等年度预算")
	s.must(err)

	loan := s.project(model.Project{Name: "恒基板材受理", CustomerID: foshan.ID, TemplateID: 2, Lead: "周敏", StartedOn: "2026-11-16"})
	s.through(loan, 2, "2026-11-19")
})

// open is the program on a copy of that file, on its tab of projects.
func open(t testing.TB, l label.Lang, w, h int, keys ...string) *test.Desk {
	t.Helper()
	return projects.Open(t, l, w, h, append([]string{"6"}, keys...)...)
}
