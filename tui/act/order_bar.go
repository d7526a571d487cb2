package act

import (
	"strings"

	"charm.land/lipgloss/v2"

	"genjin/model"
	"genjin/tui/kit"
	"genjin/tui/theme"
)

// marks are what nodes look like in a bar: readable without colour, and one
// cell wide in every terminal.
var marks = map[model.NodeState]string{
	model.NodeDone: "#", model.NodeLate: "!", model.NodeNext: ">", model.NodeAhead: ".", model.NodeSkipped: "-", model.NodeNone: "-",
}

// Mark is the mark of a node.
func Mark(state model.NodeState) string { return marks[state] }

// MarkStyle is how the mark of a node is drawn.
func MarkStyle(st *theme.Styles, state model.NodeState) *lipgloss.Style {
	switch state {
	case model.NodeDone:
		return &st.Good
	case model.NodeLate:
		return &st.Late
	case model.NodeNext:
		return &st.Accent
	}
	return &st.Dim
}

// Bar is the nodes of an order, a cell each.
func OrderBar(st *theme.Styles, bar []model.NodeState) []kit.Span {
	spans := make([]kit.Span, len(bar))
	for i, state := range bar {
		spans[i] = kit.Span{Text: marks[state], Style: MarkStyle(st, state)}
	}
	return spans
}

// BarLine is the bar as a text, in its colours.
func BarLine(st *theme.Styles, bar []model.NodeState) string {
	var b strings.Builder
	for _, s := range OrderBar(st, bar) {
		b.WriteString(s.Style.Render(s.Text))
	}
	return b.String()
}
