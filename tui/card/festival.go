package card

import (
	"context"
	"fmt"
	"slices"

	tea "charm.land/bubbletea/v2"

	"genjin/model"
	"genjin/model/label"

	"genjin/tui/act"
	"genjin/tui/kit"
)

// mostGreeted is how many of them the pane names.
const mostGreeted = 30

// festivalData is what stands in the place of a card beside a festival.
type festivalData struct {
	code  string
	greet []model.Customer // by grade
}

// ShowRow turns to what a row of Today is about: its customer, or whom its
// festival concerns.
func (c *Card) ShowRow(row model.Row) tea.Cmd {
	code, ok := row.Festival()
	if !ok {
		return c.Show(row.CustomerID)
	}
	return c.Pane.Show(whom{festival: code})
}

func (c *Card) readFestival(ctx context.Context, code string) (d data, err error) {
	d.festival = &festivalData{code: code}
	if d.festival.greet, err = c.store.Greetable(ctx, mostGreeted+1); err != nil {
		return d, err
	}
	d.settings, err = c.store.Settings(ctx)
	return d, err
}

// drawFestival names those who could be greeted, grade by grade.
func (c *Card) drawFestival() (head []string, sections []kit.Section) {
	s, w, f := c.env.Styles, c.words.Card, c.shown().festival
	for _, k := range f.greet[:min(len(f.greet), mostGreeted)] {
		title := c.gradeWord(k.Grade)
		if n := len(sections); n == 0 || sections[n-1].Title != title {
			sections = append(sections, kit.Section{Title: title})
		}
		at := &sections[len(sections)-1]
		at.Lines = append(at.Lines, s.Row.Render(kit.Fit(k.Name, c.w)))
	}
	if len(f.greet) > mostGreeted {
		sections = append(sections, kit.Section{Lines: []string{s.Dim.Render(fmt.Sprintf(w.GreetMore, mostGreeted))}})
	}
	head = []string{
		s.Title.Render(kit.Fit(label.Festival(f.code, c.words.Lang), c.w)),
		s.Row.Render(kit.Fit(w.GreetWhom, c.w)),
		kit.Rule(c.env, c.w),
	}
	return head, sections
}

// festivalActions are what can be done with the row of a festival.
func (c *Card) festivalActions(row *model.Row) []kit.Action {
	if row == nil {
		return nil
	}
	return []kit.Action{c.copyAction(*row), c.tickAction(*row), c.snoozeAction(*row)}
}

// copyAction copies the text to send on a day to greet on.
func (c *Card) copyAction(row model.Row) kit.Action {
	w := c.words.Card
	return kit.Action{ID: "greet", Keys: []string{"y"}, Name: w.Greet, Hint: true, Menu: true, Do: func() tea.Cmd {
		text := label.Greeting(row, c.shown().customer, c.shown().settings, c.words.Lang)
		return kit.Open(act.NewCopy(c.env, c.words, w.Greet+"  "+c.who(row), text, w.Greeted))
	}}
}

func (c *Card) tickAction(row model.Row) kit.Action {
	return kit.Action{ID: "tick", Keys: []string{"space"}, Name: c.words.Card.Tick, Hint: true, Menu: true,
		Do: func() tea.Cmd { return c.tick(row) }}
}

func (c *Card) snoozeAction(row model.Row) kit.Action {
	return kit.Action{ID: "snooze", Keys: []string{"s"}, Name: c.words.Card.Snooze, Hint: true, Menu: true,
		Do: func() tea.Cmd { return c.askSnooze(row) }}
}

// who is whom a row is about, for the sentences that name them.
func (c *Card) who(row model.Row) string { return label.Who(row, c.words.Lang) }

// first moves the action of an id to the front: what the row asks for.
func first(actions []kit.Action, id string) {
	i := slices.IndexFunc(actions, func(a kit.Action) bool { return a.ID == id })
	if i > 0 {
		a := actions[i]
		copy(actions[1:i+1], actions[:i])
		actions[0] = a
	}
}
