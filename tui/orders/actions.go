package orders

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"
	"genjin/tui/kit"
)

// chosen is what the row under the cursor is about; ok is false while there is
// none.
func (s *Screen) chosen() (a about, ok bool) {
	if s.At() == products {
		p, ok := s.products.Selected()
		return about{product: p.ID}, ok
	}
	o, ok := s.lists[s.At()].Selected()
	return about{order: o.ID}, ok
}

// rowActions are what the chosen row asks for, then what else can be done with
// it.
func (s *Screen) rowActions() []kit.Action {
	if _, ok := s.chosen(); !ok {
		return nil
	}
	if s.At() == products {
		p, _ := s.products.Selected()
		return s.productActions(p)
	}
	o, _ := s.lists[s.At()].Selected()
	actions := s.clerk.Actions(&o)
	contact := kit.Action{ID: "log", Keys: []string{"l", "ctrl+l"}, Name: s.words.Orders.Contact, Hint: true,
		Menu: true, Do: func() tea.Cmd { return s.fresh.LogWith(o.CustomerID) }}
	failed := kit.Action{ID: "no_answer", Keys: []string{"f6"}, Name: s.words.Card.NoAnswer,
		Do: func() tea.Cmd { return s.fresh.NoAnswerOf(o.CustomerID) }}
	again := kit.Action{ID: "order.new", Keys: []string{"O"}, Name: s.words.Ordering.New, Menu: true,
		Do: func() tea.Cmd { return s.clerk.New(o.CustomerID) }}
	last := len(actions) - 1 // removing it stands at the end
	return append(append(actions[:last:last], contact, failed, again), actions[last])
}

// tabActions are what can be done without a row, and the ways between the
// sections.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.Orders
	add := kit.Action{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Ordering.New, Hint: true, Do: s.clerk.NewFor}
	if s.At() == products {
		add.Name, add.Do = s.words.Ordering.NewProduct, s.newProduct
	}
	actions := []kit.Action{add, {ID: "export", Keys: []string{"x"}, Name: w.Export, Do: s.export}}
	if s.At() == products {
		name := w.ShowStopped
		if s.stopped {
			name = w.HideStopped
		}
		return append(actions, kit.Action{ID: "stopped", Keys: []string{"A"}, Name: name, Do: s.toggleStopped})
	}
	return append(actions,
		kit.Action{ID: "product.new", Name: s.words.Ordering.NewProduct, Do: s.newProduct},
		kit.Action{ID: "group.next", Keys: []string{"]"}, Name: w.NextGroup, Do: func() tea.Cmd { return s.jump(1) }},
		kit.Action{ID: "group.prev", Keys: []string{"["}, Name: w.PrevGroup, Do: func() tea.Cmd { return s.jump(-1) }},
	)
}

func (s *Screen) toggleStopped() tea.Cmd {
	s.stopped = !s.stopped
	return s.goods.OnRows()
}

// jump moves to the next group: by status the next status, of what is to be
// delivered the next month, else the next month of orders.
func (s *Screen) jump(by int) tea.Cmd {
	return s.lists[s.At()].Jump(by, func(o model.OrderOf) string {
		day := o.PromisedOn
		switch s.At() {
		case byStatus:
			return string(o.Status)
		case all:
			day = o.OrderedOn
		case transit:
			day = o.Arrival()
		}
		return string(day[:min(7, len(day))])
	})
}

func (s *Screen) menuTitle() string {
	if s.At() == products {
		p, _ := s.products.Selected()
		return joined(p.Code, p.Name)
	}
	o, _ := s.lists[s.At()].Selected()
	return strings.TrimSpace(joined(o.OrderNo, o.Customer, label.OrderStatus(o.Status, s.words.Lang)))
}
