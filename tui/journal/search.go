package journal

import tea "charm.land/bubbletea/v2"

// find reads the entries that have the text.
func (s *Screen) find(text string) tea.Cmd {
	s.filter.text = text
	return s.narrow()
}

// narrow reads the entries anew after the search or the filter changed.
func (s *Screen) narrow() tea.Cmd {
	s.entries.FromTop()
	s.setEmpty()
	return s.load(s.entries)
}

func (s *Screen) startTyping() tea.Cmd {
	cmd := tea.Cmd(nil)
	if s.section != entries {
		cmd = s.turnTo(entries)
	}
	s.open = false
	s.search.Start()
	return cmd
}
