package orders

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/tui/kit"
	"genjin/tui/saveas"
)

// export asks where the list as it is shown goes.
func (s *Screen) export() tea.Cmd {
	w := s.words.Orders
	e := model.Export{Kind: model.ExportProducts, Lang: s.words.Lang.String()}
	title, name := w.ExportProductsTitle, w.ExportProductsName
	if s.section == products {
		e.IDs = slices.Clone(s.products.IDs)
	} else {
		e.Kind, e.IDs = model.ExportOrders, slices.Clone(s.lists[s.section].IDs)
		title, name = w.ExportTitle, w.ExportName
	}
	return kit.Open(saveas.New(s.env, s.words, fmt.Sprintf(title, len(e.IDs)), fmt.Sprintf(name, s.today), func(ctx context.Context, path string) (string, error) {
		n, err := s.store.Export(ctx, path, e)
		return fmt.Sprintf(w.Exported, n, path), err
	}))
}
