package tui

import (
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"genjin/model/label"
	"genjin/tui/kit"
)

// The rows around a tab: the tabs and a rule above, a rule and the bottom line
// below.
const (
	headRows = 2
	footRows = 2

	leastWidth  = 60
	leastHeight = 15
)

func (a *App) tabRow() kit.TabRow {
	row := kit.TabRow{Left: a.words.App.Name, Active: a.active}
	for _, t := range a.tabs {
		row.Tabs = append(row.Tabs, kit.Tab{Digit: t.digit, Name: t.name(&a.words), Count: t.Count()})
	}
	if len(a.today) >= 10 {
		row.Right = string(a.today[5:]) + " " + label.Weekday(a.today, a.words.Lang)
	}
	return row
}

// View draws the whole screen; the terminal's own cursor stands where text
// goes.
func (a *App) View() tea.View {
	content, cursor := a.draw()
	a.typing.drawn()
	v := tea.NewView(content)
	v.Cursor = cursor
	v.AltScreen = true
	v.ReportFocus = true
	v.WindowTitle = a.words.App.Name
	if a.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	return v
}

func (a *App) draw() (string, *tea.Cursor) {
	if a.w == 0 || a.h == 0 {
		return "", nil
	}
	if a.w < leastWidth || a.h < leastHeight {
		text := kit.Wrap(fmt.Sprintf(a.words.App.TooSmall, a.w, a.h), a.w)
		return kit.Center(strings.Join(text, "\n"), a.w, a.h), nil
	}
	if a.lock.prompt != nil {
		return a.drawLock()
	}
	body, cursor := a.tabs[a.active].View()
	if cursor != nil {
		cursor.Y += headRows
	}
	base := kit.JoinV(a.tabRow().View(&a.env, a.w), kit.Rule(&a.env, a.w), body, kit.Rule(&a.env, a.w))
	base, cursor = a.dialogs.Draw(base, a.w, a.h-1, cursor)
	return kit.JoinV(base, a.bottom()), cursor
}

// bottom is the line with the keys of the moment and what just happened.
func (a *App) bottom() string {
	actions := a.tabs[a.active].Actions()
	if top := a.dialogs.Top(); top != nil {
		return kit.Status(&a.env, a.w, top.Actions(), a.said)
	}
	if !a.tabs[a.active].Editing() {
		actions = append(actions, a.globals()...)
	}
	return kit.Status(&a.env, a.w, actions, a.said)
}
