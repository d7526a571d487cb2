package card

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/kit"

	"genjin/tui/act"
	"genjin/tui/ask"
)

// Actions are what can be done with the customer on the card; row is the row
// of Today that it is shown for, or nil. What the row asks for comes first.
func (c *Card) Actions(row *model.Row) []kit.Action {
	actions := c.actions(row)
	if c.Data() != nil {
		return actions
	}
	for i := range actions {
		id := actions[i].ID
		actions[i].Why = ""
		actions[i].Do = func() tea.Cmd { return c.Ready(func() tea.Cmd { return c.run(row, id) }) }
	}
	return actions
}

func (c *Card) actions(row *model.Row) []kit.Action {
	switch {
	case c.Wanted().festival != "":
		return c.festivalActions(row)
	case c.Wanted().customer != 0:
		return c.everyAction(row)
	}
	return nil
}

// run does an action that was asked for before the customer was on the screen.
func (c *Card) run(row *model.Row, id string) tea.Cmd {
	for _, a := range c.actions(row) {
		if a.ID == id {
			return a.Run()
		}
	}
	return kit.Notify(c.words.Card.NoCase) // the others are always there
}

// everyAction lists the actions of the customer on the screen.
func (c *Card) everyAction(row *model.Row) []kit.Action {
	k, w := &c.shown().customer, c.words.Card
	log := kit.Action{ID: "log", Keys: []string{"l", "ctrl+l"}, Name: w.Log, Do: c.Log, Hint: true, Menu: true}
	actions := c.rowActions(row, log)
	if row == nil || !row.OfDebt() {
		actions = append(actions, kit.Action{ID: "no_answer", Keys: []string{"f6"}, Name: w.NoAnswer, Do: c.noAnswer, Hint: true, Menu: true})
	}
	archive := kit.Action{ID: "archive", Keys: []string{"d", "delete"}, Name: w.Archive, Menu: true, Do: c.archive}
	if k.Archived {
		archive.Name = w.Unarchive
	}
	noEntry := ""
	if len(c.shown().entries) == 0 {
		noEntry = w.NoEntries
	}
	actions = append(actions,
		kit.Action{ID: "edit", Keys: []string{"e", "f2"}, Name: w.Edit, Do: c.Edit, Hint: true, Menu: true},
		kit.Action{ID: "items", Name: w.Items, Menu: true, Do: c.itemsMenu},
	)
	actions = append(actions, c.moneyActions(row == nil || !row.OfDebt())...)
	actions = append(actions, c.orderActions()...)
	actions = append(actions, c.till.Refund(k.ID, k.Name, &c.shown().owed.account),
		kit.Action{ID: "entry.edit", Name: w.EditEntry, Menu: true, Why: noEntry, Do: func() tea.Cmd {
			return c.entries(w.EditEntry, c.EditEntry)
		}},
		kit.Action{ID: "entry.remove", Name: w.RemoveEntry, Menu: true, Why: noEntry, Do: func() tea.Cmd {
			return c.entries(w.RemoveEntry, c.removeEntry)
		}},
	)
	if row == nil || row.Kind != model.RowStep {
		actions = append(actions, c.projectActions()...)
	}
	actions = append(actions, c.scanAction(row), kit.Action{ID: "export.form", Name: w.ExportForm, Menu: true, Do: c.exportForm})
	if k.Inferred != "" {
		actions = append(actions, kit.Action{ID: "confirm", Name: w.Confirm, Menu: true, Do: c.confirm})
	}
	actions = append(actions, c.personActions(model.Subject{Customer: k.ID}, k.Name)...)
	if row != nil && row.About == model.AboutThin {
		first(actions, "edit")
	}
	return append(actions, archive)
}

// rowActions are logging and what closes the row, in the order of use.
func (c *Card) rowActions(row *model.Row, log kit.Action) []kit.Action {
	w := c.words.Card
	grade := kit.Action{ID: "grade", Keys: []string{"a"}, Name: w.SetGrade, Menu: true, Do: c.askGrade}
	if row == nil {
		return append([]kit.Action{log}, append(c.caseActions(), grade)...)
	}
	snooze := c.snoozeAction(*row)
	switch row.Kind {
	case model.RowBroken, model.RowChase, model.RowReminder:
		return append(append(c.till.ChaseActions(act.TalkOfRow(*row)), snooze), grade)
	case model.RowBill:
		return append(c.till.BillRow(*row), snooze, log, grade)
	case model.RowShipment, model.RowOrderStep, model.RowQuote:
		return append(append(c.clerk.RowActions(*row), log, snooze), append(c.caseActions(), grade)...)
	case model.RowStep:
		return append(c.acts.Row(*row), snooze, log, grade)
	case model.RowCase:
		closing := kit.Action{ID: "close_case", Keys: []string{"c"}, Name: w.CloseCase, Hint: true, Menu: true,
			Do: func() tea.Cmd { return c.askClose(row.Record) }}
		return []kit.Action{closing, log, snooze, grade}
	case model.RowRegrade:
		accept := kit.Action{ID: "accept", Keys: []string{"a"}, Name: fmt.Sprintf(w.Accept, row.Suggested), Hint: true,
			Menu: true, Do: func() tea.Cmd { return c.setGrade(row.Suggested) }}
		grade.Keys = nil
		return []kit.Action{accept, log, snooze, grade}
	case model.RowGradeMe:
		grade.Hint = true
		return []kit.Action{grade, log, snooze}
	case model.RowPaper:
		renew := kit.Action{ID: "paper", Keys: []string{"e", "f2"}, Name: w.Edit, Hint: true, Menu: true, Do: func() tea.Cmd {
			return c.acts.OpenRecord(row.About, row.Record, c.shown().customer)
		}}
		return []kit.Action{renew, c.tickAction(*row), snooze, log, grade}
	case model.RowDate:
		return []kit.Action{c.copyAction(*row), c.tickAction(*row), log, snooze, grade}
	case model.RowAlert:
		return append([]kit.Action{log, c.tickAction(*row), snooze}, append(c.caseActions(), grade)...)
	}
	return append([]kit.Action{log, snooze}, append(c.caseActions(), grade)...)
}

// caseActions close the customer's oldest open case, if there is one.
func (c *Card) caseActions() []kit.Action {
	if c.openCase() == 0 && c.Data() != nil {
		return nil
	}
	return []kit.Action{{ID: "close_case", Keys: []string{"c"}, Name: c.words.Card.CloseCase, Menu: true,
		Do: func() tea.Cmd { return c.askClose(c.openCase()) }}}
}

// openCase is the oldest entry that the customer waits on; 0 for none.
func (c *Card) openCase() (id int64) {
	for _, e := range c.shown().entries {
		if e.Status == model.CaseOpen {
			id = e.ID
		}
	}
	return id
}

// archive hides the customer, or shows them again.
func (c *Card) archive() tea.Cmd {
	k, said := c.shown().customer, c.words.Card.ArchivedCustomer
	if k.Archived {
		said = c.words.Card.UnarchivedCustomer
	}
	return kit.Write(fmt.Sprintf(said, k.Name), func(ctx context.Context) error {
		return c.store.Archive(ctx, []int64{k.ID}, !k.Archived)
	})
}

func (c *Card) confirm() tea.Cmd {
	k := c.shown().customer
	return kit.Write(c.words.Card.Confirmed, func(ctx context.Context) error { return c.store.ConfirmInferred(ctx, k.ID) })
}

func (c *Card) removeEntry(e model.Entry) tea.Cmd {
	return kit.Write(c.words.Card.RemovedEntry, func(ctx context.Context) error { return c.store.RemoveEntry(ctx, e.ID) })
}

func (c *Card) tick(row model.Row) tea.Cmd {
	return kit.Write(fmt.Sprintf(c.words.Card.Ticked, c.who(row)), func(ctx context.Context) error {
		return c.store.Handle(ctx, row, "", "")
	})
}

func (c *Card) setGrade(g model.Grade) tea.Cmd {
	k := c.shown().customer
	return kit.Write(fmt.Sprintf(c.words.Card.Graded, k.Name, g), func(ctx context.Context) error {
		return c.store.SetGrade(ctx, k.ID, g, "")
	})
}

// askGrade asks for a grade, and for the reason if it goes against the rule.
func (c *Card) askGrade() tea.Cmd {
	k := c.shown().customer
	start := k
	if g, ok := k.SuggestGrade(c.store.Today()); ok && start.Grade == "" {
		start.Grade = g
	}
	return kit.Open(ask.Form(c.stand(), ask.Act[model.Customer]{
		Title: fmt.Sprintf(c.words.Card.GradeTitle, k.Name), Draft: fmt.Sprintf("grade/%d", k.ID),
		Record: model.RowOfCustomer, Table: model.CustomerFields, Codes: []string{"grade"}, Start: start,
		Save: func(ctx context.Context, set model.Customer, reason string) (string, error) {
			return fmt.Sprintf(c.words.Card.Graded, k.Name, c.gradeWord(set.Grade)), c.store.SetGrade(ctx, k.ID, set.Grade, reason)
		},
	}))
}

// askSnooze asks until when a row is put off; tomorrow is filled in.
func (c *Card) askSnooze(row model.Row) tea.Cmd {
	tomorrow := c.shown().settings.NextWorkday(c.store.Today())
	if row.Kind == model.RowDate {
		tomorrow = c.store.Today().AddDays(1) // a wish does not wait for the holiday to pass
	}
	return kit.Open(ask.Form(c.stand(), ask.Act[model.Handled]{
		Title: fmt.Sprintf(c.words.Card.SnoozeTitle, c.who(row)), Draft: fmt.Sprintf("snooze/%s/%d/%d", row.Kind, row.CustomerID, row.Record),
		Record: "handled", Table: model.HandledFields, Codes: []string{"until", "reason"}, Start: model.Handled{Until: tomorrow},
		Shown: func(f *kit.Field) {
			if f.Code == "reason" {
				f.Placeholder = c.words.Card.Optional
			}
		},
		Save: func(ctx context.Context, h model.Handled, _ string) (string, error) {
			if h.Until == "" {
				return "", model.At("until", model.Refuse(model.RefusedRequired))
			}
			said := fmt.Sprintf(c.words.Card.Snoozed, c.who(row), label.Short(string(h.Until), c.store.Today()))
			return said, c.store.Handle(ctx, row, h.Until, model.Clean(h.Reason))
		},
	}))
}

// askClose asks how a case was solved and who was responsible.
func (c *Card) askClose(id int64) tea.Cmd {
	var entry model.Entry
	for _, e := range c.shown().entries {
		if e.ID == id {
			entry = e
		}
	}
	return kit.Open(ask.Form(c.stand(), ask.Act[model.Entry]{
		Title: fmt.Sprintf(c.words.Card.CloseTitle, kit.Cut(firstLine(c.words.Note(entry.Situation)), 40)), Draft: "close/" + fmt.Sprint(id),
		Record: model.RowOfJournal, Table: model.EntryFields, Codes: []string{"solution", "fault"}, Start: entry,
		Save: func(ctx context.Context, e model.Entry, _ string) (string, error) {
			return c.words.Card.ClosedCase, c.store.CloseCase(ctx, id, e.Solution, e.Fault)
		},
	}))
}

// exportForm asks where the paper form of the customer goes.
func (c *Card) exportForm() tea.Cmd {
	k := c.shown().customer
	return kit.Open(ask.NewFile(c.env, c.words, fmt.Sprintf(c.words.Card.ExportTitle, k.Name), k.Name+".xlsx",
		func(ctx context.Context, path string) (string, error) {
			return fmt.Sprintf(c.words.Card.ExportedForm, path), c.store.ExportForm(ctx, path, []int64{k.ID})
		}))
}
