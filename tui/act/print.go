package act

import (
	"context"
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"

	"genjin/tui/ask"
)

// print asks where a document of an order goes; of one that went out in parts it
// asks first of which.
func (c *Clerk) print(o *model.OrderOf, kind string) tea.Cmd {
	return c.on(o.ID, c.words.Ordering.OfOrder, func(j job) tea.Msg {
		if !j.InParts() || len(j.Shipments) == 0 {
			return c.printed(o.OrderNo, model.Export{Kind: kind, IDs: []int64{o.ID}})
		}
		var of []kit.Action
		for i := range j.Shipments {
			ship := &j.Shipments[i]
			of = append(of, kit.Action{ID: "order.print.part", Menu: true,
				Name: label.PartOf(i+1, c.words.Lang) + "  " + string(ship.ShippedOn) + "  " + strings.ReplaceAll(ship.Goods, "\n", " "),
				Do: func() tea.Cmd {
					return func() tea.Msg {
						return c.printed(o.OrderNo, model.Export{Kind: kind, IDs: []int64{o.ID}, Shipment: i + 1})
					}
				}})
		}
		of = append(of, kit.Action{ID: "order.print.all", Menu: true, Name: c.words.Ordering.AllParts,
			Do: func() tea.Cmd {
				return func() tea.Msg { return c.printed(o.OrderNo, model.Export{Kind: kind, IDs: []int64{o.ID}}) }
			}})
		return kit.OpenDialog{Dialog: kit.NewMenu(c.env, label.OrderDoc(kind, c.words.Lang).Title+"  "+o.OrderNo, of)}
	})
}

// printed asks for the document's file; its ending says as what it is written.
func (c *Clerk) printed(number string, e model.Export) tea.Msg {
	w, l := c.words.Ordering, c.words.Lang
	title, name := label.OrderDoc(e.Kind, l).Title, number
	if e.Lang = l.String(); e.Shipment > 0 {
		name += "-" + strconv.Itoa(e.Shipment)
	}
	return kit.OpenDialog{Dialog: ask.NewFile(c.env, c.words, fmt.Sprintf(w.PrintTitle, title, number), title+"-"+name+".html",
		func(ctx context.Context, path string) (string, error) {
			_, err := c.store.Export(ctx, path, e)
			return fmt.Sprintf(w.Printed, title, path), err
		})}
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
