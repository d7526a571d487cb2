package cli

import (
	"context"

	"genjin/model"
	"genjin/tui/words"
)

// addReceivable keeps what is owed, an instalment of its terms each; it answers
// the first one.
func addReceivable(st model.Store, ctx context.Context, o model.Receivable) (model.Receivable, error) {
	set, err := st.Settings(ctx)
	if err != nil {
		return o, err
	}
	list, err := o.InParts(set)
	if err != nil {
		return o, err
	}
	if list, err = st.AddReceivables(ctx, list); err != nil {
		return o, err
	}
	return list[0], nil
}

// sayParts says that terms made more than one receivable.
func sayParts(_ context.Context, r *run, _ model.Store, o *model.Receivable) error {
	if o.Instalments < 2 {
		return nil
	}
	return r.line(words.OwedInParts, o.Instalments, o.ID, o.ID+o.Instalments-1)
}

func readPayment(st model.Store, ctx context.Context, id int64) (model.Payment, error) {
	list, err := st.PaymentsByID(ctx, []int64{id})
	if err != nil || len(list) == 0 {
		return model.Payment{}, orMissing(err)
	}
	return list[0].Payment, nil
}

// addPayment settles what is due first, as a payment does that names nothing.
func addPayment(st model.Store, ctx context.Context, p model.Payment) (model.Payment, error) {
	of, err := st.Pay(ctx, p, nil)
	return of.Payment, err
}

func readEntry(st model.Store, ctx context.Context, id int64) (model.Entry, error) {
	rows, err := st.JournalList().Rows(ctx, []int64{id}, false)
	if err != nil || len(rows) == 0 {
		return model.Entry{}, orMissing(err)
	}
	return rows[0].Entry, nil
}

// addEntry is of now unless it says when.
func addEntry(st model.Store, ctx context.Context, e model.Entry) (model.Entry, error) {
	if now := st.Now(); e.At == "" {
		e.At, _ = model.NewMoment(st.Today(), now.Hour(), now.Minute())
	}
	e, _, err := st.Log(ctx, e, model.Plan{NextOn: e.SetNext})
	return e, err
}

func readProject(st model.Store, ctx context.Context, id int64) (model.Project, error) {
	of, err := st.ProjectOf(ctx, id)
	return of.Project, err
}

// addProject goes by the template that is named, else by the first one.
func addProject(st model.Store, ctx context.Context, p model.Project) (model.Project, error) {
	if p.TemplateID == 0 {
		all, err := st.Templates(ctx, model.ForProjects)
		if err != nil || len(all) == 0 {
			return p, orMissing(err)
		}
		p.TemplateID = all[0].ID
	}
	return st.AddProject(ctx, p)
}

// orMissing is what a read that found nothing says.
func orMissing(err error) error {
	if err == nil {
		return model.ErrNotFound
	}
	return err
}
