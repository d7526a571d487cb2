package orders

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

// newProduct is the form for a new product.
func (s *Screen) newProduct() tea.Cmd {
	return func() tea.Msg {
		set, err := s.store.Settings(context.Background())
		if err != nil {
			return kit.Failed{Op: s.words.Ordering.NewProduct, Err: err}
		}
		return kit.OpenDialog{Dialog: s.productForm(s.words.Ordering.NewProduct, model.Product{Currency: set.Currency})}
	}
}

// editProduct is the form for a product that is there.
func (s *Screen) editProduct(p model.Product) tea.Cmd {
	return kit.Open(s.productForm(s.words.Ordering.EditProduct+"  "+p.Code, p))
}

func (s *Screen) productForm(title string, p model.Product) kit.Dialog {
	draft := "product/new"
	if p.ID != 0 {
		draft = "product/" + strconv.FormatInt(p.ID, 10)
	}
	return ask.Form(ask.Stand{Env: s.env, Words: s.words, Store: s.store}, ask.Act[model.Product]{
		Title: title, Draft: draft, Record: "product", Table: model.ProductFields, Start: p, Currency: p.Currency,
		Keep: func(ctx context.Context, kept model.Product, _ string) (ask.Done, error) {
			save := s.store.SaveProduct
			if p.ID == 0 {
				save = s.store.AddProduct
			}
			kept, err := save(ctx, kept)
			return ask.Done{Said: fmt.Sprintf(s.words.Ordering.ProductSaved, kept.Code), First: productSaved{s, kept.ID}}, err
		},
	})
}

// productSaved lets the list stand on a product that was just kept.
type productSaved struct {
	screen *Screen
	id     int64
}

// productActions are what can be done with a product.
func (s *Screen) productActions(p model.Product) []kit.Action {
	w := s.words.Ordering
	stop := kit.Action{ID: "product.stop", Keys: []string{"space"}, Name: w.StopProduct, Menu: true,
		Do: func() tea.Cmd { return s.stopProduct(p, true) }}
	if p.Inactive {
		stop.Name, stop.Do = w.UseProduct, func() tea.Cmd { return s.stopProduct(p, false) }
	}
	return []kit.Action{
		{ID: "product.edit", Keys: []string{"e", "f2"}, Name: w.EditProduct, Hint: true, Menu: true,
			Do: func() tea.Cmd { return s.editProduct(p) }},
		stop,
		{ID: "product.remove", Keys: []string{"d", "delete"}, Name: w.RemoveProduct, Hint: true, Menu: true, Do: func() tea.Cmd {
			return kit.Write(fmt.Sprintf(w.ProductRemoved, p.Code), func(ctx context.Context) error { return s.store.RemoveProduct(ctx, p.ID) })
		}},
	}
}

// stopProduct takes a product off the lists to choose from, or puts it back.
func (s *Screen) stopProduct(p model.Product, stop bool) tea.Cmd {
	said := s.words.Ordering.ProductUsed
	if stop {
		said = fmt.Sprintf(s.words.Ordering.ProductStopped, p.Code)
	}
	p.Inactive = stop
	return kit.Write(said, func(ctx context.Context) error {
		_, err := s.store.SaveProduct(ctx, p)
		return err
	})
}

// productDetail lays a product out.
func (p *pane) productDetail() (head []string, sections []kit.Section) {
	st, record := p.env.Styles, &p.shown.product
	head = []string{st.Title.Render(kit.Fit(joined(record.Code, record.Name), p.w)), kit.Rule(p.env, p.w)}
	var pairs []kit.Pair
	for _, f := range model.ProductFields {
		value := p.words.Show("product", f.Spec, f.Get(record), record.Currency)
		if f.Code == "floor_price" && p.words.Private && record.FloorPrice > 0 {
			value = p.words.Orders.Hidden
		}
		pairs = append(pairs, kit.Pair{Label: label.Field("product", f.Code, p.words.Lang), Value: value})
	}
	return head, []kit.Section{{Lines: kit.Pairs(p.env, p.w, pairs)}}
}
