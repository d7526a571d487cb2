package act

import (
	"context"
	"fmt"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/ask"
	"genjin/tui/kit"
)

// DebtActions are what can be done with a receivable beside chasing it.
func (t *Till) DebtActions(r model.ReceivableOf) []kit.Action {
	w := t.words.Money
	settled := ""
	if r.Open() <= 0 {
		settled = w.NothingOpen
	}
	dispute := kit.Action{ID: "dispute", Name: w.Dispute, Menu: true, Why: settled, Do: func() tea.Cmd { return t.dispute(r) }}
	if r.Disputed {
		dispute = kit.Action{ID: "dispute.end", Name: w.EndDispute, Menu: true, Do: func() tea.Cmd {
			return kit.Write(w.DisputeEnded, func(ctx context.Context) error {
				_, err := t.store.Dispute(ctx, r.ID, "")
				return err
			})
		}}
	}
	actions := []kit.Action{
		{ID: "receivable.edit", Keys: []string{"e", "f2"}, Name: w.EditDebt, Hint: true, Menu: true, Do: func() tea.Cmd { return t.editDebt(r) }},
		dispute,
		{ID: "credit", Name: w.Credit, Menu: true, Why: settled, Do: func() tea.Cmd { return t.credit(r) }},
		{ID: "write_off", Name: w.WriteOff, Menu: true, Why: settled, Do: func() tea.Cmd { return t.writeOff(r) }},
	}
	given := ""
	if r.WrittenOff == 0 {
		given = w.NotWrittenOff
	}
	// Every entry keeps its place whatever the receivable allows: a digit is always the same act.
	actions = append(actions, kit.Action{ID: "write_back", Name: w.WriteBack, Menu: true, Why: given, Do: func() tea.Cmd {
		return kit.Write(w.WrittenBack, func(ctx context.Context) error {
			_, err := t.store.WriteBack(ctx, r.ID)
			return err
		})
	}})
	return append(actions, kit.Action{ID: "receivable.remove", Keys: []string{"d", "delete"}, Name: w.RemoveDebt,
		Menu: true, Do: func() tea.Cmd {
			return kit.Write(fmt.Sprintf(w.DebtRemoved, r.Name()), func(ctx context.Context) error { return t.store.RemoveReceivable(ctx, r.ID) })
		}})
}

// RemoveCredit takes a credit note back.
func (t *Till) RemoveCredit(c model.Credit) tea.Cmd {
	return kit.Write(t.words.Money.CreditRemoved, func(ctx context.Context) error { return t.store.RemoveCredit(ctx, c.ID) })
}

func (t *Till) title(what string, r *model.ReceivableOf) string {
	return what + "  " + r.Customer + "  " + r.Name() + "  " + label.Amount(r.Now.Balance, r.Currency)
}

// dispute asks why a receivable is disputed; it isn't chased any more.
func (t *Till) dispute(r model.ReceivableOf) tea.Cmd {
	w := t.words.Money
	return kit.Open(ask.Form(t.stand(), ask.Act[model.DisputeMove]{
		Title: t.title(w.Dispute, &r), Draft: fmt.Sprintf("receivable/%d/dispute", r.ID),
		Record: model.RowOfReceivable, Table: model.DisputeFields, Start: model.DisputeMove{Why: r.DisputeWhy},
		Save: func(ctx context.Context, d model.DisputeMove, _ string) (string, error) {
			if err := model.DisputeFields.Check(&d); err != nil {
				return "", err
			}
			_, err := t.store.Dispute(ctx, r.ID, d.Why)
			return fmt.Sprintf(w.Disputed, r.Name()), err
		},
	}))
}

// writeOff asks how much is given up as a bad debt, and why.
func (t *Till) writeOff(r model.ReceivableOf) tea.Cmd {
	w := t.words.Money
	return kit.Open(ask.Form(t.stand(), ask.Act[model.WriteOff]{
		Title: t.title(w.WriteOff, &r), Draft: fmt.Sprintf("receivable/%d/writeoff", r.ID),
		Record: model.RowOfReceivable, Table: model.WriteOffFields, Focus: "written_off_reason",
		Start: r.Receivable.WriteOff(t.store.Today()), Currency: r.Currency,
		Save: func(ctx context.Context, off model.WriteOff, _ string) (string, error) {
			if off.Amount == 0 {
				return "", model.At("written_off", model.Refuse(model.RefusedRequired))
			}
			_, err := t.store.WriteOff(ctx, r.ID, off)
			return fmt.Sprintf(w.WrittenOff, r.Name()), err
		},
	}))
}

// credit asks by how much a receivable is lowered, and why.
func (t *Till) credit(r model.ReceivableOf) tea.Cmd {
	w := t.words.Money
	return kit.Open(ask.Form(t.stand(), ask.Act[model.Credit]{
		Title: t.title(w.Credit, &r), Draft: "credit/" + strconv.FormatInt(r.ID, 10),
		Record: "credit", Table: model.CreditFields, Start: model.Credit{ReceivableID: r.ID, CreditedOn: t.store.Today()}, Currency: r.Currency,
		Save: func(ctx context.Context, c model.Credit, _ string) (string, error) {
			_, err := t.store.CreditNote(ctx, c)
			return fmt.Sprintf(w.Credited, r.Name()), err
		},
	}))
}

// debt is the form for a receivable of a customer.
func (t *Till) debt(title, draft string, start model.Receivable, set model.Settings,
	save func(context.Context, model.Receivable) (string, error)) *ask.Editor {
	return ask.Form(t.stand(), ask.Act[model.Receivable]{
		Title: title, Draft: draft, Record: model.RowOfReceivable, Table: model.ReceivableFields, Start: start, Currency: start.Currency,
		Shown: func(f *kit.Field) {
			if f.Code == "terms" {
				f.Placeholder = t.words.Money.TermsHint
				f.Check = func(text string) (string, string) { return t.checkTerms(text, set) }
			}
		},
		Save: func(ctx context.Context, r model.Receivable, _ string) (string, error) { return save(ctx, r) },
	})
}

// checkTerms says when terms in one part are due, or why they can't be read.
func (t *Till) checkTerms(text string, set model.Settings) (echo, problem string) {
	if model.Clean(text) == "" {
		return "", ""
	}
	terms, err := model.ParseTerms(set.PlanOf(text))
	if err != nil {
		_, problem, _ = label.Problem("receivable", err, t.words.Lang)
		return "", problem
	}
	if len(terms.Instalments) == 1 {
		return label.When(terms.Instalments[0], set, t.words.Lang), ""
	}
	return fmt.Sprintf(t.words.Money.Parts, len(terms.Instalments)), ""
}

// New is the form for a receivable of a customer; terms with several
// instalments make as many of it.
func (t *Till) New(k model.Customer, set model.Settings) tea.Cmd {
	w := t.words.Money
	var start model.Receivable
	start.Begin(&k, set, t.store.Today())
	e := t.debt(fmt.Sprintf(w.NewTitle, k.Name), "receivable/new/"+strconv.FormatInt(k.ID, 10), start, set,
		func(ctx context.Context, whole model.Receivable) (string, error) {
			list, err := whole.InParts(set)
			if err == nil {
				list, err = t.store.AddReceivables(ctx, list)
			}
			return fmt.Sprintf(w.Added, k.Name, len(list)), err
		})
	read := func(values map[string]string) (model.Receivable, error) {
		r := start
		err := ask.Take(model.RowOfReceivable, model.ReceivableFields, values, &r, t.fieldEnv(k.Currency))
		r.Terms = set.PlanOf(r.Terms)
		return r, err
	}
	suggest := func(code string) {
		switch code {
		case "terms", "sale_on", "invoiced_on":
			r, _ := read(e.Form.Values())
			e.Form.Suggest("due_on", string(r.DueBy(r.Terms, set)))
		}
	}
	e.Known = t.knownInvoice(0, 0)
	e.Form.OnChange = suggest
	suggest("terms")
	e.Foot = func(w int) []string { return t.schedule(e.Form.Values(), read, set, w) }
	e.Form.Focus("amount")
	return kit.Open(e)
}

// mostParts is how many instalments are shown before they are saved.
const mostInstalments = 6

// schedule shows what the terms make of the amount, an instalment a line.
func (t *Till) schedule(values map[string]string, read func(map[string]string) (model.Receivable, error),
	set model.Settings, w int) []string {
	r, err := read(values)
	terms, bad := model.ParseTerms(r.Terms)
	if err != nil || bad != nil || len(terms.Instalments) < 2 {
		return nil
	}
	lines := []string{kit.Rule(t.env, w)}
	for i, line := range label.Schedule(terms, r.Amount, r.Currency, r.Events(terms), set, t.words.Lang) {
		if i == mostInstalments {
			break
		}
		lines = append(lines, " "+t.env.Styles.Echo.Render(kit.Cut(strconv.Itoa(i+1)+"  "+line, max(w-1, 0))))
	}
	return lines
}

// editDebt is the form for a receivable that is there.
func (t *Till) editDebt(r model.ReceivableOf) tea.Cmd {
	w := t.words.Money
	return func() tea.Msg {
		set, err := t.store.Settings(context.Background())
		if err != nil {
			return kit.Failed{Op: w.EditDebt, Err: err}
		}
		e := t.debt(t.title(w.EditDebt, &r), "receivable/"+strconv.FormatInt(r.ID, 10), r.Receivable, set,
			func(ctx context.Context, kept model.Receivable) (string, error) {
				_, err := t.store.SaveReceivable(ctx, kept)
				return fmt.Sprintf(w.DebtSaved, r.Name()), err
			})
		e.Known = t.knownInvoice(r.ID, r.OrderID)
		return kit.OpenDialog{Dialog: e}
	}
}
