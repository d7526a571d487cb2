package cli

import (
	"context"
	"strconv"
	"strings"

	"genjin/model"
	"genjin/tui/words"
)

// idsOf gives the ids of the records that a condition names.
func (r *run) idsOf(ctx context.Context, st model.Store, spec model.Spec, text string) (string, error) {
	if !spec.IsRef() {
		return text, nil
	}
	var ids []string
	for _, name := range model.SplitValues(text) {
		var id int64
		var err error
		switch {
		case spec.Of == model.RowOfCustomer:
			var c model.Customer
			c, err = r.customer(ctx, st, name)
			id = c.ID
		case spec.Of == model.RowOfProject:
			var p model.Project
			p, err = r.project(ctx, st, name)
			id = p.ID
		case spec.Of == model.RowOfOrder:
			var o model.Order
			o, err = r.order(ctx, st, name)
			id = o.ID
		case spec.Of == model.RowOfReceivable:
			var o model.ReceivableOf
			o, err = r.receivable(ctx, st, name)
			id = o.ID
		case spec.Of == model.RowOfCampaign:
			id, err = r.campaign(ctx, st, name)
		case spec.Of == "template":
			id, err = r.template(ctx, st, name, model.ForProjects)
		default:
			id, err = strconv.ParseInt(strings.TrimPrefix(name, "#"), 10, 64)
			if err != nil {
				err = r.wrong(words.BadFilter, text)
			}
		}
		if err != nil {
			return "", err
		}
		ids = append(ids, strconv.FormatInt(id, 10))
	}
	return strings.Join(ids, ","), nil
}

// campaign finds a campaign by its name or its number.
func (r *run) campaign(ctx context.Context, st model.Store, text string) (int64, error) {
	all, err := st.Campaigns(ctx)
	if err == nil {
		err = r.inWords(model.RowOfCustomer, model.At("campaign", model.NoCampaign(all, text)))
	}
	id, _ := strconv.ParseInt(model.CampaignNamed(all, text), 10, 64)
	return id, err
}

// template finds a template for some purposes, of all without any, by its name,
// its code or its number.
func (r *run) template(ctx context.Context, st model.Store, text string, of ...model.Purpose) (int64, error) {
	all, err := st.Templates(ctx, of...)
	names := make([]string, len(all))
	for i, t := range all {
		if names[i] = t.Name; t.Called(text) || model.NumberText(t.ID) == strings.TrimPrefix(text, "#") {
			return t.ID, err
		}
	}
	if err != nil {
		return 0, err
	}
	return 0, r.wrong(words.NotOneOf, text, strings.Join(names, ", "))
}

// eachPart reads records by their ids, some at a time.
func eachPart[T any](ctx context.Context, ids []int64, read func(context.Context, []int64) ([]T, error), fn func(*T) error) error {
	for len(ids) > 0 {
		n := min(chunk, len(ids))
		some, err := read(ctx, ids[:n])
		if err != nil {
			return err
		}
		for i := range some {
			if err := fn(&some[i]); err != nil {
				return err
			}
		}
		ids = ids[n:]
	}
	return nil
}
