package journal

import (
	tea "charm.land/bubbletea/v2"

	"genjin/tui/kit"
)

// searchKey edits the search; the list follows as one types. Arrows move in
// the list at the same time, enter goes to it, esc gives the whole list back.
func (s *Screen) searchKey(msg tea.KeyPressMsg) tea.Cmd {
	switch kit.KeyName(msg) {
	case "enter", "tab":
		s.stopTyping()
		return nil
	case "esc", "ctrl+q":
		s.stopTyping()
		return s.find("")
	case "up", "down", "pgup", "pgdown":
		return s.rows(msg)
	}
	return s.edit(msg)
}

func (s *Screen) edit(msg tea.Msg) tea.Cmd {
	cmd := s.search.Update(msg)
	return tea.Batch(cmd, s.find(s.search.Value()))
}

// find changes what is searched for.
func (s *Screen) find(text string) tea.Cmd {
	if text == "" {
		s.search.SetValue("")
	}
	if s.filter.text == text {
		return nil
	}
	s.filter.text = text
	return s.narrow()
}

// narrow reads the entries anew after the search or the filter changed.
func (s *Screen) narrow() tea.Cmd {
	s.entries.atTop = true
	s.setEmpty()
	return s.load(s.entries)
}

func (s *Screen) startTyping() tea.Cmd {
	cmd := tea.Cmd(nil)
	if s.section != entries {
		cmd = s.turnTo(entries)
	}
	s.open, s.typing = false, true
	s.search.Focus()
	return cmd
}

func (s *Screen) stopTyping() {
	s.typing = false
	s.search.Blur()
}
