package act

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// Line is an order in one line: which, its nodes, how far, how much and what of
// it has come, until when, how late.
func (c *Clerk) Line(o *model.OrderOf, w int) string {
	st, l, today := c.env.Styles, c.words.Lang, c.store.Today()
	style := &st.Row
	if o.Status == model.OrderClosed || o.Status == model.OrderCancelled {
		style = &st.Dim
	}
	text := style.Render(kit.Fit(o.OrderNo, 11)) + " " + BarLine(st, o.Bar) + " " +
		style.Render(label.OrderStatus(o.Status, l)+" "+label.Amount(o.Total, o.Currency))
	if mille, some := o.Share(); some && o.Status.Binding() {
		share := fmt.Sprintf("%d%%", mille/10)
		if named := c.words.Orders.Share + " " + share; kit.Width(text)+kit.Width(named) < w {
			share = named
		}
		text += " " + st.Dim.Render(share)
	}
	if o.Status.Open() && o.PromisedOn != "" {
		text += " " + st.Dim.Render(label.Short(string(o.PromisedOn), today))
	}
	switch {
	case o.DaysLate > 0 && o.ReceivedOn == "":
		text += " " + st.Late.Render(label.Late(o.DaysLate, l))
	case o.NextLate > 0:
		text += " " + st.Late.Render(label.Node(o.NextNode, l)+" "+label.Late(o.NextLate, l))
	}
	return kit.Cut(text, w)
}

// Pick offers orders; one offers what can be done with it. more are further
// entries.
func (c *Clerk) Pick(title string, list []model.OrderOf, more ...kit.Action) tea.Cmd {
	var menu []kit.Action
	for i := range list {
		o := &list[i]
		name := o.OrderNo + "  " + label.OrderStatus(o.Status, c.words.Lang) + "  " + label.Amount(o.Total, o.Currency)
		menu = append(menu, kit.Action{ID: "order", Name: kit.Cut(name, 50), Do: func() tea.Cmd { return c.Menu(o.ID) }})
	}
	return kit.Open(kit.NewMenu(c.env, title, append(menu, more...)))
}
