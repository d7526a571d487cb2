package kit

import (
	"strings"

	tea "charm.land/bubbletea/v2"
)

// Help is a dialog with the keys of a screen, by group.
type Help struct {
	env     *Env
	actions []Action
	offset  int
	lines   int // of the body as last drawn
	page    int
}

// NewHelp makes the dialog from the actions that have a key.
func NewHelp(env *Env, actions []Action) *Help {
	h := &Help{env: env}
	for _, a := range actions {
		if len(a.Keys) > 0 && a.Name != "" {
			h.actions = append(h.actions, a)
		}
	}
	return h
}

// Init does nothing.
func (h *Help) Init() tea.Cmd { return nil }

// Editing: there is no field.
func (h *Help) Editing() bool { return false }

// Actions are the dialog's own keys.
func (h *Help) Actions() []Action {
	w := h.env.Words
	return []Action{
		{ID: "help.scroll", Keys: []string{"down", "up", "pgdown", "pgup"}, Name: w.Scroll, Hint: true},
		{ID: "help.close", Keys: []string{"esc", "q", "?", "f1", "enter"}, Name: w.Close, Hint: true,
			Do: func() tea.Cmd { return Close(h, nil) }},
	}
}

// Update scrolls and closes.
func (h *Help) Update(msg tea.Msg) tea.Cmd {
	switch msg := msg.(type) {
	case tea.KeyPressMsg:
		if cmd, ok := Dispatch(h.Actions(), msg); ok {
			return cmd
		}
		h.offset = scrolled(h.offset, KeyName(msg), h.page, h.lines)
	case tea.MouseWheelMsg:
		h.offset = scrolled(h.offset, wheelKey(msg), h.page, h.lines)
	}
	return nil
}

// helpColumn is a column wide enough to read; two stand side by side if the
// screen has room.
const helpColumn = 38

// View draws the groups, in two columns if there is room for them.
func (h *Help) View(w, height int) (string, *tea.Cursor) {
	inner := min(2*helpColumn+3, w-FrameW)
	column := inner
	groups := h.groups()
	if inner >= 2*helpColumn && len(groups) > 1 {
		column = (inner - 3) / 2
	}
	blocks := make([][]string, len(groups))
	for i, g := range groups {
		blocks[i] = h.draw(g, column)
	}
	lines := stacked(blocks)
	if column < inner {
		left, right := balanced(blocks)
		rows := max(len(left), len(right))
		lines = strings.Split(JoinH(rows, "   ", Part{strings.Join(left, "\n"), column}, Part{strings.Join(right, "\n"), column}), "\n")
	}
	h.page = max(min(len(lines), height-FrameH), 1)
	h.lines = len(lines)
	h.offset = max(min(h.offset, h.lines-h.page), 0)
	body := strings.Join(lines[h.offset:h.offset+h.page], "\n")
	return Frame(h.env, h.env.Words.HelpTitle, body, inner+FrameW), nil
}

// groups is the actions by group, in the order in which the groups appear.
func (h *Help) groups() [][]Action {
	var groups [][]Action
	at := map[string]int{}
	for _, a := range h.actions {
		i, ok := at[a.Group]
		if !ok {
			i = len(groups)
			at[a.Group] = i
			groups = append(groups, nil)
		}
		groups[i] = append(groups[i], a)
	}
	return groups
}

func (h *Help) draw(group []Action, w int) []string {
	s := h.env.Styles
	keys := 0
	for _, a := range group {
		keys = max(keys, Width(KeyLabels(a.Keys)))
	}
	keys = min(keys, w/2)
	var lines []string
	if name := group[0].Group; name != "" {
		lines = append(lines, s.Section.Render(Fit(name, w)))
	}
	for _, a := range group {
		style := s.HintText
		if !a.Enabled() {
			style = s.Dim
		}
		lines = append(lines, s.HintKey.Render(Fit(KeyLabels(a.Keys), keys))+"  "+style.Render(Cut(entryName(a), w-keys-2)))
	}
	return lines
}

// stacked sets blocks one below the other with a line of air between them.
func stacked(blocks [][]string) []string {
	var lines []string
	for i, b := range blocks {
		if i > 0 {
			lines = append(lines, "")
		}
		lines = append(lines, b...)
	}
	return lines
}

// balanced shares blocks between two columns so that the higher one is as low
// as can be without changing their order.
func balanced(blocks [][]string) (left, right []string) {
	best := -1
	for cut := 1; cut <= len(blocks); cut++ {
		l, r := stacked(blocks[:cut]), stacked(blocks[cut:])
		if height := max(len(l), len(r)); best < 0 || height < best {
			best, left, right = height, l, r
		}
	}
	return left, right
}

// scrolled is the new first line after a key, within n lines seen page at a
// time.
func scrolled(offset int, key string, page, n int) int {
	switch key {
	case "down", "j":
		offset++
	case "up", "k":
		offset--
	case "pgdown":
		offset += page
	case "pgup":
		offset -= page
	case "home", "g":
		offset = 0
	case "end", "G":
		offset = n
	}
	return max(min(offset, n-page), 0)
}
