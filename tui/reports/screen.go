// Package reports is tab 7 报表: a page a report (rule 2.11), the figures first,
// then the tables, each line with its bar. Every figure opens the list that it
// was counted from.
package reports

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
	"genjin/tui/words"
)

// pageEmpty is what would fill a page.
var pageEmpty = words.PageEmpty

// Screen is the tab.
type Screen struct {
	*kit.Browser
	env   *kit.Env
	words *words.Words
	store model.Store
	pages []*sheet

	targets   *ask.Items[model.ItemOf]
	campaigns *ask.Items[model.CampaignOf]
	kept      *ask.Items[model.ItemOf]
}

// New makes the tab.
func New(env *kit.Env, words *words.Words, store model.Store) *Screen {
	s := &Screen{Browser: kit.NewBrowser(env), env: env, words: words, store: store}
	s.Own, s.OnFail = s.actions, func(err error) tea.Cmd { return kit.Fail(words.Reports.Read, err) }
	for _, r := range model.Reports {
		p := newSheet(env, words, r.Kind, r.Period)
		p.read = func(ctx context.Context) (model.Page, error) {
			return store.Report(ctx, r.Kind, r.Period, p.span(store.Today()))
		}
		s.pages = append(s.pages, p)
		s.Add(&kit.Leaf{
			Name: func() string { return label.ReportShort(model.ReportCode(r.Kind), r.Period, words.Lang) },
			Rows: p, Wide: true, Line: p.period, Row: s.cell, Title: func() string { return label.ReportTitle(&p.page, words.Lang) },
			Open: s.open,
			Empty: func() string {
				if own, ok := pageEmpty[r.Kind]; ok {
					return own.In(words.Lang)
				}
				return words.Reports.Nothing
			},
			Foot: func(int) []string { return nil },
		})
	}
	s.targets = ask.NewItems(env, words, store, label.Items["targets"], store.ItemList("target"), s.Browser)
	s.campaigns = ask.NewItems(env, words, store, label.Campaigns, store.CampaignList(), s.Browser)
	s.campaigns.More = s.cameOf
	s.campaigns.Empty = func() string { return words.Reports.NoCampaigns }
	s.kept = ask.NewItems(env, words, store, label.Items["reports"], store.ItemList("report"), s.Browser)
	s.kept.Edit = s.reopen
	s.Add(s.targets.Leaf, s.campaigns.Leaf, s.kept.Leaf)
	return s
}

// Init reads nothing: the first page is read when it is looked at.
func (s *Screen) Init() tea.Cmd { return s.Look() }

// Reload reads the shown page again.
func (s *Screen) Reload() tea.Cmd { return s.Renew() }

// Count is nothing: a report presses nobody.
func (s *Screen) Count() int { return 0 }

// Retranslate takes over another language or theme.
func (s *Screen) Retranslate() {
	for _, p := range s.pages {
		p.build()
	}
	s.targets.Retranslate()
	s.campaigns.Retranslate()
	s.kept.Retranslate()
	s.Arrange()
}

func (s *Screen) page() *sheet { return s.pages[s.At()] }

// cell is what can be done with the figure under the cursor; nil where nothing
// was counted from a list.
func (s *Screen) cell() []kit.Action {
	if m := s.page().chosen(); m == nil || m.List == "" || m.IsNothing() {
		return nil
	}
	return []kit.Action{}
}

// open shows the list behind the figure.
func (s *Screen) open() tea.Cmd {
	p := s.page()
	m := p.chosen()
	title := p.about() + "  " + label.SpanOf(p.page.Span, s.words.Lang)
	return kit.Open(newBehind(s.env, s.words, s.store, title, m))
}

// actions are what can be done with the page.
func (s *Screen) actions() []kit.Action {
	w := s.words.Reports
	switch s.At() - len(s.pages) {
	case 1:
		return s.campaigns.Own()
	case 2:
		return s.kept.Own()
	case 0:
		return append(s.targets.Own(), s.carrying(model.PeriodMonth, model.PeriodMonth.Of(s.store.Today())))
	}
	actions := []kit.Action{
		{ID: "period.back", Keys: []string{"["}, Name: w.Earlier, Hint: true, Do: func() tea.Cmd { return s.turn(-1) }},
		{ID: "period.next", Keys: []string{"]"}, Name: w.Later, Hint: true, Do: func() tea.Cmd { return s.turn(1) }},
		{ID: "draft", Keys: []string{"y", "e", "f2"}, Name: w.Draft, Hint: true, Do: s.draft},
		{ID: "template", Keys: []string{"w"}, Name: w.Fill, Hint: true, Do: s.fill},
		{ID: "export", Keys: []string{"x"}, Name: w.Export, Hint: true, Do: s.export},
	}
	if p := s.page(); p.kind == model.ReportPlan {
		fresh := s.targets.Own()[0]
		return append([]kit.Action{fresh, s.carrying(p.of, p.span(s.store.Today()))}, actions...)
	}
	return actions
}

// carrying sets the targets of the period before once more.
func (s *Screen) carrying(p model.Period, span model.Span) kit.Action {
	w := s.words.Reports
	return kit.Action{ID: "targets.carry", Keys: []string{"c"}, Name: w.Carry, Hint: true, Do: func() tea.Cmd {
		return func() tea.Msg {
			n, err := s.store.CarryTargets(context.Background(), p, span)
			switch {
			case err != nil:
				return kit.Failed{Op: w.Carry, Err: err}
			case n == 0:
				return kit.Notice{Text: fmt.Sprintf(w.NothingCarried, p.Name(p.Before(span)), p.Name(span))}
			}
			return kit.Changed{Said: fmt.Sprintf(w.Carried, n, p.Name(span))}
		}
	}}
}

// cameOf opens the lists of those whom a campaign brought, and of what came of
// it.
func (s *Screen) cameOf(c model.CampaignOf) []kit.Action {
	var acts []kit.Action
	for _, of := range model.CampaignCounts {
		acts = append(acts, kit.Action{ID: "campaign." + of.Code, Name: label.Measured(of.Code, s.words.Lang), Menu: true, Do: func() tea.Cmd {
			count := c.CountOf(of)
			m := model.Measure{Code: of.Code, List: of.List, Query: count.Query(model.Span{})}
			return kit.Open(newBehind(s.env, s.words, s.store, c.Name+"  "+label.Measured(of.Code, s.words.Lang), &m))
		}})
	}
	return acts
}

// turn shows the period before or after; none after today's.
func (s *Screen) turn(by int) tea.Cmd {
	p := s.page()
	p.back = max(p.back-by, 0)
	p.Renew(true)
	return s.Look()
}

// draft opens the page as text, to be changed and kept.
func (s *Screen) draft() tea.Cmd {
	p := s.page()
	return kit.Open(newDraft(s.env, s.words, s.store, p.kind, p.of, p.span(s.store.Today())).Editor)
}

// reopen opens a report that was kept.
func (s *Screen) reopen(it model.Item) tea.Cmd {
	r := model.KeptReport{Period: it.Values["period"]}
	p, span := r.Span()
	return kit.Open(newDraft(s.env, s.words, s.store, it.Values["kind"], p, span).Editor)
}

// export asks where the page goes.
func (s *Screen) export() tea.Cmd {
	p, w := s.page(), s.words.Reports
	page, name := p.page, label.ReportTitle(&p.page, s.words.Lang)
	return kit.Open(askFile(s.env, s.words, w.Export, fileName(name)+".xlsx", func(ctx context.Context, path string) (string, error) {
		return fmt.Sprintf(w.Exported, path), s.store.ExportReport(ctx, path, p.kind, page, s.words.Lang.String())
	}))
}
