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

// print asks where a document of an order goes; the ending says as what.
func (c *Clerk) print(o *model.OrderOf, kind string) tea.Cmd {
	w, l := c.words.Ordering, c.words.Lang
	title := label.OrderDoc(kind, l).Title
	e := model.Export{Kind: kind, IDs: []int64{o.ID}, Lang: l.String()}
	return kit.Open(ask.NewFile(c.env, c.words, fmt.Sprintf(w.PrintTitle, title, o.OrderNo), title+"-"+o.OrderNo+".html",
		func(ctx context.Context, path string) (string, error) {
			_, err := c.store.Export(ctx, path, e)
			return fmt.Sprintf(w.Printed, title, path), err
		}))
}

// printActions are the documents of an order.
func (c *Clerk) printActions(o *model.OrderOf) []kit.Action {
	var actions []kit.Action
	for _, kind := range []string{model.ExportConfirmation, model.ExportDelivery} {
		actions = append(actions, kit.Action{ID: "order.print." + kind, Name: label.OrderDoc(kind, c.words.Lang).Title,
			Menu: true, Do: func() tea.Cmd { return c.print(o, kind) }})
	}
	return actions
}
