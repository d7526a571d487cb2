package act

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"

	"genjin/tui/ask"
)

// statement is the dialog with a customer's statement of account.
type statement struct {
	till     *Till
	detail   *kit.Detail
	customer int64
	name     string
	from, to model.Date

	list []model.Statement
	set  model.Settings
	done []model.Reconciliation
	read bool
	seq  int
	w, h int
}

// Statement opens the statement of account of a customer, of this month at
// first.
func (t *Till) Statement(customer int64, name string) tea.Cmd {
	today := t.store.Today()
	s := &statement{till: t, detail: kit.NewDetail(t.env), customer: customer, name: name, from: today.AddDays(1 - today.Day()), to: today}
	return kit.Open(s)
}

type statementRead struct {
	dialog *statement
	seq    int
	list   []model.Statement
	set    model.Settings
	done   []model.Reconciliation
	err    error
}

// noted says that something was noted of an account.
type noted struct{}

// Init reads the statement.
func (s *statement) Init() tea.Cmd { return s.load() }

func (s *statement) load() tea.Cmd {
	s.seq++
	m := statementRead{dialog: s, seq: s.seq}
	from, to := s.from, s.to
	return func() tea.Msg {
		ctx := context.Background()
		if m.list, m.err = s.till.store.Statement(ctx, s.customer, from, to); m.err != nil {
			return m
		}
		if m.set, m.err = s.till.store.Settings(ctx); m.err != nil {
			return m
		}
		m.done, m.err = s.till.store.Reconciliations(ctx, s.customer)
		return m
	}
}

// Editing: there is no field.
func (s *statement) Editing() bool { return false }

// Actions are the period's, the file's and what is noted of the account.
func (s *statement) Actions() []kit.Action {
	w := s.till.words.Money
	return []kit.Action{
		{ID: "statement.export", Keys: []string{"x"}, Name: w.ExportStatement, Hint: true, Do: s.export},
		{ID: "statement.prev", Keys: []string{"left"}, Name: w.PrevMonth, Hint: true, Do: func() tea.Cmd { return s.month(-1) }},
		{ID: "statement.next", Keys: []string{"right"}, Name: w.NextMonth, Hint: true, Do: func() tea.Cmd { return s.month(1) }},
		{ID: "statement.period", Keys: []string{"f", "f3"}, Name: w.Period, Hint: true, Do: s.askPeriod},
		{ID: "statement.reconcile", Keys: []string{"enter", "l", "ctrl+l"}, Name: w.Reconcile, Hint: true, Do: s.reconcile},
		{ID: "statement.close", Keys: []string{"esc", "q"}, Name: s.till.words.Kit.Close, Hint: true,
			Do: func() tea.Cmd { return kit.Close(s, nil) }},
	}
}

// Update takes what was read, then the keys; the rest scrolls.
func (s *statement) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case statementRead:
		if msg.dialog != s || msg.seq != s.seq {
			return nil
		}
		if msg.err != nil {
			return kit.Close(s, kit.Fail(s.till.words.Money.Statement, msg.err))
		}
		s.list, s.set, s.done, s.read = msg.list, msg.set, msg.done, true
		s.draw()
		return nil
	case noted:
		return s.load()
	case tea.KeyPressMsg:
		if cmd, done := kit.Dispatch(s.Actions(), msg); done {
			return cmd
		}
	}
	s.detail.Update(kit.Shift(msg, -kit.FrameX, -kit.FrameY))
	return nil
}

// month turns to the month before or after the one that the period ends in.
func (s *statement) month(by int) tea.Cmd {
	first := s.to.AddDays(1 - s.to.Day()).AddMonths(by)
	span := model.MonthOf(first)
	s.from, s.to = span.First, span.Last
	s.detail.Top()
	return s.load()
}

// askPeriod asks from when to when.
func (s *statement) askPeriod() tea.Cmd {
	w, env := s.till.words.Money, s.till.fieldEnv("")
	day := func(code string, d model.Date) kit.Field {
		f, _ := model.ReconciliationFields.ByCode(code)
		return ask.FieldOf("reconciliation", f.Spec, string(d), env)
	}
	var p *kit.Prompt
	p = kit.NewPrompt(s.till.env, w.Period, []kit.Field{half(day("from_on", s.from)), day("to_on", s.to)},
		func(values map[string]string) tea.Cmd {
			var r model.Reconciliation
			if err := ask.Take("reconciliation", model.ReconciliationFields, values, &r, env); err != nil || r.FromOn == "" || r.ToOn == "" {
				return nil // the field says why
			}
			if r.ToOn < r.FromOn {
				p.Form.SetError("to_on", s.till.words.Journal.Backwards)
				return nil
			}
			s.from, s.to = r.FromOn, r.ToOn
			s.detail.Top()
			return kit.Close(p, s.load())
		})
	return kit.Open(p)
}

// export asks where the statement goes; the ending says as what.
func (s *statement) export() tea.Cmd {
	w, list, l := s.till.words.Money, s.list, s.till.words.Lang
	if !s.read {
		return nil
	}
	name := fmt.Sprintf("%s-%s-%s.xlsx", label.Statement(l).Title, s.name, s.to)
	return kit.Open(ask.NewFile(s.till.env, s.till.words, w.ExportStatementTitle, name,
		func(ctx context.Context, path string) (string, error) {
			return fmt.Sprintf(w.StatementExported, path), s.till.store.ExportStatement(ctx, path, list, l.String())
		}))
}

// reconcile notes what became of the account.
func (s *statement) reconcile() tea.Cmd {
	if !s.read || len(s.list) == 0 {
		return nil
	}
	fresh := model.Reconciliation{CustomerID: s.customer, FromOn: s.from, ToOn: s.to, SentOn: s.till.store.Today(),
		Currency: s.list[0].Currency}
	return s.till.reconciliations(s.done, fresh, s.name)
}

// statementWidth is how wide a statement is at most.
const statementWidth = 108

// View draws the box over nearly the whole screen.
func (s *statement) View(w, h int) (string, *tea.Cursor) {
	inner, rows := max(min(w, statementWidth)-kit.FrameW, 1), max(h-kit.FrameH, 1)
	if inner != s.w || rows != s.h {
		s.w, s.h = inner, rows
		s.detail.SetSize(inner, rows)
		s.draw()
	}
	title := fmt.Sprintf("%s  %s  %s - %s", label.Statement(s.till.words.Lang).Title, s.name, s.from, s.to)
	return kit.Frame(s.till.env, title, s.detail.View(), inner+kit.FrameW), nil
}
