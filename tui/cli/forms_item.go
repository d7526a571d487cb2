package cli

import (
	"context"
	"slices"
	"strconv"

	"genjin/model"
	"genjin/model/label"
)

// itemForm is the form of a kind that is kept as items.
type itemForm struct{ record string }

func (f itemForm) make(ctx context.Context, r *run, st model.Store, list []assignment) (kept, error) {
	if f.record == "document" {
		if said, ok := f.wholeList(list); ok {
			return f.apply(ctx, r, st, list, said)
		}
	}
	return f.keep(ctx, r, st, model.Item{Record: f.record}, list)
}

func (f itemForm) change(ctx context.Context, r *run, st model.Store, id int64, list []assignment, reason string) (kept, error) {
	it, err := st.Item(ctx, f.record, id)
	if err != nil {
		return kept{}, err
	}
	it.Reason = reason
	return f.keep(ctx, r, st, it, list)
}

func (f itemForm) shown(ctx context.Context, r *run, st model.Store, id int64) (whole, error) {
	it, err := st.Item(ctx, f.record, id)
	of, _ := model.AttachedOf(f.record)
	s := whole{record: f.record, specs: slices.Concat(model.RecordFields(f.record), of.Shown[len(of.Fields):]), values: it.Values}
	if err != nil {
		return s, err
	}
	if it.CustomerID != 0 {
		s.values["customer_id"] = strconv.FormatInt(it.CustomerID, 10)
	}
	s.kept = kept{id: it.ID, name: r.called(f.record, it.Values["name"]), json: model.ItemJSON(of, it)}
	return s, nil
}

func (f itemForm) keep(ctx context.Context, r *run, st model.Store, it model.Item, list []assignment) (kept, error) {
	specs := model.RecordFields(f.record)
	list, answers := f.answers(specs, list)
	named, err := r.named(f.record, specs, list)
	if err != nil {
		return kept{}, err
	}
	was, texts := it.Values, map[string]string{}
	for _, a := range named {
		texts[a.field] = a.value
	}
	it.Values, it.CustomerID = map[string]string{}, 0
	usual := r.set.Currency // of amounts that name none
	for _, a := range named {
		spec := model.FieldOf(f.record, a.field)
		value := a.value
		if spec.IsRef() {
			if value, err = r.referred(ctx, st, spec, value); err != nil {
				return kept{}, err
			}
		}
		if it.Values[a.field] = value; a.field == "customer_id" {
			it.CustomerID, _ = strconv.ParseInt(value, 10, 64)
			if c, err := st.Customer(ctx, it.CustomerID); err == nil {
				usual = c.Currency
			}
		}
	}
	if usual, err = label.Currency(specs, texts, usual, func(code string) string { return was[code] }); err != nil {
		return kept{}, r.inWords(f.record, err)
	}
	for _, a := range named {
		spec := model.FieldOf(f.record, a.field)
		if spec.IsRef() {
			continue
		}
		if it.Values[a.field], err = f.read(&it, usual, spec, a.value, st.Today()); err != nil {
			return kept{}, r.refused(f.record, a.field, err)
		}
	}
	if err := f.answer(ctx, r, st, &it, was, answers); err != nil {
		return kept{}, err
	}
	if it, err = st.SaveItem(ctx, it); err != nil {
		return kept{}, r.inWords(f.record, err)
	}
	of, _ := model.AttachedOf(f.record)
	return kept{id: it.ID, name: r.called(f.record, it.Values["name"]), json: model.ItemJSON(of, it)}, nil
}

// read reads a value; with an amount goes its currency.
func (f itemForm) read(it *model.Item, usual string, spec model.Spec, text string, today model.Date) (value string, err error) {
	if model.FieldOf(f.record, "currency").Code == "" || spec.Kind != model.KindAmount || model.Clean(text) == "" {
		return label.Read(f.record, spec, text, today, model.Nearest)
	}
	value, it.Values["currency"], err = label.ReadAmount(spec, text, usual)
	return value, err
}
