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
	if s.section == products {
		p, ok := s.products.Selected()
		return about{product: p.ID}, ok
	}
	o, ok := s.lists[s.section].Selected()
	return about{order: o.ID}, ok
}

// Actions are the chosen row's, then the tab's.
func (s *Screen) Actions() []kit.Action {
	w := s.words.Orders
	if s.search.Typing() {
		return []kit.Action{
			{ID: "search.done", Keys: []string{"enter"}, Name: w.ToList, Hint: true},
			{ID: "search.clear", Keys: []string{"esc"}, Name: w.Clear, Hint: true},
		}
	}
	actions := s.back()
	if _, ok := s.chosen(); ok {
		actions = append(actions, kit.Action{ID: "open", Keys: []string{"enter"}, Name: w.Show, Hint: true, Do: s.enter})
		actions = append(actions, s.rowActions()...)
	}
	if s.opened {
		return actions
	}
	return append(actions, s.tabActions()...)
}

// back is what esc gives back: the list, the whole of it.
func (s *Screen) back() []kit.Action {
	w := s.words.Orders
	switch {
	case s.opened:
		return []kit.Action{{ID: "close", Keys: []string{"esc", "q", "ctrl+q"}, Name: s.words.Keys.Back, Hint: true, Do: s.closePane}}
	case s.filter.text != "":
		return []kit.Action{{ID: "search.clear", Keys: []string{"esc"}, Name: w.Clear, Hint: true, Do: s.search.Clear}}
	case s.narrowed():
		return []kit.Action{{ID: "filter.clear", Keys: []string{"esc"}, Name: w.ClearFilter, Hint: true, Do: s.clearFilter}}
	}
	return nil
}

// rowActions are what the chosen row asks for, then what else can be done with
// it.
func (s *Screen) rowActions() []kit.Action {
	if s.section == products {
		p, _ := s.products.Selected()
		return s.productActions(p)
	}
	o, _ := s.lists[s.section].Selected()
	actions := s.clerk.Actions(&o)
	contact := kit.Action{ID: "log", Keys: []string{"l", "ctrl+l"}, Name: s.words.Orders.Contact, Hint: true, Menu: true, Do: func() tea.Cmd { return s.contact(o.CustomerID) }}
	last := len(actions) - 1 // removing it stands at the end
	return append(append(actions[:last:last], contact), actions[last])
}

// tabActions are what can be done without a row, and the ways between the
// sections.
func (s *Screen) tabActions() []kit.Action {
	w := s.words.Orders
	add := kit.Action{ID: "new", Keys: []string{"n", "ctrl+n"}, Name: s.words.Ordering.New, Hint: true, Do: s.clerk.NewFor}
	if s.section == products {
		add.Name, add.Do = s.words.Ordering.NewProduct, s.newProduct
	}
	actions := []kit.Action{
		{ID: "section", Keys: []string{"tab"}, Name: w.NextSection, Hint: true, Do: func() tea.Cmd { return s.turnTo(s.section + 1) }},
		{ID: "section.back", Keys: []string{"shift+tab"}, Name: w.PrevSection, Do: func() tea.Cmd { return s.turnTo(s.section - 1) }},
		add,
		{ID: "search", Keys: []string{"/", "ctrl+f"}, Name: w.Search, Hint: true, Do: s.startTyping},
		{ID: "filter", Keys: []string{"f", "f3"}, Name: w.Filter, Hint: true, Do: s.askFilter},
		{ID: "sort", Keys: []string{"o"}, Name: w.Sort, Do: s.askOrder},
		{ID: "export", Keys: []string{"x"}, Name: w.Export, Do: s.export},
	}
	if s.section == products {
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
	s.products.Stale = true
	return s.refresh()
}

// jump moves to the next group: by status the next status, of what is to be
// delivered the next month, else the next month of orders.
func (s *Screen) jump(by int) tea.Cmd {
	return s.lists[s.section].Jump(by, func(o model.OrderOf) string {
		day := o.PromisedOn
		switch s.section {
		case byStatus:
			return string(o.Status)
		case all:
			day = o.OrderedOn
		case transit:
			day = arrival(&o)
		}
		return string(day[:min(7, len(day))])
	})
}

// enter opens the row: its details, with what can be done as a menu whose
// first entry is what the row asks for.
func (s *Screen) enter() tea.Cmd {
	if _, ok := s.chosen(); !ok {
		return nil
	}
	s.opened = !s.spread().Beside()
	return kit.Open(kit.NewMenu(s.env, kit.Cut(s.menuTitle(), 44), kit.InMenu(s.rowActions())))
}

func (s *Screen) menuTitle() string {
	if s.section == products {
		p, _ := s.products.Selected()
		return joined(p.Code, p.Name)
	}
	o, _ := s.lists[s.section].Selected()
	return strings.TrimSpace(joined(o.OrderNo, o.Customer, label.OrderStatus(o.Status, s.words.Lang)))
}

func (s *Screen) closePane() tea.Cmd {
	s.opened = false
	return nil
}

// contact reads the customer's card, after which the form for a contact with
// them is opened.
func (s *Screen) contact(customer int64) tea.Cmd {
	s.logFor = customer
	return tea.Batch(s.fresh.Show(0), s.fresh.Show(customer))
}

// logNew opens the form once the customer's card is read.
func (s *Screen) logNew() tea.Cmd {
	c, ok := s.fresh.Customer()
	if !ok || s.logFor == 0 || c.ID != s.logFor {
		return nil
	}
	s.logFor = 0
	return s.fresh.Log()
}
